"""Texts of orders and consents: whose at the left, the text, the paper at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nastavnik_desktop.documents.paper_templates import Template, TemplateKind, title_of
from nastavnik_desktop.domain.problems import Problem
from ui.dialogs.record_dialog import RecordDialog
from ui.dialogs.template_faults import FaultList
from ui.dialogs.template_form import TemplateForm
from ui.dialogs.template_kinds import KindList
from ui.dialogs.word_picker import WordPicker
from ui.theme import scaled
from ui.widgets.buttons import button
from ui.widgets.fields import ChoiceField
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import ElidedLabel, text_label
from ui.widgets.live_preview import LivePreview, Render
from ui.widgets.scrolling import scrolled
from ui.widgets.side_by_side import fit_to_screen, lay_side_by_side

if TYPE_CHECKING:
    from nastavnik_desktop.documents.template_check import TemplateFault
    from nastavnik_desktop.documents.template_picks import Pick
    from nastavnik_desktop.services.template_samples import Sample

Texts = Mapping[TemplateKind, Template]

CHECK_AFTER_MS = 300
_SIZE = (1290, 700)
_WIDTHS = (236, 564, 490)
_LEAST_WIDTHS = (180, 400, 260)
_WAITING = "Документ готовится…"
_FAULTY = "Исправьте замечания к тексту – и документ появится здесь."
_FROM_BASE = "Данные настоящие, из базы"
_NO_SAMPLE = (
    "Примера для этого документа в базе пока нет: он появится вместе с парами и приказами года. "
    "Текст можно изменить и сейчас."
)


@dataclass(frozen=True)
class Trial:
    """A text that is tried on a sample."""

    sample: Sample
    template: Template


@dataclass(frozen=True)
class TextTools:
    """What the editor is given: the checker, the words of a kind, and what renders a trial."""

    check: Callable[[TemplateKind, Template], Sequence[TemplateFault]]
    picks: Callable[[TemplateKind], Sequence[Pick]]
    render: Render[Trial]


class TemplatesDialog(RecordDialog[Texts]):
    """The draft holds the texts of all kinds: going from one to another loses nothing.

    ``given`` are the texts in force. ``samples_asked`` wants ``show_samples``; ``versions_asked``
    and ``reset_asked`` want ``put``.
    """

    samples_asked = Signal()
    versions_asked = Signal()
    reset_asked = Signal()

    def __init__(
        self, parent: QWidget | None, tools: TextTools, kind: TemplateKind, given: Texts
    ) -> None:
        self._tools = tools
        self._first_kind = kind
        self._given = given
        self._texts: dict[TemplateKind, Template] = {}
        self._shown: TemplateKind | None = None
        self._samples: tuple[Sample, ...] = ()
        self.kinds = KindList()
        self.texts = TemplateForm()
        self.faults = FaultList()
        self.sample = ChoiceField()
        self.sample.setAccessibleName("На чьём примере")
        self._example = text_label(_FROM_BASE, "small")
        self._is_faulty = False
        self.paper: LivePreview[Trial] = LivePreview(
            tools.render, "Документ по этому тексту", _WAITING
        )
        super().__init__(parent, "Тексты приказов и согласий", form=self.texts)
        self.picker = WordPicker(self, self.texts.insert)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(CHECK_AFTER_MS)
        self._rest.timeout.connect(self.check)
        self.kinds.chosen.connect(self._on_kind_chosen)
        self.texts.changed.connect(self._on_changed)
        self.faults.chosen.connect(self._on_fault_chosen)
        self.sample.currentIndexChanged.connect(lambda _at: self._try_on())
        QShortcut(QKeySequence("Ctrl+Space"), self, self.pick_word)

    def fill(self, draft: Texts) -> None:
        """Show the texts of all kinds, the one that was asked for in front."""
        self._texts = dict(draft)
        self.kinds.choose(self._first_kind)
        self.kinds.mark(self._changed(draft))

    @property
    def kind(self) -> TemplateKind:
        """The kind whose text is in front."""
        return self.kinds.kind

    def draft(self) -> Texts:
        """The texts of all kinds as they stand."""
        if self._shown is not None:
            self._texts[self._shown] = self.texts.template()
        return dict(self._texts)

    def problems(self, draft: Texts) -> Sequence[Problem]:
        """Faults in changed texts keep all from being saved; the first is brought to the front."""
        for kind in self._changed(draft):
            faults = self._tools.check(kind, draft[kind])
            if faults:
                self.kinds.choose(kind)
                self.check()
                return [
                    Problem(fault.part, f"Строка {fault.line}: {fault.message}") for fault in faults
                ]
        return []

    def put(self, template: Template) -> None:
        """Put another text of the kind in front into the fields."""
        self.texts.put(template)

    def show_samples(self, kind: TemplateKind, samples: Sequence[Sample]) -> None:
        """What the text is tried on, unless the user has gone to another kind meanwhile."""
        if kind is not self._shown:
            return
        self._samples = tuple(samples)
        self.sample.set_choices([(at, one.title) for at, one in enumerate(samples)])
        has_choice = len(self._samples) > 1
        self.sample.setVisible(has_choice)
        self._example.setText("На примере:" if has_choice else _FROM_BASE)
        if samples:
            self._try_on()
        else:
            self.paper.say(_NO_SAMPLE)

    def pick_word(self) -> None:
        """Open the picker of words."""
        self.picker.offer(self._tools.picks(self.kind), self)

    def check(self) -> None:
        """Say what is wrong with the text in front; a right one is tried on the sample."""
        faults = tuple(self._tools.check(self.kind, self.texts.template()))
        self._is_faulty = bool(faults)
        self.faults.show_faults(faults)
        self.texts.mark(faults)
        self._try_on()

    def _changed(self, draft: Texts) -> list[TemplateKind]:
        return [kind for kind, template in draft.items() if template != self._given[kind]]

    def _try_on(self) -> None:
        at = self.sample.value
        if isinstance(at, int) and at < len(self._samples) and not self._is_faulty:
            self.paper.follow(Trial(self._samples[at], self.texts.template()))

    def _on_kind_chosen(self) -> None:
        draft, kind = self.draft(), self.kind
        self._shown, self._samples = kind, ()
        title = title_of(kind)
        self._title.setText(title[:1].upper() + title[1:])
        self.texts.show_template(kind, draft[kind])
        self.sample.hide()
        self.check()
        self.paper.say(_FAULTY if self._is_faulty else _WAITING)
        self.samples_asked.emit()

    def _on_changed(self) -> None:
        self.kinds.mark(self._changed(self.draft()))
        self._rest.start()

    def _on_fault_chosen(self, fault: TemplateFault) -> None:
        self.texts.go_to(fault.part, fault.line, fault.word)

    # Layout

    def _lay_out(self, _title: str) -> None:
        columns = (self._make_left(), self._make_middle(), self._make_right())
        lay_side_by_side(self, columns, _WIDTHS, _LEAST_WIDTHS, self._make_foot(), growing=(1, 2))

    def _make_left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(scaled(12), scaled(16), 0, scaled(12))
        column.addWidget(self.kinds)
        return left

    def _make_middle(self) -> QWidget:
        self._title = ElidedLabel("", "section")
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(scaled(16), scaled(4), scaled(16), scaled(8))
        around.addWidget(self.texts)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, scaled(16), 0, scaled(8))
        column.setSpacing(scaled(8))
        head = QVBoxLayout()
        head.setContentsMargins(scaled(16), 0, scaled(16), 0)
        head.addWidget(self._title)
        head.addLayout(self._make_tools())
        column.addLayout(head)
        column.addWidget(scrolled(inside), 1)
        column.addWidget(self.faults)
        return middle

    def _make_tools(self) -> FlowLayout:
        row = FlowLayout(scaled(8))
        word = button("Вставить слово…", icon_name="plus", on_click=self.pick_word)
        word.setToolTip("Ctrl+Пробел")
        row.addWidget(word)
        for words, icon_name, signal in (
            ("Версии…", "history", self.versions_asked),
            ("Вернуть исходный", "undo-2", self.reset_asked),
        ):
            made = button(words, icon_name=icon_name)
            made.clicked.connect(signal)
            row.addWidget(made)
        return row

    def _make_right(self) -> QWidget:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.paper, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        foot.setSpacing(scaled(8))
        foot.addWidget(self._example)
        foot.addWidget(self.sample, 1)
        column.addLayout(foot)
        return right

    def _fit_to_screen(self) -> None:
        fit_to_screen(self, _SIZE)
