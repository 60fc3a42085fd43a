"""For developers: ``python -m db.migrations "what it brings"`` drafts the next revision.

The draft holds the differences between the last revision and the models; it is read, tidied and
completed by hand, and ``HEAD`` is raised.
"""

from __future__ import annotations

import sys

from alembic import command
from sqlalchemy import create_engine

from db.migrate import alembic_settings
from db.migrations import HEAD


def draft(title: str) -> None:
    """Write a revision that follows the last one into the folder of revisions."""
    with create_engine("sqlite://").begin() as connection:
        settings = alembic_settings(connection)
        settings.set_main_option("file_template", "rev_%%(rev)s_%%(slug)s")
        command.upgrade(settings, "head")
        command.revision(settings, title, autogenerate=True, rev_id=f"{int(HEAD) + 1:04d}")


if __name__ == "__main__":
    draft(sys.argv[1])
