"""Who needs a mentor, and why: told by dates and marks, never typed.

Early-career educators have 0 to 3 years of teaching service (Р-145, indicator 3); newcomers to
the school and those who return after a break are mentees of personalised programmes too (письмо
АЗ-1128/08); whoever is in the year's base of mentees has asked for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.dates import full_months, short_date
from nastavnik_desktop.domain.employment import Absence, absent_on
from nastavnik_desktop.domain.people import (
    PoolSide,
    ServiceLength,
    is_early_career,
    is_educator,
)
from nastavnik_desktop.domain.plurals import counted

_NEWCOMER_MONTHS = 12
_RETURNED_MONTHS = 12


@dataclass(frozen=True)
class WantingFacts:
    """What tells whether a person needs a mentor; ``mentee_side`` is of the year's base.

    Posts of those who do not work at the school are empty.
    """

    position_title: str = ""
    subject: str = ""
    teaching_service: ServiceLength | None = None
    hired_on: date | None = None
    left_on: date | None = None
    absences: tuple[Absence, ...] = ()
    mentee_side: PoolSide | None = None


def reasons_for_mentor(facts: WantingFacts, on: date) -> tuple[str, ...]:
    """Why a person needs a mentor on a day, in words; none while away or after leaving."""
    has_left = facts.left_on is not None and facts.left_on <= on
    if has_left or absent_on(facts.absences, on) is not None:
        return ()
    return (*_work_reasons(facts, on), *_asked(facts.mentee_side))


def _work_reasons(facts: WantingFacts, on: date) -> Iterator[str]:
    if not is_educator(facts.position_title, facts.subject):
        return
    service = facts.teaching_service
    if service is not None and is_early_career(facts.position_title, facts.subject, service, on):
        yield f"педстаж {_months(service.months_on(on))}"
    elif _is_within(facts.hired_on, on, _NEWCOMER_MONTHS):
        yield f"первый год в школе: с {short_date(facts.hired_on)}"
    for absence in facts.absences:
        if _is_within(absence.until_on, on, _RETURNED_MONTHS):
            yield f"после перерыва: {absence}"


def _asked(side: PoolSide | None) -> Iterator[str]:
    if side is None or side.left_on is not None:
        return
    words = "; ".join(filter(None, (*side.needs, side.reason)))
    yield f"запрос: {words}" if words else "в базе наставляемых"


def _is_within(day: date | None, on: date, months: int) -> bool:
    """Whether a day is past, but by fewer months than that."""
    return day is not None and day <= on and full_months(day, on) < months


def _months(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [counted(years, "год", "года", "лет")] if years else []
    parts += [f"{rest}\u00a0мес."] if rest else []
    return " ".join(parts) or "менее месяца"
