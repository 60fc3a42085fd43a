"""Runs of the program without a screen."""

from contextlib import contextmanager

import pytest

from tests.ui.hand import Hand


@pytest.fixture(scope="session")
def qapp():
    from ui.application import make_application

    return make_application("light")


@pytest.fixture
def hand(qapp):
    made = Hand()
    yield made
    made.rest()


@pytest.fixture
def open_services(tmp_path):
    """The services over the file of a school, as another start of the program would see it."""
    from nastavnik_desktop.bootstrap import build_services
    from nastavnik_desktop.config.app_settings import AppSettings

    path = tmp_path / "школа.nastavnik"

    @contextmanager
    def begin():
        services = build_services(str(path), AppSettings(), create=not path.exists())
        try:
            yield services, path
        finally:
            services.close()

    return begin


@pytest.fixture
def start(qtbot, tmp_path):
    """Starts the program, with a file or without; the settings outlive each run."""
    from tests.e2e.program import Program

    runs = []

    def begin(file=None):
        made = Program(tmp_path / "settings.json", file)
        qtbot.addWidget(made.window)
        runs.append(made)
        return made

    yield begin
    for run in runs:
        if run.window.isVisible():
            run.leave()
