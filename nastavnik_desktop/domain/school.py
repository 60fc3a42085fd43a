"""The school: requisites, heads by dates, registers of orders, limits and page preset."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.problems import Level, Problem

DEFAULT_MENTEE_LIMIT = 3
PAGE_PRESETS = ("gost-2025", "gost-2016")


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
    """The school's own data, kept in the base."""

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
    heads: tuple[Head, ...] = ()
    registers: tuple[Register, ...] = field(
        default=(
            Register(None, "Основная деятельность", "{n}-од"),
            Register(None, "Личный состав", "{n}-лс"),
        )
    )

    def head_on(self, day: date) -> Head | None:
        """Who signs on a day: an acting head wins over the director."""
        serving = [head for head in self.heads if head.serves_on(day)]
        acting = [
            head for head in serving if head.title.casefold().startswith(("и. о", "и.о", "врио"))
        ]
        return next(reversed(acting or serving), None)


def problems_in(school: School) -> list[Problem]:
    """What keeps the school's data from being saved, and what papers will lack."""
    found = []
    if not school.short_name.strip():
        found.append(Problem("short_name", "Укажите краткое название: оно стоит в приказах."))
    if not school.full_name.strip():
        found.append(Problem("full_name", "Укажите полное название по уставу.", Level.WARNING))
    for name in ("full_name", "short_name", "founder", "address"):
        if len(getattr(school, name)) > 500:
            found.append(Problem(name, "Слишком длинный текст: можно 500 знаков."))
    if not 1 <= school.mentee_limit <= 30:
        found.append(Problem("mentee_limit", "Предел наставляемых – от 1 до 30."))
    for register in school.registers:
        if "{n}" not in register.pattern:
            message = f"В образце номера «{register.pattern}» нет места для числа: {{n}}."
            found.append(Problem("registers", message))
    if school.inn and not re.fullmatch(r"\d{10}", school.inn):
        found.append(Problem("inn", "ИНН организации – 10 цифр.", Level.WARNING))
    return [*found, *_head_problems(school)]


def _head_problems(school: School) -> list[Problem]:
    found = []
    if not school.heads:
        found.append(Problem("heads", "Укажите директора: он подписывает приказы.", Level.WARNING))
    for head in school.heads:
        if not head.name.last_name.strip():
            found.append(Problem("heads", "У руководителя не указана фамилия."))
        if head.since_on and head.until_on and head.until_on < head.since_on:
            found.append(Problem("heads", f"{head.name.short}: конец срока раньше начала."))
    return found
