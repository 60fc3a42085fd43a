"""A page of orders: its measures at the left, a sample order on it at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from nastavnik_desktop.documents.page import DEFAULT_PRESET, PageNumbering, RequisitePlacement
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.services.page_presets import PresetDraft, problems_in_preset
from ui.dialogs.record_dialog import RecordDialog
from ui.theme import scaled
from ui.widgets.choices import RadioChoice
from ui.widgets.labels import text_label
from ui.widgets.live_preview import LivePreview, Render
from ui.widgets.measure_edit import MeasureEdit
from ui.widgets.picture_field import PictureField
from ui.widgets.scrolling import scrolled
from ui.widgets.side_by_side import fit_to_screen, lay_side_by_side

_SIZE = (1120, 700)
_WIDTHS = (460, 660)
_LEAST_WIDTHS = (440, 280)
_MARGINS = (
    ("left_mm", "Левое"),
    ("right_mm", "Правое"),
    ("top_mm", "Верхнее"),
    ("bottom_mm", "Нижнее"),
)
_SIZES = (("size_pt", "Текст"), ("table_size_pt", "Таблицы"), ("note_size_pt", "Подписи строк"))
_SPACES = (
    ("line_spacing", "Межстрочный интервал"),
    ("first_line_mm", "Отступ первой строки, мм"),
)
_BLANK = (
    ("angled_line_mm", "Ширина угловых реквизитов, мм"),
    ("emblem_height_mm", "Высота эмблемы, мм"),
)
_PLACES = ((RequisitePlacement.CENTERED, "посередине"), (RequisitePlacement.ANGLED, "в углу"))
_NUMBERINGS = (
    (PageNumbering.CONTINUED, "продолжается"),
    (PageNumbering.OWN, "своя у каждого"),
)


class PagePresetDialog(RecordDialog[PresetDraft]):
    """``emblem.choose_asked`` asks the caller for a picture; ``render`` makes the sample."""

    def __init__(self, parent: QWidget | None, render: Render[PresetDraft]) -> None:
        self.paper: LivePreview[PresetDraft] = LivePreview(
            render, "Образец приказа на этой странице", "Образец готовится…"
        )
        self._given: PresetDraft | None = None
        self._measures: dict[str, MeasureEdit] = {}
        super().__init__(parent, "Страница приказов")
        self.title_field = self.form.add("title", "Название", QLineEdit(), is_required=True)
        self._add_measures("Поля, мм", _MARGINS)
        self._add_measures("Шрифт Times New Roman, пт", _SIZES)
        self._add_measures("", _SPACES)
        self._add_requisites()
        self._add_numbers()
        self._listen()

    def fill(self, draft: PresetDraft) -> None:
        """Show a preset with its emblem."""
        self._given = draft
        preset = draft.preset
        self.title_field.setText(preset.title)
        self.title_field.setCursorPosition(0)
        for name, edit in self._measures.items():
            edit.set_value(_measure(draft, name))
        self.requisites.set_value(preset.requisites)
        self.emblem.show_content(draft.emblem)
        self.executor.setChecked(preset.shows_executor)
        self.numbers.setChecked(preset.page.shows_numbers)
        self.numbering.set_value(preset.annex_numbering)
        self._on_changed()

    def draft(self) -> PresetDraft:
        """The preset as the fields stand; a measure that is none stays as it was."""
        given = self._given or PresetDraft(DEFAULT_PRESET)
        page = self._taken(given, _MARGINS)
        text = self._taken(given, (*_SIZES, *_SPACES))
        preset = replace(
            given.preset,
            title=" ".join(self.title_field.text().split()),
            page=replace(given.preset.page, shows_numbers=self.numbers.isChecked(), **page),
            text=replace(given.preset.text, **text),
            requisites=self.requisites.value,
            shows_executor=self.executor.isChecked(),
            annex_numbering=self.numbering.value,
            **self._taken(given, _BLANK),
        )
        return PresetDraft(preset, self.emblem.content)

    def problems(self, draft: PresetDraft) -> Sequence[Problem]:
        """Measures that are none, then those that the standard forbids."""
        unread = [
            Problem(name, "Напишите число, например 12,5.")
            for name, edit in self._measures.items()
            if edit.value is None
        ]
        return [*unread, *problems_in_preset(draft.preset)]

    def _taken(self, given: PresetDraft, names: Sequence[tuple[str, str]]) -> dict[str, Any]:
        """Measures by their names; one that is not understood is what it was."""
        typed = {name: self._measures[name].value for name, _label in names}
        return {
            name: _measure(given, name) if value is None else value for name, value in typed.items()
        }

    def _add_measures(self, title: str, names: Sequence[tuple[str, str]]) -> None:
        if title:
            self.form.section(title)
        self.form.begin_row()
        for name, label in names:
            self._measures[name] = self.form.add(name, label, MeasureEdit())
        self.form.end_row()

    def _add_requisites(self) -> None:
        self.form.section("Бланк")
        self.requisites = self.form.add("requisites", "Реквизиты", RadioChoice(_PLACES))
        self.emblem = self.form.add(
            "emblem", "Эмблема", PictureField(), hint="Картинка PNG или JPEG до 1\u00a0МБ"
        )
        self._add_measures("", _BLANK)
        self.executor = QCheckBox("Печатать исполнителя и его телефон")
        self.form.add_wide(self.executor)

    def _add_numbers(self) -> None:
        self.form.section("Номера страниц")
        self.numbers = QCheckBox("Печатать со второй страницы")
        self.form.add_wide(self.numbers)
        self.numbering = self.form.add(
            "annex_numbering", "Нумерация в приложениях", RadioChoice(_NUMBERINGS)
        )

    def _listen(self) -> None:
        for edit in (self.title_field, *self._measures.values()):
            edit.textChanged.connect(self._on_changed)
        for box in (self.executor, self.numbers):
            box.toggled.connect(self._on_changed)
        for choice in (self.requisites, self.numbering, self.emblem):
            choice.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        draft = self.draft()
        if not problems_in_preset(replace(draft.preset, title="-")):
            self.paper.follow(draft)

    def _lay_out(self, title: str) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(scaled(24), scaled(16), scaled(16), scaled(16))
        column.setSpacing(scaled(12))
        column.addWidget(text_label(title, "title", wraps=True))
        column.addWidget(self.form)
        column.addStretch()
        lay_side_by_side(
            self,
            (scrolled(left), self.paper),
            _WIDTHS,
            _LEAST_WIDTHS,
            self._make_foot(),
            growing=(1,),
        )

    def _fit_to_screen(self) -> None:
        fit_to_screen(self, _SIZE)


def _measure(draft: PresetDraft, name: str) -> float:
    preset = draft.preset
    holder = next(one for one in (preset.page, preset.text, preset) if hasattr(one, name))
    return float(getattr(holder, name))
