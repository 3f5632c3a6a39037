"""The services without a window: no display, no Qt, every command imports only what it needs."""

from gmp_desktop.cli.run import main

__all__ = ["main"]
