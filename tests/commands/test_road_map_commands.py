"""``read-roadmap`` and ``lint-roadmap`` as the user calls them."""

import json
import shutil

import pytest

from tests.commands.conftest import ROOT, run_main

MAPS = ROOT / "tests" / "data" / "roadmaps"
SCHOOL = MAPS / "krasnoyarsk-school-2023.docx"
BOARD = MAPS / "zapadnoe-2021.docx"


def test_a_road_map_is_printed_with_its_deadlines():
    answer = run_main("read-roadmap", SCHOOL)
    expected = json.loads(SCHOOL.with_suffix(".expected.json").read_text("utf-8"))
    assert answer.said == ""
    read = answer.json
    assert (read["level"], read["school_year"]) == ("school", "2023/24")
    assert [one["number"] for one in read["items"]] == [one["number"] for one in expected["items"]]
    first = read["items"][0]["deadline_read"]
    assert (first["kind"], first["start"], first["end"]) == ("deadline", None, "2022-08-30")


def test_the_year_of_reading_may_be_given(run_here, tmp_path):
    plan = tmp_path / "план.csv"
    plan.write_text("№;Мероприятие;Срок;Ответственный\n1;Встреча;ноябрь;Куратор\n", "utf-8")

    def ends(*more):
        return run_here("read-roadmap", plan, *more).json["items"][0]["deadline_read"]["end"]

    assert ends("--year", "2021") == "2021-11-30"
    assert ends("--school-year", "2024/25") == "2024-11-30"


def test_a_file_without_a_year_is_told(run_here, tmp_path):
    plan = tmp_path / "план.csv"
    plan.write_text("№;Мероприятие;Срок;Ответственный\n1;Встреча;ноябрь;Куратор\n", "utf-8")

    answer = run_here("read-roadmap", plan)

    assert answer.code == 0
    assert "не назван год" in answer.said


def test_findings_are_printed_and_the_check_is_carried_out(run_here):
    found = run_here("lint-roadmap", SCHOOL).json["findings"]
    told = {(one["code"], one["number"], one["field"]) for one in found}
    assert told >= {
        ("other_year", "1.1.", "deadline"),
        ("other_year", "1.2.", "deadline"),
        ("other_year", "3.3", "event"),
        ("agreement_after_approval", "1.7.", "deadline"),
        ("number_gap", "5.3.", "number"),
        ("empty_result", "3.3", "result"),
        ("day_off", "2.1", "deadline"),
    }
    assert "5.2" in next(one["what"] for one in found if one["code"] == "number_gap")
    assert [one["number"] for one in found if one["code"] == "other_year"] == [
        "1.1.",
        "1.2.",
        "3.3",
    ]


def test_few_findings_in_the_road_maps_of_authorities(run_here):
    board = run_here("lint-roadmap", BOARD).json["findings"]
    town = run_here("lint-roadmap", MAPS / "seversk-2021.docx").json["findings"]
    assert [one["code"] for one in board] == ["unknown_deadline"]
    assert {one["code"] for one in town} == {"number_repeat", "empty_result"}


def test_with_another_year_deadlines_are_of_another_plan(run_here):
    found = run_here("lint-roadmap", BOARD, "--year", "2024").json["findings"]
    assert "other_year" in {one["code"] for one in found}


@pytest.mark.parametrize("command", ["read-roadmap", "lint-roadmap"])
def test_what_cannot_be_read_is_refused(command, run_here, tmp_path):
    cut = tmp_path / "обрезан.docx"
    cut.write_bytes(SCHOOL.read_bytes()[:9000])
    people = ROOT / "tests" / "data" / "tables" / "01-staff-school17.xlsx"
    staff = tmp_path / "кадры.xlsx"
    shutil.copyfile(people, staff)
    assert run_here(command, cut).is_refused(2, "обрезан.docx", "повреждён")
    assert run_here(command, staff).is_refused(2, "кадры.xlsx", "таблица дорожной карты")
    assert run_here(command, tmp_path / "нет.docx").is_refused(2, "нет на месте")
    assert run_here(command, SCHOOL, "--year", "год").is_refused(2, "четыре цифры")
    assert run_here(command, SCHOOL, "--year", "24").is_refused(2, "2000")
    assert run_here(command, SCHOOL, "--school-year", "2023/25").is_refused(2, "2026/27")
    both = run_here(command, SCHOOL, "--year", "2023", "--school-year", "2023/24")
    assert both.is_refused(2, "вместе")
