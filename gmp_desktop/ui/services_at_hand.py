"""All services on one store; importing this loads the database libraries, so it happens after the first paint."""

from pathlib import Path

from gmp_desktop.services.archive import Archive
from gmp_desktop.services.bundles import Bundles
from gmp_desktop.services.exports import Exports
from gmp_desktop.services.files import fault
from gmp_desktop.services.front_page import FrontPages
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.opening import place
from gmp_desktop.services.report import Reports
from gmp_desktop.services.sample import Sample
from gmp_desktop.store.store import Store
from gmp_desktop.ui.bench import Bench


def open_bench(data: Path, database: str | None) -> Bench:
    try:
        return bench_on(Store.open(place(data, database)))
    except OSError as error:
        raise fault("The record was not opened", error) from error


def bench_on(store: Store) -> Bench:
    return Bench(
        store,
        Meetings(store),
        Reports(store),
        FrontPages(store),
        Archive(store),
        Bundles(store),
        Exports(store),
        Sample(store),
    )
