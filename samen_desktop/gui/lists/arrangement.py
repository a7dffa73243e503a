"""How a list stands: its columns and sorting, remembered here; and the views saved of it.

Columns are remembered on this laptop for every round; views lie in the round's file, local to it.
Neither is a change to the round. Which rows a list asks for is for the pane.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from samen_desktop.core import views
from samen_desktop.core.errors import KnownError
from samen_desktop.core.lists import ListSpec, Query
from samen_desktop.core.views import Layout, View
from samen_desktop.gui import icons, language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.settings import Settings

from . import work
from .columns_popup import ColumnsPopup
from .filter_bar import FilterBar
from .view import RecordsView
from .views_popup import ViewsButton, ViewsPopup

_LAYOUT = "layout"


class Arrangement(QObject):
    """Columns, sorting and views of one list.

    Signals: `rearranged()` when the rows have to be asked for anew.
    """

    rearranged = Signal()

    def __init__(
        self,
        bridge: Bridge,
        settings: Settings,
        spec: ListSpec,
        view: RecordsView,
        bar: FilterBar,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._bridge, self._settings = bridge, settings
        self._spec, self._view, self._bar = spec, view, bar
        self._owner = owner
        self._place = f"list/{spec.kind}"
        self._kept: list[View] = []
        self._asked = False
        self._opening = False
        self._name = ""
        self._columns_popup: ColumnsPopup | None = None
        self._views_popup: ViewsPopup | None = None
        self.button = ViewsButton(owner)
        self.button.clicked.connect(self.open_views)
        self.columns = self._command(self.tr("Columns"), "columns-3", "F4", self.open_columns)
        self.views = self._command(self.tr("Views"), "bookmark", "F6", self.open_views)
        self._put_back()
        header = view.horizontalHeader()
        header.sortIndicatorChanged.connect(self._on_sorted)
        header.sectionResized.connect(self._on_moved)
        header.sectionMoved.connect(self._on_moved)
        bar.changed.connect(self._tell)

    def query(self) -> Query:
        """What the list asks for: words and filters of its bar, sorted as its header says."""
        layout = self._view.layout_of_columns
        return Query(
            self._spec.kind,
            words=self._bar.words(),
            filters=self._bar.filters(),
            sort=layout.sort,
            descending=layout.descending,
        )

    def look(self, *, plain: bool) -> None:
        """Ask once for the views of the round; a `plain` list opens with its default view."""
        if not self._asked:
            self._asked = True
            self._opening = plain
            self._ask()

    def forget(self) -> None:
        """Another round is open: its views are others."""
        self._asked = False
        self._name = ""
        self._kept = []
        self._tell()

    @Slot()
    def open_columns(self) -> None:
        """Show which columns there are."""
        popup = ColumnsPopup(self.columns.text(), self._spec, self._owner)
        self._columns_popup = popup
        popup.show_layout(self._view.layout_of_columns, self._view.left_out())
        popup.chosen.connect(self._on_columns)
        popup.closed.connect(popup.deleteLater)
        popup.open_below(self._corner(), 0)

    @Slot()
    def open_views(self) -> None:
        """Show the saved views."""
        popup = ViewsPopup(self._owner)
        self._views_popup = popup
        popup.show_views(self._kept, self._name)
        popup.shown.connect(self._on_shown)
        popup.saved.connect(self.save_as)
        popup.renamed.connect(self._on_renamed)
        popup.dropped.connect(self._on_dropped)
        popup.made_default.connect(self._on_default)
        popup.closed.connect(self._on_views_closed)
        popup.open_below(self.button.mapToGlobal(QPoint(0, self.button.height() + 2)))

    # columns

    @Slot(object)
    def _on_columns(self, layout: Layout) -> None:
        was = self._view.layout_of_columns
        self._view.show_layout(layout)
        if self._columns_popup is not None:
            self._columns_popup.show_room(self._view.left_out())
        self._keep_layout()
        if (was.sort, was.descending) != (layout.sort, layout.descending):
            self.rearranged.emit()

    def _corner(self) -> QPoint:
        """Below the header of the list, at its right."""
        view = self._view
        return view.mapToGlobal(QPoint(view.width(), 0))

    def _put_back(self) -> None:
        kept = views.read(self._settings.remembered(self._place, _LAYOUT, ""))
        layout = views.standard(self._spec) if kept is None else views.fitting(self._spec, kept)
        self._view.show_layout(layout)

    def _keep_layout(self) -> None:
        text = views.write(self._view.layout_of_columns)
        self._settings.keep(self._place, _LAYOUT, text)
        self._tell()

    @Slot()
    def _on_moved(self) -> None:
        self._keep_layout()

    @Slot()
    def _on_sorted(self) -> None:
        self._keep_layout()
        self.rearranged.emit()

    # views

    def _ask(self) -> None:
        self._bridge.read(work.kept_views(self._place), self._on_kept)

    def _on_kept(self, found: list[View]) -> None:
        self._kept = found
        if self._views_popup is not None:
            self._views_popup.show_views(found, self._name)
        opening, self._opening = self._opening, False
        default = next((view for view in found if view.default), None)
        if opening and default is not None and not self._bar.words() and not self._bar.filters():
            self._show(default)
        self._tell()

    def _show(self, view: View) -> None:
        self._name = view.name
        self._bar.fill(view.words, view.filters)
        self._view.show_layout(views.fitting(self._spec, view.layout))
        self._keep_layout()
        self.rearranged.emit()

    @Slot(str)
    def _on_shown(self, name: str) -> None:
        found = self._named(name)
        self._show(found or View("", views.standard(self._spec)))

    @Slot(str)
    def save_as(self, typed: str) -> None:
        """Save what stands in the list now, under a name."""
        now = View(typed, self._view.layout_of_columns, self._bar.words(), self._bar.filters())
        same = next((each for each in self._kept if each.name == typed.strip()), None)
        view = replace(now, default=same is not None and same.default)
        self._bridge.write(work.keep_view(self._place, view), self._on_named, self._on_refused)

    @Slot(str, str)
    def _on_renamed(self, name: str, typed: str) -> None:
        asked = work.rename_view(self._place, name, typed)
        stands = name == self._name
        then = self._on_named if stands else self._on_changed
        self._bridge.write(asked, then, self._on_refused)

    @Slot(str)
    def _on_dropped(self, name: str) -> None:
        self._name = "" if name == self._name else self._name
        self._bridge.write(work.drop_view(self._place, name), self._on_changed)

    @Slot(str)
    def _on_default(self, name: str) -> None:
        self._bridge.write(work.choose_default_view(self._place, name), self._on_changed)

    def _on_named(self, view: View) -> None:
        self._name = view.name
        self._on_changed(view)

    def _on_changed(self, _: object) -> None:
        if self._views_popup is not None:
            self._views_popup.done()
        self._ask()

    def _on_refused(self, error: KnownError) -> None:
        if self._views_popup is not None:
            self._views_popup.say(language.say(error.words))

    @Slot()
    def _on_views_closed(self) -> None:
        if self._views_popup is not None:
            self._views_popup.deleteLater()
            self._views_popup = None

    def _named(self, name: str) -> View | None:
        return next((view for view in self._kept if view.name == name), None)

    @Slot()
    def _tell(self) -> None:
        """Say on the button which view stands, and whether it still does."""
        view = self._named(self._name)
        self.button.show_view(
            "" if view is None else view.name, changed=view is not None and self._differs(view)
        )

    def _differs(self, view: View) -> bool:
        now, fits = self._view.layout_of_columns, views.fitting(self._spec, view.layout)
        rows = (self._bar.words(), dict(self._bar.filters()))
        return rows != (view.words, dict(view.filters)) or now != fits

    def _command(self, text: str, icon: str, keys: str, does: Callable[[], None]) -> QAction:
        made = QAction(text, self)
        icons.put(made, icon)
        made.setShortcut(QKeySequence(keys))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(does)
        self._owner.addAction(made)
        return made

    def commands(self) -> Sequence[QAction]:
        """The commands for the page's menu."""
        return (self.views, self.columns)
