"""What a deadline phrase says in a year: its kind, its days, its doubts, what was not read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from nastavnik_desktop.domain.deadlines import shifting, wording
from nastavnik_desktop.domain.deadlines.occurrences import due_days
from nastavnik_desktop.domain.deadlines.records import Kind, Recurrence, Span
from nastavnik_desktop.domain.deadlines.years import ReadingYear


@dataclass(frozen=True)
class DeadlineReading:
    """One reading of a phrase in a year.

    ``start`` and ``end`` are the days as the kind explains them: of a date, a deadline (end only)
    and a period; of anything else, from when to when it holds, if the phrase says so.
    ``first`` is the span before «далее», ``more_firsts`` those of further lines of the cell,
    ``doubts`` the reasons (Russian sentences) why a careful
    reader could take the phrase otherwise, ``others`` those other readings, ``not_understood`` the
    parts of the phrase that were not read, ``remarks`` the parts that speak of no time (a place, a
    name). ``has_written_year`` tells whether the phrase itself names the year.
    """

    kind: Kind
    year: ReadingYear
    start: date | None = None
    end: date | None = None
    recurrence: Recurrence | None = None
    first: Span | None = None
    more_firsts: tuple[Span, ...] = ()
    doubts: tuple[str, ...] = ()
    others: tuple[DeadlineReading, ...] = ()
    not_understood: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    has_written_year: bool = False

    @property
    def is_ambiguous(self) -> bool:
        """Whether the phrase can be taken otherwise."""
        return bool(self.doubts)

    @property
    def occurrences(self) -> tuple[date, ...] | None:
        """Days by which something is due inside the year of reading; None if none can be named."""
        return self.occurrences_in(self.year)

    def occurrences_in(self, year: ReadingYear) -> tuple[date, ...] | None:
        """The same for any other year."""
        return due_days(self, year)

    def in_words(self) -> str:
        """«каждый год с 1 по 15 сентября; в этом году – до 15.09.2026»."""
        return wording.in_words(self)

    def in_year(self, year: ReadingYear) -> DeadlineReading:
        """The same reading looked at from another year: its days stay, occurrences follow."""
        return replace(self, year=year)

    def shifted(self, years: int = 1) -> DeadlineReading:
        """The reading for a plan that is copied so many years later."""
        return shifting.shifted(self, years)
