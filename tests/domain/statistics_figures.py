"""Every figure of every form for the reference school, counted by hand on 12 December 2026.

A line holds the figures of a row from column 3 on; «х» is crossed, «·» blank, «–» a share of
nobody. Rows that are not written hold zeros, and blanks where the user gives the figures.
"""

from decimal import Decimal

#     всего 10–19 нмых дев. мал. настав.
PUPILS = {
    "01": "7 5 6 3 3 1",
    "02": "0 0 0 0 0 х", "03": "0 0 0 0 0 х", "04": "0 0 0 0 0 х", "05": "0 0 0 0 0 х",
    "06": "0 0 0 0 0 х",
    "07": "6 4 6 3 3 0",
    "08": "2 1 2 1 1 0",
    "09": "1 1 1 0 1 0",
    "10": "1 1 1 1 0 0",
    "11": "1 1 1 1 0 0",
    "12": "1 0 1 0 1 0",
    "13": "1 1 0 0 0 1",
    "15": "1 1 0 0 0 1",
}  # fmt: skip

#     педагогов наставники наставляемые участвуют доля; ниже – по возрасту: всего и женщины
EDUCATORS = {
    "01": "2 0 2 2 100",
    "02": "2 0 1 1 50",
    "03": "0 0 0 0 –",
    "04": "1 0 0 0 0",
    "05": "0 0 0 0 –",
    "06": "1 1 0 1 100",
    "07": "0 0 0 0 –",
    "08": "7 1 4 5 71.4",
    "09": "1 0 0 0 1 0",
    "10": "1 1 0 0 1 1",
    "11": "1 1 0 0 1 1",
    "12": "1 0 0 0 1 0",
    "13": "1 0 0 0 0 0",
    "14": "1 1 0 0 0 0",
    "15": "1 1 1 1 0 0",
    "19": "7 4 1 1 4 2",
}

#     2026: план, числитель, знаменатель, факт, отклонение; так же 2025 и 2024
TARGETS = {
    "01": "· 4 5 80 ·    · 0 0 – –   70 0 0 – –",
    "02": "· 1 1 100 ·   · 0 0 – –   10 0 0 – –",
    "03": "· 1 1 100 ·   · 0 2 0 ·   70 0 2 0 -70",
    "04": "· · · · ·     · · · · ·   30 · · · ·",
    "05": "· · · · ·     · · · · ·   85 · · · ·",
    "06": "· · · · ·     · · · · ·   85 · · · ·",
}

DOCUMENTS = {
    "01": "1", "02": "1", "03": "1", "04": "0", "05": "0", "06": "0", "07": "0", "08": "0",
    "09": "4", "10": "12", "11": "0", "12": "0",
}  # fmt: skip

#     всего выс. пед. докт. канд. PhD проф. доц. спо пед. кв.раб. высш. перв. жен. ставки
OO1_3_1 = {
    "01": "10 7 6  0 1 0 0 1  2 1 ·  2 2  6 8.6",
    "02": "2 2 2   0 1 0 0 1  0 0 ·  1 1  2 2.3",
    "03": "1 1 1   0 1 0 0 1  0 0 ·  1 0  1 1",
    "04": "1 1 1   0 0 0 0 0  0 0 ·  0 1  1 1.3",
    "06": "6 5 4   0 0 0 0 0  1 1 ·  1 1  3 4.5",
    "07": "5 4 4   0 0 0 0 0  1 1 ·  1 1  2 4",
    "11": "1 1 1   0 0 0 0 0  0 0 ·  0 0  0 0",
    "13": "1 1 1   0 0 0 0 0  0 0 ·  0 0  0 1",
    "14": "1 1 1   0 0 0 0 0  0 0 ·  1 0  1 1",
    "15": "1 1 1   0 0 0 0 0  0 0 ·  0 1  1 1",
    "16": "1 0 0   0 0 0 0 0  1 1 ·  0 0  0 1",
    "30": "1 1 0   0 0 0 0 0  0 0 ·  0 0  1 0.5",
    "39": "1 0 0   0 0 0 0 0  1 0 ·  0 0  1 0.8",
    "40": "1 0 0   0 0 0 0 0  0 0 ·  0 0  0 1",
}

#     всего; общий стаж до 3, 3–5, 5–10, 10–15, 15–20, 20; педстаж, по тем же; без педстажа
OO1_3_2 = {
    "01": "10  2 2 2 0 1 3  7  2 2 0 1 0 2  2",
    "02": "2   0 0 0 0 1 1  2  0 0 0 1 0 1  0",
    "03": "1   0 0 0 0 0 1  1  0 0 0 0 0 1  0",
    "04": "1   0 0 0 0 1 0  1  0 0 0 1 0 0  0",
    "06": "6   1 2 2 0 0 1  5  2 2 0 0 0 1  0",
    "07": "5   1 1 2 0 0 1  4  1 2 0 0 0 1  0",
    "11": "1   0 0 1 0 0 0  0  0 0 0 0 0 0  0",
    "13": "1   1 0 0 0 0 0  1  1 0 0 0 0 0  0",
    "14": "1   0 0 0 0 0 1  1  0 0 0 0 0 1  0",
    "15": "1   0 0 1 0 0 0  1  0 1 0 0 0 0  0",
    "16": "1   0 1 0 0 0 0  1  0 1 0 0 0 0  0",
    "30": "1   0 1 0 0 0 0  1  1 0 0 0 0 0  0",
    "39": "1   1 0 0 0 0 0  0  0 0 0 0 0 0  1",
    "40": "1   0 0 0 0 0 1  0  0 0 0 0 0 0  1",
}

#     всего; по возрасту на 1 января 2027: моложе 25, 25–29 … 65 и старше – всего и женщины
OO1_3_3 = {
    "01": "10  0 0  3 2  1 1  1 0  1 0  1 1  1 1  0 0  0 0  2 1",
    "02": "2   0 0  0 0  0 0  0 0  0 0  1 1  0 0  0 0  0 0  1 1",
    "03": "1   0 0  0 0  0 0  0 0  0 0  0 0  0 0  0 0  0 0  1 1",
    "04": "1   0 0  0 0  0 0  0 0  0 0  1 1  0 0  0 0  0 0  0 0",
    "06": "6   0 0  2 1  1 1  1 0  1 0  0 0  1 1  0 0  0 0  0 0",
    "07": "5   0 0  1 0  1 1  1 0  1 0  0 0  1 1  0 0  0 0  0 0",
    "11": "1   0 0  0 0  0 0  1 0  0 0  0 0  0 0  0 0  0 0  0 0",
    "13": "1   0 0  1 0  0 0  0 0  0 0  0 0  0 0  0 0  0 0  0 0",
    "14": "1   0 0  0 0  0 0  0 0  0 0  0 0  1 1  0 0  0 0  0 0",
    "15": "1   0 0  0 0  1 1  0 0  0 0  0 0  0 0  0 0  0 0  0 0",
    "16": "1   0 0  0 0  0 0  0 0  1 0  0 0  0 0  0 0  0 0  0 0",
    "30": "1   0 0  1 1  0 0  0 0  0 0  0 0  0 0  0 0  0 0  0 0",
    "39": "1   0 0  1 1  0 0  0 0  0 0  0 0  0 0  0 0  0 0  0 0",
    "40": "1   0 0  0 0  0 0  0 0  0 0  0 0  0 0  0 0  0 0  1 0",
}

BY_HAND = {
    "pupils": PUPILS,
    "educators": EDUCATORS,
    "targets": TARGETS,
    "documents": DOCUMENTS,
    "oo1-3.1": OO1_3_1,
    "oo1-3.2": OO1_3_2,
    "oo1-3.3": OO1_3_3,
}
_SIGNS = {"х": "crossed", "·": "blank", "–": "undefined"}


def expected(form_code, form):
    """The figures by row and column; a sign says why there is no number."""
    lines = BY_HAND[form_code]
    return {
        (row.code, column.number): _read(lines.get(row.code), place, column)
        for table in form.tables
        for row in table.rows
        for place, column in enumerate(numeric_columns(table))
    }


def numeric_columns(table):
    """Columns of figures; those of words are told apart."""
    return [column for column in table.counted_columns if not table.is_of_text(column)]


def _read(line, place, column):
    is_given = column.selector is not None and column.selector.given
    written = ("·" if is_given else "0") if line is None else line.split()[place]
    return _SIGNS.get(written) or Decimal(written)


def found(report):
    """What a report says in the same terms."""
    form = report.form
    return {
        (row.code, column.number): _told(report.cells[row.code, column.number])
        for table in form.tables
        for row in table.rows
        for column in numeric_columns(table)
    }


def _told(cell):
    if cell.is_crossed:
        return "crossed"
    if cell.figure is None:
        return "undefined" if cell.text == "–" else "blank"
    return Decimal(cell.figure)
