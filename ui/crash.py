"""The last net: an error nobody expected becomes a report, a log entry and a calm window.

The report holds no personal data: no message of an error and no value of a variable, only the
kinds of errors, the lines of the program they passed, and versions.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version

Show = Callable[[str], None]

_PROGRAM = Path(__file__).resolve().parents[1]


def report_of(error: BaseException) -> str:
    """The text of a report: versions, then each error of the chain with its way."""
    import platform

    lines = [
        "Наставник: отчёт об ошибке",
        f"Python {platform.python_version()}, Qt {qt_version}, {platform.platform()}",
    ]
    for each in _chain_of(error):
        lines.append("")
        lines.append(f"{type(each).__module__}.{type(each).__qualname__}")
        lines.extend(_way_of(each))
    return "\n".join(lines)


def _chain_of(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    at: BaseException | None = error
    while at is not None and at not in chain:
        chain.append(at)
        at = at.__cause__ or at.__context__
    return chain


def _way_of(error: BaseException) -> list[str]:
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    return [f"  {_place(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _place(file_name: str) -> str:
    """A path inside the program, or the bare name: a home folder may hold a person's name."""
    path = Path(file_name)
    if path.is_relative_to(_PROGRAM):
        return path.relative_to(_PROGRAM).as_posix()
    return path.name


class CrashHook:
    """Takes unexpected errors of all threads; ``show`` gets the report, on any thread.

    While a report is being shown, further errors are only logged.
    """

    def __init__(self, show: Show) -> None:
        self._show = show
        self._is_showing = False

    def install(self) -> None:
        """Become the hook of the interpreter and of its threads."""
        sys.excepthook = self._on_uncaught
        threading.excepthook = self._on_uncaught_in_thread

    def take(self, error: BaseException) -> None:
        """Log an error and show its report."""
        report = report_of(error)
        import logging

        logging.getLogger(__name__).critical("unexpected error\n%s", report)
        if self._is_showing:
            return
        self._is_showing = True
        try:
            self._show(report)
        finally:
            self._is_showing = False

    def _on_uncaught(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.take(error)

    def _on_uncaught_in_thread(self, facts: threading.ExceptHookArgs) -> None:
        if facts.exc_value is not None:
            self.take(facts.exc_value)
