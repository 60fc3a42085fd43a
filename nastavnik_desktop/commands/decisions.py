"""Decisions made beforehand for ``import --decisions``: which line becomes what."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nastavnik_desktop.config.json_values import from_json
from nastavnik_desktop.domain.errors import UnreadableFile
from nastavnik_desktop.services.import_preview import LineDecision


@dataclass(frozen=True)
class _Decisions:
    lines: tuple[LineDecision, ...]


def read_decisions(path: Path) -> tuple[LineDecision, ...]:
    """The decisions of a file; raises UnreadableFile with a sentence when it is not one."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8-sig"))
        if not (isinstance(raw, Mapping) and "lines" in raw):
            raise ValueError("lines")
        decisions: _Decisions = from_json(_Decisions, raw)
    except FileNotFoundError as error:
        raise _refusal(path, "его нет на месте") from error
    except OSError as error:
        raise _refusal(path, f"он не читается с диска ({error.strerror})") from error
    except (ValueError, TypeError) as error:
        raise _refusal(path, "он не той формы, какую показывает import --help") from error
    return decisions.lines


def _refusal(path: Path, why: str) -> UnreadableFile:
    sentence = f"Файл решений «{path.name}» не прочитан: {why}."
    return UnreadableFile(sentence, str(path))
