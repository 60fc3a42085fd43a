"""50,000 people in the table of the page «Люди»: show, a key in the filter, sort."""

from datetime import date
from functools import partial
from statistics import median
from time import perf_counter

from nastavnik_desktop.domain.full_name import FullName
from nastavnik_desktop.domain.people import PersonKind, PersonRow, ServiceLength
from tests.benchmarks.measures import Measure, milliseconds

TODAY = date(2026, 9, 8)
TYPED = "иванова физики"
LAST_NAMES = ("Иванова", "Петрова", "Ёлкина", "Абдулова", "Крутикова", "Соколова", "Гаврилова")
SUBJECTS = ("физики", "химии", "истории", "труда")


def many_people(count):
    """Rows of the list with names that repeat as they do in life."""
    return [
        PersonRow(
            person_id=number,
            name=FullName(
                f"{LAST_NAMES[number % 7]}{'абвгд'[number % 5]}",
                "Анна",
                f"П{number * 7919 % count}",
            ),
            kind=PersonKind.STAFF,
            position_title=f"учитель {SUBJECTS[number % 4]}",
            subject="",
            school_class="",
            category=None,
            teaching_service=ServiceLength(number % 500, TODAY),
            birth_date=None,
            birth_year=1950 + number % 50,
            phone="",
            email="",
            organisation="",
            is_mentor=False,
            is_mentee=False,
            pairings_count=0,
            is_archived=False,
        )
        for number in range(count)
    ]


def _table():
    from ui.application import make_application
    from ui.item_models.people_columns import people_columns, person_search_text
    from ui.item_models.rows_model import RowsModel
    from ui.user_settings import UserSettings
    from ui.widgets.records_table import RecordsTable

    application = make_application("light")
    columns = people_columns(lambda: TODAY, lambda _person: "", lambda _person: "")
    model = RowsModel(columns, lambda row: row.person_id, person_search_text)
    made = RecordsTable("people", "Люди", model, UserSettings())
    made.resize(1100, 600)
    made.show()
    return application, made, model, person_search_text


def measures(count=50_000, rounds=3):
    """Show, key and sort beside a repaint with a scan or a sort of bare Python lists."""
    _application, shown, model, search_text = _table()

    def repainted(work):
        started = perf_counter()
        work()
        shown.viewport().repaint()
        return (perf_counter() - started) * 1000

    # Rows of their own each time: nothing that was prepared for the former ones is of use.
    filled = [repainted(partial(model.set_rows, many_people(count))) for _ in range(rounds)]
    keys = [repainted(partial(model.set_query, TYPED[:end])) for end in range(1, len(TYPED) + 1)]
    model.set_query("")
    people = many_people(count)
    texts = [search_text(person) for person in people]
    names = [person.name.key for person in people]
    bare_fill = milliseconds(lambda: [person.person_id for person in people], rounds)
    scan = milliseconds(
        lambda: repainted(lambda: [text for text in texts if "иванова" in text]), rounds
    )
    by_column = [
        [repainted(partial(model.sort, column)) for _ in range(rounds)] for column in range(3)
    ]
    bare_sort = milliseconds(lambda: sorted(range(count), key=names.__getitem__), rounds)
    people_count = f"{count:,} people"
    yield Measure(f"{people_count}: show", median(filled), bare_fill, "their keys", "<= 50 ms")
    scanned = "one scan, a repaint"
    yield Measure(f"{people_count}: a key", median(keys), scan, scanned, "<= 16 ms")
    yield Measure(f"{people_count}: the slowest key", max(keys), scan, scanned, "–")
    sort = max(map(median, by_column))
    yield Measure(f"{people_count}: sort", sort, bare_sort, "a sort by ready keys", "<= 50 ms")
