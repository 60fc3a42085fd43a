"""Russian typography of printed texts: quotes, dashes, and blanks that must not break."""

from __future__ import annotations

import re

from nastavnik_desktop.domain.dates import MONTHS_GENITIVE
from nastavnik_desktop.domain.full_name import NBSP

_MOST_PASSES = 5
_BLANK_RUNS = ((re.compile(r"[ \t]*\u00a0[ \t\u00a0]*"), NBSP), (re.compile(r"[ \t]+"), " "))

# A blank in a pattern stands for a plain and for a non-breaking one.
_REPLACEMENTS = tuple(
    (re.compile(pattern.replace(" ", "[ \u00a0]"), re.MULTILINE), replacement)
    for pattern, replacement in (
        # no blank before a stop, inside brackets and quotes, at the ends of a line
        (r" +([,;:!?)»])", r"\1"),
        (r"([(«]) +", r"\1"),
        (r" +$|^ +", ""),
        # quotes: an opening one stands at a beginning or after a blank, a bracket, a quote
        (r"‹‹|<<", "«"),
        (r"››|>>", "»"),
        (r"(^|[\s(\[«„–—-])[\"“”„](?=\S)", r"\1«"),
        (r"[\"“”„]", "»"),
        # a dash between blanks; a range of numbers and dates is left as typed
        (r"(?<=\S) [-–—−] ", f"{NBSP}– "),
        (r"^[-—−] ", f"–{NBSP}"),
        # a number sign and its number
        (r"(?:№|\bNo\.?|\bN)(?: ?)(?=\d)", f"№{NBSP}"),
        (r"№ (?=\S)", f"№{NBSP}"),
        (r"\b([Пп]риложени\w+) (?=№)", rf"\1{NBSP}"),
        # initials and the surname beside them
        (r"\b([А-ЯЁ]\.) ?([А-ЯЁ]\.) ?(?=[А-ЯЁ][а-яё])", rf"\1{NBSP}\2{NBSP}"),
        (r"(?<=[а-яё]) ([А-ЯЁ]\.) ?([А-ЯЁ]\.)(?! ?[А-ЯЁ][а-яё])", rf"{NBSP}\1{NBSP}\2"),
        # acting holders of a post
        (r"(?<!\w)([иИ])\. ?о\. ?(?=[а-яё])", rf"\1.{NBSP}о.{NBSP}"),
        # abbreviations that lean on what follows
        (r"(?<!\w)(г|с|п|пос|д|ул|ст|ч|им|стр|кл|д-р|т)\. ?(?=[А-ЯЁ\d«])", rf"\1.{NBSP}"),
        # abbreviations that lean on what precedes
        (r"(?<=\d) ?(г\.|гг\.|ч\.|мин\.|руб\.|%)(?=\W|$)", rf"{NBSP}\1"),
        (r"(?<=\d) (?=[«А-ЯЁ]»?\w?» класс)", NBSP),
        (r"(?<=\d) (?=(?:год|года|лет|мес|чел)\b)", NBSP),
        (r"\b([Сс]таж) (?=\d)", rf"\1{NBSP}"),
        # a full stop after initials ends the sentence too
        (r"(?<=[А-ЯЁ]\.)\.(?!\.)", ""),
        # day and month
        (rf"\b(\d{{1,2}}) (?=(?:{'|'.join(MONTHS_GENITIVE)})\b)", rf"\1{NBSP}"),
        # short words do not end a line
        (r"(?<![\w-])([А-Яа-яЁё]{1,2}) (?=\S)", rf"\1{NBSP}"),
        # particles do not begin one
        (r" (?=(?:бы|ли|же|б|ж)(?!\w))", NBSP),
    )
)


def tidy(text: str) -> str:
    """The text with «ёлочки», dashes, single blanks, and non-breaking blanks where they belong.

    Words are never changed; line breaks are kept. Applying it twice changes nothing more.
    """
    for _ in range(_MOST_PASSES):
        tidied = _pass(text)
        if tidied == text:
            break
        text = tidied
    return text


def _pass(text: str) -> str:
    for pattern, replacement in (*_BLANK_RUNS, *_REPLACEMENTS):
        text = pattern.sub(replacement, text)
    return text
