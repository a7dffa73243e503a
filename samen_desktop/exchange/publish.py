"""A finished file takes its name in one step: written beside, made durable, then renamed.

Whatever goes wrong, the file that was there stays as it was, and one sentence says why. What is in
the file is left to whoever writes it.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

_WAITS = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)
"""Seconds between attempts, 2.5 in all: as long as a virus scanner or a sync client needs."""

_HELD_BY_OTHERS = frozenset(
    {5, 32, 33}
)  # Windows: access denied, sharing violation, lock violation
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(\..*)?", re.IGNORECASE)
_UNUSABLE = re.compile('[<>:"|?*\\\\\x00-\x1f]')


@contextmanager
def written_beside(target: Path) -> Iterator[Path]:
    """Gives a new empty file beside `target` to write; at the end it takes the name.

    Raises KnownError, with the target untouched and nothing left behind, except where the target is
    held by another program: then the finished file stays under a second name that the sentence
    tells.
    """
    check_name(target)
    fresh = target.parent / f".samen-{secrets.token_hex(6)}.tmp"
    try:
        try:
            fresh.touch(exist_ok=False)
            yield fresh
            _make_durable(fresh)
            _take_name(fresh, target)
        except OSError as error:
            if error.errno is None:  # not the system's word but a bug of ours
                raise
            raise _told(error, target) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def check_name(target: Path) -> None:
    """Refuse a target that cannot be written anywhere, before any work is done."""
    name = target.name
    if not name or target.is_dir():
        raise KnownError(
            "target_is_folder",
            Words(
                "“{name}” is een map. Geef een bestandsnaam op.",
                "“{name}” is a folder. Give a file name.",
            ).fill(name=name or target),
        )
    if _RESERVED.fullmatch(name) or _UNUSABLE.search(name) or name[-1] in ". ":
        raise KnownError(
            "name_unusable",
            Words(
                "De bestandsnaam “{name}” kan niet op Windows. Kies een andere naam.",
                "The file name “{name}” cannot be used on Windows. Choose another name.",
            ).fill(name=name),
        )
    if not target.parent.is_dir():
        raise KnownError(
            "folder_missing",
            Words(
                "De map “{folder}” bestaat niet. Kies een andere map.",
                "The folder “{folder}” does not exist. Choose another folder.",
            ).fill(folder=target.parent),
        )


def _make_durable(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _take_name(fresh: Path, target: Path) -> None:
    for wait in (*_WAITS, None):
        try:
            fresh.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD_BY_OTHERS:
                raise
            if wait is None:
                raise _held(_second_name(fresh, target), target) from error
            time.sleep(wait)
        else:
            _make_folder_durable(target.parent)
            return


def _make_folder_durable(folder: Path) -> None:
    """On POSIX a new name is only safe once its folder is; Windows has no such call."""
    if os.name == "nt":
        return
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _second_name(fresh: Path, target: Path) -> Path:
    """Put the finished file under the first free name with a number behind it."""
    number = 2
    while True:
        second = target.with_name(f"{target.stem} ({number}){target.suffix}")
        if not second.exists():
            return fresh.rename(second)
        number += 1


def _held(second: Path, target: Path) -> KnownError:
    return KnownError(
        "target_open",
        Words(
            "“{name}” staat open in Excel of een ander programma — sluit het of kies een andere "
            "naam. Het nieuwe bestand is bewaard als “{second}”.",
            "“{name}” is open in Excel or another program — close it or choose another name. "
            "The new file was kept as “{second}”.",
        ).fill(name=target.name, second=second.name),
    )


def _told(error: OSError, target: Path) -> KnownError:
    if error.errno in _FULL:
        return KnownError(
            "disk_full",
            Words(
                "De schijf is vol: “{name}” is niet gemaakt. Maak ruimte of kies een andere "
                "schijf.",
                "The disk is full: “{name}” was not made. Make room or choose another disk.",
            ).fill(name=target.name),
        )
    if error.errno in _FORBIDDEN:
        return KnownError(
            "folder_read_only",
            Words(
                "In de map “{folder}” mag u niet schrijven: “{name}” is niet gemaakt. "
                "Kies een andere map.",
                "You may not write in the folder “{folder}”: “{name}” was not made. "
                "Choose another folder.",
            ).fill(folder=target.parent, name=target.name),
        )
    return KnownError(
        "write_failed",
        Words(
            "“{name}” kon niet worden geschreven: de schijf of de map reageert niet goed. "
            "Probeer het opnieuw of kies een andere plek.",
            "“{name}” could not be written: the disk or the folder does not respond well. "
            "Try again or choose another place.",
        ).fill(name=target.name),
    )
