"""How backups and places are said in the window: times, sizes, what differs, links to safety."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStorageInfo, QUrl
from PySide6.QtGui import QDesktopServices

from samen_desktop.core.backups import reason_words
from samen_desktop.gui import language

if TYPE_CHECKING:
    from .work import Backup, Inside

Link = tuple[str, Callable[[], None]]


def moment(when: datetime) -> str:
    """Day and time, in one width."""
    return f"{when:%d-%m-%Y %H:%M}"


def size(count: int) -> str:
    """In megabytes, as the language writes them."""
    text = f"{count / 1024 / 1024:.1f} MB"
    return text.replace(".", ",") if language.current() == "nl" else text


def reason(code: str) -> str:
    """Why a backup was made."""
    return language.say(reason_words(code))


def filesystem(path: Path) -> str:
    """The kind of file system a file lies on, as Qt knows it; opens nothing."""
    return bytes(QStorageInfo(str(path.parent)).fileSystemType().data()).decode("ascii", "replace")


def shown_in_folder(path: Path) -> Callable[[], None]:
    """A wish to see the folder of a file in the system's own program."""
    return partial(_show, str(path.parent))


def _show(folder: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


class Differences(QObject):
    """What a backup holds beside now, in one cell or a few lines."""

    def in_short(self, backup: Backup, inside: Inside | None) -> str:
        """How far back it goes."""
        if inside is None:
            return self.tr("cannot be read") if backup.whole else self.tr("damaged")
        parts = []
        if inside.since:
            parts.append(self.tr("%n step(s) since", "", inside.since))
        if inside.only:
            parts.append(self.tr("%n step(s) that are missing now", "", inside.only))
        return ", ".join(parts) or self.tr("as it is now")

    def between(self, then: int, now: int) -> str:
        """One notion: how many more or fewer there are now."""
        if then == now:
            return self.tr("the same")
        return f"{now - then:+d}".replace("-", "−")
