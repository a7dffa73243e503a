"""The window: menus, side bar, pages, message bar, status strip; wiring and no rules.

A page is made when it is first visited. Commands that belong to other rooms are wired from outside
by name (`menus.wire`); here is only what concerns the window itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.gui import icons, theme
from samen_desktop.gui.bridge import Bridge, Changes, RoundFacts
from samen_desktop.gui.language import say
from samen_desktop.gui.page import Message, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.message_bar import MessageBar

from . import ask, places, work
from .corner import Corner
from .menus import Menus, stations_shown
from .palette import Palette
from .side_bar import SideBar
from .start_page import StartPage
from .status_strip import StatusStrip
from .undoing import Undoing
from .visits import Visits

PageFactory = Callable[[Bridge, Settings], Page]
NotesFactory = Callable[[Bridge, Settings, bytes], Page]
"""Makes the page to take notes in, for the session of that id."""

_COUNTED = ("stakeholder", "session", "input", "follow_up")


class MainWindow(QMainWindow):
    """The window of one round, or the start screen.

    Signals: `counted(RoundCounts)` when the records were counted anew; `finished()` when it has
    closed and nothing is waiting to be written.
    """

    counted = Signal(object)
    finished = Signal()

    def __init__(
        self,
        bridge: Bridge,
        settings: Settings,
        pages: Mapping[str, PageFactory],
        notes: NotesFactory | None = None,
    ) -> None:
        super().__init__()
        self._notes = notes
        self._bridge = bridge
        self._settings = settings
        self._factories = pages
        self._pages: dict[str, Page] = {}
        self._messages: dict[str, Message] = {}
        self._visits = Visits()
        self._session = b""
        self._closing = False
        self._closed = False
        self._make_parts()
        self._lay_out()
        self._connect()
        self._wire_own()
        self.show_start()
        self.setMinimumSize(Measure.LEAST_WIDTH, Measure.LEAST_HEIGHT)
        self.setWindowIcon(icons.program_icon())
        if not self.restoreGeometry(settings.state("window", "geometry")):
            self.resize(1366, 768)

    # what others ask

    @property
    def page(self) -> Page | None:
        """The page that is shown; None on the start screen."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) and self._in_round() else None

    def made_pages(self) -> list[Page]:
        """Pages that were visited, in no order."""
        return list(self._pages.values())

    def has_page(self, name: str) -> bool:
        """Whether one can go to a page of this name, itself or as a part of another."""
        if name == places.NOTES:
            return self._notes is not None and places.CHOOSING in self._factories
        return self._resolved(name) in self._factories

    @Slot(object)
    def go(self, place: Place) -> None:
        """Go to a place and remember it; an unknown page is passed over."""
        if self._bridge.facts is None or not self.has_page(place.page):
            return
        if place.page == places.NOTES and place.record is None:
            self._show_place(Place(places.CHOOSING))
        else:
            self._visits.note(place)
            self._show_place(place)

    @Slot(str)
    def go_to_page(self, name: str) -> None:
        self.go(Place(name))

    def post(self, message: Message) -> None:
        """Say something where the person is now: on the start screen or above the page."""
        page = self.page
        if page is None:
            self.start.show_message(message)
        else:
            self._messages[page.name] = message
            self.message_bar.show_message(message)

    def show_start(self) -> None:
        """Show the start screen; an open round stays open."""
        self.start.show_recent(self._settings.recent())
        self._outer.setCurrentWidget(self.start)
        self.menus.show_open(is_open=False)
        self.menus.show_page("", None)
        self.menu_corner.hide()
        self._strip.hide()
        self.setWindowTitle("SAMEN Desktop")
        self.start.take_focus()

    @Slot()
    def leave(self) -> None:
        """Go where one was before taking notes; else to the first page."""
        place = self._visits.back()
        while place is not None and place.page == places.NOTES:
            place = self._visits.back()
        if place is not None:
            self._show_place(place)
        else:
            self._go_to_first()

    @Slot()
    def close_round(self) -> None:
        """Close the round once all is written, and show the start screen."""
        self.hand_in()
        self._bridge.close()

    def show_room(self) -> None:
        """Show the open round again, from the start screen."""
        if self._bridge.facts is not None:
            self._enter(self._bridge.facts)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side_bar.set_narrow(narrow=self.width() < Measure.NARROW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything that was typed and asked for is on the disk."""
        if self._closed:
            self._settings.keep_state("window", "geometry", self.saveGeometry())
            self._settings.flush()
            event.accept()
            self.finished.emit()
            return
        event.ignore()
        if not self._closing:
            self._closing = True
            self.hand_in()
            self._bridge.read(_nothing, self._on_all_written, self._on_all_written)

    # the round

    @Slot(object)
    def _on_opened(self, facts: RoundFacts) -> None:
        self._forget_pages()
        self._enter(facts)
        self._go_to_first()

    def _go_to_first(self) -> None:
        first = next(iter(stations_shown(list(self._factories))), None)
        if first is not None:
            self.go(Place(first.name))

    def _enter(self, facts: RoundFacts) -> None:
        self.setWindowTitle(self._title(facts))
        self._outer.setCurrentWidget(self._room)
        self.menus.show_open(is_open=True)
        self.menu_corner.show()
        self._strip.show()

    @Slot()
    def _on_closed(self) -> None:
        if self._closing:
            self._closed = True
            self.close()
            return
        self._forget_pages()
        self.show_start()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        for page in self.made_pages():
            page.hear(changes)
        if changes.touch(*_COUNTED):
            self._bridge.read(work.counting, self._on_counted)
        if changes.everything:
            self.look_for_backup()

    @Slot()
    def look_for_backup(self) -> None:
        """Say in the strip when the last backup was made."""
        self._bridge.read(work.last_backup, self._on_backup_found)

    def _on_backup_found(self, when: datetime | None) -> None:
        told = self.tr("no backup yet")
        if when is not None:
            told = self.tr("backup %1").replace("%1", f"{when:%d-%m %H:%M}")
        self._strip.show_remark(told)

    def _on_counted(self, counts: work.RoundCounts) -> None:
        self.side_bar.show_counts(counts.pages)
        self.counted.emit(counts)

    @Slot(object)
    def _on_failed(self, error: KnownError) -> None:
        self.post(Message("failed", say(error.words)))

    @Slot(str)
    def _on_why_requested(self, why: str) -> None:
        self.post(Message("failed", why))

    # closing

    def hand_in(self) -> None:
        """Let the editor in use hand in what stands in it, as if one had left it."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def _on_all_written(self, _: object) -> None:
        self._closing = False
        why = self.menu_corner.save_state.why
        if why and not self._may_lose(why):
            return
        self._closing = True
        self._bridge.close()

    def _may_lose(self, why: str) -> bool:
        return ask.confirm(
            self,
            self.tr("The last change is not saved. Close all the same?"),
            why,
            self.tr("Close and lose it"),
            self.tr("Go back"),
        )

    # pages

    def _resolved(self, name: str) -> str:
        return name if name in self._factories else places.ALIASES.get(name, name)

    def _show_place(self, place: Place) -> None:
        name = self._resolved(place.page)
        if name == places.NOTES:
            self._forget_other_notes(place.record)
        page = self._pages.get(name) or self._made(name, place)
        self.stack.setCurrentWidget(page)
        self._outer.setCurrentWidget(self._room)
        filling = name in places.FILLING
        self.side_bar.setVisible(not filling)
        self._strip.setVisible(not filling)
        self.side_bar.show_current(name)
        self.menus.show_open(is_open=True)
        self.menus.show_page(page.title(), page.commands)
        self._strip.show_hints(page.hints())
        message = self._messages.get(name)
        if message is None:
            self.message_bar.hide_quietly()
        else:
            self.message_bar.show_message(message)
        page.arrive(place)

    def _made(self, name: str, place: Place) -> Page:
        if name == places.NOTES and self._notes is not None and place.record is not None:
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
        page = self._pages.get(places.NOTES)
        if page is not None and session != self._session:
            del self._pages[places.NOTES]
            self.stack.removeWidget(page)
            page.deleteLater()

    def _forget_pages(self) -> None:
        for page in self._pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()
        self._messages.clear()
        self._visits.clear()
        self.message_bar.hide_quietly()

    def _in_round(self) -> bool:
        return self._outer.currentWidget() is self._room

    @Slot(object)
    def _on_message_posted(self, message: Message) -> None:
        sender = self.sender()
        for name, page in self._pages.items():
            if page is sender:
                self._messages[name] = message
                if page is self.page:
                    self.message_bar.show_message(message)

    @Slot()
    def _on_message_closed(self) -> None:
        for name, page in self._pages.items():
            if page is self.page:
                self._messages.pop(name, None)

    @Slot()
    def _on_back(self) -> None:
        place = self._visits.back()
        if place is not None:
            self._show_place(place)

    @Slot()
    def _on_forward(self) -> None:
        place = self._visits.forward()
        if place is not None:
            self._show_place(place)

    @Slot()
    def _on_left_side_bar(self) -> None:
        page = self.page
        if page is not None:
            page.setFocus()
            page.focusNextChild()

    # commands of the window itself

    @Slot()
    def _on_palette_requested(self) -> None:
        if self._in_round():
            self._palette.open_at(self.menu_corner.palette_place())

    @Slot(object)
    def _on_command_chosen(self, action: QAction) -> None:
        action.trigger()

    @Slot()
    def _on_notes_requested(self) -> None:
        self.menus.action("notes").trigger()

    def _make_parts(self) -> None:
        self._outer = QStackedWidget(self)
        self.start = StartPage(self)
        self._room = QWidget(self)
        self.side_bar = SideBar(self._room)
        self.message_bar = MessageBar(self._room)
        self.stack = QStackedWidget(self._room)
        self._strip = StatusStrip(self)
        self.menu_corner = Corner(self._bridge, self)
        self.menus = Menus(self.menuBar())
        self._palette = Palette(self._bridge, self.menus.all_actions, self)
        self._undoing = Undoing(self, self._bridge)

    def _lay_out(self) -> None:
        work_area = QWidget(self._room)
        column = QVBoxLayout(work_area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self.stack, 1)
        row = QHBoxLayout(self._room)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addWidget(work_area, 1)
        for ground in (work_area, self.start):
            ground.setBackgroundRole(QPalette.ColorRole.Base)
            ground.setAutoFillBackground(True)
        self._outer.addWidget(self.start)
        self._outer.addWidget(self._room)
        whole = QWidget(self)
        below = QVBoxLayout(whole)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._outer, 1)
        below.addWidget(self._strip)
        self.setCentralWidget(whole)
        self.menuBar().setCornerWidget(self.menu_corner, Qt.Corner.TopRightCorner)
        self.menuBar().setFixedHeight(theme.current().height(Measure.MENU_BAR))
        shown = stations_shown(list(self._factories))
        self.side_bar.show_stations(shown)
        self.menus.show_stations(shown, self.go_to_page)
        self.side_bar.set_notes_possible(possible=self.has_page(places.NOTES))

    def _connect(self) -> None:
        self._bridge.opened.connect(self._on_opened)
        self._bridge.closed.connect(self._on_closed)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.failed.connect(self._on_failed)
        self._bridge.steps_changed.connect(self.menus.show_steps)
        self.side_bar.page_requested.connect(self.go_to_page)
        self.side_bar.notes_requested.connect(self._on_notes_requested)
        self.side_bar.left.connect(self._on_left_side_bar)
        self.message_bar.closed.connect(self._on_message_closed)
        self.menu_corner.palette_requested.connect(self._on_palette_requested)
        self.menu_corner.save_state.why_requested.connect(self._on_why_requested)
        self._palette.place_chosen.connect(self.go)
        self._palette.command_chosen.connect(self._on_command_chosen)

    def _wire_own(self) -> None:
        undoing = self._undoing
        for name, does in (
            ("undo", undoing.undo),
            ("redo", undoing.redo),
            ("cut", undoing.cut),
            ("copy", undoing.copy),
            ("paste", undoing.paste),
            ("palette", self._on_palette_requested),
            ("back", self._on_back),
            ("forward", self._on_forward),
            ("quit", self.close),
            ("close_round", self.close_round),
            ("notes", self._go_to_notes),
        ):
            self.menus.wire(name, does)

    @Slot()
    def _go_to_notes(self) -> None:
        self.go_to_page(places.NOTES)

    def _title(self, facts: RoundFacts) -> str:
        parts = [facts.name]
        if facts.demo:
            parts.append(self.tr("Demo data – partly fictitious"))
        if not facts.writable:
            parts.append(self.tr("for reading only"))
        return " – ".join([*parts, "SAMEN Desktop"])


def _nothing(_: object) -> None:
    """Comes back when all that was asked for before is done."""
