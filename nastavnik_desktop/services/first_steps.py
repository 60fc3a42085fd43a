"""The way in: what leads from an empty base to the first order."""

from __future__ import annotations

from collections.abc import Iterator

from nastavnik_desktop.domain.problems import Level
from nastavnik_desktop.domain.today import Task, TaskAction

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
