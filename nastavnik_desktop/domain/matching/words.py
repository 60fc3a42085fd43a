"""Words of needs, competences and subjects compared with forgiveness: case, ё, endings, order."""

from __future__ import annotations

import re
from functools import lru_cache

from nastavnik_desktop.domain.search import search_key

_STEM_LETTERS = 5
_SHORTEST_STEM = 3
_ENDINGS = re.compile(
    r"(?:ами|ями|ыми|ими|ого|его|ому|ему|ов|ев|ей|ам|ям|ах|ях|ом|ем|ый|ий|ой|ая|яя|ое|ее|ые|ие|"
    r"ых|их|ую|юю|а|я|о|е|и|ы|у|ю|ь|й)$"
)
_SAME = {"егэ": "гиа", "огэ": "гиа", "огэ/егэ": "гиа"}
"""The two state examinations are parts of the ГИА (273-ФЗ, ст. 59)."""
_GENERAL = (
    "без в во для до за и из или к как ко на над не о об от по под при с со у "
    "работа помощь поддержка подготовка организация проведение развитие повышение освоение "
    "навыки умения знания опыт проблемы вопросы трудности преподавание методика обучение предмет "
    "учащимися обучающимися учениками детьми школе учитель преподаватель педагог"
)
_PARTS = re.compile(r"[,;/\n]| и ")


def stem_of(word: str) -> str:
    """The part of a word that stays in all its forms: «родителями» -> «родит»."""
    word = _SAME.get(word, word)
    if len(word) <= _SHORTEST_STEM:
        return word
    bare = _ENDINGS.sub("", word)
    return (bare if len(bare) >= _SHORTEST_STEM else word)[:_STEM_LETTERS]


@lru_cache(maxsize=20_000)
def stems_of(text: str) -> frozenset[str]:
    """Stems of the words that say something; of all words where none but general ones stand."""
    stems = frozenset(map(stem_of, re.findall(r"\w+", search_key(text))))
    return stems - _general_stems() or stems


@lru_cache(maxsize=1)
def _general_stems() -> frozenset[str]:
    return frozenset(map(stem_of, _GENERAL.split()))


def likeness(need: str, offer: str) -> int:
    """How well an offer answers a need: 2 in full, 1 in part, 0 not at all.

    In full: the telling words of one are all in the other. In part: at least half of the need's.
    """
    wanted, offered = stems_of(need), stems_of(offer)
    shared = wanted & offered
    if not shared:
        return 0
    if len(shared) == min(len(wanted), len(offered)):
        return 2
    return int(2 * len(shared) >= len(wanted))


def parts_of(text: str) -> tuple[str, ...]:
    """Subjects or interests named in one text: «история, обществознание» -> two."""
    return tuple(part for part in map(str.strip, _PARTS.split(text)) if part)
