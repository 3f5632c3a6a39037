"""Two real notes and a real letter come through whole."""

from gmp_desktop.domain.blocks import (
    Annex,
    DecisionTitle,
    DocumentKind,
    Enacting,
    Footnote,
    Heading,
    HeadingScheme,
    LetterPart,
    LetterRole,
    ListItem,
    Marker,
    NoteMark,
    Operative,
    Paragraph,
    Preambular,
)
from gmp_desktop.domain.inline import note_references
from gmp_desktop.domain.numbering import labels


def of(recognised, *kinds):
    return [block for block in recognised.document.blocks if isinstance(block, kinds)]


def printed(recognised, *kinds):
    numbers = labels(recognised.document)
    return [numbers.get(block.id, "") for block in of(recognised, *kinds)]


def test_a_note_has_chapters_and_consecutive_paragraphs(seed) -> None:
    note = seed("001")

    assert (note.document.kind, note.document.scheme) == (DocumentKind.NOTE, HeadingScheme.ROMAN)
    assert printed(note, Heading) == ["I.", "II.", *(f"{letter}." for letter in "ABCDEFGHIJ"), "III."]
    assert printed(note, Paragraph) == [f"{number}." for number in range(1, 39)]
    assert note.document.masthead is None
    assert note.meeting is None


def test_a_doubled_title_stands_once_and_is_set_aside(seed) -> None:
    note = seed("001")

    assert note.document.subtitle == "Note by the secretariat"
    assert [entry.text for entry in note.set_aside] == [note.document.title]


def test_starred_lines_of_the_corner_refer_to_their_notes(seed) -> None:
    note = seed("001")
    stars = [block for block in of(note, Footnote) if block.mark is NoteMark.STAR]
    references = [reference for line in note.document.corner for reference in note_references(line)]

    assert len(note.document.corner) == 5
    assert references == [str(star.id) for star in stars]
    assert [labels(note.document)[star.id] for star in stars] == ["*", "**"]


def test_notes_are_tied_to_their_marks_and_restart_in_the_annex(seed) -> None:
    note = seed("001")
    references = [found for block in note.document.blocks for found in note_references(block.text)]
    numbered = [block for block in of(note, Footnote) if block.mark is NoteMark.NUMBER]

    assert references == [str(block.id) for block in numbered]
    assert [labels(note.document)[block.id] for block in numbered] == ["1", "2", "3", "4", "1", "2"]


def test_paragraphs_cut_by_notes_are_whole_again(seed) -> None:
    blocks = of(seed("001"), Paragraph)

    assert all(block.text.endswith((".", "]")) for block in blocks)
    assert all(len(blocks[number - 1].text) > 400 for number in (4, 16, 23))


def test_the_annex_holds_a_draft_decision(seed) -> None:
    note = seed("001")

    assert printed(note, Annex) == ["Annex"]
    assert of(note, DecisionTitle)[0].text.startswith("Draft decision MC-4/[--]: ")
    assert len(of(note, Enacting)) == 1
    assert len(of(note, Preambular)) == 3
    assert printed(note, Operative) == [f"{number}." for number in range(1, 8)]
    assert all(block.text.startswith("*") for block in of(note, Operative))


def test_a_cover_note_has_no_numbers_and_its_annex_counts_from_one(seed) -> None:
    note = seed("004")

    assert note.document.kind is DocumentKind.NOTE
    assert note.document.masthead.dated == "7 October 2014"
    assert printed(note, Paragraph) == ["", "", "", "", "", *(f"{number}." for number in range(1, 25))]
    assert of(note, Annex)[0].text == note.document.title
    assert [block.numbered for block in of(note, Heading)] == [False] * 8


def test_lists_within_lists_are_found_without_an_indent(seed) -> None:
    levels = [block.level for block in of(seed("004"), ListItem)]
    marks = {block.marker for block in of(seed("004"), ListItem)[:7]}

    assert levels[-12:] == [1, 2, 2, 1, 2, 2, 2, 2, 1, 1, 1, 1]
    assert levels.count(2) == 6
    assert marks == {Marker.BULLET}


def test_what_a_web_site_added_is_set_aside_and_a_cut_end_kept(seed) -> None:
    note = seed("004")

    assert [entry.reason for entry in note.set_aside] == ["foreign to the document"] * 2
    assert note.document.blocks[-1].text.endswith(" trust")


def test_a_letter_has_its_parts_in_order(seed) -> None:
    letter = seed("000")
    parts = of(letter, LetterPart)

    assert letter.document.kind is DocumentKind.LETTER
    assert letter.document.code == "MC/ES/2022/202"
    assert [part.role for part in parts] == [role for role in LetterRole if role is not LetterRole.ADDRESSEE]
    assert parts[0].text == "Ref.: MC/ES/2022/202"
    assert parts[5].text.startswith("*")
    assert "\n" in parts[6].text


def test_a_letter_keeps_bold_beginnings_bullets_and_raised_letters(seed) -> None:
    letter = seed("000")
    texts = [block.text for block in of(letter, Paragraph)]

    assert sum(text.startswith("**") for text in texts) == 3
    assert "13^th^" in texts[-1]
    assert len(of(letter, ListItem)) == 16
    assert not any(block.numbered for block in of(letter, Paragraph))
    assert letter.symbols == tuple(f"MC-4/{number}" for number in (12, 5, 6, 7, 10, 11, 4))
