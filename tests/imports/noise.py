"""Values as clerks write them: the text of a cell with the facts and findings that it must give.

Everything is drawn from a seeded ``random.Random``, so a table can be made again from its number.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from random import Random

LATIN = str.maketrans("аеорсхАЕОРСХМТ", "aeopcxAEOPCXMT")
MONTHS = (
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
)  # fmt: skip
WOMEN = (
    "Абрамова", "Белкина", "Воробьёва", "Горелова-Ким", "Дзагоева", "Ёлкина", "Жданова", "Зуева",
    "Ильина", "Карапетян", "Лунёва", "Мамедова", "Нечай", "Ондар", "Пак", "Рыжих", "Шмидт", "Юн",
)  # fmt: skip
MEN = (
    "Абрамов", "Белкин", "Волков", "Гусев", "Дёмин", "Егоров", "Замятин", "Исаев", "Козлов",
    "Лосев", "Магомедов", "Орлов-Чесменский", "Прах", "Седых", "Тимофеев", "Черных", "Щербак",
)  # fmt: skip
WOMEN_FIRST = ("Анна", "Ольга", "Алёна", "Гаянэ", "Мария", "Залина", "Ульяна", "Юлия", "Яна")
MEN_FIRST = ("Иван", "Пётр", "Семён", "Ринат", "Лев", "Шамиль", "Артём", "Ян", "Олег", "Фёдор")
WOMEN_PATRONYMIC = ("Ивановна", "Ильинична", "Фёдоровна", "Рашидовна", "Львовна", "Эльдар кызы")
MEN_PATRONYMIC = ("Иванович", "Ильич", "Фёдорович", "Рашидович", "Львович", "Эльчин оглы")
POSTS = (
    "учитель физики", "учитель начальных классов", "педагог-психолог", "зам. директора по ВР",
    "учитель русского языка и литературы", "преподаватель-организатор ОБЗР", "социальный педагог",
    "педагог доп. образования", "советник директора по воспитанию", "учитель-логопед",
)  # fmt: skip
SUBJECTS = ("физика", "русский язык и литература", "ОБЗР", "химия", "английский язык", "музыка")


@dataclass(frozen=True)
class Cell:
    """What is written, what is meant (by keys of the reading), and codes of findings."""

    written: object
    meant: dict[str, object] = field(default_factory=dict)
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Somebody:
    """An invented person."""

    last: str
    first: str
    patronymic: str

    @property
    def names(self) -> dict[str, object]:
        parts = {"last_name": self.last, "first_name": self.first, "patronymic": self.patronymic}
        return {key: part for key, part in parts.items() if part}

    @property
    def full(self) -> str:
        return " ".join(part for part in (self.last, self.first, self.patronymic) if part)


def crowd(chance: Random, size: int) -> list[Somebody]:
    """Women and men who differ in last name and initials."""
    women = [Somebody(a, b, c) for a in WOMEN for b in WOMEN_FIRST for c in WOMEN_PATRONYMIC]
    men = [Somebody(a, b, c) for a in MEN for b in MEN_FIRST for c in MEN_PATRONYMIC]
    everybody = chance.sample(women + men, len(women + men))
    apart = {(who.last, who.first[0]): who for who in everybody}
    return list(apart.values())[:size]


def name_cell(chance: Random, who: Somebody) -> Cell:
    """A whole name in one cell."""
    shape = chance.randrange(12)
    short = f"{who.first[0]}.{who.patronymic[0]}."
    if shape == 0:
        return Cell(f"  {who.last}\u00a0{who.first}  {who.patronymic} ", who.names)
    if shape == 1:
        return Cell(who.full.upper(), who.names)
    if shape == 2:
        return Cell(f"{who.last}\n{who.first} {who.patronymic}", who.names)
    if shape == 3:
        return Cell(who.full.replace("-", " - "), who.names)
    if shape == 4:
        spoiled = who.last.translate(LATIN)
        codes = ("latin",) if spoiled != who.last else ()
        return Cell(f"{spoiled} {who.first} {who.patronymic}", who.names, codes)
    if shape == 5:
        meant = {**who.names, "former_last_name": "Зайцева"}
        return Cell(f"{who.last} (Зайцева) {who.first} {who.patronymic}", meant)
    if shape == 6:
        blank = chance.choice((" ", "  ", "\u00a0"))
        dotted = chance.choice((short, short.replace(".", ". ").strip(), short[:-1]))
        meant = {"last_name": who.last, "initials": short}
        return Cell(f"{who.last}{blank}{dotted}", meant, ("initials_only",))
    if shape == 7:
        return Cell(f"{who.last} {who.first}", Somebody(who.last, who.first, "").names)
    return Cell(who.full, who.names)


def long_day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_cell(chance: Random, day: date, key: str) -> Cell:
    """A day in any of its writings; now and then one that does not exist."""
    writings: list[object] = [
        day, day, f"{day:%d.%m.%Y}", f"{day:%d.%m.%Y} г.", f"{day:%d.%m.%Y}г.",
        f"{day.day}.{day.month}.{day.year}", f"{day:%d/%m/%Y}", f"{day:%d.%m.%y}",
        f"{day:%Y-%m-%d}", f"{long_day(day)} г.", f"{long_day(day)} года",
        f"«{day.day:02}» {long_day(day)[2:].strip()}г.",
        (day - date(1899, 12, 30)).days, str((day - date(1899, 12, 30)).days),
    ]  # fmt: skip
    if chance.random() < 0.06:
        return Cell(f"31.{chance.choice(('02', '04', '06'))}.{day.year}", {}, ("bad_date",))
    return Cell(chance.choice(writings), {key: day.isoformat()})


def birth_cell(chance: Random, day: date) -> Cell:
    if chance.random() < 0.08:
        written = chance.choice((day.year, f"{day.year} г.", f"{day.year} г.р."))
        return Cell(written, {"birth_year": day.year}, ("birth_year_only",))
    return day_cell(chance, day, "birth_date")


def service_cell(chance: Random, key: str, years: int) -> Cell:
    """Length of service; ``years`` full years."""
    words = "год" if years % 10 == 1 and years != 11 else "лет"
    writings: list[object] = [
        years, str(years), f"{years} {words}", f"{years} л. 5 м.", f"{years} лет 11 мес.",
        f"{years},5", years + 0.5,
    ]  # fmt: skip
    if years == 0:
        writings = ["б/с", "менее года", "10 мес.", 0, "до 1 года", "нет"]
    elif key == "experience_years" and chance.random() < 0.1:
        since = 2024 - years
        return Cell(chance.choice((f"с {since}", f"с {since} г.")), {"experience_since": since})
    return Cell(chance.choice(writings), {key: years})


CATEGORIES = (
    ("высшая", ("высшая", "Высшая", "ВКК", "высш.", "высшая кв. категория", "Bысшая")),
    ("первая", ("первая", "I кв. категория", "1 категория", "1КК", "перв.", "1 кв.кат.")),
    ("соответствие", ("СЗД", "соотв.", "соответствие занимаемой должности")),
    ("нет", ("б/к", "-", "нет", "без категории", "не имеет")),
)


def category_cell(chance: Random) -> Cell:
    meant, writings = chance.choice(CATEGORIES)
    text = chance.choice(writings)
    if chance.random() < 0.1:
        status = {"category": "нет", "status": "молодой специалист"}
        return Cell(chance.choice(("молодой специалист", "мол. спец.")), status)
    if meant in ("высшая", "первая") and chance.random() < 0.5:
        day = date(2018 + chance.randrange(6), 1 + chance.randrange(12), 1 + chance.randrange(28))
        written, said = chance.choice(
            (
                (f"{text}, {day:%d.%m.%Y}", {"category_date": day.isoformat()}),
                (f"{text}\n(приказ от {day:%d.%m.%Y} № 12)", {"category_date": day.isoformat()}),
                (f"{text} {day.year} г.", {"category_year": day.year}),
            )
        )
        return Cell(written, {"category": meant, **said})
    return Cell(text, {"category": meant})


def phone_text(chance: Random) -> tuple[str, str]:
    """A writing of a whole number and its usual form."""
    a, b = chance.randrange(100), chance.randrange(100)
    writings = (
        f"8-900-000-{a:02}-{b:02}", f"8 (900) 000-{a:02}-{b:02}", f"8900000{a:02}{b:02}",
        f"+7 900 000 {a:02} {b:02}", f"+7(900)000{a:02}{b:02}", f"900-000-{a:02}-{b:02}",
        f"8 900 000 {a:02} {b:02}", f"8900 000{a:02}{b:02}",
    )  # fmt: skip
    return chance.choice(writings), f"+7900000{a:02}{b:02}"


def phone_cell(chance: Random) -> Cell:
    shape = chance.randrange(14)
    text, number = phone_text(chance)
    if shape == 0:
        other, second = phone_text(chance)
        joined = chance.choice((", ", "; ", "\n")).join((text, other))
        many = {"phones": [number, second]} if second != number else {}
        return Cell(joined, {"phone": number, **many})
    if shape == 1:
        return Cell("2-15-17", {"phone": "2-15-17"}, ("local_phone",))
    if shape == 2:
        return Cell(chance.choice(("8,9E+10", "8-900-000-10")), {}, ("bad_phone",))
    if shape == 3:
        return Cell(int(number[1:].replace("7", "8", 1)), {"phone": number})
    return Cell(text, {"phone": number})


def contacts_cell(chance: Random) -> Cell:
    """A telephone and an address of mail in one cell."""
    text, number = phone_text(chance)
    mail = f"mail{chance.randrange(999)}@mail.example"
    written = chance.choice(
        (f"{text}, {mail}", f"{mail}; {text}", f"{text}\n{mail}", f"тел. {text} {mail.upper()}")
    )
    return Cell(written, {"phone": number, "email": mail})


def class_text(chance: Random, grade: int, letter: str) -> str:
    writings = (
        f"{grade}{letter}", f"{grade} {letter}", f"{grade}-{letter}", f"{grade} «{letter}»",
        f'{grade}"{letter}"', f"{grade} «{letter}» класс", f"{grade}{letter} класс",
        f"{grade}{letter.lower()}", f"{grade}-{letter.lower()}", f"{grade} класс «{letter}»",
    )  # fmt: skip
    return chance.choice(writings)
