"""The list of needs: what cards propose for needs and competences, and the school's own changes.

A base without words of its own uses the program's list; the first change copies that list into
the base, so that from then on it is the school's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import replace

from sqlalchemy.orm import Session

from db.engine import Base
from db.models import NeedWordModel
from db.queries.need_words import entries_with_word, need_word_rows
from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.need_words import NeedAudience, NeedWord, problems_in_words
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.search import search_key
from nastavnik_desktop.services.results import Saved, refuse_errors

Words = list[NeedWord]
_CHANGES = Changes.SCHOOL | Changes.PEOPLE | Changes.POOLS
_GONE = "Этого запроса больше нет в списке: возможно, его удалили."


class NeedWordService:
    """Use cases of the list; every change is one step of the journal."""

    def __init__(self, base: Base) -> None:
        self._base = base

    def words(self) -> tuple[NeedWord, ...]:
        """Both lists in their order, words of the archive too."""
        with self._base.reading() as session:
            return tuple(_words(session))

    def cards_with(self, word: NeedWord) -> int:
        """In how many entries of the bases, of all years, the word stands."""
        with self._base.reading() as session:
            return len(entries_with_word(session, word.title))

    def add(self, title: str, audience: NeedAudience) -> Saved:
        """Put a word at the end of a list."""
        added = NeedWord(_tidy(title), audience)
        return self._change(f"Добавлен запрос «{added.title}»", lambda words: [*words, added])

    def rename(self, word: NeedWord, title: str, *, in_cards: bool) -> Saved:
        """Word a need anew; cards change only where that is wanted."""
        renamed = replace(word, title=_tidy(title))
        step = f"Запрос «{word.title}» назван «{renamed.title}»"
        with self._base.begin(step, _CHANGES) as session:
            _write(session, _replaced(_words(session), {word.key: renamed}))
            if in_cards:
                _rename_in_cards(session, word.title, renamed.title)
        return Saved(step, _CHANGES)

    def move(self, word: NeedWord, step: int) -> Saved:
        """Move a word up (-1) or down (1) within its list."""

        def moved(words: Words) -> Words:
            own = [one for one in words if one.audience is word.audience]
            others = [one for one in words if one.audience is not word.audience]
            at = _place(own, word)
            own.insert(min(max(at + step, 0), len(own) - 1), own.pop(at))
            return [*own, *others]

        return self._change(f"Переставлен запрос «{word.title}»", moved)

    def set_archived(self, words: Collection[NeedWord], *, is_archived: bool) -> Saved:
        """Propose words no more, or again; cards that have them keep them."""
        count = counted(len(words), "запрос", "запроса", "запросов")
        new = {word.key: replace(word, is_archived=is_archived) for word in words}
        where = "В архив" if is_archived else "Из архива"
        return self._change(f"{where}: {count}", lambda known: _replaced(known, new))

    def remove(self, words: Collection[NeedWord]) -> Saved:
        """Take words out of the list; cards that have them keep them.

        When none is left, the program's own list is proposed again.
        """
        count = counted(len(words), "запрос", "запроса", "запросов")
        gone = {word.key for word in words}
        return self._change(
            f"Убрано из списка: {count}",
            lambda known: [word for word in known if word.key not in gone],
        )

    def _change(self, title: str, changed: Callable[[Words], Words]) -> Saved:
        with self._base.begin(title, _CHANGES) as session:
            _write(session, changed(_words(session)))
        return Saved(title, _CHANGES)


def shipped_words() -> Words:
    """The list that comes with the program."""
    path = resource_path("reference", "needs.json")
    content: dict[str, list[str]] = json.loads(path.read_text("utf-8"))
    return [
        NeedWord(title, audience) for audience in NeedAudience for title in content[audience.value]
    ]


def _words(session: Session) -> Words:
    rows = need_word_rows(session)
    stored = [NeedWord(row.title, row.audience, row.word_id, row.is_archived) for row in rows]
    return stored or shipped_words()


def _write(session: Session, words: Words) -> None:
    """Make the stored list equal to these words; rows that stay keep their keys."""
    refuse_errors(problems_in_words(words))
    rows = {row.word_id: row for row in need_word_rows(session)}
    for position, word in enumerate(words):
        row = rows.pop(word.word_id, None) if word.word_id else None
        if row is None:
            row = NeedWordModel(audience=word.audience)
            session.add(row)
        row.title, row.position, row.is_archived = word.title, position, word.is_archived
    for row in rows.values():
        session.delete(row)


def _replaced(words: Words, new: dict[tuple[NeedAudience, str], NeedWord]) -> Words:
    if not new.keys() <= {word.key for word in words}:
        raise RuleViolation(_GONE)
    return [
        replace(new[word.key], word_id=word.word_id) if word.key in new else word for word in words
    ]


def _place(words: Words, wanted: NeedWord) -> int:
    for place, word in enumerate(words):
        if word.key == wanted.key:
            return place
    raise RuleViolation(_GONE)


def _rename_in_cards(session: Session, before: str, after: str) -> None:
    key = search_key(before)
    for entry in entries_with_word(session, before):
        entry.needs = _renamed(entry.needs, key, after)
        entry.strengths = _renamed(entry.strengths, key, after)


def _renamed(words: list[str], key: str, after: str) -> list[str]:
    """The words with the new wording; a card that has it already gets it once."""
    return list(dict.fromkeys(after if search_key(word) == key else word for word in words))


def _tidy(title: str) -> str:
    return " ".join(title.split())
