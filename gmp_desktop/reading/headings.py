"""What a labelled or unlabelled line is among headings, and the level that means."""

from dataclasses import dataclass, field

from gmp_desktop.domain.blocks import HeadingScheme
from gmp_desktop.reading.draft import Draft, Rank
from gmp_desktop.reading.labels import Form, Label

_AGENDA = {
    Rank.ARABIC: 1,
    Rank.BRACKET: 2,
    Rank.BRACKET_ROMAN: 3,
    Rank.LETTER: 4,
    Rank.ROMAN: 1,
    Rank.CAPITAL: 2,
}
_ROMAN = {
    Rank.ROMAN: 1,
    Rank.CAPITAL: 2,
    Rank.ARABIC: 3,
    Rank.BRACKET: 4,
    Rank.BRACKET_ROMAN: 5,
    Rank.LETTER: 6,
}
_LONGEST = 250
_DEEPEST = 6


@dataclass(slots=True)
class Counts:
    """The last number of every rank, so that "I." after "H." is a letter and after nothing a roman figure."""

    last: dict[Rank, int] = field(default_factory=dict)

    def next(self, rank: Rank) -> int:
        return self.last.get(rank, 0) + 1

    def take(self, rank: Rank, value: int) -> None:
        """Count a heading; what is deeper starts again."""
        self.last[rank] = value
        for other in list(self.last):
            if _ROMAN[other] > _ROMAN[rank]:
                del self.last[other]

    def rank(self, label: Label) -> tuple[Rank, int]:
        """The rank and number of a heading's label."""
        letter, figure = _READINGS[label.form]
        if figure is not letter and label.roman_value:
            single = len(label.printed.strip("().")) == 1
            goes_on = self.last.get(letter, 0) and label.value == self.next(letter)
            if not (single and goes_on) and (not single or label.roman_value == self.next(figure)):
                return figure, label.roman_value
        return letter, label.value


_READINGS = {
    Form.ARABIC: (Rank.ARABIC, Rank.ARABIC),
    Form.CAPITAL: (Rank.CAPITAL, Rank.ROMAN),
    Form.BRACKET_LETTER: (Rank.BRACKET, Rank.BRACKET_ROMAN),
    Form.BRACKET_NUMBER: (Rank.BRACKET, Rank.BRACKET),
    Form.LETTER: (Rank.LETTER, Rank.LETTER),
}


def may_be_heading(text: str) -> bool:
    """Whether a text has the look of a heading: short, and not a sentence."""
    return 0 < len(text) <= _LONGEST and text[-1] not in ".;,:" and not text[0].islower()


def scheme_of(drafts: list[Draft], usual: HeadingScheme) -> HeadingScheme:
    """Chapters with roman figures or capitals are the roman scheme, with arabic figures the agenda's."""
    ranks = {draft.rank for draft in drafts if draft.what == "heading"}
    if ranks & {Rank.ROMAN, Rank.CAPITAL}:
        return HeadingScheme.ROMAN
    return HeadingScheme.AGENDA if Rank.ARABIC in ranks else usual


def set_levels(drafts: list[Draft], scheme: HeadingScheme) -> None:
    """The level of every heading: by its label; without one by its marks, or by standing right under another."""
    places = _AGENDA if scheme is HeadingScheme.AGENDA else _ROMAN
    hashes = [
        draft.value for draft in drafts if draft.what == "heading" and draft.rank is Rank.NONE and draft.value
    ]
    highest = min(hashes, default=1)
    level = labelled = 0
    before: Draft | None = None
    for draft in drafts:
        if draft.what == "annex":
            level = labelled = 0
        if draft.what == "heading":
            directly = before is not None and before.what == "heading"
            if draft.rank is not Rank.NONE:
                level = labelled = places[draft.rank]
            elif draft.value:
                level = draft.value - highest + 1
            elif labelled:
                level = min(labelled + 1, _DEEPEST)
            else:
                level = min(max(level, 1) + directly, _DEEPEST)
            draft.more |= {"level": level, "numbered": draft.rank is not Rank.NONE}
        before = draft
