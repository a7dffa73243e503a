"""The note beside an open file that tells a second opener who has it: `NAME.samen.lock`.

SQLite's own lock keeps two programs of one machine apart; this note names the other one, and holds
on network places where locks are not kept. A note left by a program of this machine that is no
longer there is taken over; a note of another machine is believed.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

IN_USE = "in_use"
"""Code of the sentence for the second opener."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open. `start` is ISO time in UTC."""

    host: str
    mark: str
    pid: int
    start: str


def place(path: Path) -> Path:
    """Where the note about a file lies."""
    return path.with_name(path.name + ".lock")


def read(path: Path) -> Holder | None:
    """Who has the file according to the note beside it; None where there is none to be read."""
    try:
        found = json.loads(place(path).read_text(encoding="utf-8"))
        return Holder(
            str(found["host"]), str(found["mark"]), int(found["pid"]), str(found["start"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def refuse_if_held(path: Path) -> None:
    """Raise KnownError where another machine has the file. Call it once SQLite let us in."""
    holder = read(path)
    if holder is not None and holder.host != socket.gethostname():
        raise held(path, holder)


@contextmanager
def named(path: Path) -> Iterator[None]:
    """Where a file turns out to be in use, say by whom, as far as the note beside it tells."""
    try:
        yield
    except KnownError as error:
        holder = read(path) if error.code == IN_USE else None
        if holder is None:
            raise
        raise held(path, holder) from error


def take(path: Path, mark: str) -> None:
    """Write the note. A folder that does not allow it is no reason not to work."""
    start = datetime.now(UTC).isoformat(timespec="seconds")
    holder = Holder(socket.gethostname(), mark, os.getpid(), start)
    with contextlib.suppress(OSError):
        place(path).write_text(json.dumps(asdict(holder)), encoding="utf-8")


def release(path: Path) -> None:
    """Remove the note, if it is ours."""
    holder = read(path)
    if holder is not None and (holder.host, holder.pid) == (socket.gethostname(), os.getpid()):
        with contextlib.suppress(OSError):
            place(path).unlink()


def held(path: Path, holder: Holder) -> KnownError:
    """The sentence for the second opener."""
    since = _local(holder.start)
    mark = f" ({holder.mark})" if holder.mark else ""
    here = holder.host == socket.gethostname()
    return KnownError(
        IN_USE,
        Words(
            "{name} is in gebruik op {where}{since}. Sluit het daar, of bekijk een reservekopie.",
            "{name} is in use on {where}{since}. Close it there, or look at a backup.",
        ).fill(
            name=path.name,
            where=Words(
                f"{'deze laptop' if here else holder.host}{mark}",
                f"{'this laptop' if here else holder.host}{mark}",
            ),
            since=Words(f", sinds {since}", f", since {since}") if since else "",
        ),
    )


def _local(start: str) -> str:
    """A time as it is read here; empty where it is none."""
    try:
        return f"{datetime.fromisoformat(start).astimezone():%d-%m %H:%M}"
    except ValueError:
        return ""
