"""The words of deadlines and what they are to the grammar.

A word is found whole (``WORDS``), by its stem (``STEMS``), or, when it is long enough, by a form
from which it differs in one letter: a letter lost, added, changed or swapped.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

Entry = tuple[str, int]

MONTH_STEMS = (
    "январ", "феврал", "март", "апрел", "ма", "июн",
    "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
)  # fmt: skip
_SHORT_MONTHS = {"фев": 2, "февр": 2, "сент": 9, "нояб": 11}
_FULL_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_SHORTENED_MONTHS = {
    month[:length]: ("month", at)
    for at, month in enumerate(_FULL_MONTHS, start=1)
    for length in range(3, len(month))
}
_DONE = ("выполнен", "исполнен", "проведен", "сделан", "утвержден", "завершен", "реализован")
_NUMBERS = {
    "один": 1, "одна": 1, "одно": 1, "одного": 1, "одной": 1, "одному": 1, "одну": 1,
    "два": 2, "две": 2, "двух": 2, "двум": 2, "три": 3, "трех": 3, "трем": 3,
    "четыре": 4, "четырех": 4, "четырем": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6,
    "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9,
    "десять": 10, "десяти": 10,
}  # fmt: skip
_ORDINALS = {
    "перв": 1,
    "втор": 2,
    "треть": 3,
    "трети": 3,
    "четверт": 4,
    "пят": 5,
    "последн": -1,
    "крайн": -1,
}
_WEEKDAYS = {
    "понедельник": 1, "вторник": 2, "сред": 3, "четверг": 4, "пятниц": 5, "суббот": 6,
    "воскресень": 7,
}  # fmt: skip
_SHORT_WEEKDAYS = {"пн": 1, "вт": 2, "ср": 3, "чт": 4, "пт": 5, "сб": 6, "вс": 7}
_SEASONS = {
    "весна": 3, "весной": 3, "весны": 3, "весну": 3, "лето": 6, "летом": 6, "лета": 6,
    "осень": 9, "осенью": 9, "осени": 9, "зима": 12, "зимой": 12, "зимы": 12, "зиму": 12,
}  # fmt: skip
_ORDINAL_ENDINGS = frozenset(
    (
        *(
            "ый",
            "ая",
            "ое",
            "ого",
            "ой",
            "ому",
            "ую",
            "ом",
            "ые",
            "ых",
            "им",
            "ее",
            "его",
            "ей",
            "ий",
        ),
        *(
            "яя",
            "юю",
            "ем",
            "ему",
            "ие",
            "их",
            "ья",
            "ьей",
            "ьего",
            "ью",
            "ье",
            "ьем",
            "й",
            "я",
            "е",
        ),
    )
)

WORDS: dict[str, Entry] = {
    **_SHORTENED_MONTHS,
    **{word: ("month", month) for word, month in _SHORT_MONTHS.items()},
    **{stem + end: ("done", 0) for stem in _DONE for end in ("", "а", "о", "ы")},
    **{f"ма{end}": ("month", 5) for end in ("й", "я", "ю", "е", "ем")},
    **{word: ("count", number) for word, number in _NUMBERS.items()},
    **{word: ("weekday", day) for word, day in _SHORT_WEEKDAYS.items()},
    **{f"сред{end}": ("weekday", 3) for end in ("а", "ы", "у", "е", "ой", "ам")},
    **{word: ("season", month) for word, month in _SEASONS.items()},
    **dict.fromkeys(("год", "года", "году", "годом", "годе", "годы", "годов"), ("year", 0)),
    **dict.fromkeys(("годам", "годах", "г", "гг", "лет", "гола", "годв"), ("year", 0)),
    **dict.fromkeys(("уч", "учеб", "учебн"), ("school", 0)),
    **dict.fromkeys(("кв", "кварт", "квар"), ("quarter", 0)),
    **dict.fromkeys(("полуг", "полугод", "пг"), ("half", 0)),
    **dict.fromkeys(("полгода", "полугода"), ("half_year", 0)),
    **dict.fromkeys(("месяц", "мес", "месяца", "месяце", "месяцу"), ("month_word", 0)),
    **dict.fromkeys(("месяцы", "месяцев", "месяцам", "месяцем"), ("month_word", 0)),
    **dict.fromkeys(("нед", "недели", "неделя", "неделю", "неделе", "недель"), ("week", 0)),
    **dict.fromkeys(("день", "дня", "дней", "дни", "дню", "днем", "сутки", "суток"), ("days", 0)),
    **dict.fromkeys(("число", "числа", "числе", "числу", "числам"), ("nth_day", 0)),
    **dict.fromkeys(("час", "часа", "часов", "часам", "ч", "мин", "минут"), ("hours", 0)),
    **dict.fromkeys(("до",), ("by", 0)),
    **dict.fromkeys(("к", "ко"), ("towards", 0)),
    **dict.fromkeys(("с", "со", "от", "начиная"), ("since", 0)),
    **dict.fromkeys(("по",), ("upto", 0)),
    **dict.fromkeys(("в", "во", "на"), ("in", 0)),
    **dict.fromkeys(("и", "или", "либо", "а", "также", "но"), ("and", 0)),
    **dict.fromkeys(("не",), ("not", 0)),
    **dict.fromkeys(("позднее", "позже", "поздне", "позжее"), ("later", 0)),
    **dict.fromkeys(("ранее", "раньше"), ("earlier", 0)),
    **dict.fromkeys(("реже", "менее", "меньше"), ("rarer", 0)),
    **dict.fromkeys(("чаще", "более", "больше"), ("oftener", 0)),
    **dict.fromkeys(("раз", "раза", "разу", "р"), ("times", 0)),
    **{word: ("numbered", n) for word, n in (("однажды", 1), ("дважды", 2), ("трижды", 3))},
    **dict.fromkeys(("начало", "начала", "начале", "началу", "нач"), ("start", 0)),
    **dict.fromkeys(("конец", "конца", "конце", "концу", "кон"), ("finish", 0)),
    **dict.fromkeys(
        ("окончание", "окончания", "окончанию", "окончании", "завершения"), ("finish", 0)
    ),
    **dict.fromkeys(("середина", "середине", "середины", "середину"), ("middle", 0)),
    **dict.fromkeys(
        (
            "течение",
            "течении",
            "теч",
            "протяжении",
            "протяжение",
            "ходе",
            "рамках",
            "процессе",
            "продолжение",
        ),
        ("within", 0),
    ),
    **dict.fromkeys(("втечение", "втечении", "течние", "течени", "течениe"), ("within", 0)),
    **dict.fromkeys(("срок", "сроки", "сроков", "сроком", "срока", "сроку"), ("deadline", 0)),
    **dict.fromkeys(("после", "через", "спустя"), ("after", 0)),
    **dict.fromkeys(("перед", "накануне", "за"), ("before", 0)),
    **dict.fromkeys(("следующего", "следующий", "след", "следующем"), ("next", 0)),
    **dict.fromkeys(("весь", "всего", "всей", "всю", "всем", "всё", "все", "целого"), ("all", 0)),
    **dict.fromkeys(("этом", "этого", "этот", "текущего", "текущем", "текущий"), ("this", 0)),
    **dict.fromkeys(("далее", "затем", "впоследствии", "дальше", "дальнейшем"), ("further", 0)),
    **dict.fromkeys(("включительно", "вкл", "включая", "числе"), ("also", 0)),
    **dict.fromkeys(("случае", "случаях", "случаю"), ("case", 0)),
    **dict.fromkeys(("при",), ("under", 0)),
    **dict.fromkeys(("мере",), ("measure", 0)),
    **dict.fromkeys(("итогам", "результатам", "завершении"), ("finish", 0)),
    **dict.fromkeys(("действует", "действуют"), ("frame", 0)),
    **dict.fromkeys(("момента", "даты", "дня"), ("moment", 0)),
    **dict.fromkeys(("рабочих", "календарных", "рабочего", "раб", "календ"), ("working", 0)),
    **dict.fromkeys(("рабочий", "учебных", "рабочие", "рабочее"), ("working", 0)),
}
WORDS["дня"] = ("days", 0)
WORDS["числе"] = ("nth_day", 0)

STEMS: dict[str, Entry] = {
    **{stem: ("month", at) for at, stem in enumerate(MONTH_STEMS, start=1) if len(stem) > 2},
    **{stem: ("weekday", day) for stem, day in _WEEKDAYS.items() if stem != "сред"},
    "учебн": ("school", 0),
    "квартал": ("quarter", 0),
    "полугоди": ("half", 0),
    "четверт": ("term", 0),
    "триместр": ("trimester", 0),
    "декад": ("decade", 0),
    "половин": ("halves", 0),
    "ежегодн": ("yearly", 0),
    "ежеквартал": ("quarterly", 0),
    "поквартал": ("quarterly", 0),
    "ежемесяч": ("monthly", 0),
    "помесячн": ("monthly", 0),
    "еженедел": ("weekly", 0),
    "ежедневн": ("daily", 0),
    "полугодов": ("half_yearly", 0),
    "кажд": ("every", 0),
    "постоян": ("always", 0),
    "круглогод": ("always", 0),
    "непрерывн": ("always", 0),
    "систематич": ("always", 0),
    "регулярн": ("always", 0),
    "бессрочн": ("always", 0),
    "период": ("stretch", 0),
    "реализац": ("programme", 0),
    "внедрен": ("programme", 0),
    "программ": ("programme", 0),
    "проект": ("programme", 0),
    "действи": ("programme", 0),
    "наставничеств": ("programme", 0),
    "последующ": ("further", 0),
    "запрос": ("need", 0),
    "необходим": ("need", 0),
    "надобност": ("need", 0),
    "факту": ("need", 0),
    "требован": ("need", 0),
    "потребност": ("need", 0),
    "обращен": ("need", 0),
    "заявк": ("need", 0),
    "заявлен": ("need", 0),
    "поступлен": ("need", 0),
    "возникнов": ("need", 0),
    "появлен": ("need", 0),
    "выявлен": ("need", 0),
    "график": ("schedule", 0),
    "расписан": ("schedule", 0),
    "план": ("schedule", 0),
    "соответств": ("schedule", 0),
    "соглас": ("schedule", 0),
    "договорен": ("schedule", 0),
    "циклограмм": ("schedule", 0),
    "порядк": ("schedule", 0),
    "установлен": ("schedule", 0),
    "указанн": ("schedule", 0),
    "определенн": ("schedule", 0),
    "налич": ("condition", 0),
    "услов": ("condition", 0),
    "возможност": ("condition", 0),
    "месячник": ("campaign", 0),
    "каникул": ("campaign", 0),
    "летн": ("campaign", 0),
    "осенн": ("campaign", 0),
    "зимн": ("campaign", 0),
    "весенн": ("campaign", 0),
    "олимпиад": ("campaign", 0),
    "конкурс": ("campaign", 0),
    "смен": ("campaign", 0),
    "приказ": ("paper", 0),
    "распоряжен": ("paper", 0),
    "постановлен": ("paper", 0),
    "протокол": ("paper", 0),
    "отчетн": ("reporting", 0),
    "рабоч": ("working", 0),
    "урок": ("lesson", 0),
    "немедлен": ("at_once", 0),
    "незамедлит": ("at_once", 0),
}
_LONGEST_STEM = max(map(len, STEMS))
_LONGEST_ENDING = 6
_SHORTEST_MISSPELLED = 6
_MISSPELLED = (
    *("ежегодно", "ежеквартально", "ежемесячно", "еженедельно", "ежедневно", "постоянно"),
    *(
        "течение",
        "течении",
        "квартал",
        "квартала",
        "полугодие",
        "полугодия",
        "период",
        "необходимости",
    ),
    *("включительно", "запросу", "графику", "учебного", "учебный", "четверть", "декада"),
    *("круглогодично", "каждый", "каждого", "позднее", "января", "январь", "январе"),
    *("февраль", "февраля", "феврале", "апрель", "апреля", "апреле", "август", "августа"),
    *("августе", "сентябрь", "сентября", "сентябре", "октябрь", "октября", "октябре"),
    *("ноябрь", "ноября", "ноябре", "декабрь", "декабря", "декабре", "согласованию"),
    *("понедельник", "вторник", "четверг", "пятница"),
)


@lru_cache(maxsize=4096)
def look_up(word: str) -> Entry | None:
    """What a casefolded word (ё as е) is to the grammar; None for a word of no time."""
    return WORDS.get(word) or _ordinal(word) or _by_stem(word) or _misspelled(word)


def _ordinal(word: str) -> Entry | None:
    for stem, number in _ORDINALS.items():
        if word.startswith(stem) and word[len(stem) :] in _ORDINAL_ENDINGS:
            return "ordinal", number
    return None


def _by_stem(word: str) -> Entry | None:
    for length in range(min(len(word), _LONGEST_STEM), 2, -1):
        entry = STEMS.get(word[:length])
        if entry:
            return entry if len(word) - length <= _LONGEST_ENDING else None
    return None


def _misspelled(word: str) -> Entry | None:
    if len(word) < _SHORTEST_MISSPELLED - 1:
        return None
    for variant in (word, *_without_one(word)):
        for form in _NEAR.get(variant, ()):
            if _differs_in_one(word, form):
                return WORDS.get(form) or _by_stem(form)
    return None


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _differs_in_one(word: str, form: str) -> bool:
    """One letter lost, added or changed, or two neighbours swapped."""
    start = next(
        (at for at, (a, b) in enumerate(zip(word, form, strict=False)) if a != b),
        min(len(word), len(form)),
    )
    rest, wanted = word[start:], form[start:]
    return (
        rest[1:] == wanted
        or rest == wanted[1:]
        or rest[1:] == wanted[1:]
        or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )


def _near_forms() -> dict[str, list[str]]:
    near: dict[str, list[str]] = {}
    for form in _MISSPELLED:
        for variant in {form, *_without_one(form)}:
            near.setdefault(variant, []).append(form)
    return near


_NEAR = _near_forms()
