"""Half-typed text: kept in the file's local table, or in a synced file beside the profile.

The local row is the rule; the file in the profile serves while the round's thread is busy with
something long. Both are personal data: they hold text and the place it was typed at, nothing is
logged, and they go once the text is committed or thrown away. A kept text that carries a token was
entered; once its item is in the round the token is listed as settled in that same transaction, so
that no text is offered that is there already.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from . import profile
from .care.copies import sync_folder

if TYPE_CHECKING:
    from .dossier import Dossier

_SETTLED = "settled_drafts"
_MOST_SETTLED = 100


@dataclass(frozen=True, slots=True)
class Draft:
    """Text that was typed and not committed; `place` is the field's name, `kept_at` ISO in UTC."""

    place: str
    text: str
    kept_at: str


def keep(dossier: Dossier, place: str, text: str) -> None:
    """Keep what stands in a field; empty text is no draft. Raises KnownError."""
    with dossier.writing():
        if text.strip():
            dossier.conn.execute(
                "INSERT INTO draft (place, text, kept_at) VALUES (?, ?, ?)"
                " ON CONFLICT (place)"
                " DO UPDATE SET text = excluded.text, kept_at = excluded.kept_at",
                (place, text, _now()),
            )
        else:
            forget(dossier.conn, place)


def offered(conn: sqlite3.Connection) -> list[Draft]:
    """What was kept and not committed, the oldest first."""
    rows = conn.execute("SELECT place, text, kept_at FROM draft ORDER BY kept_at, place")
    return [Draft(*row) for row in rows]


def drop(dossier: Dossier, place: str) -> None:
    """Throw away what was kept of a field. Raises KnownError."""
    with dossier.writing():
        forget(dossier.conn, place)


def forget(conn: sqlite3.Connection, place: str) -> None:
    """The same inside a transaction that stands: the text is committed with it."""
    conn.execute("DELETE FROM draft WHERE place = ?", (place,))


def settle(conn: sqlite3.Connection, tokens: Iterable[str]) -> None:
    """List tokens as committed, inside the transaction that commits their text."""
    new = [token for token in tokens if token]
    if new:
        listed = " ".join((_settled(conn) + new)[-_MOST_SETTLED:])
        conn.execute(
            "INSERT INTO local (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (_SETTLED, listed),
        )


def keep_beside(round_id: str, texts: Mapping[str, str]) -> None:
    """Have these texts by place on the disk of the profile, all or none; nothing else stays there.

    Needs no round: may be called on any thread. Raises OSError.
    """
    path = beside(round_id)
    if not texts:
        drop_beside(round_id)
        return
    kept = {"kept_at": _now(), "texts": dict(texts)}
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with new.open("w", encoding="utf-8") as file:
            json.dump(kept, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
        sync_folder(path.parent)
    finally:
        new.unlink(missing_ok=True)


def offered_beside(conn: sqlite3.Connection, round_id: str) -> list[Draft]:
    """What lies in the profile and is not in the round yet; nothing where it cannot be read.

    The last piece of a place may be a token; what was settled is left out.
    """
    settled = set(_settled(conn))
    try:
        kept = json.loads(beside(round_id).read_text(encoding="utf-8"))
        drafts = [
            Draft(str(place), str(text), str(kept["kept_at"]))
            for place, text in kept["texts"].items()
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return []
    return [draft for draft in drafts if draft.place.rpartition("/")[2] not in settled]


def drop_beside(round_id: str) -> None:
    """Take the file in the profile away. Never fails."""
    with contextlib.suppress(OSError):
        beside(round_id).unlink(missing_ok=True)


def beside(round_id: str) -> Path:
    """The file in the profile for one round."""
    return profile.folder() / "drafts" / f"{round_id}.json"


def round_id(conn: sqlite3.Connection) -> str:
    """The round's id in hex; empty where the file has no round yet."""
    found = conn.execute("SELECT id FROM rounds ORDER BY key LIMIT 1").fetchone()
    return "" if found is None else found[0].hex()


def _settled(conn: sqlite3.Connection) -> list[str]:
    found = conn.execute("SELECT value FROM local WHERE key = ?", (_SETTLED,)).fetchone()
    return str(found[0]).split() if found is not None else []


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
