"""Whatever stands in the cell: reading it never fails, and words of it can be read again."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from nastavnik_desktop.domain.deadlines import (
    DeadlineReading,
    ReadingYear,
    read_cell,
    read_deadline,
)
from tests.domain.deadlines.phrases import lines_of

PHRASES = [
    label["phrase"]
    for name in ("deadlines-dev", "own-phrases")
    for label in lines_of(f"{name}.jsonl")
]
LETTERS = "абвгдежзиклмнопрстуфхцчшщыьюя .,-–/0123456789()\n№«»IVXabcоО:;"
YEARS = st.sampled_from([ReadingYear(2023), ReadingYear.calendar(2021)])


def mutated(phrase, chance):
    """A phrase with letters lost, added, changed, or another phrase inside it."""
    letters = list(phrase)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(letters) + 1)
        kind = chance.random()
        if kind < 0.3:
            letters[at : at + 1] = []
        elif kind < 0.6:
            letters.insert(at, chance.choice(LETTERS))
        elif kind < 0.8:
            letters[at : at + 1] = chance.choice(LETTERS)
        else:
            other = chance.choice(PHRASES)
            letters[at:at] = f" {other[: chance.randrange(1, 40)]} "
    return "".join(letters)


def check(phrase, year):
    reading = read_deadline(phrase, year)
    days = reading.occurrences
    assert isinstance(reading, DeadlineReading)
    assert days is None or list(days) == sorted({day for day in days if day in year})
    assert reading.in_words()
    assert read_deadline(reading.in_words(), year)
    assert reading.shifted().occurrences_in(year.moved(1)) == reading.shifted().occurrences
    return reading


@given(st.text(max_size=200), YEARS)
@settings(max_examples=300)
def test_any_text_at_all(phrase, year):
    check(phrase, year)


@given(st.text(alphabet=LETTERS, max_size=80), YEARS)
@settings(max_examples=300)
def test_any_text_of_the_letters_of_deadlines(phrase, year):
    check(phrase, year)


@given(st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4), YEARS)
@settings(max_examples=200)
def test_phrases_one_after_another(phrases, year):
    check(", ".join(phrases), year)
    assert read_cell("\n".join(phrases), year)


def test_thousands_of_mutated_phrases():
    chance = random.Random(20231001)
    for number in range(4000):
        check(mutated(chance.choice(PHRASES), chance), ReadingYear(2023, number % 2 == 0))


def test_a_very_long_cell_is_read_in_its_beginning():
    assert check("до 15 октября 2023 г. " + "без числа " * 5000, ReadingYear(2023)).end


def test_numbers_beyond_all_dates():
    for phrase in (
        "9" * 5000,
        "до 99.99.9999",
        "0.0.0000",
        "до 00.00.2023",
        "31.12.9999",
        "٣.٤.٢٠٢٣",
    ):
        check(phrase, ReadingYear(2023))
