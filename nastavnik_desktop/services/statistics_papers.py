"""A filled form as the facts of its paper: title page, table with formulas, signature block."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from nastavnik_desktop.documents.statistics_sheet import (
    CROSS,
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
from nastavnik_desktop.domain.statistics.form import FormColumn, FormRow, FormTable, Heading
from nastavnik_desktop.domain.statistics.report import CellKind, FormReport, figure_text
from nastavnik_desktop.services.statistics_formulas import formula_of

CORRECTED = "*"
"""The mark of a figure that was corrected by hand, on every paper."""
_OKPO = (
    "отчитывающейся организации по ОКПО (для обособленного подразделения юридического лица – "
    "идентификационный номер)"
)


def report_document(report: FormReport, school: School) -> Document:
    """The paper of a report, to be rendered as a workbook, as PDF or for Word."""
    return statistics_document(
        _title_page(report, school),
        report_tables(report),
        _responsible(report, school),
    )


def report_tables(report: FormReport) -> tuple[FigureTable, ...]:
    """The tables of a report alone, for papers that hold several forms."""
    return tuple(_table(report, table) for table in report.form.tables)


def report_csv(report: FormReport) -> bytes:
    """The figures as text for other programs: semicolons, UTF-8 with a mark, a table after another.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    target = io.StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([f"{report.form.title} {_as_of(report)}"])
    for table in report.form.tables:
        writer.writerow([])
        writer.writerow([table.title])
        writer.writerow([", ".join(column.heading) for column in table.columns])
        writer.writerow([column.number for column in table.columns])
        for row in table.rows:
            shown = (_shown(report, row, column) for column in table.counted_columns)
            writer.writerow([row.title, row.printed, *map(_harmless, shown)])
    return target.getvalue().encode("utf-8-sig")


def _shown(report: FormReport, row: FormRow, column: FormColumn) -> str:
    cell = report.cells[row.code, column.number]
    if cell.is_crossed:
        return CROSS
    return "" if report.is_empty else cell.shown


def _harmless(text: str) -> str:
    is_number = text.replace(",", "").removeprefix("-").isdigit()
    return f"'{text}" if text[:1] in tuple("=+-@") and not is_number else text


def _title_page(report: FormReport, school: School) -> TitlePage:
    texts = report.form.title_page
    return TitlePage(
        form_name=report.form.title,
        period=_as_of(report),
        organisation=_organisation(school),
        banner=texts.banner,
        warnings=texts.warnings,
        submitters=((texts.respondents, texts.due),),
        form_number=texts.form_number,
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


def _responsible(report: FormReport, school: School) -> Responsible:
    signature = report.form.signature
    head = school.head_on(report.as_of) if signature.has_head else None
    return Responsible(
        post=school.coordinator_title,
        name=school.coordinator_name or school.executor_name,
        phone=school.executor_phone or school.phone,
        email=school.email,
        title=signature.title,
        has_head=signature.has_head,
        head=head.name.short if head is not None else "",
        head_post=head.title if head is not None else "",
    )


def _table(report: FormReport, table: FormTable) -> FigureTable:
    return FigureTable(
        title=_table_title(report, table),
        heads=tuple(_head(heading) for heading in table.headings()),
        rows=tuple(_row(report, table, row) for row in table.rows),
        unit_note=table.units,
        rows_title=table.columns[0].heading[0],
        sheet_name=table.short_title,
        text_columns=frozenset(
            place for place, column in enumerate(table.counted_columns) if table.is_of_text(column)
        ),
        notes=tuple(_notes(report, table)),
    )


def _notes(report: FormReport, table: FormTable) -> Iterator[str]:
    """What was corrected by hand, a line each: the figure of the base and the reason."""
    for row in table.rows:
        for column in table.counted_columns:
            cell = report.cells[row.code, column.number]
            if cell.correction is not None and not report.is_empty:
                counted = "нет" if cell.value is None else figure_text(cell.value, cell.decimals)
                place = f"строка {row.printed}, графа {column.number}"
                figures = f"{cell.shown}, по базе {counted}"
                reason = cell.correction.reason
                yield f"{CORRECTED} Исправлено вручную: {place} – {figures}. {reason}"


def _table_title(report: FormReport, table: FormTable) -> str:
    return f"{table.title} {_as_of(report)}"


def _head(heading: Heading) -> HeadNode:
    return HeadNode(heading.title, tuple(_head(child) for child in heading.children))


def _row(report: FormReport, table: FormTable, row: FormRow) -> FigureRow:
    figures = tuple(_figure(report, table, row, column) for column in table.counted_columns)
    return FigureRow(row.title, row.printed, figures, row.level, is_total=row.is_total)


def _figure(report: FormReport, table: FormTable, row: FormRow, column: FormColumn) -> Figure:
    cell = report.cells[row.code, column.number]
    if cell.is_crossed:
        return Figure(is_crossed=True)
    if report.is_empty:
        return Figure()
    if cell.kind is CellKind.TEXT:
        return Figure(text=cell.text)
    value = None if cell.figure is None else float(cell.exact)
    formula = formula_of(report, table, row, column)
    mark = CORRECTED if cell.correction is not None else ""
    return Figure(value, formula=formula, decimals=cell.decimals, text=cell.shown, mark=mark)
