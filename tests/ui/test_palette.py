from gmp_desktop.ui.palette_matching import ROWS, Entry, matching, shortened


def entry(words: str, group: str = "Commands") -> Entry:
    return Entry(group, words, lambda: None)


def test_all_letters_must_be_found_in_any_order() -> None:
    entries = [entry("Print preview"), entry("Print"), entry("Export")]

    assert [e.words for e in matching(entries, "prev pri")] == ["Print preview"]


def test_what_begins_with_the_letters_goes_first() -> None:
    assert [e.words for e in matching([entry("Reexport"), entry("Export")], "exp")] == ["Export", "Reexport"]


def test_what_begins_with_them_goes_before_what_has_them_in_another_word() -> None:
    entries = [entry("Undo import of participants"), entry("Reimport"), entry("Import participants…")]

    assert [e.words for e in matching(entries, "import")] == [
        "Import participants…",
        "Undo import of participants",
        "Reimport",
    ]


def test_no_group_crowds_out_another() -> None:
    entries = [entry(f"note {n}", "Paragraphs") for n in range(50)] + [entry("note", "Commands")]

    found = matching(entries, "note")

    assert len(found) == ROWS
    assert "Commands" in {e.group for e in found}


def test_what_was_done_lately_goes_first() -> None:
    entries = [entry("Print"), entry("Export")]

    assert matching(entries, "", [("Commands", "Export")])[0].words == "Export"


def test_words_found_far_into_a_text_are_in_sight() -> None:
    text = "8. " + "word " * 40 + "customs notice"

    assert shortened(text, "customs").startswith("8. … word")
    assert shortened(text, "customs").endswith("customs notice")
    assert len(shortened(text, "customs")) < 60
