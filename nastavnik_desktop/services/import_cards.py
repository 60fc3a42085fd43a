"""Writes what the lines of an import say of people into their cards."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import PersonModel
from db.queries.cards import person_models
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.imports.reading import Progress
from nastavnik_desktop.services.import_preview import Decision, ImportLine
from nastavnik_desktop.services.person_cards import write_card


def write_people(
    session: Session, lines: Sequence[ImportLine], year: SchoolYear, progress: Progress | None
) -> dict[int, int]:
    """Write the cards; answers the person of each line by the line's number.

    Cards that a line does not change are not even read. Raises RuleViolation for a line without
    a person, or whose person is no longer in the base.
    """
    stored = set(session.scalars(select(PersonModel.person_id)))
    changing = [line for line in lines if not line.changes_nothing]
    known = person_models(session, [key for line in changing if (key := _target_id(line))])
    models: dict[int, PersonModel] = {}
    ids: dict[int, int] = {}
    for done, line in enumerate(lines):
        if progress:
            progress(done, len(lines))
        if line.decision is Decision.CREATE:
            models[line.number] = _new_card(session, line, year)
            continue
        ids[line.number] = key = _stored_target(line, stored)
        if line.result is not None and not line.changes_nothing:
            write_card(line.result, known[key], year.start)
    session.flush()
    return ids | {number: model.person_id for number, model in models.items()}


def _new_card(session: Session, line: ImportLine, year: SchoolYear) -> PersonModel:
    model = PersonModel()
    write_card(line.draft, model, year.start)
    session.add(model)
    return model


def _target_id(line: ImportLine) -> int | None:
    return line.target.person_id if line.target else None


def _stored_target(line: ImportLine, stored: set[int]) -> int:
    key = _target_id(line)
    if key is None or line.result is None:
        raise RuleViolation(f"{line.address}: выберите, с кем совпадает {line.draft.name.short}.")
    if key not in stored:
        raise RuleViolation(
            f"{line.address}: {line.draft.name.short} больше нет в базе, прочитайте файл снова."
        )
    return key
