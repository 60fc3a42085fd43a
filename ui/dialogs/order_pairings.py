"""Pairings that an order may hold, with marks, and those it may not yet, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from nastavnik_desktop.domain.orders import DraftOffer
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.problems import Level, Problem
from ui.theme import scaled
from ui.tokens import Tone
from ui.widgets.buttons import button
from ui.widgets.cards import clear_layout, icon_label
from ui.widgets.labels import ElidedLabel, separator, text_label
from ui.widgets.scrolling import scrolled

_PROBLEMS_SHOWN = 3


class OrderPairings(QWidget):
    """``changed`` when a mark is set or taken.

    ``consent_asked`` and ``agreement_asked`` carry a pairing that lacks one.
    """

    changed = Signal()
    consent_asked = Signal(object)
    agreement_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._checks: dict[int, _PairingCheck] = {}
        self._wanted: set[int] = set()
        self._title = text_label("Пары", "section")
        self._all = button("Отметить все", "link", on_click=self._toggle_all)
        self._problems = text_label("", "error", wraps=True)
        self._problems.hide()
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, scaled(8), 0)
        self._list.setSpacing(0)
        inside = QWidget()
        inside.setLayout(self._list)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scaled(8))
        layout.addLayout(head)
        layout.addWidget(self._problems)
        layout.addWidget(scrolled(inside), 1)

    @property
    def ids(self) -> tuple[int, ...]:
        """The marked pairings, in the order shown."""
        return tuple(key for key, check in self._checks.items() if check.box.isChecked())

    def show_offer(self, offer: DraftOffer, day: date, chosen: Iterable[int]) -> None:
        """Show who may stand in an order of that day; a mark survives while the pairing does."""
        self._wanted = set(chosen)
        clear_layout(self._list)
        self._checks = {}
        for row in offer.ready_on(day):
            self._add_ready(row)
        held_back = offer.held_back_on(day)
        if held_back:
            self._add_heading("Пока нельзя включить")
        for row, reasons in held_back:
            self._add_held_back(row, reasons, day)
        if not offer.candidates:
            words = "Все пары этого года уже в приказах. Новую создают на странице «Пары и группы»."
            self._list.addWidget(text_label(words, "quiet", wraps=True))
        self._list.addStretch()
        self._show_count()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with the choice, or worth a look."""
        words = [problem.message for problem in problems[:_PROBLEMS_SHOWN]]
        if len(problems) > _PROBLEMS_SHOWN:
            words.append(f"…и ещё {len(problems) - _PROBLEMS_SHOWN}")
        has_error = any(problem.level is Level.ERROR for problem in problems)
        self._problems.setProperty("text_style", "error" if has_error else "warning")
        self._problems.style().polish(self._problems)
        self._problems.setText("\n".join(words))
        self._problems.setVisible(bool(words))

    def _add_ready(self, row: PairingRow) -> None:
        check = _PairingCheck(row)
        check.box.setChecked(row.pairing_id in self._wanted)
        check.box.toggled.connect(self._on_toggled)
        self._checks[row.pairing_id] = check
        self._list.addWidget(check)
        self._list.addWidget(separator())

    def _add_heading(self, words: str) -> None:
        self._list.addSpacing(scaled(16))
        self._list.addWidget(text_label(words, "section"))
        self._list.addSpacing(scaled(4))

    def _add_held_back(self, row: PairingRow, reasons: list[str], day: date) -> None:
        part = QWidget()
        layout = QHBoxLayout(part)
        layout.setContentsMargins(0, scaled(6), 0, scaled(6))
        layout.setSpacing(scaled(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(row.title))
        for reason in reasons:
            words.addWidget(text_label(reason, "warning", wraps=True))
        for is_lacking, title, asked in (
            (row.without_consent(day), "Внести согласие", self.consent_asked),
            (row.without_agreement(day), "Внести соглашение", self.agreement_asked),
        ):
            if is_lacking:
                ask = button(title, "link", on_click=partial(asked.emit, row))
                ask.setAccessibleName(f"{title}: {row.title}")
                words.addWidget(ask, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(icon_label("lock", Tone.WARNING), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        self._list.addWidget(part)
        self._list.addWidget(separator())

    def _toggle_all(self) -> None:
        is_marking = len(self.ids) < len(self._checks)
        for check in self._checks.values():
            check.box.blockSignals(True)
            check.box.setChecked(is_marking)
            check.box.blockSignals(False)
        self._on_toggled()

    def _on_toggled(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        marked, ready = len(self.ids), len(self._checks)
        self._title.setText(f"Пары: {marked} из {ready}")
        self._all.setText("Снять все" if marked == ready else "Отметить все")
        self._all.setVisible(ready > 1)


class _PairingCheck(QWidget):
    """A pairing with a mark; a click anywhere on it sets or takes the mark."""

    def __init__(self, row: PairingRow) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(row.title)
        self.box.setAccessibleDescription(f"{row.form.title}, {row.term}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, scaled(6), 0, scaled(6))
        layout.setSpacing(0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(row.title))
        words.addWidget(ElidedLabel(f"{row.form.title} · {row.term}", "small"))
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words belong to the mark."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.box.toggle()
