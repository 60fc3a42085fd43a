"""The window of the bundle, led through its pages, calls nobody and writes only in its places."""

import subprocess
import time

import pytest

from installer.package_tests import tracing
from installer.shipping import program

OPENED = "– Наставник"
_PAGES = 8  # that Ctrl with a digit opens
_SECONDS_FOR_A_PAGE = 1.5


@pytest.fixture(scope="module")
def home(bundle, tmp_path_factory):
    """The home of an ordinary user, who keeps the training school among the documents."""
    made = tmp_path_factory.mktemp("home")
    (made / ".local/share").mkdir(parents=True)
    documents = made / "Документы"
    subprocess.run([bundle / program.PACKAGE, "demo", documents], check=True, capture_output=True)
    return made


def test_the_window_calls_nobody_and_writes_only_in_its_places(bundle, home, screen):
    trace = home.parent / "window.trace"
    surroundings = {"PATH": "/usr/bin:/bin", "HOME": str(home), "DISPLAY": screen.name}
    base = home / "Документы/demo.nastavnik"
    process = subprocess.Popen(
        [*tracing.traced(trace), bundle / program.PACKAGE, base],
        env={**surroundings, "LC_ALL": "C.UTF-8", "TMPDIR": str(home / "tmp")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        screen.wait_for(OPENED, process)
        for page in range(1, _PAGES + 1):
            screen.press(OPENED, f"ctrl+{page}")
            time.sleep(_SECONDS_FOR_A_PAGE)
            screen.take_picture(f"page-{page}")
    finally:
        subprocess.run(["pkill", "--parent", str(process.pid)], check=False)
        _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    assert tracing.connections(trace) == []
    own = (".local/share/Nastavnik", "Документы", ".cache", "tmp")
    assert tracing.written_outside(trace, *(home / name for name in own)) == []
