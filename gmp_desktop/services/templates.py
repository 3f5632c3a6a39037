"""Meetings to begin with: sittings and an agenda of generic items, as files that ship with the program."""

import json
from datetime import timedelta
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from gmp_desktop.domain.errors import NotFound
from gmp_desktop.domain.meeting import AgendaItem
from gmp_desktop.domain.values import value
from gmp_desktop.paths import shipped
from gmp_desktop.services import agenda
from gmp_desktop.services.succession import code_of, stem_of, title_of
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.order import sequence
from gmp_desktop.store.tables import MeetingRow, PresenterRow, SittingRow


@value
class Template:
    """``key`` is its file's name, ``days`` how long such a meeting takes."""

    key: str
    name: str
    body: str
    days: int


def templates() -> list[Template]:
    """The shortest meeting first."""
    found = [Template(key, tree["name"], tree["body"], _days(tree)) for key, tree in _trees().items()]
    return sorted(found, key=lambda template: (template.days, template.name))


def facts_of(key: str, facts: dict[str, Any]) -> dict[str, Any]:
    """The facts of such a meeting; those in ``facts`` are given and only the others are worked out."""
    tree = _tree(key)
    body, number = facts.get("body", tree["body"]), facts.get("ordinal")
    made: dict[str, Any] = {
        "body": body,
        "languages": tuple(tree["languages"]),
        "code": code_of(body, number),
        "title": title_of(body, number),
        "symbol_stem": stem_of(body, number),
    }
    if facts.get("starts_on"):
        made["ends_on"] = facts["starts_on"] + timedelta(days=_days(tree) - 1)
    return made | facts


def fill(session: Session, row: MeetingRow, key: str) -> None:
    """The agenda, and the sittings where the first day is known."""
    tree = _tree(key)
    if row.starts_on is not None:
        for sitting in tree["sittings"]:
            day = row.starts_on + timedelta(days=sitting["day"])
            begins, ends = _minutes(sitting["begins"]), _minutes(sitting["ends"])
            if row.ends_on is None or day <= row.ends_on:
                session.add(SittingRow(meeting_id=row.id, day=day, begins=begins, ends=ends))
    items: list[AgendaItem] = []
    presenters: dict[UUID, list[str]] = {}
    _collect(tree["agenda"], None, items, presenters)
    agenda.place(session, row.id, items)
    for id, names in presenters.items():
        for order_key, name in zip(sequence(len(names)), names, strict=True):
            session.add(PresenterRow(agenda_item_id=id, name=name, order_key=order_key))


def _collect(
    trees: list[Any], parent: UUID | None, items: list[AgendaItem], presenters: dict[UUID, list[str]]
) -> None:
    for tree in trees:
        item = AgendaItem(
            new_key(),
            tree["title"],
            parent_id=parent,
            minutes=tree["minutes"],
            annotation=tree["annotation"],
        )
        items.append(item)
        presenters[item.id] = tree["presenters"]
        _collect(tree["items"], item.id, items, presenters)


def _tree(key: str) -> Any:
    tree = _trees().get(key)
    if tree is None:
        raise NotFound(f"There is no template “{key[:60]}”. Nothing was changed; choose one of those listed.")
    return tree


@cache
def _trees() -> dict[str, Any]:
    files = shipped("resources", "templates").glob("*.json")
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}


def _days(tree: Any) -> int:
    return 1 + max(int(sitting["day"]) for sitting in tree["sittings"])


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
