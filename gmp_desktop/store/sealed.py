"""Private texts: the log holds their fingerprints, a table beside it the texts, so that they can be erased for good.

A fingerprint is a hash with a random key: it tells nothing of the text, not even that two are the same. One whose
text is not here, because it never came or was erased, reads as an empty text.
"""

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, or_, select

from gmp_desktop.domain.errors import DamagedFile
from gmp_desktop.domain.tidy import tidy
from gmp_desktop.store.fields import references_of
from gmp_desktop.store.ledger_rows import ENTRY, entry_of, portions
from gmp_desktop.store.local import draft, log_entry, sealed
from gmp_desktop.store.log import Part, parts
from gmp_desktop.store.prepared import Prepared
from gmp_desktop.store.recorder import Key
from gmp_desktop.store.tables import Base

SEALED: Mapping[str, frozenset[str]] = {
    "private_detail": frozenset({"email", "phone", "address", "dietary", "access"})
}
"""Columns of text, by table; an empty text stays as it is."""

_MARK = "sealed"
_SALT_BYTES = 16
_SALT = re.compile(rf"[0-9a-f]{{{2 * _SALT_BYTES}}}")
_KEEP = Prepared(insert(sealed))


@dataclass(frozen=True, slots=True)
class SealedText:
    """A private text with the key of its fingerprint; without a key it was erased."""

    fingerprint: str
    table: str
    row: UUID
    field: str
    salt: str
    value: str


def seal(key: Key, field: str, value: str) -> SealedText:
    salt = os.urandom(_SALT_BYTES).hex()
    return SealedText(_fingerprint(*key, field, salt, value), *key, field, salt, value)


def mark(fingerprint: str) -> dict[str, str]:
    """What the log says instead of the text."""
    return {_MARK: fingerprint}


def keep(connection: Connection, texts: Iterable[SealedText]) -> None:
    _KEEP.many(connection, ({name: getattr(one, name) for name in SealedText.__slots__} for one in texts))


def opened(connection: Connection, spoken: Iterable[Part]) -> dict[str, str]:
    """The texts behind the fingerprints in these versions, as far as they are here."""
    found: dict[str, str] = {}
    for portion in portions(sorted({one for part in spoken if (one := _marked(part))})):
        wanted = select(sealed.c.fingerprint, sealed.c.value).where(sealed.c.fingerprint.in_(portion))
        found.update((fingerprint, value) for fingerprint, value in connection.execute(wanted))
    return found


def reading(part: Part, texts: Mapping[str, str]) -> Any:
    """What a version says, the text in the place of its fingerprint; what is not sealed where it should be is nothing."""
    if part.field not in SEALED.get(part.entry.table, ()):
        return part.said
    return texts.get(_marked(part) or "", "")


def unsealed(connection: Connection, versions: Iterable[Part]) -> list[Part]:
    """The versions as they read."""
    versions = list(versions)
    texts = opened(connection, versions)
    return [part._replace(said=reading(part, texts)) for part in versions]


def of_rows(connection: Connection, rows: Iterable[UUID]) -> list[SealedText]:
    """All that is kept for rows and not erased."""
    found: list[SealedText] = []
    for portion in portions(rows):
        wanted = select(sealed).where(sealed.c.row.in_(portion), sealed.c.salt != "")
        found += [SealedText(*one) for one in connection.execute(wanted.order_by(sealed.c.fingerprint))]
    return found


def check(text: SealedText) -> None:
    """Refuse a text that is not what the fingerprint was made of."""
    sealable = text.field in SEALED.get(text.table, ()) and tidy(text.value) == text.value
    if not sealable or not text.salt or not right(text):
        raise DamagedFile(
            "A private text in what was read is not what its writer wrote. Nothing was taken; ask for a new copy."
        )


def right(text: SealedText) -> bool:
    """Whether this is the text the fingerprint was made of; of an erased one nobody can tell."""
    if not text.salt:
        return not text.value
    return bool(_SALT.fullmatch(text.salt)) and text.fingerprint == _fingerprint(
        text.table, text.row, text.field, text.salt, text.value
    )


def take(connection: Connection, texts: Iterable[SealedText]) -> set[Key]:
    """Keep texts from elsewhere that the log speaks of; one that is here, or was erased here, is not taken."""
    offered = {text.fingerprint: text for text in texts}
    spoken = _spoken(connection, {text.row for text in offered.values()})
    here: set[str] = set()
    for portion in portions(offered):
        here.update(connection.scalars(select(sealed.c.fingerprint).where(sealed.c.fingerprint.in_(portion))))
    fresh = [
        text
        for text in offered.values()
        if text.fingerprint not in here
        and (text.table, text.row, text.field) == spoken.get(text.fingerprint, ())
    ]
    keep(connection, fresh)
    return {(text.table, text.row) for text in fresh}


def erase(connection: Connection, row: UUID) -> set[Key]:
    """Erase every text ever sealed for a row, or for the rows of private tables that refer to it.

    Their fingerprints are kept, so that nothing read later brings a text back. What a row says that is somebody
    else's by now stays. Returns the rows.
    """
    keys = _private(connection, row)
    rows = [id for _, id in keys]
    texts = of_rows(connection, rows)
    others = _of_others(connection, keys, row)
    stay = {text.fingerprint for text in texts if (text.row, text.field, text.value) in others}
    erased = {text.fingerprint: (text.table, text.row, text.field) for text in texts}
    erased |= _spoken(connection, rows)
    connection.execute(delete(sealed).where(sealed.c.row.in_(rows), sealed.c.fingerprint.not_in(stay)))
    connection.execute(delete(draft).where(draft.c.row.in_(rows)))
    keep(connection, [SealedText(one, *erased[one], "", "") for one in erased if one not in stay])
    return keys


def _of_others(connection: Connection, keys: Iterable[Key], row: UUID) -> set[tuple[UUID, str, str]]:
    """What stands in those of the rows that are shown and refer to something else."""
    found: set[tuple[UUID, str, str]] = set()
    for table, id in keys:
        columns = Base.metadata.tables[table].c
        shown = connection.execute(select(*columns).where(columns.id == id)).mappings().first()
        own = shown and row in (id, *(shown[reference.column] for reference in references_of(table)))
        if shown and not own:
            found |= {(id, field, shown[field]) for field in SEALED[table]}
    return found


def _private(connection: Connection, row: UUID) -> set[Key]:
    """The row, if it is private, and all that ever referred to it."""
    wanted = select(*ENTRY).where(
        log_entry.c.table.in_(SEALED), or_(log_entry.c.row == row, log_entry.c.value.contains(str(row)))
    )
    return {
        (entry.table, entry.row)
        for entry in map(entry_of, connection.execute(wanted))
        if entry.row == row or any(_refers(part, row) for part in parts(entry))
    }


def _refers(part: Part, row: UUID) -> bool:
    columns = [reference.column for reference in references_of(part.entry.table)]
    return part.field in columns and part.said == str(row)


def _spoken(connection: Connection, rows: Iterable[UUID]) -> dict[str, tuple[str, UUID, str]]:
    """The fingerprints the log speaks of for rows, with their places."""
    found: dict[str, tuple[str, UUID, str]] = {}
    for portion in portions(rows):
        wanted = select(*ENTRY).where(log_entry.c.row.in_(portion))
        for entry in map(entry_of, connection.execute(wanted)):
            for part in parts(entry):
                if fingerprint := _marked(part):
                    found.setdefault(fingerprint, (entry.table, entry.row, part.field))
    return found


def _marked(part: Part) -> str | None:
    """The fingerprint a version speaks of."""
    if part.field not in SEALED.get(part.entry.table, ()) or not isinstance(part.said, dict):
        return None
    found = part.said.get(_MARK)
    return tidy(found) if isinstance(found, str) else None


def _fingerprint(table: str, row: UUID, field: str, salt: str, value: str) -> str:
    said = f"{table}/{row}/{field}/{value}".encode()
    return blake2b(said, key=bytes.fromhex(salt), digest_size=32).hexdigest()
