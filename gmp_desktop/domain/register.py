"""The register of a meeting's documents: kinds, the next free symbol, the short form, and the order of the list.

UN_STYLE 2. What a symbol begins with, up to its last component, is its stem: the same for all documents of a meeting.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import lru_cache
from itertools import count

from gmp_desktop.domain.meeting import MeetingDocument
from gmp_desktop.domain.people import sort_key
from gmp_desktop.domain.symbols import Symbol, SymbolKind, is_symbol, normalise, parse
from gmp_desktop.domain.values import value


class RegisterKind(StrEnum):
    """What a new document can be."""

    WORKING = "working"
    INFORMATION = "information"
    CONFERENCE_ROOM = "conference room"
    LIMITED = "limited"
    ADDENDUM = "addendum"
    REVISION = "revision"
    CORRIGENDUM = "corrigendum"


class Section(StrEnum):
    """The parts of the list of documents, in their order."""

    WORKING = "working"
    INFORMATION = "information"
    IN_SESSION = "in session"
    OTHER = "other"
    CITED = "cited"


@value
class Proposal:
    """What a new document is called before anybody has said so."""

    symbol: str
    title: str = ""
    kind: str = "other"
    distribution: str = ""


GENERAL, LIMITED, RESTRICTED = "General", "Limited", "Restricted"
DISTRIBUTIONS = (GENERAL, LIMITED, RESTRICTED)
SUFFIXES: Mapping[RegisterKind, str] = {
    RegisterKind.ADDENDUM: "Add",
    RegisterKind.REVISION: "Rev",
    RegisterKind.CORRIGENDUM: "Corr",
}
"""Kinds that are of another document, with what they add to its symbol."""

KNOWN_ENDS = 10_000

_COMPONENTS = {
    RegisterKind.WORKING: "",
    RegisterKind.INFORMATION: "INF/",
    RegisterKind.CONFERENCE_ROOM: "CRP.",
    RegisterKind.LIMITED: "L.",
}
_SECTIONS = {"": Section.WORKING, "INF": Section.INFORMATION}
_END = re.compile(
    r"/(?P<component>INF[/.]|CRP\.|L\.|R\.|WP\.)?\d{1,5}(?P<suffixes>(?:/(?:Add|Rev|Corr|Amend)\.\d{1,3})*)$"
)
_SHORT = re.compile(
    r"/?(?:(?:INF[/.]|CRP\.|L\.|R\.|WP\.)\d{1,5}|(?<=/)\d{1,5})(?:/(?:Add|Rev|Corr|Amend)\.\d{1,3}){0,4}"
)


def stem_of(symbol: str) -> str:
    """What the documents of the same meeting have in common: UNEP/Hg/PAG.8 of UNEP/Hg/PAG.8/INF/2."""
    end = _end(symbol)
    return symbol[: end.start()] if end else ""


def shown_stem(symbols: Iterable[str], ordinal: int | None = None) -> str:
    """The stem most documents of a register have; of the meeting of that number, where it is known."""
    stems = Counter(stem for symbol in symbols if (stem := stem_of(symbol)) and _is_of(stem, ordinal))
    return max(stems, key=lambda stem: stems[stem], default="")


def usual_stem(pattern: str, ordinal: int | None) -> str:
    """The stem a body uses: ``UNEP/Hg/PAG.{n}`` for its meeting of a number."""
    return pattern.replace("{n}", str(ordinal)) if ordinal is not None else ""


def kind_of(symbol: str) -> RegisterKind:
    end = _end(symbol)
    last = end["suffixes"].rpartition("/")[2] if end else ""
    for kind, suffix in SUFFIXES.items():
        if last.startswith(f"{suffix}."):
            return kind
    component = _component(symbol)
    return next((kind for kind, own in _COMPONENTS.items() if own[:-1] == component), RegisterKind.WORKING)


def next_symbol(stem: str, kind: RegisterKind, taken: Iterable[str], of: str | None = None) -> str:
    """The first free symbol of a kind; an addendum, a revision or a corrigendum is ``of`` another document.

    Information documents follow the way the register writes them, INF/1 or INF.1.
    """
    taken = {symbol.casefold() for symbol in taken}
    if kind in SUFFIXES:
        begins = f"{_without(of or '', SUFFIXES[kind])}/{SUFFIXES[kind]}."
    else:
        component = _COMPONENTS[kind]
        dotted = f"{stem}/INF.".casefold()
        if kind is RegisterKind.INFORMATION and any(symbol.startswith(dotted) for symbol in taken):
            component = "INF."
        begins = f"{stem}/{component}"
    return next(symbol for n in count(1) if (symbol := f"{begins}{n}").casefold() not in taken)


def proposed(symbol: str, stem: str, annotated: str = "", parent: MeetingDocument | None = None) -> Proposal:
    """Title, kind and distribution by the symbol; ``annotated`` is the short symbol of annotated agendas (2, 1/Add.1)."""
    short = short_form(symbol, stem)
    if short == "/1":
        return Proposal(symbol, "Provisional agenda", "agenda", GENERAL)
    if annotated and short == f"/{annotated}":
        return Proposal(symbol, "Annotated provisional agenda", "annotated-agenda", GENERAL)
    if kind_of(symbol) in SUFFIXES and parent is not None:
        return Proposal(symbol, "", parent.kind, parent.distribution or usual_distribution(symbol))
    return Proposal(symbol, "", "other", usual_distribution(symbol))


def usual_distribution(symbol: str) -> str:
    """Limited for what is written in session, Restricted for R., General for all else."""
    component = _component(symbol)
    if component == "R":
        return RESTRICTED
    return LIMITED if component in {"L", "CRP"} else GENERAL


def short_form(symbol: str, stem: str) -> str:
    """How a document is called inside its meeting: /3, INF/2, CRP.1, L.1/Add.1; of another meeting in full."""
    if not stem or not symbol.startswith(f"{stem}/"):
        return symbol
    rest = symbol[len(stem) :]
    return rest if rest[1:2].isdigit() else rest[1:]


def full_symbol(text: str, stem: str) -> str:
    """The symbol a person means, in normal form: spaces dropped, a short form made whole, capitals as the stem has them."""
    normal = normalise(text)
    if not stem:
        return normal
    if _SHORT.fullmatch(normal):
        return f"{stem}/{normal.removeprefix('/')}"
    if normal.casefold().startswith(f"{stem}/".casefold()):
        return stem + normal[len(stem) :]
    return normal


def is_short(text: str) -> bool:
    """Whether a text is a symbol as one writes it inside the meeting: /3, INF/2, CRP.1."""
    return _SHORT.fullmatch(text) is not None


def section_of(document: MeetingDocument) -> Section:
    if document.cited:
        return Section.CITED
    if not _end(document.symbol):
        return Section.OTHER
    return _SECTIONS.get(_component(document.symbol), Section.IN_SESSION)


def in_order(documents: Iterable[MeetingDocument]) -> list[MeetingDocument]:
    """The list of documents: by section and symbol; those without a symbol by their title."""
    places = {section: at for at, section in enumerate(Section)}
    return sorted(
        documents, key=lambda d: (places[section_of(d)], not d.symbol, Symbol(d.symbol), sort_key(d.title))
    )


def without_file(documents: Iterable[MeetingDocument]) -> list[MeetingDocument]:
    """Those of the register that are still to be attached; what is written here needs no file."""
    return [d for d in documents if not (d.cited or d.attachments or d.has_text)]


@lru_cache(KNOWN_ENDS)
def _end(symbol: str) -> re.Match[str] | None:
    """The last component; decisions and letters have a number of another kind."""
    if not is_symbol(symbol) or parse(symbol).kind is not SymbolKind.DOCUMENT:
        return None
    return _END.search(symbol)


def _component(symbol: str) -> str:
    end = _end(symbol)
    return (end["component"] or "")[:-1] if end else ""


def _is_of(stem: str, ordinal: int | None) -> bool:
    meeting = Symbol(f"{stem}/1").meeting
    return ordinal is None or meeting is None or meeting[1] == ordinal


def _without(symbol: str, suffix: str) -> str:
    """A second revision of /3/Rev.1 is /3/Rev.2; nothing is added to a corrigendum but to what it corrects."""
    return re.sub(rf"(?:/Corr\.\d+)?(?:/{suffix}\.\d+)?$", "", symbol)
