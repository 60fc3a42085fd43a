"""The base of the parts that say what an order of one kind decides.

A part shows the details of a draft and answers with those that its fields hold, for the pairings
that are chosen beside it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from nastavnik_desktop.domain.orders import Details, DraftOffer
from nastavnik_desktop.domain.pairings import PairingRow
from nastavnik_desktop.domain.problems import Problem
from ui.widgets.check_list import CheckList
from ui.widgets.date_edit import DateEdit
from ui.widgets.fields import NoteField
from ui.widgets.form import Form

Kind = TypeVar("Kind", bound=Details)

_MOST_LINES = 6


class KindPart(QObject):
    """``changed`` after every change; a kind without fields of its own keeps its details."""

    changed = Signal()

    def __init__(self, form: Form, offer: DraftOffer, today: date) -> None:
        super().__init__(form)
        self.form = form
        self.offer = offer
        self.today = today
        self._given: Details = offer.draft.details
        self.add_fields()

    def add_fields(self) -> None:
        """Put the fields of the kind into the form."""

    def fill(self, details: Details) -> None:
        """Show details."""
        self._given = details

    def details(self, _chosen: Sequence[PairingRow]) -> Details:
        """What the fields hold for the pairings that are chosen."""
        return self._given

    def unfilled(self, _chosen: Sequence[PairingRow]) -> list[Problem]:
        """Days that the chosen pairings need and the fields do not tell."""
        return []

    def follow_day(self, _day: date) -> None:
        """The order has another day: what was proposed for the former one is proposed anew."""

    def given(self, kind: type[Kind]) -> Kind:
        """The details that were shown, as those of the kind; other ones begin anew."""
        return self._given if isinstance(self._given, kind) else kind()

    def line(self, name: str, label: str, hint: str = "") -> QLineEdit:
        """A field for one line of text."""
        field = self.form.add(name, label, QLineEdit(), hint=hint)
        field.textChanged.connect(self.changed)
        return field

    def note(self, name: str, label: str, hint: str = "", lines: int = 3) -> NoteField:
        """A field for several lines of text."""
        field = self.form.add(name, label, NoteField(lines), hint=hint)
        field.textChanged.connect(self.changed)
        return field

    def day(self, name: str, label: str) -> DateEdit:
        """A field for a date."""
        field = self.form.add(name, label, DateEdit(label, self.today))
        field.textChanged.connect(self.changed)
        return field

    def choices(
        self, name: str, label: str, words: Mapping[int, str], hint: str = ""
    ) -> CheckList[int]:
        """A field for any of several things, by their keys."""
        field: CheckList[int] = CheckList(label, rows_shown=min(max(len(words), 1), _MOST_LINES))
        show_choices(field, words)
        self.form.add(name, label, field, hint=hint)
        field.changed.connect(self.changed)
        return field

    def check(self, name: str, words: str) -> QCheckBox:
        """A field for yes or no."""
        field = self.form.add(name, "", QCheckBox(words))
        field.setAccessibleName(words)
        field.toggled.connect(self.changed)
        return field


def show_choices(field: CheckList[int], words: Mapping[int, str]) -> None:
    """Show other things to choose from; what was marked stays so if it is still there."""
    marked = set(field.chosen)
    field.show_lines([(key, title, key in marked) for key, title in words.items()])


def lines_of(field: NoteField) -> list[str]:
    """Lines of a note that hold something."""
    return [line.strip() for line in field.toPlainText().splitlines() if line.strip()]
