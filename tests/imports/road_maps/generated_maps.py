"""Invented road maps of every layout, each with the reading that it must give."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

EVENTS = (
    "Разработка положения о наставничестве", "Назначение кураторов внедрения целевой модели",
    "Проведение анкетирования обучающихся и педагогов", "Формирование базы наставляемых",
    "Формирование базы наставников", "Обучение наставников", "Подбор наставнических пар и групп",
    "Проведение первой встречи наставника и наставляемого", "Мониторинг качества программы",
    "Размещение материалов на сайте: новости, статьи, «Доска почёта»", "Итоговая встреча",
    "Круглый стол «Наставник – 2024» для педагогов со стажем до 3 лет", "Анализ итогов года",
    "Участие в конкурсе «Лучший наставник»", "Издание приказа (распоряжения) об итогах",
)  # fmt: skip
DEADLINES = (
    "до 15 сентября", "сентябрь 2023 г.", "в течение года", "ежеквартально", "до 30.10.2023",
    "с 1 по 15 октября", "октябрь - ноябрь 2023 года", "постоянно", "май 2024", "1 раз в полугодие",
    "не позднее 25 декабря", "по отдельному графику", "декабрь, май",
)  # fmt: skip
PEOPLE = (
    "Зорина А.П.", "Зорина А.П., Ким О.Л.", "заместитель директора по УВР", "куратор",
    "Директор, куратор", "классные руководители", "педагог-психолог", "руководители МО",
    "ОО", "УО, ИМЦ", "Рабочая группа",
)  # fmt: skip
RESULTS = (
    "Приказ", "Положение", "База наставников", "Аналитическая справка", "Протокол заседания",
    "Информация на сайте", "Программа наставничества", "Анкеты, согласия", "План работы",
    "Отчёт об итогах (приложение 2)",
)  # fmt: skip
DETAILS = (
    "Изучение документов; подготовка приказов", "Встречи с родителями", "Сбор согласий",
    "Выбор формы программ", "Обобщение опыта: открытые уроки, мастер-классы",
)  # fmt: skip
TITLES = (
    "Подготовка условий для запуска программы", "Нормативное обеспечение", "Формирование баз",
    "Организация работы пар и групп", "Информационная поддержка", "Завершение программы",
    "Мониторинг и оценка результатов", "Распространение лучших практик",
)  # fmt: skip
STAGES = ("ПОДГОТОВИТЕЛЬНЫЙ ЭТАП", "ОСНОВНОЙ ЭТАП", "ЗАВЕРШАЮЩИЙ ЭТАП")
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
HEADERS = {
    "number": ("№ п/п", "№", "N п/п", "№№ п/п"),
    "stage": ("Наименование этапа", "Этап"),
    "event": ("Наименование мероприятий", "Мероприятия", "Мероприятие"),
    "details": ("Содержание деятельности", "Содержание деятельности и примерный план мероприятий"),
    "deadline": ("Срок реализации", "Сроки", "Срок", "Срок исполнения"),
    "responsible": ("Ответственный исполнитель", "Ответственные", "Ответственный"),
    "result": ("Результат", "Ожидаемые результаты", "Планируемый результат"),
    "document": ("Вид документа",),
    "indicator": ("Показатель", "Индикатор"),
}
LAYOUTS = {
    "A": ("number", "event", "deadline", "responsible", "result"),
    "B": ("number", "stage", "event", "details", "deadline", "responsible"),
    "C": ("stage", "event", "details", "deadline", "responsible"),
    "D": ("number", "event", "deadline", "responsible", "document", "result"),
    "E": ("number", "event", "result", "indicator", "responsible", "deadline"),
}
SECTION_STYLES = ("none", "merged", "numbered", "restarting", "roman", "stages", "part")


@dataclass(frozen=True)
class WrittenRow:
    """Texts by column; ``joined`` spans of columns, ``above`` columns joined with the row above."""

    cells: tuple[str, ...]
    joined: tuple[tuple[int, int], ...] = ()
    above: frozenset[int] = frozenset()


@dataclass
class WrittenMap:
    """What is written, and the reading that it must give."""

    above: list[str]
    rows: list[WrittenRow]
    below: list[str]
    items: list[dict[str, object]] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)


class _Maker:
    def __init__(self, chance: Random, layout: str, *, is_plain: bool) -> None:
        self.chance = chance
        names = list(LAYOUTS[layout])
        if layout in "ADE" and chance.random() < 0.4:
            rest = names[1:]
            chance.shuffle(rest)
            names = [names[0], *rest]
        self.names = names
        self.has_stage = "stage" in names
        self.style = "none" if self.has_stage else chance.choice(SECTION_STYLES)
        self.is_plain = is_plain
        self.rows: list[WrittenRow] = []
        self.items: list[dict[str, object]] = []

    def make(self) -> WrittenMap:
        header = tuple(self.chance.choice(HEADERS[name]) for name in self.names)
        self.rows.append(WrittenRow(header))
        if self.chance.random() < 0.3:
            self.rows.append(WrittenRow(tuple(str(n + 1) for n in range(len(header)))))
        self._body()
        if self.chance.random() < 0.3 and not self.has_stage:
            self.rows.insert(self.chance.randrange(2, len(self.rows)), WrittenRow(header))
        return WrittenMap([], self.rows, [], self.items)

    def _body(self) -> None:
        chance = self.chance
        if self.has_stage:
            for number in range(chance.randint(1, 4)):
                self._stage_rows(number + 1)
            return
        if self.style == "none":
            self._items((), "", chance.randint(2, 12))
            return
        stages = STAGES[: chance.randint(1, 3)] if self.style == "stages" else ("",)
        for stage in stages:
            titles = chance.sample(TITLES, chance.randint(1, 3))
            if stage:
                self._lonely(stage)
            start = 1
            for number, title in enumerate(titles, 1):
                sections = self._section(title, number)
                count = chance.randint(1, 5)
                prefix = f"{number}." if self.style in {"numbered", "roman"} else ""
                outer = (stage,) if stage else ()
                self._items((*outer, sections), prefix, count, start)
                is_restarting = self.style in {"numbered", "restarting", "roman", "part"}
                start = 1 if is_restarting else start + count

    def _section(self, title: str, number: int) -> str:
        if self.style == "numbered":
            self._lonely(title, f"{number}.")
        elif self.style == "restarting":
            self._lonely(title, str(number))
        elif self.style == "roman":
            self._lonely(title, f"{ROMAN[number - 1]}.")
        elif self.style == "part":
            title = f"Раздел {number}. {title}"
            self._lonely(title)
        else:
            self._lonely(title)
        return title

    def _lonely(self, title: str, number: str = "") -> None:
        width = len(self.names)
        if number:
            cells = (number, title, *[""] * (width - 2))
            self.rows.append(WrittenRow(cells, ((1, width - 1),)))
        else:
            self.rows.append(WrittenRow((title, *[""] * (width - 1)), ((0, width - 1),)))

    def _items(self, sections: tuple[str, ...], prefix: str, count: int, start: int = 1) -> None:
        for number in range(start, start + count):
            end = "" if self.style == "numbered" and prefix else "."
            values = self._values()
            values["number"] = f"{prefix}{number}{end}"
            self._add(values, sections)

    def _stage_rows(self, number: int) -> None:
        title = self.chance.choice(TITLES)
        while self.items and self.items[-1]["section"] == [title]:
            title = self.chance.choice(TITLES)
        for place in range(self.chance.randint(1, 4)):
            values = self._values()
            above = set()
            if place:
                above = {n for n, name in enumerate(self.names) if name in {"number", "stage"}}
            shown = {**values, "number": str(number), "stage": title}
            cells = tuple("" if n in above else shown[name] for n, name in enumerate(self.names))
            self.rows.append(WrittenRow(cells, (), frozenset(above)))
            if "number" in self.names:
                values["number"] = str(number)
            self._expect(values, (title,))

    def _values(self) -> dict[str, str]:
        chance = self.chance
        values = {
            "event": chance.choice(EVENTS),
            "details": chance.choice(DETAILS),
            "deadline": chance.choice(DEADLINES),
            "responsible": chance.choice(PEOPLE),
            "result": chance.choice(RESULTS),
            "document": chance.choice(("Приказ", "Протокол", "План", "Отчёт")),
            "indicator": f"2023г. – {chance.randint(1, 9)}, 2024г. – {chance.randint(10, 90)}",
        }
        for name in ("details", "result", "document", "indicator"):
            if chance.random() < 0.15:
                values[name] = ""
        return {name: text for name, text in values.items() if name in self.names}

    def _add(self, values: dict[str, str], sections: tuple[str, ...]) -> None:
        cells = {name: values.get(name, "") for name in self.names}
        rest = dict.fromkeys(self.names, "")
        words = cells["event"].split()
        breaks = [n for n in range(1, len(words)) if words[n][0].islower()]
        is_cut = not self.is_plain and breaks and self.chance.random() < 0.1
        if is_cut:
            place = self.chance.choice(breaks)
            cells["event"], rest["event"] = " ".join(words[:place]), " ".join(words[place:])
        self.rows.append(WrittenRow(tuple(cells[name] for name in self.names)))
        if is_cut:
            self.rows.append(WrittenRow(tuple(rest[name] for name in self.names)))
        self._expect(values, sections)

    def _expect(self, values: dict[str, str], sections: tuple[str, ...]) -> None:
        item: dict[str, object] = {name: text for name, text in values.items() if text}
        indicator = values.get("indicator", "")
        if indicator:
            parts = (part.split("г. – ") for part in indicator.split(", "))
            item["indicator_by_year"] = {year: int(value) for year, value in parts}
        item["section"] = list(sections)
        self.items.append(item)


def road_map(chance: Random, layout: str, *, is_plain: bool = False) -> WrittenMap:
    """A road map; a plain one has no rows cut by page ends."""
    made = _Maker(chance, layout, is_plain=is_plain).make()
    title = "Дорожная карта (план мероприятий) внедрения целевой модели наставничества"
    school = "в МБОУ «СОШ № 7»"
    made.facts = {"level": "school", "school_year": "2023/24"}
    year = chance.choice(
        ("на 2023-2024 учебный год", "на 2023/24 уч. г.", "на 2023 – 2024 учебный год")
    )
    if chance.random() < 0.5:
        made.above += ["УТВЕРЖДЕНО", "приказом МБОУ «СОШ № 7»", "от 28 августа 2023 г. № 115-од"]
        made.facts["approved_by"] = {"date": "2023-08-28", "number": "115-од"}
    made.above += (
        [f"{title} {school} {year}"] if chance.random() < 0.5 else [title, f"{school} {year}"]
    )
    if chance.random() < 0.3:
        made.above += [
            "Принятые сокращения:", "УО – управление образования;", "ИМЦ - методический центр."
        ]  # fmt: skip
        made.facts["abbreviations"] = {"УО": "управление образования", "ИМЦ": "методический центр"}
    if chance.random() < 0.4:
        made.below += ["Исп. заместитель директора Зорина А.П."]
    return made
