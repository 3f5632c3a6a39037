"""The parts of a letter around its text, UN_STYLE 3.6."""

import re

from gmp_desktop.domain.blocks import LetterRole
from gmp_desktop.reading.dates import before_date, find_dates
from gmp_desktop.reading.draft import Draft, MakeId
from gmp_desktop.reading.markup import Piece

_REFERENCE = re.compile(
    r"(?:(?:our |your )?ref(?:erence)?)\s?\.?\s?(?::|no\.)\s*(?P<symbol>\S.{0,100})", re.IGNORECASE
)
_SUBJECT = re.compile(r"(?:\*\*)?(?:subject|re|object)\s?:.{1,500}", re.IGNORECASE)
_SALUTATION = re.compile(r"(?:dear\b|excellenc|sir\b|madam\b|distinguished\b).{0,200}[,:]", re.IGNORECASE)
_CLOSING = re.compile(
    r"(?:yours\s|very\s)?(?:sincerely|faithfully|truly)(?:\syours)?,?|(?:with )?(?:best|kind|warm) (?:regards|wishes),?"
    r"|please accept.{0,300}|accept, .{0,300}",
    re.IGNORECASE,
)
_RECIPIENTS = re.compile(
    r"(?:to|cc|c\.c\.|copy to|copies|enclosures?(?:\(s\))?|encl)\s?\.?\s?:.{0,1000}", re.IGNORECASE
)
_HEAD_LINES = 40


def is_letter(pieces: list[Piece]) -> bool:
    """Whether a paper greets someone on its first page."""
    return any(_SALUTATION.fullmatch(piece.text) for piece in pieces[:_HEAD_LINES])


def reference_of(pieces: list[Piece]) -> str:
    """The number a letter goes by."""
    found = (_REFERENCE.fullmatch(piece.text) for piece in pieces[:_HEAD_LINES])
    return next((match["symbol"] for match in found if match), "")


def part_letter(pieces: list[Piece]) -> tuple[list[Piece], list[Piece], list[Piece]]:
    """What stands before the text of a letter, the text, and what stands after it."""
    start = next(at for at, piece in enumerate(pieces) if _SALUTATION.fullmatch(piece.text)) + 1
    closings = [
        at
        for at in range(start, len(pieces))
        if len(pieces[at].text) < 400 and _CLOSING.fullmatch(pieces[at].text)
    ]
    end = closings[-1] if closings else len(pieces)
    return pieces[:start], pieces[start:end], pieces[end:]


def read_head(pieces: list[Piece], make_id: MakeId) -> list[Draft]:
    """Reference, place and date, addressee, subject, salutation: every line finds its role."""
    drafts: list[Draft] = []
    for piece in pieces:
        text = piece.text
        if _REFERENCE.fullmatch(text):
            role = LetterRole.REFERENCE
        elif _SUBJECT.fullmatch(text):
            role = LetterRole.SUBJECT
        elif _SALUTATION.fullmatch(text):
            role = LetterRole.SALUTATION
        elif find_dates(text) and len(before_date(text)) < 60:
            role = LetterRole.PLACE_DATE
        else:
            role = LetterRole.ADDRESSEE
        _add(drafts, role, piece, make_id)
    return drafts


def read_tail(pieces: list[Piece], make_id: MakeId) -> list[Draft]:
    """Closing, signature, signatory and recipients; a part goes on until another begins."""
    drafts: list[Draft] = []
    for piece in pieces:
        before = drafts[-1].more["role"] if drafts else None
        if before is None:
            role = LetterRole.CLOSING
        elif before is LetterRole.RECIPIENTS or _RECIPIENTS.fullmatch(piece.text):
            role = LetterRole.RECIPIENTS
        elif piece.italic and before is LetterRole.CLOSING:
            role = LetterRole.SIGNATURE
        else:
            role = LetterRole.SIGNATORY
        _add(drafts, role, piece, make_id)
    return drafts


def _add(drafts: list[Draft], role: LetterRole, piece: Piece, make_id: MakeId) -> None:
    text = f"*{piece.text}*" if piece.italic else f"**{piece.text}**" if piece.bold else piece.text
    last = drafts[-1] if drafts else None
    if last is not None and last.more["role"] is role and role is not LetterRole.REFERENCE:
        last.parts[-1] += f"\n{text}"
    else:
        drafts.append(Draft("letter part", [text], more={"role": role}, id=make_id()))
