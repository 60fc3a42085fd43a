"""What stands in a deadline cell and is no part of the day: hours, lessons, numbers of houses."""

from __future__ import annotations

from nastavnik_desktop.domain.deadlines.tokens import Token, Tokens

_NUMBERED_THINGS = frozenset(
    (
        *("каб", "кабинет", "кабинете", "ауд", "аудитория", "д", "дом", "школа", "школы", "школе"),
        *(
            "сош",
            "ул",
            "улица",
            "класс",
            "классы",
            "кл",
            "пр",
            "n",
            "no",
            "зал",
            "корпус",
            "гимназия",
        ),
    )
)
_MOST_CLASSES = 16
_PLACES = frozenset(("ул", "улица", "пр", "проспект", "пер", "площадь", "пл", "наб", "д", "дом"))
_LIMITS = frozenset(("by", "upto"))
_CLOCK_OPENERS = frozenset(("in", "since", "by", "upto"))


def without_noise(tokens: Tokens) -> tuple[Tokens, bool]:
    """The tokens without such things, and whether a clock time was among them."""
    kept: list[Token] = []
    at, has_clock = 0, False
    while at < len(tokens):
        end = _clock_end(tokens, at)
        if end:
            while kept and kept[-1].kind in _CLOCK_OPENERS - _of_what_follows(tokens, end):
                kept.pop()
            at, has_clock = end, True
            continue
        end = _thing_end(tokens, at)
        if end:
            at = end
            continue
        kept.append(tokens[at])
        at += 1
    return tokens.only(kept), has_clock


def _of_what_follows(tokens: Tokens, at: int) -> frozenset[str]:
    """Words before an hour that belong to the day after it: «до 15:00 19.10.2023»."""
    return _LIMITS if tokens[at].kind == "num" else frozenset()


def _clock_end(tokens: Tokens, at: int) -> int:
    """The place after a time of day or a span of them; 0 when none begins here."""
    end = _time_end(tokens, at)
    if end:
        return _second_time_end(tokens, end) or end
    if tokens[at].kind == "num" and tokens[at].value <= 24:
        joiner = tokens[at + 1].kind
        if joiner in {"dash", "by", "upto"}:
            after = _time_end(tokens, at + 2)
            return after if after and not _is_dotted(tokens, at + 2) else 0
    return 0


def _second_time_end(tokens: Tokens, at: int) -> int:
    if tokens[at].kind not in {"dash", "by", "upto"}:
        return 0
    end = _time_end(tokens, at + 1)
    if not end and tokens.kinds(at + 1, "num", "dot", "num") and _is_dotted_time(tokens, at + 1):
        return at + 4
    return end


def _time_end(tokens: Tokens, at: int) -> int:
    """«15:00 часов», «15 часов», «15 ч. 30 мин.», «14.45»."""
    if tokens[at].kind != "num" or tokens[at].value > 24:
        return 0
    end = at + 1
    if (tokens.kinds(end, "colon", "num") and not tokens[end + 1].is_spaced) or _is_dotted(
        tokens, at
    ):
        end += 2
    elif tokens[end].kind != "hours":
        return 0
    while tokens[end].kind == "hours":
        end += 1 + (tokens[end + 1].kind == "dot")
        if tokens.kinds(end, "num", "hours"):
            end += 1
    return end


def _is_dotted(tokens: Tokens, at: int) -> bool:
    """«14.45»: two numbers with a dot that cannot be a day and a month."""
    if not tokens.kinds(at, "num", "dot", "num") or not _is_dotted_time(tokens, at):
        return False
    month = tokens[at + 2]
    is_month = 1 <= month.value <= 12 and 1 <= tokens[at].value <= 31
    return not is_month or tokens[at + 3].kind == "hours"


def _is_dotted_time(tokens: Tokens, at: int) -> bool:
    minutes, before = tokens[at + 2], tokens[at - 1]
    if len(minutes.text) != 2 or minutes.value > 59 or minutes.is_spaced:
        return False
    is_longer = tokens.kinds(at + 3, "dot", "num") and not tokens[at + 4].is_spaced
    return not is_longer and before.kind != "dot"


def _thing_end(tokens: Tokens, at: int) -> int:
    """«№ 82е», «каб. 12», «ул. Ленина, 5», «3 урок»: the place after them."""
    token, after = tokens[at], tokens[at + 1]
    is_lesson = token.kind in {"num", "roman"} and after.kind == "lesson"
    if is_lesson or (token.kind == "sign" and after.kind == "num"):
        return at + 2
    if end := _classes_end(tokens, at):
        return end
    if token.kind != "word" or token.text not in _NUMBERED_THINGS:
        return 0
    end = at + 1
    if tokens[end].kind == "num" and tokens[end + 1].kind not in {"month", "dot"}:
        return end + 1
    return _address_end(tokens, end) if token.text in _PLACES else 0


def _classes_end(tokens: Tokens, at: int) -> int:
    """«2-8 классы», «9, 11 классов»."""
    place = at
    joints = {"dash", "comma", "and"}
    while (
        place < at + _MOST_CLASSES
        and tokens[place].kind == "num"
        and tokens[place + 1].kind in joints
    ):
        place += 2
    if tokens[place].kind != "num" or tokens[place].value > 11:
        return 0
    word = tokens[place + 1].text
    return place + 2 if word.startswith("класс") or word == "кл" else 0


def _address_end(tokens: Tokens, at: int) -> int:
    end = at
    while tokens[end].kind == "word" or (end > at and tokens[end].kind in {"dot", "month"}):
        end += 1
    if tokens[end].kind == "comma" and tokens[end + 1].kind == "num":
        is_house = tokens[end + 2].kind not in {"month", "dot"}
        return end + 2 if is_house else end
    return end + 1 if tokens[end].kind == "num" and tokens[end + 1].kind != "month" else end
