"""Where a file lies, by tables of facts: those of Windows as data, as the rules touch no file."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from samen_desktop.store.care import opening, places
from samen_desktop.store.care.places import (
    CLOUD,
    NETWORK,
    PLACEHOLDER,
    READ_ONLY,
    REMOVABLE,
    Facts,
    recognise,
)
from tests.builders import a_round

WIN = PureWindowsPath
NIX = PurePosixPath
ONEDRIVE = {"OneDriveCommercial": r"C:\Users\hr\OneDrive - Gemeente Groningen"}
RECALL = 0x400000


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        (Facts(WIN(r"C:\Users\hr\Documents\ronde.samen"), "NTFS"), ""),
        (Facts(NIX("/home/hr/ronde.samen"), "ext4"), ""),
        (Facts(WIN(r"\\server\jeugd\ronde.samen")), NETWORK),
        (Facts(WIN(r"\\?\UNC\server\jeugd\ronde.samen")), NETWORK),
        (Facts(WIN(r"\\?\C:\Users\hr\een heel lang pad\ronde.samen"), "NTFS"), ""),
        (Facts(NIX("/mnt/jeugd/ronde.samen"), "cifs"), NETWORK),
        (Facts(NIX("/mnt/jeugd/ronde.samen"), "nfs4"), NETWORK),
        (Facts(WIN(r"E:\ronde.samen"), "exFAT"), REMOVABLE),
        (Facts(WIN(r"E:\ronde.samen"), "FAT32"), REMOVABLE),
        (Facts(WIN(r"D:\ronde.samen"), "NTFS"), ""),
        (Facts(NIX("/media/hr/STICK/ronde.samen"), "ext4"), REMOVABLE),
        (Facts(NIX("/run/media/hr/STICK/ronde.samen"), "vfat"), REMOVABLE),
        (Facts(WIN(ONEDRIVE["OneDriveCommercial"]) / "a.samen", environment=ONEDRIVE), CLOUD),
        (Facts(WIN(r"c:\users\HR\onedrive - gemeente groningen\x\a.samen")), CLOUD),
        (Facts(WIN(r"C:\Users\hr\Documents\a.samen"), environment=ONEDRIVE), ""),
        (Facts(WIN(r"C:\Users\hr\OneDrive\a.samen")), CLOUD),
        (Facts(WIN(r"C:\Users\hr\Dropbox\a.samen")), CLOUD),
        (Facts(WIN(r"C:\Users\hr\Dropbox (Jeugd)\a.samen")), CLOUD),
        (Facts(WIN(r"G:\Mijn Drive\a.samen")), CLOUD),
        (Facts(NIX("/home/hr/Nextcloud/ronde/a.samen")), CLOUD),
        (Facts(NIX("/home/hr/Dropbox.samen")), ""),
        (Facts(NIX("/home/hr/dropboxer/a.samen")), ""),
        (Facts(WIN(r"C:\a.samen"), attributes=0x20), ""),
        (Facts(WIN(r"C:\a.samen"), attributes=0x21), READ_ONLY),
        (Facts(NIX("/home/hr/a.samen"), file_writable=False), READ_ONLY),
        (Facts(NIX("/home/hr/a.samen"), folder_writable=False), READ_ONLY),
        (Facts(WIN(r"C:\a.samen"), attributes=0x1000 | 0x20), PLACEHOLDER),
        (Facts(WIN(r"C:\a.samen"), attributes=0x40000), PLACEHOLDER),
        (Facts(WIN(r"C:\OneDrive\a.samen"), attributes=RECALL | 0x20), PLACEHOLDER),
        # The most pressing first: what cannot be written at all, before where it lies.
        (Facts(WIN(r"\\server\x\a.samen"), file_writable=False), READ_ONLY),
        (Facts(NIX("/mnt/x/Dropbox/a.samen"), "cifs"), NETWORK),
    ],
)
def test_a_place_is_recognised(facts: Facts, code: str) -> None:
    found = recognise(facts)
    assert ("" if found is None else found.code) == code


@pytest.mark.parametrize("code", [PLACEHOLDER, READ_ONLY, NETWORK, CLOUD, REMOVABLE])
def test_each_is_one_sentence_that_names_the_file_and_offers_a_safe_way(code: str) -> None:
    facts = {
        PLACEHOLDER: Facts(WIN(r"C:\a.samen"), attributes=RECALL),
        READ_ONLY: Facts(NIX("/a.samen"), file_writable=False),
        NETWORK: Facts(NIX("/a.samen"), "cifs"),
        CLOUD: Facts(NIX("/Dropbox/a.samen")),
        REMOVABLE: Facts(NIX("/media/a.samen")),
    }[code]
    found = recognise(facts)
    assert found is not None
    for words in (found.words.nl, found.words.en):
        assert words.startswith("a.samen ")
        assert words.count(". ") == 0
    assert "copy" in found.shelters
    assert found.stops == (code in (PLACEHOLDER, READ_ONLY))


def test_the_system_is_asked_without_opening_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.samen"
    with a_round(path):
        pass
    before = path.stat().st_atime_ns
    facts = places.facts_of(path)
    assert path.stat().st_atime_ns == before
    assert facts.file_writable
    assert facts.folder_writable
    if sys.platform.startswith("linux"):
        assert facts.filesystem
    assert places.facts_of(path, "vfat").filesystem == "vfat"


def test_a_link_counts_by_where_it_leads(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with a_round(folder / "a.samen"):
        pass
    Path(tmp_path / "snel.samen").symlink_to(folder / "a.samen")
    found = opening.look(tmp_path / "snel.samen")
    assert found is not None
    assert found.code == CLOUD
    assert opening.look(tmp_path / "nergens.samen") is None
