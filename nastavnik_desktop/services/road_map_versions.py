"""A newer version of a file that is kept: found, and read over the kept road map."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from sqlalchemy.orm import Session

from db.engine import Base
from db.models import RoadMapItemModel, RoadMapModel
from db.queries.road_maps import all_road_maps
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.road_maps.kept import KeptItem, KeptRoadMap, RoadMapHead
from nastavnik_desktop.domain.road_maps.versions import GONE_SECTION, Pairs, paired
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.road_map_records import (
    head_of,
    head_of_reading,
    kept_of_read,
    put_head,
    put_item,
)
from nastavnik_desktop.services.road_maps import (
    RoadMapPreview,
    get_road_map,
    kept_road_map,
    kept_road_maps,
    number_again,
)

_CHANGES = Changes.ROAD_MAPS


@dataclass(frozen=True)
class EarlierVersion:
    """A kept road map that a file seems to be a newer version of, and how far they agree."""

    head: RoadMapHead
    pairs: Pairs


class RoadMapVersionService:
    """Use cases of a road map that is sent again with changes."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def earlier(self, preview: RoadMapPreview) -> EarlierVersion | None:
        """The kept road map that shares most items with a file; None for a new plan.

        It must be read in the same year; the very same file has no earlier version.
        """
        if preview.known_id is not None:
            return None
        read = _read_items(preview)
        with self._base.reading() as session:
            models = [
                model
                for model in all_road_maps(session)
                if head_of(model).read_in == preview.reading.read_in
            ]
            kept = kept_road_maps(session, models)
        versions = [EarlierVersion(one.head, paired(one.items, read)) for one in kept]
        found = [one for one in versions if one.pairs.is_newer_version]
        return max(found, key=lambda one: one.pairs.same, default=None)

    def replace(self, preview: RoadMapPreview, road_map_id: int) -> Saved:
        """Read a newer file over a kept road map, in one step.

        Items that both have keep their marks, evidence, facts, ties, and the corrected reading
        of a deadline that did not change. Items that the file has no more are not deleted: they
        come to the end, into a section of their own.
        """
        with self._base.begin("Дорожная карта обновлена из файла", _CHANGES) as session:
            model = get_road_map(session, road_map_id)
            kept = kept_road_map(session, road_map_id)
            pairs = paired(kept.items, _read_items(preview))
            head = _head(kept.head, preview)
            _put_file(model, head, preview)
            _put_items(session, kept, preview, pairs, head)
            session.flush()
            number_again(session, road_map_id)
        return Saved(_message(pairs), _CHANGES, road_map_id)


def _read_items(preview: RoadMapPreview) -> list[KeptItem]:
    return [kept_of_read(item, position) for position, item in enumerate(preview.reading.items)]


def _head(kept: RoadMapHead, preview: RoadMapPreview) -> RoadMapHead:
    """The head of the file; what the user set and the file does not say stays."""
    read = head_of_reading(preview.reading)
    return replace(
        read,
        level=kept.level,
        title=read.title or kept.title,
        approved_by=read.approved_by or kept.approved_by,
        agreed_by=read.agreed_by or kept.agreed_by,
        order_id=kept.order_id,
        road_map_id=kept.road_map_id,
        is_self_numbered=kept.is_self_numbered,
    )


def _put_file(model: RoadMapModel, head: RoadMapHead, preview: RoadMapPreview) -> None:
    put_head(model, head)
    model.source_name = head.source_name[:255]
    model.source, model.source_key = preview.source, sha256(preview.source).hexdigest()


def _put_items(
    session: Session,
    kept: KeptRoadMap,
    preview: RoadMapPreview,
    pairs: Pairs,
    head: RoadMapHead,
) -> None:
    for item, item_id in zip(_read_items(preview), pairs.kept_ids, strict=True):
        old = kept.item(item_id) if item_id is not None else None
        model = session.get_one(RoadMapItemModel, item_id) if item_id else RoadMapItemModel()
        model.road_map_id = kept.head.road_map_id
        put_item(model, item if old is None else _with_work(item, old), head)
        session.add(model)
    for position, item_id in enumerate(pairs.gone, start=len(pairs.kept_ids)):
        model = session.get_one(RoadMapItemModel, item_id)
        model.position, model.sections = position, [GONE_SECTION]


def _with_work(item: KeptItem, old: KeptItem) -> KeptItem:
    """The row of the file with what was written down in the program."""
    is_same = item.deadline.split() == old.deadline.split()
    return replace(
        item,
        corrected_deadline=old.corrected_deadline if is_same else "",
        indicator_plan=item.indicator_plan or old.indicator_plan,
        indicator_fact=old.indicator_fact,
        fulfils_id=old.fulfils_id,
    )


def _message(pairs: Pairs) -> str:
    count = counted(pairs.same, "пункт", "пункта", "пунктов")
    parts = [f"Карта обновлена: {count} с прежними отметками"]
    if pairs.added:
        parts.append(f"новых: {pairs.added}")
    if pairs.gone:
        parts.append(f"в разделе «{GONE_SECTION}»: {len(pairs.gone)}")
    return ", ".join(parts)
