"""What the timeline and the month's calendar show of a plan: plain facts, no widget."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.dates import short_date
from ui.tokens import Tone

MONTHS_SHORT = ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")


@dataclass(frozen=True)
class DatedMark:
    """A thing with its first and last day (both included) and the words of its state."""

    key: Hashable
    title: str
    start: date
    end: date
    tone: Tone = Tone.ACCENT
    state: str = ""

    @property
    def days(self) -> str:
        """«до 15.09.2026», or both days of a span."""
        if self.start == self.end:
            return f"до {short_date(self.end)}"
        return f"{short_date(self.start)} – {short_date(self.end)}"

    @property
    def spoken(self) -> str:
        """What a tooltip and a screen reader say."""
        return ". ".join(part for part in (self.title, self.days, self.state) if part)
