from datetime import date

from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.sittings import Sittings
from gmp_desktop.store.store import Store


def test_a_meeting_knows_its_own_sittings_only(meetings: Meetings, store: Store) -> None:
    first, second = meetings.add("PAG-16"), meetings.add("PAG-17")
    sittings = Sittings(store)
    own = sittings.add(first, date(2026, 11, 10), 570, 750, "High-level segment")
    sittings.add(second, date(2026, 11, 10))
    (found,) = meetings.sittings(first)
    assert (found.id, found.minutes, found.title) == (own, 180, "High-level segment")
