"""Up or down by one row."""

from enum import IntEnum


class Step(IntEnum):
    UP = -1
    DOWN = 1
