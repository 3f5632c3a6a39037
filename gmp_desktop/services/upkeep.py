"""Looking after the record: is it sound, made anew from its log, copied away and brought back."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from gmp_desktop.domain.errors import DamagedFile, NotFound, Refused
from gmp_desktop.services.files import write_whole
from gmp_desktop.store import backup as backups
from gmp_desktop.store.engine import file_of
from gmp_desktop.store.migrate import version_of
from gmp_desktop.store.store import Store


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Upkeep:
    """Of a record that is open."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def verify(self) -> None:
        """Nothing, if all is well; else what was found, in the error."""
        findings = self._store.verify()
        if findings:
            raise DamagedFile(
                "\n".join(findings) + "\nThe record is not what its log says. Nothing was changed; "
                "“rebuild” makes it anew from the log, “restore” goes back to a backup."
            )

    def rebuild(self) -> int:
        """Make the tables anew from the log; tells how many rows the log knows."""
        return self._store.rebuild()


def backup(place: str | Path, target: Path, now: Callable[[], datetime] = _utc_now) -> None:
    """Write a copy of the whole record, checked by opening it."""
    file = _file(place)
    if not file.exists():
        raise NotFound("There is no record to copy yet. Nothing was written.")
    own = os.path.realpath(file)
    if os.path.realpath(target) in {own, *(own + ending for ending in backups.LOGS)}:
        raise Refused("The record is not copied over itself. Nothing was written; choose another name.")
    write_whole(target, backups.make(file, now()).read_bytes())


def restore(place: str | Path, copy: Path, now: Callable[[], datetime] = _utc_now) -> Path | None:
    """Put a copy in the place of the record, which must be closed; gives where the replaced one is kept."""
    if not copy.is_file():
        raise NotFound(f"There is no backup “{copy.name}”. Nothing was changed.")
    file = _file(place)
    backups.check(copy)
    if version_of(copy) is None:
        raise DamagedFile(f"“{copy.name}” holds no record of the program. Nothing was changed; take another.")
    file.parent.mkdir(parents=True, exist_ok=True)
    return backups.restore(file, copy, now())


def _file(place: str | Path) -> Path:
    file = file_of(place)
    if file is None:
        raise Refused(
            "A database on a server is copied and restored there, with its own means. Nothing was changed."
        )
    return file
