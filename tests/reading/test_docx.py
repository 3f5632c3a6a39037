"""Word papers: headings, numbers, lists, tables, emphasis and notes come through."""

import io
import zipfile

import pytest
from docx import Document as new_docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from gmp_desktop.domain.blocks import Footnote, Heading, ListItem, Marker, Paragraph, Table
from gmp_desktop.domain.inline import note_references, plain
from gmp_desktop.domain.numbering import labels, texts
from gmp_desktop.reading.recognise import read_file

NOTES = """<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>Lamps of oil.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


@pytest.fixture
def read(tmp_path):
    def saved(document, **parts):
        path = tmp_path / "paper.docx"
        document.save(path)
        if parts:
            _add_notes(path, parts["footnotes"])
        return read_file(path)

    return saved


def _add_notes(path, xml):
    """Word keeps notes in a part of its own, which the writing library does not make."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    out = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == "[Content_Types].xml":
                part = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
                text = text.replace(b"</Types>", part.encode())
            if name == "word/_rels/document.xml.rels":
                part = f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/></Relationships>'
                text = text.replace(b"</Relationships>", part.encode())
            target.writestr(name, text)
        target.writestr("word/footnotes.xml", xml)
    path.write_bytes(out.getvalue())


def of(recognised, kind):
    return [block for block in recognised.document.blocks if isinstance(block, kind)]


def test_headings_numbers_and_emphasis(read) -> None:
    document = new_docx()
    document.add_heading("Report of the second meeting of Lamps", 0)
    document.add_heading("1. Opening", 1)
    paragraph = document.add_paragraph("1. He saw the ")
    paragraph.add_run("light ").italic = True
    paragraph.add_run("on the 5")
    paragraph.add_run("th").font.superscript = True
    paragraph.add_run(" day, a * b.").bold = True

    report = read(document)

    assert report.document.title == "Report of the second meeting of Lamps"
    assert [block.text for block in of(report, Heading)] == ["Opening"]
    assert of(report, Paragraph)[0].text == r"He saw the *light* on the 5^th^ **day, a \* b.**"


def test_numbers_word_counts_itself_are_printed(read) -> None:
    document = new_docx()
    document.add_paragraph("Lamps", style="Title")
    for text in ("One lamp was lit.", "Two lamps were lit."):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("a wick", style="List Bullet")

    paper = read(document)

    assert [labels(paper.document)[block.id] for block in of(paper, Paragraph)] == ["1.", "2."]
    assert [(block.text, block.marker) for block in of(paper, ListItem)] == [("a wick", Marker.BULLET)]


def test_tables_and_mastheads_in_tables(read) -> None:
    document = new_docx()
    head = document.add_table(2, 2)
    head.cell(0, 0).text, head.cell(0, 1).text = "United Nations Environment Programme", "UNEP(ED)/Hg/PAG.9/2"
    head.cell(1, 1).text = "Distr.: General"
    document.add_paragraph("Lamps of the world", style="Title")
    document.add_paragraph("1. See:")
    table = document.add_table(2, 2)
    for at, text in enumerate(("Lamp", "Oil|Gas", "A", "1")):
        table.cell(at // 2, at % 2).text = text

    paper = read(document)

    assert paper.document.masthead.symbol == "UNEP(ED)/Hg/PAG.9/2"
    assert paper.document.masthead.distribution == "General"
    assert of(paper, Table)[0].rows == (("Lamp", "Oil|Gas"), ("A", "1"))


def test_notes_are_tied_to_their_marks(read) -> None:
    document = new_docx()
    document.add_paragraph("Lamps", style="Title")
    paragraph = document.add_paragraph("1. They burn.")
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "2")
    paragraph.add_run()._r.append(reference)

    paper = read(document, footnotes=NOTES)

    (note,) = of(paper, Footnote)
    assert note.text == "Lamps of oil."
    assert note_references(of(paper, Paragraph)[0].text) == (str(note.id),)


def test_comments_struck_out_words_and_page_heads_are_set_aside(read) -> None:
    document = new_docx()
    document.add_paragraph("Lamps", style="Title")
    paragraph = document.add_paragraph("1. They burn.")
    document.add_comment(paragraph.runs, text="Do they?", author="A")
    struck = OxmlElement("w:del")
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText")
    words.text = "not at all"
    run.append(words)
    struck.append(run)
    paragraph._p.append(struck)
    document.sections[0].header.paragraphs[0].text = "Lamps, page"

    paper = read(document)

    assert {(entry.text, entry.reason) for entry in paper.set_aside} == {
        ("Do they?", "a comment"),
        ("not at all", "struck out in the tracked changes"),
        ("Lamps, page", "a page head"),
    }
    assert of(paper, Paragraph)[0].text == "They burn."


_BOX = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>
 <mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>
 <mc:Fallback><w:pict><v:textbox><w:txbxContent>{words}</w:txbxContent></v:textbox></w:pict></mc:Fallback>
 </mc:AlternateContent></w:r>"""


def test_words_in_a_text_box_are_read_once(read) -> None:
    boxed = "<w:p><w:r><w:t>Boxed remark of the bureau.</w:t></w:r></w:p>"
    paper = new_docx()
    paper.add_paragraph("The words around it.")._p.append(parse_xml(_BOX.format(words=boxed)))
    cell = paper.add_table(2, 2).cell(0, 0)
    cell.paragraphs[0]._p.append(parse_xml(_BOX.format(words=boxed.replace("Boxed", "Hanging"))))
    cell.add_paragraph("In the cell.")

    document = read(paper).document

    words = " ".join(plain(text) for block in document.blocks for text in texts(block))
    assert [words.count(part) for part in ("Boxed remark", "Hanging remark", "In the cell", "around it")] == [
        1
    ] * 4
