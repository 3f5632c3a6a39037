"""Files of the record in the data folder, each once, under its SHA-256: taken in whole or not at all, checked on use."""

import errno
import os
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import file_digest, sha256
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from gmp_desktop.domain.errors import DamagedFile, NotFound, Refused, WorldFault
from gmp_desktop.domain.file_names import clean_name
from gmp_desktop.services.files import fault

FOLDER = "files"
MOST_BYTES = 2_000_000_000
KEPT_ANYWAY = timedelta(days=1)
"""A file this young may be on its way into the record."""

_AT_ONCE_BYTES = 1 << 20
_PART = ".part"

Progress = Callable[[float], None]
Stopped = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class KeptFile:
    """``name`` is what the file was called, cleaned; where it is follows from its hash alone."""

    name: str
    sha256: str
    size: int


def untold(fraction: float) -> None:
    pass


def never() -> bool:
    return False


class KeptFiles:
    """Touches no record; every method may run in a worker."""

    def __init__(self, data: Path) -> None:
        self._folder = data / FOLDER

    def keep(self, path: Path, progress: Progress = untold, stopped: Stopped = never) -> KeptFile:
        """Copy a file into the folder, hashing on the way; one that is here already is left as it is."""
        name = clean_name(path.name)
        part = self._folder / f".{token_hex(8)}{_PART}"
        try:
            _refuse_unfit(path)
            self._folder.mkdir(parents=True, exist_ok=True)
            with path.open("rb") as source, part.open("xb") as target:
                digest, size = _copy(source, target, path, progress, stopped)
            place = self._place(digest)
            if not _holds(place, digest):
                place.parent.mkdir(exist_ok=True)
                part.replace(place)
        except OSError as error:
            raise fault(f"“{name}” was not attached", error) from error
        finally:
            _drop(part)
        return KeptFile(name, digest, size)

    def copy_out(
        self, file: KeptFile, target: Path, progress: Progress = untold, stopped: Stopped = never
    ) -> None:
        """Put a copy at a place of the person's choice; what does not have its hash any more is not given out."""
        place = self._place(file.sha256)
        target = Path(os.path.realpath(target))
        part = target.with_name(f".{token_hex(8)}{_PART}")
        try:
            if not place.is_file():
                raise NotFound(
                    f"The file of “{file.name}” is not on this computer. The register was left as it is; "
                    "attach the file again."
                )
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            with place.open("rb") as source, part.open("xb") as copy:
                digest, _ = _copy(source, copy, place, progress, stopped)
            if digest != file.sha256:
                raise DamagedFile(
                    f"The stored file of “{file.name}” is damaged: it is not what was attached. "
                    "The register was left as it is; attach the file again."
                )
            part.replace(target)
        except OSError as error:
            raise fault(f"“{target.name}” was not written", error) from error
        finally:
            _drop(part)

    def tidy(self, mentioned: Collection[str], now: datetime) -> int:
        """Remove what the record never mentioned and half-copied files; gives how many."""
        gone = 0
        try:
            for path in sorted(self._folder.glob("**/*")) if self._folder.is_dir() else ():
                changed = datetime.fromtimestamp(path.stat().st_mtime, now.tzinfo)
                if path.is_file() and path.name not in mentioned and now - changed > KEPT_ANYWAY:
                    path.unlink()
                    gone += 1
        except OSError as error:
            raise fault("The folder of files was not tidied", error) from error
        return gone

    def _place(self, digest: str) -> Path:
        """A hash from a package is hostile input: it has to look like one to become a name."""
        if len(digest) != 64 or not set(digest) <= set("0123456789abcdef"):
            raise WorldFault(
                "The record names no proper file here. Nothing was changed; attach the file again."
            )
        return self._folder / digest[:2] / digest


def _refuse_unfit(path: Path) -> None:
    name = clean_name(path.name)
    if path.is_dir():
        raise Refused(f"“{name}” is a folder. Nothing was changed; choose the files in it.")
    if path.exists() and not path.is_file():
        raise Refused(f"“{name}” cannot be read through. Nothing was changed; copy it to a folder first.")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise _too_large(name)
    if not size:
        raise Refused(f"“{name}” is empty. Nothing was changed.")


def _copy(
    source: BinaryIO, target: BinaryIO, path: Path, progress: Progress, stopped: Stopped
) -> tuple[str, int]:
    """Gives the hash and the size of what was copied, which is on the disk when this returns."""
    digest, done, whole = sha256(), 0, max(path.stat().st_size, 1)
    while chunk := source.read(_AT_ONCE_BYTES):
        if stopped():
            raise Refused("Copying was stopped. Nothing was changed.")
        done += len(chunk)
        if done > MOST_BYTES:
            raise _too_large(clean_name(path.name))
        digest.update(chunk)
        target.write(chunk)
        progress(min(done / whole, 1.0))
    target.flush()
    os.fsync(target.fileno())
    return digest.hexdigest(), done


def _holds(place: Path, digest: str) -> bool:
    """Whether a file is here and still what it was; a damaged one is to be written again."""
    if not place.is_file():
        return False
    with place.open("rb") as file:
        return file_digest(file, "sha256").hexdigest() == digest


def _too_large(name: str) -> Refused:
    most = MOST_BYTES // 1_000_000_000
    return Refused(f"“{name}” is larger than {most} GB, more than a document can be. Nothing was changed.")


def _drop(part: Path) -> None:
    """A part that cannot be removed is left for the next tidying."""
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return
