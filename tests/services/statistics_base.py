"""Writes counted-by-hand facts into a real base, so that the same figures can be asked of it."""

from sqlalchemy import select

from db.models import (
    EmploymentModel,
    EnrollmentModel,
    LocalActModel,
    MarkModel,
    MentoringFormModel,
    OrderModel,
    OrderPairingModel,
    PairingMemberModel,
    PairingModel,
    PersonModel,
    RegisterModel,
)
from nastavnik_desktop.domain.orders import OrderKind, OrderStatus
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.reference import seed


def write_facts(base, facts, external=()):
    """A base with the people, pairings and orders of ``facts``; ``external`` are order numbers."""
    with base.begin("Школа для счёта") as session:
        if session.scalars(select(MentoringFormModel)).first() is None:
            seed(session)
        form_ids = dict(
            session.execute(select(MentoringFormModel.code, MentoringFormModel.form_id)).all()
        )
        register_id = session.scalars(select(RegisterModel.register_id)).first()
        session.add_all(_act(act) for act in facts.acts)
        session.add_all(_person(person) for person in facts.people.values())
        session.flush()
        session.add_all(_pairing(pairing, form_ids) for pairing in facts.pairings)
        session.flush()
        for order in {order for pairing in facts.pairings for order in pairing.orders}:
            links = [pairing.pairing_id for pairing in facts.pairings if order in pairing.orders]
            is_external = order.number in external
            session.add(_order(order, links, register_id, is_external=is_external))


def add_draft_order(base, pairing_id, day):
    """A draft that holds a pairing; returns nothing, it is found by its effects."""
    with base.begin("Проект приказа") as session:
        register_id = session.scalars(select(RegisterModel.register_id)).first()
        order = OrderModel(
            kind=OrderKind.PAIRS,
            register_id=register_id,
            number="проект",
            calendar_year=day.year,
            order_date=day,
            school_year=SchoolYear.of(day).start,
            heading="О закреплении",
            status=OrderStatus.DRAFT,
            links=[OrderPairingModel(pairing_id=pairing_id)],
        )
        session.add(order)


def _person(person):
    return PersonModel(
        person_id=person.person_id,
        kind=person.kind,
        last_name=person.name.last_name,
        first_name=person.name.first_name,
        patronymic=person.name.patronymic,
        search_key=person.name.key,
        birth_date=person.birth_date,
        birth_year=person.birth_year,
        organisation=person.organisation,
        outside_kind=person.outside_kind,
        sex=person.sex,
        archived_on=person.archived_on,
        employments=[_employment(place, post) for place, post in enumerate(person.posts)],
        enrollments=[
            EnrollmentModel(
                school_year=class_.year.start,
                school_class=class_.school_class,
                left_on=class_.left_on,
            )
            for class_ in person.enrollments
        ],
        marks=[
            MarkModel(kind=mark.kind, since_on=mark.since_on, until_on=mark.until_on)
            for mark in person.marks
        ],
    )


def _act(act):
    return LocalActModel(
        kind=act.kind,
        number=act.number,
        act_date=act.act_date,
        title=act.title,
        link=act.link,
    )


def _employment(place, post):
    taught, worked = post.teaching_service, post.total_service
    return EmploymentModel(
        position=place,
        position_title=post.position_title,
        subject=post.subject,
        hired_on=post.hired_on,
        left_on=post.left_on,
        teaching_service_months=taught.months if taught else None,
        teaching_service_as_of=taught.as_of if taught else None,
        total_service_months=worked.months if worked else None,
        total_service_as_of=worked.as_of if worked else None,
        rate_hundredths=post.rate_hundredths,
        is_external_part_timer=post.is_external_part_timer,
        category=post.category,
        education_level=post.education_level,
        is_educational=post.is_educational,
        degree=post.degree,
        academic_title=post.academic_title,
    )


def _pairing(pairing, form_ids):
    return PairingModel(
        pairing_id=pairing.pairing_id,
        kind=pairing.kind,
        school_year=SchoolYear.of(pairing.starts_on).start,
        form_id=form_ids[pairing.form_code],
        mentor_id=pairing.mentor_id,
        starts_on=pairing.starts_on,
        ends_on=pairing.ends_on,
        ended_on=pairing.ended_on,
        end_kind=pairing.end_kind,
        members=[
            PairingMemberModel(
                person_id=member.person_id,
                position=place,
                joined_on=member.joined_on,
                left_on=member.left_on,
            )
            for place, member in enumerate(pairing.members)
        ],
    )


def _order(order, pairing_ids, register_id, *, is_external):
    return OrderModel(
        kind=OrderKind.PAIRS,
        register_id=register_id,
        number=order.number,
        number_key=order.number,
        calendar_year=order.order_date.year,
        order_date=order.order_date,
        school_year=SchoolYear.of(order.order_date).start,
        heading="О закреплении наставнических пар и групп",
        status=OrderStatus.WITHDRAWN if order.withdrawn_on else OrderStatus.ISSUED,
        is_external=is_external,
        withdrawn_on=order.withdrawn_on,
        links=[OrderPairingModel(pairing_id=pairing_id) for pairing_id in pairing_ids],
    )
