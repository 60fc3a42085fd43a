"""Commands check, backup and restore."""

from __future__ import annotations

from pathlib import Path

from nastavnik_desktop.commands.opening import opened
from nastavnik_desktop.commands.output import print_json, say

SOUND, FAULTY = 0, 2


def check(base: str) -> int:
    """Check integrity, foreign keys and the program's own rules; 2 when a fault is found."""
    with opened(base, writable=False) as services:
        faults = services.bases.check()
    print_json({"base": base, "ok": not faults, "faults": faults})
    say("База исправна." if not faults else "\n".join(faults))
    return FAULTY if faults else SOUND


def backup(base: str, out: Path) -> None:
    """Write a checked copy of the base as a SQLite file, from a server too."""
    with opened(base, writable=False) as services:
        message = services.bases.dump(out).message
    print_json({"base": base, "copy": str(out)})
    say(message)


def restore(copy: Path, base: str) -> None:
    """Put a copy in place of the base; the former state is kept beside it."""
    from nastavnik_desktop.services.bases import restore_location

    kept = restore_location(copy, base)
    print_json({"base": base, "restored_from": str(copy), "former": str(kept) if kept else None})
    say("База восстановлена из копии.")
