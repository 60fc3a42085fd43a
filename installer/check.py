"""Runs every check of the program: ``python3 installer/check.py [--only NAME]``.

The syntax is that of Python 3.6: see supported_python.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Run the checks; exit code 0 when all pass, 3 when the machine is not ready."""
    from installer import supported_python

    sentence = supported_python.refusal("check.py")
    if sentence:
        print(sentence, file=sys.stderr)
        return supported_python.ENVIRONMENT_IS_TO_BLAME

    from installer import checks

    return checks.run(ROOT, sys.argv[1:])


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    sys.exit(main())
