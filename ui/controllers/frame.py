"""What stands around the pages of an open base: year, school, steps to undo, read-only notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.history import UndoState
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.controllers.base_opening import name_of
from ui.requests import StartNewYear
from ui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from nastavnik_desktop.bootstrap import Services
    from nastavnik_desktop.services.results import Saved
    from ui.main_window import MainWindow
    from ui.shell import Shell


@dataclass(frozen=True)
class FrameFacts:
    """What the frame shows, read at once on the worker."""

    school_name: str
    years: tuple[SchoolYear, ...]
    current_year: SchoolYear
    steps: UndoState
    read_only_reason: str
    hidden_pages: tuple[str, ...] = ()


def read_frame(services: Services) -> FrameFacts:
    """Read what the frame shows of an open base."""
    info = services.bases.info()
    school = services.school.get()
    return FrameFacts(
        school_name=school.short_name or name_of(info.location),
        years=tuple(services.school.years()),
        current_year=services.school.current_year(),
        steps=UndoState() if info.is_read_only else services.history.state(),
        read_only_reason=info.read_only_reason,
        hidden_pages=hidden_pages(school.level, has_people=services.school.has_people()),
    )


_PAGES_OF_PEOPLE = ("people", "pairings", "registers", "orders", "statistics")
_PAGES_BY_LEVEL = ("consolidation", *_PAGES_OF_PEOPLE)


def hidden_pages(level: BaseLevel, *, has_people: bool) -> tuple[str, ...]:
    """Pages of the navigation that this base does not need.

    A municipality that keeps people of its own keeps the pages of people too: nothing that was
    entered may go out of reach.
    """
    if level is BaseLevel.SCHOOL:
        return ("consolidation",)
    return () if has_people else _PAGES_OF_PEOPLE


class ChosenYear:
    """The school year chosen in the top bar."""

    def __init__(self, year: SchoolYear) -> None:
        self.year = year

    @staticmethod
    def of_today() -> ChosenYear:
        """The year of the computer's date, while no base is open."""
        return ChosenYear(SchoolYear.of(date.today()))

    def __call__(self) -> SchoolYear:
        """The year, as ``Shell.year`` asks for it."""
        return self.year


class Frame(QObject):
    """Keeps the bars of the window true to the base, and takes steps back and forth."""

    def __init__(self, window: MainWindow, shell: Shell, chosen: ChosenYear) -> None:
        super().__init__(window)
        self._window = window
        self._shell = shell
        self._chosen = chosen
        window.top_bar.year_chosen.connect(self._on_year_chosen)
        window.top_bar.new_year_asked.connect(self._on_new_year_asked)
        shell.changes.changed.connect(self._on_changed)

    def show(self, facts: FrameFacts) -> None:
        """Show what was read."""
        window = self._window
        window.setWindowTitle(f"{facts.school_name} – Наставник")
        window.navigation.show_school(facts.school_name)
        for page in _PAGES_BY_LEVEL:
            window.navigation.show_page(page, is_shown=page not in facts.hidden_pages)
        window.banner.say(facts.read_only_reason)
        window.top_bar.show_years([year.label for year in facts.years], self._chosen.year.label)
        window.show_steps(facts.steps.undo_title, facts.steps.redo_title)
        if self._chosen.year not in facts.years:
            self.choose_year(facts.current_year)

    def choose_year(self, year: SchoolYear) -> None:
        """Show another school year."""
        self._chosen.year = year
        self._shell.changes.publish(Changes.EVERYTHING)

    def undo(self) -> None:
        """Take the last step back."""
        self._run("Отмена", self._shell.services.history.undo)

    def redo(self) -> None:
        """Carry out the undone step again."""
        self._run("Возврат", self._shell.services.history.redo)

    def retire(self) -> None:
        """Another base comes."""
        self._window.top_bar.year_chosen.disconnect(self._on_year_chosen)
        self._window.top_bar.new_year_asked.disconnect(self._on_new_year_asked)
        self._window.banner.say("")
        self.deleteLater()

    def _run(self, title: str, call: Callable[[], Saved]) -> None:
        self._shell.operations.run(title, call, self._on_step_taken)

    def _on_step_taken(self, saved: Saved) -> None:
        self._shell.changes.publish(saved.changes)
        self._shell.notify(Notice(saved.message))

    def _on_changed(self, _changes: Changes) -> None:
        read = partial(read_frame, self._shell.services)
        self._shell.operations.run("Чтение базы", read, self.show)

    def _on_year_chosen(self, label: str) -> None:
        self.choose_year(SchoolYear.parse(label))

    def _on_new_year_asked(self) -> None:
        self._shell.open_page("people", StartNewYear())
