"""An agreement to a labour contract about mentoring, or the duties that stand for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from nastavnik_desktop.domain.addenda import AddendumBasis, ContractAddendum, problems_in
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.addenda import AddendumOffer
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.choices import ChecksChoice, RadioChoice
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import NoteField
from ui.widgets.labels import text_label

_BASES = (
    (AddendumBasis.AGREEMENT, "Дополнительное соглашение"),
    (AddendumBasis.DUTIES, "В должностных обязанностях"),
)
_LAW = (
    "Содержание, срок, форма и оплата работы наставника указываются в трудовом договоре или "
    "дополнительном соглашении (ст.\u00a0351.8 ТК\u00a0РФ)."
)
_DUTIES = (
    "Если помощь новичкам – постоянная часть работы и входит в оклад, статья 351.8 не "
    "применяется (Роструд, 02.10.2025 № ТЗ/7300-6-1)."
)
_OF_AGREEMENT = ("number", "signed_on", "content", "form", "starts_on", "ends_on", "pay")
_WRONG_DATE = "Дата не понята: напишите её так: 04.09.2026."


class AddendumDialog(RecordDialog[ContractAddendum]):
    """The pairings of one mentor are offered; both bases share the dialog."""

    def __init__(self, parent: QWidget | None, offer: AddendumOffer, today: date) -> None:
        super().__init__(parent, "Дополнительное соглашение наставника")
        self._ids = {row.title: row.pairing_id for row in offer.pairings}
        self._given = offer.draft
        form = self.form
        form.add_wide(text_label(offer.mentor.name.full, "quiet"))
        self.basis = form.add("basis", "На чём основана работа", RadioChoice(_BASES))
        self._law = text_label(_LAW, "small", wraps=True)
        form.add_wide(self._law)
        self.reason = form.add(
            "duties_reason",
            "Где записаны обязанности",
            QLineEdit(),
            hint="Пункт трудового договора или должностной инструкции",
        )
        form.begin_row()
        self.number = form.add("number", "Номер", QLineEdit())
        self.signed_on = form.add("signed_on", "Дата", DateEdit("Дата", today))
        form.end_row()
        form.begin_row()
        self.starts_on = form.add("starts_on", "Работа с", DateEdit("Работа с", today))
        self.ends_on = form.add("ends_on", "по", DateEdit("Работа по", today))
        form.end_row()
        self.content = form.add("content", "Содержание работы", NoteField())
        self.form_of = form.add("form", "Форма", QLineEdit())
        self.pay = form.add("pay", "Оплата", QLineEdit(), hint="Размер или ссылка на положение")
        self.pairings = form.add("pairing_ids", "Пары и группы", ChecksChoice(tuple(self._ids)))
        self.basis.changed.connect(self._on_basis_changed)

    def fill(self, draft: ContractAddendum) -> None:
        """Show an agreement."""
        self._given = draft
        self.basis.set_value(draft.basis)
        self.reason.setText(draft.duties_reason)
        self.number.setText(draft.number)
        self.signed_on.set_day(draft.signed_on)
        self.starts_on.set_day(draft.starts_on)
        self.ends_on.set_day(draft.ends_on)
        self.content.setPlainText(draft.content)
        self.form_of.setText(draft.form)
        self.pay.setText(draft.pay)
        self.pairings.set_value(
            [title for title, key in self._ids.items() if key in draft.pairing_ids]
        )
        self._on_basis_changed()

    def draft(self) -> ContractAddendum:
        """The agreement as the fields stand."""
        return replace(
            self._given,
            basis=self.basis.value,
            duties_reason=self.reason.text().strip(),
            number=self.number.text().strip(),
            signed_on=self.signed_on.day,
            starts_on=self.starts_on.day,
            ends_on=self.ends_on.day,
            content=self.content.toPlainText().strip(),
            form=self.form_of.text().strip(),
            pay=self.pay.text().strip(),
            pairing_ids=tuple(self._ids[title] for title in self.pairings.value),
        )

    def problems(self, draft: ContractAddendum) -> Sequence[Problem]:
        """Dates that are not understood, then the rules of the domain."""
        dates = (
            ("signed_on", self.signed_on),
            ("starts_on", self.starts_on),
            ("ends_on", self.ends_on),
        )
        unread = [Problem(name, _WRONG_DATE) for name, field in dates if not field.is_understood]
        return [*unread, *problems_in(draft)]

    def _on_basis_changed(self) -> None:
        is_agreement = self.basis.value is AddendumBasis.AGREEMENT
        self._law.setText(_LAW if is_agreement else _DUTIES)
        for name in _OF_AGREEMENT:
            self.form.set_shown(name, is_shown=is_agreement)
        self.form.set_shown("duties_reason", is_shown=not is_agreement)
