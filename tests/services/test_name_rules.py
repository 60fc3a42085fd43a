"""A corrected name becomes a rule for everybody who bears it; a person's own form goes before."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from db.models import JournalChangeModel
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import Case, FullName
from nastavnik_desktop.domain.name_cases import NamePart
from nastavnik_desktop.domain.people import Sex
from nastavnik_desktop.services.named_people import named_person
from tests.documents.readers import pdf_pages
from tests.factory import YEAR, make_mentee, make_mentor, make_order, make_pairing, make_person

RIGHT = "Воронэ Ольге Николаевне"


def teach(services, person_id, form=RIGHT, case=Case.DATIVE):
    draft = services.people.draft(person_id, YEAR)
    corrected = replace(draft, case_forms={case.value: form}, are_name_forms_for_all=True)
    services.people.save(corrected, YEAR)


def shown(services, person_id, case=Case.DATIVE):
    return services.people.details(person_id, YEAR).case_guesses[case]


@pytest.fixture
def first(services):
    return make_mentor(services, "Ворона")


def test_a_rule_holds_for_all_women_of_that_name(services, first):
    other = make_person(services, "ворона", first_name="Инна", patronymic="Львовна")
    guessed_man = shown(services, make_mentee(services, "Ворона"))
    teach(services, first)

    assert shown(services, first) == RIGHT
    assert shown(services, other) == "Воронэ Инне Львовне"
    assert shown(services, make_mentee(services, "Ворона")) == guessed_man


def test_only_the_changed_part_becomes_a_rule(services, first):
    teach(services, first)
    (rule,) = services.name_rules.rows()
    assert (rule.part, rule.sex, rule.word, rule.case, rule.form) == (
        NamePart.LAST_NAME,
        Sex.FEMALE,
        "Ворона",
        Case.DATIVE,
        "Воронэ",
    )
    assert services.people.draft(first, YEAR).case_forms == {}


def test_first_names_and_patronymics_have_rules_too(services):
    person = make_person(services, "Ким", first_name="Айгуль", patronymic="Ильинична")
    teach(services, person, "Ким Айгюль Ильиничне")
    other = make_person(services, "Ёлкина", first_name="Айгуль", patronymic="Павловна")
    assert shown(services, other) == "Ёлкиной Айгюль Павловне"


def test_a_persons_own_form_wins_over_the_rule(services, first):
    teach(services, first)
    own = {Case.DATIVE.value: "Ворона Ольге Николаевне"}
    services.people.save(replace(services.people.draft(first, YEAR), case_forms=own), YEAR)
    assert shown(services, first) == "Ворона Ольге Николаевне"


def test_a_rule_is_corrected_by_a_new_one(services, first):
    teach(services, first)
    teach(services, first, "Вороной Ольге Николаевне")
    assert len(services.name_rules.rows()) == 1
    assert shown(services, first) == "Вороной Ольге Николаевне"


def test_orders_and_named_people_follow_the_rule(services, base, first):
    teach(services, first, "Вороною Ольгой Николаевной", Case.INSTRUMENTAL)
    teach(services, first)
    teach(services, first, "Воронэ Ольгу Николаевну", Case.ACCUSATIVE)
    order = make_order(services, make_pairing(services, first, make_mentee(services)))
    with base.reading() as session:
        named = named_person(session, FullName("Ворона", "О.", "Н."))
        stranger = named_person(session, FullName("Ворона", "Инна", "Львовна"))
    assert named.name_in(Case.INSTRUMENTAL).last_name == "Вороною"
    assert stranger.name_in(Case.INSTRUMENTAL).full == "Вороною Инной Львовной"
    assert "Воронэ" in " ".join(pdf_pages(services.orders.file(order, "pdf")))


def test_a_rule_without_a_sex_is_refused(services):
    person = make_person(services, "Ким", first_name="", patronymic="", sex=None)
    with pytest.raises(RuleViolation, match="Укажите пол") as refused:
        teach(services, person, "Киму")
    assert refused.value.field == "sex"
    assert services.name_rules.rows() == []


def test_a_removed_rule_is_forgotten_and_undo_brings_it_back(services, first):
    guessed = shown(services, first)
    teach(services, first)
    services.name_rules.remove([rule.rule_id for rule in services.name_rules.rows()])
    assert shown(services, first) == guessed
    services.history.undo()
    assert shown(services, first) == RIGHT


def test_teaching_is_one_step_with_the_card(services, first):
    teach(services, first)
    services.history.undo()
    assert services.name_rules.rows() == []


def test_initials_have_no_rules(services, first):
    teach(services, first)
    short = make_person(services, "Ворона", first_name="О.", patronymic="Н.")
    assert shown(services, short) == "Воронэ О. Н."


def test_the_rule_of_the_only_bearer_is_forgotten_with_the_person(services, base, first):
    teach(services, first)
    services.forgetting.forget(first)
    assert services.name_rules.rows() == []
    with base.reading() as session:
        told = session.scalars(select(JournalChangeModel.after)).all()
    assert "Ворон" not in str(told)


def test_a_rule_that_others_need_stays(services, first):
    make_person(services, "Ворона", first_name="Инна")
    make_person(services, "Воронова")
    teach(services, first)
    services.forgetting.forget(first)
    assert len(services.name_rules.rows()) == 1
