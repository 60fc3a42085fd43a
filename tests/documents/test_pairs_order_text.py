"""The order on pairs as a tree: its text, its cases, its layout rules."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nastavnik_desktop.documents.letterhead import OrderMark
from nastavnik_desktop.documents.order_facts import (
    AnnexFacts,
    Assignment,
    PairingFacts,
    Participant,
)
from nastavnik_desktop.documents.order_templates import OrderTemplate, shipped_template
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.documents.outline import plain_text
from nastavnik_desktop.documents.page import PRESETS, PageNumbering, preset_by_code
from nastavnik_desktop.documents.person_forms import person_forms
from nastavnik_desktop.documents.tree import Section, SignatureLine, Table
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.full_name import Case, FullName
from tests.documents import sample_order

GOLDEN = Path(__file__).parents[1] / "golden" / "pairs_order.txt"


def text_of(**changes):
    return plain_text(order_document(sample_order.facts(**changes), shipped_template("pairs")))


def test_whole_text_is_the_approved_one():
    assert text_of() + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_an_only_annex_has_no_number():
    text = text_of(annexes=(sample_order.TEACHERS,))

    assert "согласно приложению.\n" in text
    assert "\nПриложение\nк приказу" in text
    assert "Приложение №" not in text


def test_control_can_be_laid_upon_a_deputy():
    deputy = person_forms(
        FullName("Заяц", "Пётр", "Ильич"), "заместитель директора по воспитательной работе"
    )

    assert (
        "6. Контроль за исполнением приказа возложить на заместителя директора "
        "по воспитательной работе Зайца П. И.\n"
    ) in text_of(control=deputy)


def test_what_is_not_known_leaves_no_trace():
    text = text_of(
        coordinator=None, personnel=None, regulation="", has_consents=False, grounds=(),
        programs_due_on=None, report_due_on=None,
    )  # fmt: skip

    assert "В целях реализации программ наставничества\nПРИКАЗЫВАЮ:" in text
    assert "Основание" not in text
    assert "3.2. представить куратору отчёт о работе по завершении программы." in text
    assert "\n4. Контроль за исполнением приказа оставляю за собой.\nДиректор" in text


def test_a_draft_has_blanks_to_write_on():
    text = text_of(mark=OrderMark(None, ""))

    assert "____.____.20____\t№ ________" in text


def test_a_number_with_spaces_does_not_break():
    order = order_document(
        sample_order.facts(mark=OrderMark(date(2026, 9, 8), "17 – ОД")), shipped_template("pairs")
    )

    assert any(getattr(block, "right", "") == "№\u00a017\u00a0–\u00a0ОД" for block in order.blocks)


@pytest.mark.parametrize(
    ("groups", "pairs", "phrase", "title"),
    [
        (0, 1, "наставническую пару", "Состав наставнической пары"),
        (0, 2, "наставнические пары", "Список наставнических пар"),
        (1, 0, "наставническую группу", "Состав наставнической группы"),
        (2, 0, "наставнические группы", "Список наставнических групп"),
        (1, 1, "наставнические пары и группы", "Список наставнических пар и групп"),
    ],
)
def test_words_agree_with_what_is_listed(groups, pairs, phrase, title):
    mentee = sample_order.mentee("Ким Лев", "6 «А» класс")
    entries = [PairingFacts(Participant("Пак Яна"), (mentee,), is_group=True)] * groups
    entries += [PairingFacts(Participant("Пак Яна"), (mentee,))] * pairs
    annex = AnnexFacts("ученик – ученик", tuple(entries))

    assert (annex.what_is_fixed, annex.list_title) == (phrase, title)


def test_the_mentor_of_a_group_covers_its_rows():
    order = order_document(sample_order.facts(), shipped_template("pairs"))
    table = next(block for block in order.blocks if isinstance(block, Table))

    assert [cell.rowspan for cell in table.rows[2].cells] == [3, 3, 3, 1, 1, 3, 1]


def test_a_long_group_is_cut_into_parts_that_fit_a_page():
    mentees = tuple(sample_order.mentee(f"Ким Лев {number}", "6 «А»") for number in range(20))
    group = PairingFacts(Participant("Пак Яна"), mentees, is_group=True)
    annex = AnnexFacts("ученик – ученик", (group,))
    order = order_document(sample_order.facts(annexes=(annex,)), shipped_template("pairs"))
    table = next(block for block in order.blocks if isinstance(block, Table))

    assert [row.cells[0].rowspan for row in table.rows if row.cells[0].text == "1."] == [6, 6, 6, 2]
    assert len(table.rows) == 21


def test_annexes_lie_across_and_keep_the_binding_edge():
    order = order_document(sample_order.facts(), shipped_template("pairs"))
    annex, _, sheet = (block for block in order.blocks if isinstance(block, Section))

    assert annex.page.landscape
    assert annex.page.top_mm == order.page.left_mm
    assert not sheet.page.landscape


def test_annexes_may_count_their_own_pages():
    preset = replace(PRESETS[0], annex_numbering=PageNumbering.OWN)
    order = order_document(sample_order.facts(preset=preset), shipped_template("pairs"))
    annex = next(block for block in order.blocks if isinstance(block, Section))

    assert annex.page.restarts_numbering


def test_an_acting_director_signs_as_such():
    order = order_document(
        sample_order.facts(director_post="И.о. директора", director_name="Б. Б. Крылов"),
        shipped_template("pairs"),
    )
    signature = next(block for block in order.blocks if isinstance(block, SignatureLine))

    assert signature.post == "И.\u00a0о.\u00a0директора"


def test_corrected_forms_win_over_the_guess():
    forms = person_forms(
        FullName("Чан", "Тхи Хоа"), "учитель музыки", "f", {Case.DATIVE: "Чан Тхи Хоэ"}
    )

    assert forms.name_in(Case.DATIVE) == FullName("Чан", "Тхи Хоэ")
    assert forms.full(Case.DATIVE) == "Чан Тхи Хоэ, учителю музыки"


@pytest.mark.parametrize(
    ("clauses", "sentence"),
    [
        ("{{ coordinator | dative }", "строка 1"),
        ("Первый.\n{% if year %}", "строка 2"),
        ("{{ director }}", "director"),
        ("{{ year | склонить }}", "строка 1"),
        ("{{ ''.__class__.__mro__ }}", "не разрешено"),
        ("{{ year | date }}", "проверьте значения"),
    ],
)
def test_a_wrong_template_is_explained(clauses, sentence):
    template = replace(shipped_template("pairs"), clauses=clauses)

    with pytest.raises(RuleViolation, match=sentence) as caught:
        order_document(sample_order.facts(), template)
    assert caught.value.field == "clauses"


def test_own_words_of_the_user_are_printed():
    template = OrderTemplate(
        heading="О наставничестве",
        preamble="Для пользы дела,",
        clauses="Поручить {{ coordinator | full('dative') }}:\n- первое;\n- второе.\n\nПрочее.",
        grounds="",
    )
    text = plain_text(order_document(sample_order.facts(), template))

    assert (
        "О наставничестве\nДля пользы дела,\nПРИКАЗЫВАЮ:\n"
        "1. Поручить Крутиковой Ольге Николаевне, заместителю директора "
        "по учебно-воспитательной работе:\n1.1. первое;\n1.2. второе.\n2. Прочее.\n"
    ) in text


def test_an_unknown_preset_is_the_default_one():
    assert preset_by_code("gost-2025-12").text.size_pt == 12
    assert preset_by_code("чужой") is PRESETS[0]


def test_employees_are_named_in_the_text_with_names_and_posts_in_their_cases():
    mentor = person_forms(FullName("Заяц", "Никита", "Игоревич"), "учитель физики", "m")
    first = person_forms(FullName("Лёвина", "Полина", "Андреевна"), "учитель химии", "f")
    second = person_forms(FullName("Петров", "Иван", "Ильич"), "педагог-психолог", "m")
    text = text_of(assignments=(Assignment(mentor, (first, second)),))

    assert "Назначить наставниками работников школы" in text
    assert (
        "Зайца Никиту Игоревича, учителя физики, – наставником Лёвиной Полины Андреевны, "
        "учителя химии, и Петрова Ивана Ильича, педагога-психолога."
    ) in text.replace("\u00a0", " ")


def test_a_long_name_of_the_school_goes_on_with_its_proper_name():
    name = "Муниципальное общеобразовательное учреждение «Средняя школа № 17» города Зареченска"
    text = text_of(school=replace(sample_order.SCHOOL, full_name=name))

    assert "общеобразовательное учреждение\n«Средняя школа № 17» города" in text


def test_a_heading_of_the_user_stands_as_typed_even_with_braces():
    assert "О парах {{ в 1-й смене }}" in text_of(heading="О парах {{ в 1-й смене }}")
