"""The pages of this room by the names that places use; each is loaded when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.page import Page
from samen_desktop.gui.settings import Settings


def _plan(bridge: Bridge, settings: Settings) -> Page:
    from .page import PlanPage

    return PlanPage(bridge, settings)


def _read_in(bridge: Bridge, settings: Settings) -> Page:
    from .read_in_page import PlanReadInPage

    return PlanReadInPage(bridge, settings)


def _looking(bridge: Bridge, settings: Settings) -> Page:
    from .looking_page import LookingPage

    return LookingPage(bridge, settings)


PAGES: Mapping[str, Callable[[Bridge, Settings], Page]] = MappingProxyType(
    {"plan": _plan, "read_plan": _read_in, "look_again": _looking}
)
