from uuid import uuid4

from gmp_desktop.domain.changes import OpenText
from gmp_desktop.store.store import Store


def test_a_draft_is_there_after_a_restart_and_not_in_the_log(places) -> None:
    place, row = places(), uuid4()
    store = Store.open(place)
    store.keep_draft(row, "text", "first", ("a",))
    store.keep_draft(row, "text", "second\0", ("a", "b"))
    store.close()

    store = Store.open(place)
    assert store.draft(row, "text") == OpenText("second", ("a", "b"))
    assert not list(store.entries())
    assert store.undo_name() is None
    store.close()


def test_drafts_are_listed_and_dropped(store: Store) -> None:
    one, two = uuid4(), uuid4()
    store.keep_draft(one, "text", "a", ())
    store.keep_draft(two, "text", "b", ())
    store.drop_draft(one, "text")
    assert [(draft.row, draft.text, draft.seen) for draft in store.drafts()] == [(two, "b", ())]
    assert store.draft(one, "text") is None
