"""The page of a road map of 1,000 items over four years: its lines made, its timeline drawn."""

from functools import partial

from nastavnik_desktop.domain.road_maps.standing import plan_days
from nastavnik_desktop.domain.school_year import SchoolYear
from tests.benchmarks.measures import Measure, milliseconds
from tests.benchmarks.road_maps import ITEMS
from ui.application import make_application
from ui.controllers.road_map_lines import plan_of
from ui.widgets.timeline import Timeline

YEAR = SchoolYear(2025)


def measures(services):
    """Reading for the page, checking, laying and painting a year, beside the bare reading."""
    application = make_application("light")
    road_map_id = services.road_maps.heads()[0].road_map_id
    today = services.school.today()

    def read():
        heads = services.road_maps.heads()
        return plan_of(heads, services.road_maps.road_map(road_map_id), YEAR, today)

    bare = milliseconds(partial(services.road_maps.road_map, road_map_id))
    opened = milliseconds(read)
    yield Measure(f"page of {ITEMS:,} items: its lines", opened, bare, "reading", "<= 200 ms")
    found = milliseconds(partial(services.road_map_people.findings, road_map_id))
    yield Measure(f"page of {ITEMS:,} items: findings", found, bare, "reading", "")
    marks = [mark for line in read().lines for mark in line.marks]
    timeline = Timeline("Сроки")
    timeline.resize(1000, 100)

    def draw():
        timeline.show_marks(plan_days(YEAR)[0], marks, today)
        timeline.grab()
        application.processEvents()

    drawn = milliseconds(draw)
    yield Measure(f"timeline of {len(marks):,} bars", drawn, bare, "reading", "<= 500 ms")
