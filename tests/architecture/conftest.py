"""The project's own files, as the tests of its shape read them."""

import ast
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ("main.py", "nastavnik_desktop", "ui", "db", "installer")
TESTS_OF_PACKAGES = ROOT / "installer" / "package_tests"


@dataclass(frozen=True)
class SourceFile:
    """One Python file, read once and parsed when asked."""

    path: Path
    text: str

    @property
    def name(self):
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def tree(self):
        return ast.parse(self.text, filename=self.name)

    def nodes(self, *kinds):
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))


def read_sources(*places):
    """Every Python file in these places of the root, in a steady order."""
    paths = []
    for place in places:
        start = ROOT / place
        paths += [start] if start.is_file() else sorted(start.rglob("*.py"))
    return [SourceFile(path, path.read_text(encoding="utf-8")) for path in paths]


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def program():
    """The program's own files, without its tests."""
    sources = read_sources(*PROGRAM)
    return [one for one in sources if not one.path.is_relative_to(TESTS_OF_PACKAGES)]


@pytest.fixture(scope="session")
def tests_too(program):
    """The program's files and those of its tests."""
    return [*program, *read_sources("tests", TESTS_OF_PACKAGES)]
