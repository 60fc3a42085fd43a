"""The way in: from an empty base to the first order, from an old school year to a new one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from nastavnik_desktop.domain.new_year import ending_year
from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.today import Task, TaskAction

_MONTHS_OF_BEGINNING = range(6, 10)
_STEPS = (
    (
        "Сведения о школе",
        "название, директор, нумерация: без них нет приказа",
        "Заполнить",
        TaskAction.SET_UP_SCHOOL,
    ),
    (
        "Список сотрудников",
        "любая таблица Excel или Word: порядок столбцов не важен",
        "Загрузить из Excel",
        TaskAction.IMPORT_STAFF,
    ),
    (
        "Наставники года",
        "отметьте в списке, кто в этом году наставник, а кому он нужен",
        "Отметить",
        TaskAction.MARK_POOLS,
    ),
    (
        "Первая пара",
        "наставник, наставляемый, форма и срок",
        "Создать пару",
        TaskAction.CREATE_PAIRING,
    ),
    (
        "Приказ о закреплении",
        "номер, дата и текст готовы: останется напечатать и подписать",
        "Создать приказ",
        TaskAction.CREATE_ORDER,
    ),
)
"""Each step: title, what it takes, its button and what the button does."""


def first_steps(*are_done: bool) -> Iterator[Task]:
    """The steps with their marks, in their order; nothing once all are done.

    A step that is done has no button.
    """
    if all(are_done):
        return
    for is_done, (title, detail, button, action) in zip(are_done, _STEPS, strict=True):
        if is_done:
            yield Task(title, "готово", "", action, Level.INFO)
        else:
            yield Task(title, detail, button, action, Level.WARNING)


def level_step() -> Task:
    """Offered before anything was entered: a municipality's base is made of other pages."""
    return Task(
        "База школы или управления образования",
        "в базе управления сводят посылки школ: выберите уровень «муниципалитет»",
        "Выбрать уровень",
        TaskAction.CHOOSE_LEVEL,
        Level.INFO,
    )


def new_year_task(today: date, years: Collection[int]) -> Iterator[Task]:
    """From June to September, while nothing is known of the new year but of the old one is."""
    ending = ending_year(today)
    is_due = today.month in _MONTHS_OF_BEGINNING and ending.next.start not in years
    if is_due and ending.start in years:
        yield Task(
            f"Начните {ending.next} учебный год",
            "ученики перейдут в следующие классы, базы и пары можно перенести",
            "Начать год",
            TaskAction.START_NEW_YEAR,
            icon="calendar-plus",
        )
