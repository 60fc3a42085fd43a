"""The life of a road map: what is due, done, moved or not done, with evidence and its reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import OrderModel, RoadMapEvidenceModel, RoadMapItemModel, RoadMapMarkModel
from db.queries.road_maps import all_road_maps
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.road_maps.kept import (
    Evidence,
    EvidenceKind,
    Mark,
    MarkStatus,
    Occurrence,
    OccurrenceKey,
    OccurrenceState,
)
from nastavnik_desktop.services.attachments import LARGEST_BYTES, AttachedFile
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.road_maps import kept_road_map, kept_road_maps

_CHANGES = Changes.ROAD_MAPS
_GONE = "Этой отметки больше нет: возможно, её сняли."
_STEPS = {
    MarkStatus.DONE: "Мероприятие выполнено",
    MarkStatus.MOVED: "Срок мероприятия перенесён",
    MarkStatus.NOT_DONE: "Мероприятие не выполнено",
}
_OPEN = frozenset((OccurrenceState.OVERDUE, OccurrenceState.DUE))


@dataclass(frozen=True)
class Due:
    """What is overdue and what is due in the next days, each by its day."""

    overdue: tuple[Occurrence, ...]
    soon: tuple[Occurrence, ...]
    days: int

    @property
    def item_ids(self) -> tuple[int, ...]:
        """Items of all of them."""
        return tuple(dict.fromkeys(one.key.item_id for one in (*self.overdue, *self.soon)))


class RoadMapMarkService:
    """Use cases of execution: one method, one step of the journal."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def occurrences(
        self, first_day: date, last_day: date, road_map_id: int | None = None
    ) -> list[Occurrence]:
        """What is due between two days, of one road map or of all, by day."""
        with self._base.reading() as session:
            found = list(_all(session, road_map_id))
        inside = [one for one in found if one.due_on and first_day <= one.due_on <= last_day]
        return sorted(inside, key=lambda one: (one.due_on or date.max, one.number))

    def due(self, days: int = 30) -> Due:
        """Overdue, and due in 7, 14 or 30 ``days``, in all road maps."""
        with self._base.reading() as session:
            return due_of(session, self._today(), days)

    def set_mark(self, key: OccurrenceKey, mark: Mark) -> Saved:
        """Write down what became of an occurrence; ``mark.evidence`` is put by ``add_evidence``."""
        _refuse_bad_mark(mark, self._today())
        title = _STEPS[mark.status]
        with self._base.begin(title, _CHANGES) as session:
            model = _put_mark(session, key, mark)
            return Saved(title, _CHANGES, model.mark_id)

    def clear_mark(self, key: OccurrenceKey) -> Saved:
        """Take a mark back with its evidence."""
        with self._base.begin("Отметка о выполнении снята", _CHANGES) as session:
            model = _stored(session, key)
            if model is None:
                raise RuleViolation(_GONE)
            session.delete(model)
        return Saved("Отметка о выполнении снята", _CHANGES)

    def add_evidence(self, mark_id: int, evidence: Evidence, path: Path | None = None) -> Saved:
        """Add evidence to a mark; a file at ``path`` is stored in the base."""
        attached = _attached(path) if path else None
        _refuse_bad_evidence(evidence, attached)
        with self._base.begin("Добавлено подтверждение", _CHANGES) as session:
            if session.get(RoadMapMarkModel, mark_id) is None:
                raise RuleViolation(_GONE)
            if evidence.order_id and session.get(OrderModel, evidence.order_id) is None:
                raise RuleViolation("Этого приказа больше нет в базе.", "order_id")
            model = _evidence(mark_id, evidence, attached)
            session.add(model)
            session.flush()
            return Saved("Добавлено подтверждение", _CHANGES, model.evidence_id)

    def delete_evidence(self, evidence_id: int) -> Saved:
        """Take a piece of evidence away."""
        with self._base.begin("Подтверждение удалено", _CHANGES) as session:
            session.delete(_get_evidence(session, evidence_id))
        return Saved("Подтверждение удалено", _CHANGES)

    def evidence_file(self, evidence_id: int) -> AttachedFile:
        """The file of a piece of evidence."""
        with self._base.reading() as session:
            model = _get_evidence(session, evidence_id)
            return AttachedFile(model.file_name, model.content or b"")


def due_of(session: Session, today: date, days: int) -> Due:
    """What is overdue or soon due, inside a transaction of any service."""
    last_day = today + timedelta(days=days)
    found = sorted(
        (one for one in _all(session, None) if one.state_on(today) in _OPEN and one.due_on),
        key=lambda one: one.due_on or date.max,
    )
    return Due(
        overdue=tuple(one for one in found if one.due_on and one.due_on < today),
        soon=tuple(one for one in found if one.due_on and today <= one.due_on <= last_day),
        days=days,
    )


def _all(session: Session, road_map_id: int | None) -> Iterator[Occurrence]:
    if road_map_id is not None:
        yield from kept_road_map(session, road_map_id).occurrences
        return
    for kept in kept_road_maps(session, all_road_maps(session)):
        yield from kept.occurrences


def _stored(session: Session, key: OccurrenceKey) -> RoadMapMarkModel | None:
    model = RoadMapMarkModel
    statement = select(model).where(
        model.item_id == key.item_id,
        model.task == key.task,
        model.year == key.year,
        model.due_on.is_(None) if key.due_on is None else model.due_on == key.due_on,
    )
    return session.scalars(statement).first()


def _put_mark(session: Session, key: OccurrenceKey, mark: Mark) -> RoadMapMarkModel:
    if session.get(RoadMapItemModel, key.item_id) is None:
        raise RuleViolation("Этого мероприятия больше нет в дорожной карте.")
    model = _stored(session, key) or RoadMapMarkModel(
        item_id=key.item_id, task=key.task, year=key.year, due_on=key.due_on
    )
    model.status, model.reason, model.note = mark.status, mark.reason.strip(), mark.note.strip()
    model.done_on = mark.done_on if mark.status is MarkStatus.DONE else None
    model.moved_to = mark.moved_to if mark.status is MarkStatus.MOVED else None
    session.add(model)
    session.flush()
    return model


def _refuse_bad_mark(mark: Mark, today: date) -> None:
    if mark.status is MarkStatus.DONE and mark.done_on is None:
        raise RuleViolation("Укажите, когда мероприятие выполнено.", "done_on")
    if mark.status is MarkStatus.DONE and mark.done_on and mark.done_on > today:
        raise RuleViolation("Мероприятие не может быть выполнено в будущем.", "done_on")
    if mark.status is MarkStatus.MOVED and mark.moved_to is None:
        raise RuleViolation("Укажите новый срок.", "moved_to")
    if mark.status is not MarkStatus.DONE and not mark.reason.strip():
        raise RuleViolation("Укажите причину: она войдёт в отчёт.", "reason")
    if len(mark.reason) > 500:
        raise RuleViolation("Причина длиннее 500 знаков.", "reason")


def _refuse_bad_evidence(evidence: Evidence, attached: AttachedFile | None) -> None:
    needed = {
        EvidenceKind.FILE: (attached, "Выберите файл.", "path"),
        EvidenceKind.LINK: (evidence.link.strip(), "Введите адрес или путь к файлу.", "link"),
        EvidenceKind.DOCUMENT: (evidence.title.strip(), "Назовите документ.", "title"),
        EvidenceKind.ORDER: (evidence.order_id, "Выберите приказ.", "order_id"),
        EvidenceKind.LIST: (evidence.link.strip(), "Выберите список.", "link"),
    }
    value, message, field = needed[evidence.kind]
    if not value:
        raise RuleViolation(message, field)


def _attached(path: Path) -> AttachedFile:
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"Файл «{path.name}» не открывается. Проверьте, на месте ли он."
        raise UnreadableFile(message, path.name) from error
    if not content or len(content) > LARGEST_BYTES:
        limit = LARGEST_BYTES // 1024 // 1024
        raise UnreadableFile(f"Файл «{path.name}» пуст или больше {limit} МБ.", path.name)
    return AttachedFile(path.name[:255], content)


def _evidence(
    mark_id: int, evidence: Evidence, attached: AttachedFile | None
) -> RoadMapEvidenceModel:
    return RoadMapEvidenceModel(
        mark_id=mark_id,
        kind=evidence.kind,
        title=evidence.title.strip()[:500],
        number=evidence.number.strip()[:40],
        dated_on=evidence.dated_on,
        link=evidence.link.strip()[:2000],
        order_id=evidence.order_id,
        file_name=attached.file_name if attached else "",
        content=attached.content if attached else None,
    )


def _get_evidence(session: Session, evidence_id: int) -> RoadMapEvidenceModel:
    model = session.get(RoadMapEvidenceModel, evidence_id)
    if model is None:
        raise RuleViolation("Этого подтверждения больше нет: возможно, его удалили.")
    return model
