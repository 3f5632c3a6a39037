"""The words of the command line and what they must look like."""

import argparse
from pathlib import Path

from gmp_desktop import __version__
from gmp_desktop.paths import data_folder

COMMANDS = ("sample", "meetings", "import", "export", "verify", "rebuild", "backup", "restore")
SHEET_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
EXPORT_SUFFIXES = (".pdf", ".docx", ".txt", ".json", ".xlsx", ".csv")
PAPERS = (
    *("agenda", "annotated-agenda", "organisation-of-work", "documents", "participants"),
    *("sign-in", "badges", "name-plates", "running-sheet"),
)
"""As :class:`PaperKind` has them, which is loaded only once a paper is asked for; a test holds the two together."""

_EPILOG = "Exit status: 0 done, 1 refused, 2 wrong usage, 3 the disk, a permission or a damaged file stands in the way."


def read_arguments(argv: list[str]) -> argparse.Namespace:
    """The arguments as a namespace; leaves through SystemExit(2) where they are wrong."""
    parser = _parser()
    args = parser.parse_args(argv)
    args.data = getattr(args, "data", None) or data_folder()
    args.database = getattr(args, "database", None)
    if args.command == "import":
        _check_import(parser, args)
    if args.command == "export":
        _check_export(parser, args)
    return args


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--data", type=Path, metavar="DIR", help="the folder of the record, its backups and its log"
    )
    common.add_argument("--database", metavar="URL", help="another database: a file or postgresql://…")
    parser = argparse.ArgumentParser(
        "gmp-desktop",
        usage="%(prog)s [--data DIR] [--database URL] [FILE | COMMAND …]",
        description="Without a command: the window, with FILE to look at if one is named.",
        epilog=_EPILOG,
        parents=[common],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", prog="gmp-desktop")

    def command(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, description=words, parents=[common], allow_abbrev=False)

    command("sample", "add the sample meeting")
    command("meetings", "list code, title, dates and state").add_argument("--json", action="store_true")
    _import(command("import", "read a report, a document, a bundle, a list of participants or an agenda"))
    _export(command("export", "write a report, a document, a paper of a meeting or a whole meeting"))
    command("verify", "check the record against its change log")
    command("rebuild", "make the record anew from its change log")
    command("backup", "write a copy of the whole record").add_argument("file", type=Path, metavar="FILE")
    command("restore", "go back to a backup").add_argument("file", type=Path, metavar="FILE")
    return parser


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--as",
        dest="as_",
        choices=("report", "document", "bundle", "participants", "agenda"),
        help="what to take it for; a spreadsheet (.csv, .xlsx, .xls, .ods) is a list of participants",
    )
    parser.add_argument("--meeting", metavar="CODE", help="the meeting it belongs to")
    parser.add_argument("--symbol", metavar="SYMBOL", help="the symbol the document shall bear")
    parser.add_argument(
        "--refused",
        type=Path,
        metavar="FILE.csv|.xlsx",
        help="where to write the rows of a list of participants that were not taken, with the reason",
    )
    parser.add_argument("--json", action="store_true", help="tell everything that was recognised, as JSON")


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--meeting", metavar="CODE", help="the newest one where none is named")
    parser.add_argument(
        "--document",
        metavar="|".join(("report", "bundle", *PAPERS, "SYMBOL")),
        help="report, or bundle for .json",
    )
    parser.add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="FILE" + "|".join(EXPORT_SUFFIXES),
        help="the suffix tells the form",
    )


def _check_import(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    suffix = args.file.suffix.lower()
    if args.as_ is None and suffix == ".json":
        args.as_ = "bundle"
    if args.as_ is None and suffix in SHEET_SUFFIXES:
        args.as_ = "participants"
    if args.as_ == "bundle" and (args.meeting or args.symbol):
        parser.error("a bundle brings its own meeting and symbols: leave --meeting and --symbol out")
    if args.symbol and args.as_ in ("participants", "agenda"):
        parser.error("a symbol is a document's: leave --symbol out")
    if args.refused and args.as_ != "participants":
        parser.error("only rows of a list of participants can be refused: leave --refused out")
    if args.refused and args.refused.suffix.lower() not in (".csv", ".xlsx"):
        parser.error("--refused: the name should end in .csv or .xlsx")


def _check_export(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    suffix = args.to.suffix.lower()
    if suffix not in EXPORT_SUFFIXES:
        parser.error(f"--to: the name should end in {', '.join(EXPORT_SUFFIXES)}")
    if args.document is None:
        args.document = {".json": "bundle", ".xlsx": "participants", ".csv": "participants"}.get(
            suffix, "report"
        )
    if args.document == "bundle" and suffix != ".json":
        parser.error("--to: a bundle is written as .json")
    if suffix == ".json" and args.document not in ("bundle", "report"):
        parser.error(
            "--to: a single document is written as .pdf, .docx or .txt; .json is for a whole meeting"
        )
    if suffix in (".xlsx", ".csv") and args.document not in PAPERS:
        parser.error("--to: only lists and tables of a meeting are written as .xlsx or .csv")
