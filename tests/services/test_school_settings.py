"""The school's own data: the first start, settings, registers in use, today's day."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.school import Head, Register, School
from nastavnik_desktop.domain.school_year import SchoolYear
from tests.factory import (
    DIRECTOR,
    TODAY,
    YEAR,
    make_order,
    make_person,
    make_school,
    school_draft,
)


def test_a_new_base_is_empty_until_something_is_entered(new_services):
    services = new_services
    assert (services.school.is_empty(), services.school.has_people()) == (True, False)
    school = services.school.get()
    assert school.short_name == ""
    assert [register.title for register in school.registers] == [
        "Основная деятельность",
        "Личный состав",
    ]
    make_person(services)
    assert (services.school.is_empty(), services.school.has_people()) == (False, True)


def test_the_first_start_keeps_everything_and_the_registers_of_the_base(new_services):
    services = new_services
    before = services.school.get().registers
    draft = school_draft(inn="6600000017", is_six_day_week=True, mentee_limit=5)
    saved = services.school.set_up(draft)
    assert saved.message == "Сведения о школе сохранены"
    school = services.school.get()
    assert school.registers == before
    (head,) = school.heads
    assert replace(school, heads=(), registers=()) == replace(draft, heads=(), registers=())
    assert (head.name, head.title) == (DIRECTOR, "директор")
    assert not services.school.is_empty()


def test_own_registers_of_the_first_start_take_the_place_of_those_of_the_same_title(new_services):
    services = new_services
    main, _staff = services.school.get().registers
    wanted = (Register(None, "Основная деятельность", "01-08/{n}"), Register(None, "Кадры", "{n}к"))
    make_school(services, registers=wanted)
    kept, added = services.school.get().registers
    assert (kept.register_id, kept.pattern) == (main.register_id, "01-08/{n}")
    assert (added.title, added.pattern) == ("Кадры", "{n}к")


def test_the_set_up_is_not_undone_by_accident(new_services):
    services = new_services
    make_school(services)
    assert services.history.state().undo_title == ""
    with pytest.raises(RuleViolation, match="Создание базы"):
        services.history.undo()
    assert services.school.get().short_name


def test_heads_are_changed_added_and_removed_in_their_order(services):
    acting = Head(
        FullName("Орлова", "Алла"), "и. о. директора", date(2026, 10, 1), date(2026, 10, 9)
    )
    school = services.school.get()
    services.school.save(replace(school, heads=(*school.heads, acting)))
    first, second = services.school.get().heads
    assert (first.name, second.name) == (DIRECTOR, acting.name)
    services.school.save(replace(school, heads=(second, first)))
    assert [head.head_id for head in services.school.get().heads] == [
        second.head_id,
        first.head_id,
    ]
    services.school.save(replace(school, heads=(second,)))
    assert [head.name for head in services.school.get().heads] == [acting.name]


def test_a_register_in_use_is_not_deleted(services):
    make_order(services)
    school = services.school.get()
    main, staff = school.registers
    with pytest.raises(RuleViolation, match="В журнале «Основная деятельность» есть приказы") as no:
        services.school.save(replace(school, registers=(staff,)))
    assert no.value.field == "registers"
    assert services.school.get().registers == (main, staff)
    services.school.save(replace(school, registers=(main,)))
    assert services.school.get().registers == (main,)


def test_registers_exchange_their_places(services):
    school = services.school.get()
    main, staff = school.registers
    services.school.save(replace(school, registers=(staff, main)))
    assert services.school.get().registers == (staff, main)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"short_name": " "}, "short_name"),
        ({"mentee_limit": 0}, "mentee_limit"),
        ({"heads": (Head(FullName("")),)}, "heads"),
        ({"heads": (Head(DIRECTOR, "директор", TODAY, date(2026, 9, 1)),)}, "heads"),
        ({"registers": (Register(None, "Основной", "од"),)}, "registers"),
        ({"registers": (Register(None, " ", "{n}"),)}, "registers"),
        ({"registers": (Register(None, "А", "{n}"), Register(None, "а ", "{n}"))}, "registers"),
    ],
)
def test_unfit_settings_are_refused_and_the_old_ones_stay(services, changes, field):
    before = services.school.get()
    with pytest.raises(RuleViolation) as refused:
        services.school.save(replace(before, **changes))
    assert refused.value.field == field
    assert services.school.get() == before


def test_today_is_the_day_of_the_training_school_or_the_real_one(services):
    assert services.school.today() == TODAY
    services.school.save(replace(services.school.get(), fixed_today=None))
    assert services.school.today() == date.today()


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 6, 30), 2025),
        (date(2026, 7, 1), 2026),
        (date(2026, 8, 31), 2026),
        (date(2026, 9, 1), 2026),
        (date(2027, 1, 1), 2026),
    ],
)
def test_in_summer_the_next_school_year_is_the_present_one(services, today, year):
    services.school.save(replace(services.school.get(), fixed_today=today))
    assert services.school.current_year() == SchoolYear(year)


def test_forms_with_role_models_and_modes_come_with_a_new_base(new_services):
    forms = {form.code: form for form in new_services.school.forms()}
    assert len(forms) == 10
    assert "опытный педагог – молодой специалист" in forms["educator-educator"].role_models
    assert len(new_services.school.modes()) == 9


def test_the_present_year_is_offered_before_there_is_data(services):
    assert services.school.years() == [YEAR]


def test_a_school_without_a_row_reads_as_empty(new_services):
    empty = new_services.school.get()
    assert replace(empty, registers=()) == replace(School(), registers=())
