"""The page «Согласия» within «Люди»: which of the three papers each participant has."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from functools import partial

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consent_lines import ConsentLine, ConsentState
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.controllers.consents import ConsentDesk
from ui.controllers.records_page import RecordsPage
from ui.item_models.consents import CONDITION_OF, chips_of, make_consents_model, status_words
from ui.requests import ShowPeople
from ui.shell import Shell
from ui.views.consents import ConsentsView
from ui.widgets.details import (
    CheckRow,
    CheckState,
    Details,
    Item,
    LinkRow,
    PaneButton,
    Section,
)
from ui.widgets.filter_bar import ChipFacts, FilterFacts


class ConsentsPage(RecordsPage[ConsentLine]):
    """What is entered or printed concerns the selected people, without a selection those shown."""

    kind = "person"
    watches = Changes.PEOPLE | Changes.POOLS | Changes.CONSENTS | Changes.PAIRINGS

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, make_consents_model())
        self.consents = ConsentDesk(shell)

    def make_view(self) -> ConsentsView:
        """The view with its buttons."""
        view = ConsentsView(self.model, self.shell.settings)
        view.back.clicked.connect(partial(self.shell.open_page, "people", None))
        view.print_missing.clicked.connect(self._print_missing)
        view.enter.clicked.connect(self._enter)
        view.empty.add_action("К людям", partial(self.shell.open_page, "people", None), "primary")
        return view

    def read(self, year: SchoolYear) -> Sequence[ConsentLine]:
        """Everybody of the year's pools and pairs."""
        lines: list[ConsentLine] = self.shell.services.consents.lines(year)
        return lines

    def chips(self, rows: Sequence[ConsentLine]) -> list[ChipFacts]:
        """All, those who lack something, and a view for each paper."""
        return chips_of(list(rows))

    def offers(self, rows: Sequence[ConsentLine]) -> list[FilterFacts]:
        """Roles."""
        roles = sorted({row.role for row in rows})
        return [FilterFacts("role", "Роль", [(role, role) for role in roles])]

    def accepts(self, row: ConsentLine, chip: str, filters: dict[str, str]) -> bool:
        """Whether the chosen chip and filters let a person through."""
        return CONDITION_OF[chip](row) and filters.get("role", row.role) == row.role

    def describe(self, rows: list[ConsentLine]) -> Details | None:
        """The three papers of one person, or what can be done with several."""
        ids = [row.person_id for row in rows]
        to_enter = partial(self.consents.enter, ids)
        enter = PaneButton("Внести…", to_enter, "file-pen", is_primary=True)
        to_print = PaneButton("Напечатать", partial(self.consents.print_missing, ids), "printer")
        buttons = (enter, to_print) if any(row.lacking for row in rows) else (enter,)
        if len(rows) > 1:
            people = counted(len(rows), "человек", "человека", "человек")
            return Details(f"Выбрано: {people}", "", (), buttons)
        (row,) = rows
        card = LinkRow("Открыть сведения о человеке", partial(self.open, row), "user")
        sections = (Section("Согласия", tuple(self._papers(row))), Section("", (card,)))
        return Details(row.name.full, row.occupation, sections, buttons)

    def open(self, row: ConsentLine) -> None:
        """Go to the person."""
        self.shell.open_page("people", row.person_id)

    def open_record(self, key: Hashable) -> None:
        """Go to a person, or show a view of the list."""
        if isinstance(key, ShowPeople):
            self.records.filters.choose(key.chip)
        else:
            super().open_record(key)

    def _papers(self, row: ConsentLine) -> Iterator[Item]:
        for status in row.statuses:
            words = f"{status.kind.short_label.capitalize()}: {status_words(row, status.kind)}"
            if status.record is not None:
                state = CheckState.DONE if status.state is ConsentState.HELD else CheckState.MISSING
                change = partial(self.consents.change, status.record)
                yield CheckRow(words, state, "Изменить", change)
            else:
                state = CheckState.MISSING if status.state.is_lacking else CheckState.OPEN
                enter = partial(self.consents.enter, [row.person_id], status.kind)
                yield CheckRow(words, state, "Внести", enter)

    def _concerned(self) -> list[int]:
        rows = self.picked() or self.model.shown_rows()
        return [row.person_id for row in rows]

    def _print_missing(self) -> None:
        self.consents.print_missing(self._concerned())

    def _enter(self) -> None:
        self.consents.enter(self._concerned())
