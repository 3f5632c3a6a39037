"""The program's two faces: a command is carried out at once, anything else opens the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

_PLACES = ("--data", "--database")
_PAPERS = (".json", ".txt", ".docx", ".pdf")


def main(argv: Sequence[str] | None = None) -> int:
    args = list(sys.argv[1:] if argv is None else argv)
    wanted = _window(args)
    if wanted is None:
        from gmp_desktop.cli import main as run_command

        return run_command(args)
    data, database, file = wanted
    if data is None:
        from gmp_desktop.paths import data_folder

        data = data_folder()
    from gmp_desktop.app import run

    return run(data, database, file)


def _window(args: list[str]) -> tuple[Path | None, str | None, Path | None] | None:
    """Data folder, database and file where the arguments ask for the window; None where they hold a command."""
    places: dict[str, str] = {}
    words: list[str] = []
    rest = iter(args)
    for word in rest:
        name, given, value = word.partition("=")
        if name in _PLACES:
            places[name] = value if given else next(rest, "")
        else:
            words.append(word)
    file = Path(words[0]) if words else None
    if len(words) > 1 or "" in places.values() or (file and not _is_paper(file)):
        return None
    data = places.get("--data")
    return Path(data) if data else None, places.get("--database"), file


def _is_paper(file: Path) -> bool:
    return file.suffix.lower() in _PAPERS and not str(file).startswith("-")


if __name__ == "__main__":
    sys.exit(main())
