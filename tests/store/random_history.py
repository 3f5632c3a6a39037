"""Random histories: what people at several laptops might do, each action drawn from a source of chance."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.fields import decode, references_of
from gmp_desktop.store.log import EXISTS, LogEntry, Part, Replaced, parts
from gmp_desktop.store.order import between
from gmp_desktop.store.sealed import SEALED, SealedText
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import (
    DEFAULTS,
    TABLES,
    AgendaItemRow,
    Base,
    BlockRow,
    DocumentRow,
    MeetingRow,
    ParticipantRow,
    PersonRow,
    PresenceRow,
    PrivateDetailRow,
    SittingRow,
)

Table = type[Base]

ROWS: tuple[Table, ...] = tuple(TABLES.values())
TEXTS: Mapping[Table, Sequence[str]] = {
    row: [name for name, value in DEFAULTS[table].items() if isinstance(value, str) and name != "order_key"]
    for table, row in TABLES.items()
}
WITH_TEXT: tuple[Table, ...] = tuple(row for row in ROWS if TEXTS[row])
ORDERED: tuple[Table, ...] = tuple(row for table, row in TABLES.items() if "order_key" in DEFAULTS[table])
REFERRING: tuple[Table, ...] = tuple(row for table, row in TABLES.items() if references_of(table))
_OFTEN = 0.3
LINES = {name for fields in DEFAULTS.values() for name, value in fields.items() if value == ()} - {"rows"}

Ids = Mapping[str, Sequence[UUID]]


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
        """A row of any table, with the parents it needs where there are none."""
        with self.store.write(Op.ADD_BLOCK) as session:
            session.add_all(self._new(self._table(*ROWS, BlockRow, BlockRow), _ids(session)))

    def add_many(self) -> None:
        with self.store.write(Op.IMPORT) as session:
            meeting = MeetingRow(code=self._words())
            document = DocumentRow(meeting_id=meeting.id, corner=(self._words(), "b"))
            item = AgendaItemRow(meeting_id=meeting.id, title=self._words())
            sitting = SittingRow(meeting_id=meeting.id, title=self._words())
            blocks = [
                BlockRow(document_id=document.id, text=self._words(), agenda_item_id=item.id)
                for _ in range(3)
            ]
            session.add_all([*blocks, document, item, sitting, meeting])
            for _ in range(2):
                session.add_all(self._participant(meeting, sitting))

    def change(self, fold: str = "", seen: bool = False) -> None:
        """Write into a text of any table."""
        found = self._any_text()
        if found is None:
            return
        row, id, name = found
        on_screen = {key: ids for key, ids in self._screen.items() if key == (id, name)} if seen else None
        with self.store.write(Op.EDIT_TEXT, fold=fold, seen=on_screen) as session:
            setattr(session.get_one(row, id), name, self._words())

    def change_much(self) -> None:
        """Some fields of any row."""
        row = self.chance.choice(ROWS)
        if id := self._any(row):
            with self.store.write(Op.EDIT_MEETING) as session:
                one = session.get_one(row, id)
                for name, value in self._content(row).items():
                    setattr(one, name, value)

    def change_folded(self) -> None:
        self.change(fold="typing")

    def look(self) -> None:
        if found := self._any_text():
            _, id, name = found
            self._screen[id, name] = self.store.seen(id, name)

    def change_what_was_seen(self) -> None:
        self.change(seen=True)

    def move(self) -> None:
        """To another place among the rows of its table."""
        row: Any = self.chance.choice((*ORDERED, BlockRow, BlockRow))
        id = self._any(row)
        if id is None:
            return
        with self.store.write(Op.MOVE_BLOCK) as session:
            keys = sorted(session.scalars(select(row.order_key)))
            place = self.chance.randrange(len(keys) + 1)
            after = keys[place] if place < len(keys) else None
            one = session.get_one(row, id)
            one.order_key = between(keys[place - 1] if place else None, after)

    def refer(self) -> None:
        """To other rows, or to none where there may be none."""
        row = self._table(*REFERRING, BlockRow, AgendaItemRow)
        if id := self._any(row):
            with self.store.write(Op.EDIT_MEETING) as session:
                one, ids = session.get_one(row, id), _ids(session)
                for reference in references_of(row.__tablename__):
                    to = [other for other in ids[reference.target] if other != id]
                    setattr(
                        one, reference.column, self.chance.choice(to if reference.required else [None, *to])
                    )

    def delete(self) -> None:
        row = self._table(*ROWS, BlockRow, AgendaItemRow)
        if id := self._any(row):
            with self.store.write(Op.REMOVE_BLOCK) as session:
                session.delete(session.get_one(row, id))

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

    def _new(self, row: type[Base], ids: Ids) -> Iterator[Base]:
        refer: dict[str, UUID | None] = {}
        for reference in references_of(row.__tablename__):
            there = list(ids[reference.target])
            if reference.required and not there:
                *before, parent = self._new(TABLES[reference.target], ids)
                yield from before
                yield parent
                there = [parent.id]
            refer[reference.column] = self.chance.choice(there if reference.required else [None, *there])
        yield row(**self._content(row), **refer)

    def _content(self, row: type[Base]) -> dict[str, Any]:
        """Values for some of the columns that are neither references nor places."""
        return {
            column.name: self._value(column.name, column.type.python_type)
            for column in row.__table__.columns
            if column.name not in ("id", "order_key")
            and not column.foreign_keys
            and self.chance.random() < _OFTEN
        }

    def _value(self, name: str, kind: type[Any]) -> Any:
        if name == "rows":
            return ((self._words(), "é"), ("",))
        if name in LINES:
            return (self._words(), "b")
        if kind is bool:
            return self.chance.random() < 0.5
        if kind is int:
            return self.chance.randrange(1000)
        if kind is date:
            return date.fromordinal(self.chance.randrange(730_000, 750_000))
        return self._words()

    def _participant(self, meeting: MeetingRow, sitting: SittingRow) -> list[Base]:
        person = PersonRow(given=self._words(), family=self._words())
        participant = ParticipantRow(meeting_id=meeting.id, person_id=person.id, function=self._words())
        return [
            person,
            participant,
            PrivateDetailRow(person_id=person.id, email=self._words(), phone=self._words()),
            PresenceRow(participant_id=participant.id, sitting_id=sitting.id, arrived=self._words()),
        ]

    def _any_text(self) -> tuple[type[Base], UUID, str] | None:
        row = self._table(*WITH_TEXT, BlockRow, BlockRow)
        id = self._any(row)
        return (row, id, self.chance.choice(TEXTS[row])) if id else None

    def _table(self, *tables: Table) -> Table:
        return self.chance.choice(tables)

    def _any(self, row: type[Base]) -> UUID | None:
        with self.store.read() as session:
            ids = sorted(session.scalars(select(row.id)))
        return self.chance.choice(ids) if ids else None

    def _words(self) -> str:
        text = f"{self.chance.getrandbits(64):x} é 中"
        self.written.add(text)
        return text


ACTIONS = (
    *[Person.add] * 4,
    Person.add_many,
    *[Person.change] * 4,
    Person.change_much,
    Person.change_folded,
    Person.change_folded,
    Person.look,
    Person.change_what_was_seen,
    *[Person.move] * 2,
    *[Person.refer] * 2,
    Person.delete,
    *[Person.undo] * 3,
    *[Person.redo] * 2,
    Person.settle,
    lambda person: person.store.seal(),
)


def _ids(session: Session) -> Ids:
    return {name: sorted(session.scalars(select(row.id))) for name, row in TABLES.items()}


def exchange(chance: Random, people: Sequence[Person]) -> None:
    """One sends some of what they know, in any order, some of it twice."""
    sender, receiver = chance.sample(people, 2)
    entries = list(sender.store.entries())
    package = [entry for entry in entries if chance.random() < 0.8]
    package += chance.sample(package, len(package) // 4)
    chance.shuffle(package)
    receiver.store.absorb(package, private_texts(sender.store))


def exchange_all(people: Sequence[Person]) -> None:
    everything = {entry.id: entry for person in people for entry in person.store.entries()}
    texts = {text.fingerprint: text for person in people for text in private_texts(person.store)}
    for person in people:
        person.store.absorb(everything.values(), texts.values())


def private_texts(store: Store) -> list[SealedText]:
    return store.sealed({entry.row for entry in store.entries() if entry.table in SEALED})


def content(store: Store) -> dict[str, list[dict[str, object]]]:
    """All rows of a store, table by table."""
    with store.read() as session:
        return {
            name: [dict(one._mapping) for one in session.execute(select(row.__table__).order_by(row.id))]
            for name, row in TABLES.items()
        }


def missing_texts(store: Store, written: Iterable[str]) -> set[str]:
    """Texts that are neither live nor replaced by a later entry."""
    there = {text for entry in store.entries() for text in _texts(entry)}
    return set(written) - there - {text.value for text in private_texts(store)}


def lost(store: Store) -> list[Part]:
    """Versions that are not live although nothing replaces them."""
    replaced = Replaced(store.entries())
    return [
        part
        for entry in store.entries()
        for part in parts(entry)
        if part not in replaced and part.id not in store.seen(entry.row, part.field)
    ]


def only_gaps(findings: Iterable[str]) -> bool:
    """Whether nothing is wrong but entries that have not arrived yet."""
    return all("missing" in finding or "does not follow" in finding for finding in findings)


def _texts(entry: LogEntry) -> list[str]:
    return [
        text
        for part in parts(entry)
        if part.field != EXISTS
        for text in _leaves(decode(entry.table, part.field, part.said))
    ]


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _leaves(part)
