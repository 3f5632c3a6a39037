"""The level of a list's item, from its label, its indent and what stands before it."""

from dataclasses import dataclass, field

from gmp_desktop.domain.blocks import Marker
from gmp_desktop.reading.labels import Form, Label

_DEEPEST = 4


@dataclass(slots=True)
class _Level:
    form: str
    value: int
    indent: int


@dataclass(slots=True)
class Levels:
    """The lists open at this place of the text, the outermost first."""

    open: list[_Level] = field(default_factory=list)

    def close(self) -> None:
        self.open.clear()

    def place(self, label: Label, indent: int, before: str) -> int:
        """The level of the item, counted from 1; ``before`` is the text of the item before it."""
        forms = _readings(label)
        at = self._going_on(forms, indent, before)
        if at is None:
            at = self._new(forms, indent, before)
        del self.open[at + 1 :]
        return at + 1

    def _going_on(self, forms: list[tuple[str, int]], indent: int, before: str) -> int | None:
        """The open list whose next item this is, the innermost first."""
        found: list[int] = []
        for at in range(len(self.open) - 1, -1, -1):
            level = self.open[at]
            for form, value in forms:
                if level.form == form and (value == level.value + 1 or not value):
                    found.append(at)
        same = [at for at in found if self.open[at].indent == indent]
        if same:
            found = same
        elif found and not forms[0][1]:
            found = []
        if not found:
            return None
        at = found[-1] if len(found) > 1 and before.endswith(".") and len(same) != 1 else found[0]
        self.open[at].value += 1
        self.open[at].indent = indent
        return at

    def _new(self, forms: list[tuple[str, int]], indent: int, before: str) -> int:
        form, value = forms[0]
        deeper = bool(self.open) and (
            indent > self.open[-1].indent
            or (form != self.open[-1].form and form not in {level.form for level in self.open})
            or (value == 1 and before.endswith(":"))
        )
        if self.open and not deeper:
            at = self._outer(form, indent)
            self.open[at] = _Level(form, value, indent)
            return at
        if len(self.open) == _DEEPEST:
            self.open.pop()
        self.open.append(_Level(form, value, indent))
        return len(self.open) - 1

    def _outer(self, form: str, indent: int) -> int:
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at].form == form and self.open[at].indent <= indent:
                return at
        return next((at for at, level in enumerate(self.open) if level.indent >= indent), len(self.open) - 1)


def marker(label: Label) -> Marker:
    return {Form.BULLET: Marker.BULLET, Form.DASH: Marker.DASH}.get(label.form, Marker.LETTER)


def _readings(label: Label) -> list[tuple[str, int]]:
    """What a label may mean: (i) is the ninth letter or the first roman figure, the likelier one first."""
    letters = label.printed.strip("().")
    if label.form in {Form.BULLET, Form.DASH}:
        return [(label.form.value, 0)]
    if not label.roman_value or letters.isdigit():
        return [(label.form.value, label.value)]
    roman = (f"{label.form.value} roman", label.roman_value)
    if len(letters) > 1:
        return [roman]
    letter = (label.form.value, label.value)
    return [roman, letter] if letters == "i" else [letter, roman]
