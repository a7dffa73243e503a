"""The demo round has something to show for each screen: every status, every state, every duty."""

from __future__ import annotations

from pathlib import Path

import pytest

from samen_desktop.core import answers

from .demo.reading import Round, as_logged, owner_of, owners, read


@pytest.fixture(scope="module")
def shipped_round(repository: Path) -> Round:
    return read(repository / "resources" / "demo")


def test_every_screen_has_something_to_show(shipped_round: Round) -> None:
    """A demo shows states, so each closed status that a screen tells apart occurs."""
    seen = {
        "session": {row["status"] for row in shipped_round["sessions"]},
        "input": {row["status"] for row in shipped_round["inputs"]},
        "fate": {row["answer_status"] for row in owners(shipped_round).values()},
        "answer": {row.get("answer_state") for row in owners(shipped_round).values()},
        "plan": {row["status"] for row in shipped_round["plan_versions"]},
        "chapter": {row["status"] for row in shipped_round["chapters"]},
        "feedback": {row["status"] for row in shipped_round["feedbacks"]},
        "follow-up": {row["status"] for row in shipped_round["follow_ups"]},
    }
    assert seen["session"] == {"GEPL", "UITGEN", "GEHOUD", "VERZET", "AFGEL"}
    assert seen["input"] == {"RUW", "GECOD", "GECTR", "TERUG"}
    assert seen["fate"] == {"OVG", "DEE", "NOV", "TKN", "BRK", "BUI", "VRG", "OPN"}
    assert seen["answer"] - {None} == set(answers.STATES)
    assert seen["plan"] == {"WERKV", "CONCEPT", "VASTG"}
    assert seen["chapter"] == {"TESCH", "INBEW", "TERCO", "GEREED"}
    assert seen["feedback"] == {"GEPL", "VERZO", "VERV"}
    assert seen["follow-up"] == {"OPEN", "LOOPT", "WACHT", "GEREED", "VERV"}


def test_the_desk_has_work(shipped_round: Round) -> None:
    """Much is still to be weighed; drafts lack something, and each duty occurs."""
    fates = [owner_of(shipped_round, row)["answer_status"] for row in shipped_round["inputs"]]
    assert 0.35 <= fates.count(answers.NOT_WEIGHED) / len(fates) <= 0.45
    lacking = {
        (row["answer_status"], name)
        for row in owners(shipped_round).values()
        if row["answer_status"] != answers.NOT_WEIGHED
        for name in answers.missing(as_logged(row))
    }
    assert lacking == {
        ("VRG", "answer/text"),
        ("NOV", "answer/reason"),
        ("DEE", "answer/reason"),
        ("OVG", "answer/place"),
    }


def test_a_public_edition_has_what_to_show_and_what_to_hold_back(shipped_round: Round) -> None:
    open_rows = [row for row in shipped_round["inputs"] if row["privacy"] == "OPENB"]
    assert {row["status"] for row in open_rows} >= {"GECOD", "GECTR", "TERUG"}
    published = [
        row
        for row in open_rows
        if owner_of(shipped_round, row).get("answer_state") == answers.PUBLISHED
    ]
    assert 20 < len(published) < len(open_rows)
    assert any(row["privacy"] == "INTERN" for row in shipped_round["inputs"])


def test_the_plan_moves_on(shipped_round: Round) -> None:
    """Between versions chapters change, move, come and go; an answer points to each of these."""
    plan = {f"{row['version']} {row['number']}": row for row in shipped_round["chapters"]}
    after = {row["follows"]: place for place, row in plan.items() if "follows" in row}
    last = shipped_round["plan_versions"][-1]["number"]
    fates: dict[str, set[str]] = {}
    for owner in owners(shipped_round).values():
        place = was = owner.get("answer_place", f"{last} 1")
        while place in after:
            place = after[place]
        vanished = plan[place]["version"] != last
        moved = plan[place]["number"] != plan[was]["number"]
        changed = plan[place].get("text") != plan[was].get("text")
        fate = "vanished" * vanished or "moved" * moved or "changed" * changed or "same"
        fates.setdefault(fate, set()).add(owner["code"])
    assert fates.pop("same")
    assert fates == {"vanished": {"I-0078"}, "moved": {"B-09"}, "changed": {"B-03"}}
    assert any("follows" not in row for row in plan.values() if row["version"] == "0.9")


def test_feedback_is_late_and_speaks_to_children(shipped_round: Round) -> None:
    rows = shipped_round["feedbacks"]
    assert any(row["status"] == "GEPL" and row["due"] < "2022-06-20" for row in rows)
    assert any(row.get("sent", "") > row["due"] for row in rows)
    assert any(row.get("child_friendly") and row["channel"] == "KINDV" for row in rows)


def test_a_group_is_still_to_be_heard(shipped_round: Round) -> None:
    """Reach has something to warn of: a group that is planned, and that nobody has heard."""
    held = {row["code"] for row in shipped_round["sessions"] if row["status"] == "GEHOUD"}
    groups_of = {row["code"]: row.get("groups", []) for row in shipped_round["stakeholders"]}
    came: set[str] = set()
    planned: set[str] = set()
    for row in shipped_round["sessions"]:
        for party, counts in row.get("attendance", {}).items():
            groups = set(groups_of.get(party, [party]))
            if row["code"] in held and counts.get("present"):
                came |= groups
            if row["status"] in ("GEPL", "UITGEN"):
                planned |= groups
    said = {group for row in shipped_round["inputs"] for group in row.get("groups", [])}
    assert planned - came - said == {"ketenpartners"}
