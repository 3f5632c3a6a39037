"""The page a Word file is made for: the measures of the printed page, as Word counts them."""

from dataclasses import dataclass

from gmp_desktop.documents.paper import Paper
from gmp_desktop.documents.pdf.styles import Sheet, sheet_of
from gmp_desktop.domain.blocks import Document, DocumentKind

NUMBER_SIZE = 8.5
"""Of the symbol and the page number on every page."""


_NAME_HEIGHT = 24.0
"""From the top of "United Nations" to its base, and some room above for the symbol."""
_HEAD_HEIGHT = 3.0
"""What a head without words may take: programs give even an empty one some room."""


@dataclass(frozen=True, slots=True)
class Form:
    """Margins stand at the rules of the page; the column of text is indented from them. All in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    head: float
    """From the edge of the paper to the head of a later page."""
    foot: float
    column_left: float
    column_right: float
    distribution_left: float
    scale: float

    @property
    def measure(self) -> float:
        """From rule to rule."""
        return self.width - self.left - self.right

    @property
    def column(self) -> float:
        return self.measure - self.column_left - self.column_right

    def points(self, length: float) -> float:
        """A length of the styles as it is on this page."""
        return length * self.scale


def form_of(document: Document, paper: Paper, *, large: bool) -> Form:
    return _form(sheet_of(paper, letter=document.kind is DocumentKind.LETTER, large=large), paper, document)


def card_form(width: float, height: float) -> Form:
    """A page of cards, which has no column of text."""
    return Form(width, height, *(0.0,) * 9, scale=1.0)


def _form(sheet: Sheet, paper: Paper, document: Document) -> Form:
    """Under a masthead the text begins high on the first page; the head of the others pushes it down."""
    width, height = paper.size
    top = sheet.head_base - _NAME_HEIGHT if document.masthead else sheet.top
    head = top - _HEAD_HEIGHT
    return Form(
        width,
        height,
        left=sheet.rule_left * sheet.scale,
        right=width - sheet.rule_right * sheet.scale,
        top=top * sheet.scale,
        bottom=(sheet.height - sheet.bottom) * sheet.scale,
        head=head * sheet.scale,
        foot=(sheet.height - sheet.foot_base - 2) * sheet.scale,
        column_left=(sheet.text_left - sheet.rule_left) * sheet.scale,
        column_right=(sheet.rule_right - sheet.text_right) * sheet.scale,
        distribution_left=(sheet.distribution_left - sheet.rule_left) * sheet.scale,
        scale=sheet.scale,
    )
