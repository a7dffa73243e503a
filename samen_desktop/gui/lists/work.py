"""What lists and forms ask of the file: functions of a dossier, which the bridge does in turn."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from samen_desktop.core.fields import Field, Scalar
from samen_desktop.core.heard import HEARD_KINDS, Heard
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import DELETED, Facet, ListRow, Query
from samen_desktop.core.merging import Choice
from samen_desktop.core.views import View
from samen_desktop.core.words import Language
from samen_desktop.gui.bridge import Work
from samen_desktop.store import answering, drafts, records, views
from samen_desktop.store.care import erasing
from samen_desktop.store.care.erasing import Erased, WouldGo
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.naming import Names
from samen_desktop.store.reading import history, listing, merged
from samen_desktop.store.reading.heard import heard_of
from samen_desktop.store.reading.history import Change
from samen_desktop.store.reading.listing import Count
from samen_desktop.store.records import Beside, Record
from samen_desktop.store.steps.undo import Undone

__all__ = ["Beside", "Change", "Count", "Erased", "Record", "Undone", "WouldGo"]

PAGE = 40
"""Rows that are read at once."""
PART = 2000
"""Keys that are read at once: some milliseconds."""

SHOWS: Mapping[str, tuple[str, ...]] = {
    "input": (
        *("theme", "session", "stakeholder", "participant", "phase", "group", "term"),
        *("bundle", "chapter"),
    ),
    "theme": ("input",),
    "session": ("input", "phase", "term", "stakeholder", "group"),
    "stakeholder": ("session", "group", "contact", "term"),
    "group": ("stakeholder", "input", "term"),
    "participant": ("session", "group", "input", "term"),
    "follow_up": ("session", "input", "term"),
    "feedback": ("input", "bundle", "session", "stakeholder", "participant", "group", "term"),
    "phase": ("term",),
    DELETED: tuple(KINDS),
}
"""Kinds whose changes a list shows beside its own."""


@dataclass(frozen=True, slots=True)
class First:
    """What a list shows first: keys and their first rows. `more`: there are further keys."""

    keys: array[int]
    rows: list[ListRow]
    more: bool


@dataclass(slots=True)
class Whole:
    """All keys of a list, read in parts; `all` counts the rows without words and filters."""

    keys: array[int]
    parts: Iterator[array[int]]
    all: int = 0
    done: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """One record to read, with its history, its session, and where it was heard if it can be.

    `choices` are what several people said differently; `undoable` the steps of the history that
    can be taken back by name.
    """

    record: Record
    history: list[Change]
    labels: Mapping[str, Mapping[str, str]]
    session: Record | None
    heard: Heard | None
    choices: tuple[Choice, ...] = ()
    undoable: frozenset[bytes] = frozenset()
    answer: Record | None = None
    """Who carries the answer of an input that is in a bundle: that bundle."""


def first(query: Query, language: Language, columns: Collection[str] | None = None) -> Work[First]:
    """The first keys of a query with a page of rows, in one go."""

    def work(dossier: Dossier) -> First:
        keys = listing.keys(dossier.conn, query, listing.FIRST)
        rows = listing.rows(dossier.conn, query.kind, keys[:PAGE], language, columns=columns)
        return First(keys, rows, len(keys) == listing.FIRST)

    return work


def whole(query: Query) -> Work[Whole]:
    """Begin to read all keys of a query."""

    def work(dossier: Dossier) -> Whole:
        conn = dossier.conn
        begun = Whole(array("q"), listing.key_parts(conn, query, PART))
        everything = Query(query.kind, deleted=query.deleted)
        begun.all = listing.count(conn, everything).all if query.narrowed else -1
        return _next_part(begun)

    return work


def more(begun: Whole) -> Work[Whole]:
    """Read the next part: between the parts a key that was pressed is answered first."""
    return lambda _: _next_part(begun)


def _next_part(begun: Whole) -> Whole:
    part = next(begun.parts, None)
    begun.keys.extend(part or ())
    begun.done = part is None or len(part) < PART
    if begun.done and begun.all < 0:
        begun.all = len(begun.keys)
    return begun


def rows(
    kind: str,
    keys: Sequence[int],
    language: Language,
    columns: Collection[str] | None = None,
    *,
    whole_texts: bool = False,
) -> Work[list[ListRow]]:
    """Rows of a list by their keys."""
    return lambda dossier: listing.rows(
        dossier.conn, kind, keys, language, whole=whole_texts, columns=columns
    )


def facets(field: str, query: Query, language: Language) -> Work[list[Facet]]:
    """What a filter offers now."""
    return lambda dossier: listing.facets(dossier.conn, field, query, language)


def labels(query: Query, language: Language) -> Work[dict[str, dict[str, str]]]:
    """How the values that are set in a query are called, by filter."""

    def work(dossier: Dossier) -> dict[str, dict[str, str]]:
        return {
            field: {
                value: listing.label_of(dossier.conn, query.kind, field, value, language)
                for value in values
            }
            for field, values in query.filters.items()
        }

    return work


def key_of(kind: str, record: bytes) -> Work[int | None]:
    """The key under which a list shows a record."""
    return lambda dossier: listing.place_of(dossier.conn, kind, record)


def record(ident: bytes) -> Work[Record]:
    """A record as a form wants it."""
    return lambda dossier: records.read(dossier, ident)


def told(ident: bytes, language: Language) -> Work[Told]:
    """A record as the detail pane wants it."""
    return lambda dossier: _told(dossier, ident, language)


def _told(dossier: Dossier, ident: bytes, language: Language) -> Told:
    conn = dossier.conn
    found = records.read(dossier, ident)
    session = found.values.get("session")
    changes = history.changes_of(conn, ident, language)
    bundle = _bundle_of(dossier, found)
    labels = records.words_of(conn, found, language)
    if bundle is not None:
        for name, words in records.words_of(conn, bundle, language).items():
            labels.setdefault(name, {}).update(words)
    return Told(
        found,
        changes,
        labels,
        records.read(dossier, bytes.fromhex(session)) if isinstance(session, str) else None,
        heard_of(conn, found.kind, ident, datetime.now().astimezone().date())
        if found.kind in HEARD_KINDS
        else None,
        tuple(merged.waiting(conn, language, {ident})),
        history.can_be_taken_back(conn, changes),
        bundle,
    )


def _bundle_of(dossier: Dossier, found: Record) -> Record | None:
    if found.kind != "input":
        return None
    (owner,) = answering.owners(dossier.conn, [found.id])
    return records.read(dossier, owner) if owner != found.id else None


def choices(field: Field, language: Language) -> Work[list[tuple[str, str]]]:
    """What a field offers to choose from."""
    return lambda dossier: records.choices(dossier.conn, field, language)


def all_choices(
    fields: Sequence[Field], language: Language
) -> Work[dict[str, list[tuple[str, str]]]]:
    """What several fields offer, by field name."""
    return lambda dossier: {
        field.name: records.choices(dossier.conn, field, language) for field in fields
    }


def beside(kind: str, link: str, ident: bytes) -> Work[list[Record]]:
    """Records that belong to one: contacts of a stakeholder."""
    return lambda dossier: records.beside(dossier, kind, link, ident)


def save(
    kind: str, ident: bytes | None, changes: Mapping[str, Scalar], others: Sequence[Beside] = ()
) -> Work[bytes]:
    """Make or change a record as one edit."""
    return lambda dossier: records.save(dossier, kind, ident, changes, others)


def set_many(kind: str, keys: Sequence[int], name: str, value: Scalar) -> Work[int]:
    """Set one field of many rows as one edit."""
    return lambda dossier: records.set_many(dossier, _ids(dossier, kind, keys), name, value)


def delete(
    kind: str, keys: Sequence[int], others: Sequence[bytes] = (), move: bytes | None = None
) -> Work[int]:
    """Delete rows as one edit; `others` go along, or move to another session."""
    return lambda dossier: records.delete_many(
        dossier, _ids(dossier, kind, keys), others=others, move=move
    )


def bundle(keys: Sequence[int]) -> Work[bytes]:
    """Put inputs together in a bundle, with all that is in a bundle with one of them already."""
    return lambda dossier: answering.bundle_items(
        dossier, answering.owners(dossier.conn, _ids(dossier, "input", keys))
    )


def restore(idents: Sequence[bytes]) -> Work[int]:
    """Bring records back."""
    return lambda dossier: records.restore_many(dossier, idents)


def join(idents: Sequence[bytes], stays: bytes) -> Work[int]:
    """Join records into one."""
    return lambda dossier: records.join_all(dossier, idents, stays)


def choose(ident: bytes, name: str, value: Scalar) -> Work[None]:
    """Settle a field with several values."""
    return lambda dossier: records.choose(dossier, ident, name, value)


def would_go(ident: bytes) -> Work[WouldGo]:
    """What erasing a record would take away."""
    return lambda dossier: erasing.look(dossier, ident)


def erase(ident: bytes, *, with_inputs: bool) -> Work[Erased]:
    """Erase the texts of a record for good."""
    return lambda dossier: erasing.erase_record(dossier, ident, with_inputs=with_inputs)


def take_back(step: bytes) -> Work[Undone | None]:
    """Undo a step of the history by name, whoever made it; None where it is not here."""

    def work(dossier: Dossier) -> Undone | None:
        found = dossier.log.edit(step)
        return None if found is None else dossier.take_back(found)

    return work


def inputs_of(kind: str, keys: Sequence[int]) -> Work[list[tuple[bytes, str, str]]]:
    """Inputs that hang on these sessions."""
    return lambda dossier: records.inputs_of(dossier.conn, _ids(dossier, kind, keys))


def belongs(idents: Sequence[bytes]) -> Work[dict[bytes, dict[str, int]]]:
    """What refers to each of these records, by kind."""
    return lambda dossier: {ident: records.belongs(dossier.conn, ident) for ident in idents}


def ids(kind: str, keys: Sequence[int]) -> Work[list[bytes]]:
    """Ids of rows by their keys."""
    return lambda dossier: _ids(dossier, kind, keys)


def only_round(dossier: Dossier) -> bytes | None:
    """The record of the round itself."""
    found = dossier.conn.execute(
        "SELECT id FROM rounds WHERE deleted = 0 ORDER BY key LIMIT 1"
    ).fetchone()
    return None if found is None else bytes(found[0])


def _ids(dossier: Dossier, kind: str, keys: Sequence[int]) -> list[bytes]:
    return listing.ids(dossier.conn, kind, keys)


@dataclass(frozen=True, slots=True)
class FormFacts:
    """All a form needs to open: the record (None for a new one), choices, contacts, a draft."""

    told: Told | None
    choices: Mapping[str, list[tuple[str, str]]]
    terms: Mapping[str, list[tuple[str, str]]]
    contacts: list[Record]
    draft: str

    @property
    def record(self) -> Record | None:
        return None if self.told is None else self.told.record


def form(kind: str, ident: bytes | None, place: str, language: Language) -> Work[FormFacts]:
    """What the form of a record shows. `place` is where a draft of it would be kept."""

    def work(dossier: Dossier) -> FormFacts:
        conn = dossier.conn
        fields = KINDS[kind].fields
        offered = {each.name: records.choices(conn, each, language) for each in fields if _is(each)}
        # The parts of attendance, and the fields of contacts: terms under one name each.
        inner = [part for each in fields for part in each.parts]
        inner += KINDS["contact"].fields if kind == "stakeholder" else ()
        terms = {
            each.name: records.choices(conn, each, language) for each in inner if each.vocabulary
        }
        contacts = (
            records.beside(dossier, "contact", "of", ident)
            if ident is not None and kind == "stakeholder"
            else []
        )
        found = None if ident is None else _told(dossier, ident, language)
        kept = next((each.text for each in drafts.offered(conn) if each.place == place), "")
        return FormFacts(found, offered, terms, contacts, kept)

    return work


def keep_draft(place: str, text: str) -> Work[None]:
    """Keep half-typed text of a form; empty text is none."""
    return lambda dossier: drafts.keep(dossier, place, text)


def drop_draft(place: str) -> Work[None]:
    """Throw it away."""
    return lambda dossier: drafts.drop(dossier, place)


def _is(field: Field) -> bool:
    """Whether a field offers choices in a form; what was read in from where is not edited."""
    if field.name in {"source", "joined_into", "split_from", "contradicts"}:
        return False
    return bool(field.vocabulary or field.targets)


def kept_views(place: str) -> Work[list[View]]:
    """The views that were saved of a list."""
    return lambda dossier: views.kept(dossier.conn, place)


def keep_view(place: str, view: View) -> Work[View]:
    """Save a view under its name."""
    return lambda dossier: views.keep(dossier, place, view)


def rename_view(place: str, name: str, typed: str) -> Work[View]:
    """Give a saved view another name."""
    return lambda dossier: views.rename(dossier, place, name, typed)


def drop_view(place: str, name: str) -> Work[None]:
    """Throw a saved view away."""
    return lambda dossier: views.drop(dossier, place, name)


def choose_default_view(place: str, name: str) -> Work[None]:
    """Let the list open with this view, or no longer."""
    return lambda dossier: views.choose_default(dossier, place, name)


def kind_of(ident: bytes) -> Work[str]:
    """Of which kind a record is; empty where there is none such."""

    def work(dossier: Dossier) -> str:
        place = Names(dossier.conn).by_id(ident)
        if place is None:
            return ""
        return DELETED if dossier.state(ident).gone else place.kind

    return work
