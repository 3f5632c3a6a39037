"""What a zipped paper may be before it is opened: whole, not a bomb, without foreign entities."""

import io
import re
import zipfile
import zlib

from gmp_desktop.domain.errors import DamagedFile, Refused

MOST_BYTES = 200_000_000
_BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError)
_MOST_PARTS = 5_000
_MOST_XML_BYTES = 60_000_000
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PROLOGUE_BYTES = 4_096


def check(data: bytes, name: str) -> None:
    """Refuse a zipped paper that would not fit into memory or that asks for things outside itself."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _check(package, name)
    except _BROKEN as error:
        if data.startswith(b"\xd0\xcf\x11\xe0"):
            raise Refused(
                f"“{name}” is locked with a password or of the old .doc kind; save it as .docx first."
            ) from error
        raise DamagedFile(
            f"“{name}” is damaged and could not be opened; nothing was read. Get it once more."
        ) from error


def _check(package: zipfile.ZipFile, name: str) -> None:
    parts = package.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise Refused(f"“{name}” would unpack to more than a paper can hold; nothing was read.")
    for part in parts:
        if not part.filename.endswith((".xml", ".rels")):
            continue
        if part.file_size > _MOST_XML_BYTES:
            raise Refused(f"“{name}” would unpack to more than a paper can hold; nothing was read.")
        with package.open(part) as file:
            start = file.read(_PROLOGUE_BYTES).replace(b"\0", b"")
        if _DECLARATION.search(start):
            raise Refused(
                f"“{name}” asks for content outside itself, which no paper needs; nothing was read."
            )
