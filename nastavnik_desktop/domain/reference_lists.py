"""Forms, role models and modes of mentoring as the user's own lists.

A municipality adds forms of its own, so nothing here is closed. Pairings keep the words of their
role model and modes, and a form that is in the archive stays with the pairings that have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nastavnik_desktop.domain.pairings import MentoringForm, MentoringModel
from nastavnik_desktop.domain.problems import Problem, too_long
from nastavnik_desktop.domain.search import search_key

LONGEST_TITLE = 200
MODEL_WORDS = {
    MentoringModel.PUPILS: "целевая модель",
    MentoringModel.TEACHERS: "наставничество педагогов",
}
"""How two forms of one title are told apart."""


@dataclass(frozen=True)
class ReferenceLists:
    """All lists in the user's order."""

    forms: tuple[MentoringForm, ...]
    modes: tuple[str, ...]


@dataclass(frozen=True)
class ModesDraft:
    """Modes as their form edits them, a line each."""

    modes: tuple[str, ...]


def problems_in_form(form: MentoringForm, others: Sequence[MentoringForm]) -> list[Problem]:
    """What keeps a form of mentoring from being saved; ``others`` are all but itself."""
    found = [*too_long("title", form.title, LONGEST_TITLE)]
    if not form.title.strip():
        found.append(Problem("title", "Назовите форму наставничества."))
    key = search_key(form.title)
    if any(one.model is form.model and search_key(one.title) == key for one in others):
        found.append(Problem("title", "Такая форма в этой модели уже есть."))
    return [*found, *_line_problems("role_models", form.role_models)]


def problems_in_modes(draft: ModesDraft) -> list[Problem]:
    """What keeps the list of modes from being saved."""
    return _line_problems("modes", draft.modes)


def _line_problems(name: str, lines: Sequence[str]) -> list[Problem]:
    keys = [search_key(line) for line in lines]
    found = [
        Problem(name, f"«{line}» повторяется.")
        for place, line in enumerate(lines)
        if keys[place] in keys[:place]
    ]
    for line in lines:
        found += too_long(name, line, LONGEST_TITLE)
    return found


def moved(codes: Sequence[str], code: str, steps: int) -> list[str]:
    """The codes with one of them moved up (negative) or down, never over the ends."""
    order = list(codes)
    place = order.index(code)
    order.insert(max(0, place + steps), order.pop(place))
    return order
