"""SQLAlchemy models, a file per subject; importing this package registers all tables."""

from db.models.base import Model
from db.models.journal import JournalChangeModel, JournalStepModel
from db.models.orders import OrderFileModel, OrderModel, OrderPairingModel
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
from db.models.statistics import (
    FigureCorrectionModel,
    FormEditionModel,
    FrozenReportModel,
    GivenFigureModel,
    LocalActModel,
)

__all__ = [
    "AbsenceModel",
    "AttachmentModel",
    "ConsentModel",
    "EmploymentModel",
    "EnrollmentModel",
    "FigureCorrectionModel",
    "FormEditionModel",
    "FrozenReportModel",
    "GivenFigureModel",
    "HeadModel",
    "JournalChangeModel",
    "JournalStepModel",
    "LocalActModel",
    "MarkModel",
    "MentoringFormModel",
    "MentoringModeModel",
    "Model",
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
