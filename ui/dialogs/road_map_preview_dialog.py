"""What was read in a file with a road map, before it is kept: items, their days, findings."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from PySide6.QtWidgets import QTabWidget, QWidget

from nastavnik_desktop.domain.deadlines import Kind
from nastavnik_desktop.domain.plurals import counted
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.road_maps.findings import Finding
from nastavnik_desktop.domain.road_maps.kept import LEVEL_WORDS
from nastavnik_desktop.domain.road_maps.records import ReadItem, RoadMapReading
from nastavnik_desktop.services.road_map_updates import OlderRoadMap
from nastavnik_desktop.services.road_maps import RoadMapPreview
from ui.dialogs.record_dialog import RecordDialog
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.tokens import Tone
from ui.user_settings import UserSettings
from ui.widgets.choices import RadioChoice
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable

Row = TypeVar("Row")

_NOT_READ = "не понято"
_KNOWN = "Этот файл уже загружен: повторная загрузка ничего не изменит."
_SIZE = (900, 420)


@dataclass(frozen=True)
class ReadLine:
    """An item of the file with its place."""

    at: int
    item: ReadItem

    @property
    def words(self) -> str:
        """The reading of the deadline; what was not understood is said."""
        return "; ".join(self._words()) or _NOT_READ

    @property
    def is_understood(self) -> bool:
        """Whether everything that stands in the cell was read."""
        readings = [task.reading for task in self.item.tasks]
        return bool(readings) and not any(
            reading.not_understood or reading.kind is Kind.UNDEFINED for reading in readings
        )

    def _words(self) -> Iterator[str]:
        for task in self.item.tasks:
            yield task.reading.in_words()
            for part in task.reading.not_understood:
                yield f"{_NOT_READ}: «{part}»"


class RoadMapPreviewDialog(RecordDialog[RoadMapPreview]):
    """The user agrees or not; nothing can be changed here, everything later on the page."""

    def __init__(
        self, parent: QWidget | None, preview: RoadMapPreview, findings: Sequence[Finding]
    ) -> None:
        super().__init__(parent, "Дорожная карта из файла", "Загрузить")
        self._preview = preview
        reading = preview.reading
        self.form.add_wide(text_label(_about(reading), "quiet", wraps=True))
        if preview.known_id is not None:
            self.form.add_wide(text_label(_KNOWN, "warning", wraps=True))
        self.keeping: RadioChoice[bool] | None = None
        if preview.older is not None:
            self.keeping = self._ask_what_to_do(preview.older)
        for notice in reading.notices:
            self.form.add_wide(text_label(notice, "warning", wraps=True))
        lines = [ReadLine(at, item) for at, item in enumerate(reading.items)]
        self.items = preview_table("Пункты", "items", _ITEM_COLUMNS, lines, lambda line: line.at)
        found = list(enumerate(findings))
        self.findings = preview_table(
            "Замечания", "findings", _FINDING_COLUMNS, found, lambda one: one[0]
        )
        tabs = QTabWidget()
        tabs.setAccessibleName("Что прочитано")
        tabs.addTab(self.items, f"Пункты: {len(lines)}")
        tabs.addTab(self.findings, f"Замечания: {len(found)}")
        tabs.setTabVisible(1, bool(found))
        tabs.setMinimumSize(scaled(_SIZE[0]), scaled(_SIZE[1]))
        self.form.add_wide(tabs)

    def fill(self, draft: RoadMapPreview) -> None:
        """The tables are filled already."""
        if self.keeping is not None:
            self.keeping.set_value(draft.is_update)

    def draft(self) -> RoadMapPreview:
        """What was read, and whether it brings the older version to it."""
        if self.keeping is None:
            return self._preview
        return replace(self._preview, is_update=self.keeping.value)

    def _ask_what_to_do(self, older: OlderRoadMap) -> RadioChoice[bool]:
        ways = ((True, "Обновить прежнюю"), (False, "Загрузить отдельной картой"))
        self.form.add_wide(text_label(_older_words(older), "warning", wraps=True))
        return self.form.add("is_update", "Что сделать", RadioChoice(ways))

    def problems(self, _draft: RoadMapPreview) -> Sequence[Problem]:
        """Findings never stop: the road map is kept as it is written."""
        return []


def _older_words(older: OlderRoadMap) -> str:
    return (
        f"Похожа на загруженную раньше «{older.title}»: {older.changes}. При обновлении отметки и "
        "подтверждения останутся."
    )


def _about(reading: RoadMapReading) -> str:
    lines = [ReadLine(at, item) for at, item in enumerate(reading.items)]
    count = counted(len(lines), "пункт", "пункта", "пунктов")
    unread = sum(not line.is_understood for line in lines)
    rest = f"сроков не понято: {unread}" if unread else "все сроки поняты"
    level = LEVEL_WORDS[reading.level]
    return f"{reading.title}\n{level} · {reading.read_in.label} · {count} · {rest}".strip()


def preview_table(
    title: str,
    name: str,
    columns: Sequence[Column[Row]],
    rows: Sequence[Row],
    identify: Callable[[Row], Hashable],
) -> RecordsTable[Row]:
    """A table of a preview: what stands in it is only read."""
    model: RowsModel[Row] = RowsModel(columns, identify)
    model.set_rows(rows)
    return RecordsTable(f"road_map_preview_{name}", title, model, UserSettings())


_ITEM_COLUMNS: tuple[Column[ReadLine], ...] = (
    Column("№", lambda line: line.item.number, sort_key=lambda line: line.at, width=56),
    Column(
        "Мероприятие", lambda line: " ".join(line.item.event.split()), width=260, stretches=True
    ),
    Column("Срок, как в документе", lambda line: " ".join(line.item.deadline.split()), width=170),
    Column(
        "Прочитано",
        lambda line: line.words,
        width=240,
        tooltip=lambda line: line.words,
        tone=lambda line: None if line.is_understood else Tone.WARNING,
        stretches=True,
    ),
    Column("Ответственные", lambda line: " ".join(line.item.responsible.split()), width=160),
)
_FINDING_COLUMNS: tuple[Column[tuple[int, Finding]], ...] = (
    Column("№", lambda one: one[1].number, sort_key=lambda one: one[0], width=56),
    Column(
        "Замечание",
        lambda one: one[1].what,
        width=700,
        tooltip=lambda one: one[1].what,
        stretches=True,
    ),
)
