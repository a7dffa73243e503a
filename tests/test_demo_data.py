"""The demo round and the templates as data: each rule holds, and catches a broken round."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import pytest

from samen_desktop.core.fields import Type
from samen_desktop.core.kinds import KINDS

from .demo.answer_rules import (
    answers_are_complete,
    bundles_hold_together,
    feedback_is_told,
    functions_are_no_names,
    outlines_follow,
    the_published_was_checked,
    what_was_published_stays,
)
from .demo.reading import FILES, Round, Rule, read
from .demo.rules import (
    agendas_have_minutes,
    codes_are_unique,
    codes_are_well_formed,
    days_fit,
    fields_are_known,
    follow_ups_come_from_fiction,
    nothing_to_reach_people_by,
    people_belong_to_their_input,
    phases_fit,
    real_bodies_have_no_scores,
    references_resolve,
    sessions_are_marked,
    words_are_not_put_in_real_mouths,
)


@pytest.fixture(scope="module")
def shipped_round(repository: Path) -> Round:
    return read(repository / "resources" / "demo")


@pytest.fixture
def demo(shipped_round: Round) -> Round:
    return copy.deepcopy(shipped_round)


RULES: tuple[Rule, ...] = (
    fields_are_known,
    codes_are_well_formed,
    codes_are_unique,
    references_resolve,
    phases_fit,
    days_fit,
    people_belong_to_their_input,
    agendas_have_minutes,
    nothing_to_reach_people_by,
    real_bodies_have_no_scores,
    sessions_are_marked,
    words_are_not_put_in_real_mouths,
    follow_ups_come_from_fiction,
    outlines_follow,
    bundles_hold_together,
    answers_are_complete,
    what_was_published_stays,
    the_published_was_checked,
    feedback_is_told,
    functions_are_no_names,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_demo_round_keeps_the_rule(rule: Rule, shipped_round: Round) -> None:
    assert list(rule(shipped_round)) == []


def put(file: str, code: str, /, **values: object) -> Callable[[Round], None]:
    """Break a round: give the record of that name these values, None takes a field away."""

    def spoil(data: Round) -> None:
        names = ("code", "number", "of", "to", "title")
        row = next(r for r in data[file] if code in [r.get(name) for name in names])
        row.update(values)
        for name in [name for name, value in row.items() if value is None]:
            del row[name]

    return spoil


BROKEN: tuple[tuple[Rule, Callable[[Round], None]], ...] = (
    (fields_are_known, put("inputs", "I-0006", mood="blij")),
    (fields_are_known, put("inputs", "I-0006", kind="KLACHT")),
    (fields_are_known, put("inputs", "I-0006", words=None)),
    (fields_are_known, put("sessions", "SE-07", date="18-05-2022")),
    (fields_are_known, put("sessions", "SE-07", begin="19.30")),
    (fields_are_known, put("sessions", "SE-07", attendance={"ouders": {"present": "26"}})),
    (fields_are_known, put("stakeholders", "S-036", by_name=2)),
    (fields_are_known, put("inputs", "I-0006", groups=["ouders", "ouders"])),
    (codes_are_well_formed, put("inputs", "I-0006", code="I-6")),
    (codes_are_well_formed, put("sessions", "SE-07", code="S-007")),
    (codes_are_unique, put("follow_ups", "A-002", code="A-001")),
    (codes_are_unique, put("themes", "TH2", number="TH1")),
    (references_resolve, put("inputs", "I-0015", submitters=["SE-07 Ouder 99"])),
    (references_resolve, put("inputs", "I-0015", side_themes=["TH99"])),
    (references_resolve, put("sessions", "SE-07", phase="7")),
    (references_resolve, put("sessions", "SE-07", attendance={"opa's": {"present": 3}})),
    (references_resolve, put("follow_ups", "A-001", origin="SE-99")),
    (days_fit, put("sessions", "SE-07", date="2022-11-18")),
    (days_fit, put("sessions", "SE-07", end="18:00")),
    (phases_fit, put("phases", "1", end_planned="2025-06-30")),
    (days_fit, put("inputs", "I-0015", date="2022-05-19")),
    (days_fit, put("follow_ups", "A-001", done_on=None)),
    (people_belong_to_their_input, put("inputs", "I-0015", submitters=["SE-09 Jongere 1"])),
    (people_belong_to_their_input, put("inputs", "I-0015", submitters=[])),
    (agendas_have_minutes, put("sessions", "SE-07", agenda="Welkom")),
    (nothing_to_reach_people_by, put("contacts", "S-036", email="info@aanbieder.nl")),
    (nothing_to_reach_people_by, put("inputs", "I-0015", words="Bel mij op 050 123 45 67.")),
    (nothing_to_reach_people_by, put("contacts", "S-036", name="J. de Vries")),
    (real_bodies_have_no_scores, put("stakeholders", "S-002", influence="HOOG")),
    (real_bodies_have_no_scores, put("stakeholders", "S-015", position="Is tegen.")),
    (real_bodies_have_no_scores, put("contacts", "S-036", of="S-002")),
    (sessions_are_marked, put("sessions", "SE-07", title="Ouders in gesprek, wijkcentrum")),
    (sessions_are_marked, put("sessions", "SE-01", agenda="10 Welkom")),
    (sessions_are_marked, put("sessions", "SE-01", attendance={"S-014": {"present": 9}})),
    (sessions_are_marked, put("sessions", "SE-03", attendance={"S-002": {"present": 1}})),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0006", submitters=["S-002"])),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", internal_note=None)),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", answer_status="DEE")),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", stance="KRITI")),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", submitters=["S-036"])),
    (follow_ups_come_from_fiction, put("follow_ups", "A-001", origin="SE-11")),
    (follow_ups_come_from_fiction, put("follow_ups", "A-001", origin="I-0001")),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", answer_text="Wij nemen dit over.")),
    (words_are_not_put_in_real_mouths, put("inputs", "I-0001", handler="jurist")),
    (fields_are_known, put("inputs", "I-0006", answer_mood="blij")),
    (fields_are_known, put("text_blocks", "Al in het plan", text=None)),
    (codes_are_unique, put("chapters", "8.2", number="8.1")),
    (codes_are_well_formed, put("bundles", "B-01", code="B-001")),
    (references_resolve, put("inputs", "I-0006", answer_place="1.0 5.2")),
    (references_resolve, put("bundles", "B-01", answer_place="9.2")),
    (references_resolve, put("inputs", "I-0022", bundle="B-99")),
    (references_resolve, put("feedbacks", "S-038", to="S-999")),
    (outlines_follow, put("chapters", "4.1", parent="1.0 4")),
    (outlines_follow, put("chapters", "4.2", follows="0.5 4")),
    (outlines_follow, put("plan_versions", "0.9", description="Concept voor advies.")),
    (bundles_hold_together, put("inputs", "I-0022", theme="TH4")),
    (bundles_hold_together, put("inputs", "I-0022", answer_status="OVG")),
    (bundles_hold_together, put("inputs", "I-0013", bundle=None)),
    (bundles_hold_together, put("inputs", "I-0022", submitters=["S-002"])),
    (bundles_hold_together, put("inputs", "I-0022", contradicts=["I-0102"])),
    (answers_are_complete, put("inputs", "I-0024", answer_reason=None)),
    (answers_are_complete, put("bundles", "B-09", answer_place=None)),
    (answers_are_complete, put("inputs", "I-0078", answer_text="  ")),
    (answers_are_complete, put("inputs", "I-0032", answer_approved_by=None)),
    (answers_are_complete, put("inputs", "I-0025", answer_approved_on="2022-12-01")),
    (answers_are_complete, put("inputs", "I-0029", answer_text="Volgt.")),
    (what_was_published_stays, put("inputs", "I-0006", answer_version=None)),
    (what_was_published_stays, put("inputs", "I-0006", answer_version=2)),
    (what_was_published_stays, put("bundles", "B-02", answer_version=None)),
    (what_was_published_stays, put("answer_versions", "B-02", reason=None)),
    (what_was_published_stays, put("answer_versions", "I-0006", date="2022-09-01")),
    (the_published_was_checked, put("inputs", "I-0113", status="RUW")),
    (feedback_is_told, put("inputs", "I-0025", status="TERUG")),
    (feedback_is_told, put("inputs", "I-0067", status="TERUG")),
    (feedback_is_told, put("feedbacks", "S-038", sent=None)),
    (feedback_is_told, put("feedbacks", "S-038", to="S-002")),
    (feedback_is_told, put("feedbacks", "S-038", session="SE-11")),
    (feedback_is_told, put("feedbacks", "S-038", due="2022-04-01")),
    (functions_are_no_names, put("bundles", "B-01", handler="J. de Vries")),
    (functions_are_no_names, put("chapters", "4.1", owner="Projectleider De Vries")),
)


@pytest.mark.parametrize(("rule", "spoil"), BROKEN)
def test_a_broken_round_is_caught(rule: Rule, spoil: Callable[[Round], None], demo: Round) -> None:
    spoil(demo)
    assert list(rule(demo))


def test_every_rule_is_shown_a_broken_round() -> None:
    assert {rule for rule, _ in BROKEN} == set(RULES)


def test_every_file_belongs_to_a_kind(repository: Path) -> None:
    for folder in (
        repository / "resources" / "demo",
        *(repository / "resources/templates").iterdir(),
    ):
        assert set(read(folder)) <= set(FILES)


@pytest.mark.parametrize("name", ["consultatieronde", "leeg"])
def test_templates_hold_frames_and_no_content(name: str, repository: Path) -> None:
    data = read(repository / "resources" / "templates" / name)
    assert list(fields_are_known(data)) == []
    assert set(data) <= {"round", "phases", "groups"}
    assert data["round"][0]["status"] == "VOORB"
    assert "demo" not in data["round"][0]
    dated = {field.name for field in KINDS["phase"].fields if field.type is Type.DATE}
    assert not any(dated & set(phase) for phase in data.get("phases", []))
