"""The command of the build; started by ``installer/build_packages.py``."""

import sys

from installer.shipping.command import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
