"""Arguments of the command ``fill``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from nastavnik_desktop.commands.usage import UsageError

Add = Callable[..., Any]
_MAPPING = """\
Разметка --mapping (JSON в UTF-8; программа сохраняет и читает такие файлы):
 {"cells": [
  {"sheet": "Сведения", "cell": "B3", "indicator": "mentors", "where": {"occupation": "educator"}},
  {"sheet": "Сведения", "cell": "C3", "form": "participants", "row": "11", "column": 5},
  {"sheet": "Сведения", "cell": "A3", "text": "school_short_name"},
  {"sheet": "Сведения", "cell": "D3", "value": "нет"}]}
 sheet      лист; в документе Word – «Таблица 1», «Таблица 2»; без него – первый лист
 cell       ячейка; объединённая – по первой; в Word столбцы сетки таблицы с A
 indicator  показатель: pairings, orders, mentors, mentees, participants, completed, left_early,
            educators, pupils, staff, rates, acts
 where      группы, которые его сужают: pairing_kind (pair, group), mentoring_form (код формы),
            occupation (educator, pupil, university_student, organisation), mentee (early_career,
            pupil_10_19, disability, gifted, hardship), pupil_age, grade, sex (f, m), staff,
            teaching_service, total_service, age_band, education, category
 form       ячейка формы программы: код формы, row – строка, column – графа
 text       сведения школы: school_short_name, school_full_name, place, founder, address, site,
            email, school_phone, inn, ogrn, okpo, head, head_title, responsible,
            responsible_title, responsible_phone, as_of, quarter, year, school_year
 value      число или слова, как написаны
Без --mapping берётся разметка, сохранённая в базе для бланка такого вида.
С --propose команда печатает разметку, прочитанную по заголовкам бланка, и ничего не пишет."""


def add_blanks(commands: Any, command: Add, day: Callable[[str], date]) -> None:  # noqa: ANN401
    """Add the command; ``command`` makes one, ``day`` reads a date."""

    def handler(options: argparse.Namespace) -> None:
        from nastavnik_desktop.commands.blanks import fill, propose

        if options.propose:
            propose(options.blank, options.base)
        elif options.as_of is None or options.out is None:
            raise UsageError("Укажите --as-of и --out. Пример: fill --help")
        else:
            fill(options.blank, options.mapping, options.base, options.as_of, options.out)

    parser = command(
        commands,
        "fill",
        "заполнить присланный бланк числами из базы",
        "fill blank.xlsx --mapping blank.json --base school.nastavnik --as-of 2026-12-12 "
        "--out filled.xlsx",
        handler,
    )
    parser.add_argument("blank", type=Path, help="бланк .xlsx или .docx; он остаётся как был")
    parser.add_argument("--mapping", type=Path, help="файл разметки: что стоит в какой ячейке")
    parser.add_argument("--base", required=True, help="файл базы или адрес PostgreSQL")
    parser.add_argument("--as-of", type=day, help="дата ГГГГ-ММ-ДД")
    parser.add_argument("--out", type=Path, help="файл для заполненного бланка")
    parser.add_argument("--propose", action="store_true", help="только предложить разметку")
    parser.epilog = f"{parser.epilog}\n\n{_MAPPING}"
