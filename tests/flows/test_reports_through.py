"""The real reports go in as dirty text and come out as PDF and text with every word in its place."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest

from gmp_desktop.cli import main

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real reports are not beside this tree")

Through = Callable[..., tuple[dict[str, object], Path, str]]

_FOOT = re.compile(r"^\d+/\d+$")


def seed(number: str) -> Path:
    return next(SEEDS.glob(f"{number}_*.txt"))


def squeezed(text: str) -> str:
    """Without white space and without what marks text up."""
    return re.sub(r"[\s*#\\]|<sup>|</sup>", "", text)


def pdf_text(path: Path, head: str = "") -> str:
    """The words of a PDF, page after page, heads and feet apart."""
    with pypdfium2.PdfDocument(path) as file:
        pages = [page.get_textpage().get_text_range() for page in file]
    lines = [
        line.strip()
        for page in pages
        for line in page.replace("\ufffe", "-").replace("\x02", "-").split("\n")
    ]
    return "\n".join(line for line in lines if line not in {"DRAFT", head} and not _FOOT.match(line))


def stands_in_order(parts: Sequence[str], text: str) -> list[str]:
    """The parts that are not found behind the one before."""
    place, missing = 0, []
    for part in parts:
        found = text.find(squeezed(part), place)
        if found < 0:
            missing.append(part[:80])
        else:
            place = found + len(squeezed(part))
    return missing


def paragraphs(text: str, count: int) -> Iterator[str]:
    """The numbered paragraphs of a seed, read in the plainest way there is."""
    place = 0
    for number in range(1, count + 1):
        start = re.compile(rf"^{number}\. ", re.MULTILINE).search(text, place)
        assert start, number
        end = re.compile(rf"^(?:{number + 1}\. |\*\*|#|On .{{3,80}}?: )", re.MULTILINE).search(
            text, start.end()
        )
        yield text[start.start() : end.start() if end else len(text)]
        place = start.end()


@pytest.fixture
def through(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Through:
    """Import a seed and export it: what was told, the PDF and the text."""

    def go(number: str) -> tuple[dict[str, object], Path, str]:
        data = ["--data", str(tmp_path / "data")]
        assert main([*data, "import", str(seed(number)), "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        document = [] if told["meeting"] else ["--document", told["symbol"]]
        for suffix in ("pdf", "txt"):
            assert main([*data, "export", *document, "--to", str(tmp_path / f"out.{suffix}")]) == 0
        return told, tmp_path / "out.pdf", (tmp_path / "out.txt").read_text(encoding="utf-8")

    return go


def test_the_report_of_the_eighth_meeting(
    through: Through,
) -> None:
    told, pdf, text = through("002")
    assert (told["meeting"], told["symbol"]) == ("PAG-8", "UNEP(ED)/Hg/PAG.8/7")
    source = seed("002").read_text(encoding="utf-8")
    numbered = list(paragraphs(source, 132))
    breakouts = re.findall(r"^On .{3,80}?: (?:To answer|For question|Starting with).*", source, re.MULTILINE)
    headings = re.findall(r"^[#* ]*\*\*(\d\. .+?)\*\*$|^### (\([ab]\) .+)$", source, re.MULTILINE)
    for out in (squeezed(pdf_text(pdf, "UNEP(ED)/Hg/PAG.8/7")), squeezed(text)):
        assert stands_in_order(numbered, out) == []
        assert stands_in_order([numbered[114], *breakouts, numbered[115]], out) == []
        assert stands_in_order([one or other for one, other in headings], out) == []
        for part in (
            "UNEP(Economy Division)/Hg/PAG.8/7",
            "Distr.: General",
            "16 November 2017",
            "English only",
        ):
            assert squeezed(part) in out
    assert (len(headings), len(breakouts)) == (10, 4)


def test_the_outline_of_the_report_is_its_agenda(
    through: Through,
) -> None:
    _, pdf, _ = through("002")
    with pypdfium2.PdfDocument(pdf) as file:
        outline = [(item.level, item.get_title()) for item in file.get_toc()]
    assert [level for level, _ in outline].count(0) == 8
    assert len(outline) == 10
    assert "Closure of the meeting" in outline[-1][1]


OPERATIVE = (
    "1. Agrees",
    "2. Welcomes",
    "3. Invites",
    "4. Takes note",
    "5. Requests",
    "6. Also requests",
    "7. Further requests",
)


def test_the_note_on_cooperation(through: Through) -> None:
    told, pdf, text = through("001")
    counts = told["counts"]
    assert isinstance(counts, dict)
    assert (told["meeting"], counts["paragraphs"], counts["headings"]) == (None, 38, 13)
    source = seed("001").read_text(encoding="utf-8")
    starts = [re.sub(r"\s+", " ", part)[:60] for part in paragraphs(source, 38)]
    notes = [line[2:].lstrip() for line in re.findall(r"^(?:\*{1,2} |[¹²³⁴] ).+$", source, re.MULTILINE)]
    for out in (squeezed(pdf_text(pdf)), squeezed(text)):
        assert stands_in_order(starts, out) == []
        assert stands_in_order([f"{letter}." for letter in "ABCDEFGHIJ"], out) == []
        assert "Draftdecision" in out
        assert stands_in_order(OPERATIVE, out[out.index("Draftdecision") :]) == []
        assert [out.count(re.sub("[<>]", "", squeezed(note))) for note in notes] == [1] * 8
    assert (counts["notes"], counts["decisions"]) == (8, 1)


def test_the_thought_starter(through: Through) -> None:
    told, pdf, text = through("004")
    counts = told["counts"]
    assert isinstance(counts, dict)
    assert (told["meeting"], counts["paragraphs"]) == (None, 24)
    assert "reportId" in json.dumps(told["set_aside"])
    source = seed("004").read_text(encoding="utf-8")
    annex = source[source.index("Annex") :]
    starts = [re.sub(r"\s+", " ", part)[:60] for part in paragraphs(annex, 24)]
    for out in (squeezed(pdf_text(pdf)), squeezed(text)):
        assert "reportId" not in out
        assert stands_in_order(starts, out) == []


def test_the_letter(through: Through) -> None:
    told, pdf, text = through("000")
    assert (told["meeting"], told["symbol"]) == (None, "MC/ES/2022/202")
    words = [squeezed(line) for line in seed("000").read_text(encoding="utf-8").splitlines()]
    lines = [re.sub(r"^[-•–]", "", line) for line in words if len(line) > 30]
    for out in (squeezed(pdf_text(pdf)), squeezed(text)):
        missing = [line[:60] for line in lines if line not in out]
        assert missing == []


def test_a_bundle_carries_the_report_to_another_record(through: Through, tmp_path: Path) -> None:
    _, pdf, text = through("002")
    first, second = ["--data", str(tmp_path / "data")], ["--data", str(tmp_path / "second")]
    assert main([*first, "export", "--to", str(tmp_path / "a.json")]) == 0
    assert main([*second, "import", str(tmp_path / "a.json")]) == 0
    for name in ("b.json", "b.pdf", "b.txt"):
        assert main([*second, "export", "--to", str(tmp_path / name)]) == 0
    assert (tmp_path / "b.json").read_bytes() == (tmp_path / "a.json").read_bytes()
    assert (tmp_path / "b.pdf").read_bytes() == pdf.read_bytes()
    assert (tmp_path / "b.txt").read_text(encoding="utf-8") == text


def test_import_and_export_take_less_than_three_seconds(tmp_path: Path) -> None:
    """Of the processor's time: how long a busy machine lets them wait says nothing of the program."""
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for words in (["import", str(seed("002"))], ["export", "--to", str(tmp_path / "a.pdf")]):
        command = [sys.executable, "-m", "gmp_desktop", "--data", str(tmp_path / "data"), *words]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 3
