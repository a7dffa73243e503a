"""The open round in the window: side bar, pages, message bar above them, status strip below.

A page is made when it is first visited; each keeps its own message. What menus and title bar say of
it is for the window.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.page import Message, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.widgets.message_bar import MessageBar

from . import places, work
from .names import CHOOSING, NOTES
from .places import Station
from .reading_band import ReadingBand
from .side_bar import SideBar
from .status_strip import StatusStrip
from .visits import Visits

PageFactory = Callable[[Bridge, Settings], Page]
NotesFactory = Callable[[Bridge, Settings, bytes], Page]
"""Makes the page to take notes in, for the session of that id."""

_COUNTED = ("stakeholder", "session", "input", "bundle", "follow_up")


class PageStack(QStackedWidget):
    """Pages of which one is shown; the others ask for no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self._on_current_changed)

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else QSize(0, 0)

    @Slot()
    def _on_current_changed(self) -> None:
        self.updateGeometry()


class Room(QWidget):
    """The pages of a round and the ways between them.

    Signals: `page_shown(Page)` after each move; `counted(RoundCounts)` when the records were
    counted anew; `notes_requested()` from the side bar.
    """

    page_shown = Signal(object)
    counted = Signal(object)
    notes_requested = Signal()

    def __init__(
        self,
        bridge: Bridge,
        settings: Settings,
        pages: Mapping[str, PageFactory],
        notes: NotesFactory | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._settings = settings
        self._factories = pages
        self._notes = notes
        self._session = b""
        self._pages: dict[str, Page] = {}
        self._messages: dict[str, Message] = {}
        self._visits = Visits()
        self.side_bar = SideBar(self)
        self.band = ReadingBand(self)
        self.message_bar = MessageBar(self)
        self.stack = PageStack(self)
        self.strip = StatusStrip(self)
        self._lay_out()
        self.side_bar.show_stations(self.stations())
        self.side_bar.set_notes_possible(possible=self.has_page(NOTES))
        self.side_bar.page_requested.connect(self.go_to_page)
        self.side_bar.notes_requested.connect(self.notes_requested)
        self.side_bar.left.connect(self._on_left_side_bar)
        self.message_bar.closed.connect(self._on_message_closed)
        bridge.changed.connect(self._on_changed)
        bridge.kept.connect(self.look_for_backup)
        bridge.opened.connect(self.band.show_for)
        if bridge.facts is not None:
            self.band.show_for(bridge.facts)

    # what others ask

    @property
    def page(self) -> Page | None:
        """The page that is shown, if any was visited."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def stations(self) -> list[Station]:
        """The stations of the side bar that there are pages for."""
        return [station for station in places.STATIONS if station.name in self._factories]

    def made_pages(self) -> list[Page]:
        """Pages that were visited, in no order."""
        return list(self._pages.values())

    def has_page(self, name: str) -> bool:
        """Whether one can go to a page of this name, itself or as a part of another."""
        if name == NOTES:
            return self._notes is not None and CHOOSING in self._factories
        return self._resolved(name) in self._factories

    @Slot(object)
    def go(self, place: Place) -> None:
        """Go to a place and remember it; an unknown page is passed over."""
        if not self.has_page(place.page):
            return
        if place.page == NOTES and place.record is None:
            self._show_place(Place(CHOOSING))
        else:
            self._visits.note(place)
            self._show_place(place)

    @Slot(str)
    def go_to_page(self, name: str) -> None:
        self.go(Place(name))

    def go_to_first(self) -> None:
        """Go to the page a round opens with."""
        for station in self.stations()[:1]:
            self.go(Place(station.name))

    @Slot()
    def go_back(self) -> None:
        self._revisit(self._visits.back())

    @Slot()
    def go_forward(self) -> None:
        self._revisit(self._visits.forward())

    @Slot()
    def leave(self) -> None:
        """Go where one was before taking notes; else to the first page."""
        place = self._visits.current()
        while place is not None and place.page == NOTES:
            place = self._visits.back()
        if place is None:
            self.go_to_first()
        else:
            self._show_place(place)

    def post(self, message: Message) -> None:
        """Say something above the page that is shown."""
        if self.page is not None:
            self._messages[self.page.name] = message
            self.message_bar.show_message(message)

    def keep_typed(self) -> None:
        """Have what is half typed on any page kept now."""
        for page in self.made_pages():
            page.keep_typed()

    def forget(self) -> None:
        """Let go of all pages: another round comes."""
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._messages.clear()
        self._visits.clear()
        self.message_bar.hide_quietly()

    @Slot()
    def look_for_backup(self) -> None:
        """Say in the strip when the last backup was made."""
        self._bridge.read(work.last_backup, self._on_backup_found)

    # pages

    def _resolved(self, name: str) -> str:
        return name if name in self._factories else places.ALIASES.get(name, name)

    def _show_place(self, place: Place) -> None:
        name = self._resolved(place.page)
        if name == NOTES:
            self._forget_other_notes(place.record)
        page = self._pages.get(name) or self._made(name, place)
        self.stack.setCurrentWidget(page)
        filling = name in places.FILLING
        self.side_bar.setVisible(not filling)
        self.strip.setVisible(not filling)
        self.side_bar.show_current(name)
        message = self._messages.get(page.name)
        if message is None:
            self.message_bar.hide_quietly()
        else:
            self.message_bar.show_message(message)
        page.arrive(place)
        self.strip.show_hints(page.hints())
        self.page_shown.emit(page)

    def _made(self, name: str, place: Place) -> Page:
        if name == NOTES and self._notes is not None and place.record is not None:
            page = self._notes(self._bridge, self._settings, place.record)
            self._session = place.record
        else:
            page = self._factories[name](self._bridge, self._settings)
        page.name = page.name or name
        page.go_requested.connect(self.go)
        page.message_posted.connect(self._on_message_posted)
        self._pages[name] = page
        self.stack.addWidget(page)
        return page

    def _forget_other_notes(self, session: bytes | None) -> None:
        """A page to take notes in is for one session; that of another one goes."""
        page = self._pages.get(NOTES)
        if page is not None and session != self._session:
            del self._pages[NOTES]
            self.stack.removeWidget(page)
            page.deleteLater()

    def _revisit(self, place: Place | None) -> None:
        if place is not None:
            self._show_place(place)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        for page in self.made_pages():
            page.hear(changes)
        if changes.touch(*_COUNTED):
            self._bridge.read(work.counting, self._on_counted)
        if changes.everything:
            self.look_for_backup()

    def _on_counted(self, counts: work.RoundCounts) -> None:
        self.side_bar.show_counts(counts.pages)
        self.counted.emit(counts)

    def _on_backup_found(self, when: datetime | None) -> None:
        told = self.tr("no backup yet")
        if when is not None:
            told = self.tr("backup %1").replace("%1", f"{when:%d-%m %H:%M}")
        self.strip.show_remark(told)

    @Slot(object)
    def _on_message_posted(self, message: Message) -> None:
        page = self.sender()
        if not isinstance(page, Page):
            return
        if page is self.page or page.name in places.UNLISTED:
            # A page that only a command leads to has been left for good: read where one is now.
            self.post(message)
        else:
            self._messages[page.name] = message

    @Slot()
    def _on_message_closed(self) -> None:
        if self.page is not None:
            self._messages.pop(self.page.name, None)

    @Slot()
    def _on_left_side_bar(self) -> None:
        if self.page is not None:
            self.page.setFocus()
            self.page.focusNextChild()

    def _lay_out(self) -> None:
        work_area = QWidget(self)
        work_area.setBackgroundRole(QPalette.ColorRole.Base)
        work_area.setAutoFillBackground(True)
        column = QVBoxLayout(work_area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.message_bar)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addWidget(work_area, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self.strip)
