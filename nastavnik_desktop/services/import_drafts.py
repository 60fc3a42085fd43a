"""From a row that was read to the card that it describes."""

from __future__ import annotations

from datetime import date

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import (
    OutsideKind,
    PersonDraft,
    PersonKind,
    PoolSide,
    Representative,
    Sex,
)
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.records import DayOrMonth, MentionedPerson, ReadPair, ReadPerson
from nastavnik_desktop.language.names import guess_sex
from nastavnik_desktop.services.import_employment import employment_of, is_educator_title

_STUDENT_WORDS = ("ученик", "обучающ", "школьник", "учащ")
_EDUCATOR_WORDS = ("учител", "педагог", "руководител", "воспитател")


def draft_from(read: ReadPerson, kind: Kind, year: SchoolYear, as_of: date) -> PersonDraft:
    """The card of a row; ``as_of`` is the day on which its lengths of service are true."""
    person_kind = kind_of(read, kind)
    name = name_of(read)
    work = employment_of(read, as_of) if person_kind is PersonKind.STAFF else None
    is_outside = person_kind is PersonKind.OUTSIDE
    return PersonDraft(
        name=name,
        kind=person_kind,
        former_last_name=read.former_last_name,
        sex=_sex(read.sex, name),
        birth_date=read.birth_date,
        birth_year=None if read.birth_date else read.birth_year,
        phone=", ".join(read.phones) or read.phone,
        email=read.email,
        address=read.address,
        notes=_notes(read),
        organisation=_outside_place(read) if is_outside else "",
        outside_kind=_outside_kind(read.form, kind) if is_outside else None,
        representative=_representative(read),
        employment=work,
        school_class=read.school_class if person_kind is PersonKind.STUDENT else "",
        mentor_side=_mentor_side(read) if kind is Kind.MENTORS or read.is_mentor else None,
        mentee_side=_mentee_side(read, year) if kind is Kind.MENTEES else None,
    )


def name_of(read: ReadPerson | MentionedPerson) -> FullName:
    """The name as the file writes it; initials stand in the place of names."""
    if read.first_name or not read.initials:
        return FullName(read.last_name, read.first_name, read.patronymic)
    parts = [f"{part}." for part in read.initials.replace(" ", "").split(".") if part]
    return FullName(read.last_name, *parts[:2])


def kind_of(read: ReadPerson, kind: Kind) -> PersonKind:
    """What ties the person of a row to the school."""
    if kind is Kind.STAFF:
        return PersonKind.STAFF
    if kind is Kind.STUDENTS or read.school_class:
        return PersonKind.STUDENT
    by_form = kind_by_form(read.form, kind)
    if by_form is PersonKind.OUTSIDE:
        return by_form
    return PersonKind.STAFF if read.position else by_form


def side_of_form(form: str, kind: Kind) -> str:
    """The word of the form for the person of the row: «студент – ученик» -> «студент»."""
    sides = [side.strip() for side in form.split("–")]
    if len(sides) != 2:
        return ""
    return sides[1 if kind is Kind.MENTEES else 0].casefold()


def kind_by_form(form: str, kind: Kind) -> PersonKind:
    """What ties the person on that side of the form to the school; staff where it is unsaid."""
    side = side_of_form(form, kind)
    if any(word in side for word in _STUDENT_WORDS):
        return PersonKind.STUDENT
    if not side or any(word in side for word in _EDUCATOR_WORDS):
        return PersonKind.STAFF
    return PersonKind.OUTSIDE


def _outside_kind(form: str, kind: Kind) -> OutsideKind:
    side = side_of_form(form, kind)
    if "студент" in side:
        return OutsideKind.UNIVERSITY_STUDENT
    is_firm = any(word in side for word in ("работодател", "партн"))
    return OutsideKind.ORGANISATION if is_firm else OutsideKind.OTHER


def _outside_place(read: ReadPerson) -> str:
    return read.workplace or read.position


def _sex(written: str, name: FullName) -> Sex | None:
    first = written.strip().casefold()[:1]
    if first in {"м", "ж"}:
        return Sex.MALE if first == "м" else Sex.FEMALE
    guess = guess_sex(name)
    return Sex(guess) if guess else None


def _notes(read: ReadPerson) -> str:
    """The note of the file, and what a card has no field for."""
    other_parent = f"Второй родитель: {read.other_parent}" if read.other_parent else ""
    is_kept = read.category_note and not is_educator_title(read.category_note)
    category = f"Категория: {read.category_note}" if is_kept else ""
    return "; ".join(part for part in (read.note, category, other_parent) if part)


def _representative(read: ReadPerson) -> Representative:
    if read.representative is not None:
        found = read.representative
        return Representative(found.name, found.relation, found.phone)
    return Representative(read.parent_name, read.parent_relation, read.parent_phone)


def _mentor_side(read: ReadPerson) -> PoolSide:
    return PoolSide(
        joined_on=first_day(read.start),
        strengths=read.competences,
        achievements=read.achievements,
        interests=read.interests,
        desired_age=read.mentee_age,
        time_resource=read.time_resource,
        capacity=read.capacity,
        results=read.results,
        link=read.link,
    )


def _mentee_side(read: ReadPerson, year: SchoolYear) -> PoolSide:
    return PoolSide(
        joined_on=first_day(read.start) or year.first_day,
        needs=read.requests,
        interests=read.interests,
        results=read.results,
        link=read.link,
    )


def first_day(when: DayOrMonth | None) -> date | None:
    """The day, or the first day of a month."""
    if when is None or isinstance(when, date):
        return when
    return date(when.year, when.month, 1)


def address_of(read: ReadPerson | ReadPair) -> str:
    """Where the user finds the row: «Кадры, строка 8»; tables of a document have numbers."""
    place = f"таблица {read.sheet}" if read.sheet.isdigit() else read.sheet
    return f"{place}, строка {read.row}" if place else f"строка {read.row}"
