"""The training school's road map: made of the template, most of autumn done, some overdue."""

from __future__ import annotations

from datetime import date, timedelta

from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.demo.people import DEMO_YEAR
from nastavnik_desktop.domain.road_maps.kept import (
    Evidence,
    EvidenceKind,
    Mark,
    MarkStatus,
    Occurrence,
)

_DONE_UNTIL = date(2026, 10, 31)
_EVERY_OVERDUE = 6
"""Each sixth of the autumn's matters was forgotten."""


def make_road_map(services: Services, deputy_id: int) -> None:
    """Create the road map of teachers' mentoring and mark what was done by November.

    The deputy director fills the role «куратор».
    """
    name = services.school.get().short_name
    made = services.road_map_years.create_from_template("teachers", DEMO_YEAR, name)
    road_map_id = made.record_id
    services.road_map_people.fill_role("куратор", DEMO_YEAR, deputy_id)
    kept = services.road_maps.road_map(road_map_id or 0)
    past = [one for one in kept.occurrences if one.due_on and one.due_on <= _DONE_UNTIL]
    for number, one in enumerate(past, start=1):
        if number % _EVERY_OVERDUE:
            _do(services, one, number)


def _do(services: Services, one: Occurrence, number: int) -> None:
    done_on = (one.due_on or _DONE_UNTIL) - timedelta(days=number % 3)
    saved = services.road_map_marks.set_mark(one.key, Mark(MarkStatus.DONE, done_on))
    paper = Evidence(EvidenceKind.DOCUMENT, "Протокол", str(number), done_on)
    services.road_map_marks.add_evidence(saved.record_id or 0, paper)
