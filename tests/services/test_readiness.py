from gmp_desktop.services.agendas import Agendas
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.participants import Participants
from gmp_desktop.services.readiness import Readiness, readiness
from gmp_desktop.store.store import Store


def test_an_empty_meeting_has_nothing_and_misses_nothing(store: Store) -> None:
    assert readiness(store, Meetings(store).add("PAG-16")) == Readiness()


def test_the_sample_is_told_in_figures(sampled: Store) -> None:
    ready = readiness(sampled, Meetings(sampled).by_code("PAG-15").id)
    assert (ready.items, ready.planned, ready.available) == (22, 420, 420)
    assert (ready.registered, ready.online, ready.without_presenter) == (47, 19, 0)
    assert (ready.documents, ready.without_file) == (10, 9)
    assert ready.paragraphs == 72


def test_a_paper_nobody_introduces_misses_a_presenter(sampled: Store) -> None:
    meeting = Meetings(sampled).by_code("PAG-15").id
    agendas = Agendas(sampled)
    item = next(one for one in agendas.items(meeting) if one.title == "Communication and outreach")
    agendas.set_presenters(item.id, [])
    assert readiness(sampled, meeting).without_presenter == 1
    assert agendas.sheet(meeting).wanting == {item.id}


def test_who_was_removed_does_not_count(sampled: Store) -> None:
    meeting = Meetings(sampled).by_code("PAG-15").id
    first = Participants(sampled).of_meeting(meeting)[0]
    Participants(sampled).remove([first.id])
    assert readiness(sampled, meeting).registered == 46
    sampled.undo()
    assert readiness(sampled, meeting).registered == 47
