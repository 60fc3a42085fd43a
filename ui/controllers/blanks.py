"""The page «Бланки» within «Статистика»: open a blank, tell what stands where, save it filled."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.blanks import CellPlace
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import NastavnikError
from nastavnik_desktop.domain.filling.choice import CellDraft
from nastavnik_desktop.domain.filling.filled import FilledBlank
from nastavnik_desktop.domain.filling.headings import headings_of
from nastavnik_desktop.domain.plurals import counted
from ui.controllers.blank_details import BlankDetails
from ui.controllers.sent_blanks import SentBlanksDesk
from ui.controllers.statistics_details import SIGNS
from ui.dialogs.blank_cell_dialog import BlankCellDialog
from ui.page import Page
from ui.shell import Shell
from ui.views.blanks import BlanksView
from ui.views.statistics import ControlLine
from ui.widgets.notice_bar import Notice, NoticeAction
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.blanks import BlankFile, OpenedBlank
    from nastavnik_desktop.services.results import Saved

Result = TypeVar("Result")

_BLANKS = "Бланки (*.xlsx *.xlsm *.docx *.docm)"
_MAPPINGS = "Разметка бланка (*.json)"
_CELLS = ("ячейка", "ячейки", "ячеек")


@dataclass(frozen=True)
class _Read:
    """What a reading brings: the blank with its mapping, its values on the date."""

    opened: OpenedBlank
    filled: FilledBlank


class BlanksPage(Page):
    """Keeps the open blank, its date and its sheet over every reload."""

    watches = Changes.EVERYTHING

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._service = shell.services.blanks
        self._writes = Writes(shell)
        self.sent = SentBlanksDesk(shell)
        self._details = BlankDetails(shell, self.choose, self._clear, self._confirm)
        self._file: BlankFile | None = None
        self._read: _Read | None = None
        self._as_of: date | None = None

    def build(self) -> QWidget:
        """Make the view and tie it."""
        view = BlanksView()
        view.back.clicked.connect(lambda _checked: self.shell.open_page("statistics", None))
        view.open.clicked.connect(lambda _checked: self.open())
        view.empty.add_action("Открыть бланк…", self.open, "primary")
        view.save.clicked.connect(lambda _checked: self.save())
        view.propose.clicked.connect(lambda _checked: self.propose())
        view.confirm.clicked.connect(lambda _checked: self._confirm(None))
        view.as_of.day_changed.connect(self._on_day_changed)
        view.sheets.changed.connect(self._on_sheet_chosen)
        view.sheet.picked.connect(self._on_picked)
        view.sheet.opened.connect(self.choose)
        view.sheet.cleared.connect(self._on_clear_asked)
        self._keep_sent = view.sent_menu.addAction("Сохранить копию…", self.send)
        view.sent_menu.addAction("Отправленные бланки…", self.sent.show)
        view.more_menu.addAction("Загрузить разметку…", self._load_mapping)
        view.more_menu.addAction("Сохранить разметку…", self._save_mapping)
        view.more.clicked.connect(self._on_more_clicked)
        view.show_blank(is_open=False)
        self._keep_sent.setEnabled(False)
        self._shown = view
        return view

    def reload(self) -> None:
        """Fill the blank again; while none is open there is nothing to read."""
        if self._file is not None:
            self._run("Заполнение бланка", partial(self._again, self._file), self._show)

    def open_record(self, key: Hashable) -> None:
        """Open a blank by its path."""
        if isinstance(key, Path):
            self.open_file(key)

    def put_away_details(self) -> None:
        """Closing the pane lets the cell go."""
        self._shown.sheet.clearSelection()
        self.show_details(None)

    # Opening

    def open(self) -> None:
        """Ask for a blank."""
        path = self.shell.prompts.choose_file_to_open("Открыть бланк", _BLANKS)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Show a blank with what is known of it; an unknown one gets proposals at once."""

        def read() -> tuple[OpenedBlank, bool]:
            opened = self._service.open(path)
            return opened, not opened.mapping.cells and bool(self._service.propose(opened))

        def show(found: tuple[OpenedBlank, bool]) -> None:
            self._file, has_proposals = found[0].file, found[1]
            self.show_details(None)
            if has_proposals:
                self.propose(found[0])
            else:
                self.reload()

        self._run("Чтение бланка", read, show)

    def _again(self, file: BlankFile) -> _Read:
        opened = self._service.again(file)
        as_of = self._as_of or self.shell.services.school.today()
        self._as_of = as_of
        return _Read(opened, self._service.fill(opened, as_of))

    def _show(self, read: _Read) -> None:
        view, self._read = self._shown, read
        names = [sheet.name for sheet in read.opened.file.blank.sheets if not sheet.is_hidden]
        view.show_blank(is_open=True)
        view.header.show_subtitle(read.opened.file.path.name)
        view.show_sheets(names)
        view.as_of.set_day(read.filled.as_of)
        view.show_state(self._state_words(read), can_confirm=bool(read.opened.mapping.proposed))
        view.show_warnings(_warning_lines(read.filled))
        view.save.setEnabled(bool(read.filled.cells))
        self._keep_sent.setEnabled(bool(read.filled.cells))
        self._show_sheet()

    def _show_sheet(self) -> None:
        if self._read is None:
            return
        sheet = self._read.opened.file.blank.sheet(self._shown.sheets.chosen)
        if sheet is not None:
            self._shown.sheet.show_sheet(sheet, self._read.filled)

    def _state_words(self, read: _Read) -> str:
        mapping = read.opened.mapping
        if read.opened.note:
            return read.opened.note
        if mapping.proposed:
            cells = counted(mapping.proposed, *_CELLS)
            return f"По заголовкам предложено: {cells}, они с уголком. Проверьте и подтвердите."
        if not mapping.cells:
            return "Щёлкните ячейку и укажите, что в ней стоит, или нажмите «Предложить»."
        return ""

    # What the user does

    def propose(self, opened: OpenedBlank | None = None) -> None:
        """Put what the headings say into the cells that hold nothing yet."""
        known = opened or (self._read.opened if self._read is not None else None)
        if known is not None:
            call = partial(self._service.accept_proposals, known)
            self._writes.run("Чтение заголовков", call)

    def choose(self, place: CellPlace) -> None:
        """Ask what stands in a cell."""
        if self._read is None:
            return
        opened = self._read.opened
        sheet = opened.file.blank.sheet(place.sheet)
        mapped = opened.mapping.by_place.get(place)
        if sheet is None or sheet.cell_at(place.row, place.column).is_formula:
            return
        words = headings_of(sheet, place.row, place.column).in_words()
        where = f"{place.sheet}, ячейка {place.address}. {words[:1].upper()}{words[1:]}"
        choices = self._service.choices(opened)
        make = partial(BlankCellDialog, place=where, choices=choices)
        draft = CellDraft.of(mapped.source if mapped is not None else None)
        answer = self.shell.prompts.ask_draft(make, draft)
        if answer is not None:
            call = partial(self._service.set_cell, opened, place, answer.source)
            self._writes.run("Разметка ячейки", call)

    def save(self) -> None:
        """Ask for a file and write the filled blank; the blank itself only when asked twice."""
        if self._read is None:
            return
        read, file = self._read, self._read.opened.file
        kind = f"Заполненный бланк (*{file.path.suffix})"
        proposed = file.path.with_name(file.filled_name)
        path = self.shell.prompts.choose_file_to_save("Сохранить бланк", kind, proposed)
        if path is None:
            return
        is_itself = path == file.path
        if is_itself and not self.shell.prompts.ask_yes_no(
            "Заменить присланный бланк?",
            "Пустого бланка больше не будет: на его месте останется заполненный.",
            "Заменить",
        ):
            return
        write = partial(self._service.write, file, read.filled, path, may_replace=is_itself)
        self._run("Сохранение бланка", write, partial(self._tell_written, path))

    def send(self) -> None:
        """Keep a copy of the filled blank as it goes out."""
        if self._read is not None:
            self.sent.send(self._read.opened.file, self._read.filled)

    def _tell_written(self, path: Path, saved: Saved) -> None:
        """The blank is written; the next step is to send it."""
        self._tell_saved(path, saved, NoticeAction("Отметить отправленным…", self.send))

    def _tell_saved(self, path: Path, saved: Saved, *more: NoticeAction) -> None:
        open_in_system = self.shell.prompts.open_in_system
        actions = (
            NoticeAction("Открыть файл", partial(open_in_system, path)),
            NoticeAction("Показать в папке", partial(open_in_system, path.parent)),
            *more,
        )
        self.shell.notify(Notice(saved.message, actions=actions))

    def _clear(self, place: CellPlace) -> None:
        if self._read is not None:
            self._writes.run(
                "Разметка ячейки", partial(self._service.clear_cell, self._read.opened, place)
            )

    def _on_clear_asked(self, place: CellPlace) -> None:
        """Delete on a cell that holds nothing does nothing."""
        if self._read is not None and place in self._read.opened.mapping.by_place:
            self._clear(place)

    def _confirm(self, place: CellPlace | None) -> None:
        if self._read is not None:
            call = partial(self._service.confirm, self._read.opened, place)
            self._writes.run("Подтверждение", call)

    def _load_mapping(self) -> None:
        path = self.shell.prompts.choose_file_to_open("Загрузить разметку", _MAPPINGS)
        if path is not None and self._file is not None:
            call = partial(self._service.take_mapping, self._file, path)
            self._writes.run("Загрузка разметки", call)

    def _save_mapping(self) -> None:
        if self._read is None:
            return
        proposed = Path(f"{self._read.opened.file.title}.json")
        path = self.shell.prompts.choose_file_to_save("Сохранить разметку", _MAPPINGS, proposed)
        if path is not None:
            call = partial(self._service.save_mapping, self._read.opened, path)
            self._run("Сохранение разметки", call, partial(self._tell_saved, path))

    # Events

    def _on_more_clicked(self) -> None:
        corner = QPoint(0, self._shown.more.height())
        self._shown.more_menu.popup(self._shown.more.mapToGlobal(corner))

    def _on_day_changed(self) -> None:
        day = self._shown.as_of.day
        if day is None:
            self._shown.as_of.set_day(self._as_of)
        elif day != self._as_of:
            self._as_of = day
            self.reload()

    def _on_sheet_chosen(self) -> None:
        self.show_details(None)
        self._show_sheet()

    def _on_picked(self, place: CellPlace) -> None:
        if self._read is not None:
            details = self._details.of_cell(self._read.opened, self._read.filled, place)
            self.show_details(details)

    def _run(self, title: str, call: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Files may be unreadable and folders closed: their sentence is shown."""

        def failed(error: BaseException) -> None:
            if not isinstance(error, NastavnikError):
                raise error
            self.shell.prompts.show_error(title, error)

        self.shell.operations.run(title, call, done, failed)


def _warning_lines(filled: FilledBlank) -> list[ControlLine]:
    return [
        ControlLine(problem.message, *SIGNS[problem.level][:2]) for _, problem in filled.warnings
    ]
