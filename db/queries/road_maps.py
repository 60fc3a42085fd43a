"""Queries of road maps: everything of a plan in a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db.models import (
    PersonModel,
    RoadMapItemModel,
    RoadMapMarkModel,
    RoadMapModel,
    RoadMapRoleModel,
)
from db.recording import chunks
from nastavnik_desktop.domain.full_name import FullName

Marks = dict[int, list[RoadMapMarkModel]]


def all_road_maps(session: Session) -> list[RoadMapModel]:
    """All road maps, the newest first."""
    order = (RoadMapModel.begins_on.desc(), RoadMapModel.road_map_id)
    return list(session.scalars(select(RoadMapModel).order_by(*order)))


def items_of(session: Session, road_map_ids: Collection[int]) -> list[RoadMapItemModel]:
    """Items of road maps in their order."""
    order = (RoadMapItemModel.road_map_id, RoadMapItemModel.position)
    statement = select(RoadMapItemModel).where(RoadMapItemModel.road_map_id.in_(road_map_ids))
    return list(session.scalars(statement.order_by(*order)))


def marks_of(session: Session, items: Collection[RoadMapItemModel]) -> Marks:
    """Marks of items with their evidence, by item; contents of files are not loaded."""
    found: Marks = defaultdict(list)
    for some in chunks([item.item_id for item in items]):
        statement = (
            select(RoadMapMarkModel)
            .where(RoadMapMarkModel.item_id.in_(some))
            .options(selectinload(RoadMapMarkModel.evidence))
            .order_by(RoadMapMarkModel.mark_id)
        )
        for mark in session.scalars(statement):
            found[mark.item_id].append(mark)
    return found


def road_map_of_file(session: Session, source_key: str) -> int | None:
    """The road map that was made of a file with this digest."""
    statement = select(RoadMapModel.road_map_id).where(RoadMapModel.source_key == source_key)
    return session.scalars(statement.limit(1)).first()


def role_fillings(session: Session, school_year: int) -> dict[str, tuple[int, FullName]]:
    """Who fills roles in a school year, by the key of the role."""
    columns = (PersonModel.last_name, PersonModel.first_name, PersonModel.patronymic)
    statement = (
        select(RoadMapRoleModel.role_key, PersonModel.person_id, *columns)
        .join(PersonModel, PersonModel.person_id == RoadMapRoleModel.person_id)
        .where(RoadMapRoleModel.school_year == school_year)
    )
    return {
        row[0]: (row[1], FullName(row[2], row[3], row[4])) for row in session.execute(statement)
    }
