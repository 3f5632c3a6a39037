"""How the columns of the participants' table share its width."""

from collections.abc import Collection

from gmp_desktop.ui.participants.lines import Column

WIDTHS = {
    Column.BADGE: 60,
    Column.NAME: 192,
    Column.FOR: 216,
    Column.FUNCTION: 170,
    Column.AREA: 140,
    Column.ATTENDS: 158,
}
LEAST = {Column.NAME: 160, Column.FOR: 150, Column.FUNCTION: 130, Column.AREA: 124, Column.ATTENDS: 140}
YIELDING = (Column.AREA, Column.FUNCTION, Column.ATTENDS)
"""What gives way first where there is too little room."""
TICK = 48
FEWEST_SITTINGS = 2


def shared(
    room: int, scale: float, sittings: int, current: int, left_out: Collection[Column] = ()
) -> list[int]:
    """The widths of all columns and then of all sittings, 0 for what is not shown.

    First columns grow narrower, then those that matter least go, then the sittings farthest from the current one.
    """
    least = {column: round(LEAST.get(column, WIDTHS[column]) * scale) for column in Column}
    tick = round(TICK * scale)
    shown = [column for column in Column if column not in left_out]
    for column in YIELDING:
        if sum(least[one] for one in shown) + sittings * tick > room and column in shown:
            shown.remove(column)
    left = room - sum(least[one] for one in shown)
    count = sittings if sittings * tick <= left else max(min(FEWEST_SITTINGS, sittings), left // tick)
    first = min(max(current - count // 2, 0), sittings - count)
    widths = _grown({column: least[column] for column in shown}, room - count * tick, scale)
    return [
        *(widths.get(column, 0) for column in Column),
        *(tick if first <= at < first + count else 0 for at in range(sittings)),
    ]


def _grown(widths: dict[Column, int], room: int, scale: float) -> dict[Column, int]:
    """Up to the width each likes to have, in equal parts of what is missing; the last one takes what is over."""
    wanted = {column: round(WIDTHS[column] * scale) - width for column, width in widths.items()}
    over, missing = max(room - sum(widths.values()), 0), sum(wanted.values())
    part = min(over / missing, 1) if missing else 0
    grown = {column: width + int(wanted[column] * part) for column, width in widths.items()}
    last = max(grown)
    grown[last] += max(room - sum(grown.values()), 0)
    return grown
