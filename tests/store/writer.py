"""A process that saves and says so after each save, until it is killed: ``python writer.py <database>``."""

import sys

from gmp_desktop.store.store import Store
from tests.store.builders import a_document, edit


def main(place: str) -> None:
    store = Store.open(place)
    (block,) = a_document(store, "0")
    print(block, flush=True)
    number = 0
    while True:
        number += 1
        if number % 3:
            edit(store, block, f"{number} ".ljust(3_000, "x"))
        else:
            store.keep_draft(block, "text", f"{number} ".ljust(3_000, "x"), ())
        print(number, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
