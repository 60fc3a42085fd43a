"""The people of a file that is being imported, with the decision about each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from operator import attrgetter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nastavnik_desktop.domain.people import PersonDraft, occupation
from nastavnik_desktop.domain.person_rules import problems_in
from nastavnik_desktop.domain.problems import errors_of
from nastavnik_desktop.imports.records import FileReading
from nastavnik_desktop.services.import_preview import Decision, ImportLine, ImportPreview
from ui.dialogs.import_choices import FilledLines, LineChoice, choices_of
from ui.dialogs.import_words import difference_words, needs_decision, outcome_of
from ui.item_models.column import Column
from ui.item_models.rows_model import RowsModel
from ui.theme import scaled
from ui.user_settings import UserSettings
from ui.widgets.fields import ChoiceField
from ui.widgets.filter_bar import ChipFacts, FilterBar
from ui.widgets.form import Form
from ui.widgets.labels import text_label
from ui.widgets.records_table import RecordsTable
from ui.widgets.scrolling import scrolled

_DIFFERENCES_HEIGHT = 66
_SKIP_ALL = "не загружать"
_AS_PROPOSED = "как предложено"


class ImportPeopleTab(QWidget):
    """A table of lines; below it the selected line, its decision and what differs.

    ``decided`` tells that the preview is another one.
    """

    decided = Signal()

    def __init__(self, reading: FileReading, filled: FilledLines, today: date) -> None:
        super().__init__()
        self._filled = filled
        self._today = today
        self.preview: ImportPreview | None = None
        self._proposed: dict[int, ImportLine] = {}
        self._offered: list[list[LineChoice]] = []
        self._model: RowsModel[ImportLine] = RowsModel(_columns(reading), attrgetter("number"))
        self.filters = FilterBar()
        self.table = RecordsTable("import_people", "Люди файла", self._model, UserSettings())
        self._form = Form()
        self.choice = self._form.add("decision", "Что сделать с выбранным", ChoiceField())
        self._differences = text_label("", "quiet", wraps=True)
        self._lay_out()
        self.filters.changed.connect(self._on_filter_changed)
        self.table.picked.connect(self._on_picked)
        self.choice.activated.connect(self._on_chosen)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show the lines with the decisions made so far."""
        self.preview = preview
        self._proposed = {line.number: line for line in preview.lines}
        self._show_lines()
        self.table.selectRow(0)

    def _lay_out(self) -> None:
        differences = scrolled(self._differences)
        differences.setFixedHeight(scaled(_DIFFERENCES_HEIGHT))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, scaled(12), 0, 0)
        layout.setSpacing(scaled(8))
        layout.addWidget(self.filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._form)
        layout.addWidget(differences)

    def _show_lines(self) -> None:
        lines = self.preview.current_lines if self.preview else ()
        counts = {key: sum(map(holds, lines)) for key, (_words, holds) in _VIEWS.items()}
        self.filters.show_chips(
            [
                ChipFacts(key, words, counts[key])
                for key, (words, _holds) in _VIEWS.items()
                if counts[key] or key == "all"
            ]
        )
        self._model.set_predicate(_VIEWS[self.filters.chosen][1])
        self._model.set_rows(lines)

    def _on_filter_changed(self) -> None:
        self._model.set_predicate(_VIEWS[self.filters.chosen][1])

    def _on_picked(self, lines: list[ImportLine]) -> None:
        self.choice.setEnabled(bool(lines))
        self._offered = [
            choices_of(self._proposed[line.number], self._filled, self._today) for line in lines
        ]
        if len(lines) == 1:
            self._show_one(lines[0])
        else:
            words = [_AS_PROPOSED, _SKIP_ALL] if lines else []
            self.choice.set_choices([(place, text) for place, text in enumerate(words)])
            self._differences.setText("")

    def _show_one(self, line: ImportLine) -> None:
        choices = self._offered[0]
        self.choice.set_choices([(place, each.text) for place, each in enumerate(choices)])
        chosen = next((at for at, each in enumerate(choices) if each.line == line), 0)
        self.choice.set_value(chosen)
        self._differences.setText(_explanation(line, self._today))

    def _on_chosen(self, place: int) -> None:
        if self.preview is None:
            return
        for choices in self._offered:
            is_single = len(self._offered) == 1
            line = choices[place].line if is_single else _of_many(choices, place)
            self.preview = self.preview.with_line(line)
        self._show_lines()
        self._on_picked(self.table.picked_rows())
        self.decided.emit()


def _of_many(choices: Sequence[LineChoice], place: int) -> ImportLine:
    """The line as proposed, or left out."""
    proposed = choices[0].line
    return proposed if place == 0 else replace(proposed, decision=Decision.SKIP)


def _columns(reading: FileReading) -> list[Column[ImportLine]]:
    has_sheets = len(reading.header_rows) > 1
    return [
        Column(
            "Где",
            lambda line: line.address if has_sheets else line.address.rpartition(", ")[2],
            lambda line: line.number,
            width=150 if has_sheets else 100,
        ),
        Column("ФИО", lambda line: line.draft.name.full, width=210, stretches=True),
        Column("Кто это", lambda line: _about(line.draft), width=150, stretches=True),
        Column(
            "Что будет",
            lambda line: outcome_of(line)[0],
            width=140,
            tone=lambda line: outcome_of(line)[1],
        ),
    ]


_VIEWS = {
    "all": ("Все", lambda _line: True),
    "undecided": ("Решите сами", needs_decision),
    "create": ("Добавить", lambda line: line.decision is Decision.CREATE),
    "fill": ("Дополнить", lambda line: outcome_of(line)[0] == "дополнить"),
    "conflict": ("Расхождения", lambda line: any(not d.is_filled for d in line.differences)),
    "skip": ("Не загружать", lambda line: line.decision is Decision.SKIP),
}


def _about(draft: PersonDraft) -> str:
    work = draft.employment
    return occupation(
        draft.kind,
        work.position_title if work else "",
        work.subject if work else "",
        draft.school_class,
        draft.organisation,
    )


def _explanation(line: ImportLine, today: date) -> str:
    """Why the line needs the user, and what would be filled or stays as it is."""
    if line.repeats is not None:
        return "Этот человек уже есть выше в файле: вторая строка новую карточку не создаёт."
    errors = errors_of(problems_in(line.draft, today))
    if errors:
        return " ".join(error.message for error in errors)
    if needs_decision(line):
        reasons = "; ".join(f"{one.title} – {one.reason}" for one in line.candidates)
        return f"В базе есть похожие: {reasons}. Выберите, один ли это человек."
    if line.changes_nothing and not line.differences:
        return "База уже знает всё, что сказано в этой строке."
    filled = [difference_words(each) for each in line.differences if each.is_filled]
    kept = [difference_words(each) for each in line.differences if not each.is_filled]
    lines = [f"Будет вписано: {'; '.join(filled)}."] if filled else []
    lines += [f"Останется как в базе: {'; '.join(kept)}."] if kept else []
    return "\n".join(lines)
