"""The organization of work: a table of what is taken when."""

from collections.abc import Sequence
from datetime import date

from gmp_desktop.domain.agenda import bare_title
from gmp_desktop.domain.blocks import Document, Table
from gmp_desktop.domain.inline import escape
from gmp_desktop.domain.papers.days import hours, short_weekday
from gmp_desktop.domain.papers.front import Front, framed, keys_of, staged
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.papers.wording import Wording
from gmp_desktop.domain.values import value

WIDTHS = (24, 8, 38, 30)


@value
class Hour:
    """A line of the timetable; ``begins`` and ``ends`` are minutes after midnight, None while not known.

    ``number`` is that of the item (2 (a)); ``who`` and ``papers`` are plain.
    """

    title: str
    number: str = ""
    day: date | None = None
    begins: int | None = None
    ends: int | None = None
    who: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()


def organisation_of_work(front: Front, hours_: Sequence[Hour], say: Wording, *, item: str = "") -> Document:
    """The day stands where it begins; lines without an hour come last."""
    key = keys_of(front, PaperKind.ORGANISATION_OF_WORK)
    rows = [tuple(say(f"column-{name}") for name in ("when", "item", "title", "who"))]
    before: date | None = None
    for line in hours_:
        when = [f"**{short_weekday(line.day, say)}**"] if line.day and line.day != before else []
        before = line.day or before
        if line.begins is not None and line.ends is not None:
            when.append(hours(line.begins, line.ends, say))
        details = [escape(text) for text in (*line.who, *line.papers)]
        rows.append(("\n".join(when), line.number, bare_title(line.title), "\n".join(details)))
    table = Table(key(), tuple(rows), 1, "", False, WIDTHS)
    blocks = (table,) if hours_ else ()
    title = staged(front, "organisation-of-work", say)
    return framed(front, PaperKind.ORGANISATION_OF_WORK, title, blocks, say, item=item)
