"""The working calendar of the school: holidays and transfers of Russia, corrected by the user.

Only corrections are kept in the base. What is published comes from the library ``holidays``
each time, so that a newer program knows newer transfers without any step of the user.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
    WorkingCalendar,
    calendar_of,
    estimate_words,
    lines_of_year,
)
from nastavnik_desktop.language.published_days import published_days, years_around
from nastavnik_desktop.services.results import Saved, refuse_errors


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


def working_calendar(session: Session, day: date, last: date | None = None) -> WorkingCalendar:
    """The school's calendar around a day, or from it to the last one, in any transaction."""
    years = years_around(day, last or day)
    is_six_day_week = session.scalars(select(SchoolModel.is_six_day_week)).first() or False
    return calendar_of(
        published_days(years), is_six_day_week=is_six_day_week, corrections=_corrections(session)
    )


def _corrections(session: Session) -> list[Correction]:
    statement = select(CalendarDayModel).order_by(CalendarDayModel.day)
    return [Correction(row.day, row.is_off, row.note) for row in session.scalars(statement)]


def _stored(session: Session, day: date) -> CalendarDayModel | None:
    return session.scalars(select(CalendarDayModel).where(CalendarDayModel.day == day)).first()
