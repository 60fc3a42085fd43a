"""Sections of the school: requisites, orders, look of sheets, rules."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit

from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school import School
from ui.views.settings_section import SchoolSection
from ui.widgets.fields import ChoiceField, NoteField
from ui.widgets.number_edit import NumberEdit
from ui.widgets.registers_edit import RegistersEdit

_WEEKS = ((False, "Пятидневная"), (True, "Шестидневная"))


class RequisitesSection(SchoolSection):
    """Names, place and requisites."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, QLineEdit] = {}
        self._add_line("short_name", "Краткое название", is_required=True)
        self._full_name = self.add("full_name", "Полное название по уставу", NoteField(2))
        self._add_line("founder", "Учредитель", hint="Верхняя строка бланка")
        self.begin_row()
        self._add_line("place", "Населённый пункт", hint="Стоит под датой приказа")
        self._add_line("address", "Почтовый адрес")
        self.end_row()
        self.begin_row()
        self._add_line("phone", "Телефон")
        self._add_line("email", "Электронная почта")
        self._add_line("site", "Сайт")
        self.end_row()
        self.begin_row()
        self._add_line("inn", "ИНН")
        self._add_line("ogrn", "ОГРН")
        self._add_line("okpo", "ОКПО")
        self.end_row()

    def fill(self, school: School) -> None:
        """Show the requisites."""
        self._full_name.setPlainText(school.full_name)
        for name, line in self._lines.items():
            _show(line, getattr(school, name))

    def applied(self, school: School) -> School:
        """The school with these requisites."""
        texts = {name: " ".join(line.text().split()) for name, line in self._lines.items()}
        full_name = " ".join(self._full_name.toPlainText().split())
        return replace(school, full_name=full_name, **_words(texts))

    def _add_line(
        self, name: str, label: str, *, hint: str = "", is_required: bool = False
    ) -> None:
        self._lines[name] = self.add(name, label, QLineEdit(), hint=hint, is_required=is_required)


class OrdersSection(SchoolSection):
    """Registers with their numbers, the executor and the coordinator."""

    def __init__(self) -> None:
        super().__init__()
        self._registers = RegistersEdit()
        self._registers.changed.connect(self.changed)
        self.add(
            "registers",
            "Журналы приказов",
            self._registers,
            hint="{n} – место числа. Числа в каждом журнале начинаются с 1 каждый год.",
        )
        self.section("Исполнитель")
        self.begin_row()
        self._lines = {
            "executor_name": self.add("executor_name", "ФИО", QLineEdit()),
            "executor_phone": self.add("executor_phone", "Телефон", QLineEdit()),
        }
        self.end_row()
        self.section("Куратор наставничества")
        self._lines["coordinator_name"] = self.add("coordinator_name", "ФИО", QLineEdit())
        self._lines["coordinator_title"] = self.add("coordinator_title", "Должность", QLineEdit())

    def fill(self, school: School) -> None:
        """Show registers and people."""
        self._registers.show_registers(school.registers)
        for name, line in self._lines.items():
            _show(line, getattr(school, name))

    def applied(self, school: School) -> School:
        """The school with these registers and people."""
        texts = {name: " ".join(line.text().split()) for name, line in self._lines.items()}
        return replace(school, registers=self._registers.registers, **_words(texts))


class RulesSection(SchoolSection):
    """The week and the limits."""

    def __init__(self) -> None:
        super().__init__()
        self._week = self.add("is_six_day_week", "Рабочая неделя", ChoiceField(_WEEKS))
        self._limit = self.add(
            "mentee_limit",
            "Сколько наставляемых может быть у одного наставника",
            NumberEdit(longest=2),
            hint="Если станет больше, программа предупредит. В карточке наставника можно "
            "указать его собственный предел.",
        )

    def fill(self, school: School) -> None:
        """Show the rules."""
        self._week.set_value(school.is_six_day_week)
        self._limit.set_number(school.mentee_limit)

    def applied(self, school: School) -> School:
        """The school with these rules."""
        limit = self._limit.number
        return replace(
            school,
            is_six_day_week=bool(self._week.value),
            mentee_limit=school.mentee_limit if limit is None else limit,
        )

    def unread(self) -> list[Problem]:
        """The limit must be a number."""
        if self._limit.number is not None:
            return []
        return [Problem("mentee_limit", "Напишите число цифрами.")]


def _show(line: QLineEdit, text: str) -> None:
    """Show a text from its beginning, however long it is."""
    line.setText(text)
    line.setCursorPosition(0)


def _words(texts: dict[str, str]) -> dict[str, Any]:
    """Texts by field names, in the shape that ``replace`` takes."""
    return dict(texts)
