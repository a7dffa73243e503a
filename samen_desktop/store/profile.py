"""The person's own folder on this laptop: who writes, the laptop's mark in the log, and backups.

Nothing of a round is needed to work here: a profile that cannot be read is a fresh one, and one
that cannot be written is no reason not to work.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from .steps.editing import Writer

UNKNOWN = "onbekend"
"""Author of an edit while nobody said who writes."""

FOLDER_VARIABLE = "SAMEN_PROFILE"
"""Names another folder than the system's, for this process."""

_FILE = "profile.json"
_DEVICE_BYTES = 8


@dataclass(frozen=True, slots=True)
class Profile:
    """Note-taker's mark and function (`HR`, `coördinator`; never a name), and 8 random bytes."""

    mark: str
    function: str
    device: bytes

    @property
    def author(self) -> str:
        """`HR coördinator`, or what is known of it."""
        return f"{self.mark} {self.function}".strip() or UNKNOWN

    def writer(self, author: str = "") -> Writer:
        """Who writes in a round: the given author, else the one of this profile."""
        return Writer(author.strip() or self.author, self.device)


def folder() -> Path:
    r"""`%APPDATA%\SAMEN Desktop`, `~/.config/samen-desktop`, or what SAMEN_PROFILE says."""
    told = os.environ.get(FOLDER_VARIABLE)
    if told:
        return Path(told)
    roaming = os.environ.get("APPDATA")
    if os.name == "nt" and roaming:
        return Path(roaming) / "SAMEN Desktop"
    with contextlib.suppress(RuntimeError):  # a system account may have no home
        return Path.home() / ".config" / "samen-desktop"
    return Path("samen-desktop")


def backup_folder(round_id: str) -> Path:
    """Where the backups of one round are kept: a folder that carries its id and nothing else."""
    return folder() / "backups" / round_id


def read() -> Profile:
    """The profile, made and written where there is none yet. Never fails."""
    found = _read()
    if found is not None:
        return found
    fresh = Profile("", "", secrets.token_bytes(_DEVICE_BYTES))
    _write(fresh)
    return fresh


def introduce(mark: str, function: str) -> Profile:
    """Keep who works here; the device's bytes stay. Never fails."""
    profile = replace(read(), mark=mark.strip(), function=function.strip())
    _write(profile)
    return profile


def _read() -> Profile | None:
    try:
        found = json.loads((folder() / _FILE).read_text(encoding="utf-8"))
        device = bytes.fromhex(found["device"])
        profile = Profile(str(found.get("mark", "")), str(found.get("function", "")), device)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return profile if len(device) == _DEVICE_BYTES else None


def _write(profile: Profile) -> None:
    path = folder() / _FILE
    beside = path.with_name(f".{_FILE}.{os.getpid()}.tmp")
    text = json.dumps({**asdict(profile), "device": profile.device.hex()}, ensure_ascii=False)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_text(text, encoding="utf-8")
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
