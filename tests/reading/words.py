"""Every word of a paper, and every word reading made of it."""

import re
import unicodedata
from collections import Counter

from gmp_desktop.domain.blocks import DocumentKind
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.numbering import labels, texts
from gmp_desktop.reading.recognise import Recognised

_TAGS = re.compile(r"</?(?:sup|br|b|i|em|strong) ?/?>")
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]+|\^\d+\^|\[\^[0-9A-Za-z-]+\]")
_ITEM = re.compile(r"^[\s*#]*(?:[-•–*]\s+)?\(?([a-z]{1,5}|\d{1,3})[.)]")


def words(text: str) -> Counter[str]:
    """The words of a text without marks, notes' marks and styles left out."""
    bare = _RAISED.sub(" ", _TAGS.sub("", text.replace("**", " ").replace("*", "")))
    return Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", bare)))


def item_labels(text: str) -> Counter[str]:
    """The labels of list items: they are computed, in the house's own form."""
    return Counter(label for line in text.splitlines() for label in _ITEM.findall(line))


def read_words(recognised: Recognised) -> Counter[str]:
    """Every word that came through: in the front matter, the blocks, their labels or set aside."""
    document = recognised.document
    head = document.masthead
    front = [*document.corner, document.subtitle]
    if document.kind is not DocumentKind.LETTER:  # a letter's title repeats its subject
        front.append(document.title)
    if head:
        distribution = f"Distr.: {head.distribution}" if head.distribution else ""
        front += [head.organ, distribution, head.dated, head.language_line, head.job_number]
        front.append(recognised.printed_symbol)
    front += labels(document).values()
    front += [entry.text for entry in recognised.set_aside]
    blocks = (text for block in document.blocks for text in texts(block))
    return words("\n".join(plain(text) for text in (*front, *blocks)))
