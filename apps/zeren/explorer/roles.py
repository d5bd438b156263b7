"""Roles, kinds and reasons as a person reads them: names, letters and the legend."""

from __future__ import annotations

from zeren.explorer.language import Speaker
from zeren.explorer.picture import Picture
from zeren.loading.reasons import reason_words
from zeren.model.plan import ROLES


def role_name(say: Speaker, role: str) -> str:
    """Name of a role."""
    return say(f"terms.role_{role}")


def role_letter(say: Speaker, role: str) -> str:
    """Sign of a role in a cell."""
    return say(f"terms.letter_{role}")


def reason_name(say: Speaker, reason: str) -> str:
    """The reader's reason in words; a code that nobody has put into words stays as it is."""
    return reason_words(reason, say.language)


def used_roles(picture: Picture) -> tuple[str, ...]:
    """The roles that occur in a plan, strongest first."""
    present = {duty.role for duty in picture.duties}
    return tuple(role for role in ROLES if role in present)


def legend(say: Speaker, picture: Picture, *, letters: bool = False, kinds: bool = False) -> list[dict[str, str]]:
    """What lines, letters and shapes mean, only for what occurs."""
    items = []
    for role in used_roles(picture):
        name = role_name(say, role)
        items.append({"role": role, "kind": "", "label": f"{role_letter(say, role)} {name}" if letters else name})
    if kinds:
        present = [kind for kind in ("body", "collective", "group") if any(b.kind == kind for b in picture.bodies)]
        items += [{"role": "", "kind": kind, "label": say(f"terms.kind_{kind}")} for kind in (*present, "task")]
        items.append({"role": "", "kind": "gap", "label": say("terms.gap")})
    return items
