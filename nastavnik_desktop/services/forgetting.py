"""Deletion of a person's data on demand (152-ФЗ, ст. 14, 21): from the base and its journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, ColumnElement, inspect, select
from sqlalchemy.orm import Session

from db import journal
from db.engine import Base
from db.forgetting import compact, copies_holding, rows_about
from db.models import OrderPairingModel, PairingModel, PersonModel
from db.queries.duplicates import marks_of_person
from db.queries.orders import order_rows_of_pairings
from db.queries.pairings import pairing_rows_of_person
from db.queries.statistics_entries import frozen_rows_naming
from nastavnik_desktop.domain.backups import Backup
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.orders import OrderRow, OrderStatus
from nastavnik_desktop.domain.pairings import EndKind, PairingRow
from nastavnik_desktop.domain.statistics.frozen import FrozenRow
from nastavnik_desktop.services.name_rules import forget_last_name
from nastavnik_desktop.services.results import Saved
from nastavnik_desktop.services.road_map_forgetting import forget_in_road_maps, mentions_of

FORGOTTEN_NAME = FullName("Данные удалены")
TITLE = "Удалены персональные данные по требованию"
_REFUSAL = "Удаление персональных данных отменить нельзя."
_END_REASON = "персональные данные удалены по требованию"
_KEPT_FIELDS = frozenset(("person_id", "kind", "outside_kind"))


@dataclass(frozen=True)
class ForgettingPreview:
    """What will become of a person's data.

    ``refusal`` is a sentence when an unfinished draft of an order must be seen to first;
    ``deleted_pairings`` go with the person, ``kept_pairings`` stay without the name, because
    they stand in an order or have other participants; ``orders`` keep their printed text and
    ``sent_reports`` the names behind their figures;
    ``copies`` are backups that hold the data still, and ``copies_note`` speaks of a server's.
    """

    person_id: int
    name: FullName
    refusal: str
    deleted_pairings: tuple[PairingRow, ...]
    kept_pairings: tuple[PairingRow, ...]
    orders: tuple[OrderRow, ...]
    copies: tuple[Path, ...]
    copies_note: str = ""
    sent_reports: tuple[FrozenRow, ...] = ()


@dataclass(frozen=True)
class Forgotten(Saved):
    """The data are deleted; ``copies`` still hold them, ``orders`` keep their text."""

    copies: tuple[Path, ...] = ()
    orders: tuple[str, ...] = ()
    copies_note: str = ""


class ForgettingService:
    """The use case that cannot be undone."""

    def __init__(
        self,
        base: Base,
        today: Callable[[], date],
        backups: Callable[[], Sequence[Backup]],
        forget_card: Callable[[int], None],
    ) -> None:
        self._base = base
        self._today = today
        self._backups = backups
        self._forget_card = forget_card

    def preview(self, person_id: int) -> ForgettingPreview:
        """What will be deleted, what stays and why, which backups hold the data."""
        with self._base.reading() as session:
            return self._preview(session, person_id)

    def forget(self, person_id: int) -> Forgotten:
        """Clear a person from the base and the journal; refused while a draft order needs him."""
        changes = Changes.EVERYTHING
        with self._base.begin(TITLE, changes, refusal=_REFUSAL) as session:
            preview = self._preview(session, person_id)
            if preview.refusal:
                raise RuleViolation(preview.refusal)
            person = session.get_one(PersonModel, person_id)
            words = {preview.name.last_name, person.former_last_name}
            journal.forget(session, rows_about(session, person_id), words)
            road_maps = forget_in_road_maps(session, person)
            self._clear(session, person, preview, words - {""})
        compact(self._base)
        self._forget_card(person_id)
        return Forgotten(
            message=_message(preview, road_maps),
            changes=changes,
            copies=preview.copies,
            orders=tuple(order.title for order in preview.orders),
            copies_note=preview.copies_note,
        )

    def _preview(self, session: Session, person_id: int) -> ForgettingPreview:
        person = session.get(PersonModel, person_id)
        if person is None:
            raise RuleViolation("Этого человека больше нет в базе: возможно, его удалили.")
        name = FullName(person.last_name, person.first_name, person.patronymic)
        pairings = pairing_rows_of_person(session, person_id, self._today())
        orders = order_rows_of_pairings(session, [row.pairing_id for row in pairings])
        kept = _to_keep(session, pairings, person_id)
        copies = [copy.path for copy in self._backups()]
        return ForgettingPreview(
            person_id=person_id,
            name=name,
            refusal=_refusal(name, orders),
            deleted_pairings=tuple(row for row in pairings if row not in kept),
            kept_pairings=kept,
            orders=tuple(order for order in orders if order.status is not OrderStatus.DRAFT),
            copies=tuple(copies_holding(name, copies)),
            copies_note="" if self._base.is_sqlite else _SERVER_NOTE,
            sent_reports=tuple(
                frozen_rows_naming(
                    session, person_id, name.last_name, mentions_of(session, person).is_in
                )
            ),
        )

    def _clear(
        self, session: Session, person: PersonModel, preview: ForgettingPreview, words: set[str]
    ) -> None:
        for row in preview.deleted_pairings:
            session.delete(session.get_one(PairingModel, row.pairing_id))
            journal.forget(session, [("pairings", row.pairing_id)])
        forget_last_name(session, person)
        for mark in marks_of_person(session, person.person_id):
            session.delete(mark)
        session.flush()
        for row in preview.kept_pairings:
            model = session.get_one(PairingModel, row.pairing_id)
            if _clear_texts(model, words):
                journal.forget(session, [("pairings", row.pairing_id)])
            self._end(model, row, person.person_id)
        if preview.kept_pairings:
            _make_nameless(person, self._today())
        else:
            session.delete(person)

    def _end(self, model: PairingModel, row: PairingRow, person_id: int) -> None:
        """End what goes on: the whole pair, or in a group the part of one mentee."""
        if row.ended_on is not None:
            return
        day = max(self._today(), row.starts_on)
        is_mentee = any(mentee.person_id == person_id for mentee in row.mentees)
        if row.mentor.person_id == person_id or (is_mentee and len(row.mentees) == 1):
            model.ended_on, model.end_kind, model.end_reason = day, EndKind.EARLY, _END_REASON
            return
        for member in model.members:
            if member.person_id == person_id:
                member.left_on = member.left_on or day
        for beside in model.further_mentors:
            if beside.person_id == person_id:
                beside.until_on = beside.until_on or day


_SERVER_NOTE = "Базу на сервере копирует сам сервер: попросите удалить данные и из его копий."


def _refusal(name: FullName, orders: Sequence[OrderRow]) -> str:
    drafts = [order.number for order in orders if order.status is OrderStatus.DRAFT]
    if not drafts:
        return ""
    which = ", ".join(f"№\u00a0{number}" for number in drafts)
    where = f"в проекте приказа {which}" if len(drafts) == 1 else f"в проектах приказов {which}"
    return f"{name.short} стоит {where}: сначала выпустите или удалите проект."


def _to_keep(
    session: Session, pairings: Sequence[PairingRow], person_id: int
) -> tuple[PairingRow, ...]:
    """Pairs in orders (withdrawn ones too), ended ones, and groups that others go on in."""
    statement = select(OrderPairingModel.pairing_id).where(
        OrderPairingModel.pairing_id.in_([row.pairing_id for row in pairings])
    )
    ordered = set(session.scalars(statement))
    return tuple(
        row
        for row in pairings
        if row.pairing_id in ordered
        or row.ended_on is not None
        or (row.mentor.person_id != person_id and len(row.mentees) > 1)
        or person_id in row.mentor_ids[1:]
    )


def _clear_texts(model: PairingModel, words: set[str]) -> bool:
    """Clear free texts that name the person; answers whether there were any."""
    naming = [
        name
        for name in ("topic", "note", "end_reason")
        if any(word.casefold() in getattr(model, name).casefold() for word in words)
    ]
    for name in naming:
        setattr(model, name, "")
    return bool(naming)


def _make_nameless(person: PersonModel, today: date) -> None:
    """Only that somebody of this kind took part stays, so that figures of past years stay."""
    for relation in inspect(PersonModel).relationships:
        getattr(person, relation.key).clear()
    for column in inspect(PersonModel).column_attrs:
        if column.key not in _KEPT_FIELDS:
            setattr(person, column.key, _blank(column.columns[0]))
    person.last_name, person.search_key = FORGOTTEN_NAME.last_name, FORGOTTEN_NAME.key
    person.archived_on = today


def _blank(column: ColumnElement[Any]) -> object:
    if getattr(column, "nullable", True):
        return None
    return {} if isinstance(column.type, JSON) else ""


def _message(preview: ForgettingPreview, road_maps: int) -> str:
    sentences = ["Персональные данные удалены из базы и из журнала"]
    if preview.orders:
        sentences.append("выпущенные приказы сохранили свой текст")
    if preview.sent_reports:
        sentences.append("отправленные отчёты сохранили имена за числами")
    if road_maps:
        sentences.append(
            f"имя убрано из дорожных карт: {road_maps}, приложенные к ним файлы просмотрите сами"
        )
    if preview.copies:
        sentences.append(f"в резервных копиях данные ещё есть: {len(preview.copies)}")
    return "; ".join(sentences)
