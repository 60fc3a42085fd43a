"""Records with defaults, written through the real services: the shortest way to a school.

Every function takes the services of a real base first; what a test does not care about has a
default, what it does care about it says.
"""

from dataclasses import replace
from datetime import date

from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.pairings import MemberDraft, PairingDraft, PairingKind
from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    PersonDraft,
    PersonKind,
    Representative,
    ServiceLength,
    Sex,
)
from nastavnik_desktop.domain.school import Head, School
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.reference import seed

YEAR = SchoolYear(2026)
TODAY = date(2026, 9, 8)
"""A Tuesday on which the factory's school stands."""
CONSENTED_ON = date(2026, 9, 4)
DIRECTOR = FullName("Заболотная", "Лариса", "Викторовна")
ORDER_HEADING = "О\u00a0закреплении наставнических пар (групп) на\u00a02026/27 учебный год"


def seed_reference_lists(base):
    """What the creation of a base puts into it: forms, modes, registers."""
    with base.begin("Новая база", refusal="Создание базы отменить нельзя.") as session:
        seed(session)


def school_draft(**changes):
    """A school with a director that stands on TODAY."""
    school = School(
        full_name="Муниципальное бюджетное общеобразовательное учреждение «Школа № 17»",
        short_name="МБОУ «СОШ № 17»",
        place="г. Заречный",
        executor_name="Крутикова О. Н.",
        executor_phone="8 (000) 000-17-18",
        fixed_today=TODAY,
        heads=(Head(DIRECTOR, since_on=date(2019, 8, 26)),),
    )
    return replace(school, **changes)


def make_school(services, **changes):
    """The school of the base, set up as on the first start."""
    services.school.set_up(school_draft(**changes))
    return services.school.get()


def teacher_draft(
    last_name="Ёлкина", first_name="Анна", patronymic="Петровна", *, months=120, **fields
):
    """A teacher of physics with a length of teaching service on TODAY."""
    work = EmploymentDraft(
        position_title="учитель", subject="физика", teaching_service=ServiceLength(months, TODAY)
    )
    name = FullName(last_name, first_name, patronymic)
    card = PersonDraft(name=name, sex=Sex.FEMALE, employment=work)
    return replace(card, **fields)


def student_draft(
    last_name="Соколов", first_name="Лев", patronymic="Ильич", *, school_class="9А", **fields
):
    """A student of fourteen with a parent."""
    card = PersonDraft(
        name=FullName(last_name, first_name, patronymic),
        kind=PersonKind.STUDENT,
        sex=Sex.MALE,
        birth_date=date(2012, 3, 5),
        school_class=school_class,
        representative=Representative("Соколова Инна Львовна", "мать", "+79000000003"),
    )
    return replace(card, **fields)


def make_person(services, last_name="Ёлкина", *, year=YEAR, **fields):
    """A teacher; answers the id."""
    return services.people.save(teacher_draft(last_name, **fields), year).record_id


def make_student(services, last_name="Соколов", *, year=YEAR, **fields):
    """A student; answers the id."""
    return services.people.save(student_draft(last_name, **fields), year).record_id


def make_mentor(services, last_name="Крутикова", first_name="Ольга", patronymic="Николаевна"):
    """An experienced teacher; answers the id."""
    return make_person(
        services, last_name, first_name=first_name, patronymic=patronymic, months=25 * 12
    )


def make_mentee(services, last_name="Петров", first_name="Иван", patronymic="Ильич", *, months=12):
    """A young teacher; answers the id."""
    return make_person(
        services,
        last_name,
        first_name=first_name,
        patronymic=patronymic,
        months=months,
        sex=Sex.MALE,
    )


def consent(services, *person_ids, on=CONSENTED_ON, kind=ConsentKind.PARTICIPATION):
    """Signed consents to take part."""
    return services.consents.record(person_ids, on, kind)


def pairing_draft(mentor_id, *mentee_ids, **fields):
    """A pair, or a group where there are several mentees, from TODAY to the end of lessons."""
    draft = PairingDraft(
        year=YEAR,
        form_code="educator-educator",
        role_model="опытный педагог – молодой специалист",
        mentor_id=mentor_id,
        members=tuple(MemberDraft(person_id) for person_id in mentee_ids),
        starts_on=TODAY,
        ends_on=date(2027, 5, 28),
        kind=PairingKind.PAIR if len(mentee_ids) == 1 else PairingKind.GROUP,
    )
    return replace(draft, **fields)


def agree(services, *pairing_ids, on=CONSENTED_ON):
    """Agreements to the contracts of all mentors of these pairings who lack one."""
    return services.addenda.record(pairing_ids, on)


def make_pairing(
    services, mentor_id=None, *mentee_ids, is_consented=True, is_agreed=True, **fields
):
    """A pair of teachers that is ready for an order; answers the id."""
    mentor_id = mentor_id or make_mentor(services)
    mentee_ids = mentee_ids or (make_mentee(services),)
    if is_consented:
        consent(services, mentor_id, *mentee_ids)
    made = services.pairings.save(pairing_draft(mentor_id, *mentee_ids, **fields)).record_id
    if is_agreed and services.pairings.row(made).without_agreement(date.max):
        agree(services, made)
    return made


def order_draft(services, *pairing_ids, **changes):
    """The draft that the program offers for these pairings, or for all that are ready."""
    return replace(services.orders.new_draft(YEAR, pairing_ids).draft, **changes)


def make_order(services, *pairing_ids, signed_on=None, **changes):
    """An issued order about these pairings, or about a new one; answers the id."""
    pairing_ids = pairing_ids or (make_pairing(services),)
    order_id = services.orders.issue(order_draft(services, *pairing_ids, **changes)).record_id
    if signed_on:
        services.orders.mark_signed(order_id, signed_on)
    return order_id
