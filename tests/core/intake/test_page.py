"""The page for coordinators says which headers are recognised, as the program knows them.

`python -m tests.core.intake.test_page` writes the tables of the page anew.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from samen_desktop.core.intake.mapping import parse_rules
from samen_desktop.core.intake.recognise import own_names, plain
from samen_desktop.core.intake.targets import TARGETS, Target

PAGE = Path(__file__).resolve().parents[3] / "docs" / "inlezen.md"
_TABLES = re.compile(r"(<!-- koppen: .*? -->\n).*?(<!-- einde koppen -->)", re.DOTALL)
_TITLES = {
    "inputs": "Inbreng",
    "stakeholders": "Stakeholders",
    "sessions": "Sessies",
    "follow-ups": "Acties",
}


def table(target: Target) -> str:
    lines = [
        f"### {_TITLES[target.name]} (`--as {target.name}`)",
        "",
        "| veld | herkend aan |",
        "|---|---|",
    ]
    for column in target.columns:
        first = column.words.nl
        names = (first, *own_names(target, column), *column.aliases)
        said = {plain(name): name for name in reversed(names) if plain(name) != plain(first)}
        star = " *" if column.name in target.required else ""
        lines.append(
            f"| `{column.name}`{star} | {', '.join((f'**{first}**', *reversed(said.values())))} |"
        )
    return "\n".join(lines)


def page(text: str) -> str:
    tables = "\n\n".join(table(target) for target in TARGETS.values())
    return _TABLES.sub(lambda found: f"{found[1]}\n{tables}\n\n{found[2]}", text)


def test_the_page_says_what_is_recognised() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(text) == text
    assert all(f"`--as {name}`" in text for name in TARGETS)


def test_an_old_table_is_noticed() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(text.replace("**Woorden**", "**Zinnen**")) != text.replace("Woorden", "Zinnen")


def test_the_example_on_the_page_is_a_mapping_file() -> None:
    text = PAGE.read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", text, re.DOTALL)
    rules = parse_rules(example, TARGETS["inputs"], "koppeling.json")
    assert {*rules.columns, *rules.fixed, *rules.values} == {
        *json.loads(example)["columns"],
        *json.loads(example)["fixed"],
        *json.loads(example)["values"],
    }


@pytest.mark.parametrize("target", TARGETS.values(), ids=lambda target: target.name)
def test_every_field_stands_on_the_page(target: Target) -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert all(f"| `{column.name}`" in text for column in target.columns)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
