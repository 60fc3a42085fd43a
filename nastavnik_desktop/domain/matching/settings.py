"""What matching is told by the user: weights, the threshold, the goal."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from nastavnik_desktop.domain.matching.assignment import Goal
from nastavnik_desktop.domain.problems import Problem

HIGHEST_WEIGHT = 100
HIGHEST_THRESHOLD = 500


class Criterion(StrEnum):
    """What speaks for a pair."""

    SUBJECT = "subject"
    NEEDS = "needs"
    EXPERIENCE = "experience"
    AGE = "age"
    TIME = "time"
    CONTINUATION = "continuation"
    EVENNESS = "evenness"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _LABELS[self][0]

    @property
    def hint(self) -> str:
        """What is compared, in plain words."""
        return _LABELS[self][1]


_LABELS = {
    Criterion.SUBJECT: ("Предмет", "один предмет или должность, хотя бы одно методобъединение"),
    Criterion.NEEDS: ("Компетенции и запросы", "чему может научить – что нужно наставляемому"),
    Criterion.EXPERIENCE: ("Опыт", "педагогический стаж и категория; у ученика – класс старше"),
    Criterion.AGE: ("Желаемый возраст", "кого наставник хотел бы взять"),
    Criterion.TIME: ("Время", "когда и сколько может заниматься"),
    Criterion.CONTINUATION: ("Продолжение прошлогодней пары", "пара работала в прошлом году"),
    Criterion.EVENNESS: ("Равномерная нагрузка", "сначала те, у кого больше свободных мест"),
}
_DEFAULT_WEIGHTS = {
    Criterion.SUBJECT: 30,
    Criterion.NEEDS: 30,
    Criterion.EXPERIENCE: 10,
    Criterion.AGE: 10,
    Criterion.TIME: 10,
    Criterion.CONTINUATION: 20,
    Criterion.EVENNESS: 10,
}


@dataclass(frozen=True)
class MatchSettings:
    """``weights`` are the most points that a criterion gives; below ``threshold`` is no pair."""

    weights: dict[Criterion, int] = field(default_factory=lambda: dict(_DEFAULT_WEIGHTS))
    threshold: int = 10
    goal: Goal = Goal.COVERAGE
    is_subject_required: bool = False

    @property
    def highest_score(self) -> int:
        """The score of a pair for which everything speaks; evenness belongs to no pair."""
        return sum(self.weights.values()) - self.weights[Criterion.EVENNESS]


def problems_in(settings: MatchSettings) -> list[Problem]:
    """What is wrong with settings, by the fields of their form."""
    found = [
        Problem(criterion.value, f"{criterion.label}: от 0 до {HIGHEST_WEIGHT}.")
        for criterion, weight in settings.weights.items()
        if not 0 <= weight <= HIGHEST_WEIGHT
    ]
    if not 0 <= settings.threshold <= HIGHEST_THRESHOLD:
        found.append(Problem("threshold", f"Укажите порог от 0 до {HIGHEST_THRESHOLD} баллов."))
    elif settings.threshold > settings.highest_score:
        words = f"Такой порог не наберёт никто: с этими весами больше {settings.highest_score} нет."
        found.append(Problem("threshold", words))
    return found
