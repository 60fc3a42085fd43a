"""What the picker offers: every word of a paper, what is inside of it, cases and conditions."""

import re
from dataclasses import fields
from datetime import date

import pytest

from nastavnik_desktop.documents.consents import ConsentFacts, consent_paper
from nastavnik_desktop.documents.letterhead import Letterhead
from nastavnik_desktop.documents.outline import plain_text
from nastavnik_desktop.documents.paper_templates import (
    ALL_KINDS,
    code_of,
    parts_of,
    shipped,
    template_of,
    texts_of,
    title_of,
)
from nastavnik_desktop.documents.template_check import faults_in
from nastavnik_desktop.documents.template_picks import picks_of
from nastavnik_desktop.documents.template_words import words_of
from nastavnik_desktop.domain.consents import ConsentKind
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderKind

FACTS = ConsentFacts(
    Letterhead("Муниципальное бюджетное учреждение «Школа № 17»", "Школа № 17", "", ""),
    "директору Заболотной Л. В.",
    "Авдеев Кирилл Романович",
    "6 «А» класс",
    "наставляемого",
    starts_on=date(2026, 9, 8),
)


def with_text(kind, text):
    """The shipped texts of a kind with this one as its longest part."""
    part = "clauses" if isinstance(kind, OrderKind) else "paragraphs"
    return template_of(kind, {**texts_of(shipped(kind)), part: text})


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_paper_has_its_own_code_and_texts_without_faults(kind):
    assert faults_in(shipped(kind), kind) == ()
    assert template_of(kind, texts_of(shipped(kind))) == shipped(kind)
    assert len({code_of(one) for one in ALL_KINDS}) == len({title_of(one) for one in ALL_KINDS})
    assert len({code_of(one) for one in ALL_KINDS}) == len(ALL_KINDS)


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_what_the_picker_puts_into_the_text_the_checker_knows(kind):
    picks = picks_of(kind)
    assert {pick.name for pick in picks if pick.group == "Слова"} == {
        word.name for word in words_of(kind)
    }
    for pick in picks:
        if pick.inserted.startswith(" |"):
            text = f"{{{{ {words_of(kind)[0].name}{pick.inserted} }}}}"
        elif "one." in pick.inserted and "for one" not in pick.inserted:
            loop = re.search("цикл по (.+)", pick.group)[1]
            text = f"{{% for one in {loop} %}}{pick.inserted}{{% endfor %}}"
        elif "loop" in pick.inserted:
            text = f"{{% for one in [1] %}}{pick.inserted}{{% endfor %}}"
        else:
            text = re.sub(r"(if|in) …", rf"\1 {words_of(kind)[0].name}", pick.inserted)
        assert faults_in(with_text(kind, text), kind) == (), pick
        assert pick.meaning


@pytest.mark.parametrize("kind", list(ConsentKind))
def test_every_fact_of_a_consent_is_a_known_word(kind):
    named = {word.name for word in words_of(kind)}
    assert named == {item.name for item in fields(FACTS)} | {"operator"}
    text = "\n".join(word.inserted for word in words_of(kind))
    said = plain_text(consent_paper(FACTS, kind, with_text(kind, text)))
    assert "Муниципальное бюджетное" in said


def test_lines_of_a_consent_are_paragraphs_and_empty_ones_are_left_out():
    kind = ConsentKind.PARTICIPATION
    text = "Первый.\n{% if is_work %}Работа.{% endif %}\n\nВторой {{ role }}."
    said = plain_text(consent_paper(FACTS, kind, with_text(kind, text)))
    assert "Первый.\nВторой наставляемого." in said.replace("\n\n", "\n")
    assert "Работа" not in said


def test_a_consent_that_cannot_be_filled_names_the_part_and_the_line():
    kind = ConsentKind.PUBLICATION
    assert parts_of(kind) == ("subtitle", "paragraphs", "table", "closing")
    with pytest.raises(RuleViolation, match="строка 2") as refused:
        consent_paper(FACTS, kind, with_text(kind, "Один.\n{{ rloe }}"))
    assert refused.value.field == "paragraphs"
    (fault,) = faults_in(with_text(kind, "Один.\n{{ rloe }}"), kind)
    assert (fault.part, fault.line, fault.suggestion) == ("paragraphs", 2, "role")
