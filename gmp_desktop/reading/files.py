"""A file's bytes, its kind, and what is refused before anything is read."""

from dataclasses import dataclass
from pathlib import Path

from gmp_desktop.domain.errors import NotFound, Refused, WorldFault
from gmp_desktop.domain.meeting import SetAside
from gmp_desktop.reading.encoding import decode

LIMIT_BYTES = 60_000_000
LIMIT_TEXT_BYTES = 20_000_000
_MEGA = 1_000_000
_TEXTS = {".txt", ".text", ".md", ""}
_KINDS = {*_TEXTS, ".docx", ".pdf"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A paper as dirty text, and what its file holds besides."""

    text: str
    set_aside: tuple[SetAside, ...] = ()


def load(path: Path, limit_bytes: int = LIMIT_BYTES) -> Loaded:
    """The paper in a file."""
    kind = path.suffix.casefold()
    if kind not in _KINDS - {""}:
        raise Refused(f"“{path.name}” is of a kind that cannot be read; papers come as .txt, .docx or .pdf.")
    data = bytes_of(path, min(limit_bytes, LIMIT_TEXT_BYTES) if kind in _TEXTS else limit_bytes)
    loaded = _loaded(kind, data, path.name)
    if not loaded.text.strip("\ufeff \t\r\n\f\v\xa0\u200b"):
        raise Refused(
            f"“{path.name}” holds no text; nothing was read. A scanned paper needs its text made readable first."
        )
    return loaded


def _loaded(kind: str, data: bytes, name: str) -> Loaded:
    if data.startswith(b"%PDF-") or kind == ".pdf":
        from gmp_desktop.reading.pdf import read_pdf

        return Loaded(*read_pdf(data, name))
    if kind == ".docx":
        from gmp_desktop.reading.docx import read_docx

        return Loaded(*read_docx(data, name))
    return Loaded(decode(data, name))


def bytes_of(path: Path, limit: int, what: str = "a paper") -> bytes:
    """The bytes of a file, not one more than the limit held in memory."""
    try:
        if path.is_dir():
            raise Refused(f"“{path.name}” is a folder; choose {what} in it.")
        if not path.exists():
            raise NotFound(f"There is no file “{path}”.")
        if not path.is_file():
            raise Refused(f"“{path.name}” is not a file that can be read through; copy it to a folder first.")
        with path.open("rb") as file:
            data = file.read(limit + 1) if path.stat().st_size <= limit else b""
            too_large = len(data) > limit or path.stat().st_size > limit
    except OSError as error:
        raise WorldFault(
            f"“{path.name}” could not be read: {error.strerror}. Nothing was changed."
        ) from error
    if too_large:
        raise Refused(
            f"“{path.name}” is larger than {limit // _MEGA or 1} MB, more than {what} can be; nothing was read."
        )
    if not data:
        raise Refused(f"“{path.name}” is empty; nothing was read.")
    return data
