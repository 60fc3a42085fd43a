"""The command line of the build: which packages, and what Windows' Python is taken from."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from installer.reporting import SetupFailed, say
from installer.shipping import program, report, tools
from installer.supported_python import ENVIRONMENT_IS_TO_BLAME

_SYSTEMS = ("linux", "windows")


def run(arguments: Sequence[str]) -> int:
    """Build what is asked for; 0 when all is made, 3 when something it needs is missing."""
    options = _options(arguments)
    say(f"{program.TITLE} {program.VERSION}")
    systems = [options.only] if options.only else list(_SYSTEMS)
    made: list[Path] = []
    try:
        if "windows" in systems:
            from installer.shipping import windows_archive

            archive = windows_archive.checked(options.python_archive, options.python_sha256)
        tools.demand_root()
        needed = tools.FOR_LINUX | (tools.FOR_WINDOWS if "windows" in systems else {})
        tools.ensure(needed)
        if "linux" in systems:
            made += _linux()
        if "windows" in systems:
            made += _windows(archive)
    except SetupFailed as failure:
        say(str(failure))
        return ENVIRONMENT_IS_TO_BLAME
    report.finish(made)
    return 0


def _linux() -> list[Path]:
    from installer.shipping import deb, linux_bundle, linux_tree, rpm, tar_xz

    bundle = linux_bundle.make()
    say(f"Папка программы: {report.megabytes(report.size_of(bundle))}. Делаем пакеты…")
    tree = linux_tree.make(bundle)
    return [deb.make(tree), rpm.make(tree), tar_xz.make(bundle)]


def _windows(archive: Path) -> list[Path]:
    from installer.shipping import windows_folder, windows_installer

    folder = windows_folder.make(archive)
    say(f"Папка программы: {report.megabytes(report.size_of(folder))}. Делаем установщик…")
    return [windows_installer.make(folder), windows_installer.make_portable(folder)]


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="build_packages.py", description="Собирает пакеты программы в папку dist."
    )
    parser.add_argument("--only", choices=_SYSTEMS, help="собрать только для этой системы")
    parser.add_argument(
        "--python-archive",
        type=Path,
        metavar="ФАЙЛ",
        help=f"архив python-{program.PYTHON}.…-embed-amd64.zip с сайта python.org",
    )
    parser.add_argument(
        "--python-sha256", metavar="СУММА", help="SHA-256 этого архива, взятая с того же сайта"
    )
    return parser.parse_args(arguments)
