"""The school year: 1 September to 31 August, written «2026/27»."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.errors import RuleViolation


@dataclass(frozen=True, order=True)
class SchoolYear:
    """A school year by the calendar year in which it starts."""

    start: int

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """«2026/27», as statistics write it."""
        return f"{self.start}/{(self.start + 1) % 100:02d}"

    @property
    def first_day(self) -> date:
        """1 September."""
        return date(self.start, 9, 1)

    @property
    def last_day(self) -> date:
        """31 August."""
        return date(self.start + 1, 8, 31)

    @property
    def next(self) -> SchoolYear:
        """The year after this one."""
        return SchoolYear(self.start + 1)

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    @staticmethod
    def of(day: date) -> SchoolYear:
        """The school year that holds the day."""
        return SchoolYear(day.year if day.month >= 9 else day.year - 1)

    @staticmethod
    def worked_on(day: date) -> SchoolYear:
        """The school year that the papers of a day are made for: in summer the coming one."""
        year = SchoolYear.of(day)
        return year.next if day.month in {7, 8} else year

    @staticmethod
    def parse(text: str) -> SchoolYear:
        """Read «2026/27», «2026-2027», «2026/2027 учебный год».

        Raises RuleViolation when the two years do not follow each other.
        """
        found = re.search(r"(20\d\d)\s*[/\-–—]\s*(20\d\d|\d\d)", text)
        if found:
            start, end = int(found[1]), int(found[2][-2:])
            if (start + 1) % 100 == end:
                return SchoolYear(start)
        raise RuleViolation(f"Учебный год «{text}» не понят: напишите его так: 2026/27.", "year")
