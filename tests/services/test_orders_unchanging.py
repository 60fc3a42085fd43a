"""An issued order is what was issued, whatever changes in the base afterwards."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest
from sqlalchemy import delete

from db.models import OrderFileModel
from nastavnik_desktop.domain.errors import RuleViolation, StorageUnavailable
from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.school import Head
from tests.documents.readers import pdf_pages
from tests.factory import (
    TODAY,
    YEAR,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    order_draft,
    school_draft,
)


def docx_text(content):
    """All text of a Word file, tables too, with plain blanks."""
    document = docx.Document(io.BytesIO(content))
    texts = [element.text or "" for element in document.element.body.iter() if _is_text(element)]
    return " ".join(" ".join(texts).replace("\u00a0", " ").split())


def _is_text(element):
    return element.tag.endswith("}t")


def pdf_text(content):
    return " ".join(pdf_pages(content))


@pytest.fixture
def issued(services):
    """An order with its mentor and mentee."""
    mentor, mentee = make_mentor(services), make_mentee(services)
    pairing_id = make_pairing(services, mentor, mentee)
    order_id = make_order(
        services, pairing_id, control_by="заместитель директора Крутикова Ольга Николаевна"
    )
    return order_id, mentor, mentee


def change_everything(services, mentor, mentee):
    """Next year's school: other names, another director, another name of the school."""
    for person_id, last_name in ((mentor, "Новосёлова"), (mentee, "Переименованный")):
        card = services.people.draft(person_id, YEAR)
        name = replace(card.name, last_name=last_name)
        forms = {"genitive": "Иного Иного Иного", "dative": "Иному Иному Иному"}
        services.people.save(replace(card, name=name, case_forms=forms), YEAR)
    other = Head(FullName("Преемников", "Олег", "Юрьевич"), "и. о. директора", date(2020, 1, 1))
    services.school.save(
        replace(
            services.school.get(),
            full_name="Гимназия",
            short_name="Гимназия",
            place="г. Другой",
            executor_name="Другой Исполнитель",
            page_preset="gost-2016",
            heads=(other,),
        )
    )
    services.people.archive([mentor, mentee])


def test_an_issued_order_prints_byte_for_byte_the_same(services, issued):
    order_id, mentor, mentee = issued
    before = {name: services.orders.file(order_id, name) for name in ("pdf", "docx")}
    change_everything(services, mentor, mentee)
    after = {name: services.orders.file(order_id, name) for name in ("pdf", "docx")}
    assert after == before
    assert before["pdf"].startswith(b"%PDF")
    assert before["docx"].startswith(b"PK")


def test_files_made_again_from_the_snapshot_say_the_same(services, base, issued):
    """A base restored without its files prints the order from what was kept of its text."""
    order_id, mentor, mentee = issued
    pdf = services.orders.file(order_id, "pdf")
    word = services.orders.file(order_id, "docx")
    change_everything(services, mentor, mentee)
    with base.writing() as connection:
        connection.execute(delete(OrderFileModel))
    assert pdf_text(services.orders.file(order_id, "pdf")) == pdf_text(pdf)
    assert docx_text(services.orders.file(order_id, "docx")) == docx_text(word)


def test_the_preview_is_the_text_that_is_issued(services):
    draft = order_draft(services, make_pairing(services))
    preview = services.orders.preview(draft).pdf
    order_id = services.orders.issue(draft).record_id
    assert pdf_text(preview) == pdf_text(services.orders.file(order_id, "pdf"))


def test_a_stored_draft_prints_what_the_base_knows_now(services):
    mentor = make_mentor(services)
    draft = order_draft(services, make_pairing(services, mentor, make_mentee(services)))
    order_id = services.orders.save_draft(draft).record_id
    card = services.people.draft(mentor, YEAR)
    renamed = replace(card, name=replace(card.name, last_name="Новосёлова"))
    services.people.save(renamed, YEAR)
    assert "Новосёлова" in pdf_text(services.orders.file(order_id, "pdf"))
    assert "Новосёлова" in docx_text(services.orders.file(order_id, "docx"))
    assert "Крутикова Ольга" not in pdf_text(services.orders.file(order_id, "pdf"))


def test_names_number_date_and_people_are_read_back_from_both_files(services, issued):
    order_id, *_ = issued
    for text in (
        pdf_text(services.orders.file(order_id, "pdf")),
        docx_text(services.orders.file(order_id, "docx")),
    ):
        assert "№ 1-од" in text
        assert "ПРИКАЗ 08.09.2026" in text
        assert "МБОУ «СОШ № 17»" in text
        assert "Крутикова Ольга Николаевна" in text
        assert "Петров Иван Ильич" in text
        assert "учитель физики" in text
        assert "Л. В. Заболотная" in text
        assert "2026/27 учебный год" in text
        assert "согласия участников от 04.09.2026" in text


@pytest.fixture
def coordinator(services):
    """The deputy as coordinator and controller; answers the id of her card."""
    services.school.save(
        replace(
            services.school.get(),
            coordinator_name="Крутикова Ольга Николаевна",
            coordinator_title="заместитель директора",
        )
    )
    return make_mentor(services)


def control_sentences(services, mentor):
    order_id = make_order(
        services,
        make_pairing(services, mentor, make_mentee(services)),
        control_by="заместитель директора Крутикова О. Н.",
    )
    return pdf_text(services.orders.file(order_id, "pdf"))


def test_a_name_stands_in_the_case_that_the_sentence_asks_for(services, coordinator):
    text = control_sentences(services, coordinator)
    assert "Заместителю директора Крутиковой О. Н., куратору" in text
    assert "возложить на заместителя директора Крутикову О. Н." in text


def test_a_case_corrected_on_the_card_is_printed_ever_after(services, coordinator):
    card = services.people.draft(coordinator, YEAR)
    forms = {"dative": "Крутикове Ольге Николаевне", "accusative": "Крутикову-Ю Ольгу Николаевну"}
    services.people.save(replace(card, case_forms=forms), YEAR)
    text = control_sentences(services, coordinator)
    assert "Заместителю директора Крутикове О. Н., куратору" in text
    assert "возложить на заместителя директора Крутикову-Ю О. Н." in text


def test_of_two_namesakes_neither_correction_is_taken(services, coordinator):
    card = services.people.draft(coordinator, YEAR)
    forms = {"dative": "Крутикове Ольге Николаевне"}
    services.people.save(replace(card, case_forms=forms), YEAR)
    make_mentor(services)
    assert "Заместителю директора Крутиковой О. Н." in control_sentences(services, coordinator)


def test_who_signs_depends_on_the_date_of_the_order(services):
    """An acting head signs within his term, the director before and after it."""
    acting = Head(
        FullName("Орлова", "Алла", "Павловна"),
        "и. о. директора",
        date(2026, 9, 7),
        date(2026, 9, 7),
    )
    school = services.school.get()
    services.school.save(replace(school, heads=(*school.heads, acting)))
    on_the_day = make_order(services, order_date=date(2026, 9, 7), number="1-од")
    after = make_order(services, order_date=TODAY, number="2-од")
    assert "А. П. Орлова" in pdf_text(services.orders.file(on_the_day, "pdf"))
    assert "Л. В. Заболотная" in pdf_text(services.orders.file(after, "pdf"))


def test_a_group_lists_all_its_members(services):
    mentees = [make_mentee(services, last, "Иван", "Ильич") for last in ("Петров", "Щукин")]
    order_id = make_order(services, make_pairing(services, make_mentor(services), *mentees))
    text = pdf_text(services.orders.file(order_id, "pdf"))
    assert "Петров Иван Ильич" in text
    assert "Щукин Иван Ильич" in text


def test_an_order_over_several_pages_names_everybody(services):
    letters = "абвгдежзиклм"
    pairings = [
        make_pairing(
            services,
            make_mentor(services, f"Наставникова{letter}"),
            make_mentee(services, f"Ученик{letter}"),
        )
        for letter in letters
    ]
    text = pdf_text(services.orders.file(make_order(services, *pairings), "pdf"))
    for letter in letters:
        assert f"Наставникова{letter} Ольга Николаевна" in text
        assert f"Ученик{letter} Иван Ильич" in text


def test_an_order_is_exported_under_the_name_asked(services, issued, tmp_path):
    order_id, *_ = issued
    for suffix in ("pdf", "docx"):
        path = tmp_path / f"Приказ 1-од.{suffix}"
        assert services.orders.export(order_id, path).message == f"Сохранено: {path.name}"
        assert path.read_bytes() == services.orders.file(order_id, suffix)
    with pytest.raises(RuleViolation, match=r"Файл \.odt программа не пишет"):
        services.orders.export(order_id, tmp_path / "Приказ.odt")
    with pytest.raises(StorageUnavailable, match=r"Папки .* нет"):
        services.orders.export(order_id, tmp_path / "нет" / "Приказ.pdf")
    assert sorted(path.name for path in tmp_path.glob("*риказ*")) == [
        "Приказ 1-од.docx",
        "Приказ 1-од.pdf",
    ]


def test_pages_of_an_order_are_drawn_for_the_preview(services, issued):
    order_id, *_ = issued
    pdf = services.orders.file(order_id, "pdf")
    count = services.orders.page_count(pdf)
    assert count == len(pdf_pages(pdf)) >= 2
    images = services.orders.page_images(pdf, 72)
    assert len(images) == count
    last = services.orders.page_image(pdf, count - 1, 72)
    assert (last.width, last.height) == (images[-1].width, images[-1].height)
    # A4 at 72 dots an inch, fractions of a dot rounded up.
    assert (images[0].width, images[0].height) == (596, 842)


def test_the_register_lists_issued_orders_by_date_with_notes(services, issued):
    order_id, *_ = issued
    services.orders.withdraw(order_id, TODAY, "ошибка в сроке")
    services.orders.register_external("97-од", date(2026, 9, 2), "О наставничестве")
    services.orders.save_draft(order_draft(services, make_pairing(services), heading="Проект"))
    text = pdf_text(services.orders.register_file(YEAR, "pdf"))
    assert text.index("97-од") < text.index("1-од")
    assert "отменён 08.09.2026: ошибка в сроке" in text
    assert "внешний" in text
    assert "Заболотная Л. В." in text
    assert "Проект" not in text
    assert "97-од" in docx_text(services.orders.register_file(YEAR, "docx"))
    assert services.orders.register_file(YEAR, "xlsx").startswith(b"PK")


def test_a_school_without_a_director_leaves_the_place_of_the_signature(services):
    services.school.save(replace(services.school.get(), heads=school_draft(heads=()).heads))
    text = pdf_text(services.orders.file(make_order(services), "pdf"))
    assert "Директор" in text
