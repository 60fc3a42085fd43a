"""Prepares the program on the first start and starts it: ``python3 installer/start.py``.

Arguments are those of ``main.py``. The syntax is that of Python 3.6: see supported_python.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Start the program; the exit code is its own, or 3 when the machine is not ready."""
    from installer import supported_python

    sentence = supported_python.refusal("start.py")
    if sentence:
        print(sentence, file=sys.stderr)
        return supported_python.ENVIRONMENT_IS_TO_BLAME

    from installer import launch

    return launch.start_program(ROOT, sys.argv[1:])


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    sys.exit(main())
