"""How fast it is: coding against bare parsing, the cheap look before the parse, several processes and memory, a desk,
start-up, relations, search, the API and the served pages. Prints a table; judges nothing but the aims it names.

    python -m benchmarks                 everything (make bench)
    python -m benchmarks --only coding   one part: coding, look, processes, desk, start, relations, search, api, pages

Times depend on the machine and on what else runs there; the ratio of coding to parsing hardly does, which is why the aim is set on it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

from benchmarks import api, coding, desk, pages, passing, processes, relations, search

Row = tuple[str, str]

PARTS: dict[str, Callable[[], Iterator[Row]]] = {
    "coding": coding.rows,
    "look": passing.rows,
    "processes": processes.rows,
    "start": desk.start_rows,
    "desk": desk.rows,
    "relations": relations.rows,
    "search": search.rows,
    "api": api.rows,
    "pages": pages.rows,
}


def main() -> int:
    """Run the parts asked for; always 0."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=tuple(PARTS), action="append")
    options = parser.parse_args()
    for name, rows in PARTS.items():
        if options.only and name not in options.only:
            continue
        for what, value in rows():
            print(f"{name:<10} {what:<52} {value}", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
