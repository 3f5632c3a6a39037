from uuid import uuid4

import pytest

from gmp_desktop.domain.meeting import Attachment, MeetingDocument
from gmp_desktop.domain.register import (
    Proposal,
    RegisterKind,
    Section,
    full_symbol,
    in_order,
    kind_of,
    next_symbol,
    proposed,
    section_of,
    short_form,
    shown_stem,
    stem_of,
    usual_distribution,
    usual_stem,
    without_file,
)

STEM = "UNEP/Hg/PAG.15"


def document(symbol: str = "", title: str = "", **more) -> MeetingDocument:
    return MeetingDocument(uuid4(), symbol, title, **more)


@pytest.mark.parametrize(
    ("symbol", "stem"),
    [
        ("UNEP(ED)/Hg/PAG.8/7", "UNEP(ED)/Hg/PAG.8"),
        ("UNEP/MC/COP.4/INF/17/Add.1", "UNEP/MC/COP.4"),
        ("UNEP/CHW.15/INF.44", "UNEP/CHW.15"),
        ("A/AC.291/11", "A/AC.291"),
        ("MC-4/12", ""),
        ("nothing", ""),
        ("", ""),
    ],
)
def test_the_stem_is_what_the_documents_of_a_meeting_share(symbol: str, stem: str) -> None:
    assert stem_of(symbol) == stem


def test_the_register_shows_its_stem_and_not_that_of_a_meeting_it_cites() -> None:
    symbols = [f"UNEP/Hg/PAG.14/{n}" for n in range(1, 6)] + [f"{STEM}/1", f"{STEM}/2", "MC-4/1"]

    assert shown_stem(symbols, 15) == STEM
    assert shown_stem(symbols) == "UNEP/Hg/PAG.14"
    assert shown_stem([], 15) == ""


def test_the_stem_a_body_uses_needs_the_number_of_the_meeting() -> None:
    assert usual_stem("UNEP/Hg/PAG.{n}", 15) == STEM
    assert usual_stem("UNEP/Hg/PAG.{n}", None) == ""


@pytest.mark.parametrize(
    ("kind", "symbol"),
    [
        (RegisterKind.WORKING, f"{STEM}/3"),
        (RegisterKind.INFORMATION, f"{STEM}/INF/2"),
        (RegisterKind.CONFERENCE_ROOM, f"{STEM}/CRP.1"),
        (RegisterKind.LIMITED, f"{STEM}/L.2"),
    ],
)
def test_the_first_free_symbol_is_proposed(kind: RegisterKind, symbol: str) -> None:
    taken = [f"{STEM}/1", f"{STEM}/2", f"{STEM}/4", f"{STEM}/INF/1", f"{STEM}/l.1"]

    assert next_symbol(STEM, kind, taken) == symbol


def test_information_documents_go_on_as_the_register_writes_them() -> None:
    assert next_symbol(STEM, RegisterKind.INFORMATION, [f"{STEM}/INF.1"]) == f"{STEM}/INF.2"


@pytest.mark.parametrize(
    ("kind", "of", "symbol"),
    [
        (RegisterKind.ADDENDUM, f"{STEM}/1", f"{STEM}/1/Add.2"),
        (RegisterKind.REVISION, f"{STEM}/1", f"{STEM}/1/Rev.1"),
        (RegisterKind.CORRIGENDUM, f"{STEM}/1/Add.1", f"{STEM}/1/Add.1/Corr.1"),
        (RegisterKind.REVISION, f"{STEM}/2/Rev.1", f"{STEM}/2/Rev.2"),
    ],
)
def test_what_belongs_to_a_document_is_counted_under_it(kind, of, symbol) -> None:
    taken = [f"{STEM}/1", f"{STEM}/1/Add.1", f"{STEM}/2/Rev.1"]

    assert next_symbol(STEM, kind, taken, of) == symbol
    assert kind_of(symbol) is kind


def test_the_agendas_are_known_by_their_numbers() -> None:
    assert proposed(f"{STEM}/1", STEM, "2") == Proposal(
        f"{STEM}/1", "Provisional agenda", "agenda", "General"
    )
    assert proposed(f"{STEM}/2", STEM, "2").kind == "annotated-agenda"
    assert proposed(f"{STEM}/2", STEM, "1/Add.1").kind == "other"
    assert proposed(f"{STEM}/1/Add.1", STEM, "1/Add.1").kind == "annotated-agenda"


def test_an_addendum_keeps_the_distribution_of_its_parent() -> None:
    parent = document(f"{STEM}/3", kind="note", distribution="Limited")

    assert proposed(f"{STEM}/3/Add.1", STEM, "2", parent) == Proposal(
        f"{STEM}/3/Add.1", "", "note", "Limited"
    )


@pytest.mark.parametrize(
    ("short", "distribution"),
    [
        ("3", "General"),
        ("INF/1", "General"),
        ("CRP.1", "Limited"),
        ("L.1/Add.1", "Limited"),
        ("R.1", "Restricted"),
    ],
)
def test_the_distribution_goes_by_the_kind(short: str, distribution: str) -> None:
    assert usual_distribution(f"{STEM}/{short}") == distribution


@pytest.mark.parametrize("short", ["/3", "INF/2", "INF.2", "CRP.1", "L.1/Add.1", "/1/Add.1"])
def test_a_short_form_can_be_made_whole_again(short: str) -> None:
    whole = full_symbol(short, STEM)

    assert whole.startswith(f"{STEM}/")
    assert short_form(whole, STEM) == short


def test_a_symbol_of_another_meeting_is_said_in_full() -> None:
    assert short_form("UNEP/Hg/PAG.1/3", STEM) == "UNEP/Hg/PAG.1/3"
    assert short_form("UNEP/Hg/PAG.150/3", STEM) == "UNEP/Hg/PAG.150/3"
    assert short_form(f"{STEM}/3", "") == f"{STEM}/3"


def test_spaces_line_breaks_and_capitals_are_put_right_silently() -> None:
    assert full_symbol(" unep / hg /\n PAG.15/3 ", STEM) == f"{STEM}/3"


def test_the_list_runs_by_section_and_as_people_count() -> None:
    wanted = ["1", "1/Add.1", "2", "10", "INF/1", "INF/12", "CRP.1", "L.1"]
    documents = [document(f"{STEM}/{short}") for short in reversed(wanted)]
    cited = document(f"{STEM}/3", cited=True)
    letter, report = document("MC/ES/2022/202"), document("", "Report")

    ordered = in_order([cited, report, letter, *documents])

    assert [short_form(d.symbol, STEM).removeprefix("/") for d in ordered[:8]] == wanted
    assert ordered[8:] == [letter, report, cited]
    assert [section_of(d) for d in ordered[7:]] == [
        Section.IN_SESSION,
        Section.OTHER,
        Section.OTHER,
        Section.CITED,
    ]


def test_only_documents_of_the_register_wait_for_a_file() -> None:
    waiting, cited = document(f"{STEM}/1"), document(f"{STEM}/2", cited=True)
    there = document(f"{STEM}/3", attachments=(Attachment(uuid4(), uuid4(), "a.pdf", "00", 1),))

    written = document(f"{STEM}/4", has_text=True)

    assert without_file([waiting, cited, there, written]) == [waiting]


def test_nothing_is_added_to_a_corrigendum() -> None:
    taken = ["UNEP/Hg/PAG.16/4", "UNEP/Hg/PAG.16/4/Corr.1", "UNEP/Hg/PAG.16/4/Add.1"]
    of = "UNEP/Hg/PAG.16/4/Corr.1"
    assert next_symbol("UNEP/Hg/PAG.16", RegisterKind.ADDENDUM, taken, of) == "UNEP/Hg/PAG.16/4/Add.2"
    assert next_symbol("UNEP/Hg/PAG.16", RegisterKind.CORRIGENDUM, taken, of) == "UNEP/Hg/PAG.16/4/Corr.2"
