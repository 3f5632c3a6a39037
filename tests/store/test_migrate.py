import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from gmp_desktop.domain.errors import DamagedFile, NewerDatabase, WorldFault
from gmp_desktop.paths import shipped
from gmp_desktop.store import local, migrate
from gmp_desktop.store.backup import backups
from gmp_desktop.store.engine import open_engine, writing
from gmp_desktop.store.schema import HEAD
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import Base


def test_the_migrations_build_the_schema_the_tables_describe(places) -> None:
    assert local.LOCAL
    engine = open_engine(places())
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "render_as_batch": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_sqlite_gets_the_same_statements_from_migrations_and_tables(
    record_file: Path, data_folder: Path
) -> None:
    engine = open_engine(data_folder / "made.db")
    with writing(engine).begin() as connection:
        Base.metadata.create_all(connection)
        made = _schema(connection)
    engine.dispose()
    engine = open_engine(record_file)
    with engine.connect() as connection:
        assert _schema(connection) == made
    engine.dispose()


def _schema(connection) -> dict[str, list[str]]:
    rows = connection.execute(text("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"))
    lines = {name: sorted(line.strip(" ,\t") for line in sql.splitlines()) for name, sql in rows}
    lines.pop("alembic_version", None)
    return lines


def test_the_program_knows_the_newest_migration() -> None:
    scripts = ScriptDirectory.from_config(migrate.configuration(shipped("db", "migrations")))
    assert scripts.get_current_head() == HEAD


def test_a_current_database_is_opened_without_alembic(record_file: Path) -> None:
    code = (
        "import sys; from gmp_desktop.store.store import Store; Store.open(sys.argv[1]).close();"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, record_file], check=False).returncode == 0


def _set_version(file: Path, version: str) -> None:
    database = sqlcipher3.dbapi2.connect(file, isolation_level=None)
    database.execute("UPDATE alembic_version SET version_num = ?", (version,))
    database.execute("PRAGMA journal_mode = DELETE")
    database.close()


def test_a_newer_database_is_refused_and_not_touched(record_file: Path) -> None:
    _set_version(record_file, "9999")
    before = record_file.read_bytes()

    with pytest.raises(NewerDatabase, match="not touched"):
        Store.open(record_file)

    assert record_file.read_bytes() == before
    assert [path.name for path in record_file.parent.iterdir()] == [record_file.name]


def test_a_newer_database_on_a_server_is_refused(places) -> None:
    place = places()
    engine = open_engine(place)
    with writing(engine).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(NewerDatabase):
        Store.open(place)


def test_an_older_database_is_backed_up_before_it_is_changed(
    record_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[object] = []
    monkeypatch.setattr(migrate, "_run", ran.append)
    _set_version(record_file, "0000")

    Store.open(record_file).close()

    assert len(ran) == 1
    (copy,) = backups(record_file)
    assert migrate.version_of(copy) == "0000"


def test_a_migration_that_fails_leaves_nothing(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(connection) -> None:
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        raise ZeroDivisionError

    monkeypatch.setattr(migrate, "_run", half)
    with pytest.raises(ZeroDivisionError):
        Store.open(data_folder / "new.db")
    monkeypatch.undo()

    store = Store.open(data_folder / "new.db")
    with store.read() as session:
        assert not inspect(session.connection()).has_table("half")
    store.close()


def test_a_file_that_is_no_database_is_refused_and_not_touched(data_folder: Path) -> None:
    file = data_folder / "letter.db"
    file.write_text("Dear colleagues, " * 100)

    with pytest.raises(DamagedFile, match="not a database"):
        Store.open(file)

    assert file.read_text() == "Dear colleagues, " * 100


def test_a_database_that_is_not_there_is_not_made_unasked(data_folder: Path) -> None:
    with pytest.raises(WorldFault, match="no database"):
        Store.open(data_folder / "none.db", create=False)
    assert not list(data_folder.iterdir())


@pytest.mark.parametrize(
    "statement", ["CREATE TABLE places (id INTEGER)", "CREATE TABLE alembic_version (version_num TEXT)"]
)
def test_the_database_of_another_program_is_refused_and_not_touched(
    data_folder: Path, statement: str
) -> None:
    file = data_folder / "places.sqlite"
    database = sqlcipher3.dbapi2.connect(file, isolation_level=None)
    database.execute(statement)
    database.close()
    before = file.read_bytes()

    with pytest.raises(DamagedFile, match="left as it is"):
        Store.open(file)

    assert file.read_bytes() == before
    assert [path.name for path in data_folder.iterdir()] == [file.name]
