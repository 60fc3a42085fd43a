"""The check of an order's finished text before signing, and the warnings that were accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import PersonModel
from db.queries.pairings import pairing_rows_by_id
from nastavnik_desktop.documents.outline import plain_text
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.orders import PLACEHOLDER, OrderDraft
from nastavnik_desktop.domain.problems import Level, Problem
from nastavnik_desktop.services.order_papers import Paper

_MOST_NAMED = 5


def problems_in_paper(session: Session, draft: OrderDraft, paper: Paper) -> list[Problem]:
    """Places that nobody filled (errors) and names whose case is only a guess (warnings)."""
    return [*_left_places(paper), *_doubtful_cases(session, draft)]


@dataclass(frozen=True)
class CheckedPaper:
    """An order that is not issued yet, as a PDF, with what the check of its text found."""

    pdf: bytes
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Accepted:
    """Warnings that the user accepted when she issued an order, and what she wrote about them."""

    warnings: tuple[str, ...] = ()
    note: str = ""


def accepted_in(kept: dict[str, Any]) -> Accepted:
    """What a snapshot keeps of the warnings; nothing in those of the first versions."""
    found = kept.get("accepted", {})
    return Accepted(tuple(found.get("warnings", ())), found.get("note", ""))


def accepted(found: list[Problem], note: str) -> dict[str, Any]:
    """What the register keeps of the warnings with which an order was issued."""
    warnings = [one.message for one in found if one.level is Level.WARNING]
    return {"warnings": warnings, "note": note.strip()}


def _left_places(paper: Paper) -> Iterator[Problem]:
    body = plain_text(paper.document).split("\f")[0]
    for line in body.split("\n"):
        if left := PLACEHOLDER.search(line):
            yield Problem("clauses", f"В тексте осталось незаполненное место: «{left[0]}».")


def _doubtful_cases(session: Session, draft: OrderDraft) -> Iterator[Problem]:
    """People whose sex is not known and whose cases nobody has corrected."""
    rows = pairing_rows_by_id(session, draft.pairing_ids, draft.order_date)
    ids = {person.person_id for row in rows for person in row.participants}
    statement = (
        select(PersonModel)
        .where(PersonModel.person_id.in_(ids), PersonModel.sex.is_(None))
        .order_by(PersonModel.search_key)
    )
    doubtful = [
        FullName(one.last_name, one.first_name, one.patronymic).short
        for one in session.scalars(statement)
        if not one.case_forms and not one.patronymic
    ]
    if doubtful:
        named = ", ".join(doubtful[:_MOST_NAMED])
        more = f" и ещё {len(doubtful) - _MOST_NAMED}" if len(doubtful) > _MOST_NAMED else ""
        message = f"Проверьте падежи имён (пол не указан): {named}{more}."
        yield Problem("pairing_ids", message, Level.WARNING)
