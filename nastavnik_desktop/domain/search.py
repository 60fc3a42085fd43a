"""Search keys: case and ё folded, words in any order, a wrong keyboard layout forgiven."""

from __future__ import annotations

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"
_CYRILLIC = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)


def search_key(text: str) -> str:
    """The form in which texts are compared: casefolded, ё as е, single blanks."""
    return " ".join(text.casefold().replace("ё", "е").split())


def as_if_cyrillic(text: str) -> str:
    """The text as it would read had the Russian layout been on: «bdfyjdf» -> «иванова»."""
    return text.translate(_TO_CYRILLIC)


def query_words(query: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of a query in two readings: as typed, and as typed on the Russian layout."""
    return tuple(search_key(query).split()), tuple(search_key(as_if_cyrillic(query)).split())


def matches(text_key: str, query: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
    """Whether a prepared text holds all words of either reading of the query."""
    return any(all(word in text_key for word in words) for words in query)
