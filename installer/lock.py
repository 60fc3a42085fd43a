"""Makes the lock files anew from requirements*.in: ``python3 installer/lock.py``.

Needs the tool ``uv``. The files serve Linux and Windows and every supported Python, carry a hash
for every wheel, and name no package index, so that they hold wherever the packages come from.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.11"


def main() -> int:
    """Rewrite the lock files; versions already locked stay unless ``--upgrade`` is given."""
    if shutil.which("uv") is None:
        print("Нужна программа uv. Наберите: python3 -m pip install uv", file=sys.stderr)
        return 3
    upgrade = sys.argv[1:]
    codes = [
        _lock("requirements", *upgrade),
        _lock("requirements-dev", "--constraint", "requirements.lock", *upgrade),
        _lock("installer/requirements-build", "--constraint", "requirements.lock", *upgrade),
    ]
    return max(codes)


def _lock(name: str, *options: str) -> int:
    command = [
        *("uv", "pip", "compile", "--universal", "--python-version", OLDEST_PYTHON),
        *("--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header", "--quiet"),
        "--no-strip-extras",  # pip sees a pin only where it names the extra that is asked for
        *(f"{name}.in", "--output-file", f"{name}.lock", *options),
    ]
    return subprocess.call(command, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
