"""Participants from a spreadsheet: read, understood, compared with the directory, taken in as one step."""

import hashlib
import json
from collections.abc import Callable, Sequence
from collections.abc import Mapping as Mapped
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.people import sort_key
from gmp_desktop.domain.registration.candidates import Candidate, Decision, usual_decision
from gmp_desktop.domain.registration.headings import Field, shape
from gmp_desktop.domain.registration.lexicon import Lexicon
from gmp_desktop.domain.registration.mapping import Mapping, Problem, Wants, guess_mapping, problems
from gmp_desktop.domain.registration.people_in import RefusedRow, Registration, people_in
from gmp_desktop.domain.registration.questions import Understood, open_questions, understood
from gmp_desktop.domain.sheet import Sheet, SheetTable
from gmp_desktop.domain.values import value
from gmp_desktop.services.known_people import known_people
from gmp_desktop.services.meetings import row_of as meeting_row
from gmp_desktop.services.participant_sheets import write_table
from gmp_desktop.services.participant_taking import Taking
from gmp_desktop.store.collecting import drop, uncollected
from gmp_desktop.store.reference import areas, countries, find_country
from gmp_desktop.store.store import Store

MOST_REMEMBERED = 200_000
_REMEMBERED = "import mapping "
_UNDECIDED = "Nobody decided whether this is somebody known."
_PLANNED = 0.3
_DECIDED = 0.4

Progress = Callable[[float], None]


def _silently(fraction: float) -> None:
    """For those who do not wait to see it."""


@value
class Offer:
    """A sheet's mapping as it is proposed; ``remembered`` if a sheet of this shape was taken before."""

    mapping: Mapping
    remembered: bool = False


@value
class Plan:
    """What would happen: everybody in the sheet as a candidate, and the rows that cannot be taken."""

    sheet: Sheet
    mapping: Mapping
    meeting_id: UUID
    candidates: tuple[Candidate, ...]
    refused: tuple[RefusedRow, ...]


@value
class Result:
    """``added`` persons are new in the directory; ``registered`` take part in the meeting now and did not before.

    ``changed`` counts the rows of people known before that are otherwise now.
    """

    sheet: Sheet
    added: int
    registered: int
    changed: int
    refused: tuple[RefusedRow, ...]


class ParticipantImport:
    def __init__(self, store: Store) -> None:
        self._store = store

    @staticmethod
    def read(
        source: Path | bytes | str,
        *,
        name: str = "",
        encoding: str | None = None,
        delimiter: str | None = None,
        sheet: str | None = None,
        head_row: int | None = None,
    ) -> Sheet:
        """What a file or a copied text holds; touches no record and may run anywhere."""
        from gmp_desktop.reading.sheets.read import read_sheet

        with uncollected():
            return read_sheet(
                source, name=name, encoding=encoding, delimiter=delimiter, sheet=sheet, head_row=head_row
            )

    def offer(self, sheet: Sheet) -> Offer:
        """The mapping a sheet with these headings was taken with last, or else a guess."""
        kept = self._store.setting(_setting_of(sheet))
        remembered = _mapping_of(kept, len(sheet.heads)) if kept and sheet.head_row else None
        if remembered is not None:
            return Offer(remembered, remembered=True)
        return Offer(guess_mapping(sheet, lexicon().country))

    @staticmethod
    def understood(sheet: Sheet, offer: Offer) -> list[Understood]:
        """What is understood of every column."""
        mapping, words = offer.mapping, lexicon()
        return [
            understood(sheet, mapping, words, at, remembered=offer.remembered)
            for at in range(len(sheet.heads))
        ]

    @staticmethod
    def problems(sheet: Sheet, mapping: Mapping) -> list[Problem]:
        """Why it cannot go on yet; with nothing here the plan can be made."""
        wanting = [
            Problem(Wants.ANSWER, about=question.about)
            for at in range(len(sheet.heads))
            for question in open_questions(understood(sheet, mapping, lexicon(), at), mapping)
            if not question.proposed
        ]
        return problems(sheet, mapping) + wanting

    @staticmethod
    def first_people(sheet: Sheet, mapping: Mapping, count: int = 3) -> list[Registration]:
        """The first rows as they will read."""
        first = sheet.rows[: 4 * count]
        some = Sheet(
            sheet.name, sheet.kind, sheet.heads, first, sheet.numbers[: 4 * count], merged=sheet.merged
        )
        found = (one for one in people_in(some, mapping, lexicon()) if isinstance(one, Registration))
        return [one for _, one in zip(range(count), found, strict=False)]

    def compare(self, registrations: Sequence[Registration], meeting_id: UUID) -> list[Candidate]:
        """Whether some people are known already."""
        from gmp_desktop.services.likeness import compare

        with self._store.read() as session:
            known = known_people(session, meeting_id)
        return compare(registrations, known, _silently)

    def plan(self, sheet: Sheet, mapping: Mapping, meeting_id: UUID, progress: Progress = _silently) -> Plan:
        """Everybody in the sheet compared with everybody known; writes nothing."""
        from gmp_desktop.services.likeness import compare

        if self.problems(sheet, mapping):
            raise Refused(
                "What some columns are is not certain yet. Nothing was changed. Settle it and go on then."
            )
        registrations: list[Registration] = []
        refused: list[RefusedRow] = []
        with uncollected():
            for at, one in enumerate(people_in(sheet, mapping, lexicon())):
                if at % 500 == 0:
                    progress(_PLANNED * at / len(sheet.rows))
                if isinstance(one, Registration):
                    registrations.append(one)
                else:
                    refused.append(one)
            with self._store.read() as session:
                known = known_people(session, meeting_id)
            progress(_PLANNED)
            found = compare(registrations, known, lambda part: progress(_PLANNED + (1 - _PLANNED) * part))
            progress(1.0)
            drop(known)
        return Plan(sheet, mapping, meeting_id, tuple(found), tuple(refused))

    def take(self, plan: Plan, decisions: Mapped[int, Decision], progress: Progress = _silently) -> Result:
        """Register everybody as decided, by the row; one undo step. What ``progress`` raises leaves nothing behind."""
        refused = list(plan.refused)
        with uncollected():
            taking = self._take(plan, decisions, refused, progress)
            taking.drop()
        self._remember(plan.sheet, plan.mapping)
        refused.sort(key=lambda one: one.row)
        return Result(plan.sheet, taking.added, taking.registered, taking.changed, tuple(refused))

    def _take(
        self,
        plan: Plan,
        decisions: Mapped[int, Decision],
        refused: list[RefusedRow],
        progress: Progress,
    ) -> Taking:
        def written(part: float) -> None:
            progress(_DECIDED + (1 - _DECIDED) * part)

        with self._store.write(Op.IMPORT_PARTICIPANTS, about=plan.sheet.name, progress=written) as session:
            taking = Taking(session, meeting_row(session, plan.meeting_id).id)
            for at, candidate in enumerate(plan.candidates):
                if at % 100 == 0:
                    progress(_DECIDED * at / len(plan.candidates))
                decision = decisions.get(candidate.registration.row) or usual_decision(candidate)
                reason = _left_out(plan, candidate, decision) or taking.reason_against(candidate, decision)
                if reason:
                    refused.append(RefusedRow(candidate.registration.row, reason))
                elif decision is not None:
                    taking.take(candidate, decision)
            taking.finish()
            progress(_DECIDED)
        return taking

    @staticmethod
    def write_refused(result: Result, path: Path) -> None:
        """The rows that were not taken, as they stood, each with its reason, as CSV or XLSX by the name of the file."""
        sheet = result.sheet
        rows = tuple(
            (str(sheet.numbers[one.row]), *sheet.rows[one.row], one.reason) for one in result.refused
        )
        write_table(SheetTable("Not taken in", ("Row", *sheet.heads, "Reason"), rows), path)

    def _remember(self, sheet: Sheet, mapping: Mapping) -> None:
        if sheet.head_row:
            told = {"fields": [field.value for field in mapping.fields], "answers": list(mapping.answers)}
            self._store.keep_setting(_setting_of(sheet), json.dumps(told, ensure_ascii=False))


@lru_cache(1)
def lexicon() -> Lexicon:
    from gmp_desktop.reading.sheets.days import iso_day

    return Lexicon(_country_code, _area_code, iso_day)


@lru_cache(5_000)
def _country_code(text: str) -> str:
    """By its names and codes; also without what stands in brackets, and by what everybody calls it."""
    if not text:
        return ""
    found = find_country(text)
    return found.code if found else _usual_names().get(sort_key(text), "")


_CALLED = {
    "GB": "UK, Great Britain, England, Scotland, United Kingdom of Great Britain",
    "US": "USA, U.S.A., U.S., United States, America",
    "KR": "South Korea, Korea, Republic of Korea (South)",
    "KP": "North Korea, DPRK",
    "CZ": "Czech Republic",
    "CI": "Ivory Coast",
    "TR": "Turkey",
    "VN": "Vietnam",
    "SZ": "Swaziland",
    "CV": "Cape Verde",
    "NL": "Holland",
    "RU": "Russia",
    "LA": "Laos",
    "SY": "Syria",
    "TZ": "Tanzania",
    "MD": "Moldova",
    "CD": "DR Congo, DRC",
    "MK": "Macedonia",
    "PS": "Palestine",
    "BN": "Brunei",
    "TL": "East Timor",
    "MM": "Burma",
}


@lru_cache(1)
def _usual_names() -> dict[str, str]:
    names = {sort_key(name): code for code, listed in _CALLED.items() for name in listed.split(", ")}
    for country in countries():
        for told in (country.name, country.name_fr):
            names.setdefault(sort_key(told.partition("(")[0]), country.code)
    return names


@lru_cache(5_000)
def _area_code(text: str) -> str:
    key = sort_key(text)
    for area in areas() if key else ():
        if key in (sort_key(area.code), sort_key(area.name), sort_key(area.short_name)):
            return area.code
    return ""


def _left_out(plan: Plan, candidate: Candidate, decision: Decision | None) -> str:
    """Why a row is not taken though nothing is wrong with it."""
    if decision is None:
        return _UNDECIDED
    if decision is not Decision.SKIP:
        return ""
    if candidate.repeats >= 0:
        return f"The same person stands in row {plan.sheet.numbers[candidate.repeats]}."
    return "Left out."


def _setting_of(sheet: Sheet) -> str:
    return _REMEMBERED + hashlib.sha256(shape(sheet.heads).encode()).hexdigest()[:32]


def _mapping_of(kept: str, columns: int) -> Mapping | None:
    """A mapping as it was kept; one of another program version that cannot be read is none."""
    try:
        told = json.loads(kept)
        fields = tuple(Field(name) for name in told["fields"])
        answers = tuple((str(key), str(answer)) for key, answer in told["answers"])
    except (ValueError, KeyError, TypeError):
        return None
    return Mapping(fields, answers) if len(fields) == columns else None
