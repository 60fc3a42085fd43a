"""Reads of pairs and groups, with their participants and the order in which they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, selectinload

from db.models import (
    AddendumPairingModel,
    ContractAddendumModel,
    MentoringFormModel,
    MentoringModeModel,
    OrderModel,
    OrderPairingModel,
    PairingMemberModel,
    PairingMentorModel,
    PairingModel,
    RoleModelModel,
)
from db.queries.people import participants
from nastavnik_desktop.domain.addenda import ContractAddendum
from nastavnik_desktop.domain.orders import FIXING_KINDS, OrderStatus
from nastavnik_desktop.domain.pairing_parts import MentorSpan, Pause
from nastavnik_desktop.domain.pairings import (
    FurtherMentor,
    MemberDraft,
    MentoringForm,
    OrderLink,
    PairingRow,
    Participant,
)
from nastavnik_desktop.domain.school_year import SchoolYear


def mentoring_forms(session: Session) -> dict[int, MentoringForm]:
    """All forms of mentoring by id, in the user's order, with their role models."""
    role_models: defaultdict[int, list[str]] = defaultdict(list)
    for form_id, title in session.execute(
        select(RoleModelModel.form_id, RoleModelModel.title).order_by(RoleModelModel.position)
    ):
        role_models[form_id].append(title)
    statement = select(MentoringFormModel).order_by(MentoringFormModel.position)
    return {
        form.form_id: MentoringForm(
            form.code,
            form.title,
            form.model,
            tuple(role_models[form.form_id]),
            form.is_archived,
        )
        for form in session.scalars(statement)
    }


def mentoring_modes(session: Session) -> list[str]:
    """Titles of the modes (виды) in the user's order."""
    statement = select(MentoringModeModel.title).order_by(MentoringModeModel.position)
    return list(session.scalars(statement))


def pairing_rows_of_year(session: Session, school_year: int, today: date) -> list[PairingRow]:
    """All pairs and groups of a school year."""
    return _rows(session, PairingModel.school_year == school_year, today)


def pairing_rows_of_person(session: Session, person_id: int, today: date) -> list[PairingRow]:
    """All pairs and groups of a person, of every year."""
    as_mentee = select(PairingMemberModel.pairing_id).where(
        PairingMemberModel.person_id == person_id
    )
    beside = select(PairingMentorModel.pairing_id).where(PairingMentorModel.person_id == person_id)
    parts = PairingModel.pairing_id.in_(as_mentee) | PairingModel.pairing_id.in_(beside)
    condition = (PairingModel.mentor_id == person_id) | parts
    return _rows(session, condition, today)


def pairing_rows_by_id(
    session: Session, pairing_ids: Sequence[int], today: date
) -> list[PairingRow]:
    """The named pairs and groups, in the order asked."""
    rows = _rows(session, PairingModel.pairing_id.in_(pairing_ids), today)
    by_id = {row.pairing_id: row for row in rows}
    return [by_id[pairing_id] for pairing_id in pairing_ids if pairing_id in by_id]


def _rows(session: Session, condition: ColumnElement[bool], today: date) -> list[PairingRow]:
    statement = (
        select(PairingModel)
        .where(condition)
        .options(
            selectinload(PairingModel.members),
            selectinload(PairingModel.pauses),
            selectinload(PairingModel.further_mentors),
        )
        .order_by(PairingModel.school_year.desc(), PairingModel.starts_on, PairingModel.pairing_id)
    )
    models = session.scalars(statement).all()
    people = _participants_by_year(session, models, today)
    forms = mentoring_forms(session)
    ids = [model.pairing_id for model in models]
    ties = _Ties(_order_links(session, ids), addenda_by_pairing(session, ids), _next(session, ids))
    return [_row(model, people[model.school_year], forms, ties) for model in models]


@dataclass(frozen=True)
class _Ties:
    """What hangs on pairings in other tables, by the pairing's id."""

    orders: dict[int, OrderLink]
    addenda: dict[int, list[ContractAddendum]]
    followers: dict[int, int]


def _next(session: Session, pairing_ids: Sequence[int]) -> dict[int, int]:
    """The pairing with a new mentor that follows each."""
    statement = select(PairingModel.replaces_id, PairingModel.pairing_id).where(
        PairingModel.replaces_id.in_(pairing_ids)
    )
    return {former: new for former, new in session.execute(statement) if former is not None}


def addenda_by_pairing(
    session: Session, pairing_ids: Sequence[int]
) -> dict[int, list[ContractAddendum]]:
    """Agreements to contracts of each pairing, in the order of their entry."""
    link = AddendumPairingModel
    statement = (
        select(link.pairing_id, ContractAddendumModel)
        .join(ContractAddendumModel, ContractAddendumModel.addendum_id == link.addendum_id)
        .where(link.pairing_id.in_(pairing_ids))
        .options(selectinload(ContractAddendumModel.links))
        .order_by(ContractAddendumModel.addendum_id)
    )
    found: defaultdict[int, list[ContractAddendum]] = defaultdict(list)
    for pairing_id, model in session.execute(statement):
        found[pairing_id].append(addendum_record(model))
    return found


def addenda_of_person(session: Session, person_id: int) -> list[ContractAddendum]:
    """Agreements of a person, the latest entry first."""
    statement = (
        select(ContractAddendumModel)
        .where(ContractAddendumModel.person_id == person_id)
        .options(selectinload(ContractAddendumModel.links))
        .order_by(ContractAddendumModel.addendum_id.desc())
    )
    return [addendum_record(model) for model in session.scalars(statement)]


def addendum_record(model: ContractAddendumModel) -> ContractAddendum:
    """The record of a stored agreement."""
    return ContractAddendum(
        person_id=model.person_id,
        pairing_ids=tuple(sorted(link.pairing_id for link in model.links)),
        basis=model.basis,
        number=model.number,
        signed_on=model.signed_on,
        content=model.content,
        form=model.form,
        starts_on=model.starts_on,
        ends_on=model.ends_on,
        pay=model.pay,
        duties_reason=model.duties_reason,
        addendum_id=model.addendum_id,
    )


def _participants_by_year(
    session: Session, models: Sequence[PairingModel], today: date
) -> dict[int, dict[int, Participant]]:
    ids: defaultdict[int, set[int]] = defaultdict(set)
    for model in models:
        ids[model.school_year].add(model.mentor_id)
        ids[model.school_year].update(member.person_id for member in model.members)
        ids[model.school_year].update(each.person_id for each in model.further_mentors)
    return {
        school_year: participants(session, person_ids, school_year, today)
        for school_year, person_ids in ids.items()
    }


def _row(
    model: PairingModel,
    people: dict[int, Participant],
    forms: dict[int, MentoringForm],
    ties: _Ties,
) -> PairingRow:
    return PairingRow(
        pairing_id=model.pairing_id,
        kind=model.kind,
        year=SchoolYear(model.school_year),
        form=forms[model.form_id],
        role_model=model.role_model,
        modes=tuple(model.modes),
        mentor=people[model.mentor_id],
        mentees=tuple(people[member.person_id] for member in model.members),
        starts_on=model.starts_on,
        ends_on=model.ends_on,
        ended_on=model.ended_on,
        end_kind=model.end_kind,
        end_reason=model.end_reason,
        topic=model.topic,
        note=model.note,
        order=ties.orders.get(model.pairing_id),
        members=tuple(
            MemberDraft(member.person_id, member.joined_on, member.left_on)
            for member in model.members
        ),
        further_mentors=tuple(_further(each, people) for each in model.further_mentors),
        pauses=tuple(Pause(p.from_on, p.to_on, p.reason, p.pause_id) for p in model.pauses),
        addenda=tuple(ties.addenda.get(model.pairing_id, ())),
        noticed_on=model.noticed_on,
        replaces_id=model.replaces_id,
        replaced_by_id=ties.followers.get(model.pairing_id),
        partnership=model.partnership,
        partner_school=model.partner_school,
    )


def _further(model: PairingMentorModel, people: dict[int, Participant]) -> FurtherMentor:
    span = MentorSpan(model.person_id, model.role, model.since_on, model.until_on, model.span_id)
    return FurtherMentor(people[model.person_id], span)


def _order_links(session: Session, pairing_ids: Sequence[int]) -> dict[int, OrderLink]:
    """The order that fixes each pairing: an issued one before a draft, the earliest first."""
    statement = (
        select(
            OrderPairingModel.pairing_id,
            OrderModel.order_id,
            OrderModel.number,
            OrderModel.order_date,
            OrderModel.status,
        )
        .join(OrderModel)
        .where(
            OrderPairingModel.pairing_id.in_(pairing_ids),
            OrderModel.status != OrderStatus.WITHDRAWN,
            OrderModel.kind.in_(FIXING_KINDS),
        )
        .order_by(OrderModel.status == OrderStatus.ISSUED, OrderModel.order_date.desc())
    )
    return {
        row.pairing_id: OrderLink(
            row.order_id, row.number, row.order_date, row.status is OrderStatus.ISSUED
        )
        for row in session.execute(statement)
    }
