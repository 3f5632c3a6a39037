"""Papers nobody wrote, each with one of the oddities real ones have."""

import pytest

from gmp_desktop.domain.blocks import (
    Annex,
    DocumentKind,
    Footnote,
    Heading,
    HeadingScheme,
    ListItem,
    Marker,
    Operative,
    Paragraph,
    Quotation,
    Table,
)
from gmp_desktop.domain.meeting import State
from gmp_desktop.domain.numbering import labels


def of(recognised, kind):
    return [block for block in recognised.document.blocks if isinstance(block, kind)]


def printed(recognised, kind):
    numbers = labels(recognised.document)
    return [numbers.get(block.id, "") for block in of(recognised, kind)]


REPORT = """\
Report of the third meeting of the Lantern Working Group

1. Opening of the meeting

1. The third meeting of the Lantern Working Group (LWG) was held at the Harbour Hall, Oslo, Norway, on 4 and 5 May 2021.

2. Organizational matters

(a) Adoption of the agenda

2. The agenda was adopted.

(b) Organization of work

3. Work went on as follows:
(a) In the morning;
(b) In the afternoon.

3. Closure of the meeting

4. The meeting closed at noon.
"""


def test_a_report_without_a_masthead_and_without_marks(read) -> None:
    report = read(REPORT)

    assert report.document.kind is DocumentKind.REPORT
    assert report.document.masthead is None
    assert [(block.text, block.level) for block in of(report, Heading)] == [
        ("Opening of the meeting", 1),
        ("Organizational matters", 1),
        ("Adoption of the agenda", 2),
        ("Organization of work", 2),
        ("Closure of the meeting", 1),
    ]
    assert printed(report, Paragraph) == ["1.", "2.", "3.", "4."]
    assert printed(report, ListItem) == ["(a)", "(b)"]


def test_the_meeting_is_found_in_the_first_sentence(read) -> None:
    meeting = read(REPORT).meeting

    assert meeting.code == "LWG-3"
    assert meeting.title == "Third meeting of the Lantern Working Group"
    assert (meeting.venue, meeting.place) == ("Harbour Hall", "Oslo, Norway")
    assert (meeting.starts_on.day, meeting.ends_on.day, meeting.state) == (4, 5, State.ISSUED)


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\u2028", "\x85"])
def test_lines_may_end_in_any_way(read, newline) -> None:
    assert printed(read(REPORT.replace("\n", newline)), Paragraph) == ["1.", "2.", "3.", "4."]


def test_headings_glued_to_other_lines_are_parted(read) -> None:
    report = read(
        "# Report\n\n**2. Matters****(a) Agenda**\n\n1. It was adopted.**(b) Organization of work**\n\n2. So it went."
    )

    assert [block.text for block in of(report, Heading)] == ["Matters", "Agenda", "Organization of work"]
    assert [block.text for block in of(report, Paragraph)] == ["It was adopted.", "So it went."]


def test_a_heading_behind_a_heading_is_parted(read) -> None:
    paper = read("Paper\n\nI. Work\n\n1. It began.\n\nII. More work**A. Bodies**\n\n2. It went on.")

    assert printed(paper, Heading) == ["I.", "II.", "A."]
    assert paper.document.scheme is HeadingScheme.ROMAN


def test_the_letter_i_after_h_is_no_roman_figure(read) -> None:
    letters = "\n\n".join(f"{letter}. Part {letter.lower()}" for letter in "ABCDEFGHIJ")

    assert printed(read(f"Paper\n\nI. Work\n\n{letters}\n\nII. End"), Heading) == [
        "I.", *(f"{letter}." for letter in "ABCDEFGHIJ"), "II.",
    ]  # fmt: skip


def test_a_doubled_title_is_set_aside(read) -> None:
    paper = read(
        "Distr.: General\n\nFuture of lanterns**Future of lanterns****Note by the secretariat**\n\n1. It is bright."
    )

    assert (paper.document.title, paper.document.subtitle) == (
        "Future of lanterns",
        "Note by the secretariat",
    )
    assert [entry.text for entry in paper.set_aside] == ["Future of lanterns"]


def test_numbers_printed_wrongly_are_computed_and_set_aside(read) -> None:
    paper = read("Paper\n\n1. One went.\n\n3. Two came.\n\n3. Three stayed.\n\n1. Four left.")

    assert printed(paper, Paragraph) == ["1.", "2.", "3.", "4."]
    assert [(entry.text, entry.reason) for entry in paper.set_aside] == [
        ("3.", "printed as paragraph 3, numbered 2 here"),
        ("1.", "printed as paragraph 1, numbered 4 here"),
    ]


def test_a_year_at_the_beginning_is_no_number(read) -> None:
    paper = read(
        "Paper\n\n1. Lanterns were lit first in the year\n\n2017. The year was dark.\n\n2. It ended."
    )

    assert printed(paper, Paragraph) == ["1.", "2."]
    assert "in the year 2017. The year" in of(paper, Paragraph)[0].text


def test_an_initial_at_the_beginning_is_no_heading(read) -> None:
    paper = read(
        "Paper\n\nA. Lindgren opened the meeting and welcomed all who had come from afar.\n\nHe then sat down."
    )

    assert not of(paper, Heading)


def test_a_list_of_one_and_a_list_within_a_list(read) -> None:
    paper = read(
        "Paper\n\n1. It includes:\n - a. lamps, such as:\n - a. oil lamps;\n - b. gas lamps.\n - b. wicks.\n\n2. And:\n\n- oil"
    )

    assert [block.level for block in of(paper, ListItem)] == [1, 2, 2, 1, 1]
    assert of(paper, ListItem)[-1].marker is Marker.BULLET


def test_a_page_break_within_a_paragraph_is_closed(read) -> None:
    paper = read(
        "Report of the first meeting of Lamps\n\n1. The lamps\nX/1/2\n\f2\n\nwere lit and the Lamp\n\nOrganization was thanked."
    )

    assert of(paper, Paragraph)[0].text.endswith("were lit and the Lamp Organization was thanked.")


def test_page_numbers_running_heads_and_job_numbers_do_not_stay_in_the_text(read) -> None:
    paper = read(
        "K2000021 150520\n\nUNEP(ED)/Hg/PAG.9/1\n\nLamps\n\n1. The lamps were\n\nUNEP(ED)/Hg/PAG.9/1\n\n2/4\n\nlit.\n\nPage 3\n\n2. All."
    )

    assert paper.document.masthead.job_number == "K2000021 150520"
    assert [block.text for block in of(paper, Paragraph)] == ["The lamps were lit.", "All."]
    assert {entry.reason for entry in paper.set_aside} == {"a page number or running head"}


def test_wrapped_lines_are_one_paragraph(read) -> None:
    text = (
        "1. "
        + "The lamps were lit on time in all of the halls\n" * 4
        + "and they stayed lit.\n2. They went out."
    )

    assert [block.text.count("lit") for block in of(read(f"Paper\n\n{text}"), Paragraph)] == [5, 0]


@pytest.mark.parametrize(
    "table",
    ["| Lamp | Oil |\n|---|---|\n| A | 1 |", "Lamp\tOil\nA\t1", "|Lamp|Oil|\n|A|1|", "Lamp | Oil |\nA | 1 |"],
)
def test_tables_with_pipes_or_tabs(read, table) -> None:
    (found,) = of(read(f"Paper\n\n1. See the table:\n\n{table}\n\n2. That was it."), Table)

    assert found.rows == (("Lamp", "Oil"), ("A", "1"))
    assert found.header_rows == 1


def test_notes_find_their_marks_and_units_are_no_marks(read) -> None:
    paper = read(
        "Paper\n\n1. The hall has 40 m² in all,² and lamps.¹\n\n¹ Of oil.\n\n² Roughly.\n\n2. No note⁷ here."
    )
    notes = {block.text: str(block.id) for block in of(paper, Footnote)}
    text = of(paper, Paragraph)[0].text

    assert text == f"The hall has 40 m² in all,[^{notes['Roughly.']}] and lamps.[^{notes['Of oil.']}]"
    assert "note⁷" in of(paper, Paragraph)[1].text


def test_a_note_without_a_mark_is_kept(read) -> None:
    assert [block.text for block in of(read("Paper\n\n1. All went.\n\n¹ Unseen."), Footnote)] == ["Unseen."]


def test_annexes_count_anew(read) -> None:
    paper = read(
        "Paper\n\n1. Body.\n\n**Annex I**\n\nFirst list\n\n1. One.\n\nAnnex II: Second list\n\n1. Two.\n\n2. Three."
    )

    assert [block.text for block in of(paper, Annex)] == ["First list", "Second list"]
    assert printed(paper, Annex) == ["Annex I", "Annex II"]
    assert printed(paper, Paragraph) == ["1.", "1.", "1.", "2."]


def test_a_decision_of_one_paragraph_has_no_number(read) -> None:
    paper = read(
        "MC-5/3: Lamps\n\n*The Conference of the Parties*,\n\n*Recalling* the dark,\n\n*Decides* to light lamps."
    )

    assert paper.document.kind is DocumentKind.DECISION
    assert printed(paper, Operative) == [""]


def test_an_agenda_is_a_tree_of_headings(read) -> None:
    agenda = read(
        "PAG\n\nFifth meeting\n\nProvisional agenda\n\n1. Opening.\n2. Matters:\n(a) Agenda;\n(b) Work.\n3. Closure."
    )

    assert agenda.document.kind is DocumentKind.AGENDA
    assert [(item.label, item.title) for item in agenda.agenda] == [
        ("1.", "Opening"), ("2.", "Matters"), ("(a)", "Agenda"), ("(b)", "Work"), ("3.", "Closure"),
    ]  # fmt: skip


def test_quotations_and_odd_typography_stay_verbatim(read) -> None:
    paper = read("Paper\n\n1. He  said 'so' and \"thus\" – 5 * 3^2 -- colour, color.\n\n> It was  dark.")

    assert of(paper, Paragraph)[0].text == "He  said 'so' and \"thus\" – 5 * 3\\^2 -- colour, color."
    assert of(paper, Quotation)[0].text == "It was  dark."


def test_text_in_another_script_is_only_foreign_among_other_text(read) -> None:
    assert (
        of(read("会议报告\n\n会议于九点开始。会议由主席主持。"), Paragraph) or read("会议报告").document.title
    )


def test_bold_paragraphs_stay_paragraphs(read) -> None:
    report = read(
        "# Report of the second meeting\n\n## 1. Opening\n\n1. It opened.\n\n**2. The meeting agreed.**\n\n3. It ended."
    )

    assert printed(report, Paragraph) == ["1.", "2.", "3."]
    assert of(report, Paragraph)[1].text == "**The meeting agreed.**"
