"""Indicators: few, named in words, each with the definition that the user reads.

A pairing counts on a date when it stands in an order issued on or before it and not withdrawn,
has begun and has not ended. Ends count from 1 September of that school year to the date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from nastavnik_desktop.domain.dates import short_date
from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.pairings import EndKind
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.facts import PairingRecord, StatisticsFacts
from nastavnik_desktop.domain.statistics.observations import Counts, Observation


@dataclass(frozen=True)
class Indicator:
    """What is counted, in words and as a rule that finds every observation of a date."""

    definition: str
    counts: Counts
    observe: Callable[[StatisticsFacts, date], Iterator[Observation]]


def indicator(code: str) -> Indicator:
    """The indicator of a code; raises UnreadableFile when a definition names an unknown one."""
    if code not in _INDICATORS:
        raise UnreadableFile(f"В описании формы назван неизвестный показатель «{code}».", code)
    return _INDICATORS[code]


def counted_pairings(facts: StatisticsFacts, as_of: date) -> Iterator[PairingRecord]:
    """Pairs and groups that count on a date."""
    for pairing in facts.pairings:
        if pairing.runs_on(as_of) and pairing.order_on(as_of) is not None:
            yield pairing


def _pairings(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    for pairing in counted_pairings(facts, as_of):
        order = pairing.order_on(as_of)
        pause = pairing.pause_on(as_of)
        words = (
            pairing.kind.label,
            order.title if order else "",
            f"приостановлена {pause.title}" if pause else "",
        )
        reason = ", ".join(filter(None, words))
        mentor = facts.people[pairing.mentor_id]
        yield Observation(pairing.pairing_id, pairing, mentor, reason)


def _mentors(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    for pairing in counted_pairings(facts, as_of):
        for person_id in pairing.mentors_on(as_of):
            yield _taking_part(facts, pairing, person_id, as_of)


def _mentees(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    for pairing in counted_pairings(facts, as_of):
        for person_id in pairing.mentees_on(as_of):
            yield _taking_part(facts, pairing, person_id, as_of)


def _departed(kind: EndKind, facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    first_day = SchoolYear.of(as_of).first_day
    words = "завершение" if kind is EndKind.COMPLETED else "выбытие"
    for pairing in facts.pairings:
        if pairing.order_on(as_of) is None:
            continue
        for end in pairing.departures(first_day, as_of):
            if end.kind is kind:
                fact = f"{words} {short_date(end.on)}"
                yield _taking_part(facts, pairing, end.person_id, as_of, fact)


def _taking_part(
    facts: StatisticsFacts, pairing: PairingRecord, person_id: int, as_of: date, fact: str = ""
) -> Observation:
    person = facts.people[person_id]
    reason = ", ".join(filter(None, (person.occupation_on(as_of), fact)))
    return Observation(person_id, pairing, person, reason)


_INDICATORS = {
    "pairings": Indicator(
        "Пары и группы, которые на дату стоят в изданном и не отменённом приказе, "
        "уже начались и ещё не закончились; приостановленные тоже. Пара, где сменился наставник, "
        "считается один раз.",
        Counts.PAIRINGS,
        _pairings,
    ),
    "mentors": Indicator(
        "Наставники пар и групп, которые на дату стоят в изданном и не отменённом приказе, "
        "уже начались и ещё не закончились, вторые и замещающие – в свои сроки. "
        "Каждый человек считается один раз.",
        Counts.PEOPLE,
        _mentors,
    ),
    "mentees": Indicator(
        "Наставляемые пар и групп, которые на дату стоят в изданном и не отменённом приказе, "
        "уже начались и ещё не закончились; кто вошёл позже или вышел раньше остальных – "
        "по своим датам. Каждый человек считается один раз.",
        Counts.PEOPLE,
        _mentees,
    ),
    "completed": Indicator(
        "Наставляемые, чьи пары и группы по приказу завершены с 1 сентября этого учебного года "
        "по дату включительно. Каждый человек считается один раз.",
        Counts.PEOPLE,
        partial(_departed, EndKind.COMPLETED),
    ),
    "left_early": Indicator(
        "Наставляемые, которые с 1 сентября этого учебного года по дату включительно вышли из "
        "группы раньше её окончания или чья пара либо группа по приказу прекращена досрочно, "
        "даже если они продолжили в другой паре; замена наставника – не выбытие. "
        "Каждый человек считается один раз.",
        Counts.PEOPLE,
        partial(_departed, EndKind.EARLY),
    ),
}
