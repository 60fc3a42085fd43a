"""The .rpm laid into an empty system by rpm itself: whole, running, gone without a trace."""

import json
import subprocess

import pytest

from installer.shipping import linux_tree, program

OWN_FOLDERS = ("usr/lib/nastavnik", "usr/share/doc/nastavnik")


@pytest.fixture(scope="module")
def root(rpm, tmp_path_factory):
    """A folder that rpm takes for a system; the libraries asked for are those of this machine."""
    made = tmp_path_factory.mktemp("rpm")
    _rpm(made, "--initdb")
    _rpm(made, "--install", "--nodeps", "--nosignature", rpm)
    return made


def test_no_script_of_the_package_runs_as_the_administrator(rpm):
    asked = ["rpm", "-qp", "--nosignature", "--scripts", "--triggers", rpm]
    assert subprocess.check_output(asked, text=True) == ""


def test_the_files_are_those_of_the_tree(root):
    for path in linux_tree.FOLDER.rglob("*"):
        laid = root / path.relative_to(linux_tree.FOLDER)
        if path.is_symlink():
            assert laid.readlink() == path.readlink()
        elif path.is_file():
            assert laid.read_bytes() == path.read_bytes()
            assert laid.stat().st_mode == path.stat().st_mode
            assert laid.stat().st_uid == 0
    assert _rpm(root, "--verify", "--nodeps", program.PACKAGE) == ""


def test_the_program_runs_from_where_it_was_laid(root, tmp_path):
    program_file = root / "usr/bin" / program.PACKAGE
    subprocess.run([program_file, "demo", tmp_path / "школа"], check=True, capture_output=True)
    line = [program_file, "check", "--base", tmp_path / "школа/demo.nastavnik"]
    assert json.loads(subprocess.check_output(line))["ok"] is True


def test_it_goes_without_a_trace_and_leaves_the_data(root):
    data = root / "home/teacher/.local/share/Nastavnik/settings.json"
    data.parent.mkdir(parents=True)
    data.write_text("{}", encoding="utf-8")
    _rpm(root, "--erase", program.PACKAGE)
    left = {path for path in root.rglob("*") if path.is_file() or path.is_symlink()}
    assert {path for path in left if not path.is_relative_to(root / "var/lib/rpm")} == {data}
    assert [name for name in OWN_FOLDERS if (root / name).exists()] == []


def _rpm(root, *words):
    """Let rpm work on a system in a folder; returns what it printed."""
    command = ["rpm", "--root", root, "--dbpath", "/var/lib/rpm", *words]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout
