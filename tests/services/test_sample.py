import re

from gmp_desktop.domain.blocks import Heading, Paragraph
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.numbering import labels, texts
from gmp_desktop.domain.symbols import find
from gmp_desktop.services.bundles import Bundles, read
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.sample import Sample, sample
from gmp_desktop.store.store import Store

BUNDLE = sample()
REPORT = BUNDLE.papers[0].document
WORDS = "\n".join(plain(text) for block in REPORT.blocks for text in texts(block))


def test_the_sample_is_added_once(store: Store) -> None:
    assert [Sample(store).add(), Sample(store).add()] == ["PAG-15", "PAG-15"]
    assert len(Meetings(store).all()) == 1


def test_a_sample_that_was_rewritten_is_left_alone(sampled: Store) -> None:
    id = BUNDLE.meeting.id
    Meetings(sampled).edit(id, code="MINE")
    assert Sample(sampled).add() == "MINE"


def test_the_sample_keeps_to_the_schema_of_bundles(sampled: Store) -> None:
    assert read(Bundles(sampled).write("PAG-15")) == BUNDLE


def test_the_sample_has_eight_agenda_items_and_as_many_headings() -> None:
    body = [block for block in REPORT.blocks if isinstance(block, Heading) and block.numbered]
    assert [item.title for item in BUNDLE.agenda] == [heading.text for heading in body]
    assert [labels(REPORT)[heading.id] for heading in body if heading.level == 1] == [
        f"{n}." for n in range(1, 9)
    ]


def test_four_breakout_groups_report_on_five_questions() -> None:
    groups = [block for block in REPORT.blocks if isinstance(block, Paragraph) and block.group]
    assert len(groups) == 4
    for group in groups:
        assert set(re.findall(r"\(([a-e])\)", group.text)) == set("abcde")


def test_every_cited_symbol_is_in_the_register() -> None:
    register = {paper.symbol for paper in BUNDLE.papers}
    assert {symbol.text for symbol in find(WORDS)} <= register


def test_the_sample_is_written_in_house_style() -> None:
    slips = r"\b\d+(?:st|nd|rd|th)\b|\b\d{1,2}[:.]\d\d ?(?:am|pm)\b|\.00\b|\b[ap]m\b|%|percent|[Oo]rganis|[\"']|\b[1-9] (?:participants|partners|days|years|weeks)"
    assert re.findall(slips, WORDS) == []
    paragraphs = [plain(block.text) for block in REPORT.blocks if isinstance(block, Paragraph)]
    assert [text for text in paragraphs if not text.endswith((".", ":"))] == []


def test_names_stand_in_six_scripts() -> None:
    for script in ("[a-zà-ž]", "[Ѐ-ӿ]", "[Ͱ-Ͽ]", "[؀-ۿ]", "[一-鿿]", "[ऀ-ॿ]"):
        assert re.search(f"{script}{{2}}", WORDS), script
