"""Indicators: few, named in words, each with the definition that the user reads.

A pairing counts on a date when it stands in an order issued on or before it and not withdrawn,
has begun and has not ended. Ends count from 1 September of that school year to the date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import partial

from nastavnik_desktop.domain.dates import quarter_of, short_date
from nastavnik_desktop.domain.employment import rate_words
from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.full_name import NBSP
from nastavnik_desktop.domain.pairings import EndKind
from nastavnik_desktop.domain.road_maps.monitoring import monitored
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.statistics.facts import (
    OrderRecord,
    PairingRecord,
    PersonRecord,
    StatisticsFacts,
)
from nastavnik_desktop.domain.statistics.observations import Counts, Observation


class Period(StrEnum):
    """For what time an indicator speaks."""

    ON_DATE = "на дату"
    SINCE_SEPTEMBER = "за период с 1 сентября по дату"
    QUARTER = "за квартал, в который входит дата"
    YEAR_TO_QUARTER = "за период с 1 сентября по конец квартала, в который входит дата"


@dataclass(frozen=True)
class Indicator:
    """What is counted, in words and as a rule that finds every observation of a date.

    ``is_of_school`` asks for the whole staff and all students, not only those in pairings,
    ``is_of_road_maps`` for the road maps;
    an indicator with ``amount`` adds up that amount of the records instead of counting them.
    """

    title: str
    definition: str
    counts: Counts
    observe: Callable[[StatisticsFacts, date], Iterator[Observation]]
    period: Period = Period.ON_DATE
    is_of_school: bool = False
    is_of_road_maps: bool = False
    amount: str = ""

    @property
    def is_amount(self) -> bool:
        """Whether amounts are added up."""
        return bool(self.amount)

    @property
    def manner(self) -> str:
        """How it counts: «Люди без повторов, на дату»."""
        return f"{_MANNERS[self.counts]}, {self.period.value}."


_MANNERS = {
    Counts.PEOPLE: "Люди без повторов",
    Counts.PAIRINGS: "Пары и группы",
    Counts.ORDERS: "Приказы",
    Counts.ACTS: "Документы",
    Counts.ITEMS: "Пункты дорожных карт",
}


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
        title = order.title if order else ""
        words = (pairing.kind.label, title, f"приостановлена {pause.title}" if pause else "")
        reason = ", ".join(filter(None, words))
        mentor = facts.people[pairing.mentor_id]
        yield Observation(pairing.pairing_id, reason, mentor, pairing, texts={"requisites": title})


def _orders(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    """Orders by which pairings run on a date, each with how many of them."""
    found: dict[tuple[int, OrderRecord], list[PairingRecord]] = {}
    for pairing in counted_pairings(facts, as_of):
        order = pairing.order_on(as_of)
        if order is not None:
            found.setdefault((order.order_id, order), []).append(pairing)
    for (_, order), pairings in found.items():
        words = order.title.removeprefix("приказ ")
        yield Observation(
            order.order_id,
            f"{order.title}: {len(pairings)}",
            pairing=pairings[0],
            texts={"requisites": words},
        )


def _acts(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    for act in facts.acts:
        if act.exists_on(as_of) and act.act_id is not None:
            yield Observation(
                act.act_id,
                act.kind.label,
                act_kind=act.kind,
                texts={"requisites": act.requisites, "link": act.link},
            )


def _mentors(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    for pairing in counted_pairings(facts, as_of):
        for person_id in pairing.mentors_on(as_of):
            yield _taking_part(facts, pairing, person_id, as_of)


def _mentees(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    for pairing in counted_pairings(facts, as_of):
        for person_id in pairing.mentees_on(as_of):
            yield _taking_part(facts, pairing, person_id, as_of)


def _participants(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    yield from _mentors(facts, as_of)
    yield from _mentees(facts, as_of)


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
    return Observation(person_id, reason, person, pairing)


def _staff(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    for person in facts.people.values():
        if person.works_on(as_of):
            yield Observation(person.person_id, person.occupation_on(as_of), person)


def _educators(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    for observed in _staff(facts, as_of):
        if observed.person is not None and observed.person.educators_post_on(as_of):
            yield observed


def _rates(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    for person in facts.people.values():
        if person.works_on(as_of):
            rate = _rate(person, as_of)
            words = f"{rate_words(rate)}{NBSP}ставки" if rate is not None else ""
            reason = ", ".join(filter(None, (person.occupation_on(as_of), words)))
            weight = None if rate is None else Decimal(rate) / 100
            yield Observation(person.person_id, reason, person, weight=weight)


def _rate(person: PersonRecord, as_of: date) -> int | None:
    """Hundredths of all rates that a person works; None when that of the main post is unknown."""
    held = [post for post in person.posts if post.is_held_on(as_of)]
    if not held or held[0].rate_hundredths is None:
        return None
    return sum(post.rate_hundredths or 0 for post in held)


def _pupils(facts: StatisticsFacts, as_of: date) -> Iterator[Observation]:
    for person in facts.people.values():
        if person.is_here_on(as_of) and person.enrollment_on(as_of) is not None:
            yield Observation(person.person_id, person.occupation_on(as_of), person)


def _items(
    days: Callable[[date], tuple[date, date]], facts: StatisticsFacts, as_of: date
) -> Iterator[Observation]:
    for item in monitored(facts.road_maps, *days(as_of), as_of):
        yield Observation(item.item_id, item.reason, item=item)


def _since_september(day: date) -> tuple[date, date]:
    """From 1 September of the school year to the end of the quarter."""
    return SchoolYear.of(day).first_day, quarter_of(day)[1]


_OF_PAIRINGS = (
    "пар и групп, которые на дату стоят в изданном и не отменённом приказе, "
    "уже начались и ещё не закончились"
)
_STAFF = (
    "работники школы, которые на дату занимают в ней должность, в том числе находящиеся в "
    "длительном отпуске; без внешних совместителей"
)
_DUE = "срок которых по плану приходится на"
_ONCE = (
    "Пункт с несколькими сроками считается один раз, по худшему из них; пункты без срока "
    "(«постоянно», «по мере необходимости») не входят."
)
_INDICATORS = {
    "pairings": Indicator(
        "Пары и группы",
        "Пары и группы, которые на дату стоят в изданном и не отменённом приказе, "
        "уже начались и ещё не закончились; приостановленные тоже. Пара, где сменился наставник, "
        "считается один раз.",
        Counts.PAIRINGS,
        _pairings,
    ),
    "orders": Indicator(
        "Приказы о закреплении",
        f"Изданные и не отменённые приказы, в которых стоит хотя бы одна из {_OF_PAIRINGS}.",
        Counts.ORDERS,
        _orders,
    ),
    "mentors": Indicator(
        "Наставники",
        f"Наставники {_OF_PAIRINGS}, вторые и замещающие – в свои сроки. "
        "Каждый человек считается один раз.",
        Counts.PEOPLE,
        _mentors,
    ),
    "mentees": Indicator(
        "Наставляемые",
        f"Наставляемые {_OF_PAIRINGS}; кто вошёл позже или вышел раньше остальных – "
        "по своим датам. Каждый человек считается один раз.",
        Counts.PEOPLE,
        _mentees,
    ),
    "participants": Indicator(
        "Участники",
        f"Наставники и наставляемые {_OF_PAIRINGS}. Кто состоит в нескольких парах или и "
        "наставник, и наставляемый, считается один раз.",
        Counts.PEOPLE,
        _participants,
    ),
    "completed": Indicator(
        "Завершили программу",
        "Наставляемые, чьи пары и группы по приказу завершены с 1 сентября этого учебного года "
        "по дату включительно. Каждый человек считается один раз.",
        Counts.PEOPLE,
        partial(_departed, EndKind.COMPLETED),
        Period.SINCE_SEPTEMBER,
    ),
    "left_early": Indicator(
        "Досрочно выбыли",
        "Наставляемые, которые с 1 сентября этого учебного года по дату включительно вышли из "
        "группы раньше её окончания или чья пара либо группа по приказу прекращена досрочно, "
        "даже если они продолжили в другой паре; замена наставника – не выбытие. "
        "Каждый человек считается один раз.",
        Counts.PEOPLE,
        partial(_departed, EndKind.EARLY),
        Period.SINCE_SEPTEMBER,
    ),
    "staff": Indicator(
        "Работники",
        f"{_STAFF[0].upper()}{_STAFF[1:]}. Каждый человек считается один раз.",
        Counts.PEOPLE,
        _staff,
        is_of_school=True,
    ),
    "educators": Indicator(
        "Педагоги",
        f"Педагогические {_STAFF}. Руководитель, который ведёт предмет, – тоже педагог.",
        Counts.PEOPLE,
        _educators,
        is_of_school=True,
    ),
    "rates": Indicator(
        "Ставки",
        f"Сумма ставок по всем должностям человека в школе; {_STAFF}.",
        Counts.PEOPLE,
        _rates,
        is_of_school=True,
        amount="ставка",
    ),
    "pupils": Indicator(
        "Обучающиеся",
        "Обучающиеся, которые на дату учатся в одном из классов школы.",
        Counts.PEOPLE,
        _pupils,
        is_of_school=True,
    ),
    "acts": Indicator(
        "Документы",
        "Документы перечня локальных актов, которые есть на дату; документ без даты есть всегда.",
        Counts.ACTS,
        _acts,
    ),
    "items_of_quarter": Indicator(
        "Пункты дорожных карт за квартал",
        f"Пункты дорожных карт, {_DUE} квартал, в который входит дата. {_ONCE}",
        Counts.ITEMS,
        partial(_items, quarter_of),
        Period.QUARTER,
        is_of_road_maps=True,
    ),
    "items_of_year": Indicator(
        "Пункты дорожных карт с 1 сентября",
        f"Пункты дорожных карт, {_DUE} период с 1 сентября по конец квартала. {_ONCE}",
        Counts.ITEMS,
        partial(_items, _since_september),
        Period.YEAR_TO_QUARTER,
        is_of_road_maps=True,
    ),
}

INDICATOR_CODES = tuple(_INDICATORS)
"""Codes of all indicators in the order in which users choose them."""
