"""Texts of all papers together: tried on real people and drafts, saved in one step, used again."""

from dataclasses import replace

import pytest

from nastavnik_desktop.documents.paper_templates import ALL_KINDS
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderKind
from tests.documents.readers import pdf_pages
from tests.factory import YEAR, make_mentee, make_mentor, make_order, make_pairing

PROCESSING = ConsentKind.PROCESSING


def said(pdf):
    return " ".join(pdf_pages(pdf))


@pytest.fixture
def pairing(services):
    return make_pairing(services)


@pytest.fixture
def own_consent(services):
    original = services.templates.original(PROCESSING)
    return replace(original, paragraphs="Согласие даю добровольно, {{ person }}.")


def test_an_own_text_of_a_consent_is_printed_until_the_original_is_used_again(
    services, pairing, own_consent
):
    person = services.pairings.row(pairing).mentor.person_id
    services.templates.save({PROCESSING: own_consent})
    printed = said(services.consents.paper([person], YEAR, "pdf", [PROCESSING]))
    assert "Согласие даю добровольно, Крутикова" in printed
    services.templates.save({PROCESSING: services.templates.original(PROCESSING)})
    printed = said(services.consents.paper([person], YEAR, "pdf", [PROCESSING]))
    assert "добровольно, Крутикова" not in printed
    assert [one.version for one in services.templates.versions(PROCESSING)] == [1]


def test_several_papers_are_saved_in_one_step(services, own_consent):
    templates = services.templates
    own_order = replace(templates.original(OrderKind.OTHER), heading="О деле")
    saved = templates.save({PROCESSING: own_consent, OrderKind.OTHER: own_order})
    assert saved.message == "Изменены тексты: 2\u00a0документа"
    assert templates.all()[PROCESSING] == own_consent
    services.history.undo()
    assert templates.all() == {kind: templates.original(kind) for kind in ALL_KINDS}


def test_one_fault_keeps_all_texts_from_being_saved(services, own_consent):
    faulty = replace(services.templates.original(OrderKind.OTHER), heading="{{ yaer }}")
    with pytest.raises(RuleViolation, match="Заголовок, строка 1"):
        services.templates.save({PROCESSING: own_consent, OrderKind.OTHER: faulty})
    assert services.templates.versions(PROCESSING) == []


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_texts_of_every_kind_are_tried_on_what_the_base_holds(services, kind):
    make_order(services, make_pairing(services))
    make_pairing(services, make_mentor(services, "Иванова"), make_mentee(services, "Юсупов"))
    samples = services.templates.samples(kind, YEAR)
    assert samples
    for sample in samples:
        pdf = services.templates.preview(sample, services.templates.original(kind))
        assert "Школ" in said(pdf) or "СОШ" in said(pdf)


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_an_empty_base_has_nothing_to_try_texts_of_people_on(services, kind):
    has_people = isinstance(kind, ConsentKind) or kind.names_pairings
    assert bool(services.templates.samples(kind, YEAR)) is not has_people


def test_a_sample_takes_the_heading_of_the_text_and_pairs_that_are_not_ready(services):
    mentor, mentee = make_mentor(services, "Иванова"), make_mentee(services, "Юсупов")
    make_pairing(services, mentor, mentee, is_consented=False)
    (sample,) = services.templates.samples(OrderKind.PAIRS, YEAR)
    own = replace(services.templates.original(OrderKind.PAIRS), heading="О нашем деле")
    text = said(services.templates.preview(sample, own))
    assert "О нашем деле" in text
    assert "Юсупов" in text
