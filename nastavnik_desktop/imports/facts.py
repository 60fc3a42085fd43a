"""Facts of one row while it is read: values by field, and findings that get their address later."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from nastavnik_desktop.domain.problems import Level


@dataclass(frozen=True)
class Finding:
    """Something worth telling about a value; ``field`` is the meaning of its column."""

    code: str
    message: str
    level: Level
    field: str = ""


@dataclass
class Facts:
    """Values of a person or a row, by the names of the record's attributes."""

    values: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def put(self, name: str, value: object) -> None:
        """Keep a value unless it says nothing or the field is filled already."""
        if value not in ("", None, ()) and name not in self.values:
            self.values[name] = value

    def warn(self, code: str, message: str, field_name: str) -> None:
        """A value must be looked at."""
        self.findings.append(Finding(code, message, Level.WARNING, field_name))

    def tell(self, code: str, message: str, field_name: str = "") -> None:
        """Something worth showing."""
        self.findings.append(Finding(code, message, Level.INFO, field_name))
