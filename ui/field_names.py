"""What our fields are called on screen, wherever a person sees one: in a form or over a column."""

from collections.abc import Mapping
from typing import Final

from app.care_systems import FieldName
from app.wording import say

FIELD_TITLES: Final[Mapping[FieldName, str]] = {
    "booking_id": say("Boknings-id"),
    "person_id": say("Personnummer"),
    "name": say("Namn (efternamn först)"),
    "given_name": say("Förnamn"),
    "family_name": say("Efternamn"),
    "birth_date": say("Födelsedatum"),
    "deceased": say("Avliden"),
    "protected": say("Skyddade uppgifter"),
    "starts_at": say("Datum och tid"),
    "date": say("Datum"),
    "time": say("Tid"),
    "care_service": say("Vårdtjänst"),
    "examination_code": say("Undersökningskod"),
    "place": say("Plats"),
    "unit": say("Mottagning"),
    "unit_hsa_id": say("Mottagningens HSA-id"),
    "referred_by": say("Remitterande enhet"),
    "state": say("Status"),
    "visit_kind": say("Besökssätt"),
    "care_of": "c/o",
    "street": say("Gatuadress"),
    "postal_code": say("Postnummer"),
    "town": say("Postort"),
    "country": say("Land"),
    "phone": say("Telefon"),
    "interpreter": say("Tolkspråk"),
}
