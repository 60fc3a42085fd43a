"""How a road map begins besides a file: from a template, or as a copy for the next year."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.road_maps.kept import RoadMapHead
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.road_map_years import CopiedRoadMap, CopyPlan, RoadMapTemplate
from ui.shell import Shell
from ui.tokens import Tone
from ui.widgets.notice_bar import Notice, NoticeAction
from ui.writes import Writes

_MOST_STALE = 5


class RoadMapBeginnings:
    """``on_made`` gets the id of the new road map."""

    def __init__(self, shell: Shell, writes: Writes, on_made: Callable[[int], None]) -> None:
        self._shell = shell
        self._writes = writes
        self._on_made = on_made
        self._years = shell.services.road_map_years

    def from_template(self) -> None:
        """Choose a template and make the school's own road map of the year."""
        self._shell.operations.run("Чтение образцов", self._years.templates, self._ask_template)

    def copy(self, head: RoadMapHead) -> None:
        """Show the copy for the next year, and make it when the user agrees."""
        call = partial(self._years.plan_copy, head.road_map_id)
        ask = partial(self._ask_copy, head.road_map_id)
        self._shell.operations.run("Подготовка копии", call, ask, self._show_failure)

    def _ask_copy(self, road_map_id: int, plan: CopyPlan) -> None:
        from ui.dialogs.road_map_copy_dialog import RoadMapCopyDialog

        agreed = self._shell.prompts.ask_draft(lambda parent: RoadMapCopyDialog(parent, plan), plan)
        if agreed is not None:
            call = partial(self._years.copy, road_map_id)
            self._shell.operations.run("Копирование", call, self._tell_copied, self._show_failure)

    def _show_failure(self, error: BaseException) -> None:
        self._writes.show("Дорожная карта не скопирована", error)

    def _ask_template(self, templates: list[RoadMapTemplate]) -> None:
        words = [_template_words(each) for each in templates]
        prompts = self._shell.prompts
        at = prompts.ask_choice("Дорожная карта по образцу", "Образец", words)
        if at is not None:
            code = templates[at].code
            call = partial(self._make, code)
            self._writes.run("Дорожная карта по образцу", call, next_steps=self._made)

    def _make(self, code: str) -> Saved:
        school = self._shell.services.school.get().short_name
        saved: Saved = self._years.create_from_template(code, self._shell.year(), school)
        return saved

    def _made(self, saved: Saved) -> tuple[NoticeAction, ...]:
        if saved.record_id is not None:
            self._on_made(saved.record_id)
        return ()

    def _tell_copied(self, copied: CopiedRoadMap) -> None:
        self._made(copied)
        self._writes.tell(copied)
        if copied.stale:
            numbers = ", ".join(one.number or one.field for one in copied.stale[:_MOST_STALE])
            count = counted(len(copied.stale), "месте", "местах", "местах")
            words = f"{copied.message}. Прежний год остался в {count}: {numbers}"
            back = NoticeAction("Отменить", self._writes.undo)
            self._shell.notify(Notice(words, Tone.WARNING, (back,)))


def _template_words(template: RoadMapTemplate) -> str:
    count = counted(template.items_count, "пункт", "пункта", "пунктов")
    return f"{template.name} – {count}"
