"""Working on an agenda: what one does with its items, and the way from the provisional to the adopted one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from gmp_desktop.domain import agenda as tree
from gmp_desktop.domain.adoption import Difference, differences, paragraph
from gmp_desktop.domain.agenda import MOST_MINUTES, Spot
from gmp_desktop.domain.agenda_lines import Line, read_lines, write_lines
from gmp_desktop.domain.agenda_sheet import AgendaSheet
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.meeting import AgendaItem, AgendaStage, Presenter, ProvisionalItem
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.people import folded, full_name
from gmp_desktop.services import agenda, agenda_edits, provisional, succession
from gmp_desktop.services.agenda_edits import item_row, name_of
from gmp_desktop.services.agenda_sheets import presenters_of, sheet, symbol_of_agenda
from gmp_desktop.services.meetings import row_of
from gmp_desktop.services.participant_rows import persons
from gmp_desktop.services.phrases import annotations, phrases
from gmp_desktop.store.blocks import meeting_of
from gmp_desktop.store.collecting import uncollected
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import SittingRow

LONGEST_TITLE = 2_000
LONGEST_ANNOTATION = 100_000
_FIELDS = frozenset({"title", "minutes", "annotation"})

Find = Callable[[Sequence[AgendaItem], UUID], Spot | None]


class Agendas:
    def __init__(self, store: Store) -> None:
        self._store = store

    # Reading

    def sheet(self, meeting_id: UUID) -> AgendaSheet:
        """All that the page of the agenda shows."""
        with self._store.read() as session:
            return sheet(session, row_of(session, meeting_id))

    def items(self, meeting_id: UUID) -> list[AgendaItem]:
        """In printing order, every parent before its children."""
        with self._store.read() as session:
            return list(agenda.load(session, meeting_id))

    def presenters(self, meeting_id: UUID) -> list[Presenter]:
        """Of all items, in their order under each; ``name`` is the full one."""
        with self._store.read() as session:
            return [named.presenter for named in presenters_of(session, meeting_id)]

    def people(self) -> list[tuple[UUID, str]]:
        """Everybody of the directory by full name, for completing what is typed."""
        with self._store.read() as session, uncollected():
            named = [(person.id, full_name(person)) for person in persons(session)]
            return sorted(named, key=lambda one: folded(one[1]))

    def formulas(self, meeting_id: UUID) -> tuple[str, ...]:
        """How paragraphs of an annotated agenda begin, in the words of the body and the language of the meeting."""
        with self._store.read() as session:
            row = row_of(session, meeting_id)
            return annotations(row.language, row.body)

    def as_text(self, meeting_id: UUID, item_ids: Iterable[UUID] = ()) -> str:
        """The items with all below them, one a line; the whole agenda where none is named."""
        wanted = set(item_ids)
        with self._store.read() as session:
            items, language = agenda.load(session, meeting_id), row_of(session, meeting_id).language
        if wanted:
            wanted = {part.id for id in wanted for part in tree.subtree(items, id)}
        lines = write_lines(items, language).splitlines(keepends=True)
        return "".join(
            line for item, line in zip(items, lines, strict=True) if not wanted or item.id in wanted
        )

    # Items

    def add(
        self, meeting_id: UUID, title: str = "", *, after: UUID | None = None, depth: int | None = None
    ) -> UUID:
        """On the line below ``after``, or at the end; ``depth`` where it is to be another than one would expect."""
        _refuse_long(title, LONGEST_TITLE)
        with self._store.write(Op.ADD_AGENDA_ITEM, about=title[:60]) as session:
            row_of(session, meeting_id)
            items = agenda.load(session, meeting_id)
            spot = tree.below(items, after) if depth is None or after is None else _at(items, after, depth)
            return agenda_edits.insert(session, meeting_id, items, spot, title)

    def paste(self, meeting_id: UUID, text: str, after: UUID | None = None) -> int:
        """Lines as items, below ``after`` or at the end; how many there were."""
        lines = read_lines(text)
        for line in lines:
            _refuse_long(line.title, LONGEST_TITLE)
        agenda_edits.refuse_too_many(len(lines))
        with self._store.write(Op.PASTE_AGENDA, about=f"{len(lines)} items") as session:
            row_of(session, meeting_id)
            items = agenda.load(session, meeting_id)
            spot = tree.below(items, None) if after is None else _at(items, after, _depth(items, after))
            return len(
                agenda_edits.insert_lines(session, meeting_id, items, spot, _fitted(lines, items, spot))
            )

    def take_over(self, meeting_id: UUID) -> bool:
        """The agenda of the newest other meeting of the body that has one; False where there is none."""
        with self._store.write(Op.PASTE_AGENDA, about=self._code(meeting_id)) as session:
            new = row_of(session, meeting_id)
            if agenda.load(session, meeting_id):
                raise Refused("There is an agenda already. Nothing was changed.")
            last = succession.last_with_agenda(session, new)
            if last is not None:
                succession.copy_agenda(session, last, new)
            return last is not None

    def edit(self, item_id: UUID, **fields: Any) -> None:
        """Title, minutes or annotation; what is typed on in one field is one step."""
        if unknown := fields.keys() - _FIELDS:
            raise TypeError(f"an agenda item has no {', '.join(sorted(unknown))}")
        _refuse_long(fields.get("title", ""), LONGEST_TITLE)
        _refuse_long(fields.get("annotation", ""), LONGEST_ANNOTATION)
        if not 0 <= (fields.get("minutes") or 0) <= MOST_MINUTES:
            raise Refused(f"An item takes between 0 and {MOST_MINUTES:,} minutes. Nothing was changed.")
        if "title" in fields:
            fields["title"] = " ".join(fields["title"].split())
        fold = f"{item_id}/{','.join(sorted(fields))}"
        with self._store.write(Op.EDIT_AGENDA_ITEM, about=self._name(item_id), fold=fold) as session:
            row = item_row(session, item_id)
            for name, value in fields.items():
                if getattr(row, name) != value:
                    setattr(row, name, value)

    def remove(self, item_id: UUID) -> str:
        """The item with all below it; what it was called."""
        name = self._name(item_id)
        with self._store.write(Op.REMOVE_AGENDA_ITEM, about=name) as session:
            items = agenda.load(session, item_row(session, item_id).meeting_id)
            agenda_edits.remove(session, items, item_id)
        return name

    def move(self, item_id: UUID, step: int) -> None:
        """One up (-1) or down (1) among its siblings, with all below it."""
        self._put(item_id, lambda items, id: tree.stepped(items, id, step))

    def indent(self, item_id: UUID) -> None:
        self._put(item_id, tree.indented)

    def outdent(self, item_id: UUID) -> None:
        self._put(item_id, tree.outdented)

    def schedule(self, item_id: UUID, sitting_id: UUID | None) -> None:
        """Into a sitting by hand, with all below it; None lets it follow the item before it."""
        with self._store.write(Op.SCHEDULE_ITEM, about=self._name(item_id)) as session:
            row = item_row(session, item_id)
            sitting = session.get(SittingRow, sitting_id) if sitting_id else None
            if sitting_id and (sitting is None or sitting.meeting_id != row.meeting_id):
                raise Refused("This sitting is not there any more. The item stays where it was.")
            items = agenda.load(session, row.meeting_id)
            for below in agenda_edits.rows_below(session, items, item_id):
                below.sitting_id = sitting_id if below.id == item_id else None

    # Who presents, what is before the meeting

    def set_presenters(self, item_id: UUID, who: Iterable[UUID | str]) -> None:
        """People of the directory by their keys, others by name (Secretariat)."""
        with self._store.write(Op.SET_PRESENTERS, about=self._name(item_id)) as session:
            agenda_edits.set_presenters(session, item_row(session, item_id), who)

    def link_document(self, item_id: UUID, document_id: UUID) -> None:
        with self._store.write(Op.LINK_DOCUMENT, about=self._name(item_id)) as session:
            agenda_edits.link(session, item_row(session, item_id), document_id)

    def unlink_document(self, item_id: UUID, document_id: UUID) -> None:
        with self._store.write(Op.UNLINK_DOCUMENT, about=self._name(item_id)) as session:
            agenda_edits.unlink(session, item_row(session, item_id), document_id)

    # From provisional to adopted

    def provisional(self, meeting_id: UUID) -> list[ProvisionalItem]:
        """The agenda as it was when it was issued; empty while that has not been kept."""
        with self._store.read() as session:
            return list(provisional.load(session, meeting_id))

    def freeze_provisional(self, meeting_id: UUID) -> None:
        """The agenda of now is the provisional one: changes from here on are changes of the floor."""
        with self._store.write(Op.FREEZE_AGENDA, about=self._code(meeting_id)) as session:
            row_of(session, meeting_id).agenda_stage = AgendaStage.PROVISIONAL.value
            provisional.freeze(session, meeting_id)

    def differences(self, meeting_id: UUID) -> tuple[Difference, ...]:
        """The provisional agenda against the one of now; nothing differs while none was kept."""
        with self._store.read() as session:
            return _differences(session, meeting_id)

    def adoption_text(self, meeting_id: UUID) -> str:
        """The paragraph of the report that adopts the agenda as it is now."""
        with self._store.read() as session:
            meeting = meeting_of(row_of(session, meeting_id))
            words = phrases("agenda", meeting.language)
            return paragraph(_differences(session, meeting_id), symbol_of_agenda(session, meeting), words)

    def adopt(self, meeting_id: UUID) -> None:
        """The agenda of now is the adopted one; the provisional one is kept for comparison."""
        with self._store.write(Op.ADOPT_AGENDA, about=self._code(meeting_id)) as session:
            if not agenda.load(session, meeting_id):
                raise Refused("There is no agenda to adopt. Nothing was changed; write its items first.")
            provisional.freeze_if_needed(session, meeting_id)
            row_of(session, meeting_id).agenda_stage = AgendaStage.ADOPTED.value

    # Inside

    def _put(self, item_id: UUID, find: Find) -> None:
        with self._store.write(Op.MOVE_AGENDA_ITEM, about=self._name(item_id)) as session:
            items = agenda.load(session, item_row(session, item_id).meeting_id)
            spot = find(items, item_id)
            if spot is not None:
                agenda_edits.put(session, items, item_id, spot)

    def _name(self, item_id: UUID) -> str:
        with self._store.read() as session:
            return name_of(session, item_id)

    def _code(self, meeting_id: UUID) -> str:
        with self._store.read() as session:
            return row_of(session, meeting_id).code


def _differences(session: Session, meeting_id: UUID) -> tuple[Difference, ...]:
    before, now = provisional.load(session, meeting_id), agenda.load(session, meeting_id)
    return differences(before, now) if before else ()


def _depth(items: Sequence[AgendaItem], id: UUID) -> int:
    return tree.item_of(items, id).depth


def _at(items: Sequence[AgendaItem], after: UUID, depth: int) -> Spot:
    """Behind the item and all below it, or behind the one above it that is so deep; below it where deeper."""
    item = tree.item_of(items, after)
    if depth > item.depth:
        return Spot(item.id, None)
    while item.depth > depth and item.parent_id is not None:
        item = tree.item_of(items, item.parent_id)
    return Spot(item.parent_id, item.id)


def _fitted(lines: Iterable[Line], items: Sequence[AgendaItem], spot: Spot) -> tuple[Line, ...]:
    """No deeper than labels go."""
    room = tree.DEEPEST_ITEM - (_depth(items, spot.parent_id) + 1 if spot.parent_id else 0)
    return tuple(replace(line, depth=min(line.depth, room)) for line in lines)


def _refuse_long(text: str, most: int) -> None:
    if len(text) > most:
        raise Refused(
            f"{len(text):,} characters are too many here; {most:,} fit. Nothing was changed; shorten it."
        )
