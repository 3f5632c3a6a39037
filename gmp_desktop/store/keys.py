"""Keys of rows: made where the row is made, in order of time, the same on no two laptops."""

from uuid import UUID

import uuid_utils.compat


def new_key() -> UUID:
    """A UUID of version 7."""
    return uuid_utils.compat.uuid7()
