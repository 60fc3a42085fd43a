"""The order that a cell names."""

from datetime import date

import pytest

from nastavnik_desktop.imports.values.orders import read_order

DAY = date(2026, 9, 5)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("приказ №156-од от 05.09.2026", "156-од"),
        ("№ 17 – ОД от 05.09.2026 г.", "17 – ОД"),
        ("Приказ от 05.09.2026 № 156-од", "156-од"),
        ("от 5 сентября 2026 г. № 181/1", "181/1"),
        ("№ 01-03\\482, 05.09.2026", "01-03\\482"),
        ("№ 42.6 05.09.2026", "42.6"),
        ("№156-од от05.09.2026 г.", "156-од"),
    ],
)
def test_number_and_date_are_read_in_either_sequence(text, number):
    assert read_order(text) == (number, DAY)


@pytest.mark.parametrize("text", ["", "приказ № 5", "приказ от 05.09.2026", "нет"])
def test_half_an_order_is_none(text):
    assert read_order(text) is None
