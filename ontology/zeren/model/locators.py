"""Places of tasks in their plan, as a person says them: the row number in a table, the path of numbers in prose."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from zeren.model.plan import Assignment, Enterprise, Plan, Section, Task


def path_of(numbers: list[str]) -> str:
    """Numbers from the outermost heading inwards as one path: 四, 二, 6 give 四（二）6 and 四, 10 give 四.10."""
    path = ""
    for number in numbers:
        if not path:
            path = number
        elif number.isdecimal():
            path += number if path.endswith("）") else f".{number}"
        else:
            path += f"（{number}）"
    return path


def _paths(sections: tuple[Section, ...]) -> dict[str, list[str]]:
    """Numbers down to each section, by its id."""
    paths: dict[str, list[str]] = {}
    for section in sections:
        above = paths.get(section.parent or "", [])
        paths[section.id] = [*above, section.number] if section.number else above
    return paths


def section_locators(sections: tuple[Section, ...]) -> dict[str, str]:
    """The place of each section by its id: 三（一）, or its title where no number leads to it."""
    paths = _paths(sections)
    return {section.id: path_of(paths[section.id]) or section.title for section in sections}


def _is_table(plan: Plan) -> bool:
    """Whether the numbers run through the whole plan, as rows do, though it has several sections."""
    numbers = [task.number for task in plan.tasks]
    return len({task.section for task in plan.tasks}) > 1 and None not in numbers and len(set(numbers)) == len(numbers)


def locators(plan: Plan) -> list[str]:
    """The place of each task of the plan, in the order of its tasks.

    An unnumbered clause has #n, counted among those of its section, unless it is the only one there.
    """
    if _is_table(plan):
        return [task.number or "" for task in plan.tasks]
    paths, total, seen = _paths(plan.sections), Counter[str | None](), Counter[str | None]()
    total.update(task.section for task in plan.tasks if not task.number)
    found = []
    for task in plan.tasks:
        path = paths.get(task.section or "", [])
        seen[task.section] += not task.number
        clause = f"#{seen[task.section]}" if not task.number and (total[task.section] > 1 or not path) else ""
        found.append(path_of([*path, task.number] if task.number else path) + clause)
    return found


def _ranked(assignments: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
    """The assignments with their places, where nobody gave any."""
    if any(assignment.position != 1 for assignment in assignments):
        return assignments
    return tuple(replace(assignment, position=place) for place, assignment in enumerate(assignments, 1))


def _placed(tasks: tuple[Task, ...], places: list[str]) -> tuple[Task, ...]:
    given = any(task.position for task in tasks)
    return tuple(
        replace(
            task,
            position=task.position if given else at,
            locator=task.locator or place,
            assignments=_ranked(task.assignments),
        )
        for at, (task, place) in enumerate(zip(tasks, places, strict=True))
    )


def _nested(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with place and depth, where nobody gave any."""
    if any(section.position for section in sections):
        return sections
    depths: dict[str, int] = {}
    for section in sections:
        depths[section.id] = depths.get(section.parent or "", 0) + 1
    return tuple(replace(section, position=at, depth=depths[section.id]) for at, section in enumerate(sections))


def _listed(enterprises: tuple[Enterprise, ...]) -> tuple[Enterprise, ...]:
    """The enterprises with #n as their place, where nobody gave any."""
    return tuple(replace(one, locator=one.locator or f"#{at}") for at, one in enumerate(enterprises, 1))


def complete(plan: Plan) -> Plan:
    """The plan with the places that follow from its order: positions, depths and locators, where nobody gave any."""
    tasks = _placed(plan.tasks, locators(plan))
    return replace(plan, sections=_nested(plan.sections), tasks=tasks, enterprises=_listed(plan.enterprises))
