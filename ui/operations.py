"""Long work on the one worker thread; a result or an error always comes back to the window.

Everything that touches the base runs here, one call after another, so that two calls never meet
in the base and the window never waits. There is no nested event loop anywhere.
"""

from __future__ import annotations

import inspect
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from time import monotonic
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from nastavnik_desktop.domain.errors import Cancelled

Result = TypeVar("Result")
OnError = Callable[[BaseException], None]

SHOWN_AFTER_MS = 400
_SECONDS_BETWEEN_STEPS = 0.05

_log = logging.getLogger(__name__)


class Progress:
    """Given to the work: it says how far it is, and learns that it should stop."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._cancelled = threading.Event()
        self._told_at = 0.0

    def step(self, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` parts are ready; raises Cancelled when asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        if monotonic() - self._told_at >= _SECONDS_BETWEEN_STEPS or done == total:
            self._told_at = monotonic()
            self._tell(done, total)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()


@dataclass(eq=False)
class _Task:
    title: str
    on_done: Callable[[Any], None] | None
    on_error: OnError | None
    progress: Progress | None = None
    future: Future[Any] = field(default_factory=Future)


def _wants_progress(call: Callable[..., object]) -> bool:
    try:
        return "progress" in inspect.signature(call).parameters
    except ValueError:  # a function of C that does not tell its parameters
        return False


class Operations(QObject):
    """Runs plain callables on the worker thread.

    Signals: ``shown(title, can_cancel)`` when the work takes longer than 0.4 s,
    ``progressed(done, total)``, ``idle()`` when nothing is left to do.
    ``on_error(title, error)`` takes the errors of operations that have no own handler.
    """

    shown = Signal(str, bool)
    progressed = Signal(int, int)
    idle = Signal()
    _finished = Signal(object)
    _stepped = Signal(object, int, int)

    def __init__(
        self, on_error: Callable[[str, BaseException], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._tasks: list[_Task] = []
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="operations")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SHOWN_AFTER_MS)
        self._patience.timeout.connect(self._on_patience_ended)
        self._finished.connect(self._on_finished)
        self._stepped.connect(self._on_stepped)

    @property
    def is_busy(self) -> bool:
        """Whether something runs or waits."""
        return bool(self._tasks)

    def run(
        self,
        title: str,
        call: Callable[..., Result],
        on_done: Callable[[Result], None] | None = None,
        on_error: OnError | None = None,
    ) -> None:
        """Run ``call()`` on the worker, then ``on_done(result)`` or ``on_error(error)`` here.

        ``title`` names the work in Russian. A call with a parameter ``progress`` gets a
        ``Progress`` and can be cancelled.
        """
        task = _Task(title, on_done, on_error)
        if _wants_progress(call):
            task.progress = Progress(partial(self._stepped.emit, task))
            call = partial(call, progress=task.progress)
        self._tasks.append(task)
        if len(self._tasks) == 1:
            self._patience.start()
        task.future = self._worker.submit(call)
        task.future.add_done_callback(lambda _future: self._finished.emit(task))

    def cancel(self) -> None:
        """Ask the running operation to stop; its error handler then gets ``Cancelled``."""
        if self._tasks and self._tasks[0].progress is not None:
            self._tasks[0].progress.cancel()

    def drain(self) -> None:
        """Wait until everything is done and delivered, also what the handlers started."""
        while self._tasks:
            self._worker.submit(int).result()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def close(self) -> None:
        """Finish what was started; nothing can be run afterwards."""
        self._worker.shutdown(wait=True)

    def _on_patience_ended(self) -> None:
        if self._tasks:
            self.shown.emit(self._tasks[0].title, self._tasks[0].progress is not None)

    def _on_stepped(self, task: _Task, done: int, total: int) -> None:
        if self._tasks and task is self._tasks[0] and not self._patience.isActive():
            self.progressed.emit(done, total)

    def _on_finished(self, task: _Task) -> None:
        self._tasks.remove(task)
        if self._tasks:
            self._patience.start()
        else:
            self._patience.stop()
            self.idle.emit()
        self._deliver(task)

    def _deliver(self, task: _Task) -> None:
        error = task.future.exception()
        if error is None:
            if task.on_done is not None:
                task.on_done(task.future.result())
            return
        _log.info("operation failed: %s", type(error).__name__)
        if task.on_error is not None:
            task.on_error(error)
        else:
            self._on_error(task.title, error)
