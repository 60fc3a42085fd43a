"""How the set-up speaks to the user: sentences in Russian on standard error.

Standard output is left to the program, whose headless commands print JSON there.
"""

from __future__ import annotations

import sys

STOPPED_BY_USER = 130  # exit code of a program that Ctrl+C ended


class SetupFailed(Exception):
    """The machine is not ready; the message is a Russian sentence that says what to do."""


def say(sentence: str) -> None:
    """Show a line of progress at once."""
    print(sentence, file=sys.stderr, flush=True)
