"""The sentences with which a stranger's file is refused: one per reason, each naming the file.

When to refuse is decided where the reason is seen; this page only says it, so that the sentences
can be read side by side. A refusal promises that nothing was read in.
"""

from __future__ import annotations

from samen_desktop.core.errors import KnownError
from samen_desktop.core.words import Words

_SENTENCES = {
    "missing": Words(
        "“{name}” bestaat niet (meer); kies het bestand opnieuw.",
        "“{name}” does not exist (any more); choose the file again.",
    ),
    "not-a-file": Words("“{name}” is geen bestand.", "“{name}” is not a file."),
    "no-access": Words(
        "“{name}” kan niet worden gelezen; sluit het in andere programma’s of maak een kopie.",
        "“{name}” cannot be read; close it in other programs or make a copy.",
    ),
    "changed": Words(
        "“{name}” is tijdens het lezen veranderd; probeer het opnieuw.",
        "“{name}” changed while it was being read; try again.",
    ),
    "too-big": Words(
        "“{name}” is groter dan {most} MB; splits het bestand.",
        "“{name}” is larger than {most} MB; split the file.",
    ),
    "too-big-inside": Words(
        "“{name}” is van binnen veel groter dan een gewone werkmap; het is niet geopend.",
        "“{name}” is far larger inside than an ordinary workbook; it was not opened.",
    ),
    "too-slow": Words(
        "“{name}” bevat te veel lege onderdelen; kopieer de tabel naar een nieuwe werkmap.",
        "“{name}” holds too many empty parts; copy the table to a new workbook.",
    ),
    "stopped": Words(
        "Het lezen van “{name}” is onverwacht gestopt; open het bestand in Excel, sla het opnieuw "
        "op en probeer het nog eens.",
        "Reading “{name}” stopped unexpectedly; open the file in Excel, save it anew and try "
        "again.",
    ),
    "unknown-kind": Words(
        "“{name}” is geen Excel-werkmap (.xlsx) en geen CSV-bestand.",
        "“{name}” is neither an Excel workbook (.xlsx) nor a CSV file.",
    ),
    "old-xls": Words(
        "“{name}” is een oude Excel-werkmap (.xls); open het bestand in Excel en kies Opslaan als, "
        "Excel-werkmap (.xlsx).",
        "“{name}” is an old Excel workbook (.xls); open it in Excel and choose Save as, Excel "
        "workbook (.xlsx).",
    ),
    "xlsb": Words(
        "“{name}” is een binaire werkmap (.xlsb); open het bestand in Excel en kies Opslaan als, "
        "Excel-werkmap (.xlsx).",
        "“{name}” is a binary workbook (.xlsb); open it in Excel and choose Save as, Excel "
        "workbook (.xlsx).",
    ),
    "ods": Words(
        "“{name}” is een OpenDocument-bestand; open het in LibreOffice of Excel en kies Opslaan "
        "als, Excel-werkmap (.xlsx).",
        "“{name}” is an OpenDocument file; open it in LibreOffice or Excel and choose Save as, "
        "Excel workbook (.xlsx).",
    ),
    "encrypted": Words(
        "“{name}” is beveiligd met een wachtwoord; open het in Excel, haal het wachtwoord weg en "
        "probeer het opnieuw.",
        "“{name}” is protected with a password; open it in Excel, remove the password and try "
        "again.",
    ),
    "damaged": Words(
        "“{name}” is beschadigd of is geen Excel-werkmap; open het in Excel, sla het op als "
        "Excel-werkmap (.xlsx) en probeer het opnieuw.",
        "“{name}” is damaged or is not an Excel workbook; open it in Excel, save it as an Excel "
        "workbook (.xlsx) and try again.",
    ),
    "unsafe": Words(
        "“{name}” bevat opdrachten die niet in een Excel-werkmap horen en is niet geopend; vraag "
        "de afzender om het bestand in Excel opnieuw op te slaan.",
        "“{name}” holds instructions that do not belong in an Excel workbook and was not opened; "
        "ask the sender to save the file in Excel again.",
    ),
    "empty": Words(
        "“{name}” is leeg; er is niets om in te lezen.",
        "“{name}” is empty; there is nothing to read.",
    ),
    "empty-sheet": Words(
        "In “{name}” staat niets op blad “{sheet}”; kies een ander blad.",
        "In “{name}” there is nothing on sheet “{sheet}”; choose another sheet.",
    ),
    "sheet-missing": Words(
        "“{name}” heeft geen blad “{sheet}”; wel: {sheets}.",
        "“{name}” has no sheet “{sheet}”; it has: {sheets}.",
    ),
    "header-missing": Words(
        "In “{name}” staat niets op rij {row}; kies een andere kopregel.",
        "In “{name}” there is nothing on row {row}; choose another header row.",
    ),
    "sections": Words(
        "“{name}” bevat meer dan één tabel ({tables}); kies als kopregel rij {rows}.",
        "“{name}” holds more than one table ({tables}); choose row {rows} as the header row.",
    ),
    "too-many-rows": Words(
        "“{name}” heeft meer dan 200.000 rijen; splits het bestand en lees de delen na elkaar in.",
        "“{name}” has more than 200,000 rows; split the file and read the parts in turn.",
    ),
    "too-many-columns": Words(
        "“{name}”, rij {row}: er staat iets voorbij kolom 200; haal kolommen weg die niet nodig "
        "zijn.",
        "“{name}”, row {row}: something stands beyond column 200; remove columns that are not "
        "needed.",
    ),
    "cell-too-long": Words(
        "“{name}”, rij {row}: een cel is langer dan een miljoen tekens; misschien ontbreekt er een "
        "aanhalingsteken.",
        "“{name}”, row {row}: a cell is longer than a million characters; a quotation mark may be "
        "missing.",
    ),
    "open-quote": Words(
        "“{name}”, rij {row}: een aanhalingsteken wordt niet gesloten, zodat de rest van het "
        "bestand in één cel valt; herstel het bestand.",
        "“{name}”, row {row}: a quotation mark is never closed, so that the rest of the file falls "
        "into one cell; mend the file.",
    ),
    "nul": Words(
        "“{name}” is geen tekst: er staan tekens in die in een CSV-bestand niet voorkomen.",
        "“{name}” is not text: it holds characters that a CSV file never has.",
    ),
    "encoding": Words(
        "“{name}”, regel {line}: hier staat een teken dat niet te lezen is; open het bestand in "
        "Excel en sla het op als CSV UTF-8.",
        "“{name}”, line {line}: a character here cannot be read; open the file in Excel and save "
        "it as CSV UTF-8.",
    ),
}


def refusal(reason: str, name: str, **values: object) -> KnownError:
    """The known error `source.<reason>` about the file `name`."""
    return KnownError(f"source.{reason}", _SENTENCES[reason].fill(name=name, **values))
