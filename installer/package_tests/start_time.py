"""Prints how long the start takes: of the bundle, and of the program from an environment.

The environment that the bundle was made of is the old system's: the same Python and the same
libraries, not packed. That of the checkout may have another Python, so it is shown beside.

Run by itself: ``python -m installer.package_tests.start_time``. No test asserts a time.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from installer import system_libraries
from installer.package_tests.screen import Screen
from installer.shipping import linux_bundle, old_root, program

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


def _in_old_system(*words):
    """The command that runs words in the old system, which reaches the same screen."""
    script = (
        'root=$1; shift; mount --bind /proc "$root/proc"; mount --bind /dev "$root/dev"; '
        'exec chroot "$root" "$@"'
    )
    return ["unshare", "--mount", "sh", "-euc", script, "enter", str(old_root.FOLDER), *words]


def _commands():
    packed = old_root.FOLDER / "making/packed"
    if packed.exists():
        shutil.rmtree(packed)
    shutil.copytree(linux_bundle.FOLDER, packed, symlinks=True, copy_function=os.link)
    unpacked = ["/making/python/bin/python3", "/making/program/main.py"]
    return {
        "bundle, in the old system": _in_old_system("/making/packed/nastavnik"),
        "its environment, not packed": _in_old_system(*unpacked),
        "bundle, here": [str(linux_bundle.FOLDER / program.PACKAGE)],
        "environment of the checkout": [sys.executable, str(program.ROOT / "main.py")],
    }


def main() -> int:
    """Start all in turn, print the medians and the ratios."""
    system_libraries.ensure(system_libraries.WINDOW)
    commands = _commands()
    taken = {name: [] for name in commands}
    screen = Screen.started()
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
    inside, unpacked, here, checkout = medians.values()
    cores = os.cpu_count()
    print(f"ratios {inside / unpacked:.2f} and {here / checkout:.2f} on {cores} cores")
    return 0


if __name__ == "__main__":
    sys.exit(main())
