"""A kept road map and the order that approves it: its annex, the link that the order sets."""

from __future__ import annotations

from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import OrderModel, RoadMapEvidenceModel, RoadMapModel
from db.queries.road_maps import all_road_maps
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderDraft, PlanLine, PlanStage, RoadMapDetails
from nastavnik_desktop.domain.road_maps.kept import KeptItem, KeptRoadMap
from nastavnik_desktop.domain.road_maps.records import Approval, RoadMapLevel
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.road_maps import kept_road_map


def road_map_to_approve(session: Session, year: SchoolYear) -> KeptRoadMap | None:
    """The school's own road map of a year that no order approves yet."""
    for model in all_road_maps(session):
        is_of_year = model.begins_on <= year.last_day and model.ends_on >= year.first_day
        if model.level is RoadMapLevel.SCHOOL and is_of_year and model.order_id is None:
            return kept_road_map(session, model.road_map_id)
    return None


def stages_to_print(session: Session, details: RoadMapDetails) -> tuple[PlanStage, ...]:
    """Stages of the annex: of the kept road map as it is now, of the draft when it is gone."""
    model = session.get(RoadMapModel, details.road_map_id or 0)
    return stages_of(kept_road_map(session, model.road_map_id)) if model else details.stages


def approve(session: Session, order: OrderModel, draft: OrderDraft) -> None:
    """Link the kept road map with the order that approves it, if it is such an order.

    Raises RuleViolation when another order approves it already.
    """
    if not isinstance(draft.details, RoadMapDetails):
        return
    model = session.get(RoadMapModel, draft.details.road_map_id or 0)
    if model is None:
        return
    if model.order_id is not None:
        other = session.get_one(OrderModel, model.order_id)
        raise RuleViolation(
            f"Эту дорожную карту уже утвердил приказ №\u00a0{other.number} "
            f"от {short_date(other.order_date)}: сначала отмените его."
        )
    model.order_id = order.order_id


def release(session: Session, order: OrderModel) -> None:
    """A withdrawn order approves no road map any more."""
    approved = select(RoadMapModel).where(RoadMapModel.order_id == order.order_id)
    for model in session.scalars(approved):
        model.order_id = None


def approval_of(session: Session, kept: KeptRoadMap) -> Approval | None:
    """The block of approval: as the road map has it, otherwise of the order that approves it."""
    if kept.head.approved_by or kept.head.order_id is None:
        return kept.head.approved_by
    order = session.get_one(OrderModel, kept.head.order_id)
    words = f"УТВЕРЖДЕНА\nприказом от {short_date(order.order_date)} №\u00a0{order.number}"
    return Approval(order.order_date, order.number, words)


def stages_of(kept: KeptRoadMap) -> tuple[PlanStage, ...]:
    """Sections with their items, in the order of the road map."""
    return tuple(
        PlanStage(" / ".join(titles), tuple(map(_line, items)))
        for titles, items in groupby(kept.items, key=lambda item: item.sections)
    )


def _line(item: KeptItem) -> PlanLine:
    return PlanLine(item.event, item.deadline, item.responsible, item.result or item.document)


def refuse_if_evidence(session: Session, order_id: int) -> None:
    """An order by which a road map shows that something was done is not deleted under it."""
    statement = select(RoadMapEvidenceModel.evidence_id).where(
        RoadMapEvidenceModel.order_id == order_id
    )
    if session.scalars(statement.limit(1)).first() is not None:
        raise RuleViolation(
            "Этим приказом подтверждено мероприятие дорожной карты: сначала уберите подтверждение."
        )
