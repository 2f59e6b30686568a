"""What our fields are called on screen, wherever a person sees one: in a form or over a column."""

from collections.abc import Mapping
from typing import Final

from app.care_systems import FieldName

FIELD_TITLES: Final[Mapping[FieldName, str]] = {
    "booking_id": "Boknings-id",
    "person_id": "Personnummer",
    "name": "Namn (efternamn först)",
    "given_name": "Förnamn",
    "family_name": "Efternamn",
    "birth_date": "Födelsedatum",
    "deceased": "Avliden",
    "protected": "Skyddade uppgifter",
    "starts_at": "Datum och tid",
    "date": "Datum",
    "time": "Tid",
    "care_service": "Vårdtjänst",
    "examination_code": "Undersökningskod",
    "place": "Plats",
    "unit": "Mottagning",
    "unit_hsa_id": "Mottagningens HSA-id",
    "referred_by": "Remitterande enhet",
    "state": "Status",
    "visit_kind": "Besökssätt",
    "care_of": "c/o",
    "street": "Gatuadress",
    "postal_code": "Postnummer",
    "town": "Postort",
    "country": "Land",
    "phone": "Telefon",
    "interpreter": "Tolkspråk",
}
