"""The chain of orders: amendment from the difference, termination, results, what rests on what."""

from dataclasses import replace
from datetime import date

import pytest

from db import journal
from db.recording import STEPS
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import (
    LayoutChoice,
    OrderKind,
    Outcome,
    PairsDetails,
    TableLayout,
    TermChange,
)
from nastavnik_desktop.domain.pairing_life import MentorReplacement
from nastavnik_desktop.domain.pairings import EndKind, PairingState
from tests.documents.readers import pdf_pages
from tests.factory import (
    TODAY,
    YEAR,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
)

JANUARY = date(2027, 1, 13)
"""A Wednesday after the holidays."""
MAY = date(2027, 5, 27)


@pytest.fixture
def later(services, monkeypatch):
    """Sets the day at which the school stands."""

    def stand(day):
        services.school.save(replace(services.school.get(), fixed_today=day))

    return stand


def text_of(services, order_id):
    return " ".join(pdf_pages(services.orders.file(order_id, "pdf")))


def drafted(services, kind, *pairing_ids, target=None, on=TODAY, number="2-од", **changes):
    offer = services.orders.new_draft(YEAR, pairing_ids, kind, target, on)
    return replace(offer.draft, number=number, **changes)


@pytest.fixture
def replaced(services, later):
    """An order of three pairs; in January the mentor of the second leaves, another follows."""
    mentee = make_mentee(services, "Щукин")
    pairs = [
        make_pairing(services),
        make_pairing(services, make_mentor(services, "Стрелец", "Юлия"), mentee),
        make_pairing(services, make_mentor(services, "Заяц", "Ева"), make_mentee(services, "Ким")),
    ]
    order_id = make_order(services, *pairs)
    later(JANUARY)
    services.pairings.finish([pairs[1]], date(2027, 1, 12), EndKind.EARLY, "увольнение наставника")
    new = make_pairing(
        services, make_mentor(services, "Новикова", "Яна"), mentee, starts_on=JANUARY
    )
    return order_id, pairs, new


def test_an_amendment_tells_the_row_in_which_the_mentor_was_replaced(services, replaced):
    order_id, _pairs, _new = replaced
    draft = drafted(services, OrderKind.AMENDMENT, target=order_id, on=JANUARY)
    text = text_of(services, services.orders.issue(draft).record_id)
    assert "О внесении изменений в приказ от 08.09.2026 № 1-од" in text
    assert "В связи с увольнением наставника" in text
    assert (
        "Прекратить с 12.01.2027 наставничество Стрелец Юлии Николаевны, учителя физики, "
        "в отношении Щукина Ивана Ильича"
    ) in text
    assert "за Щукиным Иваном Ильичом, учителем физики" in text
    assert "Закрепить с 13.01.2027 по 28.05.2027 наставника – Новикову Яну Николаевну" in text
    assert (
        "Строку 2 приложения к приказу от 08.09.2026 № 1-од изложить в следующей редакции:" in text
    )
    assert "2. Новикова Яна Николаевна" in text
    assert "Ким" not in text


def test_an_extract_of_an_amendment_is_for_pairs_that_it_changes(services, replaced):
    order_id, pairs, new = replaced
    draft = drafted(services, OrderKind.AMENDMENT, target=order_id, on=JANUARY)
    amendment = services.orders.issue(draft).record_id
    pages = pdf_pages(services.order_files.extract(amendment, "pdf", pairing_id=new))
    assert "2. Новикова Яна Николаевна" in " ".join(pages)
    with pytest.raises(RuleViolation, match="такой пары нет"):
        services.order_files.extract(amendment, "pdf", pairing_id=pairs[0])
    whole = replace(draft.details, is_new_edition=True)
    services.orders.withdraw(amendment, JANUARY, "ошибка")
    anew = services.orders.issue(replace(draft, details=whole, number="3-од")).record_id
    assert services.order_files.extract(anew, "pdf", pairing_id=pairs[0])


def test_a_second_amendment_tells_nothing_of_what_the_first_one_told(services, replaced):
    order_id, pairs, new = replaced
    services.orders.issue(drafted(services, OrderKind.AMENDMENT, target=order_id, on=JANUARY))
    services.pairings.finish(
        [pairs[2]], JANUARY, EndKind.EARLY, "заявление наставника", date(2026, 12, 29)
    )
    second = drafted(services, OrderKind.AMENDMENT, target=order_id, on=JANUARY, number="3-од")
    assert second.details.reason == "заявлением наставника"
    assert second.grounds == "уведомление о прекращении наставничества от 29.12.2026"
    amendment = services.orders.issue(second).record_id
    with pytest.raises(RuleViolation, match="такой пары нет"):
        services.order_files.extract(amendment, "pdf", pairing_id=new)


def test_nothing_changed_is_nothing_to_amend(services):
    order_id = make_order(services)
    with pytest.raises(RuleViolation, match="вносить нечего"):
        services.orders.issue(drafted(services, OrderKind.AMENDMENT, target=order_id))


def test_a_new_pair_is_a_new_row_and_stands_in_an_order_afterwards(services):
    order_id = make_order(services)
    new = make_pairing(services, make_mentor(services, "Новикова"), make_mentee(services, "Ким"))
    amendment = services.orders.issue(
        drafted(services, OrderKind.AMENDMENT, target=order_id)
    ).record_id
    text = text_of(services, amendment)
    assert "дополнить строкой 2 следующего содержания:" in text
    assert services.pairings.row(new).order.number == "2-од"
    assert services.pairings.row(new).state_on(TODAY) is PairingState.ACTIVE


def test_a_second_amendment_starts_from_what_the_first_one_said(services, replaced):
    order_id, _pairs, _new = replaced
    services.orders.issue(drafted(services, OrderKind.AMENDMENT, target=order_id, on=JANUARY))
    make_pairing(
        services, make_mentor(services, "Орлова"), make_mentee(services, "Юдин"),
        starts_on=JANUARY,
    )  # fmt: skip
    second = drafted(services, OrderKind.AMENDMENT, target=order_id, on=JANUARY, number="3-од")
    text = text_of(services, services.orders.issue(second).record_id)
    assert "дополнить строкой 4 следующего содержания:" in text
    assert "Строку 2" not in text
    assert "Прекратить" not in text


def test_a_prolonged_term_is_written_into_the_row_and_into_the_pair(services):
    pairing_id = make_pairing(services)
    order_id = make_order(services, pairing_id)
    draft = drafted(services, OrderKind.AMENDMENT, target=order_id)
    details = replace(
        draft.details, reason="продлением программы",
        terms=(TermChange(pairing_id, date(2027, 8, 31)),),
    )  # fmt: skip
    amendment = services.orders.issue(replace(draft, details=details)).record_id
    text = text_of(services, amendment)
    assert "срок по 31.08.2027" in text
    assert "08.09.2026 – 31.08.2027" in text
    assert services.pairings.row(pairing_id).ends_on == date(2027, 8, 31)
    services.orders.withdraw(amendment, TODAY, "ошибка")
    assert services.pairings.row(pairing_id).ends_on == date(2027, 5, 28)


def test_a_whole_annex_can_be_given_anew(services, replaced):
    order_id, _pairs, _new = replaced
    draft = drafted(services, OrderKind.AMENDMENT, target=order_id, on=JANUARY)
    draft = replace(draft, details=replace(draft.details, is_new_edition=True))
    text = text_of(services, services.orders.issue(draft).record_id)
    assert (
        "Приложение к приказу от 08.09.2026 № 1-од изложить в новой редакции согласно приложению "
        "к настоящему приказу."
    ) in text
    assert "Новикова Яна Николаевна" in text
    assert "Заяц Ева Николаевна" in text
    assert "Стрелец Юлия Николаевна" not in text


def test_pairs_that_stood_in_the_text_are_amended_as_a_list(services):
    details = PairsDetails((LayoutChoice("educator-educator", TableLayout.LIST),))
    order_id = make_order(services, make_pairing(services), details=details)
    make_pairing(services, make_mentor(services, "Новикова"), make_mentee(services, "Ким"))
    draft = drafted(services, OrderKind.AMENDMENT, target=order_id)
    services.order_templates.text(draft, services.order_templates.current(draft.kind))
    whole = replace(draft, details=replace(draft.details, is_new_edition=True), number="3-од")
    anew = services.order_templates.text(whole, services.order_templates.current(draft.kind))
    assert "Новикова Ольга Николаевна" in anew
    assert "Крутикова Ольга Николаевна" in anew
    text = text_of(services, services.orders.issue(draft).record_id)
    assert "Перечень наставнических пар к приказу от 08.09.2026 № 1-од дополнить строкой 2" in text


def test_a_termination_ends_the_pairs_and_its_withdrawal_brings_them_back(services):
    pairing_id = make_pairing(services)
    order_id = make_order(services, pairing_id)
    draft = drafted(services, OrderKind.TERMINATION, target=order_id)
    with pytest.raises(RuleViolation, match="причину прекращения"):
        services.orders.issue(draft)
    ended = tuple(
        replace(one, ended_on=date(2026, 9, 11), reason="отказ наставника")
        for one in draft.details.ended
    )
    draft = replace(draft, details=replace(draft.details, ended=ended))
    termination = services.orders.issue(draft).record_id
    text = text_of(services, termination)
    assert "закреплённое приказом от 08.09.2026 № 1-од" in text
    assert "1.1. с 11.09.2026 – Крутиковой Ольги Николаевны, учителя физики" in text
    row = services.pairings.row(pairing_id)
    assert (row.ended_on, row.end_kind, row.end_reason) == (
        date(2026, 9, 11), EndKind.EARLY, "отказ наставника",
    )  # fmt: skip
    assert row.order.number == "1-од"
    services.orders.withdraw(termination, TODAY, "наставник передумал")
    assert services.pairings.row(pairing_id).ended_on is None


def test_results_complete_and_prolong(services, later):
    first = make_pairing(services)
    second = make_pairing(services, make_mentor(services, "Орлова"), make_mentee(services, "Ким"))
    make_order(services, first, second)
    later(MAY)
    draft = drafted(services, OrderKind.RESULTS, on=MAY)
    assert set(draft.pairing_ids) == {first, second}
    outcomes = tuple(
        replace(one, outcome=Outcome.PROLONGED, on=date(2027, 8, 31))
        if one.pairing_id == second
        else one
        for one in draft.details.outcomes
    )
    draft = replace(draft, details=replace(draft.details, outcomes=outcomes))
    text = text_of(services, services.orders.issue(draft).record_id)
    assert "Считать завершёнными персонализированные программы наставничества согласно" in text
    assert "Освободить с 29.05.2027 от функций наставника: 3.1. Крутикову Ольгу Николаевну" in text
    assert "до 31.08.2027 – Орловой Ольги Николаевны" in text
    done, longer = services.pairings.row(first), services.pairings.row(second)
    assert (done.ended_on, done.end_kind) == (date(2027, 5, 28), EndKind.COMPLETED)
    assert (longer.ended_on, longer.ends_on) == (None, date(2027, 8, 31))


def test_a_prolonged_programme_is_summed_up_when_it_ends(services, later):
    pairing_id = make_pairing(services)
    make_order(services, pairing_id)
    later(MAY)
    draft = drafted(services, OrderKind.RESULTS, on=MAY)
    longer = tuple(
        replace(one, outcome=Outcome.PROLONGED, on=date(2027, 8, 20))
        for one in draft.details.outcomes
    )
    services.orders.issue(replace(draft, details=replace(draft.details, outcomes=longer)))
    august = date(2027, 8, 19)
    later(august)
    again = drafted(services, OrderKind.RESULTS, on=august, number="9-од")
    assert again.pairing_ids == (pairing_id,)
    services.orders.issue(again)
    assert services.pairings.row(pairing_id).ended_on == date(2027, 8, 20)
    assert drafted(services, OrderKind.RESULTS, on=august).pairing_ids == ()


def test_an_amendment_stands_for_the_order_that_it_amends(services):
    order_id = make_order(services)
    amendment = order_id
    for name, number in (("Новикова", "2-од"), ("Орлова", "3-од")):
        new = make_pairing(services, make_mentor(services, name), make_mentee(services, f"{name}К"))
        draft = drafted(services, OrderKind.AMENDMENT, new, target=amendment, number=number)
        amendment = services.orders.issue(draft).record_id
    assert draft.target_id == order_id
    assert "дополнить строкой 3 следующего содержания:" in text_of(services, amendment)


def test_a_pair_that_goes_on_with_another_mentor_has_no_results_and_is_not_ended_again(
    services, later
):
    pairing_id = make_pairing(services)
    order_id = make_order(services, pairing_id)
    new = MentorReplacement(
        pairing_id, make_mentor(services, "Новикова"), JANUARY, "увольнение наставника"
    )
    services.pairing_life.replace_mentor(new)
    termination = services.orders.new_draft(YEAR, (), OrderKind.TERMINATION, order_id, JANUARY)
    assert termination.candidates == ()
    later(MAY)
    for kind in (OrderKind.RESULTS, OrderKind.REWARD):
        held_back = services.orders.new_draft(YEAR, (), kind, None, MAY).held_back_on(MAY)
        reasons = {row.pairing_id: why for row, why in held_back}
        assert reasons[pairing_id] == ["наставник заменён: программу продолжает другая пара"]


def test_results_too_early_hold_the_pairs_back(services):
    make_order(services)
    offer = services.orders.new_draft(YEAR, (), OrderKind.RESULTS)
    ((_row, reasons),) = offer.held_back_on(TODAY)
    assert reasons == ["программа длится до 28.05.2027"]


def test_an_order_that_others_rest_on_is_neither_withdrawn_nor_undone(services):
    order_id = make_order(services)
    make_pairing(services, make_mentor(services, "Новикова"), make_mentee(services, "Ким"))
    amendment = services.orders.issue(
        drafted(services, OrderKind.AMENDMENT, target=order_id)
    ).record_id
    with pytest.raises(RuleViolation, match="опираются другие: приказ №\u00a02-од от"):
        services.orders.withdraw(order_id, TODAY, "ошибка")
    services.orders.withdraw(amendment, TODAY, "ошибка")
    services.orders.withdraw(order_id, TODAY, "ошибка")


def test_the_step_of_issuing_stays_while_a_later_order_refers_to_it(services, base):
    order_id = make_order(services)
    step = services.history.state()
    assert step.undo_title == "Приказ №\u00a01-од создан"
    services.orders.save_draft(drafted(services, OrderKind.TERMINATION, target=order_id))
    with base.reading() as session:
        query = STEPS.select().where(STEPS.c.title == step.undo_title)
        step_id = session.connection().execute(query).first().step_id
    with pytest.raises(RuleViolation, match="ссылаются более новые"):
        journal.undo(base, step_id=step_id)


@pytest.mark.parametrize("kind", [OrderKind.WORKING_GROUP, OrderKind.ROAD_MAP, OrderKind.REWARD])
def test_kinds_that_change_no_pairs_are_issued_with_what_is_proposed(services, kind):
    services.school.save(
        replace(
            services.school.get(),
            coordinator_name="Крутикова Ольга Николаевна",
            coordinator_title="заместитель директора",
        )
    )
    make_order(services)
    text = text_of(services, services.orders.issue(drafted(services, kind)).record_id)
    expected = {
        OrderKind.WORKING_GROUP: "куратором реализации программ наставничества Крутикову Ольгу",
        OrderKind.ROAD_MAP: "(дорожную карту) реализации программ наставничества на 2026/27",
        OrderKind.REWARD: "Объявить благодарность: 1.1. Крутиковой Ольге Николаевне, учителю",
    }
    assert expected[kind] in text


def test_a_working_group_without_a_coordinator_says_so_instead_of_a_paper(services):
    draft = drafted(services, OrderKind.WORKING_GROUP)
    with pytest.raises(RuleViolation, match="Укажите куратора") as caught:
        services.orders.preview(replace(draft, details=replace(draft.details, coordinator=" ")))
    assert caught.value.field == "coordinator"


def test_an_order_of_own_words(services):
    draft = drafted(services, OrderKind.OTHER, heading="О неделе наставничества")
    details = replace(
        draft.details,
        clauses="Провести неделю наставничества в {{ year }} учебном году.\nКонтроль – за собой.",
    )
    text = text_of(services, services.orders.issue(replace(draft, details=details)).record_id)
    assert "О неделе наставничества" in text
    assert "1. Провести неделю наставничества в 2026/27 учебном году. 2. Контроль" in text
