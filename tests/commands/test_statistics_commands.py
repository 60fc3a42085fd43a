"""``statistics`` for every form, ``freeze`` and ``compare`` without a window."""

import csv
import io
import shutil

import pytest
from openpyxl import load_workbook

from nastavnik_desktop.services.statistics_forms import FORM_CODES

AS_OF = ("--as-of", "2026-12-12")


@pytest.fixture
def own_base(demo_base, tmp_path):
    """The training school, to be written to."""
    return shutil.copy(demo_base, tmp_path / "школа.nastavnik")


@pytest.mark.parametrize("code", FORM_CODES)
def test_every_form_is_computed_and_written_in_four_formats(code, demo_base, tmp_path, run_here):
    for suffix in ("xlsx", "pdf", "docx", "csv"):
        out = tmp_path / f"форма.{suffix}"
        answer = run_here("statistics", code, "--base", demo_base, *AS_OF, "--out", out)
        report = answer.json
        assert report["form"] == code
        assert any(cell["value"] for cell in report["cells"])
        assert out.stat().st_size > 1000
    sheets = load_workbook(tmp_path / "форма.xlsx").worksheets[1:]
    rows = [row for sheet in sheets for row in sheet.iter_rows(values_only=True)]
    for number in {cell["row"] for cell in report["cells"]}:
        (printed,) = [row[2:] for row in rows if row[1] == number]
        numbers = [value for value in printed if isinstance(value, int)]
        counted = [cell["value"] for cell in report["cells"] if cell["row"] == number]
        assert not numbers or set(numbers) <= set(counted), number


def test_a_table_of_values_opens_in_other_programs(demo_base, tmp_path, run_here):
    out = tmp_path / "форма.csv"
    report = run_here("statistics", "educators", "--base", demo_base, *AS_OF, "--out", out).json
    rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig")), delimiter=";"))
    (total,) = [row for row in rows if row[:2] == ["Всего", "08"]]
    by_column = {one["column"]: one["value"] for one in report["cells"] if one["row"] == "08"}
    assert [int(total[at]) for at in (2, 3, 4, 5)] == [by_column[at] for at in (3, 4, 5, 6)]
    assert total[6] == str(by_column[7]).replace(".", ",")


def test_a_form_is_frozen_and_compared_with_its_copy(own_base, run_here):
    sent = run_here("freeze", "pupils", "--base", own_base, *AS_OF, "--to", "Управление").json
    assert (sent["form"], sent["as_of"], sent["recipient"]) == (
        "pupils", "2026-12-12", "Управление",
    )  # fmt: skip
    same = run_here("compare", "pupils", "--base", own_base).json
    assert (same["before"], same["after"], same["differences"]) == (
        "2026-12-12", "2026-12-12", [],
    )  # fmt: skip
    later = run_here("compare", "pupils", "--base", own_base, "--as-of", "2026-11-29").json
    differing = {(one["row"], one["column"]): one for one in later["differences"]}
    assert len(differing["01", 5]["came"]) == 1
    assert differing["01", 5]["after"] == differing["01", 5]["before"] + 1


def test_two_dates_are_compared(demo_base, run_here):
    found = run_here(
        "compare", "participants", "--base", demo_base, *AS_OF, "--since", "2026-09-10"
    ).json
    one = next(one for one in found["differences"] if (one["row"], one["column"]) == ("01", 3))
    assert (one["before"], one["counts"]) == (0, "pairings")
    assert one["after"] == len(one["came"])


def test_the_copy_of_the_demo_school_differs_by_nothing_on_its_own_day(demo_base, run_here):
    found = run_here("compare", "participants", "--base", demo_base).json
    assert (found["before"], found["differences"]) == ("2026-12-01", [])


def test_what_cannot_be_frozen_or_compared_is_told(own_base, run_here):
    base = ("--base", own_base)
    early = ("--sent-on", "2026-12-01")
    assert run_here("freeze", "pupils", *base, *AS_OF, "--to", "У", *early).is_refused(2, "раньше")
    assert run_here("freeze", "weather", *base, *AS_OF, "--to", "У").is_refused(2, "«weather» нет")
    assert run_here("compare", "pupils", *base).is_refused(2, "сравнить не с чем")
    assert run_here("compare", "pupils", *base, "--report", "99").is_refused(2, "больше нет")
    since = ("--since", "2026-09-10")
    assert run_here("compare", "pupils", *base, *since).is_refused(2, "--as-of")
