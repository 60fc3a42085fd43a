"""Says in one sentence what to type when this Python cannot run the program.

This file and the scripts that import it first keep to the syntax of Python 3.6, so that an
older Python reaches the sentence instead of stopping at a syntax error.
"""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

OLDEST = (3, 11)
NEWEST = (3, 13)
ENVIRONMENT_IS_TO_BLAME = 3
IS_WINDOWS = os.name == "nt"


def refusal(script: str) -> str:
    """A Russian sentence with the line to type, or nothing when this Python will do.

    ``script`` is the name of the started script in this folder, as in ``start.py``.
    """
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        return _other_python_needed(script)
    if find_spec("venv") is None or find_spec("ensurepip") is None:
        return _module_venv_needed(script)
    return ""


def typed_line(python: str, script: str) -> str:
    """The line that starts a script of this folder, as it is typed on this system."""
    separator = "\\" if IS_WINDOWS else "/"
    return f"{python} installer{separator}{script}"


def as_administrator(command: str) -> str:
    """The command as this user must type it to have the rights of the administrator."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return command if is_root else "sudo " + command


def _other_python_needed(script: str) -> str:
    running = ".".join(str(part) for part in sys.version_info[:2])
    return f"Программе нужен Python 3.11, 3.12 или 3.13, а запущен {running}. {_advice(script)}"


def _advice(script: str) -> str:
    if IS_WINDOWS:
        line = typed_line("py -3.13", script)
        return f"Наберите: winget install Python.Python.3.13 – а затем: {line}"
    versions = range(NEWEST[1], OLDEST[1] - 1, -1)
    for name in (f"python3.{minor}" for minor in versions):
        if _succeeds([name, "-c", "import venv, ensurepip"]):
            return "Наберите: " + typed_line(name, script)
    for name in (f"python3.{minor}" for minor in versions):
        if _succeeds(["apt-cache", "show", name]):
            install = as_administrator(f"apt-get install {name} {name}-venv")
            return f"Наберите: {install} && {typed_line(name, script)}"
    line = typed_line("python3.13", script)
    return f"Поставьте Python 3.13 (www.python.org/downloads) и наберите: {line}"


def _module_venv_needed(script: str) -> str:
    name = f"python3.{sys.version_info[1]}"
    install = as_administrator(f"apt-get install {name}-venv")
    return (
        f"В этом Python нет модуля venv, без него программу не подготовить. "
        f"Наберите: {install} && {typed_line(name, script)}"
    )


def _succeeds(command: "list[str]") -> bool:
    """Whether the command exists and ends well; its output is thrown away."""
    if shutil.which(command[0]) is None:
        return False
    silent = subprocess.DEVNULL
    return subprocess.call(command, stdout=silent, stderr=silent, stdin=silent) == 0
