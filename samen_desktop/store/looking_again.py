"""What points into an earlier version of the plan, and has to be looked at again.

References keep pointing at the chapter they were made to until somebody has looked, and then lead
to the one that followed it, or to another that was chosen.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from samen_desktop.core import edits, outlines
from samen_desktop.core.outlines import Became, Step

from . import answering
from .dossier import Dossier
from .plans import CHAPTERS, Chapter, outline, versions
from .steps.editing import Edit


@dataclass(frozen=True, slots=True)
class Reference:
    """A bundle or input that points at a chapter of an earlier version, and what became of that.

    `now` is the chapter of the version that stands which followed it; None where it vanished.
    """

    kind: str
    id: bytes
    code: str
    title: str
    was: Chapter
    now: Chapter | None
    became: Became


def to_look_at(conn: sqlite3.Connection) -> list[Reference]:
    """Answers and inputs that point into an earlier version, in the order of that outline.

    Also those of which the chapter is as it was: they have only to be led on, see `lead_on`. What
    points at a chapter that was taken out comes last.
    """
    return [each for was in _followed(conn) for each in _referring(conn, *was)]


def waiting_count(conn: sqlite3.Connection) -> int:
    """How many of those have to be looked at by a person; counted, not read."""
    return sum(was.refers for was, _, became in _followed(conn) if became.needs_look)


def affected(
    conn: sqlite3.Connection, old: Sequence[Chapter], steps: Sequence[Step]
) -> list[tuple[Step, Reference]]:
    """What would have to be looked at again if the version that stands became another.

    `old` and `steps` as `plans.compared` gives them; the `now` of these references is still to be.
    """
    found = []
    for step in steps:
        if step.old is not None and step.became.needs_look and old[step.old].refers:
            told = _referring(conn, old[step.old], None, step.became)
            found += [(step, each) for each in told]
    return found


def lead_on(dossier: Dossier, references: Iterable[Reference]) -> int:
    """Let these point at the chapters that followed, as looked at. Returns how many were led on.

    What points at a chapter that is gone stays as it is: a person has to choose another place.
    """
    count = 0
    with dossier.edit(edits.LOOKED_AT) as edit:
        for each in references:
            if each.now is not None:
                _lead(edit, each, each.now.id)
                count += 1
        edit.about = str(count)
    return count


def place_again(dossier: Dossier, references: Iterable[Reference], chapter: bytes) -> int:
    """Let these point at another chapter, that a person chose. Returns how many were changed.

    Another place is another answer: what was published or approved becomes a draft again.
    """
    count = 0
    with dossier.edit(edits.LOOKED_AT) as edit:
        for each in references:
            before = edit.state(each.id)
            if _lead(edit, each, chapter):
                answering.reopen(edit, before)
            count += 1
        edit.about = str(count)
    return count


def _lead(edit: Edit, reference: Reference, to: bytes) -> bool:
    """Let one point at another chapter. Whether the place of its answer was one of those."""
    state = edit.state(reference.id)
    was, now = reference.was.id.hex(), to.hex()
    answered = state.shown("answer/place") == was
    if answered:
        edit.set(reference.id, "answer/place", now)
    if state.shown(f"chapter/{was}"):
        edit.set(reference.id, f"chapter/{was}", None)
        edit.set(reference.id, f"chapter/{now}", 1)
    return answered


def _followed(conn: sqlite3.Connection) -> Iterator[tuple[Chapter, Chapter | None, Became]]:
    """Chapters something points at that are not of the version that stands, and what follows."""
    standing = versions(conn)
    if not standing:
        return
    now = {each.key: each for each in outline(conn, standing[0].key)}
    ahead = _ahead(conn)
    for version in standing[1:]:
        for chapter in outline(conn, version.key):
            if chapter.refers:
                after = now.get(_end(chapter.key, ahead))
                became = Became.VANISHED if after is None else _became(chapter, after)
                yield chapter, after, became
    for chapter in _taken_out(conn):
        yield chapter, now.get(_end(chapter.key, ahead)), Became.VANISHED


def _referring(
    conn: sqlite3.Connection, chapter: Chapter, now: Chapter | None, became: Became
) -> list[Reference]:
    rows = conn.execute(_REFERRING, {"chapter": chapter.key})
    return [
        Reference(kind, ident, code, title, chapter, now, became)
        for kind, ident, code, title in rows
    ]


def _taken_out(conn: sqlite3.Connection) -> list[Chapter]:
    """Chapters that were taken out by hand while something points at them."""
    rows = conn.execute(f"{CHAPTERS} WHERE one.deleted = 1 ORDER BY one.key")
    chapters = (Chapter(row[0], row[1], 1, *row[4:]) for row in rows)
    return [each for each in chapters if each.refers]


def _became(was: Chapter, now: Chapter) -> Became:
    (step,) = outlines.compare([was.heading], [now.heading])[:1]
    return Became.CHANGED if step.old is None else step.became


def _ahead(conn: sqlite3.Connection) -> dict[int, int]:
    """Which chapter came after which; of two that say they follow one, the later version's."""
    return dict(
        conn.execute(
            "SELECT follows, key FROM chapters WHERE follows IS NOT NULL AND deleted = 0"
            " ORDER BY key"
        ).fetchall()
    )


def _end(key: int, ahead: Mapping[int, int]) -> int:
    seen = {key}
    while (after := ahead.get(key)) is not None and after not in seen:
        seen.add(after)
        key = after
    return key


_REFERRING = """
WITH pointing AS (
    SELECT owner FROM member WHERE field = 'chapter' AND member = :chapter
    UNION SELECT owner FROM answers WHERE place = :chapter)
SELECT 'bundle', id, coalesce(shown, ''), coalesce(title, '') FROM bundles
    WHERE deleted = 0 AND key IN pointing
UNION ALL
SELECT 'input', id, coalesce(shown, ''), coalesce(nullif(summary, ''), substr(words, 1, 160), '')
    FROM inputs WHERE deleted = 0 AND key IN pointing ORDER BY 1, 3"""
