"""A field for a small picture: shown, chosen, taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.theme import scaled
from ui.widgets.buttons import button

_SIDE = 56


class PictureField(QWidget):
    """``content`` are the bytes of the picture, empty for none; ``changed`` tells of another."""

    changed = Signal()
    choose_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._content = b""
        self._shown = QLabel()
        self._shown.setFixedHeight(scaled(_SIDE))
        self.choose = button("Выбрать…", on_click=self.choose_asked.emit)
        self.remove = button("Убрать", on_click=lambda: self.put(b""))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(self._shown)
        layout.addWidget(self.choose)
        layout.addWidget(self.remove)
        layout.addStretch()
        self.setFocusProxy(self.choose)
        self.show_content(b"")

    def setAccessibleName(self, name: str) -> None:
        """Name the parts: a screen reader stops at them."""
        super().setAccessibleName(name)
        self.choose.setAccessibleName(f"Выбрать: {name}")
        self.remove.setAccessibleName(f"Убрать: {name}")

    @property
    def content(self) -> bytes:
        """The picture."""
        return self._content

    def put(self, content: bytes) -> None:
        """Take a picture, or none, as the user's."""
        self.show_content(content)
        self.changed.emit()

    def show_content(self, content: bytes) -> None:
        """Show a picture, or none."""
        self._content = content
        picture = QPixmap()
        if content:
            picture.loadFromData(content)
        if not picture.isNull():
            sharpness = self.devicePixelRatioF()
            height = round(scaled(_SIDE) * sharpness)
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaledToHeight(height, smooth)
            picture.setDevicePixelRatio(sharpness)
        self._shown.setPixmap(picture)
        self._shown.setVisible(not picture.isNull())
        self.remove.setVisible(bool(content))
