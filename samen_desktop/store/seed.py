"""Making a round from data as it lies under `resources`: the demo and the templates.

The data names records by code or name; here those become references. It is ours and tested, so an
unknown name is a bug and raises KeyError.

Chapters are named by version and number (`0.9 6.2`). Fields of an answer are flat: `answer_text`
is `answer/text`. A published version without a text is the answer as it stands in the data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from samen_desktop.core.answers import PREFIX
from samen_desktop.core.fields import Scalar, Type
from samen_desktop.core.kinds import KINDS
from samen_desktop.core.order import row_of

from .answering import as_published
from .steps.editing import Edit
from .terms import write_terms

_ORDER = (
    "phases",
    "groups",
    "themes",
    "stakeholders",
    "contacts",
    "sessions",
    "participants",
    "plan_versions",
    "chapters",
    "bundles",
    "inputs",
    "answer_versions",
    "text_blocks",
    "feedbacks",
    "follow_ups",
)
_FIELDS = {
    "groups": "group",
    "submitters": "submitter",
    "side_themes": "side_theme",
    "chapters": "chapter",
}
_FLAT_PREFIX = PREFIX.replace("/", "_")
_LINKS_LATER = "contradicts"


def write_round(edit: Edit, data: Mapping[str, list[dict[str, Any]]]) -> bytes:
    """Write a round with its terms and all records of the data. Returns the round's id."""
    seeding = _Seeding(edit)
    made = edit.create("round", data["round"][0])
    write_terms(edit)
    for plural in _ORDER:
        seeding.write(plural, data.get(plural, []))
    seeding.link(data.get("inputs", []))
    return made


class _Seeding:
    """Remembers what was made, by the names the data uses."""

    def __init__(self, edit: Edit) -> None:
        self._edit = edit
        self._made: dict[str, dict[str, bytes]] = {}

    def write(self, plural: str, records: list[dict[str, Any]]) -> None:
        kind = next(kind for kind in KINDS.values() if kind.plural == plural)
        ordered = any(field.type is Type.ORDER for field in kind.fields)
        places: Iterable[str | None] = row_of(len(records)) if ordered else [None] * len(records)
        for found, place in zip(records, places, strict=True):
            values: dict[str, Scalar] = {"place": place} if ordered else {}
            if plural == "answer_versions" and "text" not in found:
                values.update(self._standing(found))
            for name, value in found.items():
                if name != _LINKS_LATER:
                    values.update(self._fields(kind.name, log_name(name), value))
            record = self._edit.create(kind.name, values)
            for name in _names(plural, found):
                self._made.setdefault(plural, {})[name] = record

    def link(self, inputs: list[dict[str, Any]]) -> None:
        """Links between inputs, once all of them are there."""
        for found in inputs:
            for code in found.get(_LINKS_LATER, ()):
                one, other = (self._find(("input",), each) for each in (found["code"], code))
                self._edit.set(one, f"{_LINKS_LATER}/{other.hex()}", 1)

    def _standing(self, found: dict[str, Any]) -> dict[str, Scalar]:
        owner = self._edit.state(self._find(("bundle", "input"), found["of"]))
        return as_published(owner, found["version"], found["date"])

    def _fields(self, kind: str, name: str, value: object) -> dict[str, Scalar]:
        field = KINDS[kind].field(name)
        if isinstance(value, str | int):
            return {
                name: self._find(field.targets, str(value)).hex()
                if field.type is Type.REF
                else value
            }
        if isinstance(value, list):
            return {f"{name}/{self._find(field.targets, each).hex()}": 1 for each in value}
        if isinstance(value, dict):
            return {
                f"{name}/{self._find(field.targets, party).hex()}/{part}": count
                for party, parts in value.items()
                for part, count in parts.items()
            }
        raise TypeError(f"{kind}.{name}")

    def _find(self, kinds: tuple[str, ...], name: str) -> bytes:
        for kind in kinds:
            found = self._made.get(KINDS[kind].plural, {}).get(name)
            if found is not None:
                return found
        raise KeyError(name)


def log_name(name: str) -> str:
    """The name in the log of a field as the data calls it, `answer/text` for `answer_text`."""
    if name.startswith(_FLAT_PREFIX):
        return PREFIX + name.removeprefix(_FLAT_PREFIX)
    return _FIELDS.get(name, name)


_NAMED_BY: Mapping[str, Callable[[dict[str, Any]], str | None]] = {
    "phases": lambda found: found["number"],
    "groups": lambda found: found["name"],
    "themes": lambda found: found.get("number"),
    "plan_versions": lambda found: found["number"],
    "chapters": lambda found: f"{found['version']} {found['number']}",
    "participants": lambda found: " ".join(
        part for part in (found.get("session"), found["code"]) if part
    ),
}


def _names(plural: str, found: dict[str, Any]) -> list[str]:
    by = _NAMED_BY.get(plural)
    name = found.get("code") if by is None else by(found)
    return [name] if name else []
