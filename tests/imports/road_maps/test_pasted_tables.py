"""Tables copied from Excel, from Word and from texts drawn with lines."""

from __future__ import annotations

import pytest

from nastavnik_desktop.imports.road_maps.reading import read_road_map

HEADER = "№\tМероприятие\tСрок\tОтветственный\tРезультат"


def read(tmp_path, text):
    path = tmp_path / "вставка.txt"
    path.write_text(text, "utf-8")
    return read_road_map(path).items


def test_lines_inside_cells_copied_from_excel_stand_in_quotes(tmp_path):
    items = read(
        tmp_path, f'{HEADER}\n1\tПриказ\t"октябрь\nапрель"\tЗавуч\tПриказ\n2\tВстреча\tмай\tЗавуч\t'
    )

    assert [one.deadline for one in items] == ["октябрь\nапрель", "май"]


def test_lines_inside_cells_copied_from_word_are_put_together(tmp_path):
    items = read(
        tmp_path,
        f"{HEADER}\n1.\tПодготовка\n1.1.\tПриказ\tдо 30.08.2023\tВетров А.А.,\n"
        "Зорина А.П.\tПриказ,\nпротокол\n1.2.\tПоложение\tсентябрь\tЗавуч\tПоложение\n",
    )

    assert [(one.number, one.responsible, one.result) for one in items] == [
        ("1.1.", "Ветров А.А.,\nЗорина А.П.", "Приказ,\nпротокол"),
        ("1.2.", "Завуч", "Положение"),
    ]
    assert items[0].sections == ("Подготовка",)


@pytest.mark.parametrize("sign", ["|", ";", ","])
def test_other_signs_between_cells(tmp_path, sign):
    text = f"{HEADER}\n1\tПриказ\tдо 30.08.2023\tВетров\tПриказ\n2\tПлан\tмай\tЗавуч\tПлан"

    items = read(tmp_path, text.replace("\t", sign))

    assert [one.event for one in items] == ["Приказ", "План"]


def test_a_table_drawn_with_lines(tmp_path):
    items = read(
        tmp_path,
        "| № | Мероприятие | Срок | Ответственный |\n|---|---|---|---|\n"
        "| 1 | Приказ | до 30.08.2023 | Директор |\n| 2 | План | май | Завуч |\n",
    )

    assert [(one.number, one.event, one.responsible) for one in items] == [
        ("1", "Приказ", "Директор"), ("2", "План", "Завуч")
    ]  # fmt: skip
