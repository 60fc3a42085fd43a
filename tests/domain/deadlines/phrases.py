"""Readings in the shape of the labelled data, and a short way to write down what is expected."""

import json
from pathlib import Path

from nastavnik_desktop.domain.deadlines import ReadingYear, read_deadline
from nastavnik_desktop.domain.school_year import SchoolYear

DATA = Path(__file__).parents[2] / "data" / "deadlines"
COMPARED = ("kind", "start", "end", "recurrence", "occurrences")
SCHOOL, CALENDAR = ReadingYear(2023), ReadingYear.calendar(2024)


def lines_of(name):
    """The objects of a labelled file."""
    return [json.loads(line) for line in (DATA / name).read_text("utf-8").splitlines()]


def year_of(label):
    """The year in which a labelled phrase is read."""
    if label["school_year"]:
        return ReadingYear.of(SchoolYear.parse(label["school_year"]))
    return ReadingYear.calendar(label["year"])


def told(reading):
    """The five compared fields of a reading."""
    rule, days = reading.recurrence, reading.occurrences
    return {
        "kind": str(reading.kind),
        "start": reading.start and reading.start.isoformat(),
        "end": reading.end and reading.end.isoformat(),
        "recurrence": rule
        and {
            "freq": str(rule.frequency),
            "n": rule.times,
            "day": rule.day,
            "month": rule.month,
            "month_from": rule.month_from,
            "day_from": rule.day_from,
        },
        "occurrences": None if days is None else [day.isoformat() for day in days],
    }


def labelled(label):
    """The five compared fields of a label; notes are free text and not compared."""
    rule = label["recurrence"]
    fields = {field: label[field] for field in COMPARED}
    return fields | {"recurrence": rule and {k: v for k, v in rule.items() if k != "note"}}


def said(phrase, year=SCHOOL):
    """«period 2023-09-01 2023-09-30», «deadline 2024-05-25», «recurring yearly month=9»."""
    reading = read_deadline(phrase, year)
    days = " ".join(day.isoformat() for day in (reading.start, reading.end) if day)
    rule = reading.recurrence
    parts = [str(reading.kind)]
    if rule is not None:
        named = {
            "n": rule.times if rule.times != 1 else None,
            "day_from": rule.day_from,
            "month_from": rule.month_from,
            "day": rule.day,
            "month": rule.month,
        }
        parts += [str(rule.frequency), *(f"{k}={v}" for k, v in named.items() if v is not None)]
    return " ".join(filter(None, (*parts, days)))


def due(phrase, year=SCHOOL):
    """The due days as text; None when no day can be named."""
    days = read_deadline(phrase, year).occurrences
    return None if days is None else " ".join(day.isoformat() for day in days)
