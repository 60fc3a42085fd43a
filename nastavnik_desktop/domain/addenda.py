"""Agreements to labour contracts about mentoring (ст. 351.8 ТК РФ).

The agreement, or the contract itself, states the content, the term, the form and the pay of the
work. Where helping newcomers is a part of the post and of its salary, the article does not apply
(Роструд, письмо от 02.10.2025 № ТЗ/7300-6-1): the base keeps the reason instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.problems import LONGEST_LINE, Level, Problem, too_long


class AddendumBasis(StrEnum):
    """On what the mentor's work rests."""

    AGREEMENT = "agreement"
    DUTIES = "duties"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        if self is AddendumBasis.AGREEMENT:
            return "дополнительное соглашение"
        return "в должностных обязанностях"


@dataclass(frozen=True)
class ContractAddendum:
    """The agreement of an employee who mentors, for one pairing or several.

    ``pay`` is a size or a reference to the school's act on pay. With the basis «в должностных
    обязанностях» ``duties_reason`` says where they are written, and the rest may be empty.
    """

    person_id: int
    pairing_ids: tuple[int, ...]
    basis: AddendumBasis = AddendumBasis.AGREEMENT
    number: str = ""
    signed_on: date | None = None
    content: str = ""
    form: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    pay: str = ""
    duties_reason: str = ""
    addendum_id: int | None = None

    @property
    def title(self) -> str:
        """«Доп. соглашение № 4 от 04.09.2026» or «В должностных обязанностях»."""
        if self.basis is AddendumBasis.DUTIES:
            return "В должностных обязанностях"
        number = f" №\u00a0{self.number}" if self.number else ""
        return f"Доп. соглашение{number} от {short_date(self.signed_on)}"

    def allows_order_of(self, day: date) -> bool:
        """Whether an order of that day may rest on it: signed by then, or written in duties."""
        if self.basis is AddendumBasis.DUTIES:
            return True
        return self.signed_on is not None and self.signed_on <= day


def problems_in(addendum: ContractAddendum) -> list[Problem]:
    """What keeps an agreement from being saved, and what ст. 351.8 ТК РФ asks for besides."""
    found = [*_term_problems(addendum), *_lengths(addendum)]
    if not addendum.pairing_ids:
        found.append(Problem("pairing_ids", "Выберите пару, к которой относится соглашение."))
    if addendum.basis is AddendumBasis.DUTIES:
        if not addendum.duties_reason.strip():
            words = "Укажите, где записаны эти обязанности: пункт договора или инструкции."
            found.append(Problem("duties_reason", words))
        return found
    if addendum.signed_on is None:
        found.append(Problem("signed_on", "Укажите дату соглашения."))
    asked = (
        ("content", addendum.content, "Статья 351.8 ТК РФ требует указать содержание работы."),
        ("form", addendum.form, "Статья 351.8 ТК РФ требует указать форму наставничества."),
        ("pay", addendum.pay, "Работа наставника оплачивается: укажите размер или положение."),
    )
    found += [Problem(name, words, Level.WARNING) for name, text, words in asked if not text]
    if addendum.starts_on is None or addendum.ends_on is None:
        words = "Статья 351.8 ТК РФ требует указать срок работы."
        found.append(Problem("ends_on", words, Level.WARNING))
    return found


def _term_problems(addendum: ContractAddendum) -> list[Problem]:
    starts_on, ends_on = addendum.starts_on, addendum.ends_on
    if starts_on and ends_on and ends_on < starts_on:
        return [Problem("ends_on", "Срок соглашения кончается раньше, чем начинается.")]
    return []


def _lengths(addendum: ContractAddendum) -> list[Problem]:
    return [
        *too_long("number", addendum.number, 60),
        *too_long("content", addendum.content, 2000),
        *too_long("form", addendum.form, LONGEST_LINE),
        *too_long("pay", addendum.pay, LONGEST_LINE),
        *too_long("duties_reason", addendum.duties_reason, LONGEST_LINE),
    ]
