"""Names and people of a row: from one column or three, the first person and those mentioned."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from nastavnik_desktop.imports.cell_readers import (
    put_category,
    put_class,
    put_posts,
    put_service,
    read_cell,
)
from nastavnik_desktop.imports.column_meaning import NAME_MEANINGS, Role
from nastavnik_desktop.imports.facts import Facts
from nastavnik_desktop.imports.grid import CellValue, as_text
from nastavnik_desktop.imports.kinds import Column
from nastavnik_desktop.imports.records import MentionedPerson
from nastavnik_desktop.imports.scope import Scope
from nastavnik_desktop.imports.values.details import Details, Hint
from nastavnik_desktop.imports.values.names import (
    NameParts,
    is_patronymic,
    read_name,
    tidy_name,
    usual_case,
)
from nastavnik_desktop.imports.values.people import (
    NOTHING_BESIDE,
    PersonInCell,
    people_in,
    person_in,
)
from nastavnik_desktop.imports.values.text import has_wrong_letters, is_nothing, one_line

_LATEST_YEAR = 2099
_MENTOR_OF_SECTION = re.compile(r"\s*(?:педагог-)?наставник\s*[:–—-]\s*(.+)", re.IGNORECASE | re.S)
_MENTION_FIELDS = frozenset(one.name for one in fields(MentionedPerson))
_TWO_INITIALS = re.compile(r"[А-ЯЁ]\.\s?[А-ЯЁ]\.?")
_PART_TITLES = {"last_name": "фамилии", "first_name": "имени", "patronymic": "отчестве"}

RowValues = Mapping[int, CellValue]


def put_first_person(facts: Facts, columns: list[Column], values: RowValues) -> bool:
    """Read the name of the person of the row; False when there is none that can be read."""
    by_base = {c.base: c for c in columns if c.base in NAME_MEANINGS}
    whole = by_base.get("full_name")
    text = as_text(values.get(whole.index)) if whole is not None else ""
    if whole is not None and not (is_nothing(text) and "last_name" in by_base):
        person = person_in(text, whole.source.meaning.hint, _LATEST_YEAR)
        put_name(facts, person.name)
        _tell_latin(facts, person.name, text, "")
        if person.name.doubt:
            facts.tell("name_parts", person.name.doubt)
        if person.details is not NOTHING_BESIDE:
            put_details(facts, person.details)
            facts.put("note", person.name.rest)
    elif "last_name" in by_base:
        _put_three_columns(facts, by_base, values, "")
    return bool(facts.values.get("last_name")) and _has_more_than_last_name(facts, by_base)


def values_of_each_person(columns: list[Column], values: RowValues) -> list[RowValues]:
    """Several people in the name cell of a row share its other cells.

    A cell with a line for each of them is shared out by lines.
    """
    whole = next((c for c in columns if c.base == "full_name"), None)
    text = as_text(values.get(whole.index)) if whole else ""
    if whole is None or not any(sign in text for sign in "\n;,/"):
        return [values]
    people = people_in(text, whole.source.meaning.hint, _LATEST_YEAR)
    if len(people) < 2 or not all(person.name.is_name for person in people):
        return [values]
    return [
        {**{index: _line_of(value, n, len(people)) for index, value in values.items()},
         whole.index: person.written}
        for n, person in enumerate(people)
    ]  # fmt: skip


def _line_of(value: CellValue, number: int, count: int) -> CellValue:
    lines = value.split("\n") if isinstance(value, str) else []
    return lines[number] if len(lines) == count else value


def mentioned_people(
    columns: list[Column], values: RowValues, scope: Scope, row_facts: Facts
) -> list[MentionedPerson]:
    """People of the other side of a row with what its columns say of them."""
    whole = next((c for c in columns if c.base == "full_name"), None)
    people = (
        _in_one_cell(whole, values, row_facts)
        if whole is not None
        else _in_three_columns(columns, values, row_facts)
    )
    for column in columns:
        if column.base not in NAME_MEANINGS and column.base != "workplace":
            _share_among(people, column, values.get(column.index), scope)
    for facts in people:
        row_facts.findings.extend(facts.findings)
    return [_mentioned(facts) for facts in people]


def mentor_in_section(text: str) -> MentionedPerson | None:
    """The mentor whom a row above his mentees names: «Наставник: Орлова Н. П., учитель химии»."""
    found = _MENTOR_OF_SECTION.match(text)
    people = people_in(found[1], Hint.NONE, _LATEST_YEAR) if found else []
    if len(people) != 1 or not people[0].name.is_name:
        return None
    facts = Facts()
    put_name(facts, people[0].name)
    put_details(facts, people[0].details)
    return _mentioned(facts)


def put_name(facts: Facts, name: NameParts) -> None:
    """Keep the parts of a name."""
    facts.put("last_name", name.last_name)
    facts.put("first_name", name.first_name)
    facts.put("patronymic", name.patronymic)
    facts.put("initials", name.initials)
    facts.put("former_last_name", name.former_last_name)


def put_details(facts: Facts, details: Details) -> None:
    """Keep what stands beside a name; columns of the row win, they were read before."""
    if details.school_class:
        put_class(facts, details.school_class, "class")
    put_posts(facts, details.all_posts)
    put_category(facts, details.category)
    put_service(facts, details.service)
    facts.put("status", details.status)
    facts.put("birth_date", details.birth.day)
    facts.put("birth_year", details.birth.year)
    facts.put("phone", details.phone)
    facts.put("email", details.email)
    facts.put("workplace", details.workplace)
    facts.put("note", "; ".join(details.notes))


def _mentioned(facts: Facts) -> MentionedPerson:
    """What a mention has no place for (a second telephone) is left out."""
    facts.put("school_class", f"{facts.values.get('grade', '')}{facts.values.get('letter', '')}")
    known = {name: value for name, value in facts.values.items() if name in _MENTION_FIELDS}
    return MentionedPerson(**known)


def _in_one_cell(column: Column, values: RowValues, row_facts: Facts) -> list[Facts]:
    text = as_text(values.get(column.index))
    if is_nothing(text):
        return []
    people = people_in(text, column.source.meaning.hint, _LATEST_YEAR)
    named = [person for person in people if person.name.last_name]
    if len(named) < len(people):
        unread = next(person.written for person in people if not person.name.last_name)
        row_facts.warn("name_parts", f"имя не распознано: «{unread}»", column.meaning)
    return [_mention(person, column, row_facts) for person in named]


def _mention(person: PersonInCell, column: Column, row_facts: Facts) -> Facts:
    facts = Facts()
    put_name(facts, person.name)
    put_details(facts, person.details)
    _tell_latin(row_facts, person.name, person.written, column.meaning)
    if person.name.doubt:
        row_facts.tell("name_parts", person.name.doubt, column.meaning)
    if person.name.initials:
        message = f"вместо имени и отчества инициалы: «{person.name.full}»"
        row_facts.tell("initials_only", message, column.meaning)
    return facts


def _in_three_columns(columns: list[Column], values: RowValues, row_facts: Facts) -> list[Facts]:
    by_base = {c.base: c for c in columns if c.base in NAME_MEANINGS}
    if "last_name" not in by_base:
        return []
    facts = Facts()
    _put_three_columns(facts, by_base, values, by_base["last_name"].meaning)
    row_facts.findings.extend(facts.findings)
    return [Facts(facts.values)] if facts.values.get("last_name") else []


def _put_three_columns(
    facts: Facts, by_base: Mapping[str, Column], values: RowValues, field: str
) -> None:
    """Last name, first name, patronymic in columns; what stands in a neighbour's cell is moved."""
    texts = {base: one_line(as_text(values.get(c.index))) for base, c in by_base.items()}
    texts = {base: "" if is_nothing(text) else text for base, text in texts.items()}
    last = read_name(texts.get("last_name", ""))
    if last.is_name and not texts.get("first_name"):
        put_name(facts, last)
        facts.tell("name_parts", "имя и отчество стоят в ячейке фамилии", field or "last_name")
    else:
        facts.put("last_name", last.last_name)
        facts.put("former_last_name", last.former_last_name)
        _put_given_names(facts, texts, field)
    for base, text in texts.items():
        if has_wrong_letters(text):
            _tell_one_latin(facts, base, text, field)


def _put_given_names(facts: Facts, texts: dict[str, str], field: str) -> None:
    written = tidy_name(texts.get("first_name", ""))
    if _TWO_INITIALS.fullmatch(written):
        facts.put("initials", _initials_of(written))
        return
    first = [usual_case(word) for word in written.split()]
    patronymic = " ".join(map(_patronymic_case, tidy_name(texts.get("patronymic", "")).split()))
    if len(first) > 1 and not patronymic and is_patronymic(first[-1]):
        patronymic = first.pop()
        facts.tell("name_parts", "имя и отчество стоят в одной ячейке", field or "first_name")
    if first and len(first[0].rstrip(".")) == 1:
        facts.put("initials", _initials_of(" ".join(first) + patronymic))
        return
    facts.put("first_name", " ".join(first))
    facts.put("patronymic", patronymic)


def _initials_of(text: str) -> str:
    """«И. О» -> «И.О.»."""
    return "".join(f"{letter}." for letter in text if letter.isupper())


def _patronymic_case(word: str) -> str:
    cased = usual_case(word)
    return cased.lower() if cased.casefold() in ("оглы", "кызы", "улы", "уулу", "угли") else cased


def _has_more_than_last_name(facts: Facts, by_base: Mapping[str, Column]) -> bool:
    return bool(facts.values.get("first_name") or facts.values.get("initials")) or (
        "full_name" not in by_base
    )


def _tell_latin(facts: Facts, name: NameParts, written: str, field: str) -> None:
    for part in name.latin:
        value = getattr(name, part)
        message = f"в {_PART_TITLES[part]} есть латинские буквы или цифры, прочитано «{value}»"
        facts.warn("latin", f"{message} (в ячейке «{one_line(written)}»)", field or part)


def _tell_one_latin(facts: Facts, base: str, text: str, field: str) -> None:
    value = facts.values.get(base, "")
    title = _PART_TITLES.get(base, "имени")
    message = f"в {title} «{text}» есть латинские буквы или цифры, прочитано «{value}»"
    facts.warn("latin", message, field or base)


def _share_among(people: list[Facts], column: Column, value: CellValue, scope: Scope) -> None:
    """A column of the other side: one value for one person, or a line for each of several."""
    if value is None or not people:
        return
    lines: list[Any] = [value]
    if len(people) > 1 and isinstance(value, str):
        lines = [line for line in value.replace(";", "\n").split("\n") if line.strip()]
    if len(lines) == 1:
        lines = lines * len(people)
    if len(lines) != len(people):
        return
    for facts, line in zip(people, lines, strict=True):
        own = Facts()
        read_cell(own, line, column, Scope(scope.kind, scope.today))
        facts.findings.extend(own.findings)
        for name, found in own.values.items():
            facts.put(name, found)


def columns_of(columns: tuple[Column, ...], side: Role) -> list[Column]:
    """The columns that speak of one side of a row."""
    return [column for column in columns if column.side is side]
