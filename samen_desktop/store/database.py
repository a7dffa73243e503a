"""Opening and closing the file: pragmas, what is refused, migrations.

One connection on one thread holds the file for itself. Rollback journal, truncated and synced: of
500 simulated power cuts it lost nothing where SQLite's own default lost the last note and a
write-ahead log up to 39 (reliability page 2.1).
"""

from __future__ import annotations

import contextlib
import sqlite3
import stat
from pathlib import Path

from sqlite_utils import Database

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

from . import allow_list, failures
from .log.rows import FORMAT
from .migrations import MIGRATIONS, NAMES
from .schema import APPLICATION_ID

SUFFIX = ".samen"
_BUSY_SECONDS = 1.5
_HEADER = b"SQLite format 3\x00"


def create(path: Path) -> Database:
    """A new, empty file with the present schema, held open. Raises KnownError where one stands."""
    if path.exists():
        raise exists_already(path)
    with failures.told(path):
        conn = _connect(path, "rwc")
        try:
            conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            conn.execute(f"PRAGMA user_version = {FORMAT}")
            _take(conn)
            db = Database(conn, execute_plugins=False)
            MIGRATIONS.apply(db)
        except BaseException:
            conn.close()
            path.unlink(missing_ok=True)
            raise
        conn.execute("PRAGMA query_only = ON")
        return db


def open_file(path: Path, *, read_only: bool = False, check: bool = True) -> Database:
    """Open a round. Raises KnownError for all that is no sound round of ours, by name.

    Before a row is read, the tables must be those of one of our layouts. A file that needs
    migrating is left as it is: see `pending`. Without `check` the caller looks for damage
    afterwards, table by table (`check_table`).
    """
    check_kind(path)
    with failures.told(path):
        conn = _connect(path, "ro" if read_only else "rw")
        try:
            if not read_only:
                _take(conn)
            db = Database(conn, execute_plugins=False)
            # Before all else: looking for damage already works out what the tables demand.
            refuse_strange(db, path)
            if check:
                check_sound(conn, path)
            conn.execute("PRAGMA query_only = ON")
        except BaseException:
            conn.close()
            raise
        return db


def close(db: Database) -> None:
    """Let go of the file; one round stays one file, without a journal beside it."""
    conn = db.conn
    try:
        if not conn.in_transaction:
            conn.execute("PRAGMA query_only = OFF")
            # Where the file went away meanwhile there is nothing left to tidy.
            with contextlib.suppress(sqlite3.OperationalError):
                conn.execute("PRAGMA journal_mode = DELETE")
    finally:
        conn.close()


def exists_already(path: Path) -> KnownError:
    """A file that stands where a new one was asked for is never replaced."""
    return KnownError(
        "exists",
        Words(
            "{name} bestaat al. Kies een andere naam.",
            "{name} exists already. Choose another name.",
        ).fill(name=path.name),
    )


def check_kind(path: Path) -> None:
    """Refuse what is no file, or no SQLite database with our mark, before SQLite touches it."""
    size = size_of(path)
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise failures.no_round(path) from error
    if not is_ours(head):
        raise failures.no_round(path)
    allow_list.refuse_header(path, head, size)


def size_of(path: Path) -> int:
    """The bytes of an ordinary file that may be read. Raises KnownError for all else."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise failures.no_round(path)
        path.open("rb").close()
    except FileNotFoundError as error:
        raise KnownError(
            "missing",
            Words("{name} bestaat niet.", "{name} does not exist.").fill(name=path.name),
        ) from error
    except PermissionError as error:
        raise KnownError(
            "no_rights",
            Words(
                "U hebt geen rechten om {name} te openen.",
                "You have no rights to open {name}.",
            ).fill(name=path.name),
        ) from error
    except OSError as error:
        raise failures.no_round(path) from error
    return about.st_size


def is_round_head(head: bytes, size: int) -> bool:
    """Whether these first 100 bytes begin a round's file that is as long as they say."""
    page = int.from_bytes(head[16:18], "big")
    page = 65536 if page == 1 else page
    return is_ours(head) and page * int.from_bytes(head[28:32], "big") == size


def is_ours(head: bytes) -> bool:
    """Whether these first 100 bytes are those of a round of ours."""
    return head[:16] == _HEADER and int.from_bytes(head[68:72], "big") == APPLICATION_ID


def pending(db: Database) -> bool:
    """Whether the file is of an older layout, to be migrated after a verified copy."""
    return bool(MIGRATIONS.pending(db))


def migrate(db: Database) -> None:
    """Bring the file to the present schema: all steps or none."""
    db.conn.execute("PRAGMA query_only = OFF")
    db.conn.execute("PRAGMA foreign_keys = OFF")
    try:
        with db.atomic():
            MIGRATIONS.apply(db)
    finally:
        db.conn.execute("PRAGMA foreign_keys = ON")
        db.conn.execute("PRAGMA query_only = ON")


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    conn = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
    )
    allow_list.hold_back(conn)
    for pragma in (
        "foreign_keys = ON",
        "secure_delete = ON",
        # Sorting and rebuilding must not leave a person's words in the temp folder.
        "temp_store = MEMORY",
        "synchronous = FULL",
        # 16 MB: with the 2 MB of default the pages of a pile of 20,000 are read twice over.
        "cache_size = -16000",
    ):
        conn.execute(f"PRAGMA {pragma}")
    return conn


def _take(conn: sqlite3.Connection) -> None:
    """Hold the file for this connection alone, from now until it is closed."""
    conn.execute("PRAGMA locking_mode = EXCLUSIVE")
    conn.execute("PRAGMA journal_mode = TRUNCATE")
    conn.execute("BEGIN EXCLUSIVE")
    conn.execute("COMMIT")


def ended_badly(path: Path) -> bool:
    """Whether the last work on the file was cut off: its journal still lies beside it."""
    try:
        return path.with_name(f"{path.name}-journal").stat().st_size > 0
    except OSError:
        return False


def tables(conn: sqlite3.Connection) -> list[str]:
    """The tables of the file, to be checked one by one."""
    rows = conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
    return [name for (name,) in rows]


def check_table(conn: sqlite3.Connection, table: str, path: Path) -> None:
    """Look for damage in one table and its indexes. Raises KnownError."""
    with failures.told(path), allow_list.within(conn):
        if conn.execute(f'PRAGMA quick_check("{table}")').fetchone()[0] != "ok":
            raise failures.damaged(path)


def check_sound(conn: sqlite3.Connection, path: Path) -> None:
    """Look for damage in the whole file, but for what only row hashes show. Raises KnownError."""
    with failures.told(path), allow_list.within(conn):
        if conn.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise failures.damaged(path)


def refuse_strange(db: Database, path: Path) -> None:
    """Refuse a file with any table, view, index or trigger that is not of our making.

    One of a newer program is refused by name.
    """
    layout = allow_list.layout_of(db.conn, MIGRATIONS)
    if db.conn.execute("PRAGMA user_version").fetchone()[0] > FORMAT:
        raise newer(path)
    if not layout and not is_own_table(db.conn, _APPLIED):
        raise allow_list.strange(path)
    applied = {migration.name for migration in MIGRATIONS.applied(db)}
    if applied - NAMES:
        raise newer(path)
    if not layout or len(applied) != layout:
        raise allow_list.strange(path)


def is_own_table(conn: sqlite3.Connection, name: str) -> bool:
    """Whether a table of a file that may be anything is of our making, so that it may be read."""
    return allow_list.is_own_table(conn, name, MIGRATIONS)


_APPLIED = "_sqlite_migrations"


def newer(path: Path) -> KnownError:
    """A file of a program that came after this one."""
    return KnownError(
        "newer",
        Words(
            "{name} is gemaakt met een nieuwere versie van SAMEN Desktop."
            " Werk het programma bij om het te openen; het bestand is niet gewijzigd.",
            "{name} was made with a newer version of SAMEN Desktop."
            " Update the program to open it; the file was not changed.",
        ).fill(name=path.name),
    )
