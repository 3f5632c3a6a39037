"""``make bench``: every figure, or those whose module is named on the command line."""

import importlib
import sys

MODULES = ("start_up", "report_pdf", "edit", "directory", "places", "import_people")


def main() -> int:
    missed = 0
    for module in sys.argv[1:] or MODULES:
        for figure in importlib.import_module(f"benchmarks.{module}").measure():
            print(figure, flush=True)
            missed += figure.ratio > figure.goal
    return 1 if missed else 0


sys.exit(main())
