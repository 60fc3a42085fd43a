"""Posts in cases against a list of titles met in schools."""

import json
from pathlib import Path

import pytest

from nastavnik_desktop.domain.full_name import Case
from nastavnik_desktop.language.posts import decline

DATA = Path(__file__).parents[1] / "data" / "language" / "posts.jsonl"
POSTS = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post["nominative"])
def test_all_five_cases_of_a_post(post):
    forms = {case: decline(post["nominative"], case) for case in Case}

    assert forms == {case: post[case.value] for case in Case}


def test_the_list_is_long_enough_to_say_something():
    assert len(POSTS) * len(Case) >= 80


@pytest.mark.parametrize("title", ["ЗДУВР", "", "10 «А»", "teacher"])
def test_what_is_not_understood_stays(title):
    assert decline(title, Case.DATIVE) == title
