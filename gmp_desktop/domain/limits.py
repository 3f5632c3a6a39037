"""How much one meeting can hold. What is larger is no meeting, and would hold up everybody who opens it."""

MOST_PARTS = 25_000
"""Agenda items, documents, blocks and passages set aside, taken together."""

MOST_ROWS = 60_000
"""People, sittings, ticks at the door and the like, taken together."""

MOST_CELLS = 200_000
"""Cells of all its tables together; an empty row counts as one."""

MOST_AGENDA_ITEMS = 1_000
MOST_CORNER_LINES = 1_000
DEEPEST = 9
"""The deepest level of a heading or a list."""

HIGHEST_ORDINAL = 100_000
LONGEST_TAG = 35
"""A BCP 47 language tag."""
