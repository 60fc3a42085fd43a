"""Findings that need more than one cell: rows compared with themselves and with each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from statistics import median

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.people import grade_of
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.pair_checks import (
    form_conflict,
    problems_of_pairs,
    short_names_of_pupils,
)
from nastavnik_desktop.imports.records import (
    DayOrMonth,
    FileReading,
    MentionedPerson,
    ReadPerson,
    ReadRow,
    RowProblem,
)
from nastavnik_desktop.imports.values.dates import YearMonth
from nastavnik_desktop.imports.values.text import folded

_LEFT = re.compile(r"(?<!\w)(?:выбы(?:л|ла|тие)|отчислен|уволен|уволил|выехал)")
_AGE_IN_FIRST_GRADE = 7
_YEARS_YOUNGER = 3
_YEARS_OLDER = 4
_FEWEST_FOR_ESTIMATE = 5
_ADULT_AGES = range(16, 91)
_EXPERIENCED_SINCE = 3
_MOST_OF_ONE_NAME = 10


def problems_between_rows(reading: FileReading) -> list[RowProblem]:
    """All findings on whole rows and on rows that speak of one person."""
    found = [*_order_of_dates(reading.rows), *_repeated_people(reading)]
    year = _school_year_start(reading)
    pupils = short_names_of_pupils(reading.everybody)
    for person in reading.people:
        found.extend(_of_person(person, reading.kind_of(person), year, pupils))
    return [*found, *problems_of_pairs(reading.pairs)]


def _problem(row: ReadRow, code: str, message: str, level: Level, field: str = "") -> RowProblem:
    return RowProblem(row.row, code, message, level, field, row.sheet)


def _order_of_dates(rows: tuple[ReadRow, ...]) -> Iterator[RowProblem]:
    for row in rows:
        if row.start and row.end and first_day(row.end) < first_day(row.start):
            message = (
                f"дата завершения ({_shown(row.end)}) раньше даты начала ({_shown(row.start)})"
            )
            yield _problem(row, "end_before_start", message, Level.WARNING, "end")


def first_day(value: DayOrMonth) -> date:
    """The day itself, or the first day of a month."""
    return value.first_day if isinstance(value, YearMonth) else value


def _shown(value: DayOrMonth) -> str:
    return value.isoformat() if isinstance(value, YearMonth) else short_date(value)


def _of_person(
    person: ReadPerson, kind: Kind, year: int | None, pupils: frozenset[str]
) -> Iterator[RowProblem]:
    if _LEFT.search(folded(person.note)):
        message = f"в примечании отметка о выбытии: «{person.note}»"
        yield _problem(person, "left", message, Level.INFO, "note")
    if person.initials:
        message = f"вместо имени и отчества инициалы: «{person.last_name} {person.initials}»"
        yield _problem(person, "initials_only", message, Level.INFO)
    yield from _form(person, kind, pupils)
    yield from _birth(person, kind, year)
    yield from _service(person, kind)


def _form(person: ReadPerson, kind: Kind, pupils: frozenset[str]) -> Iterator[RowProblem]:
    """The form of a base's row against the people in it."""
    pairs: list[tuple[MentionedPerson | ReadPerson | None, MentionedPerson | ReadPerson]] = []
    if kind is Kind.MENTEES:
        pairs = [(person.mentor, person)]
    elif kind is Kind.MENTORS:
        pairs = [(person, mentee) for mentee in person.mentees]
    sentences = (form_conflict(person.form, *pair, pupils) for pair in pairs)
    message = next(filter(None, sentences), "")
    if message:
        yield _problem(person, "form_conflict", message, Level.WARNING, "form")


def _birth(person: ReadPerson, kind: Kind, year: int | None) -> Iterator[RowProblem]:
    born = _birth_year(person)
    if born is None or year is None:
        return
    age, grade = year - born, grade_of(person.school_class)
    shown = short_date(person.birth_date) if person.birth_date else f"{born} г."
    field = "birth_date" if person.birth_date else "birth_year"
    if grade is not None:
        usual = grade - 1 + _AGE_IN_FIRST_GRADE
        if not usual - _YEARS_YOUNGER <= age <= usual + _YEARS_OLDER:
            message = f"дата рождения {shown} не подходит для {grade} класса"
            yield _problem(person, "suspicious_date", message, Level.WARNING, field)
    elif kind is Kind.STAFF and age not in _ADULT_AGES:
        message = f"дата рождения {shown}: сотруднику {age} лет, проверьте"
        yield _problem(person, "suspicious_date", message, Level.WARNING, field)


def _service(person: ReadPerson, kind: Kind) -> Iterator[RowProblem]:
    years, total = person.experience_years, person.experience_total_years
    if years is not None and total is not None and years > total:
        message = f"педагогический стаж ({years}) больше общего ({total})"
        yield _problem(person, "unusual", message, Level.WARNING, "experience_years")
    is_young = bool(person.status) or (years is not None and years < _EXPERIENCED_SINCE)
    if kind is Kind.MENTORS and is_young and not person.school_class:
        message = "в списке наставников молодой специалист"
        yield _problem(person, "unusual", message, Level.INFO, "experience_years")


def _birth_year(person: ReadPerson) -> int | None:
    return person.birth_date.year if person.birth_date else person.birth_year


def _school_year_start(reading: FileReading) -> int | None:
    """The year in which the list was made: as written, or as ages in grades suggest."""
    if reading.school_year:
        return int(reading.school_year[:4])
    if reading.as_of:
        return reading.as_of.year - (reading.as_of.month < 9)
    suggested = [
        born + grade - 1 + _AGE_IN_FIRST_GRADE
        for person in reading.people
        if (born := _birth_year(person)) and (grade := grade_of(person.school_class))
    ]
    return round(median(suggested)) if len(suggested) >= _FEWEST_FOR_ESTIMATE else None


def _repeated_people(reading: FileReading) -> Iterator[RowProblem]:
    """People of one name: namesakes, one person again, or a row written twice."""
    groups: dict[str, list[ReadPerson]] = defaultdict(list)
    for person in reading.people:
        names = (person.last_name, person.first_name, person.patronymic, person.initials)
        groups[search_key(" ".join(names))].append(person)
    for people in groups.values():
        told: set[int] = set()
        for number, person in enumerate(people):
            for earlier in people[max(0, number - _MOST_OF_ONE_NAME) : number]:
                yield from _two_of_one_name(earlier, person, reading.kind_of(person), told)


def _two_of_one_name(
    earlier: ReadPerson, later: ReadPerson, kind: Kind, told: set[int]
) -> Iterator[RowProblem]:
    if _are_different(earlier, later):
        for one, other in ((earlier, later), (later, earlier)):
            if id(one) not in told:
                yield _problem(one, "namesake", _namesake_text(other), Level.INFO)
        told.update((id(earlier), id(later)))
    elif id(later) not in told:
        told.add(id(later))
        if _says_the_same(earlier, later, kind):
            where = f"строка {earlier.row}" + (f", {earlier.sheet}" if earlier.sheet else "")
            message = f"повтор: тот же человек уже записан ({where})"
            yield _problem(later, "duplicate", message, Level.WARNING)
        else:
            message = f"этот человек уже есть в строке {earlier.row}: одна карточка, две записи"
            yield _problem(later, "same_person_again", message, Level.INFO)


def _are_different(one: ReadPerson, other: ReadPerson) -> bool:
    """Two people of one name differ in the date or year of birth, or in class when both have it."""
    if one.birth_date and other.birth_date:
        return one.birth_date != other.birth_date
    years = _birth_year(one), _birth_year(other)
    if None not in years:
        return years[0] != years[1]
    classes = one.school_class, other.school_class
    return all(classes) and classes[0] != classes[1]


def _says_the_same(one: ReadPerson, other: ReadPerson, kind: Kind) -> bool:
    """Whether a second row adds nothing: the same post, or the same programme in the bases.

    A row in a list of another kind always adds something: that the person is a mentor.
    """
    if one.kind is not other.kind:
        return False
    if kind in (Kind.MENTORS, Kind.MENTEES):
        return (one.form, one.mentor, one.mentees, one.start) == (
            other.form, other.mentor, other.mentees, other.start,
        )  # fmt: skip
    return kind is Kind.STUDENTS or (one.position, one.subject) == (other.position, other.subject)


def _namesake_text(other: ReadPerson) -> str:
    about = [other.school_class, other.position]
    born = _birth_year(other)
    about.append(f"{born} г.р." if born else "")
    shown = ", ".join(part for part in about if part)
    return f"полная тёзка в строке {other.row} ({shown}): это два разных человека"
