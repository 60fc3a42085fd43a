"""The headless commands of main.py."""
