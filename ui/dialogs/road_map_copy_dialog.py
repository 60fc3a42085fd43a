"""What a copy of a road map for the next year will say, before it is made."""

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

_ABOUT = (
    "Сроки перейдут на год вперёд. Отметки, подтверждения, факты показателей, утверждение и связи "
    "с вышестоящей картой останутся в прежней карте."
)
_STALE = "Тексты, в которых останется прежний год, программа не меняет: {count}."
_NOTHING_STALE = "Прежний год нигде не останется."
_SIZE = (900, 360)


class RoadMapCopyDialog(RecordDialog[CopyPlan]):
    """The user agrees or not; the copy is changed later on the page."""

    def __init__(self, parent: QWidget | None, plan: CopyPlan) -> None:
        title = f"Копия дорожной карты на {plan.head.years_label}"
        super().__init__(parent, title, "Скопировать")
        self._plan = plan
        moved = sum(line.is_moved for line in plan.lines)
        count = counted(len(plan.lines), "пункт", "пункта", "пунктов")
        about = f"{plan.head.title}\n{count}, сроков изменится: {moved}. {_ABOUT}"
        self.form.add_wide(text_label(about, "quiet", wraps=True))
        places = counted(len(plan.stale), "место", "места", "мест")
        words = _STALE.format(count=places) if plan.stale else _NOTHING_STALE
        self.form.add_wide(text_label(words, "warning" if plan.stale else "quiet", wraps=True))
        lines = list(enumerate(plan.lines))
        self.items = preview_table("Пункты копии", _LINE_COLUMNS, lines, lambda one: one[0])
        found = list(enumerate(plan.stale))
        self.stale = preview_table("Прежний год", _STALE_COLUMNS, found, lambda one: one[0])
        tabs = QTabWidget()
        tabs.setAccessibleName("Что изменится")
        tabs.addTab(self.items, f"Сроки: {len(lines)}")
        tabs.addTab(self.stale, f"Прежний год: {len(found)}")
        tabs.setTabVisible(1, bool(found))
        tabs.setMinimumWidth(scaled(_SIZE[0]))
        tabs.setFixedHeight(scaled(_SIZE[1]))
        self.form.add_wide(tabs)

    def fill(self, draft: CopyPlan) -> None:
        """The tables are filled already."""

    def draft(self) -> CopyPlan:
        """What will be made."""
        return self._plan

    def problems(self, _draft: CopyPlan) -> Sequence[Problem]:
        """Stale years never stop: they are looked through in the copy."""
        return []


_LINE_COLUMNS: tuple[Column[tuple[int, CopiedLine]], ...] = (
    Column("№", lambda one: one[1].number, sort_key=lambda one: one[0], width=56),
    Column("Мероприятие", lambda one: " ".join(one[1].event.split()), width=260, stretches=True),
    Column(
        "Срок сейчас",
        lambda one: " ".join(one[1].before.split()),
        width=210,
        tooltip=lambda one: one[1].before,
    ),
    Column(
        "Срок в копии",
        lambda one: " ".join(one[1].after.split()),
        width=250,
        tooltip=lambda one: one[1].after,
        tone=lambda one: Tone.WARNING if one[1].is_stale else None,
        stretches=True,
    ),
)
_STALE_COLUMNS: tuple[Column[tuple[int, StaleYear]], ...] = (
    Column("№", lambda one: one[1].number, sort_key=lambda one: one[0], width=56),
    Column("Где", lambda one: one[1].field, width=150),
    Column(
        "Текст, который останется",
        lambda one: " ".join(one[1].text.split()),
        width=600,
        tooltip=lambda one: one[1].text,
        stretches=True,
    ),
)
