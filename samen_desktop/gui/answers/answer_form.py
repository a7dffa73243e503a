"""The fields of an answer: what stands in them, what is owed beside each while a person types.

Nothing is written here: who owns the form hears `changed` for a field that is done and `typed` at
each key. When an answer is right is for `core.answers`, plain words for `core.plain_language`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core import answers
from samen_desktop.core.checks import NotAValueError
from samen_desktop.core.desk import Chosen
from samen_desktop.core.fields import Field, Scalar
from samen_desktop.core.plain_language import judge
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.watching.watch import Warned, Watch
from samen_desktop.gui.widgets.states import set_state

from .choice_line import ChoiceLine
from .choice_rows import LineChoice
from .field_head import FieldHead
from .status_box import AnswerBox, StatusBox
from .text_field import GrowingText
from .work import Told

_FIELDS: Mapping[str, Field] = {
    each.name: each for each in (*answers.ANSWER_FIELDS, answers.HANDLER)
}
STATUS, LEADS, PLACE, HANDLER = "answer/status", "answer/leads_to_change", "answer/place", "handler"
TEXT, REASON, CHANGE, WAS = "answer/text", "answer/reason", "answer/change", "answer/was"
_LINES = {TEXT: (4, 14), REASON: (2, 8), CHANGE: (1, 8), WAS: (1, 8)}
_NOT_SAVED = "\0"
"""Stands for what is saved of a field while that is not known: no value is equal to it."""
NAMES = (STATUS, LEADS, TEXT, REASON, WAS, CHANGE, PLACE, HANDLER)
"""Fields of the form, in the order in which Tab goes by them."""


class AnswerForm(QWidget):
    """The form. Signals: `typed(str)` and `changed(str)` with the name of a field."""

    typed = Signal(str)
    changed = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self._base: dict[str, Scalar] = {}
        self._texts: dict[str, GrowingText] = {}
        self._heads: dict[str, FieldHead] = {}
        self._problems: dict[str, str] = {}
        self._lacking: dict[str, str] = {}
        self._offered: list[tuple[str, str]] = []
        self._shown_statuses: list[tuple[str, str]] = []
        self._shown_chapters: list[Chosen] | None = None
        self._shown_leads: list[tuple[str, str]] | None = None
        self._watch = Watch.of(bridge)
        self.status = StatusBox(language.say(_FIELDS[STATUS].words), self)
        self.leads = AnswerBox(language.say(_FIELDS[LEADS].words), self)
        self.place = ChoiceLine(language.say(_FIELDS[PLACE].words), self)
        self.handler = ChoiceLine(language.say(_FIELDS[HANDLER].words), self, free=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._lay_out()
        for name, box in ((STATUS, self.status), (LEADS, self.leads)):
            box.stepped.connect(partial(self._on_typed, name))
            box.left.connect(partial(self._on_left, name))
        for name, line in ((PLACE, self.place), (HANDLER, self.handler)):
            line.typed.connect(partial(self._on_typed, name))
            line.left.connect(partial(self._on_left, name))

    # what others ask

    def show_told(self, told: Told, *, other: bool) -> None:
        """Show an item; of the same one (not `other`) what is being typed stays as it is."""
        before, self._base = self._base, dict(told.item.values)
        if other:
            self._problems.clear()
        self._offered = told.leads
        if told.statuses != self._shown_statuses:
            self._shown_statuses = told.statuses
            self.status.set_terms(told.statuses, empty=None)
        if told.chapters != self._shown_chapters:
            self._show_chapters(told.chapters)
        self.handler.set_choices([LineChoice(each, "", each) for each in told.handlers])
        for name in NAMES:
            if other or not self._is_dirty(name, before):
                self._put(name, told)
        self.judge()

    def _show_chapters(self, chapters: list[Chosen]) -> None:
        self._shown_chapters = chapters
        self.place.set_choices(
            [
                LineChoice(each.id, each.number, each.title, self._before(each.before))
                for each in chapters
            ]
        )
        self.place.setPlaceholderText(
            "" if chapters else self.tr("no plan yet: read in a version of the plan")
        )

    def put_typed(self, typed: Mapping[str, str]) -> list[str]:
        """Put back what was half typed; returns the fields where that says anything new."""
        back = []
        for name, text in typed.items():
            if name in self._texts and text != self._texts[name].text():
                self._texts[name].put(text)
                back.append(name)
            elif name in (STATUS, LEADS) and text:
                (self.status if name == STATUS else self.leads).set_code(text)
                back.append(name)
            elif name == PLACE and text:
                self.place.put_typed(text)
                back.append(name)
            elif name == HANDLER and text != (self.handler.value() or ""):
                self.handler.put_typed(text)
                back.append(name)
        if back:
            self.judge()
        return back

    def values(self) -> dict[str, Scalar]:
        """The answer as it stands in the form, also what is not saved yet."""
        return {name: self._value(name) for name in NAMES}

    def changes(self) -> dict[str, Scalar]:
        """Fields that differ from what is saved and can be: what is wrong says so beside it."""
        return {
            name: self._value(name)
            for name in NAMES
            if self._is_dirty(name, self._base) and not self._problem(name)
        }

    def saved(self, changes: Mapping[str, Scalar]) -> None:
        """These were handed over to be written."""
        self._base.update(changes)

    def not_saved(self, changes: Mapping[str, Scalar]) -> None:
        """These did not reach the disk: they count as changed again."""
        self._base.update(dict.fromkeys(changes, _NOT_SAVED))

    def text_of(self, name: str) -> str:
        """What stands in a field as it was typed."""
        if name in self._texts:
            return self._texts[name].text()
        if name in (STATUS, LEADS):
            return (self.status if name == STATUS else self.leads).code()
        return self.place.text() if name == PLACE else self.handler.text()

    def lacking(self) -> Mapping[str, str]:
        """What keeps this from being approved, by field, in words; as it was judged last."""
        return self._lacking

    def widget(self, name: str) -> QWidget:
        """The editor of a field. Raises KeyError."""
        lines: Mapping[str, QWidget] = {
            STATUS: self.status,
            LEADS: self.leads,
            PLACE: self.place,
            HANDLER: self.handler,
            **self._texts,
        }
        return lines[name]

    def text_field(self, name: str) -> GrowingText:
        """The editor of a text. Raises KeyError."""
        return self._texts[name]

    def head(self, name: str) -> FieldHead:
        """The line above a field. Raises KeyError."""
        return self._heads[name]

    @Slot()
    def judge(self) -> None:
        """Say beside each field what is owed, met or worth a thought."""
        values = self.values()
        missing = {name: language.say(words) for name, words in answers.missing(values).items()}
        lacking = self._lacking = missing | self._problems
        status = self.status.code()
        derived = answers.leads_to_change(status)
        needed = {
            STATUS: True,
            TEXT: True,
            REASON: answers.needs_reason(status),
            PLACE: answers.needs_place(status),
        }
        self._show_leads(derived)
        for name, head in self._heads.items():
            if name in lacking:
                head.say(self.tr("choose") if name == STATUS else lacking[name], "owed")
                wrong = name in self._problems and not self.widget(name).hasFocus()
                set_state(self.widget(name), "error" if wrong else "")
            elif name == TEXT:
                self._say_plain(head)
            elif name == LEADS:
                head.say(self.tr("derived") if derived and not self.leads.code() else "")
            else:
                met = needed.get(name, False) and name != STATUS
                head.say(self.tr("filled in, as needed here") if met else "", "met")
                set_state(self.widget(name), "")

    # how it is put together

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        for name, box, share in ((STATUS, self.status, 11), (LEADS, self.leads, 9)):
            above = QVBoxLayout()
            above.setSpacing(4)
            self._heads[name] = FieldHead(self._words(name), box, self)
            above.addWidget(self._heads[name])
            above.addWidget(box)
            top.addLayout(above, share)
        self._column.addLayout(top)
        for name in (TEXT, REASON, WAS, CHANGE, PLACE, HANDLER):
            self._add(name)
        self._column.addStretch(1)
        for one, other in pairwise(NAMES):
            self.setTabOrder(self.widget(one), self.widget(other))

    def _add(self, name: str) -> None:
        if name in _LINES:
            field = self._texts[name] = GrowingText(_FIELDS[name], _LINES[name], self)
            field.typed.connect(partial(self._on_typed, name))
            field.left.connect(partial(self._on_left, name))
        self._heads[name] = FieldHead(self._words(name), self.widget(name), self)
        self._column.addSpacing(4)
        self._column.addWidget(self._heads[name])
        self._column.addWidget(self.widget(name))
        if name in _LINES:
            self._column.addWidget(Warned(self._texts[name], self._watch, self))

    def _words(self, name: str) -> str:
        if name == LEADS:
            return self.tr("Plan changes")
        return language.say(_FIELDS[name].words)

    # what stands in it

    def _put(self, name: str, told: Told) -> None:
        value = told.item.values.get(name)
        text = "" if value is None else str(value)
        if name == STATUS:
            self.status.set_code(text or answers.NOT_WEIGHED)
        elif name == LEADS:
            self._show_leads(answers.leads_to_change(self.status.code()))
            self.leads.set_code(text)
        elif name == PLACE:
            self.place.put(text, told.item.place)
        elif name == HANDLER:
            self.handler.put(text, text)
        else:
            self._texts[name].put(text)

    def _show_leads(self, derived: str) -> None:
        empty = dict(self._offered).get(derived, derived)
        if self._offered != self._shown_leads:
            self._shown_leads = list(self._offered)
            self.leads.set_terms(self._offered, empty=empty)
        else:
            self.leads.name_empty(empty)

    def _value(self, name: str) -> Scalar:
        self._problems.pop(name, None)
        if name == STATUS:
            code = self.status.code()
            return None if code == answers.NOT_WEIGHED else code or None
        if name == LEADS:
            return self.leads.code() or None
        if name == HANDLER:
            return self.handler.value()
        if name == PLACE:
            if self.place.is_open():
                self._problems[name] = self.tr("Choose a chapter of the plan from the list.")
            return self.place.value()
        try:
            return self._texts[name].value()
        except NotAValueError as error:
            self._problems[name] = language.say(error.words)
            return self._texts[name].text()

    def _problem(self, name: str) -> str:
        self._value(name)
        return self._problems.get(name, "")

    def _is_dirty(self, name: str, base: Mapping[str, Scalar]) -> bool:
        kept = base.get(name)
        if name == STATUS and kept == answers.NOT_WEIGHED:
            kept = None
        value = self._value(name)
        return name in self._problems or value != kept

    def _say_plain(self, head: FieldHead) -> None:
        found = judge(self._texts[TEXT].text())
        counted = self.tr("%n words", "", found.words)
        if found.advice is None:
            head.say(self.tr("plain language, %1").replace("%1", counted), "met")
        else:
            head.say(f"{language.say(found.advice)}, {counted}", "advice")

    def _before(self, theme: str) -> str:
        return self.tr("chosen before at %1").replace("%1", theme) if theme else ""

    def _on_typed(self, name: str) -> None:
        self.judge()
        self.typed.emit(name)

    def _on_left(self, name: str) -> None:
        self.judge()
        self.changed.emit(name)
