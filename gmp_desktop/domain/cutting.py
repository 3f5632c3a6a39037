"""Parting a marked text in two and making one of two, so that every mark keeps its partner."""

from dataclasses import replace

from gmp_desktop.domain.inline import Run, mark, parse


def length(text: str) -> int:
    """How many characters a person sees; a note reference counts as one."""
    return sum(_length(run) for run in parse(text))


def cut(text: str, at: int) -> tuple[str, str]:
    """The halves before and after so many characters, without the white space at the cut."""
    left: list[Run] = []
    right: list[Run] = []
    for run in parse(text):
        room = max(at, 0)
        at -= _length(run)
        if run.note:
            (left if room else right).append(run)
        else:
            left.append(replace(run, text=run.text[:room]))
            right.append(replace(run, text=run.text[room:]))
    return mark(left).rstrip(), mark(right).lstrip()


def joined(first: str, second: str, between: str = " ") -> str:
    """Both texts as one."""
    if not first.strip() or not second.strip():
        return (first + second).strip()
    return mark((*parse(first.rstrip()), Run(between), *parse(second.lstrip())))


def _length(run: Run) -> int:
    return 1 if run.note else len(run.text)
