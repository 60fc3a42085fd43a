"""Planned and reached values of an indicator by year: two rows of small fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.theme import scaled
from ui.widgets.labels import text_label

YearValues = tuple[tuple[int, float], ...]
_WIDTH = 72
_LONGEST = 12


class YearValuesEdit(QWidget):
    """``plan`` and ``fact`` are the values that are understood, by calendar year."""

    def __init__(self, years: Sequence[int]) -> None:
        super().__init__()
        self._years = tuple(years)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(scaled(6))
        for column, year in enumerate(years, start=1):
            grid.addWidget(text_label(str(year), "quiet"), 0, column)
        self.rows = {
            words: self._add_row(grid, at, words)
            for at, words in enumerate(("План", "Факт"), start=1)
        }
        grid.setColumnStretch(len(self._years) + 1, 1)

    @property
    def plan(self) -> YearValues:
        """What is planned."""
        return self._values("План")

    @property
    def fact(self) -> YearValues:
        """What was reached."""
        return self._values("Факт")

    @property
    def not_understood(self) -> tuple[str, ...]:
        """«План 2026: «семь»» for every field that holds no number."""
        return tuple(
            f"{words} {year}: «{field.text().strip()}»"
            for words, fields in self.rows.items()
            for year, field in zip(self._years, fields, strict=True)
            if field.text().strip() and number_of(field.text()) is None
        )

    def set_values(self, plan: YearValues, fact: YearValues) -> None:
        """Show values; years that are not in the grid are not shown."""
        for words, values in (("План", dict(plan)), ("Факт", dict(fact))):
            for year, field in zip(self._years, self.rows[words], strict=True):
                field.setText(number_words(values[year]) if year in values else "")

    def _add_row(self, grid: QGridLayout, at: int, words: str) -> list[QLineEdit]:
        grid.addWidget(text_label(words, "quiet"), at, 0)
        fields = []
        for column, year in enumerate(self._years, start=1):
            field = QLineEdit()
            field.setMaxLength(_LONGEST)
            field.setFixedWidth(scaled(_WIDTH))
            field.setAccessibleName(f"{words}, {year} год")
            grid.addWidget(field, at, column)
            fields.append(field)
        return fields

    def _values(self, words: str) -> YearValues:
        pairs = zip(self._years, self.rows[words], strict=True)
        read = ((year, number_of(field.text())) for year, field in pairs)
        return tuple((year, value) for year, value in read if value is not None)


def number_of(text: str) -> float | None:
    """«7», «12,5», «30 %», «1 200»; None for anything else."""
    bare = "".join(text.split()).rstrip("%").replace(",", ".")
    is_number = bare.replace(".", "", 1).isdecimal() and bare.isascii()
    return float(bare) if is_number else None


def number_words(value: float) -> str:
    """«7», «12,5»."""
    return f"{value:g}".replace(".", ",") if value < 1_000_000 else f"{value:.0f}"
