"""The school and its figures: the services of forms, sent copies, blanks, documents.

They stand apart from the other services so that the list of all of them can be read at a sitting;
``bootstrap.Services`` is all of them together.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.engine import Base
    from nastavnik_desktop.services.blanks import BlankService
    from nastavnik_desktop.services.frozen_reports import FrozenReportService
    from nastavnik_desktop.services.local_acts import LocalActService
    from nastavnik_desktop.services.school import SchoolService
    from nastavnik_desktop.services.sent_blanks import SentBlankService
    from nastavnik_desktop.services.sites import SiteService
    from nastavnik_desktop.services.statistics import StatisticsService
    from nastavnik_desktop.services.summaries import SummaryService


class ReportServices:
    """Each is made, and its code loaded, when first used."""

    def __init__(self, base: Base) -> None:
        self._base = base

    @cached_property
    def school(self) -> SchoolService:
        """The school's own data and today's day."""
        from nastavnik_desktop.services.school import SchoolService

        return SchoolService(self._base)

    @cached_property
    def statistics(self) -> StatisticsService:
        """Statistical forms."""
        from nastavnik_desktop.services.statistics import StatisticsService

        return StatisticsService(self._base)

    @cached_property
    def frozen_reports(self) -> FrozenReportService:
        """Copies of the forms that were sent."""
        from nastavnik_desktop.services.frozen_reports import FrozenReportService

        return FrozenReportService(self._base, self.statistics.library, self.school.today)

    @cached_property
    def blanks(self) -> BlankService:
        """Blanks of authorities, filled from the base."""
        from nastavnik_desktop.services.blanks import BlankService

        return BlankService(self._base, self.statistics.library)

    @cached_property
    def sent_blanks(self) -> SentBlankService:
        """Blanks as they were sent."""
        from nastavnik_desktop.services.sent_blanks import SentBlankService

        return SentBlankService(self._base, self.statistics.library, self.school.today)

    @cached_property
    def summaries(self) -> SummaryService:
        """The programme at a glance."""
        from nastavnik_desktop.services.summaries import SummaryService

        return SummaryService(self._base)

    @cached_property
    def sites(self) -> SiteService:
        """The section of the school's site."""
        from nastavnik_desktop.services.sites import SiteService

        return SiteService(self._base, self.school.today)

    @cached_property
    def local_acts(self) -> LocalActService:
        """The register of documents of the programme."""
        from nastavnik_desktop.services.local_acts import LocalActService

        return LocalActService(self._base)
