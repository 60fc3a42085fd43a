"""The page «Дорожная карта»: a plan in the chosen year, what is due by it and what was done."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.deadlines import read_deadline
from nastavnik_desktop.domain.deadlines.wording import written_out
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.road_maps.findings import Finding
from nastavnik_desktop.domain.road_maps.kept import (
    LEVEL_WORDS,
    Evidence,
    KeptItem,
    MarkStatus,
    Occurrence,
    RoadMapHead,
)
from nastavnik_desktop.domain.road_maps.standing import plan_days
from nastavnik_desktop.domain.road_maps.ties import TiedItem
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.services.results import Saved
from ui.controllers.records_page import RecordsPage
from ui.controllers.road_map_details import item_details, many_items
from ui.controllers.road_map_filters import ASKED, is_shown, road_map_chips, road_map_offers
from ui.controllers.road_map_lines import NO_TIES, Plan, checked, chosen_head, plan_of
from ui.controllers.road_map_loading import RoadMapLoading
from ui.controllers.road_map_marks import RoadMapMarks
from ui.controllers.road_map_order import RoadMapOrder
from ui.controllers.road_map_whole import RoadMapWhole
from ui.dialogs.deadline_dialog import DeadlineDialog
from ui.dialogs.road_map_dialogs import ItemDialog
from ui.item_models.road_map import PlanLine, make_road_map_model
from ui.requests import ImportRoadMap, ShowRoadMapItems
from ui.shell import Shell
from ui.views.road_map import RoadMapView
from ui.widgets.details import Details
from ui.widgets.filter_bar import ChipFacts, FilterFacts
from ui.widgets.notice_bar import Notice, NoticeAction
from ui.widgets.row_dragging import RowDragging

_Check: TypeAlias = tuple[tuple[Finding, ...], frozenset[date]]
"""Findings of a road map, and the days off of its year."""


class RoadMapPage(RecordsPage[PlanLine]):
    """A file that was dropped on the window comes as ``ImportRoadMap``, an item by its id."""

    watches = Changes.ROAD_MAPS | Changes.SCHOOL
    kind = "road_map_item"

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell, make_road_map_model())
        self._service = shell.services.road_maps
        self._ties = shell.services.road_map_ties
        self._loading = RoadMapLoading(shell, self._show_kept)
        self._marks = RoadMapMarks(shell, self.writes)
        self._whole = RoadMapWhole(
            shell, self.desk, lambda: self._head, self._show_kept, self._begin_section
        )
        self._plan: Plan | None = None
        self._chosen_id: int | None = None
        self._asked: frozenset[int] = frozenset()

    # The list

    def make_view(self) -> RoadMapView:
        """The layout with its buttons tied."""
        view = RoadMapView(self.model, self.shell.settings)
        view.load.clicked.connect(lambda _checked: self._loading.choose())
        view.add.clicked.connect(lambda _checked: self.add_item())
        view.empty.add_action("Загрузить…", self._loading.choose, "primary")
        view.empty.add_action("Создать по образцу…", self._whole.beginnings.from_template)
        view.papers.clicked.connect(lambda _checked: self._whole.pop_papers(view.papers))
        view.table.tools = self._whole.tools()
        view.plans.activated.connect(self._on_plan_chosen)
        view.timeline.picked.connect(lambda key: view.table.pick({key}))
        for opened in (view.timeline.opened, view.grid.opened):
            opened.connect(self._on_opened_by_id)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), view.table, partial(self._shift_picked, step))
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._shown = view
        self._order = RoadMapOrder(
            self.shell, view, lambda: self._plan.kept if self._plan else None, self._ask_item
        )
        self._dragging = RowDragging(view.table, self._order.may_drag)
        self._dragging.dropped.connect(self._order.drop)
        return view

    def reload(self) -> None:
        """Read the road map that was chosen, or the one of the year."""
        call = partial(self._read, self._chosen_id, self.shell.year())
        self.shell.operations.run("Чтение дорожной карты", call, self._show_plan)

    def chips(self, rows: Sequence[PlanLine]) -> list[ChipFacts]:
        """What asks for attention, where there is any."""
        return road_map_chips(rows, self._asked)

    def offers(self, rows: Sequence[PlanLine]) -> list[FilterFacts]:
        """Months, those responsible, sections."""
        return road_map_offers(rows)

    def accepts(self, row: PlanLine, chip: str, filters: dict[str, str]) -> bool:
        """Chip and filters together."""
        return is_shown(row, chip, filters, self._asked)

    def describe(self, rows: list[PlanLine]) -> Details | None:
        """One item with its occurrences of the year, or several."""
        if self._plan is None:
            return None
        if len(rows) > 1:
            return many_items(rows, self)
        (row,) = rows
        self._shown.timeline.pick(row.item.item_id)
        return item_details(row, self._plan.year, self._plan.today, self)

    def open(self, row: PlanLine) -> None:
        """Enter changes the item."""
        self.edit(row)

    def open_record(self, key: Hashable) -> None:
        """An item by its id, items that «Сегодня» speaks of, or a file to load."""
        if isinstance(key, ImportRoadMap):
            self._loading.load(key.path)
        elif isinstance(key, ShowRoadMapItems):
            call = partial(self._ties.road_maps_of, key.ids)
            show = partial(self._show_asked, frozenset(key.ids))
            self.shell.operations.run("Поиск дорожной карты", call, show)
        else:
            super().open_record(key)

    # What the user does

    def add_item(self) -> None:
        """Ask for a new item of the shown road map, at its end."""
        if self._plan is None or self._plan.kept is None:
            self._loading.choose()
            return
        kept = self._plan.kept
        sections = kept.items[-1].sections if kept.items else ()
        item = KeptItem(kept.head.road_map_id, position=len(kept.items), sections=sections)
        self._ask_item(item)

    def edit(self, line: PlanLine) -> None:
        """Change an item."""
        self._ask_item(line.item)

    def correct_reading(self, line: PlanLine) -> None:
        """Say what the phrase means; the words of the answer are read in its place."""
        if self._plan is None or self._plan.kept is None:
            return
        item, read_in = line.item, self._plan.kept.head.read_in
        reading = read_deadline(item.corrected_deadline or item.deadline, read_in)
        answer = self.shell.prompts.ask_draft(
            lambda parent: DeadlineDialog(parent, item.deadline, reading), reading
        )
        if answer is not None and answer != reading:
            self._save(replace(item, corrected_deadline=written_out(answer)))

    def mark_done(self, occurrence: Occurrence) -> None:
        """Ask when it was done."""
        self._marks.ask(occurrence, MarkStatus.DONE)

    def move(self, occurrence: Occurrence) -> None:
        """Ask for another day and the reason."""
        self._marks.ask(occurrence, MarkStatus.MOVED)

    def mark_not_done(self, occurrence: Occurrence) -> None:
        """Ask for the reason."""
        self._marks.ask(occurrence, MarkStatus.NOT_DONE)

    def clear_mark(self, occurrence: Occurrence) -> None:
        """Take the mark away."""
        self._marks.clear(occurrence)

    def add_evidence(self, mark_id: int) -> None:
        """Add a file or a document."""
        self._marks.add_evidence(mark_id)

    def open_evidence(self, evidence: Evidence) -> None:
        """Look at it."""
        self._marks.open_evidence(evidence)

    def delete_evidence(self, evidence: Evidence) -> None:
        """Take it away; the notice offers it back."""
        self._marks.delete_evidence(evidence)

    def shift(self, line: PlanLine, step: int) -> None:
        """Move an item up or down by one."""
        self._order.shift(line, step)

    def rename_section(self, line: PlanLine) -> None:
        """Ask for another title of the section of an item."""
        self._order.rename_section(line.item.sections)

    def delete(self, lines: Sequence[PlanLine]) -> None:
        """Delete at once: the notice offers the way back."""
        ids = [line.item.item_id for line in lines]
        self.writes.run("Удаление пунктов", partial(self._service.delete_items, ids))

    # The road map as a whole

    @property
    def _head(self) -> RoadMapHead | None:
        return self._plan.kept.head if self._plan and self._plan.kept else None

    def _begin_section(self) -> None:
        self._order.begin_section()

    # Dialogs and their results

    def _ask_item(self, item: KeptItem, problems: Sequence[Problem] = ()) -> None:
        plan = self._plan
        years, higher = (plan.indicator_years, plan.ties.higher) if plan else ((), ())
        is_own = self._head is not None and self._head.is_self_numbered
        answer = self.shell.prompts.ask_draft(
            lambda parent: ItemDialog(parent, item, years, higher, is_self_numbered=is_own),
            item,
            problems,
        )
        if answer is not None:
            self._save(answer)

    def _save(self, item: KeptItem) -> None:
        def ask_again(error: RuleViolation) -> None:
            self._ask_item(item, [Problem(error.field, error.message)])

        call = partial(self._service.save_item, item)
        self.writes.run("Пункт", call, next_steps=self._pick_saved, on_refused=ask_again)

    def _pick_saved(self, saved: Saved) -> tuple[NoticeAction, ...]:
        self.pick_when_read(saved.record_id)
        return ()

    # Reading

    def _read(self, wanted_id: int | None, year: SchoolYear) -> Plan:
        heads = self._service.heads()
        head = chosen_head(heads, wanted_id, year)
        kept = self._service.road_map(head.road_map_id) if head else None
        ties = self._ties.ties(head.road_map_id, year) if head else NO_TIES
        return plan_of(heads, kept, year, self.shell.services.school.today(), ties)

    def _show_plan(self, plan: Plan) -> None:
        """Show a road map at once; its check takes longer, and its findings follow."""
        view, self._plan = self._shown, plan
        view.table.tools = self._whole.tools()
        view.header.show_subtitle(_subtitle(plan))
        view.plans.set_choices([(head.road_map_id, _plan_words(head)) for head in plan.heads])
        view.plans.setVisible(len(plan.heads) > 1)
        marks = [mark for line in plan.lines for mark in line.marks]
        view.show_marks(plan.year, marks, plan.today)
        self._on_read(plan.lines)
        if plan.kept is not None:
            road_map_id = plan.kept.head.road_map_id
            view.plans.set_value(road_map_id)
            check = partial(self._check, road_map_id, plan.year)
            done = partial(self._on_checked, plan)
            self.shell.operations.run("Проверка дорожной карты", check, done)

    def _check(self, road_map_id: int, year: SchoolYear) -> _Check:
        services = self.shell.services
        findings = services.road_map_people.findings(road_map_id)
        first, last = plan_days(year)
        calendar = services.working_calendar.around(year.first_day)
        days = (first + timedelta(days=step) for step in range((last - first).days + 1))
        return findings, frozenset(day for day in days if calendar.is_day_off(day))

    def _on_checked(self, plan: Plan, check: _Check) -> None:
        if self._plan is plan:
            findings, days_off = check
            self._plan = checked(plan, findings)
            self._shown.grid.shade(days_off)
            self._on_read(self._plan.lines)

    def _show_asked(self, asked: frozenset[int], counts: dict[int, int]) -> None:
        """Show the items that were asked for; those of other road maps are told."""
        self._asked = asked
        self._chosen_id = next(iter(counts), self._chosen_id)
        self.records.search.clear()
        self.records.filters.filters.clear()
        self.records.filters.choose(ASKED if counts else "all")
        self.reload()
        rest = sum(list(counts.values())[1:])
        if rest:
            count = counted(rest, "мероприятие", "мероприятия", "мероприятий")
            words = f"Ещё {count} – в других дорожных картах: выберите карту над таблицей"
            self.shell.notify(Notice(words))

    def show_tied(self, item: TiedItem) -> None:
        """Go to an item of another road map."""
        self.pick_when_read(item.item_id)
        self._show_kept(item.road_map_id)

    def _on_plan_chosen(self, _at: int) -> None:
        chosen = self._shown.plans.value
        self._chosen_id = chosen if isinstance(chosen, int) else None
        self._asked = frozenset()
        self.reload()

    def _show_kept(self, road_map_id: int) -> None:
        self._chosen_id = road_map_id
        self.reload()

    def _on_opened_by_id(self, item_id: Hashable) -> None:
        self._shown.as_calendar.setChecked(False)
        super().open_record(item_id)

    def _shift_picked(self, step: int) -> None:
        picked = self.picked()
        if len(picked) == 1:
            self.shift(picked[0], step)


def _subtitle(plan: Plan) -> str:
    """«школа · 2026/27 · утверждена приказом № 118-од от 28.08.2026»."""
    if plan.kept is None:
        return ""
    head = plan.kept.head
    count = counted(len(plan.lines), "пункт", "пункта", "пунктов")
    parts = [LEVEL_WORDS[head.level], head.years_label, count]
    approved = head.approved_by
    if approved is not None and approved.is_dated:
        number = f" №\u00a0{approved.number}" if approved.number else ""
        day = f" от {short_date(approved.day)}" if approved.day else ""
        parts.append(f"утверждена{number}{day}")
    return " · ".join(parts)


def _plan_words(head: RoadMapHead) -> str:
    return f"{LEVEL_WORDS[head.level]} · {head.years_label} · {head.title}"
