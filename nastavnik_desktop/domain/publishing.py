"""The check before something is published: whether it tells of anybody who did not agree.

Names are found in any case and in any order with the first name or initials; a surname alone is
found where it begins with a capital letter and is no word of the page itself. Phones, mails and
birth dates are found in any spelling. (152-ФЗ, ст. 10.1: publishing needs a consent of its own.)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from nastavnik_desktop.domain.dates import MONTHS_GENITIVE
from nastavnik_desktop.domain.search import search_key

_WORD = re.compile(r"[A-Za-zА-Яа-яЁё]+(?:-[A-Za-zА-Яа-яЁё]+)*")
_NUMBER = re.compile(r"\+?\d[\d\s()\u00a0–-]{4,}\d")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_DAY = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})(?!\d)")
_ISO_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_LONG_DAY = re.compile(rf"(?<!\d)(\d{{1,2}}) ({'|'.join(MONTHS_GENITIVE)}) (\d{{4}})")
_MASK = " \u2026 "
_NEAR = 2
_LEAST_PHONE, _WHOLE_PHONE = 6, 10


class LeakKind(StrEnum):
    """What of a person a text tells."""

    NAME = "имя"
    PHONE = "телефон"
    MAIL = "почта"
    BIRTH_DATE = "дата рождения"
    ADDRESS = "адрес"


@dataclass(frozen=True)
class PersonalFacts:
    """What must not be published of a person; name forms are folded and stand in all cases.

    ``title`` is how the message names the person; ``may_be_named`` marks who agreed to be named:
    then only the other facts are looked for.
    """

    person_id: int
    title: str
    last_names: frozenset[str]
    first_names: frozenset[str] = frozenset()
    phones: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    birth_date: date | None = None
    address: str = ""
    may_be_named: bool = False


@dataclass(frozen=True)
class Allowed:
    """What may stand in a text though it looks like a leak.

    ``phrases`` are names of those who agreed and the school's own requisites; ``words`` are words
    of the page itself, which may be somebody's surname too.
    """

    phrases: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    dates: frozenset[date] = frozenset()


@dataclass(frozen=True, order=True)
class Leak:
    """A fact of a person that a text tells."""

    person_id: int
    title: str
    kind: LeakKind


@dataclass
class LeakSearch:
    """Looks for everybody at once; a text is gone through once whatever the number of people."""

    people: Collection[PersonalFacts]
    allowed: Allowed = field(default_factory=Allowed)

    def __post_init__(self) -> None:
        self._by_last_name: defaultdict[str, list[PersonalFacts]] = defaultdict(list)
        self._by_phone: defaultdict[str, list[PersonalFacts]] = defaultdict(list)
        self._by_mail: defaultdict[str, list[PersonalFacts]] = defaultdict(list)
        self._by_birth_date: defaultdict[date, list[PersonalFacts]] = defaultdict(list)
        known = {_digits(phrase) for phrase in self.allowed.phrases}
        for person in self.people:
            if person.birth_date is not None:
                self._by_birth_date[person.birth_date].append(person)
            for name in () if person.may_be_named else person.last_names:
                self._by_last_name[name].append(person)
            for phone in map(_digits, person.phones):
                if len(phone) >= _LEAST_PHONE and phone not in known:
                    self._by_phone[phone].append(person)
            for mail in person.mails:
                if mail.strip() and not self._is_allowed(mail):
                    self._by_mail[mail.strip().casefold()].append(person)

    def leaks_in(self, text: str) -> list[Leak]:
        """Everything found, each fact of each person once, in a steady order."""
        masked = self._masked(text)
        found = {
            *self._names(masked),
            *self._of_numbers(masked),
            *self._of_mails(masked),
            *self._of_dates(masked),
            *self._of_addresses(masked),
        }
        return sorted(found)

    def _is_allowed(self, part: str) -> bool:
        return any(search_key(part) in search_key(phrase) for phrase in self.allowed.phrases)

    def _masked(self, text: str) -> str:
        plain = text.replace("\u00a0", " ")
        for phrase in sorted(self.allowed.phrases, key=len, reverse=True):
            words = phrase.replace("\u00a0", " ").split()
            if words:
                pattern = r"\s+".join(map(re.escape, words))
                plain = re.sub(rf"(?<!\w){pattern}(?!\w)", _MASK, plain)
        return plain

    def _names(self, text: str) -> Iterator[Leak]:
        words = _WORD.findall(text)
        keys = [search_key(word) for word in words]
        for at, key in enumerate(keys):
            for person in self._by_last_name.get(key, ()):
                near = keys[max(0, at - _NEAR) : at] + keys[at + 1 : at + 1 + _NEAR]
                is_alone = words[at][0].isupper() and key not in self.allowed.words
                if is_alone or _is_named(person, near):
                    yield Leak(person.person_id, person.title, LeakKind.NAME)

    def _of_numbers(self, text: str) -> Iterator[Leak]:
        for found in _NUMBER.findall(text):
            digits = _digits(found)
            for person in self._by_phone.get(digits, ()):
                yield Leak(person.person_id, person.title, LeakKind.PHONE)

    def _of_mails(self, text: str) -> Iterator[Leak]:
        for found in _MAIL.findall(text):
            for person in self._by_mail.get(found.casefold().rstrip("."), ()):
                yield Leak(person.person_id, person.title, LeakKind.MAIL)

    def _of_dates(self, text: str) -> Iterator[Leak]:
        for day in set(dates_in(text)) - self.allowed.dates:
            for person in self._by_birth_date.get(day, ()):
                yield Leak(person.person_id, person.title, LeakKind.BIRTH_DATE)

    def _of_addresses(self, text: str) -> Iterator[Leak]:
        plain = search_key(text)
        for person in self.people:
            address = search_key(person.address)
            if len(address) > _WHOLE_PHONE and address in plain:
                yield Leak(person.person_id, person.title, LeakKind.ADDRESS)


def _is_named(person: PersonalFacts, near: Iterable[str]) -> bool:
    """Whether a first name or its initial stands beside a surname."""
    initials = {name[0] for name in person.first_names if name}
    return any(word in person.first_names or word in initials for word in near)


def _digits(text: str) -> str:
    """The last ten digits of a number: «+7» and «8» before it make no difference."""
    return re.sub(r"\D", "", text)[-_WHOLE_PHONE:]


def dates_in(text: str) -> Iterator[date]:
    """Every date of a text: «05.09.2009», «5.9.09», «2009-09-05», «5 сентября 2009 г.»."""
    for day, month, year in _DAY.findall(text):
        yield from _date(year, month, day)
    for year, month, day in _ISO_DAY.findall(text):
        yield from _date(year, month, day)
    for day, month, year in _LONG_DAY.findall(search_key(text)):
        yield from _date(year, str(MONTHS_GENITIVE.index(month) + 1), day)


def _date(year: str, month: str, day: str) -> Iterator[date]:
    """One date, none for «31.02.2009»; of two figures the year is the one that has been."""
    whole = int(year) if len(year) == 4 else 2000 + int(year)
    for guess in (whole,) if len(year) == 4 else (whole, whole - 100):
        try:
            yield date(guess, int(month), int(day))
        except ValueError:
            return
