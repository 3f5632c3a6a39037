"""Whatever a paper holds is in its document, in its front matter or set aside with a reason."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gmp_desktop.reading.recognise import read_file, read_text
from tests.reading.words import item_labels, read_words, words

WORDS = r"""
the meeting agreed on further work by partners mercury Opening Organization report Annex waste COP 2017 14 UNEP
secretariat noted that, thanked them. included: areas; (PAG) “lessons” co- operation m² note¹ 9 a.m. Ms. Bello
*tour de table* 13<sup>th</sup> MC-4/5 UNEP(ED)/Hg/PAG.8/3 <https://example.org/a> 5*3 x^2 [^1] a_b C:\d
"""
OPENINGS = """1.|2.|3.|14.|2017.|(a)|(b)|(i)| - a.| - b.|-|•|–|I.|II.|A.|B.|##|### (a)|#### 4.|¹|²|*|**|>|\t|  |On|[^1]:"""
PHRASES = """United Nations/Environment Programme
Distr.: General
16 November 2017
English only
Annex
Annex II
Draft decision MC-4/[--]: Waste
The Conference of the Parties,
Note by the secretariat
K2000021 150520
Dear Colleagues,
Sincerely,
To: All
Ref.: MC/ES/2022/202
---
UNEP(Economy Division)
/Hg/PAG.8/7
| a | b |
|---|---|
| c | d |
x\ty
z\tw
预览已结束
https://example.org/x
4
Page 3
EP"""
STYLES = "{}|{} |*{}*|**{}**|{} end**Heading by itself**|{} end.**C. Heading**|**B. Work** {}|## {}|{}"
SEPARATORS = ("\n", "\n\n", "\n\n\n", "  \n", "\r\n", "\r\n\r\n", "\f", "\n\f\n")

TEXTS = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=25).map(" ".join)
STARTS = st.one_of(st.just(""), st.sampled_from(OPENINGS.split("|")).map("{} ".format))


@st.composite
def lines(draw: st.DrawFn) -> str:
    return draw(st.sampled_from(STYLES.split("|"))).format(draw(STARTS) + draw(TEXTS))


PAPERS = st.lists(
    st.tuples(st.one_of(lines(), lines(), st.sampled_from(PHRASES.split("\n"))), st.sampled_from(SEPARATORS)),
    max_size=25,
).map(lambda parts: "".join(line + separator for line, separator in parts))


@settings(max_examples=400, deadline=None)
@given(PAPERS)
@example("United Nations/Environment Programme\n** *tour end**Heading by itself**\n")
def test_every_word_comes_through(paper: str) -> None:
    missing = words(paper) - read_words(read_text(paper, "paper.txt"))

    assert not missing - item_labels(paper)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_at_all_is_read(paper: str) -> None:
    read_text(paper, "paper.txt")


@pytest.mark.parametrize("number", ["000", "001", "002", "004"])
def test_every_word_of_a_real_paper_comes_through(number: str, seed_path) -> None:
    path: Path = seed_path(number)
    paper = path.read_text(encoding="utf-8")

    missing = words(paper) - read_words(read_file(path))

    assert not missing - item_labels(paper)
