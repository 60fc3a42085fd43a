"""The municipality's own lists: schools entered, pasted, read from a road map; the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.config import paths
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consolidation.schools import MunicipalSchool
from nastavnik_desktop.domain.consolidation.shares import SharePlan
from nastavnik_desktop.domain.errors import ChangedMeanwhile, RuleViolation
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.copies import safe_name
from ui.dialogs.package_dialogs import (
    SchoolList,
    SchoolListDialog,
    SchoolOfListDialog,
    SharePlanDialog,
)
from ui.shell import Shell
from ui.two_writers import keeps_own
from ui.widgets.notice_bar import Notice
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.results import Saved

_ROAD_MAPS = "Дорожная карта (*.docx *.odt *.xlsx *.csv *.txt *.pdf)"


class ConsolidationLists:
    """Asks, writes and tells; the page reloads by the changes that are published."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._service = shell.services.exchange.municipal

    def add_school(self) -> None:
        """Enter a new school."""
        self._ask_school("Новая школа", MunicipalSchool())

    def edit_school(self, school: MunicipalSchool) -> None:
        """Change a school of the list."""
        self._ask_school("Школа", school)

    def remove_school(self, school: MunicipalSchool) -> None:
        """Take a school out of the list."""
        if school.school_id is not None:
            call = partial(self._service.remove_school, school.school_id)
            self._writes.run("Школа убрана", call)

    def paste_schools(self) -> None:
        """Add schools of a pasted column."""
        answer = self._shell.prompts.ask_draft(SchoolListDialog, SchoolList())
        if answer is not None:
            found = self._service.schools_in(answer.text)
            self._writes.run("Перечень школ", partial(self._service.add_schools, found))

    def load_road_map(self) -> None:
        """Take the lists of schools, models and teams out of a municipal road map."""
        path = self._shell.prompts.choose_file_to_open("Дорожная карта", _ROAD_MAPS)
        if path is not None:
            self._shell.operations.run(
                "Чтение дорожной карты",
                partial(self._service.schools_of_road_map, path),
                self._confirm,
                partial(self._writes.show, "Дорожная карта"),
            )

    def edit_plan(self, year: SchoolYear) -> None:
        """Ask for the plan of shares."""

        def ask(plan: SharePlan) -> None:
            answer = self._shell.prompts.ask_draft(SharePlanDialog, plan)
            if answer is not None:
                self._writes.run("План доли школ", partial(self._service.save_plan, answer))

        self._shell.operations.run("Чтение плана", partial(self._service.plan, year), ask)

    def proposed(self, title: str, suffix: str) -> Path:
        """A place for a file: the user's folder of documents."""
        chosen = self._shell.settings.current.documents_folder
        folder = Path(chosen) if chosen else paths.documents_dir()
        return folder / f"{safe_name(title)}.{suffix}"

    def tell(self, title: str, call: Callable[[], Saved]) -> None:
        """Write a file: there is no step of the journal to take back."""

        def done(saved: Saved) -> None:
            self._shell.notify(Notice(saved.message))

        self._shell.operations.run(title, call, done, partial(self._writes.show, title))

    def _confirm(self, found: Sequence[MunicipalSchool]) -> None:
        schools = counted(len(found), "школа", "школы", "школ")
        words = "\n".join(f"– {school.name}" for school in found)
        question = f"Добавить в перечень: {schools}?"
        if self._shell.prompts.ask_yes_no(question, words, "Добавить"):
            self._writes.run("Перечень школ", partial(self._service.add_schools, found))

    def _ask_school(
        self,
        title: str,
        draft: MunicipalSchool,
        problems: Sequence[Problem] = (),
        seen: MunicipalSchool | None = None,
    ) -> None:
        opened = seen or (None if draft.school_id is None else draft)
        make = partial(SchoolOfListDialog, title=title)
        answer = self._shell.prompts.ask_draft(make, draft, problems)
        if answer is None:
            return

        def refused(error: RuleViolation) -> None:
            if not isinstance(error, ChangedMeanwhile):
                self._ask_school(title, answer, [Problem(error.field, error.message)], opened)
            elif keeps_own(self._shell.prompts, error):
                self._writes.run(title, partial(self._service.save_school, answer))
            else:
                self._shell.changes.publish(Changes.PACKAGES)

        call = partial(self._service.save_school, answer, opened)
        self._writes.run(title, call, on_refused=refused)
