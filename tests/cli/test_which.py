import pytest

from gmp_desktop.cli.which import meeting_named, newest
from gmp_desktop.domain.errors import NotFound
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.store.store import Store


def test_the_one_named_is_meant(store: Store) -> None:
    meetings = Meetings(store)
    meetings.add("PAG-3")
    meetings.add("PAG-4")
    assert meeting_named("pag-3", meetings).code == "PAG-3"


def test_else_the_newest_and_that_is_told(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    meetings = Meetings(store)
    meetings.add("PAG-3")
    meetings.add("PAG-4")
    assert meeting_named(None, meetings) == meetings.all()[0]
    assert "Of 2 meetings the newest was taken" in capsys.readouterr().err


def test_where_there_is_none_nothing_is_done() -> None:
    with pytest.raises(NotFound, match="no meeting yet"):
        newest([])
