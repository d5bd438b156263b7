"""The published JSON Schema (2020-12) of the interchange format."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def load_schema() -> dict[str, Any]:
    """The schema that every file of `zeren.model.interchange` meets, as plain JSON values; a new copy at each call."""
    text = files("zeren.model").joinpath("interchange.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema
