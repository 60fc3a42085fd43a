"""Who of the year's participants has which of the three consents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.consents import ConsentKind, ConsentRecord
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import PersonKind


class ConsentState(StrEnum):
    """How it stands with one consent of a person on a day."""

    HELD = "held"
    MISSING = "missing"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    NOT_NEEDED = "not_needed"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return _STATE_LABELS[self]

    @property
    def is_lacking(self) -> bool:
        """Whether a paper is to be signed."""
        return self in {ConsentState.MISSING, ConsentState.EXPIRED}


_STATE_LABELS = {
    ConsentState.HELD: "есть",
    ConsentState.MISSING: "нет",
    ConsentState.EXPIRED: "истекло",
    ConsentState.WITHDRAWN: "отозвано",
    ConsentState.NOT_NEEDED: "не требуется",
}


@dataclass(frozen=True)
class ConsentStatus:
    """The state of one consent, and the latest paper behind it where there is one."""

    kind: ConsentKind
    state: ConsentState
    record: ConsentRecord | None = None


@dataclass(frozen=True)
class ConsentLine:
    """A participant of the year with the three consents, in the order of their kinds."""

    person_id: int
    name: FullName
    occupation: str
    role: str
    is_minor: bool
    statuses: tuple[ConsentStatus, ...]

    def status(self, kind: ConsentKind) -> ConsentStatus:
        """How it stands with one of the three."""
        return next(status for status in self.statuses if status.kind is kind)

    @property
    def lacking(self) -> tuple[ConsentKind, ...]:
        """Papers that are to be signed."""
        return tuple(status.kind for status in self.statuses if status.state.is_lacking)


def statuses_of(
    consents: Iterable[ConsentRecord], kind: PersonKind, day: date
) -> tuple[ConsentStatus, ...]:
    """The three consents of a person on a day; of several papers of a kind the latest counts.

    The data of an employee are processed within the employment, without a consent (152-ФЗ, ст. 6);
    a withdrawn consent is not asked for again.
    """
    known = sorted(consents, key=lambda consent: consent.signed_on)
    return tuple(
        _status(each, [one for one in known if one.kind is each], kind, day) for each in ConsentKind
    )


def _status(
    kind: ConsentKind, papers: list[ConsentRecord], person: PersonKind, day: date
) -> ConsentStatus:
    held = [paper for paper in papers if paper.holds_on(day)]
    if held:
        return ConsentStatus(kind, ConsentState.HELD, held[-1])
    if papers:
        is_withdrawn = papers[-1].withdrawn_on is not None
        state = ConsentState.WITHDRAWN if is_withdrawn else ConsentState.EXPIRED
        return ConsentStatus(kind, state, papers[-1])
    is_free = kind is ConsentKind.PROCESSING and person is PersonKind.STAFF
    return ConsentStatus(kind, ConsentState.NOT_NEEDED if is_free else ConsentState.MISSING)
