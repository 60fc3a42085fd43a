"""The order of the items of a road map, and their sections."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.road_maps.kept import KeptItem, KeptRoadMap
from nastavnik_desktop.domain.road_maps.placing import sections_at
from ui.item_models.road_map import PlanLine
from ui.shell import Shell
from ui.views.road_map import RoadMapView
from ui.widgets.notice_bar import Notice
from ui.writes import Writes

_SORTED = (
    "Строки упорядочены по столбцу. Чтобы переставлять пункты, верните порядок документа: "
    "щёлкайте по заголовку столбца, пока не исчезнет стрелка"
)


class RoadMapOrder:
    """``kept`` gives the road map that is shown, ``ask_item`` opens the dialog of a new item."""

    def __init__(
        self,
        shell: Shell,
        view: RoadMapView,
        kept: Callable[[], KeptRoadMap | None],
        ask_item: Callable[[KeptItem], object],
    ) -> None:
        self._shell = shell
        self._view = view
        self._writes = Writes(shell)
        self._kept = kept
        self._ask_item = ask_item
        self._service = shell.services.road_maps

    def may_drag(self) -> bool:
        """Rows stand as in the document; where they are sorted the user is told what to do."""
        if self._view.table.is_sorted:
            self._shell.notify(Notice(_SORTED))
        return not self._view.table.is_sorted

    def shift(self, line: PlanLine, step: int) -> None:
        """Move an item up (-1) or down (1) by one; at the edge nothing happens."""
        kept = self._kept()
        if kept is None:
            return
        ids = [item.item_id for item in kept.items]
        to = ids.index(line.item.item_id) + step
        if 0 <= to < len(ids):
            following = (*ids, None)[to if step < 0 else to + 1]
            self._put(kept, [line.item.item_id], following)

    def drop(self, item_ids: Sequence[Hashable], before_id: Hashable) -> None:
        """Put dragged items before another one; below the last shown row comes what is hidden."""
        kept = self._kept()
        if kept is None:
            return
        ids: list[int] = [item.item_id for item in kept.items]
        moved = [item_id for item_id in ids if item_id in item_ids]
        if before_id is None:
            last_shown = self._view.table.model_of_rows.shown_rows()[-1].item.item_id
            after = ids[ids.index(last_shown) + 1 :]
            before_id = next((item_id for item_id in after if item_id not in moved), None)
        following = before_id if isinstance(before_id, int) else None
        stays = [*ids[: ids.index(moved[0])], *ids[ids.index(moved[0]) + len(moved) :]]
        is_together = ids[ids.index(moved[0]) :][: len(moved)] == moved
        at = stays.index(following) if following in stays else len(stays)
        if not (is_together and at == ids.index(moved[0])):
            self._put(kept, moved, following)

    def begin_section(self) -> None:
        """Ask for the title of a new section, then for its first item."""
        kept = self._kept()
        if kept is None:
            return
        title = self._shell.prompts.ask_text("Новый раздел", "Название раздела")
        if title:
            outer = kept.items[-1].sections[:-1] if kept.items else ()
            place = len(kept.items)
            self._ask_item(
                KeptItem(kept.head.road_map_id, position=place, sections=(*outer, title))
            )

    def rename_section(self, sections: tuple[str, ...]) -> None:
        """Ask for another title of the innermost of these sections."""
        kept = self._kept()
        if kept is None or not sections:
            return
        title = self._shell.prompts.ask_text("Переименовать раздел", "Название", sections[-1])
        if title and title != sections[-1]:
            road_map_id = kept.head.road_map_id
            call = partial(self._service.rename_section, road_map_id, sections, title)
            self._writes.run("Раздел", call, on_refused=self._refuse)

    def _refuse(self, error: RuleViolation) -> None:
        self._shell.notify(Notice(error.message))

    def _put(self, kept: KeptRoadMap, moved: Sequence[int], following: int | None) -> None:
        sections = sections_at(kept.items, moved, following)
        call = partial(self._service.move_items, kept.head.road_map_id, moved, following, sections)
        self._writes.run("Порядок пунктов", call)
