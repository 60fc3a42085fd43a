"""A virtual screen, what windows it shows, and pictures of it."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass

from installer.shipping import program, tools

PICTURES = program.BUILD / "pictures"
_NEEDED = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick"}
_SECONDS_TO_WAIT = 60


@dataclass(frozen=True)
class Screen:
    """An X server of its own; systems in folders reach it, since they share its abstract socket."""

    server: subprocess.Popen[bytes]
    name: str

    @classmethod
    def started(cls) -> Screen:
        """Start the server on a free display."""
        tools.ensure(_NEEDED)
        reader, writer = os.pipe()
        server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24"),
                *("-nolisten", "tcp", "-ac", "-noreset"),
            ],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as answer:
            return cls(server, f":{answer.readline().strip()}")

    def wait_for(self, title, process, pause=0.2):
        """Wait until a window whose title holds these words is shown; the process must live."""
        search = ["xdotool", "search", "--onlyvisible", "--name", title]
        until = time.monotonic() + _SECONDS_TO_WAIT
        while time.monotonic() < until:
            assert process.poll() is None, process.communicate()
            if subprocess.call(search, env=self.surroundings, stdout=subprocess.DEVNULL) == 0:
                return
            time.sleep(pause)
        raise AssertionError(f"no window «{title}» in {_SECONDS_TO_WAIT} s")

    def wait_until(self, is_so):
        """Wait until a condition holds."""
        until = time.monotonic() + _SECONDS_TO_WAIT
        while not is_so():
            assert time.monotonic() < until, f"not so after {_SECONDS_TO_WAIT} s"
            time.sleep(0.2)

    def press(self, title, keys):
        """Give a window the focus, since nothing manages windows here, and press ``ctrl+1``."""
        find = ["search", "--onlyvisible", "--name", title, "windowfocus", "--sync"]
        subprocess.run(["xdotool", *find, "key", keys], env=self.surroundings, check=True)

    def take_picture(self, name):
        """Save what the screen shows into the folder of pictures of the build."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        target = PICTURES / f"{name}.png"
        command = ["import", "-window", "root", str(target)]
        subprocess.run(command, env=self.surroundings, check=True)
        return target

    @property
    def surroundings(self):
        return {**os.environ, "DISPLAY": self.name}

    def stop(self):
        self.server.terminate()
        self.server.wait()
