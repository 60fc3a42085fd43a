"""A newer file of a kept road map: texts and days anew, marks and evidence where they were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import RoadMapItemModel, RoadMapMarkModel, RoadMapModel
from db.queries.road_maps import all_road_maps, items_of, marks_of
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.road_maps.kept import (
    KeptItem,
    KeptRoadMap,
    OccurrenceKey,
    RoadMapHead,
)
from nastavnik_desktop.domain.road_maps.updating import (
    UpdatedItems,
    is_newer_version,
    updated_items,
)
from nastavnik_desktop.services.road_map_records import (
    TEXT_FIELDS,
    head_of,
    item_of,
    key_of,
    put_head,
    put_item,
)
from nastavnik_desktop.services.road_map_schedule import moved_keys, occurrence_keys, schedule_of

_ITEMS = ("пункт", "пункта", "пунктов")


@dataclass(frozen=True)
class OlderRoadMap:
    """A kept road map of which a file seems to be a newer version, and what would change in it."""

    road_map_id: int
    title: str
    changes: str


def older_version(
    session: Session, head: RoadMapHead, items: Sequence[KeptItem]
) -> OlderRoadMap | None:
    """The kept road map that a file seems to continue; None where it is another one."""
    for model in all_road_maps(session):
        if (model.level, model.begins_on) == (head.level, head.begins_on):
            kept = _kept(session, model)
            if is_newer_version(kept, head, items):
                worked_on = _worked_on(session, kept)
                changes = _told(updated_items(kept.items, items), worked_on)
                return OlderRoadMap(model.road_map_id, " ".join(model.title.split()), changes)
    return None


def update(
    session: Session, model: RoadMapModel, head: RoadMapHead, items: Sequence[KeptItem]
) -> str:
    """Bring a kept road map to the newer file; answers in words what changed.

    Items that the file does not name are deleted, but those that were worked on stay, last: with
    marks or evidence, with facts of an indicator, tied to an item of another road map.
    Corrected readings stay where the phrase stayed; the order that approves the plan stays too.
    Marks go to the new days of their items where it is plain which those are.
    """
    kept = _kept(session, model)
    found = updated_items(kept.items, items)
    marked = _worked_on(session, kept)
    rows = {row.item_id: row for row in items_of(session, [model.road_map_id])}
    put_head(model, _with_choices(head, kept.head))
    staying = [(item, item) for item in found.gone if item.item_id in marked]
    marks = marks_of(session, [rows[item_id] for item_id in marked])
    for position, (before, item) in enumerate([*found.pairs, *staying]):
        row = RoadMapItemModel(road_map_id=model.road_map_id) if before is None else None
        row = row or rows[before.item_id if before else 0]
        put_item(row, replace(_continued(before, item), position=position), head)
        session.add(row)
        if before is not None and before is not item:
            before_keys = occurrence_keys(before.item_id, before.tasks, kept.head.years)
            _move_marks(marks[before.item_id], list(before_keys), row, head)
    gone = {item.item_id for item in found.gone} - marked
    for item_id in gone:
        session.delete(rows[item_id])
    session.flush()
    return _told(found, marked)


def _move_marks(
    marks: Sequence[RoadMapMarkModel],
    before: list[OccurrenceKey],
    row: RoadMapItemModel,
    head: RoadMapHead,
) -> None:
    """What was done by the old day is done by the new one, where it is plain which that is."""
    now = list(occurrence_keys(row.item_id, schedule_of(row.schedule), head.years))
    taken = {key_of(mark) for mark in marks}
    for mark in marks:
        key = moved_keys(before, now).get(key_of(mark))
        if key is not None and key not in taken:
            mark.task, mark.year, mark.due_on = key.task, key.year, key.due_on


def _kept(session: Session, model: RoadMapModel) -> KeptRoadMap:
    head = head_of(model)
    rows = items_of(session, [model.road_map_id])
    marks = marks_of(session, rows)
    return KeptRoadMap(head, tuple(item_of(row, head, marks.get(row.item_id, ())) for row in rows))


def _with_choices(head: RoadMapHead, kept: RoadMapHead) -> RoadMapHead:
    """The head of the file with what the user chose in the program."""
    return replace(
        head,
        order_id=kept.order_id,
        road_map_id=kept.road_map_id,
        is_self_numbered=kept.is_self_numbered,
    )


def _worked_on(session: Session, kept: KeptRoadMap) -> set[int]:
    """Items with marks, with facts of an indicator, or tied to an item of another road map."""
    statement = select(RoadMapItemModel.fulfils_id).where(RoadMapItemModel.fulfils_id.is_not(None))
    fulfilled = set(session.scalars(statement))
    return {
        item.item_id
        for item in kept.items
        if any(one.mark is not None for one in item.occurrences)
        or item.indicator_fact
        or item.fulfils_id is not None
        or item.item_id in fulfilled
    }


def _continued(before: KeptItem | None, item: KeptItem) -> KeptItem:
    """The item of the file with what only the base knows of it."""
    if before is None or before is item:
        return item
    is_same_phrase = before.deadline.split() == item.deadline.split()
    return replace(
        item,
        item_id=before.item_id,
        corrected_deadline=before.corrected_deadline if is_same_phrase else "",
        indicator_fact=before.indicator_fact,
        fulfils_id=before.fulfils_id,
    )


def _told(found: UpdatedItems, marked: set[int]) -> str:
    """«изменено 2 пункта, добавлено 1, убрано 3; с отметками остались 1»."""
    return ", ".join(_parts(found, marked)) or "пункты те же"


def _parts(found: UpdatedItems, marked: set[int]) -> Iterator[str]:
    changed = sum(before is not None and _differs(before, item) for before, item in found.pairs)
    added = sum(before is None for before, _ in found.pairs)
    staying = sum(item.item_id in marked for item in found.gone)
    for words, count in (
        ("изменено", changed),
        ("добавлено", added),
        ("убрано", len(found.gone) - staying),
        ("осталось из прежних (есть отметки, факты или связи):", staying),
    ):
        if count:
            yield f"{words} {counted(count, *_ITEMS)}"


def _differs(before: KeptItem, item: KeptItem) -> bool:
    names = ("sections", *(name for name in TEXT_FIELDS if name != "corrected_deadline"))
    return any(getattr(before, name) != getattr(item, name) for name in names)
