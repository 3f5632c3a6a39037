"""``sample``: the sample meeting."""

from argparse import Namespace

from gmp_desktop.cli.output import say
from gmp_desktop.services.opening import opened
from gmp_desktop.services.sample import Sample


def run(args: Namespace) -> None:
    with opened(args.data, args.database) as store:
        say(Sample(store).add())
