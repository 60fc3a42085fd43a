"""Words that templates of papers may use: what each means, and an example of it.

The list is what the picker of the editor offers and what the checker knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nastavnik_desktop.documents.paper_templates import TemplateKind
from nastavnik_desktop.domain.orders import OrderKind


@dataclass(frozen=True)
class Word:
    """A word of a template; ``fields`` are reached through a dot, or in a loop over a list.

    ``call`` is what follows the name of one that is asked for in a case: «('genitive')».
    """

    name: str
    meaning: str
    example: str = ""
    fields: tuple[Word, ...] = ()
    is_list: bool = False
    insertion: str = ""
    call: str = ""

    @property
    def inserted(self) -> str:
        """What the picker puts into the text."""
        if self.insertion:
            return self.insertion
        if self.is_list:
            item = f"one.{self.fields[0].name}" if self.fields else "one"
            return f"{{% for one in {self.name} %}}\n{{{{ {item} }}}}\n{{% endfor %}}"
        return f"{{{{ {self.name}{self.call} }}}}"


def _day(name: str, meaning: str, example: str) -> Word:
    return Word(name, meaning, example, insertion=f"{{{{ {name} | date }}}}")


def _person(name: str, meaning: str, example: str, case: str = "dative") -> Word:
    return Word(name, meaning, example, _PERSON, insertion=f"{{{{ {name} | {case} }}}}")


def _choice(name: str, meaning: str) -> Word:
    return Word(name, meaning, "да", insertion=f"{{% if {name} %}}…{{% else %}}…{{% endif %}}")


def _people(name: str, meaning: str, example: str, case: str) -> Word:
    loop = f"{{% for one in {name} %}}\n- {{{{ one | full('{case}') }}}};\n{{% endfor %}}"
    return Word(name, meaning, example, _PERSON, is_list=True, insertion=loop)


_PERSON = (
    Word("name", "фамилия, имя, отчество", "Петров Иван Ильич", (
        Word("last_name", "фамилия", "Петров"),
        Word("first_name", "имя", "Иван"),
        Word("patronymic", "отчество", "Ильич"),
        Word("full", "полностью", "Петров Иван Ильич"),
        Word("short", "с инициалами", "Петров И. И."),
        Word("signature", "как под подписью", "И. И. Петров"),
        Word("initials", "инициалы", "И. И."),
    )),
    Word("post", "должность", "учитель физики"),
    Word("name_in", "имя в падеже", "Петрова Ивана Ильича", call="('genitive')"),
    Word("post_in", "должность в падеже", "учителя физики", call="('genitive')"),
    Word("short", "должность, фамилия и инициалы", "учителю физики Петрову И. И.",
         call="('dative')"),
    Word("full", "имя и должность", "Петрову Ивану Ильичу, учителю физики", call="('dative')"),
)  # fmt: skip
_PAIR = (
    Word("mentor", "наставник", "Иванова Анна Петровна", _PERSON),
    Word("mentees", "наставляемые", "Петров Иван Ильич", _PERSON, is_list=True),
    Word("mentees_in", "наставляемые в падеже", "Петрова Ивана Ильича", call="('genitive')"),
    Word("starts_on", "начало", "08.09.2026"),
    Word("ends_on", "срок", "28.05.2027"),
    Word("ended_on", "последний день", "12.01.2027"),
    Word("reason", "причина", "отказ наставника"),
)
_PERSON_IN_TABLE = (
    Word("name", "фамилия, имя, отчество", "Петров Иван Ильич"),
    Word("about", "должность или класс", "учитель физики, стаж 1 год"),
    Word("organisation", "организация", "ООО «Свет»"),
)
_ENTRY = (
    Word("mentor", "наставник в таблице", "Иванова Анна Петровна", _PERSON_IN_TABLE),
    Word("members", "наставляемые", "", (
        Word("person", "наставляемый", "Петров Иван Ильич", _PERSON_IN_TABLE),
        Word("starts_on", "начало", "08.09.2026"),
        Word("ends_on", "срок", "28.05.2027"),
    ), is_list=True),
    Word("role_model", "ролевая модель", "опытный педагог – молодой специалист"),
    Word("is_group", "группа ли это", "да"),
    Word("number", "номер строки", "3"),
    Word("topic", "тема, направление", "подготовка к аттестации"),
    Word("consents", "реквизиты согласия", "согласие от 04.09.2026"),
    Word("sentence", "строка пары в тексте", "Иванову А. П., учителя физики, – наставником …"),
)  # fmt: skip
_ANNEX = (
    Word("number", "номер приложения", "1"),
    Word("form", "форма наставничества", "педагог – педагог"),
    Word("title", "название", ""),
    Word("starts_on", "самое раннее начало", "08.09.2026"),
    Word("ends_on", "самый поздний срок", "28.05.2027"),
    Word("what_is_fixed", "что закрепляется", "наставнические пары"),
    Word("list_title", "название списка", "Список наставнических пар"),
    Word("is_in_text", "стоят ли пары в тексте", "нет"),
    Word("pairings", "пары и группы", "", _ENTRY, is_list=True),
    Word("lines", "строки", "", is_list=True),
    Word("stages", "этапы", "", is_list=True),
)
_CHANGE = (
    Word("action", "что делается: replaced, added, excluded, edition, new", "replaced"),
    Word("rows", "какие строки", "строку 3"),
    Word("annex", "какого приложения", "приложения № 1"),
    Word("annex_itself", "какое приложение", "приложение № 1"),
    Word("annex_number", "номер приложения", "1"),
    Word("annexes_total", "сколько приложений", "2"),
    Word("table", "место таблицы с новыми строками", "[таблица 1]"),
)
_COMMON = (
    Word("year", "учебный год", "2026/27"),
    _person("coordinator", "куратор из настроек", "заместителю директора Крутиковой О. Н."),
    _person("control", "на кого возложен контроль", "заместителя директора Зайца П. И.",
            "accusative"),
    Word("regulation", "основание после слов «на основании»", "Положения о наставничестве"),
    Word("grounds", "основания приказа", "письменные согласия участников", is_list=True,
         insertion="{{ grounds | join('; ') }}"),
    Word("annexes", "приложения", "", _ANNEX, is_list=True),
    Word("annexes_count", "сколько приложений", "2"),
)  # fmt: skip
_TARGET = Word("target", "приказ, о котором речь", "от 08.09.2026 № 130-од")
_OWN: dict[OrderKind, tuple[Word, ...]] = {
    OrderKind.PAIRS: (
        _person("personnel", "кто готовит дополнительные соглашения", "специалисту по кадрам"),
        Word("consents", "есть ли согласия", "да", insertion="{% if consents %}…{% endif %}"),
        Word("has_consents", "есть ли согласия", "да", insertion="{% if consents %}…{% endif %}"),
        _day("programs_due_on", "срок программ", "21.09.2026"),
        _day("report_due_on", "срок отчёта", "31.05.2027"),
        Word("assignments", "работники и кто им поручен", "", _PAIR, is_list=True),
        Word("pay", "предложение о доплате", "Установить доплату в соответствии с …"),
    ),
    OrderKind.WORKING_GROUP: (
        _person("chair", "председатель рабочей группы", "директор Орлова А. П.", "accusative"),
        _people("members", "члены рабочей группы", "учитель Петров И. И.", "accusative"),
        _person("site_keeper", "ответственный за сайт", "учителю информатики Киму Л. Р."),
        _day("bases_due_on", "срок баз", "15.09.2026"),
        _day("pairs_due_on", "срок проекта приказа о парах", "15.09.2026"),
        _day("interim_on", "промежуточный мониторинг", "30.12.2026"),
        _day("final_on", "итоговый мониторинг", "31.05.2027"),
        _day("site_due_on", "срок размещения на сайте", "15.09.2026"),
    ),
    OrderKind.ROAD_MAP: (
        Word("title", "чего дорожная карта", "реализации программ наставничества на 2026/27 …"),
        Word("reports_due_on", "дни отчётов куратора", "30.12.2026, 31.05.2027", is_list=True),
    ),
    OrderKind.AMENDMENT: (
        _TARGET,
        Word("reason", "причина после слов «в связи с»", "увольнением наставника"),
        Word("ended", "прекращённые пары", "", _PAIR, is_list=True),
        Word("started", "новые пары", "", _PAIR, is_list=True),
        Word("prolonged", "пары с новым сроком", "", _PAIR, is_list=True),
        Word("changes", "изменённые строки приложений", "", _CHANGE, is_list=True),
        Word("editions", "приложения в новой редакции", "", _CHANGE, is_list=True),
    ),
    OrderKind.TERMINATION: (
        _TARGET,
        Word("ended", "прекращаемые пары", "", _PAIR, is_list=True),
    ),
    OrderKind.RESULTS: (
        Word("completed", "завершённые программы", "", _PAIR, is_list=True),
        Word("prolonged", "продлённые программы", "", _PAIR, is_list=True),
        _people("released", "с кого снимаются функции наставника", "Иванова А. П.", "genitive"),
        _day("released_on", "с какого дня", "29.05.2027"),
        Word("approves_report", "утверждается ли справка", "да"),
        _day("site_due_on", "срок размещения на сайте", "15.06.2027"),
    ),
    OrderKind.REWARD: (
        _people("thanked", "кому благодарность", "Ивановой Анне Петровне", "dative"),
        _people("honoured", "кому грамота", "Иванову Анну Петровну", "accusative"),
        Word("occasion", "за что (после слова «за»)", "добросовестную работу"),
        Word("pay", "в соответствии с чем выплата", "Положением об оплате труда"),
    ),
    OrderKind.OTHER: (),
}  # fmt: skip


_CONSENT = (
    Word("person", "о ком согласие", "Авдеев Кирилл Романович"),
    Word("about", "должность или класс", "6 «А» класс"),
    Word("role", "кем участвует, после слов «в роли»", "наставляемого"),
    Word("form", "форма наставничества", "ученик – ученик"),
    _day("starts_on", "начало", "08.09.2026"),
    _day("ends_on", "срок", "28.05.2027"),
    Word("representative", "законный представитель", "Авдеева Мария Олеговна"),
    _choice("is_minor", "подписывает ли законный представитель"),
    _choice("is_student", "обучающийся ли это"),
    _choice("is_work", "работа ли это по ст. 351.8 ТК"),
    Word("school", "школа кратко", "МБОУ «СОШ № 17»"),
    Word("operator", "школа полностью – оператор данных", "Муниципальное бюджетное …"),
    Word("director", "кому: директор в дательном падеже", "директору … Заболотной Л. В."),
    Word("address", "почтовый адрес школы", "г. Нижнереченск, ул. Школьная, д. 1"),
    Word("inn", "ИНН школы", "0000000000"),
    Word("ogrn", "ОГРН школы", "0000000000000"),
    Word("site", "сайт школы", "school17.example"),
)


@cache
def words_of(kind: TemplateKind) -> tuple[Word, ...]:
    """The words of a kind of paper; of an order its own first, then those of all orders."""
    return (*_OWN[kind], *_COMMON) if isinstance(kind, OrderKind) else _CONSENT
