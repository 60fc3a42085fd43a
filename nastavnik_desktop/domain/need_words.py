"""The school's list of needs (запросы, дефициты): the words that cards of both sides share.

A mentee's needs and a mentor's competences are chosen from one list, so that they can be compared
word by word. Free words stay possible in every card: the list proposes, it does not restrict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.search import search_key

LONGEST_NEED = 200


class NeedAudience(StrEnum):
    """Whose needs a word names."""

    EDUCATOR = "educator"
    STUDENT = "student"

    @property
    def label(self) -> str:
        """Russian name of the list for the user."""
        return _LABELS[self]


_LABELS = {
    NeedAudience.EDUCATOR: "Запросы педагогов",
    NeedAudience.STUDENT: "Запросы обучающихся",
}


@dataclass(frozen=True)
class NeedWord:
    """A word of the list; one in the archive is not proposed, cards that have it keep it.

    ``word_id`` is None for a word that is not stored yet.
    """

    title: str
    audience: NeedAudience
    word_id: int | None = None
    is_archived: bool = False

    @property
    def key(self) -> tuple[NeedAudience, str]:
        """By what two words are the same: letters, not case, ё or the amount of blanks."""
        return self.audience, search_key(self.title)


def proposed(words: Sequence[NeedWord], audience: NeedAudience) -> tuple[str, ...]:
    """Words that a card offers, in the order of the list."""
    return tuple(word.title for word in words if word.audience is audience and not word.is_archived)


def audience_of(kind: PersonKind) -> NeedAudience:
    """Whose needs a person of this kind has; students of a college come to learn to teach."""
    return NeedAudience.STUDENT if kind is PersonKind.STUDENT else NeedAudience.EDUCATOR


def problems_in_words(words: Sequence[NeedWord]) -> list[Problem]:
    """What keeps the lists from being saved; each problem stands at its list."""
    found = []
    counts = Counter(word.key for word in words)
    for word in words:
        field = word.audience.value
        if not word.title.strip():
            found.append(Problem(field, "В списке есть пустая строка: впишите запрос или уберите."))
        elif len(word.title) > LONGEST_NEED:
            found.append(Problem(field, f"Запрос длиннее {LONGEST_NEED} знаков: сократите его."))
        elif counts[word.key] > 1:
            found.append(Problem(field, f"Запрос «{word.title}» стоит в списке дважды."))
    return list(dict.fromkeys(found))
