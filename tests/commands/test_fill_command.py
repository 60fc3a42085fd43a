"""``fill``: a blank filled without a window; whatever may be wrong is told in a sentence."""

import json
import shutil

import pytest
from openpyxl import load_workbook

from nastavnik_desktop.commands.parser_blanks import _MAPPING
from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.statistics.indicators import indicator
from tests.blank_samples import SHEET, quarter_workbook

AS_OF = ("--as-of", "2026-12-12")


@pytest.fixture
def blank(tmp_path):
    path = tmp_path / "бланк.xlsx"
    path.write_bytes(quarter_workbook())
    return path


def mapping_file(tmp_path, *cells):
    path = tmp_path / "разметка.json"
    path.write_text(json.dumps({"cells": cells}, ensure_ascii=False), "utf-8")
    return path


def test_a_blank_is_filled_by_a_mapping(demo_base, blank, tmp_path, run_here):
    out = tmp_path / "готово.xlsx"
    mapping = mapping_file(
        tmp_path,
        {"sheet": SHEET, "cell": "D9", "indicator": "mentors"},
        {"sheet": SHEET, "cell": "F9", "form": "participants", "row": "11", "column": 10},
        {"sheet": SHEET, "cell": "C2", "text": "school_short_name"},
    )
    command = ("fill", blank, "--mapping", mapping, "--base", demo_base, *AS_OF, "--out", out)
    told = run_here(*command).json
    report = run_here("statistics", "participants", "--base", demo_base, *AS_OF).json
    expected = {one["column"]: one for one in report["cells"] if one["row"] == "11"}
    cells = {one["cell"]: one for one in told["cells"]}
    for address, column in (("D9", 5), ("F9", 10)):
        assert cells[address]["value"] == expected[column]["value"] > 0
        assert cells[address]["people"] == expected[column]["people"]
    sheet = load_workbook(out)[SHEET]
    assert [sheet[one].value for one in ("D9", "F9")] == [cells[one]["value"] for one in cells][-2:]
    assert "17" in sheet["B2"].value


def test_what_the_program_proposes_can_be_used_at_once(demo_base, blank, tmp_path, run_here):
    proposed = run_here("fill", blank, "--base", demo_base, "--propose")
    assert len(proposed.json["cells"]) == 20
    mapping = tmp_path / "предложено.json"
    mapping.write_text(proposed.out, "utf-8")
    out = tmp_path / "готово.xlsx"
    command = ("fill", blank, "--mapping", mapping, "--base", demo_base, *AS_OF, "--out", out)
    assert len(run_here(*command).json["cells"]) == 20


def test_mistakes_are_told_in_a_sentence_and_nothing_is_written(
    demo_base, blank, tmp_path, run_here
):
    out = tmp_path / "готово.xlsx"

    def fill(*cells, to=out, of=blank):
        mapping = mapping_file(tmp_path, *cells)
        return run_here("fill", of, "--mapping", mapping, "--base", demo_base, *AS_OF, "--out", to)

    mentors = {"cell": "D9", "indicator": "mentors"}
    assert fill({"cell": "H9", "value": 1}).is_refused(2, "H9", "формула")
    assert fill({"sheet": "Лист9", "cell": "A1", "value": 1}).is_refused(2, "нет листа «Лист9»")
    assert fill({"cell": "D9", "indicator": "x"}).is_refused(2, "ячейка D9", "«x»")
    assert fill({"cell": "D9", "form": "x", "row": "1", "column": 3}).is_refused(2, "«x»")
    assert fill(mentors, to=blank).is_refused(2, "это сам бланк")
    assert fill(mentors, of=tmp_path / "нет.xlsx").is_refused(2, "не открывается")
    without = run_here("fill", blank, "--base", demo_base, *AS_OF, "--out", out)
    assert without.is_refused(2, "--mapping")
    assert run_here("fill", blank, "--base", demo_base).is_refused(2, "--as-of")
    assert not out.exists()


def test_the_mapping_kept_in_the_base_is_used_without_a_file(demo_base, blank, tmp_path, run_here):
    from nastavnik_desktop.commands.opening import opened

    own = shutil.copy(demo_base, tmp_path / "школа.nastavnik")
    with opened(str(own)) as services:
        services.blanks.accept_proposals(services.blanks.open(blank))
    out = tmp_path / "готово.xlsx"
    told = run_here("fill", blank, "--base", own, *AS_OF, "--out", out).json
    assert len(told["cells"]) == 20
    assert out.exists()


def test_the_help_names_every_text_and_only_indicators_that_there_are():
    assert [text.value for text in KnownText if text.value not in _MAPPING] == []
    line = _MAPPING.split(" indicator  показатель: ")[1].split(" where ")[0]
    for code in line.replace("\n", " ").replace(" ", "").split(","):
        indicator(code)
