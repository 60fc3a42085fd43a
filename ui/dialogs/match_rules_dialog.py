"""How pairs are matched: the goal, what is important, the threshold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from nastavnik_desktop.domain.matching.assignment import Goal
from nastavnik_desktop.domain.matching.settings import Criterion, MatchSettings, problems_in
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.widgets.choices import RadioChoice
from ui.widgets.number_edit import NumberEdit

_LEVELS = {0: "не учитывать", 10: "немного", 20: "важно", 30: "очень важно", 60: "прежде всего"}
_GOALS = tuple((goal, goal.label.capitalize()) for goal in (Goal.COVERAGE, Goal.SUM))
_THRESHOLD = "Пары слабее не предлагаются, какой бы ни была цель."


class MatchRulesDialog(RecordDialog[MatchSettings]):
    """A weight is chosen in words; one that no word means is shown in points."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "Правила подбора")
        self.goal = self.form.add("goal", "Что важнее", RadioChoice(_GOALS))
        self.subject = QCheckBox("Предмет обязателен: педагогам – только наставник их предмета")
        self.form.add_wide(self.subject)
        self.weights: dict[Criterion, QComboBox] = {}
        self.form.section("Что учитывать")
        for at, criterion in enumerate(Criterion):
            if at % 2 == 0:
                self.form.begin_row()
            field = self.form.add(
                criterion.value, criterion.label, QComboBox(), hint=criterion.hint
            )
            self.weights[criterion] = field
        self.form.end_row()
        self.threshold = self.form.add(
            "threshold", "Порог, баллов", NumberEdit(longest=3), hint=_THRESHOLD
        )

    def fill(self, draft: MatchSettings) -> None:
        """Show settings."""
        self.goal.set_value(draft.goal)
        self.subject.setChecked(draft.is_subject_required)
        self.threshold.set_number(draft.threshold)
        for criterion, field in self.weights.items():
            weight = draft.weights[criterion]
            levels = _LEVELS if weight in _LEVELS else {**_LEVELS, weight: f"{weight} баллов"}
            field.clear()
            for points, words in sorted(levels.items()):
                field.addItem(words, points)
            field.setCurrentIndex(field.findData(weight))

    def draft(self) -> MatchSettings:
        """The settings as they stand; a threshold that is not understood is refused."""
        number = self.threshold.number
        return replace(
            MatchSettings(),
            weights={one: int(field.currentData()) for one, field in self.weights.items()},
            threshold=-1 if number is None else number,
            goal=self.goal.value,
            is_subject_required=self.subject.isChecked(),
        )

    def problems(self, draft: MatchSettings) -> Sequence[Problem]:
        """By the rules of the domain."""
        return problems_in(draft)
