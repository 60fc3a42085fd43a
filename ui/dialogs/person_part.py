"""What the parts of a person's card have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.domain.name_cases import NameRules
from nastavnik_desktop.domain.need_words import NeedWord
from nastavnik_desktop.domain.people import PersonDraft
from nastavnik_desktop.domain.problems import Problem
from nastavnik_desktop.domain.school_year import SchoolYear
from ui.widgets.date_edit import DateEdit
from ui.widgets.form import Form
from ui.widgets.number_edit import NumberEdit
from ui.widgets.rate_edit import RateEdit
from ui.widgets.service_edit import ServiceEdit

Readable = TypeVar("Readable", DateEdit, NumberEdit, RateEdit, ServiceEdit)

_NOT_UNDERSTOOD: dict[type, str] = {
    DateEdit: "Дата не понята. Напишите её так: 05.09.2026.",
    NumberEdit: "Напишите число цифрами.",
    RateEdit: "Ставка пишется так: 0,5.",
    ServiceEdit: "Стаж пишется так: 12 лет 5 мес. на 01.09.2026; месяцев не больше 11.",
}


GuessCases = Callable[[PersonDraft], dict[Case, str]]


def _no_guesses(_draft: PersonDraft) -> dict[Case, str]:
    return {}


@dataclass(frozen=True)
class CardContext:
    """What a card knows besides its draft: the year, the day, words already in use.

    ``guess_post`` gives the post of a card in its cases, nothing without a post; ``needs`` are
    the school's list, ``name_rules`` the forms of names that hold for everybody.
    """

    year: SchoolYear
    today: date
    posts: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    guess_post: GuessCases = _no_guesses
    needs: tuple[NeedWord, ...] = ()
    name_rules: NameRules = field(default_factory=dict)


class CardPart(Form):
    """One part of the card: shows its fields of a draft and puts them back into it."""

    def __init__(self) -> None:
        super().__init__()
        self._readable: list[tuple[str, DateEdit | NumberEdit | RateEdit | ServiceEdit]] = []

    def fill(self, draft: PersonDraft) -> None:
        """Show the draft's fields of this part."""
        raise NotImplementedError

    def applied(self, draft: PersonDraft) -> PersonDraft:
        """The draft with the fields of this part as they stand."""
        raise NotImplementedError

    def unread(self) -> list[Problem]:
        """Fields whose text is not what it should be."""
        return [
            Problem(name, _NOT_UNDERSTOOD[type(widget)])
            for name, widget in self._readable
            if not widget.is_understood
        ]

    def add_date(self, name: str, label: str, today: date) -> DateEdit:
        """Add a date that may stay empty."""
        return self._watched(name, self.add(name, label, DateEdit(label, today)))

    def add_number(self, name: str, label: str, hint: str = "", longest: int = 4) -> NumberEdit:
        """Add a whole number that may stay empty."""
        return self._watched(name, self.add(name, label, NumberEdit(hint, longest)))

    def add_rate(self, name: str, label: str) -> RateEdit:
        """Add a rate that may stay empty."""
        return self._watched(name, self.add(name, label, RateEdit()))

    def add_service(self, name: str, label: str, today: date) -> ServiceEdit:
        """Add a length of service."""
        return self._watched(name, self.add(name, label, ServiceEdit(label, today)))

    def add_line(
        self, name: str, label: str, words: Iterable[str] = (), *, is_required: bool = False
    ) -> QLineEdit:
        """Add one line of text; ``words`` already in use are proposed while typing."""
        line = self.add(name, label, QLineEdit(), is_required=is_required)
        known = sorted(set(words))
        if known:
            proposer = QCompleter(known, line)
            proposer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            proposer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(proposer)
        return line

    def _watched(self, name: str, widget: Readable) -> Readable:
        self._readable.append((name, widget))
        return widget


def text_of(line: QLineEdit) -> str:
    """What stands in a line, without blanks around it."""
    return line.text().strip()
