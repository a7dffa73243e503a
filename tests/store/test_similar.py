"""Suggestions from the round's own words: explained, and silent where there is nothing to say."""

from __future__ import annotations

from pathlib import Path

from samen_desktop.store.dossier import Dossier
from samen_desktop.store.reading.similar import similar, suggest_theme
from tests.builders import a_round, a_theme, an_input, changed, deleted

ABOUT = {
    "Wachttijd": (
        "De wachttijd na het aanmelden duurt maanden",
        "Bij aanmelden hoort men niets over de wachttijd",
        "Wachttijden staan nergens, ook niet na aanmelding",
    ),
    "Taal": (
        "Zonder tolk begrijpt niemand de brief",
        "Brieven zijn te moeilijk, een tolk helpt",
        "Schrijf de brief in gewone taal of neem een tolk",
    ),
    "Vervoer": (
        "De bus rijdt niet tot aan de wijk",
        "Reizen met de bus kost een halve dag",
        "Vervoer naar de wijk ontbreekt, geen bus",
    ),
}


def made(dossier: Dossier) -> dict[str, bytes]:
    """The themes of `ABOUT` with their inputs, and many others about nothing of it."""
    with dossier.edit("import") as edit:
        themes = {name: a_theme(edit, f"{name}zaken") for name in ABOUT}
        for name, said in ABOUT.items():
            for words in said:
                an_input(edit, words, theme=themes[name].hex())
        for at in range(30):
            an_input(edit, f"Onderwerp{at} heel apart geval{at} besproken{at}")
    return themes


def asked(dossier: Dossier, words: str) -> bytes:
    with dossier.edit("add_input") as edit:
        return an_input(edit, words)


def test_similar_inputs_share_stems_and_the_words_are_told(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        made(dossier)
        found = similar(dossier, asked(dossier, "Aanmelden kan, maar wat een wachttijd"))
        assert {each.code for each in found[:3]} == {"I-0001", "I-0002", "I-0003"}
        assert set(found[0].shared) == {"wachttijd", "aanmelden"}
        assert "wachttijd" in found[0].title.lower()


def test_a_part_of_a_compound_counts_both_ways(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            long = an_input(edit, "Jeugdhulpaanbieders overleggen amper")
            short = an_input(edit, "Een hulpaanbieder, dus overleggen")
            an_input(edit, "De jeugd zwijgt")
            for at in range(20):
                an_input(edit, f"Onderwerp{at} geval{at}")
        assert [each.record for each in similar(dossier, short)] == [long]
        assert [each.record for each in similar(dossier, long)] == [short]


def test_gone_joined_and_unlike_inputs_are_not_shown(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        made(dossier)
        one = asked(dossier, "Tolk bij de brief")
        other = asked(dossier, "Een tolk voor de brief")
        assert similar(dossier, one)[0].record == other
        deleted(dossier, other)
        assert other not in [each.record for each in similar(dossier, one)]
        dossier.undo()
        with dossier.edit("join") as edit:
            edit.join(other, one)
        assert other not in [each.record for each in similar(dossier, one)]
        assert similar(dossier, asked(dossier, "Heel iets anders gezegd")) == []
        assert similar(dossier, asked(dossier, "!!! ??? 123")) == []
        assert similar(dossier, b"\x00" * 16) == []


def test_a_theme_is_suggested_because_of_words_that_stand_under_it(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        themes = made(dossier)
        found = suggest_theme(dossier, asked(dossier, "Na aanmelding weer een wachttijd"))
        assert found is not None
        assert (found.theme, found.title) == (themes["Wachttijd"], "Wachttijdzaken")
        assert set(found.because) == {"aanmelding", "wachttijd"}


def test_what_has_a_theme_or_speaks_for_several_gets_no_suggestion(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        themes = made(dossier)
        one = asked(dossier, "De wachttijd na aanmelden")
        changed(dossier, one, "theme", themes["Taal"].hex())
        assert suggest_theme(dossier, one) is None
        changed(dossier, one, "theme", None)
        assert suggest_theme(dossier, one) is not None
        assert suggest_theme(dossier, asked(dossier, "De bus en de tolk")) is None
        assert suggest_theme(dossier, asked(dossier, "Nergens over")) is None


def test_a_theme_that_is_gone_is_not_suggested_and_a_joined_one_as_what_it_became(
    tmp_path: Path,
) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        themes = made(dossier)
        one = asked(dossier, "De wachttijd na aanmelden")
        with dossier.edit("join") as edit:
            edit.join(themes["Wachttijd"], themes["Vervoer"])
        found = suggest_theme(dossier, one)
        assert found is not None
        assert found.theme == themes["Vervoer"]
        dossier.undo()
        deleted(dossier, themes["Wachttijd"])
        assert suggest_theme(dossier, one) is None


def test_the_internal_note_makes_nothing_alike(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        with dossier.edit("import") as edit:
            an_input(edit, "Gewone woorden", internal_note="geheim dossier buurman")
            one = an_input(edit, "Geheim dossier buurman")
            for at in range(20):
                an_input(edit, f"Onderwerp{at} geval{at}")
        assert similar(dossier, one) == []


def test_suggesting_writes_nothing(tmp_path: Path) -> None:
    with a_round(tmp_path / "a.samen") as dossier:
        made(dossier)
        one = asked(dossier, "De wachttijd na aanmelden")
        rows = dossier.conn.execute("SELECT count(*) FROM change").fetchone()
        similar(dossier, one)
        suggest_theme(dossier, one)
        assert dossier.conn.execute("SELECT count(*) FROM change").fetchone() == rows
