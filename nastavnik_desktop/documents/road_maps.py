"""A road map as a paper: blocks of approval and agreement, title, table in one of its layouts.

Layouts A–D are those of school, stage, teachers' and regional road maps; without a choice the
table has the columns that the road map itself has, in their order.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from nastavnik_desktop.documents.order_tables import header_cell
from nastavnik_desktop.documents.page import PageSetup, TextSetup
from nastavnik_desktop.documents.tree import (
    Alignment,
    Block,
    Border,
    Cell,
    Document,
    Paragraph,
    Role,
    Row,
    Spacer,
    Table,
)
from nastavnik_desktop.domain.road_maps.records import Approval, ReadItem, RoadMapReading
from nastavnik_desktop.language.typography import tidy

ROAD_MAP_PAGE = PageSetup(
    landscape=True, left_mm=20, right_mm=10, top_mm=15, bottom_mm=15, shows_numbers=True
)
ROAD_MAP_TEXT = TextSetup(size_pt=12.0, table_size_pt=10.0)


class RoadMapLayout(StrEnum):
    """In which columns a road map is printed."""

    OWN = "own"
    SCHOOL = "A"
    STAGES = "B"
    TEACHERS = "C"
    REGION = "D"


LAYOUT_WORDS = {
    RoadMapLayout.OWN: "графы самой дорожной карты",
    RoadMapLayout.SCHOOL: "A – школьная: пять граф",
    RoadMapLayout.STAGES: "B – по этапам, с содержанием деятельности",
    RoadMapLayout.TEACHERS: "C – для педагогических работников",
    RoadMapLayout.REGION: "D – с видом документа и ожидаемым результатом",
}
_HEADERS = {
    "number": ("№ п/п", 12.0),
    "activity": ("Наименование мероприятий", 62.0),
    "details": ("Содержание деятельности", 62.0),
    "deadline": ("Срок реализации", 34.0),
    "responsible": ("Ответственный исполнитель", 44.0),
    "result": ("Результат", 50.0),
    "document": ("Вид документа", 40.0),
    "result_and_document": ("Результат. Вид документа", 50.0),
    "indicator": ("Показатель", 30.0),
    "participants": ("Участники", 34.0),
    "place": ("Место проведения", 30.0),
    "note": ("Примечание", 30.0),
    "stage": ("Этап", 30.0),
}
_LAYOUTS: dict[RoadMapLayout, tuple[str, ...]] = {
    RoadMapLayout.SCHOOL: ("number", "activity", "deadline", "responsible", "result_and_document"),
    RoadMapLayout.STAGES: (
        "number", "stage", "activity", "details", "deadline", "responsible",
    ),
    RoadMapLayout.TEACHERS: (
        "number", "stage", "activity", "details", "deadline", "responsible",
    ),
    RoadMapLayout.REGION: (
        "number", "activity", "deadline", "responsible", "document", "result",
    ),
}  # fmt: skip
_TITLES = {
    (RoadMapLayout.STAGES, "stage"): "Наименование этапа",
    (RoadMapLayout.STAGES, "activity"): "Мероприятия",
    (RoadMapLayout.TEACHERS, "stage"): "Наименование этапа",
    (RoadMapLayout.TEACHERS, "activity"): "Мероприятия",
    (RoadMapLayout.TEACHERS, "details"): ("Содержание деятельности и примерный план мероприятий"),
    (RoadMapLayout.TEACHERS, "deadline"): "Срок",
    (RoadMapLayout.TEACHERS, "responsible"): "Ответственный",
    (RoadMapLayout.REGION, "activity"): "Наименование мероприятия",
    (RoadMapLayout.REGION, "deadline"): "Сроки",
    (RoadMapLayout.REGION, "responsible"): "Ответственный исполнитель/соисполнители",
    (RoadMapLayout.REGION, "result"): "Ожидаемые результаты",
}
_FIELDS = {"number": "number", "activity": "event"}


def road_map_document(
    road_map: RoadMapReading, school: str = "", layout: RoadMapLayout = RoadMapLayout.OWN
) -> Document:
    """The road map for PDF, DOCX or a workbook; ``school`` is the author of the file."""
    return Document(
        title=tidy(" ".join(road_map.title.split())) or "Дорожная карта",
        author=school,
        page=ROAD_MAP_PAGE,
        text=ROAD_MAP_TEXT,
        sheet_name="Дорожная карта",
        blocks=tuple(_blocks(road_map, layout)),
    )


def _blocks(road_map: RoadMapReading, layout: RoadMapLayout) -> Iterator[Block]:
    if road_map.approved_by or road_map.agreed_by:
        yield _approvals(road_map.agreed_by, road_map.approved_by)
        yield Spacer(10)
    yield Paragraph.of(road_map.title or "Дорожная карта", Role.TITLE)
    if road_map.abbreviations:
        yield Paragraph.of("Принятые сокращения:", Role.PLAIN, keep_with_next=True)
        for one in road_map.abbreviations:
            yield Paragraph.of(f"{one.short} – {one.meaning};", Role.PLAIN)
    yield _items(road_map, layout)
    yield from _list(
        "Школы и модели наставничества",
        "Модель наставничества",
        [(one.name, one.model) for one in road_map.schools],
    )
    yield from _list(
        "Управленческие команды",
        "Роль управленческой команды",
        [(one.name, one.role) for one in road_map.management_teams],
    )


def _approvals(agreed: Approval | None, approved: Approval | None) -> Table:
    """«СОГЛАСОВАНО» at the left, «УТВЕРЖДАЮ» at the right."""
    cells = (
        Cell(agreed.text if agreed else "", border=Border.NONE),
        Cell("", border=Border.NONE),
        Cell(approved.text if approved else "", border=Border.NONE),
    )
    return Table((100.0, 57.0, 110.0), (Row(cells),))


def columns_of(road_map: RoadMapReading, layout: RoadMapLayout) -> tuple[str, ...]:
    """Meanings of the columns that are printed; a filled field is never left out."""
    chosen = _LAYOUTS.get(layout)
    if chosen is not None:
        return chosen
    own = tuple(
        dict.fromkeys(
            one for one in road_map.columns if one in _HEADERS and one != "result_and_document"
        )
    ) or ("number", "activity", "deadline", "responsible", "result")
    filled = (
        name
        for name in _HEADERS
        if name not in own and any(_text(item, name) for item in road_map.items)
    )
    wanted = (*own, *(name for name in filled if name not in ("result_and_document", "stage")))
    return tuple(name for name in wanted if name != "stage")


def _items(road_map: RoadMapReading, layout: RoadMapLayout) -> Table:
    columns = columns_of(road_map, layout)
    head = tuple(header_cell(_header(layout, name)) for name in columns)
    return Table(
        widths_mm=tuple(_HEADERS[name][1] for name in columns),
        rows=(Row(head), *_rows(road_map.items, columns)),
        header_rows=1,
    )


def _header(layout: RoadMapLayout, name: str) -> str:
    return _TITLES.get((layout, name), _HEADERS[name][0])


def _rows(items: tuple[ReadItem, ...], columns: tuple[str, ...]) -> Iterator[Row]:
    """Items, with a joined row above those that stand in another section than the row before."""
    before: tuple[str, ...] = ()
    has_stage = "stage" in columns
    for item in items:
        if not has_stage:
            yield from _section_rows(before, item.sections, len(columns))
        is_new = item.sections != before
        before = item.sections
        yield Row(tuple(_cell(item, name, is_new=is_new) for name in columns))


def _section_rows(before: tuple[str, ...], titles: tuple[str, ...], width: int) -> Iterator[Row]:
    same = 0
    while same < min(len(before), len(titles)) and before[same] == titles[same]:
        same += 1
    for title in titles[same:]:
        yield Row((Cell(title, Alignment.CENTER, bold=True, colspan=width),))


def _cell(item: ReadItem, name: str, *, is_new: bool) -> Cell:
    if name == "stage":
        return Cell(" / ".join(item.sections) if is_new else "")
    alignment = Alignment.CENTER if name == "number" else Alignment.LEFT
    return Cell(_text(item, name), alignment)


def _text(item: ReadItem, name: str) -> str:
    if name == "result_and_document":
        return "\n".join(text for text in (item.result, item.document) if text)
    if name == "indicator":
        return item.indicator or "; ".join(
            f"{year} г. – {value:g}" for year, value in item.indicator_by_year
        )
    if name in ("stage", "participants", "place", "note"):
        return dict(item.besides).get(name, "")
    return str(getattr(item, _FIELDS.get(name, name)))


def _list(title: str, header: str, lines: list[tuple[str, str]]) -> Iterator[Block]:
    if not lines:
        return
    yield Paragraph.of(title, Role.SUBTITLE, keep_with_next=True)
    head = tuple(header_cell(text) for text in ("№", "Наименование ОО", header))
    rows = (
        Row((Cell(str(number), Alignment.CENTER), Cell(name), Cell(about)))
        for number, (name, about) in enumerate(lines, start=1)
    )
    yield Table((12.0, 150.0, 100.0), (Row(head), *rows), header_rows=1)
