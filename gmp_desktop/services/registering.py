"""Rows for people and what they belong to: made where they are new, found where they are known."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.people import LONGEST_NAME, OrganisationKind, cleaned, folded, full_name
from gmp_desktop.services.participant_rows import person_of
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.reference import find_country
from gmp_desktop.store.tables import OrganisationRow, PersonRow

Facts = Mapping[str, Any]

PERSON = frozenset({"honorific", "given", "family", "family_first", "own_script"})
ORGANISATION = frozenset({"name", "short_name", "kind", "country"})


def person_row(session: Session, person: UUID | Facts) -> PersonRow:
    """The person of that key, or a new one with these facts."""
    if isinstance(person, UUID):
        return known_person(session, person)
    row = PersonRow(id=new_key())
    change_person(row, person)
    session.add(row)
    return row


def known_person(session: Session, person_id: UUID) -> PersonRow:
    row = session.get(PersonRow, person_id)
    if row is None:
        raise NotFound("This person is not in the directory any more. Undo may bring them back.")
    return row


def change_person(row: PersonRow, facts: Facts) -> None:
    for name, fact in tidied(facts, PERSON, "person").items():
        if getattr(row, name) != fact:
            setattr(row, name, fact)
    if not (row.given or row.family or row.own_script):
        raise Refused("A person needs a name. Nothing was changed; write a given or a family name.")


def organisation_row(session: Session, organisation: UUID | Facts | None) -> OrganisationRow | None:
    """The organisation of that key; or the one that is called so, whatever its capitals and accents; or a new one.

    A new one that is called like a country is its government, if nothing else was said.
    """
    if organisation is None:
        return None
    if isinstance(organisation, UUID):
        row = session.get(OrganisationRow, organisation)
        if row is None:
            raise NotFound("This organisation is not in the directory any more. Undo may bring it back.")
        return row
    facts = tidied(organisation, ORGANISATION, "organisation")
    if not facts.get("name"):
        return None
    known = organisation_named(session, facts["name"])
    if known is not None:
        return known
    facts = {**facts, **_as_government(facts)}
    row = OrganisationRow(id=new_key(), **facts)
    session.add(row)
    return row


def organisation_named(session: Session, name: str) -> OrganisationRow | None:
    """By its name or, where none has that name, by its acronym."""
    wanted = folded(cleaned(name))
    told = session.execute(
        select(OrganisationRow.id, OrganisationRow.name, OrganisationRow.short_name).order_by(
            OrganisationRow.id
        )
    ).all()
    by_name = (id for id, own, _ in told if folded(own) == wanted)
    by_short = (id for id, _, short in told if short and folded(short) == wanted)
    id = next(by_name, None) or next(by_short, None)
    return session.get(OrganisationRow, id) if id else None


def name_of(row: PersonRow) -> str:
    """What a step on a person is called by."""
    return full_name(person_of(row))


def tidied(facts: Facts, known: frozenset[str], what: str) -> dict[str, Any]:
    """The facts as they may be kept: one line each, without controls of direction, no longer than a name is."""
    unknown = facts.keys() - known
    if unknown:
        raise TypeError(f"a {what} has no {', '.join(sorted(unknown))}")
    kept = {name: cleaned(fact) if isinstance(fact, str) else fact for name, fact in facts.items()}
    for fact in kept.values():
        if isinstance(fact, str) and len(fact) > LONGEST_NAME:
            raise Refused(
                f"“{fact[:30]}…” is longer than {LONGEST_NAME} characters. Nothing was changed; shorten it."
            )
    return kept


def _as_government(facts: dict[str, Any]) -> dict[str, Any]:
    kind = facts.get("kind") or ""
    if kind not in ("", OrganisationKind.GOVERNMENT):
        return {"kind": OrganisationKind(kind).value}
    if facts.get("country") and kind:
        return {"kind": OrganisationKind.GOVERNMENT.value}
    country = find_country(facts["name"])
    if country is not None:
        return {"kind": OrganisationKind.GOVERNMENT.value, "country": facts.get("country") or country.code}
    return {"kind": OrganisationKind(kind or OrganisationKind.OTHER).value}
