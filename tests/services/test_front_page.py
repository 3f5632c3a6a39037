from dataclasses import replace

import pytest

from gmp_desktop.domain.blocks import Document, DocumentKind, Heading, LetterPart, Masthead
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.limits import DEEPEST, MOST_CORNER_LINES
from gmp_desktop.domain.meeting import AgendaItem
from gmp_desktop.domain.ops import Op
from gmp_desktop.services import agenda, papers
from gmp_desktop.services.bundles import Bundles, read
from gmp_desktop.services.front_page import FrontPages
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.papers import Paper
from gmp_desktop.services.report import Reports
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.store import Store


def test_a_report_is_found_by_the_symbol_its_front_page_bears(sampled: Store) -> None:
    reports = Reports(sampled)
    report = reports.document_by_symbol("UNEP/Hg/PAG.15/8")
    FrontPages(sampled).edit(replace(report, masthead=Masthead(symbol="UNEP / Hg/PAG.15/9")))
    assert reports.document_by_symbol("UNEP/Hg/PAG.15/9").id == report.id


def test_a_letter_keeps_the_symbol_it_is_registered_under(sampled: Store) -> None:
    letter = Document(
        new_key(), DocumentKind.LETTER, "Areas of cooperation", (LetterPart(new_key(), "Dear all,"),)
    )
    paper = Paper(letter, symbol="MC/ES/2021/7", printed_symbol="Ref.: MC/ES/2021/7")
    with sampled.write(Op.IMPORT) as session:
        papers.place(session, paper, None, "a1")

    FrontPages(sampled).edit(replace(letter, title="Other areas"))

    assert Reports(sampled).document_by_symbol("MC/ES/2021/7").title == "Other areas"


def test_a_report_begins_with_the_agenda_as_its_headings(sampled: Store) -> None:
    meetings = Meetings(sampled)
    meeting = meetings.by_code("PAG-15")
    begun = Reports(sampled).document(FrontPages(sampled).begin_report(meeting.id))
    assert [block.text for block in begun.blocks] == [item.title for item in meetings.agenda(meeting.id)]


def test_a_report_begins_under_an_agenda_however_deep(store: Store) -> None:
    meeting = Meetings(store).add("PAG-1")
    keys = [new_key() for _ in range(12)]
    with store.write(Op.IMPORT) as session:
        items = (
            AgendaItem(key, "Matter", parent_id=parent)
            for key, parent in zip(keys, [None, *keys], strict=False)
        )
        agenda.place(session, meeting, items)
    begun = Reports(store).document(FrontPages(store).begin_report(meeting))
    assert [block.level for block in begun.blocks if isinstance(block, Heading)] == [
        *range(1, 9),
        *[DEEPEST] * 4,
    ]
    assert read(Bundles(store).write("PAG-1")).agenda[-1].depth == 11


def test_a_corner_block_longer_than_a_bundle_holds_is_refused(sampled: Store) -> None:
    report = Reports(sampled).document_by_symbol("UNEP/Hg/PAG.15/8")
    with pytest.raises(Refused, match="1,000 lines"):
        FrontPages(sampled).edit(replace(report, corner=("x",) * (MOST_CORNER_LINES + 1)))
    assert Reports(sampled).document(report.id).corner == report.corner
