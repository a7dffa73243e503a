"""The way of an answer: concept › ter akkoord › akkoord › gepubliceerd, a small button each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from samen_desktop.core.answers import DRAFT, STATES
from samen_desktop.core.vocabulary import shipped
from samen_desktop.gui import icons, language, theme
from samen_desktop.gui.tokens import Measure

_GAP, _CHEVRON = 5, 10
_ICONS = {"CONCEPT": "pen-line", "TERAK": "user-round", "AKKOO": "check", "PUBL": "globe"}


class _Step(QAbstractButton):
    def __init__(self, state: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = state
        words = shipped("answer_state", state)
        self.setText(state if words is None else language.say(words))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.stands = False

    def sizeHint(self) -> QSize:
        return self.size_where(stands=self.stands)

    def size_where(self, *, stands: bool) -> QSize:
        """What it takes where it stands, or where it does not."""
        current = theme.current()
        words = current.ink.width(self.text(), strong=stands)
        icon = Measure.SIGN + _GAP if stands else 0
        return QSize(icon + words + 4, current.height(Measure.ROW))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        left = 2
        if self.stands:
            drawn = icons.pixmap(_ICONS[self.state], "text", Measure.SIGN, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - Measure.SIGN) // 2, drawn)
            left += Measure.SIGN + _GAP
        painter.setFont(current.font("strong" if self.stands else "body"))
        painter.setPen(current.color("text" if self.stands else "text2"))
        room = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            painter.setPen(QPen(current.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 3, -1, -3))
        painter.end()


class _Chevron(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedWidth(_CHEVRON)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        drawn = icons.pixmap("chevron-right", "text2", _CHEVRON, self.devicePixelRatioF())
        painter.drawPixmap(0, (self.height() - _CHEVRON) // 2, drawn)
        painter.end()


class Steps(QWidget):
    """The steps. Signals: `wanted(str)` with the state a person asked for.

    They are put in their places here: with a layout the whole pane would be laid out anew for each
    item that is a step further than the one before it.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: dict[str, _Step] = {}
        self._chevrons = [_Chevron(self) for _ in STATES[1:]]
        for state in STATES:
            step = self._steps[state] = _Step(state, self)
            step.clicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._on_theme_changed)
        self.show_state(DRAFT)

    def show_state(self, state: str) -> None:
        """Let this one stand."""
        if self._steps[state].stands:
            return
        for name, step in self._steps.items():
            step.stands = name == state
            step.setAccessibleDescription(self.tr("now") if step.stands else "")
            step.update()
        self._place()

    def sizeHint(self) -> QSize:
        """Room for them whichever of them stands."""
        plain = {name: each.size_where(stands=False) for name, each in self._steps.items()}
        more = max(
            each.size_where(stands=True).width() - plain[name].width()
            for name, each in self._steps.items()
        )
        wide = sum(each.width() for each in plain.values()) + len(self._chevrons) * _CHEVRON
        return QSize(wide + more, max(each.height() for each in plain.values()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """From the right edge to the left: where they begin differs, where they end does not."""
        right = self.width()
        for at, step in reversed(list(enumerate(self._steps.values()))):
            wide = step.sizeHint().width()
            step.setGeometry(right - wide, 0, wide, self.height())
            right -= wide
            if at:
                right -= _CHEVRON
                self._chevrons[at - 1].setGeometry(right, 0, _CHEVRON, self.height())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self._place()

    @Slot()
    def _on_clicked(self) -> None:
        step = self.sender()
        if isinstance(step, _Step) and not step.stands:
            self.wanted.emit(step.state)
