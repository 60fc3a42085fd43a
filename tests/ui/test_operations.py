"""Long work: one thread, a result or an error always delivered to the window's thread."""

import threading
from functools import partial

import pytest

from nastavnik_desktop.domain.errors import Cancelled, StorageUnavailable


def test_the_result_comes_back_to_the_thread_of_the_window(operations):
    told = []
    operations.run(
        "Расчёт", threading.get_ident, lambda worker: told.append((worker, threading.get_ident()))
    )
    operations.drain()
    worker, receiver = told[0]
    assert receiver == threading.get_ident()
    assert worker != receiver


def test_calls_run_one_after_another_on_one_thread(operations):
    threads, order = set(), []

    def work(number):
        threads.add(threading.get_ident())
        order.append(number)

    for number in range(20):
        operations.run("Работа", partial(work, number))
    operations.drain()
    assert order == list(range(20))
    assert len(threads) == 1


def test_an_error_goes_to_the_handler_of_its_operation(operations, failures):
    told = []
    full = StorageUnavailable("Диск полон.", "Освободите место.")
    operations.run("Запись", partial(_fail, full), on_error=told.append)
    operations.drain()
    assert told == [full]
    assert failures == []


def test_an_error_without_a_handler_is_reported_with_the_title(operations, failures):
    full = StorageUnavailable("Диск полон.")
    operations.run("Запись", partial(_fail, full), on_done=lambda _result: pytest.fail("no result"))
    operations.drain()
    assert failures == [("Запись", full)]


def test_the_next_operation_runs_after_a_failed_one(operations, failures):
    told = []
    operations.run("Первая", partial(_fail, ValueError()))
    operations.run("Вторая", lambda: 5, told.append)
    operations.drain()
    assert told == [5]
    assert len(failures) == 1


def test_what_a_handler_starts_is_done_too(operations):
    told = []
    operations.run("Первая", lambda: 1, lambda _r: operations.run("Вторая", lambda: 2, told.append))
    operations.drain()
    assert told == [2]
    assert not operations.is_busy


def test_quick_work_shows_nothing(operations):
    shown = []
    operations.shown.connect(lambda *facts: shown.append(facts))
    operations.run("Быстро", lambda: None)
    operations.drain()
    assert shown == []


def test_long_work_is_shown_says_how_far_it_is_and_can_be_cancelled(qtbot, operations):
    ended = []

    def count(progress):
        for done in range(10_000):
            progress.step(done, 10_000)
            threading.Event().wait(0.005)

    with qtbot.waitSignal(operations.shown) as shown:
        operations.run("Создание приказов", count, on_error=ended.append)
    assert shown.args == ["Создание приказов", True]
    with qtbot.waitSignal(operations.progressed) as progressed:
        pass
    assert progressed.args[1] == 10_000
    with qtbot.waitSignal(operations.idle):
        operations.cancel()
    operations.drain()
    assert isinstance(ended[0], Cancelled)


def test_the_window_shows_the_work_and_its_end(qtbot, window, operations):
    window.follow(operations)
    window.show()
    operations.shown.emit("Загрузка списка", True)
    operations.progressed.emit(5, 10)
    work = next(w for w in window.status.children() if type(w).__name__ == "_WorkSign")
    assert work.isVisible()
    operations.idle.emit()
    assert not work.isVisible()


def _fail(error):
    raise error
