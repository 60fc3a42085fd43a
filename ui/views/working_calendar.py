"""The working calendar of a year: days that are not ordinary, and how sure they are."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.working_days import CalendarLine
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.tokens import Tone
from ui.user_settings import UserSettings
from ui.widgets.buttons import button
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

_NOTE = (
    "По календарю считаются три рабочих дня при отказе от наставничества и проверяются даты "
    "приказов. Пяти- или шестидневная неделя выбирается в разделе «Правила»."
)


def _columns() -> list[Column[CalendarLine]]:
    return [
        Column("День", lambda line: short_date(line.day), lambda line: line.day, width=100),
        Column("День недели", lambda line: line.weekday, lambda line: line.day, width=110),
        Column("Какой", lambda line: "выходной" if line.is_off else "рабочий", width=90),
        Column("Почему", lambda line: line.reason, width=220, stretches=True),
        Column(
            "Правка",
            lambda line: "ваша" if line.is_corrected else "",
            width=100,
            tone=lambda line: Tone.ACCENT if line.is_corrected else None,
        ),
    ]


class WorkingCalendarView(QWidget):
    """Layout only; the controller connects the buttons."""

    def __init__(self, settings: UserSettings) -> None:
        super().__init__()
        self.year = ChoiceField()
        self.year.setAccessibleName("Календарный год")
        self.warning = text_label("", "warning", wraps=True)
        self.model = RowsModel(_columns(), identify=lambda line: line.day)
        self.table = RecordsTable("calendar", "Рабочий календарь", self.model, settings)
        self.add = button("Исправить день…", icon_name="pencil")
        self.reset = button("Вернуть как было", icon_name="undo-2")
        top = QHBoxLayout()
        top.setSpacing(scaled(8))
        top.addWidget(self.year)
        top.addStretch()
        for each in (self.reset, self.add):
            top.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(12))
        layout.addWidget(text_label(_NOTE, "quiet", wraps=True))
        layout.addLayout(top)
        layout.addWidget(self.warning)
        layout.addWidget(self.table)
        layout.addStretch()
