"""Tests the built packages: ``python3 installer/check_packages.py [arguments of pytest]``.

The syntax is that of Python 3.6: see supported_python.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TESTS = "installer/package_tests"
LIMIT = "--timeout=1800"  # seconds for a test: some of them install a system


def main() -> int:
    """Run the tests; exit code 0 when all pass, 1 when one fails, 3 when something is missing."""
    from installer import supported_python

    sentence = supported_python.refusal("check_packages.py")
    if sentence:
        print(sentence, file=sys.stderr)
        return supported_python.ENVIRONMENT_IS_TO_BLAME

    from installer.shipping.start import start

    return start(ROOT, "pytest", [LIMIT, *(sys.argv[1:] or [TESTS])])


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    sys.exit(main())
