"""Hands over from the set-up to the program itself."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from installer import system_libraries
from installer.environment import Environment
from installer.reporting import STOPPED_BY_USER, SetupFailed, say
from installer.supported_python import ENVIRONMENT_IS_TO_BLAME, IS_WINDOWS


def start_program(root: Path, arguments: Sequence[str]) -> int:
    """Prepare what is missing, then run ``main.py`` with the arguments; returns its exit code."""
    environment = Environment(root)
    try:
        _prepare_system(arguments)
        environment.prepare(root / "requirements.lock")
    except SetupFailed as failure:
        say(str(failure))
        return ENVIRONMENT_IS_TO_BLAME
    except KeyboardInterrupt:
        say("Установка прервана. При следующем запуске она начнётся заново.")
        return STOPPED_BY_USER
    return run([str(environment.python), str(root / "main.py"), *arguments])


def opens_window(arguments: Sequence[str]) -> bool:
    """Whether the program is asked for its window: without a command, or with a base to open."""
    from nastavnik_desktop.commands.names import is_command

    return not arguments or not is_command(arguments[0])


def run(command: Sequence[str]) -> int:
    """Become the command where the system can do so, else wait for it; returns its exit code."""
    if not IS_WINDOWS:
        _become(command)
    try:
        return subprocess.call(list(command))
    except KeyboardInterrupt:
        return STOPPED_BY_USER


def _become(command: Sequence[str]) -> NoReturn:
    os.execv(command[0], list(command))


def _prepare_system(arguments: Sequence[str]) -> None:
    """Without its libraries the window cannot open; a headless command may do without them."""
    if opens_window(arguments):
        system_libraries.ensure(system_libraries.WINDOW)
        return
    try:
        system_libraries.ensure(system_libraries.OFFSCREEN)
    except SetupFailed as failure:
        say(str(failure))
