"""Revisions of the schema, numbered 0001, 0002 …; run by ``db.migrate``."""

# The revision that this program's models describe: compared with a base's own at every opening,
# so that Alembic, slow to import, is needed only when they differ.
HEAD = "0014"
