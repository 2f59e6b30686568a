"""Exports of the two care systems as bytes: one clean row of each, and tables made of such rows.

Names are invented; the numbers are Skatteverket's official test personnummer.
"""

AGFA_EI = {
    "Undersöknings-id": "EI1",
    "Patient-id": "19890212-2392",
    "Patientnamn": "Ahlgren, Kristoffer",
    "C/o-adress": "",
    "Gatuadress": "Smedjegatan 43",
    "Postnummer": "33130",
    "Ort": "Värnamo",
    "Land": "",
    "Skyddade uppgifter": "N",
    "Tolkspråk": "",
    "Undersökningsdatum": "2026-12-07",
    "Undersökningstid": "08:15",
    "Undersökning": "Röntgen av höger knä",
    "Undersökningskod": "RTG-KNA-H",
    "Lokal": "Röntgen, plan 2, lab 5",
    "Röntgenavdelning": "Röntgen Vätterhöjden",
    "Avdelningens HSA-id": "SE2321000057-EXEMPEL1",
    "Remitterande enhet": "Vårdcentralen Ekbacken",
}
PAF = {
    "Boknings-id": "730114",
    "Starttid": "2026-12-07 08:15",
    "Metod": "Långtids-EKG 2 dygn",
    "Metodkod": "EKG48",
    "Personnummer": "194302129046",
    "Efternamn": "Nyblåst",
    "Förnamn": "Birgitta",
    "Sekretess": "",
    "Enhet": "Klinfys Vätterhöjden",
}


def table(
    *rows: dict[str, str], delimiter: str = ";", end: str = "\r\n", encoding: str = "cp1252"
) -> bytes:
    """A table under the first row's headers, saved as a Swedish Excel does unless said."""
    lines = [list(rows[0]), *(list(row.values()) for row in rows)]
    return "".join(delimiter.join(line) + end for line in lines).encode(encoding)
