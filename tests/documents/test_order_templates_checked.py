"""Templates that the user edits: the checker names line and word, the sandbox keeps its limits."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.documents.order_templates import OrderTemplate, shipped_template
from nastavnik_desktop.documents.orders import order_document
from nastavnik_desktop.documents.template_check import faults_in
from nastavnik_desktop.documents.template_sandbox import filter_names
from nastavnik_desktop.documents.template_words import words_of
from nastavnik_desktop.documents.templating import render_text
from nastavnik_desktop.domain.errors import RuleViolation
from nastavnik_desktop.domain.orders import OrderKind
from tests.documents import sample_order
from tests.documents.sample_kinds import SAMPLES

FACTS = {**SAMPLES, OrderKind.PAIRS: sample_order.facts()}


def with_clauses(clauses):
    return OrderTemplate("О деле", "В целях", clauses, "")


def faults(clauses, kind=OrderKind.PAIRS):
    return faults_in(with_clauses(clauses), kind)


@pytest.mark.parametrize("kind", list(OrderKind))
def test_the_shipped_texts_have_no_faults(kind):
    assert faults_in(shipped_template(kind.value), kind) == ()


@pytest.mark.parametrize("kind", list(OrderKind))
def test_every_word_that_the_picker_offers_can_be_filled_in(kind):
    values = FACTS[kind].values()
    for word in words_of(kind):
        assert word.name in values, word.name
        assert word.meaning
        assert faults_in(with_clauses(word.inserted), kind) == ()
        if values[word.name]:
            render_text(word.inserted, values)


@pytest.mark.parametrize("kind", list(OrderKind))
def test_every_fact_of_an_order_is_a_known_word(kind):
    assert set(FACTS[kind].values()) == {word.name for word in words_of(kind)}


@pytest.mark.parametrize(
    ("clauses", "line", "word", "suggestion"),
    [
        ("Первый.\n{{ yaer }}", 2, "yaer", "year"),
        ("{{ coordinator | datve }}", 1, "datve", "dative"),
        ("{{ coordinator.pots }}", 1, "pots", "post"),
        ("{{ coordinator.name.last_nme }}", 1, "last_nme", "last_name"),
        ("{% for annex in annexes %}\n{{ annex.forn }}\n{% endfor %}", 2, "forn", "form"),
        ("{% for a in annexes %}{% for p in a.pairings %}{{ p.topik }}{% endfor %}{% endfor %}",
         1, "topik", "topic"),
        ("{% for one in assignments %}\n- {{ one.mentro.post }}\n{% endfor %}",
         2, "mentro", "mentor"),
        ("{% if loop.last %}{% endif %}", 1, "loop", ""),
        ("{% if year is definde %}{% endif %}", 1, "definde", "defined"),
        ("{% set a = year %}\n{{ a }}{{ б }}", 2, "б", ""),
    ],
)  # fmt: skip
def test_the_unknown_word_is_named_with_its_line_and_the_nearest_one(
    clauses, line, word, suggestion
):
    (fault,) = faults(clauses)
    assert (fault.part, fault.line, fault.word, fault.suggestion) == (
        "clauses", line, word, suggestion,
    )  # fmt: skip
    assert f"«{word}» программа не знает" in fault.message


@pytest.mark.parametrize(
    ("clauses", "line"),
    [
        ("Первый.\n{{ year", 2),
        ("Один.\n{% if year %}\nтекст", 2),
        ("{% macro f() %}{% endmacro %}", 1),
        ("{% include 'x' %}", 1),
        ("{% import 'x' as y %}", 1),
        ("{% sett a = 1 %}", 1),
        ("{{ year | }}", 1),
    ],
)
def test_what_is_no_template_is_told_by_its_line(clauses, line):
    (fault,) = faults(clauses)
    assert (fault.part, fault.line) == ("clauses", line)


def test_a_word_of_another_kind_is_unknown_here():
    assert [one.word for one in faults("{{ released_on | date }}")] == ["released_on"]
    assert faults("{{ released_on | date }}", OrderKind.RESULTS) == ()


PIECES = st.lists(
    st.sampled_from(
        ["{{ ", " }}", "{% for x in annexes %}", "{% endfor %}", "{% if year %}", "{% endif %}",
         "{% else %}", "year", "annexes", "x.form", " | dative", " | date", "coordinator", "\n",
         "- ", "{% set q = ", " %}", "q", "loop.last", "['a']", "(", ")", ".", "'", "1", "+", "~",
         "**", "текст", "{#", "#}", "range(9)", " is defined", "[таблица 1]", "not "]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(PIECES | st.text(max_size=80))
def test_no_text_breaks_the_checker_and_what_it_passes_can_fail_only_in_words(text):
    template = with_clauses(text)
    for fault in faults_in(template, OrderKind.PAIRS):
        assert fault.line >= 1
        assert fault.message
    assert re.search("[А-Яа-я]", said_of(template))


def said_of(template):
    """What the program says of a template: its text, or the sentence of its refusal."""
    try:
        return order_document(sample_order.facts(), template).title
    except RuleViolation as error:
        return error.message


def test_conditions_loops_and_russian_helpers():
    text = (
        "{% for annex in annexes if annex.number == 2 %}{{ annex.form }}{% endfor %}; "
        "{{ annexes | length | counted('приложение', 'приложения', 'приложений') }}; "
        "{{ coordinator | full_comma('dative') }} поручить; "
        "{{ 'да' if consents else 'нет' }}; {{ (annexes | length) * 10 + 1 }}"
    )
    assert faults(text) == ()
    assert render_text(text, sample_order.facts().values()).replace("\u00a0", " ") == (
        "ученик – ученик; 2 приложения; Крутиковой Ольге Николаевне, заместителю директора "
        "по учебно-воспитательной работе, поручить; да; 21"
    )


@pytest.mark.parametrize(
    "hostile",
    [
        "{% for a in range(1000000000) %}x{% endfor %}",
        "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
        "{% for a in 'яяяяяяяяяяяяяяяяяяяя' %}{% for b in range(20000) %}{% endfor %}{% endfor %}",
        "{{ 'x' * 1000000000 }}",
        "{{ 10 ** 10 ** 10 }}",
        "{{ 'x'.center(1000000000) }}",
        "{{ '{:>1000000000}'.format(1) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ 99999 * 99999 * 99999 }}",
        "{{ 'x' | center(1000000000) }}",
        "{% set a = 'яяяяяяяяяя' %}" + "{% set a = a ~ a ~ a ~ a %}" * 30,
        "{% set a = 'яяяяяяяяяя' %}" + "{% set a = a + a + a + a %}" * 30,
        "{% set n = namespace(a='x') %}",
        "{{ lipsum(100000) }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ coordinator.__class__.__init__.__globals__ }}",
        "{{ annexes.append(1) }}",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{{ " + "(" * 500 + "1" + ")" * 500 + " }}",
        "{{ 'я' }}" * 20000,
    ],
)
def test_a_hostile_template_is_refused_in_words(hostile):
    with pytest.raises(RuleViolation, match=r"[Шш]аблон") as caught:
        render_text(hostile, sample_order.facts().values(), "clauses")
    assert caught.value.field == "clauses"


def test_the_line_of_an_error_that_comes_up_with_real_data_is_told():
    with pytest.raises(RuleViolation, match="строка 3"):
        render_text("Один.\nДва.\n{{ year | date }}", {"year": "2026/27"})


def test_helpers_of_the_sandbox_itself_are_not_offered():
    assert not any(name.startswith("_") for name in filter_names())
    assert {"dative", "date", "plural", "full"} <= set(filter_names())


def test_own_filters_do_not_leak_values_of_other_fillings():
    """The steps of one filling are not counted against the next."""
    text = "{% for a in range(15000) %}{% endfor %}готово"
    assert [render_text(text, {}) for _ in range(3)] == ["готово"] * 3


def test_a_template_of_an_order_can_be_changed_in_one_part_only():
    template = replace(shipped_template("pairs"), heading="О парах {{ year }}")
    text = order_document(sample_order.facts(), template).title
    assert "«О парах 2026/27»" in text
