"""The check of a road map against the base: who works at the school, when nobody works."""

import json
from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.bootstrap import build_services
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.domain.working_days import Correction
from tests.commands.conftest import run_main
from tests.factory import TODAY, make_person, make_school

PLAN = (
    "Дорожная карта на 2026/27 учебный год\n"
    "№;Мероприятие;Срок;Ответственный;Результат\n"
    "1;Издать приказ;до 26 сентября 2026 г.;Ёлкина А. П.;Приказ\n"
    "2;Обучить наставников;до 14 октября 2026 г.;Незнакомцева В. И.;План\n"
    "3;Провести мониторинг;до 5 ноября 2026 г.;Ушедшая А. П.;Справка\n"
)


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "план.csv"
    path.write_text(PLAN, "utf-8")
    return path


def fill(services):
    make_school(services)
    make_person(services, "Ёлкина")
    services.people.archive([make_person(services, "Ушедшая")])


def codes(found):
    return {(one.code.value, one.number) for one in found}


def test_a_file_is_checked_by_people_and_calendar_of_the_base(services, plan):
    fill(services)
    reading = services.road_maps.preview(plan).reading
    assert codes(services.road_map_people.check(reading)) == {
        ("day_off", "1"), ("unknown_responsible", "2"), ("dismissed_responsible", "3"),
    }  # fmt: skip
    services.working_calendar.set_day(Correction(date(2026, 9, 26), is_off=False))
    services.working_calendar.set_day(Correction(date(2026, 10, 14), is_off=True))
    found = codes(services.road_map_people.check(reading))
    days = {number for code, number in found if code == "day_off"}
    assert days == {"2"}


def test_a_school_of_six_days_works_on_saturday(services, plan):
    fill(services)
    services.school.save(replace(services.school.get(), is_six_day_week=True))
    reading = services.road_maps.preview(plan).reading
    assert ("day_off", "1") not in codes(services.road_map_people.check(reading))


def test_file_and_kept_road_map_are_told_the_same(services, plan):
    fill(services)
    preview = services.road_maps.preview(plan)
    kept = services.road_maps.commit(preview).record_id
    assert services.road_map_people.findings(kept) == services.road_map_people.check(
        preview.reading
    )


def test_a_base_without_people_compares_no_names(services, plan):
    make_school(services)
    reading = services.road_maps.preview(plan).reading
    assert codes(services.road_map_people.check(reading)) == {("day_off", "1")}


def test_days_of_a_far_year_of_a_long_plan_are_known(services, tmp_path):
    make_school(services)
    path = tmp_path / "план.csv"
    path.write_text(
        "Дорожная карта на 2021 – 2026 годы\n№;Мероприятие;Срок;Ответственный;Результат\n"
        "1;Провести встречу;до 4 ноября 2026 г.;Куратор;Отчёт\n",
        "utf-8",
    )
    reading = services.road_maps.preview(path).reading
    assert ("day_off", "1") in codes(services.road_map_people.check(reading))


def test_the_command_asks_a_base(plan, tmp_path):
    base = tmp_path / "школа.nastavnik"
    services = build_services(base, AppSettings(), create=True)
    fill(services)
    services.close()
    bare = json.loads(run_main("lint-roadmap", plan).out)["findings"]
    told = json.loads(run_main("lint-roadmap", plan, "--base", base).out)["findings"]
    assert {one["code"] for one in bare} == {"day_off"}
    assert {one["code"] for one in told} == {
        "day_off", "unknown_responsible", "dismissed_responsible",
    }  # fmt: skip
    assert date(2026, 9, 26) > TODAY
