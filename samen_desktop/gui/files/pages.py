"""The pages of this room by the names that places use; each is loaded when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.page import Page
from samen_desktop.gui.settings import Settings


def _read_in(bridge: Bridge, settings: Settings) -> Page:
    from .read_in_page import ReadInPage

    return ReadInPage(bridge, settings)


def _reports(bridge: Bridge, settings: Settings) -> Page:
    from .reports_page import ReportsPage

    return ReportsPage(bridge, settings)


PAGES: Mapping[str, Callable[[Bridge, Settings], Page]] = MappingProxyType(
    {"read_in": _read_in, "reports": _reports}
)
