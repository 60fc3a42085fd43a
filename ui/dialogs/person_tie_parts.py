"""Parts of a person's card: class and representative, organisation, notes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from nastavnik_desktop.domain.people import (
    EmploymentDraft,
    Mark,
    MarkKind,
    OutsideKind,
    PersonDraft,
    Representative,
)
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.person_part import CardContext, CardPart, text_of
from ui.theme import scaled
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import ChoiceField, NoteField
from ui.widgets.labels import text_label

_NOTE_LINES = 12


class ClassPart(CardPart):
    """Class, representative and marks of a student."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        self._class = self.add_line("school_class", f"Класс в {context.year} учебном году")
        self._class.setPlaceholderText("5А")
        self.section("Родитель или законный представитель")
        self._parent = self.add_line("representative", "Фамилия, имя, отчество")
        self.begin_row()
        self._relation = self.add_line("representative_relation", "Кем приходится")
        self._parent_phone = self.add_line("representative_phone", "Телефон представителя")
        self.end_row()
        self.section("Отметки")
        hint = "Видны только здесь; в отчётах остаётся одно число."
        self.add_wide(text_label(hint, "small", wraps=True))
        self._marks = {kind: _MarkRow(kind, context) for kind in MarkKind}
        for row in self._marks.values():
            self.add_wide(row)

    def fill(self, draft: PersonDraft) -> None:
        """Show class, representative and marks."""
        self._class.setText(draft.school_class)
        self._parent.setText(draft.representative.name)
        self._relation.setText(draft.representative.relation)
        self._parent_phone.setText(draft.representative.phone)
        known = {mark.kind: mark for mark in draft.marks}
        for kind, row in self._marks.items():
            row.fill(known.get(kind))

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with class, representative and marks as they stand."""
        return replace(
            draft,
            school_class=text_of(self._class).replace(" ", "").upper(),
            representative=Representative(
                text_of(self._parent), text_of(self._relation), text_of(self._parent_phone)
            ),
            marks=tuple(mark for row in self._marks.values() if (mark := row.mark)),
        )

    def unread(self) -> list[Problem]:
        """Dates of marks that are not understood."""
        marks = (row.unread() for row in self._marks.values())
        return [*super().unread(), *(problem for problem in marks if problem)]


class _MarkRow(QWidget):
    """A dated mark: whether it holds, since when and until when."""

    def __init__(self, kind: MarkKind, context: CardContext) -> None:
        super().__init__()
        self._kind = kind
        self._holds = QCheckBox(kind.label)
        self._since = DateEdit(f"{kind.label}, с какого дня", context.today)
        self._until = DateEdit(f"{kind.label}, по какой день", context.today)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(self._holds, 1)
        for words, field in (("с", self._since), ("по", self._until)):
            layout.addWidget(text_label(words, "quiet"))
            layout.addWidget(field)
            self._holds.toggled.connect(field.setEnabled)

    @property
    def mark(self) -> Mark | None:
        """The mark, None when it is not set."""
        if not self._holds.isChecked():
            return None
        return Mark(self._kind, self._since.day, self._until.day)

    def fill(self, mark: Mark | None) -> None:
        """Show a mark."""
        self._holds.setChecked(mark is not None)
        for field in (self._since, self._until):
            field.setEnabled(mark is not None)
        self._since.set_day(mark.since_on if mark else None)
        self._until.set_day(mark.until_on if mark else None)

    def unread(self) -> Problem | None:
        """What is wrong with the dates, if anything."""
        if self._since.is_understood and self._until.is_understood:
            return None
        return Problem("", f"Отметка «{self._kind.label}»: дата не понята, пример: 05.09.2026.")


class OutsidePart(CardPart):
    """Who a person from outside is, and where they work or study."""

    def __init__(self, context: CardContext) -> None:
        super().__init__()
        choices = [(None, "не указано"), *((each, each.label) for each in OutsideKind)]
        self._kind = self.add("outside_kind", "Вид", ChoiceField(choices))
        self._organisation = self.add_line("organisation", "Организация или вуз")
        self._post = self.add_line("outside_post", "Должность или курс", context.posts)

    def fill(self, draft: PersonDraft) -> None:
        """Show the organisation."""
        self._kind.set_value(draft.outside_kind)
        self._organisation.setText(draft.organisation)
        self._post.setText(draft.employment.position_title if draft.employment else "")

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with the organisation as it stands."""
        kind, post = self._kind.value, text_of(self._post)
        before = draft.employment or EmploymentDraft()
        work = replace(before, position_title=post)
        return replace(
            draft,
            outside_kind=kind if isinstance(kind, OutsideKind) else None,
            organisation=text_of(self._organisation),
            employment=work if work != EmploymentDraft() else None,
        )


class NotesPart(CardPart):
    """Words for oneself."""

    def __init__(self) -> None:
        super().__init__()
        hint = "Не попадают ни в приказы, ни в отчёты."
        self._notes = self.add("notes", "Заметки", NoteField(_NOTE_LINES), hint=hint)

    def fill(self, draft: PersonDraft) -> None:
        """Show the notes."""
        self._notes.setPlainText(draft.notes)

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with the notes."""
        return replace(draft, notes=self._notes.toPlainText().strip())
