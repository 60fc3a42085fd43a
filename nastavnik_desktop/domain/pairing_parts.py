"""Facts of a pairing that carry dates of their own: pauses, further mentors, partner schools."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date


class MentorRole(StrEnum):
    """What a mentor beside the main one is there for."""

    SECOND = "second"
    SUBSTITUTE = "substitute"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return "второй наставник" if self is MentorRole.SECOND else "замещающий наставник"


class Partnership(StrEnum):
    """Why a pairing goes over the walls of the school."""

    RESILIENT_SCHOOL = "resilient_school"
    MANAGEMENT_TEAMS = "management_teams"
    OTHER_SCHOOL = "other_school"
    ORGANISATION = "organisation"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _PARTNERSHIP_LABELS[self]


_PARTNERSHIP_LABELS = {
    Partnership.RESILIENT_SCHOOL: "учитель – учитель резильентной школы",
    Partnership.MANAGEMENT_TEAMS: "управленческие команды школ",
    Partnership.OTHER_SCHOOL: "другая школа",
    Partnership.ORGANISATION: "вуз, колледж, предприятие",
}


@dataclass(frozen=True)
class Pause:
    """A break of a pairing: ``to_on`` is the last day without meetings, None while it lasts."""

    from_on: date
    to_on: date | None = None
    reason: str = ""
    pause_id: int | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the pairing rests on a day."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)

    @property
    def title(self) -> str:
        """«с 12.01.2027 по 25.01.2027»; an open end is left out."""
        since = f"с {short_date(self.from_on)}"
        return since if self.to_on is None else f"{since} по {short_date(self.to_on)}"


@dataclass(frozen=True)
class MentorSpan:
    """Somebody who mentors beside the main mentor; days are included, open ends are allowed."""

    person_id: int
    role: MentorRole = MentorRole.SECOND
    since_on: date | None = None
    until_on: date | None = None
    span_id: int | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the person mentors on a day."""
        has_begun = self.since_on is None or self.since_on <= day
        return has_begun and (self.until_on is None or day <= self.until_on)

    @property
    def term(self) -> str:
        """«с 12.01.2027 по 25.01.2027», «весь срок пары»."""
        since = f"с {short_date(self.since_on)}" if self.since_on else ""
        until = f"по {short_date(self.until_on)}" if self.until_on else ""
        return " ".join(filter(None, (since, until))) or "весь срок пары"
