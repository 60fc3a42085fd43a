"""The record of a mentor for attestation and awards: shown on the card, printed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import AwardModel, OrderModel, OrderPairingModel, PersonModel
from db.queries.pairings import pairing_rows_of_person
from db.queries.school import school
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.mentor_record import MentorRecord, record_of
from nastavnik_desktop.domain.orders import OrderStatus
from nastavnik_desktop.domain.trainings import MentorTraining
from nastavnik_desktop.services.files import render
from nastavnik_desktop.services.order_assignments import forms_of
from nastavnik_desktop.services.order_setting import letterhead_of

if TYPE_CHECKING:
    from nastavnik_desktop.documents.tree import Document

_REFERENCE = Path(__file__).resolve().parents[2] / "resources" / "reference" / "mentor_record.json"


class MentorRecordService:
    """Use cases of the record of a mentor."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def of_person(self, person_id: int) -> MentorRecord:
        """What the person did as a mentor up to today, by orders."""
        with self._base.reading() as session:
            return _record(session, person_id, self._today())

    def file(self, person_id: int, file_format: str) -> bytes:
        """The paper of the record as ``pdf`` or ``docx``."""
        with self._base.reading() as session:
            document = _document(session, person_id, self._today())
        return render(document, file_format)


@cache
def _years_wanted() -> int:
    return int(json.loads(_REFERENCE.read_text(encoding="utf-8"))["years"])


def _record(session: Session, person_id: int, today: date) -> MentorRecord:
    rows = pairing_rows_of_person(session, person_id, today)
    orders = _orders(session, [row.pairing_id for row in rows])
    return record_of(person_id, rows, orders, today, _years_wanted())


def _orders(session: Session, pairing_ids: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """«№ 130-од от 08.09.2026» of every issued order in which a pairing stands, by date."""
    statement = (
        select(OrderPairingModel.pairing_id, OrderModel.number, OrderModel.order_date)
        .join(OrderModel, OrderModel.order_id == OrderPairingModel.order_id)
        .where(
            OrderPairingModel.pairing_id.in_(pairing_ids),
            OrderModel.status == OrderStatus.ISSUED,
        )
        .order_by(OrderModel.order_date, OrderModel.order_id)
    )
    found: dict[int, tuple[str, ...]] = {}
    for pairing_id, number, day in session.execute(statement):
        title = f"№\u00a0{number} от {short_date(day)}"
        found[pairing_id] = (*found.get(pairing_id, ()), title)
    return found


def _document(session: Session, person_id: int, today: date) -> Document:
    from nastavnik_desktop.documents.mentor_record import MentorRecordFacts, mentor_record_paper

    own_school, person = school(session), session.get(PersonModel, person_id)
    if own_school is None:
        raise RuleViolation("Заполните сведения о школе в настройках: они стоят в документах.")
    if person is None:
        raise RuleViolation("Этой карточки больше нет в базе: возможно, её удалили.")
    head = own_school.head_on(today)
    return mentor_record_paper(
        MentorRecordFacts(
            school=letterhead_of(own_school),
            person=forms_of(session, [person_id])[person_id],
            record=_record(session, person_id, today),
            on=today,
            director_post=head.title.capitalize() if head else "Директор",
            director_name=head.name.signature if head else "",
            sex=person.sex,
            awards=tuple(_award_title(one) for one in person.awards),
            trainings=tuple(
                str(
                    MentorTraining(
                        one.title, one.place, one.since_on, one.until_on, one.hours, one.document
                    )
                )
                for one in person.trainings
            ),
            executor=tuple(filter(None, (own_school.executor_name, own_school.executor_phone))),
        )
    )


def _award_title(award: AwardModel) -> str:
    number = f" №\u00a0{award.number}" if award.number else ""
    return f"{award.kind.label}{number} от {short_date(award.given_on)}"
