"""What a person can answer to findings: one key, one label and one decision each."""

from app.findings import Choice, Decision

SKIP = Choice("H", "Hoppa över", Decision.SKIP)
APPROVE = Choice("Mellanslag", "Godkänn", Decision.APPROVE)
WRITE_ADDRESS = Choice("D", "Skriv adress", Decision.WRITE_ADDRESS)
CALL = Choice("P", "Ring patienten", Decision.CALL)
SEND_ANYWAY = Choice("S", "Skicka ändå", Decision.APPROVE)
SEND_AGAIN = Choice("S", "Skicka igen", Decision.APPROVE)
KEEP_THIS = Choice("B", "Behåll denna", Decision.KEEP_THIS)
KEEP_BOTH = Choice("Shift+B", "Behåll båda", Decision.APPROVE)
HANDLED = Choice("M", "Markera hanterad utanför appen", Decision.HANDLED_ELSEWHERE)
CORRECT = Choice("K", "Rätta uppgifter", Decision.CORRECT)
REWRITE = Choice("Ctrl+E", "Ändra", Decision.WRITE_TEXT)
SHORTEN = Choice("Ctrl+E", "Korta fritexten", Decision.WRITE_TEXT)
SEND_REBOOKING = Choice("O", "Skicka ombokning", Decision.SEND_REBOOKING)
SEND_CANCELLATION = Choice("V", "Skicka avbokning", Decision.SEND_CANCELLATION)
