"""A coordinator's afternoon without a window: make, read in, look up, undo, care, hand over."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from .conftest import Call


def _counts(done: Call, path: Path) -> dict[str, int]:
    counts: dict[str, int] = done("check", path, "--deep", "--json").data["counts"]
    return counts


def test_reading_in_is_announced_done_and_undone(
    done: Call, call: Call, empty: Path, reactions: Path
) -> None:
    before = empty.read_bytes()
    dry = done("import", empty, reactions, "--as", "inputs", "--dry-run", "--json").data
    assert (dry["added"], dry["skipped"], dry["codes"]) == (3, 0, ["I-0001", "I-0003"])
    assert dry["made"] == {"participants": 2, "themes": 2}
    assert empty.read_bytes() == before
    real = done("import", empty, reactions, "--as", "inputs", "--json").data
    assert real == dry | {"dry_run": False}
    (problem,) = real["problems"]
    assert (problem["row"], problem["column"]) == (3, "Datum")
    assert "31-02-2022" in problem["sentence"]
    again = done("import", empty, reactions, "--as", "inputs", "--json").data
    assert (again["added"], again["unchanged"], again["read_before"]) == (0, 3, True)
    assert _counts(done, empty)["inputs"] == 3
    done("undo", empty)
    assert (_counts(done, empty)["inputs"], _counts(done, empty)["participants"]) == (0, 0)
    done("redo", empty)
    assert _counts(done, empty)["inputs"] == 3
    assert call("redo", empty).status == 1
    codes = done("import", empty, reactions, "--as", "inputs", "--json").data["codes"]
    assert codes == []


def test_what_was_undone_may_be_read_in_again_under_new_codes(
    done: Call, empty: Path, reactions: Path
) -> None:
    done("import", empty, reactions, "--as", "inputs")
    done("undo", empty)
    again = done("import", empty, reactions, "--as", "inputs", "--json").data
    assert (again["added"], again["codes"]) == (3, ["I-0004", "I-0006"])


def test_undo_stops_at_the_beginning_with_a_sentence(call: Call, done: Call, empty: Path) -> None:
    assert len(done("undo", empty, "9", "--json").data["steps"]) == 1
    answer = call("undo", empty)
    assert (answer.status, answer.err) == (1, "Er is niets om ongedaan te maken.\n")


def test_finding_by_words_beginnings_and_code(done: Call, empty: Path, reactions: Path) -> None:
    done("import", empty, reactions, "--as", "inputs")
    assert [hit["code"] for hit in done("find", empty, "bankj", "--json").data["hits"]] == [
        "I-0001"
    ]
    assert done("find", empty, "I-0003", "--json").data["hits"][0]["code"] == "I-0003"
    assert done("find", empty, "een", "REACTIE", "--in", "inputs", "--json").data["hits"]
    assert done("find", empty, "bankje", "--in", "stakeholders").out == "Niets gevonden.\n"


def test_history_says_who_did_what(done: Call, empty: Path, reactions: Path) -> None:
    done("import", empty, reactions, "--as", "inputs", "--author", "HR coördinator")
    steps = done("history", empty, "--json").data["steps"]
    assert [step["name"] for step in steps] == ["bestand inlezen", "ronde aanmaken"]
    assert (steps[0]["author"], steps[0]["about"]) == ("HR coördinator", "3")
    changes = done("history", empty, "I-0001", "--json").data["changes"]
    assert {"Woorden", "Nr"} <= {change["field"] for change in changes}


def test_names_of_submitters_stand_in_no_export(
    done: Call, empty: Path, reactions: Path, tmp_path: Path
) -> None:
    done("import", empty, reactions, "--as", "inputs")
    out = tmp_path / "overzicht.xlsx"
    told = done("export", empty, out, "--edition", "intern", "--json").data
    assert told["rows"]["Inbreng"] == 3
    book = openpyxl.load_workbook(out)
    cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any("Indiener 1" in cell for cell in cells)
    assert not any("Vries" in cell or "Bakker" in cell for cell in cells)
    assert "=1+1 is geen plan" in cells
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_the_demo_goes_out_in_both_languages(done: Call, demo: Path, tmp_path: Path) -> None:
    for language, titles in (
        ("nl", ["Leeswijzer", "Sessies", "Deelname", "Stakeholders", "Bereik", "Inbreng"]),
        ("en", ["Reading guide"]),
    ):
        out = tmp_path / f"{language}.xlsx"
        done("export", demo, out, "--lang", language)
        assert openpyxl.load_workbook(out).sheetnames[: len(titles)] == titles
    exports = done("check", demo, "--json").data["counts"]["exports"]
    assert exports == 2


def test_what_went_out_is_no_step_to_undo(done: Call, demo: Path, tmp_path: Path) -> None:
    done("export", demo, tmp_path / "uit.xlsx")
    assert done("undo", demo, "--json").data["steps"][0]["name"] == "demo"


def test_a_nota_for_word_is_public_unless_somebody_says_otherwise(
    done: Call, demo: Path, tmp_path: Path
) -> None:
    out = tmp_path / "nota.docx"
    told = done("export", demo, out, "--report", "nota", "--json").data
    assert told["edition"] == "openbaar"
    assert told["held_back"]
    assert out.stat().st_size > 10_000
    both = ("--report", "nota", "--report", "impressie", "--edition", "intern", "--to", "griffie")
    told = done("export", demo, tmp_path / "b.xlsx", *both, "--session", "SE-07", "--json").data
    assert told["reports"] == ["nota", "impression"]
    assert told["rows"]["Impressies"] == 1
    assert told["held_back"] == {}
    assert "achtergehouden" in done("export", demo, tmp_path / "c.xlsx").out


def test_what_is_no_edition_format_or_report_is_refused_by_name(
    call: Call, demo: Path, tmp_path: Path
) -> None:
    assert "geheim" in call("export", demo, tmp_path / "a.xlsx", "--edition", "geheim").err
    assert ".xlsx" in call("export", demo, tmp_path / "a.docx").err
    assert ".docx" in call("export", demo, tmp_path / "a.pdf").err
    assert "brief" in call("export", demo, tmp_path / "a.xlsx", "--report", "brief").err
    inside = ("--report", "achtergehouden")
    assert "intern" in call("export", demo, tmp_path / "a.xlsx", *inside).err
    assert not list(tmp_path.glob("a.*"))


def test_a_backup_brings_back_what_was_undone_and_codes_are_not_given_again(
    done: Call, call: Call, empty: Path, reactions: Path, tmp_path: Path
) -> None:
    backup = Path(done("backup", empty, tmp_path / "kopie", "--json").data["backup"])
    done("import", empty, reactions, "--as", "inputs")
    told = done("restore", backup, empty, "--json").data
    assert Path(told["replaced"]).exists()
    assert _counts(done, empty)["inputs"] == 0
    again = done("import", empty, reactions, "--as", "inputs", "--json").data
    assert again["codes"] == ["I-0004", "I-0006"]
    assert call("restore", reactions, empty).status == 1


def test_a_copy_writes_under_its_own_mark(
    done: Call, call: Call, empty: Path, reactions: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "voor-hr.samen"
    done("copy", empty, copy, "--mark", "HR")
    codes = done("import", copy, reactions, "--as", "inputs", "--json").data["codes"]
    assert codes == ["I-HR-0001", "I-HR-0003"]
    assert call("undo", copy, "--json").status == 0
    assert call("undo", copy).err == "Er is niets om ongedaan te maken.\n"
    second = call("copy", empty, tmp_path / "nog-een.samen", "--mark", "HR")
    assert second.status == 1
    assert "HR" in second.err


def test_an_erased_person_is_nowhere_on_disk(
    done: Call, empty: Path, reactions: Path, tmp_path: Path
) -> None:
    done("import", empty, reactions, "--as", "inputs")
    done("backup", empty)
    reactions.unlink()
    done("erase", empty, "Indiener 1")
    left = [
        path for path in tmp_path.rglob("*") if path.is_file() and b"Vries" in path.read_bytes()
    ]
    assert left == []
    assert _counts(done, empty)["inputs"] == 3
    assert done("find", empty, "Bakker", "--json").data["hits"]


def test_a_demo_replaces_a_demo_and_nothing_else(
    done: Call, call: Call, demo: Path, empty: Path
) -> None:
    done("demo", demo)
    answer = call("demo", empty)
    assert (answer.status, answer.err) == (1, "ronde.samen bestaat al. Kies een andere naam.\n")
    assert call("new", empty).status == 1


@pytest.mark.parametrize("verb", ["check", "find", "history", "undo", "export"])
def test_what_is_no_round_gets_one_sentence(call: Call, tmp_path: Path, verb: str) -> None:
    path = tmp_path / "notities.samen"
    path.write_text("geen ronde", encoding="utf-8")
    more = {"find": ["vijver"], "export": [str(tmp_path / "uit.xlsx")]}.get(verb, [])
    answer = call(verb, path, *more)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == "notities.samen is geen ronde van SAMEN Desktop.\n"
    assert path.read_text(encoding="utf-8") == "geen ronde"
