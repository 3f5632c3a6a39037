"""What holds for a whole Word file."""

from xml.etree.ElementTree import Element

from gmp_desktop.documents.docx.form import Form
from gmp_desktop.documents.docx.nodes import node, twips
from gmp_desktop.documents.docx.styles import languages


def settings_part(form: Form, language: str) -> Element:
    return node(
        "settings",
        node("evenAndOddHeaders"),
        node("defaultTabStop", val=twips(form.points(36))),
        node("characterSpacingControl", val="doNotCompress"),
        node("footnotePr", node("footnote", id=-1), node("footnote", id=0)),
        node("compat", _compatible()),
        node("themeFontLang", **languages(language)),
    )


def _compatible() -> Element:
    """The way of setting of all Words since 2013."""
    return node(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15
    )
