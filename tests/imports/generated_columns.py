"""Columns of generated tables: wordings of headers and makers of cells, by the kind of table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from tests.imports import noise
from tests.imports.noise import Cell, Somebody

Maker = Callable[[Somebody], Cell]


@dataclass(frozen=True)
class Draft:
    """A column: wordings of its header, the meaning, and how its cells are made.

    A header of two levels is a pair «upper», «lower»; ``make`` is None where cells stay empty.
    """

    wordings: tuple[str, ...]
    meaning: str
    make: Maker | None = None
    upper: str = ""


NUMBER = Draft(("№", "№ п/п", "N", "№\nп/п", "N п/п", "No"), "number")
FULL_NAME = ("ФИО", "Ф.И.О.", "Фамилия, имя, отчество", "Ф. И. О.", "Фами-\nлия, имя, отчество")


class KindColumns:
    """Columns and titles of every kind of table; ``chance`` draws them."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.year = 2024
        self.born_in = range(1964, 2000)
        self._pairs_made = 0

    def _maybe(self, *drafts: Draft, share: float = 0.6) -> list[Draft]:
        return [draft for draft in drafts if self.chance.random() < share]

    def _day(self, years: range) -> date:
        return date(years.start, 1, 1) + timedelta(self.chance.randrange(365 * len(years)))

    def _names(self, whose: str = "") -> list[Draft]:
        """One column of names or three."""
        titles = tuple(f"{text} {whose}".strip() for text in FULL_NAME)
        if whose or self.chance.random() < 0.7:
            return [Draft(titles, "full_name", lambda who: noise.name_cell(self.chance, who))]
        return [
            Draft(("Фамилия",), "last_name", lambda who: Cell(f" {who.last}", who.names)),
            Draft(("Имя",), "first_name", lambda who: Cell(who.first.upper())),
            Draft(("Отчество", "Отчество (при наличии)"), "patronymic",
                  lambda who: Cell(who.patronymic)),
        ]  # fmt: skip

    def _birth(self) -> Draft:
        wordings = ("Дата рождения", "Дата рожд.", "Д.р.", "Число, месяц, год рождения")
        return Draft(
            wordings, "birth_date", lambda _: noise.birth_cell(self.chance, self._day(self.born_in))
        )

    def _phone(self) -> Draft:
        wordings = ("Телефон", "Контактный телефон", "Моб. тел.", "Сотовый телефон", "Тел.")
        return Draft(wordings, "phone", lambda _: noise.phone_cell(self.chance))

    def _mail(self) -> Draft:
        def make(_: Somebody) -> Cell:
            mail = f"mail{self.chance.randrange(999)}@mail.example"
            return Cell(self.chance.choice((mail, mail.upper(), f" {mail} ")), {"email": mail})

        return Draft(("E-mail", "Эл. почта", "Адрес электронной почты"), "email", make)

    def _note(self) -> Draft:
        def make(_: Somebody) -> Cell:
            text = self.chance.choice(("", "", "декрет", "совместитель", "д/о"))
            return Cell(text, {"note": text} if text else {})

        return Draft(("Примечание", "Прим.", "Примечания"), "note", make)

    def staff(self) -> tuple[list[Draft], tuple[str, ...]]:
        drafts = [*([NUMBER] if self.chance.random() < 0.9 else []), *self._names(), *self._post()]
        drafts += self._service()
        wordings = ("Категория", "Кв. категория", "Квалификационная категория, дата присвоения",
                    "Наличие квалифи-\nкационной катего-\nрии")  # fmt: skip
        category = Draft(wordings, "category", lambda _: noise.category_cell(self.chance))
        drafts += self._maybe(category, self._birth(), self._phone(), self._mail(), self._note())
        return drafts, ("Список педагогических работников", "Сведения о кадрах", "Кадровый состав")

    def _post(self) -> list[Draft]:
        def both(_: Somebody) -> Cell:
            subject = self.chance.choice(noise.SUBJECTS)
            sign = self.chance.choice((", ", ",\n", "; ", " ("))
            text = f"учитель{sign}{subject}" + (")" if "(" in sign else "")
            return Cell(text, {"position": "учитель", "subject": subject})

        def post(_: Somebody) -> Cell:
            text = self.chance.choice(noise.POSTS)
            return Cell(f"{text} ", {"position": text})

        if self.chance.random() < 0.3:
            return [Draft(("Наименование должности, преподаваемый предмет",), "position", both)]
        return [Draft(("Должность", "Занимаемая должность", "Долж-\nность"), "position", post)]

    def _service(self) -> list[Draft]:
        """One column, two under a joint header, or both lengths in one cell."""

        def years(key: str, low: int, high: int) -> Maker:
            return lambda _: noise.service_cell(self.chance, key, self.chance.randrange(low, high))

        total, own = "experience_total_years", "experience_years"
        shape = self.chance.randrange(4)
        if shape == 0:
            upper = self.chance.choice(("Стаж", "Стаж работы"))
            return [
                Draft(("общий",), total, years(total, 21, 45), upper),
                Draft(("пед.", "педагогический"), own, years(own, 0, 20), upper),
            ]
        if shape == 1:
            return [Draft(("Стаж (общий/пед.)",), own, self._both_lengths)]
        return [Draft(("Педстаж", "Стаж пед. работы", "Пед. стаж", "Стаж"), own, years(own, 0, 40))]

    def _both_lengths(self, _: Somebody) -> Cell:
        own, more = self.chance.randrange(20), self.chance.randrange(15)
        text = self.chance.choice(("{}/{}", "{} / {}", "{} л. 3 м./{} л.", "{}({})"))
        meant = {"experience_total_years": own + more, "experience_years": own}
        return Cell(text.format(own + more, own), meant)

    def mentors(self) -> tuple[list[Draft], tuple[str, ...]]:
        drafts = [NUMBER, *self._names("наставника")]
        drafts.append(Draft(("Контактные данные для связи", "Контакты"), "contacts",
                            lambda _: noise.contacts_cell(self.chance)))  # fmt: skip
        drafts.append(self._list(("Основные компетенции наставника", "Компетенции"), "competences"))
        drafts.append(Draft(("ФИО наставляемого (наставляемых)", "ФИО наставляемых"), "mentees",
                            self._mentees_cell))  # fmt: skip
        drafts.append(Draft(("Форма наставничества",), "form", self._form))
        drafts += self._days()
        return drafts, ("База наставников", "Форма базы наставников")

    def _list(self, wordings: tuple[str, ...], meaning: str) -> Draft:
        def make(_: Somebody) -> Cell:
            items = ("подготовка к ЕГЭ", "театр, музыка", "робототехника", "работа с родителями")
            chosen = self.chance.sample(items, self.chance.randrange(1, 4))
            shape = self.chance.randrange(4)
            if shape == 0:
                text = "\n".join(f"{n}. {item}" for n, item in enumerate(chosen, 1))
            elif shape == 1:
                text = "\n".join(f"- {item}" for item in chosen)
            else:
                text = self.chance.choice(("; ", ";\n", "\n")).join(chosen)
            return Cell(text, {meaning: chosen})

        return Draft(wordings, meaning, make)

    def _mentees_cell(self, _: Somebody) -> Cell:
        """Several pupils: lines, numbers, semicolons, or commas between full names."""
        people = noise.crowd(self.chance, self.chance.randrange(1, 4))
        texts, meant = [], []
        for who in people:
            grade, letter = self.chance.randrange(5, 12), self.chance.choice("АБВГ")
            written = noise.class_text(self.chance, grade, letter)
            form = self.chance.choice(("{} {}, {}", "{} {} ({})", "{} {} {}"))
            texts.append(form.format(who.last, who.first, written))
            names = {"last_name": who.last, "first_name": who.first}
            meant.append({**names, "class": f"{grade}{letter}"})
        numbered = "\n".join(f"{n}) {text}" for n, text in enumerate(texts, 1))
        joined = (numbered, "\n".join(texts), "; ".join(texts), ", ".join(texts))
        return Cell(self.chance.choice(joined), {"mentees": meant})

    def _form(self, _: Somebody) -> Cell:
        meant = "учитель – ученик"
        writings = (meant, "«Учитель – ученик»", "учитель-ученик", "УЧИТЕЛЬ — УЧЕНИК",
                    "Учитель - ученик")  # fmt: skip
        return Cell(self.chance.choice(writings), {"form": meant})

    def _days(self) -> list[Draft]:
        first, last = range(2024, 2025), range(2025, 2026)
        return [
            Draft(("Дата вхождения в программу", "Дата начала", "Начало"), "start",
                  lambda _: noise.day_cell(self.chance, self._day(first), "start")),
            Draft(("Дата завершения программы", "Окончание", "Дата окончания"), "end",
                  lambda _: noise.day_cell(self.chance, self._day(last), "end")),
        ]  # fmt: skip

    def mentees(self) -> tuple[list[Draft], tuple[str, ...]]:
        def representative(_: Somebody) -> Cell:
            text, number = noise.phone_text(self.chance)
            relation = self.chance.choice(("мама", "отец", "бабушка"))
            shape = self.chance.choice(("{0} Котова Анна Ильинична, {1}", "{1} ({0})"))
            named = {"name": "Котова Анна Ильинична"} if "Котова" in shape else {}
            meant = {"representative": {"relation": relation, **named, "phone": number}}
            return Cell(shape.format(relation, text), meant)

        drafts = [NUMBER, *self._names("наставляемого")]
        drafts.append(Draft(("Контактные данные для связи (данные представителя)",), "contacts",
                            representative))  # fmt: skip
        drafts.append(self._list(("Основной запрос наставляемого", "Запрос"), "requests"))
        drafts.append(Draft(("Форма наставничества",), "form", self._form))
        drafts += self._days()
        drafts.append(Draft(("Отметка о прохождении программы",), "completed", self._flag))
        return drafts, ("База наставляемых", "Форма базы наставляемых")

    def _flag(self, _: Somebody) -> Cell:
        text, meant = self.chance.choice((("да", True), ("+", True), ("нет", False), ("", None)))
        return Cell(text, {} if meant is None else {"completed": meant})

    def students(self) -> tuple[list[Draft], tuple[str, ...]]:
        grade = self.chance.randrange(1, 12)
        self.born_in = range(self.year - grade - 6, self.year - grade - 5)

        def school_class(_: Somebody) -> Cell:
            letter = self.chance.choice("АБВГД")
            written = noise.class_text(self.chance, grade, letter)
            return Cell(written, {"class": f"{grade}{letter}"})

        drafts = [NUMBER, *self._names(self.chance.choice(("", "ученика", "обучающегося")))]
        drafts.append(Draft(("Класс", "Учебный класс", "Кл."), "class", school_class))
        drafts += self._maybe(self._birth(), self._phone(), self._note())
        return drafts, ("Список обучающихся", "Контингент учащихся", "Список учеников")

    def pairs(self) -> tuple[list[Draft], tuple[str, ...]]:
        drafts = [NUMBER]
        drafts.append(Draft(("Наставник (ФИО, должность)", "ФИО наставника, должность"), "mentor",
                            lambda who: self._educator(who, "mentor")))  # fmt: skip
        drafts.append(Draft(("Наставляемый (ФИО, должность)", "ФИО молодого специалиста"),
                            "mentees", self._pair_mentee))  # fmt: skip
        drafts.append(Draft(("Форма наставничества",), "form", self._same_form))
        drafts.append(Draft(("Срок", "Период", "Сроки реализации программы"), "period", self._term))
        return drafts, ("Список наставнических пар", "Закрепление наставнических пар")

    def _educator(self, who: Somebody, side: str) -> Cell:
        post = self.chance.choice(noise.POSTS)
        sign = self.chance.choice((", ", " – ", "\n", " ("))
        text = f"{who.full}{sign}{post}" + (")" if "(" in sign else "")
        meant: object = {**who.names, "position": post}
        return Cell(text, {side: meant if side == "mentor" else [meant]})

    def _pair_mentee(self, _: Somebody) -> Cell:
        self._pairs_made += 1
        who = Somebody(f"{noise.WOMEN[self._pairs_made]}-Лис", "Вера", "Олеговна")
        return self._educator(who, "mentees")

    def _same_form(self, _: Somebody) -> Cell:
        written = self.chance.choice(
            ("педагог – педагог", "«Педагог-педагог»", "педагог — педагог")
        )
        return Cell(written, {"form": "педагог – педагог"})

    def _term(self, _: Somebody) -> Cell:
        first, last = self._day(range(2024, 2025)), self._day(range(2025, 2026))
        writings = (
            f"{first:%d.%m.%Y} – {last:%d.%m.%Y}", f"с {first:%d.%m.%Y} по {last:%d.%m.%Y}",
            f"{first:%d.%m.%y}-{last:%d.%m.%y}",
            f"с {noise.long_day(first)} г. по {last:%d.%m.%Y} г.",
        )  # fmt: skip
        return Cell(
            self.chance.choice(writings), {"start": first.isoformat(), "end": last.isoformat()}
        )
