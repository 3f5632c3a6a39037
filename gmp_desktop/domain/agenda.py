"""The tree of an agenda: where an item goes when it is moved, how it prints, and what it adds up to."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from uuid import UUID

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.meeting import AgendaItem, Meeting
from gmp_desktop.domain.symbols import Symbol, normalise
from gmp_desktop.domain.values import value

DEEPEST_ITEM = 3
"""1. is 0, (a) 1, (i) 2, a. 3; there are no further labels."""
MOST_MINUTES = 6_000

_ENDS = " \t\r\n\N{NBSP}.;:,。；：،؛"
"""White space and the stops of all six languages."""
_STOPS = {"zh": ("。", "：", "；"), "ar": (".", ":", "؛"), "fr": (".", "\N{NBSP}:", "\N{NBSP};")}


@value
class Spot:
    """A place in the tree: under a parent, after a sibling; None is the top, and the first of all."""

    parent_id: UUID | None = None
    after: UUID | None = None


def item_of(items: Iterable[AgendaItem], id: UUID) -> AgendaItem:
    return next(item for item in items if item.id == id)


def subtree(items: Sequence[AgendaItem], id: UUID) -> tuple[AgendaItem, ...]:
    """The item and all below it, in printing order."""
    at = next(at for at, item in enumerate(items) if item.id == id)
    end = at + 1
    while end < len(items) and items[end].depth > items[at].depth:
        end += 1
    return tuple(items[at:end])


def parents(items: Iterable[AgendaItem]) -> set[UUID]:
    """The items that have others below them."""
    return {item.parent_id for item in items if item.parent_id is not None}


def siblings(items: Iterable[AgendaItem], id: UUID) -> list[AgendaItem]:
    items = tuple(items)
    own = item_of(items, id)
    return [item for item in items if item.parent_id == own.parent_id]


def below(items: Sequence[AgendaItem], id: UUID | None) -> Spot:
    """Where a new item goes that is to stand on the next line: first under a parent, next to any other item."""
    if id is None:
        last = next((item for item in reversed(items) if item.depth == 0), None)
        return Spot(None, last.id if last else None)
    if id in parents(items):
        return Spot(id, None)
    return Spot(item_of(items, id).parent_id, id)


def indented(items: Sequence[AgendaItem], id: UUID) -> Spot:
    """Last under the sibling before it."""
    own = siblings(items, id)
    at = next(at for at, item in enumerate(own) if item.id == id)
    if at == 0:
        raise Refused("There is no item above to put this one under. Nothing was changed.")
    if max(item.depth for item in subtree(items, id)) >= DEEPEST_ITEM:
        raise Refused("An agenda goes four levels deep: 1., (a), (i), a. Nothing was changed.")
    above = own[at - 1]
    last = next((item for item in reversed(items) if item.parent_id == above.id), None)
    return Spot(above.id, last.id if last else None)


def outdented(items: Sequence[AgendaItem], id: UUID) -> Spot:
    """Next to what was its parent; the items that followed it stay where they are."""
    own = item_of(items, id)
    if own.parent_id is None:
        raise Refused("This item stands at the outermost level already. Nothing was changed.")
    return Spot(item_of(items, own.parent_id).parent_id, own.parent_id)


def stepped(items: Sequence[AgendaItem], id: UUID, step: int) -> Spot | None:
    """One up (-1) or down (1) among its siblings; None where it is the first or the last."""
    own = siblings(items, id)
    at = next(at for at, item in enumerate(own) if item.id == id)
    if not 0 <= at + step < len(own):
        return None
    after = at - 2 if step < 0 else at + 1
    return Spot(own[at].parent_id, own[after].id if after >= 0 else None)


def printed(items: Sequence[AgendaItem], language: str = "en") -> dict[UUID, str]:
    """The titles as they print (UN_STYLE 3.2), whatever they end with now.

    An item ends with a full stop, one with sub-items with a colon, a sub-item with a semicolon, the last of them
    with a full stop.
    """
    full, colon, semicolon = _STOPS.get(language.partition("-")[0], (".", ":", ";"))
    over = parents(items)
    texts: dict[UUID, str] = {}
    for at, item in enumerate(items):
        last = at + 1 == len(items) or items[at + 1].depth == 0
        stop = colon if item.id in over else full if last or item.depth == 0 else semicolon
        bare = bare_title(item.title)
        texts[item.id] = bare + stop if bare else ""
    return texts


def bare_title(title: str) -> str:
    """Without the stop that only its place decides."""
    return title.rstrip(_ENDS)


def sums(items: Iterable[AgendaItem]) -> dict[UUID, int]:
    """The planned minutes of every item with those below it."""
    items = tuple(items)
    minutes = {item.id: item.minutes or 0 for item in items}
    for item in reversed(items):
        if item.parent_id in minutes:
            minutes[item.parent_id] += minutes[item.id]
    return minutes


def number_of(items: Sequence[AgendaItem], id: UUID) -> str:
    """How people call an item: 3 (b)."""
    by_id = {item.id: item for item in items}
    labels: list[str] = []
    item = by_id.get(id)
    while item is not None:
        labels.append(item.label)
        item = by_id.get(item.parent_id) if item.parent_id else None
    top, *rest = reversed(labels)
    return " ".join((top.removesuffix("."), *rest)).removesuffix(".")


def wanting_presenters(
    items: Sequence[AgendaItem], presented: AbstractSet[UUID], documented: AbstractSet[UUID]
) -> set[UUID]:
    """Items with a document that nobody introduces, neither here nor at an item above or below."""
    above = {item.id: item.parent_id for item in items}
    covered = set(presented) | _under(presented, items)
    for id in presented:
        over = above.get(id)
        while over is not None:
            covered.add(over)
            over = above.get(over)
    return {item.id for item in items if item.id in documented} - covered


def short_symbol(symbol: str, meeting: Meeting) -> str:
    """The symbol without what all documents of the meeting begin with: /3, INF/2."""
    stem = meeting.symbol_stem
    if not stem and Symbol(normalise(symbol)).meeting == (meeting.body, meeting.ordinal):
        mark = f"/{meeting.body}.{meeting.ordinal}"
        stem = symbol[: symbol.index(mark) + len(mark)] if mark in symbol else ""
    if not stem or not symbol.startswith(f"{stem}/"):
        return symbol
    rest = symbol[len(stem) + 1 :]
    return f"/{rest}" if rest[:1].isdigit() else rest


def _under(ids: AbstractSet[UUID], items: Iterable[AgendaItem]) -> set[UUID]:
    """All items below the ones named."""
    under: set[UUID] = set()
    for item in items:
        if item.parent_id in ids or item.parent_id in under:
            under.add(item.id)
    return under
