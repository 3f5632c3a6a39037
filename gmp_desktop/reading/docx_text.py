"""The words of a Word paragraph with their emphasis as dirty marks, and what its style says."""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_SPECIAL = re.compile(r"([\\*]|\[(?=\^))")
_ON = {None, "1", "true", "on"}
_DEEPEST = 6
_MOST_PARENTS = 20
_RUN_PARENTS = {
    qn(f"w:{name}") for name in ("hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple", "moveTo")
}
_SKIPPED = {qn(f"w:{name}") for name in ("del", "moveFrom")}


class Styles:
    """The paragraph styles of a paper by id: their names, and settings looked for along their parents."""

    def __init__(self, document: Any) -> None:
        styles = document.styles.element.iterchildren(qn("w:style"))
        self._styles = {style.get(qn("w:styleId"), ""): style for style in styles}

    def chain(self, paragraph: Any) -> Iterator[Any]:
        """The style of a paragraph and the ones it is based on."""
        id = _value(paragraph, "w:pPr/w:pStyle")
        for _ in range(_MOST_PARENTS):
            style = self._styles.get(id or "")
            if style is None:
                return
            yield style
            id = _value(style, "w:basedOn")


def heading_level(paragraph: Any, styles: Styles) -> int:
    """1 to 6 for a heading or a title, 0 for text."""
    for style in styles.chain(paragraph):
        name = (_value(style, "w:name") or "").casefold()
        found = re.fullmatch(r"heading (\d)", name)
        if found:
            return min(int(found.group(1)), _DEEPEST)
        if name == "title":
            return 1
    outline = _value(paragraph, "w:pPr/w:outlineLvl")
    return min(int(outline) + 1, _DEEPEST) if outline and outline.isdigit() and int(outline) < 9 else 0


def marked_text(paragraph: Any, styles: Styles) -> tuple[str, str]:
    """The text with bold, italic, raised and note marks; and the words tracked changes have struck out."""
    bold = any(_on(style, "w:rPr/w:b") for style in styles.chain(paragraph))
    italic = any(_on(style, "w:rPr/w:i") for style in styles.chain(paragraph))
    pieces: list[tuple[str, str]] = []
    for run in _runs(paragraph):
        text = "".join(_characters(run))
        if text:
            pieces.append((_style(run, bold, italic), text))
    struck = "".join(node.text or "" for node in paragraph.iter(qn("w:delText")))
    return "".join(_wrapped(style, text) for style, text in _merged(pieces)), struck.strip()


def raw_text(paragraph: Any) -> str:
    return "".join(node.text or "" for node in paragraph.iter(qn("w:t"))).strip()


def is_empty(text: str) -> bool:
    return not re.search(r"\w", text)


def _runs(parent: Any) -> Iterator[Any]:
    for child in parent.iterchildren():
        if child.tag == qn("w:r"):
            yield child
        elif child.tag in _RUN_PARENTS:
            yield from _runs(child)


def _characters(run: Any) -> Iterator[str]:
    for node in run.iterchildren():
        name = node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""
        if name == "t":
            yield _SPECIAL.sub(r"\\\1", node.text or "")
        elif name == "tab":
            yield " "
        elif name in {"br", "cr"}:
            yield "\n"
        elif name == "noBreakHyphen":
            yield "\u2011"
        elif name in {"footnoteReference", "endnoteReference"}:
            yield f"[^{name[:4]}{node.get(qn('w:id'), '').replace('-', 'm')}]"


def _style(run: Any, bold: bool, italic: bool) -> str:
    raised = _value(run, "w:rPr/w:vertAlign") == "superscript"
    if raised and run.find(qn("w:footnoteReference")) is None and run.find(qn("w:endnoteReference")) is None:
        return "sup"
    strong = _on(run, "w:rPr/w:b", bold)
    slanted = _on(run, "w:rPr/w:i", italic)
    return ("**" if strong else "") + ("*" if slanted else "")


def _merged(pieces: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Stretches of one style; white space and notes take the style before them."""
    style = words = ""
    for next_style, text in pieces:
        if words and (next_style == style or not text.strip() or text.startswith("[^")):
            words += text
            continue
        if words:
            yield style, words
        style, words = next_style, text
    if words:
        yield style, words


def _wrapped(style: str, text: str) -> str:
    """Every line in its marks, the space around the words outside them."""
    if not style:
        return text
    opened, closed = ("<sup>", "</sup>") if style == "sup" else (style, style)
    return "\n".join(
        re.sub(r"^(\s*)(.*?)(\s*)$", lambda line: _line(line, opened, closed), line, flags=re.DOTALL)
        for line in text.split("\n")
    )


def _line(line: re.Match[str], opened: str, closed: str) -> str:
    before, words, after = line.groups()
    return f"{before}{opened}{words}{closed}{after}" if words else before + after


def _value(element: Any, path: str) -> str | None:
    for name in path.split("/"):
        element = element.find(qn(name))
        if element is None:
            return None
    value = element.get(qn("w:val"))
    return None if value is None else str(value)


def _on(element: Any, path: str, otherwise: bool = False) -> bool:
    for name in path.split("/"):
        element = element.find(qn(name))
        if element is None:
            return otherwise
    return element.get(qn("w:val")) in _ON
