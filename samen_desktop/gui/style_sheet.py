"""The one style sheet, a template filled with tokens: only what a palette cannot say.

No `::item` rules and no rules by chains of descendants: they cost speed on views. Variants go by a
dynamic property (`kind`, `state`). Nobody calls `setStyleSheet` but the theme.
"""

from __future__ import annotations

from dataclasses import fields
from string import Template

from .tokens import BASE_POINTS, TYPE, Tokens

_SHEET = Template("""
QLineEdit, QComboBox, QPlainTextEdit, QAbstractSpinBox {
    background: $base; color: $text; border: 1px solid $control; border-radius: 4px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QAbstractSpinBox { padding: 0 7px; min-height: ${field}px; }
QLineEdit, QAbstractSpinBox { padding: 0 5px; }
QPlainTextEdit { padding: 3px 3px; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: 0 6px; min-height: ${field_in}px;
}
QLineEdit:focus, QAbstractSpinBox:focus { padding: 0 4px; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 2px; }
QLineEdit[state="error"], QComboBox[state="error"], QPlainTextEdit[state="error"] {
    border-color: $error;
}
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled {
    background: $subtle; color: $text3; border-color: $border;
}
QLineEdit:read-only { background: $subtle; }
QLineEdit[kind="bare"], QPlainTextEdit[kind="bare"] {
    background: transparent; border: none; padding: 0;
}
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
    background: $pop; color: $text; border: 1px solid $pop_edge; outline: none;
    selection-background-color: $sel; selection-color: $text;
}
QPushButton, QToolButton[kind="flat"], QToolButton[kind="filter"], QToolButton[kind="segment"] {
    background: transparent; color: $text; border: 1px solid transparent; border-radius: 4px;
    padding: 0; min-height: ${field}px;
}
QPushButton:hover, QToolButton[kind="flat"]:hover { background: $hover; }
QPushButton:focus, QToolButton[kind="flat"]:focus { border: 2px solid $accent; }
QPushButton[kind="outlined"], QToolButton[kind="filter"], QToolButton[kind="segment"] {
    background: $base; border: 1px solid $control;
}
QToolButton[kind="filter"] { border-color: $border; }
QPushButton[kind="outlined"]:hover, QToolButton[kind="filter"]:hover { background: $hover; }
QPushButton[kind="outlined"]:focus, QToolButton[kind="filter"]:focus,
QToolButton[kind="segment"]:focus { border: 2px solid $accent; }
QToolButton[kind="filter"][state="set"], QToolButton[kind="segment"]:checked {
    background: $sel; border: 1px solid $accent;
}
QToolButton[kind="filter"][state="set"]:focus, QToolButton[kind="segment"]:checked:focus {
    border: 2px solid $accent;
}
QToolButton[kind="scale"] {
    background: $base; color: $text; border: 1px solid $control; border-radius: 0;
    padding: 0; min-height: ${field}px;
}
QToolButton[kind="scale"][place="next"] { border-left: none; }
QToolButton[kind="scale"]:hover { background: $hover; }
QToolButton[kind="scale"]:checked { background: $sel; }
QToolButton[kind="scale"]:focus { border: 2px solid $accent; }
QPushButton[kind="outlined"]:disabled, QToolButton[kind="filter"]:disabled {
    border-color: $border;
}
QPushButton[kind="primary"] { background: $accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $border; border-color: $border; }
QPushButton[kind="link"] { min-height: 20px; }
QPushButton[kind="link"]:hover { background: transparent; }
QMenuBar { background: $window; border: none; border-bottom: 1px solid $hair; spacing: 0; }
QMenuBar::item { background: transparent; color: $text; padding: 9px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: $sel; }
QMenu { background: $pop; color: $text; border: 1px solid $pop_edge; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 28px; border-radius: 3px; }
QMenu::item:selected { background: $sel; }
QMenu::item:disabled { color: $text3; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: $hair; margin: 4px 6px; }
QTabBar { background: transparent; border: none; }
QTabBar::tab {
    background: transparent; color: $text2; padding: 6px 2px; margin-right: 20px;
    border: none; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QHeaderView { background: $subtle; border: none; }
QHeaderView::section {
    background: $subtle; color: $text2; border: none; border-bottom: 1px solid $hair;
    padding: 0 8px; font-size: ${body}pt;
}
QScrollBar { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $pop; color: $text; border: 1px solid $pop_edge; padding: 4px 6px; }
QSplitter::handle { background: $hair; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
""")


def style_sheet(tokens: Tokens, points: float) -> str:
    """The sheet of a scheme; `points` is the system font's size, which fields grow with."""
    letters = points * 96 / 72 * 1.36
    field = max(26, round(letters + 10))
    colors = {
        each.name: getattr(tokens, each.name)
        for each in fields(tokens)
        if each.name not in {"dark", "statuses"}
    }
    return _SHEET.substitute(
        colors,
        error=tokens.statuses["NOV"].text,
        field=field,
        field_in=field - 2,
        body=TYPE["body"].points * points / BASE_POINTS,
    )
