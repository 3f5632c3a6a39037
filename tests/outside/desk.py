"""A desk of its own for one story: X server, window manager, accessibility bus, data folder, and the real program.

Nothing is injected into the program: it is started as a user starts it and driven by keys, mouse and the
accessible tree.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, Any, TypeVar

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = (
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
)
NEEDED = ("Xvfb", "xdotool", "openbox", "dbus-daemon", "import")
PATIENCE_S = 30.0
Fact = TypeVar("Fact")


def missing() -> list[str]:
    """What this machine lacks for driving the program from outside."""
    absent = [program for program in NEEDED if not shutil.which(program)]
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        absent.append("at-spi2-core")
    known = subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return absent if known.returncode == 0 else [*absent, "python3-pyatspi"]


class Desk:
    """Start with :meth:`open`; every wait has an end, and what is waited for is named when it does not come."""

    def __init__(self, data: Path, size: tuple[int, int] = (1366, 768)) -> None:
        self.data = data
        self.program: subprocess.Popen[bytes] | None = None
        self._others: list[subprocess.Popen[Any]] = []
        self._env = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
        self._env |= {
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
            "LC_ALL": "C.UTF-8",
        }
        self._env |= {
            "HOME": str(data.parent),
            "XDG_CONFIG_HOME": str(data.parent / "config"),
        }
        self._start_screen(size)
        self._start_buses()
        self._accessible = self._start(
            [SYSTEM_PYTHON, str(Path(__file__).with_name("accessible.py"))], piped=True
        )

    # The program

    def open(self, *arguments: str) -> None:
        command = [
            sys.executable,
            "-m",
            "gmp_desktop",
            "--data",
            str(self.data),
            *arguments,
        ]
        with (self.data.parent / "program.log").open("ab") as log:
            self.program = subprocess.Popen(command, env=self._env, cwd=ROOT, stdout=log, stderr=log)
        self.until(self.windows, "the window")
        self.until(lambda: self._ask({"do": "tree"}), "the accessible tree")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """The command line on the same data folder."""
        command = [
            sys.executable,
            "-m",
            "gmp_desktop",
            "--data",
            str(self.data),
            *arguments,
        ]
        return subprocess.run(
            command,
            env=self._env,
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def kill(self) -> None:
        """Pull the plug."""
        assert self.program
        self.program.send_signal(signal.SIGKILL)
        self.program.wait()

    def log(self) -> str:
        return (self.data.parent / "program.log").read_text("utf-8", "replace")

    # Hands

    def key(self, *keys: str) -> None:
        self._xdotool("key", "--clearmodifiers", *keys)

    def type(self, text: str, delay_ms: int = 8) -> None:
        """Letters the keyboard lacks are mapped for the moment, which takes the X server a little longer."""
        self._xdotool(
            "type",
            "--delay",
            str(delay_ms if text.isascii() else max(delay_ms, 40)),
            text,
        )

    def click(self, box: Sequence[int], button: int = 1, times: int = 1) -> None:
        x, y = box[0] + box[2] // 2, box[1] + box[3] // 2
        self._xdotool("mousemove", str(x), str(y), "click", "--repeat", str(times), str(button))

    def choose(self, words: str) -> None:
        """From the palette, by the words that find it first."""
        self.key("ctrl+k")
        self.stand("Find or do anything", "text")
        self.type(words)
        self.key("Return")

    def write_path(self, path: Path) -> None:
        """Into the file dialog that is about to open."""
        self.stand("File name", "text")
        self.key("ctrl+a")
        self.type(str(path))
        self.key("Return")
        self.until(lambda: not self.find("File name", "text"), "the file dialog closed")

    def press(self, name: str, role: str = "") -> None:
        """Do what an accessible control does: press the button, choose the item."""
        self.until(
            lambda: self._ask({"do": "act", "name": name, "role": role}),
            f"“{name}” to press",
        )

    # Eyes

    def windows(self) -> list[str]:
        found = self._xdotool("search", "--onlyvisible", "--name", "GMP Desktop", check=False)
        return found.split()

    def find(self, name: str = "", role: str = "") -> list[dict[str, Any]]:
        """The accessible objects showing now whose name contains ``name``."""
        return list(self._ask({"do": "find", "name": name, "role": role}) or [])

    def see(self, name: str, role: str = "") -> dict[str, Any]:
        """Wait for an accessible object and describe it."""
        return self.until(lambda: self.find(name, role), f"“{name}” on the screen")[0]

    def stand(self, name: str, role: str = "") -> None:
        """Wait until this has the keyboard."""
        self.until(lambda: any(one["focused"] for one in self.find(name, role)), f"the keyboard in “{name}”")

    def gone(self, name: str, role: str = "") -> None:
        self.until(lambda: not self.find(name, role), f"“{name}” gone from the screen")

    def ask_beyond(self) -> int:
        """Ask every accessible object for a child it no longer has; how many are there to answer."""
        return int(self._ask({"do": "ask beyond"}) or 0)

    def tree(self) -> list[dict[str, Any]]:
        return list(self._ask({"do": "tree"}))

    def shot(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["import", "-window", "root", str(path)],
            env=self._env,
            check=True,
            timeout=30,
        )

    def until(self, fact: Callable[[], Fact], what: str, seconds: float = PATIENCE_S) -> Fact:
        """Wait for a fact that is more than nothing, and say what it is."""
        end = time.monotonic() + seconds
        while not (found := fact()):
            if self.program and self.program.poll() is not None:
                raise AssertionError(
                    f"the program ended ({self.program.returncode}) before {what}:\n{self.log()[-3000:]}"
                )
            if time.monotonic() > end:
                raise AssertionError(f"{what} did not come within {seconds:g} s")
            time.sleep(0.05)
        return found

    def close(self) -> None:
        for process in [self.program, *reversed(self._others)]:
            if process and process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
            for pipe in (process.stdin, process.stdout) if process else ():
                if pipe:
                    pipe.close()

    # The desk itself

    def _start_screen(self, size: tuple[int, int]) -> None:
        reading, writing = os.pipe()
        server = [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{size[0]}x{size[1]}x24",
            "-nolisten",
            "tcp",
        ]
        self._others.append(
            subprocess.Popen(
                server,
                pass_fds=[writing],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        )
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self._env["DISPLAY"] = f":{pipe.readline().strip()}"
        self._start(["openbox"])

    def _start_buses(self) -> None:
        bus = self._start(["dbus-daemon", "--session", "--print-address", "--nofork"], piped=True)
        assert bus.stdout
        self._env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        launcher = next(path for path in LAUNCHERS if Path(path).exists())
        self._start([launcher, "--launch-immediately"])

    def _start(self, command: list[str], *, piped: bool = False) -> subprocess.Popen[str]:
        pipe: int = subprocess.PIPE if piped else subprocess.DEVNULL
        process = subprocess.Popen(
            command,
            env=self._env,
            stdin=pipe,
            stdout=pipe,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._others.append(process)
        return process

    def _ask(self, request: dict[str, Any]) -> Any:
        asked, answered = self._accessible.stdin, self._accessible.stdout
        assert asked
        assert answered
        return _exchange(asked, answered, request)

    def _xdotool(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self._env,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        if check and done.returncode:
            raise AssertionError(f"xdotool {' '.join(arguments)}: {done.stderr}")
        return done.stdout


def _exchange(asked: IO[str], answered: IO[str], request: dict[str, Any]) -> Any:
    asked.write(json.dumps(request) + "\n")
    asked.flush()
    line = answered.readline()
    if not line:
        raise AssertionError("the reader of the accessible tree ended")
    reply = json.loads(line)
    return reply.get("ok")
