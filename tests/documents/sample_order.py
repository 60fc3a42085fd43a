"""Facts of an invented order, shared by the tests of documents."""

from datetime import date

from nastavnik_desktop.documents.letterhead import Letterhead, OrderMark
from nastavnik_desktop.documents.order_facts import (
    Acquainted,
    AnnexFacts,
    Member,
    PairingFacts,
    PairsOrderFacts,
    Participant,
)
from nastavnik_desktop.documents.person_forms import person_forms
from nastavnik_desktop.domain.full_name import FullName

SCHOOL = Letterhead(
    founder="Управление образования администрации города Зареченска",
    full_name=(
        "Муниципальное бюджетное общеобразовательное учреждение\n"
        "«Средняя общеобразовательная школа № 17» города Зареченска"
    ),
    short_name="МБОУ «СОШ № 17»",
    place="г. Зареченск",
)
MARK = OrderMark(date(2026, 9, 8), "130-од")
CONSENTS = (
    "письменные согласия участников: от 01.09.2026 (Карапетян Г. А., Заяц Н. И.), "
    "от 02.09.2026 (Лёвина П. А., Петров И. И.)"
)
START, END = date(2026, 9, 8), date(2027, 5, 28)


def mentee(name, about, starts_on=START, ends_on=END):
    return Member(Participant(name, about), starts_on, ends_on)


TEACHERS = AnnexFacts(
    form="педагог – педагог",
    number=1,
    mentor_about_title="Должность, категория, стаж",
    mentee_about_title="Должность, стаж",
    pairings=(
        PairingFacts(
            Participant(
                "Карапетян Гаянэ Арменовна",
                "учитель русского языка и литературы, высшая категория, стаж 34 года",
            ),
            (
                mentee(
                    "Лёвина Полина Андреевна", "учитель русского языка и литературы, стаж 2 года"
                ),
            ),
            "опытный педагог – молодой специалист",
        ),
        PairingFacts(
            Participant("Заяц Никита Игоревич", "учитель физики, первая категория, стаж 12 лет"),
            (
                mentee("Петров Иван Ильич", "учитель физики, стаж 1 год"),
                mentee("Воробьёва-Лунёва Анастасия Дмитриевна", "учитель информатики, без стажа"),
                mentee(
                    "Мамедов Рауф Эльчин оглы",
                    "педагог дополнительного образования, стаж 2 года",
                    starts_on=date(2026, 10, 1),
                ),
            ),
            "опытный предметник – неопытный предметник",
            is_group=True,
        ),
    ),
)
PUPILS = AnnexFacts(
    form="ученик – ученик",
    number=2,
    mentor_about_title="Класс",
    mentee_about_title="Класс",
    pairings=(
        PairingFacts(
            Participant("Гребенюк Арсений Максимович", "10 «А» класс"),
            (mentee("Авдеев Кирилл Романович", "6 «А» класс"),),
        ),
        PairingFacts(
            Participant("Цветкова-Райх Алиса Марковна", "10 «А» класс"),
            (mentee("Рахмонова Мехрангиз Фирдавсовна", "6 «Б» класс"),),
        ),
    ),
)


def facts(**changes):
    """The order of the sample school; any field can be changed."""
    values = {
        "school": SCHOOL,
        "mark": MARK,
        "year": "2026/27",
        "annexes": (TEACHERS, PUPILS),
        "director_post": "Директор",
        "director_name": "Л. В. Заболотная".replace(" ", "\u00a0"),
        "coordinator": person_forms(
            FullName("Крутикова", "Ольга", "Николаевна"),
            "заместитель директора по учебно-воспитательной работе",
        ),
        "personnel": person_forms(FullName("Стрелец", "Юлия", "Олеговна"), "специалист по кадрам"),
        "regulation": (
            "Положения о системе наставничества, утвержденного приказом от 02.09.2025 № 198-од"
        ),
        "grounds": (
            CONSENTS,
            "протокол методического совета от 31.08.2026 № 1",
        ),
        "programs_due_on": date(2026, 9, 21),
        "report_due_on": date(2027, 5, 31),
        "executor": ("Крутикова Ольга Николаевна", "8 (41111) 2-17-17"),
        "acquainted": (
            Acquainted("Крутикова Ольга Николаевна", "заместитель директора по УВР"),
            Acquainted("Карапетян Гаянэ Арменовна", "учитель русского языка и литературы"),
            Acquainted("Заяц Никита Игоревич", "учитель физики"),
            Acquainted("Лёвина Полина Андреевна", "учитель русского языка и литературы"),
            Acquainted("Петров Иван Ильич", "учитель физики"),
            Acquainted("Воробьёва-Лунёва Анастасия Дмитриевна", "учитель информатики"),
            Acquainted("Мамедов Рауф Эльчин оглы", "педагог дополнительного образования"),
            Acquainted("Стрелец Юлия Олеговна", "специалист по кадрам"),
        ),
    }
    return PairsOrderFacts(**(values | changes))
