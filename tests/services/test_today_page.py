"""The first page: figures of the year, and what must be done now."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.pairings import EndKind
from nastavnik_desktop.domain.people import PoolSide
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.today import TaskAction
from tests.factory import (
    TODAY,
    YEAR,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_person,
    make_school,
    make_student,
    order_draft,
    teacher_draft,
)


def tasks(services):
    return {task.title: task for task in services.today.summary(YEAR).tasks}


def figures(services):
    return [
        (figure.value, figure.title, figure.detail)
        for figure in services.today.summary(YEAR).figures
    ]


def test_a_new_base_shows_the_way_in_and_no_tasks(new_services):
    summary = new_services.today.summary(YEAR)
    assert summary.tasks == ()
    assert [(step.action, step.level) for step in summary.first_steps] == [
        (TaskAction.CHOOSE_LEVEL, Level.INFO),
        (TaskAction.SET_UP_SCHOOL, Level.WARNING),
        (TaskAction.IMPORT_STAFF, Level.WARNING),
        (TaskAction.MARK_POOLS, Level.WARNING),
        (TaskAction.CREATE_PAIRING, Level.WARNING),
        (TaskAction.CREATE_ORDER, Level.WARNING),
    ]


def test_steps_of_the_way_in_are_ticked_off_until_the_order(new_services):
    services = new_services

    def done():
        return [step.level is Level.INFO for step in services.today.summary(YEAR).first_steps]

    make_school(services)
    assert done() == [True, False, False, False, False]
    mentor = make_mentor(services)
    services.people.set_pool([mentor], "mentor", YEAR, is_in=True)
    assert done() == [True, True, True, False, False]
    pairing_id = make_pairing(services, mentor, make_mentee(services))
    assert done() == [True, True, True, True, False]
    make_order(services, pairing_id)
    assert done() == []


def test_early_career_educators_without_a_mentor_come_first(services):
    mentor, helped = make_mentor(services), make_mentee(services)
    alone = make_mentee(services, "Юсупов", months=35)
    make_mentee(services, "Ящук", months=36)
    make_pairing(services, mentor, helped)
    first = services.today.summary(YEAR).tasks[0]
    assert first.title == "1\u00a0молодой специалист без наставника"
    assert (first.level, first.action, first.target_ids) == (
        Level.ERROR,
        TaskAction.MATCH_MENTEES,
        (alone,),
    )
    assert "Юсупов\u00a0И.\u00a0И." in first.detail


def test_mentees_of_the_pool_without_a_mentor_are_told_apart_from_the_young(services):
    child = make_student(services, mentee_side=PoolSide(joined_on=TODAY))
    young = make_person(services, "Юсупова", months=3, mentee_side=PoolSide(joined_on=TODAY))
    found = tasks(services)
    assert found["1\u00a0молодой специалист без наставника"].target_ids == (young,)
    assert found["1\u00a0наставляемый без наставника"].target_ids == (child,)


def test_a_pair_that_ended_leaves_its_mentee_without_a_mentor(services):
    mentee = make_mentee(services)
    pairing_id = make_pairing(services, make_mentor(services), mentee)
    assert "1\u00a0молодой специалист без наставника" not in tasks(services)
    services.pairings.finish([pairing_id], TODAY, EndKind.EARLY, "увольнение")
    assert tasks(services)["1\u00a0молодой специалист без наставника"].target_ids == (mentee,)


def test_people_whose_consent_is_lacking_are_named_for_the_button(services):
    mentor = make_mentor(services)
    make_pairing(services, mentor, make_mentee(services), is_consented=False)
    task = tasks(services)["1\u00a0пара ждёт письменного согласия"]
    assert (task.action, task.target_ids) == (TaskAction.RECORD_CONSENTS, (mentor,))


def test_ready_pairs_wait_for_an_order(services):
    ids = [make_pairing(services) for _ in range(4)]
    task = tasks(services)["4\u00a0пары готовы к приказу"]
    assert (task.action, task.target_ids) == (TaskAction.CREATE_ORDER, tuple(ids))
    assert task.detail.endswith(" и ещё 1")


def test_a_draft_and_an_unsigned_order_wait(services):
    draft_id = services.orders.save_draft(
        order_draft(services, make_pairing(services), number="9-од")
    ).record_id
    order_id = make_order(services, make_pairing(services))
    found = tasks(services)
    assert found["Проект приказа №\u00a09-од не выпущен"].target_ids == (draft_id,)
    unsigned = found["Приказ №\u00a01-од ждёт подписи"]
    assert unsigned.target_ids == (order_id,)
    assert unsigned.detail == "1\u00a0пара или группа · от 08.09.2026"
    services.orders.mark_signed(order_id, TODAY)
    assert "Приказ №\u00a01-од ждёт подписи" not in tasks(services)


def test_a_pair_past_its_term_asks_to_be_finished(services):
    pairing_id = make_pairing(services)
    make_order(services, pairing_id, signed_on=TODAY)
    school = services.school.get()
    services.school.save(replace(school, fixed_today=date(2027, 5, 29)))
    task = tasks(services)["Срок 1\u00a0пары истёк"]
    assert (task.action, task.target_ids) == (TaskAction.FINISH_PAIRINGS, (pairing_id,))


def test_gaps_of_the_base_are_told(services):
    services.school.save(replace(services.school.get(), heads=()))
    work = replace(teacher_draft().employment, teaching_service=None)
    unknown = make_person(services, employment=work)
    make_person(
        services, "Завхозова", employment=replace(work, position_title="завхоз", subject="")
    )
    found = tasks(services)
    assert found["Не указан директор"].action is TaskAction.OPEN_SETTINGS
    task = found["У 1\u00a0педагога не указан стаж"]
    assert (task.level, task.target_ids) == (Level.INFO, (unknown,))


def test_figures_count_what_runs_today(services):
    mentor = make_mentor(services)
    pair = make_pairing(services, mentor, make_mentee(services))
    students = [make_student(services, last_name) for last_name in ("Агапов", "Мохов")]
    group = make_pairing(services, make_person(services, "Юсупова"), *students)
    make_mentee(services, "Новиков")
    make_order(services, pair, group, signed_on=TODAY)
    make_pairing(services, make_person(services, "Ящук"), make_person(services, "Ям"))
    assert figures(services) == [
        ("2", "пар и групп", "1\u00a0пара, 1\u00a0группа"),
        ("1 из 2", "молодых специалистов", "с наставником · 50\u00a0%"),
        ("3", "наставляемых", "1\u00a0педагог, 2\u00a0ученика"),
        ("1", "приказ", "подписано 1"),
    ]


def test_a_school_without_young_specialists_says_so(services):
    assert figures(services)[1] == ("0 из 0", "молодых специалистов", "нет в школе")


@pytest.mark.parametrize(("count", "word"), [(1, "наставляемый"), (2, "наставляемых")])
def test_the_number_of_mentees_agrees_with_its_noun(services, count, word):
    mentees = [make_mentee(services, f"Петров{letter}") for letter in "аб"[:count]]
    make_order(services, make_pairing(services, make_mentor(services), *mentees))
    assert figures(services)[2][:2] == (str(count), word)
