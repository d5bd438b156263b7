"""zeren load: the library into a Neo4j server."""

from __future__ import annotations

from pathlib import Path

import click

from zeren.cli.language import Speaker
from zeren.cli.progress import Counter
from zeren.cli.targets import LIBRARY, credentials, open_library


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("load", help=say("load.help"))
    @click.option("--to", "address", required=True, help=say("load.to"))
    @click.option("--on", type=click.Path(path_type=Path), default=LIBRARY, help=say("option.into", folder=LIBRARY))
    @click.option("--user", default="neo4j", help=say("option.user"))
    @click.option("--password", help=say("option.password"))
    def load(address: str, on: Path, user: str, password: str | None) -> None:
        from zeren.store.loading import load as load_graph

        graph = open_library(on).graph()
        loaded = load_graph(graph, address, credentials(user, password), Counter(say("progress.loading"), say))
        click.echo(say("load.done", nodes=loaded.nodes, relationships=loaded.relationships, address=address))

    return load
