"""The share of schools that take part in mentoring, by year, against the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.statistics.report import rounded

FIRST_PLAN = (40, 60, 80, 100)
"""Per cent of schools by year as a plan begins, until the municipality writes its own."""


@dataclass(frozen=True)
class ShareOfSchools:
    """A school year: how many schools of the list take part, and the plan in per cent.

    ``taking_part`` is None for a year of which no package has come: nothing is not zero.
    """

    year: int
    taking_part: int | None
    schools: int
    plan: int | None = None

    @property
    def percent(self) -> Decimal | None:
        """The share that is reached; None while there are no packages, or no list of schools."""
        if not self.schools or self.taking_part is None:
            return None
        return Decimal(rounded(Decimal(100 * self.taking_part) / self.schools, 1))

    @property
    def deviation(self) -> Decimal | None:
        """Percentage points over the plan, negative below it."""
        if self.percent is None or self.plan is None:
            return None
        return self.percent - self.plan


@dataclass(frozen=True)
class SharePlan:
    """The plan as its dialog edits it: per cent by the first calendar year of a school year."""

    percents: tuple[tuple[int, int], ...] = ()


def first_plan(year: int) -> SharePlan:
    """40, 60, 80 and 100 per cent from a year on."""
    return SharePlan(tuple((year + at, percent) for at, percent in enumerate(FIRST_PLAN)))


def problems_in(plan: SharePlan) -> list[Problem]:
    """What keeps a plan from being saved."""
    years = [year for year, _ in plan.percents]
    found = []
    if len(set(years)) < len(years):
        found.append(Problem("percents", "Один год стоит в плане дважды."))
    if any(not 2000 <= year <= 2100 for year in years):
        found.append(Problem("percents", "Год плана – от 2000 до 2100."))
    if any(not 0 <= percent <= 100 for _, percent in plan.percents):
        found.append(Problem("percents", "План – от 0 до 100 %."))
    return found


def shares_by_year(
    schools: int, taking_part: Mapping[int, int], plan: SharePlan
) -> list[ShareOfSchools]:
    """Years of the plan and of the packages, in their order; ``taking_part`` is by year."""
    plans = dict(plan.percents)
    return [
        ShareOfSchools(year, taking_part.get(year), schools, plans.get(year))
        for year in sorted(plans.keys() | taking_part.keys())
    ]
