"""What this laptop remembers of the window: language, scheme, recent rounds, places of columns.

An ini file in the person's own folder, which is given: nothing of a round stands here but where its
file lies, its name and two counts. What cannot be read is as if it was never kept.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, TypeVar, cast

from PySide6.QtCore import QByteArray, QSettings

from samen_desktop.core.words import Language

Scheme = Literal["system", "light", "dark"]
T = TypeVar("T", str, int, bool)

_FILE = "window.ini"
_MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class Recent:
    """A round that was open here: where, its name, when (ISO, local) and its counts then."""

    path: str
    name: str
    opened: str
    inputs: int = 0
    open_inputs: int = 0


class Settings:
    """The window's memory; made once by who puts the window together, given to pages."""

    def __init__(self, folder: Path) -> None:
        self._kept = QSettings(str(folder / _FILE), QSettings.Format.IniFormat)

    @property
    def language(self) -> Language:
        return "en" if self._text("window/language") == "en" else "nl"

    @language.setter
    def language(self, language: Language) -> None:
        self._kept.setValue("window/language", language)

    @property
    def scheme(self) -> Scheme:
        found = self._text("window/scheme")
        return cast("Scheme", found) if found in {"light", "dark"} else "system"

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._kept.setValue("window/scheme", scheme)

    @property
    def last_folder(self) -> str:
        """Where a file was last chosen; empty before that."""
        return self._text("window/last_folder")

    @last_folder.setter
    def last_folder(self, folder: str) -> None:
        self._kept.setValue("window/last_folder", folder)

    def recent(self) -> list[Recent]:
        """Rounds that were open here, the newest first; some may be gone."""
        try:
            rows = json.loads(self._text("recent/rounds") or "[]")
            return [Recent(**row) for row in rows][:_MOST_RECENT]
        except (ValueError, TypeError):
            return []

    def add_recent(self, found: Recent) -> None:
        """Put a round first; an older entry of the same file goes."""
        self._keep_recent([found, *self._without(found.path)])

    def forget_recent(self, path: str) -> None:
        """Take a round off the list; its file stays."""
        self._keep_recent(self._without(path))

    def state(self, page: str, part: str) -> QByteArray:
        """What a header, splitter or window saved of itself with `saveState`; empty if never."""
        found = self._kept.value(f"{page}/{part}")
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep_state(self, page: str, part: str, state: QByteArray) -> None:
        """Keep what a header, splitter or window gives with `saveState`."""
        self._kept.setValue(f"{page}/{part}", state)

    def remembered(self, page: str, what: str, otherwise: T) -> T:
        """A single value a page kept, of the type of `otherwise`."""
        found = self._kept.value(f"{page}/{what}")
        if found is None:
            return otherwise
        if isinstance(otherwise, bool):
            return str(found) in {"true", "True", "1"}
        try:
            return type(otherwise)(found)
        except (TypeError, ValueError):
            return otherwise

    def keep(self, page: str, what: str, value: str | int | bool) -> None:  # noqa: FBT001 - a value
        """Keep a single value for a page."""
        self._kept.setValue(f"{page}/{what}", value)

    def flush(self) -> None:
        """Write to disk what is kept."""
        self._kept.sync()

    def _text(self, name: str) -> str:
        found = self._kept.value(name)
        return found if isinstance(found, str) else ""

    def _without(self, path: str) -> list[Recent]:
        return [other for other in self.recent() if other.path != path]

    def _keep_recent(self, rounds: Sequence[Recent]) -> None:
        rows = [asdict(found) for found in rounds[:_MOST_RECENT]]
        self._kept.setValue("recent/rounds", json.dumps(rows, ensure_ascii=True))
