"""The page of totals: the share of schools by year, types of schools, people of two schools."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation.duplicates import Repeated
from nastavnik_desktop.domain.consolidation.shares import ShareOfSchools
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.controllers.consolidation_lists import ConsolidationLists
from ui.page import Page
from ui.shell import Shell
from ui.views.consolidation_totals import TotalsView

if TYPE_CHECKING:
    from nastavnik_desktop.services.consolidation import KindTable

_FORM = "participants"


@dataclass(frozen=True)
class _Read:
    shares: list[ShareOfSchools]
    kinds: KindTable
    duplicates: list[Repeated]
    with_people: int


class TotalsPage(Page):
    """Everything is read anew when a package or the list changed."""

    watches = Changes.PACKAGES | Changes.SCHOOL

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._service = shell.services.exchange.consolidation
        self._lists = ConsolidationLists(shell)

    def build(self) -> QWidget:
        """Make the view and tie it."""
        view = TotalsView(self.shell.settings)
        view.back.clicked.connect(lambda _checked: self.shell.open_page("consolidation", None))
        view.plan.clicked.connect(lambda _checked: self.edit_plan())
        self._shown = view
        return view

    def reload(self) -> None:
        """Count again."""
        read = partial(self._read, self.shell.year())
        self.shell.operations.run("Подсчёт итогов", read, self._show)

    def edit_plan(self) -> None:
        """Ask for the plan of shares."""
        self._lists.edit_plan(self.shell.year())

    def _read(self, year: SchoolYear) -> _Read:
        rows = self._service.rows(year)
        found = self._service.duplicates(year)
        return _Read(
            self._service.shares(year),
            self._service.by_kind(_FORM, year),
            sorted(found, key=lambda one: (not one.is_counted_twice, not one.is_sure)),
            sum(bool(row.package and row.package.people) for row in rows),
        )

    def _show(self, read: _Read) -> None:
        view = self._shown
        view.header.show_subtitle(f"{self.shell.year().label} учебный год")
        view.chart.show_shares(read.shares)
        view.shares.set_rows(read.shares)
        view.kinds.set_rows(read.kinds.rows)
        view.duplicates.set_rows(read.duplicates)
        view.show_duplicates(_words(read), has_any=bool(read.duplicates))


def _words(read: _Read) -> str:
    if read.with_people < 2:
        return (
            "Повторы ищутся только среди посылок со сведениями о людях: таких пока "
            f"{'нет' if not read.with_people else 'одна'}."
        )
    packages = counted(read.with_people, "посылке", "посылкам", "посылкам")
    if not read.duplicates:
        return f"По {packages} со сведениями о людях повторов не найдено."
    return (
        f"По {packages} со сведениями о людях. Кто «учтён дважды», тот вошёл в показатели обеих "
        "школ: в своде он посчитан два раза."
    )
