"""The door to the record: one ``write`` is one transaction, one undo step, one set of log entries, one announcement."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.orm import Session

from gmp_desktop.domain.changes import Changes, Seen
from gmp_desktop.domain.ops import Op
from gmp_desktop.store import steps
from gmp_desktop.store.engine import file_of, open_engine, writing
from gmp_desktop.store.faults import told
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.ledger import Author, Ledger, live_versions, write_changes
from gmp_desktop.store.local import device
from gmp_desktop.store.log import BEGINNING
from gmp_desktop.store.migrate import migrate
from gmp_desktop.store.recorder import RecordedSession, Recorder, record

Listener = Callable[[Changes], None]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """Open with :meth:`open`; one thread writes."""

    def __init__(self, engine: Engine, device: UUID, now: Callable[[], datetime]) -> None:
        self.last_saved: datetime | None = None
        self._engine = engine
        self._writing = writing(engine)
        self._device = device
        self._now = now
        self._listeners: list[Listener] = []
        self._open_fold: tuple[str, steps.Step] | None = None
        self._may_redo = True
        self._in_step = False

    @classmethod
    def open(
        cls,
        place: str | Path,
        *,
        now: Callable[[], datetime] = _utc_now,
        create: bool = True,
        device: UUID | None = None,
    ) -> "Store":
        """Open the database in a file or at a URL, brought to this version's schema.

        ``device`` tells who writes into a database that several share; a file has its own.
        """
        file = file_of(place)
        if file is not None and create:
            file.parent.mkdir(parents=True, exist_ok=True)
        engine = open_engine(place)
        try:
            with told(engine):
                migrate(engine)
                with writing(engine).begin() as connection:
                    return cls(engine, _device(connection, device), now)
        except BaseException:
            engine.dispose()
            raise

    @contextmanager
    def read(self) -> Iterator[Session]:
        with told(self._engine), RecordedSession(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(
        self, op: Op, *, about: str = "", fold: str = "", seen: Mapping[tuple[UUID, str], Seen] | None = None
    ) -> Iterator[Session]:
        """Change row objects in the session; nothing is kept if an error leaves the block.

        ``about`` says what the step was done to; steps in a row with the same ``fold`` are one until :meth:`seal`.
        ``seen`` names the versions that were on the person's screen: the edit replaces exactly those.
        """
        with (
            self._one_step(),
            told(self._engine),
            RecordedSession(self._writing, expire_on_commit=False) as session,
        ):
            recorder = record(session)
            yield session
            session.flush()
            close = self._close_step(session.connection(), recorder, op, about, fold, seen or {})
            session.commit()
        if close is not None:
            close()

    def seal(self) -> None:
        """What comes next is a step of its own."""
        self._open_fold = None

    def subscribe(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def seen(self, row: UUID, field: str) -> Seen:
        """The live versions of a field now."""
        with told(self._engine), self._engine.connect() as connection:
            return tuple(sorted(live_versions(connection, [row]).get((row, field), ())))

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _one_step(self) -> Iterator[None]:
        if self._in_step:
            raise RuntimeError("Steps do not nest.")
        self._in_step = True
        try:
            yield
        finally:
            self._in_step = False

    def _close_step(
        self,
        connection: Connection,
        recorder: Recorder,
        op: Op,
        about: str,
        fold: str,
        seen: Mapping[tuple[UUID, str], Seen],
    ) -> Callable[[], None] | None:
        """Write the log; what is left to do after the commit comes back."""
        if not recorder.rows:
            return None
        folded = self._open_fold[1] if fold and self._open_fold and self._open_fold[0] == fold else None
        author = Author(self._device, folded.entries if folded else new_key(), op.value, self._now)
        ledger = Ledger(connection, author)
        write_changes(ledger, connection, recorder.rows, seen)
        if folded:
            step = steps.lengthen(connection, folded, ledger.last)
        else:
            step = steps.add(connection, self._device, op, about, author.step, ledger.first, ledger.last)
        if self._may_redo:
            steps.forget_undone(connection, self._device)
        return partial(self._closed, Changes(op, frozenset(recorder.rows)), (fold, step) if fold else None)

    def _closed(self, changes: Changes, open_fold: tuple[str, steps.Step] | None) -> None:
        self._open_fold = open_fold
        self._may_redo = False
        self._announce(changes)

    def _announce(self, changes: Changes) -> None:
        self.last_saved = self._now()
        for listener in self._listeners:
            listener(changes)


def _device(connection: Connection, given: UUID | None) -> UUID:
    known = device.c.id == given if given else device.c.here
    found = connection.scalar(select(device.c.id).where(known))
    if found is None:
        found = given or new_key()
        row = {"id": found, "number": 0, "previous": "", "clock": BEGINNING, "here": given is None}
        connection.execute(insert(device), row)
    return found
