"""An agenda as lines of text: read from what somebody pastes, and written for them to paste elsewhere."""

import re
from collections.abc import Sequence

from gmp_desktop.domain.agenda import DEEPEST_ITEM, bare_title, printed
from gmp_desktop.domain.meeting import AgendaItem
from gmp_desktop.domain.values import value

TAB = 4
_ROMAN = r"[ivx]+"
_LABEL = re.compile(
    rf"(?:item\s+)?(?:(?P<number>\d{{1,3}})[.)]|\((?P<roman>{_ROMAN})\)|\((?P<letter>[a-z]{{1,2}})\)"
    r"|(?P<plain>[a-z])[.)]|[•–—*-])(?=\s|$)\s*",
    re.IGNORECASE,
)
_LETTERS_TOO = {("(h)", "(i)"), ("(u)", "(v)"), ("(w)", "(x)")}


@value
class Line:
    title: str
    depth: int = 0


def read_lines(text: str) -> tuple[Line, ...]:
    """What stands on each line; labels tell how deep it is, indentation where there are none.

    The first line is at the outermost level, and none is more than one level deeper than the one before it.
    """
    found: list[Line] = []
    margins: list[int] = []
    label = ""
    for raw in text.splitlines():
        bare = raw.strip()
        sign = _LABEL.match(bare)
        title = bare_title(bare[sign.end() :] if sign else bare)
        if not title:
            continue
        margin = len(raw.expandtabs(TAB)) - len(raw.expandtabs(TAB).lstrip())
        while margins and margin < margins[-1]:
            margins.pop()
        if not margins or margin > margins[-1]:
            margins.append(margin)
        above = found[-1].depth if found else -1
        by_label = _depth(sign, label, above) if sign else None
        depth = len(margins) - 1 if by_label is None else by_label
        label = sign.group().strip().lower() if sign else label
        found.append(Line(title, min(depth, above + 1, DEEPEST_ITEM)))
    return tuple(found)


def write_lines(items: Sequence[AgendaItem], language: str = "en") -> str:
    """One item a line, with its label, as it prints."""
    texts = printed(items, language)
    return "".join("\t" * item.depth + f"{item.label}\t{texts[item.id]}\n" for item in items)


def _depth(sign: re.Match[str], before: str, above: int) -> int | None:
    """(i) after (h) is a letter, anywhere else a roman number, which stands below a letter if there is one."""
    match sign.lastgroup:
        case "number":
            return 0
        case "letter":
            return 1
        case "plain":
            return 3
        case "roman" if (before, sign.group().strip().lower()) in _LETTERS_TOO:
            return 1
        case "roman":
            return 1 if above < 1 or (above == 1 and _is_roman(before)) else 2
    return None


def _is_roman(label: str) -> bool:
    return re.fullmatch(rf"\({_ROMAN}\)", label) is not None
