"""Writing a file whole or not at all, and what the world says when it cannot be."""

import errno
import os
from pathlib import Path
from secrets import token_hex

from gmp_desktop.domain.errors import WorldFault

_SENTENCES = {
    errno.ENOSPC: "The disk is full. Make room and do it again.",
    errno.EDQUOT: "The disk has no more room for you. Make room and do it again.",
    errno.EFBIG: "The file is too large for the disk. Choose another place.",
    errno.EACCES: "It may not be read or written there. Check the permissions or choose another place.",
    errno.EPERM: "It may not be read or written there. Check the permissions or choose another place.",
    errno.EROFS: "The disk is read-only. Choose another place.",
    errno.ENOENT: "It is not there. Check the name and the folder.",
    errno.ENOTDIR: "The folder is not there. Check the name.",
    errno.EISDIR: "That is a folder. Choose another name.",
    errno.ENAMETOOLONG: "The name is too long. Choose another name.",
}


def write_whole(path: Path, data: bytes) -> None:
    """Write beside the place, through to the disk, then put it there in one go; a failure leaves what was there."""
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{token_hex(8)}.part")
    try:
        _refuse_unwritable(target)
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        raise fault(f"“{path.name}” was not written", error) from error
    finally:
        part.unlink(missing_ok=True) if part.parent.is_dir() else None


def fault(what: str, error: OSError) -> WorldFault:
    """The sentence for a failure of the file system; ``what`` tells what did not happen."""
    reason = _SENTENCES.get(error.errno or 0) or f"The system says: {error.strerror or type(error).__name__}."
    return WorldFault(f"{what}. {reason}")


def _refuse_unwritable(target: Path) -> None:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if target.exists() and not target.is_file():
        raise WorldFault(f"“{target.name}” is not a file that can be replaced. Choose another name.")
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _sync_folder(folder: Path) -> None:
    """Make the new name durable too, where a folder can be opened."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
