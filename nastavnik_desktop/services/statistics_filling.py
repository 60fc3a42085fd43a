"""A form filled from the base: its facts, what was entered by hand, and what it is checked by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from db.queries.road_maps import all_road_maps
from db.queries.statistics import statistics_facts
from db.queries.statistics_entries import corrections, edition_of, given_figures
from nastavnik_desktop.domain.statistics import engine
from nastavnik_desktop.domain.statistics.control_rules import Relation
from nastavnik_desktop.domain.statistics.entered import Entered, Figures
from nastavnik_desktop.domain.statistics.facts import StatisticsFacts
from nastavnik_desktop.domain.statistics.form import StatisticsForm
from nastavnik_desktop.domain.statistics.report import Cell, FormReport
from nastavnik_desktop.domain.statistics.title_page import with_edition
from nastavnik_desktop.services.road_maps import kept_road_maps
from nastavnik_desktop.services.statistics_forms import FormLibrary


def filled(session: Session, library: FormLibrary, code: str, as_of: date) -> FormReport:
    """The report of a form on a date; the number of selects does not depend on the base."""
    form = with_edition(library.form(code), edition_of(session, code))
    forms = {code: form, **_others(library, form)}
    facts = statistics_facts(
        session,
        as_of,
        years_back=max(_reach(one) for one in forms.values()),
        is_whole_school=any(engine.needs_school(one) for one in forms.values()),
    )
    if any(engine.needs_road_maps(one) for one in forms.values()):
        plans = kept_road_maps(session, all_road_maps(session))
        facts = replace(facts, road_maps=tuple(plans))
    given, corrected = given_figures(session, forms), corrections(session, forms, as_of)
    entered = {key: Entered(given[key], corrected[key]) for key in forms}
    others = {
        key: Figures(as_of, _figures(one, facts, as_of, entered[key]))
        for key, one in forms.items()
        if key != code
    }
    last_year = _last_year(form, facts, as_of, entered[code])
    return engine.compute(
        form, facts, as_of, replace(entered[code], others=others, last_year=last_year)
    )


def _others(library: FormLibrary, form: StatisticsForm) -> Mapping[str, StatisticsForm]:
    """Forms that the rules of a form name, as far as they are known."""
    known = {info.code for info in library.forms()}
    named = {rule.form for rule in form.rules if rule.form} & known - {form.code}
    return {code: library.form(code) for code in sorted(named)}


def _reach(form: StatisticsForm) -> int:
    """How many years before the date the form and its rules look."""
    return max(form.years_back, 1 if _asks_last_year(form) else 0)


def _asks_last_year(form: StatisticsForm) -> bool:
    return any(rule.relation is Relation.NEAR_LAST_YEAR for rule in form.rules)


def _last_year(
    form: StatisticsForm, facts: StatisticsFacts, as_of: date, entered: Entered
) -> Figures | None:
    """Figures of the same day a year ago; None where the base holds nothing of that time."""
    if not _asks_last_year(form):
        return None
    is_leap_day = (as_of.month, as_of.day) == (2, 29)
    day = as_of.replace(year=as_of.year - 1, day=28 if is_leap_day else as_of.day)
    report = engine.compute(replace(form, rules=()), facts, day, Entered(entered.given))
    return None if report.is_empty else Figures(day, report.cells)


def _figures(
    form: StatisticsForm, facts: StatisticsFacts, as_of: date, entered: Entered
) -> Mapping[tuple[str, int], Cell]:
    return engine.compute(replace(form, rules=()), facts, as_of, entered).cells
