"""A hand that answers the program's own windows as they come to the front."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

PATIENCE_MS = 20
LOOKS_AT_ONE_WINDOW = 500


class Hand:
    """``when(kind, act)`` plans what is done with the next window of that kind.

    A window that nobody planned, or an act that fails, closes the window and fails the test.
    """

    def __init__(self):
        self._plans = []
        self._faults = []
        self._looks = 0
        self._timer = QTimer()
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def when(self, kind, act, is_ready=lambda _dialog: True):
        self._plans.append((kind, is_ready, act))

    @property
    def is_done(self):
        return not self._plans

    def rest(self):
        """Look no more; what was planned must have been done."""
        self._timer.stop()
        if self._faults:
            raise self._faults[0]
        assert self.is_done, f"never came: {[kind.__name__ for kind, *_rest in self._plans]}"

    def _look(self):
        front = QApplication.activeModalWidget()
        if front is None:
            self._looks = 0
        elif self._plans and isinstance(front, self._plans[0][0]) and self._plans[0][1](front):
            self._looks = 0
            self._answer(front, self._plans.pop(0)[2])
        else:
            self._looks += 1
            if self._looks > LOOKS_AT_ONE_WINDOW:
                self._give_up(front, AssertionError(f"nobody answered {front!r}"))

    def _answer(self, front, act):
        try:
            act(front)
        except AssertionError as fault:
            self._give_up(front, fault)

    def _give_up(self, front, fault):
        self._looks = 0
        self._faults.append(fault)
        front.done(0)
