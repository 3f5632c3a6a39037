"""Who of a list is probably somebody known: the same name whatever its order and marks, or nearly."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from rapidfuzz import fuzz, process

from gmp_desktop.domain.people import sort_key
from gmp_desktop.domain.registration.candidates import Candidate, Known, Verdict, differences
from gmp_desktop.domain.registration.people_in import Registration

NEARLY = 88
"""Of 100: one letter in eight may differ."""
NEARLY_AT_THE_SAME_PLACE = 78
LIKE_ORGANISATIONS = 85
LARGE_BLOCK = 400
_TOLD_EVERY = 250

Progress = Callable[[float], None]


def compare(
    registrations: Sequence[Registration], known: Iterable[Known], progress: Progress
) -> list[Candidate]:
    """A candidate for every registration, in their order."""
    index = _Index(known)
    before = _Before()
    found = []
    for at, registration in enumerate(registrations):
        if at % _TOLD_EVERY == 0:
            progress(at / len(registrations))
        name = _name_key(registration.latin)
        earlier = before.place_of(registration, name)
        if earlier >= 0:
            found.append(Candidate(registration, Verdict.REPEATED, repeats=earlier))
            continue
        verdict, who = index.find(registration, name)
        differs = differences(who, registration) if who else ()
        found.append(Candidate(registration, verdict, who, differs))
    return found


class _Before:
    """Who stood in the list before: the same name with the same address, or else for the same organisation."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], int] = {}

    def place_of(self, registration: Registration, name: str) -> int:
        email, organisation = registration.email.casefold(), sort_key(registration.organisation)
        signs = [sign for sign in (f"@{email}" if email else "", organisation) if sign] or [""]
        places = [self._rows[name, sign] for sign in signs if (name, sign) in self._rows]
        for sign in signs:
            self._rows.setdefault((name, sign), registration.row)
        return min(places, default=-1)


class _Index:
    """Everybody known: by address, by name, and by initials for names that are only alike."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_email: dict[str, Known] = {}
        self._by_name: dict[str, list[Known]] = defaultdict(list)
        for one in known:
            for name in {_name_key(one.latin), _name_key(one.own_script)} - {""}:
                self._by_name[name].append(one)
            if one.email:
                self._by_email.setdefault(one.email.casefold(), one)
        self._blocks = _blocks(self._by_name)

    def find(self, registration: Registration, name: str) -> tuple[Verdict, Known | None]:
        at_address = self._by_email.get(registration.email.casefold()) if registration.email else None
        if at_address is not None:
            alike = fuzz.ratio(name, _name_key(at_address.latin)) >= NEARLY_AT_THE_SAME_PLACE
            return (Verdict.SAME if alike else Verdict.UNSURE), at_address  # an office may share one address
        namesakes = self._by_name.get(name) or self._by_name.get(_name_key(registration.own_script))
        if namesakes:
            return self._of_namesakes(registration, namesakes)
        return self._nearly(registration, name)

    @staticmethod
    def _of_namesakes(registration: Registration, namesakes: list[Known]) -> tuple[Verdict, Known]:
        best = max(
            namesakes, key=lambda one: (_same_place(one, registration), one.participant_id is not None)
        )
        certain = _same_place(best, registration) or (len(namesakes) == 1 and not best.organisation)
        certain = certain or (len(namesakes) == 1 and not registration.organisation)
        return (Verdict.SAME if certain else Verdict.UNSURE), best

    def _nearly(self, registration: Registration, name: str) -> tuple[Verdict, Known | None]:
        names = self._blocks.get(_initials(name)) or self._blocks.get(_longer_initials(name), [])
        close = process.extract(
            name, names, scorer=fuzz.ratio, score_cutoff=NEARLY_AT_THE_SAME_PLACE, limit=3
        )
        for other, score, _ in close:
            for one in self._by_name[other]:
                if score >= NEARLY or _same_place(one, registration):
                    return Verdict.UNSURE, one
        return Verdict.NEW, None


def _blocks(names: Iterable[str]) -> dict[str, list[str]]:
    """Names that begin alike; a block that grew large is parted by two letters."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        blocks[_initials(name)].append(name)
    for initials, block in list(blocks.items()):
        if len(block) > LARGE_BLOCK:
            del blocks[initials]
            for name in block:
                blocks[_longer_initials(name)].append(name)
    return dict(blocks)


def _name_key(name: str) -> str:
    """The words of a name in alphabetical order."""
    return " ".join(sorted(sort_key(name).split()))


def _initials(name: str) -> str:
    words = name.split()
    return (words[0][:1] + words[-1][:1]) if words else ""


def _longer_initials(name: str) -> str:
    words = name.split()
    return f"{words[0][:2]} {words[-1][:2]}" if words else ""


def _same_place(known: Known, registration: Registration) -> bool:
    here, there = sort_key(known.organisation), sort_key(registration.organisation)
    return bool(here and there) and (
        here == there or fuzz.token_sort_ratio(here, there) >= LIKE_ORGANISATIONS
    )
