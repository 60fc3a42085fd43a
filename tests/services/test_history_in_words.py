"""Undo, redo and the history of a record in the words of the user."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.history import UndoState
from nastavnik_desktop.domain.pairings import EndKind
from nastavnik_desktop.domain.people import Mark, MarkKind, PoolSide
from tests.factory import (
    TODAY,
    YEAR,
    consent,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_person,
    make_student,
)


def lines_of(services, kind, record_id):
    return [(line.operation, set(line.lines)) for line in services.history.of(kind, record_id)]


def test_nothing_was_done_on_a_new_base(new_services):
    state = new_services.history.state()
    assert (state.undo_title, state.redo_title) == ("", "")
    assert state.refusal == "Создание базы отменить нельзя."
    with pytest.raises(RuleViolation, match="Создание базы отменить нельзя"):
        new_services.history.undo()
    with pytest.raises(RuleViolation, match="Возвращать нечего"):
        new_services.history.redo()


def test_the_menu_names_the_steps(services):
    make_person(services)
    assert services.history.state() == UndoState("Добавлен человек: Ёлкина\u00a0А.\u00a0П.")
    undone = services.history.undo()
    assert undone.message == "Отменено: Добавлен человек: Ёлкина\u00a0А.\u00a0П."
    assert undone.changes == Changes.PEOPLE | Changes.POOLS
    assert services.history.state().redo_title == "Добавлен человек: Ёлкина\u00a0А.\u00a0П."
    assert services.history.redo().message.startswith("Возвращено: ")
    assert len(services.people.rows(YEAR)) == 1


def test_steps_are_undone_one_after_another_to_the_empty_school(services):
    pairing_id = make_pairing(services)
    make_order(services, pairing_id, signed_on=TODAY)
    services.pairings.finish([pairing_id], TODAY, EndKind.COMPLETED)
    # The two cards, the consents, the pair, the agreement, the order, its signature, the end.
    for _ in range(8):
        services.history.undo()
    assert services.people.rows(YEAR) == []
    assert services.pairings.rows(YEAR) == []
    assert services.orders.rows(YEAR) == []


def test_a_new_step_drops_what_could_be_redone(services):
    make_person(services, "Абрамова")
    services.history.undo()
    make_person(services, "Белова")
    with pytest.raises(RuleViolation, match="Возвращать нечего"):
        services.history.redo()


def test_the_history_of_a_card_tells_fields_before_and_after(services):
    person_id = make_person(services, phone="+79000000001", birth_date=date(1990, 2, 28))
    card = services.people.draft(person_id, YEAR)
    work = replace(card.employment, position_title="методист")
    services.people.save(replace(card, phone="", birth_date=None, employment=work), YEAR)
    (operation, lines), (first, created) = lines_of(services, "person", person_id)
    assert operation == "Изменена карточка: Ёлкина\u00a0А.\u00a0П."
    assert lines == {
        ("телефон", "+79000000001", "–"),
        ("дата рождения", "28.02.1990", "–"),
        ("должность", "учитель", "методист"),
    }
    assert first == "Добавлен человек: Ёлкина\u00a0А.\u00a0П."
    assert {("фамилия", "–", "Ёлкина"), ("должность", "–", "учитель")} <= created


def test_the_history_of_a_card_tells_pools_consents_and_marks(services):
    person_id = make_student(services, marks=(Mark(MarkKind.GIFTED, TODAY),))
    services.people.set_pool([person_id], "mentee", YEAR, is_in=True)
    consent(services, person_id)
    services.people.set_pool([person_id], "mentee", YEAR, is_in=False)
    told = lines_of(services, "person", person_id)
    assert [operation for operation, _ in told] == [
        "Снята отметка: 1\u00a0наставляемый",
        "Внесено 1\u00a0согласие от 04.09.2026",
        "Отмечено на 2026/27: 1\u00a0наставляемый",
        "Добавлен человек: Соколов\u00a0Л.\u00a0И.",
    ]
    assert ("сторона", "наставляемый", "–") in told[0][1]
    assert ("подписано", "–", "04.09.2026") in told[1][1]
    assert ("класс", "–", "9А") in told[3][1]


def test_the_history_of_a_pair_and_of_an_order(services):
    pairing_id = make_pairing(services, make_mentor(services), make_mentee(services))
    order_id = make_order(services, pairing_id, signed_on=TODAY)
    services.pairings.finish([pairing_id], TODAY, EndKind.EARLY, "увольнение наставника")
    services.orders.withdraw(order_id, TODAY, "ошибка")
    ended, created = lines_of(services, "pairing", pairing_id)
    assert ended[1] == {
        ("завершена", "–", "08.09.2026"),
        ("как завершена", "–", "прекращена досрочно"),
        ("причина", "–", "увольнение наставника"),
    }
    assert created[0] == "Пара создана"
    withdrawn, signed, issued = lines_of(services, "order", order_id)
    assert withdrawn[1] >= {
        ("состояние", "выпущен", "отменён"),
        ("причина отмены", "–", "ошибка"),
    }
    assert ("подписано", "–", "08.09.2026") in signed[1]
    assert ("номер", "–", "1-од") in issued[1]


def test_a_long_value_is_cut_in_the_history(services):
    person_id = make_person(services, notes="я" * 3000)
    ((_, lines),) = lines_of(services, "person", person_id)
    assert ("заметки", "–", "я" * 120) in lines


def test_competences_are_told_as_a_list(services):
    side = PoolSide(joined_on=TODAY, strengths=("проекты", "ЕГЭ"), capacity=2)
    person_id = make_person(services, mentor_side=side)
    ((_, lines),) = lines_of(services, "person", person_id)
    assert {
        ("компетенции", "–", "проекты; ЕГЭ"),
        ("сколько наставляемых", "–", "2"),
        ("сторона", "–", "наставник"),
    } <= lines


def test_who_did_it_and_when_is_told(services, base):
    person_id = make_person(services)
    (line,) = services.history.of("person", person_id)
    assert line.actor == base.actor
    assert line.moment.tzinfo is not None


def test_an_undone_step_leaves_the_history(services):
    person_id = make_person(services)
    services.people.archive([person_id])
    assert ("в архиве с", "–", "08.09.2026") in lines_of(services, "person", person_id)[0][1]
    services.history.undo()
    assert len(lines_of(services, "person", person_id)) == 1
