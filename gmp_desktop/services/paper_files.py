"""In which forms a paper is written: the suffix of the file tells which."""

from collections.abc import Callable
from pathlib import Path

from gmp_desktop.domain.blocks import Document, Heading, Table
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.papers.cards import Cards
from gmp_desktop.domain.papers.kinds import PaperKind, PaperSettings
from gmp_desktop.domain.sheet import SheetTable

SPREADSHEETS = (".xlsx", ".csv")
IN_TABLES = (
    PaperKind.AGENDA,
    PaperKind.ORGANISATION_OF_WORK,
    PaperKind.DOCUMENTS,
    PaperKind.PARTICIPANTS,
    PaperKind.SIGN_IN,
)
"""The papers a spreadsheet can hold."""
ON_CARDS = (PaperKind.BADGES, PaperKind.NAME_PLATES)


def suffixes(paper: PaperKind) -> tuple[str, ...]:
    """The forms of a paper, the usual one first."""
    if paper in ON_CARDS:
        return tuple(_CARD_FORMS)
    return tuple(suffix for suffix in _FORMS if paper in IN_TABLES or suffix not in SPREADSHEETS)


def refuse_unknown(paper: PaperKind, path: Path) -> None:
    """Before anything is put together: whether the suffix is one the paper is written in."""
    *known, last = suffixes(paper)
    if path.suffix.lower() not in (*known, last):
        names = f"{', '.join(known)} or {last}" if known else last
        raise Refused(f"“{path.name}” should end in {names}. Nothing was written.")


def file_of(made: Document | Cards, suffix: str, settings: PaperSettings) -> bytes:
    return _CARD_FORMS[suffix](made) if isinstance(made, Cards) else _FORMS[suffix](made, settings)


def file_of_table(table: SheetTable, suffix: str) -> bytes:
    from gmp_desktop.documents.sheets import write_csv, write_xlsx

    return write_xlsx(table) if suffix == ".xlsx" else write_csv(table)


def _pdf(made: Document, settings: PaperSettings) -> bytes:
    from gmp_desktop.documents.pdf import Paper, write_pdf

    paper = Paper.LETTER if settings.letter_paper else Paper.A4
    return write_pdf(made, paper=paper, large=settings.large)


def _text(made: Document, settings: PaperSettings) -> bytes:
    from gmp_desktop.documents.text import write_text

    return write_text(made).encode()


def _docx(made: Document, settings: PaperSettings) -> bytes:
    from gmp_desktop.documents.docx import write_docx
    from gmp_desktop.documents.paper import Paper

    paper = Paper.LETTER if settings.letter_paper else Paper.A4
    return write_docx(made, paper=paper, large=settings.large)


def _xlsx(made: Document, settings: PaperSettings) -> bytes:
    return file_of_table(table_of(made), ".xlsx")


def _csv(made: Document, settings: PaperSettings) -> bytes:
    return file_of_table(table_of(made), ".csv")


def _cards_pdf(made: Cards) -> bytes:
    from gmp_desktop.documents.pdf import write_cards_pdf

    return write_cards_pdf(made)


def _cards_docx(made: Cards) -> bytes:
    from gmp_desktop.documents.docx import write_cards_docx

    return write_cards_docx(made)


_FORMS: dict[str, Callable[[Document, PaperSettings], bytes]] = {
    ".pdf": _pdf,
    ".docx": _docx,
    ".xlsx": _xlsx,
    ".csv": _csv,
    ".txt": _text,
}
_CARD_FORMS: dict[str, Callable[[Cards], bytes]] = {".pdf": _cards_pdf, ".docx": _cards_docx}


def table_of(made: Document) -> SheetTable:
    """All tables of a paper as one; where there are headings, what each row stands under is its first cell."""
    heads: tuple[str, ...] = ()
    rows: list[tuple[str, ...]] = []
    under = ""
    for block in made.blocks:
        match block:
            case Heading(text=text):
                under = plain(text)
            case Table(rows=(first, *others)):
                heads = tuple(map(plain, first))
                rows += [(under, *map(plain, row)) for row in others if any(row)]
    title = plain(made.title)
    if not under:
        return SheetTable(title, heads, tuple(row[1:] for row in rows))
    return SheetTable(title, (title, *heads), tuple(rows))
