"""Starts a module of the packages in the program's own environment, whose libraries it uses."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from installer.environment import Environment
from installer.reporting import STOPPED_BY_USER, SetupFailed, say
from installer.supported_python import ENVIRONMENT_IS_TO_BLAME


def start(root: Path, module: str, arguments: Sequence[str]) -> int:
    """Prepare the environment with the tools, then run the module; returns its exit code."""
    environment = Environment(root)
    try:
        environment.prepare(root / "requirements.lock")
        environment.prepare(root / "requirements-dev.lock")
        return subprocess.call([str(environment.python), "-m", module, *arguments], cwd=root)
    except SetupFailed as failure:
        say(str(failure))
        return ENVIRONMENT_IS_TO_BLAME
    except KeyboardInterrupt:
        say("Работа прервана.")
        return STOPPED_BY_USER
