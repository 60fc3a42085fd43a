"""Opens the base that a headless command names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nastavnik_desktop.bootstrap import Services, build_services
from nastavnik_desktop.config.app_settings import AppSettings


@contextmanager
def opened(base: str, *, create: bool = False, writable: bool = True) -> Iterator[Services]:
    """Services over the base; reading commands leave it free for others (``writable=False``)."""
    services = build_services(base, AppSettings(), create=create, writable=writable)
    try:
        yield services
    finally:
        services.close()
