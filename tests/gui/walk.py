"""A walk through a tree of widgets: what every screen promises, as a list of broken promises.

`faults(widget)` is empty when: no label or tip reads HTML, every input tells its name to a screen
reader, Tab comes by every input, no label or button cuts off its words, no two lie over each other,
and nothing stands where no scroll bar comes. Show the widget first.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6 import QtGui
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

INPUTS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def faults(root: QWidget) -> list[str]:
    """All broken promises below a shown widget, each as one sentence."""
    QApplication.processEvents()
    return [
        *rich_labels(root),
        *rich_tips(root),
        *nameless(root),
        *unreached(root),
        *clipped(root),
        *piled(root),
        *outside(root),
    ]


def rich_labels(root: QWidget) -> list[str]:
    """Labels and editors that would read HTML."""
    labels = [
        f"{_say(each)} reads HTML"
        for each in _all(root)
        if isinstance(each, QLabel) and each.textFormat() != Qt.TextFormat.PlainText
    ]
    editors = [
        f"{_say(each)} takes HTML"
        for each in _all(root)
        if isinstance(each, QTextEdit) and each.acceptRichText() and not each.isReadOnly()
    ]
    return labels + editors


def rich_tips(root: QWidget) -> list[str]:
    """Tool tips of widgets and of cells that Qt would read as HTML, though nobody escaped them."""
    widgets = [f"{_say(each)} has a rich tip" for each in _all(root) if is_rich(each.toolTip())]
    cells = [
        f"{_say(view)} has a rich tip in row {row}"
        for view in _all(root)
        if isinstance(view, QAbstractItemView) and has_model(view)
        for row, text in cell_tips(view)
        if is_rich(text)
    ]
    return widgets + cells


def is_rich(text: str) -> bool:
    """Whether Qt reads a tip as HTML that `labels.tip` did not make of plain text."""
    return QtGui.Qt.mightBeRichText(text) and (not text.startswith(_ESCAPED) or "<" in text[3:-4])


_ESCAPED = "<p style='white-space:pre-wrap'>"
_TIPS = 20
"""Rows of a list whose tips are looked at."""


def cell_tips(view: QAbstractItemView) -> Iterator[tuple[int, str]]:
    """The tips of the first rows of a list, with their row."""
    model = view.model()
    for row in range(min(model.rowCount(QModelIndex()), _TIPS)):
        column, cell = 0, model.index(row, 0, QModelIndex())
        while cell.isValid():  # a list of one column may not say how many it has
            told = cell.data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(told, str) and told:
                yield row, told
            column, cell = column + 1, model.index(row, column + 1, QModelIndex())


def has_model(view: QAbstractItemView) -> bool:
    """Whether a view shows anything: one of a closed list may have nothing to show yet."""
    found: object = view.model()
    return found is not None


def nameless(root: QWidget) -> list[str]:
    """Inputs without a name for a screen reader."""
    return [f"{_say(each)} has no name" for each in inputs(root) if not each.accessibleName()]


def unreached(root: QWidget) -> list[str]:
    """Visible inputs that can take the focus but are on no way that Tab goes."""
    chain = set()
    start = root.window()
    each = start.nextInFocusChain()
    while each is not None and each is not start and each not in chain:
        chain.add(each)
        each = each.nextInFocusChain()
    said = []
    for found in inputs(root):
        if not found.isEnabled() or _proxied(found) or _tab_comes_beside(found):
            continue
        if found not in chain:
            said.append(f"{_say(found)} is in no tab order")
        elif not found.focusPolicy() & Qt.FocusPolicy.TabFocus:
            said.append(f"{_say(found)} cannot be reached with Tab")
    return said


def clipped(root: QWidget) -> list[str]:
    """Visible labels and buttons that are smaller than their words."""
    said = []
    for each in _all(root):
        if not each.isVisible() or _inner(each) or not isinstance(each, QLabel | QAbstractButton):
            continue
        if isinstance(each, QLabel) and (each.wordWrap() or each.minimumSizeHint().width() <= 24):
            needed = each.heightForWidth(each.width()) if each.wordWrap() else each.height()
            if needed > each.height():
                said.append(f"{_say(each)} needs {needed} high, has {each.height()}")
            continue
        hint = each.minimumSizeHint()
        if hint.width() > each.width() or hint.height() > each.height():
            said.append(
                f"{_say(each)} needs {hint.width()}x{hint.height()},"
                f" has {each.width()}x{each.height()}"
            )
    return said


def piled(root: QWidget) -> list[str]:
    """Visible inputs and labels of one parent that lie over each other."""
    shown: dict[QWidget, list[QWidget]] = {}
    for each in _all(root):
        parent = each.parentWidget()
        seen = each.isVisible() and not each.isWindow() and isinstance(each, (*INPUTS, QLabel))
        if parent is not None and seen and not _inner(each):
            shown.setdefault(parent, []).append(each)
    return [
        f"{_say(one)} lies over {_say(other)}"
        for beside in shown.values()
        for at, one in enumerate(beside)
        for other in beside[at + 1 :]
        if one.geometry().intersects(other.geometry())
    ]


def outside(root: QWidget) -> list[str]:
    """Visible inputs that stick out of what they stand in, where nothing scrolls to them."""
    said = []
    for each in inputs(root):
        parent = each.parentWidget()
        if each is root or parent is None or isinstance(parent, QAbstractItemView):
            continue
        area = _scrolled_by(each)
        if area is not None:
            inside = area.widget()
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            stuck = area.horizontalScrollBarPolicy() == off
            if inside is not None and stuck and inside.width() > area.viewport().width():
                said.append(f"{_say(each)} is {inside.width()} wide, nothing scrolls there")
        elif not parent.rect().contains(each.geometry()):
            said.append(f"{_say(each)} sticks out of its place")
    return said


def _scrolled_by(each: QWidget) -> QScrollArea | None:
    parent = each.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QScrollArea):
            return parent
        parent = parent.parentWidget()
    return None


def tab_order(root: QWidget, start: QWidget) -> list[QWidget]:
    """The widgets that Tab really goes by from `start`, in an active window."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    found: list[QWidget] = []
    each = QApplication.focusWidget()
    while each is not None and each not in found:
        found.append(each)
        each.focusNextChild()
        each = QApplication.focusWidget()
    return [each for each in found if root.isAncestorOf(each)]


def inputs(root: QWidget) -> list[QWidget]:
    """Visible inputs below a widget; the editors inside a combo or spin box are not told apart."""
    return [
        each
        for each in _all(root)
        if isinstance(each, INPUTS) and each.isVisible() and not _inner(each)
    ]


def _all(root: QWidget) -> Iterator[QWidget]:
    yield root
    yield from root.findChildren(QWidget)


def _inner(each: QWidget) -> bool:
    """Whether a part of Qt's own making: an icon in a field, a list of a combo box, a corner."""
    parent = each.parentWidget()
    own = isinstance(parent, QLineEdit | QComboBox | QAbstractSpinBox | QAbstractItemView)
    if each.objectName().startswith("qt_") or own:
        return True
    return isinstance(each, QAbstractScrollArea) and parent is not None and _of_combo(parent)


def _of_combo(each: QWidget) -> bool:
    return each.metaObject().className() == "QComboBoxPrivateContainer"


def _tab_comes_beside(each: QWidget) -> bool:
    """One of a few of which one stands: Tab comes by one of them, the arrows go on from there."""
    group = each.group() if isinstance(each, QAbstractButton) else None
    if group is None or not group.exclusive():
        return False
    return any(other.focusPolicy() & Qt.FocusPolicy.TabFocus for other in group.buttons())


def _proxied(each: QWidget) -> bool:
    return each.focusProxy() is not None


def _say(each: QWidget) -> str:
    name = each.objectName() or each.accessibleName()
    text = each.text()[:30] if isinstance(each, QLabel | QAbstractButton | QLineEdit) else ""
    where: list[str] = []
    parent = each.parentWidget()
    while parent is not None and len(where) < 3:
        where.append(type(parent).__name__)
        parent = parent.parentWidget()
    return f"{type(each).__name__} {name or text!r} in {' < '.join(where)}"
