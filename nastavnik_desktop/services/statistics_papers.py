"""A filled form as the facts of its paper: title page, table with formulas, signature block."""

from __future__ import annotations

from collections.abc import Iterator

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
from nastavnik_desktop.domain.statistics.form import Heading, Relation
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
        codes=(
            ("Код формы по ОКУД", texts.okud),
            (f"Код {_OKPO}", school.okpo),
            ("", ""),
            ("", ""),
        ),
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
        rows=tuple(_rows(report)),
        unit_note=report.form.units,
        rows_title=report.form.columns[0].heading[0],
        sheet_name=report.form.short_title,
    )


def _head(heading: Heading) -> HeadNode:
    return HeadNode(heading.title, tuple(_head(child) for child in heading.children))


def _rows(report: FormReport) -> Iterator[FigureRow]:
    """The rows with the headings of their sections; a section's heading has no figures."""
    columns = report.form.counted_columns
    places = _places(report)
    for row in report.form.rows:
        if row.section:
            yield FigureRow(row.section, "", tuple(Figure() for _ in columns))
        figures = tuple(_figure(report, row.code, column.number, places) for column in columns)
        level = 0 if row.is_total else 1
        yield FigureRow(row.title, row.code, figures, level, is_total=row.is_total)


def _places(report: FormReport) -> dict[str, int]:
    """Row code -> place among the printed rows, headings of sections counted."""
    places: dict[str, int] = {}
    shift = 0
    for index, row in enumerate(report.form.rows):
        shift += bool(row.section)
        places[row.code] = index + shift
    return places


def _figure(report: FormReport, row: str, column: int, places: dict[str, int]) -> Figure:
    value = report.cells[row, column].value
    if value is None:
        return Figure(is_crossed=True)
    if report.is_empty:
        return Figure()
    return Figure(value, formula=_sum_formula(report, row, column, places))


def _sum_formula(report: FormReport, row: str, column: int, places: dict[str, int]) -> str:
    """A sum of rows where a control rule says so and holds; people are never summed."""
    numbers = [counted.number for counted in report.form.counted_columns]
    for rule in report.form.rules:
        parts = [str(code) for code in rule.right]
        is_sum = rule.relation is Relation.EQUAL and rule.left == (row,) and column in rule.columns
        total = sum(report.cells[code, column].value or 0 for code in parts) if is_sum else None
        if total == report.cells[row, column].value:
            place = numbers.index(column)
            return "+".join(f"{{{places[code]}:{place}}}" for code in parts)
    return ""
