"""A person's name in free text: every case and short form is found, other people are spared."""

import pytest

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.name_mentions import NameMentions

ANNA = (
    FullName("Иванова", "Анна", "Петровна"),
    FullName("Ивановой", "Анны", "Петровны"),
    FullName("Ивановой", "Анне", "Петровне"),
    FullName("Иванову", "Анну", "Петровну"),
    FullName("Ивановой", "Анной", "Петровной"),
)


@pytest.mark.parametrize(
    "written",
    [
        "Иванова А. П.", "Иванова А.П.", "Иванова А.П", "Иванова А\u00a0.П.", "А. П. Иванова",
        "А.П.Иванова", "Ивановой Анне Петровне", "Анна Петровна Иванова", "Анной Петровной",
        "Иванова Анна", "Иванову", "ИВАНОВА А.П.", "ИВАНОВОЙ АННЕ ПЕТРОВНЕ", "Иванова А.",
    ],
)  # fmt: skip
def test_every_way_to_name_a_person_is_found(written):
    mentions = NameMentions(ANNA)
    assert mentions.without(f"Поручить: {written}, срок 1 мая") == (
        "Поручить: (удалено), срок 1 мая"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Иванова О. Н.", "О. Н. Иванова", "Иванова Ольга Николаевна", "Иванова-Белая А. П.",
        "Сидорова-Иванова", "Иваново", "г. Иваново, ул. Ивановская", "Ольга Николаевна Иванова",
        "Иванова А. С.", "Анна Ивановна",
        "Забытова Анна Петровна", "Анне Петровне Забытовой",
    ],
)  # fmt: skip
def test_other_people_are_spared(text):
    assert NameMentions(ANNA).without(text) == text


def test_a_name_that_somebody_else_bears_stays_where_it_may_be_his():
    namesake = FullName("Иванова", "Анна", "Петровна")
    other = FullName("Иванова", "Ольга", "Николаевна")
    assert NameMentions(ANNA, [other]).without("педагог Иванова") == "педагог Иванова"
    assert NameMentions(ANNA, [other]).without("Иванова А. П.") == "(удалено)"
    assert NameMentions(ANNA, [namesake]).without("Анна Петровна") == "Анна Петровна"


def test_a_woman_is_not_taken_for_a_man_in_the_genitive():
    forms = (FullName("Иванов", "Антон", "Павлович"), FullName("Иванова", "Антона", "Павловича"))
    teacher = FullName("Иванова", "Анна", "Петровна")
    mentions = NameMentions(forms, [teacher])
    assert mentions.without("Иванова А. П.; Иванов А. П.") == "Иванова А. П.; (удалено)"
    assert mentions.without("Иванова Антона Павловича") == "(удалено)"


def test_a_name_is_found_with_and_without_dots_over_its_letters():
    mentions = NameMentions([FullName("Ёлкина", "Алёна", "Семёновна")])
    assert mentions.without("Елкина А.С. и Алена Семеновна") == "(удалено) и (удалено)"
