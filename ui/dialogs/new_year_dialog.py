"""«Начать новый учебный год»: who moves where, what is carried over, what stays and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from nastavnik_desktop.domain.new_year import Fate, NewYearPlan
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.new_year_parts import StayingPart, StudentsPart
from ui.dialogs.record_dialog import RecordDialog
from ui.theme import scaled
from ui.widgets.check_list import CheckList
from ui.widgets.form import Form
from ui.widgets.labels import ElidedLabel, text_label
from ui.widgets.parted_form import PartedForm

_WIDTH = 760
_ROWS_SHOWN = 9
_PROMISE = "Сначала делается резервная копия; прошлый год не изменится; отменить можно одним шагом."
_NOTHING = "Переносить нечего: всё, что можно, в новом году уже есть."
_SIDES = {"mentor": "база наставников", "mentee": "база наставляемых"}
_POOLS_NOTE = (
    "В новом году останутся наставниками и наставляемыми. Компетенции, запросы и ресурс времени "
    "перейдут с ними; результаты прошлого года – нет."
)
_PAIRINGS_NOTE = (
    "Продолжатся с 1 сентября как новые пары без приказа: приказ создаётся на новый год."
)


class NewYearDialog(RecordDialog[NewYearPlan]):
    """Shows a plan in parts and gives it back with what was chosen."""

    def __init__(self, parent: QWidget | None, plan: NewYearPlan) -> None:
        form = PartedForm("Разделы нового года", QSize(scaled(_WIDTH), 0))
        title = f"Начать {plan.to_year} учебный год"
        super().__init__(parent, title, "Начать год", form)
        self._given = plan
        self.summary = ElidedLabel("", "strong")
        self.warning = ElidedLabel(plan.warning, "warning")
        self.warning.setVisible(bool(plan.warning))
        self.students = StudentsPart()
        self.pools: CheckList[tuple[int, str]] = CheckList("Кто остаётся в базах", _ROWS_SHOWN)
        self.pairings: CheckList[int] = CheckList("Какие пары продолжаются", _ROWS_SHOWN)
        self._add_parts(form)
        form.add_wide(self.summary)
        form.add_wide(self.warning)
        form.add_wide(ElidedLabel(_PROMISE, "quiet"))
        for source in (self.students, self.pools, self.pairings):
            source.changed.connect(self._show_summary)

    def _add_parts(self, form: PartedForm) -> None:
        plan = self._given
        parts = (
            (plan.moves, "Ученики", self.students),
            (plan.pools, "Базы", _noted(self.pools, _POOLS_NOTE)),
            (plan.pairings, "Пары", _noted(self.pairings, _PAIRINGS_NOTE)),
            (plan.staying, "Не переносится", StayingPart(plan.staying)),
        )
        for content, title, part in parts:
            form.add_part(f"{title}\u00a0{len(content)}", part)
        first = next((part for content, _title, part in parts if content), self.students)
        form.open_part(first)

    def fill(self, draft: NewYearPlan) -> None:
        """Show what is proposed."""
        self._given = draft
        self.students.show_moves(draft.moves)
        self.pools.show_lines(
            [
                ((one.person_id, one.side), f"{one.name.full} · {_SIDES[one.side]}", one.is_chosen)
                for one in draft.pools
            ]
        )
        self.pairings.show_lines(
            [
                (one.pairing_id, f"{one.title} · {one.form_title}", one.is_chosen)
                for one in draft.pairings
            ]
        )
        self._show_summary()

    def draft(self) -> NewYearPlan:
        """The plan as it is chosen now."""
        plan = self._given.with_fates(self.students.fates)
        return plan.with_choices(set(self.pools.chosen), set(self.pairings.chosen))

    def problems(self, draft: NewYearPlan) -> Sequence[Problem]:
        """A year that changes nothing need not be begun."""
        return [Problem("", _NOTHING)] if draft.is_empty else []

    def _show_summary(self) -> None:
        plan = self.draft()
        self.summary.setText(_NOTHING if plan.is_empty else summary_of(plan))
        self.saving.setEnabled(not plan.is_empty)


def summary_of(plan: NewYearPlan) -> str:
    """«Перейдут 320, останутся на второй год 2, выбудут 41 · …», without what is none."""
    fates = [move.fate for move in plan.moves]
    moving, repeating = fates.count(Fate.MOVES), fates.count(Fate.REPEATS)
    pools, pairings = len(plan.chosen_pools), len(plan.chosen_pairings)
    parts = [
        (moving, counted(moving, "ученик перейдёт", "ученика перейдут", "учеников перейдут")),
        (repeating, f"{repeating} на второй год"),
        (len(plan.leaver_ids), counted(len(plan.leaver_ids), "выбудет", "выбудут", "выбудут")),
        (pools, counted(pools, "запись баз", "записи баз", "записей баз")),
        (pairings, counted(pairings, "пара продолжится", "пары продолжатся", "пар продолжатся")),
    ]
    return "Будет: " + ", ".join(words for count, words in parts if count)


def _noted(content: QWidget, note: str) -> Form:
    part = Form()
    part.add_wide(text_label(note, "quiet", wraps=True))
    part.add_wide(content)
    return part
