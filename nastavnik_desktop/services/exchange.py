"""The services of the exchange together: what a school sends, what a municipality makes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from db.engine import Base
from nastavnik_desktop.domain.backups import Backup
from nastavnik_desktop.services.consolidation import ConsolidationService
from nastavnik_desktop.services.held_people import HeldPeopleService
from nastavnik_desktop.services.municipal_schools import MunicipalService
from nastavnik_desktop.services.package_taking import PackageTaking
from nastavnik_desktop.services.packages import PackageService
from nastavnik_desktop.services.statistics_forms import FormLibrary


class ExchangeServices:
    """Packages of the school, taking, consolidation, and the municipality's lists."""

    def __init__(
        self,
        base: Base,
        library: FormLibrary,
        today: Callable[[], date],
        backups: Callable[[], Sequence[Backup]],
    ) -> None:
        self.packages = PackageService(base, library, today)
        self.taking = PackageTaking(base)
        self.consolidation = ConsolidationService(base, today)
        self.municipal = MunicipalService(base, today)
        self.held_people = HeldPeopleService(base, backups)
