"""A road map in the form that ``read-roadmap`` prints: only what the file says, dates as ISO."""

from __future__ import annotations

from typing import Any

from nastavnik_desktop.domain.road_maps.records import DatedTask, ReadItem, RoadMapReading
from nastavnik_desktop.imports.deadlines_json import deadline_json


def road_map_as_json(reading: RoadMapReading) -> dict[str, Any]:
    """The whole reading; a missing key is an empty cell, or what the document does not have."""
    approved = reading.approved_by
    period = reading.period
    return _filled(
        {
            "file": reading.file,
            "level": reading.level.value,
            "school_year": reading.school_year.label if reading.school_year else None,
            "year": reading.year,
            "period": {"start": period[0].isoformat(), "end": period[1].isoformat()}
            if period
            else None,
            "approved_by": _filled(
                {
                    "date": approved.day.isoformat() if approved.day else None,
                    "number": approved.number,
                }
            )
            if approved
            else None,
            "abbreviations": {one.short: one.meaning for one in reading.abbreviations},
            "items": [_item(item) for item in reading.items],
            "schools": [{"name": one.name, "model": one.model} for one in reading.schools],
            "management_teams": [
                {"name": one.name, "role": one.role} for one in reading.management_teams
            ],
        }
    )


def _item(item: ReadItem) -> dict[str, Any]:
    said = _filled(
        {
            "number": item.number,
            "event": item.event,
            "details": item.details,
            "deadline": item.deadline,
            "responsible": item.responsible,
            "result": item.result,
            "document": item.document,
            "indicator": item.indicator,
            "indicator_by_year": {str(year): value for year, value in item.indicator_by_year},
            **dict(item.besides),
        }
    )
    read = {"deadline_read": deadline_json(item.deadline_read)} if item.deadline_read else {}
    tasks = {"tasks": [_task(one) for one in item.tasks]} if len(item.tasks) > 1 else {}
    return {**said, "section": list(item.sections), **read, **tasks}


def _task(task: DatedTask) -> dict[str, Any]:
    return {
        "deadline": task.phrase,
        "responsible": task.responsible,
        "deadline_read": deadline_json(task.reading),
    }


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Only what is said."""
    return {key: value for key, value in values.items() if value not in (None, "", {}, [])}
