"""What becomes of the rows of a strange table: keys, codes, references, defaults, problems."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from samen_desktop.core.errors import Problem
from samen_desktop.core.words import Words
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.intake.read_in import ReadIn
from samen_desktop.store.log.dump import dump
from tests.builders import a_group, a_round, a_session, a_stakeholder, a_theme, changed

from .tables_in import Table, a_table, column, read_in


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with a_round(tmp_path / "ronde.samen") as found:
        yield found


@pytest.fixture
def peopled(dossier: Dossier) -> Dossier:
    """A round with three stakeholders, two groups, a theme, a session and a participant in it."""
    with dossier.edit("add_stakeholder") as edit:
        for name in ("School A", "School B", "Jansen, Pieters en Co"):
            a_stakeholder(edit, name)
        a_group(edit, "Ouders")
        a_group(edit, "Jongeren")
        a_theme(edit, "Wonen", number="2")
        session = a_session(edit)
        edit.create("participant", {"code": "Ouder 4", "session": session.hex()})
    return dossier


def submitters(dossier: Dossier) -> list[list[str]]:
    """Per input its submitters as they are shown, in the order of their making."""
    rows = dossier.conn.execute(
        "SELECT inputs.key, coalesce(stakeholders.name, participants.shown) FROM inputs"
        " LEFT JOIN member ON member.owner = inputs.key AND member.field = 'submitter'"
        " LEFT JOIN stakeholders ON stakeholders.key = member.member"
        " LEFT JOIN participants ON participants.key = member.member"
        " ORDER BY inputs.key, member.member"
    )
    found: dict[int, list[str]] = {}
    for key, name in rows:
        found.setdefault(key, []).extend([name] if name else [])
    return list(found.values())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("S-002", ["School B"]),
        ("school b", ["School B"]),
        ("S-001, S-002", ["School A", "School B"]),
        ("S-001; S-002", ["School A", "School B"]),
        ("S-001\nS-002", ["School A", "School B"]),
        ("Jansen, Pieters en Co", ["Jansen, Pieters en Co"]),
        ("School A; Jansen, Pieters en Co", ["School A", "Jansen, Pieters en Co"]),
        ("SE-01 Ouder 4", ["Ouder 4"]),
        ("School A, SE-01 Ouder 4", ["School A", "Ouder 4"]),
        ("School A; mevrouw De Vries", ["School A", "Indiener 1"]),
        ("De Vries, mevrouw", ["Indiener 1"]),
        ("De Vries; De Boer", ["Indiener 1"]),
        ("nvt", []),
        ("", []),
    ],
)
def test_a_submitter_is_found_or_made(peopled: Dossier, text: str, expected: list[str]) -> None:
    read_in(peopled, "inputs", a_table("Inbreng|Indiener", ("Waar kan ik heen?", text)))
    assert submitters(peopled) == [expected]


def test_one_participant_per_distinct_text_also_when_read_later(dossier: Dossier) -> None:
    table = a_table(
        "Inbreng|Indiener",
        ("een", "Ans"),
        ("twee", "Bea\nvan Dam"),
        ("drie", "Ans"),
        ("vier", "ans@voorbeeld.nl"),
        ("vijf", "Indiener 2"),
    )
    done = read_in(dossier, "inputs", table)
    first = submitters(dossier)
    assert done.made == {"participant": 4}
    assert first == [["Indiener 1"], ["Indiener 2"], ["Indiener 1"], ["Indiener 3"], ["Indiener 4"]]
    with dossier.edit("delete_input") as edit:
        for (ident,) in dossier.conn.execute("SELECT id FROM inputs").fetchall():
            edit.delete(ident)
    again = read_in(dossier, "inputs", table)
    assert (again.added, again.made) == (5, {})
    assert submitters(dossier)[5:] == first


def test_two_stakeholders_of_one_name_are_told(peopled: Dossier) -> None:
    with peopled.edit("add_stakeholder") as edit:
        a_stakeholder(edit, "School A")
    done = read_in(peopled, "inputs", a_table("Inbreng|Indiener", ("een", "School A")))
    assert submitters(peopled) == [["School A"]]
    assert ["meer dan één" in problem.words.nl for problem in done.problems] == [True]


def test_two_sessions_of_one_title_are_no_session(peopled: Dossier) -> None:
    with peopled.edit("add_session") as edit:
        a_session(edit)
    table = a_table("Inbreng|Sessie", ("een", "Ouderavond"), ("twee", "SE-02"))
    done = read_in(peopled, "inputs", table)
    assert column(peopled, "SELECT session IS NULL FROM inputs ORDER BY key") == [1, 0]
    assert [problem.row for problem in done.problems] == [2]


def test_groups_and_themes_are_found_or_made_and_counted(peopled: Dossier) -> None:
    table = a_table(
        "Inbreng|Groep|Thema",
        ("een", "ouders", "Wonen"),
        ("twee", "Ouders, Oma's", "2"),
        ("drie", "Zorg, welzijn en meer", "2 Wonen; Vrije tijd"),
        ("vier", "Jongeren; Ouders", "Vrije tijd"),
    )
    done = read_in(peopled, "inputs", table)
    assert done.made == {"group": 2, "theme": 1}
    names = "SELECT name FROM groups ORDER BY key"
    assert column(peopled, names) == ["Ouders", "Jongeren", "Oma's", "Zorg, welzijn en meer"]
    themes = "SELECT name FROM inputs JOIN themes ON themes.key = inputs.theme ORDER BY inputs.key"
    assert column(peopled, themes) == ["Wonen", "Wonen", "Wonen", "Vrije tijd"]
    assert column(peopled, "SELECT count(*) FROM member WHERE field = 'side_theme'") == [1]


def test_an_unknown_term_is_added_to_an_open_list_only(dossier: Dossier) -> None:
    table = a_table(
        "Inbreng|Aard|Status invoer",
        ("een", "Loftuiting", "Half af"),
        ("twee", "loftuiting", "Half af"),
        ("drie", "x" * 81, "ruw"),
    )
    done = read_in(dossier, "inputs", table)
    assert (done.added, done.made) == (3, {"term": 1})
    assert column(dossier, "SELECT kind FROM inputs ORDER BY key") == ["X01", "X01", None]
    assert column(dossier, "SELECT DISTINCT status FROM inputs") == ["RUW"]
    told = [(problem.row, problem.column) for problem in done.problems]
    assert told == [(2, "Status invoer"), (4, "Aard")]
    assert "Ook in één andere rij" in done.problems[0].words.nl


def test_a_list_takes_sixty_terms_and_no_more(dossier: Dossier) -> None:
    rows = [(f"zin {n}", f"soort {n}") for n in range(70)]
    done = read_in(dossier, "inputs", a_table("Inbreng|Aard", *rows))
    assert (done.added, done.made["term"], len(done.problems)) == (70, 60, 10)


def test_own_codes_of_gone_terms_are_not_given_again(dossier: Dossier) -> None:
    read_in(dossier, "inputs", a_table("Inbreng|Aard", ("een", "Loftuiting")))
    dossier.undo()
    read_in(dossier, "inputs", a_table("Inbreng|Aard", ("een", "Klacht over iets")))
    assert column(dossier, "SELECT code FROM terms WHERE deleted = 0") == ["X02"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (("I-0005", "", "I-0006"), ["I-0005", "I-0006", "I-0007"]),
        (("", "I-0001"), ["I-0001", "I-0002"]),
        (("I-0003", "I-0003", "i-4"), ["I-0003", "I-0004", "I-0005"]),
        (("I-999999999", ""), ["I-0001", "I-0002"]),
        (("S-001", "12", "I-HR-0001"), ["I-0001", "I-0002", "I-0003"]),
        (("I-0000", "I-0002"), ["I-0001", "I-0002"]),
    ],
)
def test_own_codes_are_kept_where_free(
    dossier: Dossier, given: tuple[str, ...], expected: list[str]
) -> None:
    rows = [(code, f"zin {n}") for n, code in enumerate(given)]
    done = read_in(dossier, "inputs", a_table("Nr|Inbreng", *rows))
    assert column(dossier, "SELECT shown FROM inputs ORDER BY key") == expected
    assert done.codes == [expected[0], expected[-1]]
    assert column(dossier, "SELECT count(*) FROM inputs WHERE shown <> code") == [0]


def test_a_code_of_a_gone_record_is_not_given_again(dossier: Dossier) -> None:
    table = a_table("Nr|Inbreng", ("I-0007", "een"))
    read_in(dossier, "inputs", table)
    dossier.undo()
    assert read_in(dossier, "inputs", table).codes == ["I-0008"]


def test_the_codes_announced_are_the_codes_given(peopled: Dossier) -> None:
    table = a_table("Inbreng|Indiener|Thema|Groep|Aard", ("een", "Ans", "Nieuw", "Opa's", "Anders"))
    before = dump(peopled.log)
    announced = read_in(peopled, "inputs", table, dry=True)
    assert dump(peopled.log) == before
    assert column(peopled, "SELECT count(*) FROM edit WHERE name = 'import'") == [0]
    assert read_in(peopled, "inputs", table) == announced


def test_equal_rows_and_repeated_keys_lose_none(dossier: Dossier) -> None:
    table = a_table(
        "id|Inbreng", ("a", "een"), ("a", "twee"), ("a#2", "drie"), ("", "vier"), ("", "vier")
    )
    assert read_in(dossier, "inputs", table).added == 5
    assert column(dossier, "SELECT count(DISTINCT source_key) FROM inputs") == [5]
    for ident in column(dossier, "SELECT id FROM inputs"):
        with dossier.edit("delete_input") as edit:
            edit.delete(bytes(ident))  # type: ignore[call-overload]
        again = read_in(dossier, "inputs", table)
        assert (again.added, again.known) == (1, 4)


def test_keys_count_within_file_kind_and_sheet(dossier: Dossier) -> None:
    one = a_table("id|Inbreng|Naam", ("1", "een", "x"), sheet="Blad1")
    other = Table(one.header, one.cells, one.name, "Blad2")
    longer = Table(one.header, (*one.cells, ("2", "twee", "x")), one.name, "Blad1")
    assert [read_in(dossier, "inputs", table).added for table in (one, other, longer)] == [1, 1, 2]
    assert read_in(dossier, "stakeholders", one).added == 1
    for target, table in (("inputs", one), ("inputs", other), ("stakeholders", one)):
        again = read_in(dossier, target, table)
        assert (again.added, again.known, again.before) == (0, 1, True)


def test_a_row_that_was_changed_here_is_still_known(dossier: Dossier) -> None:
    table = a_table("Inbreng", ("een",))
    read_in(dossier, "inputs", table)
    changed(dossier, bytes(column(dossier, "SELECT id FROM inputs")[0]), "words", "anders")  # type: ignore[call-overload]
    assert read_in(dossier, "inputs", table).known == 1
    assert column(dossier, "SELECT words FROM inputs") == ["anders"]


def test_dates_that_do_not_exist_are_told_and_the_row_is_read(dossier: Dossier) -> None:
    table = a_table(
        "Inbreng|Datum", ("een", "31-02-2022"), ("twee", "18 mei 2022"), ("drie", "NA"), sheet="B"
    )
    done = read_in(dossier, "inputs", table)
    assert done.added == 3
    assert column(dossier, "SELECT date FROM inputs ORDER BY key") == [None, "2022-05-18", None]
    (problem,) = done.problems
    assert (problem.sheet, problem.row, problem.column) == ("B", 2, "Datum")
    assert "31-02-2022" in problem.words.nl


def test_a_row_without_what_it_needs_is_skipped_with_its_place(dossier: Dossier) -> None:
    table = a_table(
        "Kern|Woorden|Interne noot", ("kort", "", ""), ("", "", "geheim"), ("", "lang", "")
    )
    done = read_in(dossier, "inputs", table)
    assert (done.rows, done.added, done.skipped) == (3, 2, 1)
    assert [problem.row for problem in done.problems] == [3]
    assert column(dossier, "SELECT words FROM inputs ORDER BY key") == ["kort", "lang"]


AWKWARD = (
    "=1+1",
    "+31 50 123",
    "-ja-",
    "@naam",
    '=HYPERLINK("https://voorbeeld.nl")',
    "<b>niet vet</b>",
    "NA",
    "0012",
    "regel een\nregel twee",
    "\U0001f469\u200d\U0001f467 gezin",
    "\u200f\u05e9\u05dc\u05d5\u05dd\u200f",
    "\ttab\tin",
    "a" * 40_000,
)


def test_text_stays_the_text_it_was(dossier: Dossier) -> None:
    read_in(dossier, "inputs", a_table("Inbreng", *((text,) for text in AWKWARD)))
    words = column(dossier, "SELECT words FROM inputs ORDER BY key")
    assert words == [text.strip() for text in AWKWARD]


def test_a_vertical_tab_of_word_becomes_a_line(dossier: Dossier) -> None:
    read_in(dossier, "inputs", a_table("Inbreng", ("een\x0btwee\x00",)))
    assert column(dossier, "SELECT words FROM inputs") == ["een\ntwee"]


def test_what_a_row_starts_as(dossier: Dossier) -> None:
    read_in(dossier, "inputs", a_table("Inbreng", ("een",)))
    read_in(dossier, "follow-ups", a_table("Actie", ("bellen",)))
    days = ("19-06-2022", "20-06-2022", "21-06-2022", "06-2022", "2021", "")
    read_in(
        dossier, "sessions", a_table("Titel|Datum", *((f"s{n}", d) for n, d in enumerate(days)))
    )
    assert column(dossier, "SELECT status || privacy FROM inputs") == ["RUWCOLLEG"]
    assert column(dossier, "SELECT status || privacy FROM follow_ups") == ["OPENCOLLEG"]
    held = column(dossier, "SELECT status FROM sessions ORDER BY key")
    assert held == ["GEHOUD", "GEHOUD", "GEPL", "GEPL", "GEHOUD", "GEPL"]


def test_a_privacy_class_nobody_understands_is_the_closest(dossier: Dossier) -> None:
    rows = (("een", "openbaar"), ("twee", "geheim"), ("drie", ""))
    done = read_in(dossier, "inputs", a_table("Inbreng|Privacyklasse", *rows))
    classes = column(dossier, "SELECT privacy FROM inputs ORDER BY key")
    assert classes == ["OPENB", "INTERN", "COLLEG"]
    assert [problem.row for problem in done.problems] == [3]


def test_attendance_is_kept_or_told(peopled: Dossier) -> None:
    table = a_table(
        "Titel|Groep|Deelnemers|Aanwezig",
        ("een", "Ouders", "", 12),
        ("twee", "Opa's", "School A", "9"),
        ("drie", "", "", 7),
        ("vier", "", "S-001, Onbekend BV", ""),
    )
    done = read_in(peopled, "sessions", table)
    rows = peopled.conn.execute(
        "SELECT title, coalesce(groups.name, stakeholders.name), present, remark FROM attendance"
        " JOIN sessions ON sessions.key = attendance.session"
        " LEFT JOIN groups ON groups.key = party LEFT JOIN stakeholders ON stakeholders.key = party"
        " ORDER BY sessions.key, party"
    ).fetchall()
    assert rows == [
        ("een", "Ouders", 12, None),
        ("twee", "School A", None, "samen geteld: aanwezig 9"),
        ("twee", "Opa's", None, "samen geteld: aanwezig 9"),
        ("vier", "School A", None, "aanwezig, aantal niet genoemd"),
    ]
    assert [(problem.row, problem.column) for problem in done.problems] == [
        (4, "Aanwezig"),
        (5, "Deelnemers"),
    ]


def test_begin_and_end_in_one_cell(dossier: Dossier) -> None:
    table = a_table("Titel|Tijd", ("een", "19.30 - 21.00 uur"), ("twee", "half acht"))
    done = read_in(dossier, "sessions", table)
    assert dossier.conn.execute('SELECT begin, "end" FROM sessions ORDER BY key').fetchall() == [
        ("19:30", "21:00"),
        (None, None),
    ]
    assert [(problem.row, problem.column) for problem in done.problems] == [(3, "Tijd")]


def test_the_import_record_says_what_was_read(dossier: Dossier) -> None:
    table = a_table("Reactie|Wie", ("een", "Ans"), ("", "Bea"), sheet="Blad1")
    mapping = {
        "columns": {"words": "reactie", "submitter": "Wie"},
        "fixed": {"kind": "zorg"},
        "values": {"submitter": {"Ans": "A. de Wit"}},
    }
    read_in(dossier, "inputs", table, mapping)
    row = dossier.conn.execute("SELECT file, sha256, kind, sheet, rows, mapping FROM imports")
    *said, kept = row.fetchone()
    assert said == [table.name, table.sha256, "inputs", "Blad1", 1]
    assert json.loads(kept) == {
        "columns": {"submitter": "Wie", "words": "Reactie"},
        "fixed": {"kind": "zorg"},
    }
    assert column(dossier, "SELECT about FROM edit WHERE name = 'import'") == ["1"]


def test_a_column_without_a_header_is_told_once(dossier: Dossier) -> None:
    done = read_in(dossier, "inputs", a_table("|Inbreng", (0, "een"), (1, "twee"), (2, "drie")))
    assert [(problem.row, problem.column) for problem in done.problems] == [(2, "")]
    assert "2 andere rijen" in done.problems[0].words.nl


def test_an_import_of_nothing_leaves_no_trace(dossier: Dossier) -> None:
    edits = column(dossier, "SELECT count(*) FROM edit")
    done = read_in(dossier, "inputs", a_table("Inbreng|Thema", ("", "Wonen")))
    assert (done.added, done.skipped, done.made) == (0, 1, {})
    assert column(dossier, "SELECT count(*) FROM edit") == edits


def test_problems_are_capped_and_counted() -> None:
    done = ReadIn()
    done.tell_all(Problem(Words("zo niet", "not so"), row=n) for n in range(20_010))
    done.tell(Problem(Words("en zo", "and so")))
    done.tell(Problem(Words("en zo", "and so")))
    done.settle()
    assert len(done.problems) == 20_001
    assert done.problems[-1].words.nl == "En nog 11 opmerkingen."
