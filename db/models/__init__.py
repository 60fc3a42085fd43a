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
from db.models.pairings import PairingMemberModel, PairingModel
from db.models.people import (
    AbsenceModel,
    AttachmentModel,
    ConsentModel,
    EmploymentModel,
    EnrollmentModel,
    MarkModel,
    PersonModel,
    PoolEntryModel,
    PostCaseRuleModel,
)
from db.models.school import (
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
    "AttachmentModel",
    "ConsentModel",
    "EmploymentModel",
    "EnrollmentModel",
    "HeadModel",
    "JournalChangeModel",
    "JournalStepModel",
    "MarkModel",
    "MatchBanModel",
    "MatchSettingsModel",
    "MentoringFormModel",
    "MentoringModeModel",
    "Model",
    "OrderFileModel",
    "OrderLinkModel",
    "OrderModel",
    "OrderPairingModel",
    "OrderTemplateModel",
    "PagePresetModel",
    "PairingMemberModel",
    "PairingModel",
    "PersonModel",
    "PoolEntryModel",
    "PostCaseRuleModel",
    "RegisterModel",
    "RoleModelModel",
    "SchoolModel",
]
