"""Engines: SQLite through sqlcipher3 (its own, current SQLite) and PostgreSQL, set up so that saved means saved.

Every transaction is begun in words: ``BEGIN`` to read, ``BEGIN IMMEDIATE`` (on PostgreSQL an advisory lock) to
write, so that one writer at a time reads and changes.
"""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

BUSY_MS = 5_000
_WRITES = "gmp_writes"
_WRITER_LOCK = 0x676D70

_GUARDS = (
    f"PRAGMA busy_timeout = {BUSY_MS}",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
)


def open_engine(place: str | Path) -> Engine:
    """An engine for a file, or for the URL of a PostgreSQL database."""
    url = url_of(place)
    return _sqlite(url) if url.get_backend_name() == "sqlite" else _postgresql(url)


def url_of(place: str | Path) -> URL:
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite", database=str(place))
    url = make_url(place)
    return url.set(drivername="postgresql+psycopg") if url.get_backend_name() == "postgresql" else url


def file_of(place: str | Path) -> Path | None:
    """The database file, where the database is one."""
    url = url_of(place)
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def writing(engine: Engine) -> Engine:
    """The same engine, its transactions begun for writing."""
    return engine.execution_options(**{_WRITES: True})


def scrub(engine: Engine) -> None:
    """Leave nothing of deleted rows in the files: SQLite's hold zeros already, but for its write-ahead log."""
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        if connection.dialect.name == "sqlite":
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for table in ("sealed", "private_detail", "draft"):
            connection.exec_driver_sql(f"VACUUM FULL {table}")


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, module=sqlcipher3.dbapi2, hide_parameters=True)
    event.listen(engine, "connect", _guard)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "checkin", _let_go)
    return engine


def _guard(connection: Any, record: Any) -> None:
    connection.isolation_level = None
    for pragma in _GUARDS:
        connection.execute(pragma)
    (mode,) = connection.execute("PRAGMA journal_mode = WAL").fetchone()
    connection.execute(f"PRAGMA synchronous = {'FULL' if mode == 'wal' else 'EXTRA'}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.connection.cursor().execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def _let_go(connection: Any, record: Any) -> None:
    """A commit that SQLite refuses, for a reference to nothing, leaves the transaction open and the writers locked out."""
    if connection is not None and connection.in_transaction:
        connection.rollback()


def _postgresql(url: URL) -> Engine:
    engine = create_engine(
        url, hide_parameters=True, pool_pre_ping=True, connect_args={"keepalives": 1, "keepalives_idle": 30}
    )
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES):
        connection.connection.cursor().execute(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")
