"""Certificates and letters of thanks for one mentor or for many at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.awards import AwardDraft, AwardKind, AwardOffer, problems_in
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.choices import RadioChoice
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import NoteField
from ui.widgets.labels import text_label

_KINDS = (
    (AwardKind.CERTIFICATE, "Сертификат наставника"),
    (AwardKind.THANKS, "Благодарственное письмо"),
)
_NAMES_SHOWN = 6


class AwardDialog(RecordDialog[AwardDraft]):
    """The number and the words follow the kind until she writes her own."""

    def __init__(self, parent: QWidget | None, offer: AwardOffer, today: date) -> None:
        super().__init__(parent, "Поблагодарить наставников", "Подготовить")
        self._offer = offer
        self._kind = offer.draft.kind
        self.form.add_wide(text_label(_names(offer.names), "quiet", wraps=True))
        self.kind = self.form.add("kind", "Документ", RadioChoice(_KINDS))
        self.form.begin_row()
        self.number = self.form.add("first_number", "Номер первого", QLineEdit())
        self.given_on = self.form.add(
            "given_on", "Дата вручения", DateEdit("Дата вручения", today), is_required=True
        )
        self.form.end_row()
        self.merit = self.form.add(
            "merit",
            "За что",
            NoteField(4),
            hint="В письме – после слов «благодарит Вас»; в сертификате – отдельной строкой",
        )
        self.kind.changed.connect(self._on_kind_changed)

    def fill(self, draft: AwardDraft) -> None:
        """Show a draft."""
        self._kind = draft.kind
        self.kind.set_value(draft.kind)
        self.number.setText(draft.first_number)
        self.given_on.set_day(draft.given_on)
        self.merit.setPlainText(draft.merit)

    def draft(self) -> AwardDraft:
        """The draft as it stands."""
        return replace(
            self._offer.draft,
            kind=self.kind.value,
            first_number=self.number.text().strip(),
            given_on=self.given_on.day,
            merit=self.merit.toPlainText().strip(),
        )

    def problems(self, draft: AwardDraft) -> Sequence[Problem]:
        """By the rules of the domain."""
        return problems_in(draft)

    def _on_kind_changed(self) -> None:
        before, self._kind = self._kind, self.kind.value
        if self.number.text().strip() == self._offer.number_for(before):
            self.number.setText(self._offer.number_for(self._kind))
        if self.merit.toPlainText().strip() == before.proposed_merit:
            self.merit.setPlainText(self._kind.proposed_merit)


def _names(names: Sequence[str]) -> str:
    shown = "\n".join(names[:_NAMES_SHOWN])
    rest = len(names) - _NAMES_SHOWN
    return f"{shown}\nи ещё {rest}" if rest > 0 else shown
