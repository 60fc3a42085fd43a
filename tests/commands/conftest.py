"""The program as a real process, and the training school made once for all commands."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from nastavnik_desktop.commands.run import run

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "tests" / "data" / "tables"


@dataclass(frozen=True)
class Answer:
    """What a command left behind: exit code, standard output and standard error."""

    code: int
    out: str
    said: str

    @property
    def json(self):
        """The JSON of a command that was carried out."""
        assert self.code == 0, self.said
        return json.loads(self.out)

    def is_refused(self, code, *words):
        """One Russian sentence with these words, nothing on standard output."""
        assert (self.code, self.out) == (code, ""), (self.code, self.out, self.said)
        assert "Traceback" not in self.said
        assert self.said.count("\n") == 1
        missing = [word for word in words if word not in self.said]
        assert not missing, self.said
        return True


def run_main(*arguments, **environment):
    """Run ``main.py`` in another process with nothing but the environment given."""
    keep = ("PATH", "SYSTEMROOT", "HOME", "NASTAVNIK_HOME", "TMPDIR", "TEMP")
    inherited = {name: os.environ[name] for name in keep if name in os.environ}
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        env={**inherited, **environment},
        capture_output=True,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory):
    """The folder of the training school; tests only read it."""
    folder = tmp_path_factory.mktemp("school") / "учебная школа"
    answer = run_main("demo", folder)
    assert answer.code == 0, answer.said
    assert answer.json["base"] == str(folder / "demo.nastavnik")
    return folder


@pytest.fixture(scope="session")
def demo_base(demo_folder):
    """The base of the training school."""
    return demo_folder / "demo.nastavnik"


@pytest.fixture
def run_here(capsys):
    """The same commands without a process of their own: for the many ways to be refused."""

    def carry_out(*arguments):
        code = run([str(argument) for argument in arguments], draw_pictures=None)
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return carry_out
