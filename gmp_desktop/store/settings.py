"""Notes of this copy of the record: which device it is, what was open last. Not in the log."""

from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from gmp_desktop.store.keys import new_key
from gmp_desktop.store.local import device, setting
from gmp_desktop.store.log import BEGINNING


def find(connection: Connection, name: str) -> str | None:
    return connection.scalar(select(setting.c.value).where(setting.c.name == name))


def keep(connection: Connection, name: str, value: str) -> None:
    connection.execute(delete(setting).where(setting.c.name == name))
    connection.execute(insert(setting), {"name": name, "value": value})


def device_here(connection: Connection, given: UUID | None) -> UUID:
    """The device this copy writes as; a new one where there is none."""
    known = device.c.id == given if given else device.c.here
    found = connection.scalar(select(device.c.id).where(known))
    if found is None:
        found = given or new_key()
        row = {"id": found, "number": 0, "previous": "", "clock": BEGINNING, "here": given is None}
        connection.execute(insert(device), row)
    return found
