"""Pictures of the whole program: drawn without a screen, touching nothing of the user."""

import os
import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from nastavnik_desktop.config.paths import program_dir


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    """The pictures as the command draws them, twice as large as the design, in the dark theme."""
    place = tmp_path_factory.mktemp("pictures")
    home = place / "home"
    command = [sys.executable, "main.py", "pictures", str(place / "shots")]
    done = subprocess.run(
        [*command, "--theme", "dark", "--scale", "2"],
        cwd=program_dir(),
        env={**os.environ, "NASTAVNIK_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not home.exists(), "nothing of the user is written"
    return {path.stem: QImage(str(path)) for path in (place / "shots").iterdir()}


def test_every_page_is_drawn_on_a_small_screen(pictures):
    pages = ("welcome", "today", "people", "pairings", "matching", "registers", "orders")
    pages = (*pages, "statistics", "settings-school")
    sizes = {(pictures[name].width(), pictures[name].height()) for name in pages}
    assert sizes == {(2 * 1366, 2 * 768)}


def test_pages_are_drawn_with_their_details(pictures):
    for name in ("people", "pairings", "registers", "orders", "statistics"):
        assert pictures[f"{name}-details"] != pictures[name], name


def test_dialogs_and_papers_are_drawn(pictures):
    dialogs = {
        "school-dialog", "person-dialog", "person-history", "import-dialog", "consents-dialog",
        "pairing-dialog", "finish-dialog", "order-dialog", "order-paper", "signing-dialog",
        "withdrawal-dialog", "orders-register", "statistics-paper", "head-dialog",
        "matching-details", "match-rules-dialog", "match-bans-dialog",
        "registers-paper", "new-year-dialog", "duplicates", "merge-dialog", "bulk-edit-dialog",
        "bulk-preview-dialog", "grid-dialog", "leaving-dialog", "forget-dialog",
        "templates-dialog", "templates-consent-dialog", "template-versions-dialog",
        "template-words", "question-dialog", "backups-dialog", "search", "shortcuts-dialog", "help",
        "crash-dialog",
    }  # fmt: skip
    assert dialogs <= set(pictures)
    assert all(not pictures[name].isNull() for name in dialogs)


def test_the_theme_that_was_asked_for_is_drawn(pictures):
    corner = pictures["today"].pixelColor(2 * 1000, 2 * 700)
    assert corner.lightness() < 64
