"""Whether a document can be registered under a symbol, and if not, what is wrong with it and where."""

import re
from collections.abc import Iterable
from enum import StrEnum

from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.meeting import MeetingDocument
from gmp_desktop.domain.register import (
    LIMITED,
    RESTRICTED,
    full_symbol,
    stem_of,
    usual_distribution,
)
from gmp_desktop.domain.symbols import is_symbol
from gmp_desktop.domain.values import value


class Fault(StrEnum):
    EMPTY = "empty"
    MALFORMED = "malformed"
    DUPLICATE = "duplicate"
    OTHER_MEETING = "other meeting"
    DISTRIBUTION = "distribution"


@value
class Problem:
    """``at`` is where in the normal form of the symbol the trouble begins."""

    fault: Fault
    sentence: str
    at: int = 0

    @property
    def stops(self) -> bool:
        """Nothing can be registered so; the other faults are worth a look only."""
        return self.fault in {Fault.EMPTY, Fault.MALFORMED, Fault.DUPLICATE}


@value
class Verdict:
    """What would become of a line of a list: a new document, a file for one that is here, or nothing."""

    symbol: str
    problem: Problem | None = None
    gets_file: MeetingDocument | None = None

    @property
    def can_be(self) -> bool:
        return self.problem is None or not self.problem.stops


LONGEST_SYMBOL = 200
_ODD = re.compile(r"[^A-Za-z0-9()/.–-]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_SERIES = re.compile(r"UNEP(?:\([A-Z]{2,5}\))?|SAICM|FCCC|A|E|ST")
_BODY = re.compile(r"[A-Za-z][A-Za-z-]{0,20}(?:\.[A-Za-z]{1,20}){0,4}(?:\.\d{1,4})?|\d{1,4}")
_NUMBER = re.compile(r"(?:INF\.|CRP\.|L\.|R\.|WP\.)?\d{1,5}")
_SUFFIX = re.compile(r"(Add|Rev|Corr|Amend)\.?(\d*)", re.IGNORECASE)
_COMPONENT = re.compile(r"(INF|CRP|L|R|WP)[./]?(\d*)", re.IGNORECASE)


def check_symbol(text: str, taken: Iterable[MeetingDocument], stem: str) -> Problem | None:
    """``taken`` are the documents of the register but the one that is named; those only cited take no symbol away."""
    symbol = full_symbol(text, stem)
    if not symbol:
        return Problem(Fault.EMPTY, "A symbol is missing.")
    if not is_symbol(symbol):
        return malformed(symbol)
    wanted = symbol.casefold()
    same = next((d for d in taken if not d.cited and d.symbol.casefold() == wanted), None)
    if same is not None:
        title = f": “{_shortened(plain(same.title))}”" if same.title else ""
        return Problem(Fault.DUPLICATE, f"There is a document {same.symbol} already{title}.")
    if stem and stem_of(symbol) not in ("", stem):
        return Problem(
            Fault.OTHER_MEETING,
            f"This is a document of another meeting: the symbols here begin with {stem}/.",
        )
    return None


def judge(lines: Iterable[tuple[str, bool]], taken: Iterable[MeetingDocument], stem: str) -> list[Verdict]:
    """Each line is a symbol and whether a file comes with it; the second of two alike is a duplicate."""
    known = {document.symbol.casefold(): document for document in taken if not document.cited}
    listed: set[str] = set()
    verdicts = []
    for text, has_file in lines:
        symbol = full_symbol(text, stem)
        here = known.get(symbol.casefold())
        if has_file and here is not None:
            verdicts.append(Verdict(symbol, gets_file=here))
            continue
        problem = check_symbol(text, [here] if here else [], stem)
        if problem is None and symbol.casefold() in listed:
            problem = Problem(Fault.DUPLICATE, f"{symbol} stands in the list twice.")
        verdicts.append(Verdict(symbol, problem))
        if symbol:
            listed.add(symbol.casefold())
    return verdicts


def check_distribution(symbol: str, distribution: str) -> Problem | None:
    """Lint L02: /L. is Limited and /R. Restricted."""
    wanted = usual_distribution(symbol)
    component = {LIMITED: "/L.", RESTRICTED: "/R."}.get(wanted)
    if (
        component is None
        or component not in symbol
        or distribution.removeprefix("Distr.:").strip().casefold() == wanted.casefold()
    ):
        return None
    return Problem(Fault.DISTRIBUTION, f"A document {component} has {wanted.lower()} distribution.")


def malformed(symbol: str) -> Problem:
    """What is wrong with a text that is no symbol, the first thing that is."""
    if len(symbol) > LONGEST_SYMBOL:
        return _wrong("This is too long for a symbol", LONGEST_SYMBOL)
    if odd := _ODD.search(symbol):
        sign = odd.group()
        shown = f"“{sign}”" if sign.isprintable() else f"The sign U+{ord(sign):04X}"
        return _wrong(f"{shown} cannot stand in a symbol", odd.start())
    at = 0
    parts = symbol.split("/")
    for place, part in enumerate(parts):
        words = _wrong_part(parts, place)
        if words:
            return _wrong(words, at)
        at += len(part) + 1
    return _wrong("The number at the end is missing", len(symbol))


def _wrong_part(parts: list[str], place: int) -> str:
    part = parts[place]
    if not part:
        if place == len(parts) - 1:
            return "The number at the end is missing"
        return "It begins with a slash" if place == 0 else "Two slashes stand together"
    if place == 0:
        return "" if _SERIES.fullmatch(part) else f"No series of documents begins with “{part}”"
    for known in (_SUFFIX, _COMPONENT):
        found = known.fullmatch(part)
        if found and not found[2] and part not in ("INF", "L", "R"):
            return f"The number after “{part}” is missing"
        if found and found[2] and not part.startswith(f"{_capitals(found[1])}."):
            sign = "/" if known is _COMPONENT and found[1].upper() == "INF" else "."
            return f"“{part}” is written {_capitals(found[1])}{sign}{found[2]}"
    if _NUMBER.fullmatch(part) or _SUFFIX.fullmatch(part) or _BODY.fullmatch(part):
        return ""
    return f"“{part}” is neither a body nor a number"


def _capitals(word: str) -> str:
    """Add, Rev, Corr and Amend are words, INF and CRP are not."""
    return word.upper() if word.upper() in {"INF", "CRP", "L", "R", "WP"} else word.capitalize()


def _wrong(words: str, at: int) -> Problem:
    return Problem(
        Fault.MALFORMED, f"{words}. A symbol looks like UNEP/Hg/PAG.15/3 or UNEP/Hg/PAG.15/INF/2.", at
    )


def _shortened(title: str) -> str:
    """A title within a sentence: what turns the direction of the text in it must not turn that of the sentence."""
    title = _TURNS.sub("", title)
    return title if len(title) <= 60 else f"{title[:59].rstrip()}…"
