"""What holds for a whole Word file."""

from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.form import Form
from gmp_desktop.documents.docx.nodes import node, twips
from gmp_desktop.documents.docx.styles import languages


def settings_part(form: Form, language: str, *, notes: bool = False) -> Element:
    """``notes`` tells whether there is a part of footnotes, with the lines that part them from the text."""
    return node(
        "settings",
        node("defaultTabStop", val=twips(form.points(36))),
        node("evenAndOddHeaders"),
        node("characterSpacingControl", val="doNotCompress"),
        node("footnotePr", node("footnote", id=-1), node("footnote", id=0)) if notes else None,
        node("compat", _compatible()),
        node("themeFontLang", **languages(language)),
    )


def _compatible() -> Element:
    """The way of setting of all Words since 2013."""
    return node(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
