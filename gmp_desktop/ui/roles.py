"""The colour roles of the interface, in three schemes: every colour in the window comes from here."""

from typing import NamedTuple


class Roles(NamedTuple):
    """What colours are for; a text role stands on ``base``, ``window``, ``sel`` and the grounds of its own name."""

    window: str
    base: str
    desk: str
    paper: str
    text: str
    text2: str
    text3: str
    accent: str
    onaccent: str
    mark: str
    sel: str
    hover: str
    pressed: str
    focus: str
    edge: str
    rule: str
    track: str
    warn: str
    warnbg: str
    warnline: str
    error: str
    errorbg: str
    ok: str
    okbg: str
    delbg: str
    insbg: str
    disabled: str


LIGHT = Roles(
    window="#F2F4F6",
    base="#FFFFFF",
    desk="#DFE3E8",
    paper="#FFFFFF",
    text="#16191D",
    text2="#454D57",
    text3="#5D6670",
    accent="#00629A",
    onaccent="#FFFFFF",
    mark="#0086BF",
    sel="#D9ECF8",
    hover="#E8ECF0",
    pressed="#D9DFE6",
    focus="#0072B1",
    edge="#79818B",
    rule="#DCE0E5",
    track="#D3D9E0",
    warn="#875000",
    warnbg="#FFF3DB",
    warnline="#AD6A06",
    error="#B3261E",
    errorbg="#FCEBE9",
    ok="#1F6B3B",
    okbg="#E4F3E8",
    delbg="#FBE3E0",
    insbg="#DDF1E3",
    disabled="#868E98",
)
DARK = Roles(
    window="#1A1D21",
    base="#202428",
    desk="#131517",
    paper="#F4F4F1",
    text="#E8EAED",
    text2="#BAC1C9",
    text3="#A6AFB9",
    accent="#74C3F0",
    onaccent="#06202F",
    mark="#1BA8E2",
    sel="#16405C",
    hover="#2A2F35",
    pressed="#343A42",
    focus="#4DB5EE",
    edge="#8993A0",
    rule="#343A41",
    track="#3A4149",
    warn="#F2BE67",
    warnbg="#3D2F14",
    warnline="#D99A2B",
    error="#FF9A8F",
    errorbg="#46211E",
    ok="#85D39F",
    okbg="#1D3A28",
    delbg="#4A2522",
    insbg="#1D3F2A",
    disabled="#6C757F",
)
CONTRAST = Roles(
    window="#000000",
    base="#000000",
    desk="#000000",
    paper="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    text3="#E6E6E6",
    accent="#7FD4FF",
    onaccent="#000000",
    mark="#7FD4FF",
    sel="#003A5C",
    hover="#1F1F1F",
    pressed="#333333",
    focus="#FFD400",
    edge="#FFFFFF",
    rule="#8C8C8C",
    track="#4D4D4D",
    warn="#FFC44D",
    warnbg="#000000",
    warnline="#FFC44D",
    error="#FF9C94",
    errorbg="#000000",
    ok="#7BE39A",
    okbg="#000000",
    delbg="#000000",
    insbg="#000000",
    disabled="#A6A6A6",
)
