"""Tests of what the build made; run by ``installer/check_packages.py``, not with the others."""
