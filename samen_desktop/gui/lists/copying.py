"""Chosen rows as a table on the clipboard: text with tabs, and HTML that Excel takes as text.

What a cell says is data: in the HTML each cell is typed as text, and in the plain text a sign that
would begin a formula gets an apostrophe before it (reliability page 4).
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QMimeData

_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CELL = "<td style=\"mso-number-format:'\\@';white-space:pre-wrap\">"


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> QMimeData:
    """The clipboard data of a table."""
    lines = [list(row) for row in rows]
    data = QMimeData()
    data.setText(plain(titles, lines))
    data.setHtml(markup(titles, lines))
    return data


def plain(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lines of cells with tabs between them."""
    return "\n".join("\t".join(_plain(cell) for cell in line) for line in (titles, *rows)) + "\n"


def markup(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """An HTML table whose cells a spreadsheet takes as text."""
    head = "".join(f"<th>{html.escape(title)}</th>" for title in titles)
    body = "".join(
        "<tr>" + "".join(f"{_CELL}{html.escape(cell)}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return f'<meta charset="utf-8"><table><tr>{head}</tr>{body}</table>'


def _plain(cell: str) -> str:
    text = f"'{cell}" if cell.startswith(_BEGINS_FORMULA) else cell
    if any(sign in text for sign in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text
