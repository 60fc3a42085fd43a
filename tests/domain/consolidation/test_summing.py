"""A consolidation is what one form over all the schools would say, shares among it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.domain.consolidation.summing import SchoolReport, consolidate, total_rows
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.statistics.engine import compute
from nastavnik_desktop.domain.statistics.entered import Correction, Entered
from nastavnik_desktop.domain.statistics.facts import StatisticsFacts
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.report import CellKind
from nastavnik_desktop.domain.statistics.sealed import sealed, unsealed
from nastavnik_desktop.services.statistics_forms import FORM_CODES, FormLibrary
from tests.domain.statistics_school import AS_OF, SCHOOL

LIBRARY = FormLibrary()
COPIED = 1000
GIVEN = {
    (name, row, year): Decimal(value)
    for row in ("04", "05", "06")
    for year in (2024, 2025, 2026)
    for name, value in (("numerator", 3), ("denominator", 4))
}


HALF_A_TENTH = Decimal("0.05")


def moved(facts, by):
    """The same school with other people and pairings."""
    people = {key + by: replace(one, person_id=key + by) for key, one in facts.people.items()}
    pairings = tuple(
        replace(
            one,
            pairing_id=one.pairing_id + by,
            mentor_id=one.mentor_id + by,
            members=tuple(replace(each, person_id=each.person_id + by) for each in one.members),
            further_mentors=tuple(
                replace(each, person_id=each.person_id + by) for each in one.further_mentors
            ),
            orders=tuple(
                replace(order, order_id=order.order_id + by, number=f"{order.number}-{by}")
                for order in one.orders
            ),
        )
        for one in facts.pairings
    )
    return StatisticsFacts(people, pairings)


def part_of(facts, keep):
    """A school with some of the pairings, and everybody who is in it."""
    return replace(facts, pairings=facts.pairings[:keep], acts=())


def sent(code, schools, given=None):
    """Reports of schools as their packages bring them."""
    form = LIBRARY.form(code)
    return [
        SchoolReport(
            place, f"Школа {place}",
            unsealed(sealed(compute(form, facts, AS_OF, Entered(given or {})))),
        )
        for place, facts in enumerate(schools, start=1)
    ]  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(0, 21), min_size=1, max_size=3), st.sampled_from(FORM_CODES))
def test_the_sum_of_schools_is_the_form_of_all_of_them_together(sizes, code):
    schools = [
        moved(part_of(SCHOOL, size), COPIED * place) for place, size in enumerate(sizes)
    ]  # fmt: skip
    together = StatisticsFacts(
        {key: one for school in schools for key, one in school.people.items()},
        tuple(one for school in schools for one in school.pairings),
    )
    whole = compute(LIBRARY.form(code), together, AS_OF)
    summed = consolidate(sent(code, schools)).report
    differing = {
        address: (cell.shown, summed.cells[address].shown)
        for address, cell in whole.cells.items()
        if cell.kind is not CellKind.TEXT and cell.shown != summed.cells[address].shown
    }
    assert {one for one in differing if not _is_of_rates(code, *one)} == set()
    for address in differing:  # each school signed its rates to a tenth: these are added up
        apart = abs(whole.cells[address].figure - summed.cells[address].figure)
        assert apart <= HALF_A_TENTH * (len(sizes) + 1)


def _is_of_rates(code, _row, column):
    return (code, column) == ("oo1-3.1", 17)


def test_a_share_is_worked_out_of_sums_and_never_averaged():
    # 1 of 2 and 9 of 10: together 10 of 12 = 83,3 %; the mean would be 70 %.
    form = LIBRARY.form("targets")
    reports = []
    for place, (part, whole) in enumerate(((1, 2), (9, 10)), start=1):
        given = {**GIVEN, ("numerator", "05", 2026): Decimal(part),
                 ("denominator", "05", 2026): Decimal(whole)}  # fmt: skip
        report = compute(form, SCHOOL, AS_OF, Entered(given))
        reports.append(SchoolReport(place, f"Школа {place}", unsealed(sealed(report))))
    cells = consolidate(reports).report.cells
    assert [cells["05", column].shown for column in (4, 5, 6)] == ["10", "12", "83,3"]


def test_a_plan_stands_only_where_all_schools_have_the_same():
    first, second = sent("targets", (SCHOOL, moved(SCHOOL, COPIED)), GIVEN)
    plan = ("01", 13)
    same = consolidate([first, second]).report.cells
    assert same[plan].shown == first.report.cells[plan].shown == "70,0"
    cells = {**second.report.cells, plan: replace(second.report.cells[plan], value=Decimal(60))}
    other = replace(second, report=replace(second.report, cells=cells))
    mixed = consolidate([first, other]).report.cells[plan]
    assert (mixed.figure, mixed.reasons) == (None, {1: "70,0", 2: "60,0"})


def test_behind_a_sum_stand_the_schools_with_their_figures():
    reports = sent("participants", (SCHOOL, part_of(moved(SCHOOL, COPIED), 0)))
    found = consolidate(reports).report
    cell = found.cells["11", 3]
    assert (cell.counts, cell.ids, cell.reasons) == (Counts.SCHOOLS, (1,), {1: cell.shown})
    assert found.title_of(Counts.SCHOOLS, 2) == "Школа 2"


def test_what_a_school_corrected_is_added_up_as_it_signed():
    (report,) = sent("pupils", (SCHOOL,))
    cell = report.report.cells["01", 3]
    corrected = replace(cell, correction=Correction(Decimal(40), "исправлено в школе"))
    other = replace(
        report, school_id=2,
        report=replace(report.report, cells={**report.report.cells, ("01", 3): corrected}),
    )  # fmt: skip
    total = consolidate([report, other]).report.cells["01", 3]
    assert total.figure == cell.figure + 40


def test_a_share_corrected_by_hand_is_worked_out_anew_and_told():
    (report,) = sent("educators", (SCHOOL,))
    cell = report.report.cells["08", 7]
    corrected = replace(cell, correction=Correction(Decimal(100), ""))
    changed = replace(report.report, cells={**report.report.cells, ("08", 7): corrected})
    found = consolidate([replace(report, report=changed)]).report
    assert found.cells["08", 7].shown == cell.shown != "100,0"
    assert any("посчитаны заново" in problem.message for problem in found.problems)


def test_other_dates_and_other_editions_are_told_with_the_schools():
    first, second, third = sent("pupils", [moved(SCHOOL, COPIED * at) for at in range(3)])
    later = replace(second.report, as_of=AS_OF + timedelta(days=3))
    table = third.report.form.tables[0]
    rows = (replace(table.rows[0], title="Другая строка"), *table.rows[1:])
    other = replace(third.report.form, tables=(replace(table, rows=rows),))
    found = consolidate(
        [first, replace(second, report=later),
         replace(third, report=replace(third.report, form=other))]
    )  # fmt: skip
    assert found.left_out == ("Школа 3",)
    told = {problem.level: problem.message for problem in found.report.problems}
    assert "12.12.2026 – 1\u00a0школа, 15.12.2026 – 1\u00a0школа" in told[Level.WARNING]
    assert "Школа 3" in told[Level.ERROR]
    assert found.report.cells["01", 3].figure == 2 * first.report.cells["01", 3].figure


def test_broken_control_rules_of_the_sum_are_found():
    (report,) = sent("pupils", (SCHOOL,))
    cells = dict(report.report.cells)
    total = total_rows(report.report.form)[0]
    cells[total, 3] = replace(cells[total, 3], value=999)
    found = consolidate([replace(report, report=replace(report.report, cells=cells))]).report
    assert any("Контроль" in problem.message for problem in found.problems)


def test_of_words_the_number_of_schools_is_told():
    reports = sent("documents", (SCHOOL, part_of(moved(SCHOOL, COPIED), 0)))
    texts = {cell.text for cell in consolidate(reports).report.cells.values()}
    assert "есть у 1 из 2\u00a0школ" in texts


@pytest.mark.parametrize("code", FORM_CODES)
def test_one_school_alone_is_its_own_consolidation(code):
    (report,) = sent(code, (SCHOOL,), GIVEN)
    summed = consolidate([report]).report
    differing = [
        address
        for address, cell in report.report.cells.items()
        if cell.kind is not CellKind.TEXT and cell.shown != summed.cells[address].shown
    ]
    assert differing == []
    own = {problem.message for problem in report.report.problems}
    assert {problem.message for problem in summed.problems if problem.level is Level.ERROR} <= own
