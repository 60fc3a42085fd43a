"""A field for a length of service: so many years and months on a day."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nastavnik_desktop.domain.people import ServiceLength
from ui.theme import scaled
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import text_label
from ui.widgets.number_edit import NumberEdit


class ServiceEdit(QWidget):
    """``length`` is None when years and months are empty; the day is today unless given."""

    def __init__(self, name: str, today: date) -> None:
        super().__init__()
        self._today = today
        self._years = NumberEdit(longest=2)
        self._months = NumberEdit(longest=2)
        self._as_of = DateEdit(f"{name}, на дату", today)
        self._years.setAccessibleName(f"{name}, полных лет")
        self._months.setAccessibleName(f"{name}, месяцев сверх того")
        self.setFocusProxy(self._years)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        for field, words in ((self._years, "лет"), (self._months, "мес. на"), (self._as_of, "")):
            layout.addWidget(field)
            layout.addWidget(text_label(words, "quiet"))
        layout.addStretch()

    @property
    def length(self) -> ServiceLength | None:
        """The length typed."""
        years, months = self._years.number, self._months.number
        if years is None and months is None:
            return None
        return ServiceLength((years or 0) * 12 + (months or 0), self._as_of.day or self._today)

    @property
    def is_understood(self) -> bool:
        """Whether all three fields are empty or hold what they should."""
        are_read = all(part.is_understood for part in (self._years, self._months, self._as_of))
        return are_read and (self._months.number or 0) < 12

    def set_length(self, length: ServiceLength | None) -> None:
        """Show a length as it was written down, with its day."""
        years, months = divmod(length.months, 12) if length else (None, None)
        self._years.set_number(years)
        self._months.set_number(months)
        self._as_of.set_day(length.as_of if length else None)
