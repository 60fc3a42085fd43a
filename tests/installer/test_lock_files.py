"""The lock files: every wheel by its hash, no address, all that is required and nothing unlike."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINNED = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9._-]*)(?:\[[a-z0-9,]+\])?==(?P<version>\S+)(?: ; [^\\]+)? \\$"
)
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
LOCKS = ["requirements", "requirements-dev", "installer/requirements-build"]


def _locked(name):
    """Versions and number of hashes by package of a lock file."""
    versions, hashes = {}, {}
    current = ""
    for line in (ROOT / f"{name}.lock").read_text("utf-8").splitlines():
        if found := PINNED.match(line):
            current = found["name"]
            versions[current] = found["version"]
            hashes[current] = 0
        else:
            assert HASH.match(line), f"{name}.lock: neither a package nor a hash: {line}"
            hashes[current] += 1
    return versions, hashes


def _required(name):
    lines = (ROOT / f"{name}.in").read_text("utf-8").split()
    names = [line for line in lines if not line.startswith(("-", "requirements"))]
    return {re.split(r"[\[<>=!~;]", line)[0].lower() for line in names}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_and_has_hashes(name):
    versions, hashes = _locked(name)
    assert len(versions) > 5
    assert [package for package, count in hashes.items() if count == 0] == []


@pytest.mark.parametrize("name", LOCKS)
def test_no_address_of_a_package_store_is_named(name):
    text = (ROOT / f"{name}.lock").read_text("utf-8")
    assert re.findall(r"://|--index|--extra-index|--find-links|--trusted| @ ", text) == []


@pytest.mark.parametrize("name", LOCKS)
def test_everything_required_is_locked(name):
    assert _required(name) - set(_locked(name)[0]) == set()


def test_the_tools_bring_the_same_libraries_as_the_program():
    program, tools = (_locked(name)[0] for name in LOCKS[:2])
    assert {package: tools.get(package) for package in program} == program


def test_both_systems_are_served():
    assert "sys_platform == 'win32'" in (ROOT / "requirements-dev.lock").read_text("utf-8")
    assert _locked("requirements")[0]["pyside6-essentials"] == "6.9.3"
