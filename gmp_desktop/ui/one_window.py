"""One window for a data folder: a second start hands its file to the first and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 3000
MOST_BYTES = 8192


class Door(QObject):
    """Where later starts knock; only programs of the same user are let in."""

    knocked = Signal(str)
    """With the file to open, or with nothing."""

    def __init__(self, data: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(_name(data))
        self._server.listen(_name(data))

    @Slot()
    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.setParent(self)
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._take(socket)

    @Slot()
    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            line = bytes(socket.readLine(MOST_BYTES).data()).decode("utf-8", "replace")
            self.knocked.emit(line.rstrip("\n"))
            socket.disconnectFromServer()


def hand_over(data: Path, file: Path | None, patience_ms: int = PATIENCE_MS) -> int:
    """0 when the window took it, 3 when the window does not answer."""
    socket = QLocalSocket()
    socket.connectToServer(_name(data))
    if not socket.waitForConnected(patience_ms):
        return 3
    socket.write(f"{file.resolve() if file else ''}\n".encode())
    socket.waitForBytesWritten(patience_ms)
    socket.waitForDisconnected(patience_ms)
    return 0


def _name(data: Path) -> str:
    """Short enough for every system, the same for the same folder."""
    return "gmp-desktop-" + hashlib.sha256(str(data.resolve()).encode()).hexdigest()[:16]
