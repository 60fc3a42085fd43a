"""What is done with a road map as a whole: papers, copy, numbers, sections, roles, deletion."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from nastavnik_desktop.domain.people import PersonRow
from nastavnik_desktop.domain.road_maps.kept import Load, RoadMapHead, RoleFilling
from nastavnik_desktop.services.results import Saved
from ui.controllers.road_map_beginnings import RoadMapBeginnings
from ui.controllers.road_map_outputs import RoadMapOutputs
from ui.dialogs.road_map_people_dialogs import LoadsDialog, RolesDialog
from ui.papers import PaperDesk
from ui.shell import Shell
from ui.widgets.notice_bar import Notice
from ui.writes import Writes

_NO_ROLES = "В дорожных картах этого года нет ролей: ответственные названы по фамилиям."
_NO_LOADS = "В этом учебном году по дорожным картам никому ничего не поручено."
_BY_ITSELF = "Нумеровать автоматически"
_AS_WRITTEN = "Оставлять номера, как написаны"


class RoadMapWhole:
    """``head`` gives the road map that is shown, ``on_made`` gets the id of a new one."""

    def __init__(
        self,
        shell: Shell,
        desk: PaperDesk,
        head: Callable[[], RoadMapHead | None],
        on_made: Callable[[int], None],
        begin_section: Callable[[], object],
    ) -> None:
        self._shell = shell
        self._writes = Writes(shell)
        self._head = head
        self._begin_section = begin_section
        self._service = shell.services.road_maps
        self._people = shell.services.road_map_people
        self.beginnings = RoadMapBeginnings(shell, self._writes, on_made)
        self.outputs = RoadMapOutputs(shell, desk)

    def tools(self) -> dict[str, Callable[[], object]]:
        """By the words of the menu «…»."""
        head = self._head()
        if head is not None and head.is_self_numbered:
            numbering = {_AS_WRITTEN: partial(self._with_head, self._keep_numbers)}
        else:
            numbering = {_BY_ITSELF: partial(self._with_head, self._renumber)}
        return {
            "Создать по образцу…": self.beginnings.from_template,
            "Скопировать на следующий год…": partial(self._with_head, self.beginnings.copy),
            "Кто исполняет роли…": self.ask_roles,
            "Кто сколько должен сделать…": self.show_loads,
            "Новый раздел…": self._begin_section,
            **numbering,
            "Удалить дорожную карту": partial(self._with_head, self._delete),
        }

    def pop_papers(self, anchor: QWidget) -> None:
        """The menu of papers under its button."""
        head = self._head()
        if head is not None:
            menu = QMenu(anchor)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for words, run in self.outputs.ways(head, self._shell.year()).items():
                menu.addAction(words, run)
            menu.popup(anchor.mapToGlobal(anchor.rect().bottomLeft()))

    def ask_roles(self) -> None:
        """Who fills the roles that road maps of the year name."""

        def read() -> tuple[list[RoleFilling], list[PersonRow]]:
            year = self._shell.year()
            return self._people.roles(year), self._shell.services.people.rows(year)

        self._shell.operations.run("Чтение ролей", read, lambda found: self._ask_roles(*found))

    def show_loads(self) -> None:
        """Who has how much to do in the year."""
        call = partial(self._people.loads, self._shell.year())
        self._shell.operations.run("Подсчёт поручений", call, self._show_loads)

    def _ask_roles(self, roles: list[RoleFilling], people: list[PersonRow]) -> None:
        if not roles:
            self._shell.notify(Notice(_NO_ROLES))
            return
        year = self._shell.year()
        answer = self._shell.prompts.ask_draft(
            lambda parent: RolesDialog(parent, year, roles, people), tuple(roles)
        )
        before = {one.role: one.person_id for one in roles}
        changed = {
            one.role: one.person_id or None
            for one in answer or ()
            if one.person_id != before[one.role]
        }
        if changed:
            call = partial(self._people.fill_roles, changed, year)
            self._writes.run("Роли дорожной карты", call)

    def _show_loads(self, loads: list[Load]) -> None:
        if loads:
            self._shell.prompts.show_dialog(LoadsDialog(self._shell.year(), loads))
        else:
            self._shell.notify(Notice(_NO_LOADS))

    def _renumber(self, head: RoadMapHead) -> None:
        self._write("Нумерация", partial(self._service.renumber, head.road_map_id))

    def _keep_numbers(self, head: RoadMapHead) -> None:
        self._write("Нумерация", partial(self._service.keep_numbers, head.road_map_id))

    def _delete(self, head: RoadMapHead) -> None:
        self._write("Удаление дорожной карты", partial(self._service.delete, head.road_map_id))

    def _write(self, title: str, call: Callable[[], Saved]) -> None:
        self._writes.run(title, call)

    def _with_head(self, run: Callable[[RoadMapHead], object]) -> None:
        head = self._head()
        if head is not None:
            run(head)
