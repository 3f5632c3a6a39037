"""Tables of this copy of the record alone: the change log and what is derived from it, steps, drafts, settings."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, Uuid

from gmp_desktop.store.tables import Base

log_entry = Table(
    "log_entry",
    Base.metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),  # order of arrival here
    Column("id", Text, nullable=False, unique=True),
    Column("device", Uuid, nullable=False),
    Column("number", Integer, nullable=False),
    Column("previous", Text, nullable=False),
    Column("time", Text, nullable=False),
    Column("step", Uuid, nullable=False),
    Column("op", Text, nullable=False),
    Column("table", Text, nullable=False),
    Column("row", Uuid, nullable=False),
    Column("field", Text, nullable=False),
    Column("replaces", Text, nullable=False),  # ids, parted by spaces
    Column("stands_for", Text, nullable=False),  # local: the entry whose value an undo brought back
    Column("value", Text, nullable=False),  # canonical JSON; last, because it is long
    Index("ix_log_entry_row", "row"),
)

# The entries no other known entry replaces. Of a row that is as it was made, one line with the field "".
live = Table(
    "live",
    Base.metadata,
    Column("row", Uuid, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("seq", Integer, ForeignKey("log_entry.seq"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# Rows that refer to a row that is not there.
waiting = Table(
    "waiting",
    Base.metadata,
    Column("parent", Uuid, primary_key=True),
    Column("row", Uuid, primary_key=True),
    Column("table", Text, nullable=False),
    Index("ix_waiting_row", "row"),
    sqlite_with_rowid=False,
)

# What the log has only fingerprints of; an erased one has neither salt nor value.
sealed = Table(
    "sealed",
    Base.metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("table", Text, nullable=False),
    Column("row", Uuid, nullable=False),
    Column("field", Text, nullable=False),
    Column("salt", Text, nullable=False),
    Column("value", Text, nullable=False),
    Index("ix_sealed_row", "row"),
)

device = Table(
    "device",
    Base.metadata,
    Column("id", Uuid, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("previous", Text, nullable=False),
    Column("clock", Text, nullable=False),  # the newest time it has written or read
    Column("here", Boolean, nullable=False),
)

step = Table(
    "step",
    Base.metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("device", Uuid, nullable=False),
    Column("op", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("entries", Uuid, nullable=False),  # the step of the log that does it or undoes it now
    Column("first", Integer, nullable=False),  # log_entry.seq of its first and last entry
    Column("last", Integer, nullable=False),
    Column("undone", Boolean, nullable=False),
)

draft = Table(
    "draft",
    Base.metadata,
    Column("row", Uuid, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("at", Text, nullable=False),
)

setting = Table(
    "setting",
    Base.metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

LOCAL = (log_entry, live, waiting, sealed, device, step, draft, setting)
