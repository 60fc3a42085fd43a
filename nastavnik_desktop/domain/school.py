"""The school: requisites, heads by dates, registers of orders, limits and page preset."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.problems import Level, Problem, too_long
from nastavnik_desktop.domain.search import search_key

DEFAULT_MENTEE_LIMIT = 3
LONGEST_PATTERN = 20
"""Leaves place for the number itself: a whole number of an order has up to 25 signs."""
_TEXT_LIMITS = {
    "full_name": 500, "short_name": 500, "founder": 500, "address": 500,
    "place": 200, "phone": 200, "email": 200, "site": 200,
    "inn": 20, "ogrn": 20, "okpo": 20,
    "executor_name": 200, "executor_phone": 200,
    "coordinator_name": 300, "coordinator_title": 300,
}  # fmt: skip


@dataclass(frozen=True)
class Head:
    """Who signs orders: the director or an acting one, from day to day (open ends allowed)."""

    name: FullName
    title: str = "директор"
    since_on: date | None = None
    until_on: date | None = None
    head_id: int | None = None

    def serves_on(self, day: date) -> bool:
        """Whether this head signs on a day."""
        has_begun = self.since_on is None or self.since_on <= day
        return has_begun and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True)
class Register:
    """A register of orders: its own numbers from 1 each calendar year by a pattern («{n}-од»)."""

    register_id: int | None
    title: str
    pattern: str = "{n}-од"


@dataclass(frozen=True)
class School:
    """The school's own data, kept in the base; at the level of a municipality, its authority's."""

    full_name: str = ""
    short_name: str = ""
    founder: str = ""
    place: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    site: str = ""
    inn: str = ""
    ogrn: str = ""
    okpo: str = ""
    executor_name: str = ""
    executor_phone: str = ""
    coordinator_name: str = ""
    coordinator_title: str = ""
    is_six_day_week: bool = False
    mentee_limit: int = DEFAULT_MENTEE_LIMIT
    page_preset: str = "gost-2025"
    fixed_today: date | None = None
    level: BaseLevel = BaseLevel.SCHOOL
    heads: tuple[Head, ...] = ()
    registers: tuple[Register, ...] = field(
        default=(
            Register(None, "Основная деятельность", "{n}-од"),
            Register(None, "Личный состав", "{n}-лс"),
        )
    )

    def head_on(self, day: date) -> Head | None:
        """Who signs on a day: an acting head before the director, the latest to begin first."""
        serving = [head for head in self.heads if head.serves_on(day)]
        acting = [
            head for head in serving if head.title.casefold().startswith(("и. о", "и.о", "врио"))
        ]
        by_beginning = sorted(acting or serving, key=lambda head: head.since_on or date.min)
        return by_beginning[-1] if by_beginning else None


def rebased(typed: School, seen: School, present: School) -> School | None:
    """What somebody typed over ``seen``, put over what the base holds by now.

    None where both changed the same field: only the user can choose then.
    """
    own: dict[str, Any] = {}
    for each in fields(School):
        mine, before = getattr(typed, each.name), getattr(seen, each.name)
        theirs = getattr(present, each.name)
        if mine != before:
            if theirs not in (before, mine):
                return None
            own[each.name] = mine
    return replace(present, **own)


def problems_in(school: School) -> list[Problem]:
    """What keeps the school's data from being saved, and what papers will lack."""
    found = []
    if not school.short_name.strip():
        found.append(Problem("short_name", "Укажите краткое название: оно стоит в приказах."))
    if not school.full_name.strip():
        found.append(Problem("full_name", "Укажите полное название по уставу.", Level.WARNING))
    for name, limit in _TEXT_LIMITS.items():
        found += too_long(name, getattr(school, name), limit)
    if not 1 <= school.mentee_limit <= 30:
        found.append(Problem("mentee_limit", "Предел наставляемых – от 1 до 30."))
    if school.inn and not re.fullmatch(r"\d{10}", school.inn):
        found.append(Problem("inn", "ИНН организации – 10 цифр.", Level.WARNING))
    return [*found, *_register_problems(school), *_head_problems(school)]


def _register_problems(school: School) -> list[Problem]:
    found = []
    if not school.registers:
        found.append(Problem("registers", "Нужен хотя бы один журнал приказов."))
    titles = [search_key(register.title) for register in school.registers]
    if len(set(titles)) < len(titles):
        found.append(Problem("registers", "Два журнала называются одинаково."))
    for register in school.registers:
        if not register.title.strip():
            found.append(Problem("registers", "У журнала приказов нет названия."))
        if "{n}" not in register.pattern:
            message = f"В образце номера «{register.pattern}» нет места для числа: {{n}}."
            found.append(Problem("registers", message))
        found += too_long("registers", register.title, 200)
        found += too_long("registers", register.pattern, LONGEST_PATTERN)
    return found


def problems_in_head(head: Head) -> list[Problem]:
    """What keeps one head from being saved, by the fields of a form."""
    found = []
    if not head.name.last_name.strip():
        found.append(Problem("last_name", "Укажите фамилию."))
    if not head.title.strip():
        found.append(Problem("title", "Укажите должность: так она напечатается в приказе."))
    for name in ("last_name", "first_name", "patronymic"):
        found += too_long(name, getattr(head.name, name), 100)
    found += too_long("title", head.title, 200)
    if head.since_on and head.until_on and head.until_on < head.since_on:
        found.append(Problem("until_on", "Конец срока раньше начала."))
    return found


def _head_problems(school: School) -> list[Problem]:
    found = []
    if not school.heads:
        found.append(Problem("heads", "Укажите директора: он подписывает приказы.", Level.WARNING))
    for head in school.heads:
        who = head.name.short[:60] or "Руководитель"
        found += [
            Problem("heads", f"{who}: {each.message}", each.level)
            for each in problems_in_head(head)
        ]
    return found
