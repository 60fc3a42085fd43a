"""Certificates, letters of thanks and the paper for attestation, read back from their files."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.awards import AwardKind
from nastavnik_desktop.domain.errors import RuleViolation
from tests.documents.readers import opened_docx, pdf_pages
from tests.factory import (
    TODAY,
    YEAR,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_school,
)

MERIT = AwardKind.THANKS.proposed_merit


@pytest.fixture
def mentors(services):
    """Two mentors whose pairs stand in an order."""
    make_school(services)
    first, second = make_mentor(services), make_mentor(services, "Стрелец", "Юлия")
    make_order(
        services,
        make_pairing(services, first),
        make_pairing(services, second, make_mentee(services, "Ким", "Лев")),
        number="12-од",
    )
    return first, second


def given(services, kind, *people, merit=""):
    draft = replace(services.awards.offer(YEAR, people).draft, kind=kind, merit=merit)
    return services.awards.give(draft)


def words_of(pdf):
    return [" ".join(page.split()) for page in pdf_pages(pdf)]


def test_certificates_are_given_to_many_in_one_step(services, mentors):
    given(services, AwardKind.CERTIFICATE, *mentors)
    rows = services.awards.rows(YEAR)
    assert [(row.number, row.given_on) for row in rows] == [("1", TODAY), ("2", TODAY)]
    first, second = words_of(services.awards.file([row.award_id for row in rows], "pdf"))
    assert "СЕРТИФИКАТ подтверждает, что Крутикова Ольга Николаевна" in first
    assert "осуществляла наставничество по форме «педагог – педагог»" in first
    assert "№ 1, 8 сентября 2026 г." in first
    assert "Стрелец Юлия Николаевна" in second
    services.history.undo()
    assert services.awards.rows(YEAR) == []


def test_a_letter_addresses_the_person_and_says_what_for(services, mentors):
    award_id = given(services, AwardKind.THANKS, mentors[0], merit=MERIT).record_id
    (text,) = words_of(services.awards.file([award_id], "pdf"))
    assert "Уважаемая Ольга Николаевна!" in text
    assert f"благодарит Вас {MERIT}." in text
    word = opened_docx(services.awards.file([award_id], "docx"))
    assert "Уважаемая Ольга Николаевна!" in [paragraph.text for paragraph in word.paragraphs]
    section = word.sections[0]._sectPr
    assert section.find("{*}pgBorders") is not None


def test_numbers_go_on_by_kind(services, mentors):
    given(services, AwardKind.CERTIFICATE, *mentors)
    offer = services.awards.offer(YEAR, mentors)
    assert offer.draft.first_number == "3"
    assert offer.number_for(AwardKind.THANKS) == "1"
    assert offer.names == ("Крутикова Ольга Николаевна", "Стрелец Юлия Николаевна")


def test_what_was_given_together_is_found_together(services, mentors):
    made = given(services, AwardKind.CERTIFICATE, *mentors).record_id
    given(services, AwardKind.THANKS, mentors[0], merit=MERIT)
    assert {row.person_id for row in services.awards.given_with(made)} == set(mentors)
    services.awards.remove(made)
    assert len(services.awards.rows(YEAR)) == 2
    with pytest.raises(RuleViolation, match="больше нет"):
        services.awards.remove(made)
    with pytest.raises(RuleViolation, match="больше нет"):
        services.awards.file([made], "pdf")


def test_a_letter_without_a_merit_is_refused(services, mentors):
    with pytest.raises(RuleViolation, match="за что благодарит"):
        given(services, AwardKind.THANKS, mentors[0])


def test_a_forgotten_person_leaves_the_register(services, mentors):
    given(services, AwardKind.CERTIFICATE, *mentors)
    services.forgetting.forget(mentors[0])
    assert [row.person_id for row in services.awards.rows(YEAR)] == [mentors[1]]


def test_the_card_shows_what_was_given(services, mentors):
    given(services, AwardKind.CERTIFICATE, mentors[0])
    (award,) = services.people.details(mentors[0], YEAR).awards
    assert award.title == "Сертификат наставника №\u00a01 от 08.09.2026"


def test_the_record_is_a_paper_with_every_pair(services, mentors):
    given(services, AwardKind.CERTIFICATE, mentors[0])
    (text,) = words_of(services.mentor_records.file(mentors[0], "pdf"))
    assert "СПРАВКА" in text
    assert "Дана Крутиковой Ольге Николаевне, учителю физики, в том, что" in text
    assert "в 2026/27 учебном году осуществляла наставничество в отношении 1 человека." in text
    assert "Петров Иван Ильич" in text
    assert "№ 12-од от 08.09.2026" in text
    assert "Сертификаты и благодарности: сертификат наставника № 1 от 08.09.2026." in text
    word = opened_docx(services.mentor_records.file(mentors[0], "docx"))
    assert word.tables


def test_without_orders_the_record_says_so(services):
    make_school(services)
    mentor = make_mentor(services)
    make_pairing(services, mentor)
    assert services.mentor_records.of_person(mentor).lines == ()
    (text,) = words_of(services.mentor_records.file(mentor, "pdf"))
    assert "приказов о наставничестве в базе школы нет" in text


def test_an_order_of_tomorrow_is_no_experience_today(services, mentors):
    school = services.school.get()
    services.school.save(replace(school, fixed_today=date(2026, 9, 7)))
    assert services.mentor_records.of_person(mentors[0]).lines == ()
