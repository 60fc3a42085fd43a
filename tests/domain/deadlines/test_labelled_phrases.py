"""Phrases of real road maps, plans and orders: each is read as people who know them read it."""

import pytest

from nastavnik_desktop.domain.deadlines import read_deadline
from tests.domain.deadlines.phrases import labelled, lines_of, told, year_of

REAL, OWN = lines_of("deadlines-dev.jsonl"), lines_of("own-phrases.jsonl")


def named(label):
    return f"{label['phrase'][:60]} {label['school_year'] or label['year']}"


@pytest.mark.parametrize("label", REAL, ids=named)
def test_a_phrase_of_a_real_document(label):
    reading = told(read_deadline(label["phrase"], year_of(label)))

    accepted = [labelled(label)]
    if label["ambiguous"]:
        accepted.append(labelled(label["alt"]))
    assert reading in accepted


@pytest.mark.parametrize("label", REAL, ids=named)
def test_nothing_of_a_real_phrase_stays_unread(label):
    assert read_deadline(label["phrase"], year_of(label)).not_understood == ()


@pytest.mark.parametrize("label", OWN, ids=named)
def test_a_phrase_in_the_same_spirit(label):
    assert told(read_deadline(label["phrase"], year_of(label))) == labelled(label)
