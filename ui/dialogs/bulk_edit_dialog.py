"""«Изменить у выбранных…»: one field and its new value; then what becomes of each person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QCompleter, QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from nastavnik_desktop.domain.bulk_edit import BulkEdit, BulkField, BulkLine, BulkPreview
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.people import QualificationCategory
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.tokens import Tone
from ui.user_settings import UserSettings
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import ChoiceField, NoteField
from ui.widgets.filter_bar import ChipFacts, FilterBar
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

_LISTS = (BulkField.STRENGTHS, BulkField.NEEDS)
_TABLE_HEIGHT = 330
_TABLE_WIDTH = 760
_CLEARS = "Пустое значение очистит поле у всех выбранных"
_NO_DAY = "Укажите день подписания, например 05.09.2026."


@dataclass(frozen=True)
class BulkWish:
    """What is wanted: the field, its value as typed, and whether a list is added to."""

    field: BulkField = BulkField.POSITION_TITLE
    text: str = ""
    adds: bool = True
    category_on: date | None = None

    @property
    def edit(self) -> BulkEdit:
        """The edit; raises RuleViolation for a value that is not understood."""
        read = BulkEdit.of_text(self.field, self.text)
        adds = self.adds and self.field in _LISTS
        return BulkEdit(self.field, read.value, self.category_on, adds)


class BulkEditDialog(RecordDialog[BulkWish]):
    """A field for the value that fits the chosen field; ``known`` values are proposed."""

    def __init__(
        self, parent: QWidget | None, people: str, known: Mapping[BulkField, Sequence[str]]
    ) -> None:
        super().__init__(parent, f"Изменить у выбранных: {people}", "Показать, что изменится")
        self._known = known
        fields = [(each, each.label[:1].upper() + each.label[1:]) for each in BulkField]
        self.field = self.form.add("field", "Что изменить", ChoiceField(fields))
        self.value = self.form.add("value", "Новое значение", _ValueField(), hint=_CLEARS)
        self.adds = QCheckBox("Добавить к тому, что уже есть")
        self.form.add_wide(self.adds)
        self.field.currentIndexChanged.connect(self._show_field)

    def fill(self, draft: BulkWish) -> None:
        """Show a wish."""
        self.field.set_value(draft.field)
        self._show_field()
        self.value.set_text(draft.text)
        self.value.category_on.set_day(draft.category_on)
        self.adds.setChecked(draft.adds)

    def draft(self) -> BulkWish:
        """What is wanted now."""
        is_category = self._chosen is BulkField.CATEGORY
        since = self.value.category_on.day if is_category else None
        return BulkWish(self._chosen, self.value.text, self.adds.isChecked(), since)

    def problems(self, draft: BulkWish) -> Sequence[Problem]:
        """A value that is not understood; a consent without its day."""
        if draft.field.consent and not draft.text:
            return [Problem("value", _NO_DAY)]
        try:
            BulkEdit.of_text(draft.field, draft.text)
        except RuleViolation as error:
            return [Problem("value", error.message)]
        return []

    @property
    def _chosen(self) -> BulkField:
        chosen = self.field.value
        return chosen if isinstance(chosen, BulkField) else BulkField.POSITION_TITLE

    def _show_field(self) -> None:
        self.value.show_field(self._chosen, self._known.get(self._chosen, ()))
        self.adds.setVisible(self._chosen in _LISTS)


class _ValueField(QStackedWidget):
    """A line, a list, a choice of categories or a day; ``text`` as ``BulkEdit`` reads it."""

    def __init__(self) -> None:
        super().__init__()
        self._line, self._items, self._day = QLineEdit(), NoteField(4), DateEdit("День подписания")
        categories = [(each.label, each.label) for each in QualificationCategory]
        self._category = ChoiceField([("", "не указана"), *categories])
        self.category_on = DateEdit("Дата категории")
        self.category_on.setPlaceholderText("с даты")
        self._both = _side_by_side(self._category, self.category_on)
        self._texts: dict[QWidget, Callable[[], str]] = {
            self._line: self._line.text,
            self._items: lambda: ";".join(self._items.toPlainText().splitlines()),
            self._both: lambda: str(self._category.value or ""),
            self._day: lambda: short_date(self._day.day) or self._day.text(),
        }
        for page in self._texts:
            self.addWidget(page)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def text(self) -> str:
        """What the page in front holds."""
        return self._texts[self.currentWidget()]()

    def set_text(self, text: str) -> None:
        """Show a text on every page that can hold it."""
        self._line.setText(text)
        self._items.setPlainText("\n".join(item.strip() for item in text.split(";")))
        self._category.set_value(text)
        self._day.setText(text)

    def show_field(self, each: BulkField, known: Sequence[str]) -> None:
        """Bring the page of a field to the front; known values are proposed."""
        page: QWidget = self._line
        if each in _LISTS:
            page = self._items
        elif each is BulkField.CATEGORY:
            page = self._both
        elif each.consent:
            page = self._day
        self._line.setCompleter(QCompleter(list(known), self._line))
        self.setCurrentWidget(page)
        self.setFocusProxy(page)
        self.setFixedHeight(page.sizeHint().height())

    def setAccessibleName(self, name: str) -> None:
        """Every page says what it is for."""
        super().setAccessibleName(name)
        for field in (self._line, self._items, self._category, self._day):
            field.setAccessibleName(name)


def _side_by_side(wide: QWidget, narrow: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scaled(8))
    row.addWidget(wide, 1)
    row.addWidget(narrow)
    both.setFocusProxy(wide)
    return both


class BulkPreviewDialog(RecordDialog[BulkPreview]):
    """Before and after for each person; those that stay as they are say why."""

    def __init__(self, parent: QWidget | None, preview: BulkPreview) -> None:
        changing = len({line.person_id for line in preview.changing})
        people = counted(changing, "человека", "человек", "человек")
        super().__init__(parent, "Что изменится", f"Изменить у {people}")
        self._given = preview
        self._model: RowsModel[BulkLine] = RowsModel(_columns(), attrgetter("person_id"))
        self.filters = FilterBar()
        self.table = RecordsTable("bulk_edit", "Что изменится", self._model, UserSettings())
        self.table.setFixedHeight(scaled(_TABLE_HEIGHT))
        self.table.setMinimumWidth(scaled(_TABLE_WIDTH))
        self.saving.setEnabled(bool(changing))
        note = "Всё вместе – один шаг: его можно отменить."
        self.form.add_wide(self.filters)
        self.form.add_wide(self.table)
        self.form.add_wide(text_label(note, "quiet", wraps=True))
        self.filters.changed.connect(
            lambda: self._model.set_predicate(_VIEWS[self.filters.chosen][1])
        )

    def fill(self, draft: BulkPreview) -> None:
        """Show the lines."""
        self._given = draft
        chips = [
            ChipFacts(key, words, sum(map(holds, draft.lines)))
            for key, (words, holds) in _VIEWS.items()
        ]
        self.filters.show_chips([chip for chip in chips if chip.count or chip.key == "all"])
        self._model.set_predicate(_VIEWS[self.filters.chosen][1])
        self._model.set_rows(draft.lines)

    def draft(self) -> BulkPreview:
        """The same preview: nothing is changed here."""
        return self._given

    def problems(self, draft: BulkPreview) -> Sequence[Problem]:
        """There must be something to change."""
        return [] if draft.changing else [Problem("", "Менять нечего: значения уже такие.")]


_VIEWS: dict[str, tuple[str, Callable[[BulkLine], bool]]] = {
    "changing": ("Изменится", attrgetter("is_changing")),
    "refused": ("Нельзя", lambda line: bool(line.refusal)),
    "all": ("Все", lambda _line: True),
}


def _columns() -> list[Column[BulkLine]]:
    return [
        Column("ФИО", lambda line: line.name.full, lambda line: line.name.key, width=210),
        Column("Было", lambda line: line.before, width=150, stretches=True),
        Column("Станет", lambda line: line.after, width=150, stretches=True),
        Column("Итог", _outcome, width=190, tone=_tone),
    ]


def _outcome(line: BulkLine) -> str:
    return line.refusal or ("изменится" if line.is_changing else "уже так")


def _tone(line: BulkLine) -> Tone:
    if line.refusal:
        return Tone.WARNING
    return Tone.GOOD if line.is_changing else Tone.NEUTRAL
