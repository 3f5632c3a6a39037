from pathlib import Path
from uuid import UUID

import docx
import pytest

from gmp_desktop.domain.blocks import Document, DocumentKind
from gmp_desktop.domain.errors import Refused
from gmp_desktop.services.bundles import Bundles
from gmp_desktop.services.exports import Exports
from gmp_desktop.services.report import Reports
from gmp_desktop.store.store import Store


@pytest.fixture
def report(sampled: Store, report_id: UUID) -> Document:
    return Reports(sampled).document(report_id)


def test_the_suffix_tells_the_form(sampled: Store, report: Document, tmp_path: Path) -> None:
    exports = Exports(sampled)
    for name in ("a.pdf", "a.docx", "a.TXT", "a.json"):
        exports.write(report, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert "closed at 5.45 p.m." in "".join(
        one.text for one in docx.Document(str(tmp_path / "a.docx")).paragraphs
    )
    assert "closed at 5.45 p.m." in (tmp_path / "a.TXT").read_text(encoding="utf-8")
    assert (tmp_path / "a.json").read_bytes() == Bundles(sampled).write("PAG-15")


def test_another_suffix_is_refused_and_nothing_written(
    sampled: Store, report: Document, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match=r"should end in \.pdf, \.docx, \.txt or \.json"):
        Exports(sampled).write(report, tmp_path / "a.odt")
    assert not (tmp_path / "a.odt").exists()


def test_only_a_document_of_a_meeting_is_written_as_json(sampled: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="belongs to no meeting"):
        Exports(sampled).write(Document(UUID(int=1), DocumentKind.NOTE, "Alone"), tmp_path / "a.json")


def test_the_same_report_gives_the_same_bytes(sampled: Store, report: Document, tmp_path: Path) -> None:
    for suffix in (".pdf", ".docx"):
        for name in ("a", "b"):
            Exports(sampled).write(report, tmp_path / f"{name}{suffix}")
        assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()
