"""One durable edit of a long text through the store, against one raw commit of the same UPDATE, in turn."""

import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from uuid import UUID

import sqlcipher3.dbapi2

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import BlockRow, DocumentRow

ROUNDS = 201
LETTERS = 20_000
GOAL = 3.0


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        raw, ours = measure(Path(folder))
    ratio = ours / raw
    print(
        f"raw commit {raw * 1000:.2f} ms, store.write {ours * 1000:.2f} ms: {ratio:.2f} x (goal {GOAL:.0f} x)"
    )


def measure(folder: Path) -> tuple[float, float]:
    """Medians in seconds: raw, through the store."""
    edit_raw, edit_ours = _raw(folder / "raw.db"), _ours(folder / "ours.db")
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS):
        text = f"{number} ".ljust(LETTERS, "x")
        times[0].append(_timed(edit_raw, text))
        times[1].append(_timed(edit_ours, text))
    return statistics.median(times[0]), statistics.median(times[1])


def _timed(edit: Callable[[str], None], text: str) -> float:
    start = perf_counter()
    edit(text)
    return perf_counter() - start


def _raw(file: Path) -> Callable[[str], None]:
    database = sqlcipher3.dbapi2.connect(file, isolation_level=None)
    for statement in (
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE block (id TEXT PRIMARY KEY, text TEXT NOT NULL)",
        "INSERT INTO block VALUES ('a', '')",
    ):
        database.execute(statement)

    def edit(text: str) -> None:
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE block SET text = ? WHERE id = 'a'", (text,))
        database.execute("COMMIT")

    return edit


def _ours(file: Path) -> Callable[[str], None]:
    store = Store.open(file)
    block = _block(store)

    def edit(text: str) -> None:
        with store.write(Op.EDIT_TEXT) as session:
            session.get_one(BlockRow, block).text = text

    return edit


def _block(store: Store) -> UUID:
    with store.write(Op.ADD_BLOCK) as session:
        document = DocumentRow()
        block = BlockRow(document_id=document.id)
        session.add_all([document, block])
    return block.id


if __name__ == "__main__":
    main()
