"""Bringing a database to this version's schema: a backup first, then everything in one transaction.

The ordinary tables are a function of the change log. A migration that changes one makes it anew and empty, and all
are filled from the log at the end.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect

from gmp_desktop.domain.errors import DamagedFile, NewerDatabase
from gmp_desktop.paths import shipped
from gmp_desktop.store.engine import writing
from gmp_desktop.store.files import read_only
from gmp_desktop.store.rebuild import rebuild
from gmp_desktop.store.schema import HEAD


def migrate(engine: Engine, file: Path | None = None, before: Callable[[], object] = lambda: None) -> bool:
    """Bring the schema to the newest version; ``before`` is called only if an older database will be changed.

    Tells whether anything was done. A file is looked at read-only first: one that cannot be taken stays as it is.
    """
    if file is not None and file.exists() and file.stat().st_size:
        found = version_of(file)
        refuse_newer(found)
        if found is None:
            _refuse_foreign(file)
    with engine.connect() as connection:
        found = version(connection)
    if found == HEAD:
        return False
    refuse_newer(found)
    if found is not None:
        before()
    _upgrade(engine, refill=found is not None)
    return True


def version(connection: Connection) -> str | None:
    """The schema's version, or None in an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def version_of(file: Path) -> str | None:
    """The schema's version in a file, which is not changed by looking."""
    with closing(read_only(file)) as database:
        if not database.execute("SELECT 1 FROM sqlite_schema WHERE name = 'alembic_version'").fetchone():
            return None
        found = database.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(found[0]) if found else None


def refuse_newer(found: str | None) -> None:
    if found is not None and found > HEAD:
        raise NewerDatabase(
            "This database was written by a newer version of the program. It was not touched; install that version."
        )


def _refuse_foreign(file: Path) -> None:
    """A database without a version is taken only as long as there is nothing in it."""
    with closing(read_only(file)) as database:
        if database.execute("SELECT 1 FROM sqlite_schema").fetchone():
            raise DamagedFile(
                "This file is not a database of the program, or it is damaged. It was left as it is."
            )


def _upgrade(engine: Engine, *, refill: bool) -> None:
    with writing(engine).connect() as connection:
        sqlite = connection.dialect.name == "sqlite"
        if sqlite:
            _set_foreign_keys(connection, "OFF")
        with connection.begin():
            _run(connection)
            if refill:
                rebuild(connection)
            if sqlite and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                raise AssertionError("A migration left references to nothing.")
        if sqlite:
            _set_foreign_keys(connection, "ON")


def _set_foreign_keys(connection: Connection, state: str) -> None:
    """Outside a transaction, where the pragma has an effect."""
    driver: Any = connection.connection.driver_connection
    driver.execute(f"PRAGMA foreign_keys = {state}")


def _run(connection: Connection) -> None:
    from alembic import command

    config = configuration(shipped("db", "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def configuration(scripts: Path) -> Any:
    """Alembic's settings, without an alembic.ini."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
