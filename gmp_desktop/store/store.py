"""The door to the record: one ``write`` is one transaction, one undo step, one set of log entries, one announcement."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock, get_ident
from uuid import UUID

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from gmp_desktop.domain.changes import Changes, OpenText, Seen
from gmp_desktop.domain.errors import WorldFault
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.tidy import tidy
from gmp_desktop.store import (
    absorb,
    backup,
    conflicts,
    drafts,
    first_look,
    rebuild,
    sealed,
    settings,
    steps,
    verify,
)
from gmp_desktop.store.collecting import drop, uncollected
from gmp_desktop.store.conflicts import Change, Conflict
from gmp_desktop.store.drafts import Draft
from gmp_desktop.store.engine import file_of, open_engine, scrub, writing
from gmp_desktop.store.faults import told
from gmp_desktop.store.history import take_back
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.ledger import Author, Ledger, live_versions, write_changes
from gmp_desktop.store.ledger_rows import ENTRY, entry_of
from gmp_desktop.store.local import log_entry
from gmp_desktop.store.log import LogEntry
from gmp_desktop.store.migrate import migrate
from gmp_desktop.store.recorder import Key, RecordedSession, Recorder, flush, record
from gmp_desktop.store.sealed import SealedText
from gmp_desktop.store.shown import show, waiting_for

Listener = Callable[[Changes], None]
SeenOnScreen = Mapping[tuple[UUID, str], Seen]


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """Open with :meth:`open`. Any thread may read and write; one writes at a time, the others wait for their turn.

    Listeners are called in the thread that wrote.
    """

    def __init__(self, engine: Engine, device: UUID, now: Callable[[], datetime]) -> None:
        self.last_saved: datetime | None = None
        self._engine = engine
        self._writing = writing(engine)
        self._device = device
        self._now = now
        self._listeners: list[Listener] = []
        self._open_fold: tuple[str, steps.Step] | None = None
        self._may_redo = True
        self._turn_to_write = Lock()
        self._writer: int | None = None

    @classmethod
    def open(
        cls,
        place: str | Path,
        *,
        now: Callable[[], datetime] = _utc_now,
        create: bool = True,
        device: UUID | None = None,
    ) -> "Store":
        """Open the database in a file or at a URL, brought to this version's schema; an older one is kept as a backup.

        ``device`` tells who writes into a database that several share; a file has its own.
        """
        file = file_of(place)
        if file is not None:
            _prepare(file, create)
        engine = open_engine(place)
        try:
            with told(engine):
                migrate(engine, file, before=lambda: file and backup.make(file, now()))
                with writing(engine).begin() as connection:
                    return cls(engine, settings.device_here(connection, device), now)
        except BaseException:
            engine.dispose()
            raise

    @contextmanager
    def read(self) -> Iterator[Session]:
        with told(self._engine), RecordedSession(self._engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(
        self,
        op: Op,
        *,
        about: str = "",
        fold: str = "",
        seen: SeenOnScreen | None = None,
        progress: Callable[[float], None] = lambda done: None,
    ) -> Iterator[Session]:
        """Change row objects in the session; nothing is kept if an error leaves the block.

        ``about`` says what the step was done to; steps in a row with the same ``fold`` are one until :meth:`seal`.
        ``seen`` names the versions that were on the person's screen: the edit replaces exactly those. A field named
        there that had several and is left as it is, is settled. ``progress`` hears how much of what was changed is
        written, from 0 to 1; an error it raises leaves everything as it was.
        """
        with self._alone():
            with told(self._engine), RecordedSession(self._writing, expire_on_commit=False) as session:
                recorder = record(session)
                yield session
                flush(session, recorder)
                if not recorder.rows and not seen:
                    return
                folded = self._open_fold[1] if self._open_fold and self.goes_on(fold) else None
                connection = session.connection()
                rows, step = self._log(connection, recorder, op, tidy(about), folded, seen or {}, progress)
                session.commit()
            drop(recorder.rows)
            if step is None:
                return
            self._open_fold = (fold, step) if fold else None
            self._may_redo = False
        self._announce(Changes(op, frozenset(rows)))

    def goes_on(self, fold: str) -> bool:
        """Whether a step with this fold key would join the last one."""
        return bool(fold) and self._open_fold is not None and self._open_fold[0] == fold

    def seal(self) -> None:
        """What comes next is a step of its own."""
        self._open_fold = None

    @property
    def changing(self) -> bool:
        """Whether another thread changes the record now: what would be taken back is not yet known."""
        return self._turn_to_write.locked() and self._writer != get_ident()

    def undo(self, progress: Callable[[float], None] = lambda done: None) -> Changes | None:
        """Take back the last step of this device; None if there is none."""
        return self._turn(steps.last_done, undone=True, progress=progress)

    def redo(self, progress: Callable[[float], None] = lambda done: None) -> Changes | None:
        """Do the step again that was taken back last."""
        return self._turn(steps.first_undone, undone=False, progress=progress)

    def undo_name(self) -> tuple[Op, str] | None:
        """What :meth:`undo` would take back, and what that was done to."""
        return self._name(steps.last_done)

    def redo_name(self) -> tuple[Op, str] | None:
        return self._name(steps.first_undone)

    def undo_size(self) -> int:
        """Of how many entries :meth:`undo` would take back what they did: of thousands it takes seconds."""
        return self._size(steps.last_done)

    def redo_size(self) -> int:
        return self._size(steps.first_undone)

    def subscribe(self, listener: Listener) -> None:
        self._listeners.append(listener)

    def seen(self, row: UUID, field: str) -> Seen:
        """The live versions of a field now."""
        with self._reading() as connection:
            return tuple(sorted(live_versions(connection, [row]).get(row, {}).get(field, ())))

    def conflicts(self) -> list[Conflict]:
        """Fields that two people wrote without seeing each other."""
        with self._reading() as connection:
            return conflicts.conflicts(connection)

    def history(self, row: UUID) -> list[Change]:
        """Who changed what in a row, when, and from what; oldest first."""
        with self._reading() as connection:
            return conflicts.history(connection, row)

    def absorb(self, entries: Iterable[LogEntry], sealed: Iterable[SealedText] = ()) -> Changes | None:
        """Take in entries of another device; None if all were known. A damaged one refuses them all.

        ``sealed`` are private texts the entries have fingerprints of.
        """
        with self._changing() as connection:
            rows = absorb.absorb(connection, entries, sealed, self._device)
            if rows:
                self.seal()
        if not rows:
            return None
        return self._announce(Changes(Op.ABSORB, frozenset(rows)))

    def entries(self) -> Iterator[LogEntry]:
        """The whole log, in order of arrival."""
        with self._reading() as connection:
            wanted = select(*ENTRY).order_by(log_entry.c.seq).execution_options(yield_per=1000)
            with connection.execute(wanted) as found:
                yield from map(entry_of, found)

    def sealed(self, rows: Iterable[UUID]) -> list[SealedText]:
        """The private texts of rows, with those replaced since: only for who may have them."""
        with self._reading() as connection:
            return sealed.of_rows(connection, rows)

    def erase(self, row: UUID) -> Changes | None:
        """Erase for good every private text of a row, or of all rows of a person; None if there are none.

        This is no step and cannot be undone. Neither undo nor reading an old package brings a text back; backups made
        before still hold it.
        """
        with self._changing() as connection:
            rows = sealed.erase(connection, row)
            show(connection, rows)
            self.seal()
        if not rows:
            return None
        scrub(self._engine)
        if file := file_of(self._engine.url.render_as_string(hide_password=False)):
            first_look.forget(file)
        return self._announce(Changes(Op.ERASE, frozenset(rows)))

    def keep_draft(self, row: UUID, field: str, text: str, seen: Seen) -> None:
        """Text being typed: on the disk when this returns, and no step yet."""
        with self._changing() as connection:
            drafts.keep(connection, row, field, OpenText(text, seen), self._now())
        self.last_saved = self._now()

    def draft(self, row: UUID, field: str) -> OpenText | None:
        with self._reading() as connection:
            return drafts.find(connection, row, field)

    def drop_draft(self, row: UUID, field: str) -> None:
        with self._changing() as connection:
            drafts.drop(connection, row, field)

    def drafts(self) -> list[Draft]:
        with self._reading() as connection:
            return drafts.all_drafts(connection)

    def setting(self, name: str) -> str | None:
        """A note of this copy of the record, such as the meeting opened last."""
        with self._reading() as connection:
            return settings.find(connection, name)

    def keep_setting(self, name: str, value: str) -> None:
        with self._changing() as connection:
            settings.keep(connection, name, value)

    def verify(self) -> list[str]:
        """What is wrong with the record, in sentences; empty if all is well."""
        with self._reading() as connection:
            return verify.verify(connection)

    def rebuild(self) -> int:
        """Make the tables anew from the log; returns how many rows it knows."""
        with self._changing() as connection:
            return rebuild.rebuild(connection)

    def due_backup(self) -> Path | None:
        """Make the backup that is due at the start and every half hour; None if none is, or on a server. For a job."""
        file = file_of(self._engine.url.render_as_string(hide_password=False))
        return backup.make_if_due(file, self._now()) if file else None

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One thread at a time changes the record."""
        if self._writer == get_ident():
            raise RuntimeError("Steps do not nest.")
        with self._turn_to_write:
            self._writer = get_ident()
            try:
                with uncollected():  # a big step keeps all it makes until its end
                    yield
            finally:
                self._writer = None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self._engine), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        with self._alone(), told(self._engine), self._writing.begin() as connection:
            yield connection

    def _log(
        self,
        connection: Connection,
        recorder: Recorder,
        op: Op,
        about: str,
        folded: steps.Step | None,
        seen: SeenOnScreen,
        progress: Callable[[float], None],
    ) -> tuple[set[Key], steps.Step | None]:
        """Write the entries of a step; returns the rows they touch."""
        ledger = Ledger(
            connection, Author(self._device, folded.entries if folded else new_key(), op.value, self._now)
        )
        uncertain = write_changes(ledger, connection, recorder.rows, seen, progress)
        if not ledger.entries:
            return set(), None
        uncertain |= recorder.bereft | waiting_for(connection, recorder.arrived())
        also = show(connection, uncertain) if uncertain else set()
        if self._may_redo:
            steps.forget_undone(connection, self._device)
        rows = {(entry.table, entry.row) for entry in ledger.entries} | also
        step = steps.note(connection, ledger, folded, about)
        drop(ledger.entries, ledger.fields)
        return rows, step

    def _turn(self, find: steps.Find, *, undone: bool, progress: Callable[[float], None]) -> Changes | None:
        with self._changing() as connection:
            step = find(connection, self._device)
            if step is None:
                return None
            ledger = Ledger(connection, Author(self._device, new_key(), step.op, self._now))
            rows = take_back(connection, ledger, step, progress)
            steps.turn(connection, step, ledger, undone)
            drop(ledger.entries, ledger.fields)
            self.seal()
            self._may_redo = True
        return self._announce(Changes(Op(step.op), frozenset(rows)))

    def _name(self, find: steps.Find) -> tuple[Op, str] | None:
        with self._reading() as connection:
            step = find(connection, self._device)
        return (Op(step.op), step.about) if step else None

    def _size(self, find: steps.Find) -> int:
        with self._reading() as connection:
            step = find(connection, self._device)
        return step.last - step.first + 1 if step else 0

    def _announce(self, changes: Changes) -> Changes:
        self.last_saved = self._now()
        for listener in self._listeners:
            listener(changes)
        return changes


def _prepare(file: Path, create: bool) -> None:
    if not file.exists() and not create:
        raise WorldFault(f"There is no database “{file.name}” in its folder. Nothing was changed.")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorldFault(
            "The folder of the database cannot be made. Check its place and its permissions."
        ) from error
