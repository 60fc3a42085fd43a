"""The checks of the program, one after another, in its own environment."""

from __future__ import annotations

import argparse
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from installer import system_libraries
from installer.environment import Environment
from installer.reporting import STOPPED_BY_USER, SetupFailed, say
from installer.supported_python import ENVIRONMENT_IS_TO_BLAME

# Started through Python: the small programs beside it break when the folder is moved.
_LINT_IMPORTS = "from importlinter.cli import lint_imports_command as check; check()"


@dataclass(frozen=True)
class Check:
    """One tool: the name for ``--only``, a heading, and arguments of the environment's Python."""

    name: str
    heading: str
    arguments: tuple[str, ...]


CHECKS = (
    Check("lint", "Правила кода: ruff check", ("-m", "ruff", "check", ".")),
    Check("lint", "Вид кода: ruff format", ("-m", "ruff", "format", "--check", ".")),
    Check("types", "Типы: mypy", ("-m", "mypy")),
    Check("imports", "Устройство: import-linter", ("-c", _LINT_IMPORTS)),
    Check(
        "tests",
        "Тесты: pytest",
        ("-m", "pytest", "-n", "logical", "--maxprocesses=4", "--dist=loadfile", "--cov"),
    ),
)


def run(root: Path, arguments: Sequence[str]) -> int:
    """Run the checks; 0 when all pass, 1 when one fails, 3 when the machine is not ready."""
    only = _options(arguments).only
    try:
        python = _prepared(root)
        chosen = [check for check in CHECKS if only in (None, check.name)]
        failed = [check.heading for check in chosen if not _passes(check, python, root)]
    except SetupFailed as failure:
        say(str(failure))
        return ENVIRONMENT_IS_TO_BLAME
    except KeyboardInterrupt:
        say("Проверка прервана.")
        return STOPPED_BY_USER
    if failed:
        say(f"Не пройдено: {'; '.join(failed)}.")
    return 1 if failed else 0


def _prepared(root: Path) -> Path:
    """The interpreter of an environment that has the program's libraries and the tools."""
    system_libraries.ensure(system_libraries.OFFSCREEN)
    environment = Environment(root)
    environment.prepare(root / "requirements.lock")
    environment.prepare(root / "requirements-dev.lock")
    return environment.python


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="check.py", description="Все проверки программы, или одна из них."
    )
    names = list(dict.fromkeys(check.name for check in CHECKS))
    parser.add_argument("--only", choices=names, help="провести только эту проверку")
    return parser.parse_args(arguments)


def _passes(check: Check, python: Path, root: Path) -> bool:
    say(f"\n── {check.heading} ──")
    started = time.monotonic()
    passes = subprocess.call([str(python), *check.arguments], cwd=root) == 0
    if check is not CHECKS[-1]:  # the summary of the tests stays the last thing printed
        say(f"{time.monotonic() - started:.1f} с")
    return passes
