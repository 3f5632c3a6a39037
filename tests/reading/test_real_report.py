"""The real report of a meeting comes through whole."""

import re
import time
from datetime import date

import pytest

from gmp_desktop.domain.blocks import Document, DocumentKind, Heading, Paragraph
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.meeting import State
from gmp_desktop.domain.numbering import labels
from gmp_desktop.reading.recognise import read_file

HEADING = re.compile(r"^(?:#+ |\*\*)\**(?:\d\.|\([ab]\)) (?P<title>[^\n]*?)\**$", re.MULTILINE)


@pytest.fixture(scope="module")
def report(seed):
    return seed("002")


@pytest.fixture(scope="module")
def printed(seed_path) -> str:
    return seed_path("002").read_text(encoding="utf-8")


def paragraphs(document: Document) -> list[Paragraph]:
    return [block for block in document.blocks if isinstance(block, Paragraph)]


def test_it_is_the_report_of_the_eighth_meeting_of_pag(report) -> None:
    meeting = report.meeting

    assert report.document.kind is DocumentKind.REPORT
    assert (meeting.code, meeting.body, meeting.ordinal) == ("PAG-8", "PAG", 8)
    assert (meeting.starts_on, meeting.ends_on) == (date(2017, 9, 22), date(2017, 9, 22))
    assert (meeting.venue, meeting.place) == ("International Environment House 2", "Geneva, Switzerland")


def test_a_draft_in_the_title_means_that_the_report_is_being_drafted(report) -> None:
    assert report.meeting.state is State.DRAFTING
    assert report.document.draft


def test_the_masthead_is_read_and_its_second_copy_set_aside(report) -> None:
    head = report.document.masthead

    assert (head.symbol, head.distribution, head.dated) == (
        "UNEP(ED)/Hg/PAG.8/7",
        "General",
        "16 November 2017",
    )
    assert (head.organ, head.language_line) == ("United Nations Environment Programme", "English only")
    assert report.printed_symbol == "UNEP(Economy Division)\n/Hg/PAG.8/7"
    assert [entry.text for entry in report.set_aside] == [head.organ]


def test_corner_and_title_stand_as_printed(report, printed) -> None:
    corner = report.document.corner

    assert len(corner) == 3
    assert all(line in printed for line in corner)
    assert report.document.title in re.sub(r"\s+", " ", printed)
    assert " Eight Meeting " in report.document.title


def test_its_headings_are_those_of_the_agenda(report, printed) -> None:
    headings = [block for block in report.document.blocks if isinstance(block, Heading)]

    assert [block.text for block in headings] == [found["title"] for found in HEADING.finditer(printed)]
    assert [block.level for block in headings] == [1, 1, 2, 2, 1, 1, 1, 1, 1, 1]
    assert [(item.label, item.depth) for item in report.agenda][:5] == [
        ("1.", 0), ("2.", 0), ("(a)", 1), ("(b)", 1), ("3.", 0),
    ]  # fmt: skip
    assert report.agenda[2].parent_id == report.agenda[1].id


def test_every_paragraph_has_its_number_and_its_words(report, printed) -> None:
    numbers = labels(report.document)
    numbered = [block for block in paragraphs(report.document) if block.numbered]
    body = re.sub(r"\s+", " ", printed.replace("*", ""))

    assert [numbers[block.id] for block in numbered] == [f"{number}." for number in range(1, 133)]
    assert all(f"{numbers[block.id]} {re.sub(r' +', ' ', plain(block.text))}" in body for block in numbered)


def test_paragraphs_cut_by_a_page_are_whole_again(report) -> None:
    numbered = [block for block in paragraphs(report.document) if block.numbered]

    assert all(numbered[number - 1].text.endswith(".") for number in (14, 40, 56, 81, 104))


def test_the_four_breakout_groups_report_between_115_and_116(report) -> None:
    blocks = paragraphs(report.document)
    groups = [at for at, block in enumerate(blocks) if not block.numbered]

    assert groups == [115, 116, 117, 118]
    assert blocks[115].group == "ASGM"
    assert all(blocks[at].group and blocks[at].text.endswith(".") for at in groups)


def test_emphasis_and_cited_symbols_are_kept(report) -> None:
    assert "*tour de table*" in paragraphs(report.document)[7].text
    assert report.symbols == tuple(f"UNEP(ED)/Hg/PAG.8/{number}" for number in (6, 1, 3, 4))
    assert report.counts()["paragraphs"] == 132


def test_it_is_read_in_a_blink(seed_path) -> None:
    path = seed_path("002")
    started = time.process_time()

    read_file(path)

    assert time.process_time() - started < 0.15
