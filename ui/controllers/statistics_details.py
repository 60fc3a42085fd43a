"""What stands behind a figure of a form, for the details pane: people, reasons, differences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.statistics.comparison import Comparison, FigureDifference
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.report import (
    Cell,
    CellKind,
    FormReport,
    ReportProblem,
    figure_text,
)
from ui.papers import Paper, PaperDesk
from ui.shell import Shell
from ui.tokens import Tone
from ui.widgets.details import Details, Item, LinkRow, Note, PaneButton, Section

if TYPE_CHECKING:
    from nastavnik_desktop.services.statistics import CountedRecord

SIGNS = {
    Level.ERROR: ("circle-x", Tone.DANGER, "Ошибка"),
    Level.WARNING: ("triangle-alert", Tone.WARNING, "Проверьте"),
    Level.INFO: ("info", Tone.ACCENT, "К сведению"),
}
PAGES = {
    Counts.PEOPLE: ("people", "user"),
    Counts.PAIRINGS: ("pairings", "handshake"),
    Counts.ORDERS: ("orders", "file-text"),
    Counts.ACTS: ("acts", "file-text"),
    Counts.ITEMS: ("road_map", "map"),
    Counts.SCHOOLS: ("consolidation", "school"),
}
_SHOWN_BEHIND = 60
_NUMBERS = frozenset((CellKind.COUNTED, CellKind.FORMULA))


class FigureDetails:
    """Makes the details of figures and problems; ``on_enter`` lets the user change a figure."""

    def __init__(
        self, shell: Shell, desk: PaperDesk, on_enter: Callable[[Address], object]
    ) -> None:
        self._shell = shell
        self._desk = desk
        self._on_enter = on_enter

    def of_figure(
        self, report: FormReport, address: Address, comparison: Comparison | None, *, is_sent: bool
    ) -> Details:
        """Who stands behind a figure and why; what differs, where two reports are compared."""
        row, cell = report.form.row(address[0]), report.cells[address]
        service = self._shell.services.statistics
        records = service.people_of(report, *address)
        heading = report.form.column(address).heading
        is_text = cell.kind is CellKind.TEXT
        name = _figure_name(heading)
        title = name if is_text else f"{name}: {cell.shown or 'не заполнено'}"
        where = f"Строка {row.printed} {row.title}, графа {address[1]}. "
        words = "Так было отправлено." if is_sent else service.definition(report, *address)
        difference = comparison.at(address) if comparison is not None else None
        sections = [Section("", self._behind(cell, records))]
        if comparison is not None and difference is not None:
            sections.insert(0, self._difference(comparison, difference, cell))
        if cell.correction is not None:
            sections.insert(0, _correction(cell))
        buttons = self._list_buttons(title, records)
        if not is_sent and not is_text:
            buttons = (self._enter_button(address, cell), *buttons)
        return Details(title, where + words, tuple(sections), buttons)

    def of_problem(self, report: FormReport, problem: ReportProblem) -> Details:
        """The records of which a problem speaks."""
        links = [
            self._link(problem.counts, key, report.title_of(problem.counts, key))
            for key in problem.ids[:_SHOWN_BEHIND]
        ]
        rest = _rest(len(problem.ids))
        title = SIGNS[problem.level][2]
        return Details(title, problem.message, (Section("", (*links, *rest)),))

    def behind(self, report: FormReport, address: Address) -> tuple[Item, ...]:
        """Links to everybody whom a figure counts."""
        records = self._shell.services.statistics.people_of(report, *address)
        return self._behind(report.cells[address], records)

    def lists_behind(
        self, report: FormReport, address: Address, title: str
    ) -> tuple[PaneButton, ...]:
        """Buttons that give everybody behind a figure as a list."""
        records = self._shell.services.statistics.people_of(report, *address)
        return self._list_buttons(title, records)

    def open(self, counts: Counts, record_id: int) -> None:
        """Go to a record behind a figure."""
        self._shell.open_page(PAGES[counts][0], record_id)

    def _link(self, counts: Counts, key: int, title: str, note: str = "") -> LinkRow:
        return LinkRow(title, partial(self.open, counts, key), PAGES[counts][1], note)

    def _behind(self, cell: Cell, records: Sequence[CountedRecord]) -> tuple[Item, ...]:
        if not records:
            is_counted = cell.kind in {CellKind.COUNTED, CellKind.TEXT}
            return (Note("За этим числом никого нет.", is_quiet=True),) if is_counted else ()
        links = (
            self._link(record.counts, record.record_id, record.title, record.reason)
            for record in records[:_SHOWN_BEHIND]
        )
        return (*links, *_rest(len(records)))

    def _difference(self, comparison: Comparison, one: FigureDifference, cell: Cell) -> Section:
        before, after = comparison.before, comparison.after
        items: list[Item] = [Note(f"Было {one.before or 'пусто'}, стало {one.after or 'пусто'}.")]
        for words, ids, report in (("вошёл", one.came, after), ("вышел", one.gone, before)):
            items += [
                self._link(cell.counts, key, report.title_of(cell.counts, key), words)
                for key in ids[:_SHOWN_BEHIND]
            ]
        return Section(f"С {short_date(before.as_of)} по {short_date(after.as_of)}", tuple(items))

    def _enter_button(self, address: Address, cell: Cell) -> PaneButton:
        words = "Исправить…" if cell.kind in _NUMBERS else "Ввести…"
        is_given = cell.kind is CellKind.GIVEN
        return PaneButton(words, partial(self._on_enter, address), "pencil", is_primary=is_given)

    def _list_buttons(self, title: str, records: Sequence[CountedRecord]) -> tuple[PaneButton, ...]:
        if not records:
            return ()
        rows = [(record.title, record.reason) for record in records]
        render = self._shell.services.lists.render
        makers = {
            name: partial(render, title, ("Кто", "Почему посчитан"), rows, name)
            for name in ("pdf", "xlsx")
        }
        paper = Paper(title, makers)
        return (
            PaneButton("Список в Excel", partial(self._desk.save, paper, "xlsx"), "download"),
            PaneButton("Печать…", partial(self._desk.show, paper), "printer"),
        )


def _figure_name(heading: tuple[str, ...]) -> str:
    """«Наставников, чел.: всего», «Молодые специалисты (0–3 года)», «Досрочно выбыли»."""
    name = heading[-1] if heading[-1] != "всего" else ": ".join(heading)
    return name[0].upper() + name[1:]


def _correction(cell: Cell) -> Section:
    counted = "нет" if cell.value is None else figure_text(cell.value, cell.decimals)
    reason = cell.correction.reason if cell.correction is not None else ""
    return Section("Исправлено вручную", (Note(f"По базе: {counted}."), Note(reason)))


def _rest(count: int) -> tuple[Note, ...]:
    more = count - _SHOWN_BEHIND
    return (Note(f"и ещё {more}: весь список – в файле", is_quiet=True),) if more > 0 else ()
