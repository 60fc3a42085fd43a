"""Writes of what users enter for forms: figures, corrections, texts of title pages."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.engine import Base
from db.models import FigureCorrectionModel, FormEditionModel, GivenFigureModel
from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.entered import FigureDraft, figure_of
from nastavnik_desktop.domain.statistics.form import selector_of
from nastavnik_desktop.domain.statistics.report import CellKind, FormReport
from nastavnik_desktop.domain.statistics.title_page import Edition
from nastavnik_desktop.services.results import Saved

_CHANGES = Changes.REPORTS


def enter(base: Base, report: FormReport, address: Address, draft: FigureDraft) -> Saved:
    """Give a figure for its year, or correct a counted one on the date of its report."""
    cell = report.cells[address]
    place = f"строка {report.form.row(address[0]).printed}, графа {address[1]}"
    if cell.kind not in {CellKind.GIVEN, CellKind.COUNTED, CellKind.FORMULA}:
        raise RuleViolation("Эту ячейку исправить нельзя: в ней не число.")
    hundredths = int(figure_of(draft.text) * 100) if draft.text.strip() else None
    if cell.kind is CellKind.GIVEN:
        title = f"Введено число: {place}" if draft.text.strip() else f"Число убрано: {place}"
        with base.begin(title, _CHANGES) as session:
            _give(session, report, address, hundredths)
    else:
        title = f"Исправлено число: {place}" if draft.text.strip() else f"Снова по базе: {place}"
        with base.begin(title, _CHANGES) as session:
            _correct(session, report, address, hundredths, draft.reason.strip())
    return Saved(title, _CHANGES)


def _give(session: Session, report: FormReport, address: Address, hundredths: int | None) -> None:
    form, column = report.form, report.form.column(address)
    selector = selector_of(form.row(address[0]), column)
    name = selector.given if selector is not None else ""
    year = report.as_of.year - column.years_back
    model = session.scalars(
        select(GivenFigureModel).where(
            GivenFigureModel.form_code == form.code,
            GivenFigureModel.row_code == address[0],
            GivenFigureModel.name == name,
            GivenFigureModel.year == year,
        )
    ).first()
    if hundredths is None:
        if model is not None:
            session.delete(model)
    elif model is not None:
        model.value_hundredths = hundredths
    else:
        session.add(
            GivenFigureModel(
                form_code=form.code,
                row_code=address[0],
                name=name,
                year=year,
                value_hundredths=hundredths,
            )
        )


def _correct(
    session: Session, report: FormReport, address: Address, hundredths: int | None, reason: str
) -> None:
    model = _correction(session, report.form.code, report.as_of, address)
    if hundredths is None:
        if model is not None:
            session.delete(model)
        return
    if model is None:
        model = FigureCorrectionModel(
            form_code=report.form.code,
            as_of=report.as_of,
            row_code=address[0],
            column_number=address[1],
        )
        session.add(model)
    model.value_hundredths, model.reason = hundredths, reason


def _correction(
    session: Session, code: str, as_of: date, address: Address
) -> FigureCorrectionModel | None:
    return session.scalars(
        select(FigureCorrectionModel).where(
            FigureCorrectionModel.form_code == code,
            FigureCorrectionModel.as_of == as_of,
            FigureCorrectionModel.row_code == address[0],
            FigureCorrectionModel.column_number == address[1],
        )
    ).first()


def keep_edition(base: Base, code: str, edition: Edition, original: Edition) -> Saved:
    """Keep the texts of a title page; equal to the original they need not be kept."""
    with base.begin("Изменён титульный лист формы", _CHANGES) as session:
        model = session.scalars(
            select(FormEditionModel).where(FormEditionModel.form_code == code)
        ).first()
        if edition == original:
            if model is not None:
                session.delete(model)
        else:
            if model is None:
                model = FormEditionModel(form_code=code)
                session.add(model)
            model.edition, model.respondents = edition.edition, edition.respondents
            model.due, model.periodicity = edition.due, edition.periodicity
            model.okud = edition.okud.strip()
    return Saved("Титульный лист изменён", _CHANGES)
