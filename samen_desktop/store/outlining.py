"""The outline of a plan version as a person writes it: chapters added, moved, taken out.

Each wish is one named edit. Versions as a whole, and reading one in, are for `plans`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from samen_desktop.core import outlines
from samen_desktop.core.errors import KnownError
from samen_desktop.core.fields import Scalar
from samen_desktop.core.order import between, row_of
from samen_desktop.core.outlines import Heading
from samen_desktop.core.words import Words

from . import plans
from .dossier import Dossier
from .steps.editing import Edit


class Where(Enum):
    """Where a new chapter comes, seen from another."""

    BEFORE = "before"
    AFTER = "after"
    UNDER = "under"


class Way(Enum):
    """Which way a chapter goes in its outline."""

    UP = "up"
    DOWN = "down"
    IN = "in"
    OUT = "out"


class _Row(NamedTuple):
    key: int
    id: bytes
    place: str | None
    number: str


class _Tree:
    """The chapters of a version, by what they stand under."""

    def __init__(self, conn: sqlite3.Connection, version: int) -> None:
        rows = conn.execute(
            "SELECT key, id, place, coalesce(number, ''), CASE cut WHEN 0 THEN parent END"
            " FROM chapters WHERE version = ? AND deleted = 0"
            " ORDER BY place IS NULL, place, key",
            (version,),
        ).fetchall()
        known = {row[0] for row in rows}
        self.rows: dict[int, _Row] = {}
        self.parent: dict[int, int | None] = {}
        self._below: dict[int | None, list[_Row]] = {}
        for key, ident, place, number, above in rows:
            parent = above if above in known else None
            row = self.rows[key] = _Row(key, ident, place, number)
            self.parent[key] = parent
            self._below.setdefault(parent, []).append(row)

    def below(self, parent: int | None) -> list[_Row]:
        """What stands straight under a chapter; None for what stands under nothing."""
        return list(self._below.get(parent, ()))

    def whole(self, key: int) -> list[_Row]:
        """A chapter with all under it."""
        found = [self.rows[key]]
        for each in self.below(key):
            found += self.whole(each.key)
        return found

    def id_of(self, key: int | None) -> str | None:
        return None if key is None else self.rows[key].id.hex()


def make_version(dossier: Dossier, about: Mapping[str, Scalar]) -> bytes:
    """Make a version without chapters, to be written by hand. Raises KnownError as `take_in`."""
    plans.refuse_number(dossier.conn, about)
    with dossier.edit("add_plan_version", str(about.get("number") or "")[:20]) as edit:
        return edit.create("plan_version", {**about, "place": plans.last_place(dossier.conn)})


def next_version(dossier: Dossier, about: Mapping[str, Scalar]) -> bytes:
    """Make a next version to be changed by hand: it begins as the one that stands.

    Where there is none yet it begins without chapters. `about` without a number gets the next
    one that is free. Raises KnownError as `take_in`.
    """
    standing = plans.versions(dossier.conn)
    if not about.get("number"):
        about = {**about, "number": _free_number([each.number for each in standing])}
    if not standing:
        return make_version(dossier, about)
    chapters = plans.outline(dossier.conn, standing[0].key)
    headings = [each.heading for each in chapters]
    return plans.take_in(dossier, about, headings, "add_plan_version")


def delete_version(dossier: Dossier, version: bytes) -> int:
    """Take a version out with its chapters. Returns how many chapters went."""
    key = _key(dossier.conn, "plan_versions", version)
    rows = dossier.conn.execute(
        "SELECT id FROM chapters WHERE version = ? AND deleted = 0", (key,)
    ).fetchall()
    with dossier.edit("delete_plan_version", str(len(rows))) as edit:
        edit.delete(version)
        return sum(edit.delete(ident) for (ident,) in rows)


def add(
    dossier: Dossier,
    version: bytes,
    headings: Sequence[Heading],
    at: bytes | None = None,
    where: Where = Where.AFTER,
) -> list[bytes]:
    """Put chapters into an outline, before, after or under one; at its end where none is named.

    A first one without a number gets the next number of its neighbours. Returns their ids.
    """
    conn = dossier.conn
    tree = _Tree(conn, _key(conn, "plan_versions", version))
    parent, before = _gap(tree, None if at is None else _key(conn, "chapters", at), where)
    made: list[bytes] = []
    spread = row_of(len(headings))
    above = outlines.parents([each.level for each in headings])
    with dossier.edit("add_chapter", str(len(headings))) as edit:
        gap = _Gap(edit, tree.below(parent), before)
        for at_row, (heading, under) in enumerate(zip(headings, above, strict=True)):
            number = heading.number or (_number(tree, parent, before) if at_row == 0 else "")
            values: dict[str, Scalar] = {
                "version": version.hex(),
                "number": number,
                "title": heading.title,
                "text": heading.text,
                "place": gap.next() if under is None else spread[at_row],
                "parent": tree.id_of(parent) if under is None else made[under].hex(),
            }
            made.append(edit.create("chapter", {k: v for k, v in values.items() if v}))
    return made


def move(dossier: Dossier, chapter: bytes, way: Way) -> bool:
    """Move a chapter, with all under it. False where it cannot go that way."""
    conn = dossier.conn
    key = _key(conn, "chapters", chapter)
    (version,) = conn.execute("SELECT version FROM chapters WHERE key = ?", (key,)).fetchone()
    tree = _Tree(conn, version)
    if key not in tree.rows:
        return False
    target = _target(tree, key, way)
    if target is None:
        return False
    parent, after = target
    with dossier.edit("change_chapter", tree.rows[key].number[:20]) as edit:
        others = [each for each in tree.below(parent) if each.key != key]
        edit.set(chapter, "place", _Gap(edit, others, after).next())
        edit.set(chapter, "parent", tree.id_of(parent))
    return True


def take_out(dossier: Dossier, chapter: bytes) -> int:
    """Take a chapter out, with all under it. Returns how many went."""
    conn = dossier.conn
    key = _key(conn, "chapters", chapter)
    (version,) = conn.execute("SELECT version FROM chapters WHERE key = ?", (key,)).fetchone()
    tree = _Tree(conn, version)
    if key not in tree.rows:
        return 0
    with dossier.edit("delete_chapter", tree.rows[key].number[:20]) as edit:
        return sum(edit.delete(each.id) for each in tree.whole(key))


class _Gap:
    """Keys for the place after some of a row of chapters; `after` is how many stand before it.

    Where two laptops gave one key twice there is no room between them: then all get new ones.
    """

    def __init__(self, edit: Edit, rows: Sequence[_Row], after: int) -> None:
        places = [each.place for each in rows]
        known = [each for each in places if each is not None]
        if len(known) < len(places) or any(a >= b for a, b in pairwise(known)):
            known = row_of(len(rows))
            for row, place in zip(rows, known, strict=True):
                edit.set(row.id, "place", place)
        self._low = known[after - 1] if after else None
        self._high = known[after] if after < len(known) else None

    def next(self) -> str:
        """The next key in this gap."""
        self._low = between(self._low, self._high)
        return self._low


def _gap(tree: _Tree, at: int | None, where: Where) -> tuple[int | None, int]:
    """Under which chapter something comes, and after how many of those there."""
    if at is None or at not in tree.rows:
        return None, len(tree.below(None))
    if where is Where.UNDER:
        return at, len(tree.below(at))
    parent = tree.parent[at]
    stands = [each.key for each in tree.below(parent)].index(at)
    return parent, stands + (where is Where.AFTER)


def _target(tree: _Tree, key: int, way: Way) -> tuple[int | None, int] | None:
    """Where a moved chapter comes: under which, after how many others; None for nowhere."""
    parent = tree.parent[key]
    row = [each.key for each in tree.below(parent)]
    stands = row.index(key)
    if way is Way.UP:
        return (parent, stands - 1) if stands else None
    if way is Way.DOWN:
        return (parent, stands + 1) if stands + 1 < len(row) else None
    if way is Way.IN:
        return (row[stands - 1], len(tree.below(row[stands - 1]))) if stands else None
    if parent is None:
        return None
    above = tree.parent[parent]
    return above, [each.key for each in tree.below(above)].index(parent) + 1


def _number(tree: _Tree, parent: int | None, before: int) -> str:
    """The number that a chapter put here would have; empty where it is taken, or none is used."""
    row = tree.below(parent)
    own = "" if parent is None else tree.rows[parent].number
    number = outlines.next_number(row[before - 1].number if before else "", own)
    if not tree.rows:
        return "1"
    return "" if any(each.number == number for each in tree.rows.values()) else number


def _free_number(known: Sequence[str]) -> str:
    number = known[0] if known else "0.1"
    while number in known:
        number = outlines.next_number(number, "") or f"{number}-2"
    return number


def _key(conn: sqlite3.Connection, table: str, record: bytes) -> int:
    found = conn.execute(f"SELECT key FROM {table} WHERE id = ?", (record,)).fetchone()
    if found is None:
        raise KnownError(
            "no_such_chapter",
            Words("Dit deel van het plan is er niet meer.", "This part of the plan is not there."),
        )
    return int(found[0])
