"""Cards that may belong to one person: typos, ё, transposed letters, initials, swapped names.

People are compared only within small blocks (same surname, same surname but for a letter, same
birth date …), so that the time grows with the number of people and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cached_property
from itertools import combinations

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import PersonKind
from nastavnik_desktop.domain.search import search_key

_SHORTEST_WITH_SLIP = 4
_LARGEST_BLOCK = 400
"""A block of more people holds no hint: as many people of one name are namesakes."""


class Likeness(IntEnum):
    """How much a part of a name is like the same part of another."""

    DIFFERENT = 0
    BLANK = 1
    INITIAL = 2
    SLIP = 3
    YO = 4
    SAME = 5


@dataclass(frozen=True)
class DuplicateCard:
    """A person as the search for duplicates sees one."""

    person_id: int
    name: FullName
    kind: PersonKind
    occupation: str = ""
    former_last_name: str = ""
    birth_date: date | None = None
    birth_year: int | None = None
    is_archived: bool = False
    ties_count: int = 0

    @cached_property
    def parts(self) -> tuple[str, str, str]:
        """Keys of the parts of the name: small letters, ё as е."""
        name = self.name
        return search_key(name.last_name), search_key(name.first_name), search_key(name.patronymic)

    @property
    def year(self) -> int | None:
        """Year of birth, if known."""
        return self.birth_date.year if self.birth_date else self.birth_year


@dataclass(frozen=True)
class DuplicatePair:
    """Two cards with the reasons to take them for one; a strong pair is hardly two people."""

    first: DuplicateCard
    second: DuplicateCard
    reasons: tuple[str, ...]
    is_strong: bool

    @property
    def kept(self) -> DuplicateCard:
        """The card that is proposed to stay: of more ties, in use, older."""
        return max(
            (self.first, self.second),
            key=lambda card: (not card.is_archived, card.ties_count, -card.person_id),
        )


@dataclass(frozen=True)
class DifferentPeople:
    """Two cards that look alike; the user said on a day that they are of two people."""

    first: DuplicateCard
    second: DuplicateCard
    marked_on: date

    @property
    def key(self) -> tuple[int, int]:
        """The keys of both cards, the smaller one first."""
        return pair_key(self.first.person_id, self.second.person_id)


def pair_key(first_id: int, second_id: int) -> tuple[int, int]:
    """The keys of two cards, whichever of them is named first."""
    return min(first_id, second_id), max(first_id, second_id)


def find_duplicates(
    cards: Sequence[DuplicateCard], apart: Collection[tuple[int, int]] = ()
) -> list[DuplicatePair]:
    """Pairs of cards that may be one person, strong ones first, then by name.

    Pairs whose keys are in ``apart`` are known to be of two people.
    """
    found = {}
    for first, second in _candidates(cards):
        key = pair_key(first.person_id, second.person_id)
        if key not in found and key not in apart:
            found[key] = judge(first, second)
    pairs = [pair for pair in found.values() if pair is not None]
    return sorted(pairs, key=lambda pair: (not pair.is_strong, pair.first.name.key))


def judge(first: DuplicateCard, second: DuplicateCard) -> DuplicatePair | None:
    """Whether two cards may be one person; those of other birth years are two people."""
    if first.year and second.year and first.year != second.year:
        return None
    has_same_birth = first.birth_date is not None and first.birth_date == second.birth_date
    if first.kind is not second.kind and not has_same_birth:
        return None
    reasons = _reasons(first, second, has_same_birth=has_same_birth)
    if not reasons:
        return None
    if has_same_birth:
        reasons.append("дата рождения одна")
    is_strong = has_same_birth or reasons[0] in _STRONG
    return DuplicatePair(first, second, tuple(reasons), is_strong)


_SAME, _ONLY_YO = "ФИО одинаковые", "отличие только в букве ё"
_STRONG = frozenset((_SAME, _ONLY_YO))
_SLIP_WORDS = ("опечатка в фамилии", "опечатка в имени", "опечатка в отчестве")
_BLANK_WORDS = ("", "у одного нет имени", "у одного нет отчества")
_SLIP_PLACE = {Likeness.SLIP: _SLIP_WORDS, Likeness.BLANK: _BLANK_WORDS}


def _reasons(first: DuplicateCard, second: DuplicateCard, *, has_same_birth: bool) -> list[str]:
    last, given, patronymic = _likenesses(first, second)
    if _is_swapped(first, second):
        return ["фамилия и имя переставлены"]
    if min(given, patronymic) is Likeness.DIFFERENT:
        return []
    if last is Likeness.DIFFERENT:
        return _other_surname(first, second, (given, patronymic), has_same_birth=has_same_birth)
    slips = (last, given, patronymic).count(Likeness.SLIP)
    if slips > (2 if has_same_birth else 1):
        return []
    is_vague = min(given, patronymic) < Likeness.SLIP and last is Likeness.SLIP
    if (is_vague or given is Likeness.BLANK) and not has_same_birth and slips:
        return []
    return _worded((last, given, patronymic))


def _worded(likenesses: tuple[Likeness, ...]) -> list[str]:
    found = []
    for place, likeness in enumerate(likenesses):
        if likeness in _SLIP_PLACE:
            found.append(_SLIP_PLACE[likeness][place])
    if Likeness.INITIAL in likenesses:
        found.append("у одного только инициалы")
    if found:
        return found
    return [_ONLY_YO if Likeness.YO in likenesses else _SAME]


def _likenesses(first: DuplicateCard, second: DuplicateCard) -> tuple[Likeness, Likeness, Likeness]:
    names = (
        (first.name.last_name, second.name.last_name),
        (first.name.first_name, second.name.first_name),
        (first.name.patronymic, second.name.patronymic),
    )
    keys = zip(first.parts, second.parts, strict=True)
    found = [_likeness(one, other, *pair) for (one, other), pair in zip(names, keys, strict=True)]
    return found[0], found[1], found[2]


def _likeness(first: str, second: str, key: str, other: str) -> Likeness:
    if key == other:
        return Likeness.SAME if first.casefold() == second.casefold() else Likeness.YO
    if not key or not other:
        return Likeness.BLANK
    if _is_initial(key) or _is_initial(other):
        return Likeness.INITIAL if key[0] == other[0] else Likeness.DIFFERENT
    is_long = min(len(key), len(other)) >= _SHORTEST_WITH_SLIP
    if is_long and one_slip_apart(key, other) and not _differ_in_sex(key, other):
        return Likeness.SLIP
    return Likeness.DIFFERENT


def _is_initial(key: str) -> bool:
    return key.endswith(".") or len(key) == 1


def _differ_in_sex(key: str, other: str) -> bool:
    """«Александр» and «Александра», «Петров» and «Петрова» are two people."""
    short, long = sorted((key, other), key=len)
    return long in (f"{short}а", f"{short}я")


def _is_swapped(first: DuplicateCard, second: DuplicateCard) -> bool:
    last, given, patronymic = first.parts
    other = second.parts
    return (
        bool(given)
        and last != given
        and (last, given) == (other[1], other[0])
        and (patronymic == other[2] or not patronymic or not other[2])
    )


def _other_surname(
    first: DuplicateCard,
    second: DuplicateCard,
    likenesses: tuple[Likeness, Likeness],
    *,
    has_same_birth: bool,
) -> list[str]:
    """A surname that was changed: told by the card, or by the birth date and all other names."""
    former = {search_key(first.former_last_name), search_key(second.former_last_name)} - {""}
    if former & {first.parts[0], second.parts[0]} and min(likenesses) >= Likeness.INITIAL:
        return ["прежняя фамилия одного – фамилия другого"]
    is_whole = min(likenesses) >= Likeness.YO and all(first.parts[1:])
    return ["имя и отчество одни, фамилии разные"] if has_same_birth and is_whole else []


def one_slip_apart(first: str, second: str) -> bool:
    """Whether one letter is missing, wrong or swapped with its neighbour."""
    at = 0
    while at < min(len(first), len(second)) and first[at] == second[at]:
        at += 1
    one, other = first[at:], second[at:]
    is_transposed = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return first != second and (
        one[1:] == other[1:] or one[1:] == other or one == other[1:] or is_transposed
    )


Keys = Callable[[DuplicateCard], Iterable[object]]


def _candidates(
    cards: Sequence[DuplicateCard],
) -> Iterator[tuple[DuplicateCard, DuplicateCard]]:
    for keys in _BLOCKINGS:
        blocks: defaultdict[object, list[DuplicateCard]] = defaultdict(list)
        for card in cards:
            for key in set(keys(card)):
                blocks[key].append(card)
        for block in blocks.values():
            if 1 < len(block) <= _LARGEST_BLOCK:
                yield from combinations(block, 2)


def _by_surname(card: DuplicateCard) -> Iterable[object]:
    last, given, _ = card.parts
    return [(last, given[:1])] if given else [(last, "")]


def _by_surname_but_for_a_letter(card: DuplicateCard) -> Iterable[object]:
    last, given, _ = card.parts
    return [(last[:at] + last[at + 1 :], given) for at in range(len(last))] + [(last, given)]


def _by_both_orders(card: DuplicateCard) -> Iterable[object]:
    last, given, _ = card.parts
    return [frozenset((last, given))] if given else []


def _by_birth_date(card: DuplicateCard) -> Iterable[object]:
    return [card.birth_date] if card.birth_date else []


def _by_former_surname(card: DuplicateCard) -> Iterable[object]:
    last, given, _ = card.parts
    former = search_key(card.former_last_name)
    return [(name, given[:1]) for name in (last, former) if name]


_BLOCKINGS: tuple[Keys, ...] = (
    _by_surname,
    _by_surname_but_for_a_letter,
    _by_both_orders,
    _by_birth_date,
    _by_former_surname,
)
