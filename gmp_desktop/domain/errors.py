"""What can go wrong, in three kinds: the user's, the world's and (everything else) ours.

The message of every error is a whole sentence a person can act on: what happened, what was kept, what to do.
"""


class GmpError(Exception):
    """Anything the program refuses or suffers and can explain."""


class Refused(GmpError):
    """The input cannot be taken as it is; nothing was changed."""


class NotFound(Refused):
    """What was asked for is not there."""


class WorldFault(GmpError):
    """The disk, a permission or a damaged file stands in the way; nothing was changed."""


class DamagedFile(WorldFault):
    """A file is not what its writer left."""


class NewerDatabase(WorldFault):
    """The database was written by a newer version of the program; it was not touched."""
