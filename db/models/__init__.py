"""SQLAlchemy models, a file per subject; importing this package registers all tables."""

from db.models.base import Model
from db.models.journal import JournalChangeModel, JournalStepModel
from db.models.matching import MatchBanModel, MatchSettingsModel
from db.models.orders import OrderFileModel, OrderModel, OrderPairingModel
from db.models.pairings import PairingMemberModel, PairingModel
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
    "AttachmentModel",
    "ConsentModel",
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
    "OrderModel",
    "OrderPairingModel",
    "PairingMemberModel",
    "PairingModel",
    "PersonModel",
    "PoolEntryModel",
    "PostCaseRuleModel",
    "RegisterModel",
    "RoleModelModel",
    "SchoolModel",
]
