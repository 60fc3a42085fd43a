"""A Python that cannot run the program gets one sentence with the line to type."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer import supported_python

INSTALLER = Path(supported_python.__file__).parent


@pytest.fixture
def debian(monkeypatch):
    monkeypatch.setattr(supported_python, "IS_WINDOWS", False)


@pytest.fixture
def windows(monkeypatch):
    monkeypatch.setattr(supported_python, "IS_WINDOWS", True)


@pytest.mark.parametrize("name", ["start.py", "check.py", "supported_python.py", "__init__.py"])
def test_an_old_python_can_read_the_way_to_the_sentence(name):
    source = (INSTALLER / name).read_text("utf-8")
    tree = ast.parse(source, feature_version=(3, 6))
    futures = [node for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert "__future__" not in {node.module for node in futures}


def test_this_python_is_welcome():
    assert supported_python.refusal("start.py") == ""


@pytest.mark.parametrize("version", [(3, 9, 2), (3, 14, 0)])
def test_another_python_is_refused_with_a_line_for_one_at_hand(debian, monkeypatch, version):
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(supported_python, "_succeeds", lambda command: command[0] == "python3.12")
    sentence = supported_python.refusal("start.py")
    assert f"запущен 3.{version[1]}." in sentence
    assert sentence.endswith("Наберите: python3.12 installer/start.py")


def test_without_a_fitting_python_the_line_installs_one(debian, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    monkeypatch.setattr(supported_python, "_succeeds", lambda command: command[-1] == "python3.11")
    sentence = supported_python.refusal("check.py")
    assert "apt-get install python3.11 python3.11-venv && python3.11 installer/check.py" in sentence


def test_where_nothing_is_known_the_site_is_named(debian, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10, 0))
    monkeypatch.setattr(supported_python, "_succeeds", lambda command: False)
    assert "www.python.org/downloads" in supported_python.refusal("start.py")


def test_on_windows_the_line_is_for_its_launcher(windows, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 14, 1))
    sentence = supported_python.refusal("start.py")
    assert "winget install Python.Python.3.13" in sentence
    assert sentence.endswith("py -3.13 installer\\start.py")


def test_debian_without_venv_is_told_the_package(monkeypatch):
    monkeypatch.setattr(supported_python, "find_spec", lambda name: None)
    sentence = supported_python.refusal("start.py")
    assert f"apt-get install python3.{sys.version_info[1]}-venv && " in sentence


def test_the_script_ends_with_the_sentence_and_code_3(tmp_path):
    unsupported = "import sys, runpy; sys.version_info = (3, 8, 1); sys.argv = ['start.py']; "
    script = str(INSTALLER / "start.py")
    answer = subprocess.run(
        [sys.executable, "-c", f"{unsupported}runpy.run_path({script!r}, run_name='__main__')"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PATH": ""},
        check=False,
    )
    assert answer.returncode == 3
    assert answer.stderr.count("\n") == 1
    assert "запущен 3.8" in answer.stderr
    assert answer.stdout == ""
