"""Work at the school beside the main post: further posts, education, rates, absences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date

HIGHEST_RATE = 300
"""Hundredths of a rate (ставка): nobody works more than three."""


class EducationLevel(StrEnum):
    """Level of education as the form ОО-1 tells it (раздел 3)."""

    HIGHER = "higher"
    SECONDARY_VOCATIONAL = "secondary_vocational"
    SECONDARY_GENERAL = "secondary_general"
    STUDYING = "studying"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _EDUCATION_LABELS[self]


_EDUCATION_LABELS = {
    EducationLevel.HIGHER: "высшее",
    EducationLevel.SECONDARY_VOCATIONAL: "среднее профессиональное",
    EducationLevel.SECONDARY_GENERAL: "среднее общее",
    EducationLevel.STUDYING: "учится в вузе или колледже",
}


class AbsenceKind(StrEnum):
    """Why an employee is away for long."""

    MATERNITY = "maternity"
    CHILD_CARE = "child_care"
    SICK = "sick"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _ABSENCE_LABELS[self]


_ABSENCE_LABELS = {
    AbsenceKind.MATERNITY: "декретный отпуск",
    AbsenceKind.CHILD_CARE: "отпуск по уходу за ребёнком",
    AbsenceKind.SICK: "больничный",
    AbsenceKind.OTHER: "другое",
}


@dataclass(frozen=True)
class Absence:
    """A long absence; a bound that is not known is None, and the absence then goes on."""

    kind: AbsenceKind
    since_on: date | None = None
    until_on: date | None = None

    def __str__(self) -> str:
        """«декретный отпуск с 01.09.2026 по 20.01.2027»."""
        since = f"с {short_date(self.since_on)}" if self.since_on else ""
        until = f"по {short_date(self.until_on)}" if self.until_on else ""
        return " ".join(part for part in (self.kind.label, since, until) if part)

    def holds_on(self, day: date) -> bool:
        """Whether the employee is away on a day."""
        has_begun = self.since_on is None or self.since_on <= day
        return has_begun and (self.until_on is None or day <= self.until_on)


@dataclass(frozen=True)
class FurtherPost:
    """A post that an employee holds besides the main one; ``rate_hundredths`` of a full rate."""

    position_title: str = ""
    subject: str = ""
    rate_hundredths: int | None = None

    def __str__(self) -> str:
        """«педагог-организатор, 0,5 ставки»."""
        rate = rate_words(self.rate_hundredths)
        parts = (self.position_title, self.subject, f"{rate} ставки" if rate else "")
        return ", ".join(part for part in parts if part)


def absent_on(absences: tuple[Absence, ...], day: date) -> Absence | None:
    """The absence that keeps an employee away on a day, if any."""
    return next((one for one in absences if one.holds_on(day)), None)


def rate_words(rate_hundredths: int | None) -> str:
    """«0,5» or «1»; empty where the rate is not known."""
    if rate_hundredths is None:
        return ""
    whole, hundredths = divmod(rate_hundredths, 100)
    return f"{whole},{hundredths:02}".rstrip("0").rstrip(",")


def rate_of(text: str) -> int | None:
    """Hundredths of «0,5», «1.25» or «1»; None when the text is no rate."""
    found = re.fullmatch(r"(\d)(?:[.,](\d{1,2}))?", text.strip())
    return int(found[1]) * 100 + int((found[2] or "").ljust(2, "0")) if found else None
