"""Names of the headless commands: known without importing what they do."""

from __future__ import annotations

COMMANDS = (
    "demo",
    "read-table",
    "import",
    "statistics",
    "fill",
    "summary",
    "site",
    "pack",
    "consolidate",
    "freeze",
    "compare",
    "decline",
    "amend-order",
    "issue-order",
    "order-text",
    "match",
    "registers",
    "terminate-order",
    "check",
    "backup",
    "restore",
    "read-deadlines",
    "read-headers",
    "read-responsible",
    "read-roadmap",
    "lint-roadmap",
    "export-roadmap",
    "roadmap-report",
    "pictures",
)


def is_command(word: str) -> bool:
    """Whether the first argument asks for a command rather than for the window."""
    return word in COMMANDS or word in {"-h", "--help", "--version"}
