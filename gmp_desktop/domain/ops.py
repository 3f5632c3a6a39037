"""What a person can do in one step: the name of every undo step."""

from enum import StrEnum


class Op(StrEnum):
    """One action of a person. The value is what the change log records; it never changes meaning."""

    ADD_MEETING = "add meeting"
    EDIT_MEETING = "edit meeting"
    SET_STATE = "set state"
    IMPORT = "import"
    ADD_SAMPLE = "add sample"
    ADD_AGENDA_ITEM = "add agenda item"
    EDIT_DOCUMENT = "edit document"
    EDIT_TEXT = "edit text"
    ADD_BLOCK = "add block"
    REMOVE_BLOCK = "remove block"
    MOVE_BLOCK = "move block"
    SPLIT_BLOCK = "split block"
    MERGE_BLOCKS = "merge blocks"
    RESTYLE_BLOCK = "restyle block"
    REMOVE_MEETING = "remove meeting"
    RESTORE_TEXT = "restore text"
    ABSORB = "absorb"
