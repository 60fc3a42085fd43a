"""How authorities word the headings of their blanks: what is counted, which groups, which facts.

A phrase is written in stems, «молод специалист»: every stem begins a word of the heading, in this
order; words between two stems are forgiven, and so is one wrong letter in a long word. A pattern
that begins with «=» is a regular expression over the heading with plain hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from nastavnik_desktop.domain.filling.known_texts import KnownText
from nastavnik_desktop.domain.search import search_key

_LEAST_LIKENESS = 0.85
_SHORTEST_FORGIVEN = 7
_MOST_BETWEEN = 2
_DASHES = re.compile(r"\s*[–—−-]\s*")
_TOKENS = re.compile(r"[a-zа-я0-9]+")


def plain(text: str) -> str:
    """A heading as patterns see it: small letters, ё as е, plain hyphens without blanks."""
    return _DASHES.sub("-", search_key(text.replace("«", " ").replace("»", " ")))


@dataclass(frozen=True)
class Meaning:
    """A rule: one of its phrases in a heading means ``value``."""

    phrases: tuple[str, ...]
    value: str

    def is_in(self, heading: str) -> bool:
        """Whether a plain heading says so."""
        return any(_is_said(phrase, heading) for phrase in self.phrases)


def meaning_in(rules: Iterable[Meaning], heading: str) -> str | None:
    """The value of the first rule that a plain heading satisfies."""
    return next((rule.value for rule in rules if rule.is_in(heading)), None)


def form_in(forms: Mapping[str, str], heading: str) -> tuple[str, str] | None:
    """The form of mentoring that a heading names, and the heading without its name.

    ``forms`` are titles by code; the longest title that is there wins, of two alike the first.
    """
    tokens = _TOKENS.findall(heading)
    found = []
    for code, title in forms.items():
        wanted = [_stem(word) for word in _TOKENS.findall(plain(title))]
        at = _run_of(wanted, tokens)
        if wanted and at is not None:
            found.append((-len(wanted), at, code, len(wanted)))
    if not found:
        return None
    _, at, code, length = min(found, key=lambda one: one[0])
    return code, " ".join(tokens[:at] + tokens[at + length :])


def _run_of(wanted: list[str], tokens: list[str]) -> int | None:
    """Where the words stand one after another."""
    for start in range(len(tokens) - len(wanted) + 1):
        run = tokens[start : start + len(wanted)]
        if all(map(_begins, run, wanted)):
            return start
    return None


def _stem(word: str) -> str:
    return word if len(word) <= 4 else word[: max(4, len(word) - 2)]


@cache
def _is_said(phrase: str, heading: str) -> bool:
    if phrase.startswith("="):
        return re.search(phrase[1:], heading) is not None
    tokens, at, is_first = _TOKENS.findall(heading), 0, True
    for stem in phrase.split():
        room = tokens[at:] if is_first else tokens[at : at + _MOST_BETWEEN + 1]
        step = next((index for index, token in enumerate(room) if _begins(token, stem)), None)
        if step is None:
            return False
        at, is_first = at + step + 1, False
    return True


@cache
def _begins(token: str, stem: str) -> bool:
    """Whether a word begins with a stem; a slip of the pen in a long word is forgiven."""
    if token.startswith(stem):
        return True
    if len(stem) < _SHORTEST_FORGIVEN or _is_known(token):
        return False
    return SequenceMatcher(None, token[: len(stem)], stem).ratio() >= _LEAST_LIKENESS


def _is_known(token: str) -> bool:
    return token.startswith(_CORRECT)


STRONG = (
    Meaning(("заверш", "успешно прошед"), "completed"),
    Meaning(("досрочн", "выбы", "прекратил", "прекращ"), "left_early"),
    Meaning(("количеств приказ", "числ приказ"), "orders"),
    Meaning(("наставляем", "подопечн"), "mentees"),
    Meaning(
        (r"=\bпар(ы|а)?\b", "наставническ пар", "наставническ групп", r"=\bгрупп(ы|а)?\b"),
        "pairings",
    ),
    Meaning(("наставник", "куратор пар"), "mentors"),
    Meaning(("участник", "участвую", "вовлеч", "охвач"), "participants"),
    Meaning(("ставок", "ставки"), "rates"),
)
"""Indicators of the programme."""

WEAK = (
    Meaning(("педагог", "учител"), "educators"),
    Meaning(("обучающ", "учащ", "ученик", "школьник", r"=\bдет(и|ей)\b"), "pupils"),
    Meaning(("работник", "сотрудник", "персонал"), "staff"),
)
"""Whole groups of the school; beside an indicator of the programme they only narrow it."""

PAIRING_KINDS = (
    Meaning((r"=\bпар(ы|а)?\b\W+(и|или)?\W*(наставническ\w+ )?групп",), ""),
    Meaning((r"=\bгрупп(ы|а)?\b\W+(и|или)?\W*(наставническ\w+ )?пар",), ""),
    Meaning((r"=\bпар(ы|а)?\b",), "pair"),
    Meaning((r"=\bгрупп(ы|а)?\b",), "group"),
)
GROUPS: Mapping[str, tuple[Meaning, ...]] = {
    "mentee": (
        Meaning(
            ("молод специалист", "молод педагог", "молод учител", "начинающ", "стаж до 3",
             r"=\b0-3 (года|лет)"),
            "early_career",
        ),
        Meaning((r"=\bовз\b", "ограниченн возможност", "инвалид"), "disability"),
        Meaning(("одаренн",), "gifted"),
        Meaning(
            (r"=\bтжс\b", "трудн жизненн", "на учет", "состоящ учет", "групп риск",
             "социально опасн"),
            "hardship",
        ),
    ),
    "occupation": (
        Meaning(("педагог", "учител"), "educator"),
        Meaning(("студент",), "university_student"),
        Meaning(
            ("работодател", "представител", "социальн партнер", "предприят"),
            "organisation",
        ),
        Meaning(("обучающ", "учащ", "ученик", "школьник", r"=\bдет(и|ей)\b"), "pupil"),
    ),
    "pupil_age": (
        Meaning((r"=\b10-19\b", r"=от 10 до 19"), "10_19"),
        Meaning((r"=\b15-19\b", r"=от 15 до 19"), "15_19"),
    ),
    "sex": (
        Meaning(("женщин", "девоч", "девуш", r"=\bжен\b"), "f"),
        Meaning(("мужчин", "мальчик", "юнош", r"=\bмуж\b"), "m"),
    ),
    "age_band": (
        Meaning((r"=(моложе|до) 25\b(?! ?-)",), "under_25"),
        *(
            Meaning((rf"=\b{low}-{low + 4}\b",), f"{low}_{low + 4}")
            for low in range(25, 65, 5)
        ),
        Meaning((r"=\b65 (лет )?и (более|старше)", r"=старше 65"), "65_more"),
    ),
    "teaching_service": (
        Meaning((r"=стаж\D*до 3\b",), "under_3"),
        *(
            Meaning((rf"=\b(от )?{low}(-| до ){high}\b(?= лет|$)",), f"{low}_{high}")
            for low, high in ((3, 5), (5, 10), (10, 15), (15, 20))
        ),
        Meaning((r"=\b20 (лет )?и более", r"=(свыше|более) 20"), "20_more"),
    ),
    "category": (
        Meaning(("высш квалификационн категор", "высш категор"), "highest"),
        Meaning(("перв квалификационн категор", "перв категор"), "first"),
    ),
    "education": (
        Meaning(("высш образован",), "higher"),
        Meaning(("средн профессиональн",), "secondary"),
    ),
    "grade": (
        *(
            Meaning((rf"=(?<![-\d]){value} класс", rf"=(?<![-\d]){value}-х класс"), value)
            for value in ("1-4", "5-9")
        ),
        Meaning((r"=\b10-1[12] (\(12\) )?класс", r"=\b10-11\(12\) класс"), "10-12"),
        *(
            Meaning((rf"=(?<![-\d]){number}(-?(й|ый|ий|е|ые|х))? класс",), str(number))
            for number in range(1, 13)
        ),
    ),
}  # fmt: skip

TEXTS = (
    Meaning(("полн наименован", "полн назван"), KnownText.SCHOOL_FULL_NAME),
    Meaning(
        ("наименован организац", "наименован учрежден", "наименован школ", "наименован оо",
         "назван школ", "назван организац", "образовательн организац", "общеобразовательн",
         r"=^(организация|школа|оо|оу)$"),
        KnownText.SCHOOL_SHORT_NAME,
    ),
    Meaning(("муниципал", "населенн пункт", r"=^(город|район)"), KnownText.PLACE),
    Meaning(("учредител",), KnownText.FOUNDER),
    Meaning(("телефон ответственн", "телефон исполнител", "контактн телефон", "телефон"),
            KnownText.RESPONSIBLE_PHONE),
    Meaning((r"=e-?mail", "электронн почт", "электронн адрес"), KnownText.EMAIL),
    Meaning(("адрес сайт", "ссылк", "официальн сайт"), KnownText.SITE),
    Meaning(("адрес",), KnownText.ADDRESS),
    Meaning((r"=\bинн\b",), KnownText.INN),
    Meaning((r"=\bогрн\b",), KnownText.OGRN),
    Meaning((r"=\bокпо\b",), KnownText.OKPO),
    Meaning(("должност ответственн", "должност исполнител"), KnownText.RESPONSIBLE_TITLE),
    Meaning(("ответственн", "исполнител", "куратор"), KnownText.RESPONSIBLE),
    Meaning(("руководител", "директор"), KnownText.HEAD),
    Meaning(("по состояни", "дат заполнен", "дат составлен", "отчетн дат", r"=^дата$"),
            KnownText.AS_OF),
    Meaning(("учебн год",), KnownText.SCHOOL_YEAR),
    Meaning((r"=(отчетный )?квартал\W*$",), KnownText.QUARTER),
)  # fmt: skip
"""Facts of the school; a phone in a blank is that of who is responsible, as its form asks."""

PARTS = ("из них", "в том числе", "в т. ч", "в т.ч", "из общего числа", "том числе")
"""Beginnings of rows that are parts of a row above."""

WHOLES = ("количеств", "численност", "числ", "всего", "итого", "общ")
"""Beginnings of rows that are no part of a row above."""

NEUTRAL = (
    *WHOLES, "показател", "значен", "факт", "чел", "единиц", "ед", "из", "них", "в", "том",
    "т", "ч", "по", "без", "повтор", "программ", "наставнич", "школ", "организац", "и", "на",
    "дат", "год", "за", "период", "форм", "реализац", "целев", "модел", "систем",
)  # fmt: skip
"""Words that narrow nothing: a heading of nothing else asks for the whole."""

UNCOUNTED = Meaning(("дол", "процент", "удельн вес", "план", "прогноз", "=%"), "uncounted")
"""Shares and plans: no counted number goes there."""


def is_neutral(heading: str) -> bool:
    """Whether a plain heading narrows nothing."""
    return all(token.isdigit() or token.startswith(NEUTRAL) for token in _TOKENS.findall(heading))


_CORRECT = tuple(
    sorted(
        {
            stem
            for rules in (STRONG, WEAK, *GROUPS.values(), TEXTS)
            for rule in rules
            for phrase in rule.phrases
            if not phrase.startswith("=")
            for stem in phrase.split()
            if len(stem) >= _SHORTEST_FORGIVEN
        }
        | {"наставнич"}
    )
)
"""Correctly spelt words are no slips of the pen for others: «наставничество» is no «наставник»."""
