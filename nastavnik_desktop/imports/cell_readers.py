"""One reader for every kind of column: from the value of a cell to facts of the row."""

from __future__ import annotations

import re
from functools import lru_cache

from nastavnik_desktop.imports import contact_readers
from nastavnik_desktop.imports.column_meaning import Role
from nastavnik_desktop.imports.facts import Facts
from nastavnik_desktop.imports.grid import CellValue, as_text
from nastavnik_desktop.imports.kinds import Column, Kind
from nastavnik_desktop.imports.scope import CellReader, Scope
from nastavnik_desktop.imports.values.categories import Category, category_of_mark, read_category
from nastavnik_desktop.imports.values.classes import SchoolClass, find_class, read_class
from nastavnik_desktop.imports.values.dates import day_or_month, read_date
from nastavnik_desktop.imports.values.details import Details, Hint, read_details
from nastavnik_desktop.imports.values.lists import (
    read_count,
    read_flag,
    read_form,
    read_period,
    split_items,
)
from nastavnik_desktop.imports.values.posts import Post
from nastavnik_desktop.imports.values.service import Service, read_service
from nastavnik_desktop.imports.values.text import is_nothing, one_line, repair_latin

_LATEST_YEAR = 2099
_EARLIEST_BIRTH_YEAR = 1920
_PUPIL = re.compile(r"(?:ученик|ученица|обучающ|учащ|воспитанни)", re.IGNORECASE)


def read_cell(facts: Facts, value: CellValue, column: Column, scope: Scope) -> None:
    """Read a cell by the kind of its column; a kind without a reader is text."""
    _READERS.get(column.base, _read_text)(facts, value, column, scope)


def put_category(facts: Facts, category: Category) -> None:
    """Keep a category with its date and the status it implies."""
    facts.put("category", category.name)
    facts.put("category_date", category.day)
    facts.put("category_year", category.year)
    facts.put("category_note", category.note)
    facts.put("status", category.status)


def put_service(facts: Facts, service: Service) -> None:
    """Keep a length of teaching service, and the total one where both were written."""
    facts.put("experience_years", service.years)
    facts.put("experience_since", service.since)
    facts.put("experience_total_years", service.total_years)


def put_posts(facts: Facts, posts: tuple[Post, ...]) -> None:
    """Keep the first post and, where there are several, the list of all."""
    if posts:
        facts.put("position", posts[0].position)
        facts.put("subject", posts[0].subject)
    if len(posts) > 1:
        facts.put("positions", posts)


def put_class(facts: Facts, found: SchoolClass, field_name: str) -> None:
    """Keep a class; a Latin letter in it is told."""
    facts.put("school_class", found.name)
    if found.was_latin:
        message = f"в классе буква латинская, прочитано «{found.name}»"
        facts.warn("latin", message, field_name)


def _read_text(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    text = one_line(as_text(value))
    if not is_nothing(text):
        facts.put(column.base, text)


def _read_side_text(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    """A workplace stands in the row itself, also when it is another person's."""
    text = one_line(as_text(value))
    if is_nothing(text):
        return
    facts.put(column.meaning if column.side is not Role.NOBODY else column.base, text)


def _read_post(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    text = repair_latin(as_text(value))
    if is_nothing(text):
        return
    found, details = _said_of_post(text, column.source.meaning.hint & ~Hint.SUBJECT)
    if found is not None:
        put_class(facts, found, "class")
        return
    if not details.posts or not details.says_more_than_post:
        facts.put("position", one_line(text))
        return
    put_posts(facts, details.all_posts)
    put_category(facts, details.category)
    put_service(facts, details.service)
    facts.put("status", details.status)
    facts.put("note", "; ".join(details.notes))


@lru_cache(maxsize=4096)
def _said_of_post(text: str, hint: Hint) -> tuple[SchoolClass | None, Details]:
    """The class of a pupil, or the parts of a post; a school has few posts and many people."""
    found = read_class(text) or (find_class(text) if _PUPIL.match(text) else None)
    if text.isdecimal():
        found = None
    return found, read_details(text, hint, _LATEST_YEAR)


def _read_about(facts: Facts, value: CellValue, _column: Column, _scope: Scope) -> None:
    """A block of text on a person: «учитель химии», «Стаж работы – 33 года» line by line."""
    details = read_details(as_text(value), Hint.NONE, _LATEST_YEAR)
    put_posts(facts, details.all_posts)
    put_category(facts, details.category)
    put_service(facts, details.service)
    facts.put("phone", details.phone)
    facts.put("email", details.email)
    facts.put("note", "; ".join(details.notes))


def _read_subject(facts: Facts, value: CellValue, column: Column, scope: Scope) -> None:
    _read_text(facts, repair_latin(as_text(value)), column, scope)


def _read_category(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    text = one_line(as_text(value))
    marked = category_of_mark(column.source.header, value, _LATEST_YEAR)
    category = read_category(value, _LATEST_YEAR) if marked is None else marked
    put_category(facts, category)
    if category.is_impossible_date:
        facts.warn("bad_date", f"такой даты нет: «{text}»", column.meaning)
    elif text and marked is None and not category.name and category.day is None:
        facts.warn("unusual", f"категория не распознана: «{text}»", column.meaning)


def _read_category_date(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    found = read_date(value, _LATEST_YEAR)
    facts.put("category_date", day_or_month(found))
    facts.put("category_year", found.year)
    if found.is_impossible:
        facts.warn("bad_date", f"такой даты нет: {as_text(value)}", column.meaning)


def _read_service(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    service = read_service(value)
    text = one_line(as_text(value))
    if service.is_range:
        facts.tell("range", f"стаж указан промежутком: «{text}»", column.meaning)
    elif service.is_unclear:
        facts.warn("unusual", f"стаж не распознан: «{text}»", column.meaning)
    elif column.base == "experience_years":
        put_service(facts, service)
    else:
        facts.put("experience_total_since", service.since)
        facts.put("experience_total_years", service.total_years or service.years)


def _read_birth(facts: Facts, value: CellValue, column: Column, scope: Scope) -> None:
    youngest = 14 if scope.kind is Kind.STAFF else 0
    found = read_date(value, scope.today.year - youngest)
    year = found.day.year if found.day else found.year
    if found.is_impossible or (year is not None and not _is_birth_year(year, scope)):
        facts.warn("bad_date", f"такой даты быть не может: {as_text(value)}", column.meaning)
        return
    facts.put("birth_date", found.day)
    if found.day is None:
        facts.put("birth_year", found.year or (found.month.year if found.month else None))
    if found.year and column.base == "birth_date":
        facts.tell("birth_year_only", "указан только год рождения", column.meaning)


def _is_birth_year(year: int, scope: Scope) -> bool:
    return _EARLIEST_BIRTH_YEAR <= year <= scope.today.year


def _read_day(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    found = read_date(value, _LATEST_YEAR)
    facts.put(column.base, day_or_month(found))
    if found.is_impossible:
        facts.warn("bad_date", f"такой даты нет: {one_line(as_text(value))}", column.meaning)


def _read_hired(facts: Facts, value: CellValue, _column: Column, _scope: Scope) -> None:
    facts.put("hired_on", read_date(value, _LATEST_YEAR).day)


def _read_period(facts: Facts, value: CellValue, _column: Column, _scope: Scope) -> None:
    period = read_period(value, _LATEST_YEAR)
    facts.put("start", period.start)
    facts.put("end", period.end)
    for end in period.impossible:
        facts.warn("bad_date", f"такой даты нет: «{one_line(as_text(value))}»", end)


def _read_class(facts: Facts, value: CellValue, _column: Column, scope: Scope) -> None:
    text = one_line(as_text(value))
    if is_nothing(text):
        return
    found = read_class(value, in_own_column=True)
    if found is None:
        facts.warn("unusual", f"класс не распознан: «{text}»", "class")
        return
    sheet_class = scope.sheet_class
    if sheet_class and sheet_class.letter and found.name != sheet_class.name and found.letter:
        _put_conflicting_class(facts, found, text, sheet_class)
    else:
        put_class(facts, found, "class")


def _put_conflicting_class(
    facts: Facts, found: SchoolClass, text: str, sheet_class: SchoolClass
) -> None:
    """A class in clear Cyrillic wins over the sheet; a doubtful Latin letter does not."""
    doubt = f" с латинской буквой (похоже на «{found.name}»)" if found.was_latin else ""
    message = f"в строке класс «{text}»{doubt}, а список – класса {sheet_class.name}"
    facts.warn("class_conflict", f"{message}: подтвердите класс", "class")
    facts.put("school_class", sheet_class.name if found.was_latin else found.name)


def _read_grade(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    facts.put(column.base, one_line(as_text(value)).strip('«»" .').upper())


def _read_items(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    facts.put(column.base, split_items(value))


def _read_flag(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    facts.put(column.base, read_flag(value))


def _read_capacity(facts: Facts, value: CellValue, column: Column, _scope: Scope) -> None:
    count = read_count(value)
    facts.put("capacity", count.number)
    if count.is_range:
        text = one_line(as_text(value))
        facts.tell("range", f"число наставляемых указано промежутком «{text}»", column.meaning)


def _read_form(facts: Facts, value: CellValue, _column: Column, _scope: Scope) -> None:
    text = as_text(value)
    if not is_nothing(text):
        facts.put("form", read_form(text))


def _read_nothing(_facts: Facts, _value: CellValue, _column: Column, _scope: Scope) -> None:
    """Numbers of rows and columns that are not imported."""


_READERS: dict[str, CellReader] = {
    "number": _read_nothing,
    "unknown": _read_nothing,
    "ignored": _read_nothing,
    "full_name": contact_readers.read_parent_name,
    "about": _read_about,
    "position": _read_post,
    "subject": _read_subject,
    "workplace": _read_side_text,
    "category": _read_category,
    "category_date": _read_category_date,
    "experience_years": _read_service,
    "experience_total_years": _read_service,
    "birth_date": _read_birth,
    "birth_year": _read_birth,
    "start": _read_day,
    "end": _read_day,
    "period": _read_period,
    "class": _read_class,
    "grade": _read_grade,
    "letter": _read_grade,
    "phone": contact_readers.read_phone,
    "email": contact_readers.read_email,
    "contacts": contact_readers.read_contacts_of_row,
    "requests": _read_items,
    "competences": _read_items,
    "capacity": _read_capacity,
    "completed": _read_flag,
    "consent": _read_flag,
    "is_mentor": _read_flag,
    "hired": _read_hired,
    "other_parent": contact_readers.read_other_parent,
    "form": _read_form,
}
