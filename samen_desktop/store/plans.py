"""Versions of the plan in the round: reading their outlines, and taking a next one in.

Chapters belong to one version; a chapter of a next version says which one it follows. What that
means for what points at chapters is for `looking_again`, changing one by hand for `outlining`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samen_desktop.core import edits, outlines
from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Scalar
from samen_desktop.core.order import between, row_of
from samen_desktop.core.outlines import Heading, Step
from samen_desktop.core.words import Words

from .dossier import Dossier
from .steps.editing import Edit


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the plan. `chapters` counts those that are not gone."""

    key: int
    id: bytes
    number: str
    date: str
    status: str
    description: str
    chapters: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter in the order of the outline.

    `refers` counts the inputs and bundles that point at it, themselves or in their answer.
    """

    key: int
    id: bytes
    level: int
    number: str
    title: str
    owner: str
    status: str
    text: str
    refers: int

    @property
    def heading(self) -> Heading:
        return Heading(self.level, self.number, self.title, self.text)


def versions(conn: sqlite3.Connection) -> list[Version]:
    """All versions, the one that stands first."""
    rows = conn.execute(
        "SELECT key, id, coalesce(number, ''), coalesce(date, ''), coalesce(status, ''),"
        " coalesce(description, ''), (SELECT count(*) FROM chapters"
        " WHERE version = one.key AND chapters.deleted = 0)"
        " FROM plan_versions AS one WHERE deleted = 0"
        " ORDER BY place IS NULL, place DESC, key DESC"
    )
    return [Version(*row) for row in rows]


def outline(conn: sqlite3.Connection, version: int) -> list[Chapter]:
    """The chapters of a version as a tree read from top to bottom."""
    rows = conn.execute(f"{CHAPTERS} WHERE one.version = ? AND one.deleted = 0", (version,))
    found = {row[0]: row for row in rows}
    below: dict[int | None, list[int]] = {}
    for key in sorted(found, key=lambda key: _place(found[key])):
        parent = found[key][2]
        below.setdefault(parent if parent in found else None, []).append(key)
    told: list[Chapter] = []
    waiting = [(key, 1) for key in reversed(below.get(None, []))]
    while waiting:
        key, level = waiting.pop()
        _, ident, _, _, number, title, owner, status, text, refers = found[key]
        told.append(Chapter(key, ident, level, number, title, owner, status, text, refers))
        waiting += [(each, level + 1) for each in reversed(below.get(key, []))]
    return told


def compared(
    conn: sqlite3.Connection, headings: Sequence[Heading]
) -> tuple[list[Chapter], list[Step]]:
    """What would become of the chapters of the version that stands: for the preview."""
    standing = versions(conn)
    old = outline(conn, standing[0].key) if standing else []
    return old, outlines.compare([each.heading for each in old], headings)


def take_in(
    dossier: Dossier,
    about: Mapping[str, Scalar],
    headings: Sequence[Heading],
    name: str = edits.READ_PLAN,
) -> bytes:
    """Make a next version with these chapters, as one edit. Returns its id.

    `about` are fields of the version; its number must be new; `name` is that of the edit. Owners
    and statuses of the chapters go along to those that follow them. Raises KnownError for a number
    that is there already.
    """
    refuse_number(dossier.conn, about)
    old, steps = compared(dossier.conn, headings)
    follows = {
        step.new: old[step.old] for step in steps if step.old is not None and step.new is not None
    }
    with dossier.edit(name, str(len(headings))) as edit:
        version = edit.create("plan_version", {**about, "place": last_place(dossier.conn)})
        _write_chapters(edit, version, headings, follows)
    return version


def refuse_number(conn: sqlite3.Connection, about: Mapping[str, Scalar]) -> None:
    """Raise KnownError where a version has no number, or one that is there already."""
    number = str(about.get("number") or "").strip()
    if not number:
        raise KnownError(
            "version_unnumbered",
            Words(
                "Geef de planversie een nummer, bijvoorbeeld 1.0.",
                "Give the plan version a number, for instance 1.0.",
            ),
        )
    if any(each.number.casefold() == number.casefold() for each in versions(conn)):
        raise KnownError(
            "version_exists",
            Words(
                "Planversie {number} is er al. Geef de nieuwe een ander nummer.",
                "There is a plan version {number} already. Give the new one another number.",
            ).fill(number=number),
        )


def last_place(conn: sqlite3.Connection) -> str:
    """The place of a version that comes after all others: the last one stands."""
    (last,) = conn.execute("SELECT max(place) FROM plan_versions").fetchone()
    return between(last, None)


def _write_chapters(
    edit: Edit, version: bytes, headings: Sequence[Heading], follows: Mapping[int, Chapter]
) -> None:
    above = outlines.parents([each.level for each in headings])
    made: list[bytes] = []
    for at, (heading, place) in enumerate(zip(headings, row_of(len(headings)), strict=True)):
        before, parent = follows.get(at), above[at]
        values: dict[str, Scalar] = {
            "version": version.hex(),
            "number": heading.number,
            "title": heading.title,
            "text": heading.text,
            "place": place,
            "parent": None if parent is None else made[parent].hex(),
        }
        if before is not None:
            values |= {"follows": before.id.hex(), "owner": before.owner, "status": before.status}
        made.append(edit.create("chapter", {k: v for k, v in values.items() if v}))


def _place(row: tuple[object, ...]) -> tuple[bool, str, int]:
    place, key = row[3], row[0]
    return place is None, str(place or ""), int(str(key))


_POINTS_AT = """
(SELECT count(*) FROM inputs AS i WHERE i.deleted = 0 AND i.key IN
    (SELECT owner FROM member WHERE field = 'chapter' AND member = one.key
     UNION SELECT owner FROM answers WHERE place = one.key))
+ (SELECT count(*) FROM bundles AS b WHERE b.deleted = 0 AND b.key IN
    (SELECT owner FROM member WHERE field = 'chapter' AND member = one.key
     UNION SELECT owner FROM answers WHERE place = one.key))"""

CHAPTERS = f"""
SELECT one.key, one.id, CASE one.cut WHEN 0 THEN one.parent END, one.place,
    coalesce(one.number, ''), coalesce(one.title, ''), coalesce(one.owner, ''),
    coalesce(one.status, ''), coalesce(one.text, ''), {_POINTS_AT}
FROM chapters AS one"""
