"""«Исправить прочтение»: what a phrase of a plan means; the phrase itself stays as written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from nastavnik_desktop.domain.dates import WEEKDAYS, short_date
from nastavnik_desktop.domain.deadlines import DeadlineReading
from nastavnik_desktop.domain.deadlines.correction import (
    DeadlineCorrection,
    Way,
    correction_of,
)
from nastavnik_desktop.domain.deadlines.wording import MONTHS
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import ChoiceField
from ui.widgets.labels import text_label

_OWN = -1
_NOT_UNDERSTOOD = "Дата не понята: напишите её так: 12.01.2027."
_DATES = ("start", "end", "holds_from", "holds_until")
_FIELDS = (
    "start", "end", "day_from", "month_from", "day", "month", "weekday", "days", "times",
    "holds_from", "holds_until",
)  # fmt: skip
_MOST_DAYS = 8
_DAYS = ((None, "последнее"), *((day, str(day)) for day in range(1, 32)))
_DAYS_FROM = ((None, "–"), *((day, str(day)) for day in range(1, 32)))
_MONTHS = ((None, "–"), *((at, name) for at, name in enumerate(MONTHS, 1)))
_WEEKDAYS = ((None, "любой"), *((at, name) for at, name in enumerate(WEEKDAYS, 1)))


class DeadlineDialog(RecordDialog[DeadlineReading]):
    """Offers the program's reading, the other readings, and one that the user puts together.

    Below the fields stand the words of the reading and its next days, as they are typed.
    """

    def __init__(self, parent: QWidget | None, phrase: str, reading: DeadlineReading) -> None:
        super().__init__(parent, "Исправить прочтение", "Сохранить")
        self._readings = (reading, *reading.others)
        self.form.add_wide(text_label(f"В документе: {phrase}", "quiet", wraps=True))
        offers: list[tuple[int, str]] = [
            (at, each.in_words()) for at, each in enumerate(self._readings)
        ]
        choices = ChoiceField([*offers, (_OWN, "другое – указать самой")])
        self.chosen = self.form.add("chosen", "Как понимать", choices)
        self._add_own_fields()
        self.words = text_label("", "strong", wraps=True)
        self.next_days = text_label("", "quiet", wraps=True)
        self.form.section("Что получится")
        self.form.add_wide(self.words)
        self.form.add_wide(self.next_days)
        self._tie()

    # The three verbs

    def fill(self, draft: DeadlineReading) -> None:
        """Show one of the offered readings, or the fields of another one."""
        at = self._readings.index(draft) if draft in self._readings else _OWN
        said = correction_of(draft)
        if said is not None:
            self._fill_own(said)
        self.chosen.set_value(at)
        self._show()

    def draft(self) -> DeadlineReading:
        """The chosen reading; as long as the own one has errors, the program's."""
        at = self.chosen.value
        if isinstance(at, int) and at != _OWN:
            return self._readings[at]
        said = self._own()
        return self._readings[0] if said.problems() else said.reading(self._readings[0].year)

    def problems(self, _draft: DeadlineReading) -> Sequence[Problem]:
        """Errors of the own reading; dates that were not understood."""
        if self.chosen.value != _OWN:
            return []
        said = self._own()
        wrong = [
            Problem(name, _NOT_UNDERSTOOD)
            for name in _DATES
            if name in said.fields and not self._dates[name].is_understood
        ]
        return wrong or said.problems()

    # The reading of her own

    def _add_own_fields(self) -> None:
        add, form = self.form.add, self.form
        self.way = add("way", "Срок", ChoiceField([(way, way.label) for way in Way]))
        form.begin_row()
        starts = add("start", "Первый день", DateEdit("Первый день"))
        ends = add("end", "День", DateEdit("День"))
        form.end_row()
        form.begin_row()
        self.day_from = add("day_from", "С числа", ChoiceField(_DAYS_FROM))
        self.month_from = add("month_from", "С месяца", ChoiceField(_MONTHS))
        self.day = add("day", "По число", ChoiceField(_DAYS))
        self.month = add("month", "По месяц", ChoiceField(_MONTHS))
        form.end_row()
        self.weekday = add("weekday", "День недели", ChoiceField(_WEEKDAYS))
        self.times = add("times", "Сколько раз в год", QSpinBox())
        self.times.setRange(1, 366)
        self.days = add(
            "days", "Дни года", QLineEdit(), hint="Дни или месяцы, например: 15.09, 15.01, июнь"
        )
        form.begin_row()
        holds = add("holds_from", "Действует с", DateEdit("Действует с"))
        until = add("holds_until", "Действует по", DateEdit("Действует по"))
        form.end_row()
        self._dates = dict(zip(_DATES, (starts, ends, holds, until), strict=True))

    def _tie(self) -> None:
        for choice in (self.chosen, self.way, self.day_from, self.month_from, self.day):
            choice.currentIndexChanged.connect(self._show)
        for choice in (self.month, self.weekday):
            choice.currentIndexChanged.connect(self._show)
        for field in self._dates.values():
            field.textChanged.connect(self._show)
            field.day_changed.connect(self._show)
        self.days.textChanged.connect(self._show)
        self.times.valueChanged.connect(self._show)

    def _fill_own(self, said: DeadlineCorrection) -> None:
        self.way.set_value(said.way)
        for name, field in self._dates.items():
            field.set_day(getattr(said, name))
        for name in ("day_from", "month_from", "day", "month", "weekday"):
            self.form.field(name).set_value(getattr(said, name))  # type: ignore[attr-defined]
        self.times.setValue(said.times)
        self.days.setText(said.days)

    def _own(self) -> DeadlineCorrection:
        way = self.way.value
        return DeadlineCorrection(
            way if isinstance(way, Way) else Way.UNDEFINED,
            start=self._dates["start"].day,
            end=self._dates["end"].day,
            day=_number(self.day),
            month=_number(self.month),
            day_from=_number(self.day_from),
            month_from=_number(self.month_from),
            weekday=_number(self.weekday),
            times=self.times.value(),
            days=self.days.text().strip(),
            holds_from=self._dates["holds_from"].day,
            holds_until=self._dates["holds_until"].day,
        )

    def _show(self) -> None:
        """Show the fields that count, the words and the next days."""
        is_own = self.chosen.value == _OWN
        said = self._own()
        self.form.set_shown("way", is_shown=is_own)
        for name in _FIELDS:
            self.form.set_shown(name, is_shown=is_own and name in said.fields)
        if is_own and said.problems():
            self.words.setText("Укажите срок полностью.")
            self.next_days.setText(said.problems()[0].message)
            return
        reading = self.draft()
        self.words.setText(reading.in_words())
        self.next_days.setText(next_days_in_words(reading))


def _number(choice: ChoiceField) -> int | None:
    value = choice.value
    return value if isinstance(value, int) else None


def next_days_in_words(reading: DeadlineReading) -> str:
    """The days of the plan's year and of the one after it."""
    lines = []
    for year in (reading.year, reading.year.moved(1)):
        days = reading.occurrences_in(year)
        if days is None:
            return "Дней, к которым что-то должно быть готово, этот срок не называет."
        shown = ", ".join(short_date(day) for day in days[:_MOST_DAYS])
        more = f" и ещё {len(days) - _MOST_DAYS}" if len(days) > _MOST_DAYS else ""
        lines.append(f"{year.label}: {shown or 'срока нет'}{more}")
    return "\n".join(lines)
