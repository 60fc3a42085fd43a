"""``read-deadlines``, ``read-headers``, ``read-responsible``: JSON lines in, JSON lines out."""

import json

import pytest

from nastavnik_desktop.commands.run import run


@pytest.fixture
def asked(tmp_path, capsys):
    """Runs a command over lines; answers the exit code, the answers and what was said."""

    def ask(command, *lines):
        file = tmp_path / "строки.jsonl"
        texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
        file.write_text("\n".join(texts), encoding="utf-8")
        code = run([command, str(file)], draw_pictures=None)
        told = capsys.readouterr()
        return code, [json.loads(line) for line in told.out.splitlines()], told.err

    return ask


def test_each_phrase_is_answered_in_its_place(asked):
    code, answers, _ = asked(
        "read-deadlines",
        {"phrase": "с 1 по 15 сентября ежегодно", "school_year": "2026/27", "year": None},
        {"phrase": "абракадабра", "year": 2026},
        {"phrase": "", "school_year": "2026/27"},
    )

    assert code == 0
    first = answers[0]
    assert (first["kind"], first["start"], first["end"]) == ("recurring", None, None)
    assert first["recurrence"] == {
        "freq": "yearly", "n": 1, "day": 15, "month": 9, "month_from": 9, "day_from": 1, "note": "",
    }  # fmt: skip
    assert first["occurrences"] == ["2026-09-15"]
    assert first["in_words"] == "каждый год с 1 по 15 сентября; в этом году – до 15.09.2026"
    assert answers[1]["not_understood"] == ["абракадабра"]
    assert answers[2]["kind"] == "undefined"


def test_other_readings_and_doubts_are_told(asked):
    _, (answer,), _ = asked("read-deadlines", {"phrase": "август", "school_year": "2026/27"})

    assert answer["ambiguous"]
    assert answer["doubts"]
    assert answer["others"][0]["start"] == "2026-08-01"


def test_headings(asked):
    _, answers, _ = asked(
        "read-headers", {"header": "Сроки, место проведения"}, {"header": "Акция"}
    )

    assert answers == [
        {"header": "Сроки, место проведения", "meaning": "deadline", "also": ["place"]},
        {"header": "Акция", "meaning": "stage", "also": ["activity"]},
    ]


def test_responsibles(asked):
    _, (answer,), _ = asked("read-responsible", {"text": "методист (Громова А.Д.)"})

    assert answer["parts"] == [
        {"type": "person", "name": "Громова А.Д.", "role": "методист", "note": ""}
    ]


@pytest.mark.parametrize(
    ("command", "line", "sentence"),
    [
        ("read-deadlines", "не JSON", "строка 2: это не JSON."),
        ("read-deadlines", {"phrase": "май"}, "строка 2: нужно одно из двух: school_year"),
        ("read-deadlines", {"year": 2026}, "строка 2: нужно поле phrase с текстом."),
        ("read-deadlines", {"phrase": "май", "year": "2026"}, "строка 2: year – год числом"),
        ("read-deadlines", {"phrase": "май", "year": 99999}, "строка 2: year – год числом"),
        (
            "read-deadlines",
            {"phrase": "май", "school_year": "2026"},
            "строка 2: Учебный год «2026»",
        ),
        ("read-headers", {"header": 5}, "строка 2: нужно поле header с текстом."),
        ("read-responsible", ["text"], "строка 2: нужен объект JSON в фигурных скобках."),
    ],
)
def test_a_bad_line_is_named_by_its_number(asked, command, line, sentence):
    good = {"phrase": "май", "year": 2026, "header": "Срок", "text": "Директор"}

    code, answers, said = asked(command, good, line)

    assert (code, answers) == (2, [])
    assert sentence in said
