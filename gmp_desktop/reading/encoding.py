"""Bytes to text, whatever wrote them."""

import codecs

from gmp_desktop.domain.errors import Refused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LIKELY = [
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "mac_roman", "cp850", "cp437",
    "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "koi8_r",
]  # fmt: skip
_SAMPLE_BYTES = 200_000
_MOST_CONTROLS = 0.01


def decode(data: bytes, name: str) -> str:
    """The text of a file; refuses one that is no text."""
    text = _decoded(data)
    if text is None or is_binary(text):
        raise Refused(
            f"“{name}” is not a text, though its name says so; nothing was read. Open the original paper."
        )
    return text


def _decoded(data: bytes) -> str | None:
    for name in (marked(data), "utf-8"):
        if name:
            try:
                return data.decode(name)
            except (UnicodeDecodeError, LookupError):
                continue
    return None if b"\0" in data else data.decode(_guessed(data), "replace")


def marked(data: bytes) -> str | None:
    """The encoding that a file's first bytes, or its zero bytes, tell."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None) or _without_mark(data)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark shows in the zero bytes of every other place."""
    sample = data[:4000]
    half = max(len(sample) // 2, 1)
    odd, even = sample[1::2].count(0) / half, sample[::2].count(0) / half
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # a second of import, and few papers need it

    sample = data[:_SAMPLE_BYTES]
    high = [byte for byte in sample if byte > 127]
    letters = [byte for byte in high if byte not in _PUNCTUATION]
    if len(letters) < _MOST_LETTERS * len(sample) and all(byte in _WESTERN for byte in high):
        return "cp1252"
    best = from_bytes(data[:_SAMPLE_BYTES], cp_isolation=_LIKELY).best()
    return best.encoding if best else "cp1252"


_PUNCTUATION = frozenset("–—‘’“”„…•€™©®°±«»§¶\u00a0".encode("cp1252"))
_MOST_LETTERS = 0.06
"""More accented letters than this and a paper is in none of the languages cp1252 is for."""

_WESTERN = frozenset(
    "–—‘’“”„…•€™©®°±·ºª«»½¼¾¿¡§¶£²³¹×\u00a0éèêëáàâäãåíìîïóòôöõøúùûüçñßæœÉÈÀÇÑÖÜÄÅØÓÁÍÚ".encode("cp1252")
)


def is_binary(text: str) -> bool:
    if "\0" in text:
        return True
    sample = text[:1_000_000]
    controls = sum(sample.count(chr(code)) for code in range(32) if code not in {9, 10, 11, 12, 13, 26, 27})
    return controls > _MOST_CONTROLS * len(sample)
