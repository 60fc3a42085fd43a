"""The dialog of one document of the register of local acts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.local_acts import ActKind, LocalAct, problems_in
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import ChoiceField


class LocalActDialog(RecordDialog[LocalAct]):
    """Kind, number, date, title and link."""

    def __init__(self, parent: QWidget | None, title: str, today: date) -> None:
        super().__init__(parent, title)
        self._act_id: int | None = None
        kinds = [(kind, kind.label[0].upper() + kind.label[1:]) for kind in ActKind]
        self.kind = self.form.add("kind", "Вид документа", ChoiceField(kinds), is_required=True)
        self.form.begin_row()
        self.number = self.form.add("number", "Номер", QLineEdit())
        self.act_date = self.form.add("act_date", "Дата", DateEdit("Дата", today))
        self.form.end_row()
        hint = "Можно не указывать, если вид говорит сам за себя"
        self.title = self.form.add("title", "Название", QLineEdit(), hint=hint)
        hint = "Адрес документа или раздела на сайте школы"
        self.link = self.form.add("link", "Ссылка", QLineEdit(), hint=hint)

    def fill(self, draft: LocalAct) -> None:
        """Show the document."""
        self._act_id = draft.act_id
        self.kind.set_value(draft.kind)
        self.number.setText(draft.number)
        self.act_date.set_day(draft.act_date)
        self.title.setText(draft.title)
        self.link.setText(draft.link)

    def draft(self) -> LocalAct:
        """The document as it stands."""
        kind = self.kind.value
        return LocalAct(
            kind if isinstance(kind, ActKind) else ActKind.OTHER,
            self.number.text().strip(),
            self.act_date.day,
            self.title.text().strip(),
            self.link.text().strip(),
            self._act_id,
        )

    def problems(self, draft: LocalAct) -> Sequence[Problem]:
        """Something must be known of a document; a date must be one."""
        found = problems_in(draft)
        if not self.act_date.is_understood:
            found.append(Problem("act_date", "Дата не понята: нужно ДД.ММ.ГГГГ."))
        return found
