"""Reads the mappings of blanks."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import BlankMappingModel
from nastavnik_desktop.domain.filling.mapping import BlankMapping
from nastavnik_desktop.domain.filling.mapping_json import read_mapping, with_identity


def blank_mappings(session: Session) -> list[BlankMapping]:
    """All mappings, the latest first."""
    statement = select(BlankMappingModel.mapping_id, BlankMappingModel.content).order_by(
        BlankMappingModel.mapping_id.desc()
    )
    return [
        with_identity(read_mapping(content), mapping_id)
        for mapping_id, content in session.execute(statement)
    ]
