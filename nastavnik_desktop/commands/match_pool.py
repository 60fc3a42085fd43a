"""A pool of mentors and scores in a JSON file: what it must hold, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nastavnik_desktop.domain.errors import StorageUnavailable, UnreadableFile
from nastavnik_desktop.domain.matching.assignment import Goal, Pool

HIGHEST_SCORE = 10**12
"""Scores and capacities above it are slips of the pen."""

Key = str | int


@dataclass(frozen=True)
class PoolFile:
    """Mentors in the order of the file, mentees in the order in which scores name them."""

    mentors: tuple[Key, ...]
    capacities: tuple[int, ...]
    mentees: tuple[Key, ...]
    scores: tuple[dict[int, int], ...]

    def pool(self, goal: Goal) -> Pool:
        """The pool to be solved: no mentor needs more places than there are mentees."""
        count = len(self.mentees)
        return Pool(self.scores, [(0,) * min(one, count) for one in self.capacities], goal=goal)


def read_pool(path: Path) -> PoolFile:
    """Read ``{"mentors": [{"id", "capacity"}], "scores": [{"mentor", "mentee", "score"}]}``.

    Keys are texts or whole numbers (1 and "1" are two), a capacity is 0 or more, a score 0 or
    more; a pair that is not named is forbidden, one named twice is refused. Raises UnreadableFile
    with the place, StorageUnavailable when the file cannot be opened.
    """
    content = _content(path)
    places: dict[Key, int] = {}
    capacities = []
    for at, entry in enumerate(_list(content, "mentors")):
        where = f"mentors, запись {at + 1}"
        key = _key(entry, "id", where)
        if key in places:
            raise UnreadableFile(f"наставник {key!r} записан дважды.", where)
        places[key] = at
        capacities.append(_number(entry, "capacity", where))
    mentees: dict[Key, int] = {}
    rows: list[dict[int, int]] = []
    for at, entry in enumerate(_list(content, "scores")):
        where = f"scores, запись {at + 1}"
        mentor, mentee = _key(entry, "mentor", where), _key(entry, "mentee", where)
        if mentor not in places:
            raise UnreadableFile(f"наставника {mentor!r} нет в списке mentors.", where)
        place = mentees.setdefault(mentee, len(rows))
        if place == len(rows):
            rows.append({})
        if places[mentor] in rows[place]:
            raise UnreadableFile(f"пара {mentor!r} – {mentee!r} записана дважды.", where)
        rows[place][places[mentor]] = _number(entry, "score", where)
    return PoolFile(tuple(places), tuple(capacities), tuple(mentees), tuple(rows))


def _content(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise StorageUnavailable(
            f"Файл «{path}» не открыт.", "Проверьте путь и право чтения."
        ) from error
    except (ValueError, RecursionError) as error:
        raise UnreadableFile("Это не JSON в UTF-8.", path.name) from error
    if not isinstance(content, dict):
        raise UnreadableFile("Нужен объект с полями mentors и scores.", path.name)
    return content


def _list(content: dict[str, Any], name: str) -> Sequence[dict[str, Any]]:
    entries = content.get(name)
    if not isinstance(entries, list):
        raise UnreadableFile("нужен список записей.", name)
    for at, entry in enumerate(entries):
        if not isinstance(entry, dict):
            raise UnreadableFile("нужен объект.", f"{name}, запись {at + 1}")
    return entries


def _key(entry: dict[str, Any], name: str, where: str) -> Key:
    key = entry.get(name)
    if isinstance(key, bool) or not isinstance(key, (str, int)) or key == "":
        raise UnreadableFile(f"поле {name}: нужен текст или целое число.", where)
    return key


def _number(entry: dict[str, Any], name: str, where: str) -> int:
    number = entry.get(name)
    if isinstance(number, float) and number.is_integer():
        number = int(number)
    if isinstance(number, bool) or not isinstance(number, int):
        raise UnreadableFile(f"поле {name}: нужно целое число.", where)
    if not 0 <= number <= HIGHEST_SCORE:
        raise UnreadableFile(f"поле {name}: нужно число от 0 до {HIGHEST_SCORE}.", where)
    return number
