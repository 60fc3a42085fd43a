"""SQLAlchemy models, a file per subject; importing this package registers all tables."""

from db.models.awards import AwardModel
from db.models.base import Model
from db.models.blanks import BlankMappingModel, SentBlankModel
from db.models.consolidation import (
    ExchangeSettingsModel,
    MunicipalSchoolModel,
    PackagePartModel,
    ReceivedPackageModel,
    SentPackageModel,
    SharePlanModel,
)
from db.models.journal import JournalChangeModel, JournalStepModel
from db.models.matching import MatchBanModel, MatchSettingsModel
from db.models.orders import (
    AcquaintanceModel,
    OrderFileModel,
    OrderLinkModel,
    OrderModel,
    OrderPairingModel,
    PagePresetModel,
)
from db.models.pairings import (
    AddendumPairingModel,
    ContractAddendumModel,
    PairingMemberModel,
    PairingMentorModel,
    PairingModel,
    PairingPauseModel,
)
from db.models.people import (
    AbsenceModel,
    AttachmentModel,
    ConsentModel,
    DifferentPeopleModel,
    EmploymentModel,
    EnrollmentModel,
    MarkModel,
    MentorTrainingModel,
    PersonModel,
    PoolEntryModel,
    PostCaseRuleModel,
)
from db.models.people_lists import NameCaseRuleModel, NeedWordModel
from db.models.road_maps import (
    RoadMapEvidenceModel,
    RoadMapItemModel,
    RoadMapMarkModel,
    RoadMapModel,
    RoadMapRoleModel,
)
from db.models.school import (
    CalendarDayModel,
    HeadModel,
    MentoringFormModel,
    MentoringModeModel,
    RegisterModel,
    RoleModelModel,
    SchoolModel,
)
from db.models.statistics import (
    FigureCorrectionModel,
    FormEditionModel,
    FrozenReportModel,
    GivenFigureModel,
    LocalActModel,
)
from db.models.templates import TemplateModel

__all__ = [
    "AbsenceModel",
    "AcquaintanceModel",
    "AddendumPairingModel",
    "AttachmentModel",
    "AwardModel",
    "BlankMappingModel",
    "CalendarDayModel",
    "ConsentModel",
    "ContractAddendumModel",
    "DifferentPeopleModel",
    "EmploymentModel",
    "EnrollmentModel",
    "ExchangeSettingsModel",
    "FigureCorrectionModel",
    "FormEditionModel",
    "FrozenReportModel",
    "GivenFigureModel",
    "HeadModel",
    "JournalChangeModel",
    "JournalStepModel",
    "LocalActModel",
    "MarkModel",
    "MatchBanModel",
    "MatchSettingsModel",
    "MentorTrainingModel",
    "MentoringFormModel",
    "MentoringModeModel",
    "Model",
    "MunicipalSchoolModel",
    "NameCaseRuleModel",
    "NeedWordModel",
    "OrderFileModel",
    "OrderLinkModel",
    "OrderModel",
    "OrderPairingModel",
    "PackagePartModel",
    "PagePresetModel",
    "PairingMemberModel",
    "PairingMentorModel",
    "PairingModel",
    "PairingPauseModel",
    "PersonModel",
    "PoolEntryModel",
    "PostCaseRuleModel",
    "ReceivedPackageModel",
    "RegisterModel",
    "RoadMapEvidenceModel",
    "RoadMapItemModel",
    "RoadMapMarkModel",
    "RoadMapModel",
    "RoadMapRoleModel",
    "RoleModelModel",
    "SchoolModel",
    "SentBlankModel",
    "SentPackageModel",
    "SharePlanModel",
    "TemplateModel",
]
