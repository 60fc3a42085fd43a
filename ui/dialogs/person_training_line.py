"""The lines of a person's card that tell of a mentor's training."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from nastavnik_desktop.domain.trainings import MentorTraining
from ui.dialogs.person_part import CardContext, text_of
from ui.theme import scaled
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import text_label
from ui.widgets.lines_edit import Line, LinesEdit
from ui.widgets.number_edit import NumberEdit


def trainings_edit(context: CardContext) -> LinesEdit[MentorTraining]:
    """The field for all trainings of a mentor."""
    return LinesEdit(
        lambda: TrainingLine(context), MentorTraining(), "Добавить обучение", "Убрать обучение"
    )


class TrainingLine(Line[MentorTraining]):
    """What and where in the first row; when, how many hours and the document in the second."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        self._title, self._place, self._document = QLineEdit(), QLineEdit(), QLineEdit()
        for field, name, words in (
            (self._title, "Обучение: чему учились", "Чему: курсы, школа наставника"),
            (self._place, "Обучение: где", "Где"),
            (self._document, "Обучение: документ и номер", "Удостоверение, сертификат, №"),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(words)
        self._since = DateEdit("Обучение: с", context.today)
        self._until = DateEdit("Обучение: по", context.today)
        self._hours = NumberEdit("часов")
        self._hours.setAccessibleName("Обучение: сколько часов")
        self.row.addLayout(self._rows(), 1)
        self.setFocusProxy(self._title)

    @property
    def value(self) -> MentorTraining:
        """The training as typed."""
        return MentorTraining(
            text_of(self._title),
            text_of(self._place),
            self._since.day,
            self._until.day,
            self._hours.number,
            text_of(self._document),
        )

    @property
    def is_understood(self) -> bool:
        """Whether the dates are dates and the hours a number."""
        return all(field.is_understood for field in (self._since, self._until, self._hours))

    def fill(self, value: MentorTraining) -> None:
        """Show a training."""
        self._title.setText(value.title)
        self._place.setText(value.place)
        self._since.set_day(value.since_on)
        self._until.set_day(value.until_on)
        self._hours.set_number(value.hours)
        self._document.setText(value.document)

    def _rows(self) -> QVBoxLayout:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._title, 3)
        first.addWidget(self._place, 2)
        for words, field in (("с", self._since), ("по", self._until)):
            second.addWidget(text_label(words, "quiet"))
            second.addWidget(field)
        second.addWidget(self._hours)
        second.addWidget(self._document, 1)
        rows = QVBoxLayout()
        rows.setSpacing(scaled(4))
        for row in (first, second):
            row.setSpacing(scaled(8))
            rows.addLayout(row)
        return rows
