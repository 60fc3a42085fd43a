"""Every headless command runs from the bundle, calls nobody and writes only where it may.

The commands are those that the bundle's own help lists: one without a line here fails the test,
so that a new one cannot be forgotten.
"""

import json
import os
import re
import shutil
import subprocess

import pytest

from installer.package_tests import tracing
from installer.shipping import program

TABLE = program.ROOT / "tests/data/tables/01-staff-school17.xlsx"
PLAN = program.ROOT / "tests/data/roadmaps/seversk-2021.docx"
NAME = {
    "last_name": "Иванова",
    "first_name": "Анна",
    "patronymic": "Петровна",
    "sex": "female",
    "case": "dative",
}
LINE = {"phrase": "до 15 сентября", "school_year": "2026/27", "header": "Срок", "text": "завуч"}
_SCHOOL = ("--base", "school.nastavnik")
_PAPER = [*_SCHOOL, *("--year", "2026/27", "--date", "2027-01-13", "--out", "orders")]
_FREE_NUMBER = ("--number", "901-од")  # no order of the training school has it
_FORM = ("participants", *_SCHOOL, "--as-of", "2026-12-12")
# Arguments of a command, run in a folder that holds the training school and what is read.
LINES = {
    "demo": ["новая школа"],
    "read-table": ["table.xlsx"],
    "import": ["table.xlsx", *_SCHOOL, "--dry-run"],
    "statistics": [*_FORM, "--out", "form.xlsx"],
    "freeze": [*_FORM, "--to", "Управление образования"],
    "compare": [*_FORM, "--since", "2026-09-20"],
    "pack": [*_SCHOOL, "--out", "school.posylka"],
    "consolidate": ["sent.posylka", "--base", "city.nastavnik", "--out", "sums.xlsx"],
    "export-roadmap": ["1", *_SCHOOL, "--out", "plan-again.docx"],
    "roadmap-report": [*_SCHOOL, "--period", "2026Q4", "--out", "report.docx"],
    "summary": [*_SCHOOL, "--as-of", "2026-12-12", "--out", "summary.pdf"],
    "site": [*_SCHOOL, "--out", "site"],
    "fill": ["table.xlsx", *_SCHOOL, "--propose"],
    "decline": ["names.jsonl"],
    "registers": [*_SCHOOL, "--out", "bases"],
    "check": [*_SCHOOL],
    "backup": [*_SCHOOL, "--out", "copy.nastavnik"],
    "restore": ["school.nastavnik", "--base", "restored.nastavnik"],
    "pictures": ["pictures"],
    "order-text": ["130-од", *_SCHOOL, "--year", "2026/27"],
    "match": [*_SCHOOL, "--year", "2026/27"],
    "issue-order": ["pairs", *_PAPER, *_FREE_NUMBER],
    "amend-order": ["130-од", *_PAPER, *_FREE_NUMBER],
    "terminate-order": ["187-од", *_PAPER, *_FREE_NUMBER, "--reason", "перевод"],
    "read-deadlines": ["lines.jsonl"],
    "read-headers": ["lines.jsonl"],
    "read-responsible": ["lines.jsonl"],
    "read-roadmap": ["plan.docx", "--school-year", "2026/27"],
    "lint-roadmap": ["plan.docx", "--school-year", "2026/27"],
}
_LISTED = re.compile(r"^ {4}([a-z][a-z-]+)", re.MULTILINE)


@pytest.fixture(scope="module")
def folder(bundle, tmp_path_factory):
    """A folder with the training school, made by the bundle, and what the commands read."""
    place = tmp_path_factory.mktemp("Школа № 17")
    _run(bundle, place, "demo", "school")
    school = ["--base", "school/demo.nastavnik"]
    _run(bundle, place, "pack", *school, "--out", "sent.posylka")
    shutil.copy(TABLE, place / "table.xlsx")
    shutil.copy(PLAN, place / "plan.docx")
    (place / "names.jsonl").write_text(json.dumps(NAME, ensure_ascii=False), encoding="utf-8")
    (place / "lines.jsonl").write_text(json.dumps(LINE, ensure_ascii=False), encoding="utf-8")
    return place


def test_every_command_of_the_help_is_run_here(bundle, folder):
    listed = _LISTED.findall(_run(bundle, folder, "--help").stdout)
    assert len(listed) > 20
    assert sorted(LINES) == sorted(listed)


@pytest.mark.parametrize("command", LINES)
def test_a_command_runs_calls_nobody_and_writes_only_in_its_places(command, bundle, folder):
    shutil.copy(folder / "school/demo.nastavnik", folder / "school.nastavnik")
    trace = folder / f"{command}.trace"
    _run(bundle, folder, command, *LINES[command], before=tracing.traced(trace))
    assert tracing.connections(trace) == []
    assert tracing.written_outside(trace, folder) == []


def _run(bundle, folder, *arguments, before=()):
    surroundings = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C",  # the poorest language of a system
    }
    answer = subprocess.run(
        [*before, bundle / program.PACKAGE, *arguments],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert "Traceback" not in answer.stderr
    return answer
