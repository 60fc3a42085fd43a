"""The pairs that a file names, beside its people."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nastavnik_desktop.imports.kinds import Kind
from nastavnik_desktop.imports.records import FileReading, MentionedPerson, ReadPair, ReadPerson
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

_HINT = (
    "Пары создаются вместе с людьми. Если кого-то из пары нет ни в базе, ни в файле или подходят "
    "двое, пара не создаётся, а причина будет в отчёте. Поэтому сначала загрузите списки людей."
)


@dataclass(frozen=True)
class NamedCouple:
    """A mentor and a mentee named by one row, in words."""

    number: int
    address: str
    mentor: str
    mentee: str
    form: str


def named_couples(reading: FileReading) -> list[NamedCouple]:
    """Every couple of the file, in its order."""
    found = ((row, couple) for row in reading.rows for couple in _couples_of(row, reading))
    return [
        NamedCouple(number, _address(row, reading), *couple, row.form)
        for number, (row, couple) in enumerate(found)
    ]


class PairsTab(QWidget):
    """A table of the couples."""

    def __init__(self, couples: list[NamedCouple]) -> None:
        super().__init__()
        model: RowsModel[NamedCouple] = RowsModel(_columns(), lambda couple: couple.number)
        model.set_rows(couples)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, scaled(12), 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(text_label(_HINT, "small", wraps=True))
        layout.addWidget(RecordsTable("import_pairs", "Пары файла", model, UserSettings()), 1)
        layout.addStretch()


def _address(row: ReadPerson | ReadPair, reading: FileReading) -> str:
    """«строка 5», with its sheet or table where the file has several."""
    if len(reading.header_rows) < 2:
        return f"строка {row.row}"
    place = f"таблица {row.sheet}" if reading.place_key == "table" else row.sheet
    return f"{place}, строка {row.row}"


def _couples_of(row: ReadPerson | ReadPair, reading: FileReading) -> list[tuple[str, str]]:
    if isinstance(row, ReadPair):
        mentor = _words(row.mentor) if row.mentor else "не указан"
        return [(mentor, _words(mentee)) for mentee in row.mentees]
    if reading.kind_of(row) is Kind.MENTEES:
        return [(_words(row.mentor), _words(row))] if row.mentor else []
    return [(_words(row), _words(mentee)) for mentee in row.mentees]


def _words(person: ReadPerson | MentionedPerson) -> str:
    """«Петров Иван Ильич, 5А»."""
    given = " ".join(part for part in (person.first_name, person.patronymic) if part)
    name = f"{person.last_name} {given or person.initials}".strip()
    return f"{name}, {person.school_class}" if person.school_class else name


def _columns() -> list[Column[NamedCouple]]:
    return [
        Column("Где", lambda couple: couple.address, lambda couple: couple.number, width=140),
        Column("Наставник", lambda couple: couple.mentor, width=210, stretches=True),
        Column("Наставляемый", lambda couple: couple.mentee, width=210, stretches=True),
        Column("Форма", lambda couple: couple.form, width=150, stretches=True),
    ]
