"""Dated copies of a database file: made by the database itself, opened to be sure, thinned with age."""

import os
import re
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import sqlcipher3.dbapi2

from gmp_desktop.domain.errors import DamagedFile, WorldFault
from gmp_desktop.store import first_look
from gmp_desktop.store.files import read_only
from gmp_desktop.store.migrate import refuse_newer, version_of

FOLDER = "backups"
_STAMP = "%Y-%m-%dT%H%M%S.%fZ"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{6}\.\d{6}Z)\.db")
INTERVAL = timedelta(minutes=30)
_KEEP_ALL = timedelta(hours=3)
_KEEP_HOURLY = timedelta(days=1)
_KEEP_DAILY = timedelta(days=30)
LOGS = ("-wal", "-shm", "-journal")
"""Endings of the files SQLite keeps beside a database."""
_WAIT_SECONDS = 1


def make(file: Path, now: datetime) -> Path:
    """Copy the database, as it is at this moment, into the folder of backups beside it."""
    target = file.parent / FOLDER / f"{now.astimezone(UTC).strftime(_STAMP)}.db"
    part = target.with_suffix(".part")
    try:
        target.parent.mkdir(exist_ok=True)
        _copy(file, part)
        check(part)
        _sync(part)
        part.replace(target)
        _sync(target.parent)
    except DamagedFile as error:
        raise DamagedFile(
            "No backup was made: the record is damaged. It was left as it is; restore the newest backup."
        ) from error
    except (OSError, sqlcipher3.dbapi2.Error) as error:
        raise WorldFault(
            "No backup could be made. The record is as it was; make room and do it again."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    _thin(target.parent, now)
    return target


def make_if_due(file: Path, now: datetime) -> Path | None:
    """A backup, if the record was written to since the newest one, and that is half an hour old.

    It reads through a connection of its own, so that it can be made in any thread while others write.
    """
    newest = next(iter(backups(file)), None)
    if newest is not None:
        made = _moment(newest.name)
        if now - made < INTERVAL or _written(file) <= made:
            return None
    return make(file, now)


def backups(file: Path) -> list[Path]:
    """The backups of a database, newest first."""
    folder = file.parent / FOLDER
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted((path for path in found if _NAME.fullmatch(path.name)), reverse=True)


def check(file: Path) -> None:
    """Open a copy and read all of it; a damaged or newer one is refused."""
    try:
        with closing(read_only(file)) as database:
            (finding,) = database.execute("PRAGMA integrity_check(1)").fetchone()
            refuse_newer(version_of(file))
    except sqlcipher3.dbapi2.OperationalError as error:
        raise WorldFault(
            "This copy cannot be opened. Nothing was changed; put it where it may be read and written."
        ) from error
    except sqlcipher3.dbapi2.DatabaseError as error:
        raise DamagedFile(
            "This copy is damaged or no database. Nothing was changed; take another."
        ) from error
    if finding != "ok":
        raise DamagedFile("This copy is damaged. Nothing was changed; take another.")


def restore(file: Path, copy: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the database, which nobody may have open; returns where the replaced one is kept.

    The write-ahead log goes with the database it belongs to: left behind, it would be read into the copy.
    """
    check(copy)
    _refuse_open(file)
    part = file.with_suffix(".restored")
    try:
        _copy(copy, part)
        check(part)
        _sync(part)
        kept = _set_aside(file, now)
        part.replace(file)
        _sync(file.parent)
    except (OSError, sqlcipher3.dbapi2.Error) as error:
        part.unlink(missing_ok=True)
        raise WorldFault("The backup could not be put in place. Check the disk and do it again.") from error
    return kept


def outdated(names: Iterable[str], now: datetime) -> list[str]:
    """Which backups can go: of the last hours all stay, then the last of each hour, day and, after a month, week."""
    kept: set[str] = set()
    out = []
    for name in sorted(names, reverse=True):
        period = _period(name, now)
        if period in kept:
            out.append(name)
        kept.add(period)
    return out


def _period(name: str, now: datetime) -> str:
    """The stretch of time of which one backup stays."""
    age = now - _moment(name)
    if age <= _KEEP_ALL:
        return name
    return (
        name[:13] if age <= _KEEP_HOURLY else name[:10] if age <= _KEEP_DAILY else f"{_moment(name):%G-W%V}"
    )


def _moment(name: str) -> datetime:
    return datetime.strptime(name.removesuffix(".db"), _STAMP).replace(tzinfo=UTC)


def _written(file: Path) -> datetime:
    """When the database was last written to: in itself or in its log."""
    files = [file, file.with_name(f"{file.name}-wal")]
    stats = [one.stat() for one in files if one.exists()]
    return datetime.fromtimestamp(max(stat.st_mtime for stat in stats if stat.st_size), UTC)


def _thin(folder: Path, now: datetime) -> None:
    for name in outdated((path.name for path in folder.iterdir() if _NAME.fullmatch(path.name)), now):
        (folder / name).unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    with closing(read_only(source)) as database, closing(sqlcipher3.dbapi2.connect(target)) as copy:
        database.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")


def _refuse_open(file: Path) -> None:
    """Who has the database open would go on writing into what was set aside. One nobody has takes in its log."""
    if not file.exists():
        return
    with closing(sqlcipher3.dbapi2.connect(file, timeout=_WAIT_SECONDS)) as database:
        try:
            database.execute("PRAGMA journal_mode = DELETE")
        except sqlcipher3.dbapi2.Error as error:
            if "locked" in str(error):
                raise WorldFault(
                    "The record is open in another program. Nothing was changed; close it and do it again."
                ) from error


def _set_aside(file: Path, now: datetime) -> Path | None:
    """Logs first: a database without its log is older, a log without its database would be mixed into another."""
    if not file.exists():
        return None
    first_look.forget(file)
    kept = file.with_name(f"{file.stem}-replaced-{now.astimezone(UTC).strftime(_STAMP)}{file.suffix}")
    for ending in LOGS:
        log = file.with_name(file.name + ending)
        if log.exists():
            log.replace(kept.with_name(kept.name + ending))
    file.replace(kept)
    return kept


def _sync(path: Path) -> None:
    """Through to the disk; Windows does that to files open for writing alone, and not to folders."""
    folder = path.is_dir()
    if folder and os.name != "posix":
        return
    descriptor = os.open(path, os.O_RDONLY if folder else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
