"""Blanks of consents say what the base knows of the person and of the pairing."""

from io import BytesIO

import pytest
from docx import Document

from nastavnik_desktop.domain.errors import RuleViolation
from tests import factory
from tests.factory import YEAR


def texts_of(services, *person_ids):
    """Every text of the blanks, tables too, with ordinary blanks."""
    document = Document(BytesIO(services.consents.paper(person_ids, YEAR, "docx")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    words = [*(paragraph.text for paragraph in document.paragraphs), *cells]
    return [text.replace("\u00a0", " ") for text in words if text]


def test_a_mentor_of_an_employee_is_told_of_the_labour_code(services):
    mentor_id, mentee_id = factory.make_mentor(services), factory.make_mentee(services)
    factory.make_pairing(services, mentor_id, mentee_id, is_consented=False)
    said = " ".join(texts_of(services, mentor_id))
    assert "в роли наставника с 08.09.2026 по 28.05.2027" in said
    assert "351.8" in said
    said = " ".join(texts_of(services, mentee_id))
    assert "в роли наставляемого" in said
    assert "351.8" not in said


def test_the_director_stands_in_the_dative(services):
    said = texts_of(services, factory.make_person(services))
    assert "Директору МБОУ «СОШ № 17» Заболотной Л. В." in " ".join(said)


def test_for_a_minor_the_parent_signs(services):
    said = texts_of(services, factory.make_student(services))
    assert "Соколова Инна Львовна" in said
    assert any(text.startswith("Соколов Лев Ильич") for text in said)


def test_every_person_has_a_sheet_of_its_own(services):
    ids = [factory.make_person(services), factory.make_student(services)]
    assert texts_of(services, *ids).count("СОГЛАСИЕ") == 2
    assert services.consents.paper(ids, YEAR, "pdf").startswith(b"%PDF")


def test_without_people_there_is_nothing_to_print(services):
    with pytest.raises(RuleViolation, match="Выберите людей"):
        services.consents.paper([], YEAR, "pdf")


def test_without_a_school_there_is_no_addressee(new_services):
    person_id = factory.make_person(new_services)
    with pytest.raises(RuleViolation, match="сведения о школе"):
        new_services.consents.paper([person_id], YEAR, "pdf")
