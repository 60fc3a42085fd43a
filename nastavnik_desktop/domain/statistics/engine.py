"""The engine: a form's definition and the facts of a base give the filled form of a date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from nastavnik_desktop.domain.road_maps.monitoring import title_of
from nastavnik_desktop.domain.statistics import gaps
from nastavnik_desktop.domain.statistics.control import broken_rule
from nastavnik_desktop.domain.statistics.control_rules import Address
from nastavnik_desktop.domain.statistics.counting import Counting, unknown_of
from nastavnik_desktop.domain.statistics.entered import Entered
from nastavnik_desktop.domain.statistics.facts import PairingRecord, StatisticsFacts
from nastavnik_desktop.domain.statistics.form import StatisticsForm, selector_of
from nastavnik_desktop.domain.statistics.groupings import group
from nastavnik_desktop.domain.statistics.indicators import indicator
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.report import FormReport, ReportProblem

_NOTHING_ENTERED = Entered()


def compute(
    form: StatisticsForm,
    facts: StatisticsFacts,
    as_of: date,
    entered: Entered = _NOTHING_ENTERED,
) -> FormReport:
    """Fill a form by the state of a date; the same facts always give the same report."""
    form = form.dated(as_of)
    counting = Counting(form, facts, as_of, entered)
    counting.fill()
    broken = [
        problem for rule in form.rules if (problem := broken_rule(rule, counting.cells, entered))
    ]
    problems = [*broken, *_gaps(counting)]
    return FormReport(
        form=form,
        as_of=as_of,
        cells=counting.cells,
        problems=tuple(problems),
        rules_kept=len(form.rules) - len(broken),
        titles=_titles(counting),
    )


def definition(form: StatisticsForm, address: Address) -> str:
    """What a cell counts, in the words of its indicator and its groups."""
    row, column = form.row(address[0]), form.column(address)
    selector = selector_of(row, column)
    if selector is None:
        return ""
    if selector.formula is not None:
        return f"Считается по формуле: {selector.formula.in_words()}."
    if selector.given:
        return "Это число вводит пользователь: в базе его нет."
    known = indicator(selector.indicator)
    words = [known.definition]
    words += [group(*pair).definition for pair in selector.where.items()]
    words += [group(*pair).definition for pair in row.where.items()]
    return " ".join([*dict.fromkeys(words), known.manner])


def needs_school(form: StatisticsForm) -> bool:
    """Whether a form counts the whole staff and all students."""
    return any(indicator(code).is_of_school for code in _indicators(form))


def needs_road_maps(form: StatisticsForm) -> bool:
    """Whether a form counts items of road maps."""
    return any(indicator(code).is_of_road_maps for code in _indicators(form))


def _indicators(form: StatisticsForm) -> set[str]:
    selectors = (selector_of(row, column) for row, column in form.cells())
    return {one.indicator for one in selectors if one is not None and one.indicator}


def _gaps(counting: Counting) -> Iterator[ReportProblem]:
    form, facts, as_of = counting.form, counting.facts, counting.as_of
    codes = _indicators(form)
    if codes & {"pairings", "mentors", "mentees", "participants", "completed", "orders"}:
        yield from gaps.uncounted_pairings(facts, as_of)
    yield from gaps.missing_facts(unknown_of(counting))
    for (row, column), (counts, hidden) in counting.hidden.items():
        yield gaps.hidden_by_cross(form.row(row).printed, column, counts, hidden)
    lonely = _only_in_total(counting)
    if lonely:
        yield gaps.only_in_total(lonely)


def _only_in_total(counting: Counting) -> set[int]:
    """Pairings that stand in a row of totals and in no row of a form of mentoring."""
    totals, parts = set[int](), set[int]()
    for row, column in counting.form.cells():
        address = (row.code, column.number)
        cell = counting.cells[address]
        if cell.counts is Counts.PAIRINGS and (row.is_total or "mentoring_form" in row.where):
            _, hidden = counting.hidden.get(address, (cell.counts, ()))
            (totals if row.is_total else parts).update(cell.ids, hidden)
    return totals - parts if parts or _divides_by_form(counting.form) else set()


def _divides_by_form(form: StatisticsForm) -> bool:
    return any("mentoring_form" in row.where for row in form.rows)


def _titles(counting: Counting) -> Mapping[Counts, Mapping[int, str]]:
    """Names of everybody and everything that a figure of this form may open into."""
    facts = counting.facts
    orders = (
        (order.order_id, order.title) for pairing in facts.pairings for order in pairing.orders
    )
    return {
        Counts.PEOPLE: {key: person.name.full for key, person in facts.people.items()},
        Counts.PAIRINGS: {one.pairing_id: _title(one, facts) for one in facts.pairings},
        Counts.ORDERS: dict(orders),
        Counts.ITEMS: {
            item.item_id: title_of(item) for plan in facts.road_maps for item in plan.items
        },
        Counts.ACTS: {act.act_id: act.requisites for act in facts.acts if act.act_id is not None},
    }


def _title(pairing: PairingRecord, facts: StatisticsFacts) -> str:
    """«Иванова А. П. → Петров И. И. + 2»."""
    mentor = facts.people[pairing.mentor_id].name.short
    names = [facts.people[member.person_id].name.short for member in pairing.members]
    more = f" +\u00a0{len(names) - 1}" if len(names) > 1 else ""
    return f"{mentor} → {names[0] if names else 'без наставляемых'}{more}"
