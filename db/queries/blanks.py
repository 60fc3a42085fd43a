"""Reads the mappings of blanks."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import BlankMappingModel, SentBlankModel
from nastavnik_desktop.domain.filling.mapping import BlankMapping
from nastavnik_desktop.domain.filling.mapping_json import read_mapping, with_identity
from nastavnik_desktop.domain.filling.sent import SentBlank, names_somebody, read_cells
from nastavnik_desktop.domain.statistics.frozen import FrozenRow


def blank_mappings(session: Session) -> list[BlankMapping]:
    """All mappings, the latest first."""
    statement = select(BlankMappingModel.mapping_id, BlankMappingModel.content).order_by(
        BlankMappingModel.mapping_id.desc()
    )
    return [
        with_identity(read_mapping(content), mapping_id)
        for mapping_id, content in session.execute(statement)
    ]


def sent_blanks(session: Session) -> list[SentBlank]:
    """Sent blanks without their files, the latest first."""
    statement = select(SentBlankModel).order_by(
        SentBlankModel.sent_on.desc(), SentBlankModel.sent_blank_id.desc()
    )
    return [
        SentBlank(
            FrozenRow(
                one.sent_blank_id,
                "",
                one.title,
                one.as_of,
                one.sent_on,
                one.recipient,
                one.signed_by,
                one.note,
            ),
            one.file_name,
        )
        for one in session.scalars(statement)
    ]


def sent_blanks_naming(session: Session, person_id: int, last_name: str) -> list[FrozenRow]:
    """Sent blanks that name a person, or a pair of that surname, behind one of their figures."""
    statement = select(SentBlankModel.sent_blank_id, SentBlankModel.figures)
    naming = {
        key
        for key, figures in session.execute(statement)
        if names_somebody(read_cells(figures["cells"]).values(), person_id, last_name)
    }
    return [one.row for one in sent_blanks(session) if one.row.report_id in naming]
