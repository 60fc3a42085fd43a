"""A dialog of an invented record, with the base of all record dialogs."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit

from nastavnik_desktop.domain.problems import Level, Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.fields import ChoiceField, NoteField


@dataclass(frozen=True)
class CircleDraft:
    name: str = ""
    day: str = "mon"
    note: str = ""


class CircleDialog(RecordDialog):
    """A circle of interest: name, day, note."""

    def __init__(self, parent):
        super().__init__(parent, "Новый кружок", "Создать кружок")
        self.name = self.form.add("name", "Название", QLineEdit(), is_required=True)
        self.form.begin_row()
        self.day = self.form.add("day", "День", ChoiceField([("mon", "пн"), ("tue", "вт")]))
        self.form.end_row()
        self.note = self.form.add("note", "Заметка", NoteField(), hint="Видна только вам")

    def fill(self, draft):
        self.name.setText(draft.name)
        self.day.set_value(draft.day)
        self.note.setPlainText(draft.note)

    def draft(self):
        return CircleDraft(self.name.text(), self.day.value, self.note.toPlainText())

    def problems(self, draft):
        found = []
        if not draft.name:
            found.append(Problem("name", "Напишите название кружка."))
        if draft.day == "mon":
            found.append(Problem("day", "По понедельникам совещание.", Level.WARNING))
        return found
