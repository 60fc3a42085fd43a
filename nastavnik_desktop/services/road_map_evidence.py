"""The folder of evidence: an archive with an index that opens without the program."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

from sqlalchemy.orm import Session

from db.engine import Base
from db.models import OrderModel, RoadMapEvidenceModel
from nastavnik_desktop.documents.order_tables import header_cell
from nastavnik_desktop.documents.road_map_report import evidence_words
from nastavnik_desktop.documents.road_maps import ROAD_MAP_PAGE
from nastavnik_desktop.documents.tree import Cell, Document, Row, Table
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.road_maps.kept import Evidence, KeptRoadMap
from nastavnik_desktop.services.files import render, write_whole
from nastavnik_desktop.services.road_maps import kept_road_map

_HEAD = ("№", "Мероприятие", "Срок", "Выполнено", "Подтверждение", "Файл")
_WIDTHS = (16.0, 90.0, 24.0, 24.0, 70.0, 43.0)
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME = 80
_PAGE = """<!DOCTYPE html>
<html lang="ru"><head><meta charset="utf-8"><title>{title}</title>
<style>body{{font-family:sans-serif;margin:2em}}table{{border-collapse:collapse}}
td,th{{border:1px solid #888;padding:4px 8px;text-align:left;vertical-align:top}}</style></head>
<body><h1>{title}</h1><p>По состоянию на {day}</p>
<table><tr>{head}</tr>
{rows}
</table></body></html>
"""


@dataclass(frozen=True)
class _Line:
    """A line of the index; ``file`` is the path inside the archive, empty without a file."""

    number: str
    event: str
    due_on: date | None
    done_on: date | None
    words: str
    file: str = ""
    content: bytes = b""

    @property
    def texts(self) -> tuple[str, ...]:
        return (
            self.number,
            self.event,
            short_date(self.due_on),
            short_date(self.done_on),
            self.words,
            self.file,
        )


class RoadMapEvidenceService:
    """Use case «Папка подтверждений»."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def export(self, road_map_id: int, path: Path) -> int:
        """Write a .zip with files, index.html and index.xlsx; answers how many lines it has."""
        with self._base.reading() as session:
            kept = kept_road_map(session, road_map_id)
            lines = list(_lines(session, kept))
        title = " ".join(kept.head.title.split()) or "Дорожная карта"
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("index.html", _page(title, lines, self._today()))
            package.writestr("index.xlsx", render(_sheet(title, lines), "xlsx"))
            for line in lines:
                if line.file:
                    package.writestr(line.file, line.content)
        write_whole(path, archive.getvalue())
        return len(lines)


def _lines(session: Session, kept: KeptRoadMap) -> Iterator[_Line]:
    for item in kept.items:
        for one in item.occurrences:
            for evidence in one.mark.evidence if one.mark else ():
                done_on = one.mark.done_on if one.mark else None
                words = _words(session, evidence)
                line = _Line(item.number, item.event, one.due_on, done_on, words)
                yield _with_file(session, line, evidence)


def _with_file(session: Session, line: _Line, evidence: Evidence) -> _Line:
    """The line with its file under a name of its own: the number of evidence comes first."""
    if not evidence.file_name:
        return line
    model = session.get_one(RoadMapEvidenceModel, evidence.evidence_id)
    stem, dot, suffix = _UNSAFE.sub("_", evidence.file_name).rpartition(".")
    name = f"{(stem or suffix)[:_LONGEST_NAME]}{dot}{suffix if dot else ''}"
    file = f"files/{evidence.evidence_id:04d} {name}"
    return _Line(
        line.number, line.event, line.due_on, line.done_on, line.words, file, model.content or b""
    )


def _words(session: Session, evidence: Evidence) -> str:
    order = session.get(OrderModel, evidence.order_id) if evidence.order_id else None
    if order is None:
        return evidence_words(evidence)
    return f"Приказ №\u00a0{order.number} от {short_date(order.order_date)} «{order.heading}»"


def _page(title: str, lines: list[_Line], day: date) -> str:
    return _PAGE.format(
        title=escape(title),
        day=short_date(day),
        head="".join(f"<th>{word}</th>" for word in _HEAD),
        rows="\n".join(map(_row, lines)),
    )


def _row(line: _Line) -> str:
    *texts, file = line.texts
    cells = "".join(f"<td>{escape(text)}</td>" for text in texts)
    link = f'<a href="{escape(file)}">открыть</a>' if file else ""
    return f"<tr>{cells}<td>{link}</td></tr>"


def _sheet(title: str, lines: list[_Line]) -> Document:
    head = Row(tuple(header_cell(word) for word in _HEAD))
    rows = (Row(tuple(Cell(text) for text in line.texts)) for line in lines)
    return Document(
        title=title,
        page=ROAD_MAP_PAGE,
        sheet_name="Подтверждения",
        blocks=(Table(_WIDTHS, (head, *rows), header_rows=1),),
    )
