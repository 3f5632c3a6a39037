"""Documents to write: small ones built for a rule, and random ones of every kind of block."""

from uuid import UUID, uuid5

from hypothesis import strategies as st

from gmp_desktop.domain.blocks import (
    Annex,
    Block,
    DecisionTitle,
    Document,
    DocumentKind,
    Enacting,
    Footnote,
    Heading,
    HeadingScheme,
    LetterPart,
    LetterRole,
    ListItem,
    Marker,
    Masthead,
    Operative,
    Paragraph,
    Preambular,
    Quotation,
    Table,
)

_SPACE = UUID(int=7)
MASTHEAD = Masthead(
    "Environment Programme",
    "UNEP/Hg/PAG.15/7",
    "Distr.: General",
    "11 November 2026",
    "English only",
    "K2600000",
)
WORDS = (
    "amber",
    "basin",
    "cedar",
    "delta",
    "ember",
    "fjord",
    "grove",
    "harbour",
    "island",
    "juniper",
    "kelp",
    "lagoon",
    "meadow",
    "nectar",
    "orchard",
)


def id_of(number: int) -> UUID:
    return uuid5(_SPACE, str(number))


def prose(count: int) -> str:
    return " ".join(WORDS[at * 7 % len(WORDS)] for at in range(count)).capitalize() + "."


def paper(*blocks: Block, kind: DocumentKind = DocumentKind.REPORT, **fields: object) -> Document:
    values: dict[str, object] = {
        "masthead": MASTHEAD,
        "title": "Report of the meeting",
        "draft": False,
        **fields,
    }
    return Document(id_of(0), kind, blocks=blocks, **values)  # type: ignore[arg-type]


def full_paper() -> Document:
    """One block of every kind; the front matter has a starred note."""
    first, second, star = id_of(90), id_of(91), id_of(92)
    return paper(
        Heading(id_of(1), "Opening of the meeting"),
        Heading(id_of(2), "Welcome", level=2),
        Paragraph(id_of(3), f"The meeting was *opened* at **ten**.[^{first}] {prose(60)}"),
        ListItem(id_of(4), "First thing;"),
        ListItem(id_of(5), "Inner thing;", level=2),
        ListItem(id_of(6), "Bulleted", marker=Marker.BULLET),
        Quotation(id_of(7), prose(40)),
        Table(id_of(8), (("Date", "Item"), ("10 November", f"Opening[^{second}]")), 1, "Table 1"),
        Paragraph(id_of(9), prose(30), numbered=False, group="products"),
        Footnote(first, "UNEP/Hg/PAG.15/1."),
        Footnote(second, "See paragraph 2."),
        Footnote(star, "UNEP/Hg/PAG.15/2."),
        Annex(id_of(10), "Draft decision"),
        DecisionTitle(id_of(11), "Draft decision MC-4/[--]: Partnership"),
        Enacting(id_of(12), "*The Conference of the Parties,*"),
        Preambular(id_of(13), "*Recalling* its decision,"),
        Operative(id_of(14), "*Welcomes* the report;"),
        Operative(id_of(15), "*Requests* more."),
        title=f"Report of the meeting[^{star}]",
        corner=("Advisory Group", "Fifteenth meeting"),
    )


def letter() -> Document:
    parts = {
        LetterRole.REFERENCE: "Ref.: MC/2026/1",
        LetterRole.SUBJECT: "Subject: Call for views",
        LetterRole.SALUTATION: "Dear Partners,",
        LetterRole.SIGNATORY: "Ana Beispiel\nExecutive Secretary",
    }
    blocks = [LetterPart(id_of(at), text, role) for at, (role, text) in enumerate(parts.items(), start=1)]
    body = Paragraph(id_of(20), prose(50), numbered=False)
    return paper(
        *blocks[:3], body, blocks[3], kind=DocumentKind.LETTER, masthead=None, title="Call for views"
    )


_text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=120).map(" ".join)
_short = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
_row = st.tuples(_short, _short, _short)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document whose every word is unlike all others, with notes, tables, headings and annexes."""
    makers = (
        lambda id: Heading(id, draw(_short), draw(st.integers(1, 4))),
        lambda id: Paragraph(id, draw(_text)),
        lambda id: Paragraph(id, draw(_text), numbered=False),
        lambda id: ListItem(id, draw(_text), draw(st.integers(1, 3)), draw(st.sampled_from(Marker))),
        lambda id: Quotation(id, draw(_text)),
        lambda id: Table(
            id, tuple(draw(st.lists(_row, min_size=1, max_size=30))), draw(st.integers(0, 1)), draw(_short)
        ),
        lambda id: Annex(id, draw(_short)),
        lambda id: Operative(id, draw(_text)),
        lambda id: DecisionTitle(id, draw(_short)),
    )
    chosen = draw(st.lists(st.sampled_from(makers), min_size=1, max_size=25))
    blocks: list[Block] = []
    for number, make in enumerate(chosen, start=1):
        block = make(id_of(number))
        if isinstance(block, Paragraph) and draw(st.booleans()):
            note = Footnote(id_of(1000 + number), draw(_text))
            blocks += [Paragraph(block.id, f"{block.text}[^{note.id}]", block.numbered), note]
        else:
            blocks.append(block)
    masthead = draw(st.sampled_from((MASTHEAD, None)))
    scheme = draw(st.sampled_from(HeadingScheme))
    return paper(*blocks, masthead=masthead, scheme=scheme)
