"""Giving a widget another look by a dynamic property that the style sheet reads."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def set_state(widget: QWidget, state: str) -> None:
    """Look `error` or `set` (or plain, when empty) from now on."""
    if (widget.property("state") or "") != state:
        widget.setProperty("state", state)
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
        widget.update()
