"""zeren query: a named question, or one in Cypher or SPARQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zeren.cli.language import Speaker
from zeren.cli.tables import TableFormat, render
from zeren.cli.targets import LIBRARY, credentials, is_server, open_cypher, open_sparql
from zeren.model import UsageError

if TYPE_CHECKING:
    from zeren.queries import Engine
    from zeren.store.protocol import Rows


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("query", help=say("query.help"))
    @click.argument("name", required=False)
    @click.option("--cypher", help=say("query.cypher"))
    @click.option("--sparql", help=say("query.sparql"))
    @click.option("--parameter", "-p", "pairs", multiple=True, metavar="NAME=VALUE", help=say("query.parameter"))
    @click.option("--engine", type=click.Choice(("cypher", "sparql")), help=say("query.engine"))
    @click.option("--on", default=str(LIBRARY), help=say("option.on"))
    @click.option("--user", default="neo4j", help=say("option.user"))
    @click.option("--password", help=say("option.password"))
    @click.option("--limit", type=click.FloatRange(min=0.1), default=30.0, help=say("option.limit"))
    @click.option(
        "--format", "form", type=click.Choice(("table", "csv", "json")), default="table", help=say("option.format")
    )
    def query(
        name: str | None,
        cypher: str | None,
        sparql: str | None,
        pairs: tuple[str, ...],
        engine: Engine | None,
        on: str,
        user: str,
        password: str | None,
        limit: float,
        form: TableFormat,
    ) -> None:
        if sum(text is not None for text in (name, cypher, sparql)) > 1:
            raise UsageError("query-one-of")
        parameters = dict(map(_pair, pairs))
        auth = credentials(user, password)
        if cypher is not None:
            rows = open_cypher(on, auth).cypher(cypher, parameters, limit)
        elif sparql is not None:
            rows = open_sparql(on).sparql(sparql, parameters, limit)
        elif name is not None:
            rows = _named(name, parameters, engine or _spoken(on), on, auth, limit)
        else:
            rows = _listing(say)
        click.echo(render(rows.columns, rows.rows, form), nl=False)

    return query


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise UsageError("query-bad-parameter", text=text)
    return name, value


def _spoken(target: str) -> Engine:
    """The language a target answers; a library answers both."""
    return "sparql" if is_server(target) and target.startswith("http") else "cypher"


def _named(
    name: str, values: dict[str, str], engine: Engine, on: str, auth: tuple[str, str] | None, limit: float
) -> Rows:
    from zeren.queries import load, run

    query = load(name)
    store = open_sparql(on) if engine == "sparql" else open_cypher(on, auth)
    return run(query, store, engine, values, timeout=limit)


def _listing(say: Speaker) -> Rows:
    from zeren.queries import catalogue
    from zeren.store.protocol import Rows

    rows = [(q.name, q.title.of(say.language), " ".join(p.name for p in q.parameters)) for q in catalogue()]
    return Rows(tuple(say("query.columns").split(",")), tuple(rows))
