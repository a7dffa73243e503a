"""The part of Rapporten that makes reports: the form, what would stay behind, the file itself.

What would go is looked at each time the choice changes: in a moment for most rounds, when asked for
a large one. What is said afterwards goes out as messages.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.reports.choices import Choice
from samen_desktop.core.reports.holding import Held
from samen_desktop.gui.bridge import Bridge, Ticket
from samen_desktop.gui.page import Place
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.section import Section

from . import work
from .choice_bar import ChoiceBar
from .errands import Errands
from .foreseen import ForeseenPane
from .order_form import OrderForm

if TYPE_CHECKING:
    from .work import Foreseen, HandedOut, Order

_REST_MS = 200
_UNNAMED = Path("report")


class ReportsPart(QWidget):
    """The part.

    Signals: `made(HandedOut, bool)` once a file is there, with whether it was recorded;
    `refused(KnownError)`; `told(str)` for a sentence; `go_requested(Place)`.
    """

    made = Signal(object, bool)
    refused = Signal(object)
    told = Signal(str)
    go_requested = Signal(object)

    def __init__(
        self, bridge: Bridge, settings: Settings, errands: Errands, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._errands = errands
        self._looking: Ticket | None = None
        self.form = OrderForm(settings, self)
        self.kept = ChoiceBar(self)
        self.foreseen = ForeseenPane(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.look)
        make = button(self.tr("Make the report"), "primary", "file-text", "Ctrl+Enter", self)
        make.clicked.connect(self.make)
        self._lay_out(make)
        self.form.changed.connect(self._on_changed)
        self.kept.taken.connect(self._on_taken)
        self.kept.keep_requested.connect(self._on_keep)
        self.kept.forget_requested.connect(self._on_forget)
        self.foreseen.go_requested.connect(self._on_go)
        self.foreseen.confirm_requested.connect(self._on_confirm)
        self.foreseen.look_requested.connect(self._on_look_wished)

    def arrive(self) -> None:
        """Be shown: what can be chosen is read anew."""
        self._suggest()
        self._bridge.read(work.filter_terms, self.form.show_terms)
        self._bridge.read(work.choices, self.kept.show_choices)
        self.look()

    def choose(self, report: str) -> None:
        """Let this report stand in the form, with all else as it stands there."""
        self.form.show_choice(replace(self.form.choice(), report=report, columns=()))
        self._on_changed()

    def stand(self, *, beside: bool) -> None:
        """Form and what stays behind beside each other, or below where there is no room."""
        how = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(how)
        self._sides.setSpacing(44 if beside else Measure.BLOCK)

    def hear(self) -> None:
        """Something changed in the round; looked at once that rests."""
        self._rest.start()

    @Slot()
    def make(self) -> None:
        """Make the file that stands in the form."""
        try:
            order = work.order_of(self.form.choice(), self.form.place.path())
        except KnownError as error:
            self.refused.emit(error)
            return
        self._errands.hand_out(order, self._on_made, self.refused.emit)

    @Slot()
    def look(self) -> None:
        """See what would go and what would stay."""
        self._rest.stop()
        if self._looking is not None:
            self._looking.drop()
        if self._bridge.facts is None:
            return
        order = self._order()
        if order is not None:
            self._looking = self._bridge.read(work.foreseeing_here(order), self._on_looked)

    def _order(self) -> Order | None:
        """The order for looking ahead; nobody needs a place for that."""
        choice = self.form.choice()
        try:
            return work.order_of(choice, _UNNAMED.with_suffix(choice.suffix))
        except KnownError as error:
            self.refused.emit(error)
            return None

    def _lay_out(self, make: QWidget) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(Section(self.tr("Make a report"), self, large=True))
        left.addWidget(self.kept)
        left.addWidget(self.form)
        left.addWidget(make, 0, Qt.AlignmentFlag.AlignRight)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.foreseen)
        right.addStretch(1)
        self._sides = QHBoxLayout(self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.addLayout(left, 1)
        self._sides.addLayout(right, 1)
        self.stand(beside=True)

    def _suggest(self) -> None:
        facts = self._bridge.facts
        if facts is not None:
            self.form.suggest(facts.path.parent, facts.path.stem)

    def _on_looked(self, found: Foreseen | None) -> None:
        if found is None:
            self.foreseen.offer()
        else:
            self.form.show_columns(found.columns)
            self.foreseen.show_foreseen(found)

    def _on_made(self, handed: HandedOut, recorded: bool) -> None:  # noqa: FBT001 - an answer
        self.made.emit(handed, recorded)

    @Slot()
    def _on_changed(self) -> None:
        self._suggest()
        self._rest.start()

    @Slot()
    def _on_look_wished(self) -> None:
        order = self._order()
        if order is not None:
            self._errands.foresee(order, self._on_looked, self.refused.emit)

    @Slot(object)
    def _on_taken(self, choice: Choice) -> None:
        self.form.show_choice(choice)
        self._on_changed()

    @Slot(str)
    def _on_keep(self, name: str) -> None:
        keeping = work.keeping(replace(self.form.choice(), name=name))
        self._bridge.write(keeping, self._on_kept, self.refused.emit)

    def _on_kept(self, choice: Choice) -> None:
        self.told.emit(self.tr("The choice {name} is kept.").format(name=choice.name))
        self._bridge.read(work.choices, self.kept.show_choices)

    @Slot(str)
    def _on_forget(self, name: str) -> None:
        forgetting = work.forgetting(name)
        self._bridge.write(forgetting, self._on_forgotten, self.refused.emit)

    def _on_forgotten(self, _: object) -> None:
        self._bridge.read(work.choices, self.kept.show_choices)

    @Slot(object)
    def _on_go(self, held: Held) -> None:
        self._bridge.read(work.finding(held.kind, held.code), partial(self._go, held))

    def _go(self, held: Held, record: bytes | None) -> None:
        self.go_requested.emit(Place(KINDS[held.kind].plural, record=record))

    @Slot(object)
    def _on_confirm(self, held: Held) -> None:
        confirming = work.confirming(held.kind, held.code)
        self._bridge.write(confirming, self._on_confirmed, self.refused.emit)

    def _on_confirmed(self, _: bool) -> None:  # noqa: FBT001 - an answer
        self.look()
