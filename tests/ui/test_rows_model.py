"""Rows of a table: finding, ordering, what is said aloud, what is taken out."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from nastavnik_desktop.domain.search import matches, query_words, search_key
from ui.item_models.column import Align, Column
from ui.item_models.rows_model import ROW_ROLE, SORT_ROLE, TONE_ROLE, RowsModel
from ui.tokens import Tone


@dataclass(frozen=True)
class Teacher:
    id: int
    name: str
    post: str
    hired: int | None = None


TEACHERS = [
    Teacher(1, "Соколова Мария", "учитель химии", 2019),
    Teacher(2, "Ёлкина Татьяна", "учитель начальных классов", None),
    Teacher(3, "Абдулов Рустам", "учитель истории", 2001),
    Teacher(4, "Елкин Пётр", "педагог-психолог", 2024),
]


def columns():
    return [
        Column("ФИО", lambda row: row.name),
        Column(
            "Должность", lambda row: row.post, tone=lambda row: Tone.GOOD if row.id == 1 else None
        ),
        Column(
            "Год",
            lambda row: str(row.hired or ""),
            sort_key=lambda row: row.hired,
            align=Align.RIGHT,
            tooltip=lambda row: f"принят в {row.hired} году",
        ),
    ]


@pytest.fixture
def model(qapp):
    made = RowsModel(columns())
    made.set_rows(TEACHERS)
    return made


def names(model):
    return [row.name.split()[0] for row in model.shown_rows()]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("елкин", ["Ёлкина", "Елкин"]),
        ("ЁЛКИНА", ["Ёлкина"]),
        ("химии сокол", ["Соколова"]),
        ("cjrjkjdf", ["Соколова"]),
        ("учитель  ист", ["Абдулов"]),
        ("", ["Соколова", "Ёлкина", "Абдулов", "Елкин"]),
        ("нет такого", []),
    ],
)
def test_words_are_found_in_any_order_case_and_layout(model, query, found):
    model.set_query(query)
    assert names(model) == found


def test_typing_letter_by_letter_finds_the_same_as_the_domain_does(model):
    texts = {row.id: search_key(f"{row.name} {row.post} {row.hired or ''}") for row in TEACHERS}
    typed = ["е", "ел", "елк", "елк и", "елк", "ел п", "п ел", "g", "gf", "gtn", "пет", ""]
    for query in typed:
        model.set_query(query)
        expected = [row for row in TEACHERS if matches(texts[row.id], query_words(query))]
        assert model.shown_rows() == expected, query


def test_names_sort_with_yo_as_ye_and_the_other_way(model):
    model.sort(0)
    assert names(model) == ["Абдулов", "Елкин", "Ёлкина", "Соколова"]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Соколова", "Ёлкина", "Елкин", "Абдулов"]


def test_rows_without_a_value_go_last_in_either_order(model):
    model.sort(2)
    assert names(model) == ["Абдулов", "Соколова", "Елкин", "Ёлкина"]
    model.sort(2, Qt.SortOrder.DescendingOrder)
    assert names(model) == ["Елкин", "Соколова", "Абдулов", "Ёлкина"]


def test_no_column_means_the_order_in_which_the_rows_came(model):
    model.sort(0)
    model.sort(-1)
    assert model.shown_rows() == TEACHERS


def test_query_filter_and_order_work_together_and_outlive_new_rows(model):
    model.sort(0)
    model.set_predicate(lambda row: row.hired is not None)
    model.set_query("учитель")
    assert names(model) == ["Абдулов", "Соколова"]
    model.set_rows([*TEACHERS, Teacher(5, "Белова Анна", "учитель труда", 2020)])
    assert names(model) == ["Абдулов", "Белова", "Соколова"]
    model.set_query("")
    assert names(model) == ["Абдулов", "Белова", "Елкин", "Соколова"]
    assert (model.rowCount(), model.total) == (4, 5)


def test_search_texts_are_made_ready_while_nothing_else_happens(qtbot):
    asked = []
    model = RowsModel(columns(), search_text=lambda row: asked.append(row.id) or row.name.lower())
    model.set_rows(TEACHERS)
    qtbot.waitUntil(lambda: len(asked) == len(TEACHERS))
    model.set_query("абдулов")
    assert asked == [1, 2, 3, 4]


def test_each_role_answers(model):
    cell = model.index(0, 1)
    assert cell.data() == "учитель химии"
    assert cell.data(ROW_ROLE) is TEACHERS[0]
    assert cell.data(TONE_ROLE) == Tone.GOOD
    year = model.index(0, 2)
    assert year.data(SORT_ROLE) == 2019
    assert year.data(Qt.ItemDataRole.ToolTipRole) == "принят в 2019 году"
    assert year.data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(2, Qt.Orientation.Horizontal) == "Год"


def test_the_first_cell_speaks_for_its_row(model):
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "ФИО: Ёлкина Татьяна; Должность: учитель начальных классов"
    assert model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "Год: пусто"


def test_what_is_shown_can_be_taken_out(model):
    model.set_query("учитель")
    table = model.shown_table("Люди", [2, 0])
    assert table.headings == ("Год", "ФИО")
    assert table.rows[0] == ("2019", "Соколова Мария")
    assert table.is_number == (True, False)
    assert len(table.rows) == 3
