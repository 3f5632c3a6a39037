"""Where every error that nobody expected ends: an advice the person can act on, or a report that can be sent."""

import logging
import platform
import re
import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot, qVersion

from gmp_desktop import __version__
from gmp_desktop.domain.errors import GmpError, Refused
from gmp_desktop.ui.advice import Tone

_QTS_WORDS = re.compile(r"^Error calling Python override of [^:]+(?:::[^:]+)*: ")
log = logging.getLogger(__name__)


class Faults(QObject):
    """Takes ``sys.excepthook`` and hands on to the window; the program stays up."""

    _raised = Signal(object)

    def __init__(
        self, say: Callable[[str, Tone], None], crashed: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._crashed = crashed
        self._raised.connect(self.take)

    def watch(self) -> None:
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    @Slot(object)
    def take(self, error: BaseException) -> None:
        if isinstance(error, GmpError):
            self._say(sentence(error), Tone.WARNING if isinstance(error, Refused) else Tone.FAULT)
            return
        text = report(error)
        log.error("%s", text)
        self._crashed(text)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._raised.emit(error)

    def _thread_hook(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            self._raised.emit(raised.exc_value)


def sentence(error: BaseException) -> str:
    """What the error says; Qt puts words of its own before what passes through it."""
    return _QTS_WORDS.sub("", str(error.args[0]) if error.args else str(error)).strip()


def report(error: BaseException) -> str:
    """What went wrong, where in the program and on what system; no message texts, which may carry people's words."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    head = (
        f"GMP Desktop {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"
    )
    return "\n".join([head, type(error).__name__, *places])


def _module(path: str) -> str:
    """A file's place inside its package: folders above it may bear the user's name."""
    parts = path.replace("\\", "/").split("/")
    for root in ("gmp_desktop", "site-packages", "lib"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1]
