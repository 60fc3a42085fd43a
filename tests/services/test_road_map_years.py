"""Road maps that begin from a template or as a copy; those who answer for their items."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.road_maps.kept import KeptItem
from nastavnik_desktop.domain.road_maps.new_year import moved_years
from tests.factory import YEAR, make_person


def events(services, road_map_id):
    return services.road_maps.road_map(road_map_id).items


@pytest.fixture
def teachers(services):
    return services.road_map_years.create_from_template("teachers", YEAR, "СОШ № 17").record_id


@pytest.mark.parametrize("code", ["pupils", "teachers"])
def test_a_template_is_understood_to_the_last_deadline(services, code):
    made = services.road_map_years.create_from_template(code, YEAR, "СОШ № 17").record_id
    kept = services.road_maps.road_map(made)
    assert "СОШ № 17 на 2026/27" in kept.head.title
    assert all(item.is_understood and item.deadline_words for item in kept.items)
    assert not [one for one in services.road_map_people.findings(made) if one.code == "number_gap"]
    assert kept.items[0].number == "1.1"


def test_templates_are_told_with_their_size(services):
    offered = services.road_map_years.templates()
    assert [one.code for one in offered] == ["pupils", "teachers"]
    assert all(one.items_count > 15 for one in offered)
    with pytest.raises(RuleViolation, match="нет"):
        services.road_map_years.create_from_template("other", YEAR)


def test_a_copy_moves_days_and_tells_stale_years(services, teachers):
    first = events(services, teachers)[0]
    dated = replace(first, deadline="до 30.08.2026 г.", result="Приказ 2026 года")
    services.road_maps.save_item(dated)
    rule = KeptItem(teachers, position=99, event="Отчёт", deadline="ежегодно до 20 января")
    services.road_maps.save_item(rule)
    copied = services.road_map_years.copy(teachers)
    items = events(services, copied.record_id)
    assert services.road_maps.road_map(copied.record_id).head.years_label == "2027/28"
    assert items[0].deadline == "до 30.08.2027 г."
    assert [one.due_on for one in items[0].occurrences] == [date(2027, 8, 30)]
    assert items[-1].deadline == "ежегодно до 20 января"
    assert [one.due_on for one in items[-1].occurrences] == [date(2028, 1, 20)]
    assert [(one.number, one.field) for one in copied.stale] == [("1.1", "результат")]


def test_a_title_keeps_the_act_it_rests_on_and_tells_a_year_of_another_plan(services, teachers):
    head = services.road_maps.road_map(teachers).head
    act = "по распоряжению от 25.12.2019 № Р-145"
    services.road_maps.save_head(replace(head, title=f"Карта на 2026/27 {act}"))
    copied = services.road_map_years.copy(teachers)
    assert services.road_maps.road_map(copied.record_id).head.title == f"Карта на 2027/28 {act}"
    assert copied.stale == ()
    services.road_maps.save_head(replace(head, title="Карта школы (программа до 2024 года)"))
    (stale,) = services.road_map_years.copy(teachers).stale
    assert stale.field == "название"


def test_sections_of_an_earlier_year_are_told(services, teachers):
    first = events(services, teachers)[0]
    services.road_maps.save_item(replace(first, sections=("Этап 2026/27",), deadline="сентябрь"))
    copied = services.road_map_years.copy(teachers)
    assert [(one.field, one.text) for one in copied.stale] == [("раздел", "Этап 2026/27")]


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("до 30.08.2026", "до 30.08.2027"),
        ("2026/27 учебный год", "2027/28 учебный год"),
        ("2026-2027 уч. г.", "2027-2028 уч. г."),
        ("приказ № 120265", "приказ № 120265"),
        ("до 15.09.26", "до 15.09.27"),
        ("с 01.09.26 – 20.09.26 г.", "с 01.09.27 – 20.09.27 г."),
        ("в 26/27 уч. году", "в 27/28 уч. году"),
        ("26-27 учебный год", "27-28 учебный год"),
        ("15.09", "15.09"),
        ("с 10-12 числа", "с 10-12 числа"),
        ("распоряжение от 25.12.2019 № Р-145", "распоряжение от 25.12.2019 № Р-145"),
    ],
)
def test_written_years_are_moved(text, moved):
    assert moved_years(text, 1) == moved


def test_a_role_is_filled_for_a_year(services, teachers):
    person_id = make_person(services)
    people = services.road_map_people
    assert "куратор" in [one.role for one in people.roles(YEAR)]
    people.fill_role("куратор", YEAR, person_id)
    (filled,) = [one for one in people.roles(YEAR) if one.person_id]
    assert (filled.role, filled.person_id) == ("куратор", person_id)
    names = people.tasks(YEAR)
    assert "Куратор" not in names
    assert not [one for one in people.roles(YEAR.next) if one.person_id]
    people.fill_role("куратор", YEAR, None)
    assert "Куратор" in people.tasks(YEAR)


def test_who_fills_a_role_can_be_forgotten(services, teachers):
    person_id = make_person(services)
    services.road_map_people.fill_role("куратор", YEAR, person_id)
    services.forgetting.forget(person_id)
    assert not [one for one in services.road_map_people.roles(YEAR) if one.person_id]


def test_the_busiest_come_first(services, teachers):
    loads = services.road_map_people.loads(YEAR)
    assert loads[0].responsible == "Наставники"
    assert loads[0].total == len(services.road_map_people.tasks(YEAR)["Наставники"])
    assert [one.total for one in loads] == sorted((one.total for one in loads), reverse=True)
