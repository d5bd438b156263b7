"""The process in which an embedded engine runs, so that a query that cannot be stopped ends with the process.

Run as a script with the engine's name and its file or folder; it imports nothing of zeren. Each request and answer on
standard input and output is a frame: four bytes of length (big endian), then a pickle. A request is the text, the
parameters and the seconds allowed; an answer says whether it succeeded, and holds the rows or the engine's words.
"""

from __future__ import annotations

import pickle
import struct
import sys
from collections.abc import Callable
from typing import Any

Answering = Callable[[str, dict[str, Any], float], Any]

_POOL = 1 << 30
"""Bytes of ladybug's page buffer: it would take four fifths of the machine."""


def cypher(path: str) -> Answering:
    """Answers with the names of the columns and the rows."""
    import ladybug

    connection = ladybug.Connection(ladybug.Database(path, read_only=True, buffer_pool_size=_POOL))

    def answer(text: str, parameters: dict[str, Any], seconds: float) -> Any:
        connection.set_query_timeout(max(1, round(seconds * 1000)))
        result: Any = connection.execute(text, parameters)
        return result.get_column_names(), result.get_all()

    return answer


def sparql(path: str) -> Answering:
    """Answers from a store on disk, as `answering` says."""
    import pyoxigraph

    return answering(pyoxigraph.Store.read_only(path))


def triples(path: str) -> Answering:
    """Answers from memory, into which a file of N-Triples is read first, as `answering` says."""
    import pyoxigraph

    store = pyoxigraph.Store()
    store.bulk_load(path=path, format=pyoxigraph.RdfFormat.N_TRIPLES)
    return answering(store)


def answering(store: Any) -> Answering:
    """Answers with SPARQL JSON results; the parameters stand in the text already."""
    import pyoxigraph

    def answer(text: str, parameters: dict[str, Any], seconds: float) -> Any:
        results = store.query(text)
        if isinstance(results, pyoxigraph.QueryTriples):
            raise SyntaxError("expected SELECT or ASK")
        return results.serialize(format=pyoxigraph.QueryResultsFormat.JSON)

    return answer


def serve(answer: Answering) -> None:
    """Answer until standard input ends."""
    source, target = sys.stdin.buffer, sys.stdout.buffer
    while head := source.read(4):
        request = pickle.loads(source.read(struct.unpack(">I", head)[0]))
        try:
            body = pickle.dumps((True, answer(*request)))
        except Exception as fault:  # whatever the engine raises is told, and the next query served
            body = pickle.dumps((False, str(fault)))
        target.write(struct.pack(">I", len(body)) + body)
        target.flush()


if __name__ == "__main__":
    serve({"cypher": cypher, "sparql": sparql, "triples": triples}[sys.argv[1]](sys.argv[2]))
