"""The first page of a municipality follows its schools from the list to the answers."""

import pytest

from nastavnik_desktop.domain.consolidation.package import Verdict
from nastavnik_desktop.domain.consolidation.received import Arrival, VerdictDraft
from nastavnik_desktop.domain.consolidation.schools import BaseLevel
from nastavnik_desktop.domain.school_year import SchoolYear
from nastavnik_desktop.domain.today import TaskAction
from tests.domain.statistics_school import AS_OF
from tests.factory import make_school
from tests.services.packages_of_schools import package_of

YEAR = SchoolYear.of(AS_OF)


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    return package_of(tmp_path_factory.mktemp("packages"), 1)


@pytest.fixture
def city(new_services):
    make_school(new_services, short_name="Управление образования", level=BaseLevel.MUNICIPALITY)
    return new_services


def summary(city):
    return city.today.summary(YEAR)


def titles(tasks):
    return [task.title.replace("\u00a0", " ") for task in tasks]


def add_schools(city, *names):
    municipal = city.exchange.municipal
    municipal.add_schools(municipal.schools_in("\n".join(names)))


def take(city, path):
    taking = city.exchange.taking
    taking.take(taking.open_files([path], []).of(Arrival.NEW))


def answer(city, verdict, text=""):
    (row,) = [row for row in city.exchange.consolidation.rows(YEAR) if row.package]
    draft = VerdictDraft(verdict, text)
    city.exchange.municipal.answer(row.package.package_id, draft, uid=row.package.uid)


def test_the_level_is_kept_with_the_new_base_in_one_step(city, new_services):
    assert new_services.school.get().level is BaseLevel.MUNICIPALITY
    assert new_services.exchange.municipal.level() is BaseLevel.MUNICIPALITY


def test_an_empty_municipality_is_led_by_its_own_steps(city):
    found = summary(city)
    assert titles(found.first_steps) == [
        "Сведения об управлении",
        "Перечень школ",
        "Первая посылка",
    ]
    assert [bool(step.button) for step in found.first_steps] == [False, True, True]
    assert (found.level, found.tasks, found.figures) == (BaseLevel.MUNICIPALITY, (), ())


def test_who_has_not_sent_is_the_first_thing_to_do(city):
    add_schools(city, "МБОУ «СОШ № 1»", "МБОУ «СОШ № 2»")
    (task,) = summary(city).tasks
    assert titles([task]) == ["2 школы не прислали посылку"]
    assert "СОШ № 1" in task.detail
    assert task.action is TaskAction.SHOW_SCHOOLS
    assert len(task.target_ids) == 2


def test_a_package_waits_until_it_is_answered(city, package):
    add_schools(city, "МБОУ «СОШ № 1»")
    take(city, package)
    found = summary(city)
    assert len(found.tasks) == 1
    assert found.tasks[0].button == "Проверить"
    assert found.figures[0].value == "1 из 1"
    assert found.figures[2].value.replace("\u00a0", " ") == "100 %"
    answer(city, Verdict.RETURNED, "Проверьте строку 03")
    returned = summary(city)
    assert titles(returned.tasks) == ["Ждём исправленную посылку от 1 школы"]
    assert returned.first_steps == ()
    answer(city, Verdict.ACCEPTED)
    assert summary(city).tasks == ()
    assert summary(city).figures[1].value == "1"


def test_years_of_packages_can_be_chosen(city, package):
    take(city, package)
    assert YEAR in city.school.years()


def test_a_school_is_not_led_by_the_steps_of_a_municipality(new_services):
    before = new_services.today.summary(YEAR)
    assert before.first_steps[0].action is TaskAction.CHOOSE_LEVEL
    make_school(new_services)
    after = new_services.today.summary(YEAR)
    assert after.level is BaseLevel.SCHOOL
    assert all(step.action is not TaskAction.CHOOSE_LEVEL for step in after.first_steps)
