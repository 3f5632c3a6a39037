"""What became of the provisional agenda: item by item, and as the words of the paragraph that adopts it."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from uuid import UUID

from gmp_desktop.domain.agenda import bare_title
from gmp_desktop.domain.meeting import AgendaItem, ProvisionalItem
from gmp_desktop.domain.values import value


class Change(StrEnum):
    ADDED = "added"
    STRUCK = "struck"
    RETITLED = "retitled"
    MOVED = "moved"
    RENUMBERED = "renumbered"


@value
class Difference:
    """An item of either agenda; one without ``changes`` stands in both alike.

    ``number`` and ``title`` are those of now, empty where it was struck out; ``depth`` is that of where it is shown.
    """

    changes: tuple[Change, ...] = ()
    number: str = ""
    number_before: str = ""
    title: str = ""
    title_before: str = ""
    depth: int = 0
    item_id: UUID | None = None


def differences(provisional: Sequence[ProvisionalItem], now: Sequence[AgendaItem]) -> tuple[Difference, ...]:
    """All items of now in their order; those struck out stand where they stood before."""
    before = {item.agenda_item_id: item for item in provisional if item.agenda_item_id is not None}
    here = {item.id for item in now}
    numbers, numbers_before = _numbers(now), _numbers(provisional)
    moved = _moved(provisional, now)
    found = [
        _difference(item, before.get(item.id), numbers[item.id], numbers_before, item.id in moved)
        for item in now
    ]
    for at, item in enumerate(provisional):
        if item.agenda_item_id not in here:
            struck = Difference(
                (Change.STRUCK,),
                number_before=numbers_before[item.id],
                title_before=bare_title(item.title),
                depth=item.depth,
            )
            found.insert(_place(provisional[:at], found), struck)
    return tuple(found)


def changed(found: Iterable[Difference]) -> bool:
    return any(difference.changes for difference in found)


def paragraph(found: Sequence[Difference], symbol: str, phrases: Mapping[str, str]) -> str:
    """The sentence that adopts the agenda, in the words of ``phrases``."""
    told = [words for difference in found for words in _told(difference, phrases)]
    if any(difference.changes == (Change.RENUMBERED,) for difference in found):
        told.append(phrases["renumbered"])
    name = "adopted" if symbol else "adopted-without-symbol"
    if not told:
        return phrases[name].format(symbol=symbol)
    return phrases[f"{name}-amended"].format(symbol=symbol, changes=phrases["joined"].join(told))


def _told(difference: Difference, phrases: Mapping[str, str]) -> Iterable[str]:
    facts = {
        "number": difference.number,
        "number_before": difference.number_before,
        "title": difference.title,
        "title_before": difference.title_before,
    }
    for change in difference.changes:
        if change is not Change.RENUMBERED:
            yield phrases[change.value].format(**facts)


def _difference(
    item: AgendaItem,
    before: ProvisionalItem | None,
    number: str,
    numbers_before: Mapping[UUID, str],
    moved: bool,
) -> Difference:
    title = bare_title(item.title)
    if before is None:
        return Difference((Change.ADDED,), number, title=title, depth=item.depth, item_id=item.id)
    number_before, title_before = numbers_before[before.id], bare_title(before.title)
    changes = []
    if moved:
        changes.append(Change.MOVED)
    elif number != number_before:
        changes.append(Change.RENUMBERED)
    if title != title_before:
        changes.append(Change.RETITLED)
    return Difference(tuple(changes), number, number_before, title, title_before, item.depth, item.id)


def _place(earlier: Sequence[ProvisionalItem], found: Sequence[Difference]) -> int:
    """Behind the item that stood before it."""
    for item in reversed(earlier):
        for at, difference in enumerate(found):
            if item.agenda_item_id is not None and difference.item_id == item.agenda_item_id:
                return at + 1
    return next((at for at, difference in enumerate(found) if difference.item_id), len(found))


def _numbers(items: Iterable[AgendaItem | ProvisionalItem]) -> dict[UUID, str]:
    """3 (b), from the labels above each other."""
    above: list[str] = []
    numbers = {}
    for item in items:
        del above[item.depth :]
        above.append(item.label.removesuffix(".") if item.depth == 0 else item.label)
        numbers[item.id] = " ".join(above).removesuffix(".")
    return numbers


def _moved(provisional: Sequence[ProvisionalItem], now: Sequence[AgendaItem]) -> set[UUID]:
    """Items under another parent, or out of the order their neighbours kept."""
    here = {item.id for item in now}
    old = _above(provisional)
    new = {item.id: item.parent_id for item in now if item.id in old}
    moved = {id for id, parent in new.items() if parent != old[id]}
    rank = {item.agenda_item_id: at for at, item in enumerate(provisional)}
    for parent in dict.fromkeys(new.values()):
        stayed = [item for item in new if new[item] == parent and item not in moved]
        kept = _longest_rising([rank[item] for item in stayed])
        moved |= {item for item in stayed if rank[item] not in kept}
    return moved & here


def _above(provisional: Iterable[ProvisionalItem]) -> dict[UUID, UUID | None]:
    """The parent of every provisional item that is still known by its item."""
    path: list[UUID | None] = []
    found: dict[UUID, UUID | None] = {}
    for item in provisional:
        del path[item.depth :]
        if item.agenda_item_id is not None:
            found[item.agenda_item_id] = path[-1] if path else None
        path.append(item.agenda_item_id)
    return found


def _longest_rising(ranks: Sequence[int]) -> set[int]:
    runs: list[list[int]] = [[]]
    for rank in ranks:
        before = max((run for run in runs if not run or run[-1] < rank), key=len)
        runs.append([*before, rank])
    longest = max(runs, key=len)
    return set(longest)
