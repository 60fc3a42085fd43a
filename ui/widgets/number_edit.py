"""A field for a whole number that may stay empty: a year, a count."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from ui.theme import scaled

_WIDTH = 72


class NumberEdit(QLineEdit):
    """``number`` is None when the field is empty or not understood."""

    def __init__(self, hint: str = "", longest: int = 4) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setMaxLength(longest)
        self.setFixedWidth(scaled(_WIDTH))

    @property
    def number(self) -> int | None:
        """The number typed."""
        typed = self.text().strip()
        return int(typed) if typed.isdecimal() else None

    @property
    def is_understood(self) -> bool:
        """Whether the field is empty or holds a number."""
        return not self.text().strip() or self.number is not None

    def set_number(self, number: int | None) -> None:
        """Show a number; None empties the field."""
        self.setText("" if number is None else str(number))
