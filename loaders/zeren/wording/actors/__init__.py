"""Who acts in running prose, and the agency that heads a duty list."""

from zeren.wording.actors.labels import BodyLabel, read_body_label
from zeren.wording.actors.sentences import read_actors, read_stronger

__all__ = ["BodyLabel", "read_actors", "read_body_label", "read_stronger"]
