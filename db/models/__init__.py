"""SQLAlchemy models, a file per subject; importing this package registers all tables."""

from db.models.base import Model
from db.models.journal import JournalChangeModel, JournalStepModel
from db.models.matching import MatchBanModel, MatchSettingsModel
from db.models.orders import (
    AcquaintanceModel,
    OrderFileModel,
    OrderLinkModel,
    OrderModel,
    OrderPairingModel,
    OrderTemplateModel,
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

__all__ = [
    "AbsenceModel",
    "AcquaintanceModel",
    "AddendumPairingModel",
    "AttachmentModel",
    "CalendarDayModel",
    "ConsentModel",
    "ContractAddendumModel",
    "DifferentPeopleModel",
    "EmploymentModel",
    "EnrollmentModel",
    "HeadModel",
    "JournalChangeModel",
    "JournalStepModel",
    "MarkModel",
    "MatchBanModel",
    "MatchSettingsModel",
    "MentorTrainingModel",
    "MentoringFormModel",
    "MentoringModeModel",
    "Model",
    "NameCaseRuleModel",
    "NeedWordModel",
    "OrderFileModel",
    "OrderLinkModel",
    "OrderModel",
    "OrderPairingModel",
    "OrderTemplateModel",
    "PagePresetModel",
    "PairingMemberModel",
    "PairingMentorModel",
    "PairingModel",
    "PairingPauseModel",
    "PersonModel",
    "PoolEntryModel",
    "PostCaseRuleModel",
    "RegisterModel",
    "RoadMapEvidenceModel",
    "RoadMapItemModel",
    "RoadMapMarkModel",
    "RoadMapModel",
    "RoadMapRoleModel",
    "RoleModelModel",
    "SchoolModel",
]
