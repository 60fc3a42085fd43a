"""Items of a road map beside those of other levels, and the items of the coordinator."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import RoadMapItemModel, RoadMapModel
from db.queries.road_maps import all_road_maps, items_of, role_fillings
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


class RoadMapTieService:
    """Questions that go beyond one road map; nothing is written here."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def ties(self, road_map_id: int, year: SchoolYear) -> RoadMapTies:
        """Everything that the page shows about other levels, and which items are hers."""
        with self._base.reading() as session:
            level = get_road_map(session, road_map_id).level
            items = items_of(session, [road_map_id])
            everywhere = _all(session)
            known = {item.item_id: item for item, _height in everywhere}
            fulfils = {
                item.item_id: known[item.fulfils_id] for item in items if item.fulfils_id in known
            }
            return RoadMapTies(
                higher=tuple(item for item, at in everywhere if at > _LEVELS.index(level)),
                fulfils=fulfils,
                fulfilled_by=_fulfilled(session, known, {item.item_id for item in items}),
                mine=_mine(session, items, year),
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
    heads = {one.road_map_id: one for one in all_road_maps(session)}
    columns = (RoadMapItemModel.item_id, RoadMapItemModel.number, RoadMapItemModel.event)
    statement = select(RoadMapItemModel.road_map_id, *columns).order_by(
        RoadMapItemModel.road_map_id, RoadMapItemModel.position
    )
    return [
        (
            TiedItem(item_id, road_map_id, number, event, _called(heads[road_map_id])),
            _LEVELS.index(heads[road_map_id].level),
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


def _mine(session: Session, items: Iterable[RoadMapItemModel], year: SchoolYear) -> frozenset[int]:
    """Items that name the coordinator, or a role that the coordinator fills in the year."""
    kept = school(session)
    words = kept.coordinator_name.split() if kept else []
    if not words:
        return frozenset()
    she = FullName(words[0], *words[1:3])
    fillings = role_fillings(session, year.start)
    roles = {role for role, (_id, name) in fillings.items() if is_named(she.full, name)}
    return frozenset(
        item.item_id
        for item in items
        if any(_is_hers(part, she, roles) for part in _parts(item.responsible))
    )


def _is_hers(part: Responsible, she: FullName, roles: Collection[str]) -> bool:
    if part.name is not None:
        return is_named(part.name, she)
    return search_key(part.role or "") in roles


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[Responsible, ...]:
    """Cells repeat, and a page asks again after each step."""
    return tuple(read_responsible(text))
