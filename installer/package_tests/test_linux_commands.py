"""Every headless command runs from the bundle, calls nobody and writes only where it may.

A command that has no line here fails the test, so that a new one cannot be forgotten.
"""

import json
import os
import re
import shutil
import subprocess

import pytest

from installer.shipping import program, tools
from nastavnik_desktop.commands.names import COMMANDS

TABLES = program.ROOT / "tests/data/tables"
NAME = {
    "last_name": "Иванова",
    "first_name": "Анна",
    "patronymic": "Петровна",
    "sex": "female",
    "case": "dative",
}
LINE = {"phrase": "до 15 сентября", "school_year": "2026/27", "header": "Срок", "text": "завуч"}
PLAN = "№;Мероприятие;Срок;Ответственный\n1;Совещание наставников;сентябрь;завуч\n"
_PAPER = [
    *("--base", "school.nastavnik", "--year", "2026/27", "--date", "2027-01-13"),
    *("--number", "4-од", "--out", "orders"),
]
# Arguments of a command, run in a folder that holds the training school and a table.
LINES = {
    "demo": ["новая школа"],
    "read-table": ["table.xlsx"],
    "import": ["table.xlsx", "--base", "school.nastavnik", "--dry-run"],
    "statistics": [
        *("participants", "--base", "school.nastavnik"),
        *("--as-of", "2026-12-12", "--out", "form.xlsx"),
    ],
    "fill": ["table.xlsx", "--base", "school.nastavnik", "--propose"],
    "decline": ["names.jsonl"],
    "registers": ["--base", "school.nastavnik", "--out", "bases"],
    "check": ["--base", "school.nastavnik"],
    "backup": ["--base", "school.nastavnik", "--out", "copy.nastavnik"],
    "restore": ["school.nastavnik", "--base", "restored.nastavnik"],
    "pictures": ["pictures"],
    "order-text": ["130-од", "--base", "school.nastavnik", "--year", "2026/27"],
    "match": ["--base", "school.nastavnik", "--year", "2026/27"],
    "issue-order": ["working-group", *_PAPER],
    "amend-order": ["130-од", *_PAPER],
    "terminate-order": ["130-од", *_PAPER, "--reason", "перевод"],
    "read-deadlines": ["lines.jsonl"],
    "read-headers": ["lines.jsonl"],
    "read-responsible": ["lines.jsonl"],
    "read-roadmap": ["plan.csv", "--school-year", "2026/27"],
    "lint-roadmap": ["plan.csv", "--school-year", "2026/27"],
}
# What is right to refuse for this school: a sentence and code 2, or a finding and code 1.
MAY_REFUSE = {"issue-order", "amend-order", "terminate-order", "lint-roadmap"}
_CONNECTS = re.compile(r"\b(?:connect|sendto|bind)\(.*sa_family=AF_INET")
_WRITES = re.compile(
    r'\b(?:openat\([^,]+, "(?P<opened>[^"]+)", [A-Z_|]*O_(?:WRONLY|RDWR|CREAT)'
    r'|(?:mkdir|unlink|rmdir|creat|truncate)(?:at)?\((?:[A-Z_0-9]+, )?"(?P<made>[^"]+)")'
    r".*\) = \d"
)
_DEVICES = ("/dev/", "/proc/")


@pytest.fixture(scope="module")
def folder(bundle, tmp_path_factory):
    """A folder with the training school, made by the bundle, and what the commands read."""
    tools.ensure({"strace": "strace"})
    place = tmp_path_factory.mktemp("Школа № 17")
    _run(bundle, place, "demo", "school")
    shutil.copy(place / "school/demo.nastavnik", place / "school.nastavnik")
    shutil.copy(next(TABLES.glob("*.xlsx")), place / "table.xlsx")
    (place / "names.jsonl").write_text(json.dumps(NAME, ensure_ascii=False), encoding="utf-8")
    (place / "lines.jsonl").write_text(json.dumps(LINE, ensure_ascii=False), encoding="utf-8")
    (place / "plan.csv").write_text(PLAN, encoding="utf-8")
    return place


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_runs_calls_nobody_and_writes_only_in_its_places(command, bundle, folder):
    traced = folder / f"{command}.trace"
    strace = ["strace", "-f", "-qq", "-s", "4096", "-o", traced, "-e"]
    calls = "trace=connect,sendto,bind,openat,creat,mkdir,mkdirat,unlink,unlinkat,rmdir,truncate"
    _run(bundle, folder, command, *LINES[command], before=[*strace, calls])
    lines = traced.read_text("utf-8", "replace").splitlines()
    assert [line for line in lines if _CONNECTS.search(line)] == []
    written = {_named(found) for line in lines if (found := _WRITES.search(line))}
    assert [path for path in written if not _is_allowed(path, folder)] == []


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
    allowed = {0, 1, 2} if arguments[0] in MAY_REFUSE else {0}
    assert answer.returncode in allowed, answer.stderr
    assert "Traceback" not in answer.stderr


def _named(found):
    """A path as strace tells it: letters beyond ASCII as octal numbers."""
    text = found["opened"] or found["made"]
    return text.encode("latin-1").decode("unicode_escape").encode("latin-1").decode("utf-8")


def _is_allowed(path, folder):
    return not path.startswith("/") or path.startswith((str(folder), *_DEVICES))
