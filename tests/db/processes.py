"""Other processes of a test: real ones, that open the same base."""

import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

HOLDING = """
import sys
from db.engine import open_base
from tests.db.content import add_person
base = open_base(sys.argv[1])
add_person(base, "Из другого окна")
print("held", flush=True)
sys.stdin.read()
"""


def run_python(code, *arguments, ends_with=0):
    """Lines that a program wrote; it must end with this exit code."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == ends_with, done.stderr
    return done.stdout.splitlines()


@contextmanager
def window_holding(path):
    """Another process that holds the base until it is killed or the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout.readline() == "held\n"
        yield process
    finally:
        process.kill()
        process.communicate()
