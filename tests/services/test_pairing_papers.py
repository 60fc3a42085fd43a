"""Papers of a pair: what they say, who gets them, the set as one file and as several."""

from io import BytesIO

import pytest
from docx import Document
from pikepdf import Pdf

from nastavnik_desktop.domain.addenda import AddendumBasis
from nastavnik_desktop.domain.errors import RuleViolation
from tests.documents.readers import pdf_pages
from tests.factory import (
    TODAY,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    make_school,
    make_student,
)


@pytest.fixture
def pair(services):
    """A pair of teachers with all papers."""
    make_school(services)
    return make_pairing(services)


def words(services, pairing_id, code):
    """The text of a paper in PDF and in Word, with single blanks."""
    pdf = services.pairing_papers.paper(pairing_id, code, "pdf")
    docx = services.pairing_papers.paper(pairing_id, code, "docx")
    body = Document(BytesIO(docx)).element.body
    texts = ("\n".join(pdf_pages(pdf)), "".join(part.text or "" for part in body.iter("{*}t")))
    return tuple(" ".join(text.split()) for text in texts)


def codes(services, pairing_id):
    return [offer.code for offer in services.pairing_papers.offers(pairing_id)]


def test_the_agreement_says_what_the_labour_code_asks_for(services, pair):
    for text in words(services, pair, "addendum"):
        assert "ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ № 1" in text
        assert "Крутикова Ольга Николаевна, учитель физики" in text
        assert "Петрову Ивану Ильичу, учителю физики" in text
        assert "директора Заболотной Ларисы Викторовны" in text
        assert "Содержание работы по наставничеству: помощь в овладении" in text
        assert "с 08.09.2026 по 28.05.2027" in text
        assert "по Положению об оплате труда" in text
        assert "статьями 72 и 351.8" in text
        assert "не менее чем за три рабочих дня" in text


def test_refusal_and_notice_name_the_last_day(services, pair):
    for code in ("refusal", "cancellation"):
        for text in words(services, pair, code):
            assert "Петрова Ивана Ильича" in text
            assert "11.09.2026" in text
            assert "351.8" in text
            assert "дополнительное соглашение № 1 от 04.09.2026" in text


def test_the_programme_has_its_title_page_and_plan(services, pair):
    pages = pdf_pages(services.pairing_papers.paper(pair, "programme", "pdf"))
    assert "УТВЕРЖДАЮ" in pages[0]
    assert "ПЕРСОНАЛИЗИРОВАННАЯ ПРОГРАММА" in pages[0]
    assert "опытный педагог – молодой специалист" in " ".join(pages[0].split())
    assert "План мероприятий" in pages[1]
    assert len(pages) == 2


@pytest.mark.parametrize("code", ["addendum", "meetings", "refusal", "cancellation"])
def test_short_papers_stand_on_one_page(services, pair, code):
    assert len(pdf_pages(services.pairing_papers.paper(pair, code, "pdf"))) == 1


def test_papers_of_the_labour_code_are_of_employees_only(services):
    make_school(services)
    pupils = make_pairing(services, make_student(services), make_student(services, "Белов"))
    assert codes(services, pupils) == ["consents", "programme", "meetings"]
    with pytest.raises(RuleViolation, match="не нужен"):
        services.pairing_papers.paper(pupils, "addendum", "pdf")


def test_a_teacher_of_pupils_refuses_without_the_labour_code(services):
    make_school(services)
    pairing_id = make_pairing(services, make_mentor(services), make_student(services))
    for text in words(services, pairing_id, "refusal"):
        assert "от участия в программе наставничества" in text
        assert "351.8" not in text


def test_work_within_the_duties_needs_no_agreement_on_paper(services):
    make_school(services)
    pairing_id = make_pairing(services, is_agreed=False)
    mentor = services.pairings.row(pairing_id).mentor
    draft = services.addenda.offer(pairing_id, mentor.person_id).draft
    changed = {"basis": AddendumBasis.DUTIES, "duties_reason": "п. 2.14"}
    services.addenda.save(type(draft)(**{**vars(draft), **changed}))
    with pytest.raises(RuleViolation, match="не нужен"):
        services.pairing_papers.paper(pairing_id, "addendum", "pdf")


def test_the_set_is_one_file_with_everything_in_order(services, pair):
    pdf = services.pairing_papers.print_set(pair)
    pages = [" ".join(page.split()) for page in pdf_pages(pdf)]
    heads = ("СОГЛАСИЕ", "СОГЛАСИЕ", "ДОПОЛНИТЕЛЬНОЕ", "УТВЕРЖДАЮ", "Пояснительная", "ЛИСТ ВСТРЕЧ")
    assert len(pages) == len(heads)
    for page, head in zip(pages, heads, strict=True):
        assert head in page
    with Pdf.open(BytesIO(pdf)) as opened:
        assert str(opened.docinfo["/Title"]) == "Комплект документов пары"
        assert str(opened.Root.Lang) == "ru-RU"


def test_the_set_of_an_ordered_pair_holds_the_extract_of_its_order(services, pair):
    make_order(services, pair, number="12-од")
    assert "extract" in codes(services, pair)
    pages = [" ".join(page.split()) for page in pdf_pages(services.pairing_papers.print_set(pair))]
    assert "ВЫПИСКА ИЗ ПРИКАЗА 08.09.2026 № 12-од" in pages[3]
    assert len(pages) == 7
    for text in words(services, pair, "extract"):
        assert "Крутикова Ольга Николаевна" in text
        assert "Выписка верна" in text


def test_an_order_that_was_made_elsewhere_gives_no_extract(services, pair):
    services.orders.register_external("97-од", TODAY, "О закреплении", pairing_ids=(pair,))
    assert len(pdf_pages(services.pairing_papers.print_set(pair))) == 6


@pytest.mark.parametrize("file_format", ["pdf", "docx"])
def test_the_set_is_written_as_separate_files(services, pair, tmp_path, file_format):
    folder = tmp_path / "Документы пары"
    folder.mkdir()
    written = services.pairing_papers.write_set(pair, folder, file_format)
    assert [path.name[:2] for path in written] == ["01", "02", "03", "04", "05"]
    assert sorted(folder.iterdir()) == written


def test_a_group_names_all_its_mentees(services):
    make_school(services)
    group = make_pairing(
        services, make_mentor(services), make_mentee(services), make_mentee(services, "Лисин")
    )
    for text in words(services, group, "addendum"):
        assert "Петрову Ивану Ильичу, учителю физики; Лисину Ивану Ильичу" in text


def test_without_a_pair_nothing_is_printed(services):
    with pytest.raises(RuleViolation, match="больше нет"):
        services.pairing_papers.offers(404)
