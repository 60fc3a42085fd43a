"""Starts the window, or a headless command; no logic of its own."""

from __future__ import annotations

import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Run a headless command when one is named, or the reminder at log-on, or open the window."""
    from nastavnik_desktop.commands.names import is_command

    if arguments and is_command(arguments[0]):
        from nastavnik_desktop.commands.run import run

        return run(arguments, draw_pictures=_draw_pictures)
    if arguments == ["--remind"]:
        from ui.reminder import remind

        return remind()
    from ui.application import open_window

    return open_window(arguments)


def _draw_pictures(folder: Path, theme: str, scale: float) -> None:
    from ui.pictures import draw_everything

    draw_everything(folder, theme, scale)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
