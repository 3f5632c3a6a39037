"""Database files looked at from outside, through the plain driver."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2

GUARDS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
)


def read_only(file: Path) -> Any:
    """A connection that cannot change the file."""
    database = sqlcipher3.dbapi2.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)
    for pragma in (*GUARDS, "PRAGMA query_only = ON"):
        database.execute(pragma)
    return database
