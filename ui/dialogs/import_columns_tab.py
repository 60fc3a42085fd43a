"""How each column of a file was understood, and the user's own word on it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.records import FileReading, ReadColumn
from ui.dialogs.import_words import meaning_words
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.buttons import button
from ui.widgets.fields import ChoiceField
from ui.widgets.form import Form
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

NOT_LOADED = "ignored"
_HINT = (
    "Если столбец понят неверно, выберите его и скажите, что в нём. Файл будет прочитан заново, "
    "решения о людях придётся принять снова. Выбор запомнится для файлов с такими же столбцами."
)
_NAMES = ("full_name", "last_name", "first_name", "patronymic")
_PERSONAL = (*_NAMES, "birth_date", "birth_year", "phone", "email", "contacts")
_WORK = (
    "position",
    "subject",
    "workplace",
    "category",
    "category_date",
    "experience_years",
    "experience_total_years",
)
_CLASS = ("class", "grade", "letter")
_TIME = ("start", "end", "form", "results", "link", "order")
_MEANINGS: dict[Kind, tuple[str, ...]] = {
    Kind.STAFF: (*_PERSONAL, *_WORK, "status", "note"),
    Kind.STUDENTS: (*_PERSONAL, *_CLASS, "parent_name", "parent_phone", "status", "note"),
    Kind.MENTORS: (
        *(*_PERSONAL, *_WORK, "class", "competences", "achievements", "interests"),
        *("mentee_age", "time_resource", "capacity", "mentees", *_TIME, "note"),
    ),
    Kind.MENTEES: (
        *(*_PERSONAL, *_WORK, "class", "requests", "interests", "parent_name", "parent_phone"),
        *("mentor", *_TIME, "completed", "note"),
    ),
    Kind.PAIRS: (
        *("mentor", "mentor_position", "mentor_subject", "mentees", "mentee_class"),
        *("mentee_position", "mentor_workplace", "mentee_workplace", "requests", *_TIME),
        *("period", "completed", "group", "status", "note"),
    ),
}


@dataclass(frozen=True)
class ColumnChoice:
    """The meaning that the user gives to a column; ``NOT_LOADED`` leaves the column out.

    ``is_for_all`` puts the heading into her dictionary, so that it is known in every list.
    """

    column: ReadColumn
    meaning: str
    is_for_all: bool = False

    @property
    def sentence(self) -> str:
        """What was done, for the line above the table."""
        words = meaning_words(self.meaning)
        said = f"читается как «{words}»" if words else "не загружается"
        return f"Столбец «{self.column.header}» {said}. Файл прочитан заново, решения сброшены."


class ColumnsTab(QWidget):
    """A table of columns; below it the selected one and what it shall be.

    ``chosen`` carries a ColumnChoice that asks to read the file again.
    """

    chosen = Signal(object)

    def __init__(self, reading: FileReading, note: str = "") -> None:
        super().__init__()
        self._reading = reading
        model: RowsModel[ReadColumn] = RowsModel(
            _columns(has_sheets=len(reading.header_rows) > 1),
            lambda column: (column.sheet, column.column),
        )
        model.set_rows(reading.columns)
        self.table = RecordsTable("import_columns", "Столбцы", model, UserSettings())
        self._form = Form()
        self.meaning = self._form.add("meaning", "Что в выбранном столбце", ChoiceField())
        self.for_all = QCheckBox("Понимать так столбец с этим названием в любом списке")
        self.again = button("Прочитать заново", on_click=self._on_again)
        self._lay_out(note)
        self.table.picked.connect(self._on_picked)
        self.meaning.currentIndexChanged.connect(self._allow_again)
        self._on_picked([])

    def _lay_out(self, note: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, scaled(12), 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(text_label(note or _HINT, "quiet" if note else "small", wraps=True))
        layout.addWidget(self.table, 1)
        layout.addStretch()
        layout.addWidget(self._form)
        layout.addWidget(self.for_all)
        layout.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_picked(self, columns: list[ReadColumn]) -> None:
        self._picked = columns[0] if len(columns) == 1 else None
        self.meaning.setEnabled(self._picked is not None)
        self.for_all.setEnabled(self._picked is not None and bool(self._picked.header))
        if self._picked is None:
            self.meaning.set_choices([])
        else:
            self.meaning.set_choices(meanings_for(self._reading, self._picked))
            self.meaning.set_value(self._picked.meaning)
        self._allow_again()

    def _allow_again(self) -> None:
        """There is something to read again once the meaning is another one."""
        column, meaning = self._picked, self.meaning.value
        self.again.setEnabled(column is not None and meaning not in (None, column.meaning))

    def _on_again(self) -> None:
        if self._picked is not None:
            meaning, is_for_all = str(self.meaning.value), self.for_all.isChecked()
            self.chosen.emit(ColumnChoice(self._picked, meaning, is_for_all))


def meanings_for(reading: FileReading, column: ReadColumn) -> list[tuple[str, str]]:
    """What a column of this list may hold, as (meaning, words); at first to leave it out."""
    offered = _MEANINGS.get(column.kind or reading.kind, _PERSONAL)
    return _choices({*offered, column.meaning})


def all_meanings(meaning: str) -> list[tuple[str, str]]:
    """What a column of any list may hold; a meaning that is not among them is offered too."""
    return _choices({*(one for offered in _MEANINGS.values() for one in offered), meaning})


def loaded_as(meaning: str) -> str:
    """What a column feeds, in words, also where it feeds nothing."""
    return meaning_words(meaning) or "не загружается"


def _choices(meanings: set[str]) -> list[tuple[str, str]]:
    known = [(meaning, meaning_words(meaning)) for meaning in meanings if meaning != NOT_LOADED]
    return [(NOT_LOADED, "не загружать"), *sorted(known, key=lambda one: one[1])]


def _columns(*, has_sheets: bool) -> list[Column[ReadColumn]]:
    return [
        Column("Лист", lambda column: column.sheet, width=120, is_hidden=not has_sheets),
        Column(
            "Столбец",
            lambda column: column.column,
            lambda column: (len(column.column), column.column),
            width=80,
        ),
        Column("Заголовок в файле", lambda column: column.header, width=240, stretches=True),
        Column(
            "Что это",
            lambda column: loaded_as(column.meaning),
            width=200,
            stretches=True,
        ),
    ]
