import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import sqlcipher3.dbapi2

from gmp_desktop.domain.blocks import Paragraph, Table
from gmp_desktop.domain.ops import Op
from gmp_desktop.store.glance import Glance, glance
from gmp_desktop.store.order import sequence
from gmp_desktop.store.schema import LAST_MEETING
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AgendaItemRow, BlockRow, DocumentRow, MeetingRow


@pytest.fixture
def filled(record_file: Path):
    store = Store.open(record_file)
    with store.write(Op.IMPORT) as session:
        old = MeetingRow(code="PAG-7", starts_on=date(2024, 1, 1))
        new = MeetingRow(code="PAG-8", ordinal=8, starts_on=date(2025, 1, 1))
        document = DocumentRow(meeting_id=new.id, kind="report", title="Report", corner=("a",))
        first, second, third = sequence(3)
        session.add_all(
            [
                old,
                new,
                document,
                AgendaItemRow(meeting_id=new.id, title="Opening"),
                BlockRow(document_id=document.id, order_key=second, text="two"),
                BlockRow(document_id=document.id, order_key=first, text="one"),
                BlockRow(document_id=document.id, order_key=third, kind="table", rows=(("a",),)),
            ]
        )
    yield store
    store.close()


def _glance(file: Path, limit: int | None = None) -> Glance:
    found = glance(file, limit)
    assert found is not None
    return found


def test_a_glance_shows_the_newest_meeting_and_its_report(filled: Store, record_file: Path) -> None:
    found = _glance(record_file)

    assert [meeting.code for meeting in found.meetings] == ["PAG-8", "PAG-7"]
    assert found.meeting == found.meetings[0]
    assert found.meeting.starts_on == date(2025, 1, 1)
    assert [(item.label, item.title) for item in found.agenda] == [("1.", "Opening")]
    assert found.document is not None
    assert [type(block) for block in found.document.blocks] == [Paragraph, Paragraph, Table]
    assert found.document.corner == ("a",)


def test_a_glance_shows_a_meeting_without_a_day_last(filled: Store, record_file: Path) -> None:
    with filled.write(Op.ADD_MEETING) as session:
        session.add(MeetingRow(code="PAG-9", ordinal=9))
    assert [meeting.code for meeting in _glance(record_file).meetings] == ["PAG-8", "PAG-7", "PAG-9"]


def test_a_glance_shows_the_meeting_opened_last(filled: Store, record_file: Path) -> None:
    filled.keep_setting(LAST_MEETING, str(_glance(record_file).meetings[1].id))
    found = _glance(record_file)
    assert (found.meeting and found.meeting.code, found.document) == ("PAG-7", None)


def test_a_glance_may_stop_early_and_says_so(filled: Store, record_file: Path) -> None:
    found = _glance(record_file, limit=2)
    assert found.document is not None
    assert len(found.document.blocks) == 2
    assert not found.complete


def test_text_being_typed_is_shown(filled: Store, record_file: Path) -> None:
    document = _glance(record_file).document
    assert document is not None
    filled.keep_draft(document.blocks[0].id, "text", "one more", ())
    document = _glance(record_file).document
    assert document is not None
    assert document.blocks[0].text == "one more"


def test_an_empty_record_has_no_meeting(record_file: Path) -> None:
    assert _glance(record_file) == Glance(())


def test_there_is_nothing_to_see_without_a_current_database(record_file: Path, data_folder: Path) -> None:
    assert glance(data_folder / "none.db") is None
    (data_folder / "letter.db").write_text("Dear colleagues")
    assert glance(data_folder / "letter.db") is None
    database = sqlcipher3.dbapi2.connect(record_file, isolation_level=None)
    database.execute("UPDATE alembic_version SET version_num = '0000'")
    database.close()
    assert glance(record_file) is None


def test_a_glance_changes_nothing_and_loads_no_orm(filled: Store, record_file: Path) -> None:
    filled.close()
    before = record_file.read_bytes()
    code = (
        "import sys; from pathlib import Path; from gmp_desktop.store.glance import glance;"
        "found = glance(Path(sys.argv[1])); assert found.document.blocks;"
        "sys.exit('sqlalchemy' in sys.modules or 'alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, record_file], check=False).returncode == 0
    assert record_file.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE document SET corner = 'x'",
        "UPDATE meeting SET starts_on = '2025-02-30'",
        "DELETE FROM alembic_version",
    ],
)
def test_a_record_with_damaged_values_is_opened_the_long_way(
    filled: Store, record_file: Path, statement: str
) -> None:
    database = sqlcipher3.dbapi2.connect(record_file, isolation_level=None)
    database.execute(statement)
    database.close()
    assert glance(record_file) is None
