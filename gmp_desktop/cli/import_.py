"""``import``: a file into the record. The file is read to its end before the record is opened."""

from argparse import Namespace
from typing import Any

from gmp_desktop.cli.output import remark, say, say_json
from gmp_desktop.cli.which import meeting_named
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.opening import opened


def run(args: Namespace) -> None:
    take = {"bundle": _bundle, "participants": _participants, "agenda": _agenda}.get(args.as_, _paper)
    became, tree = take(args)
    if args.json:
        say_json(tree)
    else:
        say(became)


def _participants(args: Namespace) -> tuple[str, dict[str, Any]]:
    """Everybody as usual: who is here already gets what is empty, who may be is left out and told of."""
    from gmp_desktop.services.participant_import import ParticipantImport

    sheet = ParticipantImport.read(args.file)
    with opened(args.data, args.database, create=False) as store:
        meeting = meeting_named(args.meeting, Meetings(store))
        service = ParticipantImport(store)
        plan = service.plan(sheet, service.offer(sheet).mapping, meeting.id)
        result = service.take(plan, {})
    if args.refused:
        service.write_refused(result, args.refused)
    if result.refused:
        remark(
            f"{len(result.refused)} of {len(sheet.rows)} rows were not taken; --json or --refused tells why."
        )
    tree = {
        "meeting": meeting.code,
        "symbol": None,
        "counts": {
            "rows": len(sheet.rows),
            "registered": result.registered,
            "new_in_directory": result.added,
            "changed": result.changed,
            "refused": len(result.refused),
        },
        "set_aside": [
            {"text": "\t".join(sheet.rows[one.row]), "reason": one.reason} for one in result.refused
        ],
    }
    return meeting.code, tree


def _agenda(args: Namespace) -> tuple[str, dict[str, Any]]:
    """Every line an item, below those that are there."""
    from gmp_desktop.services.agenda_files import text_of
    from gmp_desktop.services.agendas import Agendas

    text = text_of(args.file)
    with opened(args.data, args.database, create=False) as store:
        meeting = meeting_named(args.meeting, Meetings(store))
        count = Agendas(store).paste(meeting.id, text)
    counts = {"agenda_items": count}
    tree: dict[str, Any] = {"meeting": meeting.code, "symbol": None, "counts": counts, "set_aside": []}
    return meeting.code, tree


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
