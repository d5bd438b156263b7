"""The process in which SPARQL queries run, so that a runaway query can be ended by ending the process.

Run as a script with the store's folder as argument; it imports nothing of zeren. Frames on standard input and output:
four bytes of length (big endian), then UTF-8. Asked with a query, it answers with `+` and SPARQL JSON results, or with
`-` and the engine's words.
"""

from __future__ import annotations

import struct
import sys


def _read(size: int) -> bytes:
    return sys.stdin.buffer.read(size)


def _answer(body: bytes) -> None:
    sys.stdout.buffer.write(struct.pack(">I", len(body)) + body)
    sys.stdout.buffer.flush()


def serve(folder: str) -> None:
    """Answer until standard input ends."""
    import pyoxigraph

    store = pyoxigraph.Store.read_only(folder)
    while head := _read(4):
        query = _read(struct.unpack(">I", head)[0]).decode()
        try:
            results = store.query(query)
            if isinstance(results, pyoxigraph.QueryTriples):
                raise SyntaxError("SELECT or ASK expected")
            _answer(b"+" + bytes(results.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""))
        except (SyntaxError, ValueError, OSError, RuntimeError) as fault:
            _answer(b"-" + str(fault).encode())


if __name__ == "__main__":
    serve(sys.argv[1])
