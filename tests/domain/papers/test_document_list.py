"""The list of documents."""

from gmp_desktop.domain.blocks import Heading, Table
from gmp_desktop.domain.meeting import DocumentStage
from gmp_desktop.domain.papers.document_list import Shelf, document_list, shelf_of
from tests.domain.papers.invented import FRONT, items, registered, wording


def test_documents_are_grouped_and_in_the_order_of_their_symbols() -> None:
    made = document_list(
        FRONT,
        items(),
        [
            registered("UNEP/X/10", "Tenth"),
            registered("", "No symbol"),
            registered("UNEP/X/9", "Ninth", "Waste", "Gold"),
            registered("UNEP/X/INF/1", "For information"),
            registered("UNEP/X/CRP.2", "In session"),
            registered("UNEP/X/3", "Withdrawn", stage=DocumentStage.WITHDRAWN),
            registered("UNEP/Y/3", "Cited", cited=True),
        ],
        wording(),
    )

    found = [
        block.text if isinstance(block, Heading) else block.rows[1:]
        for block in made.blocks
        if isinstance(block, Heading | Table)
    ]
    assert found == [
        "Working documents",
        (("UNEP/X/9", "Ninth", "3 (a), 3 (b)"), ("UNEP/X/10", "Tenth", ""), ("", "No symbol", "")),
        "Information documents",
        (("UNEP/X/INF/1", "For information", ""),),
        "In-session documents",
        (("UNEP/X/CRP.2", "In session", ""),),
    ]


def test_the_component_of_a_symbol_tells_where_it_is_listed() -> None:
    assert shelf_of("UNEP/Hg/PAG.15/INF/2") is Shelf.INFORMATION
    assert shelf_of("UNEP/Hg/PAG.15/L.1/Add.1") is Shelf.IN_SESSION
    assert shelf_of("UNEP/Hg/PAG.15/2/Add.1") is Shelf.WORKING
    assert shelf_of("") is Shelf.WORKING
