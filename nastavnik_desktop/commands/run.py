"""Runs a headless command: JSON to standard output, sentences to standard error, exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from nastavnik_desktop.commands.parser import build_parser
from nastavnik_desktop.commands.usage import UsageError
from nastavnik_desktop.domain.errors import NastavnikError, StorageUnavailable

DONE, INPUT_IS_BAD, ENVIRONMENT_IS_TO_BLAME = 0, 2, 3
DrawPictures = Callable[[Path, str, float], None]


def run(arguments: Sequence[str], draw_pictures: DrawPictures) -> int:
    """Run one command and answer its exit code: 0 done, 2 bad input, 3 the environment."""
    _speak_utf8()
    try:
        options = build_parser(draw_pictures).parse_args(arguments)
        code = int(options.handler(options) or DONE)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        return _nobody_reads_on()
    except UsageError as error:
        return _say(str(error), INPUT_IS_BAD)
    except StorageUnavailable as error:
        return _say(str(error), ENVIRONMENT_IS_TO_BLAME)
    except NastavnikError as error:
        return _say(_with_place(error), INPUT_IS_BAD)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def _nobody_reads_on() -> int:
    """Whoever read the answer has heard enough (``… | head``): what was asked for is done."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _with_place(error: NastavnikError) -> str:
    place = getattr(error, "place", "")
    return f"{place}: {error.message}" if place and place not in error.message else error.message


def _say(sentence: str, code: int) -> int:
    print(sentence, file=sys.stderr)
    return code
