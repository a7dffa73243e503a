"""The pages of the work area that hold lists: a title, tabs, and a list behind each tab."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import DELETED, LISTS
from samen_desktop.core.words import Words
from samen_desktop.gui import language, theme
from samen_desktop.gui.bridge import Bridge, Changes
from samen_desktop.gui.feedback.mode import FeedingBack
from samen_desktop.gui.forms.form import Form
from samen_desktop.gui.page import Hint, Page, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.triage.mode import Triage
from samen_desktop.gui.widgets.buttons import command_button
from samen_desktop.gui.widgets.labels import label

from . import work
from .list_pane import ListPane

ROUND = "round"
"""The tab that holds the form of the round itself."""

_TITLED = 720


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page: its name, title and tabs; a tab is a kind with a list, or the round's own form."""

    name: str
    words: Words
    tabs: tuple[str, ...]


_SPECS = (
    PageSpec(
        "stakeholders", KINDS["stakeholder"].words_plural, ("stakeholder", "group", "participant")
    ),
    PageSpec("sessions", KINDS["session"].words_plural, ("session",)),
    PageSpec("inputs", KINDS["input"].words_plural, ("input", "theme")),
    PageSpec("follow_ups", KINDS["follow_up"].words_plural, ("follow_up", "feedback")),
    PageSpec("round", Words("Ronde", "Round"), (ROUND, "phase", DELETED)),
)


class ListPage(Page):
    """A page of lists."""

    def __init__(
        self, bridge: Bridge, settings: Settings, spec: PageSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(bridge, parent)
        self.name = spec.name
        self._spec = spec
        self._settings = settings
        self._panes: dict[str, ListPane | RoundPane] = {}
        self.triage: Triage | None = None
        self.feedback: FeedingBack | None = None
        self._title = label(self.title(), "title", self)
        self._tabs = QTabBar(self)
        self._tabs.setAccessibleName(self.title())
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._stack = QStackedWidget(self)
        self._buttons = QStackedWidget(self)
        self._views = QStackedWidget(self)
        self._firm: list[QWidget] = []
        self._shy: dict[str, list[QWidget]] = {}
        self._build()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._find = QAction(self.tr("Search in this list"), self)
        self._find.setShortcut(QKeySequence.StandardKey.Find)
        self._find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._find.triggered.connect(self._on_find)
        self.addAction(self._find)

    def title(self) -> str:
        return language.say(self._spec.words)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        inside = self._stack.minimumSizeHint().width()
        return QSize(max(inside, self._head(shy=False)), least.height())

    def _head(self, *, shy: bool) -> int:
        """What title or tabs and commands take; `shy`: with those that go in a narrow window."""
        named = self._title if len(self._spec.tabs) == 1 else self._tabs
        wide = [
            named.sizeHint().width(),
            max((w.sizeHint().width() for w in self._firm), default=0),
        ]
        if shy:
            rows = self._shy.values()
            wide.append(self._views.minimumSizeHint().width())
            wide += [max(sum(_least(each) for each in row) for row in rows) if rows else 0]
        return sum(wide) + 4 * Measure.MARGIN

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is no room for both, the tab tells where one is.
        self._title.setVisible(len(self._spec.tabs) == 1 or self.width() >= _TITLED)
        # These stand in the menu too.
        roomy = self.width() >= self._head(shy=True)
        for each in (self._views, *chain(*self._shy.values())):
            each.setVisible(roomy)

    def arrive(self, place: Place) -> None:
        """Go to the tab that can show what the place names; a list of the page's own else."""
        if place.record is not None:
            self.bridge.read(work.kind_of(place.record), lambda kind: self._arrive_at(kind, place))
        elif place.filters or place.words or place.page != self.name:
            self._arrive_at(self._tab_for(place), place)
        else:
            self._current().arrive(place)

    def keep_typed(self) -> None:
        for pane in self._panes.values():
            pane.keep_typed()

    def hear(self, changes: Changes) -> None:
        for pane in self._panes.values():
            pane.hear(changes)

    def hints(self) -> Sequence[Hint]:
        classify = (Hint("F8", self.tr("classify")),) if self.triage is not None else ()
        return (
            Hint("F2", self.tr("edit cell")),
            Hint("Enter", self.tr("open")),
            *classify,
            Hint("Ctrl+Shift+C", self.tr("copy as table")),
            Hint("Ctrl+F", self.tr("search")),
        )

    def commands(self) -> Sequence[QAction]:
        pane = self._current()
        if isinstance(pane, ListPane):
            new = [] if pane.spec.kind == DELETED else [pane.new]
            shown = pane.arrangement.commands()
            triage = self.triage if pane.spec.kind == "input" else None
            own = triage.commands() if triage is not None else ()
            if self.feedback is not None and pane.spec.kind == "feedback":
                own = self.feedback.commands()
            return [*new, self._find, *own, *shown, *pane.commands.offered()]
        return []

    def pane(self, kind: str) -> ListPane:
        """The list of a kind on this page. Raises KeyError."""
        found = self._panes[kind]
        if not isinstance(found, ListPane):
            raise KeyError(kind)
        return found

    def show_tab(self, kind: str) -> None:
        """Show the tab of a kind."""
        self._tabs.setCurrentIndex(self._spec.tabs.index(kind))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, 12)
        # As high with tabs as without, so that nothing moves from page to page.
        head.addStrut(theme.current().height(Measure.NAV_ITEM))
        head.setSpacing(Measure.MARGIN)
        head.addWidget(self._title)
        head.addWidget(self._tabs)
        head.addWidget(self._views)
        head.addStretch(1)
        head.addWidget(self._buttons)
        for tab in self._spec.tabs:
            self._add_tab(tab)
        self._tabs.setVisible(len(self._spec.tabs) > 1)
        column = QVBoxLayout(self)
        # How narrow it may be is told above: what stands in the header leaves where it must.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _add_tab(self, tab: str) -> None:
        pane: ListPane | RoundPane
        if tab == ROUND:
            pane = RoundPane(self.bridge, self)
            pane.go_requested.connect(self.go_requested)
            self._tabs.addTab(self.title())
            self._buttons.addWidget(QWidget(self))
            self._views.addWidget(QWidget(self))
        else:
            pane = ListPane(self.bridge, self._settings, LISTS[tab], self)
            pane.go_requested.connect(self.go_requested)
            self._tabs.addTab(language.say(LISTS[tab].words))
            self._buttons.addWidget(self._commands_of(pane))
            self._views.addWidget(pane.arrangement.button)
        pane.message_posted.connect(self.message_posted)
        self._panes[tab] = pane
        self._stack.addWidget(pane)

    def _commands_of(self, pane: ListPane) -> QWidget:
        """The commands of a list that stand in the header of the page."""
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Measure.GRID)
        line.addStretch(1)
        if pane.spec.kind == "input":
            self.triage = Triage(self.bridge, pane)
            classify = command_button(self.triage.mode, "flat", "hash")
            classify.be_shy()
            self._shy.setdefault(pane.spec.kind, []).append(classify)
            line.addWidget(classify)
        if pane.spec.kind == "feedback":
            self.feedback = FeedingBack(self.bridge, pane)
            plan = command_button(self.feedback.plan, "flat", "calendar-plus")
            plan.be_shy()
            line.addWidget(plan)
        columns = command_button(pane.arrangement.columns, "flat", "columns-3")
        columns.be_shy()
        self._shy.setdefault(pane.spec.kind, []).append(columns)
        line.addWidget(columns)
        if pane.spec.kind != DELETED:
            new = command_button(pane.new, "primary", "plus")
            self._firm.append(new)
            line.addWidget(new)
        return row

    def _arrive_at(self, kind: str, place: Place) -> None:
        if kind in self._spec.tabs:
            self.show_tab(kind)
        self._current().arrive(place)

    def _tab_for(self, place: Place) -> str:
        """The tab a place names (`groups`), else the first that has all its filters."""
        for tab in self._spec.tabs:
            if place.page != self.name and place.page == _plural(tab):
                return tab
        for tab in self._spec.tabs:
            spec = LISTS.get(tab)
            known = {each.field for each in spec.filters} if spec is not None else set[str]()
            if set(place.filters) <= known:
                return tab
        return self._spec.tabs[0]

    def _current(self) -> ListPane | RoundPane:
        return self._panes[self._spec.tabs[max(0, self._tabs.currentIndex())]]

    @Slot(int)
    def _on_tab_changed(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self._buttons.setCurrentIndex(at)
        self._views.setCurrentIndex(at)
        self._current().arrive(Place(self.name))

    @Slot()
    def _on_find(self) -> None:
        pane = self._current()
        if isinstance(pane, ListPane):
            pane.focus_search()


class RoundPane(Form):
    """The form of the round itself; there is one, so there is no list."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, "round", parent)
        self._bridge = bridge
        self.back.hide()  # there is no list to go back to

    def arrive(self, _: Place) -> None:
        """Show the round as it stands."""
        if not self.touched():
            self._bridge.read(work.only_round, self.open)

    def hear(self, changes: Changes) -> None:
        """Show it again where it was changed elsewhere and nothing is half typed here."""
        if changes.everything or (changes.touch("round") and self.record is None):
            if not self.touched():
                self._bridge.read(work.only_round, self.open)
        elif changes.touch("round"):
            self.refresh()


def _least(each: QWidget) -> int:
    """What a button takes without its words, with the air beside it."""
    return each.minimumSizeHint().width() + Measure.GRID


def _plural(tab: str) -> str:
    return KINDS[tab].plural if tab in KINDS else tab


def _maker(spec: PageSpec) -> Callable[[Bridge, Settings], Page]:
    return lambda bridge, settings: ListPage(bridge, settings, spec)


PAGES: Mapping[str, Callable[[Bridge, Settings], Page]] = MappingProxyType(
    {spec.name: _maker(spec) for spec in _SPECS}
)
"""How each page of lists is made, by its name."""
