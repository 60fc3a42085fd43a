"""Numbers of orders: proposed by the register's pattern, never twice in a register and year."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderState
from nastavnik_desktop.domain.school import Register
from nastavnik_desktop.domain.school_year import SchoolYear
from tests.factory import TODAY, YEAR, make_order, make_pairing, order_draft


def issue_number(services, number, **changes):
    return make_order(services, number=number, **changes)


def test_numbers_go_on_one_after_another(services):
    for expected in ("1-од", "2-од", "3-од"):
        draft = order_draft(services, make_pairing(services))
        assert draft.number == expected
        services.orders.issue(draft)


@pytest.mark.parametrize("number", ["12-од", "12 – ОД", "12-ОД ", "12\u00a0-\u00a0од"])
def test_a_number_is_taken_however_it_is_written(services, number):
    issue_number(services, "12-од")
    with pytest.raises(RuleViolation, match=r"уже занят|до 25 знаков") as refused:
        issue_number(services, number)
    assert refused.value.field == "number"


def test_latin_letters_do_not_make_another_number(services):
    """«12-од» typed with a Latin o looks the same on paper."""
    issue_number(services, "12-од")
    with pytest.raises(RuleViolation, match="уже занят"):
        issue_number(services, "12-oд")


def test_each_register_counts_for_itself(services):
    issue_number(services, "1-од")
    main, staff = services.school.get().registers
    draft = order_draft(services, make_pairing(services))
    offer = services.orders.new_draft(YEAR)
    assert offer.number_for(main.register_id, 2026) == "2-од"
    assert offer.number_for(staff.register_id, 2026) == "1-лс"
    services.orders.issue(replace(draft, register_id=staff.register_id, number="1-од"))
    rows = services.orders.rows(YEAR)
    assert {(row.register_title, row.number) for row in rows} == {
        ("Основная деятельность", "1-од"),
        ("Личный состав", "1-од"),
    }


def test_numbers_begin_anew_with_the_calendar_year(services):
    issue_number(services, "15-од")
    offer = services.orders.new_draft(YEAR)
    assert offer.number_for(offer.draft.register_id, 2027) == "1-од"
    january = order_draft(services, make_pairing(services), number="15-од")
    january = replace(
        january, order_date=date(2027, 1, 11), programs_due_on=None, report_due_on=None
    )
    services.orders.issue(january)
    taken = [(row.number, row.order_date.year) for row in services.orders.rows(YEAR)]
    assert taken == [("15-од", 2027), ("15-од", 2026)]


def test_a_pattern_with_the_number_at_its_end_goes_on(services):
    school = services.school.get()
    main, staff = school.registers
    services.school.save(
        replace(school, registers=(replace(main, pattern="01-08/{n}"), staff)),
    )
    for expected in ("01-08/1", "01-08/2", "01-08/3"):
        draft = order_draft(services, make_pairing(services))
        assert draft.number == expected
        services.orders.issue(draft)


def test_numbers_of_other_shapes_are_accepted_and_counted(services):
    for number in ("181/1", "14-а", "01-03\\482", "42.6", "152-осн."):
        issue_number(services, number)
    assert services.orders.new_draft(YEAR).draft.number == "182-од"


def test_an_order_of_another_program_takes_its_number(services):
    saved = services.orders.register_external("97-од", TODAY, "О закреплении")
    assert saved.message == "Внесён внешний приказ №\u00a097-од"
    row = services.orders.row(saved.record_id)
    assert (row.state, row.signed_on, row.year) == (OrderState.EXTERNAL, TODAY, YEAR)
    assert services.orders.new_draft(YEAR).draft.number == "98-од"
    with pytest.raises(RuleViolation, match=r"97-ОД от 08\.09\.2026 уже есть в журнале"):
        services.orders.register_external("97-ОД", TODAY, "О другом")
    with pytest.raises(RuleViolation, match="текста в программе нет"):
        services.orders.file(saved.record_id, "pdf")


@pytest.mark.parametrize("number", ["", "   ", "7" * 26, "12#од"])
def test_a_number_that_no_register_could_hold_is_refused(services, number):
    with pytest.raises(RuleViolation) as refused:
        services.orders.register_external(number, TODAY, "О закреплении")
    assert refused.value.field == "number"
    with pytest.raises(RuleViolation) as refused:
        issue_number(services, number)
    assert refused.value.field == "number"
    assert services.orders.rows(YEAR) == []


def test_an_order_of_an_earlier_year_stands_in_its_own_register(services):
    services.orders.register_external("97-од", date(2025, 9, 10), "О закреплении")
    assert services.orders.rows(YEAR) == []
    assert [row.number for row in services.orders.rows(SchoolYear(2025))] == ["97-од"]
    assert services.orders.new_draft(YEAR).draft.number == "1-од"


def test_an_order_of_late_august_stands_in_the_year_that_it_prepares(services):
    services.orders.register_external("97-од", date(2025, 8, 29), "О закреплении")
    assert [row.number for row in services.orders.rows(SchoolYear(2025))] == ["97-од"]


def test_a_base_without_registers_says_so(services):
    """A base that another program has emptied of its registers is no reason to fall."""
    school = services.school.get()
    with pytest.raises(RuleViolation, match="журнал приказов") as refused:
        services.school.save(replace(school, registers=()))
    assert refused.value.field == "registers"
    assert services.school.get().registers == school.registers


def test_a_register_added_later_is_offered(services):
    school = services.school.get()
    added = (*school.registers, Register(None, "По контингенту", "{n}-к"))
    services.school.save(replace(school, registers=added))
    offer = services.orders.new_draft(YEAR)
    assert [one.title for one in offer.registers][-1] == "По контингенту"
    assert offer.number_for(offer.registers[-1].register_id, 2026) == "1-к"
