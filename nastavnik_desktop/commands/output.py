"""What the headless commands print: JSON in UTF-8 to standard output."""

from __future__ import annotations

import json
import sys


def print_json(content: object) -> None:
    """One JSON document, readable by people, with Russian letters as they are."""
    json.dump(content, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")


def say(sentence: str) -> None:
    """A sentence for the user: standard error, so that the JSON stays clean."""
    print(sentence, file=sys.stderr)
