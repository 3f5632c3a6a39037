"""The tables anew from the log, which must give exactly what was there."""

from sqlalchemy import Connection, delete, select

from gmp_desktop.store.ledger_rows import portions
from gmp_desktop.store.local import live, log_entry, waiting
from gmp_desktop.store.shown import show
from gmp_desktop.store.tables import TABLES, Base


def rebuild(connection: Connection) -> int:
    """Empty the tables and fill them from the log; returns how many rows the log knows."""
    for table in (live, waiting, *(Base.metadata.tables[name] for name in reversed(TABLES))):
        connection.execute(delete(table))
    keys = connection.execute(select(log_entry.c.table, log_entry.c.row).distinct()).all()
    order = {name: place for place, name in enumerate(TABLES)}
    for portion in portions(
        sorted(((table, row) for table, row in keys), key=lambda key: order.get(key[0], -1))
    ):
        show(connection, portion)
    return len(keys)
