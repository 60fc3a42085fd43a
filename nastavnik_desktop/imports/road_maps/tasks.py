"""Several deadlines in one cell, each with those who answer for it."""

from __future__ import annotations

import re

from nastavnik_desktop.domain.deadlines import ReadingYear, read_cell, read_deadline
from nastavnik_desktop.domain.road_maps.records import DatedTask

_TAIL = re.compile(r"далее", re.IGNORECASE)
_FIRST_SPAN = re.compile(
    r"(?<=\S)\s+(?=(?:[А-ЯЁ][а-яё]+(?:\s*[-–—]\s*[а-яё]+)?|\d{1,2}\.\d{1,2}\.?|до\s+\d\S*)"
    r"\s*(?:20\d\d)?\s*(?:г\.?|года)?\s*,?\s*далее)"
)
_NO_COMMA = re.compile(r"(?<=[\w»)])\s+(?=[А-ЯЁ«])")


def tasks_of(deadline: str, responsible: str, year: ReadingYear) -> tuple[DatedTask, ...]:
    """Deadlines of a cell in their order.

    The cell itself may name who answers for which («до 1 октября – куратор»). As many deadlines as
    groups of those responsible belong together one by one; otherwise each deadline is the matter of
    all. Nothing for an empty cell.
    """
    named = read_cell(deadline, year)
    if len(named) > 1:
        return tuple(DatedTask(one.phrase, one.responsible, one.reading) for one in named)
    phrases = _phrases(deadline)
    if len(phrases) == 1:
        return (DatedTask(deadline, responsible, read_deadline(deadline, year)),)
    groups = _groups(responsible, len(phrases))
    return tuple(
        DatedTask(phrase, group, read_deadline(phrase, year))
        for phrase, group in zip(phrases, groups, strict=True)
    )


def _phrases(deadline: str) -> list[str]:
    """Lines, or first spans that each have a tail «далее – …»; a list of months is one phrase."""
    lines = [line for line in deadline.split("\n") if line.strip()]
    if len(_TAIL.findall(deadline)) < 2:
        return lines if len(lines) > 1 and all(map(_is_whole, lines)) else [deadline][: len(lines)]
    flat = " ".join(lines)
    return [part for part in _FIRST_SPAN.split(flat) if part]


def _is_whole(line: str) -> bool:
    """Whether a line is a deadline by itself, not the end of the line above."""
    return bool(re.match(r"[А-ЯЁ\d]|(?:до|с|к|не позднее|по)\s+\S", line)) and not line.endswith(
        (",", "-", "–", "с", "до", "по", "и")
    )


def _groups(responsible: str, count: int) -> list[str]:
    """Those responsible in as many groups as there are deadlines, or all of them each time."""
    lines = [line.rstrip(",; ") for line in responsible.split("\n") if line.strip()]
    if len(lines) == count:
        return lines
    parts = _NO_COMMA.split(" ".join(lines))
    return parts if len(parts) == count else [responsible] * count
