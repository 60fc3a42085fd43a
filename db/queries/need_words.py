"""Reads of the list of needs and of the cards in which its words stand."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import NeedWordModel, PoolEntryModel
from nastavnik_desktop.domain.search import search_key


def need_word_rows(session: Session) -> list[NeedWordModel]:
    """The school's own list in its order; empty while it uses the program's."""
    statement = select(NeedWordModel).order_by(
        NeedWordModel.audience, NeedWordModel.position, NeedWordModel.word_id
    )
    return list(session.scalars(statement))


def entries_with_word(session: Session, word: str) -> list[PoolEntryModel]:
    """Sides of the pools, of all years, that have the word among needs or competences."""
    key = search_key(word)
    return [
        entry
        for entry in session.scalars(select(PoolEntryModel))
        if any(search_key(one) == key for one in (*entry.needs, *entry.strengths))
    ]
