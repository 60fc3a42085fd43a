"""Items of a road map beside those of other levels, and the items of the coordinator."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import RoadMapItemModel, RoadMapModel
from db.queries.road_maps import all_road_maps, role_fillings
from db.queries.school import school
from db.recording import chunks
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.road_maps.lint_cells import is_named
from nastavnik_desktop.domain.road_maps.records import RoadMapLevel
from nastavnik_desktop.domain.road_maps.ties import RoadMapTies, TiedItem
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.imports.responsibles import Responsible, read_responsible
from nastavnik_desktop.services.road_maps import get_road_map

_LEVELS = (RoadMapLevel.SCHOOL, RoadMapLevel.MUNICIPAL, RoadMapLevel.REGIONAL)


class _OwnItem(NamedTuple):
    """What ties ask of an item of the road map itself."""

    item_id: int
    fulfils_id: int | None
    responsible: str


class RoadMapTieService:
    """Questions that go beyond one road map; nothing is written here."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def ties(self, road_map_id: int, year: SchoolYear) -> RoadMapTies:
        """Everything that the page shows about other levels, and which items are hers."""
        with self._base.reading() as session:
            level = get_road_map(session, road_map_id).level
            own = _own(session, road_map_id)
            everywhere = _all(session)
            known = {item.item_id: item for item, _height in everywhere}
            fulfils = {one.item_id: known[one.fulfils_id] for one in own if one.fulfils_id}
            return RoadMapTies(
                higher=tuple(item for item, at in everywhere if at > _LEVELS.index(level)),
                fulfils=fulfils,
                fulfilled_by=_fulfilled(session, known, {one.item_id for one in own}),
                mine=_mine(session, own, year),
            )

    def road_maps_of(self, item_ids: Collection[int]) -> dict[int, int]:
        """How many of these items each road map holds, the fullest first."""
        found: Counter[int] = Counter()
        with self._base.reading() as session:
            for some in chunks(list(item_ids)):
                statement = select(RoadMapItemModel.road_map_id)
                found.update(session.scalars(statement.where(RoadMapItemModel.item_id.in_(some))))
        return dict(found.most_common())


def _all(session: Session) -> list[tuple[TiedItem, int]]:
    """Items of all road maps, named only, with the height of their level."""
    heads = {
        one.road_map_id: (_called(one), _LEVELS.index(one.level)) for one in all_road_maps(session)
    }
    columns = (RoadMapItemModel.item_id, RoadMapItemModel.number, RoadMapItemModel.event)
    statement = select(RoadMapItemModel.road_map_id, *columns).order_by(
        RoadMapItemModel.road_map_id, RoadMapItemModel.position
    )
    return [
        (
            TiedItem(item_id, road_map_id, number, event, heads[road_map_id][0]),
            heads[road_map_id][1],
        )
        for road_map_id, item_id, number, event in session.execute(statement)
    ]


def _called(model: RoadMapModel) -> str:
    return " ".join(model.title.split())


def _fulfilled(
    session: Session, known: dict[int, TiedItem], item_ids: Collection[int]
) -> dict[int, tuple[TiedItem, ...]]:
    columns = (RoadMapItemModel.fulfils_id, RoadMapItemModel.item_id)
    statement = select(*columns).where(RoadMapItemModel.fulfils_id.is_not(None))
    found: dict[int, list[TiedItem]] = defaultdict(list)
    for fulfils_id, item_id in session.execute(statement):
        if fulfils_id is not None and fulfils_id in item_ids:
            found[fulfils_id].append(known[item_id])
    return {key: tuple(items) for key, items in found.items()}


def _own(session: Session, road_map_id: int) -> list[_OwnItem]:
    columns = (
        RoadMapItemModel.item_id,
        RoadMapItemModel.fulfils_id,
        RoadMapItemModel.responsible,
    )
    statement = select(*columns).where(RoadMapItemModel.road_map_id == road_map_id)
    return [_OwnItem(*row) for row in session.execute(statement)]


def _mine(session: Session, items: Iterable[_OwnItem], year: SchoolYear) -> frozenset[int]:
    """Items that name the coordinator, or a role that the coordinator fills in the year."""
    kept = school(session)
    words = kept.coordinator_name.split() if kept else []
    if not words:
        return frozenset()
    she = FullName(words[0], *words[1:3])
    fillings = role_fillings(session, year.start)
    roles = {role for role, (_id, name) in fillings.items() if is_named(she.full, name)}
    last_name = search_key(she.last_name)
    return frozenset(
        item.item_id
        for item in items
        if (roles or last_name in search_key(item.responsible))
        and any(_is_hers(part, she, roles) for part in _parts(item.responsible))
    )


def _is_hers(part: Responsible, she: FullName, roles: Collection[str]) -> bool:
    if part.name is not None:
        return is_named(part.name, she)
    return search_key(part.role or "") in roles


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[Responsible, ...]:
    """Cells repeat, and a page asks again after each step."""
    return tuple(read_responsible(text))
