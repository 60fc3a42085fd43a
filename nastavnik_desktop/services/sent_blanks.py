"""«Отправлено» for blanks: the file that was sent, and what its figures were made of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import SentBlankModel
from db.queries.blanks import sent_blanks
from db.queries.school import school as school_of
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.filling.filled import FilledBlank
from nastavnik_desktop.domain.filling.mapping import at_home
from nastavnik_desktop.domain.filling.mapping_json import mapping_json, read_mapping
from nastavnik_desktop.domain.filling.sent import (
    CellDifference,
    SentBlank,
    cells_json,
    differences,
    read_cells,
    sent_cells,
)
from nastavnik_desktop.domain.statistics.frozen import FrozenDraft, problems_in
from nastavnik_desktop.services.blank_files import BlankFile, filled_content
from nastavnik_desktop.services.blank_filling import filled_blank
from nastavnik_desktop.services.files import write_whole
from nastavnik_desktop.services.results import Saved, refuse_errors
from nastavnik_desktop.services.statistics_forms import FormLibrary

_CHANGES = Changes.REPORTS
_LONGEST_TITLE = 300


class SentBlankService:
    """Use cases of blanks that were sent; a copy never changes."""

    def __init__(self, base: Base, library: FormLibrary, today: Callable[[], date]) -> None:
        self._base = base
        self._library = library
        self._today = today

    def rows(self) -> list[SentBlank]:
        """Sent blanks, the latest first."""
        with self._base.reading() as session:
            return sent_blanks(session)

    def new_draft(self, as_of: date) -> FrozenDraft:
        """A sending with what is known: the last addressee, today, who signs."""
        today = self._today()
        with self._base.reading() as session:
            former, school = sent_blanks(session), school_of(session)
        head = school.head_on(today) if school is not None else None
        signed_by = f"{head.title} {head.name.short}" if head is not None else ""
        recipient = former[0].row.recipient if former else ""
        return FrozenDraft(recipient, max(today, as_of), signed_by)

    def send(self, file: BlankFile, filled: FilledBlank, draft: FrozenDraft) -> Saved:
        """Keep the filled file as it goes out; a cell that cannot be filled stops it."""
        refuse_errors(problems_in(draft, filled.as_of))
        for fault in filled.faults:
            raise RuleViolation(fault)
        content = filled_content(file, filled.values)
        title = f"Отправлен бланк «{file.title}» на {short_date(filled.as_of)}"
        with self._base.begin(title, _CHANGES) as session:
            model = SentBlankModel(
                title=file.title[:_LONGEST_TITLE],
                file_name=file.filled_name[-_LONGEST_TITLE:],
                as_of=filled.as_of,
                sent_on=draft.sent_on,
                recipient=draft.recipient.strip(),
                signed_by=draft.signed_by.strip(),
                note=draft.note.strip(),
                figures={
                    "mapping": mapping_json(at_home(filled.mapping, file.blank)),
                    "cells": cells_json(sent_cells(filled)),
                },
                content=content,
            )
            session.add(model)
            session.flush()
            return Saved(title, _CHANGES, model.sent_blank_id)

    def save_file(self, sent_blank_id: int, path: Path) -> Saved:
        """Write the file as it was sent."""
        with self._base.reading() as session:
            content = _found(session, sent_blank_id).content
        write_whole(path, content)
        return Saved(f"Сохранено: {path.name}", Changes.NOTHING)

    def differences(self, sent_blank_id: int) -> tuple[CellDifference, ...]:
        """What the same blank would say on its date by the base of now."""
        with self._base.reading() as session:
            model = _found(session, sent_blank_id)
            mapping = read_mapping(model.figures["mapping"])
            now = filled_blank(session, self._library, mapping, model.as_of)
            return differences(read_cells(model.figures["cells"]), now)


def _found(session: Session, sent_blank_id: int) -> SentBlankModel:
    statement = select(SentBlankModel).where(SentBlankModel.sent_blank_id == sent_blank_id)
    model = session.scalars(statement).first()
    if model is None:
        raise RuleViolation("Этой отправленной копии больше нет в базе.")
    return model
