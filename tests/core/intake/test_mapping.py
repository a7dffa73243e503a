"""A mapping file does what it says, and is refused in one sentence in every way it can be wrong."""

from __future__ import annotations

import json

import pytest

from samen_desktop.core.errors import KnownError
from samen_desktop.core.intake.mapping import Rules, match, parse_rules
from samen_desktop.core.intake.targets import TARGETS

INPUTS = TARGETS["inputs"]

WRONG = (
    "",
    "geen json",
    "[]",
    "{}",
    "null",
    "7",
    '"words"',
    "[" * 100_000,
    '{"a":' * 100_000,
    '{"columns": {"words": "a"}',
    '{"columns": []}',
    '{"columns": {"words": "a"}, "meer": {}}',
    '{"columns": {"words": "a"}, "fixed": []}',
    '{"kolommen": {"words": "a"}}',
    '{"columns": {"words": 7}}',
    '{"columns": {"words": []}}',
    '{"columns": {"words": ["a", 7]}}',
    '{"columns": {"words": {"a": "b"}}}',
    '{"columns": {"woorden": "a"}}',
    '{"columns": {"words": "a", "words": "b"}}',
    '{"columns": {"group": "a", "groups": "b"}}',
    '{"fixed": {"kind": null}}',
    '{"fixed": {"kind": ["a"]}}',
    '{"fixed": {"kind": 1.5}}',
    '{"fixed": {"kind": NaN}}',
    '{"fixed": {"kind": ' + "9" * 5000 + "}}",
    '{"values": {"kind": "a"}}',
    '{"values": {"kind": {"a": null}}}',
    '{"values": {"nergens": {"a": "b"}}}',
)


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_a_wrong_mapping_file_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(KnownError) as refused:
        parse_rules(text, INPUTS, "koppeling.json")
    for language in ("nl", "en"):
        sentence = refused.value.say(language)
        assert "koppeling.json" in sentence
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert len(sentence) < 500


def test_fields_go_by_the_names_people_write() -> None:
    said = {"Text": "a", "submitters": "b", "answer_status": "c", "side-themes": "d"}
    found = parse_rules(json.dumps({"columns": said}), INPUTS, "k.json").columns
    assert list(found) == ["words", "submitter", "answer/status", "side_theme"]
    said = {"name": "a", "contact": "b", "contact.email": "c", "contact/note": "d", "Phone": "e"}
    found = parse_rules(json.dumps({"columns": said}), TARGETS["stakeholders"], "k.json").columns
    assert list(found) == ["name", "contact_name", "email", "contact_note", "phone"]


def test_a_byte_order_mark_is_no_fault() -> None:
    assert parse_rules('\ufeff{"fixed": {"kind": true}}', INPUTS, "k.json").fixed == {"kind": "1"}


def test_named_columns_are_all_that_is_read() -> None:
    rules = Rules(columns={"words": ("REACTIE", "titel")})
    found = match(INPUTS, ("Titel", "Reactie", "Thema", ""), rules, "a.csv")
    assert dict(found.places) == {"words": (1, 0)}
    assert found.rules.columns == {"words": ("Reactie", "Titel")}
    assert found.unused == ("Thema",)


def test_fixed_values_go_beside_recognised_columns() -> None:
    rules = parse_rules('{"fixed": {"theme": "Wonen"}}', INPUTS, "k.json")
    found = match(INPUTS, ("Reactie", "Datum"), rules, "a.csv")
    assert dict(found.places) == {"words": (0,), "date": (1,)}


def test_a_header_that_is_not_there_is_named_with_those_that_are() -> None:
    rules = Rules(columns={"words": ("Tekst {x}",)})
    with pytest.raises(KnownError) as refused:
        match(INPUTS, ("Reactie {y}", "Datum"), rules, "a{b}.csv")
    sentence = refused.value.say("nl")
    assert all(part in sentence for part in ("Tekst {x}", "“Reactie {y}”", "a{b}.csv"))


def test_a_fixed_required_field_is_enough() -> None:
    rules = parse_rules('{"fixed": {"words": "afwezig"}}', INPUTS, "k.json")
    assert match(INPUTS, ("a", "b"), rules, "a.csv").places == {}


@pytest.mark.parametrize(
    "header",
    [
        ("ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Wat gaat er goed?"),
        ("Id", "Start time", "Completion time", "Email", "Name", "What goes well?"),
    ],
)
def test_an_export_of_forms_is_told_that_questions_are_columns(header: tuple[str, ...]) -> None:
    with pytest.raises(KnownError) as refused:
        match(INPUTS, header, Rules(), "enquete.xlsx")
    assert "Microsoft Forms" in refused.value.say("nl")
    assert header[-1] in refused.value.say("nl")
    assert "“words”" in refused.value.say("en")


def test_the_rules_can_be_kept_without_texts_of_persons() -> None:
    text = '{"columns": {"words": "a"}, "fixed": {"submitter": "Ans", "kind": "ZORG"}}'
    rules = parse_rules(text, INPUTS, "k.json")
    assert json.loads(rules.as_json()) == json.loads(text)
    kept = json.loads(rules.as_json(INPUTS.personal))
    assert kept == {"columns": {"words": "a"}, "fixed": {"kind": "ZORG"}}
