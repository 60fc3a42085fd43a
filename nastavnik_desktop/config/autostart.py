"""The reminder at log-on: told to the system for this user, and taken back.

On Linux it is a file of the folder ``autostart`` (freedesktop.org, Desktop Application Autostart
Specification), on Windows a value of the user's key «Run». A program carried on a stick is not
told: it leaves nothing on a computer.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nastavnik_desktop.config.paths import program_command
from nastavnik_desktop.domain.errors import StorageUnavailable

REMIND = "--remind"
"""The word that the program is started with at log-on."""

_FILE = "nastavnik-remind.desktop"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_NAME = "NastavnikRemind"


def start_at_login(*, wanted: bool) -> None:
    """Make the system start the reminder at log-on, or not; raises StorageUnavailable."""
    try:
        if sys.platform == "win32":
            _write_run_key(wanted)
        else:
            _write_desktop_file(wanted)
    except OSError as error:
        raise StorageUnavailable(
            f"Напоминание при входе не настроено: {error.strerror or error}."
        ) from error


def autostart_file() -> Path:
    """The file that starts the reminder on Linux."""
    home = os.environ.get("XDG_CONFIG_HOME", "").strip()
    return (Path(home) if home else Path.home() / ".config") / "autostart" / _FILE


def _write_desktop_file(wanted: bool) -> None:
    path = autostart_file()
    if not wanted:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    words = " ".join(_quoted(word) for word in (*program_command(), REMIND))
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Nastavnik",
        "Name[ru]=Наставник: напоминание о сроках",
        f"Exec={words}",
        "Icon=nastavnik",
        "Terminal=false",
        "NoDisplay=true",
    )
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(word: str) -> str:
    """A word of the key Exec: quoted, with its special signs behind a backslash, «%» doubled."""
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, f"\\{sign}")
    # The value itself is a string of a desktop file, where a backslash is written twice.
    return '"{}"'.format(word.replace("%", "%%").replace("\\", "\\\\"))


if sys.platform == "win32":
    import subprocess
    import winreg

    def _write_run_key(wanted: bool) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN) as key:
            if wanted:
                line = subprocess.list2cmdline([*program_command(), REMIND])
                winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, line)
                return
            try:
                winreg.DeleteValue(key, _NAME)
            except FileNotFoundError:
                return
