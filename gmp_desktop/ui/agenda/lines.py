"""The lines of the agenda as it is shown: items with their hours, and where a day or a break begins between them."""

from collections.abc import Iterator
from uuid import UUID

from gmp_desktop.domain.agenda import parents, short_symbol
from gmp_desktop.domain.agenda_sheet import AgendaSheet
from gmp_desktop.domain.meeting import AgendaItem
from gmp_desktop.domain.timetable import Break, in_order
from gmp_desktop.domain.values import value
from gmp_desktop.ui.agenda.words import break_words, day_words
from gmp_desktop.ui.wording import clock_words, hours_words


@value
class ItemLine:
    """``wanting`` says that somebody has yet to be named; ``over`` has sub-items, whose minutes are added up."""

    item: AgendaItem
    text: str
    begins: str = ""
    minutes: str = ""
    presents: str = ""
    papers: str = ""
    wanting: bool = False
    over: bool = False
    sitting_id: UUID | None = None


@value
class DayLine:
    """Between items: a day or a break begins."""

    words: str
    sitting_id: UUID | None = None


Line = ItemLine | DayLine


def lines_of(sheet: AgendaSheet) -> tuple[Line, ...]:
    return tuple(_lines(sheet))


def _lines(sheet: AgendaSheet) -> Iterator[Line]:
    over = parents(sheet.items)
    before: UUID | None = None
    for item, slot in zip(sheet.items, sheet.timetable.slots, strict=True):
        if slot.sitting_id is not None and slot.sitting_id != before:
            yield DayLine(_between(sheet, before, slot.sitting_id), slot.sitting_id)
            before = slot.sitting_id
        minutes = sheet.sums[item.id]
        yield ItemLine(
            item,
            sheet.texts[item.id],
            clock_words(slot.begins),
            str(minutes) if minutes or item.minutes is not None else "",
            ", ".join(named.short for named in sheet.presenters.get(item.id, ())),
            "  ".join(short_symbol(paper.symbol, sheet.meeting) for paper in sheet.papers.get(item.id, ())),
            item.id in sheet.wanting,
            item.id in over,
            slot.sitting_id,
        )


def _between(sheet: AgendaSheet, before: UUID | None, now: UUID) -> str:
    held = in_order(sheet.sittings)
    at = {sitting.id: place for place, sitting in enumerate(held)}
    sitting = held[at[now]]
    last = held[at[before]] if before is not None else None
    if last is not None and last.day == sitting.day and at[now] == at[last.id] + 1:
        return break_words(Break(last.ends, sitting.begins))
    if last is not None and last.day == sitting.day:
        return f"{day_words(sitting.day)}, {hours_words(sitting.begins, sitting.ends)}"
    first = next(one for one in held if one.day == sitting.day)
    words = day_words(sitting.day)
    return words if first.id == now else f"{words}, {hours_words(sitting.begins, sitting.ends)}"
