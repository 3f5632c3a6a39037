"""What stands before the first paragraph: masthead, corner block and title; and the beginning of a report."""

from uuid import UUID

from gmp_desktop.domain.blocks import Document, DocumentKind, Heading, HeadingScheme, Masthead
from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.limits import DEEPEST, MOST_CORNER_LINES
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.symbols import is_symbol, normalise
from gmp_desktop.services import agenda, papers
from gmp_desktop.services.meetings import row_of
from gmp_desktop.services.papers import Paper
from gmp_desktop.store.blocks import document_values, meeting_of
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.order import between
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import DocumentRow

_TITLES = ("title", "subtitle", "corner", "draft")
_MASTHEAD = (
    "has_masthead",
    "organ",
    "printed_symbol",
    "distribution",
    "dated",
    "language_line",
    "job_number",
)


class FrontPages:
    def __init__(self, store: Store) -> None:
        self._store = store

    def edit(self, document: Document) -> None:
        """Keep the front page of the document as it stands in the value; its blocks are not touched.

        A paper without a masthead (a letter) keeps the symbol it is registered under.
        """
        if len(document.corner) > MOST_CORNER_LINES:
            raise Refused(
                f"A corner block holds at most {MOST_CORNER_LINES:,} lines. Nothing was changed; shorten it."
            )
        values = document_values(document)
        with self._store.write(Op.EDIT_DOCUMENT, about="the front page") as session:
            row = session.get(DocumentRow, document.id)
            if row is None:
                raise NotFound("This document is not there any more. Undo may bring it back.")
            for name in (*_TITLES, *(_MASTHEAD if document.masthead else ())):
                if getattr(row, name) != values[name]:
                    setattr(row, name, values[name])
            if document.masthead:
                row.symbol = _registered(row.printed_symbol)

    def begin_report(self, meeting_id: UUID) -> UUID:
        """A draft report whose headings are the meeting's agenda."""
        with self._store.write(Op.ADD_BLOCK, about="report") as session:
            meeting = meeting_of(row_of(session, meeting_id))
            items = agenda.load(session, meeting_id)
            headings = tuple(Heading(new_key(), item.title, min(item.depth + 1, DEEPEST)) for item in items)
            last = max((row.order_key for row in papers.of_meeting(session, meeting_id)), default=None)
            row = papers.place(session, Paper(_begun(meeting, headings)), meeting_id, between(last, None))
            return row.id


def _registered(printed: str) -> str:
    """The symbol the register knows a paper by; one that is still being typed is none yet."""
    return normalise(printed) if is_symbol(printed) else ""


def _begun(meeting: Meeting, headings: tuple[Heading, ...]) -> Document:
    return Document(
        new_key(),
        DocumentKind.REPORT,
        f"Draft report of {meeting.title or meeting.code}",
        headings,
        Masthead(),
        scheme=HeadingScheme.AGENDA,
        language=meeting.language,
        code=f"{meeting.code} report",
    )
