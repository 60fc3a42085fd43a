"""Where the pages of a paper lie below each other at a zoom; plain numbers, no widget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

POINTS_PER_INCH = 72
SCREEN_DPI = 96
"""At a zoom of 1.0 an inch of paper is as long as Qt's inch of the screen."""


@dataclass(frozen=True)
class PagePlace:
    """A page's rectangle in pixels of the whole strip of pages."""

    index: int
    x: int
    y: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """The first line below the page."""
        return self.y + self.height


@dataclass(frozen=True)
class PagePlaces:
    """All pages of a paper, each at its zoom, centred in a strip ``width`` pixels wide."""

    places: tuple[PagePlace, ...]
    width: int
    height: int

    def seen_between(self, top: int, bottom: int) -> tuple[PagePlace, ...]:
        """Pages of which something stands between two lines of the strip."""
        return tuple(place for place in self.places if place.y < bottom and place.bottom > top)

    def page_at(self, line: int) -> int:
        """The page that a line crosses or, between two pages, the next one."""
        for place in self.places:
            if line < place.bottom:
                return place.index
        return len(self.places) - 1


def place_pages(
    sizes_pt: Sequence[tuple[float, float]], zooms: Sequence[float], room: int, gap: int
) -> PagePlaces:
    """Put pages of these sizes (in points) below each other, ``gap`` pixels apart.

    Each has its zoom. ``room`` is the width of the view; the strip is wider when a page is.
    """
    scales = [zoom * SCREEN_DPI / POINTS_PER_INCH for zoom in zooms]
    sizes = [
        (round(width * scale), round(height * scale))
        for (width, height), scale in zip(sizes_pt, scales, strict=True)
    ]
    strip = max([room, *(width + 2 * gap for width, _ in sizes)])
    places = []
    y = gap
    for index, (width, height) in enumerate(sizes):
        places.append(PagePlace(index, (strip - width) // 2, y, width, height))
        y += height + gap
    return PagePlaces(tuple(places), strip, y)


def zoom_to_width(width_pt: float, room: int, gap: int) -> float:
    """The zoom at which a page of this width fills the room between two gaps."""
    return max(room - 2 * gap, 1) * POINTS_PER_INCH / (width_pt * SCREEN_DPI)
