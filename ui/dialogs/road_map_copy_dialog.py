"""The copy of a road map for the next year, before it is made: deadlines, and years left behind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QTabWidget, QWidget

from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.road_maps.new_year import StaleYear
from nastavnik_desktop.services.road_map_years import CopiedLine, CopyPlan
from ui.dialogs.record_dialog import RecordDialog
from ui.dialogs.road_map_preview_dialog import preview_table
from ui.item_models.column import Column
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.labels import text_label

_NOTE = (
    "Отметки, подтверждения и утверждение остаются в прежней карте. Жёлтым – сроки, которые "
    "записаны заново."
)
_SIZE = (900, 360)


class RoadMapCopyDialog(RecordDialog[CopyPlan]):
    """The user agrees or not; everything can be changed later on the page."""

    def __init__(self, parent: QWidget | None, plan: CopyPlan) -> None:
        title = f"Дорожная карта на {plan.head.years_label}"
        super().__init__(parent, title, "Скопировать")
        self._plan = plan
        self.form.add_wide(text_label(_about(plan), "quiet", wraps=True))
        self.form.add_wide(text_label(_NOTE, "quiet", wraps=True))
        lines = list(enumerate(plan.lines))
        self.items = preview_table("Пункты", "copied", _LINE_COLUMNS, lines, lambda one: one[0])
        stale = list(enumerate(plan.stale))
        self.stale = preview_table(
            "Прежний год", "stale", _STALE_COLUMNS, stale, lambda one: one[0]
        )
        tabs = QTabWidget()
        tabs.setAccessibleName("Что будет скопировано")
        tabs.addTab(self.items, f"Пункты: {len(lines)}")
        tabs.addTab(self.stale, f"Остался прежний год: {len(stale)}")
        tabs.setTabVisible(1, bool(stale))
        tabs.setMinimumWidth(scaled(_SIZE[0]))
        tabs.setFixedHeight(scaled(_SIZE[1]))
        self.form.add_wide(tabs)

    def fill(self, draft: CopyPlan) -> None:
        """The tables are filled already."""

    def draft(self) -> CopyPlan:
        """What would be made."""
        return self._plan

    def problems(self, _draft: CopyPlan) -> Sequence[Problem]:
        """Years that stayed behind never stop: they are looked through by hand."""
        return []


def _about(plan: CopyPlan) -> str:
    moved = sum(line.is_moved for line in plan.lines)
    count = counted(len(plan.lines), "пункт", "пункта", "пунктов")
    title = " ".join(plan.head.title.split())
    return f"{title}\n{count}; сроков записано заново: {moved}"


def _flat(text: str) -> str:
    return " ".join(text.split())


_Line = tuple[int, CopiedLine]
_Stale = tuple[int, StaleYear]
_LINE_COLUMNS: tuple[Column[_Line], ...] = (
    Column("№", lambda one: one[1].item.number, sort_key=lambda one: one[0], width=56),
    Column("Мероприятие", lambda one: _flat(one[1].item.event), width=260, stretches=True),
    Column("Было", lambda one: _flat(one[1].before.deadline), width=160),
    Column(
        "Станет",
        lambda one: _flat(one[1].item.deadline),
        width=160,
        tone=lambda one: Tone.WARNING if one[1].is_moved else None,
    ),
    Column(
        "Прочитано",
        lambda one: one[1].in_words,
        width=220,
        tooltip=lambda one: one[1].in_words,
        stretches=True,
    ),
)
_STALE_COLUMNS: tuple[Column[_Stale], ...] = (
    Column("№", lambda one: one[1].number, sort_key=lambda one: one[0], width=56),
    Column("Где", lambda one: one[1].field, width=130),
    Column(
        "Текст",
        lambda one: _flat(one[1].text),
        width=500,
        tooltip=lambda one: one[1].text,
        stretches=True,
    ),
)
