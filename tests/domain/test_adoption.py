import json
from collections.abc import Sequence
from uuid import UUID

import pytest

from gmp_desktop.domain.adoption import Change, changed, differences, paragraph
from gmp_desktop.domain.meeting import AgendaItem, ProvisionalItem
from gmp_desktop.paths import shipped

Part = tuple[int, str, str, int]
"""Number of the item, label, title, depth."""

BEFORE: tuple[Part, ...] = (
    (1, "1.", "Opening", 0),
    (2, "2.", "Matters", 0),
    (3, "(a)", "Adoption", 1),
    (4, "(b)", "Work", 1),
    (5, "3.", "Closure", 0),
)


def provisional(parts: Sequence[Part]) -> list[ProvisionalItem]:
    return [
        ProvisionalItem(UUID(int=100 + number), title, label, depth, UUID(int=number))
        for number, label, title, depth in parts
    ]


def now(parts: Sequence[Part]) -> list[AgendaItem]:
    items: list[AgendaItem] = []
    for number, label, title, depth in parts:
        parent = next((one.id for one in reversed(items) if one.depth < depth), None)
        items.append(AgendaItem(UUID(int=number), title, label, depth, parent))
    return items


def words(language: str = "en") -> dict[str, str]:
    file = shipped("resources", "phrases", f"{language}.json")
    found: dict[str, str] = json.loads(file.read_text(encoding="utf-8"))["agenda"]
    return found


def told(*parts: Part, symbol: str = "UNEP/Hg/PAG.15/1") -> str:
    return paragraph(differences(provisional(BEFORE), now(parts)), symbol, words())


def test_an_agenda_nobody_changed_is_adopted_as_it_was() -> None:
    assert told(*BEFORE) == "The meeting agreed to adopt the agenda as set out in document UNEP/Hg/PAG.15/1."
    assert not changed(differences(provisional(BEFORE), now(BEFORE)))


def test_without_a_symbol_it_is_called_by_its_name() -> None:
    assert told(*BEFORE, symbol="") == "The meeting agreed to adopt the provisional agenda."


def test_an_item_added_renumbers_those_after_it() -> None:
    assert told(*BEFORE[:4], (9, "3.", "Elections", 0), (5, "4.", "Closure", 0)) == (
        "The meeting agreed to adopt the agenda as set out in document UNEP/Hg/PAG.15/1, as orally amended: "
        "“Elections” was added as item 3; the other items were renumbered accordingly."
    )


def test_an_item_struck_out_stands_where_it_stood() -> None:
    parts = (*BEFORE[:3], (5, "3.", "Closure", 0))
    found = differences(provisional(BEFORE), now(parts))
    assert [(one.number, one.number_before, one.changes) for one in found] == [
        ("1", "1", ()),
        ("2", "2", ()),
        ("2 (a)", "2 (a)", ()),
        ("", "2 (b)", (Change.STRUCK,)),
        ("3", "3", ()),
    ]
    assert "item 2 (b), “Work”, was deleted." in told(*parts)


def test_the_first_item_struck_out_stands_first() -> None:
    parts = (
        (2, "1.", "Matters", 0),
        (3, "(a)", "Adoption", 1),
        (4, "(b)", "Work", 1),
        (5, "2.", "Closure", 0),
    )
    assert differences(provisional(BEFORE), now(parts))[0].changes == (Change.STRUCK,)


def test_a_new_title_is_told_with_the_old_one_but_not_another_stop() -> None:
    parts = (*BEFORE[:4], (5, "3.", "End of the meeting.", 0))
    assert "item 3, “Closure”, was retitled “End of the meeting”." in told(*parts)
    assert not changed(differences(provisional(BEFORE), now((*BEFORE[:4], (5, "3.", "Closure.", 0)))))


def test_only_what_left_its_order_has_moved() -> None:
    parts = (
        (1, "1.", "Opening", 0),
        (5, "2.", "Closure", 0),
        (2, "3.", "Matters", 0),
        (3, "(a)", "Adoption", 1),
        (4, "(b)", "Work", 1),
    )
    found = {one.item_id: one.changes for one in differences(provisional(BEFORE), now(parts))}
    moved = [id.int for id, changes in found.items() if id and Change.MOVED in changes]
    assert len(moved) == 1
    assert moved[0] in (2, 5)


def test_what_has_moved_is_not_told_to_be_renumbered_too() -> None:
    parts = (*BEFORE[:3], (4, "3.", "Work", 0), (5, "4.", "Closure", 0))
    found = {one.item_id: one.changes for one in differences(provisional(BEFORE), now(parts))}
    assert found[UUID(int=4)] == (Change.MOVED,)
    assert found[UUID(int=5)] == (Change.RENUMBERED,)


def test_an_item_under_another_one_has_moved() -> None:
    parts = (*BEFORE[:3], (4, "3.", "Work", 0), (5, "4.", "Closure", 0))
    assert told(*parts).endswith(
        "item 2 (b), “Work”, was taken up as item 3; the other items were renumbered accordingly."
    )


def test_titles_are_no_patterns() -> None:
    assert "“{0} {x}”" in told(*BEFORE, (9, "4.", "{0} {x}", 0))


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_every_language_has_all_the_words(language: str) -> None:
    parts = ((9, "1.", "New", 0), (5, "2.", "End", 0), (1, "3.", "Opening", 0))
    text = paragraph(differences(provisional(BEFORE), now(parts)), "A/1", words(language))
    assert all(part in text for part in ("A/1", "New", "End", "Work"))
    assert words(language).keys() == words("en").keys()
