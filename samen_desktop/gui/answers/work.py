"""What the desk reads of the file: functions of a dossier, done by the bridge on its thread."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samen_desktop.core.desk import Chosen, DeskItem, DeskQuery, Pile, PileItem, Voices
from samen_desktop.core.fields import Scalar
from samen_desktop.core.lists import Facet
from samen_desktop.core.words import Language

from .choice_rows import LineChoice

if TYPE_CHECKING:
    from samen_desktop.store.dossier import Dossier
    from samen_desktop.store.reading.similar import Similar

PLACE = "answer"
"""What the places of half-typed text of the desk begin with."""

MOST_SIMILAR = 5
_MOST_FOUND = 40


FindWork = Callable[["Dossier"], list[LineChoice]]
"""What looks up records to choose from."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The item a person works on, which stays in sight whatever the filter says of it."""

    group: Scalar
    at: int
    key: int


@dataclass(frozen=True, slots=True)
class Lying:
    """The pile with the items of the groups that are open."""

    pile: Pile
    items: Mapping[Scalar, list[PileItem]]
    wanted: int | None = None
    wanted_group: Scalar = None


@dataclass(frozen=True, slots=True)
class Offered:
    """What the fields of an answer offer."""

    chapters: list[Chosen]
    handlers: list[str]
    statuses: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Told:
    """One item with what its fields offer and what was left half typed in them, by field."""

    item: DeskItem
    chapters: list[Chosen]
    handlers: list[str]
    statuses: list[tuple[str, str]]
    leads: list[tuple[str, str]]
    typed: Mapping[str, str] = field(default_factory=dict)


def lying(
    query: DeskQuery,
    opened: Sequence[Scalar],
    kept: Kept | None,
    wanted: bytes | None = None,
    everything: int | None = None,
) -> Callable[[Dossier], Lying]:
    """The pile as it is now. `wanted` is an input or bundle whose group is opened beside.

    `everything` is how many items there are in all, where that is known.
    """

    def work(dossier: Dossier) -> Lying:
        from samen_desktop.store.reading import desk

        conn = dossier.conn
        key = desk.place_of(conn, wanted) if wanted is not None else None
        group = desk.group_of(conn, query.by, key) if key is not None else None
        groups = list(dict.fromkeys([*opened, *([group] if key is not None else [])]))
        pile = desk.pile(conn, query, everything)
        there = {each.value for each in pile.groups}
        found = {each: desk.items(conn, query, each) for each in groups if each in there}
        if kept is not None:
            _keep(conn, found, kept)
        return Lying(pile, found, key, group)

    return work


def _keep(conn: sqlite3.Connection, found: dict[Scalar, list[PileItem]], kept: Kept) -> None:
    from samen_desktop.store.reading import desk

    if any(item.key == kept.key for items in found.values() for item in items):
        return
    item = desk.one(conn, kept.key)
    if item is not None:
        found.setdefault(kept.group, []).insert(kept.at, item)


def items(query: DeskQuery, group: Scalar) -> Callable[[Dossier], list[PileItem]]:
    """The items of a group that is opened."""

    def work(dossier: Dossier) -> list[PileItem]:
        from samen_desktop.store.reading import desk

        return desk.items(dossier.conn, query, group)

    return work


def told(key: int, language: Language) -> Callable[[Dossier], Told | None]:
    """An item for the panes; None where it is gone."""

    def work(dossier: Dossier) -> Told | None:
        from samen_desktop.core.answers import ANSWER_FIELDS
        from samen_desktop.store import drafts, records
        from samen_desktop.store.reading import desk_item

        conn = dossier.conn
        item = desk_item.item(dossier, key)
        if item is None:
            return None
        place = f"{PLACE}/{item.id.hex()}/"
        typed = {
            each.place.removeprefix(place): each.text
            for each in drafts.offered(conn)
            if each.place.startswith(place)
        }
        terms = {each.name: each for each in ANSWER_FIELDS if each.vocabulary}
        return Told(
            item,
            desk_item.chapters(conn, item.values.get("theme")),
            desk_item.handlers(conn),
            records.choices(conn, terms["answer/status"], language),
            records.choices(conn, terms["answer/leads_to_change"], language),
            typed,
        )

    return work


def theme_voices(theme: Scalar) -> Callable[[Dossier], Voices]:
    """Who said what stands under a theme."""

    def work(dossier: Dossier) -> Voices:
        from samen_desktop.store.reading import voices

        return voices.of_theme(dossier.conn, theme if isinstance(theme, int) else None)

    return work


def similar(record: bytes) -> Callable[[Dossier], list[Similar]]:
    """Inputs that look like this one."""

    def work(dossier: Dossier) -> list[Similar]:
        from samen_desktop.store.reading import similar as likeness

        return likeness.similar(dossier, record, MOST_SIMILAR + 8)

    return work


def facets(name: str, query: DeskQuery, language: Language) -> Callable[[Dossier], list[Facet]]:
    """What a filter offers now."""

    def work(dossier: Dossier) -> list[Facet]:
        from samen_desktop.store.reading import desk

        return desk.facets(dossier.conn, name, query, language)

    return work


def labels(
    filters: Mapping[str, frozenset[str]], language: Language
) -> Callable[[Dossier], dict[str, dict[str, str]]]:
    """How the values that are set are called, by filter."""

    def work(dossier: Dossier) -> dict[str, dict[str, str]]:
        from samen_desktop.store.reading import desk

        return {
            name: {value: desk.label_of(dossier.conn, name, value, language) for value in values}
            for name, values in filters.items()
        }

    return work


def offered(language: Language) -> Callable[[Dossier], Offered]:
    """What the fields offer for several items at once."""

    def work(dossier: Dossier) -> Offered:
        from samen_desktop.core.answers import ANSWER_FIELDS
        from samen_desktop.store import records
        from samen_desktop.store.reading import desk_item

        conn = dossier.conn
        status = next(each for each in ANSWER_FIELDS if each.name == "answer/status")
        return Offered(
            desk_item.chapters(conn, None),
            desk_item.handlers(conn),
            records.choices(conn, status, language),
        )

    return work


def found(kind: str, words: str, without: Collection[bytes], made: str | None = None) -> FindWork:
    """Records of a kind that hold these words, to choose from; the newest where there are none.

    `made` is what choosing none of them is called: it has an empty value and comes first.
    """

    def work(dossier: Dossier) -> list[LineChoice]:
        from samen_desktop.store.naming import Names
        from samen_desktop.store.reading.finding import find

        conn = dossier.conn
        keys = [hit.key for hit in find(conn, words, (kind,), _MOST_FOUND)] if words else []
        keys = keys if words else _newest(conn, kind)
        names = Names(conn).of_many(kind, keys)
        ids = _ids(conn, kind, keys)
        first = [] if made is None else [LineChoice("", "", made)]
        return first + [
            LineChoice(ids[key].hex(), *names[key])
            for key in keys
            if key in ids and ids[key] not in without
        ]

    return work


def _newest(conn: sqlite3.Connection, kind: str) -> list[int]:
    from samen_desktop.core.kinds import KINDS

    rows = conn.execute(
        f"SELECT key FROM {KINDS[kind].plural} WHERE deleted = 0"
        " AND key NOT IN (SELECT key FROM joined) ORDER BY key DESC LIMIT ?",
        (_MOST_FOUND,),
    )
    return [key for (key,) in rows]


def _ids(conn: sqlite3.Connection, kind: str, keys: Sequence[int]) -> dict[int, bytes]:
    from samen_desktop.core.kinds import KINDS

    marks = ",".join("?" * len(keys))
    table = KINDS[kind].plural
    return dict(conn.execute(f"SELECT key, id FROM {table} WHERE key IN ({marks})", list(keys)))


def text_blocks(dossier: Dossier) -> list[tuple[bytes, str, str]]:
    """Reusable texts in their order: id, title, text."""
    rows = dossier.conn.execute(
        "SELECT id, coalesce(title, ''), coalesce(text, '') FROM text_blocks WHERE deleted = 0"
        " ORDER BY place IS NULL, place, key"
    )
    return [tuple(row) for row in rows]


def richest_bundle(dossier: Dossier, where: str) -> bytes | None:
    """The bundle with the most inputs that a condition on its answer leaves: for a picture."""
    found = dossier.conn.execute(
        "SELECT one.id FROM bundles AS one LEFT JOIN answers AS ans ON ans.owner = one.key"
        " LEFT JOIN inputs AS i ON i.answer_owner = one.key"
        f" WHERE one.deleted = 0 AND {where} GROUP BY one.key ORDER BY count(i.key) DESC LIMIT 1"
    ).fetchone()
    return None if found is None else bytes(found[0])
