"""Which skills somebody learnt on courses and at work, by what the catalogue says that those teach.

Who looks for a way from today and who shows what somebody can both read it here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from gouden_poort.catalogue.snapshot import Snapshot
from gouden_poort.development.experience import Employment, FinishedCourse
from gouden_poort.routing.verification import Done


def known(snapshot: Snapshot, courses: Iterable[FinishedCourse]) -> Iterator[tuple[FinishedCourse, Done]]:
    """The courses that the catalogue still has. Those that it lost teach nothing: nobody knows what they gave."""
    offerings = snapshot.columns.offerings.id
    for course in courses:
        step = course.step
        if step.offering_id in offerings:
            row = offerings.row(step.offering_id)
            yield course, Done(step=step, row=row, start=step.start_date, end=course.finished_on)


def taught(snapshot: Snapshot, done: Done) -> Iterator[tuple[str, int]]:
    """The skills that a course gives, with their levels."""
    columns = snapshot.columns
    skills, levels = columns.offerings.teaches[done.row].tolist(), columns.offerings.teaches_levels[done.row].tolist()
    return ((columns.skills.id[skill], level) for skill, level in zip(skills, levels, strict=True))


def learnt_at_work(snapshot: Snapshot, work: Iterable[Employment]) -> Iterator[tuple[str, str, int]]:
    """Occupation, skill and level of what work teaches after so many weeks of it, at whatever employer."""
    occupations, skills = snapshot.columns.occupations, snapshot.columns.skills.id
    days: Counter[str] = Counter()
    for each in work:
        days[each.occupation_id] += each.days
    for occupation_id, many in days.items():
        if occupation_id not in occupations.id:
            continue
        row = occupations.id.row(occupation_id)
        columns = (occupations.experience_skills, occupations.experience_levels, occupations.experience_weeks)
        for skill, level, weeks in zip(*(column[row].tolist() for column in columns), strict=True):
            if many >= 7 * weeks:
                yield occupation_id, skills[skill], level


def provider_of(snapshot: Snapshot, course: FinishedCourse) -> str:
    """Who gives a course by this catalogue; empty when the catalogue has lost it."""
    columns, offering_id = snapshot.columns, course.step.offering_id
    if offering_id not in columns.offerings.id:
        return ""
    return str(columns.providers.label[int(columns.offerings.provider[columns.offerings.id.row(offering_id)])])
