"""Prints how long the start takes: of the bundle, and of the program from its environment.

Run by itself: ``python -m installer.package_tests.start_time``. No test asserts a time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

from installer import system_libraries
from installer.package_tests.screen import Screen
from installer.shipping import linux_bundle, program

ROUNDS = 7
TITLE = "Наставник"


def seconds_to_window(command, screen, home):
    """Seconds from the call to a visible window."""
    surroundings = {**screen.surroundings, "NASTAVNIK_HOME": home, "QT_QPA_PLATFORM": "xcb"}
    started = time.monotonic()
    with subprocess.Popen(command, env=surroundings, stderr=subprocess.DEVNULL) as process:
        screen.wait_for(TITLE, process, pause=0.01)
        taken = time.monotonic() - started
        process.terminate()
    return taken


def main() -> int:
    """Start both in turn, print the medians and their ratio."""
    system_libraries.ensure(system_libraries.WINDOW)
    screen = Screen.started()
    commands = {
        "bundle": [str(linux_bundle.FOLDER / program.PACKAGE)],
        "environment": [sys.executable, str(program.ROOT / "main.py")],
    }
    taken = {name: [] for name in commands}
    try:
        with tempfile.TemporaryDirectory() as home:
            for _round in range(ROUNDS + 1):
                for name, command in commands.items():
                    taken[name].append(seconds_to_window(command, screen, home))
    finally:
        screen.stop()
    medians = {name: statistics.median(values[1:]) for name, values in taken.items()}
    for name, value in medians.items():
        print(f"{name}: {value * 1000:.0f} ms to the window, median of {ROUNDS}")
    print(f"ratio {medians['bundle'] / medians['environment']:.2f} on {os.cpu_count()} cores")
    return 0


if __name__ == "__main__":
    sys.exit(main())
