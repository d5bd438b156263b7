"""The sample plan on a shelf, and a picture of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.explorer import sample

from zeren.explorer.picture import Picture
from zeren.explorer.shelf import Material, Shelf
from zeren.explorer.sources import draft


@pytest.fixture(scope="session")
def shelf() -> Iterator[Shelf]:
    """A draft's shelf with both engines."""
    made = draft(sample.plan(), sample.document())
    yield made
    made.store.close()


@pytest.fixture(scope="session")
def material(shelf: Shelf) -> Material:
    """The only plan of the shelf."""
    return next(iter(shelf.materials.values()))


@pytest.fixture(scope="session")
def picture(material: Material) -> Picture:
    """Who does what in the sample."""
    return material.picture
