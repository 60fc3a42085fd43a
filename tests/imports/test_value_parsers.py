"""Single values as schools write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nastavnik_desktop.imports.values.categories import read_category
from nastavnik_desktop.imports.values.classes import find_class, read_class
from nastavnik_desktop.imports.values.contacts import read_contacts
from nastavnik_desktop.imports.values.dates import YearMonth, dates_in, read_date
from nastavnik_desktop.imports.values.lists import (
    is_form,
    read_count,
    read_flag,
    read_form,
    read_period,
    split_items,
)
from nastavnik_desktop.imports.values.names import read_name
from nastavnik_desktop.imports.values.organisations import find_organisation
from nastavnik_desktop.imports.values.phones import read_phones
from nastavnik_desktop.imports.values.service import find_service, read_service
from nastavnik_desktop.imports.values.text import is_ditto, repair_latin

NOW = 2026
DAYS = st.dates(date(1930, 1, 1), date(2099, 12, 31))
MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
ANY_VALUE = st.one_of(
    st.text(alphabet='АЯаябвгЁё eEoOрxX0123456789.,;:/\\-–«»"()\n№_+@ ', max_size=60),
    st.text(max_size=30),
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.datetimes(),
    st.booleans(),
    st.none(),
)


class TestDates:
    @given(DAYS)
    def test_every_writing_of_a_day_is_that_day(self, day):
        writings = (
            day,
            datetime(day.year, day.month, day.day),
            (day - date(1899, 12, 30)).days,
            f"{day:%d.%m.%Y}",
            f"{day.day}.{day.month}.{day.year} г.",
            f"{day:%d/%m/%Y}",
            day.isoformat(),
            f"«{day.day}» {MONTHS[day.month - 1]} {day.year}г.",
            f"{day.day} {MONTHS[day.month - 1].upper()} {day.year} года",
            f"__{day.day}__ {MONTHS[day.month - 1]}____{day.year}г.",
        )
        assert {read_date(written, 2100).day for written in writings} == {day}

    @pytest.mark.parametrize("written", ["31.06.1987", "12.13.2012", "29.02.2023", "208", "скоро"])
    def test_what_is_no_date_is_not_guessed(self, written):
        found = read_date(written, NOW)
        assert found.is_impossible
        assert (found.day, found.month, found.year) == (None, None, None)

    @pytest.mark.parametrize(
        ("written", "born"), [("15.01.97", 1997), ("11.02.02", 2002), ("05.05.27", 1927)]
    )
    def test_two_digits_of_a_year_never_lead_into_the_future(self, written, born):
        assert read_date(written, NOW).day.year == born

    def test_month_and_year_alone_stay_what_they_are(self):
        assert read_date("сентябрь 2023", NOW).month == YearMonth(2023, 9)
        assert read_date("05.2024", NOW).month.isoformat() == "2024-05"
        assert read_date("2000 г.р.", NOW).year == 2000
        assert read_date(1963, NOW).year == 1963

    def test_month_knows_its_days(self):
        assert YearMonth(2024, 2).first_day == date(2024, 2, 1)
        assert YearMonth(2024, 2).last_day == date(2024, 2, 29)
        assert YearMonth(2023, 12).last_day == date(2023, 12, 31)

    def test_several_dates_come_in_their_order(self):
        found = dates_in("с 11 сентября 2023 г. по 31 мая 2024 г.", NOW)
        assert [one.day for one in found] == [date(2023, 9, 11), date(2024, 5, 31)]

    @given(ANY_VALUE)
    def test_any_value_is_read_without_an_error(self, value):
        assert read_date(value, NOW) is not None


class TestPhones:
    @given(st.integers(9_000_000_000, 9_999_999_999).filter(lambda n: n % 10**7))
    def test_every_writing_of_a_number_is_that_number(self, number):
        digits = str(number)
        code, rest = digits[:3], digits[3:]
        writings = (
            int(f"8{digits}"), f"8{digits}", f"+7{digits}", digits,
            f"8-{code}-{rest[:3]}-{rest[3:5]}-{rest[5:]}",
            f"8 ({code}) {rest[:3]} {rest[3:5]} {rest[5:]}",
        )  # fmt: skip
        assert {read_phones(written).numbers for written in writings} == {(f"+7{digits}",)}

    def test_local_number_stays_as_written(self):
        phones = read_phones("8-900-000-10-06, 2-00-06")
        assert phones.numbers == ("+79000001006", "2-00-06")
        assert phones.local == ("2-00-06",)

    def test_code_in_brackets_on_a_line_of_its_own_belongs_to_the_number(self):
        assert read_phones("8(42442)\n93258, 89147507442").numbers == (
            "+74244293258",
            "+79147507442",
        )

    @pytest.mark.parametrize(
        "written", ["8,9E+10", "8-900-000-10", 89_000_000_000, "8900000100123"]
    )
    def test_spoiled_number_is_told_and_not_kept(self, written):
        phones = read_phones(written)
        assert phones.numbers == ()
        assert phones.bad

    @given(ANY_VALUE)
    def test_any_value_is_read_without_an_error(self, value):
        assert isinstance(read_phones(value).first, str)


class TestContacts:
    @pytest.mark.parametrize(
        ("written", "relation", "name"),
        [
            ("мама – Авдеева Анна Ильинична, 8-900-000-18-01", "мама", "Авдеева Анна Ильинична"),
            ("отец Ганиев И.Р. 8-900-000-18-01", "отец", "Ганиев И.Р."),
            ("бабушка (опекун) Ежова Н.Ф., 8 900 000 18 01", "бабушка (опекун)", "Ежова Н.Ф."),
            ("8-900-000-18-01 (сестра)", "сестра", ""),
        ],
    )  # fmt: skip
    def test_kinship_name_and_phone_are_told_apart(self, written, relation, name):
        contacts = read_contacts(written)
        assert (contacts.relation, contacts.name) == (relation, name)
        assert contacts.phones.first == "+79000001801"

    def test_phone_and_mail_stand_in_one_cell_without_a_sign_between(self):
        contacts = read_contacts("900-000-10-05 BOYKO.SP@Mail.Example")
        assert contacts.phones.first == "+79000001005"
        assert contacts.emails == ("boyko.sp@mail.example",)

    @given(ANY_VALUE)
    def test_any_value_is_read_without_an_error(self, value):
        assert read_contacts(value) is not None


class TestClasses:
    @given(st.integers(1, 11), st.sampled_from("АБВГДЕЖЗИК"))
    def test_every_writing_of_a_class_is_that_class(self, grade, letter):
        writings = (
            f"{grade}{letter}", f"{grade} {letter}", f"{grade}«{letter}»",
            f"{grade} «{letter}» класс", f'{grade} "{letter.lower()}"', f"{grade}-{letter.lower()}",
            f"{grade}{letter.lower()} кл.",
            f"{grade} класс «{letter}»", f"класс {grade}{letter}", f"{grade}/{letter}",
        )  # fmt: skip
        assert {read_class(written).name for written in writings} == {f"{grade}{letter}"}

    def test_latin_letter_is_replaced_and_told(self):
        found = read_class("5A")
        assert (found.name, found.was_latin) == ("5А", True)

    def test_grade_alone_and_roman_numbers(self):
        assert read_class(7).name == "7"
        assert read_class("11 класс").name == "11"
        assert read_class("IX-Б").name == "9Б"

    @pytest.mark.parametrize(
        "text", ["студент 3 курса", "2 часа", "от 31.08.2023 № 214-од", "12.5"]
    )
    def test_other_numbers_are_no_classes(self, text):
        assert find_class(text) is None

    def test_class_is_found_inside_a_title(self):
        assert find_class("Список учащихся 5 «А» класса на 2023/2024 учебный год").name == "5А"

    @given(ANY_VALUE)
    def test_any_value_is_read_without_an_error(self, value):
        found = read_class(value)
        assert found is None or 1 <= found.grade <= 12


class TestService:
    @given(st.integers(0, 60), st.integers(0, 11))
    def test_months_never_add_a_year(self, years, months):
        writings = (
            f"{years} лет {months} мес.",
            f"{years} л. {months} м.",
            f"{years},{months}",
            years,
        )
        assert {read_service(written).years for written in writings} == {years}

    @pytest.mark.parametrize("written", ["б/с", "менее года", "10 мес.", "нет", "0", "до 1 года"])
    def test_less_than_a_year_is_nothing(self, written):
        assert read_service(written).years == 0

    @pytest.mark.parametrize("written", ["с 2006", "с 2006 г.", "с 01.09.2006 г.", 2006])
    def test_year_since_when(self, written):
        assert read_service(written).since == 2006

    def test_two_lengths_in_one_cell_are_total_and_teaching(self):
        service = read_service("12/5")
        assert (service.total_years, service.years) == (12, 5)

    def test_ranges_and_words_are_left_to_the_user(self):
        assert read_service("более 20").is_range
        assert read_service("5-10").is_range
        assert read_service("пять лет").is_unclear
        assert read_service(date(2023, 5, 12)).is_unclear

    def test_bare_number_beside_a_name_is_not_service(self):
        assert find_service("5") is None
        assert find_service("стаж 5").years == 5

    @given(ANY_VALUE)
    def test_any_value_is_read_without_an_error(self, value):
        assert read_service(value) is not None


class TestCategories:
    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("Высшая", "высшая"), ("ВКК", "высшая"), ("высш.", "высшая"),
            ("I кв. категория", "первая"), ("1 категория", "первая"), ("1КК", "первая"),
            ("Первая", "первая"), ("СЗД", "соответствие"), ("соотв.", "соответствие"),
            ("б/к", "нет"), ("-", "нет"), ("нет", "нет"), ("без категории", "нет"),
            ("2 категория", ""), ("педагог-методист", ""),
        ],
    )  # fmt: skip
    def test_name(self, written, name):
        assert read_category(written, NOW).name == name

    def test_date_or_year_beside_it(self):
        assert read_category("первая, 27.04.2022", NOW).day == date(2022, 4, 27)
        assert read_category("Первая кв. категория 2020 г.", NOW).year == 2020
        assert read_category("высшая до 30.08.2026", NOW).day is None

    def test_young_specialist_has_no_category_but_a_status(self):
        category = read_category("мол. специалист", NOW)
        assert (category.name, category.status) == ("нет", "молодой специалист")

    @given(ANY_VALUE)
    def test_any_value_is_read_without_an_error(self, value):
        assert read_category(value, NOW) is not None


class TestNames:
    WORDS = st.text(alphabet="абвгдеёжзиклмнопрстуфхцчшщыэюя", min_size=3, max_size=10)

    @given(WORDS, WORDS, WORDS)
    def test_capitals_small_letters_and_odd_blanks_make_no_difference(self, last, first, stem):
        patronymic = f"{stem}ович"
        name = [word.capitalize() for word in (last, first, patronymic)]
        usual = " ".join(name)
        readings = {
            read_name(t)
            for t in (usual, usual.upper(), usual.lower(), f"  {usual} ", usual.replace(" ", "\n"))
        }
        assert {(one.last_name, one.first_name, one.patronymic) for one in readings} == {
            tuple(name)
        }

    @given(WORDS)
    def test_initials_stand_before_or_after_the_last_name(self, last):
        last = last.capitalize()
        readings = [
            read_name(t)
            for t in (f"{last} И.О.", f"{last} И. О.", f"И.О. {last}", f"{last} И.О", f"{last} И О")
        ]
        assert {(one.last_name, one.initials) for one in readings} == {(last, "И.О.")}

    def test_latin_letters_are_replaced_and_their_part_is_named(self):
        name = read_name("Лисицына Ваpвара Алексеевна")
        assert (name.first_name, name.latin) == ("Варвара", ("first_name",))

    def test_maiden_name_and_notes_in_brackets(self):
        assert read_name("Фёдорова (Зайцева) Ксения Олеговна").former_last_name == "Зайцева"
        assert (
            read_name("Фёдорова Ксения Олеговна (до брака Зайцева)").former_last_name == "Зайцева"
        )
        assert read_name("Фёдорова Ксения Олеговна (декрет)").rest == "декрет"

    def test_names_of_other_peoples(self):
        assert read_name("Мамедов Рауф Эльчин оглы").patronymic == "Эльчин оглы"
        assert read_name("Нгуен Тхи Май").first_name == "Тхи Май"
        assert read_name("ОНДАР ЧЕЧЕНА КАН-ООЛОВНА").patronymic == "Кан-ооловна"
        assert read_name("Цветкова - Райх Алиса Марковна").last_name == "Цветкова-Райх"

    def test_last_name_after_the_patronymic_is_found_and_told(self):
        name = read_name("Лариса Витальевна Заболотная")
        assert (name.last_name, bool(name.doubt)) == ("Заболотная", True)

    @given(st.text(max_size=60))
    def test_any_text_is_read_without_an_error(self, text):
        assert read_name(text) is not None


class TestLists:
    def test_lines_semicolons_and_numbers_part_items_and_commas_do_not(self):
        assert split_items("1) подготовка к ЕГЭ\n2) анализ урока") == (
            "подготовка к ЕГЭ",
            "анализ урока",
        )
        assert split_items("хор, ИЗО; танцы;") == ("хор, ИЗО", "танцы")
        assert split_items("1. математика 2. физика") == ("математика", "физика")
        assert split_items("-") == ()

    @pytest.mark.parametrize(
        "written", ["«Учитель – ученик»", "учитель-ученик", "Учитель - ученик", "УЧИТЕЛЬ—УЧЕНИК"]
    )
    def test_form_has_one_writing(self, written):
        assert read_form(written) == "учитель – ученик"

    def test_hyphen_inside_a_role_is_not_a_dash(self):
        assert read_form("Педагог-психолог – ученик") == "педагог-психолог – ученик"
        assert is_form("Форма «учитель – учитель»")
        assert not is_form("Начальные классы – первая смена")

    def test_flags_and_counts(self):
        assert [read_flag(v) for v in ("да", "+", "прошёл", "нет", "не прошла", "", None)] == [
            True, True, True, False, False, None, None,
        ]  # fmt: skip
        assert read_count("2 чел.").number == 2
        assert read_count("1-2").is_range

    def test_periods(self):
        both = read_period("18.09.23-24.05.24", 2099)
        assert (both.start, both.end) == (date(2023, 9, 18), date(2024, 5, 24))
        assert read_period("до 31.05.2024", 2099).end == date(2024, 5, 31)
        assert read_period("с 01.09.2023 по 31.04.2024", 2099).impossible == ("end",)


class TestTexts:
    def test_latin_letters_are_replaced_only_in_cyrillic_words(self):
        assert repair_latin("учитeль Python") == "учитель Python"

    @pytest.mark.parametrize("sign", ["-//-", "— // —", '-"-', "„", "то же"])
    def test_signs_of_repetition(self, sign):
        assert is_ditto(sign)

    def test_dash_alone_says_nothing_and_repeats_nothing(self):
        assert not is_ditto("-")

    @pytest.mark.parametrize(
        ("title", "name"),
        [
            ("МБОУ «СОШ № 17», 2023-2024 учебный год", "МБОУ «СОШ № 17»"),
            ("Список педагогов-наставников МАОУ «Лицей № 3»", "МАОУ «Лицей № 3»"),
            ("Список МБОУ СОШ № 5 г. Энска на 2023-2024 учебный год", "МБОУ СОШ № 5 г. Энска"),
            ("Муниципальное общеобразовательное учреждение «Школа № 2»", "МОУ «Школа № 2»"),
            ("Сведения о работниках", ""),
        ],
    )  # fmt: skip
    def test_organisation_in_a_title(self, title, name):
        assert find_organisation(title) == name
