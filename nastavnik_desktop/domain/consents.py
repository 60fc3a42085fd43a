"""Consents: separate papers for separate purposes (152-ФЗ, ст. 9; ст. 351.8 ТК РФ)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ConsentKind(StrEnum):
    """What a person agrees to."""

    PARTICIPATION = "participation"
    PROCESSING = "processing"
    PUBLICATION = "publication"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _LABELS[self]


_LABELS = {
    ConsentKind.PARTICIPATION: "согласие на участие в программе наставничества",
    ConsentKind.PROCESSING: "согласие на обработку персональных данных",
    ConsentKind.PUBLICATION: "согласие на публикацию на сайте",
}


@dataclass(frozen=True)
class ConsentRecord:
    """A signed consent; ``is_by_representative`` where a parent signed for a minor."""

    consent_id: int | None
    person_id: int
    kind: ConsentKind
    signed_on: date
    until_on: date | None = None
    withdrawn_on: date | None = None
    is_by_representative: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether the consent is in force on a day."""
        is_over = self.until_on is not None and self.until_on < day
        is_withdrawn = self.withdrawn_on is not None and self.withdrawn_on <= day
        return self.signed_on <= day and not is_over and not is_withdrawn
