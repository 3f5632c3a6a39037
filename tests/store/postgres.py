"""A PostgreSQL server of our own, from Debian's packages, on a free port of this machine, gone after the tests."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """The folder of the newest server, if one is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: float(path.parts[4]))
    return found[-1].parent if found else None


@contextmanager
def server(programs: Path) -> Iterator[str]:
    """Run a server; gives the URL of its first database without the name."""
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="gmp-postgres-"))
    try:
        if user:
            shutil.chown(folder, user)
        data, port = folder / "data", _free_port()
        run = _as(user)
        options = ["--auth=trust", "--username=gmp", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
        subprocess.run(
            [*run, str(programs / "initdb"), "-D", str(data), *options],
            check=True,
            capture_output=True,
            cwd=folder,
        )
        settings = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off -c full_page_writes=off"
        control = [*run, str(programs / "pg_ctl"), "-D", str(data), "-w", "-s"]
        subprocess.run([*control, "-l", str(folder / "log"), "-o", settings, "start"], check=True, cwd=folder)
        try:
            yield f"postgresql://gmp@127.0.0.1:{port}/"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], check=True, cwd=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str:
    """Whom to be: the server refuses to run as root."""
    if os.geteuid() != 0:
        return ""
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _as(user: str) -> list[str]:
    return (
        ["setpriv", f"--reuid={user}", "--clear-groups", f"--regid={pwd.getpwnam(user).pw_gid}"]
        if user
        else []
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
