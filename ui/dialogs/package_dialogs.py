"""What the exchange asks: a package to send, an answer to it, a school, the plan of shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from nastavnik_desktop.domain.consolidation import received, schools, shares
from nastavnik_desktop.domain.consolidation.package import (
    TEAM_ROLES,
    PackageDraft,
    Verdict,
    problems_in,
)
from nastavnik_desktop.domain.consolidation.received import VerdictDraft
from nastavnik_desktop.domain.consolidation.schools import MunicipalSchool, SchoolKind
from nastavnik_desktop.domain.consolidation.shares import SharePlan
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.check_list import CheckList
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import ChoiceField, NoteField
from ui.widgets.labels import text_label

_SENDING = (
    "Программа соберёт один файл с показателями. Его можно отправить по почте или отдать на "
    "флешке: интернет программе не нужен. Копии форм останутся в базе."
)
_PEOPLE = (
    "ФИО, даты рождения и участие в парах. Файл шифруется, пароль сообщите управлению отдельно "
    "от файла. Без людей управление увидит только числа."
)
_KINDS = [(kind, kind.short) for kind in SchoolKind]


class PackageDialog(RecordDialog[PackageDraft]):
    """Asks what goes into a package, to whom, and whether people go behind a password."""

    def __init__(
        self, parent: QWidget | None, forms: Sequence[tuple[str, str]], today: date
    ) -> None:
        super().__init__(parent, "Отправить в управление", "Дальше")
        self._forms = tuple(forms)
        self.form.add_wide(text_label(_SENDING, "quiet", wraps=True))
        self.form.begin_row()
        day = DateEdit("Показатели на дату", today)
        self.as_of = self.form.add("as_of", "Показатели на дату", day, is_required=True)
        self.kind = self.form.add("kind", "Тип школы", ChoiceField(_KINDS))
        self.form.end_row()
        self.recipient = self.form.add("recipient", "Кому", QLineEdit())
        list_of_forms = CheckList[str]("Формы", rows_shown=5)
        self.forms = self.form.add("forms", "Формы", list_of_forms, is_required=True)
        hint = "Стоит в списке школ управления рядом с названием"
        self.model = self.form.add(
            "mentoring_model", "Модель наставничества", QLineEdit(), hint=hint
        )
        self.team = self.form.add("team_role", "Управленческая команда", _editable(TEAM_ROLES))
        self.note = self.form.add("note", "Сообщение управлению", NoteField(2))
        self.people = QCheckBox("Приложить сведения о людях")
        self.people.toggled.connect(self._on_people_toggled)
        self.form.add_wide(self.people)
        self.form.add_wide(text_label(_PEOPLE, "small", wraps=True))
        self.form.begin_row()
        self.password = self.form.add("password", "Пароль", _password())
        self.again = self.form.add("password_again", "Пароль ещё раз", _password())
        self.form.end_row()

    def fill(self, draft: PackageDraft) -> None:
        """Show the sending."""
        self.as_of.set_day(draft.as_of)
        self.kind.set_value(draft.kind)
        self.recipient.setText(draft.recipient)
        self.forms.show_lines([(code, title, code in draft.forms) for code, title in self._forms])
        self.model.setText(draft.mentoring_model)
        self.team.setCurrentText(draft.team_role)
        self.note.setPlainText(draft.note)
        self.people.setChecked(draft.with_people)
        self.password.setText(draft.password)
        self.again.setText(draft.password_again)
        self._on_people_toggled(draft.with_people)

    def draft(self) -> PackageDraft:
        """The sending as it stands; a password counts only where people go."""
        kind, with_people = self.kind.value, self.people.isChecked()
        return PackageDraft(
            self.as_of.day,
            tuple(self.forms.chosen),
            kind if isinstance(kind, SchoolKind) else SchoolKind.OTHER,
            self.model.text().strip(),
            self.team.currentText().strip(),
            self.recipient.text().strip(),
            with_people,
            self.password.text() if with_people else "",
            self.again.text() if with_people else "",
            self.note.toPlainText().strip(),
        )

    def problems(self, draft: PackageDraft) -> Sequence[Problem]:
        """A date, a form, and a password where people go."""
        return problems_in(draft)

    def _on_people_toggled(self, is_on: bool) -> None:
        for name in ("password", "password_again"):
            self.form.set_shown(name, is_shown=is_on)


class VerdictDialog(RecordDialog[VerdictDraft]):
    """Asks whether a package is accepted, and for the remarks."""

    def __init__(self, parent: QWidget | None, school: str) -> None:
        super().__init__(parent, f"Ответ школе: {school}", "Сохранить ответ")
        choices = [
            (Verdict.ACCEPTED, "Принять"),
            (Verdict.RETURNED, "Вернуть на доработку"),
            (Verdict.WAITING, "Оставить на проверке"),
        ]
        self.verdict = self.form.add("verdict", "Решение", ChoiceField(choices))
        hint = "Каждое замечание – с новой строки"
        self.text = self.form.add("text", "Замечания", NoteField(6), hint=hint)

    def fill(self, draft: VerdictDraft) -> None:
        """Show the answer."""
        self.verdict.set_value(draft.verdict)
        self.text.setPlainText(draft.text)

    def draft(self) -> VerdictDraft:
        """The answer as it stands."""
        verdict = self.verdict.value
        return VerdictDraft(
            verdict if isinstance(verdict, Verdict) else Verdict.WAITING,
            self.text.toPlainText().strip(),
        )

    def problems(self, draft: VerdictDraft) -> Sequence[Problem]:
        """A returned package needs a remark."""
        return received.problems_in(draft)


class SchoolOfListDialog(RecordDialog[MunicipalSchool]):
    """A school of the municipality's list."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent, title)
        self._school_id: int | None = None
        hint = "Как школа пишет его в приказах: по нему программа узнает посылку"
        self.name = self.form.add("name", "Название", QLineEdit(), hint=hint, is_required=True)
        self.form.begin_row()
        self.kind = self.form.add("kind", "Тип", ChoiceField(_KINDS))
        self.inn = self.form.add("inn", "ИНН", QLineEdit())
        self.form.end_row()
        self.model = self.form.add("mentoring_model", "Модель наставничества", QLineEdit())
        self.team = self.form.add("team_role", "Управленческая команда", _editable(TEAM_ROLES))
        self.is_expected = QCheckBox("Школа в перечне: посылка от неё ожидается")
        self.form.add_wide(self.is_expected)

    def fill(self, draft: MunicipalSchool) -> None:
        """Show the school."""
        self._school_id = draft.school_id
        self.name.setText(draft.name)
        self.kind.set_value(draft.kind)
        self.inn.setText(draft.inn)
        self.model.setText(draft.mentoring_model)
        self.team.setCurrentText(draft.team_role)
        self.is_expected.setChecked(draft.is_expected)

    def draft(self) -> MunicipalSchool:
        """The school as it stands."""
        kind = self.kind.value
        return MunicipalSchool(
            self.name.text().strip(),
            kind if isinstance(kind, SchoolKind) else SchoolKind.OTHER,
            self.inn.text().strip(),
            self.is_expected.isChecked(),
            self.model.text().strip(),
            self.team.currentText().strip(),
            self._school_id,
        )

    def problems(self, draft: MunicipalSchool) -> Sequence[Problem]:
        """A name, and an ИНН of ten digits."""
        return schools.problems_in(draft)


@dataclass(frozen=True)
class SchoolList:
    """Schools as they were pasted, one a line."""

    text: str = ""


class SchoolListDialog(RecordDialog[SchoolList]):
    """Takes a column of names from a spreadsheet."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Добавить школы списком", "Добавить")
        words = "Вставьте столбец с названиями из Excel; ИНН может стоять в соседнем столбце."
        self.form.add_wide(text_label(words, "quiet", wraps=True))
        hint = "Одна школа в строке. Тип школы программа поймёт по названию"
        self.text = self.form.add("text", "Школы", NoteField(10), hint=hint)

    def fill(self, draft: SchoolList) -> None:
        """Show the lines."""
        self.text.setPlainText(draft.text)

    def draft(self) -> SchoolList:
        """The lines as they stand."""
        return SchoolList(self.text.toPlainText())

    def problems(self, draft: SchoolList) -> Sequence[Problem]:
        """At least one school."""
        return [] if draft.text.strip() else [Problem("text", "Вставьте хотя бы одну школу.")]


class SharePlanDialog(RecordDialog[SharePlan]):
    """The plan of shares: a year and its per cent in each line."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "План доли школ")
        words = "Доля школ перечня, в которых действует наставничество. Год – начало учебного."
        self.form.add_wide(text_label(words, "quiet", wraps=True))
        hint = "В каждой строке год и план в процентах, например: 2026 40"
        self.percents = self.form.add("percents", "План по годам", NoteField(6), hint=hint)

    def fill(self, draft: SharePlan) -> None:
        """Show the plan."""
        lines = [f"{year} {percent}" for year, percent in draft.percents]
        self.percents.setPlainText("\n".join(lines))

    def draft(self) -> SharePlan:
        """The plan as it stands; a line that is not understood has the year 0."""
        lines = [line.replace("%", " ").split() for line in self._lines()]
        return SharePlan(tuple(_year_and_percent(words) for words in lines))

    def problems(self, draft: SharePlan) -> Sequence[Problem]:
        """Two numbers in each line, a year once."""
        if any(year == 0 for year, _ in draft.percents):
            message = "В каждой строке нужны два числа: год и план, например 2026 40."
            return [Problem("percents", message)]
        return shares.problems_in(draft)

    def _lines(self) -> list[str]:
        return [line for line in self.percents.toPlainText().splitlines() if line.strip()]


def _year_and_percent(words: Sequence[str]) -> tuple[int, int]:
    if len(words) == 2 and all(word.isdecimal() for word in words):
        return int(words[0]), int(words[1])
    return 0, 0


def _editable(choices: Sequence[str]) -> QComboBox:
    """A line with proposals, in which anything may be written."""
    made = QComboBox()
    made.setEditable(True)
    made.addItems(["", *choices])
    made.setMinimumContentsLength(8)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _password() -> QLineEdit:
    made = QLineEdit()
    made.setEchoMode(QLineEdit.EchoMode.Password)
    return made
