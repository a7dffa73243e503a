"""The form for a report: which one, in what edition, format and language, of which part, for whom.

It holds a choice and says when that changed; making the file is for the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from samen_desktop.core.reports.catalogue import REPORTS
from samen_desktop.core.reports.choices import Choice
from samen_desktop.core.reports.editions import DEFAULT, EDITIONS
from samen_desktop.core.reports.filters import Filters
from samen_desktop.gui import language
from samen_desktop.gui.settings import Settings
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.filter_button import Choice as Column
from samen_desktop.gui.widgets.filter_button import FilterButton
from samen_desktop.gui.widgets.labels import form_label, label
from samen_desktop.gui.widgets.segments import Segments
from samen_desktop.gui.widgets.term_box import TermBox

from .place_form import PlaceForm

if TYPE_CHECKING:
    from .work import FilterTerms

_EXCEL, _WORD = ".xlsx", ".docx"
_INTERN = "intern"
_LONGEST = 60


class OrderForm(QWidget):
    """The form. Signals: `changed()` when a person chose another report, part or edition."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = TermBox(self.tr("Report"), self)
        self._report.set_terms(
            [(each.name, language.say(each.words)) for each in REPORTS.values()], empty=None
        )
        self._report.set_code("nota")
        self._edition = Segments(
            self.tr("Edition"),
            [(code, language.say(each.words)) for code, each in reversed(EDITIONS.items())],
            self,
        )
        self._edition.choose(DEFAULT.code)
        self._format = Segments(self.tr("Format"), [(_EXCEL, "Excel"), (_WORD, "Word")], self)
        self._language = Segments(
            self.tr("Language"), [("nl", "Nederlands"), ("en", "English")], self
        )
        self._language.choose(language.current())
        self._phase = TermBox(self.tr("Phase"), self)
        self._theme = TermBox(self.tr("Theme"), self)
        self._session = TermBox(self.tr("Session"), self)
        self._columns = FilterButton("columns", self.tr("Columns"), self)
        self._recipient = QLineEdit(self)
        self._recipient.setMaxLength(_LONGEST)
        self._recipient.setAccessibleName(self.tr("For (function)"))
        self.place = PlaceForm(
            settings,
            self.tr("Save the report"),
            self.tr("Excel workbook (*.xlsx);;Word document (*.docx)"),
            _EXCEL,
            self,
        )
        self._note = label("", "secondary", self, wrapped=True)
        self._lay_out()
        for box in (self._report, self._phase, self._theme, self._session):
            box.code_changed.connect(self._on_chosen)
        for segments in (self._edition, self._format, self._language):
            segments.chosen_changed.connect(self._on_chosen)
        self._columns.chosen_changed.connect(self._on_chosen)
        self._show_state()

    def choice(self) -> Choice:
        """What stands in the form."""
        return Choice(
            report=self._report.code(),
            edition=self._edition.chosen(),
            suffix=self._format.chosen(),
            language=self._language.chosen(),
            filters=Filters(self._phase.code(), self._theme.code(), self._session.code()),
            recipient=self._recipient.text().strip(),
            columns=tuple(sorted(self._columns.chosen)),
        )

    def show_choice(self, choice: Choice) -> None:
        """Put a choice into the form; nothing is told."""
        self._report.set_code(choice.report if choice.report in REPORTS else "nota")
        if choice.edition in EDITIONS:
            self._edition.choose(choice.edition)
        if choice.suffix in (_EXCEL, _WORD):
            self._format.choose(choice.suffix)
        if choice.language in ("nl", "en"):
            self._language.choose(choice.language)
        self._phase.set_code(choice.filters.phase)
        self._theme.set_code(choice.filters.theme)
        self._session.set_code(choice.filters.session)
        self._recipient.setText(choice.recipient)
        self._columns.set_chosen(frozenset(choice.columns))
        self._show_state()

    def show_terms(self, terms: FilterTerms) -> None:
        """What can be filtered on."""
        self._phase.set_terms(terms.phases, empty=self.tr("all phases"))
        self._theme.set_terms(terms.themes, empty=self.tr("all themes"))
        self._session.set_terms(terms.sessions, empty=self.tr("all sessions"))

    def show_columns(self, columns: Sequence[tuple[str, str]]) -> None:
        """Which columns the list of this report has."""
        self._columns.set_choices([Column(code, text) for code, text in columns])
        self._columns.setEnabled(bool(columns))

    def suggest(self, folder: Path, stem: str) -> None:
        """A name beside the round, where nobody typed one."""
        choice = self.choice()
        name = language.say(REPORTS[choice.report].words)
        part = f" {choice.filters.session}" if choice.filters.session else ""
        file = f"{stem} {name}{part} {choice.edition}{choice.suffix}"
        self.place.suggest(folder / file)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Measure.GRID)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 96)
        grid.setColumnStretch(1, 1)
        part = QHBoxLayout()
        part.setSpacing(Measure.GRID)
        for box in (self._phase, self._theme, self._session):
            part.addWidget(box, 1)
        form = QHBoxLayout()
        form.setSpacing(12)
        form.addWidget(self._format)
        form.addWidget(self._language)
        form.addWidget(self._columns)
        form.addStretch(1)
        rows: tuple[tuple[str, QWidget, QWidget | QHBoxLayout], ...] = (
            (self.tr("Report"), self._report, self._report),
            (self.tr("Edition"), self._edition, self._edition),
            (self.tr("Format"), self._format, form),
            (self.tr("Phase, theme, session"), self._phase, part),
            (self.tr("For (function)"), self._recipient, self._recipient),
            (self.tr("Save as"), self.place, self.place),
        )
        for at, (words, buddy, what) in enumerate(rows):
            grid.addWidget(form_label(words, buddy, self), at, 0)
            if isinstance(what, QHBoxLayout):
                grid.addLayout(what, at, 1)
            else:
                grid.addWidget(what, at, 1)
        grid.addWidget(self._note, len(rows), 1)

    def _show_state(self) -> None:
        """What goes together: some reports are no text, one is for inside only."""
        report = REPORTS[self._report.code()]
        if not report.document:
            self._format.choose(_EXCEL)
        self._format.setEnabled(report.document)
        if report.internal:
            self._edition.choose(_INTERN)
        self._edition.setEnabled(not report.internal)
        self.place.set_suffix(self._format.chosen())
        edition = EDITIONS[self._edition.chosen()]
        self._note.setText(self.tr("Left out: {what}").format(what=language.say(edition.left_out)))

    @Slot()
    def _on_chosen(self) -> None:
        self._show_state()
        self.changed.emit()
