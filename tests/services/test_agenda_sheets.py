import pytest

from gmp_desktop.domain.ops import Op
from gmp_desktop.services.agendas import Agendas
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import DocumentRow


@pytest.mark.parametrize(
    ("papers", "symbol"),
    [
        ([], ""),
        ([("UNEP/Hg/PAG.16/3", "other")], ""),
        ([("UNEP/Hg/PAG.16/1", "other"), ("UNEP/Hg/PAG.16/2", "other")], "UNEP/Hg/PAG.16/1"),
        ([("UNEP/Hg/PAG.16/1", "other"), ("UNEP/Hg/PAG.16/2", "agenda")], "UNEP/Hg/PAG.16/2"),
    ],
)
def test_the_symbol_is_that_of_the_agenda_or_of_what_has_its_number(
    papers: list[tuple[str, str]], symbol: str, meetings: Meetings, store: Store
) -> None:
    meeting = meetings.add("PAG-16", symbol_stem="UNEP/Hg/PAG.16")
    with store.write(Op.EDIT_DOCUMENT) as session:
        for written, kind in papers:
            session.add(DocumentRow(meeting_id=meeting, symbol=written, kind=kind))
    assert Agendas(store).sheet(meeting).symbol == symbol


def test_an_empty_agenda_is_a_sheet_too(meetings: Meetings, store: Store) -> None:
    sheet = Agendas(store).sheet(meetings.add("PAG-16"))
    assert (sheet.items, sheet.sittings, sheet.wanting, sheet.frozen) == ((), (), set(), False)
