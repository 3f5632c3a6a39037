"""Marked text as a Qt document and back: emphasis as styled runs, note references as one indestructible sign each."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from gmp_desktop.domain.inline import Run, mark, parse
from gmp_desktop.ui.widgets.plain_text import LINE_BREAK, TextStyle

NOTE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
NOTE_ID = QTextFormat.Property.UserProperty.value + 1
NOTE_LABEL = QTextFormat.Property.UserProperty.value + 2
SIGN = "\N{OBJECT REPLACEMENT CHARACTER}"


class NoteSign(QPyTextObject):
    """Draws the raised figure of a note reference."""

    def intrinsicSize(self, document: QTextDocument, position: int, format: QTextFormat) -> QSizeF:
        metrics = QFontMetricsF(_raised(document.defaultFont()))
        return QSizeF(metrics.horizontalAdvance(str(format.property(NOTE_LABEL))), 1.0)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        format: QTextFormat,
    ) -> None:
        painter.save()
        painter.setFont(_raised(document.defaultFont()))
        painter.drawText(
            QPointF(rect.left(), rect.bottom() - QFontMetricsF(document.defaultFont()).ascent() * 0.36),
            str(format.property(NOTE_LABEL)),
        )
        painter.restore()


def make_document(
    text: str,
    labels: Mapping[str, str],
    style: TextStyle,
    width: float,
    sign: NoteSign,
    parent: QObject | None = None,
) -> QTextDocument:
    """One paragraph, laid out in ``width``; painted and edited documents are both made here and so look alike."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(style.font)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if style.centred else Qt.AlignmentFlag.AlignLeading)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.documentLayout().registerHandler(NOTE_OBJECT, sign)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = QTextBlockFormat()
    block.setLineHeight(style.line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(block)
    insert_runs(cursor, parse(text), labels)
    cursor.endEditBlock()
    document.setTextWidth(width)
    return document


def insert_runs(cursor: QTextCursor, runs: Iterable[Run], labels: Mapping[str, str]) -> None:
    for run in runs:
        if run.note:
            cursor.insertText(SIGN, note_format(run.note, labels.get(run.note, "?")))
        else:
            cursor.insertText(run.text.replace("\n", LINE_BREAK), _format(run))


def note_format(id: str, label: str) -> QTextCharFormat:
    format = QTextCharFormat()
    format.setObjectType(NOTE_OBJECT)
    format.setProperty(NOTE_ID, id)
    format.setProperty(NOTE_LABEL, label)
    return format


def marked(document: QTextDocument, start: int = 0, end: int | None = None) -> str:
    """The marked text between two positions: what is stored."""
    return mark(_runs(document, start, document.characterCount() - 1 if end is None else end))


def _runs(document: QTextDocument, start: int, end: int) -> Iterable[Run]:
    base = document.defaultFont()
    block = document.begin()
    while block.isValid():
        if block.position() > start and block.position() <= end:
            yield Run("\n")
        iterator = block.begin()
        while not iterator.atEnd():
            piece = iterator.fragment()
            first, last = max(piece.position(), start), min(piece.position() + piece.length(), end)
            if first < last:
                words = piece.text()[first - piece.position() : last - piece.position()]
                yield from _runs_of(words, piece.charFormat(), base)
            iterator += 1
        block = block.next()


def _runs_of(words: str, format: QTextCharFormat, base: QFont) -> Iterable[Run]:
    if format.objectType() == NOTE_OBJECT:
        return [Run("", note=str(format.property(NOTE_ID)))] * len(words)
    return [
        Run(
            words.replace(LINE_BREAK, "\n").replace("\N{PARAGRAPH SEPARATOR}", "\n").replace(SIGN, ""),
            italic=format.fontItalic() and not base.italic(),
            bold=format.fontWeight() >= QFont.Weight.Bold and base.weight() < QFont.Weight.DemiBold,
            superscript=format.verticalAlignment() == QTextCharFormat.VerticalAlignment.AlignSuperScript,
        )
    ]


def _format(run: Run) -> QTextCharFormat:
    format = QTextCharFormat()
    if run.italic:
        format.setFontItalic(True)
    if run.bold:
        format.setFontWeight(QFont.Weight.Bold)
    if run.superscript:
        format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return format


def _raised(font: QFont) -> QFont:
    raised = QFont(font)
    raised.setPointSizeF(font.pointSizeF() * 0.68)
    return raised


def paint_document(
    painter: QPainter,
    document: QTextDocument,
    color: QColor,
    found: Iterable[tuple[int, int]] = (),
    ground: QColor | None = None,
) -> None:
    """Draw in ``color``, the stretches ``found`` on ``ground``; the document knows no colours, so schemes cost nothing."""
    context = QAbstractTextDocumentLayout.PaintContext()
    context.palette.setColor(QPalette.ColorRole.Text, color)
    selections = []
    for start, end in found:
        selection = QAbstractTextDocumentLayout.Selection()
        selection.cursor = QTextCursor(document)
        selection.cursor.setPosition(start)
        selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        if ground is not None:
            selection.format.setBackground(ground)
        selections.append(selection)
    context.selections = selections
    document.documentLayout().draw(painter, context)
