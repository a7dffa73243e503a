"""Who took part in a session: one line per organisation or group, edited in a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from samen_desktop.core.fields import Field, Scalar
from samen_desktop.core.kinds import split_field
from samen_desktop.core.words import Words
from samen_desktop.gui import language
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import Button, button
from samen_desktop.gui.widgets.labels import Label, label
from samen_desktop.gui.widgets.term_box import TermBox

from .editors import AnyEditor, ChoiceEditor, LineEditor, editor_of

_PARTY = Words("Partij", "Party")
_WIDTHS = {"invited": 84, "present": 84, "age": 128, "consent": 148}
_LEAST = 64


class _Line:
    """The editors of one party."""

    def __init__(self, party: str, name: Label, editors: dict[str, AnyEditor], out: Button) -> None:
        self.party = party
        self.name = name
        self.editors = editors
        self.out = out

    def widgets(self) -> list[QWidget]:
        return [self.name, *self.editors.values(), self.out]


class AttendanceTable(QWidget):
    """The table. Signals: `edited()`."""

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self._was: dict[str, Scalar] = {}
        self._lines: dict[str, _Line] = {}
        self._choices: dict[str, list[tuple[str, str]]] = {}
        self._parties: dict[str, str] = {}
        self._titles: list[Label] = []
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Measure.GRID)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(len(field.parts), 3)
        for at, words in enumerate([_PARTY, *(part.words for part in field.parts)]):
            title = label(language.say(words), "secondary", self, elided=True)
            self._titles.append(title)
            self._grid.addWidget(title, 0, at)
        self._add = TermBox(self.tr("Add a party"), self)
        self._add.code_changed.connect(self._on_added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Measure.GRID)
        column.addLayout(self._grid)
        column.addWidget(self._add)

    def set_choices(
        self,
        parties: Sequence[tuple[str, str]],
        terms: Mapping[str, list[tuple[str, str]]],
    ) -> None:
        """Who can be added, and the terms of the parts by their names."""
        self._parties = dict(parties)
        self._choices = dict(terms)
        self._offer()

    def show_values(self, values: Mapping[str, Scalar], labels: Mapping[str, str]) -> None:
        """Show the lines that stand."""
        for line in list(self._lines.values()):
            self._drop(line)
        self._was = {
            name: value for name, value in values.items() if split_field(name)[0] == "attendance"
        }
        self._parties = {**labels, **self._parties}
        for party in dict.fromkeys(split_field(name)[1] for name in self._was):
            self._add_line(party)
        self._offer()

    def changes(self) -> dict[str, Scalar]:
        """What has to be written, by log field name. Raises NotAValueError."""
        now: dict[str, Scalar] = {}
        for party, line in self._lines.items():
            for part, editor in line.editors.items():
                value = editor.value()
                if value is not None:
                    now[f"attendance/{party}/{part}"] = value
        gone: dict[str, Scalar] = {name: None for name in self._was if name not in now}
        return {**gone, **{name: v for name, v in now.items() if self._was.get(name) != v}}

    def texts(self) -> dict[str, dict[str, object]]:
        """What stands in all lines, for a draft."""
        return {
            party: {part: editor.raw() for part, editor in line.editors.items()}
            for party, line in self._lines.items()
        }

    def put_back(self, texts: Mapping[str, object]) -> None:
        """Put the lines of a draft back; lines it does not name were taken out."""
        for party in [party for party in self._lines if party not in texts]:
            self._drop(self._lines[party])
        for party, parts in texts.items():
            line = self._lines.get(party) or self._add_line(party)
            for part, raw in parts.items() if isinstance(parts, dict) else ():
                if part in line.editors:
                    line.editors[part].put_raw(raw)
        self._offer()

    def _add_line(self, party: str) -> _Line:
        row = self._grid.rowCount()
        name = label(self._parties.get(party, party), "body", self, elided=True)
        editors: dict[str, AnyEditor] = {}
        for at, part in enumerate(self._field.parts, start=1):
            editor = editor_of(part, self)
            named = f"{language.say(part.words)}, {self._parties.get(party, party)}"
            editor.setAccessibleName(named)
            if isinstance(editor, ChoiceEditor):
                editor.set_choices(self._choices.get(part.name, []))
            elif not isinstance(editor, LineEditor):
                editor.setMaximumHeight(Measure.FIELD + 20)
                editor.setMinimumHeight(Measure.FIELD)
            if part.name in _WIDTHS:
                editor.setMinimumWidth(_LEAST)
                editor.setMaximumWidth(_WIDTHS[part.name])
            editor.show_value(self._was.get(f"attendance/{party}/{part.name}"))
            editor.edited.connect(self.edited)
            self._grid.addWidget(editor, row, at)
            editors[part.name] = editor
        out = button("", "flat", "x", parent=self)
        out.setAccessibleName(self.tr("Take out %1").replace("%1", name.text()))
        out.clicked.connect(partial(self._on_taken_out, party))
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(out, row, len(self._field.parts) + 1)
        line = self._lines[party] = _Line(party, name, editors, out)
        return line

    def _drop(self, line: _Line) -> None:
        del self._lines[line.party]
        for widget in line.widgets():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _offer(self) -> None:
        for title in self._titles:
            title.setVisible(bool(self._lines))
        known = [(code, text) for code, text in self._parties.items() if code not in self._lines]
        self._add.set_terms(known, empty=self.tr("+ add a party"))
        self._add.set_code("")

    @Slot(str)
    def _on_added(self, party: str) -> None:
        if party:
            line = self._add_line(party)
            self._offer()
            line.editors["invited"].setFocus()
            self.edited.emit()

    def _on_taken_out(self, party: str) -> None:
        self._drop(self._lines[party])
        self._offer()
        self._add.setFocus()
        self.edited.emit()
