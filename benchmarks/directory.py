"""The directory of 10,000 people and 100 meetings: opening it and typing in its filter, against reading its rows raw."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path

import sqlcipher3.dbapi2
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.pairs import Figure, against, timed
from gmp_desktop.domain.ops import Op
from gmp_desktop.services.directory import Directory
from gmp_desktop.services.participants import Participants
from gmp_desktop.store.reference import areas, countries
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import (
    AppointmentRow,
    MeetingRow,
    OrganisationRow,
    ParticipantRow,
    PartnershipRow,
    PersonRow,
)
from gmp_desktop.ui.asking import Asking
from gmp_desktop.ui.directory.page import DirectoryPage
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.start import ARGUMENTS

PEOPLE = 10_000
ORGANISATIONS = 900
MEETINGS = 100
AT_A_MEETING = 100
SYLLABLES = [
    "ba",
    "be",
    "bi",
    "do",
    "da",
    "fe",
    "ga",
    "ha",
    "ji",
    "ka",
    "ke",
    "li",
    "lo",
    "ma",
    "mi",
    "na",
    "no",
    "pa",
    "ra",
    "re",
    "sa",
    "si",
    "ta",
    "to",
    "va",
    "ve",
    "wa",
    "ya",
    "zo",
    "é",
    "ü",
    "ñ",
]
TITLES = ("Adviser", "Head of division", "Engineer", "Counsellor", "Programme officer")
READ = (
    "SELECT id, honorific, given, family, family_first, own_script FROM person",
    "SELECT person_id, role, title, area, organisation_id FROM appointment",
    "SELECT id, name, country FROM organisation",
)


@dataclass(frozen=True, slots=True)
class Hand:
    store: Store
    directory: Directory
    participants: Participants


def measure() -> Iterator[Figure]:
    application = QApplication.instance() or QApplication(ARGUMENTS)
    assert isinstance(application, QApplication)
    look = Look(application)
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "record.db"
        store = Store.open(file)
        fill(store)
        raw = partial(timed, reader(file))
        hand = Hand(store, Directory(store), Participants(store))
        page = _page(look, hand, Path(name))
        opening, typing = (
            partial(timed, partial(_open, look, hand, Path(name))),
            partial(timed, _typist(page)),
        )
        yield against("opening a directory of 10,000 people / reading its rows", opening, raw, goal=8.0)
        yield against("a key in its filter / reading its rows", typing, raw, goal=2.0, rounds=31)
        store.close()


def fill(store: Store, seed: int = 5) -> None:
    """Invented people of invented organisations, a tenth of them in an area, and meetings they were at."""
    chance = random.Random(seed)
    codes, served = [country.code for country in countries()], [area.code for area in areas()]
    with store.write(Op.IMPORT, about="directory") as session:
        organisations = [
            OrganisationRow(
                name=f"{word(chance)} {word(chance)} Trust", kind="other", country=chance.choice(codes)
            )
            for _ in range(ORGANISATIONS)
        ]
        people = [
            PersonRow(honorific=chance.choice(("Mr.", "Ms.", "")), given=word(chance), family=word(chance))
            for _ in range(PEOPLE)
        ]
        session.add_all([*organisations, *people])
        for organisation in organisations[::3]:
            session.add(PartnershipRow(organisation_id=organisation.id, area=chance.choice(served)))
        for person in people:
            at, since = chance.choice(organisations).id, date(chance.randint(2010, 2025), 1, 1)
            title = chance.choice(TITLES)
            session.add(AppointmentRow(person_id=person.id, organisation_id=at, title=title, starts_on=since))
        for person in people[::10]:
            session.add(AppointmentRow(person_id=person.id, role="member", area=chance.choice(served)))
    with store.write(Op.IMPORT, about="meetings") as session:
        for number in range(MEETINGS):
            meeting = MeetingRow(code=f"M-{number}", starts_on=date(2020, 1, 1))
            session.add(meeting)
            for badge, person in enumerate(chance.sample(people, AT_A_MEETING), start=1):
                session.add(ParticipantRow(meeting_id=meeting.id, person_id=person.id, badge=badge))


def word(chance: random.Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))).capitalize()


def reader(file: Path) -> Callable[[], None]:
    database = sqlcipher3.dbapi2.connect(file)

    def read() -> None:
        for statement in READ:
            database.execute(statement).fetchall()

    return read


def _page(look: Look, hand: Hand, folder: Path) -> DirectoryPage:
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    page = DirectoryPage(look, lambda: hand, Jobs(), Asking(QWidget()), settings)
    page.resize(1210, 698)
    page.show_meeting(None)
    page.show()
    QApplication.processEvents()
    return page


def _open(look: Look, hand: Hand, folder: Path) -> None:
    """From nothing to the painted list."""
    _page(look, hand, folder).deleteLater()


def _typist(page: DirectoryPage) -> Callable[[], None]:
    """Letters one after the other, then back again."""
    keys = cycle([*"baka", *[Qt.Key.Key_Backspace] * 4])

    def strike() -> None:
        key = next(keys)
        if isinstance(key, str):
            QTest.keyClicks(page.filter, key)
        else:
            QTest.keyClick(page.filter, key)
        QApplication.processEvents()

    return strike
