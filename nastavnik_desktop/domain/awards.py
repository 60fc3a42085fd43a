"""What a mentor is given for the work: certificates and letters of thanks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.problems import LONGEST_TEXT, Problem, too_long
from nastavnik_desktop.domain.school_year import SchoolYear

LONGEST_NUMBER = 25


class AwardKind(StrEnum):
    """Papers of thanks that the school gives itself."""

    CERTIFICATE = "certificate"
    THANKS = "thanks"

    @property
    def label(self) -> str:
        """Russian name for the user."""
        return "сертификат наставника" if self is AwardKind.CERTIFICATE else "благодарность"

    @property
    def proposed_merit(self) -> str:
        """What the paper says unless the user writes her own words."""
        if self is AwardKind.CERTIFICATE:
            return ""
        return (
            "за ответственный труд наставника, щедрость, с которой Вы делитесь опытом, и внимание "
            "к тем, кто рядом с Вами делает первые шаги"
        )


@dataclass(frozen=True)
class AwardDraft:
    """Papers for several people at once; ``first_number`` is that of the first, others follow.

    ``merit`` of a letter follows the word «благодарит»; that of a certificate is a sentence more.
    """

    year: SchoolYear
    kind: AwardKind
    person_ids: tuple[int, ...]
    given_on: date | None
    first_number: str = ""
    merit: str = ""


@dataclass(frozen=True)
class AwardOffer:
    """A draft with the names of those who are awarded and the numbers to propose."""

    draft: AwardDraft
    names: tuple[str, ...]
    next_numbers: tuple[tuple[AwardKind, str], ...] = ()

    def number_for(self, kind: AwardKind) -> str:
        """The number to propose for the first paper of a kind."""
        return dict(self.next_numbers).get(kind, "1")


@dataclass(frozen=True)
class AwardRow:
    """A paper that was given."""

    award_id: int
    person_id: int
    name: str
    kind: AwardKind
    number: str
    given_on: date
    year: SchoolYear
    merit: str = ""

    @property
    def title(self) -> str:
        """«Сертификат наставника № 3 от 02.03.2027»."""
        number = f" №\u00a0{self.number}" if self.number else ""
        label = self.kind.label
        return f"{label[:1].upper()}{label[1:]}{number} от {short_date(self.given_on)}"


def problems_in(draft: AwardDraft) -> list[Problem]:
    """What keeps papers from being given."""
    found = []
    if not draft.person_ids:
        found.append(Problem("person_ids", "Отметьте, кому вручается документ."))
    if draft.given_on is None:
        found.append(Problem("given_on", "Укажите дату вручения."))
    if draft.kind is AwardKind.THANKS and not draft.merit.strip():
        found.append(Problem("merit", "Напишите, за что благодарит школа: «за …»."))
    return [
        *found,
        *too_long("first_number", draft.first_number, LONGEST_NUMBER),
        *too_long("merit", draft.merit, LONGEST_TEXT),
    ]


def numbers_from(first: str, count: int) -> tuple[str, ...]:
    """Numbers of papers given together: «7» goes on with «8»; another text stands on each."""
    plain = first.strip()
    if not plain.isdecimal():
        return (plain,) * count
    return tuple(str(int(plain) + step) for step in range(count))


def next_number(taken: Iterable[str]) -> str:
    """The number after the greatest one that is a plain number."""
    return str(max((int(one) for one in taken if one.isdecimal()), default=0) + 1)
