"""Tool tips of words somebody wrote: words, whatever signs are in them."""

from html import escape


def tip(words: str) -> str:
    """For a tool tip, which reads what looks like mark-up as mark-up, and an entity only where there is some."""
    return f'<p style="white-space:pre-wrap">{escape(words, quote=False)}</p>' if words else ""
