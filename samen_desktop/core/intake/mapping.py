"""Which column of a table means what: by the names of its headers, or as a mapping file says.

A mapping file is JSON: `{"columns": {our field: their header}, "fixed": {field: value},
"values": {field: {theirs: ours}}}`. Where it names columns, only those are read; else the headers
are left to `recognise`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from samen_desktop.core.errors import KnownError
from samen_desktop.core.text import fold
from samen_desktop.core.words import Words

from .recognise import is_forms, recognise
from .targets import Column, Target

_OTHER_NAMES = {
    "answer_status": "answer/status",
    "processing_status": "answer/status",
    "processing": "answer/status",
    "interest_group": "group",
    "text": "words",
    "main_theme": "theme",
    "place": "location",
    "start": "begin",
    "deadline": "due",
    "contact": "contact_name",
    "parties": "party",
    "participants": "party",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """What a mapping file says, with our names resolved. A field may take several headers."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def as_json(self, personal: Collection[str] = ()) -> str:
        """The rules as a mapping file would say them: what the import record keeps.

        Texts of `personal` columns are left out, because the record is read by all.
        """
        columns = {
            name: headers[0] if len(headers) == 1 else list(headers)
            for name, headers in self.columns.items()
        }
        fixed = {name: value for name, value in self.fixed.items() if name not in personal}
        values = {name: dict(said) for name, said in self.values.items() if name not in personal}
        said = {"columns": columns, "fixed": fixed, "values": values}
        return json.dumps(
            {key: value for key, value in said.items() if value}, ensure_ascii=False, sort_keys=True
        )


@dataclass(frozen=True, slots=True)
class Matched:
    """Where each of our columns stands in a table.

    `unused` are headers that nothing reads, `nameless` the places of columns without a header.
    """

    target: Target
    places: Mapping[str, tuple[int, ...]]
    rules: Rules
    unused: tuple[str, ...]
    nameless: tuple[int, ...]


def parse_rules(text: str, target: Target, name: str) -> Rules:
    """Read a mapping file. Raises KnownError that names the file and what is wrong in it."""
    try:
        found = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object)
    except _TwiceError as error:
        raise _bad(name, _TWICE.fill(said=error.args[0][:60])) from error
    except (ValueError, RecursionError) as error:
        raise _bad(name, Words("het is geen geldige JSON", "it is no valid JSON")) from error
    parts: dict[str, dict[str, object]] = {}
    if isinstance(found, dict):
        parts = {key: part for key, part in found.items() if isinstance(part, dict)}
    if not parts or len(parts) < len(found) or parts.keys() - set(_PARTS):
        raise _bad(
            name,
            Words(
                "verwacht worden “columns”, “fixed” en “values”",
                "“columns”, “fixed” and “values” are expected",
            ),
        )
    columns, fixed, values = (_named(parts, part, target, name) for part in _PARTS)
    return Rules(
        {key: _headers(value, key, name) for key, value in columns.items()},
        {key: _said(value, key, name) for key, value in fixed.items()},
        {key: _changes(value, key, name) for key, value in values.items()},
    )


def match(target: Target, header: Sequence[str], rules: Rules, name: str) -> Matched:
    """Find our columns in a header. Raises KnownError where the table cannot be understood."""
    if rules.columns:
        places = {key: _find_all(header, wanted, name) for key, wanted in rules.columns.items()}
    else:
        places = recognise(target, header)
    filled = places.keys() | rules.fixed.keys()
    for required in target.required:
        options = (required, *target.instead.get(required, ()))
        if filled.isdisjoint(options):
            raise _not_recognised(target, required, header, name)
    used = {at for indexes in places.values() for at in indexes}
    unused = tuple(title for at, title in enumerate(header) if at not in used and title)
    nameless = tuple(at for at, title in enumerate(header) if at not in used and not title)
    return Matched(target, places, _resolved(rules, places, header), unused, nameless)


def _resolved(rules: Rules, places: Mapping[str, tuple[int, ...]], header: Sequence[str]) -> Rules:
    columns = {key: tuple(header[at] for at in indexes) for key, indexes in places.items()}
    return Rules(columns, rules.fixed, rules.values)


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
    advice = _ADVICE_FORMS if is_forms(header) else _ADVICE
    return KnownError(
        "not-recognised",
        target.column(required).fill(
            Words(f"{_NOT_RECOGNISED.nl} {advice.nl}", f"{_NOT_RECOGNISED.en} {advice.en}"),
            name=name,
            header=_listed(header),
            column=required,
        ),
    )


def _listed(header: Sequence[str]) -> str:
    shown = [f"“{title[:40]}”" for title in header if title]
    return ", ".join(shown[:12]) + (", …" if len(shown) > 12 else "") if shown else "–"


def _named(
    parts: Mapping[str, Mapping[str, object]], part: str, target: Target, name: str
) -> dict[str, object]:
    found: dict[str, object] = {}
    for said, value in parts.get(part, {}).items():
        column = _column(target, said)
        if column is None:
            known = ", ".join(each.name for each in target.columns)
            raise _bad(name, _NO_FIELD.fill(said=said[:60], known=known))
        if column.name in found:
            raise _bad(name, _TWICE.fill(said=column.name))
        found[column.name] = value
    return found


def _column(target: Target, said: str) -> Column | None:
    plain = said.strip().lower().replace("-", "_")
    plain = plain.replace("contact/", "contact_").replace("contact.", "contact_")
    short = plain.removeprefix("contact_").removeprefix("attendance/")
    options = (plain, _OTHER_NAMES.get(plain, plain), short, plain.removesuffix("s"))
    return next((found for each in options if (found := target.find(each))), None)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise _TwiceError(next(name for name in names if names.count(name) > 1))
    return found


class _TwiceError(Exception):
    """A JSON object says the same name twice, and one of the two would be lost."""


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


_PARTS = ("columns", "fixed", "values")
_TWICE = Words("“{said}” staat er twee keer in", "“{said}” stands in it twice")
_NO_FIELD = Words(
    "het veld “{said}” bestaat niet; wel: {known}", "there is no field “{said}”; there are: {known}"
)
_NOT_RECOGNISED = Words(
    "In “{name}” is geen kolom voor “{field}” herkend. De kolommen zijn: {header}.",
    "No column for “{field}” was recognised in “{name}”. Its columns are: {header}.",
)
_ADVICE = Words(
    "Geef met een koppelbestand aan welke het is.", "Say in a mapping file which one it is."
)
_ADVICE_FORMS = Words(
    "Dit lijkt een export van Microsoft Forms: elke vraag is daar een kolom. Geef met een"
    " koppelbestand aan welke vraag bij “{column}” hoort.",
    "This looks like an export of Microsoft Forms, where each question is a column. Say in a"
    " mapping file which question belongs to “{column}”.",
)
