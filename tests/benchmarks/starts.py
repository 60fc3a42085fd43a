"""Cold start of the window with a base, beside a bare window of the same library."""

import subprocess
import sys
from pathlib import Path
from statistics import median
from time import time

from tests.benchmarks.measures import Measure

ROOT = Path(__file__).resolve().parents[2]

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
application.processEvents()
painted = time.time()
import psutil
print(painted - float(sys.argv[1]), painted - float(sys.argv[1]), end=" ")
print(psutil.Process().memory_info().rss / 2**20)
"""

OURS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import application
from ui.furnish import PAGES, furnish

spawned, base = float(sys.argv[1]), Path(sys.argv[2])

def furnish_and_tell(window, settings, file):
    painted = time.time()
    kept = furnish(window, settings, file)
    import gc
    from ui.operations import Operations
    working = [one for one in gc.get_objects() if isinstance(one, Operations)]

    def tell_when_idle():
        if any(one.is_busy for one in working):
            return
        window.repaint()
        usable = time.time()
        import psutil
        print(painted - spawned, usable - spawned, psutil.Process().memory_info().rss / 2**20)
        sys.stdout.flush()
        timer.stop()
        window.close()
        QApplication.quit()

    timer = QTimer(window)
    timer.timeout.connect(tell_when_idle)
    timer.start(5)
    return kept

application.start(PAGES, furnish_and_tell, base)
"""


def _runs(code, *arguments, rounds):
    """Seconds to the first paint, seconds to usable, megabytes: medians of several processes."""
    answers = []
    for _ in range(rounds):
        done = subprocess.run(
            [sys.executable, "-c", code, str(time()), *map(str, arguments)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        answers.append([float(number) for number in done.stdout.split()[-3:]])
    return [median(column) for column in zip(*answers, strict=True)]


def measures(base, rounds=5):
    """First paint, usable and memory of the window that opens ``base``."""
    bare_paint, _, bare_memory = _runs(BARE, rounds=rounds)
    paint, usable, memory = _runs(OURS, base, rounds=rounds)
    bare = "bare window"
    yield Measure("start to first paint", paint * 1000, bare_paint * 1000, bare, "<= 1.7 x")
    yield Measure("start to usable", usable * 1000, bare_paint * 1000, bare, "<= 4 x")
    yield Measure("memory", memory, bare_memory, bare, "<= 110 MB", unit="MB")
