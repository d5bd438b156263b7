"""The labels, properties and relationship types of the graph, once, for every engine.

The typed embedded engine makes its tables from this, Neo4j its constraints, the RDF twin its properties. Names are free
of every engine's reserved words. A property is never null in a list and has one type everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PropertyType = Literal["STRING", "INT64", "DOUBLE", "BOOLEAN", "DATE"]

_PLACE: dict[str, PropertyType] = {
    "block": "INT64",
    "row": "INT64",
    "cell": "INT64",
    "start_offset": "INT64",
    "end_offset": "INT64",
    "quote": "STRING",
}
"""Where it was read: block, row and cell from 0 (-1: not in a table), offsets in code points, the words."""

NODES: dict[str, dict[str, PropertyType]] = {
    "Plan": {
        "title": "STRING",
        "document_number": "STRING",
        "issued": "DATE",
        "status": "STRING",
        "jurisdiction": "STRING",
        "level": "STRING",
        "source": "STRING",
        "sha256": "STRING",
    },
    "Section": {
        "number": "STRING",
        "ordinal": "INT64",
        "series": "STRING",
        "title": "STRING",
        "position": "INT64",
        "depth": "INT64",
        "locator": "STRING",
        **_PLACE,
    },
    "Task": {
        "number": "STRING",
        "ordinal": "INT64",
        "text": "STRING",
        "position": "INT64",
        "locator": "STRING",
        "verb_class": "STRING",
        "verb_classes": "STRING",
        "work_kind": "STRING",
        "works": "INT64",
        "has_support_column": "BOOLEAN",
        "confidence": "DOUBLE",
        **_PLACE,
    },
    "Assignment": {
        "role": "STRING",
        "position": "INT64",
        "enumeration": "INT64",
        "verb": "STRING",
        "name_as_written": "STRING",
        "header": "STRING",
        "naming": "STRING",
        "issue": "STRING",
        "confidence": "DOUBLE",
        "reason": "STRING",
        **_PLACE,
    },
    "Agency": {
        "name": "STRING",
        "level": "STRING",
        "kind": "STRING",
        "domain": "STRING",
        "territory": "STRING",
        "valid_from": "DATE",
        "valid_to": "DATE",
    },
    "Collective": {"name": "STRING", "distributive": "BOOLEAN", "indefinite": "BOOLEAN"},
    "LeadingGroup": {"name": "STRING", "sunset": "STRING", "set_up": "BOOLEAN", "locator": "STRING", **_PLACE},
    "Deadline": {
        "type": "STRING",
        "start": "DATE",
        "date": "DATE",
        "quarter": "STRING",
        "rrule": "STRING",
        "text": "STRING",
        "source": "STRING",
        "confidence": "DOUBLE",
        **_PLACE,
    },
    "Instrument": {"title": "STRING", "document_number": "STRING"},
    "Enterprise": {
        "name": "STRING",
        "uscc": "STRING",
        "uscc_valid": "BOOLEAN",
        "industry": "STRING",
        "industry_code": "STRING",
        "treatment": "STRING",
        "deadline": "STRING",
        "address": "STRING",
        "jurisdiction": "STRING",
        "agency_as_written": "STRING",
        "locator": "STRING",
        **_PLACE,
    },
    "EnterpriseClass": {"name": "STRING", "code": "STRING"},
    "Territory": {"name": "STRING", "code": "STRING"},
    "Domain": {"name": "STRING", "code": "STRING"},
    "Finding": {"rule": "STRING", "severity": "STRING", "message": "STRING", "evidence": "STRING"},
}
"""Label to properties, each beside the key `id`. What the engines cannot compute alike is stored at build:

- Deadline `quarter` as 2021Q3, of `date`; Section `depth`; Enterprise `uscc_valid` (null: no code given).
- Enterprise `industry_code`: code of GB/T 4754 (C2611) for the industry as written; null where it names none.
- Task `verb_class`: class of the first verb of work in the text (`verbs.toml`: draft, issue, build, decide, coerce,
  check, accept, report, support, …; null: none found); `verb_classes`: all of them in reading order, joined by commas;
  `work_kind`: product (something that is finished one day), routine (work that recurs) or statement (neither).
- Task `works`: how many different works its words order.
- Task `has_support_column`: its row had a column for supporting bodies, filled or not.
- Assignment `naming`: named (one body), each (各县区, a zone, a lower government: each on its own ground) or vague
  (有关部门: nobody is named).
- Assignment `enumeration`: which bodies of a sentence are named together (甲局、乙局), from 1; cells are one.
- Assignment `issue`: what the register holds against the name as written, codes joined by commas (level-suffix,
  obsolete, level-ambiguous, …), empty when nothing.
- Agency `kind`: as `zeren.agencies.BodyKind`, or `unknown` where the register does not know the form; `territory`: full
  name of its place. Collective `distributive`: each member on its own ground (各县区); `indefinite`: nobody is named.
- Section and Task `ordinal`: the number as an integer (四 is 4; null: none); Section `series`: chinese or arabic.
- CALLS_FOR: the field of duty that has the power or the means for what a task orders, unless the text names its body;
  COVERS: a field that may stand in for it. CALLS_ON: a body that the text of a row with columns of owners itself sets
  to work. RESEMBLES: titles of one plan that seem to be one paper written in two ways.
- Section `locator`: the numbers from the outermost heading down to it (三（一）), its title where there are none.
- LeadingGroup `set_up`: a plan of the graph says who belongs to it or where its office is; `locator`: that of the
  section that does, empty where it stands under no heading.
"""


@dataclass(frozen=True, slots=True)
class RelationshipType:
    """One type of relationship: which labels it joins and what it carries."""

    ends: tuple[tuple[str, str], ...]
    properties: tuple[tuple[str, PropertyType], ...] = ()


RELATIONSHIPS: dict[str, RelationshipType] = {
    "HAS_SECTION": RelationshipType((("Plan", "Section"), ("Section", "Section"))),
    "HAS_TASK": RelationshipType((("Plan", "Task"),)),
    "CONTAINS": RelationshipType((("Section", "Task"),)),
    "HAS_ASSIGNMENT": RelationshipType((("Task", "Assignment"),)),
    "ASSIGNEE": RelationshipType(
        (
            ("Assignment", "Agency"),
            ("Assignment", "Collective"),
            ("Assignment", "LeadingGroup"),
            ("Assignment", "EnterpriseClass"),
        )
    ),
    "DUE": RelationshipType((("Task", "Deadline"), ("Section", "Deadline"))),
    "CITES": RelationshipType((("Plan", "Instrument"), ("Task", "Instrument"))),
    "PRODUCES": RelationshipType((("Task", "Instrument"),)),
    "CONCERNS": RelationshipType((("Task", "EnterpriseClass"), ("Task", "Enterprise"))),
    "SETS_UP": RelationshipType((("Plan", "LeadingGroup"),)),
    "APPLIES_TO": RelationshipType((("Plan", "Territory"),)),
    "LISTS": RelationshipType((("Plan", "Enterprise"),)),
    "ANSWERABLE": RelationshipType((("Enterprise", "Agency"), ("Enterprise", "Collective"))),
    "PART_OF": RelationshipType(
        (("Agency", "Agency"), ("EnterpriseClass", "EnterpriseClass"), ("Territory", "Territory"), ("Domain", "Domain"))
    ),
    "SUCCEEDED_BY": RelationshipType((("Agency", "Agency"),)),
    "IN_TERRITORY": RelationshipType((("Agency", "Territory"), ("Enterprise", "Territory"))),
    "HAS_DOMAIN": RelationshipType((("Agency", "Domain"),)),
    "MEMBER_OF": RelationshipType((("Agency", "LeadingGroup"), ("Collective", "LeadingGroup"))),
    "HAS_MEMBER": RelationshipType((("Collective", "Agency"),)),
    "OFFICE_AT": RelationshipType((("LeadingGroup", "Agency"),)),
    "OF_CLASS": RelationshipType((("Enterprise", "EnterpriseClass"),)),
    "INVOLVED_IN": RelationshipType((("Agency", "Plan"),)),
    "RESEMBLES": RelationshipType((("Instrument", "Instrument"),)),
    "CALLS_FOR": RelationshipType((("Task", "Domain"),)),
    "CALLS_ON": RelationshipType((("Task", "Agency"), ("Task", "Collective"))),
    "COVERS": RelationshipType((("Domain", "Domain"),)),
    "SIMILAR_TO": RelationshipType((("Task", "Task"),), (("score", "DOUBLE"),)),
    "ABOUT": RelationshipType((("Finding", "Task"), ("Finding", "Agency"), ("Finding", "Plan"))),
    # Shortcuts, derived: analysts draw and query the short way.
    "ANSWERS_FOR": RelationshipType((("Agency", "Task"), ("Collective", "Task"), ("LeadingGroup", "Task"))),
    "LEADS": RelationshipType((("Agency", "Task"), ("Collective", "Task"), ("LeadingGroup", "Task"))),
    "DOES": RelationshipType((("Agency", "Task"), ("Collective", "Task"), ("LeadingGroup", "Task"))),
    "JOINS": RelationshipType((("Agency", "Task"), ("Collective", "Task"), ("LeadingGroup", "Task"))),
    "SUPPORTS": RelationshipType((("Agency", "Task"), ("Collective", "Task"), ("LeadingGroup", "Task"))),
    "SUPERVISES": RelationshipType((("Agency", "Task"), ("Collective", "Task"), ("LeadingGroup", "Task"))),
}

SHORTCUTS: dict[str, str] = {
    "accountable": "ANSWERS_FOR",
    "lead": "LEADS",
    "responsible": "DOES",
    "joint": "JOINS",
    "support": "SUPPORTS",
    "supervise": "SUPERVISES",
}
"""Role to the derived relationship between body and task."""
