"""Which column of a table means what: by the names of its headers, or as a mapping file says.

A mapping file is JSON: `{"columns": {our field: their header}, "fixed": {field: value},
"values": {field: {theirs: ours}}}`. Where it names columns, only those are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..errors import KnownError
from ..text import fold
from ..words import Words
from .targets import Column, Target

_OTHER_NAMES = {
    "answer_status": "answer/status",
    "processing_status": "answer/status",
    "processing": "answer/status",
    "interest_group": "group",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """What a mapping file says, with our names resolved. A field may take several headers."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def as_json(self) -> str:
        """The rules as a mapping file would say them: what the import record keeps."""
        columns = {
            name: headers[0] if len(headers) == 1 else list(headers)
            for name, headers in self.columns.items()
        }
        said = {"columns": columns, "fixed": dict(self.fixed), "values": dict(self.values)}
        return json.dumps(
            {key: value for key, value in said.items() if value}, ensure_ascii=False, sort_keys=True
        )


@dataclass(frozen=True, slots=True)
class Matched:
    """Where each of our columns stands in a table; `unused` are headers that nothing reads."""

    target: Target
    places: Mapping[str, tuple[int, ...]]
    rules: Rules
    unused: tuple[str, ...]


def parse_rules(text: str, target: Target, name: str) -> Rules:
    """Read a mapping file. Raises KnownError that names the file and what is wrong in it."""
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except ValueError as error:
        raise _bad(name, Words("het is geen geldige JSON", "it is no valid JSON")) from error
    parts: dict[str, dict[str, object]] = {}
    if isinstance(found, dict):
        parts = {key: part for key, part in found.items() if isinstance(part, dict)}
    if not parts or len(parts) < len(found) or parts.keys() - {"columns", "fixed", "values"}:
        raise _bad(
            name,
            Words(
                "verwacht worden “columns”, “fixed” en “values”",
                "“columns”, “fixed” and “values” are expected",
            ),
        )
    return Rules(
        {key: _headers(value, key, name) for key, value in _named(parts, "columns", target, name)},
        {key: _said(value, key, name) for key, value in _named(parts, "fixed", target, name)},
        {key: _changes(value, key, name) for key, value in _named(parts, "values", target, name)},
    )


def match(target: Target, header: Sequence[str], rules: Rules, name: str) -> Matched:
    """Find our columns in a header. Raises KnownError where the table cannot be understood."""
    if rules.columns:
        places = {key: _find_all(header, wanted, name) for key, wanted in rules.columns.items()}
    else:
        places = _recognise(target, header)
    filled = places.keys() | rules.fixed.keys()
    for required in target.required:
        options = (required, *target.instead.get(required, ()))
        if filled.isdisjoint(options):
            raise _not_recognised(target, required, header, name)
    used = {at for indexes in places.values() for at in indexes}
    unused = tuple(title for at, title in enumerate(header) if at not in used and title)
    return Matched(target, places, _resolved(rules, places, header), unused)


def _resolved(rules: Rules, places: Mapping[str, tuple[int, ...]], header: Sequence[str]) -> Rules:
    columns = {key: tuple(header[at] for at in indexes) for key, indexes in places.items()}
    return Rules(columns, rules.fixed, rules.values)


def _recognise(target: Target, header: Sequence[str]) -> dict[str, tuple[int, ...]]:
    titles: dict[str, int] = {}
    for at, title in enumerate(header):
        titles.setdefault(_plain(title), at)
    titles.pop("", None)
    places: dict[str, tuple[int, ...]] = {}
    taken: set[int] = set()
    for names_of in (_own_names, _alias_names):
        for column in target.columns:
            if column.name in places:
                continue
            wanted = (titles.get(_plain(name)) for name in names_of(column))
            found = next((at for at in wanted if at is not None and at not in taken), None)
            if found is not None:
                places[column.name] = (found,)
                taken.add(found)
    return places


def _own_names(column: Column) -> Iterator[str]:
    yield from (column.name, column.words.nl, column.words.en)


def _alias_names(column: Column) -> Iterator[str]:
    yield from column.aliases


def _plain(text: str) -> str:
    return fold(text).replace("_", " ").rstrip(":?* ")


def _find_all(header: Sequence[str], wanted: Iterable[str], name: str) -> tuple[int, ...]:
    return tuple(_find(header, title, name) for title in wanted)


def _find(header: Sequence[str], wanted: str, name: str) -> int:
    for same in (str, fold):
        for at, title in enumerate(header):
            if same(title) == same(wanted):
                return at
    raise KnownError(
        "header-missing",
        Words(
            "“{name}” heeft geen kolom “{wanted}”. De kolommen zijn: {header}.",
            "“{name}” has no column “{wanted}”. Its columns are: {header}.",
        ).fill(name=name, wanted=wanted, header=_listed(header)),
    )


def _not_recognised(target: Target, required: str, header: Sequence[str], name: str) -> KnownError:
    column = target.column(required)
    words = column.words if column is not None else Words(required, required)
    return KnownError(
        "not-recognised",
        Words(
            "In “{name}” is geen kolom voor {nl} herkend. De kolommen zijn: {header}."
            " Geef met een koppelbestand aan welke het is.",
            "No column for {en} was recognised in “{name}”. Its columns are: {header}."
            " Say in a mapping file which one it is.",
        ).fill(name=name, nl=f"“{words.nl}”", en=f"“{words.en}”", header=_listed(header)),
    )


def _listed(header: Sequence[str]) -> str:
    shown = [f"“{title[:40]}”" for title in header if title]
    return ", ".join(shown[:12]) + (", …" if len(shown) > 12 else "") if shown else "–"


def _named(
    parts: Mapping[str, Mapping[str, object]], part: str, target: Target, name: str
) -> Iterator[tuple[str, object]]:
    for said, value in parts.get(part, {}).items():
        plain = said.strip().lower().replace("-", "_")
        options = (plain, _OTHER_NAMES.get(plain, plain), plain.removesuffix("s"))
        column = next((found for each in options if (found := target.column(each))), None)
        if column is None:
            known = ", ".join(each.name for each in target.columns)
            raise _bad(
                name,
                Words(
                    "het veld “{said}” bestaat niet; wel: {known}",
                    "there is no field “{said}”; there are: {known}",
                ).fill(said=said[:60], known=known),
            )
        yield column.name, value


def _headers(value: object, key: str, name: str) -> tuple[str, ...]:
    found = value if isinstance(value, list) else [value]
    if not found or not all(isinstance(each, str) for each in found):
        raise _bad_value(key, name)
    return tuple(str(each) for each in found)


def _said(value: object, key: str, name: str) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if not isinstance(value, str | int):
        raise _bad_value(key, name)
    return str(value)


def _changes(value: object, key: str, name: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise _bad_value(key, name)
    return {theirs: _said(ours, key, name) for theirs, ours in value.items()}


def _bad_value(key: str, name: str) -> KnownError:
    return _bad(
        name,
        Words("de waarde bij “{key}” past niet", "the value of “{key}” does not fit").fill(key=key),
    )


def _bad(name: str, why: Words) -> KnownError:
    return KnownError(
        "mapping",
        Words(
            f"Het koppelbestand “{name}” kan niet gebruikt worden: {why.nl}.",
            f"The mapping file “{name}” cannot be used: {why.en}.",
        ),
    )
