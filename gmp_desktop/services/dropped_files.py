"""What files that were dropped or chosen seem to be: symbol, title and language, guessed for a person to correct."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gmp_desktop.domain.errors import GmpError
from gmp_desktop.domain.file_names import clean_name
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.register import stem_of
from gmp_desktop.domain.symbol_lists import language_in_name, symbol_in_name
from gmp_desktop.domain.symbols import is_symbol, normalise
from gmp_desktop.services.kept_files import Progress, Stopped, never, untold

CHEAP_BYTES = 5_000_000
_READ = frozenset({".txt", ".docx", ".pdf"})


@dataclass(frozen=True, slots=True)
class FoundFile:
    path: Path
    symbol: str = ""
    title: str = ""
    language: str = "en"


def look_at(
    paths: Iterable[Path], stem: str, progress: Progress = untold, stopped: Stopped = never
) -> list[FoundFile]:
    """One guess for each file; touches no record and may run in a worker."""
    paths = list(paths)
    found = []
    for at, path in enumerate(paths):
        if stopped():
            break
        found.append(_guess(path, stem))
        progress((at + 1) / len(paths))
    return found


def _guess(path: Path, stem: str) -> FoundFile:
    """The name tells the symbol rather than the first page, which may be that of the paper it was made from."""
    name = clean_name(path.name)
    symbol, language = symbol_in_name(name, stem), language_in_name(name) or "en"
    printed, title = _first_page(path)
    if not symbol and is_symbol(printed) and stem_of(normalise(printed)):
        symbol = normalise(printed)
    return FoundFile(path, symbol, title or _words(name), language)


def _first_page(path: Path) -> tuple[str, str]:
    """The symbol and the title a paper prints, where reading it is cheap and it is a paper at all."""
    from gmp_desktop.reading.recognise import read_file

    try:
        if path.suffix.casefold() not in _READ or path.stat().st_size > CHEAP_BYTES:
            return "", ""
        document = read_file(path).document
    except (GmpError, OSError):
        return "", ""
    return document.masthead.symbol if document.masthead else "", plain(document.title)


def _words(name: str) -> str:
    """A file name as the beginning of a title."""
    return " ".join((name.rpartition(".")[0] or name).replace("_", " ").split())
