"""Where things are: data that ships with the program, and the folders of this user."""

import sys
from pathlib import Path


def shipped(*parts: str) -> Path:
    """A file or folder of ``resources`` or ``db``: in the source tree, an installed wheel or the frozen program."""
    for root in _roots():
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError("/".join(parts))


def _roots() -> tuple[Path, ...]:
    package = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    return (Path(frozen), package) if frozen else (package.parent, package)


def data_folder() -> Path:
    """The user's own folder for the database, backups and attachments."""
    from platformdirs import user_data_path

    return user_data_path("gmp-desktop", appauthor=False)
