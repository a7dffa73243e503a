"""Typing chapters in one after another: where the next one comes, and putting it there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from samen_desktop.core import outlines
from samen_desktop.core.errors import KnownError
from samen_desktop.gui.bridge import Bridge

from . import work
from .outline_view import OutlineView
from .typing_line import TypingLine

if TYPE_CHECKING:
    from .work import Chapter, Outline

Where = work.Where


class Typing(QObject):
    """Follows the current chapter until somebody types; then each comes after the one before.

    Signals: `made(bytes)` with the last chapter that came; `refused(KnownError)`.
    """

    made = Signal(object)
    refused = Signal(object)

    def __init__(
        self, bridge: Bridge, view: OutlineView, line: TypingLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._bridge, self._view, self._line = bridge, view, line
        self._version: bytes | None = None
        self._chapters: dict[bytes, Chapter] = {}
        self._above: dict[bytes, bytes | None] = {}
        self._at: bytes | None = None
        self._where = Where.AFTER
        line.entered.connect(self._on_entered)
        line.shifted.connect(self._on_shifted)
        line.escaped.connect(view.setFocus)

    def show_version(self, found: Outline) -> None:
        """The outline that is typed into."""
        self._version = found.shown.id if found.shown is not None else None
        self._chapters = {each.id: each for each in found.chapters}
        self._above = _parents(found.chapters)
        if self._at not in self._chapters:
            self._at, self._where = self._view.current_chapter(), Where.AFTER
        self._tell()

    def follow(self) -> None:
        """Another chapter is current: what is typed next comes after that."""
        if not self._line.line.hasFocus():
            self._at, self._where = self._view.current_chapter(), Where.AFTER
            self._tell()

    def begin(self, where: Where) -> None:
        """Let the next one come there, seen from the current chapter, and wait for its title."""
        self._at, self._where = self._view.current_chapter(), where
        self._line.begin()
        self._tell()

    @Slot(str)
    def _on_entered(self, text: str) -> None:
        headings = outlines.typed(text)
        if headings and self._version is not None:
            asked = work.adding(self._version, headings, self._at, self._where)
            self._bridge.write(asked, self._on_made, partial(self._on_refused, text))

    def _on_made(self, made: list[bytes]) -> None:
        # After several lines the next one comes after the last of them at the top.
        self._at, self._where = made[-1], Where.AFTER
        self._line.begin()
        self.made.emit(made[-1])

    def _on_refused(self, text: str, error: KnownError) -> None:
        self._line.line.setText(text)
        self.refused.emit(error)

    @Slot(int)
    def _on_shifted(self, by: int) -> None:
        if by > 0:
            self._where = Where.UNDER
        elif self._where is Where.UNDER:
            self._where = Where.AFTER
        elif self._at is not None:
            self._at = self._above.get(self._at)
        self._tell()

    def _tell(self) -> None:
        chapter = self._chapters.get(self._at) if self._at is not None else None
        words = self.tr("comes as the first chapter")
        if chapter is not None:
            sentence = {
                Where.AFTER: self.tr("comes after %1"),
                Where.BEFORE: self.tr("comes before %1"),
                Where.UNDER: self.tr("comes under %1"),
            }[self._where]
            words = sentence.replace("%1", f"{chapter.number} {chapter.title}".strip())
        below = self._where is Where.UNDER
        above = self._above.get(self._at) if self._at is not None else None
        self._line.show_where(
            words,
            deeper=chapter is not None and self._where is Where.AFTER,
            higher=below or (self._where is Where.AFTER and above is not None),
        )


def _parents(chapters: tuple[Chapter, ...]) -> dict[bytes, bytes | None]:
    found: dict[bytes, bytes | None] = {}
    last: dict[int, bytes] = {}
    for each in chapters:
        found[each.id] = last.get(each.level - 1)
        last[each.level] = each.id
    return found
