"""Joins the parts: the only place where a base becomes services."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from db.engine import Base, open_base
from nastavnik_desktop.config import paths
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.services.report_services import ReportServices

if TYPE_CHECKING:
    from nastavnik_desktop.services.acquaintance import AcquaintanceService
    from nastavnik_desktop.services.addenda import AddendumService
    from nastavnik_desktop.services.awards import AwardService
    from nastavnik_desktop.services.bases import BaseService
    from nastavnik_desktop.services.bulk_edit import BulkEditService
    from nastavnik_desktop.services.consents import ConsentService
    from nastavnik_desktop.services.duplicates import DuplicateService
    from nastavnik_desktop.services.everything import EverythingService
    from nastavnik_desktop.services.exchange import ExchangeServices
    from nastavnik_desktop.services.forgetting import ForgettingService
    from nastavnik_desktop.services.history import HistoryService
    from nastavnik_desktop.services.imports import ImportService
    from nastavnik_desktop.services.leaving import LeavingService
    from nastavnik_desktop.services.lists import ListService
    from nastavnik_desktop.services.matching import MatchingService
    from nastavnik_desktop.services.mentor_records import MentorRecordService
    from nastavnik_desktop.services.name_rules import NameRuleService
    from nastavnik_desktop.services.need_words import NeedWordService
    from nastavnik_desktop.services.new_year import NewYearService
    from nastavnik_desktop.services.order_entries import OrderEntryService
    from nastavnik_desktop.services.order_files import OrderFileService
    from nastavnik_desktop.services.orders import OrderService
    from nastavnik_desktop.services.page_presets import PagePresetService
    from nastavnik_desktop.services.pairing_life import PairingLifeService
    from nastavnik_desktop.services.pairing_papers import PairingPaperService
    from nastavnik_desktop.services.pairings import PairingService
    from nastavnik_desktop.services.people import PeopleService
    from nastavnik_desktop.services.reference_lists import ReferenceListService
    from nastavnik_desktop.services.registers import RegisterService
    from nastavnik_desktop.services.reminders import ReminderService
    from nastavnik_desktop.services.road_map_evidence import RoadMapEvidenceService
    from nastavnik_desktop.services.road_map_marks import RoadMapMarkService
    from nastavnik_desktop.services.road_map_papers import RoadMapPaperService
    from nastavnik_desktop.services.road_map_people import RoadMapPeopleService
    from nastavnik_desktop.services.road_map_ties import RoadMapTieService
    from nastavnik_desktop.services.road_map_years import RoadMapYearService
    from nastavnik_desktop.services.road_maps import RoadMapService
    from nastavnik_desktop.services.search import SearchService
    from nastavnik_desktop.services.templates import TemplateService
    from nastavnik_desktop.services.today import TodayService
    from nastavnik_desktop.services.unsaved_cards import UnsavedCards
    from nastavnik_desktop.services.working_calendar import WorkingCalendarService


class Services(ReportServices):
    """All use cases over one open base; each is made, and its code loaded, when first used.

    ``copies`` is the folder of the base's backups; without it they lie beside the base.
    """

    def __init__(self, base: Base, copies: Path | None = None) -> None:
        super().__init__(base)
        self._copies = copies

    def close(self) -> None:
        """Give the base free for others."""
        self._base.close()

    @cached_property
    def bases(self) -> BaseService:
        """What the base is, its copies, restoring, checking."""
        from nastavnik_desktop.services.bases import BaseService

        return BaseService(self._base, self._copies)

    @cached_property
    def people(self) -> PeopleService:
        """The list, cards, archive, the year's pools."""
        from nastavnik_desktop.services.people import PeopleService

        return PeopleService(self._base, self.school.today)

    @cached_property
    def consents(self) -> ConsentService:
        """Consents and the papers to sign."""
        from nastavnik_desktop.services.consents import ConsentService

        return ConsentService(self._base, self.school.today)

    @cached_property
    def pairings(self) -> PairingService:
        """Pairs and groups."""
        from nastavnik_desktop.services.pairings import PairingService

        return PairingService(self._base, self.school.today)

    @cached_property
    def pairing_life(self) -> PairingLifeService:
        """Breaks, new mentors and mentors beside of pairs and groups."""
        from nastavnik_desktop.services.pairing_life import PairingLifeService

        return PairingLifeService(self._base, self.school.today)

    @cached_property
    def pairing_papers(self) -> PairingPaperService:
        """The papers of a pair or group."""
        from nastavnik_desktop.services.pairing_papers import PairingPaperService

        return PairingPaperService(self._base, self.school.today)

    @cached_property
    def addenda(self) -> AddendumService:
        """Agreements to labour contracts about mentoring."""
        from nastavnik_desktop.services.addenda import AddendumService

        return AddendumService(self._base, self.school.today)

    @cached_property
    def reference_lists(self) -> ReferenceListService:
        """Forms, role models and modes of mentoring."""
        from nastavnik_desktop.services.reference_lists import ReferenceListService

        return ReferenceListService(self._base)

    @cached_property
    def working_calendar(self) -> WorkingCalendarService:
        """Days off and working days."""
        from nastavnik_desktop.services.working_calendar import WorkingCalendarService

        return WorkingCalendarService(self._base)

    @cached_property
    def matching(self) -> MatchingService:
        """Mentors found for mentees."""
        from nastavnik_desktop.services.matching import MatchingService

        return MatchingService(self._base, self.school.today)

    @cached_property
    def orders(self) -> OrderService:
        """Orders and their register."""
        from nastavnik_desktop.services.orders import OrderService

        return OrderService(self._base, self.school.today)

    @cached_property
    def templates(self) -> TemplateService:
        """Texts of papers that the user edits."""
        from nastavnik_desktop.services.templates import TemplateService

        return TemplateService(self._base, self.school.today)

    @cached_property
    def page_presets(self) -> PagePresetService:
        """Pages of orders: margins, sizes, requisites, emblem."""
        from nastavnik_desktop.services.page_presets import PagePresetService

        return PagePresetService(self._base, self.school.today)

    @cached_property
    def acquaintance(self) -> AcquaintanceService:
        """Who signed that an order is known."""
        from nastavnik_desktop.services.acquaintance import AcquaintanceService

        return AcquaintanceService(self._base, self.school.today)

    @cached_property
    def order_entries(self) -> OrderEntryService:
        """Entries of the register with everything tied to them."""
        from nastavnik_desktop.services.order_entries import OrderEntryService

        return OrderEntryService(self._base, self.school.today)

    @cached_property
    def order_files(self) -> OrderFileService:
        """Scans, final texts, extracts and sheets of orders."""
        from nastavnik_desktop.services.order_files import OrderFileService

        return OrderFileService(self._base, self.school.today)

    @cached_property
    def awards(self) -> AwardService:
        """Certificates and letters of thanks."""
        from nastavnik_desktop.services.awards import AwardService

        return AwardService(self._base, self.school.today)

    @cached_property
    def mentor_records(self) -> MentorRecordService:
        """The record of a mentor for attestation."""
        from nastavnik_desktop.services.mentor_records import MentorRecordService

        return MentorRecordService(self._base, self.school.today)

    @cached_property
    def imports(self) -> ImportService:
        """Tables of a school."""
        from nastavnik_desktop.services.imports import ImportService

        return ImportService(self._base, self.school.today, self.bases.back_up_if_changed)

    @cached_property
    def road_maps(self) -> RoadMapService:
        """Road maps and their items."""
        from nastavnik_desktop.services.road_maps import RoadMapService

        return RoadMapService(self._base, self.school.today)

    @cached_property
    def road_map_marks(self) -> RoadMapMarkService:
        """What is due by road maps, done and shown."""
        from nastavnik_desktop.services.road_map_marks import RoadMapMarkService

        return RoadMapMarkService(self._base, self.school.today)

    @cached_property
    def road_map_papers(self) -> RoadMapPaperService:
        """Files of road maps and reports on their execution."""
        from nastavnik_desktop.services.road_map_papers import RoadMapPaperService

        return RoadMapPaperService(self._base, self.school.today)

    @cached_property
    def road_map_evidence(self) -> RoadMapEvidenceService:
        """The folder of evidence as an archive."""
        from nastavnik_desktop.services.road_map_evidence import RoadMapEvidenceService

        return RoadMapEvidenceService(self._base, self.school.today)

    @cached_property
    def road_map_people(self) -> RoadMapPeopleService:
        """Roles and loads of those who answer for road maps."""
        from nastavnik_desktop.services.road_map_people import RoadMapPeopleService

        return RoadMapPeopleService(self._base, self.school.today)

    @cached_property
    def road_map_ties(self) -> RoadMapTieService:
        """Items of a road map beside other levels and the coordinator."""
        from nastavnik_desktop.services.road_map_ties import RoadMapTieService

        return RoadMapTieService(self._base)

    @cached_property
    def road_map_years(self) -> RoadMapYearService:
        """Road maps from templates and copied for the next year."""
        from nastavnik_desktop.services.road_map_years import RoadMapYearService

        return RoadMapYearService(self._base, self.road_maps)

    @cached_property
    def exchange(self) -> ExchangeServices:
        """Packages of schools and their consolidation."""
        from nastavnik_desktop.services.exchange import ExchangeServices

        library = self.statistics.library
        return ExchangeServices(self._base, library, self.school.today, self.bases.backups)

    @cached_property
    def today(self) -> TodayService:
        """The first page."""
        from nastavnik_desktop.services.today import TodayService

        return TodayService(self._base, self.school.today)

    @cached_property
    def reminders(self) -> ReminderService:
        """What is told at log-on."""
        from nastavnik_desktop.services.reminders import ReminderService

        return ReminderService(self._base, self.school.today)

    @cached_property
    def search(self) -> SearchService:
        """One search for everything."""
        from nastavnik_desktop.services.search import SearchService

        return SearchService(self._base, self.school.today)

    @cached_property
    def history(self) -> HistoryService:
        """Undo, redo and «кто изменил»."""
        from nastavnik_desktop.services.history import HistoryService

        return HistoryService(self._base)

    @cached_property
    def lists(self) -> ListService:
        """What a table shows, as a file."""
        from nastavnik_desktop.services.lists import ListService

        return ListService()

    @cached_property
    def everything(self) -> EverythingService:
        """The whole base as one workbook."""
        from nastavnik_desktop.services.everything import EverythingService

        return EverythingService(self._base, self.school.today)

    @cached_property
    def registers(self) -> RegisterService:
        """Bases of mentors and mentees (МР-42/02)."""
        from nastavnik_desktop.services.registers import RegisterService

        return RegisterService(self._base, self.school.today)

    @cached_property
    def need_words(self) -> NeedWordService:
        """The list of needs that cards propose."""
        from nastavnik_desktop.services.need_words import NeedWordService

        return NeedWordService(self._base)

    @cached_property
    def name_rules(self) -> NameRuleService:
        """Cases of names that hold for everybody."""
        from nastavnik_desktop.services.name_rules import NameRuleService

        return NameRuleService(self._base)

    @cached_property
    def new_year(self) -> NewYearService:
        """The turn of the school year."""
        from nastavnik_desktop.services.new_year import NewYearService

        return NewYearService(self._base, self.school.today, self.bases.back_up)

    @cached_property
    def duplicates(self) -> DuplicateService:
        """Cards of one person found and merged."""
        from nastavnik_desktop.services.duplicates import DuplicateService

        return DuplicateService(self._base, self.school.today)

    @cached_property
    def bulk_edit(self) -> BulkEditService:
        """Many cards changed at once."""
        from nastavnik_desktop.services.bulk_edit import BulkEditService

        return BulkEditService(self._base, self.school.today)

    @cached_property
    def leaving(self) -> LeavingService:
        """A person leaves the school."""
        from nastavnik_desktop.services.leaving import LeavingService

        return LeavingService(self._base, self.school.today)

    @cached_property
    def forgetting(self) -> ForgettingService:
        """Personal data deleted on demand."""
        from nastavnik_desktop.services.forgetting import ForgettingService

        return ForgettingService(
            self._base, self.school.today, self.bases.backups, self.unsaved_cards.forget
        )

    @cached_property
    def unsaved_cards(self) -> UnsavedCards:
        """Cards that were open when the program was cut off."""
        from nastavnik_desktop.services.unsaved_cards import UnsavedCards

        location = self._base.location
        return UnsavedCards(paths.drafts_dir(), str(location.path or location.url))


def build_services(
    location: str | Path, settings: AppSettings, *, create: bool = False, writable: bool = True
) -> Services:
    """Open a base and join everything to it; ``create`` makes a new base with reference lists.

    Raises UnreadableFile for a foreign file, StorageUnavailable when the environment is to blame.
    """
    copies = Path(settings.backup_folder) if settings.backup_folder else None
    base = open_base(location, create=create, writable=writable, copies=copies)
    if create:
        from nastavnik_desktop.services.reference import seed_if_new

        seed_if_new(base)
    return Services(base, copies)
