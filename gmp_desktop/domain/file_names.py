"""Names of files that come from elsewhere: never a path, never what a file system or an eye could be deceived by."""

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 150
_NO_SIGNS = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


def clean_name(name: str) -> str:
    """The last part of a name without signs that no name may have, at most so long, its suffix kept."""
    base = re.split(r"[/\\]", name)[-1]
    seen = "".join(sign for sign in base if unicodedata.category(sign)[0] != "C")
    words = " ".join(_NO_SIGNS.sub("_", seen).split()).strip(". ")
    if _RESERVED.match(words):
        words = f"_{words}"
    suffix = PurePosixPath(words).suffix[:20]
    stem = words.removesuffix(suffix) if suffix else words
    return f"{stem[: LONGEST - len(suffix)].rstrip()}{suffix}" or "file"
