"""Prints the speed of the program beside its limits: ``python -m tests.benchmarks``.

Limits are measured in the same run on the same computer, so that the ratios can be compared
with those of another computer.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from nastavnik_desktop.bootstrap import build_services
from nastavnik_desktop.config.app_settings import AppSettings
from nastavnik_desktop.demo.school import build_demo
from tests.benchmarks import (
    bases,
    batches,
    forms,
    matching,
    packages,
    papers,
    road_map_page,
    road_maps,
    rows,
    starts,
)
from tests.benchmarks.measures import table


def main():
    """Measure everything in a folder of its own."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["NASTAVNIK_HOME"] = str(folder / "home")
        demo = folder / "demo.nastavnik"
        build_demo(demo)
        found = list(starts.measures(bases.copied(demo, folder)))
        found += rows.measures()
        found += matching.measures()
        services = build_services(folder / "papers.nastavnik", AppSettings(), create=True)
        found += papers.measures(services)
        found += batches.measures()
        found += road_maps.measures(services)
        found += road_map_page.measures(services)
        found += bases.measures(services, folder, demo)
        found += forms.measures(folder)
        found += packages.measures(folder)
        services.close()
    print(table(found))


if __name__ == "__main__":
    sys.exit(main())
