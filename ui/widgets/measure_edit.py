"""A field for a measure with a decimal comma: «12,5»."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLineEdit

from ui.theme import scaled

_WIDTH = 72
_WRITTEN = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")


class MeasureEdit(QLineEdit):
    """``value`` is None when the field is empty or not understood."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(6)
        self.setFixedWidth(scaled(_WIDTH))

    @property
    def value(self) -> float | None:
        """The measure typed."""
        typed = self.text().strip()
        return float(typed.replace(",", ".")) if _WRITTEN.fullmatch(typed) else None

    def set_value(self, value: float) -> None:
        """Show a measure without needless zeros."""
        self.setText(f"{value:g}".replace(".", ","))
