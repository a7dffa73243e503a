"""The lower part of Notuleren: the line in its frame, what stays, what it says, the signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from samen_desktop.core.notes import Meaning, Note, Sticky
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.buttons import button
from samen_desktop.gui.widgets.labels import label

from .line import NoteLine, Understand
from .painting import KIND_SIGNS, STANCE_SIGNS

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_GAP = 18
_LONGEST, _LONGEST_NARROW = 40, 16
"""Letters on a chip."""
_WIDE, _NARROWEST, _HIGH, _SIGNS_ROW = 1100, 560, 500, 28
"""Pixels under which the reminders of keys go, so that line and chips stay whole."""
_SIGNS = frozenset('#@!?"')


@dataclass(frozen=True, slots=True)
class Saying:
    """A sign, its colour and a word: one thing that a line says."""

    icon: str
    color: str
    text: str


class LineFrame(QWidget):
    """The edge around the line, with the code the item will most likely get."""

    def __init__(self, line: NoteLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = label("", "secondary", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 12, 0)
        row.setSpacing(16)
        row.addWidget(self.code)
        row.addWidget(line, 1)
        self.setFixedHeight(max(Measure.NOTE_LINE, line.height() + 24))
        line.setAccessibleName(self.tr("Note"))

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(current.color("accent"), 2))
        painter.setBrush(current.color("base"))
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(1, 1, -1, -1), Measure.RADIUS, Measure.RADIUS
        )
        painter.end()


class Sayings(QWidget):
    """What this line says now, as signs with words in one row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sayings: Sequence[Saying] = ()
        self.setMinimumWidth(80)

    def put(self, sayings: Sequence[Saying]) -> None:
        """Show these."""
        if list(sayings) != list(self._sayings):
            self._sayings = list(sayings)
            self.setAccessibleName(", ".join(each.text for each in sayings))
            self.update()

    @property
    def texts(self) -> list[str]:
        """The words that are shown."""
        return [each.text for each in self._sayings]

    def sizeHint(self) -> QSize:
        return QSize(200, Measure.FIELD)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        current = theme.current()
        font = current.font("body")
        metrics = QFontMetrics(font)
        painter.setFont(font)
        left = 0
        for each in self._sayings:
            if each.icon:
                picture = icons.pixmap(each.icon, each.color, Measure.SIGN)
                top = (self.height() - Measure.SIGN) // 2
                painter.drawPixmap(QPoint(left, top), picture)
                left += Measure.SIGN + 6
            painter.setPen(current.color(each.color))
            text = metrics.elidedText(each.text, Qt.TextElideMode.ElideRight, self.width() - left)
            painter.drawText(QRect(left, 0, self.width() - left, self.height()), _LEFT, text)
            left += metrics.horizontalAdvance(text) + _GAP
        painter.end()


class KeyRow(QWidget):
    """Keys with what they do, one after the other: keys semibold, the rest secondary."""

    def __init__(
        self, parent: QWidget | None = None, *, small: bool = False, gap: int = 22
    ) -> None:
        super().__init__(parent)
        self._pairs: Sequence[tuple[str, str]] = ()
        self._small = small
        self._gap = gap

    def put(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these keys, each with its words."""
        self._pairs = list(pairs)
        self.setAccessibleName(", ".join(f"{keys} {words}" for keys, words in pairs))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._paint(None), 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter)
        painter.end()

    def _paint(self, painter: QPainter | None) -> int:
        """Paint as many pairs as fit; without a painter, the width of all."""
        current = theme.current()
        words_font = current.font("small" if self._small else "body")
        keys_font = QFont(words_font)
        keys_font.setWeight(QFont.Weight.DemiBold)
        left = 0
        for keys, words in self._pairs:
            # A sign stands against its word, a key apart from it.
            gap = 0 if keys in _SIGNS else 5
            first = QFontMetrics(keys_font).horizontalAdvance(keys) + gap
            whole = first + QFontMetrics(words_font).horizontalAdvance(words)
            if painter is not None:
                if left + whole > self.width():
                    break
                painter.setFont(keys_font)
                painter.setPen(current.color("text"))
                painter.drawText(QRect(left, 0, first + 4, self.height()), _LEFT, keys)
                painter.setFont(words_font)
                painter.setPen(current.color("text2"))
                room = QRect(left + first, 0, whole - first + 4, self.height())
                painter.drawText(room, _LEFT, words)
            left += whole + self._gap
        return max(0, left - self._gap)


class Question(QWidget):
    """A question in a line of text above the line; Enter and Esc answer it. Never a dialog."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.yes: Callable[[], None] | None = None
        self.no: Callable[[], None] | None = None
        self._text = label("", "strong", self)
        self._keys = KeyRow(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._text)
        row.addWidget(self._keys, 1)
        self.hide()

    def ask(
        self, text: str, answers: tuple[str, str], yes: Callable[[], None], no: Callable[[], None]
    ) -> None:
        """Ask, with what Enter and Esc will do."""
        self.yes, self.no = yes, no
        self._text.setText(text)
        self._keys.put([("Enter", answers[0]), ("Esc", answers[1])])
        self.show()

    def answer(self, *, agreed: bool) -> None:
        """Take the question away and do what was answered."""
        wish = self.yes if agreed else self.no
        self.hide()
        self.yes = self.no = None
        if wish is not None:
            wish()


class Zone(QWidget):
    """Line, chips, sayings and signs. Signals: `chip_clicked(str)`: theme, speaker or table."""

    chip_clicked = Signal(str)

    def __init__(
        self,
        understand: Understand,
        before: Callable[[QKeyEvent], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._narrow = self._low = self._has_recent = False
        self._sticky: tuple[Sticky, str] = (Sticky(), "")
        self.line = NoteLine(understand, before, self)
        self.frame = LineFrame(self.line, self)
        self.question = Question(self)
        self.sayings = Sayings(self)
        self.theme_chip = button("", "outlined", "hash", "F2", self)
        self.speaker_chip = button("", "outlined", "user-round", "F3", self)
        self.table_chip = button("", "outlined", "table-2", "F4", self)
        self._signs = KeyRow(self)
        self._recent = KeyRow(self, gap=12)
        self._speakers = KeyRow(self, gap=12)
        self._stays = label(self.tr("Stays"), "secondary", self)
        self._this_line = label(self.tr("This line"), "secondary", self)
        self._recent_title = label(self.tr("Recent themes"), "secondary", self)
        for chip, name in (
            (self.theme_chip, "theme"),
            (self.speaker_chip, "speaker"),
            (self.table_chip, "table"),
        ):
            chip.setObjectName(name)
            chip.clicked.connect(self._on_chip_clicked)
        self._lay_out()
        self.retell()
        self.show_sticky(Sticky(), "")

    def show_sticky(self, sticky: Sticky, theme_name: str) -> None:
        """What stays from line to line."""
        self._sticky = (sticky, theme_name)
        said = sticky.theme.text if sticky.theme is not None else self.tr("no theme")
        if theme_name and theme_name != said and not self._narrow:
            said = f"{said} {theme_name}"
        self.theme_chip.setText(self._on_chip(said))
        names = ", ".join(each.text for each in sticky.speakers) or self.tr("no speaker")
        self.speaker_chip.setText(self._on_chip(names))
        #: The table people sit at in a workshop: Table 2.
        table = self.tr("Table %1").replace("%1", sticky.table)
        self.table_chip.setText(self._on_chip(table if sticky.table else self.tr("no table")))

    def _on_chip(self, text: str) -> str:
        """A text as a chip has room for it; an ampersand is no shortcut."""
        most = _LONGEST_NARROW if self._narrow else _LONGEST
        return (text if len(text) <= most else text[: most - 1] + "…").replace("&", "&&")

    def show_recent(self, themes: Sequence[str], speakers: Sequence[str]) -> None:
        """What is under Ctrl+1 to 9 and Alt+1 to 9; the rows show six and four."""
        people = [_brief(each) for each in speakers[:4]]
        self._speakers.put([(f"Alt+{at}", text) for at, text in enumerate(people, start=1)])
        recent = [_brief(each) for each in themes[:6]]
        self._recent.put([(f"Ctrl+{at}", text) for at, text in enumerate(recent, start=1)])
        self._has_recent = bool(themes)
        self._recent_title.setVisible(self._has_recent and not self._narrow)

    def show_meaning(
        self, meaning: Meaning, labels: dict[str, str], *, due: str, warned: str
    ) -> None:
        """What this line says now; `due` is its date as people write it.

        `warned` says what its words seem to give away.
        """
        said = self._sayings(meaning, labels, due)
        if warned:
            said.insert(0, Saying("triangle-alert", "DEE", warned))
        self.sayings.put(said)
        self._this_line.setVisible(bool(said) and not self._narrow)

    def retell(self) -> None:
        """Write the row of signs."""
        self._signs.put(
            [
                ("#", self.tr("theme")),
                ("@", self.tr("submitter")),
                ("!", self.tr("action who before 12-05")),
                ("?", self.tr("question")),
                ('"', self.tr('quote"')),
                ("+ -", self.tr("stance")),
            ]
        )

    def minimumSizeHint(self) -> QSize:
        """Room for line and chips; what only reminds of keys gives way."""
        least = super().minimumSizeHint()
        return QSize(
            min(least.width(), _NARROWEST), least.height() - (0 if self._low else _SIGNS_ROW)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, low = self.width() < _WIDE, self.window().height() < _HIGH
        if (narrow, low) != (self._narrow, self._low):
            self._narrow, self._low = narrow, low
            for each in (self._stays, self._speakers):
                each.setVisible(not narrow)
            self._signs.setVisible(not low)
            self._recent.setVisible(not narrow and not low)
            self._recent_title.setVisible(self._has_recent and not narrow and not low)
            self.show_sticky(*self._sticky)

    def _sayings(self, meaning: Meaning, labels: dict[str, str], due: str) -> list[Saying]:
        note = meaning.note
        if note.action:
            return self._said_of_action(note, due)
        said: list[Saying] = []
        if note.kind:
            word = labels.get(note.kind, note.kind)
            said.append(Saying(KIND_SIGNS.get(note.kind, ""), "text", word))
        if note.stance:
            sign, color = STANCE_SIGNS.get(note.stance, ("", "text"))
            said.append(Saying(sign, color, labels.get(note.stance, note.stance)))
        if note.quoted:
            said.append(Saying("quote", "text", self.tr("quote")))
        return said + self._said_of_names(meaning)

    def _said_of_action(self, note: Note, due: str) -> list[Saying]:
        said = [Saying("list-todo", "text", self.tr("follow-up"))]
        if note.owner:
            said.append(Saying("user-round", "text", note.owner))
        if due:
            #: The due date of an action, in the row that says what was understood.
            until = self.tr("before %1").replace("%1", due)
            said.append(Saying("calendar-clock", "text", until))
        return said

    def _said_of_names(self, meaning: Meaning) -> list[Saying]:
        told = (
            ("plus", "VRG", self.tr("new theme %1"), meaning.new_themes),
            ("plus", "VRG", self.tr("new participant %1"), meaning.new_speakers),
            (
                "triangle-alert",
                "DEE",
                self.tr("%1 is not known: stays in the words"),
                meaning.unknown,
            ),
        )
        return [
            Saying(sign, color, text.replace("%1", name))
            for sign, color, text, names in told
            for name in names
        ]

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(9)
        chips.addWidget(self._stays)
        for chip in (self.theme_chip, self.speaker_chip, self.table_chip):
            chips.addWidget(chip)
        chips.addSpacing(14)
        chips.addWidget(self._this_line)
        chips.addWidget(self.sayings, 1)
        chips.addWidget(self._speakers)
        signs = QHBoxLayout()
        signs.setSpacing(_GAP)
        signs.addWidget(self._signs)
        signs.addStretch(1)
        signs.addWidget(self._recent_title)
        signs.addWidget(self._recent)
        room = QVBoxLayout(self)
        room.setContentsMargins(Measure.MARGIN, 12, Measure.MARGIN, 14)
        room.setSpacing(8)
        room.addWidget(self.question)
        room.addWidget(self.frame)
        room.addLayout(chips)
        room.addLayout(signs)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), current.color("window"))
        painter.setPen(QPen(current.color("border"), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()

    @Slot()
    def _on_chip_clicked(self) -> None:
        chip = self.sender()
        if chip is not None:
            self.chip_clicked.emit(chip.objectName())


def _brief(text: str) -> str:
    """A name as a row of several has room for it."""
    return text if len(text) <= _LONGEST_NARROW else text[: _LONGEST_NARROW - 1] + "…"
