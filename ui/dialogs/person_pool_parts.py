"""Parts of a person's card: what a mentor of the year offers, what a mentee asks for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from nastavnik_desktop.domain.need_words import NeedAudience, audience_of, proposed
from nastavnik_desktop.domain.people import PersonDraft, PersonKind, PoolSide
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.person_part import CardContext, CardPart, text_of
from ui.dialogs.person_training_line import trainings_edit
from ui.widgets.fields import NoteField
from ui.widgets.words_field import WordsField

_STRENGTHS = "Компетенции: чему может научить"
_STRENGTHS_HINT = "Каждая с новой строки. Слова из списка сравниваются с запросами наставляемых."
_NEEDS_HINT = "Каждый с новой строки: по ним подбирается наставник. Можно писать и своими словами."
_TRAINING = "Обучение: дата не понята, пример: 05.09.2026; часы пишутся цифрами."


class _PoolPart(CardPart):
    """A side of the year's pool: a mark, and fields that count only while it is set."""

    def __init__(self, context: CardContext, title: str) -> None:
        super().__init__()
        self._today = context.today
        self._is_in = QCheckBox(f"{title} {context.year} учебного года")
        self._fields: list[QWidget] = []
        self._known = PoolSide()
        self.add_wide(self._is_in)

    def _depend(self, *fields: QWidget) -> None:
        """Let the fields follow the mark."""
        for widget in fields:
            self._is_in.toggled.connect(widget.setEnabled)
            widget.setEnabled(False)

    def _show_side(self, side: PoolSide | None) -> PoolSide:
        self._is_in.setChecked(side is not None and side.left_on is None)
        self._known = side or PoolSide(joined_on=self._today)
        return self._known

    def _side(self, typed: PoolSide, before: PoolSide | None) -> PoolSide | None:
        """The side to keep: none without the mark, unless the person had left the pool."""
        if self._is_in.isChecked():
            return replace(typed, left_on=None)
        return before if before is not None and before.left_on is not None else None


class MentorPart(_PoolPart):
    """What a mentor offers (база наставников, письмо МР-42/02)."""

    def __init__(self, context: CardContext) -> None:
        super().__init__(context, "Наставник")
        self._strengths = self.add(
            "strengths", _STRENGTHS, WordsField(_STRENGTHS, 4), hint=_STRENGTHS_HINT
        )
        self._strengths.offer(
            word for audience in NeedAudience for word in proposed(context.needs, audience)
        )
        self._achievements = self.add("achievements", "Достижения", NoteField(2))
        self._interests = self.add("interests", "Интересы", NoteField(2))
        self.begin_row()
        self._time = self.add_line("time_resource", "Ресурс времени")
        self._age = self.add_line("desired_age", "Желаемый возраст")
        self.end_row()
        self._capacity = self.add_number("capacity", "Сколько наставляемых возьмёт", longest=2)
        self._trainings = self.add("trainings", "Обучение наставника", trainings_edit(context))
        self._depend(
            self._strengths, self._achievements, self._interests, self._time, self._age,
            self._capacity,
        )  # fmt: skip

    def fill(self, draft: PersonDraft) -> None:
        """Show the side."""
        side = self._show_side(draft.mentor_side)
        self._strengths.set_words(side.strengths)
        self._achievements.setPlainText(side.achievements)
        self._interests.setPlainText(side.interests)
        self._time.setText(side.time_resource)
        self._age.setText(side.desired_age)
        self._capacity.set_number(side.capacity)
        self._trainings.set_values(draft.trainings)

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with the mentor's side as it stands."""
        typed = replace(
            self._known,
            strengths=self._strengths.words,
            achievements=self._achievements.toPlainText().strip(),
            interests=self._interests.toPlainText().strip(),
            time_resource=text_of(self._time),
            desired_age=text_of(self._age),
            capacity=self._capacity.number,
        )
        return replace(
            draft,
            mentor_side=self._side(typed, draft.mentor_side),
            trainings=tuple(one for one in self._trainings.values if not one.is_blank),
        )

    def unread(self) -> list[Problem]:
        """Fields and lines whose text is not what it should be."""
        is_understood = self._trainings.is_understood
        return [*super().unread(), *([] if is_understood else [Problem("trainings", _TRAINING)])]


class MenteePart(_PoolPart):
    """What a mentee asks for (база наставляемых, письмо МР-42/02)."""

    def __init__(self, context: CardContext) -> None:
        super().__init__(context, "Наставляемый")
        self._words = context.needs
        self._needs = self.add("needs", "Запросы", WordsField("Запросы", 5), hint=_NEEDS_HINT)
        self._reason = self.add("reason", "Почему нужен наставник", NoteField(3))
        self._interests = self.add("mentee_interests", "Интересы", NoteField(2))
        self._depend(self._needs, self._reason, self._interests)

    def offer_for(self, kind: PersonKind) -> None:
        """Propose the needs of people of a kind."""
        self._needs.offer(proposed(self._words, audience_of(kind)))

    def fill(self, draft: PersonDraft) -> None:
        """Show the side."""
        self.offer_for(draft.kind)
        side = self._show_side(draft.mentee_side)
        self._needs.set_words(side.needs)
        self._reason.setPlainText(side.reason)
        self._interests.setPlainText(side.interests)

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with the mentee's side as it stands."""
        typed = replace(
            self._known,
            needs=self._needs.words,
            reason=self._reason.toPlainText().strip(),
            interests=self._interests.toPlainText().strip(),
        )
        return replace(draft, mentee_side=self._side(typed, draft.mentee_side))
