"""``match``: pairs of a base and of a pool in a file, told in JSON with reasons."""

import json

import pytest

from nastavnik_desktop.bootstrap import build_services
from nastavnik_desktop.commands.names import is_command
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.domain.people import PoolSide
from tests.factory import TODAY, make_mentee, make_person, make_school

SCORES = [("m1", "n1", 100), ("m1", "n2", 20), ("m2", "n1", 5)]
POOL = {
    "mentors": [{"id": "m1", "capacity": 1}, {"id": "m2", "capacity": 1}],
    "scores": [{"mentor": m, "mentee": n, "score": s} for m, n, s in SCORES],
}


@pytest.fixture
def match_pool(tmp_path, run_here):
    def carry_out(content, *more):
        path = tmp_path / "пул.json"
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        return run_here("match", "--pool", path, *more)

    return carry_out


@pytest.fixture
def school_base(tmp_path):
    path = tmp_path / "школа.nastavnik"
    services = build_services(path, AppSettings(), create=True)
    make_school(services)
    mentor = make_person(
        services, "Крутикова", months=240, mentor_side=PoolSide(joined_on=TODAY, capacity=1)
    )
    mentees = [make_mentee(services, name) for name in ("Агапов", "Бобров")]
    services.close()
    return path, mentor, mentees


def test_a_base_is_matched_and_stays_as_it_was(school_base, run_here):
    path, mentor, mentees = school_base
    before = path.read_bytes()
    told = run_here("match", "--base", path, "--year", "2026/27", "--goal", "sum").json
    assert (told["year"], told["goal"]) == ("2026/27", "sum")
    (proposal,) = told["proposals"]
    assert (proposal["mentor"], proposal["mentee"]) == (mentor, mentees[0])
    assert proposal["score"] > 0
    assert "тот же предмет: физика" in proposal["reasons"]
    (left,) = told["unmatched"]
    assert left["mentee"] == mentees[1]
    assert left["reasons"] == [
        "места у подходящих наставников отданы другим: Крутикова\u00a0А.\u00a0П."
    ]
    assert path.read_bytes() == before


def test_without_a_goal_that_of_the_base_is_taken(school_base, run_here):
    path, _mentor, _mentees = school_base
    assert run_here("match", "--base", path, "--year", "2026/27").json["goal"] == "coverage"


def test_a_pool_is_matched_by_either_goal(match_pool):
    told = match_pool(POOL).json
    assert told["goal"] == "sum"
    assert [(one["mentor"], one["mentee"], one["score"]) for one in told["proposals"]] == [
        ("m1", "n1", 100)
    ]
    assert [one["mentee"] for one in told["unmatched"]] == ["n2"]
    told = match_pool(POOL, "--goal", "coverage").json
    pairs = {(one["mentor"], one["mentee"]) for one in told["proposals"]}
    assert pairs == {("m2", "n1"), ("m1", "n2")}
    assert told["unmatched"] == []


def test_everybody_has_a_reason(match_pool):
    for goal in ("sum", "coverage"):
        told = match_pool(POOL, "--goal", goal).json
        assert all(one["reasons"] and all(one["reasons"]) for one in told["proposals"])
        assert all(one["reasons"] and all(one["reasons"]) for one in told["unmatched"])


def test_keys_keep_their_kind_and_places_may_be_none_or_many(match_pool):
    pool = {
        "mentors": [{"id": 1, "capacity": 10**9}, {"id": "1", "capacity": 0}],
        "scores": [
            {"mentor": 1, "mentee": 7, "score": 0},
            {"mentor": 1, "mentee": "7", "score": 3.0},
            {"mentor": "1", "mentee": "один", "score": 3},
        ],
    }
    told = match_pool(pool).json
    assert [(one["mentor"], one["mentee"], one["score"]) for one in told["proposals"]] == [
        (1, 7, 0),
        (1, "7", 3),
    ]
    assert told["unmatched"] == [
        {"mentee": "один", "reasons": ["у всех разрешённых наставников нет мест"]}
    ]


def test_an_empty_pool_has_an_empty_answer(match_pool):
    told = match_pool({"mentors": [], "scores": []}, "--year", "2026/27").json
    assert told == {"year": "2026/27", "goal": "sum", "proposals": [], "unmatched": []}


def pool_with(name, at, **changes):
    changed = json.loads(json.dumps(POOL))
    changed[name][at].update(changes)
    return changed


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("не json", ("JSON",)),
        ("[]", ("mentors", "scores")),
        ({"mentors": []}, ("scores", "список")),
        ({"mentors": {}, "scores": []}, ("mentors", "список")),
        ({"mentors": [1], "scores": []}, ("mentors, запись 1", "объект")),
        (pool_with("mentors", 1, id="m1"), ("mentors, запись 2", "дважды")),
        (pool_with("mentors", 0, capacity=-1), ("mentors, запись 1", "capacity")),
        (pool_with("mentors", 0, capacity="два"), ("capacity", "целое")),
        (pool_with("mentors", 0, id=None), ("mentors, запись 1", "id")),
        (pool_with("scores", 2, mentor="m9"), ("scores, запись 3", "нет в списке")),
        (pool_with("scores", 1, mentee="n1"), ("scores, запись 2", "дважды")),
        (pool_with("scores", 0, score=-5), ("scores, запись 1", "от 0")),
        (pool_with("scores", 0, score=1.5), ("scores, запись 1", "целое")),
        (pool_with("scores", 0, score=True), ("scores, запись 1", "целое")),
        (pool_with("scores", 0, score=10**30), ("scores, запись 1", "от 0")),
        (pool_with("scores", 0, mentee=""), ("scores, запись 1", "mentee")),
    ],
)
def test_a_bad_pool_is_refused_in_one_sentence(match_pool, content, words):
    assert match_pool(content).is_refused(2, *words)


def test_a_file_that_is_not_there_is_the_environments_fault(run_here, tmp_path):
    assert run_here("match", "--pool", tmp_path / "нет.json").is_refused(3, "не открыт")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--base", "x"),
        ("--year", "2026/27"),
        ("--base", "x", "--pool", "y", "--year", "2026/27"),
    ],
)
def test_what_to_match_must_be_said(run_here, arguments):
    assert run_here("match", *arguments).is_refused(2, "--base", "--pool")


def test_the_command_is_known_to_the_start():
    assert is_command("match")
