"""Checking a round: is the file whole, and what in it waits for a person.

Nothing is mended here. The quick check reads the derived tables; `deep` recomputes the hash of
every row and makes the derived tables anew in memory, to compare.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice

from samen_desktop.core.errors import KnownError, Problem
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.words import Words
from samen_desktop.store import failures
from samen_desktop.store.derived.links import JOINABLE
from samen_desktop.store.derived.shown_codes import given_twice
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.log.heads import fold
from samen_desktop.store.log.ids import DAY_MS, bound
from samen_desktop.store.naming import Names
from samen_desktop.store.schema import SEARCHED

from .checking_deep import changed_files, changed_rows, unlike_rebuilt
from .checking_values import empty_fields, gone_references, odd_values

_STEPS_BETWEEN = 20_000

MOST = 100
"""Problems of one sort that are told one by one; the rest is counted."""


@dataclass(frozen=True, slots=True)
class CheckResult:
    """`counts` by notion (`inputs`, `follow_ups`, …), gone and joined records left out."""

    counts: dict[str, int]
    problems: list[Problem]


def check(dossier: Dossier, *, deep: bool = False) -> CheckResult:
    """What the round holds and what is wrong with it. Raises KnownError where it cannot be read."""
    problems: list[Problem] = []
    sorts = [
        _file,
        _search,
        *_SORTS,
        *((changed_rows, changed_files, unlike_rebuilt) if deep else ()),
    ]
    for sort in sorts:
        found = _readable(iter(sort(dossier)))
        problems += [Problem(words) for words in islice(found, MOST)]
        more = sum(1 for _ in found)
        if more:
            problems.append(Problem(_MORE.fill(more=more)))
    # One damaged byte can stop all of them alike.
    problems = list(dict.fromkeys(problems))
    with failures.told(dossier.path):
        return CheckResult(counts(dossier.conn), problems)


def damage(dossier: Dossier, stopped: Callable[[], bool] | None = None) -> list[Words]:
    """Only what is broken: the file by SQLite's own checks, and rows whose hash no longer holds.

    Empty for a sound round. `stopped` is asked now and then; where it says so, nothing is found.
    Raises KnownError where the file cannot even be read.
    """
    found: list[Words] = []
    dossier.conn.set_progress_handler(stopped, _STEPS_BETWEEN)
    try:
        with failures.told(dossier.path):
            for sort in (_file, changed_rows):
                found += islice(sort(dossier), MOST)
    except KnownError as error:
        if stopped is None or error.code != failures.TOO_LONG:
            raise
        return []
    finally:
        dossier.conn.set_progress_handler(None, _STEPS_BETWEEN)
    return found


def counts(conn: sqlite3.Connection) -> dict[str, int]:
    """How many records there are of each kind, by the kind's plural name."""
    return {
        kind.plural: conn.execute(
            f"SELECT count(*) FROM {kind.plural} WHERE deleted = 0"
            " AND key NOT IN (SELECT key FROM joined)"
        ).fetchone()[0]
        for kind in KINDS.values()
    }


def _readable(found: Iterator[Words]) -> Iterator[Words]:
    """What was found, and that it could not be looked at further where something is no value."""
    try:
        yield from found
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        yield DAMAGED


DAMAGED = Words(
    "Het bestand is beschadigd. Herstel het, of zet een reservekopie terug.",
    "The file is damaged. Salvage it, or restore a backup.",
)
_MORE = Words("… en nog {more} van dezelfde soort.", "… and {more} more of the same sort.")


def _file(dossier: Dossier) -> Iterator[Words]:
    """SQLite's own checks of the whole file."""
    found = dossier.conn.execute("PRAGMA integrity_check(20)").fetchall()
    if found != [("ok",)]:
        yield DAMAGED
    loose = {row[0] for row in dossier.conn.execute("PRAGMA foreign_key_check")}
    for table in sorted(loose):
        yield Words(
            "Verwijzingen in de tabel {table} kloppen niet. Laat de tabellen opnieuw opbouwen.",
            "References in the table {table} are not right. Have the tables made anew.",
        ).fill(table=table)


_WORDS = "word"
"""The table of the distinct words, which has a search index as the records have."""


def _search(dossier: Dossier) -> Iterator[Words]:
    """Whether the search index holds what the records say."""
    if dossier.writable:
        with dossier.writing():
            lying = _lying(dossier.conn)
    else:
        # The index is asked by a statement that counts as writing, though it changes nothing.
        with closing(sqlite3.connect(":memory:")) as copy:
            dossier.conn.backup(copy)
            lying = _lying(copy)
    for kind in KINDS.values():
        if kind.plural in lying:
            yield Words(
                "De zoekindex van {nl} klopt niet. Laat hem opnieuw opbouwen.",
                "The search index of {en} is not right. Have it made anew.",
            ).fill(nl=kind.words_plural.nl.lower(), en=kind.words_plural.en.lower())
    if _WORDS in lying:
        yield Words(
            "De lijst van woorden waarmee gezocht wordt klopt niet. Laat hem opnieuw opbouwen.",
            "The list of words that searching uses is not right. Have it made anew.",
        )


def _lying(conn: sqlite3.Connection) -> set[str]:
    """The tables whose search index does not agree with them."""
    found: set[str] = set()
    for table in (*SEARCHED, _WORDS):
        index = f"{table}_search"
        try:
            conn.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            if not error.sqlite_errorname.startswith("SQLITE_CORRUPT"):
                raise
            found.add(table)
    return found


def _conflicts(dossier: Dossier) -> Iterator[Words]:
    """Fields that got several values apart, of which a person has to choose one."""
    names = Names(dossier.conn)
    for kind, key, ident in _records(dossier.conn, KINDS, "conflicts > 0 AND deleted = 0"):
        state = fold(dossier.log.changes(ident))
        for name in [] if state is None else state.conflicts():
            code = names.say(kind, key)
            label = names.label(kind, name)
            yield Words(
                f"{code.nl}: ‘{label.nl}’ heeft meer dan één waarde. Kies er een.",
                f"{code.en}: ‘{label.en}’ has more than one value. Choose one.",
            )


def _kept(dossier: Dossier) -> Iterator[Words]:
    names = Names(dossier.conn)
    for kind, key, _ in _records(dossier.conn, KINDS, "kept = 1"):
        code = names.say(kind, key)
        yield Words(
            f"{code.nl} is op de ene laptop verwijderd en op de andere gewijzigd,"
            " en is daarom gebleven.",
            f"{code.en} was deleted on one laptop and changed on another, and was therefore kept.",
        )


def _given_twice(dossier: Dossier) -> Iterator[Words]:
    for kind in KINDS.values():
        if kind.series is None and kind.name != "participant":
            continue
        for shown in given_twice(dossier.conn, kind.plural):
            yield Words(
                "{shown}: deze code is op twee laptops gegeven; het laatste cijfer houdt ze"
                " uit elkaar.",
                "{shown}: this code was given on two laptops; the last number keeps them apart.",
            ).fill(shown=shown)


def _ahead(dossier: Dossier) -> Iterator[Words]:
    limit = bound(dossier.now() + DAY_MS)
    rows: int = dossier.conn.execute(
        "SELECT (SELECT count(*) FROM edit WHERE id > ?1) +"
        " (SELECT count(*) FROM change WHERE id > ?1)",
        (limit,),
    ).fetchone()[0]
    if rows:
        yield Words(
            "In het logboek staan regels die meer dan een dag vooruit gedateerd zijn ({rows}):"
            " de klok van een laptop liep voor.",
            "The log has rows dated more than a day ahead ({rows}): a laptop's clock was fast.",
        ).fill(rows=rows)


def _rings(dossier: Dossier) -> Iterator[Words]:
    names = Names(dossier.conn)
    for kind, key, _ in _records(dossier.conn, ["theme"], "cut = 1 AND deleted = 0"):
        code = names.say(kind, key)
        yield Words(
            f"{code.nl} viel via andere thema's onder zichzelf en staat nu bovenaan.",
            f"{code.en} came under itself by way of other themes and stands at the top now.",
        )
    joinable = [kind.name for kind in KINDS.values() if kind.plural in JOINABLE]
    lost = "deleted = 0 AND joined_into IS NOT NULL AND key NOT IN (SELECT key FROM joined)"
    for kind, key, _ in _records(dossier.conn, joinable, lost):
        code = names.say(kind, key)
        yield Words(
            f"{code.nl} is samengevoegd met iets dat er niet meer is of naar"
            " zichzelf terugwijst, en staat daarom los.",
            f"{code.en} was joined into something that is gone or leads back to itself,"
            " and stands on its own therefore.",
        )


def _records(
    conn: sqlite3.Connection, kinds: Iterable[str], where: str
) -> Iterator[tuple[str, int, bytes]]:
    for kind in kinds:
        rows = conn.execute(f"SELECT key, id FROM {KINDS[kind].plural} WHERE {where} ORDER BY key")
        for key, ident in rows.fetchall():
            yield kind, key, ident


_SORTS = (
    _conflicts,
    _kept,
    _given_twice,
    _ahead,
    _rings,
    odd_values,
    gone_references,
    empty_fields,
)
