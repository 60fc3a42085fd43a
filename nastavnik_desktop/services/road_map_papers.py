"""Files of road maps: paper in its layouts, tables, calendars for phones, reports on execution."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from db.engine import Base
from db.queries.road_maps import all_road_maps
from db.queries.school import school
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.deadlines import ReadingYear
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.road_maps.execution import execution_of, parse_period
from nastavnik_desktop.domain.road_maps.kept import (
    LEVEL_WORDS,
    STATE_WORDS,
    KeptRoadMap,
    Occurrence,
)
from nastavnik_desktop.services.files import format_of, render, write_whole
from nastavnik_desktop.services.road_map_orders import approval_of
from nastavnik_desktop.services.road_map_records import reading_of
from nastavnik_desktop.services.road_maps import kept_road_map, kept_road_maps

if TYPE_CHECKING:
    from nastavnik_desktop.documents.page import PaperFormat
    from nastavnik_desktop.documents.road_maps import RoadMapLayout
    from nastavnik_desktop.documents.tree import Document

_DOCUMENTS = ("docx", "pdf", "xlsx")
_CSV_HEAD = (
    "№", "Мероприятие", "Срок", "Дата", "Ответственный", "Результат", "Состояние", "Выполнено",
)  # fmt: skip


class RoadMapPaperService:
    """Use cases that write files of road maps; nothing in the base is changed."""

    def __init__(self, base: Base, today: Callable[[], date]) -> None:
        self._base = base
        self._today = today

    def document(self, road_map_id: int, layout: RoadMapLayout | None = None) -> Document:
        """A road map as a paper, in its own columns or in a layout."""
        from nastavnik_desktop.documents.road_maps import RoadMapLayout, road_map_document

        with self._base.reading() as session:
            kept = kept_road_map(session, road_map_id)
            reading = replace(reading_of(kept), approved_by=approval_of(session, kept))
            author = _author(session)
        return road_map_document(reading, author, layout or RoadMapLayout.OWN)

    def export(self, road_map_id: int, path: Path, layout: RoadMapLayout | None = None) -> None:
        """Write a road map as .docx, .pdf, .xlsx, .csv or .ics, by the suffix of the file.

        Raises RuleViolation for another suffix, StorageUnavailable when it cannot be written.
        """
        with self._base.reading() as session:
            kept = kept_road_map(session, road_map_id)
        file_format = format_of(path)
        if file_format == "csv":
            content = _csv(kept, self._today())
        elif file_format == "ics":
            content = calendar_of(kept, self._today())
        elif file_format in _DOCUMENTS:
            content = render(self.document(road_map_id, layout), file_format)
        else:
            message = f"Файл .{file_format} программа не пишет: .docx, .pdf, .xlsx, .csv или .ics."
            raise RuleViolation(message, "path")
        write_whole(path, content)

    def report(self, period: str, road_map_id: int | None = None) -> Document:
        """The report on execution for «2026Q1», «2026H1», «2026» or «2025/26».

        Without ``road_map_id`` it is that of the only road map with work in the period. Raises
        RuleViolation when there is none, or when one of several must be chosen.
        """
        from nastavnik_desktop.documents.road_map_report import execution_report

        wanted = parse_period(period)
        with self._base.reading() as session:
            if road_map_id is None:
                plans = kept_road_maps(session, all_road_maps(session))
            else:
                plans = [kept_road_map(session, road_map_id)]
            author = _author(session)
        reports = [execution_of(kept, wanted, self._today()) for kept in plans]
        if road_map_id is None:
            pairs = zip(reports, plans, strict=True)
            chosen = [(one, kept) for one, kept in pairs if one.occurrences]
            _refuse_unless_one([kept for _, kept in chosen], wanted.title)
            reports = [one for one, _ in chosen]
        return execution_report(reports[0], author)

    def export_report(self, period: str, path: Path, road_map_id: int | None = None) -> None:
        """Write the report on execution as .docx, .pdf or .xlsx."""
        write_whole(path, render(self.report(period, road_map_id), format_of(path)))

    def timeline(
        self, road_map_id: int, year: ReadingYear | None = None, paper: PaperFormat | None = None
    ) -> Document:
        """A year of a road map by months, on A4 unless said; without ``year`` the plan's first."""
        from nastavnik_desktop.documents.page import PaperFormat
        from nastavnik_desktop.documents.road_map_timeline import timeline

        with self._base.reading() as session:
            kept = kept_road_map(session, road_map_id)
        title = " ".join(kept.head.title.split())
        chosen = year or kept.head.years[0]
        return timeline(title, chosen, kept.occurrences, self._today(), paper or PaperFormat.A4)

    def export_timeline(
        self,
        road_map_id: int,
        path: Path,
        year: ReadingYear | None = None,
        paper: PaperFormat | None = None,
    ) -> None:
        """Write a year by months as .pdf, .docx or .xlsx."""
        write_whole(path, render(self.timeline(road_map_id, year, paper), format_of(path)))

    def export_tasks(self, responsible: str, occurrences: list[Occurrence], path: Path) -> None:
        """Write the list of tasks of one responsible."""
        from nastavnik_desktop.documents.road_map_report import task_list

        with self._base.reading() as session:
            author = _author(session)
        document = task_list(responsible, occurrences, self._today(), author)
        write_whole(path, render(document, format_of(path)))


def calendar_of(kept: KeptRoadMap, today: date) -> bytes:
    """An iCalendar file (RFC 5545): a whole-day event for each day that is due."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Nastavnik//Road map//RU")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", " ".join(kept.head.title.split()))
    for one in kept.occurrences:
        if one.due_on is None:
            continue
        event = Event()
        event.add("uid", _uid(one))
        event.add("dtstamp", datetime.combine(today, time()))
        event.add("dtstart", one.due_on)
        event.add("dtend", one.due_on + timedelta(days=1))
        event.add("summary", f"{one.number} {one.event}".strip())
        event.add("description", _event_words(one, today))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _event_words(one: Occurrence, today: date) -> str:
    state = STATE_WORDS[one.state_on(today)]
    return "\n".join(filter(None, (f"Ответственный: {one.responsible}", f"Состояние: {state}")))


def _uid(one: Occurrence) -> str:
    """The same for the same day of the same item, so that a phone does not take it twice."""
    key = one.key
    return f"{key.item_id}-{key.task}-{key.year}-{key.due_on:%Y%m%d}@nastavnik"


def _csv(kept: KeptRoadMap, today: date) -> bytes:
    """A row for every occurrence, with semicolons and a mark of UTF-8, as Excel opens it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(_CSV_HEAD)
    for item in kept.items:
        for one in item.occurrences:
            done_on = one.mark.done_on if one.mark else None
            writer.writerow(
                (
                    item.number,
                    item.event,
                    item.deadline,
                    short_date(one.due_on),
                    one.responsible,
                    item.result or item.document,
                    STATE_WORDS[one.state_on(today)],
                    short_date(done_on),
                )
            )
    return text.getvalue().encode("utf-8-sig")


def _refuse_unless_one(plans: list[KeptRoadMap], period: str) -> None:
    if not plans:
        raise RuleViolation(f"За {period} по дорожным картам ничего не запланировано.", "period")
    if len(plans) > 1:
        listed = "; ".join(
            f"{kept.head.road_map_id} – {LEVEL_WORDS[kept.head.level]}, {kept.head.years_label}"
            for kept in plans
        )
        raise RuleViolation(f"Дорожных карт несколько, выберите номер: {listed}.", "road_map_id")


def _author(session: Session) -> str:
    own_school = school(session)
    return own_school.short_name if own_school else ""
