"""A field for a rate (ставка) that may stay empty: «1», «0,5», «1,25»."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from nastavnik_desktop.domain.employment import rate_of, rate_words
from ui.theme import scaled

_WIDTH = 72
_LONGEST = 4


class RateEdit(QLineEdit):
    """``rate_hundredths`` is None when the field is empty or not understood."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(_LONGEST)
        self.setFixedWidth(scaled(_WIDTH))
        self.setPlaceholderText("1")

    @property
    def rate_hundredths(self) -> int | None:
        """The rate typed, in hundredths of a full one."""
        return rate_of(self.text())

    @property
    def is_understood(self) -> bool:
        """Whether the field is empty or holds a rate."""
        return not self.text().strip() or self.rate_hundredths is not None

    def set_rate(self, rate_hundredths: int | None) -> None:
        """Show a rate; None empties the field."""
        self.setText(rate_words(rate_hundredths))
