"""Road maps kept in the base: from a file or a template, items, order, numbering, deletion."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from sqlalchemy.orm import Session

from db.engine import Base
from db.models import OrderModel, RoadMapItemModel, RoadMapModel
from db.queries.road_maps import all_road_maps, items_of, marks_of, road_map_of_file
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.road_maps.kept import (
    KeptItem,
    KeptRoadMap,
    OccurrenceState,
    RoadMapHead,
    RoadMapRow,
)
from nastavnik_desktop.domain.road_maps.numbering import numbered
from nastavnik_desktop.domain.road_maps.records import RoadMapReading
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.road_map_records import (
    head_of,
    head_of_reading,
    item_of,
    kept_of_read,
    put_head,
    put_item,
    put_schedule,
)
from nastavnik_desktop.services.road_map_updates import OlderRoadMap, older_version, update

GONE = "Этой дорожной карты больше нет в базе: возможно, её удалили."
_ITEM_GONE = "Этого мероприятия больше нет в дорожной карте: возможно, его удалили."
_SOON = timedelta(days=30)
_CHANGES = Changes.ROAD_MAPS


@dataclass(frozen=True)
class RoadMapPreview:
    """A file that was read and is not kept yet; ``known_id`` is the road map made of it before.

    ``older`` is the kept road map that it seems to be a newer version of; with ``is_update`` that
    one is brought to the file, otherwise a road map of its own is made.
    """

    reading: RoadMapReading
    source: bytes
    known_id: int | None = None
    older: OlderRoadMap | None = None
    is_update: bool = False


class RoadMapService:
    """Use cases of the page «Дорожные карты»: plans and their items."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def rows(self) -> list[RoadMapRow]:
        """All road maps with figures of today, the newest first."""
        with self._base.reading() as session:
            return [
                _row(kept, self._today())
                for kept in kept_road_maps(session, all_road_maps(session))
            ]

    def heads(self) -> list[RoadMapHead]:
        """What road maps there are, the newest first; their items are not read."""
        with self._base.reading() as session:
            return [head_of(model) for model in all_road_maps(session)]

    def road_map(self, road_map_id: int) -> KeptRoadMap:
        """A road map with its items, readings, occurrences, marks."""
        with self._base.reading() as session:
            return kept_road_map(session, road_map_id)

    def preview(self, path: Path, year: ReadingYear | None = None) -> RoadMapPreview:
        """Read a file; nothing is written. Raises UnreadableFile for what is no road map."""
        from nastavnik_desktop.imports.road_maps.reading import read_road_map

        source = _content(path)
        reading = read_road_map(path, year, self._today())
        with self._base.reading() as session:
            known = road_map_of_file(session, _key(source))
            older = None
            if known is None:
                older = older_version(session, head_of_reading(reading), _items_of(reading))
        return RoadMapPreview(reading, source, known, older)

    def commit(self, preview: RoadMapPreview) -> Saved:
        """Keep what was read: one step. A file that is kept already changes nothing.

        A newer version brings the older one to it where the preview says so.
        """
        with self._base.reading() as session:
            known = road_map_of_file(session, _key(preview.source))
        if known is not None:
            message = "Эта дорожная карта уже загружена: ничего не изменено."
            return Saved(message, Changes.NOTHING, known)
        head, items = head_of_reading(preview.reading), _items_of(preview.reading)
        if preview.older is not None and preview.is_update:
            return self._update(preview.older.road_map_id, head, items, preview.source)
        count = counted(len(items), "мероприятие", "мероприятия", "мероприятий")
        title = f"Загружена дорожная карта: {count}"
        return self._create(head, items, title, preview.source)

    def create(self, head: RoadMapHead, items: Sequence[KeptItem] = ()) -> Saved:
        """Make a road map of one's own."""
        _refuse_bad_head(head)
        return self._create(head, items, "Создана дорожная карта")

    def save_head(self, head: RoadMapHead) -> Saved:
        """Change the head; deadlines are read anew where the years changed."""
        _refuse_bad_head(head)
        with self._base.begin("Дорожная карта изменена", _CHANGES) as session:
            model = get_road_map(session, head.road_map_id)
            if head.order_id is not None and session.get(OrderModel, head.order_id) is None:
                raise RuleViolation("Этого приказа больше нет в базе.", "order_id")
            before = head_of(model)
            put_head(model, head)
            if (before.read_in, before.years) != (head.read_in, head.years):
                for item in items_of(session, [model.road_map_id]):
                    put_schedule(item, head)
        return Saved("Дорожная карта изменена", _CHANGES, head.road_map_id)

    def delete(self, road_map_id: int) -> Saved:
        """Delete a road map with its marks and evidence; undone as one step."""
        with self._base.begin("Дорожная карта удалена", _CHANGES) as session:
            model = get_road_map(session, road_map_id)
            _let_go(session, {item.item_id for item in model.items})
            session.delete(model)
        return Saved("Дорожная карта удалена", _CHANGES)

    def save_item(self, item: KeptItem) -> Saved:
        """Write an item; a new one (``item_id`` 0) comes to its ``position``."""
        _refuse_bad_item(item)
        is_new = not item.item_id
        title = "Мероприятие добавлено" if is_new else "Мероприятие изменено"
        with self._base.begin(title, _CHANGES) as session:
            head = head_of(get_road_map(session, item.road_map_id))
            _refuse_bad_fulfilment(session, item)
            model = RoadMapItemModel() if is_new else _item(session, item.item_id)
            if is_new:
                model.road_map_id = item.road_map_id
                _make_room(session, item)
            put_item(model, item, head)
            session.add(model)
            session.flush()
            number_again(session, item.road_map_id)
            return Saved(title, _CHANGES, model.item_id)

    def delete_items(self, item_ids: Collection[int]) -> Saved:
        """Delete items with their marks."""
        count = counted(len(item_ids), "мероприятие", "мероприятия", "мероприятий")
        title = f"Удалено: {count}"
        with self._base.begin(title, _CHANGES) as session:
            _let_go(session, set(item_ids))
            models = [_item(session, item_id) for item_id in item_ids]
            for model in models:
                session.delete(model)
            session.flush()
            for road_map_id in {model.road_map_id for model in models}:
                number_again(session, road_map_id)
        return Saved(title, _CHANGES)

    def move_items(
        self,
        road_map_id: int,
        item_ids: Sequence[int],
        before_id: int | None,
        sections: tuple[str, ...] | None = None,
    ) -> Saved:
        """Put items before another one, or at the end; ``sections`` is where they then belong."""
        with self._base.begin("Порядок мероприятий изменён", _CHANGES) as session:
            models = items_of(session, [road_map_id])
            moved = [model for model in models if model.item_id in set(item_ids)]
            rest = [model for model in models if model not in moved]
            ids = [model.item_id for model in rest]
            at = ids.index(before_id) if before_id in ids else len(rest)
            for position, model in enumerate([*rest[:at], *moved, *rest[at:]]):
                model.position = position
            for model in moved if sections is not None else ():
                model.sections = list(sections or ())
            session.flush()
            number_again(session, road_map_id)
        return Saved("Порядок мероприятий изменён", _CHANGES, road_map_id)

    def rename_section(self, road_map_id: int, old: tuple[str, ...], new: str) -> Saved:
        """Give a section (named by its titles from the outermost) another title."""
        if not new.strip():
            raise RuleViolation("Введите название раздела.", "title")
        with self._base.begin("Раздел переименован", _CHANGES) as session:
            for model in items_of(session, [road_map_id]):
                if tuple(model.sections[: len(old)]) == old:
                    model.sections = [*old[:-1], new.strip(), *model.sections[len(old) :]]
        return Saved("Раздел переименован", _CHANGES, road_map_id)

    def renumber(self, road_map_id: int) -> Saved:
        """Number items by their sections («1.1», «2.1»; without sections «1», «2»), from now on."""
        return self._set_numbering(road_map_id, "Пункты нумерует программа", is_own=True)

    def keep_numbers(self, road_map_id: int) -> Saved:
        """Leave the numbers as they stand: what is added or moved changes none of them."""
        return self._set_numbering(road_map_id, "Номера остаются, как написаны", is_own=False)

    def _set_numbering(self, road_map_id: int, title: str, *, is_own: bool) -> Saved:
        with self._base.begin(title, _CHANGES) as session:
            model = get_road_map(session, road_map_id)
            put_head(model, replace(head_of(model), is_self_numbered=is_own))
            number_again(session, road_map_id)
        return Saved(title, _CHANGES, road_map_id)

    def _update(
        self, road_map_id: int, head: RoadMapHead, items: Sequence[KeptItem], source: bytes
    ) -> Saved:
        with self._base.begin("Дорожная карта обновлена из файла", _CHANGES) as session:
            model = get_road_map(session, road_map_id)
            changes = update(session, model, head, items)
            number_again(session, road_map_id)
            model.source, model.source_key = source, _key(source)
            model.source_name = head.source_name[:255]
        return Saved(f"Дорожная карта обновлена: {changes}", _CHANGES, road_map_id)

    def _create(
        self, head: RoadMapHead, items: Sequence[KeptItem], title: str, source: bytes | None = None
    ) -> Saved:
        with self._base.begin(title, _CHANGES) as session:
            model = RoadMapModel(source_name=head.source_name[:255])
            if source is not None:
                model.source, model.source_key = source, _key(source)
            put_head(model, head)
            for position, item in enumerate(items):
                row = RoadMapItemModel()
                put_item(row, replace(item, position=position), head)
                model.items.append(row)
            session.add(model)
            session.flush()
            return Saved(title, _CHANGES, model.road_map_id)


def _items_of(reading: RoadMapReading) -> list[KeptItem]:
    return [kept_of_read(item, position) for position, item in enumerate(reading.items)]


def get_road_map(session: Session, road_map_id: int) -> RoadMapModel:
    """A stored road map; raises RuleViolation when it is gone."""
    model = session.get(RoadMapModel, road_map_id)
    if model is None:
        raise RuleViolation(GONE)
    return model


def kept_road_map(session: Session, road_map_id: int) -> KeptRoadMap:
    """One road map inside a transaction of any service."""
    return kept_road_maps(session, [get_road_map(session, road_map_id)])[0]


def kept_road_maps(session: Session, models: Sequence[RoadMapModel]) -> list[KeptRoadMap]:
    """Road maps with their items, in three statements for all of them."""
    heads = {model.road_map_id: head_of(model) for model in models}
    rows = items_of(session, list(heads))
    marks = marks_of(session, rows)
    found: dict[int, list[KeptItem]] = {key: [] for key in heads}
    for row in rows:
        head = heads[row.road_map_id]
        found[row.road_map_id].append(item_of(row, head, marks.get(row.item_id, ())))
    return [KeptRoadMap(head, tuple(found[key])) for key, head in heads.items()]


def number_again(session: Session, road_map_id: int) -> None:
    """Number the items of a road map anew where the program numbers them."""
    if not head_of(get_road_map(session, road_map_id)).is_self_numbered:
        return
    models = items_of(session, [road_map_id])
    numbers = numbered([tuple(model.sections) for model in models])
    for model, number in zip(models, numbers, strict=True):
        model.number = number


def _row(kept: KeptRoadMap, today: date) -> RoadMapRow:
    states = [(one.state_on(today), one.due_on) for one in kept.occurrences]
    soon = today + _SOON
    return RoadMapRow(
        head=kept.head,
        items_count=len(kept.items),
        done=sum(state is OccurrenceState.DONE for state, _ in states),
        overdue=sum(state is OccurrenceState.OVERDUE for state, _ in states),
        due_soon=sum(
            state is OccurrenceState.DUE and day is not None and day <= soon
            for state, day in states
        ),
    )


def _item(session: Session, item_id: int) -> RoadMapItemModel:
    model = session.get(RoadMapItemModel, item_id)
    if model is None:
        raise RuleViolation(_ITEM_GONE)
    return model


def _make_room(session: Session, item: KeptItem) -> None:
    for model in items_of(session, [item.road_map_id]):
        if model.position >= item.position:
            model.position += 1


def _let_go(session: Session, gone: Collection[int]) -> None:
    """Items that fulfil one of those about to be deleted fulfil nothing any more."""
    every = items_of(session, [model.road_map_id for model in all_road_maps(session)])
    for model in every:
        if model.fulfils_id in gone:
            model.fulfils_id = None
    session.flush()


def _refuse_bad_head(head: RoadMapHead) -> None:
    if not head.title.strip():
        raise RuleViolation("Введите название дорожной карты.", "title")
    if head.ends_on < head.begins_on:
        raise RuleViolation("Дорожная карта кончается раньше, чем начинается.", "ends_on")


def _refuse_bad_item(item: KeptItem) -> None:
    if not item.event.strip():
        raise RuleViolation("Введите название мероприятия.", "event")
    if len(item.number) > 40:
        raise RuleViolation("Номер мероприятия длиннее 40 знаков.", "number")


def _refuse_bad_fulfilment(session: Session, item: KeptItem) -> None:
    if item.fulfils_id is None:
        return
    if _item(session, item.fulfils_id).road_map_id == item.road_map_id:
        raise RuleViolation(
            "Мероприятие исполняет пункт вышестоящей дорожной карты, а не своей.", "fulfils_id"
        )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"Файл «{path.name}» не открывается. Проверьте, на месте ли он."
        raise UnreadableFile(message, path.name) from error


def _key(source: bytes) -> str:
    return sha256(source).hexdigest()
