"""The way in: a phrase and a year give a reading."""

from __future__ import annotations

from dataclasses import replace

from nastavnik_desktop.domain.deadlines.gathered import gathered, phrases_of
from nastavnik_desktop.domain.deadlines.meaning import meaning_of
from nastavnik_desktop.domain.deadlines.merging import merged
from nastavnik_desktop.domain.deadlines.reading import DeadlineReading
from nastavnik_desktop.domain.deadlines.scanning import scan
from nastavnik_desktop.domain.deadlines.wording import THIS_YEAR
from nastavnik_desktop.domain.deadlines.years import ReadingYear


def read_deadline(phrase: str, year: ReadingYear) -> DeadlineReading:
    """Read a deadline phrase in a year; never raises.

    A phrase that says no day is ``Kind.UNDEFINED``; what was not understood is listed. What the
    program itself adds to a reading («; в этом году – …») is not read again.
    """
    scanned = scan(phrase.partition(THIS_YEAR)[0], year)
    readings = [meaning_of(gathered(items), year) for items in phrases_of(scanned.items)]
    found = readings[0] if len(readings) == 1 else merged(readings)
    return replace(found, not_understood=scanned.not_understood, remarks=scanned.remarks)
