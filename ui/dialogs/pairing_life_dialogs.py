"""Dialogs about the life of a pairing: a break, its end, another mentor, a mentor beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from nastavnik_desktop.domain.pairing_life import (
    MentorReplacement,
    problems_in_members,
    problems_in_pause,
    problems_in_replacement,
    problems_in_span,
)
from nastavnik_desktop.domain.pairing_parts import MentorRole, MentorSpan, Pause
from nastavnik_desktop.domain.pairings import MemberDraft
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.pairing_life import LifeOffer
from ui.dialogs.notice_field import NoticeField
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.choices import RadioChoice
from ui.widgets.date_edit import DateEdit
from ui.widgets.labels import text_label
from ui.widgets.person_picker import PersonChoice, PersonPicker

_WRONG_DATE = "Дата не понята: напишите её так: 12.01.2027."
_PAUSE_REASONS = (
    "болезнь наставника",
    "болезнь наставляемого",
    "отпуск",
    "курсы повышения квалификации",
)
_ROLES = tuple((role, role.label.capitalize()) for role in MentorRole)
_PAUSE_NOTE = "Пара остаётся в приказе и в статистике: приостановка её не прекращает."
_REPLACE_NOTE = (
    "Пара закончится, и начнётся такая же с новым наставником. Новой паре нужны согласие, "
    "дополнительное соглашение и приказ о внесении изменений."
)
_SPAN_NOTE = (
    "Основной наставник остаётся. Второму и замещающему тоже нужны согласие и соглашение, "
    "если он и наставляемый – работники школы."
)
_MEMBERS_NOTE = "Кто вошёл позже или вышел раньше остальных: статистика считает по этим датам."


@dataclass(frozen=True)
class Resumption:
    """The first day of work again."""

    on: date | None


class PauseDialog(RecordDialog[Pause]):
    """A break with its reason; an open end lasts until the pair is resumed."""

    def __init__(self, parent: QWidget | None, offer: LifeOffer) -> None:
        super().__init__(parent, "Приостановить пару", "Приостановить")
        self._row = offer.row
        self._given = Pause(offer.today)
        self.form.add_wide(text_label(f"{offer.row.title}\n{_PAUSE_NOTE}", "quiet", wraps=True))
        self.form.begin_row()
        self.from_on = self.form.add("from_on", "С", DateEdit("С", offer.today), is_required=True)
        self.to_on = self.form.add(
            "to_on", "По", DateEdit("По", offer.today), hint="Пусто – пока не возобновите"
        )
        self.form.end_row()
        self.reason = self.form.add("reason", "Причина", _reasons(_PAUSE_REASONS), is_required=True)

    def fill(self, draft: Pause) -> None:
        """Show a break."""
        self._given = draft
        self.from_on.set_day(draft.from_on)
        self.to_on.set_day(draft.to_on)
        self.reason.setCurrentText(draft.reason)

    def draft(self) -> Pause:
        """The break as the fields stand."""
        return replace(
            self._given,
            from_on=self.from_on.day or self._given.from_on,
            to_on=self.to_on.day,
            reason=self.reason.currentText().strip(),
        )

    def problems(self, draft: Pause) -> Sequence[Problem]:
        """By the rules of the domain."""
        found = _unread(("from_on", self.from_on), ("to_on", self.to_on))
        if self.from_on.is_understood and self.from_on.day is None:
            found.append(Problem("from_on", "Укажите, с какого дня пара приостановлена."))
        return [*found, *problems_in_pause(draft, self._row)]


class ResumeDialog(RecordDialog[Resumption]):
    """The first day of work after a break."""

    def __init__(self, parent: QWidget | None, offer: LifeOffer) -> None:
        super().__init__(parent, "Возобновить пару", "Возобновить")
        self.form.add_wide(text_label(offer.row.title, "quiet", wraps=True))
        self.on = self.form.add(
            "on", "Первый рабочий день пары", DateEdit("День", offer.today), is_required=True
        )

    def fill(self, draft: Resumption) -> None:
        """Show a day."""
        self.on.set_day(draft.on)

    def draft(self) -> Resumption:
        """The day as it stands."""
        return Resumption(self.on.day)

    def problems(self, draft: Resumption) -> Sequence[Problem]:
        """A day is needed."""
        return [] if draft.on else [Problem("on", "Укажите дату, например 12.01.2027.")]


class ReplaceMentorDialog(RecordDialog[MentorReplacement]):
    """The new mentor, the day and the reason, with the notice explained."""

    def __init__(self, parent: QWidget | None, offer: LifeOffer) -> None:
        super().__init__(parent, "Заменить наставника", "Заменить")
        self._offer = offer
        self._given = MentorReplacement(offer.row.pairing_id)
        self.form.add_wide(text_label(f"{offer.row.title}\n{_REPLACE_NOTE}", "quiet", wraps=True))
        self.mentor = self.form.add(
            "mentor_id", "Новый наставник", PersonPicker("Новый наставник", 1), is_required=True
        )
        self.mentor.set_choices(_choices(offer))
        self.reason = self.form.add("reason", "Причина", _reasons(offer.reasons), is_required=True)
        self.notice = NoticeField(self.form, offer.today, offer.calendar)
        self.on = self.form.add(
            "on", "Новый наставник с", DateEdit("С", offer.today), is_required=True
        )
        self.notice.earliest_changed.connect(self._on_earliest_changed)

    def fill(self, draft: MentorReplacement) -> None:
        """Show a replacement."""
        self._given = draft
        self.mentor.set_ids([draft.mentor_id] if draft.mentor_id else [])
        self.reason.setCurrentText(draft.reason)
        self.on.set_day(draft.on)
        self.notice.set_day(draft.noticed_on)

    def draft(self) -> MentorReplacement:
        """The replacement as the fields stand."""
        return replace(
            self._given,
            mentor_id=next(iter(self.mentor.ids), None),
            on=self.on.day,
            reason=self.reason.currentText().strip(),
            noticed_on=self.notice.day,
        )

    def problems(self, draft: MentorReplacement) -> Sequence[Problem]:
        """By the rules of the domain."""
        rules = problems_in_replacement(draft, self._offer.row, self._offer.calendar)
        return [*self.notice.problems(), *_unread(("on", self.on)), *rules]

    def _on_earliest_changed(self, earliest: date) -> None:
        if self.on.day is None or self.on.day < earliest:
            self.on.set_day(earliest)


class MentorSpanDialog(RecordDialog[MentorSpan]):
    """A second or substitute mentor with the days of the part."""

    def __init__(self, parent: QWidget | None, offer: LifeOffer) -> None:
        super().__init__(parent, "Второй наставник")
        self._row = offer.row
        self._given = MentorSpan(0)
        self.form.add_wide(text_label(f"{offer.row.title}\n{_SPAN_NOTE}", "quiet", wraps=True))
        self.role = self.form.add("role", "Кто это", RadioChoice(_ROLES))
        self.person = self.form.add(
            "person_id", "Наставник", PersonPicker("Наставник", 1), is_required=True
        )
        self.person.set_choices(_choices(offer))
        self.form.begin_row()
        self.since_on = self.form.add(
            "since_on", "С", DateEdit("С", offer.today), hint="Пусто – с начала пары"
        )
        self.until_on = self.form.add(
            "until_on", "По", DateEdit("По", offer.today), hint="Пусто – до конца пары"
        )
        self.form.end_row()

    def fill(self, draft: MentorSpan) -> None:
        """Show a mentor beside."""
        self._given = draft
        self.role.set_value(draft.role)
        self.person.set_ids([draft.person_id] if draft.person_id else [])
        self.since_on.set_day(draft.since_on)
        self.until_on.set_day(draft.until_on)

    def draft(self) -> MentorSpan:
        """The mentor beside as the fields stand."""
        return replace(
            self._given,
            role=self.role.value,
            person_id=next(iter(self.person.ids), 0),
            since_on=self.since_on.day,
            until_on=self.until_on.day,
        )

    def problems(self, draft: MentorSpan) -> Sequence[Problem]:
        """By the rules of the domain."""
        found = _unread(("since_on", self.since_on), ("until_on", self.until_on))
        if not draft.person_id:
            found.append(Problem("person_id", "Выберите наставника."))
        return [*found, *problems_in_span(draft, self._row)]


@dataclass(frozen=True)
class MembersDraft:
    """Own dates of the mentees of a group."""

    members: tuple[MemberDraft, ...]


class MembersDialog(RecordDialog[MembersDraft]):
    """Two dates for each mentee; an empty one is that of the whole group."""

    def __init__(self, parent: QWidget | None, offer: LifeOffer) -> None:
        super().__init__(parent, "Сроки участников")
        self._row = offer.row
        self.form.add_wide(text_label(f"{offer.row.title}\n{_MEMBERS_NOTE}", "quiet", wraps=True))
        self._dates: dict[int, tuple[DateEdit, DateEdit]] = {}
        for mentee in offer.row.mentees:
            self.form.section(mentee.name.full)
            self.form.begin_row()
            key, who = mentee.person_id, mentee.name.short
            joined = DateEdit(f"В группе с: {who}", offer.today)
            left = DateEdit(f"Первый день вне группы: {who}", offer.today)
            self.form.add(f"joined_{key}", "В группе с", joined, hint="Пусто – с начала")
            self.form.add(f"left_{key}", "Первый день вне группы", left, hint="Пусто – до конца")
            self.form.end_row()
            self._dates[key] = (joined, left)

    def fill(self, draft: MembersDraft) -> None:
        """Show the dates."""
        for member in draft.members:
            joined, left = self._dates[member.person_id]
            joined.set_day(member.joined_on)
            left.set_day(member.left_on)

    def draft(self) -> MembersDraft:
        """The dates as the fields stand."""
        return MembersDraft(
            tuple(
                MemberDraft(key, joined.day, left.day)
                for key, (joined, left) in self._dates.items()
            )
        )

    def problems(self, draft: MembersDraft) -> Sequence[Problem]:
        """By the rules of the domain."""
        fields = [
            (name, field)
            for key, (joined, left) in self._dates.items()
            for name, field in ((f"joined_{key}", joined), (f"left_{key}", left))
        ]
        return [*_unread(*fields), *problems_in_members(draft.members, self._row)]


def _unread(*fields: tuple[str, DateEdit]) -> list[Problem]:
    return [Problem(name, _WRONG_DATE) for name, field in fields if not field.is_understood]


def _reasons(words: Sequence[str]) -> QComboBox:
    made = QComboBox()
    made.setEditable(True)
    made.addItems(list(words))
    return made


def _choices(offer: LifeOffer) -> list[PersonChoice]:
    """Mentors of the year first."""
    people = sorted(offer.people, key=lambda row: not row.is_mentor)
    return [PersonChoice(row.person_id, row.name.full, row.occupation) for row in people]
