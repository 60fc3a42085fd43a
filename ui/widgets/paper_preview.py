"""A paper as it will be printed: its pages below each other, sharp at every zoom.

All pages are first shown from small pictures; sharp ones are asked for only where they are seen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea
from shiboken6 import isValid

from ui.theme import scaled, tokens_now
from ui.widgets.page_places import (
    POINTS_PER_INCH,
    PagePlace,
    PagePlaces,
    place_pages,
    zoom_to_width,
)
from ui.widgets.paged_paper import PagedPaper, SharpPages, as_qimage

if TYPE_CHECKING:
    from nastavnik_desktop.documents.preview import PageImage

SMALLEST_ZOOM, LARGEST_ZOOM = 0.25, 4.0
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_GAP = 16
_PATIENCE_MS = 80


class PaperPreview(QAbstractScrollArea):
    """Scrolls by arrows, Page Up and Down, Home and End; zooms by Ctrl with +, − and 0.

    Signals: ``page_changed(page, pages)`` counted from 1, ``zoom_changed(percent)``.
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(int)

    def __init__(self, name: str = "Печатный вид") -> None:
        super().__init__()
        self.setObjectName("paperPreview")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self._paper: PagedPaper | None = None
        self._message = ""
        self._sharp = SharpPages()
        self._zoom = 1.0
        self._fits_width = True
        self._places = PagePlaces((), 0, 0)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._ask_for_seen)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # What is shown

    @property
    def pages(self) -> int:
        """How many pages the paper has."""
        return len(self._places.places)

    @property
    def page(self) -> int:
        """The page in the middle of the view, counted from 1."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return self._places.page_at(middle) + 1

    @property
    def zoom(self) -> float:
        """1.0 is the size of the paper on a screen of 96 dots per inch."""
        return self._zoom

    @property
    def is_sharp(self) -> bool:
        """Whether every page that is seen has its sharp picture."""
        return not any(
            self._sharp.dpi_of(place.index) != self._dpi(place) for place in self._seen()
        )

    def show_paper(self, paper: PagedPaper) -> None:
        """Show another paper; zoom and, as far as it goes, the place stay."""
        self._paper, self._message = paper, ""
        self._sharp = SharpPages()
        self._arrange()
        self._say_page()

    def show_message(self, message: str) -> None:
        """Say why there is nothing to look at."""
        self._paper, self._message = None, message
        self._arrange()

    # Zoom

    def fit_width(self) -> None:
        """Make every page as wide as the view, now and when the view changes."""
        self._fits_width = True
        self._arrange()

    def set_zoom(self, zoom: float) -> None:
        """Show at a zoom; the middle of the view stays where it is."""
        self._fits_width = False
        self._change_zoom(zoom, self.viewport().height() / 2)

    def zoom_in(self) -> None:
        """The next larger step."""
        self.set_zoom(next((step for step in _STEPS if step > self._zoom + 0.01), LARGEST_ZOOM))

    def zoom_out(self) -> None:
        """The next smaller step."""
        smaller = (step for step in reversed(_STEPS) if step < self._zoom - 0.01)
        self.set_zoom(next(smaller, SMALLEST_ZOOM))

    def go_to_page(self, page: int) -> None:
        """Bring the top of a page, counted from 1, to the top of the view."""
        if self._places.places:
            index = min(max(page, 1), self.pages) - 1
            self.verticalScrollBar().setValue(self._places.places[index].y - scaled(_GAP) // 2)

    def page_down(self) -> None:
        """Almost a view further."""
        self._scroll(self.viewport().height() * 9 // 10)

    def page_up(self) -> None:
        """Almost a view back."""
        self._scroll(-self.viewport().height() * 9 // 10)

    # Qt's events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and zoom; what is no such key goes on to the window."""
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        act = (_CONTROL_KEYS if is_control else _PLAIN_KEYS).get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom, the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages follow the width of the view."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Sharp pages are asked for only while somebody looks."""
        super().showEvent(event)
        self._patience.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages that are seen, sharp ones where they are ready."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(tokens_now().ground))
        if self._paper is None:
            self._paint_message(painter)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place in self._seen():
            self._paint_page(painter, place, self._paper)

    def _paint_message(self, painter: QPainter) -> None:
        painter.setPen(QColor(tokens_now().quiet))
        margin = scaled(32)
        area = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(area, int(flags), self._message)

    def _paint_page(self, painter: QPainter, place: PagePlace, paper: PagedPaper) -> None:
        x, y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        area = QRect(place.x - x, place.y - y, place.width, place.height)
        _, image = self._sharp.images.get(place.index, (0.0, paper.small[place.index]))
        painter.drawImage(area, image)
        painter.setPen(QColor(tokens_now().outline))
        painter.drawRect(area.adjusted(-1, -1, 0, 0))

    # Inside

    def _dpi(self, place: PagePlace) -> float:
        """Dots per inch at which a page is sharp where it stands."""
        width_pt, _height = self._sizes()[place.index]
        dpi = place.width * POINTS_PER_INCH / width_pt
        return round(dpi * self.devicePixelRatioF(), 1)

    def _sizes(self) -> Sequence[tuple[float, float]]:
        return self._paper.sizes_pt if self._paper else ()

    def _seen(self) -> tuple[PagePlace, ...]:
        top = self.verticalScrollBar().value()
        return self._places.seen_between(top, top + self.viewport().height())

    def _change_zoom(self, zoom: float, fixed: float = 0.0) -> None:
        """Zoom around a line of the view, by default its top."""
        bar = self.verticalScrollBar()
        share = (bar.value() + fixed) / self._places.height if self._places.height else 0.0
        self._zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        self._place()
        bar.setValue(round(share * self._places.height - fixed))
        self.zoom_changed.emit(round(self._zoom * 100))

    def _arrange(self) -> None:
        """Place the pages anew; while they fit the width, the first tells the zoom."""
        sizes = self._sizes()
        if sizes and self._fits_width:
            self._change_zoom(self._fitting_zoom(sizes[0]))
        else:
            self._place()

    def _fitting_zoom(self, size_pt: tuple[float, float]) -> float:
        return zoom_to_width(size_pt[0], self.viewport().width(), scaled(_GAP))

    def _place(self) -> None:
        sizes = self._sizes()
        zooms = [self._fitting_zoom(size) if self._fits_width else self._zoom for size in sizes]
        view = self.viewport().size()
        self._places = place_pages(sizes, zooms, view.width(), scaled(_GAP))
        for bar, whole, seen in (
            (self.verticalScrollBar(), self._places.height, view.height()),
            (self.horizontalScrollBar(), self._places.width, view.width()),
        ):
            bar.setRange(0, max(whole - seen, 0))
            bar.setPageStep(seen)
            bar.setSingleStep(scaled(40))
        self.viewport().update()
        self._patience.start()

    def _ask_for_seen(self) -> None:
        if self._paper is None or not self.isVisible():
            return
        for place in self._seen():
            dpi = self._dpi(place)
            if self._sharp.lacks(place.index, dpi):
                self._sharp.asked[place.index] = dpi
                take = partial(self._take, self._sharp, place.index, dpi)
                self._paper.render(place.index, dpi, take)

    def _take(self, sharp: SharpPages, index: int, dpi: float, image: PageImage) -> None:
        """Keep a picture, unless the view is gone or shows another paper by now."""
        if isValid(self) and sharp is self._sharp:
            sharp.keep(index, dpi, as_qimage(image))
            self.viewport().update()

    def _on_scrolled(self) -> None:
        self._patience.start()
        self.viewport().update()
        self._say_page()

    def _say_page(self) -> None:
        if self._places.places:
            self.page_changed.emit(self.page, self.pages)

    def _scroll(self, by: int) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by)


_PLAIN_KEYS: dict[Qt.Key, Callable[[PaperPreview], object]] = {
    Qt.Key.Key_PageDown: PaperPreview.page_down,
    Qt.Key.Key_PageUp: PaperPreview.page_up,
    Qt.Key.Key_Space: PaperPreview.page_down,
    Qt.Key.Key_Home: lambda preview: preview.go_to_page(1),
    Qt.Key.Key_End: lambda preview: preview.verticalScrollBar().setValue(
        preview.verticalScrollBar().maximum()
    ),
}
_CONTROL_KEYS: dict[Qt.Key, Callable[[PaperPreview], object]] = {
    Qt.Key.Key_Plus: PaperPreview.zoom_in,
    Qt.Key.Key_Equal: PaperPreview.zoom_in,
    Qt.Key.Key_Minus: PaperPreview.zoom_out,
    Qt.Key.Key_0: PaperPreview.fit_width,
    Qt.Key.Key_1: lambda preview: preview.set_zoom(1.0),
}
