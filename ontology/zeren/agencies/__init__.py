"""The register of bodies: names, levels, reforms, and who a written name is in a plan of a place and day."""

from zeren.agencies.bodies import Body, BodyKind, Context, Level, Resolution, ResolutionKind
from zeren.agencies.gazetteer import Gazetteer, load_gazetteer
from zeren.agencies.register import Register, load_register
from zeren.agencies.territories import Territory

__all__ = [
    "Body",
    "BodyKind",
    "Context",
    "Gazetteer",
    "Level",
    "Register",
    "Resolution",
    "ResolutionKind",
    "Territory",
    "load_gazetteer",
    "load_register",
]
