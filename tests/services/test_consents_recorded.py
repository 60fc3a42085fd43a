"""Consents: recording, withdrawing, the papers to sign."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.changes import Changes
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.people import Representative
from tests.documents.readers import pdf_pages
from tests.factory import (
    CONSENTED_ON,
    TODAY,
    YEAR,
    consent,
    make_mentee,
    make_mentor,
    make_pairing,
    make_person,
    make_student,
    pairing_draft,
)


def test_consents_of_several_people_are_one_step(services):
    ids = [make_person(services, last_name) for last_name in ("Абрамова", "Белова")]
    saved = consent(services, *ids)
    assert saved.message == "Внесено 2\u00a0согласия от 04.09.2026"
    assert saved.changes == Changes.CONSENTS | Changes.PAIRINGS
    for person_id in ids:
        (record,) = services.consents.of_person(person_id)
        assert (record.kind, record.signed_on, record.is_by_representative) == (
            ConsentKind.PARTICIPATION,
            CONSENTED_ON,
            False,
        )
    services.history.undo()
    assert [services.consents.of_person(person_id) for person_id in ids] == [[], []]


def test_the_latest_consent_stands_first(services):
    person_id = make_person(services)
    consent(services, person_id, on=date(2025, 9, 1))
    consent(services, person_id, on=CONSENTED_ON, kind=ConsentKind.PUBLICATION)
    kinds = [record.kind for record in services.consents.of_person(person_id)]
    assert kinds == [ConsentKind.PUBLICATION, ConsentKind.PARTICIPATION]


@pytest.mark.parametrize(
    ("birth_date", "is_by_representative"),
    [(date(2008, 9, 5), True), (date(2008, 9, 4), False), (None, True)],
)
def test_for_a_minor_the_representative_signs(services, birth_date, is_by_representative):
    """Whether a student is a minor is asked on the day of the signature."""
    person_id = make_student(services, birth_date=birth_date)
    consent(services, person_id)
    (record,) = services.consents.of_person(person_id)
    assert record.is_by_representative is is_by_representative


def test_nobody_signs_tomorrow_and_nobody_is_no_signature(services):
    person_id = make_person(services)
    with pytest.raises(RuleViolation, match="в будущем") as refused:
        consent(services, person_id, on=date(2026, 9, 9))
    assert refused.value.field == "signed_on"
    with pytest.raises(RuleViolation, match="хотя бы одного человека"):
        consent(services)
    assert services.consents.of_person(person_id) == []
    assert consent(services, person_id, on=TODAY).message.endswith("08.09.2026")


def test_a_withdrawn_consent_holds_no_more(services):
    mentor = make_mentor(services)
    pairing_id = make_pairing(services, mentor, make_mentee(services))
    (record,) = services.consents.of_person(mentor)
    saved = services.consents.withdraw(record.consent_id, TODAY)
    assert saved.message == "Согласие отозвано: Крутикова"
    assert services.consents.of_person(mentor)[0].withdrawn_on == TODAY
    blockers = services.pairings.row(pairing_id).blockers(TODAY)
    assert blockers == ["нет письменного согласия наставника: Крутикова\u00a0О.\u00a0Н."]


def test_a_consent_is_withdrawn_once_after_it_was_signed_and_by_today(services):
    person_id = make_person(services)
    consent(services, person_id)
    (record,) = services.consents.of_person(person_id)
    for day, reason in (
        (date(2026, 9, 3), "раньше подписания"),
        (date(2026, 9, 9), "ещё не наступил"),
    ):
        with pytest.raises(RuleViolation, match=reason) as refused:
            services.consents.withdraw(record.consent_id, day)
        assert refused.value.field == "withdrawn_on"
    services.consents.withdraw(record.consent_id, TODAY)
    with pytest.raises(RuleViolation, match=r"уже отозвано 08\.09\.2026"):
        services.consents.withdraw(record.consent_id, TODAY)
    with pytest.raises(RuleViolation, match="больше нет в базе"):
        services.consents.withdraw(404, TODAY)


def test_the_dialog_begins_with_those_who_lack_a_consent(services):
    signed, lacking = make_person(services, "Абрамова"), make_person(services, "Белова")
    consent(services, signed)
    draft = services.consents.new_draft([lacking, signed])
    assert [person.name.last_name for person in draft.people] == ["Абрамова", "Белова"]
    assert draft.person_ids == (lacking,)
    assert draft.signed_on == TODAY
    consent(services, lacking)
    assert set(services.consents.new_draft([lacking, signed]).person_ids) == {lacking, signed}


def paper_text(services, *person_ids):
    return pdf_pages(services.consents.paper(person_ids, YEAR, "pdf"))


def test_a_mentor_of_a_colleague_signs_under_the_labour_code(services):
    mentor, mentee = make_mentor(services), make_mentee(services)
    make_pairing(services, mentor, mentee, is_consented=False)
    (page,) = paper_text(services, mentor)
    assert "Директору МБОУ «СОШ № 17» Заболотной Л. В." in page
    assert "Крутикова Ольга Николаевна" in page
    assert "наставника" in page
    assert "351.8" in page
    (page,) = paper_text(services, mentee)
    assert "наставляемого" in page
    assert "351.8" not in page


def test_for_a_child_the_parent_is_named(services):
    parent = Representative("Соколова Инна Львовна", "мать")
    child = make_student(services, representative=parent)
    other = make_student(services, "Рогов", birth_date=date(2010, 1, 1))
    services.pairings.save(pairing_draft(other, child, form_code="student-student", role_model=""))
    (page,) = paper_text(services, child)
    assert "Соколова Инна Львовна" in page
    assert "Соколов Лев Ильич" in page


def test_each_person_has_a_sheet_in_one_paper(services):
    ids = [make_person(services, last_name) for last_name in ("Абрамова", "Белова", "Ванина")]
    pages = paper_text(services, *ids)
    assert len(pages) == 3
    assert "Белова Анна Петровна" in pages[1]
    assert services.consents.paper(ids, YEAR, "docx").startswith(b"PK")


def test_a_blank_without_people_is_refused(services):
    with pytest.raises(RuleViolation, match="Выберите людей"):
        services.consents.paper([], YEAR, "pdf")


def test_a_blank_without_a_school_is_refused(new_services):
    person_id = make_person(new_services)
    with pytest.raises(RuleViolation, match="сведения о школе"):
        new_services.consents.paper([person_id], YEAR, "pdf")


def test_a_school_without_a_director_is_addressed_all_the_same(services):
    services.school.save(replace(services.school.get(), heads=()))
    (page,) = paper_text(services, make_person(services))
    assert "Директору МБОУ «СОШ № 17»" in page


def test_a_pairing_that_still_waits_for_its_order_is_the_one_in_the_paper(services):
    """Of two pairings the consent is asked for the one that has no order yet."""
    mentor, first = make_mentor(services), make_mentee(services)
    services.orders.issue(
        services.orders.new_draft(YEAR, [make_pairing(services, mentor, first)]).draft
    )
    make_pairing(services, make_person(services, "Юсупова"), mentor, is_consented=False)
    (page,) = paper_text(services, mentor)
    assert "наставляемого" in page
