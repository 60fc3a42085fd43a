"""What statistics ask: a figure by hand, a sending, the texts of a title page, another date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.statistics.entered import FigureDraft, problems_in_figure
from nastavnik_desktop.domain.statistics.frozen import FrozenDraft
from nastavnik_desktop.domain.statistics.frozen import problems_in as problems_in_sending
from nastavnik_desktop.domain.statistics.title_page import Edition
from nastavnik_desktop.domain.statistics.title_page import problems_in as problems_in_edition
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import NoteField
from ui.widgets.labels import text_label

_CORRECTION = (
    "Исправление действует для этой даты и видно на листе. "
    "Чтобы снова считать по базе, очистите число."
)
_GIVEN = "Этого числа нет в базе: введите его. Чтобы убрать, очистите поле."


class FigureDialog(RecordDialog[FigureDraft]):
    """Asks for a figure and, where it replaces a counted one, for the reason."""

    def __init__(self, parent: QWidget | None, place: str, *, needs_reason: bool) -> None:
        title = "Исправить число" if needs_reason else "Ввести число"
        super().__init__(parent, title)
        self._needs_reason = needs_reason
        self.form.add_wide(text_label(place, "quiet", wraps=True))
        self.form.add_wide(text_label(_CORRECTION if needs_reason else _GIVEN, wraps=True))
        self.text = self.form.add("text", "Число", QLineEdit())
        self.reason = NoteField()
        if needs_reason:
            hint = "Например: сотрудник принят 10 декабря, карточка ещё не заведена"
            self.form.add("reason", "Причина", self.reason, hint=hint)

    def fill(self, draft: FigureDraft) -> None:
        """Show the figure and its reason."""
        self.text.setText(draft.text)
        self.text.selectAll()
        self.reason.setPlainText(draft.reason)

    def draft(self) -> FigureDraft:
        """Figure and reason as they stand."""
        reason = self.reason.toPlainText().strip()
        return FigureDraft(self.text.text().strip(), reason, self._needs_reason)

    def problems(self, draft: FigureDraft) -> Sequence[Problem]:
        """A number, and a reason where one is needed."""
        return problems_in_figure(draft)


class FrozenDialog(RecordDialog[FrozenDraft]):
    """Asks to whom, when and by whom signed a report is sent."""

    def __init__(self, parent: QWidget | None, title: str, as_of: date, today: date) -> None:
        super().__init__(parent, "Отправить отчёт", "Сохранить копию")
        self._as_of = as_of
        words = "Копия сохранится такой, как сейчас: позднейшие изменения базы её не затронут."
        self.form.add_wide(text_label(title, "quiet", wraps=True))
        self.form.add_wide(text_label(words, wraps=True))
        field = QLineEdit()
        self.recipient = self.form.add("recipient", "Кому отправлен", field, is_required=True)
        self.sent_on = self.form.add(
            "sent_on", "Дата отправки", DateEdit("Дата отправки", today), is_required=True
        )
        self.signed_by = self.form.add("signed_by", "Кто подписал", QLineEdit())
        self.note = self.form.add("note", "Примечание", NoteField(2))

    def fill(self, draft: FrozenDraft) -> None:
        """Show the sending."""
        self.recipient.setText(draft.recipient)
        self.sent_on.set_day(draft.sent_on)
        self.signed_by.setText(draft.signed_by)
        self.note.setPlainText(draft.note)

    def draft(self) -> FrozenDraft:
        """The sending as it stands."""
        return FrozenDraft(
            self.recipient.text().strip(),
            self.sent_on.day,
            self.signed_by.text().strip(),
            self.note.toPlainText().strip(),
        )

    def problems(self, draft: FrozenDraft) -> Sequence[Problem]:
        """An addressee, and a day that is not before the report."""
        return problems_in_sending(draft, self._as_of)


class EditionDialog(RecordDialog[Edition]):
    """Asks for the texts of a title page that change with editions."""

    def __init__(self, parent: QWidget | None, title: str) -> None:
        super().__init__(parent, "Титульный лист")
        self.form.add_wide(text_label(title, "quiet", wraps=True))
        hint = "Приказ, дата и номер. Между актами – пустая строка"
        self.edition = self.form.add("edition", "Редакция формы", NoteField(5), hint=hint)
        self.respondents = self.form.add("respondents", "Предоставляют", NoteField(3))
        self.due = self.form.add("due", "Сроки предоставления", QLineEdit())
        self.form.begin_row()
        self.periodicity = self.form.add("periodicity", "Периодичность", QLineEdit())
        self.okud = self.form.add("okud", "Код по ОКУД", QLineEdit())
        self.form.end_row()

    def fill(self, draft: Edition) -> None:
        """Show the texts."""
        self.edition.setPlainText(draft.edition)
        self.respondents.setPlainText(draft.respondents)
        self.due.setText(draft.due)
        self.periodicity.setText(draft.periodicity)
        self.okud.setText(draft.okud)

    def draft(self) -> Edition:
        """The texts as they stand."""
        return Edition(
            self.edition.toPlainText().strip(),
            self.respondents.toPlainText().strip(),
            self.due.text().strip(),
            self.periodicity.text().strip(),
            self.okud.text().strip(),
        )

    def problems(self, draft: Edition) -> Sequence[Problem]:
        """Lengths, and the look of the code."""
        return problems_in_edition(draft)


@dataclass(frozen=True)
class OtherDate:
    """The day of an earlier report to compare with."""

    day: date | None


class OtherDateDialog(RecordDialog[OtherDate]):
    """Asks with which date the form is compared."""

    def __init__(self, parent: QWidget | None, today: date) -> None:
        super().__init__(parent, "Сравнить с другой датой", "Сравнить")
        self.form.add_wide(text_label("Программа покажет, кто дал разницу.", wraps=True))
        self.day = self.form.add("day", "Дата", DateEdit("Дата", today), is_required=True)

    def fill(self, draft: OtherDate) -> None:
        """Show the day."""
        self.day.set_day(draft.day)

    def draft(self) -> OtherDate:
        """The day as it stands."""
        return OtherDate(self.day.day)

    def problems(self, draft: OtherDate) -> Sequence[Problem]:
        """A day that makes sense."""
        if draft.day is None or not 2000 <= draft.day.year <= 2100:
            return [Problem("day", "Укажите дату.")]
        return []
