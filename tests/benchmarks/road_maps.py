"""A road map of 1,000 items over four years: opened for the page, a year of it drawn."""

from datetime import date
from functools import partial

from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.road_maps.kept import KeptItem, RoadMapHead
from nastavnik_desktop.domain.road_maps.records import RoadMapLevel
from tests.benchmarks.measures import Measure, milliseconds

ITEMS = 1_000
PHRASES = (
    "до 15 сентября",
    "ежеквартально до 25 числа последнего месяца квартала",
    "ежемесячно",
    "октябрь – ноябрь",
    "постоянно",
)


def measures(services):
    """The road map read for its page and drawn by months, beside its bare rows."""
    year = ReadingYear.calendar(2025)
    road_map_id = services.road_maps.create(_head(), _items()).record_id
    bare = milliseconds(lambda: [item.event for item in _items()])
    opened = milliseconds(partial(services.road_maps.road_map, road_map_id))
    yield Measure(f"road map of {ITEMS:,} items: open", opened, bare, "its items", "<= 200 ms")
    drawn = milliseconds(partial(services.road_map_papers.timeline, road_map_id, year))
    yield Measure(f"road map of {ITEMS:,} items: a year", drawn, bare, "its items", "<= 500 ms")


def _head():
    first, last = date(2023, 1, 1), date(2026, 12, 31)
    return RoadMapHead(
        RoadMapLevel.MUNICIPAL, "Дорожная карта", ReadingYear.calendar(2023), first, last
    )


def _items():
    return [
        KeptItem(
            0,
            sections=(f"Раздел {number // 50 + 1}",),
            number=str(number + 1),
            event=f"Мероприятие {number + 1}",
            deadline=PHRASES[number % len(PHRASES)],
            responsible="Куратор",
        )
        for number in range(ITEMS)
    ]
