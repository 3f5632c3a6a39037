"""Running one command and turning what happens into an exit status."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from gmp_desktop.cli.arguments import read_arguments
from gmp_desktop.cli.output import prepare, remark
from gmp_desktop.domain.errors import GmpError, Refused, WorldFault

DONE, REFUSED, USAGE, WORLD, DEFECT, INTERRUPTED = 0, 1, 2, 3, 70, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command the arguments name; gives the exit status."""
    prepare()
    try:
        args = read_arguments(list(sys.argv[1:] if argv is None else argv))
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else DONE
    try:
        import_module(f"gmp_desktop.cli.{_MODULES.get(args.command, args.command)}").run(args)
    except Exception as error:
        return _failed(error, args.data)
    except KeyboardInterrupt:
        return INTERRUPTED
    return DONE


_MODULES = {
    "import": "import_",
    "verify": "upkeep",
    "rebuild": "upkeep",
    "backup": "upkeep",
    "restore": "upkeep",
}


def _failed(error: Exception, data: Path) -> int:
    """Say what happened; a defect of ours goes to the log, its place in the program with it."""
    match error:
        case Refused():
            remark(str(error))
            return REFUSED
        case WorldFault() | GmpError():
            remark(str(error))
            return WORLD
        case BrokenPipeError():
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - nobody reads on
            return DONE
        case OSError():
            from gmp_desktop.services.files import fault

            remark(str(fault("The command was not carried out", error)))
            return WORLD
        case MemoryError():
            remark("The computer has not enough memory for this. Nothing was changed.")
            return WORLD
    from gmp_desktop.logs import log_defect

    remark(f"The program met a defect of its own ({type(error).__name__}). {log_defect(error, data)}")
    return DEFECT
