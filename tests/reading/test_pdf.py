"""PDF papers: lines become paragraphs, page heads are set aside, emphasis and raised figures come through."""

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate
from reportlab.platypus import Paragraph as Flow

from gmp_desktop.domain.blocks import Footnote, Heading, Paragraph
from gmp_desktop.domain.inline import note_references
from gmp_desktop.domain.numbering import labels
from gmp_desktop.reading.recognise import read_file

TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=10, leading=12, spaceAfter=6, alignment=4)
HALLS = ("north", "south", "east", "west", "upper", "lower", "great", "small", "old", "new", "inner", "outer")
LONG = "".join(
    f"The lamps were lit in the {hall} hall, and all the people came to see them, as they had. "
    for hall in HALLS
)


@pytest.fixture
def read(tmp_path):
    def printed(*flows):
        out = io.BytesIO()
        story: list[Flowable] = [flow if isinstance(flow, PageBreak) else Flow(flow, TEXT) for flow in flows]
        SimpleDocTemplate(out, pagesize=A4).build(story, onFirstPage=_foot, onLaterPages=_head)
        (tmp_path / "paper.pdf").write_bytes(out.getvalue())
        return read_file(tmp_path / "paper.pdf")

    return printed


def _foot(canvas, document):
    canvas.drawString(500, 30, str(document.page))


def _head(canvas, document):
    canvas.drawString(60, 810, "LAMPS/2021/4")
    _foot(canvas, document)


def of(recognised, kind):
    return [block for block in recognised.document.blocks if isinstance(block, kind)]


def test_wrapped_lines_and_pages_are_joined(read) -> None:
    paper = read(
        "<b>Report of the first meeting of Lamps</b>",
        "<b>1. Opening</b>",
        *[f"{n}. On day {n}. {LONG}" for n in range(1, 40)],
    )

    assert paper.document.title == "Report of the first meeting of Lamps"
    assert [block.text for block in of(paper, Heading)] == ["Opening"]
    assert [block.text for block in of(paper, Paragraph)] == [
        f"On day {n}. {LONG}".strip() for n in range(1, 40)
    ]
    assert [labels(paper.document)[block.id] for block in of(paper, Paragraph)] == [
        f"{n}." for n in range(1, 40)
    ]


def test_page_heads_and_numbers_are_set_aside(read) -> None:
    pages = [flow for n in range(1, 5) for flow in (f"{n}. {LONG}", PageBreak())]

    paper = read("<b>Lamps</b>", *pages)

    assert [entry.text for entry in paper.set_aside].count("LAMPS/2021/4") == 3
    assert {"1", "2", "3", "4"} <= {entry.text for entry in paper.set_aside}


def test_emphasis_and_notes_come_through(read) -> None:
    paper = read(
        "<b>Lamps</b>",
        '1. They made a <i>tour de table</i> and lit a lamp.<super size="6">1</super> ' + LONG,
        '<super size="6">1</super> Of oil.',
    )

    (note,) = of(paper, Footnote)
    text = of(paper, Paragraph)[0].text
    assert note.text == "Of oil."
    assert "*tour de table*" in text
    assert note_references(text) == (str(note.id),)
