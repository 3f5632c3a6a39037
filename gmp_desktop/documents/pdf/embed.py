"""A face in one PDF file: the codes its glyphs have there, and the cut of the font that is embedded."""

from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress

from gmp_desktop.documents.pdf.bidi import mixes
from gmp_desktop.documents.pdf.faces import Face, Glyph

_TABLE_ROWS = 100
_SPACE_SIGN = "_"
_SYMBOLIC = 4
_NOTHING = "\0"
"""Readers drop it; a code that stands for nothing at all is taken for a letter by some."""


class EmbeddedFace:
    """Plays the part of a dynamic font for ReportLab: it is asked for its objects when the file is closed.

    Text is written as 16-bit codes, so that every glyph has a code and every code tells the characters it stands
    for. A code is the glyph's number; a glyph that stands for different characters gets further codes.
    """

    _dynamicFont = True

    def __init__(self, face: Face, name: str, number: int) -> None:
        self.face = face
        self.name = name
        self._number = number
        self._codes: dict[tuple[int, str], int] = {}
        self._glyphs: dict[int, tuple[int, str]] = {}
        self._letters = _Letters(self)

    def attach(self, canvas: Any) -> None:
        """Have the font written when the canvas is saved."""
        canvas._doc.delayedFonts.append(self)

    def code(self, glyph: int, text: str) -> str:
        """The code of a glyph as hexadecimal digits."""
        found = self._codes.get((glyph, text))
        if found is None:
            taken = glyph in self._glyphs
            found = self.face.glyph_count + len(self._glyphs) if taken else glyph
            self._codes[glyph, text] = found
            self._glyphs[found] = (glyph, text)
        return f"{found:04X}"

    def show(self, text: str, stretch: float) -> str:
        """The operators that show a text; ``stretch`` is what its spaces grow by, in thousandths of its size."""
        codes = text.translate(self._letters)
        if _SPACE_SIGN in codes:
            between = self.code(self.face.glyph(" "), " ")
            if stretch:
                between += f">{-stretch:.0f}<"
            codes = codes.replace(_SPACE_SIGN, between)
        return f"[<{codes}>]TJ"

    def show_glyphs(self, glyphs: tuple[Glyph, ...], text: str, size: float) -> str:
        """The operators that show shaped glyphs: first the letters in a row, then the signs on and under them."""
        letters: list[str] = []
        signs: list[str] = []
        origin = pen = 0.0
        marked: list[tuple[Glyph, float]] = []
        for glyph in glyphs:
            at = origin + glyph.dx
            origin += glyph.advance
            if glyph.dy or not glyph.text:
                marked.append((glyph, at))
            else:
                letters.append(self._moved(glyph, at - pen))
                pen = at + self.face.advance(glyph.number)
        for glyph, at in marked:
            signs.append(f"{glyph.dy * size:.3f} Ts [{self._moved(glyph, at - pen)}]TJ")
            pen = at + self.face.advance(glyph.number)
        shown = " ".join([f"[{''.join(letters)}]TJ", *signs, *(["0 Ts"] if signs else [])])
        if mixes(text) or all(glyph.text for glyph in glyphs):
            return shown
        return f"/Span <</ActualText <FEFF{_utf16(text)}>>> BDC {shown} EMC"

    def _moved(self, glyph: Glyph, by: float) -> str:
        move = f"{-by * 1000:.0f}" if abs(by) > 0.0005 else ""
        return f"{move}<{self.code(glyph.number, glyph.text)}>"

    def addObjects(self, doc: Any) -> None:
        """Write the font into the file."""
        base = (
            f"{'ABCDEFGHIJ'[self._number // 10 % 10]}{'ABCDEFGHIJ'[self._number % 10]}AAAA+{self.face.name}"
        )
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(base),
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}
                ),
                "FontDescriptor": doc.Reference(self._descriptor(doc, base), f"descriptor:{self.name}"),
                "DW": 1000,
                "W": PDFArray(self._widths()),
                "CIDToGIDMap": self._map(doc),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(base),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([doc.Reference(descendant, f"descendant:{self.name}")]),
                "ToUnicode": doc.Reference(_stream(self._to_unicode().encode()), f"unicode:{self.name}"),
            }
        )
        doc.idToObject["BasicFonts"].dict[self.name] = doc.Reference(font, f"font:{self.name}")

    def _descriptor(self, doc: Any, base: str) -> PDFDictionary:
        length, packed = self.face.cut(frozenset(glyph for glyph, _ in self._glyphs.values()))
        file = PDFStream(content=packed)
        file.dictionary["Filter"] = PDFName("FlateDecode")
        file.dictionary["Length1"] = length
        measures = self.face.measures
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(base),
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([-500, measures.descent, 1500, measures.ascent]),
                "ItalicAngle": -12 if "Italic" in self.face.name else 0,
                "Ascent": measures.ascent,
                "Descent": measures.descent,
                "CapHeight": 660,
                "StemV": 140 if "Bold" in self.face.name else 80,
                "FontFile2": doc.Reference(file, f"file:{self.name}"),
            }
        )

    def _widths(self) -> list[object]:
        out: list[object] = []
        for code in sorted(self._glyphs):
            out += [code, PDFArray([round(self.face.advance(self._glyphs[code][0]) * 1000)])]
        return out

    def _map(self, doc: Any) -> object:
        """Codes to glyphs; only codes beyond the glyphs' own numbers differ from them."""
        last = max(self._glyphs, default=0)
        if last < self.face.glyph_count:
            return PDFName("Identity")
        glyphs = range(last + 1)
        table = b"".join([self._glyphs.get(code, (code, ""))[0].to_bytes(2, "big") for code in glyphs])
        return doc.Reference(_stream(table), f"map:{self.name}")

    def _to_unicode(self) -> str:
        rows = [
            f"<{code:04X}> <{_utf16(text or _NOTHING)}>" for code, (_, text) in sorted(self._glyphs.items())
        ]
        blocks = [rows[at : at + _TABLE_ROWS] for at in range(0, len(rows), _TABLE_ROWS)]
        tables = "\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            f"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n{tables}\n"
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        )


class _Letters(dict[int, str]):
    """Characters to codes, for ``str.translate``; a space becomes a sign that is replaced later."""

    def __init__(self, font: EmbeddedFace) -> None:
        super().__init__({32: _SPACE_SIGN})
        self._font = font

    def __missing__(self, character: int) -> str:
        text = chr(character)
        found = self[character] = self._font.code(self._font.face.glyph(text), text)
        return found


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _stream(content: bytes) -> PDFStream:
    return PDFStream(content=content, filters=[PDFZCompress])
