"""The head of the first page: symbol, organ, distribution, date, corner block, title."""

import re
from dataclasses import dataclass, replace

from gmp_desktop.domain.blocks import Masthead
from gmp_desktop.domain.meeting import SetAside
from gmp_desktop.domain.symbols import is_symbol, normalise
from gmp_desktop.reading.dates import find_dates, is_date
from gmp_desktop.reading.labels import Form, label_of
from gmp_desktop.reading.markup import Piece

MOST_LINES = 60
_PROSE = 100
_ORGANS = (
    "united nations environment programme",
    "united nations environment assembly of the united nations environment programme",
    "united nations general assembly",
    "un environment programme",
)
_DISTRIBUTION = re.compile(
    r"distr(?:ibution)?\b\s?[.:]{0,2}\s?:?\s?(general|limited|restricted)", re.IGNORECASE
)
_LANGUAGES = r"(?:arabic|chinese|english|french|russian|spanish)"
_LANGUAGE = re.compile(
    rf"(?:original\s?:\s?)?{_LANGUAGES}(?:(?:,|/| and| or)\s?{_LANGUAGES}){{0,5}}(?:\s+only)?", re.IGNORECASE
)
_JOB = re.compile(r"(?:[A-Z]{1,3}[.-]?\d{2}[-.]?\d{5}|[KV]\d{7}|\d{2}-\d{5})(?:\s+\(E\)|\s+\d{6}|\*|-E){0,3}")
_SERIES_LETTERS = {"EP", "MC", "A", "E", "S"}
_TITLE = re.compile(
    r"(?:(?:draft|revised|final|provisional|annotated|annotations|advance)\s+){0,3}"
    r"(?:report|summary|agenda|provisional agenda|to the provisional agenda|minutes|note|list|decision|outcome)\b",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(
    r"(?:revised |joint )?(?:note|report|paper|submission|submitted|proposal|prepared|presented|transmitted)\b.{0,80}\b"
    r"(?:by|from)\b.{2,120}",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:meeting|session)\b", re.IGNORECASE)
_AGENDA_ITEM = re.compile(r"(?:agenda\s+)?items?\s+\d.{0,80}|(?:agenda)\s+item.{0,80}", re.IGNORECASE)
_HEADING = re.compile(
    r"(?:introduction|background|summary|executive summary|overview|purpose|foreword|mandate|contents)"
)
_ANNEX = re.compile(r"(?:annex|appendix)\b.{0,12}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the text; ``end`` is the place where the text begins."""

    masthead: Masthead | None = None
    printed_symbol: str = ""
    corner: tuple[str, ...] = ()
    title: str = ""
    subtitle: str = ""
    set_aside: tuple[SetAside, ...] = ()
    end: int = 0


def read_front(pieces: list[Piece]) -> Front:
    """The front matter; whatever is not surely part of it is left to the text."""
    limit = _limit(pieces)
    front = _front(pieces, limit)
    while front.end < limit:
        limit = front.end
        front = _front(pieces, limit)
    return front


def _front(pieces: list[Piece], limit: int) -> Front:
    masthead, printed, rest, aside = _masthead(pieces[:limit])
    corner = _corner(pieces, rest)
    known = masthead != Masthead() or bool(corner)
    front = Front(
        masthead if masthead != Masthead() else None, printed, tuple(pieces[at].text for at in corner)
    )
    return _titled(replace(front, end=limit), pieces, rest[len(corner) :], aside, known)


def _limit(pieces: list[Piece]) -> int:
    """Where the text begins at the latest: at a labelled line, a bullet, an annex or a line of prose."""
    for at, piece in enumerate(pieces[:MOST_LINES]):
        label = label_of(piece.text)
        if label and not (label.form is Form.CAPITAL and len(label.rest) > _PROSE):
            return at
        if _ANNEX.fullmatch(piece.text) or (len(piece.text) > _PROSE and piece.text[-1] in '.:;?!”"'):
            return at
        if len(piece.text) > 3 * _PROSE:
            return at
    return min(len(pieces), MOST_LINES)


def _masthead(pieces: list[Piece]) -> tuple[Masthead, str, list[int], list[SetAside]]:
    """The masthead's fields, the symbol as printed, the places not used, what stood there twice."""
    head = Masthead()
    printed = ""
    rest: list[int] = []
    aside: list[SetAside] = []
    at = 0
    while at < len(pieces):
        text = pieces[at].text
        organ, lines = _organ(pieces, at)
        symbol = _symbol(pieces, at)
        field, value = _field(text, head)
        if organ:
            if head.organ:
                aside.append(SetAside(organ, "the masthead is printed twice; it stands once here"))
            head = replace(head, organ=head.organ or organ)
            at += lines
            continue
        if symbol:
            if head.symbol:
                aside.append(SetAside(symbol, "the symbol is printed twice; it stands once here"))
            printed = printed or symbol
            head = replace(head, symbol=head.symbol or normalise(symbol))
            at += 1 + symbol.count("\n")
            continue
        if text in _SERIES_LETTERS:
            aside.append(SetAside(text, "the letters of the series; the symbol says them"))
        elif not field:
            rest.append(at)
        elif getattr(head, field):
            aside.append(SetAside(text, "the masthead is printed twice; it stands once here"))
        else:
            head = replace(head, **{field: value})
        at += 1
    return head, printed, rest, aside


def _organ(pieces: list[Piece], at: int) -> tuple[str, int]:
    """The organ whose name begins here and the number of lines it takes."""
    best = 0
    words = ""
    for end in range(at, min(at + 5, len(pieces))):
        if end > at and pieces[end].gap:
            break
        words = f"{words} {pieces[end].text}".strip()
        if words.casefold() in {*_ORGANS, "united nations"}:
            best = end - at + 1
    return " ".join(piece.text for piece in pieces[at : at + best]), best


def _symbol(pieces: list[Piece], at: int) -> str:
    """The symbol printed here, over one line or two."""
    one = pieces[at].text
    if "/" not in one and "(" not in one:
        return ""
    for lines in (2, 1):
        printed = "\n".join(piece.text for piece in pieces[at : at + lines])
        if len(printed) < 80 and is_symbol(printed) and (lines == 1 or not is_symbol(one)):
            return printed
    return ""


def _field(text: str, head: Masthead) -> tuple[str, str]:
    if len(text) > 60:
        return "", ""
    distribution = _DISTRIBUTION.fullmatch(text)
    if distribution:
        return "distribution", distribution.group(1).capitalize()
    if _LANGUAGE.fullmatch(text):
        return "language_line", text
    if is_date(text):
        return "dated", text
    if _JOB.fullmatch(text):
        return "job_number", text
    return "", ""


def _corner(pieces: list[Piece], rest: list[int]) -> list[int]:
    """The places of the corner block: up to the last line that tells of a meeting, its days or an agenda item."""
    last = 0
    for count, at in enumerate(rest, start=1):
        text = pieces[at].text
        if _TITLE.match(text) or _SUBTITLE.fullmatch(text) or len(text) > _PROSE:
            break
        when = find_dates(text) and "," in text
        if when or _MEETING.search(text) or _AGENDA_ITEM.fullmatch(text):
            last = count
    return rest[:last]


def _titled(front: Front, pieces: list[Piece], rest: list[int], aside: list[SetAside], known: bool) -> Front:
    """The title, a title printed again, the subtitle; the first thing that is none of them begins the text."""
    title = subtitle = ""
    end = front.end
    for chunk in _chunks(pieces, rest):
        text = " ".join(pieces[at].text for at in chunk)
        piece = pieces[chunk[0]]
        if title and _same(text, title):
            aside.append(SetAside(text, "the title is printed twice; it stands once here"))
        elif subtitle and _same(text, subtitle):
            aside.append(SetAside(text, "the subtitle is printed twice; it stands once here"))
        elif not subtitle and _SUBTITLE.fullmatch(text) and (title or known):
            subtitle = text
        elif (
            not title and (known or piece.marked or _short(text)) and not _HEADING.fullmatch(text.casefold())
        ):
            title = text
        else:
            end = chunk[0]
            break
    if not title:
        title, subtitle = subtitle, ""
    return replace(front, title=title, subtitle=subtitle, set_aside=tuple(aside), end=end)


def _short(text: str) -> bool:
    return len(text) <= 2 * _PROSE and text[-1:] not in ".;,"


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()


def _chunks(pieces: list[Piece], places: list[int]) -> list[list[int]]:
    chunks: list[list[int]] = []
    for at in places:
        if not chunks or pieces[at].gap or chunks[-1][-1] != at - 1:
            chunks.append([])
        chunks[-1].append(at)
    return chunks
