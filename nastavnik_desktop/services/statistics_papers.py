"""A filled form as the facts of its paper: title page, table with formulas, signature block."""

from __future__ import annotations

from nastavnik_desktop.documents.statistics_sheet import (
    Figure,
    FigureRow,
    FigureTable,
    HeadNode,
    Responsible,
    statistics_document,
)
from nastavnik_desktop.documents.statistics_title import TitlePage
from nastavnik_desktop.documents.tree import Document
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.school import School
from nastavnik_desktop.domain.statistics.form import FormRow, Heading, Relation
from nastavnik_desktop.domain.statistics.report import FormReport

_OKPO = (
    "отчитывающейся организации по ОКПО (для обособленного подразделения юридического лица – "
    "идентификационный номер)"
)


def report_document(report: FormReport, school: School) -> Document:
    """The paper of a report, to be rendered as a workbook or as PDF."""
    return statistics_document(_title_page(report, school), (_table(report),), _responsible(school))


def _title_page(report: FormReport, school: School) -> TitlePage:
    texts = report.form.title_page
    return TitlePage(
        form_name=report.form.title,
        period=_as_of(report),
        organisation=_organisation(school),
        banner=texts.banner,
        warnings=texts.warnings,
        submitters=((texts.respondents, texts.due),),
        approved_by=texts.edition,
        periodicity=texts.periodicity,
        address=school.address or school.place,
        codes=_codes(texts.okud, school),
    )


def _codes(okud: str, school: School) -> tuple[tuple[str, str], ...]:
    """The two codes that every form asks for, and those of the school that are known besides."""
    known = (("ИНН", school.inn), ("ОГРН", school.ogrn))
    return (
        ("Код формы по ОКУД", okud),
        (f"Код {_OKPO}", school.okpo),
        *((caption, value) for caption, value in known if value),
    )


def _as_of(report: FormReport) -> str:
    return f"по состоянию на {short_date(report.as_of)}"


def _organisation(school: School) -> str:
    """Full name by the founding document, in brackets the short one."""
    full = " ".join(school.full_name.split())
    return f"{full} ({school.short_name})" if full else school.short_name


def _responsible(school: School) -> Responsible:
    return Responsible(
        post=school.coordinator_title,
        name=school.coordinator_name or school.executor_name,
        phone=school.executor_phone or school.phone,
        email=school.email,
    )


def _table(report: FormReport) -> FigureTable:
    return FigureTable(
        title=f"{report.form.title} {_as_of(report)}",
        heads=tuple(_head(heading) for heading in report.form.headings()),
        rows=tuple(_row(report, row) for row in report.form.rows),
        unit_note=report.form.units,
        rows_title=report.form.columns[0].heading[0],
        sheet_name=report.form.short_title,
    )


def _head(heading: Heading) -> HeadNode:
    return HeadNode(heading.title, tuple(_head(child) for child in heading.children))


def _row(report: FormReport, row: FormRow) -> FigureRow:
    figures = tuple(_figure(report, row.code, column) for column in _numbers(report))
    return FigureRow(row.title, row.code, figures, row.level, is_total=row.is_total)


def _figure(report: FormReport, row: str, column: int) -> Figure:
    value = report.cells[row, column].value
    if value is None:
        return Figure(is_crossed=True)
    return Figure() if report.is_empty else Figure(value, formula=_formula(report, row, column))


def _formula(report: FormReport, row: str, column: int) -> str:
    """A sum of rows where a control rule says so and holds; people are never summed."""
    places = {row.code: place for place, row in enumerate(report.form.rows)}
    for rule in report.form.rules:
        if rule.relation is not Relation.EQUAL or rule.left != (row,):
            continue
        parts = [str(code) for code in rule.right]
        total = sum(report.cells[code, column].value or 0 for code in parts)
        if column in rule.columns and total == report.cells[row, column].value:
            place = _numbers(report).index(column)
            return "+".join(f"{{{places[code]}:{place}}}" for code in parts)
    return ""


def _numbers(report: FormReport) -> list[int]:
    return [column.number for column in report.form.counted_columns]
