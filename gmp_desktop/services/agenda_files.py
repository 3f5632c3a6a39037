"""An agenda in a file of its own: a list of items in a text or a Word document."""

from pathlib import Path

from gmp_desktop.domain.agenda_lines import read_lines
from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.limits import MOST_AGENDA_ITEMS
from gmp_desktop.reading.files import load


def text_of(path: Path) -> str:
    """The lines of the file, if they can be an agenda."""
    text = load(path).text
    count = len(read_lines(text))
    if not 0 < count <= MOST_AGENDA_ITEMS:
        raise Refused(
            f"“{path.name}” has {count:,} lines of text; an agenda has 1 to {MOST_AGENDA_ITEMS:,}. Nothing was changed."
        )
    return text
