"""Lists, flags, numbers, forms of mentoring and periods as cells hold them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nastavnik_desktop.imports.grid import CellValue
from nastavnik_desktop.imports.values.dates import YearMonth, dates_in
from nastavnik_desktop.imports.values.text import folded, is_nothing, one_line
from nastavnik_desktop.imports.wording import folded_starts, folded_words

_ITEM_NUMBER = re.compile(r"^\s*(?:\d{1,2}\s*[.)](?!\d)|[а-яё]\)|[-–—•*·▪])\s*")
_INNER_NUMBER = re.compile(r"(?<=\S)\s+(?=\d{1,2}[.)]\s*[^\W\d])")
_SPACED_DASH = re.compile(r"\s+[-‐‑–—−]+\s*|\s*[-‐‑–—−]+\s+|\s*[–—−]\s*")
_FORM_QUOTES = "«»\"“”„'"
_FORM_NUMBER = re.compile(r"^(?:[ivxlcdmх]+|\d{1,2})\s*[.)]\s*")
_FORM_LABEL = re.compile(r"^(?:форма(?: наставничества)?|наставничество|раздел)\W*", re.IGNORECASE)
_ONE_ROLE = {
    "педагог": "учитель",
    "преподаватель": "учитель",
    "обучающийся": "ученик",
    "учащийся": "ученик",
    "школьник": "ученик",
    "молодой педагог": "молодой специалист",
}
_WHOLE_COUNT = re.compile(r"(?:до|не более|максимум|макс\.?)?\s*(\d{1,3})\s*(?:[а-я.]+)?")
_COUNT_RANGE = re.compile(r"(?:от\s*)?\d+\s*(?:[-–—]|до|или)\s*\d+\D*")


def split_items(value: CellValue) -> tuple[str, ...]:
    """Items of a list: a new line or a semicolon parts them, a comma does not."""
    if value is None or is_nothing(str(value)):
        return ()
    text = str(value)
    if re.match(r"\s*\d", text):
        text = _INNER_NUMBER.sub("\n", text)
    pieces = re.split(r"[;\n]", text)
    items = (one_line(_ITEM_NUMBER.sub("", piece)).rstrip(",") for piece in pieces)
    return tuple(item for item in items if not is_nothing(item))


def without_item_number(text: str) -> str:
    """The text without «1.», «2)» or a bullet before it."""
    return _ITEM_NUMBER.sub("", text)


def has_item_number(text: str) -> bool:
    """Whether an item's number or bullet stands before the text."""
    return _ITEM_NUMBER.match(text) is not None


def read_flag(value: CellValue) -> bool | None:
    """«да», «+», «прошёл» -> True; «нет» -> False; anything else is not a flag."""
    if isinstance(value, bool):
        return value
    if isinstance(value, date):
        return True
    key = folded(str(value)).strip(" .,!") if value is not None else ""
    if key in folded_words("yes"):
        return True
    return False if key in folded_words("no") else None


@dataclass(frozen=True)
class Count:
    """A number of people, or a range of which the user must choose."""

    number: int | None = None
    is_range: bool = False


def read_count(value: CellValue) -> Count:
    """«2 чел.» -> 2; «1-2» is a range."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Count(int(value)) if 0 <= value < 1000 else Count()
    if isinstance(value, date):
        return Count(is_range=True)
    key = folded(value or "") if isinstance(value, str) else ""
    whole = _WHOLE_COUNT.fullmatch(key)
    if whole:
        return Count(int(whole[1]))
    return Count(is_range=_COUNT_RANGE.fullmatch(key) is not None)


def read_form(text: str) -> str:
    """«"Учитель-учитель"» -> «учитель – учитель»: small letters, no quotes, one kind of dash."""
    bare = (
        "".join(sign for sign in one_line(text) if sign not in _FORM_QUOTES).strip(" .,;:").lower()
    )
    bare = _FORM_LABEL.sub("", _FORM_NUMBER.sub("", bare)).strip()
    if _SPACED_DASH.search(bare):
        return _SPACED_DASH.sub(" – ", bare).strip()
    return bare.replace("-", " – ") if bare.count("-") == 1 else bare


def is_form(text: str) -> bool:
    """Whether the text is a form of mentoring: two roles of people with a dash between them."""
    sides = [folded(side) for side in read_form(text).split(" – ")]
    return len(sides) == 2 and all(side.startswith(folded_starts("form_roles")) for side in sides)


def are_same_forms(one: str, other: str) -> bool:
    """Whether two forms name the same sides, whatever words for them the school uses."""
    return _sides(one) == _sides(other)


def _sides(form: str) -> list[str]:
    return [_ONE_ROLE.get(folded(side), folded(side)) for side in form.split(" – ")]


@dataclass(frozen=True)
class Period:
    """The two ends of a period; an end may be unknown or written as an impossible date."""

    start: date | YearMonth | None = None
    end: date | YearMonth | None = None
    impossible: tuple[str, ...] = ()


def read_period(value: CellValue, latest_year: int) -> Period:
    """«01.09.2023 – 31.05.2024», «с 11 сентября 2023 г. по 31 мая 2024 г.», «до 31.05.2024»."""
    if isinstance(value, date):
        return Period(start=value)
    text = str(value) if value is not None else ""
    found = [
        one for one in dates_in(text, latest_year) if one.day or one.month or one.is_impossible
    ]
    ends = [one.day or one.month for one in found]
    wrong = tuple(
        name for name, one in zip(("start", "end"), found, strict=False) if one.is_impossible
    )
    if len(found) == 1 and re.match(r"(?:по|до)\b", folded(text)):
        return Period(None, ends[0], tuple("end" for _ in wrong))
    return Period(ends[0] if ends else None, ends[1] if len(ends) > 1 else None, wrong)
