"""A cell with several deadlines, each for the responsible whom it names."""

from datetime import date

import pytest

from nastavnik_desktop.domain.deadlines import Kind, ReadingYear, read_cell

YEAR = ReadingYear(2023)


def parts(cell):
    return [
        (part.phrase, part.responsible, str(part.reading.kind)) for part in read_cell(cell, YEAR)
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (
            "до 1 октября – куратор; ежегодно – директор",
            [("до 1 октября", "куратор", "deadline"), ("ежегодно", "директор", "recurring")],
        ),
        (
            "Куратор: до 15 сентября\nНаставники: в течение года",
            [
                ("до 15 сентября", "Куратор", "deadline"),
                ("в течение года", "Наставники", "period"),
            ],
        ),
        (
            "УО, РЦО – август 2023 г.\nОО – сентябрь-октябрь 2023 г.",
            [
                ("август 2023 г.", "УО, РЦО", "period"),
                ("сентябрь-октябрь 2023 г.", "ОО", "period"),
            ],
        ),
    ],
)
def test_a_reading_for_each_named_responsible(cell, expected):
    assert parts(cell) == expected


@pytest.mark.parametrize(
    "cell",
    [
        "сентябрь – октябрь",
        "1 сентября – 27 октября",
        "до 1 октября; до 1 мая",
        "Сентябрь 2023 г., далее – по запросу",
        "15 октября – актовый зал; ежегодно",
    ],
)
def test_a_cell_that_names_nobody_is_one_deadline(cell):
    assert [(part.phrase, part.responsible) for part in read_cell(cell, YEAR)] == [(cell, "")]


def test_two_lines_for_two_groups_of_responsibles_are_one_rule_with_both_first_days():
    cell = (
        "Август 2021 г., далее – ежегодно не реже одного раза в год\n"
        "Октябрь 2021 г., далее – ежегодно не реже одного раза в год"
    )
    for text in (cell, cell.replace("\n", " ")):
        (part,) = read_cell(text, ReadingYear.calendar(2021))

        assert part.reading.kind is Kind.RECURRING
        assert part.reading.occurrences == (date(2021, 8, 31), date(2021, 10, 31))
        assert part.reading.is_ambiguous
