"""The card of a pair or a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from nastavnik_desktop.domain.pairing_checks import PairingOffer, problems_in
from nastavnik_desktop.domain.pairing_parts import Partnership
from nastavnik_desktop.domain.pairings import (
    MemberDraft,
    MentoringForm,
    PairingDraft,
    PairingKind,
)
from nastavnik_desktop.domain.people import PersonRow
from nastavnik_desktop.domain.plurals import plural
from nastavnik_desktop.domain.problems import Level, Problem
from nastavnik_desktop.domain.reference_lists import MODEL_WORDS
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.choices import ChecksChoice, RadioChoice
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import ChoiceField, NoteField
from ui.widgets.person_picker import PersonChoice, PersonPicker

_KINDS = ((PairingKind.PAIR, "Пара"), (PairingKind.GROUP, "Группа"))
_PARTNERSHIPS = ((None, "нет"), *((each, each.label) for each in Partnership))
_WRONG_DATE = "Дата не понята: напишите её так: 08.09.2026."


class PairingDialog(RecordDialog[PairingDraft]):
    """All that it needs comes with the ``offer``; warnings are shown at once and stop nothing."""

    def __init__(
        self, parent: QWidget | None, title: str, offer: PairingOffer, today: date
    ) -> None:
        super().__init__(parent, title)
        self._offer = offer
        self._given = offer.draft
        form = self.form
        self.kind = form.add("kind", "Состав", RadioChoice(_KINDS))
        self.form_of = form.add(
            "form_code", "Форма наставничества", ChoiceField(), is_required=True
        )
        self.role_model = form.add("role_model", "Ролевая модель", _editable_choice())
        self.mentor = form.add(
            "mentor_id", "Наставник", PersonPicker("Наставник", 1), is_required=True
        )
        self.members = form.add(
            "members", "Наставляемые", PersonPicker("Наставляемые"), is_required=True
        )
        form.begin_row()
        self.starts_on = form.add(
            "starts_on", "Начало", DateEdit("Начало", today), is_required=True
        )
        self.ends_on = form.add(
            "ends_on", "Окончание", DateEdit("Окончание", today), is_required=True
        )
        form.end_row()
        self.modes = form.add("modes", "Виды наставничества", ChecksChoice(offer.modes))
        self.topic = form.add(
            "topic", "Тема", QLineEdit(), hint="Над чем работает пара: одной строкой"
        )
        form.begin_row()
        self.partnership = form.add("partnership", "Межшкольная пара", ChoiceField(_PARTNERSHIPS))
        self.partner_school = form.add("partner_school", "Школа или организация", QLineEdit())
        form.end_row()
        self.note = form.add("note", "Примечание", NoteField())
        self._offer_choices()
        self._connect()

    def fill(self, draft: PairingDraft) -> None:
        """Show a draft."""
        self._given = draft
        self.kind.set_value(draft.kind)
        self.form_of.set_value(draft.form_code)
        self._offer_role_models()
        self.role_model.setCurrentText(draft.role_model)
        self.mentor.set_ids([draft.mentor_id] if draft.mentor_id is not None else [])
        self.members.set_ids(member.person_id for member in draft.members)
        self.starts_on.set_day(draft.starts_on)
        self.ends_on.set_day(draft.ends_on)
        self.modes.set_value(draft.modes)
        self.topic.setText(draft.topic)
        self.partnership.set_value(draft.partnership)
        self.partner_school.setText(draft.partner_school)
        self._on_partnership_changed()
        self.note.setPlainText(draft.note)
        self._on_load_changed()

    def draft(self) -> PairingDraft:
        """The draft as it stands; mentees that stay keep their own dates."""
        known = {member.person_id: member for member in self._given.members}
        return replace(
            self._given,
            kind=self.kind.value,
            form_code=str(self.form_of.value or ""),
            role_model=self.role_model.currentText().strip(),
            mentor_id=next(iter(self.mentor.ids), None),
            members=tuple(known.get(key) or MemberDraft(key) for key in self.members.ids),
            starts_on=self.starts_on.day,
            ends_on=self.ends_on.day,
            modes=self.modes.value,
            topic=self.topic.text().strip(),
            note=self.note.toPlainText().strip(),
            partnership=self._partnership,
            partner_school=self.partner_school.text().strip() if self._partnership else "",
        )

    def problems(self, draft: PairingDraft) -> Sequence[Problem]:
        """Dates that are not understood, then the rules of the domain."""
        unread = [
            Problem(name, _WRONG_DATE)
            for name, field in (("starts_on", self.starts_on), ("ends_on", self.ends_on))
            if not field.is_understood
        ]
        return [*unread, *problems_in(draft, self._offer.facts(draft))]

    def _offer_choices(self) -> None:
        forms = self._offer.forms
        self.form_of.set_choices([(form.code, form_title(form, forms)) for form in forms])
        people = self._offer.people
        mentors = sorted(people, key=lambda row: not row.is_mentor)
        mentees = sorted(people, key=lambda row: not row.is_mentee)
        self.mentor.set_choices([_choice(row, self._places_note(row)) for row in mentors])
        self.members.set_choices([_choice(row) for row in mentees])

    @property
    def _partnership(self) -> Partnership | None:
        value = self.partnership.value
        return value if isinstance(value, Partnership) else None

    def _on_partnership_changed(self) -> None:
        self.partner_school.setEnabled(self._partnership is not None)

    def _connect(self) -> None:
        self.partnership.currentIndexChanged.connect(self._on_partnership_changed)
        self.kind.changed.connect(self._on_kind_changed)
        self.form_of.currentIndexChanged.connect(self._offer_role_models)
        self.mentor.changed.connect(self._on_load_changed)
        self.members.changed.connect(self._on_load_changed)

    def _places_note(self, row: PersonRow) -> str:
        free = max(self._offer.free_places(row.person_id), 0)
        if not row.is_mentor and row.person_id not in self._offer.loads:
            return ""
        return f"{plural(free, 'свободно', 'свободны', 'свободно')} {free}\u00a0{_places(free)}"

    def _offer_role_models(self) -> None:
        code = self.form_of.value
        models = next((form.role_models for form in self._offer.forms if form.code == code), ())
        typed = self.role_model.currentText()
        self.role_model.clear()
        self.role_model.addItems(list(models))
        self.role_model.setCurrentText(typed)

    def _on_kind_changed(self) -> None:
        self.members.set_limit(1 if self.kind.value is PairingKind.PAIR else None)

    def _on_load_changed(self) -> None:
        """Say at once what is worth a look; errors wait until the card is saved."""
        self._on_kind_changed()
        found = self.problems(self.draft())
        self.form.show_problems([each for each in found if each.level is Level.WARNING])


def form_title(form: MentoringForm, forms: Sequence[MentoringForm]) -> str:
    """The title of a form; two models name a form alike, and the model then stands beside it."""
    is_alone = sum(other.title == form.title for other in forms) == 1
    return form.title if is_alone else f"{form.title} ({MODEL_WORDS[form.model]})"


def _choice(row: PersonRow, more: str = "") -> PersonChoice:
    archived = "в архиве" if row.is_archived else ""
    note = " · ".join(filter(None, (row.occupation, more, archived)))
    return PersonChoice(row.person_id, row.name.full, note)


def _places(number: int) -> str:
    return plural(number, "место", "места", "мест")


def _editable_choice() -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    made.setMinimumContentsLength(8)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made
