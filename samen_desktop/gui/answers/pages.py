"""The page of this room by the name that places use; loaded when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.page import Page
from samen_desktop.gui.settings import Settings


def _answers(bridge: Bridge, settings: Settings) -> Page:
    from .page import AnswersPage

    return AnswersPage(bridge, settings)


PAGES: Mapping[str, Callable[[Bridge, Settings], Page]] = MappingProxyType({"answers": _answers})
