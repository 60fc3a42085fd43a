"""The log file of the program.

Rule for every message: no personal data. A record is named by its kind and number
(``person 17``), a file by its name without the folder, a value never. The log goes with a report
about an error to people who have no right to see the school's data.
"""

from __future__ import annotations

import logging
import platform
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from nastavnik_desktop import __version__

LOG_NAME = "nastavnik.log"
MAX_BYTES = 1_000_000
OLD_FILES_KEPT = 4

_LINE = "%(asctime)s %(levelname)-7s %(name)s: %(message)s"


def start_logging(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Send the log to a rotating file in the folder, made if need be; returns the handler.

    The program works without a log file: where none can be made, messages go to standard error.
    """
    handler, obstacle = _handler(folder)
    handler.setFormatter(logging.Formatter(_LINE))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    log = logging.getLogger(__name__)
    if obstacle:
        log.warning("no log file: %s", obstacle)
    log.info(
        "Nastavnik %s, Python %s, %s", __version__, platform.python_version(), platform.platform()
    )
    return handler


def _handler(folder: Path) -> tuple[logging.Handler, str]:
    """The handler, and why it is not the file, if it is not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=MAX_BYTES, backupCount=OLD_FILES_KEPT, encoding="utf-8"
        )
    except OSError as error:
        return logging.StreamHandler(sys.stderr), error.strerror or str(error)
    return handler, ""
