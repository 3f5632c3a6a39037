"""``verify``, ``rebuild``, ``backup`` and ``restore``."""

from argparse import Namespace

from gmp_desktop.cli.output import say
from gmp_desktop.services.opening import opened, place
from gmp_desktop.services.upkeep import Upkeep, backup, restore


def run(args: Namespace) -> None:
    {"verify": _verify, "rebuild": _rebuild, "backup": _backup, "restore": _restore}[args.command](args)


def _verify(args: Namespace) -> None:
    with opened(args.data, args.database, create=False) as store:
        Upkeep(store).verify()
    say("The record is sound.")


def _rebuild(args: Namespace) -> None:
    with opened(args.data, args.database, create=False) as store:
        rows = Upkeep(store).rebuild()
    say(f"The record was made anew from its log: {rows} rows.")


def _backup(args: Namespace) -> None:
    backup(place(args.data, args.database), args.file)
    say(f"The record was copied to “{args.file.name}”.")


def _restore(args: Namespace) -> None:
    kept = restore(place(args.data, args.database), args.file)
    say(f"The record is now that of “{args.file.name}”.")
    if kept:
        say(f"The one before is kept in “{kept}”.")
