"""The next meeting out of the last one: what stays the same is there already, what changed is left open."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from gmp_desktop.domain.directory import Role, in_office
from gmp_desktop.domain.limits import HIGHEST_ORDINAL
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.ordinals import ordinal
from gmp_desktop.services import agenda
from gmp_desktop.services.directory_cards import appointments_of
from gmp_desktop.services.sitting_rows import load as load_sittings
from gmp_desktop.store import reference
from gmp_desktop.store.blocks import meeting_of
from gmp_desktop.store.tables import AgendaItemRow, MeetingRow, PresenterRow, SittingRow

HIGHEST_IN_WORDS = 999
_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")


def next_facts(session: Session, row: MeetingRow, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of the meeting after this one; those in ``facts`` are given and only the others are worked out."""
    last = meeting_of(row)
    number = facts.get("ordinal", next_ordinal(session, last))
    made: dict[str, Any] = {
        "body": last.body,
        "ordinal": number,
        "code": code_of(last.body, number) or renumbered(last.code, number),
        "title": _title(last, number),
        "symbol_stem": _stem(last, number),
        "language": last.language,
        "languages": last.languages,
        "format": last.format,
        "quorum": last.quorum,
        "quorum_of": last.quorum_of,
        "time_zone": last.time_zone if facts.get("place", last.place) == last.place else "",
    }
    if facts.get("starts_on") and last.starts_on and last.ends_on:
        made["ends_on"] = facts["starts_on"] + (last.ends_on - last.starts_on)
    return made | facts


def copy_contents(session: Session, last: MeetingRow, new: MeetingRow, *, everybody: bool = False) -> None:
    """Sittings on the new days, and the agenda in them."""
    copy_agenda(session, last, new, _copy_sittings(session, last, new), everybody=everybody)


def copy_agenda(
    session: Session,
    last: MeetingRow,
    new: MeetingRow,
    sittings: Mapping[UUID, UUID] = MappingProxyType({}),
    *,
    everybody: bool = False,
) -> None:
    """The agenda with its minutes, annotations and presenters; ``sittings`` says which new one stands for an old one.

    Of people only those who hold an office on the first day present again, unless ``everybody`` does.
    """
    items = agenda.load(session, last.id)
    made = tuple(
        replace(item, sitting_id=sittings.get(item.sitting_id) if item.sitting_id else None)
        for item in agenda.renewed(items)
    )
    agenda.place(session, new.id, made)
    new_id = {old.id: item.id for old, item in zip(items, made, strict=True)}
    wanted = select(PresenterRow).join(AgendaItemRow, AgendaItemRow.id == PresenterRow.agenda_item_id)
    for presenter in session.scalars(wanted.where(AgendaItemRow.meeting_id == last.id)).all():
        if everybody or presenter.person_id is None or _holds_office(session, presenter, new.starts_on):
            session.add(
                PresenterRow(
                    agenda_item_id=new_id[presenter.agenda_item_id],
                    person_id=presenter.person_id,
                    name=presenter.name,
                    order_key=presenter.order_key,
                )
            )


def last_with_agenda(session: Session, new: MeetingRow) -> MeetingRow | None:
    """The newest other meeting of the body that has an agenda."""
    has_agenda = exists().where(AgendaItemRow.meeting_id == MeetingRow.id)
    others = select(MeetingRow).where(MeetingRow.body == new.body, MeetingRow.id != new.id, has_agenda)
    found = session.scalars(others).all()
    return max(found, key=lambda row: (row.ordinal or 0, row.starts_on or date.min, row.id), default=None)


def next_ordinal(session: Session, last: Meeting) -> int:
    """After the highest of its body, so that the next one of an old meeting is the next one."""
    highest = session.scalar(select(func.max(MeetingRow.ordinal)).where(MeetingRow.body == last.body))
    return min(max(highest or 0, last.ordinal or 0) + 1, HIGHEST_ORDINAL)


def code_of(body: str, number: int | None) -> str:
    """PAG-16, in the way the body is called for short; empty where it is not known."""
    known = reference.body(body)
    return known.short_form.format(n=number) if known and known.short_form and number is not None else ""


def renumbered(text: str, number: int | None) -> str:
    """The text with its last number replaced."""
    return _LAST_NUMBER.sub(str(number), text) if number is not None else text


def title_of(body: str, number: int | None) -> str:
    """Sixteenth meeting of the …, with the number in words; empty where the body is not known."""
    known = reference.body(body)
    if known is None or number is None or not 0 < number <= HIGHEST_IN_WORDS:
        return ""
    return f"{ordinal(number).capitalize()} {known.ordinal_noun} of the {known.full_name}"


def stem_of(body: str, number: int | None) -> str:
    known = reference.body(body)
    return known.symbol_stem.format(n=number) if known and known.symbol_stem and number is not None else ""


def _title(last: Meeting, number: int | None) -> str:
    """The old title with the new number; one without a number in words is made anew."""
    if last.ordinal and number and max(last.ordinal, number) <= HIGHEST_IN_WORDS:
        before, after = ordinal(last.ordinal), ordinal(number)
        found = re.search(rf"\b{before}\b", last.title, re.IGNORECASE)
        if found:
            word = after.capitalize() if found.group()[:1].isupper() else after
            return last.title[: found.start()] + word + last.title[found.end() :]
    return title_of(last.body, number) or last.title


def _stem(last: Meeting, number: int | None) -> str:
    """The office of the secretariat in it changes now and then: it is taken from the last meeting."""
    if last.symbol_stem and last.ordinal is not None and str(last.ordinal) in last.symbol_stem:
        return renumbered(last.symbol_stem, number)
    return stem_of(last.body, number)


def _copy_sittings(session: Session, last: MeetingRow, new: MeetingRow) -> dict[UUID, UUID]:
    """Which new sitting stands for which old one; none of them where the new days are not known."""
    return {
        old.id: _add(session, new.id, day, old.begins, old.ends, old.title)
        for old, day in _moved(session, last, new)
    }


def _moved(session: Session, last: MeetingRow, new: MeetingRow) -> Iterator[tuple[Any, date]]:
    old = load_sittings(session, last.id)
    first = last.starts_on or next((sitting.day for sitting in old if sitting.day), None)
    if new.starts_on is None or first is None:
        return
    for sitting in old:
        if sitting.day is not None:
            day = new.starts_on + (sitting.day - first)
            if new.ends_on is None or day <= new.ends_on:
                yield sitting, day


def _add(session: Session, meeting_id: UUID, day: date, begins: int, ends: int, title: str) -> UUID:
    row = SittingRow(meeting_id=meeting_id, day=day, begins=begins, ends=ends, title=title)
    session.add(row)
    return row.id


def _holds_office(session: Session, presenter: PresenterRow, day: date | None) -> bool:
    if presenter.person_id is None:
        return False
    offices = (
        one for one in appointments_of(session, [presenter.person_id]) if one.role is not Role.AFFILIATION
    )
    return any(in_office(one, day) if day else one.ends_on is None for one in offices)
