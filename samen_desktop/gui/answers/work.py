"""What the desk asks of the file: functions of a dossier, done by the bridge on its thread.

What is half typed in a field is kept under a place of its own, `answer/<item>/<field>`, and goes in
the same breath in which the field is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from samen_desktop.core.answers import ANSWER_FIELDS
from samen_desktop.core.desk import Chosen, DeskItem, DeskQuery, Pile, PileItem, Voices
from samen_desktop.core.fields import Scalar
from samen_desktop.core.inputs import OWN_CHANGE
from samen_desktop.core.lists import Facet
from samen_desktop.core.words import Language
from samen_desktop.store import answering, drafts, profile, records
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading import desk, desk_item, desk_lists, voices
from samen_desktop.store.reading import similar as like
from samen_desktop.store.reading.desk_lists import Block
from samen_desktop.store.reading.similar import Similar

from .choice_rows import LineChoice

__all__ = ["Block", "Similar"]

PLACE = "answer"
"""What the places of half-typed text of the desk begin with."""

MOST_SIMILAR = 5


FindWork = Callable[[Dossier], list[LineChoice]]
"""What looks up records to choose from."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The item a person works on, which stays in sight whatever the filter says of it."""

    group: Scalar
    at: int
    key: int


@dataclass(frozen=True, slots=True)
class Told:
    """One item with what its fields offer and what was left half typed in them, by field."""

    item: DeskItem
    chapters: list[Chosen]
    handlers: list[str]
    statuses: list[tuple[str, str]]
    leads: list[tuple[str, str]]
    typed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lying:
    """The pile with the items of the groups that are open."""

    pile: Pile
    items: Mapping[Scalar, list[PileItem]]
    wanted: int | None = None
    told: Told | None = None
    """The item that is wanted, or the first of all, as the panes show it."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What the fields of an answer offer."""

    chapters: list[Chosen]
    handlers: list[str]
    statuses: list[tuple[str, str]]


def lying(
    query: DeskQuery,
    opened: Sequence[Scalar],
    kept: Kept | None,
    wanted: bytes | None = None,
    everything: int | None = None,
    *,
    enter: Language | None = None,
) -> Callable[[Dossier], Lying]:
    """The pile as it is now. `wanted` is an input or bundle whose group is opened beside.

    `everything` is how many items there are in all, where that is known. `enter` opens the first
    group where what is wanted does not lie there, and tells the item that comes to be current.
    """

    def work(dossier: Dossier) -> Lying:

        conn = dossier.conn
        key = desk.place_of(conn, wanted) if wanted is not None else None
        group = desk.group_of(conn, query.by, key) if key is not None else None
        groups = list(dict.fromkeys([*opened, *([group] if key is not None else [])]))
        pile = desk.pile(conn, query, everything)
        there = {each.value for each in pile.groups}
        found = {each: desk.items(conn, query, each) for each in groups if each in there}
        current = key if _lies(found, key) else None
        if enter is not None and pile.groups and current is None:
            first = pile.groups[0].value
            found[first] = desk.items(conn, query, first)
            current = next((item.key for item in found[first]), None)
        if kept is not None:
            _keep(dossier, found, kept)
        if enter is None or current is None:
            return Lying(pile, found, key)
        return Lying(pile, found, key, told(current, enter)(dossier))

    return work


def _lies(found: Mapping[Scalar, list[PileItem]], key: int | None) -> bool:
    return any(item.key == key for items in found.values() for item in items)


def _keep(dossier: Dossier, found: dict[Scalar, list[PileItem]], kept: Kept) -> None:

    if _lies(found, kept.key):
        return
    item = desk.one(dossier.conn, kept.key)
    if item is not None:
        found.setdefault(kept.group, []).insert(kept.at, item)


def items(query: DeskQuery, group: Scalar) -> Callable[[Dossier], list[PileItem]]:
    """The items of a group that is opened."""

    def work(dossier: Dossier) -> list[PileItem]:

        return desk.items(dossier.conn, query, group)

    return work


def told(key: int, language: Language) -> Callable[[Dossier], Told | None]:
    """An item for the panes; None where it is gone."""

    def work(dossier: Dossier) -> Told | None:

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

        return voices.of_theme(dossier.conn, theme if isinstance(theme, int) else None)

    return work


def similar(record: bytes) -> Callable[[Dossier], list[Similar]]:
    """Inputs that look like this one."""

    def work(dossier: Dossier) -> list[Similar]:

        return like.similar(dossier, record, MOST_SIMILAR + 8)

    return work


def facets(name: str, query: DeskQuery, language: Language) -> Callable[[Dossier], list[Facet]]:
    """What a filter offers now."""

    def work(dossier: Dossier) -> list[Facet]:

        return desk.facets(dossier.conn, name, query, language)

    return work


def labels(
    filters: Mapping[str, frozenset[str]], language: Language
) -> Callable[[Dossier], dict[str, dict[str, str]]]:
    """How the values that are set are called, by filter."""

    def work(dossier: Dossier) -> dict[str, dict[str, str]]:

        return {
            name: {value: desk.label_of(dossier.conn, name, value, language) for value in values}
            for name, values in filters.items()
        }

    return work


def offered(language: Language) -> Callable[[Dossier], Offered]:
    """What the fields offer for several items at once."""

    def work(dossier: Dossier) -> Offered:

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
        offers = desk_lists.offers(dossier.conn, kind, words, without)
        first = [] if made is None else [LineChoice("", "", made)]
        return first + [LineChoice(each.id.hex(), each.code, each.title) for each in offers]

    return work


def text_blocks(dossier: Dossier) -> list[Block]:
    """Reusable texts in their order."""
    return desk_lists.text_blocks(dossier.conn)


def richest_bundle(states: Collection[str]) -> Callable[[Dossier], bytes | None]:
    """A bundle to show in a picture: with many inputs, its answer in one of these states."""
    return lambda dossier: desk_lists.richest_bundle(dossier.conn, states)


# --- changes: each is one named edit -------------------------------------------------


def save(record: bytes, changes: Mapping[str, Scalar]) -> Callable[[Dossier], int]:
    """Fields of an item; what was kept half typed of them goes."""

    def work(dossier: Dossier) -> int:

        own = {name: value for name, value in changes.items() if name in ("title", "summary")}
        rest = {name: value for name, value in changes.items() if name not in own}
        count = answering.answer(dossier, [record], rest) if rest else 0
        if own:
            records.save(dossier, "bundle", record, own)
        kept = {each.place for each in drafts.offered(dossier.conn)}
        for name in changes:
            place = f"{PLACE}/{record.hex()}/{name}"
            if place in kept:
                drafts.drop(dossier, place)
        return count

    return work


def answer_many(idents: Sequence[bytes], changes: Mapping[str, Scalar]) -> Callable[[Dossier], int]:
    """The same fields of several answers, as one edit."""

    def work(dossier: Dossier) -> int:

        return answering.answer(dossier, idents, changes)

    return work


def submit(idents: Sequence[bytes]) -> Callable[[Dossier], int]:
    """Ask for approval."""

    def work(dossier: Dossier) -> int:

        return answering.submit(dossier, idents)

    return work


def approve(idents: Sequence[bytes]) -> Callable[[Dossier], int]:
    """Approve today, by the function of who works on this laptop."""

    def work(dossier: Dossier) -> int:

        by = profile.read().function or dossier.writer.author
        return answering.approve(dossier, idents, by=by, on=_today(dossier))

    return work


def publish(idents: Sequence[bytes]) -> Callable[[Dossier], int]:
    """Publish today."""

    def work(dossier: Dossier) -> int:

        return answering.publish(dossier, idents, on=_today(dossier))

    return work


def take_back(idents: Sequence[bytes]) -> Callable[[Dossier], int]:
    """Make drafts of answers again."""

    def work(dossier: Dossier) -> int:

        return answering.back_to_draft(dossier, idents)

    return work


def bundle(idents: Sequence[bytes]) -> Callable[[Dossier], bytes]:
    """Chosen items as one: inputs in a bundle, several bundles joined into the first."""

    def work(dossier: Dossier) -> bytes:

        return answering.bundle_items(dossier, idents)

    return work


def take_out(
    inputs: Sequence[bytes], *, together: bool = False
) -> Callable[[Dossier], bytes | None]:
    """Inputs out of their bundle; `together` into a new one of their own, which is returned."""

    def work(dossier: Dossier) -> bytes | None:

        if together:
            return answering.bundle(dossier, inputs)
        answering.take_out(dossier, inputs)
        return None

    return work


def oppose(one: bytes, other: bytes) -> Callable[[Dossier], bool]:
    """Say that two inputs contradict each other, or that they no longer do."""

    def work(dossier: Dossier) -> bool:

        return answering.oppose(dossier, one, other)

    return work


def own_change(words: str, theme: Scalar = None) -> Callable[[Dossier], bytes]:
    """A change that the municipality makes of its own: an input without a submitter."""

    def work(dossier: Dossier) -> bytes:

        today = _today(dossier)
        values = {"kind": OWN_CHANGE, "words": words, "theme": theme, "date": today}
        return records.save(dossier, "input", None, values)

    return work


def delete_bundle(record: bytes) -> Callable[[Dossier], int]:
    """Take a bundle apart: its inputs stand on their own again."""

    def work(dossier: Dossier) -> int:

        return records.delete_many(dossier, [record])

    return work


def save_block(record: bytes | None, values: Mapping[str, Scalar]) -> Callable[[Dossier], bytes]:
    """Make or change a reusable text."""

    def work(dossier: Dossier) -> bytes:

        return records.save(dossier, "text_block", record, values)

    return work


def delete_block(record: bytes) -> Callable[[Dossier], int]:
    """Delete a reusable text; answers that hold it keep it."""

    def work(dossier: Dossier) -> int:

        return records.delete_many(dossier, [record])

    return work


# --- half-typed text -----------------------------------------------------------------


def recover(dossier: Dossier) -> str:
    """Bring what lay in the profile into the file, where the fields look.

    Returns the name under which the profile may be written for this round from now on.
    """
    own = drafts.round_id(dossier.conn)
    if not own:
        return ""
    beside = f"{own}-{PLACE}"
    if dossier.writable:
        known = {each.place: each.kept_at for each in drafts.offered(dossier.conn)}
        for each in drafts.offered_beside(dossier.conn, beside):
            if each.kept_at > known.get(each.place, ""):
                drafts.keep(dossier, each.place, each.text)
        drafts.drop_beside(beside)
    return beside


def drop_drafts(record: bytes, names: Iterable[str]) -> Callable[[Dossier], None]:
    """Throw away what was kept half typed of these fields."""

    def work(dossier: Dossier) -> None:

        for name in names:
            drafts.drop(dossier, f"{PLACE}/{record.hex()}/{name}")

    return work


def _today(dossier: Dossier) -> str:
    return datetime.fromtimestamp(dossier.now() / 1000).astimezone().date().isoformat()
