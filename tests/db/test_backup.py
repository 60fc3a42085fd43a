"""Backups: whole or not at all, listed, thinned, restored; between a file and a server."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, text

from db import backup
from db.engine import open_base
from db.models import Model, OrderFileModel
from nastavnik_desktop.domain.errors import StorageUnavailable, UnreadableFile
from tests.db.people import add_person, last_names
from tests.db.test_journal import add_order
