"""``summary`` and ``site`` without a window."""

import shutil
from datetime import date

import pytest

from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.documents.preview import page_count
from nastavnik_desktop.domain.local_acts import ActKind, LocalAct
from nastavnik_desktop.domain.school_year import SchoolYear


def test_the_summary_is_one_page_with_the_figures_of_the_form(demo_base, tmp_path, run_here):
    day = ("--as-of", "2026-12-12")
    out = tmp_path / "справка.pdf"
    told = run_here("summary", "--base", demo_base, *day, "--out", out).json
    assert page_count(out.read_bytes()) == 1
    report = run_here("statistics", "participants", "--base", demo_base, *day).json
    total = {one["column"]: one["value"] for one in report["cells"] if one["row"] == "11"}
    figures = told["figures"]
    assert (figures["Наставников"], figures["Наставляемых"]) == (total[5], total[10])
    assert run_here("summary", "--base", demo_base, *day, "--out", "справка.odt").is_refused(
        2, ".odt"
    )


def test_the_site_of_the_training_school_names_nobody(demo_base, tmp_path, run_here):
    out = tmp_path / "сайт"
    told = run_here("site", "--base", demo_base, "--out", out).json
    assert told["named"] == 0
    page = (out / "index.html").read_text("utf-8")
    with opened(str(demo_base), writable=False) as services:
        rows = services.people.rows(SchoolYear(2026))
    assert len(rows) > 50
    assert [row.name.full for row in rows if row.name.last_name in page] == []


def test_a_leak_is_told_in_a_sentence_and_nothing_is_written(demo_base, tmp_path, run_here):
    own = shutil.copy(demo_base, tmp_path / "школа.nastavnik")
    with opened(str(own)) as services:
        name = services.people.rows(SchoolYear(2026))[0].name
        act = LocalAct(ActKind.PROGRAM, "1", date(2026, 9, 1), f"Программа: {name.full}")
        services.local_acts.save(act)
    out = tmp_path / "сайт"
    assert run_here("site", "--base", own, "--out", out).is_refused(2, "не дал согласия", "имя")
    assert not out.exists()


@pytest.mark.parametrize("command", ["summary", "site"])
def test_a_base_must_be_named(command, run_here):
    assert run_here(command, "--out", "x").is_refused(2, "--base")
