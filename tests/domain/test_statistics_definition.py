"""Definitions of forms: what is read, what is refused, what the control rules say."""

import copy
import json
from datetime import date

import pytest

from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.statistics.control import broken_rule
from nastavnik_desktop.domain.statistics.control_rules import ControlRule, Relation
from nastavnik_desktop.domain.statistics.engine import compute, definition
from nastavnik_desktop.domain.statistics.facts import StatisticsFacts
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.reading import read_form
from nastavnik_desktop.domain.statistics.report import Cell

CONTENT = json.loads(resource_path("forms", "participants.json").read_text("utf-8"))
FORMS = json.loads(resource_path("reference", "mentoring_forms.json").read_text("utf-8"))["forms"]


@pytest.fixture
def content():
    return copy.deepcopy(CONTENT)


def test_rows_are_the_ten_forms_of_both_models_and_the_total():
    form = read_form(CONTENT)
    assert [row.code for row in form.rows] == [f"{number:02}" for number in range(1, 12)]
    by_row = [row.where.get("mentoring_form") for row in form.rows]
    assert by_row == [*(known["code"] for known in FORMS), None]
    assert [known["model"] for known in FORMS] == ["pupils"] * 5 + ["teachers"] * 5
    for row, known in zip(form.rows, FORMS, strict=False):
        assert row.title.startswith(f"«{known['title']}»")


def test_columns_are_numbered_from_one_and_have_headings_in_levels():
    form = read_form(CONTENT)
    assert [column.number for column in form.tables[0].columns] == list(range(1, 18))
    headings = form.tables[0].headings()
    assert [heading.title for heading in headings] == [
        "Количество наставнических пар",
        "Количество наставнических групп",
        "Наставников, чел.",
        "Наставляемых, чел.",
        "Завершили программу",
        "Досрочно выбыли",
    ]
    total, parts = headings[2].children
    assert (total.title, total.number, total.children) == ("всего", 5, ())
    assert [(part.title, part.number) for part in parts.children] == [
        ("педагогические работники", 6),
        ("обучающиеся", 7),
        ("студенты", 8),
        ("представители организаций", 9),
    ]


def test_no_cell_of_a_total_is_crossed():
    form = read_form(CONTENT)
    totals = {3, 4, 5, 10, 16, 17}
    assert all(not row.crossed & totals for row in form.rows)
    assert form.row("11").crossed == frozenset()


def test_every_cell_is_defined_in_words():
    form = read_form(CONTENT)
    words = {definition(form, ("11", column.number)) for column in form.tables[0].counted_columns}
    assert len(words) == len(form.tables[0].counted_columns)


def spoil_indicator(content):
    content["columns"][2]["indicator"] = "meetings"


def spoil_group(content):
    content["columns"][5]["where"] = {"occupation": "astronaut"}


def spoil_grouping(content):
    content["rows"][0]["where"] = {"weather": "rain"}


def spoil_rule(content):
    content["rules"][0]["right"] = [3, 99]


def spoil_relation(content):
    content["rules"][0]["relation"] = "almost"


def forget_rows(content):
    del content["rows"]


def repeat_row(content):
    content["rows"].append(content["rows"][0])


def repeat_column(content):
    content["columns"].append(content["columns"][3])


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (spoil_indicator, "неизвестный показатель «meetings»"),
        (spoil_group, "неизвестная группа «occupation: astronaut»"),
        (spoil_grouping, "неизвестная группа «weather: rain»"),
        (spoil_rule, "ссылается на то, чего в форме нет"),
        (spoil_relation, "almost"),
        (forget_rows, "rows"),
        (repeat_row, "строка 01 названа дважды"),
        (repeat_column, "графа 4 названа дважды"),
    ],
)
def test_a_wrong_definition_is_refused_with_its_place(content, spoil, sentence):
    spoil(content)
    with pytest.raises(UnreadableFile, match=sentence):
        read_form(content)


def cells(**figures):
    """Cells of one row: ids 1, 2 … as many as the figure says, so that parts overlap."""
    return {
        ("01", int(name[1:])): Cell(value, Counts.PEOPLE, tuple(range(1, value + 1)))
        for name, value in figures.items()
    }


def rule(relation, left, right):
    return ControlRule("гр. 3 и другие", relation, left, right, ("01",), (3,), Level.WARNING)


@pytest.mark.parametrize(
    ("relation", "holds", "fails"),
    [
        (Relation.EQUAL, (5, 2, 3), (5, 2, 2)),
        (Relation.AT_LEAST, (6, 2, 3), (4, 2, 3)),
        (Relation.AT_MOST, (5, 2, 3), (6, 2, 3)),
        (Relation.AT_LEAST_EACH, (3, 2, 3), (2, 2, 3)),
        (Relation.COVERED, (3, 2, 3), (4, 2, 3)),
    ],
)
def test_a_rule_of_columns_holds_or_tells_both_figures(relation, holds, fails):
    checked = rule(relation, (3,), (4, 5))
    assert broken_rule(checked, cells(c3=holds[0], c4=holds[1], c5=holds[2])) is None
    problem = broken_rule(checked, cells(c3=fails[0], c4=fails[1], c5=fails[2]))
    assert problem.message.startswith("Контроль: гр. 3 и другие. Сейчас: строка 01 – ")
    assert problem.level is Level.WARNING


def test_a_broken_rule_names_the_people_of_the_difference():
    problem = broken_rule(rule(Relation.COVERED, (3,), (4, 5)), cells(c3=4, c4=2, c5=3))
    assert problem.ids == (4,)


def test_a_form_without_facts_is_empty():
    report = compute(read_form(CONTENT), StatisticsFacts({}, ()), date(2026, 12, 12))
    assert report.is_empty
    assert report.rules_kept == len(report.form.rules)
