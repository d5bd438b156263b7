"""Any SPARQL 1.1 endpoint, read over HTTP (SPARQL 1.1 Protocol, query by POST)."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from zeren.model import UsageError
from zeren.store.parameters import substituted
from zeren.store.protocol import Parameters, Rows
from zeren.store.requests import PREFIX, check_local
from zeren.store.results import rows

_MOST = 256 * 1024 * 1024
"""Bytes of an answer that are read at most."""


class SparqlEndpoint:
    """Answers SPARQL by asking a server. The server's data must be the RDF twin (`zeren export --to graph.ttl`)."""

    def __init__(self, address: str) -> None:
        if urlsplit(address).scheme not in ("http", "https"):
            raise UsageError("server-address", address=address)
        self.address = address

    def sparql(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """Run one SELECT or ASK; `timeout` in seconds without a byte of answer.

        Raises UsageError query-refused-outbound, query-syntax with the server's words, query-timeout,
        query-parameter-missing, server-unreachable, server-answer.
        """
        query = PREFIX + substituted(text, parameters or {})
        check_local(query)
        body = self._post(query, timeout)
        try:
            return rows(body)
        except (ValueError, KeyError, TypeError, AttributeError) as fault:
            raise UsageError("server-answer", address=self.address, detail=str(fault)) from fault

    def _post(self, query: str, timeout: float) -> bytes:
        request = urllib.request.Request(
            self.address,
            data=query.encode(),
            headers={"Content-Type": "application/sparql-query", "Accept": "application/sparql-results+json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                body: bytes = answer.read(_MOST + 1)
        except urllib.error.HTTPError as fault:
            raise self._refusal(fault) from fault
        except TimeoutError as fault:
            raise UsageError("query-timeout", seconds=f"{timeout:g}") from fault
        except (OSError, http.client.HTTPException) as fault:
            raise self._unreachable(fault, timeout) from fault
        if len(body) > _MOST:
            raise UsageError("server-answer", address=self.address, detail=f"> {_MOST} bytes")
        return body

    def _refusal(self, fault: urllib.error.HTTPError) -> UsageError:
        words = fault.read(2000).decode("utf-8", "replace").strip() or str(fault.reason)
        if fault.code == 400:
            return UsageError("query-syntax", detail=words)
        return UsageError("server-answer", address=self.address, detail=f"{fault.code} {words}")

    def _unreachable(self, fault: Exception, timeout: float) -> UsageError:
        reason = getattr(fault, "reason", fault)
        if isinstance(reason, TimeoutError):
            return UsageError("query-timeout", seconds=f"{timeout:g}")
        return UsageError("server-unreachable", address=self.address, detail=str(reason))

    def close(self) -> None:
        """Nothing is held open between queries."""
