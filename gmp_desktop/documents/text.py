"""The plain text writer: the words, numbers and order of the printed document, one block to a line."""

from collections.abc import Iterator, Mapping
from functools import singledispatch
from uuid import UUID

from gmp_desktop.documents import phrases
from gmp_desktop.documents.clean import clean
from gmp_desktop.domain.blocks import (
    AgendaLine,
    Annex,
    Block,
    DecisionTitle,
    Document,
    Enacting,
    EndRule,
    Footnote,
    Heading,
    LetterPart,
    ListItem,
    Operative,
    Paragraph,
    Preambular,
    Quotation,
    Roll,
    Table,
)
from gmp_desktop.domain.inline import parse
from gmp_desktop.domain.numbering import labels

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INDENT = "    "
_RULE = "_" * 10


def write_text(document: Document) -> str:
    """The document as plain text; the notes stand at the end of the body and of every annex."""
    known = labels(document)
    marks = {
        str(block.id): _mark(known[block.id]) for block in document.blocks if isinstance(block, Footnote)
    }
    paragraphs = [*_front(document, marks), *_blocks(document, known, marks)]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph.strip()) + "\n"


@singledispatch
def text_of(block: object, label: str, marks: Mapping[str, str]) -> str:
    """What a block says, behind its label."""
    raise TypeError(f"Plain text has no form for {type(block).__name__}.")


@text_of.register(Heading)
@text_of.register(Paragraph)
@text_of.register(DecisionTitle)
@text_of.register(Enacting)
@text_of.register(Preambular)
@text_of.register(Operative)
@text_of.register(Footnote)
def _(block: Heading, label: str, marks: Mapping[str, str]) -> str:
    return _labelled(label, _plain(block.text, marks))


@text_of.register
def _(block: ListItem, label: str, marks: Mapping[str, str]) -> str:
    return _INDENT * max(block.level, 1) + _labelled(label, _plain(block.text, marks))


@text_of.register
def _(block: AgendaLine, label: str, marks: Mapping[str, str]) -> str:
    return _INDENT * (max(block.level, 1) - 1) + _labelled(label, _plain(block.text, marks))


@text_of.register
def _(block: Roll, label: str, marks: Mapping[str, str]) -> str:
    """The delegation once, then its people, a line each."""
    lines = [_plain(block.text, marks)]
    before = ""
    for delegation, *person in filter(None, block.rows):
        if delegation != before:
            lines.append(_plain(delegation, marks))
        lines.append(_INDENT + ", ".join(filter(None, (_plain(line, marks) for line in person))))
        before = delegation
    return "\n".join(line for line in lines if line.strip())


@text_of.register
def _(block: Quotation, label: str, marks: Mapping[str, str]) -> str:
    return _INDENT + _plain(block.text, marks)


@text_of.register
def _(block: Table, label: str, marks: Mapping[str, str]) -> str:
    rows = ["\t".join(_plain(cell, marks) for cell in row) for row in block.rows]
    return "\n".join([_plain(block.text, marks), *rows] if block.text else rows)


@text_of.register
def _(block: Annex, label: str, marks: Mapping[str, str]) -> str:
    title = _plain(block.text, marks)
    return f"{label}\n{title}" if title else label


@text_of.register
def _(block: LetterPart, label: str, marks: Mapping[str, str]) -> str:
    return "\n".join(_plain(line, marks) for line in block.text.split("\n"))


@text_of.register
def _(block: EndRule, label: str, marks: Mapping[str, str]) -> str:
    return _RULE


def _front(document: Document, marks: Mapping[str, str]) -> Iterator[str]:
    head = document.masthead
    if head:
        fields = (head.symbol, head.organ, phrases.distribution(head.distribution), head.dated)
        lines = (phrases.UNITED_NATIONS, *fields, head.language_line, head.job_number)
        yield "\n".join(_one_line(line) for line in lines if line.strip())
    yield "\n".join(_plain(line, marks) for line in document.corner)
    if phrases.prints_title(document):
        yield _plain(document.title, marks)
        yield _plain(document.subtitle, marks)


def _blocks(document: Document, known: Mapping[UUID, str], marks: Mapping[str, str]) -> Iterator[str]:
    notes: list[str] = []
    for block in document.blocks:
        if isinstance(block, Annex):
            yield from notes
            notes.clear()
        if isinstance(block, Footnote):
            notes.append(text_of(block, marks[str(block.id)], marks))
        else:
            yield text_of(block, known.get(block.id, ""), marks)
    yield from notes
    if document.masthead and not _has_end_rule(document.blocks):
        yield _RULE


def _has_end_rule(blocks: tuple[Block, ...]) -> bool:
    return any(isinstance(block, EndRule) for block in blocks)


def _plain(text: str, marks: Mapping[str, str]) -> str:
    """The words of a marked text on one line; marks of notes that meet are parted by commas."""
    out: list[str] = []
    noted = False
    for run in parse(text):
        mark = marks.get(run.note, "")
        out.append(("," + mark if noted and mark else mark) if run.note else run.text)
        noted = bool(run.note)
    return _one_line("".join(out))


def _one_line(text: str) -> str:
    return clean(text).replace("\n", " ").replace("\u200b", "").strip()


def _labelled(label: str, text: str) -> str:
    return f"{label} {text}" if label else text


def _mark(label: str) -> str:
    return label.translate(_RAISED)
