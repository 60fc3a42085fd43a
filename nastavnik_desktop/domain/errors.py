"""Errors that the program expects; every message is a Russian sentence for the user."""

from __future__ import annotations


class NastavnikError(Exception):
    """Base of all errors that are shown to the user as a sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class RuleViolation(NastavnikError):
    """What the user asked for breaks a rule; ``field`` names the field of the draft, if one."""

    def __init__(self, message: str, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class ChangedMeanwhile(RuleViolation):
    """The record was changed by somebody else since it was read: the user chooses what stays."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}: пока окно было открыто, запись изменил кто-то другой.")


class StorageUnavailable(NastavnikError):
    """The environment is to blame (locked, full, network); ``advice`` says what to do."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class UnreadableFile(NastavnikError):
    """A file cannot be read; ``place`` says where it failed (file, sheet, cell), if known."""

    def __init__(self, message: str, place: str = "") -> None:
        super().__init__(message)
        self.place = place


class Cancelled(NastavnikError):
    """The user cancelled a long operation; nothing was kept."""

    def __init__(self) -> None:
        super().__init__("Операция отменена, ничего не изменено.")
