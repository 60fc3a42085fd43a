"""Runs before the program: what it starts (a viewer, a mail program) gets its own libraries.

The starter points LD_LIBRARY_PATH to the libraries of the package; the loader has read it by
then, and a program of the system that inherited it would be given ours.
"""

import os

if "LD_LIBRARY_PATH_ORIG" in os.environ:
    os.environ["LD_LIBRARY_PATH"] = os.environ.pop("LD_LIBRARY_PATH_ORIG")
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
