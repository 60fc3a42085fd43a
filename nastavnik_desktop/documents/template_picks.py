"""What the picker of the editor offers: words, what is inside of them, cases, conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nastavnik_desktop.documents.paper_templates import TemplateKind
from nastavnik_desktop.documents.template_words import Word, words_of


@dataclass(frozen=True)
class Pick:
    """One line of the picker; ``inserted`` is what it puts into the text."""

    group: str
    name: str
    meaning: str
    example: str
    inserted: str


_FORMS = "Падежи, даты, числа – внутри скобок {{ }}"
_COMMANDS = "Условия и циклы"
_HELPERS = (
    *(Pick(_FORMS, f"| {name}", meaning, example, f" | {name}")
    for name, meaning, example in (
        ("genitive", "родительный падеж: должность, фамилия, инициалы", "учителя Петрова И. И."),
        ("dative", "дательный падеж", "учителю Петрову И. И."),
        ("accusative", "винительный падеж", "учителя Петрова И. И."),
        ("instrumental", "творительный падеж", "учителем Петровым И. И."),
        ("prepositional", "предложный падеж", "учителе Петрове И. И."),
        ("full('dative')", "имя полностью и должность в падеже", "Петрову Ивану Ильичу, учителю"),
        ("full_comma('dative')", "то же, должность между запятыми", "Петрову …, учителю,"),
        ("initials", "фамилия и инициалы", "Петров И. И."),
        ("date", "дата цифрами", "08.09.2026"),
        ("long_date", "дата словом", "8 сентября 2026 г."),
        ("sentence", "с прописной буквы", "Учителю Петрову И. И."),
        ("counted('пара', 'пары', 'пар')", "число со словом", "5 пар"),
        ("plural('пара', 'пары', 'пар')", "слово к числу", "пар"),
        ("join('; ')", "перечень через точку с запятой", "согласия; соглашения"),
    )),
    Pick(_COMMANDS, "если … иначе", "текст по условию", "",
         "{% if … %}…{% else %}…{% endif %}"),
    Pick(_COMMANDS, "для каждого", "строка для каждого из списка", "",
         "{% for one in … %}\n{{ one }}\n{% endfor %}"),
    Pick(_COMMANDS, "последний ли", "точка в конце перечня вместо «;»", "",
         "{{ '.' if loop.last else ';' }}"),
)  # fmt: skip


def picks_of(kind: TemplateKind) -> tuple[Pick, ...]:
    """All that may be put into a text of this kind, group by group."""
    words = words_of(kind)
    plain = (Pick("Слова", one.name, one.meaning, one.example, one.inserted) for one in words)
    inside = (pick for word in words for pick in _inside(word))
    return (*plain, *inside, *_HELPERS)


def _inside(word: Word) -> Iterator[Pick]:
    """Fields of a word; those of a list are told of one of it, in a loop."""
    owner = "one" if word.is_list else word.name
    group = f"Внутри «{word.meaning}»" + (f": цикл по {word.name}" if word.is_list else "")
    for field in word.fields:
        name = f"{owner}.{field.name}{field.call}"
        ending = " | date" if field.name.endswith("_on") else ""
        ending = ending or (" | full" if field.fields and not field.is_list else "")
        yield Pick(group, name, field.meaning, field.example, f"{{{{ {name}{ending} }}}}")
