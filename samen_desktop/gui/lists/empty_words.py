"""What a list says that shows no rows: why, what to do, and the button that does it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from samen_desktop.core.lists import DELETED, ListSpec
from samen_desktop.gui import language

translate = QCoreApplication.translate


class EmptyWords(NamedTuple):
    """One sentence, one that says what to do, and a button; `met`: it is good news."""

    text: str
    hint: str
    action: str = ""
    keys: str = ""
    met: bool = False


def empty_words(spec: ListSpec, hidden: str) -> EmptyWords:
    """For a list of which a filter hides all; `hidden` says how many, empty where it has none."""
    plural = language.say(spec.words)
    if hidden:
        text = translate("ListPane", "No %1 with this filter.").replace("%1", plural.lower())
        if spec.kind == DELETED:
            text = translate("ListPane", "Nothing deleted with this filter.")
        return EmptyWords(text, hidden, translate("ListPane", "Clear filter"))
    if spec.kind == DELETED:
        text = translate("ListPane", "Nothing is deleted.")
        hint = translate("ListPane", "What you delete stands here and can be restored.")
        return EmptyWords(text, hint, met=True)
    text = translate("ListPane", "No %1 yet.").replace("%1", plural.lower())
    hint = translate("ListPane", "Make the first one, or read in a file.")
    return EmptyWords(text, hint, language.say(spec.new), "Ctrl+N")
