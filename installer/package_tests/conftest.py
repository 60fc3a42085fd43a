"""What the tests of the packages share: the built files, bare systems, a screen."""

from __future__ import annotations

import pytest

from installer.package_tests.bare_system import BareSystem
from installer.package_tests.screen import Screen
from installer.shipping import linux_bundle, program

SUITES = ("bookworm", "bullseye")


def _built(pattern):
    found = sorted(program.DIST.glob(pattern))
    if not found:
        pytest.skip(f"{pattern} is not built: python3 installer/build_packages.py")
    return found[-1]


@pytest.fixture(scope="session")
def bundle():
    if not (linux_bundle.FOLDER / program.PACKAGE).exists():
        pytest.skip("no Linux folder: python3 installer/build_packages.py --only linux")
    return linux_bundle.FOLDER


@pytest.fixture(scope="session")
def deb():
    return _built(f"*_{program.VERSION}_amd64.deb")


@pytest.fixture(scope="session")
def rpm():
    return _built(f"*-{program.VERSION}-*.rpm")


@pytest.fixture(scope="session")
def tar_xz():
    return _built(f"*-{program.VERSION}-linux-x86_64.tar.xz")


@pytest.fixture(params=SUITES, scope="module")
def system(request, tmp_path_factory):
    """A Debian that has nothing but itself, with one ordinary user."""
    made = BareSystem.laid_out(request.param, program.BUILD / f"bare-{request.param}")
    yield made
    made.remove()


@pytest.fixture(scope="module")
def screen():
    made = Screen.started()
    yield made
    made.stop()
