"""Which base the window works with: opening, creating, changing to another one, closing."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from nastavnik_desktop.config import paths
from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.errors import NastavnikError, RuleViolation
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.change_bus import ChangeBus
from ui.controllers import base_opening
from ui.controllers.backup_keeper import BackupKeeper
from ui.controllers.base_opening import OpenedBase, is_missing, name_of
from ui.controllers.frame import ChosenYear, Frame, FrameFacts, read_frame
from ui.page_entry import PageEntry
from ui.prompts import words_of
from ui.requests import ImportList, ListSchools
from ui.shell import Shell
from ui.tokens import Tone
from ui.widgets.notice_bar import Notice, NoticeAction

if TYPE_CHECKING:
    from nastavnik_desktop.bootstrap import Services
    from ui.main_window import MainWindow
    from ui.operations import Operations
    from ui.prompts import Prompts
    from ui.user_settings import UserSettings

_KINDS = "База Наставника (*.nastavnik)"
_ADDRESS_HINT = "Адрес: postgresql://пользователь:пароль@сервер/база"
_NOT_OPENED = "База не открыта"
_NEXT: dict[BaseLevel, tuple[str, str, Hashable]] = {
    BaseLevel.SCHOOL: ("Загрузить список сотрудников", "people", ImportList()),
    BaseLevel.MUNICIPALITY: ("Составить перечень школ", "consolidation", ListSchools()),
}
"""What is offered when a base was made: the words, the page and what it is asked for."""


class BasesController(QObject):
    """Brings the window to life with a base; ``shell`` and ``frame`` are None until one is open.

    ``opened`` is emitted when the pages show a base.
    """

    opened = Signal()

    def __init__(
        self,
        window: MainWindow,
        settings: UserSettings,
        prompts: Prompts,
        operations: Operations,
    ) -> None:
        super().__init__(window)
        self.shell: Shell | None = None
        self.frame: Frame | None = None
        self._window = window
        self._settings = settings
        self._prompts = prompts
        self._operations = operations
        self._keeper: BackupKeeper | None = None

    # Ways to a base

    def open_first(self, file: Path | None) -> None:
        """At the start: the file that was double-clicked, else the last base, else the way in."""
        address = str(file.absolute()) if file else self._settings.current.last_base
        if not address:
            self.show_welcome()
        elif is_missing(address):
            self.show_welcome(_missing(address))
        else:
            self.open(address)

    def open(self, address: str) -> None:
        """Open a base by its file or address; the one that is open stays if that fails."""
        if is_missing(address):
            self._settings.change(self._settings.current.without_base(address))
            self._refuse(_NOT_OPENED, _missing(address))
        elif self._is_open(address):
            self._window.notify(Notice("Эта база уже открыта", Tone.NEUTRAL))
        else:
            call = partial(base_opening.open_base, address, self._settings.current)
            self._begin("Открытие базы", call)

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        folder = paths.bases_dir()
        chosen = self._prompts.choose_file_to_open("Открыть базу", _KINDS, folder)
        if chosen is not None:
            self.open(str(chosen))

    def open_training_school(self) -> None:
        """Open the invented school; the first time it is made."""
        address = str(base_opening.training_school())
        if not is_missing(address):
            self.open(address)
            return
        call = partial(base_opening.open_training_school, self._settings.current)
        self._begin("Подготовка учебной школы", call)

    def open_server(self) -> None:
        """Ask for the address of a database on a server and open it."""
        known = self._settings.current.last_base
        proposed = known if base_opening.is_server(known) else "postgresql://"
        address = self._prompts.ask_text("База на сервере PostgreSQL", _ADDRESS_HINT, proposed)
        if not address:
            return
        if base_opening.is_server(address):
            self.open(address)
        else:
            self._refuse(_NOT_OPENED, f"«{address}» – не адрес сервера. {_ADDRESS_HINT}.")

    def create_own(self) -> None:
        """Ask where the new base shall lie and for the school, then make it."""
        proposed = paths.made_folder(paths.bases_dir()) / f"Моя школа{paths.BASE_SUFFIX}"
        path = self._prompts.choose_file_to_save("Новая база школы", _KINDS, proposed)
        if path is None:
            return
        if path.exists():
            sentence = f"Файл «{path.name}» уже есть. Назовите новую базу иначе или откройте его."
            self._refuse("База не создана", sentence)
        else:
            self._ask_school(path, School())

    def show_welcome(self, sentence: str = "") -> None:
        """No base is open: the first page offers the ways to one."""
        from ui.controllers.welcome import Ways, WelcomePage

        ways = Ways(
            open_training_school=self.open_training_school,
            create_own=self.create_own,
            choose_and_open=self.choose_and_open,
            open=self.open,
        )
        self._window.navigation.show_school("База не открыта")
        recent = tuple(self._settings.current.recent_bases)
        entry = PageEntry("today", "", "", lambda shell: WelcomePage(shell, ways, sentence, recent))
        self._window.pages.connect_to(self._make_shell(None, ChosenYear.of_today()), (entry,))
        self._window.pages.open("today")

    # From one base to another

    def _ask_school(self, path: Path, draft: School, error: RuleViolation | None = None) -> None:
        from ui.dialogs.school_dialog import SchoolDialog

        problems = [Problem(error.field, error.message)] if error else []
        school = self._prompts.ask_draft(SchoolDialog, draft, problems)
        if school is None:
            return

        def failed(fault: BaseException) -> None:
            if isinstance(fault, RuleViolation):
                self._ask_school(path, school, fault)
            else:
                self._on_failed(fault)

        call = partial(base_opening.create_base, str(path), school, self._settings.current)
        self._begin("Создание базы", call, failed, partial(self._offer_next, school.level))

    def _begin(
        self,
        title: str,
        call: Callable[[], OpenedBase],
        on_failed: Callable[[BaseException], None] | None = None,
        then: Callable[[], object] | None = None,
    ) -> None:
        if not self._window.pages.may_leave():
            return

        def work() -> tuple[OpenedBase, FrameFacts, int]:
            opened = call()
            services = opened.services
            return opened, read_frame(services), len(services.unsaved_cards.pending_drafts())

        def done(result: tuple[OpenedBase, FrameFacts, int]) -> None:
            opened, facts, cards = result
            self._connect(opened, facts)
            self._tell_of_cards(cards)
            if then is not None:
                then()

        self._operations.run(title, work, done, on_failed or self._on_failed)

    def _connect(self, opened: OpenedBase, facts: FrameFacts) -> None:
        self.leave()
        self._settings.change(self._settings.current.with_base_opened(opened.address))
        self._settings.save_if_possible()
        chosen = ChosenYear(facts.current_year)
        self.shell = self._make_shell(opened.services, chosen)
        self.frame = Frame(self._window, self.shell, chosen)
        self._keeper = BackupKeeper(self.shell, self._window.status, self)
        self.shell.changes.changed.connect(self._on_changed)
        self._window.connect_to(self.shell)
        self.frame.show(facts)
        self.opened.emit()

    def _make_shell(self, services: Services | None, chosen: ChosenYear) -> Shell:
        return Shell(
            services=services,
            operations=self._operations,
            prompts=self._prompts,
            changes=ChangeBus(),
            settings=self._settings,
            notify=self._window.notify,
            open_page=self._window.open_page,
            year=chosen,
            choose_year=self._choose_year,
        )

    def _choose_year(self, year: SchoolYear) -> None:
        if self.frame is not None:
            self.frame.choose_year(year)

    def leave(self) -> None:
        """Let the open base go, with a copy of what was written since the last one."""
        if self.shell is None or self.frame is None or self._keeper is None:
            return
        self.frame.retire()
        self._keeper.stop()
        close = partial(_close, self.shell.services)
        self._operations.run("Закрытие базы", close, None, self._on_copy_failed)
        self.shell = self.frame = self._keeper = None

    def _on_changed(self, _changes: object) -> None:
        if self._keeper is not None:
            self._keeper.follow_settings()
            self._keeper.refresh()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, NastavnikError):
            raise error
        if self.shell is None:
            self.show_welcome(words_of(error))
        else:
            self._prompts.show_error(_NOT_OPENED, error)

    def _on_copy_failed(self, error: BaseException) -> None:
        if not isinstance(error, NastavnikError):
            raise error
        self._prompts.show_error("Резервная копия не сделана", error)

    def _refuse(self, title: str, sentence: str) -> None:
        self._prompts.show_error(title, RuleViolation(sentence))

    def _is_open(self, address: str) -> bool:
        current = self._settings.current.last_base
        return self.shell is not None and base_opening.without_password(address) == current

    def _tell_of_cards(self, count: int) -> None:
        if count:
            look = NoticeAction("Посмотреть", partial(self._window.open_page, "people"))
            words = "Программа закрылась, пока карточка была открыта: введённое сохранилось"
            self._window.notify(Notice(words, Tone.WARNING, (look,)))
        elif self._settings.notice:
            self._window.notify(Notice(self._settings.notice, Tone.WARNING))

    def _offer_next(self, level: BaseLevel) -> None:
        title, page, request = _NEXT[level]
        action = NoticeAction(title, partial(self._window.open_page, page, request))
        self._window.notify(Notice("База создана", actions=(action,)))


def _close(services: Services) -> None:
    try:
        services.bases.back_up_if_changed()
    finally:
        services.close()


def _missing(address: str) -> str:
    path = Path(address)
    return (
        f"Базы «{name_of(address)}» нет в папке «{path.parent}». Если она лежит на флешке или "
        f"сетевом диске, подключите его; если её переместили, откройте её на новом месте."
    )
