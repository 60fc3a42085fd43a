"""The consolidation as one document: who sent, schools with models and teams, totals, forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nastavnik_desktop.documents.lists import ListColumn, Value, list_blocks
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.statistics_sheet import table_sections
from nastavnik_desktop.documents.tree import Block, Document, Paragraph, Role, Section
from nastavnik_desktop.domain.consolidation.duplicates import Repeated
from nastavnik_desktop.domain.consolidation.received import SchoolRow, expected_and_sent
from nastavnik_desktop.domain.consolidation.shares import ShareOfSchools
from nastavnik_desktop.domain.consolidation.summing import Consolidated
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.consolidation import KindTable
from nastavnik_desktop.services.consolidation_charts import (
    chart_blocks,
    chart_of_shares,
    charts_of_kinds,
)
from nastavnik_desktop.services.statistics_papers import report_tables

_PAGE = PageSetup(landscape=True, left_mm=20, right_mm=10, top_mm=15, bottom_mm=12)
_LISTS_PT = 9.0
_PART_OF_ABOVE = "из них"
Rows = Sequence[Sequence[Value]]


def consolidation_document(
    municipality: str,
    year: SchoolYear,
    rows: Sequence[SchoolRow],
    forms: Sequence[Consolidated],
    kinds: KindTable | None,
    shares: Sequence[ShareOfSchools],
    duplicates: Sequence[Repeated],
) -> Document:
    """A workbook with a sheet for each list and table, or the same on paper."""
    expected, sent = expected_and_sent(rows)
    title = f"Свод по наставничеству, {year.label} учебный год"
    summary = f"Прислали посылки {sent} из {counted(expected, 'школы', 'школ', 'школ')} перечня."
    return Document(
        title=title,
        author=municipality,
        page=_PAGE,
        text=TextSetup(size_pt=11.0, table_size_pt=_LISTS_PT, note_size_pt=8.0),
        sheet_name="Школы",
        blocks=(
            Paragraph.of(title, Role.TITLE),
            *((Paragraph.of(municipality, Role.SUBTITLE),) if municipality else ()),
            Paragraph.of(summary, Role.NOTE),
            *_schools(rows),
            *_models(rows),
            *_kinds(kinds),
            *_shares(shares),
            *_duplicates(rows, duplicates),
            *_checks(rows),
            *(block for one in forms for block in table_sections(report_tables(one.report))),
        ),
    )


def _sheet(name: str, title: str, columns: Sequence[ListColumn], rows: Rows) -> Iterator[Block]:
    yield Section(_PAGE, name)
    yield Paragraph.of(title, Role.TITLE)
    yield from list_blocks(columns, rows, _PAGE, _LISTS_PT)


def _schools(rows: Sequence[SchoolRow]) -> Iterator[Block]:
    columns = (
        ListColumn("№", is_number=True), ListColumn("Школа"), ListColumn("Тип"),
        ListColumn("Посылка"), ListColumn("На дату"), ListColumn("Ошибки", is_number=True),
        ListColumn("Замечания"),
    )  # fmt: skip
    listed = [
        (
            place,
            row.school.name,
            row.school.kind.label,
            row.standing.label + ("" if row.school.is_expected else " (нет в перечне)"),
            row.package.as_of if row.package else None,
            len(row.package.errors) if row.package else None,
            "; ".join(row.package.remarks) if row.package else "",
        )
        for place, row in enumerate(rows, start=1)
    ]
    yield from list_blocks(columns, listed, _PAGE, _LISTS_PT)


def _models(rows: Sequence[SchoolRow]) -> Iterator[Block]:
    """As lists of municipal road maps print them: a school, its model, its management team."""
    columns = (
        ListColumn("№", is_number=True), ListColumn("Школа"), ListColumn("Модель наставничества"),
        ListColumn("Управленческая команда"), ListColumn("Дорожная карта"),
    )  # fmt: skip
    listed = [
        (place, row.school.name, _model(row), row.school.team_role, _road_map(row))
        for place, row in enumerate(rows, start=1)
    ]
    title = "Школы, модели наставничества и управленческие команды"
    yield from _sheet("Модели и команды", title, columns, listed)


def _model(row: SchoolRow) -> str:
    if row.school.mentoring_model or row.package is None:
        return row.school.mentoring_model
    return "; ".join(row.package.models)


def _road_map(row: SchoolRow) -> str:
    road_map = row.package.road_map if row.package else None
    return f"{road_map.done} из {road_map.items}" if road_map else ""


def _kinds(kinds: KindTable | None) -> Iterator[Block]:
    if kinds is None:
        return
    places = [
        place for place, title in enumerate(kinds.headings) if not title.startswith(_PART_OF_ABOVE)
    ]
    columns = (
        ListColumn("Тип"), ListColumn("Школ", is_number=True),
        ListColumn("Прислали", is_number=True),
        *(ListColumn(kinds.headings[place], is_number=True) for place in places),
    )  # fmt: skip
    listed = [
        (
            one.title,
            one.schools,
            one.sent,
            *(_number(one.figures[place]) if one.figures else "" for place in places),
        )
        for one in kinds.rows
    ]
    yield from _sheet("По типам школ", "Итоги по типам школ", columns, listed)
    for chart in charts_of_kinds(kinds):
        yield from chart_blocks(chart)


def _number(shown: str) -> Value:
    return int(shown) if shown.isdigit() else shown


def _shares(shares: Sequence[ShareOfSchools]) -> Iterator[Block]:
    columns = (
        ListColumn("Учебный год"), ListColumn("Школ в перечне", is_number=True),
        ListColumn("Участвуют", is_number=True), ListColumn("План, %", is_number=True),
        ListColumn("Факт, %", is_number=True), ListColumn("Отклонение, п. п.", is_number=True),
    )  # fmt: skip
    listed = [
        (
            SchoolYear(one.year).label,
            one.schools,
            one.taking_part,
            one.plan,
            float(one.percent) if one.percent is not None else None,
            float(one.deviation) if one.deviation is not None else None,
        )
        for one in shares
    ]
    title = "Доля школ, в которых действует наставничество"
    yield from _sheet("Доля школ по годам", title, columns, listed)
    if shares:
        yield from chart_blocks(chart_of_shares(shares))


def _duplicates(rows: Sequence[SchoolRow], found: Sequence[Repeated]) -> Iterator[Block]:
    with_people = sum(bool(row.package and row.package.people) for row in rows)
    if not with_people:
        return
    columns = (
        ListColumn("Человек"), ListColumn("Школы"), ListColumn("Совпадение"),
        ListColumn("Учтён дважды"),
    )  # fmt: skip
    listed = [
        (
            one.title,
            "; ".join(f"{place.school} ({place.person.occupation})" for place in one.places),
            "ФИО и дата рождения" if one.is_sure else "ФИО, дата рождения не указана",
            "да" if one.is_counted_twice else "нет",
        )
        for one in found
    ]
    packages = counted(with_people, "посылке", "посылках", "посылках")
    title = f"Один человек в двух школах (по {packages} со сведениями о людях)"
    yield from _sheet("Повторы", title, columns, listed or [("Повторов нет", "", "", "")])


def _checks(rows: Sequence[SchoolRow]) -> Iterator[Block]:
    listed = [
        (row.school.name, level, message)
        for row in rows
        if row.package
        for level, messages in (
            ("ошибка", row.package.errors),
            ("предупреждение", row.package.warnings),
        )
        for message in messages
    ]
    if listed:
        columns = (ListColumn("Школа"), ListColumn("Вид"), ListColumn("Что нашла проверка"))
        yield from _sheet("Проверки", "Что нашли проверки школ", columns, listed)
