"""Sights of the tour that show the road map of the training school: its page and its dialogs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from nastavnik_desktop.domain.road_maps.kept import Occurrence, OccurrenceState


def road_map_sights(
    page: Callable[[], Any],
    shoot_page: Callable[[str], object],
    shoot_first_row: Callable[[], object],
) -> Iterator[tuple[str, Callable[[], object]]]:
    """By the names of their pictures; ``page`` gives the page in front."""

    def open_occurrence() -> Occurrence:
        lines = (page().model.row_at(at) for at in range(page().model.rowCount()))
        due = (OccurrenceState.OVERDUE, OccurrenceState.DUE)
        found: Iterator[Occurrence] = (
            line.standing.occurrence for line in lines if line.standing.state in due
        )
        return next(found)

    def shoot_calendar() -> None:
        page().view.as_calendar.setChecked(True)
        shoot_page("road_map")
        page().view.as_calendar.setChecked(False)

    def shoot_done() -> None:
        lines = (page().model.row_at(at) for at in range(page().model.rowCount()))
        done = next(line for line in lines if line.standing.state is OccurrenceState.DONE)
        page().records.table.pick({done.item.item_id})
        shoot_page("road_map")

    def shoot_mine() -> None:
        page().records.filters.choose("mine")
        shoot_page("road_map")
        page().records.filters.choose("all")

    yield "road-map", partial(shoot_page, "road_map")
    yield "road-map-details", shoot_first_row
    yield "road-map-done-dialog", lambda: page().mark_done(open_occurrence())
    yield "road-map-move-dialog", lambda: page().move(open_occurrence())
    yield "road-map-item-dialog", lambda: page().open(page().model.row_at(0))
    yield "road-map-reading-dialog", lambda: page().correct_reading(page().model.row_at(0))
    yield "road-map-calendar", shoot_calendar
    yield "road-map-done-details", shoot_done
    yield "road-map-mine", shoot_mine
    yield "road-map-roles-dialog", page().records.table.tools["Кто исполняет роли…"]
    yield "road-map-loads", page().records.table.tools["Кто сколько должен сделать…"]
    yield "road-map-copy-dialog", page().records.table.tools["Скопировать на следующий год…"]
