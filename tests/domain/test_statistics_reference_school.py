"""The engine against figures counted by hand."""

import json
import random
from dataclasses import replace

import pytest

from nastavnik_desktop.config.paths import resource_path
from nastavnik_desktop.domain.statistics.engine import compute
from nastavnik_desktop.domain.statistics.observations import Counts
from nastavnik_desktop.domain.statistics.reading import read_form
from tests.domain.statistics_figures import BY_HAND, expected, found
from tests.domain.statistics_school import (
    AS_OF,
    BEHIND,
    PAIRINGS,
    PEOPLE,
    PROBLEMS,
    SCHOOL,
    figures_by_hand,
)


@pytest.fixture(scope="module")
def form():
    return read_form(json.loads(resource_path("forms", "participants.json").read_text("utf-8")))


@pytest.fixture(scope="module")
def report(form):
    return compute(form, SCHOOL, AS_OF)


def test_every_figure_is_the_one_counted_by_hand(report):
    assert {address: cell.value for address, cell in report.cells.items()} == figures_by_hand()


def test_behind_every_figure_stand_exactly_those_who_are_counted(report):
    behind = {address: set(cell.ids) for address, cell in report.cells.items() if cell.ids}
    assert behind == BEHIND


def test_what_is_missing_or_in_doubt_is_said_with_its_people(report):
    assert len(report.problems) == len(PROBLEMS)
    for words, ids in PROBLEMS.items():
        (problem,) = [found for found in report.problems if words in found.message]
        assert set(problem.ids) == ids


def test_pairs_are_counted_in_the_first_two_columns_and_people_in_the_others(report):
    counted = {number: cell.counts for (_, number), cell in report.cells.items()}
    assert {number for number, counts in counted.items() if counts == "pairings"} == {3, 4}
    assert {number for number, counts in counted.items() if counts == "people"} == {*range(5, 18)}


@pytest.mark.parametrize(
    ("row", "column", "record_id", "reason"),
    [
        ("06", 12, 2, "учитель, физика, стаж\u00a01\u00a0год"),
        ("06", 12, 4, "педагог-психолог, стаж\u00a02\u00a0года"),
        ("01", 11, 11, "5А\u00a0класс, 10\u00a0лет"),
        ("01", 11, 14, "6Б\u00a0класс, 12\u00a0лет, по году рождения"),
        ("01", 13, 14, "6Б\u00a0класс, ОВЗ"),
        ("03", 8, 24, "Педагогический университет, по форме наставничества"),
        ("06", 16, 7, "учитель, география, завершение 30.11.2026"),
        ("01", 17, 16, "7А\u00a0класс, выбытие 01.12.2026"),
        ("06", 4, 103, "группа, приказ №\u00a012-од от 08.09.2026"),
        ("10", 5, 25, "не из школы"),
    ],
)
def test_every_record_says_why_it_is_counted(report, row, column, record_id, reason):
    assert report.cells[row, column].reasons[record_id] == reason


def test_names_are_given_to_people_and_to_pairings(report):
    assert report.titles[Counts.PEOPLE][2] == "Петров Игорь Ильич"
    assert report.titles[Counts.PAIRINGS][101] == "Иванова\u00a0А.\u00a0П. → Петров\u00a0И.\u00a0И."
    assert report.titles[Counts.PAIRINGS][103].endswith("Гаврилова\u00a0С.\u00a0Ю. +\u00a01")


def test_the_order_in_which_facts_come_changes_nothing(form, report):
    shuffled = random.Random(7).sample(PAIRINGS, len(PAIRINGS))
    people = dict(reversed(SCHOOL.people.items()))
    again = compute(form, replace(SCHOOL, people=people, pairings=tuple(shuffled)), AS_OF)
    assert {address: cell.ids for address, cell in again.cells.items()} == {
        address: cell.ids for address, cell in report.cells.items()
    }


def test_all_rules_but_the_doubtful_one_hold(form, report):
    assert report.rules_kept == len(form.rules) - 1


@pytest.mark.parametrize("code", BY_HAND)
def test_every_figure_of_every_form_is_the_one_counted_by_hand(code):
    form = read_form(json.loads(resource_path("forms", f"{code}.json").read_text("utf-8")))
    report = compute(form, SCHOOL, AS_OF)
    assert found(report) == expected(code, form)


@pytest.mark.parametrize(
    ("row", "requisites", "link"),
    [
        ("01", "раздел «Наставничество» на сайте", "https://school17.example/mentoring"),
        ("02", "№\u00a05-од от 01.09.2026", ""),
        (
            "03",
            "№\u00a06 от 02.09.2026, Положение о наставничестве",
            "https://school17.example/regulation.pdf",
        ),
        ("05", "", ""),
        (
            "09",
            "\n".join(
                (
                    "№\u00a012-од от 08.09.2026",
                    "№\u00a040-од от 12.12.2026",
                    "№\u00a077 от 01.09.2026",
                    "№\u00a014-од от 08.09.2026",
                )
            ),
            "",
        ),
    ],
)
def test_the_check_list_names_the_documents(row, requisites, link):
    form = read_form(json.loads(resource_path("forms", "documents.json").read_text("utf-8")))
    cells = compute(form, SCHOOL, AS_OF).cells
    assert (cells[row, 4].text, cells[row, 5].text) == (requisites, link)


def test_the_school_has_25_people():
    assert len(PEOPLE) == 25
