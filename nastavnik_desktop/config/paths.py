"""Where things stand: the user's bases, copies and logs, and the program's own resources.

Everything the user makes lies under one folder. It is, in this order: the folder named by the
environment variable NASTAVNIK_HOME; the folder ``data`` beside the program when a file
``portable.txt`` stands there (a program carried on a USB stick); the user's data folder of the
system. Nothing is read or made when this module is imported, and a function only names a path.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nastavnik_desktop.domain.errors import StorageUnavailable

APP_NAME = "Nastavnik"
BASE_SUFFIX = ".nastavnik"
HOME_VARIABLE = "NASTAVNIK_HOME"
PORTABLE_MARK = "portable.txt"
LICENCES_PAGE = "licences.html"


def program_dir() -> Path:
    """The folder that the program lies in: of ``main.py``, or in a package of what is started.

    A package for Linux keeps its libraries and resources in a folder below this one.
    """
    if getattr(sys, "frozen", False):
        return Path(sys.executable).resolve().parent
    return _code_dir()


def program_command() -> tuple[str, ...]:
    """The words that start the program's window, as a double click does."""
    starter = Path(sys.executable)
    if getattr(sys, "frozen", False) or starter.stem.casefold() == APP_NAME.casefold():
        return (str(starter),)
    return (str(starter), str(_code_dir() / "main.py"))


def licences_page() -> Path | None:
    """The page with the licences of all that a package holds; a checkout has none."""
    page = program_dir() / LICENCES_PAGE
    return page if page.is_file() else None


def data_home() -> Path:
    """The folder of everything the user makes; see the module's text for the choice."""
    named = os.environ.get(HOME_VARIABLE, "").strip()
    if named:
        return Path(named).expanduser().absolute()
    if is_portable():
        return program_dir() / "data"
    import platformdirs

    return platformdirs.user_data_path(APP_NAME, appauthor=False)


def is_portable() -> bool:
    """Whether the program keeps its data beside itself."""
    return (program_dir() / PORTABLE_MARK).exists()


def bases_dir() -> Path:
    """Where a new base is proposed to lie."""
    return data_home() / "bases"


def drafts_dir() -> Path:
    """Where cards that are being filled in are kept until they are saved or given up."""
    return data_home() / "drafts"


def forms_dir() -> Path:
    """Where the user's own definitions of statistical forms lie."""
    return data_home() / "forms"


def logs_dir() -> Path:
    """Where the log files lie."""
    return data_home() / "logs"


def settings_file() -> Path:
    """The file of the settings of this user on this computer."""
    return data_home() / "settings.json"


def documents_dir() -> Path:
    """Where saving a document or a table is proposed: the user's documents on this system."""
    if is_portable() or os.environ.get(HOME_VARIABLE, "").strip():
        return data_home() / "documents"
    import platformdirs

    return platformdirs.user_documents_path()


def resources_dir() -> Path:
    """Fonts, icons, styles, templates, reference lists and help: data that is only read."""
    return _code_dir() / "resources"


def resource_path(*parts: str) -> Path:
    """One resource by the parts of its path: ``resource_path("help", "index.html")``."""
    return resources_dir().joinpath(*parts)


def _code_dir() -> Path:
    return Path(__file__).resolve().parents[2]


def made_folder(folder: Path) -> Path:
    """The folder itself, made if it was not there; raises StorageUnavailable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageUnavailable(
            f"Не удалось создать папку «{folder}»: {error.strerror or error}.",
            "Проверьте право записи и свободное место на диске.",
        ) from error
    return folder
