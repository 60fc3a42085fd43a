"""On what an order on pairs rests: consents and agreements, as the line «Основание» lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from nastavnik_desktop.domain.addenda import AddendumBasis, ContractAddendum
from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.pairings import PairingRow, Participant

_MOST_NUMBERS = 6
"""More agreements are told by their dates: a line of grounds must stay readable."""


def proposed_grounds(rows: Iterable[PairingRow], ended: Iterable[PairingRow] = ()) -> str:
    """«письменные согласия участников от 05.09.2026; дополнительное соглашение … № 4 от …».

    Consents of representatives (ст. 34 ч. 4 273-ФЗ) and agreements to labour contracts
    (ст. 351.8 ТК РФ) are named apart, notices of the pairings that ``ended`` come first; what is
    not there is left out.
    """
    listed = list(rows)
    people = [person for row in listed for person in row.participants]
    own = [one for one in people if not one.is_consent_by_representative]
    represented = [one for one in people if one.is_consent_by_representative]
    parts = (
        _notices(ended),
        _consents("письменные согласия участников", own),
        _consents("согласия законных представителей", represented),
        _agreements(_signed(listed)),
    )
    return "; ".join(filter(None, parts))


def _notices(ended: Iterable[PairingRow]) -> str:
    """Warnings of an early end, of either side (ст. 351.8 ТК РФ)."""
    days = {row.noticed_on for row in ended if row.noticed_on is not None}
    what = "уведомление" if len(days) == 1 else "уведомления"
    return f"{what} о прекращении наставничества от {_listed(days)}" if days else ""


def _consents(what: str, people: Iterable[Participant]) -> str:
    days = {person.consented_on for person in people if person.consented_on is not None}
    return f"{what} от {_listed(days)}" if days else ""


def _listed(days: Iterable[date]) -> str:
    return ", ".join(short_date(day) for day in sorted(days))


def _signed(rows: Iterable[PairingRow]) -> list[tuple[date, ContractAddendum]]:
    """Signed agreements, each once, the earliest first."""
    found = {
        (one.signed_on, one.number, one.person_id): one
        for row in rows
        for one in row.addenda
        if one.basis is AddendumBasis.AGREEMENT and one.signed_on is not None
    }
    return [(one.signed_on, one) for _, one in sorted(found.items()) if one.signed_on is not None]


def _agreements(signed: Sequence[tuple[date, ContractAddendum]]) -> str:
    if not signed:
        return ""
    if len(signed) > _MOST_NUMBERS or not all(one.number for _, one in signed):
        what = "дополнительное соглашение" if len(signed) == 1 else "дополнительные соглашения"
        contracts = "к трудовому договору" if len(signed) == 1 else "к трудовым договорам"
        return f"{what} {contracts} от {_listed({day for day, _ in signed})}"
    papers = ", ".join(f"№ {one.number} от {short_date(day)}" for day, one in signed)
    if len(signed) == 1:
        return f"дополнительное соглашение к трудовому договору {papers}"
    return f"дополнительные соглашения к трудовым договорам {papers}"
