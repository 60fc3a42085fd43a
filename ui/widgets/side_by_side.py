"""Parts of a wide dialog beside each other, with widths that the user may move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSplitter, QVBoxLayout, QWidget

from ui.theme import scaled

_SHARE_OF_SCREEN = 0.95


def lay_side_by_side(
    dialog: QDialog,
    parts: Sequence[QWidget],
    widths: Sequence[int],
    least_widths: Sequence[int],
    foot: QWidget,
    growing: Sequence[int],
) -> None:
    """Lay the parts out above the foot of a dialog; ``growing`` ones take what room is left."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    for part, least in zip(parts, least_widths, strict=True):
        splitter.addWidget(part)
        part.setMinimumWidth(scaled(least))
    splitter.setSizes([scaled(width) for width in widths])
    for place in growing:
        splitter.setStretchFactor(place, 1)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(splitter, 1)
    layout.addWidget(foot)


def fit_to_screen(dialog: QDialog, size: tuple[int, int]) -> None:
    """Give a dialog its size, or what the screen has room for."""
    room = dialog.screen().availableGeometry().size() * _SHARE_OF_SCREEN
    width, height = (scaled(pixels) for pixels in size)
    dialog.resize(min(width, room.width()), min(height, room.height()))
