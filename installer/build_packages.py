"""Builds the packages: ``python3 installer/build_packages.py [--help]``.

The syntax is that of Python 3.6: see supported_python.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Build; exit code 0 when all is made, 3 when the machine is not ready."""
    from installer import supported_python

    sentence = supported_python.refusal("build_packages.py")
    if sentence:
        print(sentence, file=sys.stderr)
        return supported_python.ENVIRONMENT_IS_TO_BLAME

    from installer.shipping.start import start

    return start(ROOT, "installer.shipping", sys.argv[1:])


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    sys.exit(main())
