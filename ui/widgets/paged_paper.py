"""The pictures of a paper's pages: small ones of all, sharp ones of those that are looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from ui.widgets.page_places import POINTS_PER_INCH

if TYPE_CHECKING:
    from nastavnik_desktop.documents.preview import PageImage

RenderPage = Callable[[int, float, Callable[["PageImage"], None]], object]
"""Makes a page at so many dots per inch and gives its picture to the third argument, later."""

SMALL_DPI = 36.0
_PAGES_KEPT = 6


@dataclass(frozen=True)
class PagedPaper:
    """A paper to look at: small pictures of all its pages and the way to get a sharp one."""

    small: tuple[QImage, ...]
    render: RenderPage

    @cached_property
    def sizes_pt(self) -> list[tuple[float, float]]:
        """Sizes of the pages in points."""
        scale = POINTS_PER_INCH / SMALL_DPI
        return [(image.width() * scale, image.height() * scale) for image in self.small]


@dataclass
class SharpPages:
    """Sharp pictures by page, the oldest forgotten, and what was asked for and not yet given."""

    images: OrderedDict[int, tuple[float, QImage]] = field(default_factory=OrderedDict)
    asked: dict[int, float] = field(default_factory=dict)

    def dpi_of(self, index: int) -> float:
        """For how many dots per inch the picture of a page was made; 0 when there is none."""
        known, _ = self.images.get(index, (0.0, None))
        return known

    def keep(self, index: int, dpi: float, image: QImage) -> None:
        """Take a picture in; the one that was used longest ago may go."""
        self.asked.pop(index, None)
        self.images[index] = (dpi, image)
        self.images.move_to_end(index)
        while len(self.images) > _PAGES_KEPT:
            self.images.popitem(last=False)

    def lacks(self, index: int, dpi: float) -> bool:
        """Whether a picture must be asked for."""
        return self.dpi_of(index) != dpi and self.asked.get(index) != dpi


def as_qimage(image: PageImage) -> QImage:
    """A page of the service as Qt's picture, with its own memory."""
    kind = QImage.Format.Format_RGB888
    return QImage(image.rgb, image.width, image.height, image.stride, kind).copy()
