"""What every screen of the work area is: wishes out by signals, facts in by calls.

A page knows the bridge and nothing of the window around it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from .bridge import Bridge, Changes

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: a page by name, with a filter filled in, words searched, a record chosen.

    Filters are by field name of the kind the page lists: codes of terms, ids in hex, or `1`.
    """

    page: str
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: str = ""
    record: bytes | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One line for the message bar. `wish` is done when its link is chosen."""

    kind: Literal["information", "need", "failed"]
    text: str
    link: str = ""
    wish: Callable[[], None] | None = None
    second_link: str = ""
    second_wish: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Hint:
    """A shortcut that works here, for the status bar."""

    keys: str
    text: str


class Page(QWidget):
    """A screen. Signals: `go_requested(Place)`, `message_posted(Message)`."""

    go_requested = Signal(object)
    message_posted = Signal(object)

    name = ""
    """How places and settings call this page."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridge = bridge

    def title(self) -> str:
        """The page's title in the navigation and on screen."""
        raise NotImplementedError

    def arrive(self, place: Place) -> None:
        """Be shown at this place; called each time somebody goes there, also from itself."""

    def hear(self, changes: Changes) -> None:
        """Something changed in the round; called on all pages, shown or not."""

    def keep_typed(self) -> None:
        """Have what is half typed here kept now: called when something went wrong anywhere."""

    def hints(self) -> Sequence[Hint]:
        """At most five shortcuts for the status bar, the most useful first."""
        return ()

    def commands(self) -> Sequence[QAction]:
        """Commands of this page for the menu that carries its name and for Ctrl+K."""
        return ()
