"""Takes out of a text what no paper can show: controls, direction overrides, halves of characters."""

import re
import unicodedata

_UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200e\u200f\u061c"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
_NEWLINES = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SPACES = re.compile("[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_FIXED_SPACES = re.compile("[\u2007\u202f]")


def clean(text: str) -> str:
    """Characters a font may draw, composed; every space is a plain or a no-break one, every line end a newline."""
    if text.isascii() and text.isprintable():
        return text
    text = _NEWLINES.sub("\n", _UNSHOWN.sub("", text))
    text = _FIXED_SPACES.sub("\u00a0", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text)
