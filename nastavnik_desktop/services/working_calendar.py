"""The working calendar of the school: holidays and transfers of Russia, corrected by the user.

Only corrections are kept in the base. What is published comes from the library ``holidays``
each time, so that a newer program knows newer transfers without any step of the user.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import CalendarDayModel, SchoolModel
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.problems import too_long
from nastavnik_desktop.domain.working_days import (
    CalendarLine,
    Correction,
    PublishedDays,
    WorkingCalendar,
    calendar_of,
    estimate_words,
    lines_of_year,
)
from nastavnik_desktop.services.results import Saved, refuse_errors

_MOVED = re.compile(r"перенесено с (\d\d\.\d\d\.\d{4})")
_IN_LIEU = "(выходной)"
_YEARS_AROUND = (-1, 0, 1, 2)


@dataclass(frozen=True)
class CalendarYear:
    """A calendar year for the table of settings; ``warning`` is empty when all is known."""

    year: int
    lines: tuple[CalendarLine, ...]
    warning: str = ""


class WorkingCalendarService:
    """Use cases of the section «Рабочий календарь»."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def around(self, day: date) -> WorkingCalendar:
        """The calendar from the year before a day to two years after it."""
        with self._base.reading() as session:
            return working_calendar(session, day)

    def of_year(self, year: int) -> CalendarYear:
        """Days of a calendar year that are not ordinary."""
        calendar = self.around(date(year, 1, 1))
        is_known = year in calendar.known_years
        warning = "" if is_known else estimate_words(year)
        return CalendarYear(year, tuple(lines_of_year(calendar, year)), warning)

    def set_day(self, correction: Correction) -> Saved:
        """Make a day off or working."""
        refuse_errors(too_long("note", correction.note, 200))
        what = "выходной" if correction.is_off else "рабочий"
        title = f"{short_date(correction.day)} – {what} день"
        with self._base.begin(title, Changes.SCHOOL) as session:
            model = _stored(session, correction.day) or CalendarDayModel(day=correction.day)
            model.is_off, model.note = correction.is_off, correction.note.strip()
            session.add(model)
        return Saved(title, Changes.SCHOOL)

    def reset_day(self, day: date) -> Saved:
        """Take a correction back."""
        title = f"{short_date(day)} – как в производственном календаре"
        with self._base.begin(title, Changes.SCHOOL) as session:
            model = _stored(session, day)
            if model is None:
                raise RuleViolation("Этот день не исправлен: возвращать нечего.")
            session.delete(model)
        return Saved(title, Changes.SCHOOL)


def working_calendar(session: Session, day: date) -> WorkingCalendar:
    """The school's calendar around a day, inside a transaction of any service."""
    years = tuple(day.year + each for each in _YEARS_AROUND)
    is_six_day_week = session.scalars(select(SchoolModel.is_six_day_week)).first() or False
    return calendar_of(
        published_days(years), is_six_day_week=is_six_day_week, corrections=_corrections(session)
    )


def _corrections(session: Session) -> list[Correction]:
    statement = select(CalendarDayModel).order_by(CalendarDayModel.day)
    return [Correction(row.day, row.is_off, row.note) for row in session.scalars(statement)]


def _stored(session: Session, day: date) -> CalendarDayModel | None:
    return session.scalars(select(CalendarDayModel).where(CalendarDayModel.day == day)).first()


@cache
def published_days(years: tuple[int, ...]) -> PublishedDays:
    """Holidays and transfers of years; a year without a single transfer is not published yet."""
    import holidays

    source = holidays.country_holidays("RU", years=years, language="ru")
    moved = {day: _origin(source.get(day, "")) for day in source}
    known = {day: origin for day, origin in moved.items() if origin is not None}
    return PublishedDays(
        holidays={
            day: name for day, name in source.items() if moved[day] is None and _IN_LIEU not in name
        },
        moved_from=known,
        working_days=_worked(source.weekend_workdays, known),
        known_years=frozenset(day.year for day in known),
    )


def _origin(name: str) -> date | None:
    found = _MOVED.search(name)
    return datetime.strptime(found[1], "%d.%m.%Y").date() if found else None


def _worked(days: Iterable[date], moved: dict[date, date]) -> dict[date, str]:
    """Weekend days that work, with the day on which is rested instead."""
    instead = {origin: day for day, origin in moved.items()}
    return {
        day: f"рабочий: отдыхаем {short_date(instead[day])}" if day in instead else "рабочий"
        for day in days
    }
