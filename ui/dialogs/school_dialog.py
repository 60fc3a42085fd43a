"""The first data of a school, asked when its base is made; the rest waits in the settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school import Head, Register, School, problems_in
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.fields import NoteField

_MAIN_REGISTER = "Основная деятельность"


class SchoolDialog(RecordDialog[School]):
    """Asks for what an order cannot do without; one director, one pattern of numbers."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Ваша школа", save="Создать базу")
        add = self.form.add
        self._short_name = add("short_name", "Краткое название", QLineEdit(), is_required=True)
        self._short_name.setPlaceholderText("МБОУ «СОШ № 1»")
        self._full_name = add(
            "full_name", "Полное название по уставу", NoteField(2), hint="Оно стоит в шапке приказа"
        )
        self.form.begin_row()
        self._founder = add("founder", "Учредитель", QLineEdit())
        self._founder.setPlaceholderText("Управление образования …")
        self._place = add("place", "Населённый пункт", QLineEdit())
        self._place.setPlaceholderText("г. Зареченск")
        self.form.end_row()
        self.form.section("Директор")
        self.form.begin_row()
        self._last_name = add("heads", "Фамилия", QLineEdit())
        self._first_name = add("first_name", "Имя", QLineEdit())
        self._patronymic = add("patronymic", "Отчество", QLineEdit())
        self.form.end_row()
        self._pattern = add(
            "registers",
            "Нумерация приказов",
            QLineEdit(),
            hint="{n} – место числа: «{n}-од» даст номера 1-од, 2-од, 3-од",
        )
        self._given = School()

    def fill(self, draft: School) -> None:
        """Show what is known of the school."""
        self._given = draft
        self._short_name.setText(draft.short_name)
        self._full_name.setPlainText(draft.full_name)
        self._founder.setText(draft.founder)
        self._place.setText(draft.place)
        director = draft.heads[0].name if draft.heads else FullName("")
        self._last_name.setText(director.last_name)
        self._first_name.setText(director.first_name)
        self._patronymic.setText(director.patronymic)
        self._pattern.setText(draft.registers[0].pattern)

    def draft(self) -> School:
        """The school as the fields stand."""
        return replace(
            self._given,
            short_name=_text(self._short_name),
            full_name=" ".join(self._full_name.toPlainText().split()),
            founder=_text(self._founder),
            place=_text(self._place),
            heads=self._heads(),
            registers=(
                Register(None, _MAIN_REGISTER, _text(self._pattern)),
                *self._given.registers[1:],
            ),
        )

    def problems(self, draft: School) -> Sequence[Problem]:
        """The rules of the domain."""
        return problems_in(draft)

    def _heads(self) -> tuple[Head, ...]:
        name = FullName(_text(self._last_name), _text(self._first_name), _text(self._patronymic))
        return (Head(name),) if name.full else ()


def _text(line: QLineEdit) -> str:
    return " ".join(line.text().split())
