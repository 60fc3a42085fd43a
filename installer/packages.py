"""Installs the libraries of a lock file with pip and explains in Russian what went wrong."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from installer.reporting import SetupFailed, say

_COLLECTING = re.compile(r"^Collecting (?P<name>[\w.-]+)")
_REASONS = (
    (
        re.compile(r"No space left|Errno 28|not enough space", re.IGNORECASE),
        "на диске кончилось место. Освободите около 1 ГБ и повторите запуск.",
    ),
    (
        re.compile(r"DO NOT MATCH THE HASHES"),
        (
            "скачанный файл отличается от проверенного. Повторите запуск; если это случится снова, "
            "сообщите тому, кто настраивает вашу сеть."
        ),
    ),
    (
        re.compile(r"Permission denied|Errno 13|WinError 5\b|Access is denied"),
        (
            "нет права записи в папку программы. Закройте программу, если она открыта, или "
            "скопируйте её в свою папку и повторите запуск."
        ),
    ),
    (
        re.compile(r"Windows Long Path|WinError 206"),
        (
            "путь к папке программы слишком длинный. Перенесите её, например, в C:\\Nastavnik и "
            "повторите запуск."
        ),
    ),
    (
        re.compile(
            r"NewConnectionError|Temporary failure in name|getaddrinfo|ProxyError"
            r"|ConnectTimeout|ReadTimeout|SSLError|Connection refused|from versions: none"
        ),
        (
            "нет связи с хранилищем библиотек. Проверьте интернет и настройки прокси и повторите "
            "запуск: интернет нужен только для первого раза."
        ),
    ),
    (
        re.compile(r"No matching distribution"),
        (
            "в хранилище библиотек нет нужной версии. Повторите запуск позже; если библиотеки "
            "скачивают через школьный сервер, сообщите тому, кто его настраивает."
        ),
    ),
)


def install(python: Path, lock: Path, log: Path) -> None:
    """Install exactly what the lock file names, each file checked by its hash.

    Only ready wheels are taken: nothing is compiled on the user's machine. What pip printed is
    kept in ``log``. Raises SetupFailed.
    """
    say("Устанавливаем библиотеки: это нужно один раз и занимает несколько минут…")
    command = [
        *(str(python), "-m", "pip", "install", "--require-hashes", "--only-binary=:all:"),
        *("--no-input", "--no-color", "--disable-pip-version-check", "--progress-bar=off"),
        *("-r", str(lock)),
    ]
    with log.open("w", encoding="utf-8") as log_file, _started(command) as process:
        for line in _shown(process.stdout or ()):
            log_file.write(line)
    if process.returncode != 0:
        raise SetupFailed(_explanation(log))
    say("Библиотеки установлены.")


def _started(command: list[str]) -> subprocess.Popen[str]:
    # A user-wide "install for the user" would make pip refuse to work inside an environment.
    surroundings = {**os.environ, "PYTHONIOENCODING": "utf-8", "PIP_USER": "0"}
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=surroundings,
    )


def _shown(lines: Iterable[str]) -> Iterator[str]:
    """Pass on the lines of pip, telling the user which library is being fetched."""
    for line in lines:
        found = _COLLECTING.match(line)
        if found:
            say(f"  · {found['name']}")
        yield line


def _explanation(log: Path) -> str:
    output = log.read_text(encoding="utf-8", errors="replace")
    for pattern, reason in _REASONS:
        if pattern.search(output):
            return f"Библиотеки не установлены: {reason} Подробности: {log}"
    last_lines = "\n".join(output.splitlines()[-5:])
    return f"Библиотеки не установлены. Повторите запуск. Подробности: {log}\n{last_lines}"
