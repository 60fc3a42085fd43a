"""``decline``: names of a file of JSON lines in their cases, and lines that are not understood."""

import json

import pytest

from nastavnik_desktop.commands.run import run


@pytest.fixture
def declined(tmp_path, capsys):
    """Runs the command over lines; answers the exit code, the answers and what was said."""

    def decline(*lines, encoding="utf-8"):
        file = tmp_path / "имена.jsonl"
        file.write_bytes("\n".join(lines).encode(encoding))
        code = run(["decline", str(file)], draw_pictures=None)
        said = capsys.readouterr()
        return code, [json.loads(line) for line in said.out.splitlines()], said.err

    return decline


def asked(case="dative", **parts):
    return json.dumps({**parts, "case": case}, ensure_ascii=False)


def test_each_line_is_answered_in_its_place(declined):
    code, answers, _ = declined(
        asked(last_name="Петров", first_name="Иван", patronymic="Ильич"),
        "",
        asked("instrumental", first_name="Любовь", sex="f"),
        asked("genitive", last_name="Ким", sex=None),
    )

    assert code == 0
    assert [answer["result"] for answer in answers] == ["Петрову Ивану Ильичу", "Любовью", "Ким"]
    assert answers[0] == {
        "last_name": "Петров",
        "first_name": "Иван",
        "patronymic": "Ильич",
        "case": "dative",
        "result": "Петрову Ивану Ильичу",
    }


def test_what_else_a_line_holds_is_kept(declined):
    _, answers, _ = declined(asked(last_name="Лев", sex="m", row=7), encoding="utf-8-sig")

    assert answers == [
        {"last_name": "Лев", "sex": "m", "row": 7, "case": "dative", "result": "Льву"}
    ]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{oops", "не JSON"),
        ("[]", "объект JSON"),
        (asked(), "нет имени"),
        (asked(last_name="  "), "нет имени"),
        (asked(last_name=5), "last_name должно быть текстом"),
        (asked("nominative", last_name="Лев"), "genitive, dative"),
        ('{"last_name": "Лев"}', "genitive, dative"),
        (asked(last_name="Лев", sex="x"), "sex – m или f"),
        ("[" * 100_000, "не JSON"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_answered(declined, line, complaint):
    code, answers, said = declined(asked(last_name="Лев", sex="m"), line)

    assert (code, answers) == (2, [])
    assert "строка 2" in said
    assert complaint in said


def test_a_line_in_another_encoding_is_named(declined):
    code, _, said = declined(asked(last_name="Lion"), asked(last_name="Лев"), encoding="cp1251")

    assert code == 2
    assert "строка 2" in said
    assert "UTF-8" in said


def test_a_missing_file_is_said(tmp_path, capsys):
    assert run(["decline", str(tmp_path / "нет.jsonl")], draw_pictures=None) == 2
    assert "не открывается" in capsys.readouterr().err
