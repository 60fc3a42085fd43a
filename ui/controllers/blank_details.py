"""What the details pane says of a cell of a blank: its headings, its value, who is behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.blanks import CellPlace
from nastavnik_desktop.domain.filling.filled import FilledBlank, FilledCell
from nastavnik_desktop.domain.filling.headings import headings_of
from nastavnik_desktop.domain.filling.sources import in_words
from ui.controllers.statistics_details import FigureDetails
from ui.papers import PaperDesk
from ui.shell import Shell
from ui.tokens import Tone
from ui.widgets.details import Details, Item, Note, PaneButton, PillRow, Section

if TYPE_CHECKING:
    from nastavnik_desktop.services.blanks import OpenedBlank

OnPlace = Callable[[CellPlace], object]
_NO_VALUE = "в базе этого нет: заполните в «Настройках», раздел «Школа»"


class BlankDetails:
    """Makes details of cells; the callbacks are what its buttons do."""

    def __init__(
        self, shell: Shell, on_choose: OnPlace, on_clear: OnPlace, on_confirm: OnPlace
    ) -> None:
        self._shell = shell
        self._figures = FigureDetails(shell, PaperDesk(shell), lambda _address: None)
        self._on_choose = on_choose
        self._on_clear = on_clear
        self._on_confirm = on_confirm

    def of_cell(self, opened: OpenedBlank, filled: FilledBlank, place: CellPlace) -> Details:
        """A cell that is filled, a formula, or a cell that may be filled."""
        found = filled.at(place)
        if found is not None:
            return self._of_filled(opened, filled, found)
        sheet = opened.file.blank.sheet(place.sheet)
        cell = sheet.cell_at(place.row, place.column) if sheet is not None else None
        title = f"Ячейка {place.address}"
        if cell is not None and cell.is_formula:
            words = "Здесь формула бланка: она посчитает сама, когда файл откроют."
            return Details(title, words)
        words = "Здесь слова бланка." if cell is not None and cell.text else "Ничего не стоит."
        choose = PaneButton(
            "Указать, что стоит…", lambda: self._on_choose(place), "pencil", is_primary=True
        )
        sections = (Section("", (Note(words),)),)
        return Details(title, self._headings(opened, place), sections, (choose,))

    def _of_filled(self, opened: OpenedBlank, filled: FilledBlank, cell: FilledCell) -> Details:
        place, mapped = cell.place, cell.mapped
        shown = cell.shown if cell.value is not None else "не заполнено"
        items: list[Item] = [Note(in_words(mapped.source, opened.forms))]
        if mapped.is_proposed:
            items.append(PillRow("Предложено по заголовкам: проверьте", Tone.WARNING))
        if cell.problem:
            items.append(PillRow("Не заполнено", Tone.DANGER))
            items.append(Note(cell.problem[0].upper() + cell.problem[1:]))
        elif cell.value is None:
            items.append(Note(f"Не заполнено: {_NO_VALUE}.", is_quiet=True))
        definition = self._shell.services.blanks.explain(filled, mapped)
        if definition:
            items.append(Note(definition, is_quiet=True))
        sections = [Section("Что стоит", tuple(items))]
        if cell.report is not None and cell.address is not None:
            behind = self._figures.behind(cell.report, cell.address)
            sections.append(Section("Кто за этим числом", behind))
        title = f"Ячейка {place.address}: {shown}"
        return Details(
            title, self._headings(opened, place), tuple(sections), self._buttons(cell, title)
        )

    def _headings(self, opened: OpenedBlank, place: CellPlace) -> str:
        sheet = opened.file.blank.sheet(place.sheet)
        if sheet is None:
            return ""
        words = headings_of(sheet, place.row, place.column).in_words()
        return words[:1].upper() + words[1:]

    def _buttons(self, cell: FilledCell, title: str) -> tuple[PaneButton, ...]:
        place = cell.place
        made = [
            PaneButton("Изменить…", lambda: self._on_choose(place), "pencil"),
            PaneButton("Освободить", lambda: self._on_clear(place), "eraser"),
        ]
        if cell.mapped.is_proposed:
            confirm = PaneButton("Верно", lambda: self._on_confirm(place), "check", is_primary=True)
            made.insert(0, confirm)
        if cell.report is not None and cell.address is not None:
            made += self._figures.lists_behind(cell.report, cell.address, title)
        return tuple(made)
