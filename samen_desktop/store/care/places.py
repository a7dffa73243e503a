"""Where a file lies, and what that means for working in it: rules over facts, one sentence each.

The rules touch no file: the facts are data, so that those of Windows are tested anywhere. Only
attributes are asked of the system; opening a placeholder would fetch it, or fail without a network.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Literal

from samen_desktop.core.words import Words

PLACEHOLDER, READ_ONLY, NETWORK = "placeholder", "read_only_place", "network"
CLOUD, REMOVABLE = "cloud", "removable"

_OFFLINE, _RECALL_ON_OPEN, _RECALL_ON_DATA = 0x1000, 0x40000, 0x400000
_NOT_HERE = _OFFLINE | _RECALL_ON_OPEN | _RECALL_ON_DATA
_ATTRIBUTE_READ_ONLY = 0x1

_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_SYNCED_NAMES = frozenset(
    {
        "dropbox",
        "google drive",
        "googledrive",
        "my drive",
        "mijn drive",
        "icloud drive",
        "iclouddrive",
        "mobile documents",
        "nextcloud",
        "owncloud",
        "box sync",
        "pcloud drive",
        "pclouddrive",
        "seafile",
        "tresorit",
        "syncthing",
    }
)
_SYNCED_STARTS = ("onedrive - ", "dropbox (", "dropbox - ", "googledrive-", "onedrive-")
_NETWORK_SYSTEMS = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smbfs",
        "smb2",
        "smb3",
        "afpfs",
        "webdav",
        "davfs",
        "fuse.sshfs",
    }
)
_STICK_SYSTEMS = frozenset({"vfat", "msdos", "exfat", "fat", "fat32", "fuseblk"})
_STICK_ROOTS = ("media", "run/media", "Volumes")

Shelter = Literal["copy", "reading"]
"""A safe way to work: on a copy on this laptop that is put back, or for reading only."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a place without opening the file. `filesystem` is empty where unknown."""

    path: PurePath
    filesystem: str = ""
    attributes: int = 0
    file_writable: bool = True
    folder_writable: bool = True
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finding:
    """What there is to say of a place. `stops`: it is not opened for writing without a choice."""

    code: str
    words: Words
    stops: bool
    shelters: tuple[Shelter, ...]


def recognise(facts: Facts) -> Finding | None:
    """The one thing to say of this place, the most pressing first; None for an ordinary place."""
    name = facts.path.name
    for code, holds in (
        (PLACEHOLDER, _is_placeholder),
        (READ_ONLY, _is_read_only),
        (NETWORK, _is_network),
        (CLOUD, _is_synced),
        (REMOVABLE, _is_stick),
    ):
        if holds(facts):
            words, stops, shelters = _SAID[code]
            return Finding(code, words.fill(name=name), stops, shelters)
    return None


def facts_of(path: Path, filesystem: str = "") -> Facts:
    """Ask the system; opens nothing. A mapped drive counts by the share that it stands for."""
    try:
        attributes = int(getattr(path.stat(), "st_file_attributes", 0))
    except OSError:
        attributes = 0
    real = Path(os.path.realpath(path)) if not attributes & _NOT_HERE else path
    return Facts(
        real,
        filesystem or _filesystem(real),
        attributes,
        os.access(path, os.W_OK),
        os.access(path.parent, os.W_OK),
        dict(os.environ),
    )


def _is_placeholder(facts: Facts) -> bool:
    return bool(facts.attributes & _NOT_HERE)


def _is_read_only(facts: Facts) -> bool:
    marked = facts.attributes & _ATTRIBUTE_READ_ONLY
    return bool(marked) or not facts.file_writable or not facts.folder_writable


def _is_network(facts: Facts) -> bool:
    return _is_share(facts.path) or facts.filesystem.casefold() in _NETWORK_SYSTEMS


def _is_share(path: PurePath) -> bool:
    """Whether a Windows path names a server; the long form of a drive begins like one too."""
    drive = path.drive.casefold()
    if not isinstance(path, PureWindowsPath) or not drive.startswith("\\\\"):
        return False
    return not drive.startswith("\\\\?\\") or drive.startswith("\\\\?\\unc\\")


def _is_synced(facts: Facts) -> bool:
    folders = (facts.environment.get(name, "") for name in _ONEDRIVE)
    if any(folder and _lies_in(facts.path, folder) for folder in folders):
        return True
    parts = [part.casefold() for part in facts.path.parent.parts]
    return any(
        part in _SYNCED_NAMES or part == "onedrive" or part.startswith(_SYNCED_STARTS)
        for part in parts
    )


def _is_stick(facts: Facts) -> bool:
    system = facts.filesystem.casefold()
    if isinstance(facts.path, PureWindowsPath):
        return system in _STICK_SYSTEMS and facts.path.drive.casefold() != "c:"
    return system in _STICK_SYSTEMS or any(
        facts.path.is_relative_to(PurePosixPath("/", root)) for root in _STICK_ROOTS
    )


def _lies_in(path: PurePath, folder: str) -> bool:
    return path.is_relative_to(type(path)(folder))


def _filesystem(path: Path) -> str:
    """The kind of file system by Linux' own list; where there is none the window knows better."""
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    best, found = "", ""
    for line in lines:
        _, place, system, *_ = line.split(" ")
        place = place.replace("\\040", " ")
        if len(place) >= len(best) and path.is_relative_to(place):
            best, found = place, system
    return found


_SAID: Mapping[str, tuple[Words, bool, tuple[Shelter, ...]]] = {
    PLACEHOLDER: (
        Words(
            "{name} staat alleen online en niet op deze laptop: haal het eerst hierheen door op een"
            " kopie te werken.",
            "{name} is only online and not on this laptop: fetch it first by working on a copy.",
        ),
        True,
        ("copy",),
    ),
    READ_ONLY: (
        Words(
            "{name} of de map eromheen is alleen-lezen: werk op een kopie op deze laptop, of kijk"
            " alleen.",
            "{name} or its folder is read-only: work on a copy on this laptop, or only look.",
        ),
        True,
        ("copy", "reading"),
    ),
    NETWORK: (
        Words(
            "{name} staat op een netwerkplek: als de verbinding wegvalt kan opslaan mislukken;"
            " veiliger is een kopie op deze laptop die wordt teruggezet.",
            "{name} lies on a network: saving may fail when the connection drops; a copy on this"
            " laptop that is put back is safer.",
        ),
        False,
        ("copy", "reading"),
    ),
    CLOUD: (
        Words(
            "{name} staat in een map die online wordt bijgewerkt: dat kan een halve versie"
            " verspreiden; veiliger is een kopie op deze laptop die wordt teruggezet.",
            "{name} lies in a folder that is synchronised online, which may spread half a version;"
            " a copy on this laptop that is put back is safer.",
        ),
        False,
        ("copy", "reading"),
    ),
    REMOVABLE: (
        Words(
            "{name} staat op een stick: trek die er niet uit; veiliger is een kopie op deze laptop"
            " die wordt teruggezet.",
            "{name} lies on a stick: do not pull it out; a copy on this laptop that is put back is"
            " safer.",
        ),
        False,
        ("copy", "reading"),
    ),
}
