"""What a person can answer to findings: one key, one label and one decision each."""

from app.findings import Choice, Decision
from app.wording import say

SKIP = Choice("H", say("Hoppa över"), Decision.SKIP)
APPROVE = Choice("Mellanslag", say("Godkänn"), Decision.APPROVE)
WRITE_ADDRESS = Choice("D", say("Skriv adress"), Decision.WRITE_ADDRESS)
CALL = Choice("P", say("Ring patienten"), Decision.CALL)
SEND_ANYWAY = Choice("S", say("Skicka ändå"), Decision.APPROVE)
SEND_AGAIN = Choice("S", say("Skicka igen"), Decision.APPROVE)
SEND_ANEW = Choice("S", say("Skicka kallelsen"), Decision.APPROVE)
KEEP_THIS = Choice("B", say("Behåll denna"), Decision.KEEP_THIS)
KEEP_BOTH = Choice("Shift+B", say("Behåll båda"), Decision.APPROVE)
HANDLED = Choice("M", say("Markera hanterad utanför appen"), Decision.HANDLED_ELSEWHERE)
CORRECT = Choice("K", say("Rätta uppgifter"), Decision.CORRECT)
REWRITE = Choice("Ctrl+E", say("Ändra"), Decision.WRITE_TEXT)
SHORTEN = Choice("Ctrl+E", say("Korta fritexten"), Decision.WRITE_TEXT)
SEND_REBOOKING = Choice("O", say("Skicka ombokning"), Decision.SEND_REBOOKING)
SEND_CANCELLATION = Choice("V", say("Skicka avbokning"), Decision.SEND_CANCELLATION)
