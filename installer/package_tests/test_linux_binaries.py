"""The Linux packages: what their binaries ask of a system, how large they are, what they hold."""

import subprocess
from pathlib import Path

import pytest

from installer.shipping import elf, licences, linux_bundle, program, report, wheels

NEWEST_GLIBC = (2, 31)
LARGEST_PACKAGE, LARGEST_FOLDER = 60_000_000, 200_000_000


def test_no_binary_needs_a_newer_glibc_than_debian_11_has(bundle):
    needed = {
        str(path.relative_to(bundle)): versions[-1]
        for path in elf.files(bundle)
        if (versions := elf.versions_needed(path))
    }
    assert len(needed) > 50
    print(f"newest glibc asked for: {max(needed.values())}")
    assert {name: version for name, version in needed.items() if version > NEWEST_GLIBC} == {}


def test_the_folder_fits(bundle):
    print(report.megabytes(report.size_of(bundle)))
    assert report.size_of(bundle) <= LARGEST_FOLDER


@pytest.mark.parametrize("kind", ["deb", "rpm", "tar_xz"])
def test_a_package_fits(kind, request):
    package = request.getfixturevalue(kind)
    print(package.name, report.megabytes(package.stat().st_size))
    assert package.stat().st_size <= LARGEST_PACKAGE


def test_qt_can_be_replaced(bundle):
    libraries = {path.name for path in (bundle / "_internal/PySide6/Qt/lib").iterdir()}
    assert {"libQt6Core.so.6", "libQt6Gui.so.6", "libQt6Widgets.so.6"} <= libraries


def test_qt_speaks_russian(bundle):
    assert list(bundle.rglob("qtbase_ru.qm"))


def test_every_library_of_the_lock_file_is_on_the_page_of_licences(bundle):
    page = (bundle / licences.PAGE).read_text("utf-8").casefold().replace("_", "-")
    shipped = [pin.name for pin in wheels.pins(program.ROOT / "requirements.lock", wheels.LINUX)]
    absent = [
        name
        for name in shipped
        if name != "setuptools" and name.replace(".", "-") not in page.replace(".", "-")
    ]
    assert absent == []
    assert "gnu lesser general public license" in page


def test_the_deb_names_all_that_its_binaries_ask_for(deb):
    depends = subprocess.check_output(["dpkg-deb", "-f", deb, "Depends"], text=True)
    assert "libc6 (>= 2." in depends
    for package in linux_bundle.outside_packages():
        assert package in depends


def test_the_rpm_holds_the_same_files_as_the_deb(deb, rpm):
    listed = subprocess.check_output(["rpm", "-qpl", rpm], text=True).splitlines()
    packed = subprocess.check_output(["dpkg-deb", "--fsys-tarfile", deb])
    names = subprocess.run(["tar", "-tf", "-"], input=packed, capture_output=True, check=True)
    files = {f"/{line[2:]}" for line in names.stdout.decode().splitlines() if line[-1:] != "/"}
    assert files - set(listed) == set()
    assert subprocess.call(["rpm", "-K", "--nosignature", rpm]) == 0


def test_the_rpm_asks_only_for_libraries(rpm):
    asked = subprocess.check_output(["rpm", "-qpR", rpm], text=True).splitlines()
    own = [line for line in asked if not line.startswith("rpmlib(")]
    assert "libGL.so.1()(64bit)" in own
    assert [line for line in own if ".so" not in line] == []


@pytest.mark.parametrize(
    ("tool", "name"),
    [
        (["desktop-file-validate"], "applications/nastavnik.desktop"),
        (["appstreamcli", "validate", "--no-net"], "metainfo/nastavnik.metainfo.xml"),
    ],
)
def test_what_the_desktop_reads_is_sound(tool, name, bundle):
    path = program.BUILD / "linux-tree/usr/share" / name
    answer = subprocess.run([*tool, path], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_nothing_of_the_build_machine_is_told(bundle):
    """Paths of the old system that built are no secret; those of the checkout would be."""
    starter = (bundle / program.PACKAGE).read_bytes()
    assert str(Path(program.ROOT)).encode() not in starter
