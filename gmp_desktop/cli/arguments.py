"""The words of the command line and what they must look like."""

import argparse
from pathlib import Path

from gmp_desktop import __version__
from gmp_desktop.paths import data_folder

COMMANDS = ("sample", "meetings", "import", "export", "verify", "rebuild", "backup", "restore")
EXPORT_SUFFIXES = (".pdf", ".txt", ".json")

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
    _import(command("import", "read a report, a document or a bundle (.txt, .docx, .pdf, .json)"))
    _export(command("export", "write a report, a document or a whole meeting"))
    command("verify", "check the record against its change log")
    command("rebuild", "make the record anew from its change log")
    command("backup", "write a copy of the whole record").add_argument("file", type=Path, metavar="FILE")
    command("restore", "go back to a backup").add_argument("file", type=Path, metavar="FILE")
    return parser


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument(
        "--as", dest="as_", choices=("report", "document", "bundle"), help="what to take it for"
    )
    parser.add_argument("--meeting", metavar="CODE", help="the meeting it belongs to")
    parser.add_argument("--symbol", metavar="SYMBOL", help="the symbol the document shall bear")
    parser.add_argument("--json", action="store_true", help="tell everything that was recognised, as JSON")


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--meeting", metavar="CODE", help="the newest one where none is named")
    parser.add_argument("--document", metavar="report|bundle|SYMBOL", help="report, or bundle for .json")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FILE.pdf|.txt|.json", help="the suffix tells the form"
    )


def _check_import(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    if args.as_ is None and args.file.suffix.lower() == ".json":
        args.as_ = "bundle"
    if args.as_ == "bundle" and (args.meeting or args.symbol):
        parser.error("a bundle brings its own meeting and symbols: leave --meeting and --symbol out")


def _check_export(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    suffix = args.to.suffix.lower()
    if suffix not in EXPORT_SUFFIXES:
        parser.error(f"--to: the name should end in {', '.join(EXPORT_SUFFIXES)}")
    if args.document is None:
        args.document = "bundle" if suffix == ".json" else "report"
    if args.document == "bundle" and suffix != ".json":
        parser.error("--to: a bundle is written as .json")
    if suffix == ".json" and args.document not in ("bundle", "report"):
        parser.error("--to: a single document is written as .pdf or .txt; .json is for a whole meeting")
