"""Line icons of one family (Lucide), tinted by a token and sharp at every scale.

An icon is drawn when it is painted, in the colours of the theme of that moment, so a change of
the theme needs no new icons. ``tint`` is the name of a token, for example «quiet».
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.assets import ICONS
from ui.theme import tokens_now

APPLICATION_ICON = "nastavnik"


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (ICONS / f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(drawing.replace(b"currentColor", colour.encode())))


class _TintedEngine(QIconEngine):
    """Draws one SVG in the colour of a token; checked and disabled states have their own."""

    def __init__(self, name: str, tint: str, checked_tint: str) -> None:
        super().__init__()
        self._name = name
        self._tint = tint
        self._checked_tint = checked_tint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw at the left of the rectangle: a wider rectangle leaves a gap before the text."""
        tint = self._checked_tint if state == QIcon.State.On else self._tint
        if mode == QIcon.Mode.Disabled:
            tint = "disabled"
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x(), rect.y() + (rect.height() - side) / 2, side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(self._name, getattr(tokens_now(), tint)).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as pixels, on a clear ground."""
        pixels = QPixmap(size)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixels

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks for it."""
        return _TintedEngine(self._name, self._tint, self._checked_tint)


def icon(name: str, tint: str = "quiet", checked_tint: str = "") -> QIcon:
    """The icon ``name`` in the colour of the token ``tint`` (``checked_tint`` when checked)."""
    return QIcon(_TintedEngine(name, tint, checked_tint or tint))


def paint_icon(painter: QPainter, name: str, tint: str, square: QRect) -> None:
    """Draw an icon straight into a painter."""
    engine = _TintedEngine(name, tint, tint)
    engine.paint(painter, square, QIcon.Mode.Normal, QIcon.State.Off)


def application_icon() -> QIcon:
    """The sprout of the program, for the window's frame and the task bar."""
    return QIcon(str(ICONS / f"{APPLICATION_ICON}.svg"))
