"""Opening a base, as it runs on the worker: what is heavy is loaded here, after the first paint."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nastavnik_desktop.config import paths
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.domain.school import School

if TYPE_CHECKING:
    from nastavnik_desktop.bootstrap import Services

SERVER_PREFIXES = ("postgresql://", "postgres://", "postgresql+psycopg://")
TRAINING_SCHOOL = "Учебная школа"


@dataclass(frozen=True)
class OpenedBase:
    """A base with what the window needs at once; ``address`` has no password and may be kept."""

    services: Services
    address: str


def is_server(address: str) -> bool:
    """Whether an address names a database on a server and not a file."""
    return address.startswith(SERVER_PREFIXES)


def is_missing(address: str) -> bool:
    """Whether the file of a base is not where it was."""
    return not is_server(address) and not Path(address).exists()


def without_password(address: str) -> str:
    """An address that may be kept in the settings."""
    return re.sub(r"(://[^:/@]+):[^@/]*@", r"\1@", address) if is_server(address) else address


def name_of(address: str) -> str:
    """How a base is named in menus: its file without the suffix, or the server's address."""
    return without_password(address) if is_server(address) else Path(address).stem


def open_base(address: str, settings: AppSettings) -> OpenedBase:
    """Open a base; an empty database on a server becomes a base. Raises as ``build_services``."""
    from nastavnik_desktop.bootstrap import build_services

    services = build_services(address, settings, create=is_server(address))
    return OpenedBase(services, without_password(address))


def create_base(address: str, school: School, settings: AppSettings) -> OpenedBase:
    """Make a new base of a school; raises RuleViolation when the school's data are refused."""
    from nastavnik_desktop.bootstrap import build_services

    paths.made_folder(Path(address).parent)
    services = build_services(address, settings, create=True)
    try:
        services.school.set_up(school)
    except BaseException:
        services.close()
        raise
    return OpenedBase(services, address)


def training_school() -> Path:
    """Where the training school lies once it is made."""
    return paths.bases_dir() / f"{TRAINING_SCHOOL}{paths.BASE_SUFFIX}"


def open_training_school(settings: AppSettings) -> OpenedBase:
    """Open the training school; the first time it is made, and appears only when it is whole."""
    wanted = training_school()
    if not wanted.exists():
        from nastavnik_desktop.demo.school import build_demo

        folder = paths.made_folder(wanted.parent)
        with tempfile.TemporaryDirectory(dir=folder) as unfinished:
            made = Path(unfinished) / wanted.name
            build_demo(made)
            made.replace(wanted)
    return open_base(str(wanted), settings)
