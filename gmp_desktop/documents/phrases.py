"""The few words the writers add to what a document says, and how masthead fields read."""

from gmp_desktop.domain.blocks import Document, DocumentKind, LetterPart, LetterRole
from gmp_desktop.domain.symbols import normalise

UNITED_NATIONS = "United Nations"
WATERMARK = "DRAFT"
PROGRAM = "GMP Desktop"
_DISTRIBUTION = "Distr.: {}"


_CONTINUED = {
    "ar": "(تابع)",
    "en": "(continued)",
    "es": "(continuación)",
    "fr": "(suite)",
    "ru": "(продолжение)",
    "zh": "（续）",
}


def continued(language: str) -> str:
    """What stands behind the name of a delegation that goes on in the next column."""
    return _CONTINUED.get(language.partition("-")[0].lower(), _CONTINUED["en"])


def distribution(text: str) -> str:
    """The distribution line: a bare "General" gets its "Distr.:" before it."""
    return text if not text or ":" in text else _DISTRIBUTION.format(text)


def running_symbol(document: Document) -> str:
    """The symbol in normal form, for the heads of later pages; the code of a paper without one is not for paper."""
    return normalise(document.masthead.symbol) if document.masthead else ""


def prints_title(document: Document) -> bool:
    """A letter says what it is about in its subject."""
    return bool(document.title) and not (
        document.kind is DocumentKind.LETTER
        and any(
            isinstance(block, LetterPart) and block.role is LetterRole.SUBJECT for block in document.blocks
        )
    )
