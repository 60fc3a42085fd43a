"""Formulas, figures by hand, control rules with other reports, comparison, sealed copies."""

import copy
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.statistics.comparison import compared
from nastavnik_desktop.domain.statistics.engine import compute, definition
from nastavnik_desktop.domain.statistics.entered import (
    Correction,
    Entered,
    FigureDraft,
    Figures,
    figure_of,
    problems_in_figure,
)
from nastavnik_desktop.domain.statistics.formula import Formula, Undefined
from nastavnik_desktop.domain.statistics.reading import read_form
from nastavnik_desktop.domain.statistics.report import rounded
from nastavnik_desktop.domain.statistics.sealed import sealed, unsealed
from tests.domain.statistics_figures import found
from tests.domain.statistics_school import AS_OF, SCHOOL

CODES = [
    "participants", "pupils", "educators", "targets", "documents",
    "oo1-3.1", "oo1-3.2", "oo1-3.3",
]  # fmt: skip


def content(code):
    return json.loads(resource_path("forms", f"{code}.json").read_text("utf-8"))


def form(code):
    return read_form(content(code))


def report(code, as_of=AS_OF, **entered):
    return compute(form(code), SCHOOL, as_of, Entered(**entered))


@pytest.mark.parametrize(
    ("text", "value"),
    [("{4} / {3} * 100", 50), ("{3} - ({4} + 1)", 5), ("-{4} + {3}", None), ("{01:3}", 10)],
)
def test_a_formula_is_arithmetic_over_figures(text, value):
    figures = {3: Decimal(10), 4: Decimal(5) if value == 50 else Decimal(4)}
    formula = Formula(text)
    if value is None:
        with pytest.raises(ValueError, match="не понята"):
            formula.check()
    else:
        formula.check()
        assert formula.value(lambda one: figures[one.number]) == value


@pytest.mark.parametrize("text", ["__import__('os')", "{3} ** 99", "{3}.real", "1 +", "len({3})"])
def test_a_formula_that_is_more_than_arithmetic_is_refused(text):
    with pytest.raises(ValueError, match="не понята"):
        Formula(text).check()


def test_a_formula_without_a_figure_is_blank_and_one_over_zero_is_undefined():
    share = Formula("{4} / {3}")
    assert share.value(lambda one: None if one.number == 3 else Decimal(1)) is None
    with pytest.raises(Undefined):
        share.value(lambda one: Decimal(one.number == 4))


def test_halves_are_rounded_up_as_people_do():
    assert [rounded(Decimal(text), 1) for text in ("0.25", "0.75", "8.58")] == [
        Decimal("0.3"), Decimal("0.8"), Decimal("8.6"),
    ]  # fmt: skip


@pytest.mark.parametrize("code", CODES)
def test_every_cell_says_what_it_counts(code):
    known = form(code)
    for row, column in known.cells():
        words = definition(known, (row.code, column.number))
        assert words or not row.parts.get(column.part)


def test_figures_given_by_the_user_make_the_share_and_the_deviation():
    given = {
        ("plan", "05", 2026): Decimal(85),
        ("numerator", "05", 2026): Decimal(17),
        ("denominator", "05", 2026): Decimal(20),
        ("plan", "01", 2026): Decimal("77.5"),
    }
    cells = report("targets", given=given).cells
    assert [cells["05", number].shown for number in range(3, 8)] == [
        "85,0", "17", "20", "85,0", "0,0",
    ]  # fmt: skip
    assert cells["01", 7].shown == "2,5"


def test_a_plan_that_is_not_reached_is_said():
    low = report("targets", given={("plan", "01", 2026): Decimal(90)})
    assert any("факт гр. 6 не ниже плана" in problem.message for problem in low.problems)
    kept = report("targets", given={("plan", "01", 2026): Decimal(80)})
    assert not any("факт гр. 6 не ниже плана" in problem.message for problem in kept.problems)


def test_years_stand_in_the_headings():
    headings = [heading.title for heading in report("targets").form.tables[0].headings()]
    assert headings == ["2026 год", "2025 год", "2024 год"]
    assert "на 1 января 2027 года" in report("oo1-3.3").form.tables[0].title


def test_a_correction_replaces_the_figure_in_formulas_and_rules_and_keeps_the_counted_one():
    corrected = {("08", 6): Correction(Decimal(6), "принят вчера")}
    cells = report("educators", corrections=corrected).cells
    assert (cells["08", 6].figure, cells["08", 6].value) == (6, 5)
    assert cells["08", 7].shown == "85,7"
    broken = report("educators", corrections=corrected).problems
    assert any("стр. 08 равна сумме стр. 01–07" in problem.message for problem in broken)


def test_a_crossed_cell_takes_no_correction():
    corrected = {("01", 6): Correction(Decimal(1), "ошибка")}
    assert report("participants", corrections=corrected).cells["01", 6].is_crossed


def test_a_leap_against_last_year_is_a_warning_with_both_figures():
    before = report("participants")
    former = {
        address: replace(cell, value=3) if address == ("11", 10) else cell
        for address, cell in before.cells.items()
    }
    last_year = Figures(date(2025, 12, 12), former)
    told = report("participants", last_year=last_year).problems
    (problem,) = [one for one in told if "за год" in one.message]
    assert "на 12.12.2025 было 3, стало 12" in problem.message
    assert problem.level == "warning"


def test_figures_of_another_form_are_held_against_each_other():
    other = report("oo1-3.2")
    same = report("oo1-3.1", others={"oo1-3.2": Figures(AS_OF, other.cells)})
    assert not [one for one in same.problems if "формы 3.2" in one.message]
    wrong = {**other.cells, ("01", 3): replace(other.cells["01", 3], value=11)}
    differs = report("oo1-3.1", others={"oo1-3.2": Figures(AS_OF, wrong)})
    (problem,) = [one for one in differs.problems if "формы 3.2" in one.message]
    assert "строка 01 – 10 и 11" in problem.message


def test_young_teachers_of_the_staff_form_are_those_of_the_target():
    targets = Figures(AS_OF, report("targets").cells)
    kept = report("oo1-3.2", others={"targets": targets})
    assert not [one for one in kept.problems if "молодые специалисты" in one.message]


def test_documents_that_pairs_need_are_asked_for():
    messages = [problem.message for problem in report("documents").problems]
    assert any("есть и дорожная карта (стр. 04)" in words for words in messages)
    assert not any("есть и положение" in words for words in messages)


def test_people_without_a_rate_are_named():
    (problem,) = [one for one in report("oo1-3.1").problems if "ставка" in one.message]
    assert problem.ids == (5,)


def test_a_comparison_names_who_made_the_difference():
    comparison = compared(report("pupils"), report("pupils", date(2026, 12, 13)))
    one = comparison.at(("08", 4))
    assert (one.before, one.after, one.came, one.gone) == ("1", "2", (12,), ())
    assert comparison.at(("08", 3)) is None


def test_a_report_equals_itself():
    assert compared(report("educators"), report("educators")).differences == ()


@pytest.mark.parametrize("code", CODES)
def test_a_sealed_report_is_read_again_with_all_its_figures_and_people(code):
    first = report(code, corrections={("01", 3): Correction(Decimal(99), "проверка")})
    again = unsealed(json.loads(json.dumps(sealed(first))))
    assert again.cells == first.cells
    assert found(again) == found(first)
    assert again.problems == first.problems
    for row in first.form.rows:
        headings = first.form.table_of(row.code).headings()
        assert again.form.row(row.code).is_total == row.is_total
        assert again.form.table_of(row.code).headings() == headings
    for cell in first.cells.values():
        for key in cell.ids:
            assert again.title_of(cell.counts, key) == first.title_of(cell.counts, key)


@pytest.mark.parametrize(
    ("typed", "value"), [("12", "12"), ("37,5", "37.5"), (" 1 200 ", "1200"), ("0", "0")]
)
def test_a_typed_figure_is_understood(typed, value):
    assert figure_of(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["двенадцать", "-1", "1,234", "1e99", "NaN", "99999999999"])
def test_what_is_no_figure_is_refused_in_words(typed):
    with pytest.raises(RuleViolation):
        figure_of(typed)


@given(st.decimals(0, 9_999_999, places=2))
def test_every_figure_with_two_decimals_is_read_back(value):
    assert figure_of(str(value).replace(".", ",")) == value


def test_a_correction_needs_a_reason_and_a_given_figure_does_not():
    fields = [one.field for one in problems_in_figure(FigureDraft("5", ""))]
    assert fields == ["reason"]
    assert problems_in_figure(FigureDraft("5", "", needs_reason=False)) == []
    assert problems_in_figure(FigureDraft("", "")) == []


def spoiled(code, spoil):
    made = copy.deepcopy(content(code))
    spoil(made)
    return made


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda one: one.update(code="Моя форма"), "код «Моя форма»"),
        (lambda one: one["columns"][7].update(formula="{99} / {3}"), "строку 01, графу 99"),
        (lambda one: one["columns"][7].update(formula="{8}"), "по кругу"),
        (lambda one: one["columns"][7].update(formula="{3} @ {4}"), "не понята"),
        (lambda one: one["columns"][2].update(heading=[]), "ошибкой"),
        (lambda one: one["columns"].__delitem__(slice(0, 2)), "первые две графы"),
        (lambda one: one["rows"][0].update(parts={"share": {}}), "часть строки"),
        (lambda one: one.update(rows="много"), "ошибкой"),
        (lambda one: one.update(given={"plan": {"01": {"2026": "десять"}}}), "ошибкой"),
        (lambda one: one["rules"][0].update(rows=["77"]), "ссылается на то, чего в форме нет"),
        (lambda one: one.pop("title_page"), "не хватает части 'title_page'"),
    ],
)
def test_a_definition_with_a_mistake_is_refused_with_its_place(spoil, sentence):
    with pytest.raises(UnreadableFile, match=sentence):
        read_form(spoiled("pupils", spoil))


def test_a_row_may_print_another_number_than_its_code():
    made = spoiled("pupils", lambda one: one["rows"][0].update(number="1.1"))
    assert read_form(made).row("01").printed == "1.1"
