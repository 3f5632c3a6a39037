"""A directory of 10,000 people and 100 meetings: opening every place and typing in its filter, against reading raw rows."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import random
import tempfile
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QLoggingCategory, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from benchmarks.directory import fill, reader, word
from benchmarks.pairs import Figure, against, timed
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.ops import Op
from gmp_desktop.services.sample import Sample
from gmp_desktop.store.order import sequence
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import (
    AgendaItemRow,
    DocumentRow,
    MeetingRow,
    ParticipantRow,
    PersonRow,
    PresenceRow,
    SittingRow,
)
from gmp_desktop.ui.jobs import Jobs
from gmp_desktop.ui.look import Look
from gmp_desktop.ui.main_window import MainWindow
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.report.face import ReportFace
from gmp_desktop.ui.services_at_hand import bench_on
from gmp_desktop.ui.start import ARGUMENTS, QUIET
from gmp_desktop.ui.workbench import Workbench

AGENDA, DOCUMENTS, SITTINGS = 14, 30, 4
OPENING, KEY = 7.0, 2.4
"""Goals, in readings of the directory's rows: about 150 and 50 ms on a machine of today."""
FILTERED = (Place.PARTICIPANTS, Place.DOCUMENTS, Place.DIRECTORY, Place.REPORT)


def measure() -> Iterator[Figure]:
    application = QApplication.instance() or QApplication(ARGUMENTS)
    assert isinstance(application, QApplication)
    QLoggingCategory.setFilterRules(QUIET)
    look = Look(application)
    with tempfile.TemporaryDirectory() as name:
        folder, file = Path(name), Path(name) / "record.db"
        store = Store.open(file)
        crowd = furnish(store)
        raw = partial(timed, reader(file))
        make = partial(made_window, look, store, folder)
        for place in Place:
            first = partial(_first_visit, make, place)
            yield against(f"first visit of {place.value} / reading rows", first, raw, goal=OPENING, rounds=5)
        window = make()
        meetings = cycle([meeting for meeting in window.meetings if meeting.id != crowd][:20])
        for place in Place:
            later = partial(_another, window, meetings, place)
            yield against(f"another meeting in {place.value} / reading rows", later, raw, goal=OPENING)
        for place in FILTERED:
            typing = _typist(window, place)
            yield against(
                f"a key in the filter of {place.value} / reading rows", typing, raw, goal=KEY, rounds=15
            )
        both = cycle([crowd, next(meetings).id])
        large = partial(_to_the_crowd, window, both)
        yield against("a meeting of 10,000 participants / reading rows", large, raw, goal=OPENING)
        _show(window, crowd, Place.PARTICIPANTS)
        QTest.qWait(1000)
        typing = _typist(window, Place.PARTICIPANTS)
        yield against("a key in its filter / reading rows", typing, raw, goal=KEY, rounds=15)
        window.jobs.stop()
        store.close()


def furnish(store: Store, seed: int = 6) -> UUID:
    """Agendas, documents, sittings and ticks for the meetings, and one meeting at which everybody is."""
    fill(store)
    Sample(store).add()
    chance = random.Random(seed)
    with store.read() as session:
        meetings = list(session.scalars(select(MeetingRow.id)))
        people = list(session.scalars(select(PersonRow.id)))
        there: dict[UUID, list[UUID]] = {meeting: [] for meeting in meetings}
        for meeting, id in session.execute(select(ParticipantRow.meeting_id, ParticipantRow.id)):
            there[meeting].append(id)
    with store.write(Op.IMPORT, about="papers") as session:
        for number, meeting in enumerate(meetings):
            sittings = [
                SittingRow(meeting_id=meeting, day=date(2020, 1, 1) + timedelta(days=day))
                for day in range(SITTINGS)
            ]
            items = [
                AgendaItemRow(meeting_id=meeting, order_key=key, title=f"{word(chance)} {word(chance)}")
                for key in sequence(AGENDA)
            ]
            documents = [
                DocumentRow(
                    meeting_id=meeting, symbol=f"UNEP/M.{number}/{one}", title=word(chance), kind="working"
                )
                for one in range(1, DOCUMENTS + 1)
            ]
            session.add_all([*sittings, *items, *documents])
            for sitting in sittings:
                session.add_all(
                    [
                        PresenceRow(participant_id=one, sitting_id=sitting.id, arrived="2020-01-01T09:55")
                        for one in there[meeting]
                    ]
                )
    crowd = MeetingRow(code="CROWD", starts_on=date(2020, 5, 5))
    with store.write(Op.IMPORT, about="crowd") as session:
        row = crowd
        session.add_all(
            [
                row,
                *(
                    ParticipantRow(meeting_id=row.id, person_id=one, badge=at)
                    for at, one in enumerate(people, 1)
                ),
            ]
        )
    return crowd.id


def made_window(look: Look, store: Store, folder: Path) -> Workbench:
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("place", Place.REPORT.value)
    window = Workbench(MainWindow(look, settings), ReportFace(look), Jobs(), settings, lambda: None)
    window.window.show()
    window.show_glance(None)
    window.attach(bench_on(store, folder))
    QApplication.processEvents()
    return window


def _first_visit(make: Callable[[], Workbench], place: Place) -> float:
    window = make()
    window.go(Place.OVERVIEW if place is not Place.OVERVIEW else Place.ARCHIVE)
    QApplication.processEvents()
    took = timed(partial(_go, window, place))
    window.jobs.stop()
    window.window.close()
    window.window.deleteLater()
    QApplication.sendPostedEvents()
    return took


def _go(window: Workbench, place: Place) -> None:
    window.go(place)
    QApplication.processEvents()


def _show(window: Workbench, meeting: UUID, place: Place) -> None:
    window.show_meeting(next(one for one in window.meetings if one.id == meeting), place)
    QApplication.processEvents()


def _another(window: Workbench, meetings: Iterator[Meeting], place: Place) -> float:
    return timed(partial(_show, window, next(meetings).id, place))


def _to_the_crowd(window: Workbench, both: Iterator[UUID]) -> float:
    """There and back again; only the way there counts."""
    took = timed(partial(_show, window, next(both), Place.PARTICIPANTS))
    _show(window, next(both), Place.PARTICIPANTS)
    return took


def _typist(window: Workbench, place: Place) -> Callable[[], float]:
    """Letters one after the other, then back again."""
    window.go(place)
    window.find()
    QApplication.processEvents()
    keys = cycle([*"baka", *["\b"] * 4])

    def strike() -> None:
        field = QApplication.focusWidget()
        if field is None:
            raise RuntimeError("the field to type in has no focus")
        QTest.keyClicks(field, next(keys))
        QApplication.processEvents()

    return partial(timed, strike)
