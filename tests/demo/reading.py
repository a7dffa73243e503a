"""The demo round as data for its rules: its files, and what is spoken of by which name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from samen_desktop.store.seed import log_name

Row = dict[str, Any]
Round = dict[str, list[Row]]
Rule = Callable[[Round], Iterator[str]]

FILES = {
    "round": "round",
    "phases": "phase",
    "groups": "group",
    "stakeholders": "stakeholder",
    "contacts": "contact",
    "participants": "participant",
    "themes": "theme",
    "sessions": "session",
    "plan_versions": "plan_version",
    "chapters": "chapter",
    "bundles": "bundle",
    "inputs": "input",
    "answer_versions": "answer_version",
    "text_blocks": "text_block",
    "feedbacks": "feedback",
    "follow_ups": "follow_up",
}
# People in general, of whom every opinion is somebody's and nobody's: they may have scores.
PEOPLE_IN_GENERAL = {"S-021", "S-022", "S-023", "S-024"}
FICTION = "(fictief)"


def read(folder: Path) -> Round:
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")
    }


def by_code(rows: list[Row]) -> dict[str, Row]:
    return {row["code"]: row for row in rows}


def chapters(data: Round) -> set[str]:
    """How a chapter is spoken of: version and number, `0.9 6.2`."""
    return {f"{row['version']} {row['number']}" for row in data["chapters"]}


def owners(data: Round) -> dict[str, Row]:
    """What carries an answer: every bundle, and every input that is in none."""
    alone = [row for row in data["inputs"] if "bundle" not in row]
    return by_code(data["bundles"] + alone)


def answered(data: Round, owner: Row) -> list[Row]:
    """The inputs that an answer is for."""
    inside = [row for row in data["inputs"] if row.get("bundle") == owner["code"]]
    return inside if owner in data["bundles"] else [owner]


def participants(data: Round) -> set[str]:
    """How a participant is spoken of: `SE-07 Ouder 4`, or the code alone in the whole round."""
    return {
        " ".join(filter(None, (row.get("session"), row["code"]))) for row in data["participants"]
    }


def owner_of(data: Round, row: Row) -> Row:
    return owners(data)[str(row.get("bundle", row["code"]))]


def as_logged(row: Row) -> Row:
    return {log_name(name): value for name, value in row.items()}


def real(data: Round) -> set[str]:
    """Codes of bodies that exist."""
    return {
        row["code"]
        for row in data["stakeholders"]
        if not row["name"].endswith(FICTION) and row["code"] not in PEOPLE_IN_GENERAL
    }


def is_fiction(session: Row) -> bool:
    return bool(session["title"].endswith(FICTION))
