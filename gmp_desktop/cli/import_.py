"""``import``: a file into the record. The file is read to its end before the record is opened."""

from argparse import Namespace
from typing import Any

from gmp_desktop.cli.output import remark, say, say_json
from gmp_desktop.services.opening import opened


def run(args: Namespace) -> None:
    became, tree = _bundle(args) if args.as_ == "bundle" else _paper(args)
    if args.json:
        say_json(tree)
    else:
        say(became)


def _paper(args: Namespace) -> tuple[str, dict[str, Any]]:
    from gmp_desktop.services.archive import Archive, kind_of

    recognised = Archive.read(args.file)
    as_ = args.as_ or kind_of(recognised)
    with opened(args.data, args.database) as store:
        taken = Archive(store).take(recognised, as_=as_, meeting=args.meeting, symbol=args.symbol)
    tree = {
        "meeting": taken.meeting,
        "symbol": taken.symbol,
        "counts": taken.counts,
        "set_aside": [{"text": passage.text, "reason": passage.reason} for passage in taken.set_aside],
    }
    return (taken.meeting or taken.symbol) if as_ == "report" else taken.symbol, tree


def _bundle(args: Namespace) -> tuple[str, dict[str, Any]]:
    from gmp_desktop.services.bundles import Bundles, read_file

    bundle = read_file(args.file)
    with opened(args.data, args.database) as store:
        if Bundles(store).holds(bundle):
            remark(f"The meeting {bundle.meeting.code} is already here, word for word. Nothing was changed.")
        code = Bundles(store).add(bundle)
    tree = {
        "meeting": code,
        "symbol": bundle.report_symbol(),
        "counts": bundle.counts(),
        "set_aside": [
            {"text": entry.text, "reason": entry.reason}
            for paper in bundle.papers
            for entry in paper.set_aside
        ],
    }
    return code, tree
