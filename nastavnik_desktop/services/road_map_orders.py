"""A kept road map as the annex of the order that approves it."""

from __future__ import annotations

from itertools import groupby

from sqlalchemy.orm import Session

from db.queries.road_maps import all_road_maps
from nastavnik_desktop.domain.orders import PlanLine, PlanStage
from nastavnik_desktop.domain.road_maps.kept import KeptItem, KeptRoadMap
from nastavnik_desktop.domain.road_maps.records import RoadMapLevel
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.road_maps import kept_road_map


def stages_to_approve(session: Session, year: SchoolYear) -> tuple[PlanStage, ...]:
    """Stages of the school's own road map of a year that has no order yet; nothing without one."""
    for model in all_road_maps(session):
        is_of_year = model.begins_on <= year.last_day and model.ends_on >= year.first_day
        if model.level is RoadMapLevel.SCHOOL and is_of_year and model.order_id is None:
            return stages_of(kept_road_map(session, model.road_map_id))
    return ()


def stages_of(kept: KeptRoadMap) -> tuple[PlanStage, ...]:
    """Sections with their items, in the order of the road map."""
    return tuple(
        PlanStage(" / ".join(titles), tuple(map(_line, items)))
        for titles, items in groupby(kept.items, key=lambda item: item.sections)
    )


def _line(item: KeptItem) -> PlanLine:
    return PlanLine(item.event, item.deadline, item.responsible, item.result or item.document)
