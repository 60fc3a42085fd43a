"""The age or grade of mentees that a mentor wishes: «10–12 лет», «5-7 классы», «до 25 лет»."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nastavnik_desktop.domain.search import search_key

_YOUNGEST, _OLDEST = 0, 120
_AT_LEAST = ("от", "старше", "с", "не моложе", "не младше")
_AT_MOST = ("до", "младше", "моложе", "не старше")


@dataclass(frozen=True)
class WishedAge:
    """Bounds of an age in years, or of a grade where the wish speaks of classes."""

    least: int
    most: int
    is_of_grades: bool

    def holds(self, age: int | None, grade: int | None) -> bool | None:
        """Whether a mentee fits; None where the age is not known."""
        known = grade if self.is_of_grades else age
        return None if known is None else self.least <= known <= self.most


def wished_age(text: str) -> WishedAge | None:
    """What a wish says; None where it says nothing of numbers (then anybody fits)."""
    key = search_key(text)
    numbers = [int(found) for found in re.findall(r"\d{1,3}", key)]
    if not numbers:
        return None
    is_of_grades = "класс" in key or "кл." in key
    if len(numbers) >= 2:
        return WishedAge(min(numbers), max(numbers), is_of_grades)
    (number,) = numbers
    before = key[: key.index(str(number))].strip()
    if before.endswith(_AT_MOST):
        return WishedAge(_YOUNGEST, number, is_of_grades)
    if before.endswith(_AT_LEAST) or "+" in key:
        return WishedAge(number, _OLDEST, is_of_grades)
    return WishedAge(number, number, is_of_grades)
