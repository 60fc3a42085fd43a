"""Consents: separate papers for separate purposes (152-ФЗ, ст. 9; ст. 351.8 ТК РФ)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.problems import Problem


class ConsentKind(StrEnum):
    """What a person agrees to."""

    PARTICIPATION = "participation"
    PROCESSING = "processing"
    PUBLICATION = "publication"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _LABELS[self]

    @property
    def short_label(self) -> str:
        """One or two words, for a column or a line of the pane."""
        return _SHORT_LABELS[self]


_LABELS = {
    ConsentKind.PARTICIPATION: "согласие на участие в программе наставничества",
    ConsentKind.PROCESSING: "согласие на обработку персональных данных",
    ConsentKind.PUBLICATION: "согласие на публикацию на сайте",
}


_SHORT_LABELS = {
    ConsentKind.PARTICIPATION: "участие",
    ConsentKind.PROCESSING: "обработка данных",
    ConsentKind.PUBLICATION: "публикация",
}

EARLIEST_SIGNATURE = date(2000, 1, 1)
"""A consent or an order of an earlier day is a slip of the pen."""


@dataclass(frozen=True)
class ConsentRecord:
    """A signed consent; ``is_by_representative`` where a parent signed for a minor.

    ``scan_id`` and ``scan_name`` are of the file attached to it, if there is one.
    """

    consent_id: int | None
    person_id: int
    kind: ConsentKind
    signed_on: date
    until_on: date | None = None
    withdrawn_on: date | None = None
    is_by_representative: bool = False
    scan_id: int | None = None
    scan_name: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the consent is in force on a day."""
        is_over = self.until_on is not None and self.until_on < day
        is_withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= day
        return self.signed_on <= day and not is_over and not is_withdrawn


def problems_in_signing(person_ids: Collection[int], signed_on: date, today: date) -> list[Problem]:
    """What keeps consents of these people from being entered."""
    found = []
    if not person_ids:
        found.append(Problem("person_ids", "Отметьте хотя бы одного человека."))
    if signed_on > today:
        message = f"Согласие не может быть подписано в будущем ({short_date(signed_on)})."
        found.append(Problem("signed_on", message))
    if signed_on < EARLIEST_SIGNATURE:
        message = f"Дата согласия {short_date(signed_on)} слишком давняя: проверьте год."
        found.append(Problem("signed_on", message))
    return found


def problems_in_dates(consent: ConsentRecord, today: date) -> list[Problem]:
    """What is wrong with the dates of an entered consent."""
    found = problems_in_signing((consent.person_id,), consent.signed_on, today)
    if consent.until_on is not None and consent.until_on < consent.signed_on:
        found.append(Problem("until_on", "Срок согласия кончается раньше подписания."))
    if consent.withdrawn_on is not None:
        found += problems_in_withdrawal(consent.signed_on, consent.withdrawn_on, today)
    return found


def problems_in_withdrawal(signed_on: date, withdrawn_on: date, today: date) -> list[Problem]:
    """What keeps a consent from being withdrawn on a day."""
    if withdrawn_on < signed_on:
        return [Problem("withdrawn_on", "Отзыв не может быть раньше подписания.")]
    if withdrawn_on > today:
        return [Problem("withdrawn_on", "День отзыва ещё не наступил.")]
    return []
