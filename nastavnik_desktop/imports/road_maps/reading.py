"""Read a road map from a file: tables -> lines -> items, and everything that stands around them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from nastavnik_desktop.domain.deadlines import ReadingYear, read_deadline
from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.road_maps.records import ReadItem, RoadMapReading
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.imports.readers.document import Document, open_document
from nastavnik_desktop.imports.responsible_words import ResponsibleType
from nastavnik_desktop.imports.responsibles import read_responsible
from nastavnik_desktop.imports.road_maps.around import read_abbreviations, read_blocks
from nastavnik_desktop.imports.road_maps.items import ItemCollector
from nastavnik_desktop.imports.road_maps.levels import level_of
from nastavnik_desktop.imports.road_maps.lists import schools_of, teams_of
from nastavnik_desktop.imports.road_maps.parts import Parts, heading_of, parts_of, titles_in
from nastavnik_desktop.imports.road_maps.plan_years import years_of_document
from nastavnik_desktop.imports.road_maps.shared_cells import DEADLINE, is_shared, is_time
from nastavnik_desktop.imports.road_maps.tables import TableKind
from nastavnik_desktop.imports.road_maps.tasks import tasks_of

MOST_ROWS = 5_000
"""The road map of a region has two hundred rows."""

_NO_YEAR = (
    "В файле не назван год дорожной карты: сроки без года прочитаны для {label}."
    " Если год другой, укажите его."
)


def read_road_map(
    path: Path, year: ReadingYear | None = None, today: date | None = None
) -> RoadMapReading:
    """Understand a road map; nothing is written.

    ``year`` is the one in which deadlines without a year are read; without it the file's own, and
    the school year of ``today`` for a file that names none. Raises UnreadableFile with a sentence
    for the user when there is nothing to read.
    """
    document = open_document(path)
    parts = _road_map_parts(path, document)
    collector = _collected(parts, document)
    items = collector.items()
    if not items:
        raise _refusal(path, "в таблице дорожной карты нет ни одного мероприятия")
    return _reading(path, parts, collector, items, year, today or date.today())


def is_road_map(path: Path) -> bool:
    """Whether a file holds a road map: a table of work, deadlines and those responsible.

    Raises UnreadableFile when the file cannot be opened at all.
    """
    document = open_document(path)
    if sum(grid.height for grid in document.grids) > MOST_ROWS:
        return False
    parts = parts_of(document)
    return bool(parts.road_maps) and bool(_collected(parts, document).items())


def _road_map_parts(path: Path, document: Document) -> Parts:
    rows = sum(grid.height for grid in document.grids)
    if rows > MOST_ROWS:
        raise _refusal(path, f"в нём {rows} строк, а в дорожной карте не бывает больше {MOST_ROWS}")
    parts = parts_of(document)
    if not parts.road_maps:
        raise _refusal(
            path,
            "в нём не найдена таблица дорожной карты. Нужна строка с названиями столбцов,"
            " например «№, Мероприятие, Срок, Ответственный, Результат»",
        )
    return parts


def _refusal(path: Path, why: str) -> UnreadableFile:
    return UnreadableFile(f"Файл «{path.name}» не прочитан: {why}.", str(path))


def _collected(parts: Parts, document: Document) -> ItemCollector:
    collector = ItemCollector()
    road_maps = parts.road_maps
    for number, placed in enumerate(road_maps):
        if len(road_maps) > 1:
            heading = heading_of(placed, is_first=number == 0)
            if heading is not None:
                collector.enter(heading)
        name = placed.table.grid.name
        is_word = document.place_key == "table"
        collector.add(placed.table, f"таблица {name}" if is_word and name else name)
    return collector


def _reading(
    path: Path,
    parts: Parts,
    collector: ItemCollector,
    items: tuple[ReadItem, ...],
    year: ReadingYear | None,
    today: date,
) -> RoadMapReading:
    above, columns = parts.above, _columns(parts)
    if DEADLINE not in columns:
        items = tuple(map(_due_in_its_section, items))
    titles = titles_in(parts.title_texts)
    blocks = read_blocks(above)
    day = blocks.approved.day if blocks.approved else None
    years = years_of_document(titles, parts.texts, [item.deadline for item in items], day)
    read_in = year or years.reading_year or ReadingYear.of(SchoolYear.worked_on(today))
    tables = [one.table for one in parts.tables]
    title = "\n".join(titles)
    is_guessed = year is None and years.reading_year is None
    return RoadMapReading(
        file=path.name,
        items=tuple(_with_people(_with_deadlines(item, read_in)) for item in items),
        columns=columns,
        read_in=read_in,
        level=level_of(title, blocks.approved, items, parts.texts),
        title=title,
        school_year=years.school_year,
        year=years.year,
        period=years.period,
        approved_by=blocks.approved,
        agreed_by=blocks.agreed,
        abbreviations=read_abbreviations(parts.texts),
        schools=schools_of(tables),
        management_teams=teams_of(tables),
        skipped=tuple(collector.skipped),
        notices=(_NO_YEAR.format(label=read_in.label),) if is_guessed else (),
    )


def _columns(parts: Parts) -> tuple[str, ...]:
    """Meanings of the columns of all tables of items."""
    maps = (one.table for one in parts.road_maps if one.table.kind is TableKind.ROAD_MAP)
    return tuple(
        dict.fromkeys(
            meaning
            for table in maps
            for column in table.columns
            for meaning in (
                (column.meaning, *column.also) if is_shared(table, column) else (column.meaning,)
            )
        )
    )


def _due_in_its_section(item: ReadItem) -> ReadItem:
    """A plan by months: «Сентябрь» above the rows is their deadline."""
    section = item.sections[-1] if item.sections else ""
    return replace(item, deadline=section) if section and is_time(section) else item


def _with_deadlines(item: ReadItem, year: ReadingYear) -> ReadItem:
    if not item.deadline:
        return item
    return replace(
        item,
        deadline_read=read_deadline(item.deadline, year),
        tasks=tasks_of(item.deadline, item.responsible, year),
    )


def _with_people(item: ReadItem) -> ReadItem:
    parts = read_responsible(item.responsible)
    named = (one.name for one in parts if one.type is ResponsibleType.PERSON and one.name)
    return replace(item, people=tuple(named))
