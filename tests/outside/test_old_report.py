"""An old report comes in as a file: what was recognised is shown, and stored only when a person says so."""

from pathlib import Path

from tests.outside.desk import Desk

REPORT = """UNEP/Hg/PAG.3/5

United Nations
Environment Programme

Distr.: General
4 May 2012
English only

**Partnership Advisory Group, Third meeting**
Lagos, Nigeria, 2 May 2012

**Report of the third meeting of the Partnership Advisory Group**

**1. Opening of the meeting**

1. The third meeting of the Partnership Advisory Group was held at the Harbour Hall, Lagos, on 2 May 2012.

2. Ms. Ines Okafor welcomed the participants.

## **2. Closure of the meeting**

3. Ms. Okafor declared the meeting closed at 4 p.m.
"""


def test_an_old_report_is_shown_before_it_is_taken_in(desk: Desk, tmp_path: Path) -> None:
    report = tmp_path / "old.txt"
    report.write_text(REPORT, "utf-8")
    desk.open(str(report))
    desk.see("Take in")
    assert "PAG-3" not in desk.run("meetings").stdout

    desk.press("Take in")

    desk.see("Paragraph 3:")
    assert "PAG-3" in desk.run("meetings").stdout
    assert desk.run("verify").returncode == 0
