"""Road maps between the tables, the records of the window and the record that readers make."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from db.models import (
    RoadMapEvidenceModel,
    RoadMapItemModel,
    RoadMapMarkModel,
    RoadMapModel,
)
from nastavnik_desktop.domain.deadlines import ReadingYear, read_deadline
from nastavnik_desktop.domain.road_maps.kept import (
    Evidence,
    KeptItem,
    KeptRoadMap,
    Mark,
    Occurrence,
    OccurrenceKey,
    RoadMapHead,
)
from nastavnik_desktop.domain.road_maps.records import (
    Abbreviation,
    Approval,
    ManagementTeam,
    ReadItem,
    RoadMapReading,
    SchoolModel,
)
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.imports.responsible_words import ResponsibleType
from nastavnik_desktop.imports.responsibles import read_responsible
from nastavnik_desktop.imports.road_maps.tasks import tasks_of
from nastavnik_desktop.services.road_map_schedule import (
    occurrence,
    occurrence_keys,
    schedule_json,
    schedule_of,
    scheduled,
)

TEXT_FIELDS = (
    "number", "event", "details", "deadline", "corrected_deadline", "responsible", "result",
    "document", "indicator",
)  # fmt: skip
_READ_FIELDS = tuple(name for name in TEXT_FIELDS if name != "corrected_deadline")


def head_of(model: RoadMapModel) -> RoadMapHead:
    """The head of a stored road map."""
    around = model.around
    return RoadMapHead(
        level=model.level,
        title=model.title,
        read_in=ReadingYear(model.read_in, model.is_school_year),
        begins_on=model.begins_on,
        ends_on=model.ends_on,
        columns=tuple(model.columns),
        approved_by=_approval(around.get("approved_by")),
        agreed_by=_approval(around.get("agreed_by")),
        abbreviations=tuple(Abbreviation(*pair) for pair in around.get("abbreviations", ())),
        schools=tuple(SchoolModel(*pair) for pair in around.get("schools", ())),
        management_teams=tuple(
            ManagementTeam(*pair) for pair in around.get("management_teams", ())
        ),
        order_id=model.order_id,
        source_name=model.source_name,
        road_map_id=model.road_map_id,
        is_self_numbered=bool(around.get("is_self_numbered")),
    )


def put_head(model: RoadMapModel, head: RoadMapHead) -> None:
    """Write a head into its row; the file it came from is not touched."""
    model.level, model.title = head.level, head.title
    model.read_in, model.is_school_year = head.read_in.start, head.read_in.is_school
    model.begins_on, model.ends_on = head.begins_on, head.ends_on
    model.columns = list(head.columns)
    model.order_id = head.order_id
    model.around = {
        "approved_by": _approval_json(head.approved_by),
        "agreed_by": _approval_json(head.agreed_by),
        "abbreviations": [[one.short, one.meaning] for one in head.abbreviations],
        "schools": [[one.name, one.model] for one in head.schools],
        "management_teams": [[one.name, one.role] for one in head.management_teams],
        "is_self_numbered": head.is_self_numbered,
    }


def head_of_reading(reading: RoadMapReading) -> RoadMapHead:
    """The head of a road map that was read from a file."""
    return RoadMapHead(
        level=reading.level,
        title=reading.title,
        read_in=reading.read_in,
        begins_on=reading.first_day,
        ends_on=max(reading.first_day, reading.last_day),
        columns=reading.columns,
        approved_by=reading.approved_by,
        agreed_by=reading.agreed_by,
        abbreviations=reading.abbreviations,
        schools=reading.schools,
        management_teams=reading.management_teams,
        source_name=reading.file,
    )


def kept_of_read(item: ReadItem, position: int) -> KeptItem:
    """A row of a file as a new row of the base."""
    return KeptItem(
        road_map_id=0,
        position=position,
        sections=item.sections,
        indicator_plan=item.indicator_by_year,
        besides=item.besides,
        **{name: getattr(item, name) for name in _READ_FIELDS},
    )


def put_item(model: RoadMapItemModel, item: KeptItem, head: RoadMapHead) -> None:
    """Write an item into its row and read its deadlines."""
    for name in TEXT_FIELDS:
        setattr(model, name, getattr(item, name).strip())
    model.sections = [title.strip() for title in item.sections if title.strip()]
    model.position = item.position
    model.indicator_plan = _by_year_json(item.indicator_plan)
    model.indicator_fact = _by_year_json(item.indicator_fact)
    model.besides = dict(item.besides)
    model.fulfils_id = item.fulfils_id
    put_schedule(model, head)


def put_schedule(model: RoadMapItemModel, head: RoadMapHead) -> None:
    """Read the deadlines of a row for the years of its plan."""
    phrase = model.corrected_deadline or model.deadline
    tasks = scheduled(phrase, model.responsible, head.read_in, head.years)
    model.schedule = schedule_json(tasks)


def item_of(
    model: RoadMapItemModel, head: RoadMapHead, marks: Iterable[RoadMapMarkModel]
) -> KeptItem:
    """A stored item with its occurrences."""
    tasks = schedule_of(model.schedule)
    return KeptItem(
        road_map_id=model.road_map_id,
        item_id=model.item_id,
        position=model.position,
        sections=tuple(model.sections),
        indicator_plan=_by_year(model.indicator_plan),
        indicator_fact=_by_year(model.indicator_fact),
        besides=tuple(model.besides.items()),
        fulfils_id=model.fulfils_id,
        tasks=tasks,
        occurrences=_occurrences(model, head, {key_of(one): mark_of(one) for one in marks}),
        **{name: getattr(model, name) for name in TEXT_FIELDS},
    )


def _occurrences(
    model: RoadMapItemModel, head: RoadMapHead, marks: dict[OccurrenceKey, Mark]
) -> tuple[Occurrence, ...]:
    """What is to be done; marks of days that the plan does not name any more come after."""
    tasks = schedule_of(model.schedule)
    keys = dict.fromkeys((*occurrence_keys(model.item_id, tasks, head.years), *marks))
    texts = (model.number, model.event, model.responsible)
    return tuple(occurrence(key, tasks, texts, marks.get(key), model.road_map_id) for key in keys)


def key_of(model: RoadMapMarkModel) -> OccurrenceKey:
    """Which occurrence a mark speaks of."""
    return OccurrenceKey(model.item_id, model.task, model.year, model.due_on)


def mark_of(model: RoadMapMarkModel) -> Mark:
    """A stored mark with its evidence."""
    return Mark(
        status=model.status,
        done_on=model.done_on,
        moved_to=model.moved_to,
        reason=model.reason,
        note=model.note,
        evidence=tuple(map(evidence_of, model.evidence)),
        mark_id=model.mark_id,
    )


def evidence_of(model: RoadMapEvidenceModel) -> Evidence:
    """A stored piece of evidence, without the content of a file."""
    return Evidence(
        kind=model.kind,
        title=model.title,
        number=model.number,
        dated_on=model.dated_on,
        link=model.link,
        order_id=model.order_id,
        file_name=model.file_name,
        evidence_id=model.evidence_id,
    )


def _by_year(stored: dict[str, Any]) -> tuple[tuple[int, float], ...]:
    return tuple(sorted((int(year), float(value)) for year, value in stored.items()))


def _by_year_json(values: tuple[tuple[int, float], ...]) -> dict[str, Any]:
    return {str(year): value for year, value in values}


def _approval(stored: dict[str, Any] | None) -> Approval | None:
    if stored is None:
        return None
    day = date.fromisoformat(stored["day"]) if stored["day"] else None
    return Approval(day, stored["number"], stored["text"])


def _approval_json(approval: Approval | None) -> dict[str, Any] | None:
    if approval is None:
        return None
    day = approval.day.isoformat() if approval.day else None
    return {"day": day, "number": approval.number, "text": approval.text}


def reading_of(kept: KeptRoadMap) -> RoadMapReading:
    """A kept road map as readers make it, for papers and the check; corrected deadlines count."""
    head = kept.head
    only = head.years[0] if len(head.years) == 1 else None
    whole = only if only and (only.first_day, only.last_day) == _span(head) else None
    return RoadMapReading(
        file=head.source_name,
        items=tuple(_read_item(item, head) for item in kept.items),
        columns=head.columns,
        read_in=head.read_in,
        level=head.level,
        title=head.title,
        school_year=SchoolYear(whole.start) if whole and whole.is_school else None,
        year=whole.start if whole and not whole.is_school else None,
        period=None if whole else _span(head),
        approved_by=head.approved_by,
        agreed_by=head.agreed_by,
        abbreviations=head.abbreviations,
        schools=head.schools,
        management_teams=head.management_teams,
    )


def _span(head: RoadMapHead) -> tuple[date, date]:
    return head.begins_on, head.ends_on


def _read_item(item: KeptItem, head: RoadMapHead) -> ReadItem:
    phrase = item.corrected_deadline or item.deadline
    people = (
        one.name
        for one in read_responsible(item.responsible)
        if one.type is ResponsibleType.PERSON and one.name
    )
    return ReadItem(
        sections=item.sections,
        indicator_by_year=item.indicator_plan,
        besides=item.besides,
        deadline_read=read_deadline(phrase, head.read_in) if phrase else None,
        tasks=tasks_of(phrase, item.responsible, head.read_in),
        people=tuple(people),
        **{name: getattr(item, name) for name in _READ_FIELDS},
    )
