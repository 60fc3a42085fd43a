"""The programme at a glance: the figures, shares and years of the summary and of the site."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.charts import Bar, BarChart, Series, TrendChart
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics import engine
from nastavnik_desktop.domain.statistics.facts import StatisticsFacts
from nastavnik_desktop.domain.statistics.figures import (
    Asked,
    address_of_figure,
    form_of_figures,
)
from nastavnik_desktop.domain.statistics.groupings import BY_FORM
from nastavnik_desktop.domain.statistics.report import FormReport

YEARS = 5
"""How many years a trend looks back, the present one included."""

FIGURES: Mapping[str, tuple[str, Asked]] = {
    "pairs": ("Наставнических пар", ("pairings", {"pairing_kind": "pair"})),
    "groups": ("Наставнических групп", ("pairings", {"pairing_kind": "group"})),
    "mentors": ("Наставников", ("mentors", {})),
    "completed": ("Завершили программу с 1 сентября", ("completed", {})),
    "mentees": ("Наставляемых", ("mentees", {})),
    "early_career": (
        "из них молодых специалистов", ("mentees", {"mentee": "early_career"}),
    ),
    "pupils": ("из них обучающихся", ("mentees", {"occupation": "pupil"})),
    "left_early": ("Досрочно выбыли с 1 сентября", ("left_early", {})),
}  # fmt: skip
"""Names of figures in the order of the table, with their words and what is counted."""

_WHO = {
    "mentor_educators": ("педагоги", ("mentors", {"occupation": "educator"})),
    "mentor_pupils": ("обучающиеся", ("mentors", {"occupation": "pupil"})),
    "mentor_students": ("студенты", ("mentors", {"occupation": "university_student"})),
    "mentor_partners": ("представители организаций", ("mentors", {"occupation": "organisation"})),
}
_TREND = ("mentors", "mentees")
_EDUCATORS: Mapping[str, Asked] = {
    "educators": ("educators", {}),
    "taking_part": ("participants", {"employment": "own", "occupation": "educator"}),
}


@dataclass(frozen=True)
class YearOf:
    """The programme on the same day of a school year."""

    year: SchoolYear
    day: date
    pairings: int
    mentors: int
    mentees: int


@dataclass(frozen=True)
class Overview:
    """Everything that the summary and the site tell of the programme on a date."""

    as_of: date
    figures: tuple[tuple[str, int], ...]
    by_form: tuple[tuple[str, int, int], ...]
    """Forms of mentoring in use: title, pairs and groups, mentees."""
    mentors_by_kind: tuple[tuple[str, int], ...]
    years: tuple[YearOf, ...]
    educators: int
    educators_taking_part: int

    def figure(self, name: str) -> int:
        """A figure by its name in ``FIGURES``."""
        return dict(self.figures)[FIGURES[name][0]]

    @property
    def share_of_educators(self) -> float | None:
        """How many of a hundred educators take part; None where there are none."""
        return 100 * self.educators_taking_part / self.educators if self.educators else None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not any(value for _, value in self.figures)

    def chart_of_forms(self) -> BarChart:
        """Pairs and groups by form of mentoring."""
        bars = (Bar(title, count, str(count)) for title, count, _ in self.by_form)
        return BarChart("Пары и группы по формам наставничества", tuple(bars))

    def chart_of_mentors(self) -> BarChart:
        """Shares of kinds of mentors among all mentors."""
        whole = self.figure("mentors")
        bars = (
            Bar(title, count, f"{round(100 * count / whole)}{NBSP}%")
            for title, count in self.mentors_by_kind
            if count
        )
        return BarChart("Кто наставники", tuple(bars), whole=whole)

    def chart_of_years(self) -> TrendChart:
        """Mentors and mentees on the same day of the years that the base holds."""
        labels = tuple(one.year.label for one in self.years)
        mentors = Series("наставники", tuple(one.mentors for one in self.years))
        mentees = Series("наставляемые", tuple(one.mentees for one in self.years))
        title = f"Наставники и наставляемые на {self.as_of.day:02d}.{self.as_of.month:02d}"
        return TrendChart(f"{title}, по годам", labels, (mentees, mentors))


def overview(facts: StatisticsFacts, forms: Mapping[str, str], as_of: date) -> Overview:
    """Count it all; ``forms`` are titles of forms of mentoring by code, in the school's order.

    ``facts`` reach ``YEARS`` back and hold the whole school.
    """
    asked: dict[str, Asked] = {name: one for name, (_, one) in {**FIGURES, **_WHO}.items()}
    asked |= _EDUCATORS
    for code in forms:
        asked[f"pairings {code}"] = ("pairings", {BY_FORM: code})
        asked[f"mentees {code}"] = ("mentees", {BY_FORM: code})
    count = _Counted(asked, facts, as_of)
    return Overview(
        as_of,
        tuple((words, count(name)) for name, (words, _) in FIGURES.items()),
        tuple(
            (title, count(f"pairings {code}"), count(f"mentees {code}"))
            for code, title in forms.items()
            if count(f"pairings {code}")
        ),
        tuple((words, count(name)) for name, (words, _) in _WHO.items()),
        tuple(_years(facts, as_of)),
        count("educators"),
        count("taking_part"),
    )


class _Counted:
    """The figures of one day by their names."""

    def __init__(self, asked: Mapping[str, Asked], facts: StatisticsFacts, day: date) -> None:
        self._asked = asked
        self._report: FormReport = engine.compute(form_of_figures("", asked), facts, day)

    def __call__(self, name: str) -> int:
        cell = self._report.cells[address_of_figure(name, self._asked[name][0])]
        return int(cell.figure or 0)


def _years(facts: StatisticsFacts, as_of: date) -> Sequence[YearOf]:
    """The years from the first that holds anything; the present one always."""
    asked: dict[str, Asked] = {name: FIGURES[name][1] for name in _TREND}
    asked["pairings"] = ("pairings", {})
    found: list[YearOf] = []
    for back in range(YEARS - 1, -1, -1):
        day = _back(as_of, back)
        count = _Counted(asked, facts, day)
        one = YearOf(SchoolYear.of(day), day, count("pairings"), count("mentors"), count("mentees"))
        if found or one.pairings or not back:
            found.append(one)
    return found


def _back(day: date, years: int) -> date:
    """The same day so many years ago; 28 February for the leap day."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year - years, day.month, 28 if is_leap_day and years else day.day)
