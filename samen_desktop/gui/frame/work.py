"""What the frame asks of files: opening and making rounds, finding records, counts, who works here.

Everything of the store is loaded inside, by the round's own thread, after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from samen_desktop import resources

if TYPE_CHECKING:
    from samen_desktop.store.dossier import Dossier

TEMPLATES = ("consultatieronde", "leeg")
_HITS = 30
_DEMO_FILE = "Demoronde SAMEN.samen"

_STANDING = (
    "SELECT count(*) FROM {table} WHERE deleted = 0"
    " AND NOT EXISTS (SELECT 1 FROM joined WHERE joined.key = {table}.key)"
)
_OPEN_FOLLOW_UPS = " AND coalesce(status, 'OPEN') NOT IN ('GEREED', 'VERV')"
_OPEN_INPUTS = (
    "SELECT count(*) FROM inputs WHERE deleted = 0 AND coalesce(answer_owner, key) NOT IN"
    " (SELECT owner FROM answers WHERE status IS NOT NULL AND status <> 'OPN')"
)


class Found(NamedTuple):
    """A record that was found: what it is, where it stands, and one line around what was found."""

    kind: str
    record: bytes
    code: str
    title: str
    snippet: str


class RoundCounts(NamedTuple):
    """How many records stand, by page; follow-ups only while they are open.

    At the desk those that nobody agreed to yet count.
    """

    pages: Mapping[str, int]
    open_inputs: int


def opening(path: Path) -> Callable[[], Dossier]:
    """Open a round; an older layout is migrated after a verified copy. Raises KnownError."""

    def make() -> Dossier:
        from samen_desktop.store.care.opening import open_round
        from samen_desktop.store.profile import read

        return open_round(path, read().writer()).dossier

    return make


def tables(dossier: Dossier) -> list[str]:
    """The tables to be looked through for damage, one job each."""
    from samen_desktop.store import database

    return database.tables(dossier.conn)


def check_table(dossier: Dossier, table: str) -> None:
    """Look through one table. Raises KnownError where it is damaged."""
    from samen_desktop.store import database

    database.check_table(dossier.conn, table, dossier.path)


def making(path: Path, template: str, name: str) -> Callable[[], Dossier]:
    """Make a round of a template and open it. Raises KnownError where the file exists."""

    def make() -> Dossier:
        data = resources.template(template)
        if name.strip():
            data["round"][0]["name"] = name.strip()
        return _written(path, data, "new")

    return make


def restoring(backup: Path, target: Path) -> Callable[[], Dossier]:
    """Put a backup back at a place and open it. Raises KnownError; then nothing was changed."""

    def make() -> Dossier:
        from samen_desktop.store.care.restoring import restore

        return opening(restore(backup, target).path)()

    return make


def making_demo(folder: Path) -> Callable[[], Dossier]:
    """A fresh copy of the demo round in a folder; the copy of last time goes."""

    def make() -> Dossier:
        from samen_desktop.store.dossier import Dossier
        from samen_desktop.store.profile import read

        folder.mkdir(parents=True, exist_ok=True)
        path = folder / _DEMO_FILE
        if path.exists():
            Dossier.open(path, read().writer()).close()  # refuses where another window has it
            path.unlink()
        return _written(path, resources.demo(), "demo")

    return make


def _written(path: Path, data: resources.RoundData, name: str) -> Dossier:
    from samen_desktop.store.dossier import Dossier
    from samen_desktop.store.profile import read
    from samen_desktop.store.seed import write_round

    dossier = Dossier.create(path, read().writer())
    try:
        with dossier.edit(name) as edit:
            write_round(edit, data)
    except BaseException:
        dossier.close()
        raise
    return dossier


def demo_path(folder: Path) -> Path:
    """Where the copy of the demo round lies."""
    return folder / _DEMO_FILE


def finding(words: str) -> Callable[[Dossier], list[Found]]:
    """Records that hold these words."""

    def read(dossier: Dossier) -> list[Found]:
        from samen_desktop.store.reading.finding import find

        return [
            Found(hit.kind, ident, hit.code, hit.title, hit.snippet)
            for hit in find(dossier.conn, words, limit=_HITS)
            if (ident := _id_of(dossier, hit.kind, hit.key)) is not None
        ]

    return read


def counting(dossier: Dossier) -> RoundCounts:
    """How many records there are, for the side bar; of what is answered, what waits for that."""
    from samen_desktop.store.reading import desk

    pages = {}
    for table in ("stakeholders", "sessions", "inputs", "follow_ups"):
        sql = _STANDING.format(table=table)
        if table == "follow_ups":
            sql += _OPEN_FOLLOW_UPS
        pages[table] = dossier.conn.execute(sql).fetchone()[0]
    pages["answers"] = desk.unapproved(dossier.conn)
    return RoundCounts(pages, dossier.conn.execute(_OPEN_INPUTS).fetchone()[0])


def last_backup(dossier: Dossier) -> datetime | None:
    """When the newest backup of the round was made, in local time."""
    from samen_desktop.store.reading.kept import backups

    found = backups(dossier.conn)
    return found[0].when if found else None


def half_typed(dossier: Dossier) -> list[tuple[str, bytes]]:
    """Where text waits that was typed and not committed: page and record, each once."""
    from samen_desktop.core.kinds import KINDS
    from samen_desktop.store import drafts

    texts = drafts.offered(dossier.conn)
    texts += drafts.offered_beside(dossier.conn, drafts.round_id(dossier.conn))
    found: dict[tuple[str, bytes], None] = {}
    for draft in texts:
        where, *rest = draft.place.split("/")
        if where == "form":
            kind, *rest = rest
            where = KINDS[kind].plural if kind in KINDS else kind
        record = bytes.fromhex(rest[0]) if rest and len(rest[0]) == 32 else b""
        found[where, record] = None
    return list(found)


def richest_session(dossier: Dossier) -> bytes | None:
    """The session with the most inputs: the one to show in a picture."""
    found = dossier.conn.execute(
        "SELECT sessions.id FROM sessions LEFT JOIN inputs ON inputs.session = sessions.key"
        " WHERE sessions.deleted = 0 GROUP BY sessions.key ORDER BY count(inputs.key) DESC LIMIT 1"
    ).fetchone()
    return None if found is None else found[0]


def is_introduced() -> bool:
    """Whether somebody said who works on this laptop."""
    from samen_desktop.store.profile import read

    known = read()
    return bool(known.mark or known.function)


def introduce(mark: str, function: str) -> None:
    """Keep who works on this laptop."""
    from samen_desktop.store import profile

    profile.introduce(mark, function)


def _id_of(dossier: Dossier, kind: str, key: int) -> bytes | None:
    from samen_desktop.core.kinds import KINDS

    table = KINDS[kind].plural
    found = dossier.conn.execute(f"SELECT id FROM {table} WHERE key = ?", (key,)).fetchone()
    return None if found is None else found[0]
