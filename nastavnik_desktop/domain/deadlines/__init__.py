"""Deadlines of plans and road maps: Russian phrases read by a grammar of our own.

``tokens`` cuts a phrase and mends its slips, ``points``, ``spans``, ``repeats`` and ``conditions``
are small parsers that compose, ``scanning`` runs them over the phrase, ``meaning``, ``recurring``
and ``lists`` put the elements together by the conventions of plans. ``reading`` is what comes out:
occurrences for any year, words for the user, a move to another year. Nothing is guessed silently:
what was not understood and what can be taken otherwise stands in the reading.
"""

from nastavnik_desktop.domain.deadlines.cells import DeadlinePart, read_cell
from nastavnik_desktop.domain.deadlines.phrases import read_deadline
from nastavnik_desktop.domain.deadlines.reading import DeadlineReading
from nastavnik_desktop.domain.deadlines.records import Frequency, Kind, Recurrence, Span, YearDay
from nastavnik_desktop.domain.deadlines.years import ReadingYear

__all__ = [
    "DeadlinePart",
    "DeadlineReading",
    "Frequency",
    "Kind",
    "ReadingYear",
    "Recurrence",
    "Span",
    "YearDay",
    "read_cell",
    "read_deadline",
]
