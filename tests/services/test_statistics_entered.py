"""Figures by hand, texts of title pages, sent copies, comparisons: kept in a real base."""

from dataclasses import replace
from datetime import date

import pytest

from db import journal
from db.models import PairingModel, PersonModel
from nastavnik_desktop.bootstrap import Services
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.local_acts import ActKind, LocalAct
from nastavnik_desktop.domain.statistics.frozen import FrozenDraft
from tests.domain.statistics_figures import found
from tests.domain.statistics_school import AS_OF, EXTERNAL, SCHOOL
from tests.services.statistics_base import write_facts

SENT = FrozenDraft("Управление образования", date(2026, 12, 14), "директор Кузьмина Е. М.")


@pytest.fixture
def services(base):
    write_facts(base, SCHOOL, external=EXTERNAL)
    return Services(base)


def cell(services, code, address, as_of=AS_OF):
    return services.statistics.report(code, as_of).cells[address]


def enter(services, code, address, text, reason="", as_of=AS_OF):
    report = services.statistics.report(code, as_of)
    draft = services.statistics.figure_draft(report, address)
    return services.statistics.enter(report, address, replace(draft, text=text, reason=reason))


def test_a_correction_holds_for_its_date_and_can_be_taken_back(services):
    address = ("11", 10)
    saved = enter(services, "participants", address, "14", "двое приняты вчера")
    assert saved.message == "Исправлено число: строка 11, графа 10"
    corrected = cell(services, "participants", address)
    assert (corrected.figure, corrected.value) == (14, 12)
    assert corrected.correction.reason == "двое приняты вчера"
    assert cell(services, "participants", address, date(2026, 12, 11)).correction is None
    enter(services, "participants", address, "15", "трое")
    assert cell(services, "participants", address).figure == 15
    enter(services, "participants", address, "")
    assert cell(services, "participants", address).figure == 12


def test_a_correction_is_a_step_that_is_undone(base, services):
    enter(services, "participants", ("11", 10), "14", "двое приняты вчера")
    journal.undo(base)
    assert cell(services, "participants", ("11", 10)).correction is None


def test_a_correction_without_a_reason_is_refused(services):
    with pytest.raises(RuleViolation, match="почему") as refused:
        enter(services, "participants", ("11", 10), "14")
    assert refused.value.field == "reason"


def test_words_and_crosses_cannot_be_corrected(services):
    for code, address in (("documents", ("01", 4)), ("participants", ("01", 6))):
        with pytest.raises(RuleViolation, match="исправить нельзя"):
            enter(services, code, address, "1", "так надо")


def test_a_plan_is_given_for_a_year_and_stays_in_the_next(services):
    enter(services, "targets", ("01", 3), "77,5")
    assert cell(services, "targets", ("01", 3)).shown == "77,5"
    assert cell(services, "targets", ("01", 7)).shown == "2,5"
    assert cell(services, "targets", ("01", 8), date(2027, 12, 1)).shown == "77,5"
    enter(services, "targets", ("01", 3), "")
    assert cell(services, "targets", ("01", 3)).shown == ""


def test_a_plan_of_the_definition_may_be_changed_and_comes_back(services):
    assert cell(services, "targets", ("01", 13)).shown == "70,0"
    enter(services, "targets", ("01", 13), "65")
    assert cell(services, "targets", ("01", 13)).shown == "65,0"
    enter(services, "targets", ("01", 13), "")
    assert cell(services, "targets", ("01", 13)).shown == "70,0"


def test_texts_of_the_title_page_are_the_users_until_the_original_comes_back(services):
    statistics = services.statistics
    original = statistics.edition("oo1-3.1")
    edition = replace(original, edition="Приказ от 01.08.2026 № 400", okud="0609566")
    assert statistics.save_edition("oo1-3.1", edition).message == "Титульный лист изменён"
    page = statistics.report("oo1-3.1", AS_OF).form.title_page
    assert (page.edition, page.okud) == (("Приказ от 01.08.2026 № 400",), "0609566")
    statistics.save_edition("oo1-3.1", original)
    assert statistics.edition("oo1-3.1") == original


def test_a_sent_copy_is_not_touched_by_later_changes_and_shows_the_difference(base, services):
    frozen = services.frozen_reports
    saved = frozen.freeze("participants", AS_OF, SENT)
    before = found(services.statistics.report("participants", AS_OF))
    with base.begin("Пара началась позже, фамилия другая") as session:
        session.get_one(PairingModel, 101).starts_on = date(2026, 12, 20)
        session.get_one(PersonModel, 4).last_name = "Новикова"
    copy = frozen.report(saved.record_id)
    assert found(copy) == before
    assert copy.titles["people"][4] == "Гаврилова София Юрьевна"
    comparison = frozen.compare(saved.record_id)
    one = comparison.at(("06", 3))
    assert (one.before, one.after, one.gone) == ("2", "1", (101,))
    assert comparison.before.title_of("pairings", 101).startswith("Иванова")


def test_a_sent_copy_is_listed_with_its_date_and_addressee(services):
    services.frozen_reports.freeze("participants", AS_OF, SENT)
    services.frozen_reports.freeze("pupils", AS_OF, replace(SENT, sent_on=date(2026, 12, 15)))
    rows = services.frozen_reports.rows()
    assert [row.form_code for row in rows] == ["pupils", "participants"]
    assert rows[1].caption == "Отправлено 14.12.2026: Управление образования (на 12.12.2026)"
    assert services.frozen_reports.latest_of("pupils") == rows[0]
    assert services.frozen_reports.new_draft("oo1-3.1", AS_OF).recipient == SENT.recipient


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(SENT, recipient=" "), "recipient"),
        (replace(SENT, sent_on=None), "sent_on"),
        (replace(SENT, sent_on=date(2026, 12, 11)), "sent_on"),
    ],
)
def test_a_sending_that_cannot_be_is_refused(services, draft, field):
    with pytest.raises(RuleViolation) as refused:
        services.frozen_reports.freeze("participants", AS_OF, draft)
    assert refused.value.field == field


def test_a_copy_that_is_not_there_is_told(services):
    with pytest.raises(RuleViolation, match="больше нет"):
        services.frozen_reports.report(77)
    with pytest.raises(RuleViolation, match="сравнить не с чем"):
        services.frozen_reports.latest_of("pupils")


def test_two_dates_are_compared_by_name(services):
    comparison = services.statistics.compare("pupils", AS_OF, date(2026, 12, 13))
    assert comparison.at(("08", 4)).came == (12,)


def test_a_document_of_the_register_fills_the_check_list(services):
    act = LocalAct(ActKind.ROAD_MAP, "100-од", date(2026, 9, 3), link="https://school.example/map")
    saved = services.local_acts.save(act)
    assert cell(services, "documents", ("04", 4)).text == "№\u00a0100-од от 03.09.2026"
    services.local_acts.save(replace(act, act_id=saved.record_id, number="101-од"))
    assert cell(services, "documents", ("04", 4)).text == "№\u00a0101-од от 03.09.2026"
    services.local_acts.delete(saved.record_id)
    assert cell(services, "documents", ("04", 3)).value == 0


def test_documents_stand_in_the_order_of_the_check_list(services):
    services.local_acts.save(LocalAct(ActKind.INTRODUCTION_ORDER, "1-од", date(2025, 9, 1)))
    kinds = [act.kind for act in services.local_acts.rows()]
    assert kinds == sorted(kinds, key=list(ActKind).index)
    assert [act.number for act in services.local_acts.rows()][1:3] == ["1-од", "5-од"]


def test_an_empty_document_is_refused(services):
    with pytest.raises(RuleViolation, match="номер, дату, название или ссылку"):
        services.local_acts.save(LocalAct(ActKind.PROGRAM))
    with pytest.raises(RuleViolation, match="больше нет в перечне"):
        services.local_acts.save(LocalAct(ActKind.PROGRAM, "1", act_id=99))
