"""What was sent: a copy of a filled form with its date, to whom it went and who signed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.problems import LONGEST_LINE, Problem, too_long


@dataclass(frozen=True)
class FrozenDraft:
    """A sending as its dialog edits it."""

    recipient: str = ""
    sent_on: date | None = None
    signed_by: str = ""
    note: str = ""


@dataclass(frozen=True)
class FrozenRow:
    """A sent copy in the list."""

    report_id: int
    form_code: str
    title: str
    as_of: date
    sent_on: date
    recipient: str
    signed_by: str
    note: str

    @property
    def caption(self) -> str:
        """«Отправлено 14.12.2026: управление образования (на 12.12.2026)»."""
        where = f"{short_date(self.sent_on)}: {self.recipient}"
        return f"Отправлено {where} (на {short_date(self.as_of)})"


def problems_in(draft: FrozenDraft, as_of: date) -> list[Problem]:
    """What keeps a sending from being kept."""
    found = [
        *too_long("recipient", draft.recipient, 300),
        *too_long("signed_by", draft.signed_by, 300),
        *too_long("note", draft.note, LONGEST_LINE),
    ]
    if not draft.recipient.strip():
        found.append(Problem("recipient", "Укажите, кому отправлен отчёт."))
    if draft.sent_on is None:
        found.append(Problem("sent_on", "Укажите дату отправки."))
    elif draft.sent_on < as_of:
        message = f"Отчёт составлен на {short_date(as_of)}: отправить его раньше нельзя."
        found.append(Problem("sent_on", message))
    return found
