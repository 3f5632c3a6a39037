"""Reads and drives the accessible tree of the program: run by the system's Python, which has pyatspi.

Takes one JSON request a line on standard input and answers with one JSON line:
{"do": "tree"} · {"do": "find", "name": …, "role": …} · {"do": "act", "name": …, "role": …} ·
{"do": "write", "name": …, "role": …, "text": …} · {"do": "ask beyond"}.
"""

import json
import sys

import gi.repository.GLib
import pyatspi

LIMIT = 5_000
GONE = (RuntimeError, LookupError, NotImplementedError, gi.repository.GLib.GError)
"""What reading a node raises that went away meanwhile."""


def application():
    for found in pyatspi.Registry.getDesktop(0):
        if found is not None and found.name.startswith("gmp-desktop"):
            return found
    return None


def nodes(root, cells=True):
    """All below the root; the rows of a table, which are many, only where they are looked for."""
    waiting, seen = [root], 0
    while waiting and seen < LIMIT:
        node = waiting.pop()
        if node is None:
            continue
        seen += 1
        yield node
        try:
            if not cells and node.getRole() == pyatspi.ROLE_TABLE:
                continue
            waiting.extend(reversed([node.getChildAtIndex(i) for i in range(min(node.childCount, 400))]))
        except GONE:
            continue


def described(node):
    states = node.getState()
    extents = (
        node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        if "Component" in node.get_interfaces()
        else None
    )
    return {
        "name": node.name,
        "role": node.getRoleName(),
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "enabled": states.contains(pyatspi.STATE_ENABLED),
        "box": [extents.x, extents.y, extents.width, extents.height] if extents else None,
        "text": text_of(node),
    }


def text_of(node):
    if "Text" not in node.get_interfaces():
        return None
    text = node.queryText()
    return text.getText(0, min(text.characterCount, 20_000))


def matching(request):
    root = application()
    if root is None:
        return
    for node in nodes(root, cells=request.get("role") in (None, "", "table cell")):
        try:
            if request.get("role") and node.getRoleName() != request["role"]:
                continue
            if "name" in request and request["name"] not in node.name:
                continue
            yield node
        except GONE:
            continue


def ask_beyond(root):
    """Ask everything for the child after its last, as a reader does that counted before one went; how many answered."""
    answered = 0
    for node in nodes(root):
        try:
            node.getChildAtIndex(node.childCount)
            answered += 1
        except GONE:
            continue
    return answered


def answer(request):
    do = request["do"]
    if do == "ask beyond":
        return ask_beyond(application())
    if do == "tree":
        root = application()
        return [described(node) for node in nodes(root)] if root else []
    found = [node for node in matching(request) if node.getState().contains(pyatspi.STATE_SHOWING)]
    if do == "find":
        return [described(node) for node in found]
    if not found:
        return False
    if do == "act":
        return found[0].queryAction().doAction(0)
    if do == "write":
        return found[0].queryEditableText().setTextContents(request["text"])
    raise ValueError(do)


for line in sys.stdin:
    try:
        reply = {"ok": answer(json.loads(line))}
    except (*GONE, KeyError, ValueError) as error:
        reply = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(reply), flush=True)
