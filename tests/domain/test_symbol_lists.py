import pytest

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.sheet import copied
from gmp_desktop.domain.symbol_lists import MOST_LINES, Listed, language_in_name, read_list, symbol_in_name

STEM = "UNEP/Hg/PAG.15"


def listed(text: str) -> list[tuple[str, str]]:
    return [(entry.symbol.replace(STEM, "…"), entry.title) for entry in read_list(text, STEM)]


@pytest.mark.parametrize(
    "line",
    [
        f"{STEM}/3\tProgress in the areas",
        f"{STEM}/3, Progress in the areas",
        f"{STEM}/3 – Progress in the areas",
        f"{STEM}/3    Progress in the areas",
        f"3. {STEM}/3: Progress in the areas",
        f"(c) {STEM}/3 - Progress  in the areas",
        f"• {STEM} / 3 Progress in the areas",
        f"Progress in the areas ({STEM}/3)",
        f"Progress in the areas\t{STEM}/3",
        "/3 Progress in the areas",
        "/3\tProgress in the areas",
        f"{STEM}/3\n   Progress in the areas",
    ],
)
def test_a_symbol_and_its_title_are_found_however_they_stand(line: str) -> None:
    assert listed(line) == [("…/3", "Progress in the areas")]


def test_a_list_has_one_document_a_line() -> None:
    text = f"1. {STEM}/1 Provisional agenda\n\n2. {STEM}/2\n3. INF/1, Assay laboratories\n"

    assert listed(text) == [("…/1", "Provisional agenda"), ("…/2", ""), ("…/INF/1", "Assay laboratories")]


def test_two_documents_can_stand_in_a_line() -> None:
    assert listed(f"{STEM}/1 Agenda   {STEM}/2 Annotations") == [("…/1", "Agenda"), ("…/2", "Annotations")]
    assert listed(f"{STEM}/1\t{STEM}/2") == [("…/1", ""), ("…/2", "")]


def test_a_symbol_cited_in_a_title_is_no_entry() -> None:
    assert listed(f"{STEM}/1/Add.1 Annotations to the agenda ({STEM}/1)") == [
        ("…/1/Add.1", f"Annotations to the agenda ({STEM}/1)")
    ]


def test_what_tells_no_symbol_is_kept_as_it_stands() -> None:
    assert listed(f"Working documents\n{STEM}/1 Agenda\nDrafted in haste") == [
        ("", "Working documents"),
        ("…/1", "Agenda"),
        ("", "Drafted in haste"),
    ]


def test_a_malformed_symbol_is_shown_as_one() -> None:
    assert listed("UNEP/Hg/PAG.15//3 Progress") == [("…//3", "Progress")]


def test_a_row_of_a_spreadsheet_gives_symbol_and_title() -> None:
    assert listed(f"1\t{STEM}/1\tAgenda\tGeneral") == [("…/1", "Agenda")]


@pytest.mark.parametrize(
    "text", ["=1+1", "<b>", "\u202egpj.exe", "x" * 100_000, "/" * 50_000, "a/ " * 30_000]
)
def test_hostile_text_is_only_text(text: str) -> None:
    assert all(len(entry.title) <= 100_000 for entry in read_list(text, STEM))


def test_a_list_longer_than_any_register_is_refused() -> None:
    with pytest.raises(Refused, match="at most 2,000 lines"):
        read_list("/1\n" * (MOST_LINES + 1), STEM)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("UNEP_Hg_PAG.15_INF_2.pdf", "INF/2"),
        ("UNEP-Hg-PAG.15-3-Add.1-e.docx", "3/Add.1"),
        ("unep hg pag15 crp 4 final.docx", "CRP.4"),
        ("PAG.15_7.pdf", "7"),
        ("PAG15 INF02 laboratories.pdf", "INF/2"),
    ],
)
def test_a_file_name_tells_the_symbol(name: str, short: str) -> None:
    assert symbol_in_name(name, STEM) == f"{STEM}/{short}"


@pytest.mark.parametrize("name", ["K2000021-e.docx", "report.pdf", "PAG.15.pdf", "", ".pdf"])
def test_a_file_name_may_tell_none(name: str) -> None:
    assert symbol_in_name(name, STEM) == ""


def test_a_file_of_another_meeting_keeps_its_symbol() -> None:
    assert symbol_in_name("UNEP_MC_COP.4_INF_17.pdf", STEM) == "UNEP/MC/COP.4/INF/17"


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("K2000021-e.docx", "en"),
        ("report_fr.pdf", "fr"),
        ("K2000021-S.pdf", "es"),
        ("report.pdf", ""),
        ("a-x.pdf", ""),
    ],
)
def test_a_file_name_tells_the_language(name: str, language: str) -> None:
    assert language_in_name(name) == language


def test_an_entry_without_title_has_none() -> None:
    assert read_list(f"{STEM}/1.", STEM) == [Listed(f"{STEM}/1", "")]


def test_rows_copied_for_a_spreadsheet_come_back_with_their_titles() -> None:
    rows = copied([("UNEP/PAG.15/2", "=1+1 and\tmore\nof it"), ("UNEP/PAG.15/3", "Progress")])
    assert "\t'=1+1" in rows
    assert [line.title for line in read_list(rows, "UNEP/PAG.15")] == ["=1+1 and more of it", "Progress"]
