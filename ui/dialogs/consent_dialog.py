"""Entering signed consents: who, of what kind, on which day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.pairings import Participant
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.consents import ConsentDraft
from ui.dialogs.record_dialog import RecordDialog
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import ChoiceField

_LONGEST_LIST = 8
_ROW = 30
_PERSON_ID = Qt.ItemDataRole.UserRole


class ConsentDialog(RecordDialog[ConsentDraft]):
    """A list of people with marks, a kind and one date for all of them."""

    def __init__(self, parent: QWidget | None) -> None:
        self.blanks = button(
            "Напечатать бланки", icon_name="printer", on_click=self._ask_for_blanks
        )
        super().__init__(parent, "Внести согласия", "Внести", others=(self.blanks,))
        self._given = ConsentDraft((), (), None)
        self._wants_blanks = False
        kinds = [(kind, kind.label) for kind in ConsentKind]
        self._kind = self.form.add("kind", "Вид согласия", ChoiceField(kinds))
        self.form.begin_row()
        self._signed_on = self.form.add("signed_on", "Подписано", DateEdit("Подписано"))
        self._until_on = self.form.add(
            "until_on", "Действует по (если со сроком)", DateEdit("Действует по")
        )
        self.form.end_row()
        self._people = self.form.add("person_ids", "Кто подписал", QListWidget())
        self._people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._people.setTextElideMode(Qt.TextElideMode.ElideRight)

    def fill(self, draft: ConsentDraft) -> None:
        """Show people, kind and date."""
        self._given = draft
        self._kind.set_value(draft.kind)
        self._signed_on.set_day(draft.signed_on)
        self._until_on.set_day(draft.until_on)
        self._people.clear()
        for person in draft.people:
            self._people.addItem(_item(person, is_marked=person.person_id in draft.person_ids))
        rows = min(max(len(draft.people), 1), _LONGEST_LIST)
        self._people.setFixedHeight(scaled(rows * _ROW))

    def draft(self) -> ConsentDraft:
        """What is marked now."""
        kind = self._kind.value
        items = [self._people.item(row) for row in range(self._people.count())]
        return replace(
            self._given,
            person_ids=tuple(
                item.data(_PERSON_ID)
                for item in items
                if item.checkState() is Qt.CheckState.Checked
            ),
            signed_on=self._signed_on.day,
            until_on=self._until_on.day,
            kind=kind if isinstance(kind, ConsentKind) else self._given.kind,
            wants_blanks=self._wants_blanks,
        )

    def problems(self, draft: ConsentDraft) -> Sequence[Problem]:
        """Somebody must be marked; a signature needs its day, a blank does not."""
        found = []
        if not draft.person_ids:
            found.append(Problem("person_ids", "Отметьте, кто подписал согласие."))
        if draft.signed_on is None and not draft.wants_blanks:
            found.append(Problem("signed_on", "Укажите день подписания, например 05.09.2026."))
        if not self._until_on.is_understood:
            found.append(Problem("until_on", "Дата не понята. Напишите её так: 31.05.2027."))
        return found

    def _ask_for_blanks(self) -> None:
        self._wants_blanks = True
        self.accept()
        self._wants_blanks = self.result() == self.DialogCode.Accepted


def _item(person: Participant, *, is_marked: bool) -> QListWidgetItem:
    words = [person.name.full]
    if person.consented_on is not None:
        words.append(f"уже есть от {short_date(person.consented_on)}")
    if person.is_minor:
        words.append("подпишет представитель")
    words.append(person.occupation)
    item = QListWidgetItem(" · ".join(word for word in words if word))
    item.setSizeHint(QSize(0, scaled(_ROW)))
    item.setData(_PERSON_ID, person.person_id)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if is_marked else Qt.CheckState.Unchecked)
    item.setToolTip(item.text())
    return item
