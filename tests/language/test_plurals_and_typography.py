"""Agreement with numbers and typography of printed texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.domain.plurals import counted, plural
from nastavnik_desktop.language.typography import tidy


@pytest.mark.parametrize(
    ("number", "form"),
    [
        (0, "пар"),
        (1, "пара"),
        (2, "пары"),
        (5, "пар"),
        (11, "пар"),
        (12, "пар"),
        (21, "пара"),
        (104, "пары"),
        (111, "пар"),
        (-1, "пара"),
    ],
)
def test_number_and_noun_agree(number, form):
    assert plural(number, "пара", "пары", "пар") == form


def test_counted_does_not_break():
    assert counted(3, "пара", "пары", "пар") == "3\u00a0пары"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('МБОУ "СОШ № 17"', "МБОУ «СОШ №_17»"),
        ('(МБОУ "Школа "Радуга"")', "(МБОУ «Школа «Радуга»»)"),
        ("Приказ  No 5  от 01.09.2026", "Приказ №_5 от_01.09.2026"),
        ("форма «педагог - педагог»", "форма «педагог_– педагог»"),
        ("учитель-логопед", "учитель-логопед"),
        ("учителю И.И.Петрову", "учителю И._И._Петрову"),
        ("Ивановой А.П., в классе", "Ивановой_А._П., в_классе"),
        ("с 5 сентября 2026 г. по 29 мая 2027г.", "с_5_сентября 2026_г. по_29_мая 2027_г."),
        ("г.Зареченск", "г._Зареченск"),
        ("и.о. директора", "и._о._директора"),
        ("п. 3 ст. 351.8 ТК РФ", "п._3 ст._351.8 ТК_РФ"),
        ("то же самое ; если бы", "то_же_самое; если_бы"),
        ("  край  строки  ", "край строки"),
        ("первая\nвторая", "первая\nвторая"),
    ],
)
def test_tidy_prints_as_a_careful_clerk_types(typed, printed):
    assert tidy(typed).replace("\u00a0", "_") == printed


@given(st.text(alphabet='Аa я"«».,-– №Ng1\u00a0\n(г', max_size=40))
def test_tidying_twice_changes_nothing_more(text):
    assert tidy(tidy(text)) == tidy(text)
