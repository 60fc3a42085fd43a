"""Reads what statistics count: pairings of a school year, their orders and their people.

Nine selects whatever the size of the base; only people who stand in pairings are read.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import CompoundSelect, Select, func, or_, select, union
from sqlalchemy.orm import Session

from db.models import (
    EmploymentModel,
    EnrollmentModel,
    MarkModel,
    MentoringFormModel,
    OrderModel,
    OrderPairingModel,
    PairingMemberModel,
    PairingMentorModel,
    PairingModel,
    PairingPauseModel,
    PersonModel,
)
from db.queries.people import service_length
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.orders import FIXING_KINDS, OrderStatus
from nastavnik_desktop.domain.pairing_parts import MentorSpan, Pause
from nastavnik_desktop.domain.pairings import MemberDraft
from nastavnik_desktop.domain.people import Mark
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.facts import (
    Enrollment,
    OrderRecord,
    PairingRecord,
    PersonRecord,
    Post,
    StatisticsFacts,
)

_Pairings = Select[int]
_People = CompoundSelect[int]


def statistics_facts(session: Session, as_of: date) -> StatisticsFacts:
    """What the base knows of pairings that run on a date or ended since 1 September before it."""
    year = SchoolYear.of(as_of)
    pairings = select(PairingModel.pairing_id).where(
        PairingModel.starts_on <= as_of,
        func.coalesce(PairingModel.ended_on, PairingModel.ends_on) >= year.first_day,
    )
    people = _people_in(pairings)
    return StatisticsFacts(
        people=_people(session, people, year),
        pairings=_pairings(session, pairings),
    )


def _people_in(pairings: _Pairings) -> _People:
    mentors = select(PairingModel.mentor_id).where(PairingModel.pairing_id.in_(pairings))
    mentees = select(PairingMemberModel.person_id).where(
        PairingMemberModel.pairing_id.in_(pairings)
    )
    beside = select(PairingMentorModel.person_id).where(PairingMentorModel.pairing_id.in_(pairings))
    return union(mentors, mentees, beside)


def _pairings(session: Session, pairings: _Pairings) -> tuple[PairingRecord, ...]:
    members = _members(session, pairings)
    orders = _orders(session, pairings)
    spans, pauses = _spans(session, pairings), _pauses(session, pairings)
    statement = (
        select(
            PairingModel.pairing_id,
            PairingModel.kind,
            MentoringFormModel.code,
            PairingModel.mentor_id,
            PairingModel.starts_on,
            PairingModel.ends_on,
            PairingModel.ended_on,
            PairingModel.end_kind,
        )
        .join(MentoringFormModel)
        .where(PairingModel.pairing_id.in_(pairings))
        .order_by(PairingModel.pairing_id)
    )
    return tuple(
        PairingRecord(
            pairing_id=row.pairing_id,
            kind=row.kind,
            form_code=row.code,
            mentor_id=row.mentor_id,
            members=tuple(members[row.pairing_id]),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            ended_on=row.ended_on,
            end_kind=row.end_kind,
            orders=tuple(orders[row.pairing_id]),
            further_mentors=tuple(spans[row.pairing_id]),
            pauses=tuple(pauses[row.pairing_id]),
        )
        for row in session.execute(statement)
    )


def _members(session: Session, pairings: _Pairings) -> defaultdict[int, list[MemberDraft]]:
    statement = (
        select(
            PairingMemberModel.pairing_id,
            PairingMemberModel.person_id,
            PairingMemberModel.joined_on,
            PairingMemberModel.left_on,
        )
        .where(PairingMemberModel.pairing_id.in_(pairings))
        .order_by(PairingMemberModel.pairing_id, PairingMemberModel.position)
    )
    found: defaultdict[int, list[MemberDraft]] = defaultdict(list)
    for pairing_id, person_id, joined_on, left_on in session.execute(statement):
        found[pairing_id].append(MemberDraft(person_id, joined_on, left_on))
    return found


def _spans(session: Session, pairings: _Pairings) -> defaultdict[int, list[MentorSpan]]:
    """Second and substitute mentors by pairing."""
    statement = (
        select(PairingMentorModel)
        .where(PairingMentorModel.pairing_id.in_(pairings))
        .order_by(PairingMentorModel.span_id)
    )
    found: defaultdict[int, list[MentorSpan]] = defaultdict(list)
    for row in session.scalars(statement):
        found[row.pairing_id].append(
            MentorSpan(row.person_id, row.role, row.since_on, row.until_on, row.span_id)
        )
    return found


def _pauses(session: Session, pairings: _Pairings) -> defaultdict[int, list[Pause]]:
    statement = (
        select(PairingPauseModel)
        .where(PairingPauseModel.pairing_id.in_(pairings))
        .order_by(PairingPauseModel.from_on)
    )
    found: defaultdict[int, list[Pause]] = defaultdict(list)
    for row in session.scalars(statement):
        found[row.pairing_id].append(Pause(row.from_on, row.to_on, row.reason, row.pause_id))
    return found


def _orders(session: Session, pairings: _Pairings) -> defaultdict[int, list[OrderRecord]]:
    """Issued orders by pairing, the earliest first; external ones were issued elsewhere."""
    statement = (
        select(
            OrderPairingModel.pairing_id,
            OrderModel.number,
            OrderModel.order_date,
            OrderModel.withdrawn_on,
        )
        .join(OrderModel)
        .where(
            OrderPairingModel.pairing_id.in_(pairings),
            OrderModel.kind.in_(FIXING_KINDS),
            or_(OrderModel.status != OrderStatus.DRAFT, OrderModel.is_external),
        )
        .order_by(OrderModel.order_date, OrderModel.order_id)
    )
    found: defaultdict[int, list[OrderRecord]] = defaultdict(list)
    for pairing_id, number, order_date, withdrawn_on in session.execute(statement):
        found[pairing_id].append(OrderRecord(number, order_date, withdrawn_on))
    return found


def _people(session: Session, people: _People, year: SchoolYear) -> dict[int, PersonRecord]:
    posts = _posts(session, people)
    classes = _enrollments(session, people, year)
    marks = _marks(session, people)
    statement = select(
        PersonModel.person_id,
        PersonModel.kind,
        PersonModel.last_name,
        PersonModel.first_name,
        PersonModel.patronymic,
        PersonModel.birth_date,
        PersonModel.birth_year,
        PersonModel.organisation,
        PersonModel.outside_kind,
    ).where(PersonModel.person_id.in_(people))
    return {
        row.person_id: PersonRecord(
            person_id=row.person_id,
            name=FullName(row.last_name, row.first_name, row.patronymic),
            kind=row.kind,
            birth_date=row.birth_date,
            birth_year=row.birth_year,
            organisation=row.organisation,
            outside_kind=row.outside_kind,
            posts=tuple(posts[row.person_id]),
            enrollments=tuple(classes[row.person_id]),
            marks=tuple(marks[row.person_id]),
        )
        for row in session.execute(statement)
    }


def _posts(session: Session, people: _People) -> defaultdict[int, list[Post]]:
    statement = (
        select(
            EmploymentModel.person_id,
            EmploymentModel.position_title,
            EmploymentModel.subject,
            EmploymentModel.hired_on,
            EmploymentModel.left_on,
            EmploymentModel.teaching_service_months,
            EmploymentModel.teaching_service_as_of,
        )
        .where(EmploymentModel.person_id.in_(people))
        .order_by(EmploymentModel.person_id, EmploymentModel.position)
    )
    found: defaultdict[int, list[Post]] = defaultdict(list)
    for person_id, title, subject, hired_on, left_on, months, as_of in session.execute(statement):
        service = service_length(months, as_of)
        found[person_id].append(Post(title, subject, hired_on, left_on, service))
    return found


def _enrollments(
    session: Session, people: _People, year: SchoolYear
) -> defaultdict[int, list[Enrollment]]:
    statement = select(
        EnrollmentModel.person_id, EnrollmentModel.school_class, EnrollmentModel.left_on
    ).where(EnrollmentModel.person_id.in_(people), EnrollmentModel.school_year == year.start)
    found: defaultdict[int, list[Enrollment]] = defaultdict(list)
    for person_id, school_class, left_on in session.execute(statement):
        found[person_id].append(Enrollment(year, school_class, left_on))
    return found


def _marks(session: Session, people: _People) -> defaultdict[int, list[Mark]]:
    statement = select(
        MarkModel.person_id, MarkModel.kind, MarkModel.since_on, MarkModel.until_on
    ).where(MarkModel.person_id.in_(people))
    found: defaultdict[int, list[Mark]] = defaultdict(list)
    for person_id, kind, since_on, until_on in session.execute(statement):
        found[person_id].append(Mark(kind, since_on, until_on))
    return found
