"""What a person chose to see of a list: columns, their order and width, sorting; by name a view.

A view holds words and filters besides. How lists are read is told in `core.lists`; where a view is
kept is left to the store, which columns have room to the window.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from .errors import KnownError
from .lists import ListSpec
from .text import clean_name
from .words import Words

LONGEST_NAME = 60
_WIDEST = 2000

_NAMELESS = Words("Geef de weergave een naam.", "Give the view a name.")


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns that stand in a list, in order, by field; and how it is sorted.

    `widths` only of what was made wider or narrower. Without `sort` the order is that of the codes.
    """

    columns: tuple[str, ...]
    widths: Mapping[str, int] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class View:
    """A list as somebody wants to see it again. `default`: how the list opens."""

    name: str
    layout: Layout
    words: str = ""
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    default: bool = False


def standard(spec: ListSpec) -> Layout:
    """The list as it is when nobody chose anything."""
    shown = tuple(column.field for column in spec.columns if not column.chosen)
    return Layout(shown, sort=spec.sort)


def always(spec: ListSpec) -> frozenset[str]:
    """Columns that are never taken away: what the rows are about."""
    return frozenset(column.field for column in spec.columns if not column.width)


def fitting(spec: ListSpec, layout: Layout) -> Layout:
    """The layout with what this list really has: a file may be older or newer than the program."""
    known = {column.field for column in spec.columns}
    shown = [name for name in dict.fromkeys(layout.columns) if name in known]
    missing = [name for name in standard(spec).columns if name in always(spec) - set(shown)]
    widths = {
        name: width
        for name, width in layout.widths.items()
        if name in known and 0 < width <= _WIDEST
    }
    sort = layout.sort if layout.sort in known else ""
    return Layout((*shown, *missing), widths, sort, layout.descending and bool(sort))


def toggled(spec: ListSpec, layout: Layout, name: str) -> Layout:
    """The layout with a column more, at the end, or less; what always stands is not taken away."""
    if name not in layout.columns:
        columns = (*layout.columns, name)
    elif name in always(spec):
        columns = layout.columns
    else:
        columns = tuple(each for each in layout.columns if each != name)
    sort = layout.sort if layout.sort in columns else ""
    return Layout(columns, layout.widths, sort, layout.descending and bool(sort))


def moved(layout: Layout, name: str, by: int) -> Layout:
    """The layout with one column further to the left (-1) or right (1)."""
    if name not in layout.columns:
        return layout
    columns = [each for each in layout.columns if each != name]
    at = layout.columns.index(name) + by
    columns.insert(min(max(at, 0), len(columns)), name)
    return Layout(tuple(columns), layout.widths, layout.sort, layout.descending)


def name_of(typed: str) -> str:
    """A name as a view carries it. Raises KnownError where nothing is left of it."""
    name = clean_name(typed)[:LONGEST_NAME].strip()
    if not name:
        raise KnownError("nameless_view", _NAMELESS)
    return name


def write(layout: Layout) -> str:
    """A layout as text, to keep."""
    return json.dumps(_plain(layout), ensure_ascii=False, sort_keys=True)


def read(text: str) -> Layout | None:
    """The layout that was kept as this text; None for what is no layout."""
    found = _loaded(text)
    return None if found is None else _layout(found)


def write_view(view: View) -> str:
    """A view as text, without its name."""
    told = _plain(view.layout) | {
        "words": view.words,
        "filters": {name: sorted(values) for name, values in view.filters.items() if values},
        "default": view.default,
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def read_view(name: str, text: str) -> View | None:
    """The view that was kept under this name; None for what is no view."""
    found = _loaded(text)
    layout = None if found is None else _layout(found)
    if found is None or layout is None:
        return None
    filters = found.get("filters")
    told = filters.items() if isinstance(filters, dict) else ()
    return View(
        name,
        layout,
        str(found.get("words") or ""),
        {str(each): frozenset(map(str, values)) for each, values in told if _is_list(values)},
        bool(found.get("default")),
    )


def _plain(layout: Layout) -> dict[str, object]:
    return {
        "columns": list(layout.columns),
        "widths": dict(layout.widths),
        "sort": layout.sort,
        "descending": layout.descending,
    }


def _loaded(text: str) -> dict[str, object] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _layout(found: Mapping[str, object]) -> Layout | None:
    columns, widths = found.get("columns"), found.get("widths")
    if not isinstance(columns, list):
        return None
    known = widths if isinstance(widths, dict) else {}
    return Layout(
        tuple(str(each) for each in columns),
        {str(name): wide for name, wide in known.items() if type(wide) is int},
        str(found.get("sort") or ""),
        bool(found.get("descending")),
    )


def _is_list(values: object) -> bool:
    return isinstance(values, list)
