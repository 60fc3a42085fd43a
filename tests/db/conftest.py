"""Limits of files and rights of users that only POSIX systems have are tested there alone."""

import sys

collect_ignore = ["test_limits_and_rights.py"] if sys.platform == "win32" else []
