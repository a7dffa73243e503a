"""One list as people use it: filter bar, table, strip, detail beside it, form in its place.

Made per kind from `core.lists`; several of them stand behind the tabs of a page.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from samen_desktop.core.fields import Scalar
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import DELETED, ListSpec
from samen_desktop.gui import icons, language
from samen_desktop.gui.bridge import Bridge, Changes, Ticket
from samen_desktop.gui.forms.editors import offers_choices
from samen_desktop.gui.forms.form import Form
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.empty_state import EmptyState
from samen_desktop.gui.widgets.labels import label
from samen_desktop.gui.widgets.section import Hairline

from . import work
from .arrangement import Arrangement
from .beside import NARROW_LIST, Beside
from .cell_editor import CellEditing
from .detail import DetailPane
from .empty_words import empty_words
from .filter_bar import FilterBar
from .model import RecordsModel
from .row_commands import RowCommands
from .step_buttons import StepButtons
from .strip import SelectionStrip
from .view import RecordsView
from .work import Told

_DETAIL_AFTER = 120
_FOLDED = 780
"""Pixels under which a form that stands beside its list has no room there."""


class ListPane(QWidget):
    """A list with all that belongs to it.

    Signals: `go_requested(Place)`, `message_posted(Message)`; `form_shown(bool)` when the form
    takes the place of the list or gives it back.
    """

    go_requested = Signal(object)
    message_posted = Signal(object)
    form_shown = Signal(bool)

    def __init__(
        self, bridge: Bridge, settings: Settings, spec: ListSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self._bridge = bridge
        self._settings = settings
        self._place = f"list/{spec.kind}"
        self._with_form = spec.kind == "stakeholder"
        self._folded = False
        self._stale = True
        self._filter_empties = False
        self._wanted: bytes | None = None
        self._told: Ticket | None = None
        self._told_of: bytes | None = None
        self.model = RecordsModel(bridge, spec, self)
        self.view = RecordsView(self.model, language.say(spec.words), self)
        self.bar = FilterBar(bridge, spec, self._hint(), self)
        self.arrangement = Arrangement(bridge, settings, spec, self.view, self.bar, self)
        self.cells = CellEditing(bridge, spec, self.view)
        self.commands = RowCommands(bridge, spec, self.view, self)
        self.strip = SelectionStrip(spec, self._in_strip(), self)
        self.detail = DetailPane(self)
        self.detail.editable = spec.kind != DELETED
        self.form: Form | None = None
        self.new = self._new_command()
        self._detail_timer = QTimer(self)
        self._detail_timer.setSingleShot(True)
        self._detail_timer.setInterval(_DETAIL_AFTER)
        self._detail_timer.timeout.connect(self._ask_detail)
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.timeout.connect(self.search_now)
        self._build()
        self._connect()
        self._remember()

    # What others call.

    def arrive(self, place: Place) -> None:
        """Show what a place names: filters, words, a record."""
        self._wanted = place.record
        filled = bool(place.filters or place.words)
        if filled or place.record is not None:
            self.bar.fill(place.words, place.filters)
            self._stale = True
        self.arrangement.look(plain=not filled and place.record is None)
        self.show_list()
        if self._stale:
            self.search_now()
        else:
            self._go_to_wanted()

    def keep_typed(self) -> None:
        """Have what is half typed in the form kept now."""
        if self.form is not None:
            self.form.keep_typed()

    def hear(self, changes: Changes) -> None:
        """Look again where something changed that stands here."""
        if changes.everything:
            self._stale = True
            self.arrangement.forget()
            self.model.show(self.arrangement.query())
        elif changes.touch(self.spec.kind, *work.SHOWS[self.spec.kind]):
            if self.isVisible():
                self.model.refresh()
                self._told_of = None
                self._detail_timer.start()
                if self.form is not None and self.form.isVisible():
                    self.form.refresh()
            else:
                self._stale = True

    def open_form(self, record: bytes | None, presets: Mapping[str, Scalar] | None = None) -> None:
        """Open a record's form, or an empty one."""
        if self.spec.kind == DELETED:
            return
        form = self._form()
        self._form_page.show()
        form.open(record, presets)
        if not self._form_beside:
            self._stack.setCurrentWidget(self._form_page)
            self.form_shown.emit(True)
        form.focus_first()

    @Slot()
    def show_list(self) -> None:
        """Give the list its place back, after a form or a question."""
        if self._stack.currentIndex() != 0:
            page = self._stack.currentWidget()
            self._stack.setCurrentIndex(0)
            if page is not None and page is not self._form_page:
                self._stack.removeWidget(page)
                page.deleteLater()
            self.form_shown.emit(False)
        self.view.setFocus()

    @Slot()
    def search_now(self) -> None:
        """Ask for the rows of what the bar says."""
        self._stale = False
        self._search_timer.stop()
        self.model.show(self.arrangement.query())

    def focus_search(self) -> None:
        """Go to the search field."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    def put_below_list(self, bar: QWidget) -> None:
        """Give something a place under the list, with its strip."""
        self._below.addWidget(bar)

    def title_of_form(self) -> str:
        """What the page is called while a form stands here."""
        return self._form_title.text()

    # How it is put together.

    def _in_strip(self) -> list[QAction]:
        """Commands under the list: beside a form it is too narrow for all."""
        offered = self.commands.offered()
        return [each for each in offered if not self._with_form or each is not self.commands.copy]

    def _hint(self) -> str:
        return self.tr("search in %1…").replace("%1", language.say(self.spec.words).lower())

    def _new_command(self) -> QAction:
        made = QAction(language.say(self.spec.new), self)
        icons.put(made, "plus")
        made.setShortcut(QKeySequence("Ctrl+N"))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(self._on_new)
        if self.spec.kind != DELETED:
            self.addAction(made)
        return made

    def _build(self) -> None:
        self._empty = EmptyState("", parent=self)
        self._form_page = self._page_of_form()
        self._left = QStackedWidget(self)
        self._left.addWidget(self.view)
        self._left.addWidget(self._empty)
        left = QWidget(self)
        column = self._below = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._left, 1)
        column.addWidget(Hairline(left))
        column.addWidget(self.strip)
        self.strip.show_count(0)
        self._split = self._beside(left)
        front = QWidget(self)
        whole = QVBoxLayout(front)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(Hairline(front))
        whole.addWidget(self._split, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(front)
        if not self._with_form:
            self._stack.addWidget(self._form_page)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _beside(self, left: QWidget) -> Beside:
        """The list and, beside it, the detail or the form."""
        if self._with_form:
            self._form().back.hide()
            self.detail.hide()
            left.setMinimumWidth(max(NARROW_LIST, self._strip_width()))
        right = self._form_page if self._with_form else self.detail
        return Beside(left, right, form=self._with_form, parent=self)

    @property
    def _form_beside(self) -> bool:
        return self._with_form and not self._folded

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        folded = self._with_form and self.width() < _FOLDED
        if folded != self._folded:
            self._fold(folded=folded)

    def _fold(self, *, folded: bool) -> None:
        """Beside its list a form needs room; where there is none it takes the list's place."""
        self._folded = folded
        self._form().back.setVisible(folded)
        if folded:
            self._stack.addWidget(self._form_page)
        else:
            self.show_list()
            self._split.hold(self._form_page)
            self._form_page.show()
            self._told_of = None
            self._detail_timer.start()

    def _strip_width(self) -> int:
        """What the strip needs when all rows of a large round are chosen."""
        self.strip.show_count(9999)
        wide = self.strip.minimumSizeHint().width()
        self.strip.show_count(0)
        return wide

    def _page_of_form(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._form_title = label("", "code", page, elided=True)
        line = QHBoxLayout()
        line.setContentsMargins(Measure.MARGIN, 8, Measure.MARGIN, 0)
        line.addWidget(self._form_title, 1)
        self._steps = StepButtons(page)
        self._steps.stepped.connect(self.step)
        line.addWidget(self._steps)
        column.addLayout(line)
        return page

    def _form(self) -> Form:
        """The form, made when it is first wanted."""
        if self.form is None:
            self.form = Form(self._bridge, self.spec.kind, self)
            self.form.saved.connect(self._on_form_saved)
            self.commands.erased.connect(self.form.show_again)
            self.form.left.connect(self.show_list)
            self.form.message_posted.connect(self.message_posted)
            self.form.go_requested.connect(self.go_requested)
            self.form.titled.connect(self._form_titled)
            self.form.take_back_requested.connect(self.commands.take_back)
            layout = self._form_page.layout()
            if layout is not None:
                layout.addWidget(self.form)
        return self.form

    def _connect(self) -> None:
        self.bar.changed.connect(self._on_filter_changed)
        self.arrangement.rearranged.connect(self.search_now)
        self.bar.left_down.connect(self._on_left_down)
        self.model.counted.connect(self._on_counted)
        self.model.settled.connect(self._on_settled)
        self.view.opened.connect(self._on_opened)
        self.cells.message_posted.connect(self.message_posted)
        self.view.escaped.connect(self._on_escaped)
        self.view.typed.connect(self._on_typed)
        self.view.current_changed.connect(self._on_current_changed)
        self.view.selection_changed.connect(self.strip.show_count)
        self.strip.field_wanted.connect(self._on_field_wanted)
        self.strip.set_requested.connect(self.commands.set_field)
        self.strip.left.connect(self.view.setFocus)
        self.commands.message_posted.connect(self.message_posted)
        self.commands.go_requested.connect(self.go_requested)
        self.commands.page_shown.connect(self._on_page_shown)
        self.commands.page_done.connect(self.show_list)
        self.detail.step_requested.connect(self.step)
        self.detail.go_requested.connect(self.go_requested)
        self.detail.choose_requested.connect(self._on_choose_requested)
        self.detail.take_back_requested.connect(self.commands.take_back)
        self.detail.edit_requested.connect(self._on_edit_requested)
        self._empty.chosen.connect(self._on_empty_chosen)

    def _remember(self) -> None:
        self._split.put_back(self._settings.state(self._place, "split"))
        self._split.splitterMoved.connect(self._on_split)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale and self._bridge.facts is not None:
            self.arrangement.look(plain=True)
            self.search_now()

    # What happens.

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next or previous row, within the filter."""
        self.view.go_to(self.view.currentIndex().row() + by)
        row = self.model.row_at(self.view.currentIndex().row())
        if self._stack.currentIndex() != 0 and self.form is not None and row is not None:
            self.form.open(row.id)

    @Slot()
    def _on_filter_changed(self) -> None:
        # A single letter means nearly every row: it waits for the next key.
        if len(self.bar.words()) == 1:
            self._search_timer.start(250)
        else:
            self.search_now()

    @Slot()
    def _on_left_down(self) -> None:
        if self.view.currentIndex().row() < 0:
            self.view.go_to(0)
        self.view.setFocus()

    @Slot(int, int, bool)
    def _on_counted(self, shown: int, everything: int, exact: bool) -> None:  # noqa: FBT001 - Qt
        self.bar.show_count(shown, everything, exact=exact)
        if shown or not exact:
            self._left.setCurrentIndex(0)
            if self._form_beside:
                self._form_page.show()
        else:
            self._show_empty(everything)
            self.strip.show_count(0)
            if self._form_beside and not self._form().touched():
                self._form_page.hide()
            self.detail.show_nothing(rows=False)
            self._told_of = None

    def _show_empty(self, everything: int) -> None:
        self._filter_empties = self.model.query.narrowed and everything > 0
        hidden = self.tr("%n without filter.", "", everything) if self._filter_empties else ""
        words = empty_words(self.spec, hidden)
        self._empty.show_state(words.text, words.hint, words.action, words.keys, met=words.met)
        self._left.setCurrentIndex(1)

    @Slot()
    def _on_settled(self) -> None:
        if self._wanted is not None:
            self._go_to_wanted()
        elif self.view.currentIndex().row() < 0 and self.model.rowCount():
            self.view.go_to(0)

    def _go_to_wanted(self) -> None:
        if self._wanted is not None:
            self._bridge.read(work.key_of(self.spec.kind, self._wanted), self._on_key_found)

    def _on_key_found(self, key: int | None) -> None:
        at = -1 if key is None else self.model.find(key)
        if at >= 0:
            self._wanted = None
            self.view.go_to(at)

    @Slot(int)
    def _on_opened(self, key: int) -> None:
        row = self.model.row_at(self.model.find(key))
        if row is not None and row.id:
            self.open_form(row.id)

    @Slot()
    def _on_edit_requested(self) -> None:
        key = self.view.current_key()
        if key is not None:
            self._on_opened(key)

    @Slot(str)
    def _on_field_wanted(self, name: str) -> None:
        field = KINDS[self.spec.kind].field(name)
        if offers_choices(field):
            asked = work.choices(field, language.current())
            self._bridge.read(asked, partial(self.strip.open_editor, name))
        else:
            self.strip.open_editor(name, [])

    @Slot()
    def _on_escaped(self) -> None:
        if self.bar.words():
            self.bar.search.clear()
        else:
            self.view.clearSelection()

    @Slot(str)
    def _on_typed(self, letters: str) -> None:
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.insert(letters)

    @Slot(object)
    def _on_current_changed(self, _: object) -> None:
        self._detail_timer.start()

    @Slot()
    def _ask_detail(self) -> None:
        row = self.model.row_at(self.view.currentIndex().row())
        if row is None or not row.id or row.id == self._told_of:
            return
        self._told_of = row.id
        if self._told is not None:
            self._told.drop()
        if self._with_form:
            if self._form_beside and self.form is not None and self.form.record != row.id:
                self.form.open(row.id)
            return
        self._told = self._bridge.read(work.told(row.id, language.current()), self._on_told)

    def _on_told(self, told: Told) -> None:
        self.detail.show_record(told)

    def _on_choose_requested(self, record: bytes, name: str, value: object) -> None:
        scalar = value if isinstance(value, str | int) else None
        self._bridge.write(work.choose(record, name, scalar))

    def show_page(self, page: QWidget) -> None:
        """Let a question have the whole pane, until `show_list`."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    @Slot(object)
    def _on_page_shown(self, page: QWidget) -> None:
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    @Slot()
    def _on_new(self) -> None:
        self.open_form(None)

    @Slot()
    def _on_empty_chosen(self) -> None:
        if self._filter_empties:
            self.bar.clear()
        else:
            self._on_new()

    @Slot(bytes)
    def _on_form_saved(self, record: bytes) -> None:
        self._wanted = record
        if not self._form_beside:
            self.show_list()
        self._go_to_wanted()

    @Slot(str)
    def _form_titled(self, title: str) -> None:
        self._form_title.setText(title)
        # What is new has no next one.
        self._steps.setVisible(self.form is not None and self.form.record is not None)

    @Slot()
    def _on_split(self) -> None:
        if not self._split.stacked:
            self._settings.keep_state(self._place, "split", self._split.saveState())
