"""The agenda, and the agenda with its annotations (UN_STYLE 3.2)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from gmp_desktop.domain.agenda import bare_title, number_of, printed
from gmp_desktop.domain.blocks import AgendaLine, Block, Document, Heading, ListItem, Paragraph
from gmp_desktop.domain.inline import escape, plain
from gmp_desktop.domain.meeting import AgendaItem, DocumentStage, MeetingDocument, Sitting
from gmp_desktop.domain.papers.days import hour, weekday
from gmp_desktop.domain.papers.front import Front, Keys, framed, item_called, joined, keys_of, staged
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.domain.papers.wording import Wording
from gmp_desktop.domain.values import value


@value
class Officer:
    """Who presides; ``names`` are those a text may call them by, to find whether it does already."""

    name: str
    called: str = ""


def agenda(front: Front, items: Sequence[AgendaItem], say: Wording) -> Document:
    key = keys_of(front, PaperKind.AGENDA)
    texts = printed(items, say.language)
    lines = [AgendaLine(key(), texts[item.id], item.depth + 1) for item in items]
    item = item_called(items, "title-adoption", say)
    return framed(front, PaperKind.AGENDA, staged(front, "agenda", say), lines, say, item=item)


def annotated_agenda(
    front: Front,
    items: Sequence[AgendaItem],
    say: Wording,
    *,
    first: Sitting | None = None,
    officers: Sequence[Officer] = (),
    documents: Sequence[MeetingDocument] = (),
) -> Document:
    """The annotations, with what the record knows and they do not say: the hour, who presides, the documents."""
    kind = PaperKind.ANNOTATED_AGENDA
    key = keys_of(front, kind)
    blocks: list[Block] = []
    before = papers_by_item(documents)
    for at, item in enumerate(items):
        title = bare_title(item.title)
        heading = say("item-heading", item=number_of(items, item.id), title=title)
        blocks.append(Heading(key(), heading, min(item.depth + 1, 4), numbered=False))
        if at == 0:
            blocks += _opening(front, item, first, officers, say, key)
        blocks += [Paragraph(key(), line) for line in lines_of(item.annotation)]
        blocks += _before_it(front, item, before.get(item.id, ()), say, key)
    item_number = item_called(items, "title-adoption", say)
    return framed(front, kind, staged(front, "annotated-agenda", say), blocks, say, item=item_number)


def lines_of(annotation: str) -> list[str]:
    """Its paragraphs."""
    return [line.strip() for line in annotation.splitlines() if line.strip()]


def papers_by_item(documents: Sequence[MeetingDocument]) -> Mapping[UUID, list[MeetingDocument]]:
    """What is before the meeting under each item; what is only cited, or withdrawn, is not."""
    found: dict[UUID, list[MeetingDocument]] = {}
    for document in documents:
        if not document.cited and document.stage is not DocumentStage.WITHDRAWN:
            for id in document.item_ids:
                found.setdefault(id, []).append(document)
    return found


def document_called(document: MeetingDocument, say: Wording) -> str:
    """Document UNEP/Hg/PAG.15/3, “Title”, as far as either is known."""
    symbol, title = escape(document.printed_symbol or document.symbol), document.title
    if symbol and title:
        return say("document-symbol", symbol=symbol, title=title)
    return say("document-symbol-only", symbol=symbol) if symbol else say("document-title", title=title)


def _opening(
    front: Front,
    item: AgendaItem,
    first: Sitting | None,
    officers: Sequence[Officer],
    say: Wording,
    key: Keys,
) -> Iterator[Paragraph]:
    """When the meeting opens and who presides, unless the annotation tells it."""
    words = plain(item.annotation)
    if first is not None and first.day is not None:
        tell = say.having("opened")
        at, on = hour(first.begins, tell), weekday(first.day, tell)
        if at not in words:
            venue = front.meeting.venue if "opened-in" in tell else ""
            facts = {"hour": at, "day": on}
            yield Paragraph(
                key(), tell("opened-in", venue=escape(venue), **facts) if venue else tell("opened", **facts)
            )
    if officers and not all(officer.called and officer.called in words for officer in officers):
        tell = say.having("presides-co-chairs")
        names = joined([escape(officer.name) for officer in officers], tell)
        yield Paragraph(
            key(), tell("presides-co-chairs" if len(officers) > 1 else "presides-co-chair", names=names)
        )


def _before_it(
    front: Front, item: AgendaItem, documents: Sequence[MeetingDocument], say: Wording, key: Keys
) -> Iterator[Block]:
    """The documents of an item that its annotation does not name."""
    words = plain(item.annotation)
    untold = [
        document
        for document in documents
        if not any(_names(words, symbol) for symbol in (document.symbol, document.printed_symbol))
    ]
    if not untold:
        return
    tell = say.having("before-many")
    group = tell("the-body", name=front.called) if front.called else tell("the-meeting")
    called = [document_called(document, tell) for document in untold]
    opening = {"Group": _capital(group)}
    if len(called) == 1:
        yield Paragraph(key(), tell("before-one", document=called[0], **opening))
        return
    yield Paragraph(key(), tell("before-many", **opening))
    for text in called[:-1]:
        yield ListItem(key(), f"{_capital(text)};")
    yield ListItem(key(), f"{_capital(called[-1])}.")


def _names(words: str, symbol: str) -> bool:
    """Whether a text names a document: /1 is named neither by /10 nor by /1/Add.1."""
    return bool(symbol) and bool(re.search(rf"(?<![\w/]){re.escape(symbol)}(?![\w/])", words))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
