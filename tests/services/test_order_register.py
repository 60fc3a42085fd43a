"""Beside the text of an order: acquaintance, files, extracts, outside orders, accepted warnings."""

from dataclasses import replace
from datetime import date

import pytest

from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile
from nastavnik_desktop.domain.orders import LayoutChoice, OrderKind, OrderState, TableLayout
from nastavnik_desktop.services.acquaintance import AddedLine
from tests.documents.readers import opened_docx, pdf_pages
from tests.factory import (
    TODAY,
    YEAR,
    make_mentee,
    make_mentor,
    make_order,
    make_pairing,
    order_draft,
)


def test_people_sign_the_sheet_one_by_one(services):
    order_id = make_order(services)
    first, second = services.acquaintance.rows(order_id)
    assert [one.name for one in (first, second)] == [
        "Крутикова\u00a0О.\u00a0Н.",
        "Петров\u00a0И.\u00a0И.",
    ]
    assert first.post == "учитель физики"
    services.acquaintance.record(order_id, {first.acquaintance_id: TODAY})
    days = [one.acquainted_on for one in services.acquaintance.rows(order_id)]
    assert days == [TODAY, None]
    services.acquaintance.record(order_id, {first.acquaintance_id: None})
    assert {one.acquainted_on for one in services.acquaintance.rows(order_id)} == {None}
    services.acquaintance.record(
        order_id, {}, [AddedLine("Стрелец Ю. О.", "специалист по кадрам", TODAY)]
    )
    last = services.acquaintance.rows(order_id)[-1]
    assert (last.name, last.acquainted_on) == ("Стрелец Ю. О.", TODAY)


def test_nobody_without_a_name_comes_on_the_sheet(services):
    with pytest.raises(RuleViolation, match="Укажите фамилию"):
        services.acquaintance.record(make_order(services), {}, [AddedLine("  ")])


@pytest.mark.parametrize(
    ("day", "why"),
    [(date(2026, 9, 7), "раньше даты приказа"), (date(2026, 9, 9), "ещё не наступил")],
)
def test_nobody_signs_before_the_order_or_in_the_future(services, day, why):
    order_id = make_order(services)
    line = services.acquaintance.rows(order_id)[0]
    with pytest.raises(RuleViolation, match=why):
        services.acquaintance.record(order_id, {line.acquaintance_id: day})


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "приказ.pdf"
    path.write_bytes(b"%PDF scan")
    return path


def test_the_scan_and_the_final_text_are_kept_with_the_entry(services, scan, tmp_path):
    order_id = make_order(services)
    text = tmp_path / "приказ.docx"
    text.write_bytes(b"PK final")
    services.order_files.attach_scan(order_id, scan)
    services.order_files.attach_final(order_id, text)
    kept = services.order_files.rows(order_id)
    assert [(one.file_name, one.label) for one in kept] == [
        ("приказ.pdf", "скан"), ("приказ.docx", "окончательный текст"),
    ]  # fmt: skip
    assert services.order_files.content(kept[1].attachment_id).content == b"PK final"
    text.write_bytes(b"PK other")
    services.order_files.attach_final(order_id, text)
    assert len(services.order_files.rows(order_id)) == 2
    services.order_files.detach(services.order_files.rows(order_id)[0].attachment_id)
    services.history.undo()
    assert len(services.order_files.rows(order_id)) == 2


def test_a_file_of_another_kind_and_a_draft_are_refused(services, tmp_path, scan):
    wrong = tmp_path / "приказ.exe"
    wrong.write_bytes(b"MZ")
    with pytest.raises(UnreadableFile, match="Скан приказа"):
        services.order_files.attach_scan(make_order(services), wrong)
    with pytest.raises(UnreadableFile, match="Текст приказа"):
        services.order_files.attach_final(1, wrong)
    draft = order_draft(services, make_pairing(services), number="9-од")
    draft_id = services.orders.save_draft(draft).record_id
    with pytest.raises(RuleViolation, match="сначала создайте приказ"):
        services.order_files.attach_scan(draft_id, scan)


def test_an_extract_tells_of_one_pair_only(services):
    mine = make_pairing(services)
    other = make_pairing(
        services, make_mentor(services, "Стрелец", "Юлия"), make_mentee(services, "Ким", "Лев")
    )
    order_id = make_order(services, mine, other)
    pdf = services.order_files.extract(order_id, "pdf", pairing_id=other)
    text = " ".join(pdf_pages(pdf))
    assert "ВЫПИСКА ИЗ ПРИКАЗА 08.09.2026 № 1-од" in text
    assert "2. Стрелец Юлия Николаевна" in text
    assert "наставником Кима Льва Ильича" in text
    assert "Крутиков" not in text.split("Выписка верна")[0]
    assert "Петров" not in text
    assert "Выписка верна" in text
    word = opened_docx(services.order_files.extract(order_id, "docx", pairing_id=mine))
    words = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert "…" in words
    assert "Стрелец" not in words


def test_the_table_with_papers_names_consent_and_agreement(services):
    draft = order_draft(services, make_pairing(services))
    layout = LayoutChoice("educator-educator", TableLayout.CONSENTS)
    draft = replace(draft, details=replace(draft.details, layouts=(layout,)))
    text = services.orders.text(services.orders.issue(draft).record_id)
    assert "согласие от 04.09.2026; доп. соглашение № 1 от 04.09.2026" in text


def test_an_extract_for_a_person_and_for_nobody(services):
    mentor = make_mentor(services)
    order_id = make_order(services, make_pairing(services, mentor, make_mentee(services)))
    assert services.order_files.extract(order_id, "pdf", person_id=mentor).startswith(b"%PDF")
    with pytest.raises(RuleViolation, match="такой пары нет"):
        services.order_files.extract(order_id, "pdf", pairing_id=404)
    outside = services.orders.register_external("97-од", TODAY, "О парах").record_id
    with pytest.raises(RuleViolation, match="создан в программе"):
        services.order_files.extract(outside, "pdf", pairing_id=1)


def test_an_order_from_before_the_program_fixes_its_pairs_and_keeps_its_file(services, scan):
    pairing_id = make_pairing(services, is_consented=False)
    saved = services.orders.register_external("97-од", TODAY, "О закреплении", [pairing_id], scan)
    assert services.orders.row(saved.record_id).state is OrderState.EXTERNAL
    assert services.pairings.row(pairing_id).order.number == "97-од"
    assert [one.file_name for one in services.order_files.rows(saved.record_id)] == ["приказ.pdf"]
    with pytest.raises(RuleViolation, match="уже в приказе"):
        services.orders.register_external("98-од", TODAY, "О закреплении", [pairing_id])


def test_warnings_and_the_note_are_kept_with_the_order(services, base):
    """Sunday, a mentor over the limit, nobody to sign: listed, accepted, remembered."""
    school = services.school.get()
    services.school.save(replace(school, mentee_limit=1, heads=(), fixed_today=date(2026, 9, 13)))
    mentor = make_mentor(services)
    pairs = [make_pairing(services, mentor, make_mentee(services, name)) for name in ("Ким", "Юн")]
    draft = replace(
        services.orders.new_draft(YEAR, pairs).draft,
        acceptance_note="по решению директора",
    )
    found = [one.message for one in services.orders.problems(draft)]
    for part in ("воскресенье", "наставляемых 2, а предел – 1", "нет руководителя"):
        assert any(part in message for message in found), (part, found)
    order_id = services.orders.issue(draft).record_id
    kept = services.orders.accepted(order_id)
    assert kept.note == "по решению директора"
    assert list(kept.warnings) == found


def test_a_mentee_in_two_pairs_of_one_form_is_warned_of(services):
    mentee = make_mentee(services)
    pairs = [make_pairing(services, make_mentor(services, one), mentee) for one in ("Ким", "Юн")]
    messages = [one.message for one in services.orders.problems(order_draft(services, *pairs))]
    assert any("в двух парах формы" in message for message in messages)


def test_a_place_left_to_fill_stops_the_order(services):
    draft = order_draft(services, make_pairing(services), grounds="протокол от ________ № 1")
    with pytest.raises(RuleViolation, match="незаполненное место: «________»") as refused:
        services.orders.issue(draft)
    assert refused.value.field == "grounds"


def test_a_day_off_by_the_calendar_is_warned_of(services):
    draft = services.orders.new_draft(YEAR, (make_pairing(services),)).draft
    unity_day, saturday = date(2026, 11, 4), date(2026, 9, 12)
    for day, words in (
        (unity_day, "нерабочий день: День народного единства"),
        (saturday, "суббота"),
    ):
        told = [one.message for one in services.orders.problems(replace(draft, order_date=day))]
        assert f"Дата приказа – {words}." in told
    told = [one.message for one in services.orders.problems(replace(draft, order_date=TODAY))]
    assert not any("Дата приказа" in one for one in told)


def test_an_order_is_found_by_its_number_however_written(services):
    order_id = make_order(services, number="17-од")
    assert services.orders.find(YEAR, "17 – ОД").order_id == order_id
    assert "Крутикова Ольга Николаевна" in services.orders.text(order_id)
    with pytest.raises(RuleViolation, match="в 2026/27 учебном году нет"):
        services.orders.find(YEAR, "18-од")


def test_an_old_order_that_others_rest_on_is_neither_deleted_nor_loses_its_pairs(services):
    pair = make_pairing(services)
    old = services.orders.register_external("97-од", TODAY, "О парах", [pair]).record_id
    offer = services.orders.new_draft(YEAR, (), OrderKind.TERMINATION, old)
    ended = tuple(replace(one, reason="отказ") for one in offer.draft.details.ended)
    details = replace(offer.draft.details, ended=ended)
    services.orders.issue(replace(offer.draft, details=details))
    with pytest.raises(RuleViolation, match="опираются другие"):
        services.order_entries.delete_external(old)
    with pytest.raises(RuleViolation, match="опираются другие"):
        services.order_entries.correct_external(old, "97-од", TODAY, "О парах", [])
    services.order_entries.correct_external(old, "90-од", TODAY, "О наставниках", [pair])
    assert services.orders.row(old).heading == "О наставниках"


def test_an_order_of_the_program_is_no_entry_to_correct(services):
    with pytest.raises(RuleViolation, match="создан в программе"):
        services.order_entries.delete_external(make_order(services))


def test_a_corrected_number_must_be_free(services):
    make_order(services)
    old = services.orders.register_external("97-од", TODAY, "О парах").record_id
    with pytest.raises(RuleViolation, match="уже есть в журнале"):
        services.order_entries.correct_external(old, "1-од", TODAY, "О парах")
