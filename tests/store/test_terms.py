"""Labels: shipped with the program, copied into a round, changed there, shown everywhere."""

from __future__ import annotations

from pathlib import Path

from samen_desktop.core.vocabulary import VOCABULARIES
from samen_desktop.store.terms import Labels, write_terms
from tests.builders import a_round, changed


def test_open_lists_are_copied_into_a_new_round_in_their_order(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("new") as edit:
            count = write_terms(edit)
        assert count == sum(len(v.terms) for v in VOCABULARIES.values() if not v.closed)
        for vocabulary in VOCABULARIES.values():
            rows = dossier.conn.execute(
                "SELECT code FROM terms WHERE vocabulary = ? ORDER BY place", (vocabulary.name,)
            )
            shipped = [] if vocabulary.closed else [term.code for term in vocabulary.terms]
            assert [code for (code,) in rows] == shipped


def test_the_words_of_the_round_win_and_codes_stay(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("new") as edit:
            write_terms(edit)
        found = dossier.conn.execute("SELECT id FROM terms WHERE code = 'ZORG'").fetchone()[0]
        changed(dossier, found, "nl", "bezorgdheid")
        assert Labels(dossier.conn, "nl").of("input_kind", "ZORG") == "bezorgdheid"
        assert Labels(dossier.conn, "en").of("input_kind", "ZORG") == "concern"
        with dossier.edit("change_term") as edit:
            edit.delete(found)
        assert Labels(dossier.conn, "nl").of("input_kind", "ZORG") == "zorg"


def test_closed_lists_have_words_and_may_be_relabelled(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        assert Labels(dossier.conn, "nl").of("round_status", "LOOPT") == "lopend"
        with dossier.edit("change_term") as edit:
            own = {"vocabulary": "round_status", "code": "LOOPT", "nl": "gaande"}
            edit.create("term", own)
        assert Labels(dossier.conn, "nl").of("round_status", "LOOPT") == "gaande"
        # Without English words the Dutch ones are better than a code.
        assert Labels(dossier.conn, "en").of("round_status", "LOOPT") == "gaande"


def test_a_code_nobody_knows_is_shown_as_it_stands(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        labels = Labels(dossier.conn, "nl")
        assert labels.of("input_kind", "XEIGEN") == "XEIGEN"
        assert labels.of("no such list", "X") == "X"
        assert not labels.knows("input_kind", "XEIGEN")
        assert labels.knows("input_kind", "ZORG")
