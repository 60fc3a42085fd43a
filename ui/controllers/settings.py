"""The page «Настройки»: one draft of the school and of the program, saved together."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from nastavnik_desktop.config import paths
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.config.autostart import start_at_login
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.problems import Problem, errors_of
from nastavnik_desktop.domain.school import Head, School, problems_in
from ui.controllers.backups import BackupsController
from ui.controllers.base_level import BaseLevelController
from ui.controllers.column_wordings import ColumnWordingsController
from ui.controllers.name_rules import NameRulesController
from ui.controllers.need_words import NeedWordsController
from ui.controllers.page_presets import PagePresetsController
from ui.controllers.reference_lists import ReferenceListsController
from ui.controllers.working_calendar import WorkingCalendarController
from ui.page import Page
from ui.shell import Shell
from ui.theme import Theme
from ui.views.settings import SectionEntry, SettingsView
from ui.views.settings_about import AboutSection, Place
from ui.views.settings_heads import HeadsSection
from ui.views.settings_program import ProgramSection
from ui.views.settings_school import (
    OrdersSection,
    RequisitesSection,
    RulesSection,
)
from ui.views.settings_section import SchoolSection, SettingsSection
from ui.widgets.notice_bar import Notice
from ui.writes import Writes

if TYPE_CHECKING:
    from nastavnik_desktop.services.bases import BaseInfo
    from nastavnik_desktop.services.results import Saved
    from ui.help import HelpWindow
    from ui.widgets.folder_field import FolderField
    from ui.widgets.notice_bar import NoticeAction

_LISTS_OF_BASE = ("needs", "names", "sheets")
_LEAVE = "В настройках есть несохранённые изменения"


class SettingsPage(Page):
    """Keeps what the user typed until it is saved or given up, whatever else changes."""

    watches = Changes.SCHOOL | Changes.PEOPLE

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._writes = Writes(shell)
        self._school = School()
        self._is_filled = False
        self._heads = HeadsSection(shell.settings)
        self._own: dict[str, SchoolSection] = {
            "school": RequisitesSection(),
            "heads": self._heads,
            "orders": OrdersSection(),
            "rules": RulesSection(),
        }
        self._program_section = ProgramSection(self._choose_folder)
        licences = paths.licences_page()
        show_licences = partial(self._show_licences, licences) if licences else None
        self._about = AboutSection(self._open_folder, show_licences)
        self._licences: HelpWindow | None = None
        self._copies = BackupsController(shell)
        self.needs = NeedWordsController(shell)
        self.names = NameRulesController(shell)
        self.columns = ColumnWordingsController(shell)
        self.reference = ReferenceListsController(shell)
        self.calendar = WorkingCalendarController(shell)
        self.sheets = PagePresetsController(shell)
        self.level = BaseLevelController(shell)
        self._lists: dict[str, Callable[[], None]] = {
            "copies": self._copies.reload,
            "needs": self.needs.reload,
            "names": self.names.reload,
            "columns": self.columns.reload,
            "lists": self.reference.reload,
            "calendar": self.calendar.reload,
            "sheets": self.sheets.reload,
            "level": self.level.reload,
        }
        self._opened = ""

    def build(self) -> QWidget:
        """Make the sections and listen to them."""
        view = SettingsView(self._entries())
        for section in self._sections().values():
            section.changed.connect(self._on_changed)
        self._heads.add_asked.connect(self.add_head)
        self._heads.edit_asked.connect(self.edit_head)
        view.save.clicked.connect(lambda _checked: self.save())
        view.discard.clicked.connect(lambda _checked: self.discard())
        view.opened.connect(self._on_section_opened)
        view.show_unsaved(is_changed=False)
        self._shown = view
        view.open("school")
        return view

    def reload(self) -> None:
        """Read the school again; what was typed and not saved stays."""

        def read() -> tuple[School, BaseInfo]:
            services = self.shell.services
            return services.school.get(), services.bases.info()

        self.shell.operations.run("Чтение настроек", read, lambda found: self._show(*found))
        if self._opened in _LISTS_OF_BASE:
            self._lists[self._opened]()

    def open_record(self, key: Hashable) -> None:
        """Open a section by its name."""
        if isinstance(key, str) and self._shown.knows(key):
            self._shown.open(key)

    def may_leave(self) -> bool:
        """Ask when something was changed and not saved."""
        if not self._is_filled or not self._is_changed():
            return True
        words = "Если уйти, они пропадут."
        if self.shell.prompts.ask_yes_no(_LEAVE, words, "Уйти без сохранения", "Остаться"):
            self.discard()
            return True
        return False

    # What the user does

    def add_head(self) -> None:
        """Ask for somebody who signs orders."""
        self._ask_head("Новый руководитель", Head(FullName("")), None)

    def edit_head(self, place: int) -> None:
        """Change the head at a place of the list."""
        self._ask_head("Руководитель", self._heads.head(place), place)

    # Saving

    def save(self) -> None:
        """Save the program's settings, then the school's; errors stand beside their fields."""
        school, program = self._drafts()
        found = [problem for each in self._sections().values() for problem in each.unread()]
        if school != self._school:
            found += problems_in(school)
        self._show_problems(found)
        if errors_of(found):
            return
        if program != self.shell.settings.current and not self._save_program(program):
            return
        if school != self._school:
            self._writes.run(
                "Сохранение настроек",
                partial(self.shell.services.school.save, school),
                next_steps=partial(self._after_saving, school),
                on_refused=self._on_refused,
            )
        self._on_changed()

    def discard(self) -> None:
        """Take back what was typed."""
        self._fill()
        self._show_problems([])

    def _after_saving(self, school: School, _saved: Saved) -> tuple[NoticeAction, ...]:
        self._school = school
        self._on_changed()
        return ()

    def _on_refused(self, error: RuleViolation) -> None:
        self._show_problems([Problem(error.field, error.message)])

    def _save_program(self, program: AppSettings) -> bool:
        settings = self.shell.settings
        before = settings.current
        settings.change(program)
        try:
            if program.remind_at_login is not before.remind_at_login:
                start_at_login(wanted=program.remind_at_login)
            settings.save()
        except StorageUnavailable as error:
            settings.change(before)
            self.shell.prompts.show_error("Настройки не сохранены", error)
            return False
        self._apply(program)
        self.shell.notify(Notice("Настройки программы сохранены"))
        return True

    def _apply(self, program: AppSettings) -> None:
        application = QApplication.instance()
        theme = application.findChild(Theme) if application is not None else None
        if isinstance(theme, Theme):
            theme.show_theme(None if program.theme.value == "system" else program.theme.value)
        folder = Path(program.backup_folder) if program.backup_folder else None
        self.shell.services.bases.keep_copies_in(folder)
        self.shell.changes.publish(Changes.COPIES)

    # Showing

    def _show(self, school: School, info: BaseInfo) -> None:
        is_typed_in = self._is_filled and self._is_changed()
        self._school = school
        if not is_typed_in:
            self._fill()
        self._about.show_places(_places(info))
        self._on_changed()

    def _fill(self) -> None:
        self._is_filled = True
        for section in self._own.values():
            section.fill(self._school)
        self._program_section.fill(self.shell.settings.current)
        self._on_changed()

    def _drafts(self) -> tuple[School, AppSettings]:
        school = self._school
        for section in self._own.values():
            school = section.applied(school)
        return school, self._program_section.applied(self.shell.settings.current)

    def _is_changed(self) -> bool:
        return self._drafts() != (self._school, self.shell.settings.current)

    def _entries(self) -> list[SectionEntry]:
        own = self._own
        return [
            SectionEntry("school", "Школа", "school", own["school"]),
            SectionEntry("heads", "Руководители", "user", own["heads"]),
            SectionEntry("orders", "Приказы", "file-text", own["orders"]),
            SectionEntry("sheets", "Оформление листов", "printer", self.sheets.view, is_form=False),
            SectionEntry("rules", "Правила", "list-checks", own["rules"]),
            SectionEntry("needs", "Запросы", "sprout", self.needs.view, is_form=False),
            SectionEntry("names", "Склонение имён", "pencil", self.names.view, is_form=False),
            SectionEntry("columns", "Названия столбцов", "table", self.columns.view, is_form=False),
            SectionEntry("lists", "Формы и виды", "handshake", self.reference.view, is_form=False),
            SectionEntry(
                "calendar", "Рабочий календарь", "calendar", self.calendar.view, is_form=False
            ),
            SectionEntry("level", "Свод школ", "send", self.level.view, is_form=False),
            SectionEntry("program", "Программа", "settings", self._program_section),
            SectionEntry(
                "copies", "Резервные копии", "database-backup", self._copies.view, is_form=False
            ),
            SectionEntry("about", "О программе", "info", self._about, is_form=False),
        ]

    def section(self, name: str) -> SettingsSection:
        """A section with fields, by its name."""
        return self._sections()[name]

    def _sections(self) -> dict[str, SettingsSection]:
        return {**self._own, "program": self._program_section}

    def _show_problems(self, problems: list[Problem]) -> None:
        """Each problem in its section; the first section with an error comes to the front."""
        faulty = ""
        for name, section in self._sections().items():
            own = [problem for problem in problems if section.knows(problem.field)]
            section.show_problems(own)
            faulty = faulty or (name if errors_of(own) else "")
        if faulty:
            self._shown.open(faulty)

    # What happens

    def _on_changed(self) -> None:
        if not self._is_filled:
            return
        self._shown.show_unsaved(is_changed=self._is_changed())

    def _on_section_opened(self, name: str) -> None:
        self._opened = name
        if name in self._lists:
            self._lists[name]()

    def _ask_head(self, title: str, head: Head, place: int | None) -> None:
        def ask(today: date) -> None:
            from ui.dialogs.head_dialog import HeadDialog

            answer = self.shell.prompts.ask_draft(
                lambda parent: HeadDialog(parent, title, today), head
            )
            if answer is not None:
                self._heads.put(answer, place)

        self.shell.operations.run("Дата", self.shell.services.school.today, ask)

    def _choose_folder(self, field: FolderField) -> None:
        present = Path(field.text) if field.text else None
        chosen = self.shell.prompts.choose_folder("Выбрать папку", present)
        if chosen is not None:
            field.set_text(str(chosen))

    def _show_licences(self, page: Path) -> None:
        from ui.help import HelpWindow

        self._licences = self._licences or HelpWindow("Лицензии", page)
        self._licences.open_at()

    def _open_folder(self, folder: Path) -> None:
        self.shell.prompts.open_in_system(folder)


def _places(info: BaseInfo) -> list[Place]:
    base = [] if info.is_server else [Place("База", Path(info.location))]
    return [
        *base,
        Place("Настройки", paths.settings_file()),
        Place("Журнал работы", paths.logs_dir()),
        Place("Программа", paths.program_dir()),
    ]
