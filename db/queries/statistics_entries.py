"""Reads what users entered for statistical forms: figures, corrections, editions, sent copies."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models import (
    FigureCorrectionModel,
    FormEditionModel,
    FrozenReportModel,
    GivenFigureModel,
)
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.entered import Correction, GivenKey
from nastavnik_desktop.domain.statistics.frozen import FrozenRow
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.title_page import Edition


def given_figures(
    session: Session, form_codes: Collection[str]
) -> dict[str, dict[GivenKey, Decimal]]:
    """Figures given by the user, by form."""
    statement = select(
        GivenFigureModel.form_code,
        GivenFigureModel.name,
        GivenFigureModel.row_code,
        GivenFigureModel.year,
        GivenFigureModel.value_hundredths,
    ).where(GivenFigureModel.form_code.in_(form_codes))
    found: dict[str, dict[GivenKey, Decimal]] = {code: {} for code in form_codes}
    for code, name, row, year, hundredths in session.execute(statement):
        found[code][name, row, year] = Decimal(hundredths) / 100
    return found


def corrections(
    session: Session, form_codes: Collection[str], as_of: date
) -> dict[str, dict[Address, Correction]]:
    """Corrections of the forms of one date, by form."""
    statement = select(
        FigureCorrectionModel.form_code,
        FigureCorrectionModel.row_code,
        FigureCorrectionModel.column_number,
        FigureCorrectionModel.value_hundredths,
        FigureCorrectionModel.reason,
    ).where(FigureCorrectionModel.form_code.in_(form_codes), FigureCorrectionModel.as_of == as_of)
    found: dict[str, dict[Address, Correction]] = {code: {} for code in form_codes}
    for code, row, column, hundredths, reason in session.execute(statement):
        found[code][row, column] = Correction(Decimal(hundredths) / 100, reason)
    return found


def edition_of(session: Session, form_code: str) -> Edition | None:
    """What the user changed on the title page of a form; None where nothing."""
    row = session.scalars(
        select(FormEditionModel).where(FormEditionModel.form_code == form_code)
    ).first()
    if row is None:
        return None
    return Edition(row.edition, row.respondents, row.due, row.periodicity, row.okud)


def frozen_rows_naming(
    session: Session, person_id: int, last_name: str, names: Callable[[str], bool]
) -> list[FrozenRow]:
    """Sent copies that name a person, or a pair of that surname, behind one of their figures.

    ``names`` tells whether the words of a road map's item name the person.
    """
    statement = select(FrozenReportModel.report_id, FrozenReportModel.content)
    naming = {
        report_id
        for report_id, content in session.execute(statement)
        if _is_named(content["titles"], person_id, last_name, names)
    }
    return [row for row in frozen_rows(session) if row.report_id in naming]


def _is_named(
    titles: Mapping[str, Mapping[str, str]],
    person_id: int,
    last_name: str,
    names: Callable[[str], bool],
) -> bool:
    pairings = titles.get(Counts.PAIRINGS, {}).values()
    is_in_pair = any(last_name in title for title in pairings)
    is_in_item = any(map(names, titles.get(Counts.ITEMS, {}).values()))
    return str(person_id) in titles.get(Counts.PEOPLE, {}) or is_in_pair or is_in_item


def frozen_rows(session: Session, form_code: str = "") -> list[FrozenRow]:
    """Sent copies without their content, the latest first; of one form, or of all."""
    statement = select(
        FrozenReportModel.report_id,
        FrozenReportModel.form_code,
        FrozenReportModel.title,
        FrozenReportModel.as_of,
        FrozenReportModel.sent_on,
        FrozenReportModel.recipient,
        FrozenReportModel.signed_by,
        FrozenReportModel.note,
    ).order_by(FrozenReportModel.sent_on.desc(), FrozenReportModel.report_id.desc())
    if form_code:
        statement = statement.where(FrozenReportModel.form_code == form_code)
    return [FrozenRow(*row) for row in session.execute(statement)]
