"""Random histories: what people at several laptops might do, each action drawn from a source of chance."""

from collections.abc import Iterable, Sequence
from random import Random
from uuid import UUID

from sqlalchemy import select

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.fields import decode
from gmp_desktop.store.log import LogEntry
from gmp_desktop.store.order import between
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import (
    TABLES,
    AgendaItemRow,
    Base,
    BlockRow,
    DocumentRow,
    MeetingRow,
    SetAsideRow,
)

ROWS: Sequence[type[Base]] = tuple(TABLES.values())


class Person:
    """Somebody at one store, who keeps what they wrote in mind."""

    def __init__(self, store: Store, chance: Random) -> None:
        self.store = store
        self.chance = chance
        self.written: set[str] = set()
        self._screen: dict[tuple[UUID, str], tuple[str, ...]] = {}

    def act(self) -> None:
        self.chance.choice(ACTIONS)(self)

    def add(self) -> None:
        with self.store.write(Op.ADD_BLOCK) as session:
            ids = {row: list(session.scalars(select(row.id))) for row in ROWS}
            session.add(self._new(ids))

    def add_many(self) -> None:
        with self.store.write(Op.IMPORT) as session:
            meeting = MeetingRow(code=self._words())
            document = DocumentRow(meeting_id=meeting.id, corner=(self._words(), "b"))
            item = AgendaItemRow(meeting_id=meeting.id, title=self._words())
            blocks = [
                BlockRow(document_id=document.id, text=self._words(), agenda_item_id=item.id)
                for _ in range(3)
            ]
            session.add_all([*blocks, document, item, meeting])

    def edit(self, fold: str = "", seen: bool = False) -> None:
        row = self._any(BlockRow)
        on_screen = {key: ids for key, ids in self._screen.items() if key == (row, "text")} if seen else None
        if row is None:
            return
        with self.store.write(Op.EDIT_TEXT, fold=fold, seen=on_screen) as session:
            session.get_one(BlockRow, row).text = self._words()

    def edit_folded(self) -> None:
        self.edit(fold="typing")

    def look(self) -> None:
        if row := self._any(BlockRow):
            self._screen[row, "text"] = self.store.seen(row, "text")

    def edit_what_was_seen(self) -> None:
        self.edit(seen=True)

    def move(self) -> None:
        row = self._any(BlockRow)
        if row is None:
            return
        with self.store.write(Op.MOVE_BLOCK) as session:
            keys = sorted(session.scalars(select(BlockRow.order_key)))
            place = self.chance.randrange(len(keys) + 1)
            after = keys[place] if place < len(keys) else None
            block = session.get_one(BlockRow, row)
            block.order_key = between(keys[place - 1] if place else None, after)
            block.document_id = self.chance.choice(list(session.scalars(select(DocumentRow.id))))
            block.agenda_item_id = self.chance.choice([None, *session.scalars(select(AgendaItemRow.id))])

    def nest(self) -> None:
        row = self._any(AgendaItemRow)
        if row is None:
            return
        with self.store.write(Op.EDIT_MEETING) as session:
            items = session.scalars(select(AgendaItemRow.id).where(AgendaItemRow.id != row))
            session.get_one(AgendaItemRow, row).parent_id = self.chance.choice([None, *items])

    def delete(self) -> None:
        tables: tuple[type[Base], ...] = (*ROWS, BlockRow, BlockRow, AgendaItemRow)
        table = self.chance.choice(tables)
        if row := self._any(table):
            with self.store.write(Op.REMOVE_BLOCK) as session:
                session.delete(session.get_one(table, row))

    def undo(self) -> None:
        self.store.undo()

    def redo(self) -> None:
        self.store.redo()

    def settle(self) -> None:
        conflicts = self.store.conflicts()
        if conflicts:
            one = self.chance.choice(conflicts)
            with self.store.write(Op.RESTORE_TEXT, seen={(one.row, one.field): one.seen}):
                pass

    def _new(self, ids: dict[type[Base], list[UUID]]) -> Base:
        row = self.chance.choice(
            (MeetingRow, DocumentRow, AgendaItemRow, BlockRow, BlockRow, BlockRow, SetAsideRow)
        )
        if row in (BlockRow, SetAsideRow) and ids[DocumentRow]:
            return row(document_id=self.chance.choice(ids[DocumentRow]), text=self._words())
        if row is AgendaItemRow and ids[MeetingRow]:
            return row(meeting_id=self.chance.choice(ids[MeetingRow]), title=self._words())
        if row is DocumentRow:
            return row(meeting_id=self.chance.choice([None, *ids[MeetingRow]]), title=self._words())
        return MeetingRow(code=self._words())

    def _any(self, row: type[Base]) -> UUID | None:
        with self.store.read() as session:
            ids = sorted(session.scalars(select(row.id)))
        return self.chance.choice(ids) if ids else None

    def _words(self) -> str:
        text = f"{self.chance.getrandbits(64):x} é 中"
        self.written.add(text)
        return text


ACTIONS = (
    *[Person.add] * 3,
    Person.add_many,
    *[Person.edit] * 4,
    Person.edit_folded,
    Person.edit_folded,
    Person.look,
    Person.edit_what_was_seen,
    *[Person.move] * 2,
    Person.nest,
    Person.delete,
    *[Person.undo] * 3,
    *[Person.redo] * 2,
    Person.settle,
    lambda person: person.store.seal(),
)


def exchange(chance: Random, people: Sequence[Person]) -> None:
    """One sends some of what they know, in any order, some of it twice."""
    sender, receiver = chance.sample(people, 2)
    entries = list(sender.store.entries())
    package = [entry for entry in entries if chance.random() < 0.8]
    package += chance.sample(package, len(package) // 4)
    chance.shuffle(package)
    receiver.store.absorb(package)


def exchange_all(people: Sequence[Person]) -> None:
    everything = {entry.id: entry for person in people for entry in person.store.entries()}
    for person in people:
        person.store.absorb(everything.values())


def content(store: Store) -> dict[str, list[dict[str, object]]]:
    """All rows of a store, table by table."""
    with store.read() as session:
        return {
            name: [dict(one._mapping) for one in session.execute(select(row.__table__).order_by(row.id))]
            for name, row in TABLES.items()
        }


def missing_texts(store: Store, written: Iterable[str]) -> set[str]:
    """Texts that are neither live nor replaced by a later entry."""
    entries = list(store.entries())
    return set(written) - {text for entry in entries for text in _texts(entry)}


def lost(store: Store) -> list[LogEntry]:
    """Entries that are not live although nothing replaces them."""
    replaced = {id for entry in store.entries() for id in entry.replaces}
    return [
        entry
        for entry in store.entries()
        if entry.id not in replaced and entry.id not in store.seen(entry.row, entry.field)
    ]


def only_gaps(findings: Iterable[str]) -> bool:
    """Whether nothing is wrong but entries that have not arrived yet."""
    return all("missing" in finding or "does not follow" in finding for finding in findings)


def _texts(entry: LogEntry) -> list[str]:
    value = decode(entry.table, entry.field, entry.value) if entry.field != "exists" else ""
    return [value] if isinstance(value, str) else list(value) if isinstance(value, tuple) else []
