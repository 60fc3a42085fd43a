"""Agreements to labour contracts about mentoring (ст. 351.8 ТК РФ): entered, changed, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import AddendumPairingModel, ContractAddendumModel, PairingModel
from db.queries.pairings import (
    addenda_of_person,
    addendum_record,
    pairing_rows_by_id,
    pairing_rows_of_person,
)
from nastavnik_desktop.domain.addenda import ContractAddendum, problems_in
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.pairings import ENDED_STATES, PairingRow, Participant
from nastavnik_desktop.services.results import Saved, refuse_errors

_CHANGES = Changes.PAIRINGS | Changes.PEOPLE
_DEFAULT_PAY = "по Положению об оплате труда работников"
_DEFAULT_CONTENT = (
    "помощь в овладении навыками работы на рабочем месте: посещение и разбор уроков, "
    "консультации, совместная подготовка к урокам, помощь в ведении документации"
)


@dataclass(frozen=True)
class AddendumOffer:
    """An agreement with the mentor and the pairings that it can speak of, read once."""

    draft: ContractAddendum
    mentor: Participant
    pairings: tuple[PairingRow, ...]


class AddendumService:
    """Use cases of agreements."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def of_person(self, person_id: int) -> list[ContractAddendum]:
        """Agreements of a person, the latest entry first."""
        with self._base.reading() as session:
            return addenda_of_person(session, person_id)

    def offer(self, pairing_id: int, person_id: int) -> AddendumOffer:
        """A new agreement about a pairing and the mentor's others that still lack one."""
        today = self._today()
        with self._base.reading() as session:
            rows = pairing_rows_by_id(session, [pairing_id], today)
            if not rows:
                raise RuleViolation("Этой пары больше нет в базе: возможно, её удалили.")
            row = rows[0]
            mentor = next((p for p in row.participants if p.person_id == person_id), row.mentor)
            choices = _pairings_to_choose(session, row, mentor, today)
        lacking = [one for one in choices if mentor in one.without_agreement(date.max)]
        ids = tuple(one.pairing_id for one in lacking) or (pairing_id,)
        draft = new_addendum(row, mentor, ids, lacking or [row], today)
        return AddendumOffer(draft, mentor, choices)

    def stored_offer(self, addendum_id: int) -> AddendumOffer:
        """A stored agreement as its form edits it."""
        today = self._today()
        with self._base.reading() as session:
            draft = addendum_record(_found(session, addendum_id))
            rows = pairing_rows_of_person(session, draft.person_id, today)
        mentor = next(p for row in rows for p in row.participants if p.person_id == draft.person_id)
        return AddendumOffer(draft, mentor, _mentored(rows, mentor.person_id))

    def save(self, addendum: ContractAddendum) -> Saved:
        """Enter an agreement, or change one that has an id."""
        verb = "изменено" if addendum.addendum_id else "внесено"
        with self._base.begin(f"Соглашение {verb}", _CHANGES) as session:
            refuse_errors(problems_in(addendum))
            _refuse_strangers(session, addendum)
            model = ContractAddendumModel()
            if addendum.addendum_id is not None:
                model = _found(session, addendum.addendum_id)
            _write(addendum, model)
            session.add(model)
            session.flush()
            return Saved(f"{addendum.title}: {verb}", _CHANGES, model.addendum_id)

    def delete(self, addendum_id: int) -> Saved:
        """Take an agreement out of the base."""
        with self._base.begin("Соглашение удалено", _CHANGES) as session:
            session.delete(_found(session, addendum_id))
        return Saved("Соглашение удалено", _CHANGES)

    def record(
        self, pairing_ids: Sequence[int], signed_on: date, number_pattern: str = "{n}"
    ) -> Saved:
        """Enter agreements of one day for all mentors of these pairings that lack one.

        ``{n}`` in the pattern becomes 1, 2, 3… in the order of the pairings.
        """
        drafts = self._lacking(pairing_ids, signed_on)
        if not drafts:
            raise RuleViolation("Соглашения у этих пар на месте: вносить нечего.")
        title = f"Внесены соглашения: {len(drafts)}"
        with self._base.begin(title, _CHANGES) as session:
            for place, draft in enumerate(drafts, start=1):
                model = ContractAddendumModel()
                number = number_pattern.replace("{n}", str(place))
                _write(replace(draft, number=number, signed_on=signed_on), model)
                session.add(model)
        return Saved(title, _CHANGES)

    def _lacking(self, pairing_ids: Sequence[int], on: date) -> list[ContractAddendum]:
        with self._base.reading() as session:
            rows = pairing_rows_by_id(session, pairing_ids, on)
        by_mentor: dict[int, list[PairingRow]] = {}
        mentors: dict[int, Participant] = {}
        for row in rows:
            for mentor in row.without_agreement(max(on, row.starts_on)):
                mentors[mentor.person_id] = mentor
                by_mentor.setdefault(mentor.person_id, []).append(row)
        return [
            new_addendum(own[0], mentors[key], tuple(row.pairing_id for row in own), own, on)
            for key, own in by_mentor.items()
        ]


def new_addendum(
    row: PairingRow,
    mentor: Participant,
    pairing_ids: tuple[int, ...],
    rows: Sequence[PairingRow],
    today: date,
) -> ContractAddendum:
    """What the program proposes for an agreement about these pairings."""
    return ContractAddendum(
        person_id=mentor.person_id,
        pairing_ids=pairing_ids,
        signed_on=today,
        content=_DEFAULT_CONTENT,
        form=row.form.title,
        starts_on=min(one.starts_on for one in rows),
        ends_on=max(one.ends_on for one in rows),
        pay=_DEFAULT_PAY,
    )


def _pairings_to_choose(
    session: Session, row: PairingRow, mentor: Participant, today: date
) -> tuple[PairingRow, ...]:
    rows = pairing_rows_of_person(session, mentor.person_id, today)
    going_on = [one for one in rows if one.state_on(today) not in ENDED_STATES]
    mentored = _mentored(going_on, mentor.person_id)
    is_known = any(one.pairing_id == row.pairing_id for one in mentored)
    return mentored if is_known else (row, *mentored)


def _mentored(rows: Sequence[PairingRow], person_id: int) -> tuple[PairingRow, ...]:
    return tuple(row for row in rows if person_id in row.mentor_ids)


def _found(session: Session, addendum_id: int) -> ContractAddendumModel:
    model = session.get(ContractAddendumModel, addendum_id)
    if model is None:
        raise RuleViolation("Этого соглашения больше нет в базе.")
    return model


def _refuse_strangers(session: Session, addendum: ContractAddendum) -> None:
    statement = select(PairingModel.pairing_id).where(
        PairingModel.pairing_id.in_(addendum.pairing_ids)
    )
    if set(session.scalars(statement)) != set(addendum.pairing_ids):
        raise RuleViolation("Одной из пар больше нет в базе: выберите пары снова.", "pairing_ids")


def _write(addendum: ContractAddendum, model: ContractAddendumModel) -> None:
    model.person_id, model.basis = addendum.person_id, addendum.basis
    model.number, model.signed_on = addendum.number.strip(), addendum.signed_on
    model.content, model.form = addendum.content.strip(), addendum.form.strip()
    model.starts_on, model.ends_on = addendum.starts_on, addendum.ends_on
    model.pay, model.duties_reason = addendum.pay.strip(), addendum.duties_reason.strip()
    known = {link.pairing_id: link for link in model.links}
    model.links = [
        known.get(pairing_id) or AddendumPairingModel(pairing_id=pairing_id)
        for pairing_id in addendum.pairing_ids
    ]
