"""A small log for finding defects: places in the program, never the words of a meeting."""

import logging
import re
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path

_MAX_BYTES = 500_000
_KEPT = 3
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”")


def open_log(data: Path) -> Path:
    """Send what the program logs to a file in the data folder; gives the file."""
    folder = data / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "gmp-desktop.log"
    handler = RotatingFileHandler(file, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(Reserved("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("gmp_desktop")
    for old in root.handlers[:]:
        root.removeHandler(old)
        old.close()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return file


def log_defect(error: BaseException, data: Path) -> str:
    """Note a defect; gives the sentence that says where."""
    try:
        file = open_log(data)
        logging.getLogger("gmp_desktop").error("defect", exc_info=error)
    except OSError:
        return "It could not be noted in the log."
    return f"It was noted in {file.parent.name}/{file.name} in the folder of the record; nothing in that file is from your papers."


class Reserved(logging.Formatter):
    """Tells the kinds of errors and where they arose; quoted words and messages of errors are left out."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = _QUOTED.sub("…", record.message)
        return super().formatMessage(record)

    def formatException(self, raised: object) -> str:
        error = raised[1] if isinstance(raised, tuple) else None
        lines: list[str] = []
        while isinstance(error, BaseException):
            lines.append(type(error).__name__)
            lines += [_place(frame) for frame in traceback.extract_tb(error.__traceback__)]
            error = error.__cause__ or error.__context__
        return "\n".join(lines)


def _place(frame: traceback.FrameSummary) -> str:
    """A line of code, its file named from the package on: what stands before is a person's folder."""
    parts = Path(frame.filename).parts
    roots = [place for place, part in enumerate(parts) if part in ("gmp_desktop", "site-packages")]
    return f"  {'/'.join(parts[roots[-1] :] if roots else parts[-1:])}:{frame.lineno} {frame.name}"
