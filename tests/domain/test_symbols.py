"""The grammar of document symbols, on real ones and malformed ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.symbols import SymbolKind, find, is_symbol, normalise, parse

_DOCUMENTS = """UNEP(ED)/Hg/PAG.8/7 UNEP(DTIE)/Hg/PAG.1/7 UNEP(DTIE)/Hg/INC.4/INF/2 UNEP(DTIE)/Hg/CONF/4
UNEP/MC/COP.4/INF/17 UNEP/MC/COP.3/1/Add.1 UNEP/OzL.Pro.27/1/Add.1 UNEP/CHW.15/INF/44 A/INF/76/1
UNEP/POPS/COP.10/INF/48 UNEP/FAO/RC/COP.10/INF/29 FCCC/CP/2005/INF.2 UNEP/MC/COP.4/CRP.3 UNEP/MC/COP.4/L.1/Add.2 SAICM/OEWG.3/4
UNEP/POPS/COP.9/INF/31–UNEP/CHW.14/INF/52–UNEP/FAO/RC/COP.9/INF/40"""
_MALFORMED = """UNEP UNEP/ UNEP(ED)/Hg/PAG.8/ UNEP(ed)/Hg/PAG.8/7 unep/mc/cop.4/1 UNEP(ED/Hg/PAG.8/7 UNEP//MC/COP.4/1
UNEP/MC/COP.4/Add.1 BAT/BEP and/or MC-4 MC-4/[--] MC/ES/22/202 72/277 UNEP/MC/COP.4/INF/17–"""
DOCUMENTS, MALFORMED = _DOCUMENTS.split(), _MALFORMED.split()
PAG = [
    f"UNEP(ED)/Hg/PAG.8/{end}" for end in ("2", "9", "10", "10/Add.1", "10/Add.2", "10/Add.10", "11", "INF/1")
]


@pytest.mark.parametrize("text", DOCUMENTS)
def test_real_document_symbols_are_symbols(text) -> None:
    assert parse(text).text == text
    assert parse(text).kind is SymbolKind.DOCUMENT


@pytest.mark.parametrize(
    ("text", "kind"), [("MC-4/12", SymbolKind.DECISION), ("MC/ES/2022/202", SymbolKind.LETTER)]
)
def test_decisions_and_letters_are_symbols_of_their_own_kind(text, kind) -> None:
    assert parse(text).kind is kind


@pytest.mark.parametrize("text", ["", *MALFORMED])
def test_malformed_symbols_are_refused(text) -> None:
    assert not is_symbol(text)
    with pytest.raises(Refused, match="is not a document symbol"):
        parse(text)


@pytest.mark.parametrize(
    "printed",
    [
        "UNEP(Economy Division)\n/Hg/PAG.8/7",
        "UNEP (ED)/Hg/PAG.8/7",
        " UNEP(ED)/ Hg/PAG.8/7 ",
        "UNEP(ED)/Hg\n/PAG.8/7",
    ],
)
def test_printed_forms_are_one_symbol(printed) -> None:
    assert parse(printed) == parse("UNEP(ED)/Hg/PAG.8/7")
    assert normalise(printed) == "UNEP(ED)/Hg/PAG.8/7"


def test_symbols_sort_as_people_count() -> None:
    assert [symbol.text for symbol in sorted(map(parse, reversed(PAG)))] == PAG


@given(st.permutations(PAG + DOCUMENTS))
def test_the_order_does_not_depend_on_the_start(texts) -> None:
    assert sorted(map(parse, texts)) == sorted(map(parse, PAG + DOCUMENTS))


def test_a_joint_symbol_has_parts() -> None:
    assert len(parse(DOCUMENTS[-1]).parts) == 3
    assert parse(DOCUMENTS[0]).parts == (DOCUMENTS[0],)


def test_a_symbol_tells_its_meeting() -> None:
    assert parse("UNEP(ED)/Hg/PAG.8/7").meeting == ("PAG", 8)
    assert parse("UNEP(DTIE)/Hg/CONF/4").meeting is None
    assert parse("MC-4/12").meeting is None


@pytest.mark.parametrize("text", [*DOCUMENTS, "MC-4/12", "MC/ES/2022/202"])
@pytest.mark.parametrize("frame", ["see {}.", "({})", "documents {}, and others", "“{}”;", "{}¹", "*{}*:"])
def test_symbols_are_found_in_running_text(text, frame) -> None:
    assert [symbol.text for symbol in find(frame.format(text))] == [text]


def test_symbols_are_found_in_order_and_in_normal_form() -> None:
    text = "document UNEP (ED)/Hg/PAG.8/6, decision MC-4/5 and again UNEP(Economy Division)/Hg/PAG.8/6"

    assert [symbol.text for symbol in find(text)] == ["UNEP(ED)/Hg/PAG.8/6", "MC-4/5", "UNEP(ED)/Hg/PAG.8/6"]


@pytest.mark.parametrize(
    "text", ["BAT/BEP", "resolution 72/277", "annex A/1", "www.unep.org/A/1/2", "COVID-19/20", "9/11"]
)
def test_other_words_with_strokes_are_no_symbols(text) -> None:
    assert find(text) == ()


@given(st.text(alphabet="UNEP(ED)/Hg.8–7 MC-A", max_size=60))
def test_what_is_found_is_a_symbol(text) -> None:
    assert all(parse(symbol.text) == symbol for symbol in find(text))
