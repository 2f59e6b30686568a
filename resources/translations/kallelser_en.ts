<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="sv">
    <context>
        <name>Kallelser</name>
        <message>
            <source> Felet står i mallen {template}, rad {line}.</source>
            <translation> The fault is in the template {template}, line {line}.</translation>
        </message>
        <message>
            <source> Länk: {address}</source>
            <translation> Link: {address}</translation>
        </message>
        <message>
            <source> eller </source>
            <translation> or </translation>
        </message>
        <message>
            <source> i stor stil</source>
            <translation> in large type</translation>
        </message>
        <message>
            <source> och </source>
            <translation> and </translation>
        </message>
        <message>
            <source> st</source>
            <translation> messages</translation>
        </message>
        <message>
            <source>&amp;Arkiv</source>
            <translation>&amp;File</translation>
        </message>
        <message>
            <source>&amp;Brevtyp</source>
            <translation>Letter &amp;type</translation>
        </message>
        <message>
            <source>&amp;Enhet</source>
            <translation>U&amp;nit</translation>
        </message>
        <message>
            <source>&amp;Hjälp</source>
            <translation>&amp;Help</translation>
        </message>
        <message>
            <source>&amp;Kallelse</source>
            <translation>&amp;Letter</translation>
        </message>
        <message>
            <source>&amp;Redigera</source>
            <translation>&amp;Edit</translation>
        </message>
        <message>
            <source>&amp;Språk</source>
            <translation>L&amp;anguage</translation>
        </message>
        <message>
            <source>&amp;Visa</source>
            <translation>&amp;View</translation>
        </message>
        <message>
            <source>(skyddade uppgifter)</source>
            <translation>(protected identity)</translation>
        </message>
        <message>
            <source>, rad {line}</source>
            <translation>, line {line}</translation>
        </message>
        <message>
            <source>0: aldrig</source>
            <translation>0: never</translation>
        </message>
        <message>
            <source>1 bokning</source>
            <translation>1 booking</translation>
        </message>
        <message>
            <source>1 bokning där patienten redan har kommit är inte med.</source>
            <translation>1 booking where the patient has already come is left out.</translation>
        </message>
        <message>
            <source>1 bokning där patienten uteblev är inte med.</source>
            <translation>1 booking where the patient did not come is left out.</translation>
        </message>
        <message>
            <source>1 bokning har 1 ändring</source>
            <translation>1 booking has 1 change</translation>
        </message>
        <message>
            <source>1 bokning har en föreslagen tid som inte är bekräftad (proposed).</source>
            <translation>1 booking has a proposed time that is not confirmed (proposed).</translation>
        </message>
        <message>
            <source>1 bokning har en ändring utanför texten</source>
            <translation>1 booking has a change outside the text</translation>
        </message>
        <message>
            <source>1 bokning har ett fel</source>
            <translation>1 booking has a fault</translation>
        </message>
        <message>
            <source>1 bokning har {number} ändringar</source>
            <translation>1 booking has {number} changes</translation>
        </message>
        <message>
            <source>1 bokning som lades in av misstag är inte med.</source>
            <translation>1 booking that was entered by mistake is left out.</translation>
        </message>
        <message>
            <source>1 bokning som redan har genomförts är inte med.</source>
            <translation>1 booking that has already taken place is left out.</translation>
        </message>
        <message>
            <source>1 bokning som står på väntelista är inte med.</source>
            <translation>1 booking on a waiting list is left out.</translation>
        </message>
        <message>
            <source>1 bokning utan patient är inte med.</source>
            <translation>1 booking without a patient is left out.</translation>
        </message>
        <message>
            <source>1 bokning är för en annan enhet än {own}: {units}.</source>
            <translation>1 booking is for another unit than {own}: {units}.</translation>
        </message>
        <message>
            <source>1 brev</source>
            <translation>1 letter</translation>
        </message>
        <message>
            <source>1 brev eller meddelande</source>
            <translation>1 letter or message</translation>
        </message>
        <message>
            <source>1 kallad</source>
            <translation>1 called</translation>
        </message>
        <message>
            <source>1 kallelse</source>
            <translation>1 appointment letter</translation>
        </message>
        <message>
            <source>1 kallelse utan brev</source>
            <translation>1 appointment letter without paper</translation>
        </message>
        <message>
            <source>1 källa svarade inte ({address})</source>
            <translation>1 source did not answer ({address})</translation>
        </message>
        <message>
            <source>1 köad</source>
            <translation>1 queued</translation>
        </message>
        <message>
            <source>1 meddelande</source>
            <translation>1 message</translation>
        </message>
        <message>
            <source>1 oklar</source>
            <translation>1 unclear</translation>
        </message>
        <message>
            <source>1 period</source>
            <translation>1 period</translation>
        </message>
        <message>
            <source>1 rad</source>
            <translation>1 row</translation>
        </message>
        <message>
            <source>1 sida</source>
            <translation>1 page</translation>
        </message>
        <message>
            <source>1 träff</source>
            <translation>1 hit</translation>
        </message>
        <message>
            <source>1 träff.</source>
            <translation>1 hit.</translation>
        </message>
        <message>
            <source>1 uppgift behöver rättas innan bokningen kan sparas.</source>
            <translation>1 detail must be corrected before the booking can be saved.</translation>
        </message>
        <message>
            <source>1 utskick</source>
            <translation>1 mailing</translation>
        </message>
        <message>
            <source>1 ändring  F7</source>
            <translation>1 change  F7</translation>
        </message>
        <message>
            <source>1 är oklar</source>
            <translation>1 is unclear</translation>
        </message>
        <message>
            <source>100 på skalan är inte 100 mm</source>
            <translation>100 on the scale is not 100 mm</translation>
        </message>
        <message>
            <source>1177 har inte svarat</source>
            <translation>1177 has not answered</translation>
        </message>
        <message>
            <source>1177 har inte svarat på om patienten är inloggad. Kallelsen skickas också som brev.</source>
            <translation>1177 has not answered whether the patient can log in. The appointment letter is sent on paper too.</translation>
        </message>
        <message>
            <source>1177 kan inte svara på vad som har skickats</source>
            <translation>1177 cannot tell what has been sent</translation>
        </message>
        <message>
            <source>1177 och brev säger olika</source>
            <translation>1177 and paper letter differ</translation>
        </message>
        <message>
            <source>1177 och brev säger olika: {differences}.</source>
            <translation>1177 and the paper letter differ: {differences}.</translation>
        </message>
        <message>
            <source>1177 och brev säger olika: {differences}. Meddela den som ansvarar för mallen.</source>
            <translation>1177 and the paper letter differ: {differences}. Tell whoever is responsible for the template.</translation>
        </message>
        <message>
            <source>1177 släpper inte in det här programmet.</source>
            <translation>1177 does not let this program in.</translation>
        </message>
        <message>
            <source>1177 svarade att något gick fel</source>
            <translation>1177 answered that something went wrong</translation>
        </message>
        <message>
            <source>1177 svarade {code}</source>
            <translation>1177 answered {code}</translation>
        </message>
        <message>
            <source>1177 svarar inte just nu.</source>
            <translation>1177 is not answering right now.</translation>
        </message>
        <message>
            <source>1177 svarar inte än. Inget har gått förlorat. Försök igen om en stund.</source>
            <translation>1177 is still not answering. Nothing has been lost. Try again in a while.</translation>
        </message>
        <message>
            <source>1177 tar inte emot från det här programmet ({platform_code}).</source>
            <translation>1177 does not accept anything from this program ({platform_code}).</translation>
        </message>
        <message>
            <source>1177 testinkorg svarar inte</source>
            <translation>The 1177 test inbox is not answering</translation>
        </message>
        <message>
            <source>1177 tog inte emot meddelandet.</source>
            <translation>1177 did not accept the message.</translation>
        </message>
        <message>
            <source>1177-meddelande</source>
            <translation>1177 message</translation>
        </message>
        <message>
            <source>1177-meddelandet</source>
            <translation>the 1177 message</translation>
        </message>
        <message>
            <source>1177-meddelandet går inte att läsa.</source>
            <translation>The 1177 message cannot be read.</translation>
        </message>
        <message>
            <source>1177-meddelandet leder inte till bladet «{0}». Ge meddelandet en rubrik, en ruta eller en länk med just de orden.</source>
            <translation>The 1177 message does not lead to the sheet “{0}”. Give the message a heading, a box or a link with exactly those words.</translation>
        </message>
        <message>
            <source>1177-meddelandet säger inte varför det kommer. Skriv en mening om det direkt efter rutan med tiden. (Inera, riktlinjer för 1177 inkorg)</source>
            <translation>The 1177 message does not say why it has come. Write a sentence about it right after the box with the time. (Inera, riktlinjer för 1177 inkorg)</translation>
        </message>
        <message>
            <source>30 dagar</source>
            <translation>30 days</translation>
        </message>
        <message>
            <source>7 dagar</source>
            <translation>7 days</translation>
        </message>
        <message>
            <source>90 dagar</source>
            <translation>90 days</translation>
        </message>
        <message>
            <source>&lt;{name}&gt; får inte stå i &lt;{tag}&gt;.</source>
            <translation>&lt;{name}&gt; may not stand inside &lt;{tag}&gt;.</translation>
        </message>
        <message>
            <source>&lt;{tag}&gt; ingår inte i 1177:s DocBook.</source>
            <translation>&lt;{tag}&gt; is not part of 1177's DocBook.</translation>
        </message>
        <message>
            <source>Adress</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>Adress saknas</source>
            <translation>No address</translation>
        </message>
        <message>
            <source>Adress saknas, så brevet kan inte nå fram. Skriv adressen eller hoppa över bokningen.</source>
            <translation>There is no address, so the paper letter cannot arrive. Write the address or skip the booking.</translation>
        </message>
        <message>
            <source>Adress saknas. Kallelsen går bara till 1177, så ingen adress behövs.</source>
            <translation>There is no address. The appointment letter goes to 1177 only, so none is needed.</translation>
        </message>
        <message>
            <source>Adress till 1177</source>
            <translation>Address of 1177</translation>
        </message>
        <message>
            <source>Adressen börjar med https:// och har inga mellanslag.</source>
            <translation>The address begins with https:// and has no spaces.</translation>
        </message>
        <message>
            <source>Adressen får inte plats i fönstret</source>
            <translation>The address does not fit in the window</translation>
        </message>
        <message>
            <source>Adressen får inte plats i kuvertfönstret.</source>
            <translation>The address does not fit in the envelope window.</translation>
        </message>
        <message>
            <source>Adressen gäller bara det här brevet. Bokningen ändras inte.</source>
            <translation>The address is for this letter only. The booking is not changed.</translation>
        </message>
        <message>
            <source>Adressen sparas inte.</source>
            <translation>The address is not saved.</translation>
        </message>
        <message>
            <source>Adressens högra del är dold</source>
            <translation>The right part of the address is hidden</translation>
        </message>
        <message>
            <source>Adressens vänstra del är dold</source>
            <translation>The left part of the address is hidden</translation>
        </message>
        <message>
            <source>Adresszon</source>
            <translation>Address zone</translation>
        </message>
        <message>
            <source>Adresszon: ska alltid synas</source>
            <translation>Address zone: must always show</translation>
        </message>
        <message>
            <source>All tid.</source>
            <translation>All time.</translation>
        </message>
        <message>
            <source>Alla</source>
            <translation>All</translation>
        </message>
        <message>
            <source>Alla användare</source>
            <translation>All users</translation>
        </message>
        <message>
            <source>Alla blad i arbetsboken är dolda.</source>
            <translation>All sheets of the workbook are hidden.</translation>
        </message>
        <message>
            <source>Alla bokningar i listan får en kallelse, så det finns inget att spara.</source>
            <translation>All bookings in the list get an appointment letter, so there is nothing to save.</translation>
        </message>
        <message>
            <source>Alla brevtyper</source>
            <translation>All letter types</translation>
        </message>
        <message>
            <source>Alla dagar</source>
            <translation>All days</translation>
        </message>
        <message>
            <source>Alla filer (*)</source>
            <translation>All files (*)</translation>
        </message>
        <message>
            <source>Alla följer en antagen exportlayout: ingen enhet har bekräftat den ännu.</source>
            <translation>All of them follow an assumed export layout: no unit has confirmed it yet.</translation>
        </message>
        <message>
            <source>Alla kanaler</source>
            <translation>All channels</translation>
        </message>
        <message>
            <source>Alla kommande besök i de senaste filerna är kallade</source>
            <translation>All coming visits in the latest files have their appointment letters</translation>
        </message>
        <message>
            <source>Alla kommande besök i de senaste filerna är kallade.</source>
            <translation>All coming visits in the latest files have their appointment letters.</translation>
        </message>
        <message>
            <source>Alla läser genast</source>
            <translation>Everybody reads at once</translation>
        </message>
        <message>
            <source>Alla mottagningar</source>
            <translation>All clinics</translation>
        </message>
        <message>
            <source>Alla poster i stickprovet är inte bedömda.</source>
            <translation>Not every entry of the sample has been judged.</translation>
        </message>
        <message>
            <source>Alla statusar</source>
            <translation>All statuses</translation>
        </message>
        <message>
            <source>Allt</source>
            <translation>Everything</translation>
        </message>
        <message>
            <source>Allt på en gång: {variant}, {language}</source>
            <translation>Everything at once: {variant}, {language}</translation>
        </message>
        <message>
            <source>Allt som programmet kan kontrollera är klart.</source>
            <translation>All that the program can check is in order.</translation>
        </message>
        <message>
            <source>Allt är skickat</source>
            <translation>All is sent</translation>
        </message>
        <message>
            <source>Andel som kom</source>
            <translation>Share who came</translation>
        </message>
        <message>
            <source>Andel utan brev</source>
            <translation>Share without paper</translation>
        </message>
        <message>
            <source>Andel uteblivna</source>
            <translation>Share who did not come</translation>
        </message>
        <message>
            <source>Andel via 1177</source>
            <translation>Share through 1177</translation>
        </message>
        <message>
            <source>Andra kanaler</source>
            <translation>Other channels</translation>
        </message>
        <message>
            <source>Andra kanaler {number}</source>
            <translation>Other channels {number}</translation>
        </message>
        <message>
            <source>Anmärkning</source>
            <translation>Remark</translation>
        </message>
        <message>
            <source>Anmärkningar</source>
            <translation>Remarks</translation>
        </message>
        <message>
            <source>Anmärkningar på brevtypen</source>
            <translation>Remarks on the letter type</translation>
        </message>
        <message>
            <source>Anmärkningar {number}</source>
            <translation>Remarks {number}</translation>
        </message>
        <message>
            <source>Annan text än adressen syns i kuvertfönstret. Flytta eller ta bort den.</source>
            <translation>Other text than the address shows in the envelope window. Move it or remove it.</translation>
        </message>
        <message>
            <source>Annan text än adressen syns i kuvertfönstret. Meddela den som ansvarar för mallen.</source>
            <translation>Other text than the address shows in the envelope window. Tell whoever is responsible for the template.</translation>
        </message>
        <message>
            <source>Annat sidantal</source>
            <translation>Other number of pages</translation>
        </message>
        <message>
            <source>Anpassa till bredden</source>
            <translation>Fit to width</translation>
        </message>
        <message>
            <source>Anslut den och starta igen, eller ta bort raden templates_folder i settings.toml.</source>
            <translation>Connect it and start again, or remove the line templates_folder in settings.toml.</translation>
        </message>
        <message>
            <source>Anslut den. Till dess görs inga nya brev.</source>
            <translation>Connect it. Until then no new letters are made.</translation>
        </message>
        <message>
            <source>Ansluten till 1177 testinkorg</source>
            <translation>Connected to the 1177 test inbox</translation>
        </message>
        <message>
            <source>Anslutning till 1177</source>
            <translation>Connection to 1177</translation>
        </message>
        <message>
            <source>Antagen exportlayout: ingen enhet har bekräftat den ännu. Enheterna är exempel.</source>
            <translation>Assumed export layout: no unit has confirmed it yet. The units are examples.</translation>
        </message>
        <message>
            <source>Antagen, inget beslut.</source>
            <translation>Assumed, no decision.</translation>
        </message>
        <message>
            <source>Antal</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>Antal ark som jag har räknat</source>
            <translation>Number of sheets that I have counted</translation>
        </message>
        <message>
            <source>Antal kallelser som gallras</source>
            <translation>Number of appointment letters to purge</translation>
        </message>
        <message>
            <source>Antal poster i stickprovet</source>
            <translation>Number of entries in the sample</translation>
        </message>
        <message>
            <source>Anteckning</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Anteckning till raden, utan namn och personnummer</source>
            <translation>Note on the row, without names or personal identity numbers</translation>
        </message>
        <message>
            <source>Anteckning, utan namn och personnummer</source>
            <translation>Note, without names or personal identity numbers</translation>
        </message>
        <message>
            <source>Anteckningen är tom.</source>
            <translation>The note is empty.</translation>
        </message>
        <message>
            <source>Använd</source>
            <translation>Use</translation>
        </message>
        <message>
            <source>Använd bara text, uppgifter, villkor med if (==, !=, and, or, not) och include av en fil i "blocks/".</source>
            <translation>Use only text, facts, conditions with if (==, !=, and, or, not) and include of a file in "blocks/".</translation>
        </message>
        <message>
            <source>Använd det fönstret, eller stäng det först.</source>
            <translation>Use that window, or close it first.</translation>
        </message>
        <message>
            <source>Använd för alla bokningar i listan</source>
            <translation>Use for all bookings in the list</translation>
        </message>
        <message>
            <source>Användare</source>
            <translation>User</translation>
        </message>
        <message>
            <source>Användare {who}.</source>
            <translation>User {who}.</translation>
        </message>
        <message>
            <source>Arbetsboken går inte att läsa.</source>
            <translation>The workbook cannot be read.</translation>
        </message>
        <message>
            <source>Arbetsboken har delar som en arbetsbok inte ska ha.</source>
            <translation>The workbook has parts that a workbook should not have.</translation>
        </message>
        <message>
            <source>Arbetsboken har en packad fil i sig.</source>
            <translation>The workbook has a packed file in it.</translation>
        </message>
        <message>
            <source>Arbetsboken har ett lösenord.</source>
            <translation>The workbook has a password.</translation>
        </message>
        <message>
            <source>Arbetsboken har fler än 1 000 kolumner.</source>
            <translation>The workbook has more than 1 000 columns.</translation>
        </message>
        <message>
            <source>Arbetsboken har orimligt mycket text.</source>
            <translation>The workbook has an unreasonable amount of text.</translation>
        </message>
        <message>
            <source>Arbetsboken har orimligt många delar.</source>
            <translation>The workbook has an unreasonable number of parts.</translation>
        </message>
        <message>
            <source>Arbetsboken har {number} rader och kan ha högst {most}.</source>
            <translation>The workbook has {number} rows and can have at most {most}.</translation>
        </message>
        <message>
            <source>Arbetsboken räknar dagar från 1904, som äldre Excel för Mac. Ett datum som står som ett rent tal läses fyra år för tidigt.</source>
            <translation>The workbook counts days from 1904, as older Excel for Mac does. A date that stands as a plain number is read four years too early.</translation>
        </message>
        <message>
            <source>Arbetsboken tar för lång tid att läsa.</source>
            <translation>The workbook takes too long to read.</translation>
        </message>
        <message>
            <source>Arbetsboken är orimligt stor när den packas upp.</source>
            <translation>The workbook is unreasonably large when it is unpacked.</translation>
        </message>
        <message>
            <source>Arbetsboken är packad på ett ovanligt sätt.</source>
            <translation>The workbook is packed in an unusual way.</translation>
        </message>
        <message>
            <source>Arbetsboken är skadad.</source>
            <translation>The workbook is damaged.</translation>
        </message>
        <message>
            <source>Arket kan glida {slack} mm i höjdled, så fönstret visar inte säkert de {least} rader som en adress kan ha.</source>
            <translation>The sheet can slide {slack} mm up and down, so the window is not sure to show the {least} lines that an address may have.</translation>
        </message>
        <message>
            <source>Arket kan glida {slack} mm i sidled, så fönstret visar inte säkert de {least} mm som en adress behöver.</source>
            <translation>The sheet can slide {slack} mm sideways, so the window is not sure to show the {least} mm that an address needs.</translation>
        </message>
        <message>
            <source>Arket viks på fel ställe</source>
            <translation>The sheet is folded at the wrong place</translation>
        </message>
        <message>
            <source>Arket viks vid</source>
            <translation>The sheet is folded at</translation>
        </message>
        <message>
            <source>Arket är {height} mm högt. Skriv det där det inte viks.</source>
            <translation>The sheet is {height} mm high. Write that where it is not folded.</translation>
        </message>
        <message>
            <source>Arkivexport</source>
            <translation>Archive export</translation>
        </message>
        <message>
            <source>Att titta på först</source>
            <translation>To look at first</translation>
        </message>
        <message>
            <source>Attributet {name} får inte stå i &lt;{tag}&gt;.</source>
            <translation>The attribute {name} may not stand in &lt;{tag}&gt;.</translation>
        </message>
        <message>
            <source>Attributet {name} i &lt;{tag}&gt; har ett värde som inte är tillåtet.</source>
            <translation>The attribute {name} in &lt;{tag}&gt; has a value that is not allowed.</translation>
        </message>
        <message>
            <source>Av</source>
            <translation>By</translation>
        </message>
        <message>
            <source>Av besöksutfallet som mottagningen själv har läst in, för de perioder som helt ligger inom dagarna. Det är summor, så det visas bara för alla mottagningar och brevtyper.</source>
            <translation>Of the visit outcomes that the clinic itself has read in, of the periods that lie wholly within the days. They are sums, so they are only shown for all clinics and letter types.</translation>
        </message>
        <message>
            <source>Avbokad</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>Avbokad efter kallelsen</source>
            <translation>Cancelled after the appointment letter</translation>
        </message>
        <message>
            <source>Avbokad, avbokning redan skickad</source>
            <translation>Cancelled, cancellation already sent</translation>
        </message>
        <message>
            <source>Avbokad, ingen kallelse skickad</source>
            <translation>Cancelled, no appointment letter sent</translation>
        </message>
        <message>
            <source>Avbruten</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>Avbruten här. Kontrollera där att den är skickad.</source>
            <translation>Cancelled here. Check there that it has been sent.</translation>
        </message>
        <message>
            <source>Avbruten innan den skickades.</source>
            <translation>Cancelled before it was sent.</translation>
        </message>
        <message>
            <source>Avbryt</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>Avbryt de som väntar</source>
            <translation>Cancel those waiting</translation>
        </message>
        <message>
            <source>Avliden</source>
            <translation>Deceased</translation>
        </message>
        <message>
            <source>Avliden enligt folkbokföringen</source>
            <translation>Deceased, by the population register</translation>
        </message>
        <message>
            <source>Avsluta</source>
            <translation>Quit</translation>
        </message>
        <message>
            <source>Avsluta den första med :::.</source>
            <translation>End the first one with :::.</translation>
        </message>
        <message>
            <source>Avsluta den med ::: på en egen rad.</source>
            <translation>End it with ::: on a line of its own.</translation>
        </message>
        <message>
            <source>Avslutade gallring {id}</source>
            <translation>Ended purge {id}</translation>
        </message>
        <message>
            <source>Avslutades</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>Avsnitt</source>
            <translation>Sections</translation>
        </message>
        <message>
            <source>Avsändande system</source>
            <translation>Sending system</translation>
        </message>
        <message>
            <source>Avsändare i filen: {senders}</source>
            <translation>Senders in the file: {senders}</translation>
        </message>
        <message>
            <source>Avsändaren får inte plats bredvid det som kan synas i fönstret.</source>
            <translation>The sender does not fit beside what may show in the window.</translation>
        </message>
        <message>
            <source>Avtryck (SHA-256)</source>
            <translation>Fingerprint (SHA-256)</translation>
        </message>
        <message>
            <source>Avvisad</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>Avvisad och inte avgjord</source>
            <translation>Rejected and not settled</translation>
        </message>
        <message>
            <source>Avvisad. {explanation}</source>
            <translation>Rejected. {explanation}</translation>
        </message>
        <message>
            <source>Avvisade</source>
            <translation>Rejected</translation>
        </message>
        <message>
            <source>Bara den här datorn</source>
            <translation>This computer only</translation>
        </message>
        <message>
            <source>Bara det som brevtypen kräver</source>
            <translation>Only what the letter type requires</translation>
        </message>
        <message>
            <source>Bara på den här datorn</source>
            <translation>Only on this computer</translation>
        </message>
        <message>
            <source>Bara testinkorgen svarar. Kontraktets lässtatus är inte känd.</source>
            <translation>Only the test inbox answers. The contract's read status is not known.</translation>
        </message>
        <message>
            <source>Bara ändrade {number}</source>
            <translation>Changed only {number}</translation>
        </message>
        <message>
            <source>Barn under {child_below} år</source>
            <translation>Child under {child_below}</translation>
        </message>
        <message>
            <source>Be den som ändrade filen att lämna den först.</source>
            <translation>Ask whoever changed the file to submit it first.</translation>
        </message>
        <message>
            <source>Be en kollega logga in på datorn med sitt eget konto och godkänna.</source>
            <translation>Ask a colleague to log in to the computer with their own account and approve.</translation>
        </message>
        <message>
            <source>Be någon som har den behörigheten, eller den som delar ut roller.</source>
            <translation>Ask somebody who has that permission, or whoever assigns roles.</translation>
        </message>
        <message>
            <source>Bedömning</source>
            <translation>Verdict</translation>
        </message>
        <message>
            <source>Behåll båda</source>
            <translation>Keep both</translation>
        </message>
        <message>
            <source>Behåll denna</source>
            <translation>Keep this one</translation>
        </message>
        <message>
            <source>Behörighet och regler</source>
            <translation>Permissions and rules</translation>
        </message>
        <message>
            <source>Behörighet och regler…</source>
            <translation>Permissions and rules…</translation>
        </message>
        <message>
            <source>Bekräfta den eller dra tillbaka den först.</source>
            <translation>Confirm it or withdraw it first.</translation>
        </message>
        <message>
            <source>Bekräfta och gallra…</source>
            <translation>Confirm and purge…</translation>
        </message>
        <message>
            <source>Bekräftad</source>
            <translation>Confirmed</translation>
        </message>
        <message>
            <source>Bekräftad, inte klar</source>
            <translation>Confirmed, not finished</translation>
        </message>
        <message>
            <source>Bekräftade gallring {id}</source>
            <translation>Confirmed purge {id}</translation>
        </message>
        <message>
            <source>Bekräftades av</source>
            <translation>Confirmed by</translation>
        </message>
        <message>
            <source>Bekräftat av {user}: {reason}</source>
            <translation>Confirmed by {user}: {reason}</translation>
        </message>
        <message>
            <source>Beslut: {decision}.</source>
            <translation>Decision: {decision}.</translation>
        </message>
        <message>
            <source>Beställ ett nytt i god tid.</source>
            <translation>Order a new one in good time.</translation>
        </message>
        <message>
            <source>Beställ ett nytt nu.</source>
            <translation>Order a new one now.</translation>
        </message>
        <message>
            <source>Besök</source>
            <translation>Visit</translation>
        </message>
        <message>
            <source>Besök på plats</source>
            <translation>Visit in person</translation>
        </message>
        <message>
            <source>Besöket hann vara innan kallelsen skickades.</source>
            <translation>The visit had already taken place when the appointment letter was to be sent.</translation>
        </message>
        <message>
            <source>Besöket har redan varit</source>
            <translation>The visit has already taken place</translation>
        </message>
        <message>
            <source>Besöket har redan varit ({at}). Hoppa över bokningen eller kontrollera datumet i vårdsystemet.</source>
            <translation>The visit has already taken place ({at}). Skip the booking or check the date in the care system.</translation>
        </message>
        <message>
            <source>Besöket är om {days} månader. Kontrollera att året stämmer.</source>
            <translation>The visit is in {days} months. Check that the year is right.</translation>
        </message>
        <message>
            <source>Besöket är redan påbörjat eller genomfört.</source>
            <translation>The visit has already begun or taken place.</translation>
        </message>
        <message>
            <source>Besöket är {day} klockan {at}. Kontrollera att tiden stämmer.</source>
            <translation>The visit is on {day} at {at}. Check that the time is right.</translation>
        </message>
        <message>
            <source>Besökssätt</source>
            <translation>Kind of visit</translation>
        </message>
        <message>
            <source>Besökstypen «{text}» är både telefon och video.</source>
            <translation>The kind of visit “{text}” is both phone and video.</translation>
        </message>
        <message>
            <source>Besökstypen «{text}» är varken besök, telefon eller video.</source>
            <translation>The kind of visit “{text}” is neither a visit, phone nor video.</translation>
        </message>
        <message>
            <source>Besöksutfallet kunde inte sparas.</source>
            <translation>The outcome of visits could not be saved.</translation>
        </message>
        <message>
            <source>Besöksutfallet är inläst: {periods}.</source>
            <translation>The visit outcomes have been read in: {periods}.</translation>
        </message>
        <message>
            <source>Bevaras {years} år.</source>
            <translation>Kept for {years} years.</translation>
        </message>
        <message>
            <source>Blad: {insert}</source>
            <translation>Sheet: {insert}</translation>
        </message>
        <message>
            <source>Bladet «{name}» är läst, men inte {others}.</source>
            <translation>The sheet “{name}” has been read, but not {others}.</translation>
        </message>
        <message>
            <source>Bladets rader är dolda, ofta av ett filter.</source>
            <translation>The rows of the sheet are hidden, often by a filter.</translation>
        </message>
        <message>
            <source>Blandade fel, ett för varje meddelande</source>
            <translation>Mixed faults, one for each message</translation>
        </message>
        <message>
            <source>Block: {block}</source>
            <translation>Block: {block}</translation>
        </message>
        <message>
            <source>Bläddra, {name}</source>
            <translation>Browse, {name}</translation>
        </message>
        <message>
            <source>Bläddra…</source>
            <translation>Browse…</translation>
        </message>
        <message>
            <source>Bokad igen efter avbokningen</source>
            <translation>Booked again after the cancellation</translation>
        </message>
        <message>
            <source>Bokad men inte kallad</source>
            <translation>Booked but no letter</translation>
        </message>
        <message>
            <source>Bokade men inte kallade</source>
            <translation>Booked but no letter</translation>
        </message>
        <message>
            <source>Bokning</source>
            <translation>Booking</translation>
        </message>
        <message>
            <source>Bokning {number} av {size}, rad {row}</source>
            <translation>Booking {number} of {size}, row {row}</translation>
        </message>
        <message>
            <source>Bokning {number} i filen har fler än {most} patienter.</source>
            <translation>Booking {number} in the file has more than {most} patients.</translation>
        </message>
        <message>
            <source>Bokningar</source>
            <translation>Bookings</translation>
        </message>
        <message>
            <source>Bokningar att jämföra på; namn och nummer byts ut</source>
            <translation>Bookings to compare with; names and numbers are replaced</translation>
        </message>
        <message>
            <source>Bokningar kan saknas, så ta ut filen igen.</source>
            <translation>Bookings may be missing, so export the file again.</translation>
        </message>
        <message>
            <source>Bokningar som</source>
            <translation>Bookings</translation>
        </message>
        <message>
            <source>Bokningar som stod under Åtgärda eller Granska när filen lästes in.</source>
            <translation>Bookings that stood under To fix or To review when the file was read.</translation>
        </message>
        <message>
            <source>Bokningar utan kallelse</source>
            <translation>Bookings without an appointment letter</translation>
        </message>
        <message>
            <source>Bokningar:</source>
            <translation>Bookings:</translation>
        </message>
        <message>
            <source>Bokningarna på rad {labels} har ändrats. Avgör dem på nytt.</source>
            <translation>The bookings on row {labels} have changed. Decide them again.</translation>
        </message>
        <message>
            <source>Bokningen får en kallelse härifrån. Den ändrar inget i vårdsystemet.</source>
            <translation>The booking gets an appointment letter from here. It changes nothing in the care system.</translation>
        </message>
        <message>
            <source>Bokningen får ingen kallelse härifrån. Ta med den igen om det blev fel.</source>
            <translation>The booking gets no appointment letter from here. Include it again if that was a mistake.</translation>
        </message>
        <message>
            <source>Bokningen gäller patienten, men patienten ska inte komma.</source>
            <translation>The booking is about the patient, but the patient is not to come.</translation>
        </message>
        <message>
            <source>Bokningen har en nyare kallelse som säger något annat.</source>
            <translation>The booking has a newer appointment letter that says something else.</translation>
        </message>
        <message>
            <source>Bokningen har en nyare kallelse, som säger något annat.</source>
            <translation>The booking has a newer appointment letter, which says something else.</translation>
        </message>
        <message>
            <source>Bokningen har ingen brevtyp.</source>
            <translation>The booking has no letter type.</translation>
        </message>
        <message>
            <source>Bokningen har ingen tid.</source>
            <translation>The booking has no time.</translation>
        </message>
        <message>
            <source>Bokningen har ändrats i vårdsystemet sedan kallelsen gjordes {moment}. Skicka igen om patienten behöver veta det, annars hoppa över.</source>
            <translation>The booking has been changed in the care system since the appointment letter was made on {moment}. Send again if the patient needs to know, otherwise skip it.</translation>
        </message>
        <message>
            <source>Bokningen som brevet görs för; namn och nummer är påhittade</source>
            <translation>The booking that the letter is made for; names and numbers are invented</translation>
        </message>
        <message>
            <source>Bokningen sparas inte.</source>
            <translation>The booking is not saved.</translation>
        </message>
        <message>
            <source>Bokningen är avbokad i vårdsystemet. {told} Hoppa över.</source>
            <translation>The booking has been cancelled in the care system. {told} Skip it.</translation>
        </message>
        <message>
            <source>Bokningen är avbokad i vårdsystemet. {told} Skicka avbokning eller hoppa över.</source>
            <translation>The booking has been cancelled in the care system. {told} Send a cancellation or skip it.</translation>
        </message>
        <message>
            <source>Bokningens status «{text}» är varken bokad, ombokad eller avbokad.</source>
            <translation>The booking's status “{text}” is neither booked, rebooked nor cancelled.</translation>
        </message>
        <message>
            <source>Bokningens status är okänd, så det går inte att se om den gäller.</source>
            <translation>The booking's status is unknown, so it is not possible to tell whether it holds.</translation>
        </message>
        <message>
            <source>Bokningens uppgifter</source>
            <translation>Booking details</translation>
        </message>
        <message>
            <source>Boknings-id</source>
            <translation>Booking ID</translation>
        </message>
        <message>
            <source>Bokningsfil</source>
            <translation>File of bookings</translation>
        </message>
        <message>
            <source>Bokningsfiler</source>
            <translation>Booking files</translation>
        </message>
        <message>
            <source>Bokningsfiler ({kinds});;Alla filer (*)</source>
            <translation>Booking files ({kinds});;All files (*)</translation>
        </message>
        <message>
            <source>Borttaget: {words}</source>
            <translation>Removed: {words}</translation>
        </message>
        <message>
            <source>Bra att veta</source>
            <translation>Good to know</translation>
        </message>
        <message>
            <source>Brev</source>
            <translation>Letter</translation>
        </message>
        <message>
            <source>Brev för att meddelandet inte är läst.</source>
            <translation>Paper letter because the message has not been read.</translation>
        </message>
        <message>
            <source>Brev kan bara skrivas ut från programmets fönster.</source>
            <translation>Letters can only be printed from the program's window.</translation>
        </message>
        <message>
            <source>Brev till tryckeriet</source>
            <translation>Letters to the print house</translation>
        </message>
        <message>
            <source>Brev tillsammans med meddelande</source>
            <translation>Paper letters beside a message</translation>
        </message>
        <message>
            <source>Brev, sida {number} av {count}</source>
            <translation>Letter, page {number} of {count}</translation>
        </message>
        <message>
            <source>Brev-id</source>
            <translation>Letter ID</translation>
        </message>
        <message>
            <source>Breven</source>
            <translation>Paper letters</translation>
        </message>
        <message>
            <source>Breven kontrolleras först</source>
            <translation>The letters are checked first</translation>
        </message>
        <message>
            <source>Brevet</source>
            <translation>The paper letter</translation>
        </message>
        <message>
            <source>Brevet behövs inte längre.</source>
            <translation>The paper letter is no longer needed.</translation>
        </message>
        <message>
            <source>Brevet blev {pages} sidor</source>
            <translation>The paper letter became {pages} pages</translation>
        </message>
        <message>
            <source>Brevet blev {} sidor. Mallen är gjord för {}. Korta fritexten, eller titta på brevet och godkänn.</source>
            <translation>The paper letter became {} pages. The template is made for {}. Shorten the free text, or look at the letter and approve it.</translation>
        </message>
        <message>
            <source>Brevet blev {} sidor. Mallen är gjord för {}. Titta på brevet och godkänn.</source>
            <translation>The paper letter became {} pages. The template is made for {}. Look at the letter and approve it.</translation>
        </message>
        <message>
            <source>Brevet blir {} sidor{}, men får bli {}. Korta texten, eller ändra pages i letter.toml.</source>
            <translation>The paper letter becomes {} pages{}, but may be {}. Shorten the text, or change pages in letter.toml.</translation>
        </message>
        <message>
            <source>Brevet finns redan.</source>
            <translation>The letter already exists.</translation>
        </message>
        <message>
            <source>Brevet går till {country_name}. Posten tar längre tid dit än inom Sverige.</source>
            <translation>The paper letter goes to {country_name}. The post takes longer there than within Sweden.</translation>
        </message>
        <message>
            <source>Brevet har ändrats sedan det visades.</source>
            <translation>The letter has changed since it was shown.</translation>
        </message>
        <message>
            <source>Brevet hinner troligen inte fram. Besöket är {when}. Ring patienten eller skicka ändå.</source>
            <translation>The paper letter will probably not arrive in time. The visit is {when}. Call the patient or send anyway.</translation>
        </message>
        <message>
            <source>Brevet skapas och läses igenom. Det brukar ta någon sekund.</source>
            <translation>The letter is being made and read through. It usually takes a second or so.</translation>
        </message>
        <message>
            <source>Brevet skickas inte.</source>
            <translation>The paper letter is not sent.</translation>
        </message>
        <message>
            <source>Brevet som det blir av texten just nu.</source>
            <translation>The letter as the text makes it now.</translation>
        </message>
        <message>
            <source>Brevet som det var innan felet i texten.</source>
            <translation>The letter as it was before the fault in the text.</translation>
        </message>
        <message>
            <source>Brevet togs tillbaka, men meddelandet på 1177 skickades.</source>
            <translation>The paper letter was taken back, but the message on 1177 was sent.</translation>
        </message>
        <message>
            <source>Brevet väntar på att skickas. Meddelandet står kvar som skickat.</source>
            <translation>The paper letter is waiting to be sent. The message stays as sent.</translation>
        </message>
        <message>
            <source>Brevet är gjort för ett annat kuvert, så fönstret visar inte patientens namn.</source>
            <translation>The letter was made for another envelope, so the window does not show the patient’s name.</translation>
        </message>
        <message>
            <source>Brevet är gjort i en äldre version av programmet och kan inte göras på nytt.</source>
            <translation>The letter was made by an older version of the program and cannot be made again.</translation>
        </message>
        <message>
            <source>Brevets nästa, föregående sida</source>
            <translation>Next, previous page of the letter</translation>
        </message>
        <message>
            <source>Brevets sida går inte att göra.{place}</source>
            <translation>The page of the letter cannot be made.{place}</translation>
        </message>
        <message>
            <source>Brevets sidor</source>
            <translation>Pages of the letter</translation>
        </message>
        <message>
            <source>Brevets sidor hör inte ihop, så det har inte lämnats till utskrift.</source>
            <translation>The pages of the letter do not belong together, so it has not been handed over for printing.</translation>
        </message>
        <message>
            <source>Brevets text</source>
            <translation>Text of the letter</translation>
        </message>
        <message>
            <source>Brevtyp</source>
            <translation>Letter type</translation>
        </message>
        <message>
            <source>Brevtyp för flera bokningar</source>
            <translation>Letter type for several bookings</translation>
        </message>
        <message>
            <source>Brevtyp saknas</source>
            <translation>No letter type</translation>
        </message>
        <message>
            <source>Brevtyp som visas</source>
            <translation>Letter type shown</translation>
        </message>
        <message>
            <source>Brevtypen finns bara som brev.</source>
            <translation>This letter type exists on paper only.</translation>
        </message>
        <message>
            <source>Brevtypen finns inte i den kanalen.</source>
            <translation>The letter type does not exist in that channel.</translation>
        </message>
        <message>
            <source>Brevtypen finns inte på {language}. Kallelsen skickas på svenska.</source>
            <translation>The letter type does not exist in {language}. The appointment letter is sent in Swedish.</translation>
        </message>
        <message>
            <source>Brevtypen som texten visas i</source>
            <translation>The letter type that the text is shown in</translation>
        </message>
        <message>
            <source>Brevtypen {id} ger ett meddelande som 1177 inte tar emot.</source>
            <translation>The letter type {id} gives a message that 1177 does not accept.</translation>
        </message>
        <message>
            <source>Brevtypen {id} har filen {name}, men språkets ämne står inte i letter.toml.</source>
            <translation>The letter type {id} has the file {name}, but the subject in that language is not in letter.toml.</translation>
        </message>
        <message>
            <source>Brevtypen {id} saknar filen {name} i sin mapp.</source>
            <translation>The letter type {id} lacks the file {name} in its folder.</translation>
        </message>
        <message>
            <source>Brevtypen är ändrad för {bookings}.</source>
            <translation>The letter type has been changed for {bookings}.</translation>
        </message>
        <message>
            <source>Brevtypens fil {name}{place} går inte att använda: {what}</source>
            <translation>The letter type's file {name}{place} cannot be used: {what}</translation>
        </message>
        <message>
            <source>Bunten stämmer</source>
            <translation>The stack is right</translation>
        </message>
        <message>
            <source>Bunten är räknad: {dispatch_ids} brev.</source>
            <translation>The stack has been counted: {dispatch_ids} letters.</translation>
        </message>
        <message>
            <source>Byt det nu: efter den dagen går inga meddelanden till 1177.</source>
            <translation>Replace it now: after that day no messages reach 1177.</translation>
        </message>
        <message>
            <source>Byt kanal för vald bokning (Ctrl+K)</source>
            <translation>Change the channel of the chosen booking (Ctrl+K)</translation>
        </message>
        <message>
            <source>Byt kanal…</source>
            <translation>Change channel…</translation>
        </message>
        <message>
            <source>Byt ruta</source>
            <translation>Switch pane</translation>
        </message>
        <message>
            <source>Byt ruta (Ctrl+Tab)</source>
            <translation>Switch pane (Ctrl+Tab)</translation>
        </message>
        <message>
            <source>Byt till brev</source>
            <translation>Change to letters</translation>
        </message>
        <message>
            <source>Börja den med https:// och använd {domains}.</source>
            <translation>Begin it with https:// and use {domains}.</translation>
        </message>
        <message>
            <source>Börja den med https:// och använd {link_domains}.</source>
            <translation>Begin it with https:// and use {link_domains}.</translation>
        </message>
        <message>
            <source>Börja punkterna med bindestreck.</source>
            <translation>Begin the items with hyphens.</translation>
        </message>
        <message>
            <source>C5 med fönster till höger</source>
            <translation>C5, window on the right</translation>
        </message>
        <message>
            <source>Cellen i «{header}» har en formel som inte är uträknad. Öppna filen i Excel, spara den och läs in den på nytt.</source>
            <translation>The cell in “{header}” has a formula that has not been calculated. Open the file in Excel, save it and read it again.</translation>
        </message>
        <message>
            <source>Cellen i «{header}» visar ett fel i kalkylbladet: {text}.</source>
            <translation>The cell in “{header}” shows an error of the spreadsheet: {text}.</translation>
        </message>
        <message>
            <source>Certifikat (PKCS#12 eller PEM)</source>
            <translation>Certificate (PKCS#12 or PEM)</translation>
        </message>
        <message>
            <source>Certifikatet för 1177</source>
            <translation>The certificate for 1177</translation>
        </message>
        <message>
            <source>Certifikatet och nyckeln, eller utfärdarnas fil, går inte att använda för TLS.</source>
            <translation>The certificate and the key, or the file of authorities, cannot be used for TLS.</translation>
        </message>
        <message>
            <source>Certifikatets lösenord</source>
            <translation>Password of the certificate</translation>
        </message>
        <message>
            <source>Certifikatfilen {file} går inte att öppna: fel lösenord eller ingen nyckel.</source>
            <translation>The certificate file {file} cannot be opened: wrong password or no key.</translation>
        </message>
        <message>
            <source>Ctrl+F leder inte till sökfältet i historiken</source>
            <translation>Ctrl+F does not lead to the search field of the history</translation>
        </message>
        <message>
            <source>Dag</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>Dagens avstämning</source>
            <translation>Today's balance</translation>
        </message>
        <message>
            <source>Dator</source>
            <translation>Computer</translation>
        </message>
        <message>
            <source>Datorn har ingen nyckelring som programmet kan spara hemligheter i.</source>
            <translation>The computer has no keychain that the program can keep secrets in.</translation>
        </message>
        <message>
            <source>Datorn talar inte om vem som är inloggad, så inget kan göras i någons namn.</source>
            <translation>The computer does not tell who is logged in, so nothing can be done in anybody’s name.</translation>
        </message>
        <message>
            <source>Datorns egen</source>
            <translation>The computer's own</translation>
        </message>
        <message>
            <source>Datorns nyckelring sparade inte nyckeln.</source>
            <translation>The computer's keychain did not keep the key.</translation>
        </message>
        <message>
            <source>Datorns nyckelring öppnas inte.</source>
            <translation>The computer's keychain does not open.</translation>
        </message>
        <message>
            <source>Datum</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Datum och tid</source>
            <translation>Date and time</translation>
        </message>
        <message>
            <source>Datum skrivs med</source>
            <translation>Dates are written with</translation>
        </message>
        <message>
            <source>Datum som {cells} kan läsas på två sätt i filen.</source>
            <translation>Dates such as {cells} can be read in two ways in the file.</translation>
        </message>
        <message>
            <source>Datum som {written} är lästa som {order}, som på filens andra rader.</source>
            <translation>Dates such as {written} are read as {order}, as on the other rows of the file.</translation>
        </message>
        <message>
            <source>Datumet</source>
            <translation>The date</translation>
        </message>
        <message>
            <source>Datumet kan synas i fönstret. Övre marginalen får vara högst {room} mm.</source>
            <translation>The date may show in the window. The top margin may be at most {room} mm.</translation>
        </message>
        <message>
            <source>Datumet «{text}» kan läsas på två sätt. Skriv det som ÅÅÅÅ-MM-DD.</source>
            <translation>The date “{text}” can be read in two ways. Write it as YYYY-MM-DD.</translation>
        </message>
        <message>
            <source>De används inte. Hör efter med den som ansvarar för mallarna.</source>
            <translation>They are not used. Ask the person in charge of the templates.</translation>
        </message>
        <message>
            <source>De första raderna</source>
            <translation>The first rows</translation>
        </message>
        <message>
            <source>De gallrade kallelsernas id</source>
            <translation>The ids of the purged appointment letters</translation>
        </message>
        <message>
            <source>De kan bara förhandsgranskas. Skriv mottagningens regler i gallring.toml.</source>
            <translation>They can only be previewed. Write the clinic’s rules in gallring.toml.</translation>
        </message>
        <message>
            <source>De levererade mallarna</source>
            <translation>The templates as shipped</translation>
        </message>
        <message>
            <source>De närmaste meddelandena</source>
            <translation>The next messages</translation>
        </message>
        <message>
            <source>De som följer med programmet</source>
            <translation>Those that come with the program</translation>
        </message>
        <message>
            <source>De spärrar eller frigör tider.</source>
            <translation>They block or free times.</translation>
        </message>
        <message>
            <source>De svåraste bokningarna, gjorda av brevtypens egna uppgifter.</source>
            <translation>The hardest bookings, made from the letter type's own fields.</translation>
        </message>
        <message>
            <source>De tas bort ur historiken för alltid, enligt reglerna som {who} lade fram. Skriv antalet för att bekräfta.</source>
            <translation>They are removed from the history for ever, by the rules that {who} put forward. Type the number to confirm.</translation>
        </message>
        <message>
            <source>De väntar här. Skicka igen, eller skriv ut dem på mottagningen.</source>
            <translation>They are waiting here. Send again, or print them at the clinic.</translation>
        </message>
        <message>
            <source>De är kopior av ett meddelande som också finns i filen.</source>
            <translation>They are copies of a message that is in the file too.</translation>
        </message>
        <message>
            <source>Dela upp den.</source>
            <translation>Split it up.</translation>
        </message>
        <message>
            <source>Delarna i &lt;{tag}&gt; saknas eller står i fel ordning.</source>
            <translation>The parts of &lt;{tag}&gt; are missing or in the wrong order.</translation>
        </message>
        <message>
            <source>Delvis skickad</source>
            <translation>Partly sent</translation>
        </message>
        <message>
            <source>Den används inte. Hämta tillbaka mappen versions från en säkerhetskopia.</source>
            <translation>It is not used. Restore the folder versions from a backup.</translation>
        </message>
        <message>
            <source>Den används inte. Hör efter med den som ansvarar för mallarna.</source>
            <translation>It is not used. Ask the person in charge of the templates.</translation>
        </message>
        <message>
            <source>Den egna exportlayouten {file} går inte att använda.</source>
            <translation>The unit's own export layout {file} cannot be used.</translation>
        </message>
        <message>
            <source>Den första regeln som stämmer avgör. Reglerna är data och ändras i regionens fil (resources/regions), med källa och datum, inte här.</source>
            <translation>The first rule that fits decides. The rules are data and are changed in the region's file (resources/regions), with source and date, not here.</translation>
        </message>
        <message>
            <source>Den gemensamma mappen hindrar att två datorer skickar samma kallelse. Bara receptionen ska komma åt den. En egen mapp för mallar börjar som en kopia av programmets hela mallmapp.</source>
            <translation>The shared folder keeps two computers from sending the same appointment letter. Only the reception should have access to it. A templates folder of your own begins as a copy of the program's whole templates folder.</translation>
        </message>
        <message>
            <source>Den har {rows} rader och kan ha högst {max_lines}.</source>
            <translation>It has {rows} lines and can have at most {max_lines}.</translation>
        </message>
        <message>
            <source>Den historik som är här nu läggs åt sidan och tas aldrig bort.</source>
            <translation>The history that is here now is set aside and never deleted.</translation>
        </message>
        <message>
            <source>Den här behöver inte skickas igen.</source>
            <translation>This one need not be sent again.</translation>
        </message>
        <message>
            <source>Den här personen har skyddade personuppgifter enligt en tidigare fil, även om det inte står i den här. Kallelsen skickas inte härifrån. Följ mottagningens rutin. Har skyddet upphört kan en administratör häva markeringen.</source>
            <translation>This person has a protected identity according to an earlier file, even though this one does not say so. The appointment letter is not sent from here. Follow the clinic's routine. If the protection has ended, an administrator can lift the mark.</translation>
        </message>
        <message>
            <source>Den här personen har skyddade personuppgifter.</source>
            <translation>This person has a protected identity.</translation>
        </message>
        <message>
            <source>Den här personen har skyddade personuppgifter. Kallelsen skickas inte härifrån. Följ mottagningens rutin.</source>
            <translation>This person has a protected identity. The appointment letter is not sent from here. Follow the clinic's routine.</translation>
        </message>
        <message>
            <source>Den innehåller inga personuppgifter.</source>
            <translation>It holds no personal data.</translation>
        </message>
        <message>
            <source>Den innehåller personuppgifter.</source>
            <translation>It holds personal data.</translation>
        </message>
        <message>
            <source>Den server som svarade kunde inte visa att den hör till 1177.</source>
            <translation>The server that answered could not show that it belongs to 1177.</translation>
        </message>
        <message>
            <source>Den som en fil har märkt med skyddade personuppgifter döljs överallt och får ingen kallelse härifrån, även om en senare fil saknar markeringen. När skyddet har upphört hävs markeringen här. Märker en ny fil personen gäller skyddet igen.</source>
            <translation>Whoever a file has marked as having a protected identity is hidden everywhere and gets no appointment letter from here, even if a later file lacks the mark. When the protection has ended, the mark is lifted here. If a new file marks the person, the protection applies again.</translation>
        </message>
        <message>
            <source>Den som har både nyckeln och en kopia kan läsa allt. Lås in papperet, skilt från datorn.</source>
            <translation>Whoever has both the key and a copy can read everything. Lock the paper away, apart from the computer.</translation>
        </message>
        <message>
            <source>Den tomma tabellen är sparad. Fyll i den och läs in den här.</source>
            <translation>The empty table has been saved. Fill it in and read it in here.</translation>
        </message>
        <message>
            <source>Det blir mindre än {least} mm kvar till texten.</source>
            <translation>Less than {least} mm is left for the text.</translation>
        </message>
        <message>
            <source>Det du avgör kan inte sparas just nu, så skicka det som är klart innan du stänger.</source>
            <translation>What you decide cannot be saved right now, so send what is ready before you close.</translation>
        </message>
        <message>
            <source>Det du har skrivit är kvar; när du sparar får du välja text.</source>
            <translation>What you have written is still there; when you save you may choose the text.</translation>
        </message>
        <message>
            <source>Det du ändrar gäller från nästa fil. En fil som är öppen läser du in igen med F5.</source>
            <translation>What you change holds from the next file. Reload a file that is open with F5.</translation>
        </message>
        <message>
            <source>Det du ändrar i det syns bara här, tills det publiceras.</source>
            <translation>What you change in it is only seen here, until it is published.</translation>
        </message>
        <message>
            <source>Det finns ett tecken i {field} som inte går att skicka (U+{found:04X}).</source>
            <translation>There is a character in {field} that cannot be sent (U+{found:04X}).</translation>
        </message>
        <message>
            <source>Det finns inga fler ändringar åt det hållet.</source>
            <translation>There are no more changes in that direction.</translation>
        </message>
        <message>
            <source>Det finns ingen säkerhetskopia i programmets mapp. Kontakta it-supporten.</source>
            <translation>There is no backup in the program's folder. Contact IT support.</translation>
        </message>
        <message>
            <source>Det finns ingen säkerhetskopia än. En görs varje dag som programmet används.</source>
            <translation>There is no backup yet. One is made on each day that the program is used.</translation>
        </message>
        <message>
            <source>Det finns ingen tabell att klistra in. Kopiera raderna med sina rubriker i Excel eller i vårdsystemet och tryck Ctrl+V.</source>
            <translation>There is no table to paste. Copy the rows with their headers in Excel or in the care system and press Ctrl+V.</translation>
        </message>
        <message>
            <source>Det finns inget att gallra.</source>
            <translation>There is nothing to purge.</translation>
        </message>
        <message>
            <source>Det finns redan en kallelse till den här bokningen, gjord {letter}. Hoppa över, eller skicka igen om något har ändrats.</source>
            <translation>There is already an appointment letter for this booking, made on {letter}. Skip it, or send again if something has changed.</translation>
        </message>
        <message>
            <source>Det går inte att se om brevet skrevs ut.</source>
            <translation>It is not possible to tell whether the letter was printed.</translation>
        </message>
        <message>
            <source>Det går inte att se om tryckeriet har fått brevet.</source>
            <translation>It is not possible to tell whether the print house has got the letter.</translation>
        </message>
        <message>
            <source>Det går inte att spara i mallmappen.</source>
            <translation>The templates folder cannot be written to.</translation>
        </message>
        <message>
            <source>Det här ser du</source>
            <translation>What you see</translation>
        </message>
        <message>
            <source>Det krävs två personer, och du är redan den ena.</source>
            <translation>It takes two persons, and you are one of them already.</translation>
        </message>
        <message>
            <source>Det publiceras inte. Be den som föreslog att göra det igen.</source>
            <translation>It is not published. Ask the person who proposed it to do so again.</translation>
        </message>
        <message>
            <source>Det som blir kvar</source>
            <translation>What stays</translation>
        </message>
        <message>
            <source>Det som blir kvar, och varför</source>
            <translation>What stays, and why</translation>
        </message>
        <message>
            <source>Det som gallras</source>
            <translation>What is purged</translation>
        </message>
        <message>
            <source>Det som inte hunnit skickas ligger kvar.</source>
            <translation>What has not been sent yet stays.</translation>
        </message>
        <message>
            <source>Det som listas…</source>
            <translation>What is listed…</translation>
        </message>
        <message>
            <source>Det som skickades</source>
            <translation>What was sent</translation>
        </message>
        <message>
            <source>Det som sparades går inte att läsa i den här versionen av programmet.</source>
            <translation>What was kept cannot be read by this version of the program.</translation>
        </message>
        <message>
            <source>Det som spärras gallras inte förrän någon häver spärren, med ett nytt skäl.</source>
            <translation>What is put on hold is not purged until somebody lifts the hold, with another reason.</translation>
        </message>
        <message>
            <source>Det som visas är byte för byte det som programmet försökte skicka.</source>
            <translation>What is shown is byte for byte what the program tried to send.</translation>
        </message>
        <message>
            <source>Det som visas är byte för byte det som skickades.</source>
            <translation>What is shown is byte for byte what was sent.</translation>
        </message>
        <message>
            <source>Det som visas är byte för byte det som togs tillbaka.</source>
            <translation>What is shown is byte for byte what was taken back.</translation>
        </message>
        <message>
            <source>Det som visas är byte för byte det som väntar på att skickas.</source>
            <translation>What is shown is byte for byte what is waiting to be sent.</translation>
        </message>
        <message>
            <source>Det som väntar ligger kvar. Kontakta it-supporten.</source>
            <translation>What is waiting stays where it is. Contact IT support.</translation>
        </message>
        <message>
            <source>Det visar när uppgifter om dig har använts i programmet för kallelser, vid vilken enhet och till vad.</source>
            <translation>It shows when details about you have been used in the program for appointment letters, at which clinic and for what.</translation>
        </message>
        <message>
            <source>Det är en mapp och ingen fil.</source>
            <translation>That is a folder and not a file.</translation>
        </message>
        <message>
            <source>Det är noterat att du har återställningsnyckeln på papper.</source>
            <translation>It is noted that you have the recovery key on paper.</translation>
        </message>
        <message>
            <source>Det är ovanligt många kallelser på en gång: {letters}.</source>
            <translation>That is unusually many appointment letters at once: {letters}.</translation>
        </message>
        <message>
            <source>Det är redan föreslaget.</source>
            <translation>It has been proposed already.</translation>
        </message>
        <message>
            <source>Din behörighet räcker inte för att {what}.</source>
            <translation>You do not have permission to {what}.</translation>
        </message>
        <message>
            <source>Din egen mapp</source>
            <translation>Your own folder</translation>
        </message>
        <message>
            <source>Disken är full, så inget kan sparas eller skickas.</source>
            <translation>The disk is full, so nothing can be saved or sent.</translation>
        </message>
        <message>
            <source>Dolda blad är inte lästa: {names}.</source>
            <translation>Hidden sheets have not been read: {names}.</translation>
        </message>
        <message>
            <source>Dolda kolumner om skyddade personuppgifter är lästa: {columns}.</source>
            <translation>Hidden columns about protected identity have been read: {columns}.</translation>
        </message>
        <message>
            <source>Dolda kolumner är inte lästa: {columns}.</source>
            <translation>Hidden columns have not been read: {columns}.</translation>
        </message>
        <message>
            <source>Dolda rader är inte lästa: rad {rows}.</source>
            <translation>Hidden rows have not been read: row {rows}.</translation>
        </message>
        <message>
            <source>Dra hit en fil eller tryck Ctrl+O. En kopierad tabell klistras in med Ctrl+V.</source>
            <translation>Drag a file here or press Ctrl+O. Paste a copied table with Ctrl+V.</translation>
        </message>
        <message>
            <source>Dra stickprov</source>
            <translation>Draw a sample</translation>
        </message>
        <message>
            <source>Dra tillbaka</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>Drabbar</source>
            <translation>Hits</translation>
        </message>
        <message>
            <source>Drabbar de tre närmaste.</source>
            <translation>Hits the next three.</translation>
        </message>
        <message>
            <source>Drabbar var femte, slumpvis men lika varje gång.</source>
            <translation>Hits every fifth, at random but the same ones each time.</translation>
        </message>
        <message>
            <source>Drog ett stickprov ur loggen</source>
            <translation>Drew a sample of the log</translation>
        </message>
        <message>
            <source>Drog tillbaka gallring {id}</source>
            <translation>Withdrew purge {id}</translation>
        </message>
        <message>
            <source>Du har skrivit {written}.</source>
            <translation>You have written {written}.</translation>
        </message>
        <message>
            <source>Du är inloggad som {who}.</source>
            <translation>You are logged in as {who}.</translation>
        </message>
        <message>
            <source>Dubblett av rad {row_no}</source>
            <translation>Duplicate of row {row_no}</translation>
        </message>
        <message>
            <source>Därefter: {others}</source>
            <translation>After that: {others}</translation>
        </message>
        <message>
            <source>Dölj</source>
            <translation>Hide</translation>
        </message>
        <message>
            <source>Dölj detaljer</source>
            <translation>Hide details</translation>
        </message>
        <message>
            <source>Dölj personuppgifter</source>
            <translation>Hide personal data</translation>
        </message>
        <message>
            <source>Dölj personuppgifter efter (minuter)</source>
            <translation>Hide personal data after (minutes)</translation>
        </message>
        <message>
            <source>Efter</source>
            <translation>After</translation>
        </message>
        <message>
            <source>Efternamn</source>
            <translation>Family name</translation>
        </message>
        <message>
            <source>Egen exportlayout: {name}, sparad {day} av {user}.</source>
            <translation>Own export layout: {name}, saved {day} by {user}.</translation>
        </message>
        <message>
            <source>Egen exportlayout: {name}.</source>
            <translation>Own export layout: {name}.</translation>
        </message>
        <message>
            <source>Eget kuvert</source>
            <translation>Own envelope</translation>
        </message>
        <message>
            <source>Egna datum</source>
            <translation>Own dates</translation>
        </message>
        <message>
            <source>Egna exportlayouter</source>
            <translation>Own export layouts</translation>
        </message>
        <message>
            <source>Egna exportlayouter…</source>
            <translation>Own export layouts…</translation>
        </message>
        <message>
            <source>Eller prova med påhittade bokningar</source>
            <translation>Or try with made-up bookings</translation>
        </message>
        <message>
            <source>En andel av meddelandena</source>
            <translation>A share of the messages</translation>
        </message>
        <message>
            <source>En annan exportlayout har redan det namnet. Skriv ett annat namn, så finns båda kvar.</source>
            <translation>Another export layout already has that name. Write another name to keep both.</translation>
        </message>
        <message>
            <source>En annan gallring är inte avslutad.</source>
            <translation>Another purge has not ended.</translation>
        </message>
        <message>
            <source>En annan kallelse till samma bokning är öppen</source>
            <translation>Another appointment letter to the same booking is open</translation>
        </message>
        <message>
            <source>En annan lista har öppnats, så det du skrev sparades inte. Skriv på nytt.</source>
            <translation>Another list has been opened, so what you wrote was not saved. Write it again.</translation>
        </message>
        <message>
            <source>En annan mapp…</source>
            <translation>Another folder…</translation>
        </message>
        <message>
            <source>En del av filen är orimligt stor.</source>
            <translation>A part of the file is unreasonably large.</translation>
        </message>
        <message>
            <source>En fil med samma rubriker, eller samma avsändare, läses så som layouten säger.</source>
            <translation>A file with the same headers, or the same sender, is read as the layout says.</translation>
        </message>
        <message>
            <source>En historik som inte är krypterad har ingen nyckel.</source>
            <translation>A history that is not encrypted has no key.</translation>
        </message>
        <message>
            <source>En kallelse till samma bokning väntar redan eller är oklar.</source>
            <translation>An appointment letter for the same booking is already waiting or unclear.</translation>
        </message>
        <message>
            <source>En krypterad kopia kan ligga på en server eller ett usb-minne. Förvara inte nyckeln där.</source>
            <translation>An encrypted copy can be kept on a server or a USB stick. Do not keep the key there.</translation>
        </message>
        <message>
            <source>En patient i ett tidigare meddelande om bokningen saknas i det senaste. Kontrollera vem bokningen gäller.</source>
            <translation>A patient in an earlier message about the booking is missing in the latest. Check whom the booking is for.</translation>
        </message>
        <message>
            <source>En patients alla kallelser</source>
            <translation>All appointment letters of one patient</translation>
        </message>
        <message>
            <source>En person lägger fram gallringen och en annan, med eget konto på datorn, bekräftar den. Det som väntar, är oklart eller spärrat gallras aldrig. Det som gallras går inte att få tillbaka.</source>
            <translation>One person puts the purge forward and another, with an account of their own on the computer, confirms it. What waits, is unclear or is on hold is never purged. What is purged cannot be had back.</translation>
        </message>
        <message>
            <source>En post i filen är orimligt stor.</source>
            <translation>An entry in the file is unreasonably large.</translation>
        </message>
        <message>
            <source>En rad i filen är orimligt lång.</source>
            <translation>A row in the file is unreasonably long.</translation>
        </message>
        <message>
            <source>En säkerhetskopia tas i bruk vid nästa start, så inget skickas före den.</source>
            <translation>A backup takes effect at the next start, so nothing is sent before that.</translation>
        </message>
        <message>
            <source>En webbsida i stället för svar</source>
            <translation>A web page instead of an answer</translation>
        </message>
        <message>
            <source>Engelska</source>
            <translation>English</translation>
        </message>
        <message>
            <source>Enhet</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>Enhet och program</source>
            <translation>Unit and program</translation>
        </message>
        <message>
            <source>Enligt filen som är öppen får den här personen ingen kallelse härifrån.</source>
            <translation>According to the open file this person gets no appointment letter from here.</translation>
        </message>
        <message>
            <source>Enligt filens slut skulle den ha {promised} meddelanden, men den har {found}. {todo}</source>
            <translation>By its end the file should have {promised} messages, but it has {found}. {todo}</translation>
        </message>
        <message>
            <source>Enligt {file} är bokningarna avbokade, flyttade eller ändrade.</source>
            <translation>According to {file} the bookings are cancelled, moved or changed.</translation>
        </message>
        <message>
            <source>Enligt {file} är bokningen avbokad, flyttad eller ändrad.</source>
            <translation>According to {file} the booking is cancelled, moved or changed.</translation>
        </message>
        <message>
            <source>Ett annat brev i utskicket har samma brevnummer på sina sidor.</source>
            <translation>Another letter in the mailing has the same letter number on its pages.</translation>
        </message>
        <message>
            <source>Ett av felen ovan för varje meddelande, utom redelivered.</source>
            <translation>One of the faults above for each message, except redelivered.</translation>
        </message>
        <message>
            <source>Ett barn</source>
            <translation>A child</translation>
        </message>
        <message>
            <source>Ett brev kan sakna {element}. Skriv {fact} i required.</source>
            <translation>A letter may lack {element}. Write {fact} in required.</translation>
        </message>
        <message>
            <source>Ett fel i programmet avbröt sändningen. Det går inte att se om den kom fram.</source>
            <translation>A fault in the program cut off the sending. It is not possible to tell whether it arrived.</translation>
        </message>
        <message>
            <source>Ett meddelande som ingen öppnat på {hours} timmar erbjuds som brev också.</source>
            <translation>A message that nobody has opened for {hours} hours is offered as a paper letter too.</translation>
        </message>
        <message>
            <source>Ett nyare meddelande i filen gäller samma bokning.</source>
            <translation>A newer message in the file is about the same booking.</translation>
        </message>
        <message>
            <source>Ett nytt brev är redan gjort i stället för det här.</source>
            <translation>A new letter has already been made in place of this one.</translation>
        </message>
        <message>
            <source>Ett osynligt tecken</source>
            <translation>An invisible character</translation>
        </message>
        <message>
            <source>Ett prov på {local} enligt {label} godkänns inte av regionens XSD</source>
            <translation>A sample of {local} by {label} is not valid by the region's XSD</translation>
        </message>
        <message>
            <source>Ett sparat brev i historiken har ändrats eller skadats. Det visas och skickas inte.</source>
            <translation>A letter kept in the history has been changed or damaged. It is neither shown nor sent.</translation>
        </message>
        <message>
            <source>Ett stycke blir tomt. Lägg ett villkor om det i mallen.</source>
            <translation>A paragraph becomes empty. Add a condition about it to the template.</translation>
        </message>
        <message>
            <source>Ett utkast är en kopia av mallarna.</source>
            <translation>A draft is a copy of the templates.</translation>
        </message>
        <message>
            <source>Ett utskick pågår</source>
            <translation>A mailing is under way</translation>
        </message>
        <message>
            <source>Ett utskick pågår, och allt har inte skickats än.</source>
            <translation>A mailing is under way, and not all of it has been sent yet.</translation>
        </message>
        <message>
            <source>Ett år</source>
            <translation>One year</translation>
        </message>
        <message>
            <source>Exempel: {}</source>
            <translation>Sample: {}</translation>
        </message>
        <message>
            <source>Exempelbokningarna</source>
            <translation>The sample bookings</translation>
        </message>
        <message>
            <source>Exempelfilen går inte att lägga fram.</source>
            <translation>The sample file cannot be laid out.</translation>
        </message>
        <message>
            <source>Exportera kvittens…</source>
            <translation>Export receipt…</translation>
        </message>
        <message>
            <source>Exportlayouten {layout} är sparad. Tryck F5 om en sådan fil är öppen.</source>
            <translation>The export layout {layout} has been saved. Press F5 if such a file is open.</translation>
        </message>
        <message>
            <source>Exportlayouten {removed} är borttagen.</source>
            <translation>The export layout {removed} has been removed.</translation>
        </message>
        <message>
            <source>F8 leder inte till något problem</source>
            <translation>F8 does not lead to any problem</translation>
        </message>
        <message>
            <source>Fel</source>
            <translation>Fault</translation>
        </message>
        <message>
            <source>Fel som försvinner</source>
            <translation>Fault that goes away</translation>
        </message>
        <message>
            <source>Fel som försvinner {number}</source>
            <translation>Faults that go away {number}</translation>
        </message>
        <message>
            <source>Fil</source>
            <translation>File</translation>
        </message>
        <message>
            <source>Filen finns inte längre.</source>
            <translation>The file no longer exists.</translation>
        </message>
        <message>
            <source>Filen finns inte, eller är inte ansluten just nu.</source>
            <translation>The file does not exist, or is not connected right now.</translation>
        </message>
        <message>
            <source>Filen går inte att läsa som en tabell.</source>
            <translation>The file cannot be read as a table.</translation>
        </message>
        <message>
            <source>Filen går inte att läsa.</source>
            <translation>The file cannot be read.</translation>
        </message>
        <message>
            <source>Filen går inte att spara. Stäng den om den är öppen, eller välj en annan mapp.</source>
            <translation>The file cannot be saved. Close it if it is open, or choose another folder.</translation>
        </message>
        <message>
            <source>Filen har HL7-meddelanden men inga bokningar (SIU).</source>
            <translation>The file has HL7 messages but no bookings (SIU).</translation>
        </message>
        <message>
            <source>Filen har fler än {most_entries} 000 poster.</source>
            <translation>The file has more than {most_entries} 000 entries.</translation>
        </message>
        <message>
            <source>Filen har fler än {most_messages} 000 meddelanden.</source>
            <translation>The file has more than {most_messages} 000 messages.</translation>
        </message>
        <message>
            <source>Filen har fler än {most_messages} 000 patienter.</source>
            <translation>The file has more than {most_messages} 000 patients.</translation>
        </message>
        <message>
            <source>Filen har inga HL7-meddelanden.</source>
            <translation>The file has no HL7 messages.</translation>
        </message>
        <message>
            <source>Filen har inga bokningar att kalla till.</source>
            <translation>The file has no bookings to write to.</translation>
        </message>
        <message>
            <source>Filen har inga bokningar.</source>
            <translation>The file has no bookings.</translation>
        </message>
        <message>
            <source>Filen har kolumnerna {columns}.</source>
            <translation>The file has the columns {columns}.</translation>
        </message>
        <message>
            <source>Filen har orimligt många uppgifter.</source>
            <translation>The file has an unreasonable number of values.</translation>
        </message>
        <message>
            <source>Filen har rubriker men inga bokningar.</source>
            <translation>The file has headers but no bookings.</translation>
        </message>
        <message>
            <source>Filen har {rows} rader och kan ha högst {most}.</source>
            <translation>The file has {rows} rows and can have at most {most}.</translation>
        </message>
        <message>
            <source>Filen har ändrats igen.</source>
            <translation>The file has been changed again.</translation>
        </message>
        <message>
            <source>Filen innehåller en DOCTYPE, och det gör inget äkta svar.</source>
            <translation>The file holds a DOCTYPE, which no genuine answer does.</translation>
        </message>
        <message>
            <source>Filen innehåller meddelanden i HL7-format.</source>
            <translation>The file holds messages in HL7 format.</translation>
        </message>
        <message>
            <source>Filen innehåller uppgifter i FHIR-format men inga bokningar (Appointment).</source>
            <translation>The file holds data in FHIR format but no bookings (Appointment).</translation>
        </message>
        <message>
            <source>Filen innehåller uppgifter i FHIR-format.</source>
            <translation>The file holds data in FHIR format.</translation>
        </message>
        <message>
            <source>Filen kan komma från {care_systems}.</source>
            <translation>The file may come from {care_systems}.</translation>
        </message>
        <message>
            <source>Filen kan ändå läsas nu. Kontrollera att programmets mapp går att skriva i.</source>
            <translation>The file can be read now all the same. Check that the program's folder can be written to.</translation>
        </message>
        <message>
            <source>Filen kunde inte sparas.</source>
            <translation>The file could not be saved.</translation>
        </message>
        <message>
            <source>Filen känns inte igen som en bokningslista från {care_systems}.</source>
            <translation>The file is not recognised as a list of bookings from {care_systems}.</translation>
        </message>
        <message>
            <source>Filen saknar rubriker.</source>
            <translation>The file has no headers.</translation>
        </message>
        <message>
            <source>Filen slutar mitt i sändningen. {todo}</source>
            <translation>The file ends in the middle of the transmission. {todo}</translation>
        </message>
        <message>
            <source>Filen som ändras</source>
            <translation>The file being changed</translation>
        </message>
        <message>
            <source>Filen säger inte vilket vårdsystem den kommer från.</source>
            <translation>The file does not say which care system it comes from.</translation>
        </message>
        <message>
            <source>Filen {elements} bland mallarna går inte att använda.</source>
            <translation>The file {elements} among the templates cannot be used.</translation>
        </message>
        <message>
            <source>Filen {file} går inte att läsa.</source>
            <translation>The file {file} cannot be read.</translation>
        </message>
        <message>
            <source>Filen {file} i programmets mapp går inte att använda.</source>
            <translation>The file {file} in the program's folder cannot be used.</translation>
        </message>
        <message>
            <source>Filen {file} innehåller inga certifikat i PEM-format.</source>
            <translation>The file {file} holds no certificates in PEM format.</translation>
        </message>
        <message>
            <source>Filen {file} med roller går inte att använda.</source>
            <translation>The file {file} with roles cannot be used.</translation>
        </message>
        <message>
            <source>Filen {file} är inte skriven av den som står i den.</source>
            <translation>The file {file} was not written by the person named in it.</translation>
        </message>
        <message>
            <source>Filen {name} har ändrats utanför programmet.</source>
            <translation>The file {name} has been changed outside the program.</translation>
        </message>
        <message>
            <source>Filen {name} kunde inte sparas.</source>
            <translation>The file {name} could not be saved.</translation>
        </message>
        <message>
            <source>Filen är byggd i orimligt många nivåer.</source>
            <translation>The file is built in an unreasonable number of levels.</translation>
        </message>
        <message>
            <source>Filen är en Excel-arbetsbok i XML-format.</source>
            <translation>The file is an Excel workbook in XML format.</translation>
        </message>
        <message>
            <source>Filen är en Excel-arbetsbok i strikt format.</source>
            <translation>The file is an Excel workbook in strict format.</translation>
        </message>
        <message>
            <source>Filen är en Excel-arbetsbok med lösenord.</source>
            <translation>The file is an Excel workbook with a password.</translation>
        </message>
        <message>
            <source>Filen är en Excel-arbetsbok med makron (.xlsm).</source>
            <translation>The file is an Excel workbook with macros (.xlsm).</translation>
        </message>
        <message>
            <source>Filen är en JSON-fil.</source>
            <translation>The file is a JSON file.</translation>
        </message>
        <message>
            <source>Filen är en PDF.</source>
            <translation>The file is a PDF.</translation>
        </message>
        <message>
            <source>Filen är en XML-fil men inget svar med bokade tider.</source>
            <translation>The file is an XML file but no answer with booked times.</translation>
        </message>
        <message>
            <source>Filen är en XML-fil.</source>
            <translation>The file is an XML file.</translation>
        </message>
        <message>
            <source>Filen är en bild.</source>
            <translation>The file is a picture.</translation>
        </message>
        <message>
            <source>Filen är en binär Excel-arbetsbok (.xlsb).</source>
            <translation>The file is a binary Excel workbook (.xlsb).</translation>
        </message>
        <message>
            <source>Filen är en databas.</source>
            <translation>The file is a database.</translation>
        </message>
        <message>
            <source>Filen är en historik med äldre versioner av samma bokningar.</source>
            <translation>The file is a history with older versions of the same bookings.</translation>
        </message>
        <message>
            <source>Filen är en kalenderfil.</source>
            <translation>The file is a calendar file.</translation>
        </message>
        <message>
            <source>Filen är en packad fil (zip).</source>
            <translation>The file is a packed file (zip).</translation>
        </message>
        <message>
            <source>Filen är en packad fil.</source>
            <translation>The file is a packed file.</translation>
        </message>
        <message>
            <source>Filen är en sida av ett längre svar. Kontrollera att du öppnar alla sidor.</source>
            <translation>The file is one page of a longer answer. Check that you open all the pages.</translation>
        </message>
        <message>
            <source>Filen är en webbsida, även om den kan heta något på .xls.</source>
            <translation>The file is a web page, though its name may end in .xls.</translation>
        </message>
        <message>
            <source>Filen är en äldre Excel-arbetsbok (.xls).</source>
            <translation>The file is an older Excel workbook (.xls).</translation>
        </message>
        <message>
            <source>Filen är ett RTF-dokument.</source>
            <translation>The file is an RTF document.</translation>
        </message>
        <message>
            <source>Filen är ett Word-dokument.</source>
            <translation>The file is a Word document.</translation>
        </message>
        <message>
            <source>Filen är ett kalkylblad i OpenDocument-format (.ods).</source>
            <translation>The file is a spreadsheet in OpenDocument format (.ods).</translation>
        </message>
        <message>
            <source>Filen är ett program.</source>
            <translation>The file is a program.</translation>
        </message>
        <message>
            <source>Filen är ett svar från en tidbokningstjänst (RIV-TA).</source>
            <translation>The file is an answer from a booking service (RIV-TA).</translation>
        </message>
        <message>
            <source>Filen är ett äldre Office-dokument.</source>
            <translation>The file is an older Office document.</translation>
        </message>
        <message>
            <source>Filen är för stor för att vara en tabell över besöksutfall.</source>
            <translation>The file is too large to be a table of the outcome of visits.</translation>
        </message>
        <message>
            <source>Filen är ingen säkerhetskopia som programmet har gjort.</source>
            <translation>The file is not a backup made by the program.</translation>
        </message>
        <message>
            <source>Filen är ingen textfil.</source>
            <translation>The file is not a text file.</translation>
        </message>
        <message>
            <source>Filen är inte en säkerhetskopia som nyckeln passar till.</source>
            <translation>The file is not a backup that the key fits.</translation>
        </message>
        <message>
            <source>Filen är läst som text från MS-DOS. Kontrollera å, ä och ö i namnen.</source>
            <translation>The file has been read as text from MS-DOS. Check å, ä and ö in the names.</translation>
        </message>
        <message>
            <source>Filen är läst som text från äldre Mac. Kontrollera å, ä och ö i namnen.</source>
            <translation>The file has been read as text from an older Mac. Check å, ä and ö in the names.</translation>
        </message>
        <message>
            <source>Filen är märkt med skyddade personuppgifter. Kontrollera själv vilka det gäller.</source>
            <translation>The file is marked with protected identity. Check for yourself whom it concerns.</translation>
        </message>
        <message>
            <source>Filen är skadad eller avbruten, så en del av bokningarna kan saknas.</source>
            <translation>The file is damaged or cut off, so some of the bookings may be missing.</translation>
        </message>
        <message>
            <source>Filen är större än 15 MB.</source>
            <translation>The file is larger than 15 MB.</translation>
        </message>
        <message>
            <source>Filen är större än {size} MB.</source>
            <translation>The file is larger than {size} MB.</translation>
        </message>
        <message>
            <source>Filen är tom.</source>
            <translation>The file is empty.</translation>
        </message>
        <message>
            <source>Filen är öppen i ett annat program.</source>
            <translation>The file is open in another program.</translation>
        </message>
        <message>
            <source>Filens första rader</source>
            <translation>The first rows of the file</translation>
        </message>
        <message>
            <source>Filer med bokningar för andra enheter än den valda öppnas som vanligt, men det sägs till. Varje brev har alltid sin egen boknings enhet som avsändare.</source>
            <translation>Files with bookings for other units than the chosen one open as usual, but you are told. The sender of a letter is always its own booking's unit.</translation>
        </message>
        <message>
            <source>Filer med regler och roller</source>
            <translation>Files of rules and roles</translation>
        </message>
        <message>
            <source>Filerna kommer från olika vårdsystem: {names}.</source>
            <translation>The files come from different care systems: {names}.</translation>
        </message>
        <message>
            <source>Finns bara på svenska</source>
            <translation>Only exists in Swedish</translation>
        </message>
        <message>
            <source>Fler vyer: {names}</source>
            <translation>More views: {names}</translation>
        </message>
        <message>
            <source>Flera är valda. Bara oklara brev på papper kan avgöras tillsammans.</source>
            <translation>Several are selected. Only unclear paper letters can be decided together.</translation>
        </message>
        <message>
            <source>Fortsätt gallra</source>
            <translation>Go on purging</translation>
        </message>
        <message>
            <source>Fortsätt skicka</source>
            <translation>Go on sending</translation>
        </message>
        <message>
            <source>Fortsätt skriva</source>
            <translation>Go on writing</translation>
        </message>
        <message>
            <source>Frigör plats på disken och försök igen.</source>
            <translation>Free some space on the disk and try again.</translation>
        </message>
        <message>
            <source>Fritext</source>
            <translation>Free text</translation>
        </message>
        <message>
            <source>Fritexten kan innehålla känsliga uppgifter</source>
            <translation>The free text may hold sensitive information</translation>
        </message>
        <message>
            <source>Fritexten sparas inte.</source>
            <translation>The free text is not saved.</translation>
        </message>
        <message>
            <source>Fritexten är längre än {free_text_length} tecken.</source>
            <translation>The free text is longer than {free_text_length} characters.</translation>
        </message>
        <message>
            <source>Fritext…</source>
            <translation>Free text…</translation>
        </message>
        <message>
            <source>Fråga tryckeriet innan det skickas igen.</source>
            <translation>Ask the print house before it is sent again.</translation>
        </message>
        <message>
            <source>Frågar 1177 om {asked} av {persons} personer</source>
            <translation>Asking 1177 about {asked} of {persons} persons</translation>
        </message>
        <message>
            <source>Från och med</source>
            <translation>From</translation>
        </message>
        <message>
            <source>Från och med {since}.</source>
            <translation>From {since}.</translation>
        </message>
        <message>
            <source>Frö {seed}.</source>
            <translation>Seed {seed}.</translation>
        </message>
        <message>
            <source>Frö {seed}: {number} av {found} poster, {follow_up} följs upp.</source>
            <translation>Seed {seed}: {number} of {found} entries, {follow_up} to be followed up.</translation>
        </message>
        <message>
            <source>Frö, för att dra samma stickprov igen</source>
            <translation>Seed, to draw the same sample again</translation>
        </message>
        <message>
            <source>Frö: nytt</source>
            <translation>Seed: new</translation>
        </message>
        <message>
            <source>Fält och förhandsvisning</source>
            <translation>Fields and preview</translation>
        </message>
        <message>
            <source>Födelsedatum</source>
            <translation>Date of birth</translation>
        </message>
        <message>
            <source>Födelsedatumet stämmer inte med personnumret.</source>
            <translation>The date of birth does not agree with the personal identity number.</translation>
        </message>
        <message>
            <source>Födelsedatumet «{text}» går inte att tolka.</source>
            <translation>The date of birth “{text}” cannot be understood.</translation>
        </message>
        <message>
            <source>Följ mottagningens rutin.</source>
            <translation>Follow the clinic's routine.</translation>
        </message>
        <message>
            <source>Följ upp</source>
            <translation>Follow up</translation>
        </message>
        <message>
            <source>Följs upp</source>
            <translation>Follow up</translation>
        </message>
        <message>
            <source>Fönstret från vänster</source>
            <translation>Window from the left</translation>
        </message>
        <message>
            <source>Fönstret från vänster: större tal</source>
            <translation>Window from the left: larger number</translation>
        </message>
        <message>
            <source>Fönstret från överkant</source>
            <translation>Window from the top</translation>
        </message>
        <message>
            <source>Fönstret från överkant: större tal</source>
            <translation>Window from the top: larger number</translation>
        </message>
        <message>
            <source>Fönstret når utanför kuvertets högra kant.</source>
            <translation>The window reaches beyond the right edge of the envelope.</translation>
        </message>
        <message>
            <source>Fönstret når utanför kuvertets nedre kant.</source>
            <translation>The window reaches beyond the bottom edge of the envelope.</translation>
        </message>
        <message>
            <source>Fönstret sitter så högt att datumet inte får plats ovanför.</source>
            <translation>The window is so high up that the date does not fit above it.</translation>
        </message>
        <message>
            <source>Fönstrets bredd</source>
            <translation>Width of the window</translation>
        </message>
        <message>
            <source>Fönstrets bredd: mindre tal</source>
            <translation>Width of the window: smaller number</translation>
        </message>
        <message>
            <source>Fönstrets höjd</source>
            <translation>Height of the window</translation>
        </message>
        <message>
            <source>Fönstrets höjd: mindre tal</source>
            <translation>Height of the window: smaller number</translation>
        </message>
        <message>
            <source>För få för att jämföra.</source>
            <translation>Too few to compare.</translation>
        </message>
        <message>
            <source>Förbereder {} av {} kallelser</source>
            <translation>Preparing {} of {} appointment letters</translation>
        </message>
        <message>
            <source>Förbindelsen bryts, men meddelandet är sparat</source>
            <translation>The connection breaks, but the message is kept</translation>
        </message>
        <message>
            <source>Förbindelsen bryts, och inget är sparat</source>
            <translation>The connection breaks, and nothing is kept</translation>
        </message>
        <message>
            <source>Förbindelsen stängs tyst, men meddelandet är sparat</source>
            <translation>The connection closes silently, but the message is kept</translation>
        </message>
        <message>
            <source>Fördröjning</source>
            <translation>Delay</translation>
        </message>
        <message>
            <source>Före</source>
            <translation>Before</translation>
        </message>
        <message>
            <source>Före och efter på varandra, sida {page}</source>
            <translation>Before and after on top of each other, page {page}</translation>
        </message>
        <message>
            <source>Före ska vara de gällande mallarna, och Efter ett utkast av dem.</source>
            <translation>Before must be the templates in use, and After a draft of them.</translation>
        </message>
        <message>
            <source>Före: {before}. Efter: {after}.</source>
            <translation>Before: {before}. After: {after}.</translation>
        </message>
        <message>
            <source>Före: {value} ({rests_on})</source>
            <translation>Before: {value} ({rests_on})</translation>
        </message>
        <message>
            <source>Föregående</source>
            <translation>Previous</translation>
        </message>
        <message>
            <source>Föregående bokning</source>
            <translation>Previous booking</translation>
        </message>
        <message>
            <source>Föregående fel</source>
            <translation>Previous fault</translation>
        </message>
        <message>
            <source>Föregående problem</source>
            <translation>Previous problem</translation>
        </message>
        <message>
            <source>Föregående ruta</source>
            <translation>Previous pane</translation>
        </message>
        <message>
            <source>Föregående sida</source>
            <translation>Previous page</translation>
        </message>
        <message>
            <source>Föregående ändring</source>
            <translation>Previous change</translation>
        </message>
        <message>
            <source>Föreslå</source>
            <translation>Propose</translation>
        </message>
        <message>
            <source>Föreslå mallarna</source>
            <translation>Propose the templates</translation>
        </message>
        <message>
            <source>Föreslå mallarna?</source>
            <translation>Propose the templates?</translation>
        </message>
        <message>
            <source>Föreslå…</source>
            <translation>Propose…</translation>
        </message>
        <message>
            <source>Förhandsgranska</source>
            <translation>Preview</translation>
        </message>
        <message>
            <source>Förhandsgranskade kallelsen</source>
            <translation>Previewed the appointment letter</translation>
        </message>
        <message>
            <source>Förhandsvisning – så läses texten. Utseendet i 1177 kan avvika.</source>
            <translation>Preview – how the text reads. It may look different in 1177.</translation>
        </message>
        <message>
            <source>Förhandsvisningen kunde inte skapas. Kallelsen skickas inte.</source>
            <translation>The preview could not be made. The appointment letter is not sent.</translation>
        </message>
        <message>
            <source>Förklaring</source>
            <translation>Explanation</translation>
        </message>
        <message>
            <source>Förnamn</source>
            <translation>Given name</translation>
        </message>
        <message>
            <source>Förslag av {proposer} {day}: {note}</source>
            <translation>Proposed by {proposer} on {day}: {note}</translation>
        </message>
        <message>
            <source>Förslaget är ändrat sedan det lades fram, eller borta.</source>
            <translation>The proposal has been changed since it was made, or is gone.</translation>
        </message>
        <message>
            <source>Första besök</source>
            <translation>First visit</translation>
        </message>
        <message>
            <source>Första, sista bokningen</source>
            <translation>First, last booking</translation>
        </message>
        <message>
            <source>Försök igen</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>Försök igen om en stund, och meddela 1177:s support om det inte hjälper.</source>
            <translation>Try again in a while, and tell 1177's support if that does not help.</translation>
        </message>
        <message>
            <source>Förvanskade tecken på rad {rows}. Filen kan vara sparad i fel format.</source>
            <translation>Garbled characters on row {rows}. The file may have been saved in the wrong format.</translation>
        </message>
        <message>
            <source>Gallra</source>
            <translation>Purge</translation>
        </message>
        <message>
            <source>Gallra {number} kallelser</source>
            <translation>Purge {number} appointment letters</translation>
        </message>
        <message>
            <source>Gallrade</source>
            <translation>Purged</translation>
        </message>
        <message>
            <source>Gallrade kallelser</source>
            <translation>Purged appointment letters</translation>
        </message>
        <message>
            <source>Gallring</source>
            <translation>Purging</translation>
        </message>
        <message>
            <source>Gallring {id}: {letters} kallelser och {events} rader i loggen</source>
            <translation>Purge {id}: {letters} appointment letters and {events} lines of the log</translation>
        </message>
        <message>
            <source>Gallringar</source>
            <translation>Purges</translation>
        </message>
        <message>
            <source>Gallringen</source>
            <translation>The purge</translation>
        </message>
        <message>
            <source>Gallringen är bekräftad men inte klar: {number} kallelser är kvar.</source>
            <translation>The purge is confirmed but not finished: {number} appointment letters are left.</translation>
        </message>
        <message>
            <source>Gallringen är framlagd. En annan person bekräftar den här, med eget konto.</source>
            <translation>The purge has been put forward. Another person confirms it here, with an account of their own.</translation>
        </message>
        <message>
            <source>Gallringen är inte som den visades, eller du lade fram den själv.</source>
            <translation>The purge is not as it was shown, or you put it forward yourself.</translation>
        </message>
        <message>
            <source>Gallringen är klar. Spara protokollet.</source>
            <translation>The purge is finished. Save the record.</translation>
        </message>
        <message>
            <source>Gallringen är stoppad och kan fortsätta när som helst.</source>
            <translation>The purge has been stopped and can go on at any time.</translation>
        </message>
        <message>
            <source>Gallringsprotokoll</source>
            <translation>Purge record</translation>
        </message>
        <message>
            <source>Gallringsreglerna i {file} går inte att använda.</source>
            <translation>The retention rules in {file} cannot be used.</translation>
        </message>
        <message>
            <source>Gallringsreglerna är antagna och vilar inte på något beslut.</source>
            <translation>The retention rules are assumed and rest on no decision.</translation>
        </message>
        <message>
            <source>Gata och nummer</source>
            <translation>Street and number</translation>
        </message>
        <message>
            <source>Gatuadress</source>
            <translation>Street address</translation>
        </message>
        <message>
            <source>Ge id och mapp samma namn.</source>
            <translation>Give the id and the folder the same name.</translation>
        </message>
        <message>
            <source>Gemensam för alla datorer</source>
            <translation>Shared by all computers</translation>
        </message>
        <message>
            <source>Gjord på nytt är kallelsen densamma, byte för byte.</source>
            <translation>Made again, the appointment letter is the same, byte for byte.</translation>
        </message>
        <message>
            <source>Gjord på nytt är kallelsen inte densamma. Det som skickades är oförändrat.</source>
            <translation>Made again, the appointment letter is not the same. What was sent is unchanged.</translation>
        </message>
        <message>
            <source>Gjorde ett loggutdrag</source>
            <translation>Made a log extract</translation>
        </message>
        <message>
            <source>Godkänd av</source>
            <translation>Approved by</translation>
        </message>
        <message>
            <source>Godkända utfärdare (PEM)</source>
            <translation>Trusted issuers (PEM)</translation>
        </message>
        <message>
            <source>Godkände {} bokningar.</source>
            <translation>Approved {} bookings.</translation>
        </message>
        <message>
            <source>Godkände ändrade regler</source>
            <translation>Approved changed rules</translation>
        </message>
        <message>
            <source>Godkänn</source>
            <translation>Approve</translation>
        </message>
        <message>
            <source>Godkänn (mellanslag)</source>
            <translation>Approve (space)</translation>
        </message>
        <message>
            <source>Godkänn alla av samma slag</source>
            <translation>Approve all of the same kind</translation>
        </message>
        <message>
            <source>Godkänn minst en bokning först</source>
            <translation>Approve at least one booking first</translation>
        </message>
        <message>
            <source>Godkänn vald bokning</source>
            <translation>Approve the selected booking</translation>
        </message>
        <message>
            <source>Granska</source>
            <translation>To review</translation>
        </message>
        <message>
            <source>Granska det senaste förslaget</source>
            <translation>Review the latest proposal</translation>
        </message>
        <message>
            <source>Granska förslaget</source>
            <translation>Review the proposal</translation>
        </message>
        <message>
            <source>Granska först ett förslag.</source>
            <translation>Review a proposal first.</translation>
        </message>
        <message>
            <source>Granskat av {who} {at}.</source>
            <translation>Reviewed by {who} {at}.</translation>
        </message>
        <message>
            <source>Gällande mallar</source>
            <translation>Current templates</translation>
        </message>
        <message>
            <source>Gäller</source>
            <translation>Holds for</translation>
        </message>
        <message>
            <source>Gäller från</source>
            <translation>Valid from</translation>
        </message>
        <message>
            <source>Gäller när programmet startas om.</source>
            <translation>Takes effect when the program is restarted.</translation>
        </message>
        <message>
            <source>Gäller {number} till. Gör likadant: {keys}.</source>
            <translation>Holds for {number} more. Do the same: {keys}.</translation>
        </message>
        <message>
            <source>Gäller: de levererade mallarna. Välj en delad mallmapp under Inställningar, så kan någon annan publicera ett förslag.</source>
            <translation>In use: the templates as shipped. Choose a shared templates folder under Settings, so that somebody else can publish a proposal.</translation>
        </message>
        <message>
            <source>Gäller: mallmappens filer som de är. Ingen version är publicerad.</source>
            <translation>In use: the files of the templates folder as they are. No version has been published.</translation>
        </message>
        <message>
            <source>Gäller: {what}</source>
            <translation>In use: {what}</translation>
        </message>
        <message>
            <source>Gå till ett efternamn</source>
            <translation>Go to a surname</translation>
        </message>
        <message>
            <source>Gå till rutan under listan</source>
            <translation>Go to the box below the list</translation>
        </message>
        <message>
            <source>Går inte att säga vilka brevtyper som har texten: {names}.</source>
            <translation>It cannot be told which letter types have the text: {names}.</translation>
        </message>
        <message>
            <source>Går inte att tolka</source>
            <translation>Cannot be understood</translation>
        </message>
        <message>
            <source>Gör den till en egen lista.</source>
            <translation>Make it a list of its own.</translation>
        </message>
        <message>
            <source>Gör ett nytt utkast av dem i stället.</source>
            <translation>Make a new draft of them instead.</translation>
        </message>
        <message>
            <source>Gör om brevet och jämför</source>
            <translation>Make the letter again and compare</translation>
        </message>
        <message>
            <source>Gör plågoprov</source>
            <translation>Run stress test</translation>
        </message>
        <message>
            <source>HTML är inte tillåtet.</source>
            <translation>HTML is not allowed.</translation>
        </message>
        <message>
            <source>HTTP 500, men meddelandet är sparat</source>
            <translation>HTTP 500, but the message is kept</translation>
        </message>
        <message>
            <source>HTTP 500, och inget är sparat</source>
            <translation>HTTP 500, and nothing is kept</translation>
        </message>
        <message>
            <source>HTTP 503, men meddelandet är sparat</source>
            <translation>HTTP 503, but the message is kept</translation>
        </message>
        <message>
            <source>HTTP 503, och inget är sparat</source>
            <translation>HTTP 503, and nothing is kept</translation>
        </message>
        <message>
            <source>Hanterad utanför programmet</source>
            <translation>Handled outside the program</translation>
        </message>
        <message>
            <source>Historik</source>
            <translation>History</translation>
        </message>
        <message>
            <source>Historik och säkerhetskopior</source>
            <translation>History and backups</translation>
        </message>
        <message>
            <source>Historiken används av ett annat program.</source>
            <translation>The history is in use by another program.</translation>
        </message>
        <message>
            <source>Historiken går inte att öppna eller skriva i, så inget kan skickas.</source>
            <translation>The history cannot be opened or written to, so nothing can be sent.</translation>
        </message>
        <message>
            <source>Historiken kan inte läsas, så inget kan skickas</source>
            <translation>The history cannot be read, so nothing can be sent</translation>
        </message>
        <message>
            <source>Historiken saknas, men det finns säkerhetskopior av den.</source>
            <translation>The history is missing, but there are backups of it.</translation>
        </message>
        <message>
            <source>Historiken vet vem som har kallats till vad. Den ska gå att läsa på den här datorn och ingen annanstans, och den ska finnas kvar när datorn går sönder.</source>
            <translation>The history knows who has been called to what. It is to be readable on this computer and nowhere else, and to be there still when the computer breaks.</translation>
        </message>
        <message>
            <source>Historiken är inte krypterad, så den har ingen nyckel.</source>
            <translation>The history is not encrypted, so it has no key.</translation>
        </message>
        <message>
            <source>Historiken är inte krypterad.</source>
            <translation>The history is not encrypted.</translation>
        </message>
        <message>
            <source>Historiken är inte krypterad. {why}</source>
            <translation>The history is not encrypted. {why}</translation>
        </message>
        <message>
            <source>Historiken är inte krypterad: den som kommer åt filen kan läsa den. Så får det vara i testläge, men skarpt läge startar inte.</source>
            <translation>The history is not encrypted: whoever gets at the file can read it. That is allowed in test mode, but live mode does not start.</translation>
        </message>
        <message>
            <source>Historiken är krypterad. Nyckeln finns i datorns nyckelring.</source>
            <translation>The history is encrypted. The key is in the computer's keychain.</translation>
        </message>
        <message>
            <source>Historiken är krypterad. Visa nu återställningsnyckeln och skriv ut den.</source>
            <translation>The history is encrypted. Now show the recovery key and print it.</translation>
        </message>
        <message>
            <source>Historiken är låst</source>
            <translation>The history is locked</translation>
        </message>
        <message>
            <source>Historiken är skadad, så inget kan skickas eller visas.</source>
            <translation>The history is damaged, so nothing can be sent or shown.</translation>
        </message>
        <message>
            <source>Historiken är skapad av en nyare version av programmet.</source>
            <translation>The history was made by a newer version of the program.</translation>
        </message>
        <message>
            <source>Historiken är återställd från en säkerhetskopia ({when}). Kallelsen kan ha skickats sedan dess.</source>
            <translation>The history was restored from a backup ({when}). The letter may have been sent since then.</translation>
        </message>
        <message>
            <source>Historikens händelselogg har ändrats eller skadats, så inget skickas.</source>
            <translation>The event log of the history has been changed or damaged, so nothing is sent.</translation>
        </message>
        <message>
            <source>Historikens händelselogg är skadad, så inget kan skickas</source>
            <translation>The event log of the history is damaged, so nothing can be sent</translation>
        </message>
        <message>
            <source>Historikens nyckel finns inte i datorns nyckelring.</source>
            <translation>The history's key is not in the computer's keychain.</translation>
        </message>
        <message>
            <source>Hoppa över</source>
            <translation>Skip</translation>
        </message>
        <message>
            <source>Hoppade över bokningen</source>
            <translation>Skipped the booking</translation>
        </message>
        <message>
            <source>Hoppar över {} bokningar.</source>
            <translation>Skipping {} bookings.</translation>
        </message>
        <message>
            <source>Hoppas över</source>
            <translation>Skipped</translation>
        </message>
        <message>
            <source>Hoppas över: {reason}</source>
            <translation>Skipped: {reason}</translation>
        </message>
        <message>
            <source>Hur långt det har kommit</source>
            <translation>How far it has come</translation>
        </message>
        <message>
            <source>Hur långt gallringen har kommit</source>
            <translation>How far the purge has come</translation>
        </message>
        <message>
            <source>Hur mycket som är klart</source>
            <translation>How much is done</translation>
        </message>
        <message>
            <source>Hur många</source>
            <translation>How many</translation>
        </message>
        <message>
            <source>Hur är datumen skrivna?</source>
            <translation>How are the dates written?</translation>
        </message>
        <message>
            <source>Hämta bokningarna på nytt och öppna den nya filen.</source>
            <translation>Fetch the bookings again and open the new file.</translation>
        </message>
        <message>
            <source>Hämta bokningarna på nytt om det borde finnas några.</source>
            <translation>Fetch the bookings again if there should be any.</translation>
        </message>
        <message>
            <source>Hämta bokningarna på nytt om en stund. Meddela it-stödet om felet kommer tillbaka.</source>
            <translation>Fetch the bookings again in a while. Tell IT support if the error comes back.</translation>
        </message>
        <message>
            <source>Hämta exempelbokningarna…</source>
            <translation>Fetch the sample bookings…</translation>
        </message>
        <message>
            <source>Hämta färre bokningar åt gången.</source>
            <translation>Fetch fewer bookings at a time.</translation>
        </message>
        <message>
            <source>Hämta loggutdraget</source>
            <translation>Fetch the log extract</translation>
        </message>
        <message>
            <source>Händelser</source>
            <translation>Events</translation>
        </message>
        <message>
            <source>Händelser och kvittens</source>
            <translation>Events and receipt</translation>
        </message>
        <message>
            <source>Här finns ingen skärm, så programmet visar i stället sin rundtur och sparar bilderna i {folder}.</source>
            <translation>There is no screen here, so the program gives its guided tour instead and keeps the pictures in {folder}.</translation>
        </message>
        <message>
            <source>Häv markeringen</source>
            <translation>Lift the mark</translation>
        </message>
        <message>
            <source>Häv markeringen om skyddade personuppgifter</source>
            <translation>Lift the mark of protected identity</translation>
        </message>
        <message>
            <source>Häv markeringen…</source>
            <translation>Lift the mark…</translation>
        </message>
        <message>
            <source>Häv spärren</source>
            <translation>Lift the hold</translation>
        </message>
        <message>
            <source>Häv spärren mot gallring</source>
            <translation>Lift the hold on purging</translation>
        </message>
        <message>
            <source>Häv spärren…</source>
            <translation>Lift the hold…</translation>
        </message>
        <message>
            <source>Hävde markeringen om skyddade personuppgifter</source>
            <translation>Lifted the mark of protected identity</translation>
        </message>
        <message>
            <source>Hävde spärren mot gallring, {id}</source>
            <translation>Lifted the hold on purging, {id}</translation>
        </message>
        <message>
            <source>Hävdes av</source>
            <translation>Lifted by</translation>
        </message>
        <message>
            <source>Höger marginal</source>
            <translation>Right margin</translation>
        </message>
        <message>
            <source>I dag är det inte vardag, så ingen svarar om någon ringer om sin kallelse.</source>
            <translation>Today is not a working day, so nobody answers a patient who calls about their letter.</translation>
        </message>
        <message>
            <source>I filen: {name}</source>
            <translation>In the file: {name}</translation>
        </message>
        <message>
            <source>I fritexten står {found}. Ändra fritexten, eller godkänn den som den är.</source>
            <translation>The free text says {found}. Change the free text, or approve it as it is.</translation>
        </message>
        <message>
            <source>Id</source>
            <translation>Id</translation>
        </message>
        <message>
            <source>Idag</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>Infogat: {words}</source>
            <translation>Inserted: {words}</translation>
        </message>
        <message>
            <source>Inga brev görs förrän mappen versions har hämtats tillbaka från en säkerhetskopia.</source>
            <translation>No letters are made until the folder versions has been restored from a backup.</translation>
        </message>
        <message>
            <source>Inga egna exportlayouter är sparade. När du öppnar en fil som inte känns igen frågar programmet vad kolumnerna är, och då kan svaret sparas.</source>
            <translation>No own export layouts have been saved. When you open a file that is not recognised, the program asks what its columns are, and then the answer can be saved.</translation>
        </message>
        <message>
            <source>Inga fler problem</source>
            <translation>No more problems</translation>
        </message>
        <message>
            <source>Inga roller är tilldelade (filen roles.toml), så vem som helst får göra allt.</source>
            <translation>No roles have been assigned (the file roles.toml), so anybody may do everything.</translation>
        </message>
        <message>
            <source>Inga roller är tilldelade. Skriv i roles.toml i programmets datamapp vem som får göra vad.</source>
            <translation>No roles have been assigned. Write in roles.toml in the program’s data folder who may do what.</translation>
        </message>
        <message>
            <source>Inga träffar på ”{words}”.</source>
            <translation>No hits for “{words}”.</translation>
        </message>
        <message>
            <source>Inga träffar på ”{words}”. Rensa sökningen, eller sök bland alla dagar.</source>
            <translation>No hits for “{words}”. Clear the search, or search all days.</translation>
        </message>
        <message>
            <source>Inga träffar.</source>
            <translation>No hits.</translation>
        </message>
        <message>
            <source>Ingen XSD-fil för {label} beskriver {request}.</source>
            <translation>No XSD file for {label} describes {request}.</translation>
        </message>
        <message>
            <source>Ingen avisering påslagen</source>
            <translation>No notifications turned on</translation>
        </message>
        <message>
            <source>Ingen bokad tid</source>
            <translation>No booked time</translation>
        </message>
        <message>
            <source>Ingen bokning hoppas över.</source>
            <translation>No booking is skipped.</translation>
        </message>
        <message>
            <source>Ingen bokning i listan har beslutet Ring patienten, så det finns inget att spara.</source>
            <translation>No booking in the list has the decision Call the patient, so there is nothing to save.</translation>
        </message>
        <message>
            <source>Ingen bokning vald</source>
            <translation>No booking selected</translation>
        </message>
        <message>
            <source>Ingen bokning är vald.</source>
            <translation>No booking is chosen.</translation>
        </message>
        <message>
            <source>Ingen bokningsfil inläst.</source>
            <translation>No booking file read.</translation>
        </message>
        <message>
            <source>Ingen brevtyp har den här texten.</source>
            <translation>No letter type has this text.</translation>
        </message>
        <message>
            <source>Ingen brevtyp hör till den här bokningen. Välj brevtyp ovanför listan.</source>
            <translation>No letter type belongs to this booking. Choose a letter type above the list.</translation>
        </message>
        <message>
            <source>Ingen brevtyp vald</source>
            <translation>No letter type chosen</translation>
        </message>
        <message>
            <source>Ingen enhet vald</source>
            <translation>No unit chosen</translation>
        </message>
        <message>
            <source>Ingen gallring har lagts fram.</source>
            <translation>No purge has been put forward.</translation>
        </message>
        <message>
            <source>Ingen gemensam mapp (claim_folder) hindrar att två datorer skickar samma kallelse.</source>
            <translation>No shared folder (claim_folder) keeps two computers from sending the same appointment letter.</translation>
        </message>
        <message>
            <source>Ingen har visat att historikens återställningsnyckel finns på papper.</source>
            <translation>Nobody has shown that the history's recovery key is on paper.</translation>
        </message>
        <message>
            <source>Ingen har visat att återställningsnyckeln finns på papper. Utan den går historiken inte att öppna när datorn eller inloggningen är borta.</source>
            <translation>Nobody has shown that the recovery key is on paper. Without it the history cannot be opened once the computer or the login is gone.</translation>
        </message>
        <message>
            <source>Ingen har öppnat meddelandet. {only_a_test}</source>
            <translation>Nobody has opened the message. {only_a_test}</translation>
        </message>
        <message>
            <source>Ingen jämförd bokning har brevtypen {letter_types}, som ändringen rör.</source>
            <translation>No compared booking has the letter type {letter_types}, which the change affects.</translation>
        </message>
        <message>
            <source>Ingen kallelse</source>
            <translation>No appointment letter</translation>
        </message>
        <message>
            <source>Ingen kallelse blir kvar.</source>
            <translation>No appointment letter stays.</translation>
        </message>
        <message>
            <source>Ingen kallelse finns att visa. Tryck Enter för att gå till bokningen i Utskick.</source>
            <translation>There is no appointment letter to show. Press Enter to go to the booking in Mailing.</translation>
        </message>
        <message>
            <source>Ingen kallelse gallras nu.</source>
            <translation>No appointment letter is purged now.</translation>
        </message>
        <message>
            <source>Ingen kallelse har gått härifrån.</source>
            <translation>No appointment letter has gone from here.</translation>
        </message>
        <message>
            <source>Ingen kallelse är klar att skicka just nu.</source>
            <translation>No appointment letter is ready to be sent right now.</translation>
        </message>
        <message>
            <source>Ingen kanal</source>
            <translation>No channel</translation>
        </message>
        <message>
            <source>Ingen läser</source>
            <translation>Nobody reads</translation>
        </message>
        <message>
            <source>Ingen regel gäller brevtypen</source>
            <translation>No rule covers the letter type</translation>
        </message>
        <message>
            <source>Ingen regel i regionens regelfil gäller för den här bokningen.</source>
            <translation>No rule in the region's file of rules holds for this booking.</translation>
        </message>
        <message>
            <source>Ingen spärr har lagts.</source>
            <translation>There are no holds.</translation>
        </message>
        <message>
            <source>Ingen svarar på adressen</source>
            <translation>Nobody answers at the address</translation>
        </message>
        <message>
            <source>Ingen tid har gått ut.</source>
            <translation>No time has run out.</translation>
        </message>
        <message>
            <source>Ingen är klar</source>
            <translation>None is ready</translation>
        </message>
        <message>
            <source>Ingenting</source>
            <translation>Nothing</translation>
        </message>
        <message>
            <source>Inget att följa upp.</source>
            <translation>Nothing to follow up.</translation>
        </message>
        <message>
            <source>Inget att granska.</source>
            <translation>Nothing to review.</translation>
        </message>
        <message>
            <source>Inget att rätta.</source>
            <translation>Nothing to fix.</translation>
        </message>
        <message>
            <source>Inget att ångra</source>
            <translation>Nothing to undo</translation>
        </message>
        <message>
            <source>Inget att åtgärda.</source>
            <translation>Nothing to fix.</translation>
        </message>
        <message>
            <source>Inget av det som sparades förklarar skillnaden.</source>
            <translation>Nothing that was kept explains the difference.</translation>
        </message>
        <message>
            <source>Inget avvisat väntar på en ny kallelse</source>
            <translation>Nothing rejected is waiting for a new appointment letter</translation>
        </message>
        <message>
            <source>Inget avvisat väntar på en ny kallelse.</source>
            <translation>Nothing rejected is waiting for a new appointment letter.</translation>
        </message>
        <message>
            <source>Inget har gått förlorat. Försök igen om en stund.</source>
            <translation>Nothing has been lost. Try again in a while.</translation>
        </message>
        <message>
            <source>Inget har gått förlorat. {todo}</source>
            <translation>Nothing has been lost. {todo}</translation>
        </message>
        <message>
            <source>Inget har passerat sin tid.</source>
            <translation>Nothing has passed its time.</translation>
        </message>
        <message>
            <source>Inget i loggen med det här urvalet.</source>
            <translation>Nothing in the log with this selection.</translation>
        </message>
        <message>
            <source>Inget känt kontrakt med 1177 berättar när ett meddelande läses, så det går inte än.</source>
            <translation>No known contract with 1177 tells when a message is read, so it is not possible yet.</translation>
        </message>
        <message>
            <source>Inget med statusen {status}.</source>
            <translation>Nothing with the status {status}.</translation>
        </message>
        <message>
            <source>Inget meddelande har varit oläst så länge att det behöver ett brev.</source>
            <translation>No message has been unread for so long that it needs a paper letter.</translation>
        </message>
        <message>
            <source>Inget meddelande är oläst för länge. {only_a_test}</source>
            <translation>No message has been unread for too long. {only_a_test}</translation>
        </message>
        <message>
            <source>Inget skickades.</source>
            <translation>Nothing was sent.</translation>
        </message>
        <message>
            <source>Inget skickas om av sig självt. Försök igen. Händer det igen, meddela supporten och läs upp det som står under detaljer.</source>
            <translation>Nothing is sent again by itself. Try again. If it happens again, tell support and read out what stands under details.</translation>
        </message>
        <message>
            <source>Inget skickat idag.</source>
            <translation>Nothing sent today.</translation>
        </message>
        <message>
            <source>Inget skickat med det här urvalet.</source>
            <translation>Nothing sent with this selection.</translation>
        </message>
        <message>
            <source>Inget skickat under perioden.</source>
            <translation>Nothing sent in the period.</translation>
        </message>
        <message>
            <source>Inget skickat {day}.</source>
            <translation>Nothing sent on {day}.</translation>
        </message>
        <message>
            <source>Inget skickat än.</source>
            <translation>Nothing sent yet.</translation>
        </message>
        <message>
            <source>Inget svar, men meddelandet är sparat</source>
            <translation>No answer, but the message is kept</translation>
        </message>
        <message>
            <source>Inget svar, och inget är sparat</source>
            <translation>No answer, and nothing is kept</translation>
        </message>
        <message>
            <source>Inget väntar längre på att skickas.</source>
            <translation>Nothing is waiting to be sent any more.</translation>
        </message>
        <message>
            <source>Inget är köat.</source>
            <translation>Nothing is queued.</translation>
        </message>
        <message>
            <source>Inget är loggat om dig.</source>
            <translation>Nothing is logged about you.</translation>
        </message>
        <message>
            <source>Inget är oklart</source>
            <translation>Nothing is unclear</translation>
        </message>
        <message>
            <source>Inget är skickat.</source>
            <translation>Nothing has been sent.</translation>
        </message>
        <message>
            <source>Inget, testinkorgen sköter sig</source>
            <translation>Nothing, the test inbox behaves well</translation>
        </message>
        <message>
            <source>Inklistrat {at}</source>
            <translation>Pasted {at}</translation>
        </message>
        <message>
            <source>Inloggad: {who}</source>
            <translation>Logged in: {who}</translation>
        </message>
        <message>
            <source>Inläst</source>
            <translation>Read in</translation>
        </message>
        <message>
            <source>Inlästa {rows} = skickade {sent_rows} + kvar {left}</source>
            <translation>Read {rows} = sent {sent_rows} + left {left}</translation>
        </message>
        <message>
            <source>Inlästa {rows} = skickade {sent_rows} + väntar {waiting} + kvar {left}</source>
            <translation>Read {rows} = sent {sent_rows} + waiting {waiting} + left {left}</translation>
        </message>
        <message>
            <source>Inlästa {total} = skickade {sent} + kvar {left}</source>
            <translation>Read {total} = sent {sent} + left {left}</translation>
        </message>
        <message>
            <source>Inställningar</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>Inställningarna i {file} går inte att använda.</source>
            <translation>The settings in {file} cannot be used.</translation>
        </message>
        <message>
            <source>Inställningarna i {file} går inte att läsa, så inget är ändrat.</source>
            <translation>The settings in {file} cannot be read, so nothing has been changed.</translation>
        </message>
        <message>
            <source>Inställningarna saknar {words} ([connection] {name}).</source>
            <translation>The settings lack {words} ([connection] {name}).</translation>
        </message>
        <message>
            <source>Inställningen är inte sparad.</source>
            <translation>The setting has not been saved.</translation>
        </message>
        <message>
            <source>Inte inloggad på 1177</source>
            <translation>Not logged in to 1177</translation>
        </message>
        <message>
            <source>Inte sparat</source>
            <translation>Not saved</translation>
        </message>
        <message>
            <source>Intervall från</source>
            <translation>Interval from</translation>
        </message>
        <message>
            <source>Intervall till</source>
            <translation>Interval to</translation>
        </message>
        <message>
            <source>Ja</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>Ja, av regionen</source>
            <translation>Yes, by the region</translation>
        </message>
        <message>
            <source>Ja, skicka {letters} ändå</source>
            <translation>Yes, send {letters} anyway</translation>
        </message>
        <message>
            <source>Jag har papperet</source>
            <translation>I have the paper</translation>
        </message>
        <message>
            <source>Jämför</source>
            <translation>Compare</translation>
        </message>
        <message>
            <source>Jämför dem, och titta på ändringarna.</source>
            <translation>Compare them, and look at the changes.</translation>
        </message>
        <message>
            <source>Jämför den med den som följde med programmet.</source>
            <translation>Compare it with the one that came with the program.</translation>
        </message>
        <message>
            <source>Jämför förslaget med den som gäller nu.</source>
            <translation>Compare the proposal with the one in use now.</translation>
        </message>
        <message>
            <source>Jämför först de gällande mallarna med ett utkast.</source>
            <translation>Compare the templates in use with a draft first.</translation>
        </message>
        <message>
            <source>Jämför igen, och låt den bli klar.</source>
            <translation>Compare again, and let it finish.</translation>
        </message>
        <message>
            <source>Jämför med</source>
            <translation>Compare with</translation>
        </message>
        <message>
            <source>Jämför med en brevtyp som fungerar.</source>
            <translation>Compare with a letter type that works.</translation>
        </message>
        <message>
            <source>Jämför med gällande</source>
            <translation>Compare with current</translation>
        </message>
        <message>
            <source>Jämför på «Påhittade bokningar av alla brevtyper».</source>
            <translation>Compare on “Made-up bookings of all letter types”.</translation>
        </message>
        <message>
            <source>Jämför rad {number} med papperet.</source>
            <translation>Compare line {number} with the paper.</translation>
        </message>
        <message>
            <source>Jämförda bokningar: {bookings}. Brevtyper bland dem: {letter_types}. Olika ändringar: {groups}.</source>
            <translation>Compared bookings: {bookings}. Letter types among them: {letter_types}. Different changes: {groups}.</translation>
        </message>
        <message>
            <source>Jämförelse</source>
            <translation>Comparison</translation>
        </message>
        <message>
            <source>Jämförelse av mallar</source>
            <translation>Comparison of templates</translation>
        </message>
        <message>
            <source>Jämförelsen</source>
            <translation>The comparison</translation>
        </message>
        <message>
            <source>Jämförelsen är inte hel.</source>
            <translation>The comparison is not complete.</translation>
        </message>
        <message>
            <source>Jämförelsen är inte mellan de mallar som gäller och de som föreslås.</source>
            <translation>The comparison is not between the templates in use and those proposed.</translation>
        </message>
        <message>
            <source>Jämförelsen är sparad. Den innehåller inga personuppgifter.</source>
            <translation>The comparison has been saved. It holds no personal data.</translation>
        </message>
        <message>
            <source>Jämför…</source>
            <translation>Compare…</translation>
        </message>
        <message>
            <source>Kallelsen</source>
            <translation>The appointment letter</translation>
        </message>
        <message>
            <source>Kallelsen finns inte i historiken.</source>
            <translation>The appointment letter is not in the history.</translation>
        </message>
        <message>
            <source>Kallelsen går</source>
            <translation>The letter goes</translation>
        </message>
        <message>
            <source>Kallelsen har redan status {status}.</source>
            <translation>The appointment letter already has the status {status}.</translation>
        </message>
        <message>
            <source>Kallelsen hämtas ur historiken.</source>
            <translation>The appointment letter is being fetched from history.</translation>
        </message>
        <message>
            <source>Kallelsen kan fortfarande vara på väg.</source>
            <translation>The appointment letter may still be on its way.</translation>
        </message>
        <message>
            <source>Kallelsen kan inte skickas {way}. {reason}</source>
            <translation>The appointment letter cannot be sent {way}. {reason}</translation>
        </message>
        <message>
            <source>Kallelsen kom fram.</source>
            <translation>The appointment letter arrived.</translation>
        </message>
        <message>
            <source>Kallelsen kom inte fram och väntar på att skickas.</source>
            <translation>The appointment letter did not arrive and is waiting to be sent.</translation>
        </message>
        <message>
            <source>Kallelsen kom inte fram.</source>
            <translation>The appointment letter did not arrive.</translation>
        </message>
        <message>
            <source>Kallelsen kunde inte skapas</source>
            <translation>The appointment letter could not be made</translation>
        </message>
        <message>
            <source>Kallelsen kunde inte öppnas. Välj den igen i listan.</source>
            <translation>The appointment letter could not be opened. Select it again in the list.</translation>
        </message>
        <message>
            <source>Kallelsen ligger som bilaga i den här filen, byte för byte: {file}.</source>
            <translation>The appointment letter is attached to this file, byte for byte: {file}.</translation>
        </message>
        <message>
            <source>Kallelsen skickas inte härifrån. Följ mottagningens rutin.</source>
            <translation>The appointment letter is not sent from here. Follow the clinic’s routine.</translation>
        </message>
        <message>
            <source>Kallelsen väntar på att skickas på nytt {way}.</source>
            <translation>The appointment letter is waiting to be sent again {way}.</translation>
        </message>
        <message>
            <source>Kallelsen {reference}, {channel}, byte för byte</source>
            <translation>The appointment letter {reference}, {channel}, byte for byte</translation>
        </message>
        <message>
            <source>Kallelsen är inte oklar längre.</source>
            <translation>The appointment letter is no longer unclear.</translation>
        </message>
        <message>
            <source>Kallelsens brevtyp</source>
            <translation>Letter type</translation>
        </message>
        <message>
            <source>Kallelsens status</source>
            <translation>Letter status</translation>
        </message>
        <message>
            <source>Kallelsens status ändrades</source>
            <translation>The status of the appointment letter changed</translation>
        </message>
        <message>
            <source>Kallelser gör dagens bokningar till meddelanden i 1177 och till brev, visar båda och håller reda på vad som skickats. Programmet kör i testläge: meddelandena går till en inkorg på den här datorn och breven till en mapp.</source>
            <translation>Kallelser turns the day's bookings into messages in 1177 and into paper letters, shows both and keeps track of what has been sent. The program runs in test mode: the messages go to an inbox on this computer and the letters to a folder.</translation>
        </message>
        <message>
            <source>Kallelser som 1177 eller tryckeriet har tagit emot. En kallelse som går både till 1177 och som brev räknas en gång.</source>
            <translation>Appointment letters that 1177 or the print house has accepted. One that goes both to 1177 and on paper is counted once.</translation>
        </message>
        <message>
            <source>Kallelser som gick till 1177 utan brev, av alla som skickades.</source>
            <translation>Appointment letters that went to 1177 without paper, of all that were sent.</translation>
        </message>
        <message>
            <source>Kallelser som gick till 1177 utan brev, gånger de ark som brevtypens brev tar i dag.</source>
            <translation>Appointment letters that went to 1177 without paper, times the sheets that the letter type takes today.</translation>
        </message>
        <message>
            <source>Kallelser som gick till 1177, med eller utan brev, av alla som skickades.</source>
            <translation>Appointment letters that went to 1177, with or without paper, of all that were sent.</translation>
        </message>
        <message>
            <source>Kallelser som mottagaren sa nej till i någon kanal, och som inte har gått fram där sedan.</source>
            <translation>Appointment letters that the receiver refused in some channel, and that have not arrived there since.</translation>
        </message>
        <message>
            <source>Kallelser – TESTLÄGE</source>
            <translation>Kallelser – TEST MODE</translation>
        </message>
        <message>
            <source>Kallelserna kan gallras igen när deras tid har gått ut.</source>
            <translation>The appointment letters can be purged again when their time has run out.</translation>
        </message>
        <message>
            <source>Kallelserna är borttagna ur programmets historik enligt reglerna nedan.</source>
            <translation>The appointment letters have been removed from the program’s history by the rules below.</translation>
        </message>
        <message>
            <source>Kanal</source>
            <translation>Channel</translation>
        </message>
        <message>
            <source>Kanal  Ctrl+K</source>
            <translation>Channel  Ctrl+K</translation>
        </message>
        <message>
            <source>Kanalerna heter "1177" och "brev".</source>
            <translation>The channels are called "1177" and "brev".</translation>
        </message>
        <message>
            <source>Kanalregler</source>
            <translation>Channel rules</translation>
        </message>
        <message>
            <source>Kanske är {names} felstavad.</source>
            <translation>Perhaps {names} is misspelt.</translation>
        </message>
        <message>
            <source>Karolinska (Region Stockholm), Din kallelse: e-kallelse som inte lästs inom 48 timmar skrivs ut och postas. RJL:s tid är inte känd.</source>
            <translation>Karolinska (Region Stockholm), Din kallelse: a digital letter that has not been read within 48 hours is printed and posted. RJL's time is not known.</translation>
        </message>
        <message>
            <source>Kasta</source>
            <translation>Discard</translation>
        </message>
        <message>
            <source>Kasta det du skrivit?</source>
            <translation>Discard what you have written?</translation>
        </message>
        <message>
            <source>Klar</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Klar: {label}</source>
            <translation>Ready: {label}</translation>
        </message>
        <message>
            <source>Klara</source>
            <translation>Ready</translation>
        </message>
        <message>
            <source>Klistra in tabell</source>
            <translation>Paste table</translation>
        </message>
        <message>
            <source>Klockan {at} finns två gånger {day}, när sommartiden slutar. Kontrollera tiden.</source>
            <translation>There are two {at} on {day}, when summer time ends. Check the time.</translation>
        </message>
        <message>
            <source>Klockan {moment} finns inte {day}: sommartiden börjar då.</source>
            <translation>There is no {moment} on {day}: summer time begins then.</translation>
        </message>
        <message>
            <source>Klockan är {clock}, utanför arbetstid.</source>
            <translation>The time is {clock}, outside working hours.</translation>
        </message>
        <message>
            <source>Kolumnen {name}</source>
            <translation>The column {name}</translation>
        </message>
        <message>
            <source>Kolumnen «{column}» saknas. Kontrollera själv om någon har skyddade uppgifter.</source>
            <translation>The column “{column}” is missing. Check for yourself whether anybody has a protected identity.</translation>
        </message>
        <message>
            <source>Kolumnen «{column}» är vald för två uppgifter.</source>
            <translation>The column “{column}” has been chosen for two values.</translation>
        </message>
        <message>
            <source>Kolumnen «{name}» saknas i filen.</source>
            <translation>The column “{name}” is missing in the file.</translation>
        </message>
        <message>
            <source>Kolumnerna {names}</source>
            <translation>The columns {names}</translation>
        </message>
        <message>
            <source>Kom fram</source>
            <translation>Arrived</translation>
        </message>
        <message>
            <source>Kom fram: {reason}</source>
            <translation>Arrived: {reason}</translation>
        </message>
        <message>
            <source>Kom inte fram</source>
            <translation>Did not arrive</translation>
        </message>
        <message>
            <source>Kom inte fram: {reason}</source>
            <translation>Did not arrive: {reason}</translation>
        </message>
        <message>
            <source>Komplettera i vårdsystemet, ta ut filen igen och tryck F5.</source>
            <translation>Complete it in the care system, export the file again and press F5.</translation>
        </message>
        <message>
            <source>Komplettera i vårdsystemet.</source>
            <translation>Complete it in the care system.</translation>
        </message>
        <message>
            <source>Kontakta den som ansvarar för programmet.</source>
            <translation>Contact whoever is responsible for the program.</translation>
        </message>
        <message>
            <source>Kontakta it-supporten och den som ansvarar för informationssäkerheten.</source>
            <translation>Contact IT support and whoever is responsible for information security.</translation>
        </message>
        <message>
            <source>Kontakta it-supporten.</source>
            <translation>Contact IT support.</translation>
        </message>
        <message>
            <source>Kontakta it-supporten: disken eller historiken kan vara skadad.</source>
            <translation>Contact IT support: the disk or the history may be damaged.</translation>
        </message>
        <message>
            <source>Kontrakt</source>
            <translation>Contract</translation>
        </message>
        <message>
            <source>Kontrakt: {label}. {source}</source>
            <translation>Contract: {label}. {source}</translation>
        </message>
        <message>
            <source>Kontraktet AddMessageToPatientPortalInbox 1.0 stängdes vid årsskiftet 2023–2024 och är bara till för testinkorgen.</source>
            <translation>The contract AddMessageToPatientPortalInbox 1.0 was closed at the turn of the year 2023–2024 and is for the test inbox only.</translation>
        </message>
        <message>
            <source>Kontraktet i {file} går inte att använda.</source>
            <translation>The contract in {file} cannot be used.</translation>
        </message>
        <message>
            <source>Kontrollen av mallarna hittar {number} fel. Det första: {file}, {sentence}</source>
            <translation>The check of the templates finds {number} faults. The first: {file}, {sentence}</translation>
        </message>
        <message>
            <source>Kontrollera att den är på och att rätt skrivare är vald.</source>
            <translation>Check that it is on and that the right printer is chosen.</translation>
        </message>
        <message>
            <source>Kontrollera att det finns plats på disken och försök igen.</source>
            <translation>Check that there is room on the disk and try again.</translation>
        </message>
        <message>
            <source>Kontrollera att disken inte är full och att mappen går att skriva i.</source>
            <translation>Check that the disk is not full and that the folder can be written to.</translation>
        </message>
        <message>
            <source>Kontrollera att disken inte är full.</source>
            <translation>Check that the disk is not full.</translation>
        </message>
        <message>
            <source>Kontrollera att du får skriva i mappen, och försök igen.</source>
            <translation>Check that you may write in the folder, and try again.</translation>
        </message>
        <message>
            <source>Kontrollera att du får skriva i programmets mapp, eller kontakta it-supporten.</source>
            <translation>Check that you may write to the program's folder, or contact IT support.</translation>
        </message>
        <message>
            <source>Kontrollera att du valde rätt datum när du tog ut bokningarna.</source>
            <translation>Check that you chose the right date when you exported the bookings.</translation>
        </message>
        <message>
            <source>Kontrollera att du valde rätt fil.</source>
            <translation>Check that you chose the right file.</translation>
        </message>
        <message>
            <source>Kontrollera att du valde rätt fil. Den har bara en kolumn.</source>
            <translation>Check that you chose the right file. It has only one column.</translation>
        </message>
        <message>
            <source>Kontrollera att filen finns och går att öppna.</source>
            <translation>Check that the file exists and can be opened.</translation>
        </message>
        <message>
            <source>Kontrollera att mappen går att läsa och skriva i.</source>
            <translation>Check that the folder can be read and written to.</translation>
        </message>
        <message>
            <source>Kontrollera att mappen går att skriva i och försök igen.</source>
            <translation>Check that the folder can be written to and try again.</translation>
        </message>
        <message>
            <source>Kontrollera att mappen går att skriva i, eller starta med en annan mapp (--data).</source>
            <translation>Check that the folder can be written to, or start with another folder (--data).</translation>
        </message>
        <message>
            <source>Kontrollera att mappen är ansluten och att disken inte är full.</source>
            <translation>Check that the folder is connected and that the disk is not full.</translation>
        </message>
        <message>
            <source>Kontrollera att programmets mapp går att läsa och skriva i.</source>
            <translation>Check that the program's folder can be read and written to.</translation>
        </message>
        <message>
            <source>Kontrollera att programmets mapp går att skriva i, och försök igen.</source>
            <translation>Check that the program's folder can be written to, and try again.</translation>
        </message>
        <message>
            <source>Kontrollera att programmets mapp går att skriva i.</source>
            <translation>Check that the program's folder can be written to.</translation>
        </message>
        <message>
            <source>Kontrollera igen</source>
            <translation>Check again</translation>
        </message>
        <message>
            <source>Kontrollera loggens kedja</source>
            <translation>Check the chain of the log</translation>
        </message>
        <message>
            <source>Kontrollera namnet och öppna den på nytt.</source>
            <translation>Check the name and open it again.</translation>
        </message>
        <message>
            <source>Kontrollera nätverket och försök igen.</source>
            <translation>Check the network and try again.</translation>
        </message>
        <message>
            <source>Kontrollera om det är skickat från en annan dator.</source>
            <translation>Check whether it was sent from another computer.</translation>
        </message>
        <message>
            <source>Kontrollera personnumret.</source>
            <translation>Check the personal identity number.</translation>
        </message>
        <message>
            <source>Kontrollerar brev {checked} av {total}</source>
            <translation>Checking letter {checked} of {total}</translation>
        </message>
        <message>
            <source>Kontrollerar loggens kedja…</source>
            <translation>Checking the chain of the log…</translation>
        </message>
        <message>
            <source>Kontrollerar mallarna…</source>
            <translation>Checking the templates…</translation>
        </message>
        <message>
            <source>Kontrollerar tidigare utskick</source>
            <translation>Checking earlier mailings</translation>
        </message>
        <message>
            <source>Kontrollerar…</source>
            <translation>Checking…</translation>
        </message>
        <message>
            <source>Kontrolleras</source>
            <translation>Being checked</translation>
        </message>
        <message>
            <source>Kopia av en skickad kallelse: {request}</source>
            <translation>Copy of an appointment letter that was sent: {request}</translation>
        </message>
        <message>
            <source>Kopian av historiken är inte hel, så den används inte.</source>
            <translation>The copy of the history is not whole, so it is not used.</translation>
        </message>
        <message>
            <source>Kopian togs tillbaka, så det är oklart igen om kallelsen kom fram.</source>
            <translation>The copy was taken back, so it is unclear again whether the appointment letter arrived.</translation>
        </message>
        <message>
            <source>Kopian väntar på att skickas. Den tidigare kallelsen står kvar som skickad.</source>
            <translation>The copy is waiting to be sent. The earlier appointment letter stays as sent.</translation>
        </message>
        <message>
            <source>Kopiera text till supporten</source>
            <translation>Copy text for the support</translation>
        </message>
        <message>
            <source>Kopior även i</source>
            <translation>Copies also in</translation>
        </message>
        <message>
            <source>Korrelations-id: {id}</source>
            <translation>Correlation id: {id}</translation>
        </message>
        <message>
            <source>Kort tid till besöket ({when})</source>
            <translation>Short time to the visit ({when})</translation>
        </message>
        <message>
            <source>Korta den (Ctrl+E).</source>
            <translation>Shorten it (Ctrl+E).</translation>
        </message>
        <message>
            <source>Korta fritexten</source>
            <translation>Shorten the free text</translation>
        </message>
        <message>
            <source>Korta texten till {most} tecken.</source>
            <translation>Shorten the text to {most} characters.</translation>
        </message>
        <message>
            <source>Korta texten.</source>
            <translation>Shorten the text.</translation>
        </message>
        <message>
            <source>Kortkommandon</source>
            <translation>Keyboard shortcuts</translation>
        </message>
        <message>
            <source>Kortkommandon i Kallelser</source>
            <translation>Keyboard shortcuts in Kallelser</translation>
        </message>
        <message>
            <source>Kryptera den först.</source>
            <translation>Encrypt it first.</translation>
        </message>
        <message>
            <source>Kryptera historiken</source>
            <translation>Encrypt the history</translation>
        </message>
        <message>
            <source>Kryptering</source>
            <translation>Encryption</translation>
        </message>
        <message>
            <source>Kuvert</source>
            <translation>Envelope</translation>
        </message>
        <message>
            <source>Kuvertet är inte uppmätt.</source>
            <translation>The envelope has not been measured.</translation>
        </message>
        <message>
            <source>Kuvertet är lägre än det vikta arket. Kontrollera också vikningen.</source>
            <translation>The envelope is lower than the folded sheet. Check the fold too.</translation>
        </message>
        <message>
            <source>Kuvertet är smalare än arket, som är {width} mm brett.</source>
            <translation>The envelope is narrower than the sheet, which is {width} mm wide.</translation>
        </message>
        <message>
            <source>Kuvertets bredd</source>
            <translation>Width of the envelope</translation>
        </message>
        <message>
            <source>Kuvertets höjd</source>
            <translation>Height of the envelope</translation>
        </message>
        <message>
            <source>Kuvertets mått i {file} går inte att använda.</source>
            <translation>The measures of the envelope in {file} cannot be used.</translation>
        </message>
        <message>
            <source>Kuvertets mått är inte sparade.</source>
            <translation>The measures of the envelope have not been saved.</translation>
        </message>
        <message>
            <source>Kuvertets mått är sparade. {after_restart}</source>
            <translation>The measures of the envelope have been saved. {after_restart}</translation>
        </message>
        <message>
            <source>Kvittens</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>Kvittens för {reference}</source>
            <translation>Receipt for {reference}</translation>
        </message>
        <message>
            <source>Kvittens med kallelsen</source>
            <translation>Receipt with the appointment letter</translation>
        </message>
        <message>
            <source>Kvittens med kallelsen…</source>
            <translation>Receipt with the appointment letter…</translation>
        </message>
        <message>
            <source>Kvittensen är sparad, med kallelsen som bilaga. Den innehåller personuppgifter.</source>
            <translation>The receipt has been saved, with the appointment letter attached. It holds personal data.</translation>
        </message>
        <message>
            <source>Källa</source>
            <translation>Source</translation>
        </message>
        <message>
            <source>Köad</source>
            <translation>Queued</translation>
        </message>
        <message>
            <source>Köade</source>
            <translation>Queued</translation>
        </message>
        <message>
            <source>LIX {lix} · {pages} · {words} ord</source>
            <translation>LIX {lix} · {pages} · {words} words</translation>
        </message>
        <message>
            <source>Lade fram gallring {id}</source>
            <translation>Put forward purge {id}</translation>
        </message>
        <message>
            <source>Lades fram</source>
            <translation>Put forward</translation>
        </message>
        <message>
            <source>Lades fram av</source>
            <translation>Put forward by</translation>
        </message>
        <message>
            <source>Lagda på varandra</source>
            <translation>On top of each other</translation>
        </message>
        <message>
            <source>Land</source>
            <translation>Country</translation>
        </message>
        <message>
            <source>Layouten går inte att spara.</source>
            <translation>The layout cannot be saved.</translation>
        </message>
        <message>
            <source>Layouten går inte att ta bort.</source>
            <translation>The layout cannot be removed.</translation>
        </message>
        <message>
            <source>Layoutens namn</source>
            <translation>Name of the layout</translation>
        </message>
        <message>
            <source>Leta fram papperet för den här datorn.</source>
            <translation>Find the paper for this computer.</translation>
        </message>
        <message>
            <source>Leta upp brevet innan det skrivs ut igen.</source>
            <translation>Find the letter before it is printed again.</translation>
        </message>
        <message>
            <source>Leta vid skrivaren innan det skrivs ut igen.</source>
            <translation>Look at the printer before it is printed again.</translation>
        </message>
        <message>
            <source>Levererade med programmet {version}</source>
            <translation>Shipped with the program {version}</translation>
        </message>
        <message>
            <source>Lista över kvittenser</source>
            <translation>List of receipts</translation>
        </message>
        <message>
            <source>Listan</source>
            <translation>The list</translation>
        </message>
        <message>
            <source>Listan innehåller personuppgifter. Förstör den när den inte behövs.</source>
            <translation>The list holds personal data. Destroy it when it is no longer needed.</translation>
        </message>
        <message>
            <source>Listan kan vara inaktuell: {sources}, så det som visas därifrån är hämtat tidigare.</source>
            <translation>The list may be out of date: {sources}, so what is shown from there was fetched earlier.</translation>
        </message>
        <message>
            <source>Listan kunde inte göras som PDF.</source>
            <translation>The list could not be made as a PDF.</translation>
        </message>
        <message>
            <source>Listan lästes in {read_at}. Besök kan ha ändrats sedan dess: öppna en ny fil, eller läs in den här igen (F5), innan du skickar.</source>
            <translation>The list was read {read_at}. Visits may have changed since then: open a new file, or reload this one (F5), before you send.</translation>
        </message>
        <message>
            <source>Listan som var öppen går inte att läsa just nu, så öppna filen igen.</source>
            <translation>The list that was open cannot be read right now, so open the file again.</translation>
        </message>
        <message>
            <source>Listan som var öppen är skadad och går inte att läsa, så öppna filen igen.</source>
            <translation>The list that was open is damaged and cannot be read, so open the file again.</translation>
        </message>
        <message>
            <source>Listan som var öppen är sparad av en annan version av programmet, så öppna filen igen.</source>
            <translation>The list that was open was saved by another version of the program, so open the file again.</translation>
        </message>
        <message>
            <source>Listan som är öppen kommer från ett annat vårdsystem. Den stängs, och en ny öppnas med bara den här bokningen.</source>
            <translation>The open list comes from another care system. It is closed, and a new one is opened with only this booking.</translation>
        </message>
        <message>
            <source>Listan som är öppen, {number}</source>
            <translation>The open list, {number}</translation>
        </message>
        <message>
            <source>Listan är inte komplett: {sources}.</source>
            <translation>The list is not complete: {sources}.</translation>
        </message>
        <message>
            <source>Listan är skriven för hand, så det finns ingen fil att läsa in igen.</source>
            <translation>The list is written by hand, so there is no file to reload.</translation>
        </message>
        <message>
            <source>Listan är sparad. Den har brev-id men inga namn eller personnummer.</source>
            <translation>The list has been saved. It has letter IDs but no names or personal identity numbers.</translation>
        </message>
        <message>
            <source>Listan är sparad. Den innehåller personuppgifter.</source>
            <translation>The list has been saved. It holds personal data.</translation>
        </message>
        <message>
            <source>Listan över publicerade mallar är ändrad, eller saknar något som har stått där.</source>
            <translation>The list of published templates has been changed, or lacks something that was in it.</translation>
        </message>
        <message>
            <source>Listan över {bookings} utan kallelse är sparad. {private}</source>
            <translation>The list of {bookings} without an appointment letter has been saved. {private}</translation>
        </message>
        <message>
            <source>Listan ”{file}” är inte öppen. Öppna den, så går det att gå till raden.</source>
            <translation>The list “{file}” is not open. Open it to be able to go to the row.</translation>
        </message>
        <message>
            <source>Listan: {}</source>
            <translation>List: {}</translation>
        </message>
        <message>
            <source>Ljust</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>Logg</source>
            <translation>Log</translation>
        </message>
        <message>
            <source>Logga in på datorn igen, eller kontakta it-supporten.</source>
            <translation>Log in to the computer again, or contact IT support.</translation>
        </message>
        <message>
            <source>Logga in på en dator med Windows, macOS eller en Linux-nyckelring (Secret Service eller KWallet). Hemligheter sparas aldrig i en vanlig fil.</source>
            <translation>Log in to a computer with Windows, macOS or a Linux keychain (Secret Service or KWallet). Secrets are never kept in an ordinary file.</translation>
        </message>
        <message>
            <source>Loggen</source>
            <translation>The log</translation>
        </message>
        <message>
            <source>Loggen har ändrats utanför programmet, vid post {number}.</source>
            <translation>The log has been changed outside the program, at entry {number}.</translation>
        </message>
        <message>
            <source>Loggens kedja är hel: inget är ändrat eller borttaget.</source>
            <translation>The chain of the log is whole: nothing has been changed or taken away.</translation>
        </message>
        <message>
            <source>Loggutdrag</source>
            <translation>Log extract</translation>
        </message>
        <message>
            <source>Loggutdraget</source>
            <translation>The log extract</translation>
        </message>
        <message>
            <source>Loggutdraget är sparat. Det innehåller personuppgifter.</source>
            <translation>The log extract is saved. It contains personal data.</translation>
        </message>
        <message>
            <source>Logg…</source>
            <translation>Log…</translation>
        </message>
        <message>
            <source>Logotypen går inte att rita.</source>
            <translation>The logo cannot be drawn.</translation>
        </message>
        <message>
            <source>Lägg dem för sig.</source>
            <translation>Put them by themselves.</translation>
        </message>
        <message>
            <source>Lägg en rubrik efter rutan.</source>
            <translation>Put a heading after the box.</translation>
        </message>
        <message>
            <source>Lägg en tom rad före nästa uppgift.</source>
            <translation>Put an empty line before the next fact.</translation>
        </message>
        <message>
            <source>Lägg en tom rad före uppgiften, och bara ett ord på raden ovanför kolon.</source>
            <translation>Put an empty line before the fact, and only one word on the line above the colon.</translation>
        </message>
        <message>
            <source>Lägg fram för gallring</source>
            <translation>Put forward for purging</translation>
        </message>
        <message>
            <source>Lägg i kön</source>
            <translation>Add to the queue</translation>
        </message>
        <message>
            <source>Lägg in "blocks/avgift.md.j2" eller ett annat stycke om kostnaden.</source>
            <translation>Put in "blocks/avgift.md.j2" or another paragraph about the cost.</translation>
        </message>
        <message>
            <source>Lägg in "blocks/avsandare.md.j2" sist.</source>
            <translation>Put in "blocks/avsandare.md.j2" last.</translation>
        </message>
        <message>
            <source>Lägg in "blocks/fragor.md.j2".</source>
            <translation>Put in "blocks/fragor.md.j2".</translation>
        </message>
        <message>
            <source>Lägg in "blocks/hitta_hit.md.j2".</source>
            <translation>Put in "blocks/hitta_hit.md.j2".</translation>
        </message>
        <message>
            <source>Lägg in "blocks/tolk.md.j2".</source>
            <translation>Put in "blocks/tolk.md.j2".</translation>
        </message>
        <message>
            <source>Lägg in det där, under tjänsten Kallelser och namnet {pass_phrase}.</source>
            <translation>Put it there, under the service Kallelser and the name {pass_phrase}.</translation>
        </message>
        <message>
            <source>Lägg in ett av blocken "blocks/avboka….md.j2" eller "blocks/boka_om….md.j2".</source>
            <translation>Put in one of the blocks "blocks/avboka….md.j2" or "blocks/boka_om….md.j2".</translation>
        </message>
        <message>
            <source>Lägg länken i ett eget stycke.</source>
            <translation>Put the link in a paragraph of its own.</translation>
        </message>
        <message>
            <source>Lägg till den, eller rätta inserts.</source>
            <translation>Add it, or correct inserts.</translation>
        </message>
        <message>
            <source>Lägg till den.</source>
            <translation>Add it.</translation>
        </message>
        <message>
            <source>Lägg till en rubrik om det, eller skriv att man inte behöver förbereda sig.</source>
            <translation>Add a heading about it, or write that no preparation is needed.</translation>
        </message>
        <message>
            <source>Lägg till filen eller rätta namnet.</source>
            <translation>Add the file or correct the name.</translation>
        </message>
        <message>
            <source>Lämna för godkännande</source>
            <translation>Submit for approval</translation>
        </message>
        <message>
            <source>Lämnade ändrade regler för godkännande</source>
            <translation>Submitted changed rules for approval</translation>
        </message>
        <message>
            <source>Lämnat till tryckeriet: {dispatch} i manifest_{utskick}.csv</source>
            <translation>Handed to the print house: {dispatch} in manifest_{utskick}.csv</translation>
        </message>
        <message>
            <source>Längre text</source>
            <translation>Longer text</translation>
        </message>
        <message>
            <source>Längre text {number}</source>
            <translation>Longer text {number}</translation>
        </message>
        <message>
            <source>Längsta fritexten</source>
            <translation>The longest free text</translation>
        </message>
        <message>
            <source>Längsta namnen</source>
            <translation>The longest names</translation>
        </message>
        <message>
            <source>Läs in besöksutfall</source>
            <translation>Read visit outcomes</translation>
        </message>
        <message>
            <source>Läs in besöksutfall…</source>
            <translation>Read visit outcomes…</translation>
        </message>
        <message>
            <source>Läs in filen igen och skicka på nytt.</source>
            <translation>Read the file again and send once more.</translation>
        </message>
        <message>
            <source>Läs in filen med bokningen och skicka därifrån, eller ring patienten.</source>
            <translation>Read the file with the booking and send from there, or call the patient.</translation>
        </message>
        <message>
            <source>Läs in igen</source>
            <translation>Reload</translation>
        </message>
        <message>
            <source>Läs in listan igen.</source>
            <translation>Read the list again.</translation>
        </message>
        <message>
            <source>Läs in utan att spara</source>
            <translation>Read without saving</translation>
        </message>
        <message>
            <source>Läs loggen</source>
            <translation>Read the log</translation>
        </message>
        <message>
            <source>Läsbarhetsindex (LIX) är {}.</source>
            <translation>The readability index (LIX) is {}.</translation>
        </message>
        <message>
            <source>Läser bokningar</source>
            <translation>Reading bookings</translation>
        </message>
        <message>
            <source>Läser bokningar…</source>
            <translation>Reading bookings…</translation>
        </message>
        <message>
            <source>Läsning</source>
            <translation>Reading</translation>
        </message>
        <message>
            <source>Läsning: {told}</source>
            <translation>Reading: {told}</translation>
        </message>
        <message>
            <source>Lästa inom 48 timmar</source>
            <translation>Read within 48 hours</translation>
        </message>
        <message>
            <source>Läste in bokningen</source>
            <translation>Loaded the booking</translation>
        </message>
        <message>
            <source>Läste loggen</source>
            <translation>Read the log</translation>
        </message>
        <message>
            <source>Långa rader bryts, så den tar {rows} rader och kan ta högst {max_lines}.</source>
            <translation>Long lines are broken, so it takes {rows} lines and can take at most {max_lines}.</translation>
        </message>
        <message>
            <source>Långt fram i tiden</source>
            <translation>Far ahead</translation>
        </message>
        <message>
            <source>Lås upp</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>Lås upp den och försök igen.</source>
            <translation>Unlock it and try again.</translation>
        </message>
        <message>
            <source>Låt varje dag stå på en enda rad, så räknas inget besök två gånger.</source>
            <translation>Let each day stand in a single row, so that no visit is counted twice.</translation>
        </message>
        <message>
            <source>Lösenord till certifikatet för 1177: </source>
            <translation>Password of the certificate for 1177: </translation>
        </message>
        <message>
            <source>Lösenordet till certifikatet finns inte i datorns nyckelring.</source>
            <translation>The password of the certificate is not in the computer's keychain.</translation>
        </message>
        <message>
            <source>Lösenordet är sparat i datorns nyckelring.</source>
            <translation>The password has been saved in the computer's keychain.</translation>
        </message>
        <message>
            <source>Mallar</source>
            <translation>Templates</translation>
        </message>
        <message>
            <source>Mallar (SHA-256)</source>
            <translation>Templates (SHA-256)</translation>
        </message>
        <message>
            <source>Mallarna</source>
            <translation>The templates</translation>
        </message>
        <message>
            <source>Mallarna har ändrats. Brevtypen {letter_type}: {said}.</source>
            <translation>The templates have changed. The letter type {letter_type}: {said}.</translation>
        </message>
        <message>
            <source>Mallarna är föreslagna. Någon annan, med egen inloggning, granskar och publicerar dem här i Malländring.</source>
            <translation>The templates have been proposed. Somebody else, with a login of their own, reviews and publishes them here, under Template change.</translation>
        </message>
        <message>
            <source>Mallarna är nya. Titta på en kallelse som går som brev innan du skickar.</source>
            <translation>The templates are new. Look at an appointment letter that goes on paper before you send.</translation>
        </message>
        <message>
            <source>Mallarna är nya. Titta på en kallelse till innan du skickar.</source>
            <translation>The templates are new. Look at one more appointment letter before you send.</translation>
        </message>
        <message>
            <source>Mallarna är nya. Titta på {number} kallelser till innan du skickar, minst en som går som brev.</source>
            <translation>The templates are new. Look at {number} more appointment letters before you send, at least one of them on paper.</translation>
        </message>
        <message>
            <source>Mallarna är nya. Titta på {number} kallelser till innan du skickar.</source>
            <translation>The templates are new. Look at {number} more appointment letters before you send.</translation>
        </message>
        <message>
            <source>Mallarna är publicerade av den som själv föreslog dem.</source>
            <translation>The templates were published by the very person who proposed them.</translation>
        </message>
        <message>
            <source>Mallarna är publicerade. Alla brev görs med dem från och med nu.</source>
            <translation>The templates have been published. All letters are made with them from now on.</translation>
        </message>
        <message>
            <source>Mallen ger samma text för alla {number}.</source>
            <translation>The template gives the same text for all {number}.</translation>
        </message>
        <message>
            <source>Mallen {file}, rad {line}: {what}</source>
            <translation>The template {file}, line {line}: {what}</translation>
        </message>
        <message>
            <source>Mallen {file}: QR-koden leder inte till en tillåten webbplats.</source>
            <translation>The template {file}: the QR code does not lead to a web site that is allowed.</translation>
        </message>
        <message>
            <source>Mallen {name} går inte att läsa.</source>
            <translation>The template {name} cannot be read.</translation>
        </message>
        <message>
            <source>Mallen {name}, rad {line}: ett tecken går inte att läsa.</source>
            <translation>The template {name}, line {line}: a character cannot be read.</translation>
        </message>
        <message>
            <source>Mallens text</source>
            <translation>The template's text</translation>
        </message>
        <message>
            <source>Mallversion</source>
            <translation>Templates</translation>
        </message>
        <message>
            <source>Mallversionen {version} är skadad, ändrad eller borta.</source>
            <translation>The template version {version} is damaged, changed or gone.</translation>
        </message>
        <message>
            <source>Malländring</source>
            <translation>Template change</translation>
        </message>
        <message>
            <source>Mappar</source>
            <translation>Folders</translation>
        </message>
        <message>
            <source>Mappen finns inte, eller är inte ansluten just nu.</source>
            <translation>The folder does not exist, or is not connected right now.</translation>
        </message>
        <message>
            <source>Mappen för rundturen går inte att skriva i ({name}).</source>
            <translation>The folder of the guided tour cannot be written to ({name}).</translation>
        </message>
        <message>
            <source>Mappen har inga brevtyper. Kopiera programmets hela mallmapp dit, och ändra i kopian.</source>
            <translation>The folder has no letter types. Copy the program's whole templates folder there, and change the copy.</translation>
        </message>
        <message>
            <source>Mappen har mallarna som breven skickas med, så de ändras inte här.</source>
            <translation>The folder has the templates that letters are sent with, so they are not changed here.</translation>
        </message>
        <message>
            <source>Mappen med mallar finns inte, eller är inte ansluten just nu.</source>
            <translation>The folder of templates does not exist, or is not connected right now.</translation>
        </message>
        <message>
            <source>Mappen med mallar går inte att nå just nu.</source>
            <translation>The templates folder cannot be reached just now.</translation>
        </message>
        <message>
            <source>Mappen som datorerna delar går inte att nå, så inget skickas.</source>
            <translation>The folder that the computers share cannot be reached, so nothing is sent.</translation>
        </message>
        <message>
            <source>Mappen {folder}</source>
            <translation>The folder {folder}</translation>
        </message>
        <message>
            <source>Marginaler</source>
            <translation>Margins</translation>
        </message>
        <message>
            <source>Markera hanterad utanför appen</source>
            <translation>Mark as handled outside the app</translation>
        </message>
        <message>
            <source>Markerade {} bokningar som hanterade utanför appen.</source>
            <translation>Marked {} bookings as handled outside the app.</translation>
        </message>
        <message>
            <source>Markeringen är hävd. Läs in filen igen där personen står.</source>
            <translation>The mark is lifted. Read the person's file again.</translation>
        </message>
        <message>
            <source>Med den här bokningen blir det inget brev: {why}</source>
            <translation>This booking makes no letter: {why}</translation>
        </message>
        <message>
            <source>Med nyckeln kan historiken öppnas på en annan dator, eller om nyckelringen är borta.</source>
            <translation>With the key the history can be opened on another computer, or if the keychain is gone.</translation>
        </message>
        <message>
            <source>Med samordnings- eller reservnummer går det inte att logga in på 1177. Kallelsen skickas som brev.</source>
            <translation>It is not possible to log in to 1177 with a coordination number or a temporary number. The appointment letter is sent on paper.</translation>
        </message>
        <message>
            <source>Meddela 1177:s support att felet ligger i deras plattform.</source>
            <translation>Tell 1177's support that the fault lies in their platform.</translation>
        </message>
        <message>
            <source>Meddela den som ansvarar för anslutningen till 1177.</source>
            <translation>Tell whoever is responsible for the connection to 1177.</translation>
        </message>
        <message>
            <source>Meddela den som ansvarar för mallen.</source>
            <translation>Tell whoever is responsible for the template.</translation>
        </message>
        <message>
            <source>Meddela den som ansvarar för programmet.</source>
            <translation>Tell whoever is responsible for the program.</translation>
        </message>
        <message>
            <source>Meddela den som ansvarar för programmets inställningar.</source>
            <translation>Tell whoever is responsible for the program's settings.</translation>
        </message>
        <message>
            <source>Meddelanden med okänd teckenuppsättning{names}: {number}. Kontrollera att å, ä och ö är rätt.</source>
            <translation>Messages with an unknown character set{names}: {number}. Check that å, ä and ö are right.</translation>
        </message>
        <message>
            <source>Meddelanden och brev som det någon gång inte gick att veta om de kom fram.</source>
            <translation>Messages and paper letters of which it was at some time unclear whether they had arrived.</translation>
        </message>
        <message>
            <source>Meddelanden som ingen har öppnat i tid. {only_a_test}</source>
            <translation>Messages that nobody has opened in time. {only_a_test}</translation>
        </message>
        <message>
            <source>Meddelandet behöver inget brev längre.</source>
            <translation>The message no longer needs a paper letter.</translation>
        </message>
        <message>
            <source>Meddelandet börjar inte med &lt;article&gt;.</source>
            <translation>The message does not begin with &lt;article&gt;.</translation>
        </message>
        <message>
            <source>Meddelandet börjar inte med en XML-deklaration i UTF-8.</source>
            <translation>The message does not begin with an XML declaration in UTF-8.</translation>
        </message>
        <message>
            <source>Meddelandet har en DOCTYPE, en kommentar eller en instruktion.</source>
            <translation>The message has a DOCTYPE, a comment or an instruction.</translation>
        </message>
        <message>
            <source>Meddelandet har olika starttider: {chosen} och {other}.</source>
            <translation>The message has different starting times: {chosen} and {other}.</translation>
        </message>
        <message>
            <source>Meddelandet har orimligt många starttider, så alla är inte jämförda.</source>
            <translation>The message has unreasonably many starting times, so not all have been compared.</translation>
        </message>
        <message>
            <source>Meddelandet hinner troligen inte fram. Besöket är {when}. Ring patienten eller skicka ändå.</source>
            <translation>The message will probably not be read in time. The visit is {when}. Call the patient or send anyway.</translation>
        </message>
        <message>
            <source>Meddelandet saknar bokningens egen del (SCH).</source>
            <translation>The message lacks the booking's own part (SCH).</translation>
        </message>
        <message>
            <source>Meddelandet skickas inte till 1177.</source>
            <translation>The message is not sent to 1177.</translation>
        </message>
        <message>
            <source>Meddelandet säger inte om bokningen är ny, ändrad eller avbokad (MSH-9).</source>
            <translation>The message does not say whether the booking is new, changed or cancelled (MSH-9).</translation>
        </message>
        <message>
            <source>Meddelandet tar bort en del av bokningen ({event}), men kanske inte hela.</source>
            <translation>The message removes a part of the booking ({event}), but perhaps not all of it.</translation>
        </message>
        <message>
            <source>Meddelandet är inte välformad XML.</source>
            <translation>The message is not well-formed XML.</translation>
        </message>
        <message>
            <source>Meddelandet är orimligt långt, så det är inte läst.</source>
            <translation>The message is unreasonably long, so it has not been read.</translation>
        </message>
        <message>
            <source>Medianen av tiden från att filen lästes in till att den sista kallelsen köades. Avbrott däremellan räknas med.</source>
            <translation>The median of the time from the reading of the file until the last appointment letter was queued. Breaks in between are counted.</translation>
        </message>
        <message>
            <source>Mellanslag</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>Mer</source>
            <translation>More</translation>
        </message>
        <message>
            <source>Minst {least} mm: där sätter tryckeriet sina märken.</source>
            <translation>At least {least} mm: that is where the print house puts its marks.</translation>
        </message>
        <message>
            <source>Mobil</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Mottagarens logiska adress</source>
            <translation>The receiver's logical address</translation>
        </message>
        <message>
            <source>Mottagning</source>
            <translation>Clinic</translation>
        </message>
        <message>
            <source>Mottagning för alla</source>
            <translation>Clinic of them all</translation>
        </message>
        <message>
            <source>Mottagning saknas.</source>
            <translation>The clinic is missing.</translation>
        </message>
        <message>
            <source>Mottagningen skickar inte till 1177 ännu. Kallelsen skickas som brev.</source>
            <translation>The clinic does not send to 1177 yet. The appointment letter is sent on paper.</translation>
        </message>
        <message>
            <source>Mottagningen «{name}» finns inte bland enheterna för {care_system}.</source>
            <translation>The clinic “{name}” is not among the units of {care_system}.</translation>
        </message>
        <message>
            <source>Mottagningens HSA-id</source>
            <translation>The clinic's HSA-id</translation>
        </message>
        <message>
            <source>Mottagningens eget kuvert</source>
            <translation>The clinic's own envelope</translation>
        </message>
        <message>
            <source>Mottagningens namn och HSA-id gäller olika mottagningar.</source>
            <translation>The clinic's name and its HSA-id are of different clinics.</translation>
        </message>
        <message>
            <source>Mät kuvertet här nedanför först.</source>
            <translation>Measure the envelope below first.</translation>
        </message>
        <message>
            <source>Mät kuvertet med linjal, i millimeter, med fönstret uppåt så att adressen går att läsa. Programmet räknar ut var adressen ska stå och vad mer som kan synas när arket glider.</source>
            <translation>Measure the envelope with a ruler, in millimetres, with the window up so that the address can be read. The program works out where the address is to stand and what else may show when the sheet slides.</translation>
        </message>
        <message>
            <source>Mät kuvertet och fönstret en gång till</source>
            <translation>Measure the envelope and the window once more</translation>
        </message>
        <message>
            <source>Måste finnas</source>
            <translation>Must be there</translation>
        </message>
        <message>
            <source>Mått</source>
            <translation>Measure</translation>
        </message>
        <message>
            <source>Mått, jämförda med {period}</source>
            <translation>Measures, compared with {period}</translation>
        </message>
        <message>
            <source>Måtten på mottagningens eget kuvert går inte att använda.</source>
            <translation>The measures of the clinic's own envelope cannot be used.</translation>
        </message>
        <message>
            <source>Mörkt</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>Namn</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Namn (efternamn först)</source>
            <translation>Name (family name first)</translation>
        </message>
        <message>
            <source>Namn, adresser och nummer är påhittade.</source>
            <translation>Names, addresses and numbers are made up.</translation>
        </message>
        <message>
            <source>Namnet {flaw}.</source>
            <translation>The name {flaw}.</translation>
        </message>
        <message>
            <source>Nedersta raden är dold</source>
            <translation>The bottom line is hidden</translation>
        </message>
        <message>
            <source>Nedre marginal</source>
            <translation>Bottom margin</translation>
        </message>
        <message>
            <source>Nej</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Nollor i början av personnumret saknas, troligen borttagna av ett kalkylprogram. Det är tolkat som {}.</source>
            <translation>Zeros at the beginning of the personal identity number are missing, probably removed by a spreadsheet program. It has been read as {}.</translation>
        </message>
        <message>
            <source>Nr</source>
            <translation>No.</translation>
        </message>
        <message>
            <source>Ny bokning</source>
            <translation>New booking</translation>
        </message>
        <message>
            <source>Ny bokningsfil från {written}.</source>
            <translation>New booking file from {written}.</translation>
        </message>
        <message>
            <source>Ny bokning…</source>
            <translation>New booking…</translation>
        </message>
        <message>
            <source>Ny tid sedan kallelsen</source>
            <translation>New time since the appointment letter</translation>
        </message>
        <message>
            <source>Nya fel {number}</source>
            <translation>New faults {number}</translation>
        </message>
        <message>
            <source>Nya mallar: {what}. Breven görs om och kontrolleras igen.</source>
            <translation>New templates: {what}. The letters are made anew and checked again.</translation>
        </message>
        <message>
            <source>Nyast</source>
            <translation>Newest</translation>
        </message>
        <message>
            <source>Nyckeln</source>
            <translation>The key</translation>
        </message>
        <message>
            <source>Nytt fel</source>
            <translation>New fault</translation>
        </message>
        <message>
            <source>Nytt utkast</source>
            <translation>New draft</translation>
        </message>
        <message>
            <source>Nytt utkast av mallarna som gäller</source>
            <translation>New draft of the current templates</translation>
        </message>
        <message>
            <source>När</source>
            <translation>When</translation>
        </message>
        <message>
            <source>Nästa</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>Nästa bokning</source>
            <translation>Next booking</translation>
        </message>
        <message>
            <source>Nästa fel</source>
            <translation>Next fault</translation>
        </message>
        <message>
            <source>Nästa problem</source>
            <translation>Next problem</translation>
        </message>
        <message>
            <source>Nästa ruta</source>
            <translation>Next pane</translation>
        </message>
        <message>
            <source>Nästa sida</source>
            <translation>Next page</translation>
        </message>
        <message>
            <source>Nästa ändring</source>
            <translation>Next change</translation>
        </message>
        <message>
            <source>Någon annan har just publicerat en annan version.</source>
            <translation>Somebody else has just published another version.</translation>
        </message>
        <message>
            <source>Någon annan, med egen inloggning på datorn, tittar på jämförelsen och publicerar. Till dess ändras inga brev.</source>
            <translation>Somebody else, with a login of their own on the computer, looks at the comparison and publishes. Until then no letter changes.</translation>
        </message>
        <message>
            <source>Något oväntat hände.</source>
            <translation>Something unexpected happened.</translation>
        </message>
        <message>
            <source>Något utanför riskzonen syns</source>
            <translation>Something outside the risk zone shows</translation>
        </message>
        <message>
            <source>Obekräftade uppgifter: {unconfirmed}.</source>
            <translation>Unconfirmed facts: {unconfirmed}.</translation>
        </message>
        <message>
            <source>Obekräftat: {unconfirmed}.</source>
            <translation>Unconfirmed: {unconfirmed}.</translation>
        </message>
        <message>
            <source>Ok</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>Oklara</source>
            <translation>Unclear</translation>
        </message>
        <message>
            <source>Oklara som en person eller mottagarens svar har avgjort, av alla som har varit oklara.</source>
            <translation>Unclear ones that a person or the receiver's answer has settled, of all that have been unclear.</translation>
        </message>
        <message>
            <source>Oklara som har avgjorts</source>
            <translation>Unclear ones that have been settled</translation>
        </message>
        <message>
            <source>Oklart</source>
            <translation>Unclear</translation>
        </message>
        <message>
            <source>Oklart. {explanation} Kallelsen skickas aldrig om av sig själv.</source>
            <translation>Unclear. {explanation} The appointment letter is never sent again by itself.</translation>
        </message>
        <message>
            <source>Okänd patient</source>
            <translation>Unknown patient</translation>
        </message>
        <message>
            <source>Olika sidantal {number}</source>
            <translation>Different page counts {number}</translation>
        </message>
        <message>
            <source>Oläst</source>
            <translation>Unread</translation>
        </message>
        <message>
            <source>Om Kallelser</source>
            <translation>About Kallelser</translation>
        </message>
        <message>
            <source>Om de finns i filen</source>
            <translation>If they are in the file</translation>
        </message>
        <message>
            <source>Om de får vänta skickas de först när någon har öppnat Kallelser igen och valt Fortsätt skicka.</source>
            <translation>If they wait, they are sent only when somebody has opened Kallelser again and chosen Go on sending.</translation>
        </message>
        <message>
            <source>Ombokad</source>
            <translation>Rebooked</translation>
        </message>
        <message>
            <source>Ombud för (HSA-id)</source>
            <translation>On behalf of (HSA-id)</translation>
        </message>
        <message>
            <source>Orsak</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Ort</source>
            <translation>Town</translation>
        </message>
        <message>
            <source>Ovanlig tid</source>
            <translation>Unusual time</translation>
        </message>
        <message>
            <source>PDF, för utskrift (*.pdf)</source>
            <translation>PDF, for printing (*.pdf)</translation>
        </message>
        <message>
            <source>Packa upp den och öppna bokningsfilen som ligger i den.</source>
            <translation>Unpack it and open the file of bookings in it.</translation>
        </message>
        <message>
            <source>Papper och kuvert</source>
            <translation>Paper and envelope</translation>
        </message>
        <message>
            <source>Patient</source>
            <translation>Patient</translation>
        </message>
        <message>
            <source>Patienten behöver tolk. Kallelsen skickas också som brev.</source>
            <translation>The patient needs an interpreter. The appointment letter is sent on paper too.</translation>
        </message>
        <message>
            <source>Patienten fick en avbokning {moment}, men besöket är bokat igen. Skicka kallelsen, eller hoppa över om patienten redan vet det.</source>
            <translation>The patient got a cancellation on {moment}, but the visit is booked again. Send the appointment letter, or skip if the patient already knows.</translation>
        </message>
        <message>
            <source>Patienten fick en avbokning {moment}.</source>
            <translation>The patient got a cancellation on {moment}.</translation>
        </message>
        <message>
            <source>Patienten fick en kallelse {letter}. Bokningen har nu en annan tid.</source>
            <translation>The patient got an appointment letter on {letter}. The booking now has another time.</translation>
        </message>
        <message>
            <source>Patienten fick en kallelse {moment}.</source>
            <translation>The patient got an appointment letter on {moment}.</translation>
        </message>
        <message>
            <source>Patienten har flera olika nummer av samma slag.</source>
            <translation>The patient has several different numbers of the same kind.</translation>
        </message>
        <message>
            <source>Patienten har ingen avisering påslagen på 1177. Kallelsen skickas också som brev.</source>
            <translation>The patient has no notifications turned on at 1177. The appointment letter is sent on paper too.</translation>
        </message>
        <message>
            <source>Patienten har tackat nej till tiden.</source>
            <translation>The patient has declined the time.</translation>
        </message>
        <message>
            <source>Patienten står på väntelista utan bokad tid.</source>
            <translation>The patient is on a waiting list without a booked time.</translation>
        </message>
        <message>
            <source>Patienten tar inte emot meddelanden på 1177.</source>
            <translation>The patient does not receive messages on 1177.</translation>
        </message>
        <message>
            <source>Patienten uteblev.</source>
            <translation>The patient did not come.</translation>
        </message>
        <message>
            <source>Patienten är 13–17 år</source>
            <translation>The patient is 13–17 years old</translation>
        </message>
        <message>
            <source>Patienten är 13–17 år. Kallelsen skickas också som brev.</source>
            <translation>The patient is 13–17 years old. The appointment letter is sent on paper too.</translation>
        </message>
        <message>
            <source>Patienten är inloggad på 1177 och får avisering.</source>
            <translation>The patient has logged in to 1177 and gets a notification.</translation>
        </message>
        <message>
            <source>Patienten är inte inloggad på 1177. Kallelsen skickas som brev.</source>
            <translation>The patient has not logged in to 1177. The appointment letter is sent on paper.</translation>
        </message>
        <message>
            <source>Patienten är {years} år och loggar in själv på 1177. {reason}</source>
            <translation>The patient is {years} years old and logs in to 1177 without a guardian. {reason}</translation>
        </message>
        <message>
            <source>Patienten är {years} år. Kallelsen går till vårdnadshavare. Kontrollera att adressen är vårdnadshavarens.</source>
            <translation>The patient is {years} years old. The appointment letter goes to a guardian. Check that the address is the guardian's.</translation>
        </message>
        <message>
            <source>Patientens namn saknas.</source>
            <translation>The patient's name is missing.</translation>
        </message>
        <message>
            <source>Patientens personnummer</source>
            <translation>The patient’s personal identity number</translation>
        </message>
        <message>
            <source>Patientens uppgifter finns inte i filen, så det går inte att se om patienten har skyddade uppgifter.</source>
            <translation>The patient's details are not in the file, so it is not possible to tell whether the patient has a protected identity.</translation>
        </message>
        <message>
            <source>Patienter att ringa</source>
            <translation>Patients to call</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>Period</translation>
        </message>
        <message>
            <source>Perioden före</source>
            <translation>The period before</translation>
        </message>
        <message>
            <source>Personen har skyddade personuppgifter, så kallelsen skickas inte härifrån.</source>
            <translation>The person has a protected identity, so the appointment letter is not sent from here.</translation>
        </message>
        <message>
            <source>Personen har skyddade personuppgifter.</source>
            <translation>The person has a protected identity.</translation>
        </message>
        <message>
            <source>Personen har skyddade personuppgifter. Kallelsen skickas inte härifrån.</source>
            <translation>The person has a protected identity. The appointment letter is not sent from here.</translation>
        </message>
        <message>
            <source>Personen syns igen i listor och i historiken och kan kallas härifrån, så kontrollera först att skyddet har upphört. Skälet sparas i loggen: nämn ingen i det.</source>
            <translation>The person is shown again in lists and in the history and can be called from here, so first check that the protection has ended. The reason is kept in the log: name nobody in it.</translation>
        </message>
        <message>
            <source>Personen är avliden enligt bokningen. Ingen kallelse skickas. Avboka tiden i vårdsystemet.</source>
            <translation>By the booking the person is deceased. No appointment letter is sent. Cancel the time in the care system.</translation>
        </message>
        <message>
            <source>Personen är inte märkt som skyddad i historiken.</source>
            <translation>The person is not marked as protected in the history.</translation>
        </message>
        <message>
            <source>Personnummer</source>
            <translation>Personal identity number</translation>
        </message>
        <message>
            <source>Personnummer saknas.</source>
            <translation>The personal identity number is missing.</translation>
        </message>
        <message>
            <source>Personnumret går inte att tolka som personnummer, samordnings- eller reservnummer.</source>
            <translation>The number cannot be understood as a personal identity number, coordination number or temporary number.</translation>
        </message>
        <message>
            <source>Personnumret går inte att tolka, så kallelsen skickas inte härifrån.</source>
            <translation>The personal identity number cannot be understood, so the appointment letter is not sent from here.</translation>
        </message>
        <message>
            <source>Personnumret går inte att tolka.</source>
            <translation>The personal identity number cannot be understood.</translation>
        </message>
        <message>
            <source>Personnumret har ett plustecken, men patienten är inte hundra år. Kontrollera det.</source>
            <translation>The personal identity number has a plus sign, but the patient is not a hundred years old. Check it.</translation>
        </message>
        <message>
            <source>Personnumret har för få siffror, för ett kalkylprogram har tagit bort nollor i början. Spara kolumnen som text.</source>
            <translation>The personal identity number has too few digits, since a spreadsheet program has removed zeros at the beginning. Save the column as text.</translation>
        </message>
        <message>
            <source>Personnumret stämmer inte: en eller flera siffror är fel.</source>
            <translation>The personal identity number is not right: one or more digits are wrong.</translation>
        </message>
        <message>
            <source>Personnumrets siffror är borta, för ett kalkylprogram har gjort det till ett tal. Spara kolumnen som text.</source>
            <translation>The digits of the personal identity number are gone, since a spreadsheet program has made it a number. Save the column as text.</translation>
        </message>
        <message>
            <source>Personuppgifterna är dolda. Tryck Ctrl+Skift+H för att visa dem.</source>
            <translation>Personal data is hidden. Press Ctrl+Shift+H to show it.</translation>
        </message>
        <message>
            <source>Plats</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>Plattformen lämnar meddelandet två gånger</source>
            <translation>The platform delivers the message twice</translation>
        </message>
        <message>
            <source>Plattformen nekar behörighet (VP007)</source>
            <translation>The platform refuses permission (VP007)</translation>
        </message>
        <message>
            <source>Plågoprov</source>
            <translation>Stress test</translation>
        </message>
        <message>
            <source>Plågoprov: {name}</source>
            <translation>Stress test: {name}</translation>
        </message>
        <message>
            <source>Posten är skadad, så den går inte att tolka.</source>
            <translation>The entry is damaged, so it cannot be understood.</translation>
        </message>
        <message>
            <source>Postnummer</source>
            <translation>Postal code</translation>
        </message>
        <message>
            <source>Postnumret «{text}» har inte fem siffror.</source>
            <translation>The postal code “{text}” does not have five digits.</translation>
        </message>
        <message>
            <source>Postort</source>
            <translation>Town</translation>
        </message>
        <message>
            <source>Produktionszon</source>
            <translation>Production zone</translation>
        </message>
        <message>
            <source>Programmet får inte skriva i mappen.</source>
            <translation>The program may not write to the folder.</translation>
        </message>
        <message>
            <source>Programmet kan inte spara i sin mapp.</source>
            <translation>The program cannot save in its folder.</translation>
        </message>
        <message>
            <source>Programmet kunde inte starta. Stäng det, rätta felet och starta igen.</source>
            <translation>The program could not start. Close it, correct the fault and start it again.</translation>
        </message>
        <message>
            <source>Programmet kör i testläge: inget meddelande lämnar datorn. Här förbereds anslutningen till 1177. Uppgifterna kommer från regionens beställning av 1177 inkorg.</source>
            <translation>The program runs in test mode: no message leaves the computer. Here the connection to 1177 is prepared. The details come from the region's order of 1177 inkorg.</translation>
        </message>
        <message>
            <source>Programmet stängdes mitt i ett utskick. {unclear}, {waiting} väntar. Inget skickas om av sig självt.</source>
            <translation>The program was closed in the middle of a mailing. {unclear}, {waiting} waiting. Nothing is sent again by itself.</translation>
        </message>
        <message>
            <source>Programmet stängdes mitt i sändningen.</source>
            <translation>The program was closed in the middle of sending.</translation>
        </message>
        <message>
            <source>Programmet stängs efter den kallelse som skickas nu…</source>
            <translation>The program closes after the appointment letter that is being sent now…</translation>
        </message>
        <message>
            <source>Programmet är redan öppet.</source>
            <translation>The program is already open.</translation>
        </message>
        <message>
            <source>Programmets certifikat godtas inte av 1177.</source>
            <translation>1177 does not accept the program's certificate.</translation>
        </message>
        <message>
            <source>Programmets data ligger i en mapp som synkas till nätet, och där kan historiken gå sönder.</source>
            <translation>The program's data lie in a folder that is synced to the network, and there the history can break.</translation>
        </message>
        <message>
            <source>Programmets data ligger på nätverket, och där kan historiken gå sönder.</source>
            <translation>The program's data lie on the network, and there the history can break.</translation>
        </message>
        <message>
            <source>Programmets egen mapp</source>
            <translation>The program's own folder</translation>
        </message>
        <message>
            <source>Programmets eget val: ett obesvarat läge får inte bli en utebliven kallelse.</source>
            <translation>The program's own choice: an unanswered question must not become a missing letter.</translation>
        </message>
        <message>
            <source>Programmets eget val: ingen regel hittad som tillåter digital kallelse. Post går via Skatteverkets förmedling.</source>
            <translation>The program's own choice: no rule has been found that allows a digital letter. Post goes by way of Skatteverket.</translation>
        </message>
        <message>
            <source>Programmets eget val: utan säkert nummer går det inte att veta vem kallelsen gäller.</source>
            <translation>The program's own choice: without a certain number it is not possible to know whom the letter is for.</translation>
        </message>
        <message>
            <source>Programmets egna data ligger i {data_folder}.</source>
            <translation>The program's own data is in {data_folder}.</translation>
        </message>
        <message>
            <source>Programmets språk</source>
            <translation>Language of the program</translation>
        </message>
        <message>
            <source>Protokollet nämner ingen patient. Kallelsernas id ligger som bilaga.</source>
            <translation>The record names no patient. The ids of the appointment letters are attached.</translation>
        </message>
        <message>
            <source>Protokollet är sparat. Det nämner ingen patient.</source>
            <translation>The record has been saved. It names no patient.</translation>
        </message>
        <message>
            <source>Provark</source>
            <translation>Proof sheet</translation>
        </message>
        <message>
            <source>Provark för kuvertet</source>
            <translation>Proof sheet for the envelope</translation>
        </message>
        <message>
            <source>Provark med adresszon, riskzon, vikning och millimeterskalor.</source>
            <translation>Proof sheet with address zone, risk zone, fold and millimetre scales.</translation>
        </message>
        <message>
            <source>Provarket går inte att göra.</source>
            <translation>The test sheet cannot be made.</translation>
        </message>
        <message>
            <source>Provarket är inte sparat.</source>
            <translation>The test sheet has not been saved.</translation>
        </message>
        <message>
            <source>Publicera</source>
            <translation>Publish</translation>
        </message>
        <message>
            <source>Publicera mallarna</source>
            <translation>Publish the templates</translation>
        </message>
        <message>
            <source>Publicera mallarna?</source>
            <translation>Publish the templates?</translation>
        </message>
        <message>
            <source>Publicerade</source>
            <translation>Published</translation>
        </message>
        <message>
            <source>Publicerade mallar</source>
            <translation>Published templates</translation>
        </message>
        <message>
            <source>Publicera…</source>
            <translation>Publish…</translation>
        </message>
        <message>
            <source>Påhittad bokning</source>
            <translation>Made-up booking</translation>
        </message>
        <message>
            <source>Påhittade bokningar av alla brevtyper</source>
            <translation>Made-up bookings of all letter types</translation>
        </message>
        <message>
            <source>RJL, Digitala kallelser – regionalt införandeprojekt 2021–2025: i steg 1 skickas även pappersbrev.</source>
            <translation>RJL, Digitala kallelser – regionalt införandeprojekt 2021–2025: in step 1 paper letters are sent too.</translation>
        </message>
        <message>
            <source>RJL, Digitala kallelser – regionalt införandeprojekt 2021–2025: system och enheter ansluts stegvis.</source>
            <translation>RJL, Digitala kallelser – regionalt införandeprojekt 2021–2025: systems and units join step by step.</translation>
        </message>
        <message>
            <source>RJL, Frågor och svar om digitala kallelser: alltid brev också när aviseringar inte är påslagna.</source>
            <translation>RJL, Frågor och svar om digitala kallelser: always a paper letter too when notifications are not turned on.</translation>
        </message>
        <message>
            <source>RJL, Frågor och svar om digitala kallelser: samordningsnummer och reservnummer får ingen digital kallelse.</source>
            <translation>RJL, Frågor och svar om digitala kallelser: coordination numbers and temporary numbers get no digital letter.</translation>
        </message>
        <message>
            <source>RJL, Frågor och svar om digitala kallelser: överväg brev också för den som är 13–18 år.</source>
            <translation>RJL, Frågor och svar om digitala kallelser: consider a paper letter too for those aged 13–18.</translation>
        </message>
        <message>
            <source>RJL, Frågor och svar om digitala kallelser: överväg brev också vid behov av tolk.</source>
            <translation>RJL, Frågor och svar om digitala kallelser: consider a paper letter too where an interpreter is needed.</translation>
        </message>
        <message>
            <source>RJL, riktlinje Digitala kallelser: ersätt papper så långt det är möjligt.</source>
            <translation>RJL, riktlinje Digitala kallelser: replace paper as far as possible.</translation>
        </message>
        <message>
            <source>Rad</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>Rad {number}</source>
            <translation>Line {number}</translation>
        </message>
        <message>
            <source>Rad {number} i filen går inte att tolka.</source>
            <translation>Row {number} of the file cannot be understood.</translation>
        </message>
        <message>
            <source>Rad {number} i filen har dagar som en annan rad också har.</source>
            <translation>Row {number} of the file has days that another row has too.</translation>
        </message>
        <message>
            <source>Rad {row_no} i filen går inte att läsa. Oftast saknar ett citattecken (") sitt par.</source>
            <translation>Row {row_no} of the file cannot be read. Most often a quotation mark (") lacks its pair.</translation>
        </message>
        <message>
            <source>Rad {row}</source>
            <translation>Row {row}</translation>
        </message>
        <message>
            <source>Raden blir som den var.</source>
            <translation>The row stays as it was.</translation>
        </message>
        <message>
            <source>Raden har fler celler än filen har kolumner, så uppgifterna kan ha hamnat fel.</source>
            <translation>The row has more cells than the file has columns, so the values may have ended up in the wrong place.</translation>
        </message>
        <message>
            <source>Raden har två starttider som inte är samma.</source>
            <translation>The row has two start times that are not the same.</translation>
        </message>
        <message>
            <source>Raden slutar för tidigt, så det går inte att se om patienten har skyddade uppgifter.</source>
            <translation>The row ends too early, so it is not possible to tell whether the patient has a protected identity.</translation>
        </message>
        <message>
            <source>Rader som står likadant i en tidigare fil är med en gång: {number}.</source>
            <translation>Rows that stand alike in an earlier file are included once: {number}.</translation>
        </message>
        <message>
            <source>Rapporten är sparad. Den innehåller personuppgifter.</source>
            <translation>The report is saved. It contains personal data.</translation>
        </message>
        <message>
            <source>Rapporten är sparad. {names_nobody}</source>
            <translation>The report has been saved. {names_nobody}</translation>
        </message>
        <message>
            <source>Redan kallad {moment}</source>
            <translation>Already sent {moment}</translation>
        </message>
        <message>
            <source>Redan kallelse i vårdsystemet: rad {rows}. Kontrollera att patienten inte redan har fått den därifrån.</source>
            <translation>Already an appointment letter in the care system: row {rows}. Check that the patient has not already got it from there.</translation>
        </message>
        <message>
            <source>Redigera</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>Regel</source>
            <translation>Rule</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Region</translation>
        </message>
        <message>
            <source>Region och kanalregler</source>
            <translation>Region and channel rules</translation>
        </message>
        <message>
            <source>Regionens regelfil {file} går inte att använda.</source>
            <translation>The region's file of rules {file} cannot be used.</translation>
        </message>
        <message>
            <source>Regionens uppgifter sparades inte med kallelsen, så dagens användes.</source>
            <translation>The region’s facts were not kept with the appointment letter, so today’s were used.</translation>
        </message>
        <message>
            <source>Regler och beslut</source>
            <translation>Rules and decisions</translation>
        </message>
        <message>
            <source>Reglerna är antagna och vilar inte på något beslut, så de kan bara förhandsgranskas. Mottagningens egna regler skrivs i filen gallring.toml i programmets mapp.</source>
            <translation>The rules are assumed and rest on no decision, so they can only be previewed. The clinic’s own rules are written in the file gallring.toml in the program’s folder.</translation>
        </message>
        <message>
            <source>Remitterande enhet</source>
            <translation>Referring unit</translation>
        </message>
        <message>
            <source>Rensa sökningen</source>
            <translation>Clear the search</translation>
        </message>
        <message>
            <source>Resultatfil</source>
            <translation>Result file</translation>
        </message>
        <message>
            <source>Resultatfilen med {bookings} är sparad. {private}</source>
            <translation>The result file with {bookings} has been saved. {private}</translation>
        </message>
        <message>
            <source>Returer i besöksutfallet, av breven som skickades i samma perioder. Visas som besöksutfallet bara för alla mottagningar och brevtyper.</source>
            <translation>Returns in the visit outcomes, of the paper letters that were sent in the same periods. Like the outcomes they are only shown for all clinics and letter types.</translation>
        </message>
        <message>
            <source>Returer per 100 brev</source>
            <translation>Returns per 100 paper letters</translation>
        </message>
        <message>
            <source>Ring patienten</source>
            <translation>Call the patient</translation>
        </message>
        <message>
            <source>Ring patienten eller skriv ett brev utanför programmet.</source>
            <translation>Call the patient or write a letter outside the program.</translation>
        </message>
        <message>
            <source>Ring patienten eller skriv ett brev, och meddela den som ansvarar för mallen.</source>
            <translation>Call the patient or write a letter, and tell whoever is responsible for the template.</translation>
        </message>
        <message>
            <source>Ring patienten. Besöket är {visit}.</source>
            <translation>Call the patient. The visit is on {visit}.</translation>
        </message>
        <message>
            <source>Ringlistan med {bookings} är sparad. {private}</source>
            <translation>The call list with {bookings} has been saved. {private}</translation>
        </message>
        <message>
            <source>Ringt, när och av vem</source>
            <translation>Called, when and by whom</translation>
        </message>
        <message>
            <source>Riskzon</source>
            <translation>Risk zone</translation>
        </message>
        <message>
            <source>Riskzon: kan synas i fönstret. Bara adressen får stå här.</source>
            <translation>Risk zone: may show in the window. Only the address may stand here.</translation>
        </message>
        <message>
            <source>Roller och regler ändras i sina filer. En ändring används i skarpt läge först när den som gjort den har lämnat den för godkännande och någon annan har godkänt den med sitt eget konto.</source>
            <translation>Roles and rules are changed in their files. A change is used in live mode only when whoever made it has submitted it for approval and somebody else has approved it with their own account.</translation>
        </message>
        <message>
            <source>Rubrikerna har ändrats sedan layouten {layout} sparades ({told}). Kontrollera de första raderna.</source>
            <translation>The headers have changed since the layout {layout} was saved ({told}). Check the first rows.</translation>
        </message>
        <message>
            <source>Rubrikerna har ändrats sedan layouten {layout} sparades: {columns} finns två gånger.</source>
            <translation>The headers have changed since the layout {layout} was saved: {columns} is there twice.</translation>
        </message>
        <message>
            <source>Rubrikerna har ändrats sedan layouten {layout} sparades: {columns} saknas.</source>
            <translation>The headers have changed since the layout {layout} was saved: {columns} missing.</translation>
        </message>
        <message>
            <source>Rubrikerna passar på båda. Meddela den som ansvarar för programmets inställningar.</source>
            <translation>The headers fit both. Tell whoever is responsible for the program's settings.</translation>
        </message>
        <message>
            <source>Rubrikerna står på rad {row_no}. Det som står ovanför är inte läst.</source>
            <translation>The headers are on row {row_no}. What stands above has not been read.</translation>
        </message>
        <message>
            <source>Rundturen avbröts: {failure}</source>
            <translation>The guided tour was cut off: {failure}</translation>
        </message>
        <message>
            <source>Rundturen är klar. Bilder och brev finns i {folder}.</source>
            <translation>The guided tour is done. Pictures and letters are in {folder}.</translation>
        </message>
        <message>
            <source>Rutan rymmer {room} av {wanted} pixlar, så raderna blir kortare.</source>
            <translation>The pane has room for {room} of {wanted} pixels, so the lines become shorter.</translation>
        </message>
        <message>
            <source>Rutan under listan (F4 dit)</source>
            <translation>The box below the list (F4 to go there)</translation>
        </message>
        <message>
            <source>Räkna bunten</source>
            <translation>Count the stack</translation>
        </message>
        <message>
            <source>Räkna bunten: {letters} brev, {sheets} ark</source>
            <translation>Count the stack: {letters} letters, {sheets} sheets</translation>
        </message>
        <message>
            <source>Räkna senare</source>
            <translation>Count later</translation>
        </message>
        <message>
            <source>Räknad bunt: {letters} brev, {sheets} ark</source>
            <translation>Counted stack: {letters} letters, {sheets} sheets</translation>
        </message>
        <message>
            <source>Räknar…</source>
            <translation>Counting…</translation>
        </message>
        <message>
            <source>Räknat den</source>
            <translation>Counted on</translation>
        </message>
        <message>
            <source>Rätta</source>
            <translation>Mend</translation>
        </message>
        <message>
            <source>Rätta filen först.</source>
            <translation>Correct the file first.</translation>
        </message>
        <message>
            <source>Rätta filen, eller ta bort den och mät kuvertet igen under Inställningar.</source>
            <translation>Correct the file, or remove it and measure the envelope again under Settings.</translation>
        </message>
        <message>
            <source>Rätta filen, eller ta bort den så börjar programmet om med grundinställningar.</source>
            <translation>Correct the file, or remove it and the program begins again with default settings.</translation>
        </message>
        <message>
            <source>Rätta filen. Tills dess gallras ingenting.</source>
            <translation>Correct the file. Until then nothing is purged.</translation>
        </message>
        <message>
            <source>Rätta kuvertets mått först.</source>
            <translation>Correct the measures of the envelope first.</translation>
        </message>
        <message>
            <source>Rätta namnet eller ta bort uppgiften.</source>
            <translation>Correct the name or remove the fact.</translation>
        </message>
        <message>
            <source>Rätta raden i filen, eller ta ut filen igen ur vårdsystemet.</source>
            <translation>Correct the row in the file, or export the file from the care system again.</translation>
        </message>
        <message>
            <source>Rätta talen ovanför först.</source>
            <translation>Correct the numbers above first.</translation>
        </message>
        <message>
            <source>Rätta uppgiften i vårdsystemet, ta ut filen igen och tryck F5.</source>
            <translation>Correct it in the care system, export the file again and press F5.</translation>
        </message>
        <message>
            <source>Rätta uppgifter</source>
            <translation>Correct details</translation>
        </message>
        <message>
            <source>Rätta uppgifter på rad {row}</source>
            <translation>Correct details on row {row}</translation>
        </message>
        <message>
            <source>Rätta uppgifter…</source>
            <translation>Correct details…</translation>
        </message>
        <message>
            <source>Rättelsen gäller kallelsen härifrån. Rätta också i vårdsystemet.</source>
            <translation>The correction holds for the appointment letter from here. Correct it in the care system too.</translation>
        </message>
        <message>
            <source>Rött står bara före, blått bara efter.</source>
            <translation>Red stands only before, blue only after.</translation>
        </message>
        <message>
            <source>Samma beslut för alla av samma slag</source>
            <translation>The same decision for all of the same kind</translation>
        </message>
        <message>
            <source>Samma boknings-id står på rad {rows}. Välj vilken bokning som gäller.</source>
            <translation>The same booking ID is on row {rows}. Choose which booking holds.</translation>
        </message>
        <message>
            <source>Samma brev-id</source>
            <translation>Same letter ID</translation>
        </message>
        <message>
            <source>Samma patient har en annan tid samma dag på rad {rows}. Välj vilken som gäller, eller behåll båda.</source>
            <translation>The same patient has another time on the same day on row {rows}. Choose which one holds, or keep both.</translation>
        </message>
        <message>
            <source>Samma patient har samma tid på rad {rows}. Välj vilken som gäller.</source>
            <translation>The same patient has the same time on row {rows}. Choose which one holds.</translation>
        </message>
        <message>
            <source>Samma patient två gånger</source>
            <translation>The same patient twice</translation>
        </message>
        <message>
            <source>Samma personnummer har ett annat namn på en annan rad i filen. Kontrollera vem bokningen gäller.</source>
            <translation>The same personal identity number has another name on another row of the file. Check whom the booking is for.</translation>
        </message>
        <message>
            <source>Samordnings- eller reservnummer</source>
            <translation>Coordination number or temporary number</translation>
        </message>
        <message>
            <source>Se rutan under listan (F4)</source>
            <translation>See the pane under the list (F4)</translation>
        </message>
        <message>
            <source>Senast ändrad {changed_at}.</source>
            <translation>Last changed {changed_at}.</translation>
        </message>
        <message>
            <source>Senast öppnade</source>
            <translation>Recently opened</translation>
        </message>
        <message>
            <source>Senaste kopian är från {when}. Den är läst och kontrollerad. {number} sparas.</source>
            <translation>The latest copy is from {when}. It has been read and checked. {number} are kept.</translation>
        </message>
        <message>
            <source>Sida</source>
            <translation>Page</translation>
        </message>
        <message>
            <source>Sida {page} av {number}</source>
            <translation>Page {page} of {number}</translation>
        </message>
        <message>
            <source>Sida {page} av {pages}</source>
            <translation>Page {page} of {pages}</translation>
        </message>
        <message>
            <source>Sida {page} finns bara i den ena versionen.</source>
            <translation>Page {page} is in one of the versions only.</translation>
        </message>
        <message>
            <source>Sista besök</source>
            <translation>Last visit</translation>
        </message>
        <message>
            <source>Skaka kuvertet</source>
            <translation>Shake the envelope</translation>
        </message>
        <message>
            <source>Skarpt läge</source>
            <translation>Live mode</translation>
        </message>
        <message>
            <source>Skarpt läge kan inte slås på. Det här saknas:</source>
            <translation>Live mode cannot be turned on. This is missing:</translation>
        </message>
        <message>
            <source>Skarpt läge kan inte startas. Inget har skickats.</source>
            <translation>Live mode cannot be started. Nothing has been sent.</translation>
        </message>
        <message>
            <source>Skicka avbokning</source>
            <translation>Send cancellation</translation>
        </message>
        <message>
            <source>Skicka brev också…</source>
            <translation>Send a paper letter too…</translation>
        </message>
        <message>
            <source>Skicka det i ett utskick för sig.</source>
            <translation>Send it in a mailing of its own.</translation>
        </message>
        <message>
            <source>Skicka det inte igen förrän 1177:s support har svarat.</source>
            <translation>Do not send it again before 1177's support has answered.</translation>
        </message>
        <message>
            <source>Skicka det på nytt som brev från Historik.</source>
            <translation>Send it again as a letter on paper from History.</translation>
        </message>
        <message>
            <source>Skicka igen</source>
            <translation>Send again</translation>
        </message>
        <message>
            <source>Skicka igen som brev…</source>
            <translation>Send again on paper…</translation>
        </message>
        <message>
            <source>Skicka igen till 1177?</source>
            <translation>Send again to 1177?</translation>
        </message>
        <message>
            <source>Skicka igen till 1177…</source>
            <translation>Send again to 1177…</translation>
        </message>
        <message>
            <source>Skicka igen ändå…</source>
            <translation>Send again anyway…</translation>
        </message>
        <message>
            <source>Skicka igen…</source>
            <translation>Send again…</translation>
        </message>
        <message>
            <source>Skicka kallelsen</source>
            <translation>Send the appointment letter</translation>
        </message>
        <message>
            <source>Skicka kallelser</source>
            <translation>Send appointment letters</translation>
        </message>
        <message>
            <source>Skicka klara kallelser…</source>
            <translation>Send ready letters…</translation>
        </message>
        <message>
            <source>Skicka nu</source>
            <translation>Send now</translation>
        </message>
        <message>
            <source>Skicka nu och stäng</source>
            <translation>Send now and close</translation>
        </message>
        <message>
            <source>Skicka ombokning</source>
            <translation>Send rebooking</translation>
        </message>
        <message>
            <source>Skicka på nytt</source>
            <translation>Send again</translation>
        </message>
        <message>
            <source>Skicka som brev?</source>
            <translation>Send on paper?</translation>
        </message>
        <message>
            <source>Skicka {letters}</source>
            <translation>Send {letters}</translation>
        </message>
        <message>
            <source>Skicka {letters}?</source>
            <translation>Send {letters}?</translation>
        </message>
        <message>
            <source>Skicka {ready}…</source>
            <translation>Send {ready}…</translation>
        </message>
        <message>
            <source>Skicka ändå</source>
            <translation>Send anyway</translation>
        </message>
        <message>
            <source>Skicka ändå: allt som väntar skickas som det är.</source>
            <translation>Send anyway: all that is waiting is sent as it is.</translation>
        </message>
        <message>
            <source>Skickad</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Skickad på nytt</source>
            <translation>Sent again</translation>
        </message>
        <message>
            <source>Skickad {day} ({version})</source>
            <translation>Sent {day} ({version})</translation>
        </message>
        <message>
            <source>Skickad.</source>
            <translation>Sent.</translation>
        </message>
        <message>
            <source>Skickade</source>
            <translation>Sent</translation>
        </message>
        <message>
            <source>Skickade de senaste {days} dagarna</source>
            <translation>Sent in the last {days} days</translation>
        </message>
        <message>
            <source>Skickade kallelsen</source>
            <translation>Sent the appointment letter</translation>
        </message>
        <message>
            <source>Skickade kallelser</source>
            <translation>Sent appointment letters</translation>
        </message>
        <message>
            <source>Skickade som brev</source>
            <translation>Sent on paper</translation>
        </message>
        <message>
            <source>Skickade till 1177</source>
            <translation>Sent to 1177</translation>
        </message>
        <message>
            <source>Skickar</source>
            <translation>Sending</translation>
        </message>
        <message>
            <source>Skickar {} av {} brev och meddelanden</source>
            <translation>Sending {} of {} letters and messages</translation>
        </message>
        <message>
            <source>Skickas</source>
            <translation>Being sent</translation>
        </message>
        <message>
            <source>Skickas i stället för en kallelse som inte togs emot.</source>
            <translation>Sent in place of an appointment letter that was not accepted.</translation>
        </message>
        <message>
            <source>Skickas igen</source>
            <translation>To be sent again</translation>
        </message>
        <message>
            <source>Skickas inte härifrån.</source>
            <translation>Not sent from here.</translation>
        </message>
        <message>
            <source>Skickas på nytt, eftersom det är oklart om den förra kallelsen kom fram.</source>
            <translation>Sent again, since it is unclear whether the last appointment letter arrived.</translation>
        </message>
        <message>
            <source>Skickas på nytt: {why}</source>
            <translation>Sent again: {why}</translation>
        </message>
        <message>
            <source>Skickas som brev.</source>
            <translation>Sent on paper.</translation>
        </message>
        <message>
            <source>Skickas till 1177 och som brev.</source>
            <translation>Sent to 1177 and on paper.</translation>
        </message>
        <message>
            <source>Skickas till 1177.</source>
            <translation>Sent to 1177.</translation>
        </message>
        <message>
            <source>Skicka…</source>
            <translation>Send…</translation>
        </message>
        <message>
            <source>Skift</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>Skift+Mellanslag</source>
            <translation>Shift+Space</translation>
        </message>
        <message>
            <source>Skift+bokstaven</source>
            <translation>Shift+the letter</translation>
        </message>
        <message>
            <source>Skift+klick: gör likadant med {alike} till</source>
            <translation>Shift+click: do the same with {alike} more</translation>
        </message>
        <message>
            <source>Skiljer sig: {differences}.</source>
            <translation>Differ: {differences}.</translation>
        </message>
        <message>
            <source>Skillnaden kan bero på slumpen.</source>
            <translation>The difference may be due to chance.</translation>
        </message>
        <message>
            <source>Skrev under ett stickprov</source>
            <translation>Signed a sample</translation>
        </message>
        <message>
            <source>Skrev ut</source>
            <translation>Printed</translation>
        </message>
        <message>
            <source>Skriv **fet text** eller vanlig text.</source>
            <translation>Write **bold text** or ordinary text.</translation>
        </message>
        <message>
            <source>Skriv ::: och information, observera eller mer, och sedan rubriken i vanlig text.</source>
            <translation>Write ::: and information, observera or mer, and then the heading in ordinary text.</translation>
        </message>
        <message>
            <source>Skriv adress</source>
            <translation>Write address</translation>
        </message>
        <message>
            <source>Skriv brev i stället…</source>
            <translation>Write a paper letter instead…</translation>
        </message>
        <message>
            <source>Skriv datum som 2026-01-31 och antal som hela tal. Uteblivna och avbokade kan inte vara fler än de kallade.</source>
            <translation>Write dates as 2026-01-31 and numbers as whole numbers. Those missed and cancelled cannot be more than those called.</translation>
        </message>
        <message>
            <source>Skriv de sista fyra tecknen från papperet</source>
            <translation>Write the last four characters from the paper</translation>
        </message>
        <message>
            <source>Skriv den med ## först, och inte i en ruta.</source>
            <translation>Write it with ## first, and not inside a box.</translation>
        </message>
        <message>
            <source>Skriv det med tolv siffror.</source>
            <translation>Write it with twelve digits.</translation>
        </message>
        <message>
            <source>Skriv det under [languages.…], eller ta bort filen.</source>
            <translation>Write it under [languages.…], or remove the file.</translation>
        </message>
        <message>
            <source>Skriv en länktext och en adress.</source>
            <translation>Write a link text and an address.</translation>
        </message>
        <message>
            <source>Skriv en rad med kolon per uppgift.</source>
            <translation>Write one line with a colon per fact.</translation>
        </message>
        <message>
            <source>Skriv en text efter bindestrecket.</source>
            <translation>Write a text after the hyphen.</translation>
        </message>
        <message>
            <source>Skriv ett ord, och på nästa rad kolon och värde.</source>
            <translation>Write a word, and on the next line a colon and its value.</translation>
        </message>
        <message>
            <source>Skriv ett tal i millimeter, till exempel 44 eller 13,5.</source>
            <translation>Write a number in millimetres, for example 44 or 13,5.</translation>
        </message>
        <message>
            <source>Skriv först hur du vet det, till exempel ”ringde patienten”</source>
            <translation>First write how you know, for example “called the patient”</translation>
        </message>
        <message>
            <source>Skriv först varför, till exempel ”patienten har tappat den”</source>
            <translation>First write why, for example “the patient has lost it”</translation>
        </message>
        <message>
            <source>Skriv gata, postnummer och ort. Postnummer behövs inte utanför Sverige.</source>
            <translation>Write street, postal code and town. No postal code is needed outside Sweden.</translation>
        </message>
        <message>
            <source>Skriv hela minuter, från 0 till 120.</source>
            <translation>Write whole minutes, from 0 to 120.</translation>
        </message>
        <message>
            <source>Skriv med några ord hur du vet det.</source>
            <translation>Write in a few words how you know.</translation>
        </message>
        <message>
            <source>Skriv rubriken med ## på första raden.</source>
            <translation>Write the heading with ## on the first line.</translation>
        </message>
        <message>
            <source>Skriv texten utan taggar.</source>
            <translation>Write the text without tags.</translation>
        </message>
        <message>
            <source>Skriv under stickprovet</source>
            <translation>Sign the sample</translation>
        </message>
        <message>
            <source>Skriv uppgiften igen.</source>
            <translation>Write it again.</translation>
        </message>
        <message>
            <source>Skriv ut</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>Skriv ut arket i verklig storlek (100 %), vik det och lägg det i kuvertet. På arket står hur man provar och vilka tal man ändrar.</source>
            <translation>Print the sheet in true size (100 %), fold it and put it in the envelope. The sheet says how to try it and which numbers to change.</translation>
        </message>
        <message>
            <source>Skriv ut i verklig storlek, 100 %.</source>
            <translation>Print in true size, 100 %.</translation>
        </message>
        <message>
            <source>Skriv ut provark av måtten…</source>
            <translation>Print a proof sheet of the measures…</translation>
        </message>
        <message>
            <source>Skriv ut provark…</source>
            <translation>Print proof sheet…</translation>
        </message>
        <message>
            <source>Skriv utan mellanslag och utan å, ä och ö.</source>
            <translation>Write without spaces and without å, ä and ö.</translation>
        </message>
        <message>
            <source>Skriv ut…</source>
            <translation>Print…</translation>
        </message>
        <message>
            <source>Skriv vad som är ändrat och varför.</source>
            <translation>Write what has been changed and why.</translation>
        </message>
        <message>
            <source>Skriv varför du behöver öppna kallelsen. Skälet sparas i loggen.</source>
            <translation>Write why you need to open the appointment letter. The reason is kept in the log.</translation>
        </message>
        <message>
            <source>Skriv återställningsnyckeln, eller logga in som den som brukar.</source>
            <translation>Write the recovery key, or log in as the person who usually does.</translation>
        </message>
        <message>
            <source>Skrivare</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>Skrivare: {printer}</source>
            <translation>Printer: {printer}</translation>
        </message>
        <message>
            <source>Skrivaren går inte att nå, så inget skrivs ut.</source>
            <translation>The printer cannot be reached, so nothing is printed.</translation>
        </message>
        <message>
            <source>Skrivarens skalning, inte programmets tal</source>
            <translation>The printer's scaling, not the program's numbers</translation>
        </message>
        <message>
            <source>Skriven för hand</source>
            <translation>Written by hand</translation>
        </message>
        <message>
            <source>Skrivs ut här</source>
            <translation>Printed here</translation>
        </message>
        <message>
            <source>Skyddade personuppgifter</source>
            <translation>Protected identity</translation>
        </message>
        <message>
            <source>Skyddade personuppgifter. Ingen förhandsvisning visas.</source>
            <translation>Protected identity. No preview is shown.</translation>
        </message>
        <message>
            <source>Skyddade uppgifter</source>
            <translation>Protected identity</translation>
        </message>
        <message>
            <source>Skäl</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>Skäl att öppna kallelsen</source>
            <translation>Reason to open the appointment letter</translation>
        </message>
        <message>
            <source>Skäl, utan namn och personnummer</source>
            <translation>Reason, without names or personal identity numbers</translation>
        </message>
        <message>
            <source>Skäl: {why}. {told}</source>
            <translation>Reason: {why}. {told}</translation>
        </message>
        <message>
            <source>Skälet saknas.</source>
            <translation>The reason is missing.</translation>
        </message>
        <message>
            <source>Släng det osparade</source>
            <translation>Discard what is unsaved</translation>
        </message>
        <message>
            <source>Som datorn</source>
            <translation>As the computer</translation>
        </message>
        <message>
            <source>Somliga läser inom ett dygn, efter personnumrets siffror</source>
            <translation>Some read within a day, by the digits of the personal identity number</translation>
        </message>
        <message>
            <source>Spara</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>Spara adressen</source>
            <translation>Save the address</translation>
        </message>
        <message>
            <source>Spara den igen som CSV från vårdsystemet och öppna den på nytt.</source>
            <translation>Save it again as CSV from the care system and open it once more.</translation>
        </message>
        <message>
            <source>Spara den som tabell i stället, eller kontakta it-supporten.</source>
            <translation>Save it as a table instead, or contact IT support.</translation>
        </message>
        <message>
            <source>Spara det som listas för arkiv</source>
            <translation>Save what is listed for an archive</translation>
        </message>
        <message>
            <source>Spara det som listas för arkiv…</source>
            <translation>Save what is listed for an archive…</translation>
        </message>
        <message>
            <source>Spara en tom tabell härifrån och fyll i den.</source>
            <translation>Save an empty table from here and fill it in.</translation>
        </message>
        <message>
            <source>Spara filen som UTF-8.</source>
            <translation>Save the file as UTF-8.</translation>
        </message>
        <message>
            <source>Spara fritexten</source>
            <translation>Save the free text</translation>
        </message>
        <message>
            <source>Spara i datorns nyckelring</source>
            <translation>Save in the computer's keychain</translation>
        </message>
        <message>
            <source>Spara i en ny lista</source>
            <translation>Save in a new list</translation>
        </message>
        <message>
            <source>Spara jämförelsen</source>
            <translation>Save the comparison</translation>
        </message>
        <message>
            <source>Spara kortkommandon</source>
            <translation>Save keyboard shortcuts</translation>
        </message>
        <message>
            <source>Spara kvittens</source>
            <translation>Save receipt</translation>
        </message>
        <message>
            <source>Spara lista över kvittenser</source>
            <translation>Save list of receipts</translation>
        </message>
        <message>
            <source>Spara lista över utelämnade…</source>
            <translation>Save list of those left out…</translation>
        </message>
        <message>
            <source>Spara listan</source>
            <translation>Save the list</translation>
        </message>
        <message>
            <source>Spara min text</source>
            <translation>Save my text</translation>
        </message>
        <message>
            <source>Spara och använd kuvertet</source>
            <translation>Save and use the envelope</translation>
        </message>
        <message>
            <source>Spara och läs in</source>
            <translation>Save and read</translation>
        </message>
        <message>
            <source>Spara protokoll</source>
            <translation>Save record</translation>
        </message>
        <message>
            <source>Spara protokoll…</source>
            <translation>Save record…</translation>
        </message>
        <message>
            <source>Spara provarket</source>
            <translation>Save the proof sheet</translation>
        </message>
        <message>
            <source>Spara rapporten</source>
            <translation>Save the report</translation>
        </message>
        <message>
            <source>Spara rapporten…</source>
            <translation>Save the report…</translation>
        </message>
        <message>
            <source>Spara rapport…</source>
            <translation>Save report…</translation>
        </message>
        <message>
            <source>Spara resultatfil</source>
            <translation>Save result file</translation>
        </message>
        <message>
            <source>Spara resultatfil…</source>
            <translation>Save result file…</translation>
        </message>
        <message>
            <source>Spara ringlista…</source>
            <translation>Save call list…</translation>
        </message>
        <message>
            <source>Spara som PDF…</source>
            <translation>Save as PDF…</translation>
        </message>
        <message>
            <source>Spara tom tabell</source>
            <translation>Save empty table</translation>
        </message>
        <message>
            <source>Spara tom tabell…</source>
            <translation>Save empty table…</translation>
        </message>
        <message>
            <source>Spara utdraget</source>
            <translation>Save the extract</translation>
        </message>
        <message>
            <source>Spara utdraget…</source>
            <translation>Save the extract…</translation>
        </message>
        <message>
            <source>Spara {title}</source>
            <translation>Save {title}</translation>
        </message>
        <message>
            <source>Sparad kostnad</source>
            <translation>Cost saved</translation>
        </message>
        <message>
            <source>Sparade ark</source>
            <translation>Sheets saved</translation>
        </message>
        <message>
            <source>Sparade ark och porton gånger priserna i regionens regelfil. Utan priser räknas ingen kostnad.</source>
            <translation>Sheets and postage saved times the prices in the region's file of rules. Without prices no cost is counted.</translation>
        </message>
        <message>
            <source>Sparade utanför programmet</source>
            <translation>Saved outside the program</translation>
        </message>
        <message>
            <source>Sparar du din text försvinner det som har ändrats i filen.</source>
            <translation>If you save your text, what has been changed in the file disappears.</translation>
        </message>
        <message>
            <source>Sparar kallelserna för arkiv…</source>
            <translation>Saving the appointment letters for an archive…</translation>
        </message>
        <message>
            <source>Sparat som {file}.</source>
            <translation>Saved as {file}.</translation>
        </message>
        <message>
            <source>Sparat {at}</source>
            <translation>Saved {at}</translation>
        </message>
        <message>
            <source>Spärra</source>
            <translation>Put on hold</translation>
        </message>
        <message>
            <source>Spärra det som listas</source>
            <translation>Put what is listed on hold</translation>
        </message>
        <message>
            <source>Spärra det som listas mot gallring…</source>
            <translation>Hold what is listed from purging…</translation>
        </message>
        <message>
            <source>Spärra kallelsen mot gallring</source>
            <translation>Hold the appointment letter from purging</translation>
        </message>
        <message>
            <source>Spärra kallelsen mot gallring…</source>
            <translation>Hold the appointment letter from purging…</translation>
        </message>
        <message>
            <source>Spärra patientens alla kallelser</source>
            <translation>Hold all of the patient’s appointment letters</translation>
        </message>
        <message>
            <source>Spärra patientens alla kallelser mot gallring…</source>
            <translation>Hold all of the patient’s appointment letters from purging…</translation>
        </message>
        <message>
            <source>Spärrad mot gallring</source>
            <translation>On hold from purging</translation>
        </message>
        <message>
            <source>Spärrade mot gallring, {id}</source>
            <translation>Put on hold from purging, {id}</translation>
        </message>
        <message>
            <source>Spärrades av</source>
            <translation>Put on hold by</translation>
        </message>
        <message>
            <source>Spärrar mot gallring</source>
            <translation>Holds on purging</translation>
        </message>
        <message>
            <source>Spärrat mot gallring. Spärren hävs under Inställningar, Gallring.</source>
            <translation>Held from purging. The hold is lifted under Settings, Purging.</translation>
        </message>
        <message>
            <source>Spärren är hävd.</source>
            <translation>The hold has been lifted.</translation>
        </message>
        <message>
            <source>Spärren är redan hävd.</source>
            <translation>The hold has been lifted already.</translation>
        </message>
        <message>
            <source>Standard</source>
            <translation>Standard</translation>
        </message>
        <message>
            <source>Stannar efter den kallelse som skickas nu…</source>
            <translation>Stops after the appointment letter that is being sent now…</translation>
        </message>
        <message>
            <source>Starta det, eller ta bort raden paper = "printer" i inställningarna.</source>
            <translation>Start it, or remove the line paper = "printer" from the settings.</translation>
        </message>
        <message>
            <source>Starta med en mapp på datorns egen disk (--data).</source>
            <translation>Start with a folder on the computer's own disk (--data).</translation>
        </message>
        <message>
            <source>Startar…</source>
            <translation>Starting…</translation>
        </message>
        <message>
            <source>Starttiden saknar tidszon, så klockslaget kan vara fel.</source>
            <translation>The starting time has no time zone, so the time of day may be wrong.</translation>
        </message>
        <message>
            <source>Starttiden «{shown}» ({place}) går inte att tolka.</source>
            <translation>The starting time “{shown}” ({place}) cannot be understood.</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>Steg 1: 1177 får en kort bekräftelse, och hela kallelsen skickas som brev.</source>
            <translation>Step 1: 1177 gets a short confirmation, and the whole appointment letter is sent on paper.</translation>
        </message>
        <message>
            <source>Stickprov</source>
            <translation>Sample</translation>
        </message>
        <message>
            <source>Stickprov ur åtkomstloggen</source>
            <translation>Sample of the access log</translation>
        </message>
        <message>
            <source>Stickprovet</source>
            <translation>The sample</translation>
        </message>
        <message>
            <source>Stickprovet är underskrivet, och det står i loggen.</source>
            <translation>The sample is signed, and the log says so.</translation>
        </message>
        <message>
            <source>Stoppa</source>
            <translation>Stop</translation>
        </message>
        <message>
            <source>Stor stil</source>
            <translation>Large type</translation>
        </message>
        <message>
            <source>Stor stil, till vårdnadshavare</source>
            <translation>Large type, to a guardian</translation>
        </message>
        <message>
            <source>Stämmer det inte,</source>
            <translation>If it is not right,</translation>
        </message>
        <message>
            <source>Stämmer inte: inlästa {rows}, skickade {sent_rows}</source>
            <translation>Does not add up: read {rows}, sent {sent_rows}</translation>
        </message>
        <message>
            <source>Stäng</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>Stäng Kallelser</source>
            <translation>Close Kallelser</translation>
        </message>
        <message>
            <source>Stäng den i Excel och försök igen.</source>
            <translation>Close it in Excel and try again.</translation>
        </message>
        <message>
            <source>Stäng den i Excel och tryck F5.</source>
            <translation>Close it in Excel and press F5.</translation>
        </message>
        <message>
            <source>Stäng den om den är öppen i ett annat program, eller välj en annan mapp.</source>
            <translation>Close it if it is open in another program, or choose another folder.</translation>
        </message>
        <message>
            <source>Stäng den om den är öppen i ett annat program, och försök igen.</source>
            <translation>Close it if it is open in another program, and try again.</translation>
        </message>
        <message>
            <source>Stäng meddelandet</source>
            <translation>Close the message</translation>
        </message>
        <message>
            <source>Stäng programmet och kontakta it-supporten.</source>
            <translation>Close the program and contact IT support.</translation>
        </message>
        <message>
            <source>Stäng programmet och starta det igen.</source>
            <translation>Close the program and start it again.</translation>
        </message>
        <message>
            <source>Stäng, de väntar</source>
            <translation>Close, they wait</translation>
        </message>
        <message>
            <source>Står efter tiden i både 1177-meddelandet och brevet. Skriv inte diagnos, provsvar eller personnummer.</source>
            <translation>Stands after the time in both the 1177 message and the paper letter. Write no diagnosis, test result or personal identity number.</translation>
        </message>
        <message>
            <source>Står i 1 brevtyp: {names}</source>
            <translation>Stands in 1 letter type: {names}</translation>
        </message>
        <message>
            <source>Står i {number} brevtyper: {names}</source>
            <translation>Stands in {number} letter types: {names}</translation>
        </message>
        <message>
            <source>Svaret droppar fram och tar aldrig slut</source>
            <translation>The answer trickles in and never ends</translation>
        </message>
        <message>
            <source>Svaret från 1177 gick inte att förstå</source>
            <translation>The answer from 1177 could not be understood</translation>
        </message>
        <message>
            <source>Svaret från 1177 gick inte att läsa</source>
            <translation>The answer from 1177 could not be read</translation>
        </message>
        <message>
            <source>Svaret från 1177 gällde ett annat meddelande</source>
            <translation>The answer from 1177 was about another message</translation>
        </message>
        <message>
            <source>Svaret från 1177 uteblev</source>
            <translation>No answer came from 1177</translation>
        </message>
        <message>
            <source>Svaret från tidbokningstjänsten innehåller inga bokade tider.</source>
            <translation>The answer from the booking service holds no booked times.</translation>
        </message>
        <message>
            <source>Svaret gäller ett annat meddelande</source>
            <translation>The answer is about another message</translation>
        </message>
        <message>
            <source>Svaret är 2 GB</source>
            <translation>The answer is 2 GB</translation>
        </message>
        <message>
            <source>Svaret är avhugget</source>
            <translation>The answer is cut off</translation>
        </message>
        <message>
            <source>Svaret är en XML-bomb</source>
            <translation>The answer is an XML bomb</translation>
        </message>
        <message>
            <source>Svaret är en gzip-bomb</source>
            <translation>The answer is a gzip bomb</translation>
        </message>
        <message>
            <source>Svaret är tomt</source>
            <translation>The answer is empty</translation>
        </message>
        <message>
            <source>Svaret är trasig XML</source>
            <translation>The answer is broken XML</translation>
        </message>
        <message>
            <source>Svarets {path} finns inte i regionens XSD för {label}.</source>
            <translation>The answer's {path} is not in the region's XSD for {label}.</translation>
        </message>
        <message>
            <source>Svarskoden {code} finns inte i regionens XSD för {label}.</source>
            <translation>The result code {code} is not in the region's XSD for {label}.</translation>
        </message>
        <message>
            <source>Svenska</source>
            <translation>Swedish</translation>
        </message>
        <message>
            <source>Syns alltid: {width} × {height} mm. Kan synas: {risk_width} × {risk_height} mm.</source>
            <translation>Always shows: {width} × {height} mm. May show: {risk_width} × {risk_height} mm.</translation>
        </message>
        <message>
            <source>Säg det i ord i stället.</source>
            <translation>Say it in words instead.</translation>
        </message>
        <message>
            <source>Säkerhetskopian kunde inte läggas i programmets mapp.</source>
            <translation>The backup could not be put into the program's folder.</translation>
        </message>
        <message>
            <source>Säkerhetskopian kunde inte sparas i {folder}.</source>
            <translation>The backup could not be saved in {folder}.</translation>
        </message>
        <message>
            <source>Säkerhetskopian kunde inte tas i bruk.</source>
            <translation>The backup could not be brought into use.</translation>
        </message>
        <message>
            <source>Säkerhetskopian är från {when}. Det som har hänt sedan dess saknas i den. Allt som väntade då blir oklart och skickas inte av sig självt, för det kan ha skickats sedan dess. Jämför med vårdsystemet innan du skickar listor från tiden efter kopian igen.</source>
            <translation>The backup is from {when}. It lacks what has happened since then. Everything that was waiting then becomes unclear and is not sent by itself, for it may have been sent since. Compare with the care system before you send lists from after the backup again.</translation>
        </message>
        <message>
            <source>Säkerhetskopian är klar, {when}.</source>
            <translation>The backup is done, {when}.</translation>
        </message>
        <message>
            <source>Säkerhetskopian är kontrollerad. Stäng programmet och starta det igen.</source>
            <translation>The backup has been checked. Close the program and start it again.</translation>
        </message>
        <message>
            <source>Säkerhetskopiera nu</source>
            <translation>Back up now</translation>
        </message>
        <message>
            <source>Säkerhetskopior</source>
            <translation>Backups</translation>
        </message>
        <message>
            <source>Säkerhetskopior (*.sqlite3)</source>
            <translation>Backups (*.sqlite3)</translation>
        </message>
        <message>
            <source>Sändningen till 1177 testinkorg har stannat</source>
            <translation>Sending to the 1177 test inbox has stopped</translation>
        </message>
        <message>
            <source>Sätt mode = "test" i inställningarna, eller åtgärda det här:
</source>
            <translation>Set mode = "test" in the settings, or see to this:
</translation>
        </message>
        <message>
            <source>Så brett som på en dator: 720 pixlar</source>
            <translation>As wide as on a computer: 720 pixels</translation>
        </message>
        <message>
            <source>Så brett som på en mobil: 390 pixlar</source>
            <translation>As wide as on a phone: 390 pixels</translation>
        </message>
        <message>
            <source>Så läses filer med de här rubrikerna.</source>
            <translation>This is how files with these headers are read.</translation>
        </message>
        <message>
            <source>Så räknas det</source>
            <translation>How it is counted</translation>
        </message>
        <message>
            <source>Sök</source>
            <translation>Search</translation>
        </message>
        <message>
            <source>Sök bokning</source>
            <translation>Search bookings</translation>
        </message>
        <message>
            <source>Sök i historiken</source>
            <translation>Search the history</translation>
        </message>
        <message>
            <source>Sök namn, personnummer, brev-id</source>
            <translation>Search name, personal identity number, letter ID</translation>
        </message>
        <message>
            <source>Sök namn, tid, nummer  (Ctrl+F)</source>
            <translation>Name, time, number  (Ctrl+F)</translation>
        </message>
        <message>
            <source>TESTLÄGE</source>
            <translation>TEST MODE</translation>
        </message>
        <message>
            <source>TESTLÄGE – bara testinkorgen på den här datorn ändras, aldrig 1177</source>
            <translation>TEST MODE – only the test inbox on this computer is changed, never 1177</translation>
        </message>
        <message>
            <source>TESTLÄGE – inget lämnar datorn</source>
            <translation>TEST MODE – nothing leaves this PC</translation>
        </message>
        <message>
            <source>TESTLÄGE – inget lämnar den här datorn</source>
            <translation>TEST MODE – nothing leaves this computer</translation>
        </message>
        <message>
            <source>TLS-handskakningen misslyckas</source>
            <translation>The TLS handshake fails</translation>
        </message>
        <message>
            <source>TT.MM</source>
            <translation>HH.MM</translation>
        </message>
        <message>
            <source>Ta bort</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>Ta bort blad, rader och kolumner som inte är bokningar och spara den på nytt.</source>
            <translation>Remove sheets, rows and columns that are not bookings and save it again.</translation>
        </message>
        <message>
            <source>Ta bort det som inte är bokningar och spara den på nytt.</source>
            <translation>Remove what is not bookings and save it again.</translation>
        </message>
        <message>
            <source>Ta bort det. {todo}</source>
            <translation>Remove it. {todo}</translation>
        </message>
        <message>
            <source>Ta bort eller döp om den ena i filen och öppna den på nytt.</source>
            <translation>Remove or rename one of them in the file and open it again.</translation>
        </message>
        <message>
            <source>Ta bort filen, så frågar programmet om kolumnerna igen.</source>
            <translation>Remove the file, and the program asks about the columns again.</translation>
        </message>
        <message>
            <source>Ta bort lösenordet i Excel, välj Spara som och filtypen Excel-arbetsbok (.xlsx), och öppna sedan den filen här.</source>
            <translation>Remove the password in Excel, choose Save As and the file type Excel Workbook (.xlsx), and then open that file here.</translation>
        </message>
        <message>
            <source>Ta bort markeringen</source>
            <translation>Remove the marking</translation>
        </message>
        <message>
            <source>Ta bort mellanslag eller \ sist på raden.</source>
            <translation>Remove spaces or \ at the end of the line.</translation>
        </message>
        <message>
            <source>Ta bort mellanslagen först på raden.</source>
            <translation>Remove the spaces at the beginning of the line.</translation>
        </message>
        <message>
            <source>Ta bort raden print_profile i settings.toml, starta och mät kuvertet igen.</source>
            <translation>Remove the line print_profile in settings.toml, start and measure the envelope again.</translation>
        </message>
        <message>
            <source>Ta bort raden.</source>
            <translation>Remove the line.</translation>
        </message>
        <message>
            <source>Ta bort tecknen **.</source>
            <translation>Remove the characters **.</translation>
        </message>
        <message>
            <source>Ta bort tecknen `.</source>
            <translation>Remove the characters `.</translation>
        </message>
        <message>
            <source>Ta bort tecknen ``` eller ~~~.</source>
            <translation>Remove the characters ``` or ~~~.</translation>
        </message>
        <message>
            <source>Ta bort tecknet &gt; först på raden.</source>
            <translation>Remove the character &gt; at the beginning of the line.</translation>
        </message>
        <message>
            <source>Ta bort tecknet i vårdsystemet, ta ut filen igen och tryck F5.</source>
            <translation>Remove the character in the care system, export the file again and press F5.</translation>
        </message>
        <message>
            <source>Ta bort tecknet.</source>
            <translation>Remove the character.</translation>
        </message>
        <message>
            <source>Ta filens text</source>
            <translation>Take the file's text</translation>
        </message>
        <message>
            <source>Ta med igen</source>
            <translation>Include again</translation>
        </message>
        <message>
            <source>Ta med uppgiften care_service i rutan med tiden.</source>
            <translation>Include the fact care_service in the box with the time.</translation>
        </message>
        <message>
            <source>Ta tillbaka</source>
            <translation>Take back</translation>
        </message>
        <message>
            <source>Ta tillbaka: bara det övriga som väntar skickas, och de här avgörs i listan.</source>
            <translation>Take back: only the rest of what is waiting is sent, and these are decided in the list.</translation>
        </message>
        <message>
            <source>Ta ut bokningarna för en kortare tid, eller som CSV.</source>
            <translation>Export the bookings for a shorter time, or as CSV.</translation>
        </message>
        <message>
            <source>Ta ut bokningarna för en kortare tid.</source>
            <translation>Export the bookings for a shorter time.</translation>
        </message>
        <message>
            <source>Ta ut bokningarna igen med kolumnernas rubriker på första raden.</source>
            <translation>Export the bookings again with the columns' headers on the first row.</translation>
        </message>
        <message>
            <source>Ta ut bokningarna som SIU-meddelanden eller som CSV.</source>
            <translation>Export the bookings as SIU messages or as CSV.</translation>
        </message>
        <message>
            <source>Ta ut bokningarna som de är nu.</source>
            <translation>Export the bookings as they are now.</translation>
        </message>
        <message>
            <source>Ta ut bokningarna ur vårdsystemet på nytt.</source>
            <translation>Export the bookings from the care system again.</translation>
        </message>
        <message>
            <source>Ta ut bokningarna ur vårdsystemet som CSV och öppna den filen.</source>
            <translation>Export the bookings from the care system as CSV and open that file.</translation>
        </message>
        <message>
            <source>Ta ut filen igen med alla kolumner, eller välj vilken kolumn som är vad. {present}</source>
            <translation>Export the file again with all columns, or choose which column is what. {present}</translation>
        </message>
        <message>
            <source>Tabell (*.csv)</source>
            <translation>Table (*.csv)</translation>
        </message>
        <message>
            <source>Tagen på {holder} {since}.</source>
            <translation>Taken on {holder} {since}.</translation>
        </message>
        <message>
            <source>Talen är millimeter på arket. Adressen är påhittad och så lång som den får vara.</source>
            <translation>The numbers are millimetres on the sheet. The address is made up and as long as it may be.</translation>
        </message>
        <message>
            <source>Talet är för litet eller för stort.</source>
            <translation>The number is too small or too large.</translation>
        </message>
        <message>
            <source>Tecken på raden är förvanskade, ofta å, ä och ö.</source>
            <translation>Characters on the row are garbled, often å, ä and ö.</translation>
        </message>
        <message>
            <source>Tecken som typsnittet saknar står som {instead}.</source>
            <translation>Characters that the typeface lacks stand as {instead}.</translation>
        </message>
        <message>
            <source>Tecknen stämmer inte med nyckelns sista fyra. Jämför rad 4 med papperet.</source>
            <translation>The characters are not the key's last four. Compare line 4 with the paper.</translation>
        </message>
        <message>
            <source>Tecknet «{char}»</source>
            <translation>The character “{char}”</translation>
        </message>
        <message>
            <source>Telefon</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>Testinkorgen fick {messages} meddelanden, tryckeriet {letters} brev.</source>
            <translation>The test inbox got {messages} messages, the print house {letters} letters.</translation>
        </message>
        <message>
            <source>Testinkorgen sköter sig.</source>
            <translation>The test inbox behaves well.</translation>
        </message>
        <message>
            <source>Testinkorgen startar inte.</source>
            <translation>The test inbox does not start.</translation>
        </message>
        <message>
            <source>Testinkorgens uppförande</source>
            <translation>Behaviour of the test inbox</translation>
        </message>
        <message>
            <source>Testinkorgens uppförande gick inte att spara.</source>
            <translation>The behaviour of the test inbox could not be saved.</translation>
        </message>
        <message>
            <source>Testläge: breven skrivs ut på riktigt, men inget skickas till 1177.</source>
            <translation>Test mode: letters are printed for real, but nothing is sent to 1177.</translation>
        </message>
        <message>
            <source>Testläge: inget lämnar den här datorn.</source>
            <translation>Test mode: nothing leaves this computer.</translation>
        </message>
        <message>
            <source>Text får inte stå direkt i &lt;{tag}&gt;.</source>
            <translation>Text may not stand directly in &lt;{tag}&gt;.</translation>
        </message>
        <message>
            <source>Text syns i kuvertfönstret</source>
            <translation>Text shows in the envelope window</translation>
        </message>
        <message>
            <source>Text syns i kuvertfönstret: {risk_zone}</source>
            <translation>Text shows in the envelope window: {risk_zone}</translation>
        </message>
        <message>
            <source>Texten har ändrats sedan dess. Prova igen (F9).</source>
            <translation>The text has changed since then. Try again (F9).</translation>
        </message>
        <message>
            <source>Texten i «{header}» är {length} tecken lång. Den kan vara högst {most}.</source>
            <translation>The text in “{header}” is {length} characters long. It can be at most {most}.</translation>
        </message>
        <message>
            <source>Texten säger vad den som uteblir får betala. Ta bort det, eller skriv no_show = true i letter.toml om patienten har bett om tiden. ({})</source>
            <translation>The text says what somebody who does not come has to pay. Remove it, or write no_show = true in letter.toml if the patient has asked for the time. ({})</translation>
        </message>
        <message>
            <source>Texten är ett utkast som ingen enhet har godkänt.</source>
            <translation>The text is a draft that no unit has approved.</translation>
        </message>
        <message>
            <source>Texten är kopierad. Den nämner ingen patient.</source>
            <translation>The text has been copied. It names no patient.</translation>
        </message>
        <message>
            <source>Tid</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>Tid per utskick</source>
            <translation>Time per mailing</translation>
        </message>
        <message>
            <source>Tidbokningstjänsten lämnar varken namn, adress eller uppgift om skyddade personuppgifter. Hämta dem i vårdsystemet.</source>
            <translation>The booking service gives neither name, address nor whether the identity is protected. Get them from the care system.</translation>
        </message>
        <message>
            <source>Tidbokningstjänsten svarade med ett fel i stället för bokningar.</source>
            <translation>The booking service answered with an error instead of bookings.</translation>
        </message>
        <message>
            <source>Tiden</source>
            <translation>The time</translation>
        </message>
        <message>
            <source>Tiden finns två gånger</source>
            <translation>The time comes twice</translation>
        </message>
        <message>
            <source>Tiden har inte gått ut</source>
            <translation>The time has not run out</translation>
        </message>
        <message>
            <source>Till och med</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>Till och med {until}.</source>
            <translation>Until {until}.</translation>
        </message>
        <message>
            <source>Till vårdnadshavare</source>
            <translation>To a guardian</translation>
        </message>
        <message>
            <source>Tillbaka</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>Tillbakadragen</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>Tio år</source>
            <translation>Ten years</translation>
        </message>
        <message>
            <source>Titta på den igen.</source>
            <translation>Look at it again.</translation>
        </message>
        <message>
            <source>Titta på den innan du skickar en till.</source>
            <translation>Look at it before you send another one.</translation>
        </message>
        <message>
            <source>Titta på den på nytt innan du bestämmer dig.</source>
            <translation>Look at it again before you decide.</translation>
        </message>
        <message>
            <source>Titta på det igen.</source>
            <translation>Look at it again.</translation>
        </message>
        <message>
            <source>Titta på listan igen.</source>
            <translation>Look at the list again.</translation>
        </message>
        <message>
            <source>Titta på raden igen innan du bestämmer dig.</source>
            <translation>Look at the row again before you decide.</translation>
        </message>
        <message>
            <source>Titta på raden igen.</source>
            <translation>Look at the row again.</translation>
        </message>
        <message>
            <source>Tjänstekontraktet AddMessageToPatientPortalInbox 1.0 avvisar den som inte är aktiv användare. RJL: brev när patienten inte är inloggad på 1177.</source>
            <translation>The service contract AddMessageToPatientPortalInbox 1.0 rejects those who are not active users. RJL: a paper letter when the patient has not logged in to 1177.</translation>
        </message>
        <message>
            <source>Togs tillbaka: enligt en senare fil får den här personen ingen kallelse härifrån.</source>
            <translation>Taken back: by a later file this person gets no appointment letter from here.</translation>
        </message>
        <message>
            <source>Tolk bokad: {language}</source>
            <translation>Interpreter booked: {language}</translation>
        </message>
        <message>
            <source>Tolk är bokad ({language}). Tolkens tid kan avvika från besökets. Kontrollera tiden.</source>
            <translation>An interpreter is booked ({language}). The interpreter's time may differ from the visit's. Check the time.</translation>
        </message>
        <message>
            <source>Tolkad uppgift</source>
            <translation>Interpreted value</translation>
        </message>
        <message>
            <source>Tolkspråk</source>
            <translation>Interpreter language</translation>
        </message>
        <message>
            <source>Tryck F4, sedan bokstaven</source>
            <translation>Press F4, then the letter</translation>
        </message>
        <message>
            <source>Tryck bokstaven</source>
            <translation>Press the letter</translation>
        </message>
        <message>
            <source>Tryck på en uppgift i meddelandet eller brevet, så visas varifrån den kommer.</source>
            <translation>Press a fact in the message or the letter to see where it comes from.</translation>
        </message>
        <message>
            <source>Tryckeri hämtar breven</source>
            <translation>A print house collects the letters</translation>
        </message>
        <message>
            <source>Tryckeriet har redan ett annat brev med samma nummer.</source>
            <translation>The print house already has another letter with the same number.</translation>
        </message>
        <message>
            <source>Tryckeriet tog inte emot breven.</source>
            <translation>The print house did not accept the letters.</translation>
        </message>
        <message>
            <source>Två kolumner är samma uppgift: {columns}.</source>
            <translation>Two columns are the same value: {columns}.</translation>
        </message>
        <message>
            <source>Tänk över</source>
            <translation>Think over</translation>
        </message>
        <message>
            <source>Undantag</source>
            <translation>Exceptions</translation>
        </message>
        <message>
            <source>Undantag per 100 bokningar</source>
            <translation>Exceptions per 100 bookings</translation>
        </message>
        <message>
            <source>Underlag</source>
            <translation>Rests on</translation>
        </message>
        <message>
            <source>Undersökningskod</source>
            <translation>Examination code</translation>
        </message>
        <message>
            <source>Undersökningskod {code}</source>
            <translation>Examination code {code}</translation>
        </message>
        <message>
            <source>Uppdatera programmet på den här datorn.</source>
            <translation>Update the program on this computer.</translation>
        </message>
        <message>
            <source>Uppgift saknas: {missing}.</source>
            <translation>Missing: {missing}.</translation>
        </message>
        <message>
            <source>Uppgiften {name} är inte bekräftad av regionen.</source>
            <translation>The fact “{name}” is not confirmed by the region.</translation>
        </message>
        <message>
            <source>Uppgiften «{name}» är tvetydig i svaret.</source>
            <translation>The value “{name}” is ambiguous in the answer.</translation>
        </message>
        <message>
            <source>Uppgiften «{}» blir tom. Lägg ett villkor om den i mallen, eller kräv den.</source>
            <translation>The fact «{}» becomes empty. Add a condition about it to the template, or require it.</translation>
        </message>
        <message>
            <source>Uppgifter  Ctrl+U</source>
            <translation>Facts  Ctrl+U</translation>
        </message>
        <message>
            <source>Uppgifter (SHA-256)</source>
            <translation>Details (SHA-256)</translation>
        </message>
        <message>
            <source>Uppgifterna om historikens nyckel går inte att läsa eller spara.</source>
            <translation>The facts about the history's key cannot be read or saved.</translation>
        </message>
        <message>
            <source>Uppgifterna om mallversionen {version} är ändrade.</source>
            <translation>What is told of the template version {version} has been changed.</translation>
        </message>
        <message>
            <source>Uppgifterna är från {day}. Stäm av dem mot vårdsystemet.</source>
            <translation>The details are from {day}. Check them against the care system.</translation>
        </message>
        <message>
            <source>Urvalet är slumpat med fröet {seed}: de poster vars SHA-256 av ”{seed}:postens nummer” kommer först. Med samma frö, period och logg blir urvalet detsamma.</source>
            <translation>The selection is random by the seed {seed}: the entries whose SHA-256 of “{seed}:number of the entry” comes first. The same seed, period and log give the same selection.</translation>
        </message>
        <message>
            <source>Utan bokad tid</source>
            <translation>Without a booked time</translation>
        </message>
        <message>
            <source>Utan den går en säkerhetskopia inte att läsa. Programmet visar den, men sparar den inte.</source>
            <translation>Without it a backup cannot be read. The program shows it, but does not save it.</translation>
        </message>
        <message>
            <source>Utanför texten {number}</source>
            <translation>Outside the text {number}</translation>
        </message>
        <message>
            <source>Utdraget gäller {person}.</source>
            <translation>The extract concerns {person}.</translation>
        </message>
        <message>
            <source>Utdraget visar när, vid vilken enhet och till vad patientens uppgifter har använts. Det nämner ingen i personalen och ingen annan patient.</source>
            <translation>The extract shows when, at which clinic and for what the patient’s details have been used. It names nobody of the staff and no other patient.</translation>
        </message>
        <message>
            <source>Utfärdarens certifikat för 1177</source>
            <translation>The authority's certificate for 1177</translation>
        </message>
        <message>
            <source>Utkast</source>
            <translation>Draft</translation>
        </message>
        <message>
            <source>Utkast {day}</source>
            <translation>Draft {day}</translation>
        </message>
        <message>
            <source>Utkast, inte godkänt.</source>
            <translation>Draft, not approved.</translation>
        </message>
        <message>
            <source>Utkastet har text som inte är sparad</source>
            <translation>The draft has text that is not saved</translation>
        </message>
        <message>
            <source>Utkastet kunde inte sparas i programmets mapp.</source>
            <translation>The draft could not be saved in the program's folder.</translation>
        </message>
        <message>
            <source>Utkastet som ändras</source>
            <translation>The draft being changed</translation>
        </message>
        <message>
            <source>Utlandsadress</source>
            <translation>Address abroad</translation>
        </message>
        <message>
            <source>Utomlands</source>
            <translation>Abroad</translation>
        </message>
        <message>
            <source>Utseende</source>
            <translation>Appearance</translation>
        </message>
        <message>
            <source>Utskick</source>
            <translation>Mailing</translation>
        </message>
        <message>
            <source>Utskicket har ett namn som tryckeriet inte kan ta emot.</source>
            <translation>The mailing has a name that the print house cannot accept.</translation>
        </message>
        <message>
            <source>Utskicket är ångrat: {letters} togs tillbaka ({parcels}).</source>
            <translation>The mailing is undone: {letters} taken back ({parcels}).</translation>
        </message>
        <message>
            <source>Utskrift</source>
            <translation>Printing</translation>
        </message>
        <message>
            <source>Utskriften avbröts. Det går inte att se om brevet kom ut.</source>
            <translation>The printing was cut off. It is not possible to tell whether the letter came out.</translation>
        </message>
        <message>
            <source>Utskriftsprofil</source>
            <translation>Print profile</translation>
        </message>
        <message>
            <source>Utskriftsprofilen sparades inte med kallelsen, så dagens användes.</source>
            <translation>The print profile was not kept with the appointment letter, so today’s was used.</translation>
        </message>
        <message>
            <source>Utskriftsprofilen {file} går inte att använda.</source>
            <translation>The print profile {file} cannot be used.</translation>
        </message>
        <message>
            <source>Utskriven – bunten är inte räknad.</source>
            <translation>Printed – the stack has not been counted.</translation>
        </message>
        <message>
            <source>Utskrivet. Kontrollera att alla fyra raderna går att läsa.</source>
            <translation>Printed. Check that all four lines can be read.</translation>
        </message>
        <message>
            <source>Utskrivet. Vik arket och prova det i kuvertet.</source>
            <translation>Printed. Fold the sheet and try it in the envelope.</translation>
        </message>
        <message>
            <source>Utvärdering</source>
            <translation>Evaluation</translation>
        </message>
        <message>
            <source>Utvärdering av digitala kallelser</source>
            <translation>Evaluation of digital appointment letters</translation>
        </message>
        <message>
            <source>VP009, men meddelandet är sparat</source>
            <translation>VP009, but the message is kept</translation>
        </message>
        <message>
            <source>VP009, och inget är sparat</source>
            <translation>VP009, and nothing is kept</translation>
        </message>
        <message>
            <source>Vad</source>
            <translation>What</translation>
        </message>
        <message>
            <source>Vad som gallrades</source>
            <translation>What was purged</translation>
        </message>
        <message>
            <source>Vad som gjordes</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>Vad som är ändrat och varför</source>
            <translation>What has been changed and why</translation>
        </message>
        <message>
            <source>Vad utkastet ändrar i riktiga brev; spara först</source>
            <translation>What the draft changes in real letters; save first</translation>
        </message>
        <message>
            <source>Vald dag</source>
            <translation>Chosen day</translation>
        </message>
        <message>
            <source>Valde avbokning för {} bokningar.</source>
            <translation>Chose a cancellation for {} bookings.</translation>
        </message>
        <message>
            <source>Valde ombokning för {} bokningar.</source>
            <translation>Chose a rebooking for {} bookings.</translation>
        </message>
        <message>
            <source>Valet är inte sparat.</source>
            <translation>The choice has not been saved.</translation>
        </message>
        <message>
            <source>Valt av {user}: {wished}.</source>
            <translation>Chosen by {user}: {wished}.</translation>
        </message>
        <message>
            <source>Var&amp;iant</source>
            <translation>Var&amp;iant</translation>
        </message>
        <message>
            <source>Varför</source>
            <translation>Why</translation>
        </message>
        <message>
            <source>Varför hävs markeringen för {person}?</source>
            <translation>Why is the mark lifted for {person}?</translation>
        </message>
        <message>
            <source>Varför hävs spärren?</source>
            <translation>Why is the hold lifted?</translation>
        </message>
        <message>
            <source>Varför spärras det?</source>
            <translation>Why is it put on hold?</translation>
        </message>
        <message>
            <source>Varifrån en uppgift kommer</source>
            <translation>Where a fact comes from</translation>
        </message>
        <message>
            <source>Varje anrop, även frågor</source>
            <translation>Every call, questions too</translation>
        </message>
        <message>
            <source>Varje brev börjar på ett nytt ark. Räkna arken vid skrivaren och skriv hur många de är. Stämmer bunten är breven skickade. Annars står de som Oklart tills någon avgör.</source>
            <translation>Each letter begins on a new sheet. Count the sheets at the printer and write how many they are. If the stack is right, the letters are sent. Otherwise they stand as Unclear until somebody decides.</translation>
        </message>
        <message>
            <source>Varje svar dröjer en halv sekund.</source>
            <translation>Each answer takes half a second.</translation>
        </message>
        <message>
            <source>Varje svar dröjer {ms} ms.</source>
            <translation>Each answer takes {ms} ms.</translation>
        </message>
        <message>
            <source>Vem</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>Versionen används inte. Hör efter med den som ansvarar för mallarna.</source>
            <translation>The version is not used. Ask the person in charge of the templates.</translation>
        </message>
        <message>
            <source>Versionen går inte att spara i mallmappen.</source>
            <translation>The version cannot be saved in the templates folder.</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>Vik arket</source>
            <translation>Fold the sheet</translation>
        </message>
        <message>
            <source>Vik här</source>
            <translation>Fold here</translation>
        </message>
        <message>
            <source>Vikning</source>
            <translation>Fold</translation>
        </message>
        <message>
            <source>Vilken kolumn är vad?</source>
            <translation>Which column is what?</translation>
        </message>
        <message>
            <source>Vilken version av programmet som gjorde kallelsen sparades inte.</source>
            <translation>Which version of the program made the appointment letter was not kept.</translation>
        </message>
        <message>
            <source>Vilket vårdsystem kommer filen från?</source>
            <translation>Which care system does the file come from?</translation>
        </message>
        <message>
            <source>Visa</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>Visa alla</source>
            <translation>Show all</translation>
        </message>
        <message>
            <source>Visa allt som avvisades och inte har fått en ny kallelse</source>
            <translation>Show all that was rejected and has no new appointment letter</translation>
        </message>
        <message>
            <source>Visa allt som det är oklart om det kom fram</source>
            <translation>Show all that it is unclear whether it arrived</translation>
        </message>
        <message>
            <source>Visa bladet i Excel och spara.</source>
            <translation>Unhide the sheet in Excel and save.</translation>
        </message>
        <message>
            <source>Visa detaljer</source>
            <translation>Show details</translation>
        </message>
        <message>
            <source>Visa eller dölj anmärkningarna</source>
            <translation>Show or hide the remarks</translation>
        </message>
        <message>
            <source>Visa en sådan</source>
            <translation>Show one</translation>
        </message>
        <message>
            <source>Visa fler</source>
            <translation>Show more</translation>
        </message>
        <message>
            <source>Visa hela sidan</source>
            <translation>Show the whole page</translation>
        </message>
        <message>
            <source>Visa kommande besök i de senaste filerna som saknar skickad kallelse</source>
            <translation>Show coming visits in the latest files that have no sent appointment letter</translation>
        </message>
        <message>
            <source>Visa loggen</source>
            <translation>Show the log</translation>
        </message>
        <message>
            <source>Visa nästa  F8</source>
            <translation>Show next  F8</translation>
        </message>
        <message>
            <source>Visa oklara</source>
            <translation>Show unclear</translation>
        </message>
        <message>
            <source>Visa raderna i Excel och spara.</source>
            <translation>Unhide the rows in Excel and save.</translation>
        </message>
        <message>
            <source>Visa zoner</source>
            <translation>Show zones</translation>
        </message>
        <message>
            <source>Visa {label}</source>
            <translation>Show {label}</translation>
        </message>
        <message>
            <source>Visa {label} (Alt+{number})</source>
            <translation>Show {label} (Alt+{number})</translation>
        </message>
        <message>
            <source>Visa återställningsnyckeln…</source>
            <translation>Show the recovery key…</translation>
        </message>
        <message>
            <source>Visad = skickad</source>
            <translation>Shown = sent</translation>
        </message>
        <message>
            <source>Vissa datum har dagen först och andra månaden. Kontrollera alla.</source>
            <translation>Some dates have the day first and others the month. Check them all.</translation>
        </message>
        <message>
            <source>Välj</source>
            <translation>Choose</translation>
        </message>
        <message>
            <source>Välj Ok eller Följs upp för varje rad, och skriv sedan under.</source>
            <translation>Choose OK or Follow up for each row, and then sign.</translation>
        </message>
        <message>
            <source>Välj bokningsfilen som ligger i den.</source>
            <translation>Choose the file of bookings that is in it.</translation>
        </message>
        <message>
            <source>Välj brevtyp i listan ovanför.</source>
            <translation>Choose a letter type in the list above.</translation>
        </message>
        <message>
            <source>Välj det andra sättet.</source>
            <translation>Choose the other way.</translation>
        </message>
        <message>
            <source>Välj en annan kopia, eller skriv den återställningsnyckel som hör till den.</source>
            <translation>Choose another copy, or write the recovery key that belongs to it.</translation>
        </message>
        <message>
            <source>Välj en annan mapp, eller stäng filen om den är öppen i ett annat program.</source>
            <translation>Choose another folder, or close the file if it is open in another program.</translation>
        </message>
        <message>
            <source>Välj en bokning i listan, så visas kallelsen här.</source>
            <translation>Select a booking in the list to see its appointment letter here.</translation>
        </message>
        <message>
            <source>Välj en kallelse i listan, så visas den här precis som den skickades.</source>
            <translation>Select an appointment letter in the list to see it here exactly as it was sent.</translation>
        </message>
        <message>
            <source>Välj hur datumen är skrivna.</source>
            <translation>Choose how the dates are written.</translation>
        </message>
        <message>
            <source>Välj inte «Anpassa till sidan». Skalorna längs kanterna är millimeter: 100 på skalan ska vara 100 mm på en linjal, räknat från arkets kant.</source>
            <translation>Do not choose “Fit to page”. The scales along the edges are millimetres: 100 on the scale is to be 100 mm on a ruler, counted from the edge of the sheet.</translation>
        </message>
        <message>
            <source>Välj kolumn för {fields}.</source>
            <translation>Choose a column for {fields}.</translation>
        </message>
        <message>
            <source>Välj kolumnerna på nytt. {present}</source>
            <translation>Choose the columns again. {present}</translation>
        </message>
        <message>
            <source>Välj mallar</source>
            <translation>Choose templates</translation>
        </message>
        <message>
            <source>Välj mapp med mallar</source>
            <translation>Choose a folder of templates</translation>
        </message>
        <message>
            <source>Välj mottagning.</source>
            <translation>Choose a clinic.</translation>
        </message>
        <message>
            <source>Välj om dagen eller månaden står först.</source>
            <translation>Choose whether the day or the month comes first.</translation>
        </message>
        <message>
            <source>Välj två versioner, så visas vad som skiljer.</source>
            <translation>Choose two versions to see what differs.</translation>
        </message>
        <message>
            <source>Välj utkast</source>
            <translation>Choose a draft</translation>
        </message>
        <message>
            <source>Välj vilken kolumn som är vad, eller en annan fil. {present}</source>
            <translation>Choose which column is what, or another file. {present}</translation>
        </message>
        <message>
            <source>Välj vilken text som ska gälla.</source>
            <translation>Choose which text is to hold.</translation>
        </message>
        <message>
            <source>Välj vårdsystem, så känns avsändaren igen nästa gång.</source>
            <translation>Choose a care system, and the sender will be recognised next time.</translation>
        </message>
        <message>
            <source>Välj vårdsystem.</source>
            <translation>Choose a care system.</translation>
        </message>
        <message>
            <source>Välj {field}</source>
            <translation>Choose {field}</translation>
        </message>
        <message>
            <source>Vänster marginal</source>
            <translation>Left margin</translation>
        </message>
        <message>
            <source>Vänta en stund och försök igen. Stäng annars det andra fönstret.</source>
            <translation>Wait a while and try again. Otherwise close the other window.</translation>
        </message>
        <message>
            <source>Vänta till {opens} innan du säger att den inte kom fram.</source>
            <translation>Wait until {opens} before you say that it did not arrive.</translation>
        </message>
        <message>
            <source>Väntar på en andra person</source>
            <translation>Waits for a second person</translation>
        </message>
        <message>
            <source>Väntar, skickas eller är oklar</source>
            <translation>Waits, is being sent or is unclear</translation>
        </message>
        <message>
            <source>Värde</source>
            <translation>Value</translation>
        </message>
        <message>
            <source>Vårdsystem</source>
            <translation>Care system</translation>
        </message>
        <message>
            <source>Vårdsystemet har lagt en varning i filen, så någon bokning kan saknas.</source>
            <translation>The care system has put a warning in the file, so some booking may be missing.</translation>
        </message>
        <message>
            <source>Vårdsystemets fil {file} går inte att använda.</source>
            <translation>The care system's file {file} cannot be used.</translation>
        </message>
        <message>
            <source>Vårdtjänst</source>
            <translation>Care service</translation>
        </message>
        <message>
            <source>Webbadressen {} leder inte till en tillåten webbplats. Använd https och {}.</source>
            <translation>The web address {} does not lead to a web site that is allowed. Use https and {}.</translation>
        </message>
        <message>
            <source>XSD-filerna för {label} går inte att använda: {error}</source>
            <translation>The XSD files for {label} cannot be used: {error}</translation>
        </message>
        <message>
            <source>Zoom {scale:.0f} procent</source>
            <translation>Zoom {scale:.0f} per cent</translation>
        </message>
        <message>
            <source>Zooma in</source>
            <translation>Zoom in</translation>
        </message>
        <message>
            <source>Zooma ut</source>
            <translation>Zoom out</translation>
        </message>
        <message>
            <source>administratör</source>
            <translation>administrator</translation>
        </message>
        <message>
            <source>adressen</source>
            <translation>the address</translation>
        </message>
        <message>
            <source>adressen till 1177</source>
            <translation>the address of 1177</translation>
        </message>
        <message>
            <source>april</source>
            <translation>April</translation>
        </message>
        <message>
            <source>ark</source>
            <translation>sheets</translation>
        </message>
        <message>
            <source>att rätta</source>
            <translation>to correct</translation>
        </message>
        <message>
            <source>att tänka över</source>
            <translation>to think over</translation>
        </message>
        <message>
            <source>augusti</source>
            <translation>August</translation>
        </message>
        <message>
            <source>avbokad</source>
            <translation>cancelled</translation>
        </message>
        <message>
            <source>avbokningstid</source>
            <translation>time for cancelling</translation>
        </message>
        <message>
            <source>avgift</source>
            <translation>fee</translation>
        </message>
        <message>
            <source>avgift vid uteblivet besök</source>
            <translation>fee for a missed visit</translation>
        </message>
        <message>
            <source>avisering: {notified}</source>
            <translation>notification: {notified}</translation>
        </message>
        <message>
            <source>avsändande system</source>
            <translation>the sending system</translation>
        </message>
        <message>
            <source>bekräftelsen visas</source>
            <translation>the confirmation is shown</translation>
        </message>
        <message>
            <source>beslutet märks</source>
            <translation>the decision shows</translation>
        </message>
        <message>
            <source>besök</source>
            <translation>visit</translation>
        </message>
        <message>
            <source>bilagan börjar inte med en rubrik.</source>
            <translation>the enclosure does not begin with a heading.</translation>
        </message>
        <message>
            <source>bilden {file} kunde inte sparas</source>
            <translation>the picture {file} could not be saved</translation>
        </message>
        <message>
            <source>bilder är inte tillåtna.</source>
            <translation>pictures are not allowed.</translation>
        </message>
        <message>
            <source>blandar bokstäver ur olika alfabet</source>
            <translation>mixes letters of different alphabets</translation>
        </message>
        <message>
            <source>blir kvar</source>
            <translation>stay</translation>
        </message>
        <message>
            <source>blodgivningen</source>
            <translation>the blood donation</translation>
        </message>
        <message>
            <source>bokad</source>
            <translation>booked</translation>
        </message>
        <message>
            <source>bokningar</source>
            <translation>bookings</translation>
        </message>
        <message>
            <source>bokningen på rad {row}</source>
            <translation>the booking on row {row}</translation>
        </message>
        <message>
            <source>borta: {columns}</source>
            <translation>gone: {columns}</translation>
        </message>
        <message>
            <source>brev</source>
            <translation>paper letters</translation>
        </message>
        <message>
            <source>brev-id</source>
            <translation>letter id</translation>
        </message>
        <message>
            <source>brevet</source>
            <translation>the paper letter</translation>
        </message>
        <message>
            <source>brevets text</source>
            <translation>the text of the letter</translation>
        </message>
        <message>
            <source>brevtypen {kind}, för koden {code}</source>
            <translation>the letter type {kind}, for the code {code}</translation>
        </message>
        <message>
            <source>brevtypen {letter_type}</source>
            <translation>the letter type {letter_type}</translation>
        </message>
        <message>
            <source>byta brevtyp</source>
            <translation>change letter type</translation>
        </message>
        <message>
            <source>byta kanal</source>
            <translation>change channel</translation>
        </message>
        <message>
            <source>byta språk</source>
            <translation>change language</translation>
        </message>
        <message>
            <source>byta variant</source>
            <translation>change variant</translation>
        </message>
        <message>
            <source>certifikatfilen</source>
            <translation>the certificate file</translation>
        </message>
        <message>
            <source>channels saknar brev.</source>
            <translation>channels lacks brev.</translation>
        </message>
        <message>
            <source>cirka {minutes} minuter kvar</source>
            <translation>about {minutes} minutes left</translation>
        </message>
        <message>
            <source>citat är inte tillåtna.</source>
            <translation>quotations are not allowed.</translation>
        </message>
        <message>
            <source>dag först</source>
            <translation>day first</translation>
        </message>
        <message>
            <source>dag/månad</source>
            <translation>day/month</translation>
        </message>
        <message>
            <source>dagen då kallelsen skrivs</source>
            <translation>the day the appointment letter is written</translation>
        </message>
        <message>
            <source>datorns egen skrivare</source>
            <translation>the computer's own printer</translation>
        </message>
        <message>
            <source>datum</source>
            <translation>date</translation>
        </message>
        <message>
            <source>de {left} närmaste meddelandena</source>
            <translation>the next {left} messages</translation>
        </message>
        <message>
            <source>december</source>
            <translation>December</translation>
        </message>
        <message>
            <source>den slutar genast</source>
            <translation>it ends at once</translation>
        </message>
        <message>
            <source>det skulle ha varit {leaving}</source>
            <translation>it should have been {leaving}</translation>
        </message>
        <message>
            <source>dialogen har inget fält för filens namn</source>
            <translation>the dialog has no field for the file's name</translation>
        </message>
        <message>
            <source>dialogen öppnas</source>
            <translation>the dialog opens</translation>
        </message>
        <message>
            <source>dubbelsidigt</source>
            <translation>on both sides</translation>
        </message>
        <message>
            <source>en lista får inte stå inne i en annan.</source>
            <translation>a list may not stand inside another.</translation>
        </message>
        <message>
            <source>en rad börjar med kolon utan att höra till en uppgift eller ruta.</source>
            <translation>a line begins with a colon without belonging to a fact or a box.</translation>
        </message>
        <message>
            <source>en ruta får inte stå inne i en annan.</source>
            <translation>a box may not stand inside another.</translation>
        </message>
        <message>
            <source>en uppgift går över flera rader.</source>
            <translation>a fact goes over several lines.</translation>
        </message>
        <message>
            <source>en uppgift har flera värden.</source>
            <translation>a fact has several values.</translation>
        </message>
        <message>
            <source>engelska</source>
            <translation>English</translation>
        </message>
        <message>
            <source>enkelsidigt</source>
            <translation>on one side</translation>
        </message>
        <message>
            <source>ett fel i programmet
{bugs}</source>
            <translation>a fault in the program
{bugs}</translation>
        </message>
        <message>
            <source>februari</source>
            <translation>February</translation>
        </message>
        <message>
            <source>fet text får inte stå här.</source>
            <translation>bold text may not stand here.</translation>
        </message>
        <message>
            <source>filen med godkända utfärdare</source>
            <translation>the file of trusted authorities</translation>
        </message>
        <message>
            <source>filen {name} finns inte.</source>
            <translation>the file {name} does not exist.</translation>
        </message>
        <message>
            <source>filen {name} saknas.</source>
            <translation>the file {name} is missing.</translation>
        </message>
        <message>
            <source>fler än {number}</source>
            <translation>more than {number}</translation>
        </message>
        <message>
            <source>fredag</source>
            <translation>Friday</translation>
        </message>
        <message>
            <source>fritexten</source>
            <translation>the free text</translation>
        </message>
        <message>
            <source>fältet {column} på rad {row}: «{text}»</source>
            <translation>the field {column} on row {row}: “{text}”</translation>
        </message>
        <message>
            <source>fönstret blir aktivt</source>
            <translation>the window becomes active</translation>
        </message>
        <message>
            <source>fönstret öppnas</source>
            <translation>the window opens</translation>
        </message>
        <message>
            <source>förberedelser</source>
            <translation>preparations</translation>
        </message>
        <message>
            <source>förberedelserna är inte desamma i {channel}</source>
            <translation>the preparations are not the same in {channel}</translation>
        </message>
        <message>
            <source>fördelar och nackdelar</source>
            <translation>advantages and disadvantages</translation>
        </message>
        <message>
            <source>gallra historiken</source>
            <translation>purge history</translation>
        </message>
        <message>
            <source>godkänna</source>
            <translation>approve</translation>
        </message>
        <message>
            <source>godkänna mallar</source>
            <translation>approve templates</translation>
        </message>
        <message>
            <source>godkänna ändrade regler och roller</source>
            <translation>approve changed rules and roles</translation>
        </message>
        <message>
            <source>godkännare</source>
            <translation>approver</translation>
        </message>
        <message>
            <source>gäller avlidna</source>
            <translation>for deceased persons</translation>
        </message>
        <message>
            <source>gäller barn</source>
            <translation>for children</translation>
        </message>
        <message>
            <source>gäller patienter 13–17 år</source>
            <translation>for patients aged 13–17</translation>
        </message>
        <message>
            <source>går inte att tolka eller saknar uppgift</source>
            <translation>that cannot be read or lack a detail</translation>
        </message>
        <message>
            <source>har avbokats</source>
            <translation>that have been cancelled</translation>
        </message>
        <message>
            <source>har brev som blev flera sidor</source>
            <translation>with a letter of several pages</translation>
        </message>
        <message>
            <source>har en adress som inte får plats i fönstret</source>
            <translation>with an address too large for the window</translation>
        </message>
        <message>
            <source>har ett organisationsnummer som inte stämmer</source>
            <translation>has an organisation number that is not right</translation>
        </message>
        <message>
            <source>har fritext som kan innehålla känsliga uppgifter</source>
            <translation>with free text that may be sensitive</translation>
        </message>
        <message>
            <source>har inte formen SE, tio siffror, bindestreck och bokstäver eller siffror</source>
            <translation>does not have the form SE, ten digits, a hyphen, and letters or digits</translation>
        </message>
        <message>
            <source>har kort tid till besöket</source>
            <translation>with little time before the visit</translation>
        </message>
        <message>
            <source>har ny tid sedan kallelsen</source>
            <translation>with a new time since the letter</translation>
        </message>
        <message>
            <source>har ovanlig tid</source>
            <translation>with an unusual time</translation>
        </message>
        <message>
            <source>har redan kallats</source>
            <translation>with a letter already</translation>
        </message>
        <message>
            <source>har redan varit</source>
            <translation>already past</translation>
        </message>
        <message>
            <source>har samma patient två gånger</source>
            <translation>with the same patient twice</translation>
        </message>
        <message>
            <source>har samma patient två gånger (1 patient)</source>
            <translation>with the same patient twice (1 patient)</translation>
        </message>
        <message>
            <source>har samma patient två gånger ({number} patienter)</source>
            <translation>with the same patient twice ({number} patients)</translation>
        </message>
        <message>
            <source>har skyddade personuppgifter</source>
            <translation>with protected personal data</translation>
        </message>
        <message>
            <source>har text som syns i kuvertfönstret</source>
            <translation>with text that shows in the envelope window</translation>
        </message>
        <message>
            <source>har tolk bokad</source>
            <translation>with an interpreter booked</translation>
        </message>
        <message>
            <source>har tolkade uppgifter</source>
            <translation>with interpreted values</translation>
        </message>
        <message>
            <source>har utlandsadress</source>
            <translation>with an address abroad</translation>
        </message>
        <message>
            <source>hoppa över</source>
            <translation>skip</translation>
        </message>
        <message>
            <source>hur man får tolk eller annat stöd</source>
            <translation>how to get an interpreter or other support</translation>
        </message>
        <message>
            <source>hur man hittar hit</source>
            <translation>how to find the way here</translation>
        </message>
        <message>
            <source>hur svar på meddelandet används</source>
            <translation>how replies to the message are used</translation>
        </message>
        <message>
            <source>här viks arket</source>
            <translation>the sheet is folded here</translation>
        </message>
        <message>
            <source>häva markeringen om skyddade personuppgifter</source>
            <translation>lift the mark of protected identity</translation>
        </message>
        <message>
            <source>i dag</source>
            <translation>today</translation>
        </message>
        <message>
            <source>i morgon</source>
            <translation>tomorrow</translation>
        </message>
        <message>
            <source>id är {id}, men mappen heter {folder}.</source>
            <translation>id is {id}, but the folder is called {folder}.</translation>
        </message>
        <message>
            <source>idag</source>
            <translation>today</translation>
        </message>
        <message>
            <source>imorgon</source>
            <translation>tomorrow</translation>
        </message>
        <message>
            <source>inga bokningar är inlästa</source>
            <translation>no bookings have been read</translation>
        </message>
        <message>
            <source>ingen</source>
            <translation>none</translation>
        </message>
        <message>
            <source>ingen adress</source>
            <translation>no address</translation>
        </message>
        <message>
            <source>ingen behörighet</source>
            <translation>no permission</translation>
        </message>
        <message>
            <source>inget att rätta</source>
            <translation>nothing to correct</translation>
        </message>
        <message>
            <source>inläst {read_at}</source>
            <translation>read {read_at}</translation>
        </message>
        <message>
            <source>inlästa {total} = skickade {sent} + kvar {left}</source>
            <translation>read {total} = sent {sent} + left {left}</translation>
        </message>
        <message>
            <source>innehåller osynliga tecken som kan ändra hur det läses</source>
            <translation>holds invisible characters that may change how it is read</translation>
        </message>
        <message>
            <source>innehåller staplade accenter</source>
            <translation>holds stacked accents</translation>
        </message>
        <message>
            <source>innehåller tecken som inte hör till ett namn</source>
            <translation>holds characters that do not belong in a name</translation>
        </message>
        <message>
            <source>inte härifrån</source>
            <translation>not from here</translation>
        </message>
        <message>
            <source>januari</source>
            <translation>January</translation>
        </message>
        <message>
            <source>juli</source>
            <translation>July</translation>
        </message>
        <message>
            <source>juni</source>
            <translation>June</translation>
        </message>
        <message>
            <source>kallade</source>
            <translation>called</translation>
        </message>
        <message>
            <source>kallelsens datum</source>
            <translation>the date of the appointment letter</translation>
        </message>
        <message>
            <source>kallelser</source>
            <translation>appointment letters</translation>
        </message>
        <message>
            <source>kallelser utan brev</source>
            <translation>appointment letters without paper</translation>
        </message>
        <message>
            <source>kan synas: bara adressen får stå här</source>
            <translation>may show: only the address may stand here</translation>
        </message>
        <message>
            <source>kanalen {value} finns inte.</source>
            <translation>there is no channel {value}.</translation>
        </message>
        <message>
            <source>knappen «{text}» går att trycka på</source>
            <translation>the button “{text}” can be pressed</translation>
        </message>
        <message>
            <source>knappen «{text}» syns inte</source>
            <translation>the button “{text}” is not visible</translation>
        </message>
        <message>
            <source>kod är inte tillåten.</source>
            <translation>code is not allowed.</translation>
        </message>
        <message>
            <source>koden mellan klamrarna går inte att förstå.</source>
            <translation>the code between the braces cannot be understood.</translation>
        </message>
        <message>
            <source>kolumnen «{column}» på rad {row}: «{text}»</source>
            <translation>the column “{column}” on row {row}: “{text}”</translation>
        </message>
        <message>
            <source>kommunikatör</source>
            <translation>communicator</translation>
        </message>
        <message>
            <source>korrelations-id: {correlation_id}</source>
            <translation>correlation id: {correlation_id}</translation>
        </message>
        <message>
            <source>kr</source>
            <translation>SEK</translation>
        </message>
        <message>
            <source>kunde inte skapas</source>
            <translation>that could not be made</translation>
        </message>
        <message>
            <source>kursiv text är inte tillåten.</source>
            <translation>italics are not allowed.</translation>
        </message>
        <message>
            <source>köade</source>
            <translation>queued</translation>
        </message>
        <message>
            <source>logggranskare</source>
            <translation>log reviewer</translation>
        </message>
        <message>
            <source>länken får inte stå här.</source>
            <translation>the link may not stand here.</translation>
        </message>
        <message>
            <source>länken leder inte till en tillåten webbplats.</source>
            <translation>the link does not lead to a web site that is allowed.</translation>
        </message>
        <message>
            <source>länken är inte skriven som [text](adress).</source>
            <translation>the link is not written as [text](address).</translation>
        </message>
        <message>
            <source>läsa och granska loggen</source>
            <translation>read and review the log</translation>
        </message>
        <message>
            <source>lördag</source>
            <translation>Saturday</translation>
        </message>
        <message>
            <source>maj</source>
            <translation>May</translation>
        </message>
        <message>
            <source>mallens text</source>
            <translation>the text of the template</translation>
        </message>
        <message>
            <source>mallversion {version}</source>
            <translation>templates {version}</translation>
        </message>
        <message>
            <source>mappen contracts/{id} bland programmets data</source>
            <translation>the folder contracts/{id} in the program's data</translation>
        </message>
        <message>
            <source>mars</source>
            <translation>March</translation>
        </message>
        <message>
            <source>med</source>
            <translation>with</translation>
        </message>
        <message>
            <source>meddelanden</source>
            <translation>messages</translation>
        </message>
        <message>
            <source>min</source>
            <translation>min</translation>
        </message>
        <message>
            <source>mindre än en minut kvar</source>
            <translation>less than a minute left</translation>
        </message>
        <message>
            <source>mottagarens logiska adress</source>
            <translation>the receiver's logical address</translation>
        </message>
        <message>
            <source>mottagning</source>
            <translation>clinic</translation>
        </message>
        <message>
            <source>mottagningens adress</source>
            <translation>the clinic's address</translation>
        </message>
        <message>
            <source>mottagningens postort</source>
            <translation>the clinic's town</translation>
        </message>
        <message>
            <source>mottagningens telefon</source>
            <translation>the clinic's phone</translation>
        </message>
        <message>
            <source>mottagningens uppgifter (care_systems/{care_system}.toml), enligt {cells}</source>
            <translation>the clinic's details (care_systems/{care_system}.toml), by {cells}</translation>
        </message>
        <message>
            <source>mätningens längd</source>
            <translation>the length of the measurement</translation>
        </message>
        <message>
            <source>månad först</source>
            <translation>month first</translation>
        </message>
        <message>
            <source>månad/dag</source>
            <translation>month/day</translation>
        </message>
        <message>
            <source>måndag</source>
            <translation>Monday</translation>
        </message>
        <message>
            <source>n</source>
            <translation>n</translation>
        </message>
        <message>
            <source>n före</source>
            <translation>n before</translation>
        </message>
        <message>
            <source>n räknar</source>
            <translation>n counts</translation>
        </message>
        <message>
            <source>november</source>
            <translation>November</translation>
        </message>
        <message>
            <source>numrerade listor är inte tillåtna.</source>
            <translation>numbered lists are not allowed.</translation>
        </message>
        <message>
            <source>nya: {columns}</source>
            <translation>new: {columns}</translation>
        </message>
        <message>
            <source>när tiden ska bokas om</source>
            <translation>when the time should be rebooked</translation>
        </message>
        <message>
            <source>något som liknar ett personnummer eller ett telefonnummer</source>
            <translation>something that looks like a personal identity number or a phone number</translation>
        </message>
        <message>
            <source>oklara</source>
            <translation>unclear</translation>
        </message>
        <message>
            <source>oktober</source>
            <translation>October</translation>
        </message>
        <message>
            <source>okänd enhet</source>
            <translation>unknown unit</translation>
        </message>
        <message>
            <source>okänt slag</source>
            <translation>unknown kind</translation>
        </message>
        <message>
            <source>om {days} dagar</source>
            <translation>in {days} days</translation>
        </message>
        <message>
            <source>ombokad</source>
            <translation>rebooked</translation>
        </message>
        <message>
            <source>onsdag</source>
            <translation>Wednesday</translation>
        </message>
        <message>
            <source>patientens adress</source>
            <translation>the patient's address</translation>
        </message>
        <message>
            <source>patientens förnamn</source>
            <translation>the patient's given name</translation>
        </message>
        <message>
            <source>patientens namn</source>
            <translation>the patient's name</translation>
        </message>
        <message>
            <source>per 100</source>
            <translation>per 100</translation>
        </message>
        <message>
            <source>plats</source>
            <translation>place</translation>
        </message>
        <message>
            <source>procent</source>
            <translation>percent</translation>
        </message>
        <message>
            <source>procentenheter</source>
            <translation>percentage points</translation>
        </message>
        <message>
            <source>programmet blir klart</source>
            <translation>the program gets ready</translation>
        </message>
        <message>
            <source>programmet har inte startat</source>
            <translation>the program has not started</translation>
        </message>
        <message>
            <source>programmet startar</source>
            <translation>the program starts</translation>
        </message>
        <message>
            <source>punkten eller uppgiften har flera stycken.</source>
            <translation>the item or fact has several paragraphs.</translation>
        </message>
        <message>
            <source>punkten är tom.</source>
            <translation>the item is empty.</translation>
        </message>
        <message>
            <source>rad {row}, {when}</source>
            <translation>row {row}, {when}</translation>
        </message>
        <message>
            <source>raden följer inte reglerna för TOML.</source>
            <translation>the line does not follow the rules of TOML.</translation>
        </message>
        <message>
            <source>raden är bruten för hand.</source>
            <translation>the line is broken by hand.</translation>
        </message>
        <message>
            <source>raden är indragen.</source>
            <translation>the line is indented.</translation>
        </message>
        <message>
            <source>receptionist</source>
            <translation>receptionist</translation>
        </message>
        <message>
            <source>regionens namn</source>
            <translation>the region's name</translation>
        </message>
        <message>
            <source>regionens regler (regions/{region}.toml), giltigt från {day}. Källa: {source}</source>
            <translation>the region's rules (regions/{region}.toml), valid from {day}. Source: {source}</translation>
        </message>
        <message>
            <source>remitterande enhet</source>
            <translation>the referring unit</translation>
        </message>
        <message>
            <source>rubriken går inte att använda.</source>
            <translation>the heading cannot be used.</translation>
        </message>
        <message>
            <source>rutan saknar sort eller rubrik.</source>
            <translation>the box lacks its kind or its heading.</translation>
        </message>
        <message>
            <source>rutan tar aldrig slut.</source>
            <translation>the box never ends.</translation>
        </message>
        <message>
            <source>rutan under listan har inget val</source>
            <translation>the pane under the list has no choice</translation>
        </message>
        <message>
            <source>rätta uppgifter</source>
            <translation>correct details</translation>
        </message>
        <message>
            <source>rättad här för hand; i filen: {cells}</source>
            <translation>corrected here by hand; in the file: {cells}</translation>
        </message>
        <message>
            <source>saknar adress</source>
            <translation>without an address</translation>
        </message>
        <message>
            <source>se patienters bokningar och kallelser</source>
            <translation>see patients’ bookings and appointment letters</translation>
        </message>
        <message>
            <source>se utvärderingen</source>
            <translation>see the evaluation</translation>
        </message>
        <message>
            <source>september</source>
            <translation>September</translation>
        </message>
        <message>
            <source>skicka kallelser</source>
            <translation>send appointment letters</translation>
        </message>
        <message>
            <source>skriv dess början</source>
            <translation>type its beginning</translation>
        </message>
        <message>
            <source>skriven för hand</source>
            <translation>written by hand</translation>
        </message>
        <message>
            <source>skyddade uppgifter</source>
            <translation>protected identity</translation>
        </message>
        <message>
            <source>som brev</source>
            <translation>on paper</translation>
        </message>
        <message>
            <source>som brev ({sheets} ark)</source>
            <translation>on paper (sheets: {sheets})</translation>
        </message>
        <message>
            <source>spara eller skriva ut listor och kvittenser</source>
            <translation>save or print lists and receipts</translation>
        </message>
        <message>
            <source>språket {language} finns inte.</source>
            <translation>there is no language {language}.</translation>
        </message>
        <message>
            <source>streck är inte tillåtna.</source>
            <translation>rules across the page are not allowed.</translation>
        </message>
        <message>
            <source>står inte i något brev, så läs ändringen i filen</source>
            <translation>in no letter, so read the change in the file</translation>
        </message>
        <message>
            <source>svenska</source>
            <translation>Swedish</translation>
        </message>
        <message>
            <source>syns alltid i fönstret</source>
            <translation>always shows in the window</translation>
        </message>
        <message>
            <source>säger olika i 1177 och brev</source>
            <translation>that differ between 1177 and paper</translation>
        </message>
        <message>
            <source>söndag</source>
            <translation>Sunday</translation>
        </message>
        <message>
            <source>ta med</source>
            <translation>include</translation>
        </message>
        <message>
            <source>tabeller är inte tillåtna.</source>
            <translation>tables are not allowed.</translation>
        </message>
        <message>
            <source>tecknet U+{found:04X} får inte stå i en mall.</source>
            <translation>the character U+{found:04X} may not stand in a template.</translation>
        </message>
        <message>
            <source>telefon</source>
            <translation>phone</translation>
        </message>
        <message>
            <source>telefontider</source>
            <translation>phone hours</translation>
        </message>
        <message>
            <source>text får inte följa direkt på en ruta.</source>
            <translation>text may not follow right after a box.</translation>
        </message>
        <message>
            <source>texten är längre än {max_length} tecken.</source>
            <translation>the text is longer than {max_length} characters.</translation>
        </message>
        <message>
            <source>tid</source>
            <translation>time</translation>
        </message>
        <message>
            <source>till</source>
            <translation>to</translation>
        </message>
        <message>
            <source>till 1177</source>
            <translation>to 1177</translation>
        </message>
        <message>
            <source>till 1177 och som brev</source>
            <translation>to 1177 and on paper</translation>
        </message>
        <message>
            <source>tisdag</source>
            <translation>Tuesday</translation>
        </message>
        <message>
            <source>tomt</source>
            <translation>empty</translation>
        </message>
        <message>
            <source>torsdag</source>
            <translation>Thursday</translation>
        </message>
        <message>
            <source>tryckeriets märken</source>
            <translation>the print house's marks</translation>
        </message>
        <message>
            <source>undersökning</source>
            <translation>examination</translation>
        </message>
        <message>
            <source>uppföljning</source>
            <translation>follow-up</translation>
        </message>
        <message>
            <source>uppgiften {name} finns inte.</source>
            <translation>there is no fact {name}.</translation>
        </message>
        <message>
            <source>uppgifter får inte stå inne i en lista.</source>
            <translation>facts may not stand inside a list.</translation>
        </message>
        <message>
            <source>utan adress</source>
            <translation>without an address</translation>
        </message>
        <message>
            <source>utan tid</source>
            <translation>without a time</translation>
        </message>
        <message>
            <source>utskick</source>
            <translation>mailings</translation>
        </message>
        <message>
            <source>utskicket blir klart</source>
            <translation>the mailing is done</translation>
        </message>
        <message>
            <source>utskicket börjar</source>
            <translation>the mailing begins</translation>
        </message>
        <message>
            <source>v. {week}</source>
            <translation>week {week}</translation>
        </message>
        <message>
            <source>vad besöket gäller</source>
            <translation>what the visit is for</translation>
        </message>
        <message>
            <source>vad besöket kostar</source>
            <translation>what the visit costs</translation>
        </message>
        <message>
            <source>vad man gör före besöket och tar med</source>
            <translation>what to do before the visit and bring along</translation>
        </message>
        <message>
            <source>vad man gör om tiden inte passar</source>
            <translation>what to do if the time does not suit</translation>
        </message>
        <message>
            <source>values på språket {language} är inte desamma som på svenska.</source>
            <translation>values in the language {language} are not the same as in Swedish.</translation>
        </message>
        <message>
            <source>varje anrop</source>
            <translation>every call</translation>
        </message>
        <message>
            <source>vart man vänder sig med frågor</source>
            <translation>where to turn with questions</translation>
        </message>
        <message>
            <source>vem som erbjuds mammografi</source>
            <translation>who is offered mammography</translation>
        </message>
        <message>
            <source>vem som erbjuds provet</source>
            <translation>who is offered the test</translation>
        </message>
        <message>
            <source>version {version}, publicerad {day} av {approver} på förslag av {proposer}: {note}</source>
            <translation>version {version}, published on {day} by {approver} as proposed by {proposer}: {note}</translation>
        </message>
        <message>
            <source>vid de streckade linjerna, om det finns några, och lägg det i kuvertet med adressen i fönstret.</source>
            <translation>at the dashed lines, if there are any, and put it in the envelope with the address in the window.</translation>
        </message>
        <message>
            <source>video</source>
            <translation>video</translation>
        </message>
        <message>
            <source>vilken mottagning som skickar</source>
            <translation>which clinic is sending</translation>
        </message>
        <message>
            <source>vägbeskrivning</source>
            <translation>directions</translation>
        </message>
        <message>
            <source>vänster {left}, höger {right}, uppe {top}, nere {bottom}</source>
            <translation>left {left}, right {right}, top {top}, bottom {bottom}</translation>
        </message>
        <message>
            <source>{blocked} av {total} behöver åtgärdas innan de kan skickas: </source>
            <translation>{blocked} of {total} must be fixed before they can be sent: </translation>
        </message>
        <message>
            <source>{breaker} oklara svar i rad. {explanation}</source>
            <translation>{breaker} unclear answers in a row. {explanation}</translation>
        </message>
        <message>
            <source>{by_inbox} till 1177, {by_post} som brev</source>
            <translation>{by_inbox} to 1177, {by_post} on paper</translation>
        </message>
        <message>
            <source>{by_inbox} till 1177, {by_post} {as_letters}, {left} blir kvar.</source>
            <translation>{by_inbox} to 1177, {by_post} {as_letters}, {left} stay.</translation>
        </message>
        <message>
            <source>{changed} av {compared} brev ändras, {unchanged} är lika i båda versionerna.</source>
            <translation>{changed} of {compared} letters change, {unchanged} are the same in both versions.</translation>
        </message>
        <message>
            <source>{change} mot {before}</source>
            <translation>{change} against {before}</translation>
        </message>
        <message>
            <source>{change}, öppnad</source>
            <translation>{change}, opened</translation>
        </message>
        <message>
            <source>{channels} (regelns förslag)</source>
            <translation>{channels} (the rule's proposal)</translation>
        </message>
        <message>
            <source>{channel} säger inte {one}. {todo} ({source})</source>
            <translation>{channel} does not say {one}. {todo} ({source})</translation>
        </message>
        <message>
            <source>{channel}: {before} → {after} ord</source>
            <translation>{channel}: {before} → {after} words</translation>
        </message>
        <message>
            <source>{chosen} Regelns förslag: {label}. {reason}</source>
            <translation>{chosen} The rule's proposal: {label}. {reason}</translation>
        </message>
        <message>
            <source>{columns} saknas i filen från {care_system}.</source>
            <translation>{columns} missing in the file from {care_system}.</translation>
        </message>
        <message>
            <source>{columns} saknas också.</source>
            <translation>{columns} missing too.</translation>
        </message>
        <message>
            <source>{compared} av {total} brev jämförda.</source>
            <translation>{compared} of {total} letters compared.</translation>
        </message>
        <message>
            <source>{count} bokningar där patienten redan har kommit är inte med.</source>
            <translation>{count} bookings where the patient has already come are left out.</translation>
        </message>
        <message>
            <source>{count} bokningar där patienten uteblev är inte med.</source>
            <translation>{count} bookings where the patient did not come are left out.</translation>
        </message>
        <message>
            <source>{count} bokningar har en föreslagen tid som inte är bekräftad (proposed).</source>
            <translation>{count} bookings have a proposed time that is not confirmed (proposed).</translation>
        </message>
        <message>
            <source>{count} bokningar som lades in av misstag är inte med.</source>
            <translation>{count} bookings that were entered by mistake are left out.</translation>
        </message>
        <message>
            <source>{count} bokningar som redan har genomförts är inte med.</source>
            <translation>{count} bookings that have already taken place are left out.</translation>
        </message>
        <message>
            <source>{count} bokningar som står på väntelista är inte med.</source>
            <translation>{count} bookings on a waiting list are left out.</translation>
        </message>
        <message>
            <source>{count} bokningar utan patient är inte med.</source>
            <translation>{count} bookings without a patient are left out.</translation>
        </message>
        <message>
            <source>{count} ändringar  F7</source>
            <translation>{count} changes  F7</translation>
        </message>
        <message>
            <source>{day} klockan {clock}</source>
            <translation>{day} at {clock}</translation>
        </message>
        <message>
            <source>{detail}; se inbox.log i testinkorgens mapp</source>
            <translation>{detail}; see inbox.log in the folder of the test inbox</translation>
        </message>
        <message>
            <source>{fact} står inte längre i {channel}</source>
            <translation>{fact} no longer stands in {channel}</translation>
        </message>
        <message>
            <source>{fact} står nu i {channel}</source>
            <translation>{fact} now stands in {channel}</translation>
        </message>
        <message>
            <source>{faults} Det drabbar {calls}.</source>
            <translation>{faults} It hits {calls}.</translation>
        </message>
        <message>
            <source>{field} har ett värde som inte går att använda.</source>
            <translation>{field} has a value that cannot be used.</translation>
        </message>
        <message>
            <source>{field} saknas.</source>
            <translation>{field} is missing.</translation>
        </message>
        <message>
            <source>{field} är ingen uppgift som en brevtyp har.</source>
            <translation>{field} is nothing that a letter type has.</translation>
        </message>
        <message>
            <source>{file} · {care_system} · inläst {at}</source>
            <translation>{file} · {care_system} · read {at}</translation>
        </message>
        <message>
            <source>{file} är godkänd.</source>
            <translation>{file} is approved.</translation>
        </message>
        <message>
            <source>{file} är inte godkänd än, och inte lämnad för godkännande.</source>
            <translation>{file} is not approved yet, and not submitted for approval.</translation>
        </message>
        <message>
            <source>{file} är lämnad av {who} och väntar på att någon annan godkänner den.</source>
            <translation>{file} has been submitted by {who} and waits for somebody else to approve it.</translation>
        </message>
        <message>
            <source>{file} • osparad</source>
            <translation>{file} • unsaved</translation>
        </message>
        <message>
            <source>{file}, rad {line}</source>
            <translation>{file}, line {line}</translation>
        </message>
        <message>
            <source>{filter}: {number}.</source>
            <translation>{filter}: {number}.</translation>
        </message>
        <message>
            <source>{first} till {last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>{fold} från överkant</source>
            <translation>{fold} from the top</translation>
        </message>
        <message>
            <source>{header}, inte vald</source>
            <translation>{header}, not chosen</translation>
        </message>
        <message>
            <source>{header}, vald som {title}</source>
            <translation>{header}, chosen as {title}</translation>
        </message>
        <message>
            <source>{label}, tangent {key}</source>
            <translation>{label}, key {key}</translation>
        </message>
        <message>
            <source>{label}: lägg kontraktets egna XSD-filer i {place}.</source>
            <translation>{label}: put the contract's own XSD files in {place}.</translation>
        </message>
        <message>
            <source>{label}: «{old}» då, «{new}» nu.</source>
            <translation>{label}: “{old}” then, “{new}” now.</translation>
        </message>
        <message>
            <source>{layout} – sparad {day} av {user}</source>
            <translation>{layout} – saved {day} by {user}</translation>
        </message>
        <message>
            <source>{left} av jämförelsens ändringar är inte öppnade.</source>
            <translation>{left} of the changes of the comparison have not been opened.</translation>
        </message>
        <message>
            <source>{length} av {most}</source>
            <translation>{length} of {most}</translation>
        </message>
        <message>
            <source>{letter_type}, letter.toml</source>
            <translation>{letter_type}, letter.toml</translation>
        </message>
        <message>
            <source>{letter_type}, text</source>
            <translation>{letter_type}, text</translation>
        </message>
        <message>
            <source>{letters} går som brev i stället, när du skickar igen.</source>
            <translation>{letters} will go by post instead when you send again.</translation>
        </message>
        <message>
            <source>{letters} hade redan gått som brev.</source>
            <translation>{letters} had already gone by post.</translation>
        </message>
        <message>
            <source>{letters} hade ändrats och kontrolleras igen.</source>
            <translation>{letters} had changed and are being checked again.</translation>
        </message>
        <message>
            <source>{letters} har inte skickats än.</source>
            <translation>{letters} not sent yet.</translation>
        </message>
        <message>
            <source>{letters} som väntar stämmer inte med listan</source>
            <translation>Waiting, but contradicted by the list: {letters}</translation>
        </message>
        <message>
            <source>{letters} togs tillbaka.</source>
            <translation>{letters} taken back.</translation>
        </message>
        <message>
            <source>{login}, utan roll</source>
            <translation>{login}, without a role</translation>
        </message>
        <message>
            <source>{login}, {roles}</source>
            <translation>{login}, {roles}</translation>
        </message>
        <message>
            <source>{made} till besök {visit}</source>
            <translation>{made} for a visit on {visit}</translation>
        </message>
        <message>
            <source>{mode}. Historiken är inte krypterad</source>
            <translation>{mode}. The history is not encrypted</translation>
        </message>
        <message>
            <source>{named} gick ut den {last_day}. Byt det: inget kan skickas till 1177.</source>
            <translation>{named} ran out on {last_day}. Replace it: nothing can be sent to 1177.</translation>
        </message>
        <message>
            <source>{named} går ut {days}, den {last_day}. {todo}</source>
            <translation>{named} runs out {days}, on {last_day}. {todo}</translation>
        </message>
        <message>
            <source>{names} och {number} till</source>
            <translation>{names} and {number} more</translation>
        </message>
        <message>
            <source>{name} (overifierad)</source>
            <translation>{name} (unverified)</translation>
        </message>
        <message>
            <source>{name} för vald bokning</source>
            <translation>{name} of the chosen booking</translation>
        </message>
        <message>
            <source>{name} för vald bokning ({keys})</source>
            <translation>{name} of the chosen booking ({keys})</translation>
        </message>
        <message>
            <source>{name} i 1177-meddelandet står inte i brevet</source>
            <translation>{name} in the 1177 message is not in the paper letter</translation>
        </message>
        <message>
            <source>{name} i brevet står inte i 1177-meddelandet</source>
            <translation>{name} in the paper letter is not in the 1177 message</translation>
        </message>
        <message>
            <source>{name} läses in</source>
            <translation>{name} is read</translation>
        </message>
        <message>
            <source>{name} saknas i {channel}</source>
            <translation>{name} is missing in {channel}</translation>
        </message>
        <message>
            <source>{name} är inte tillåtet i en mall.</source>
            <translation>{name} is not allowed in a template.</translation>
        </message>
        <message>
            <source>{name}, första dagen</source>
            <translation>{name}, first day</translation>
        </message>
        <message>
            <source>{name}, sida {page}</source>
            <translation>{name}, page {page}</translation>
        </message>
        <message>
            <source>{name}, sista dagen</source>
            <translation>{name}, last day</translation>
        </message>
        <message>
            <source>{name}: håller</source>
            <translation>{name}: holds</translation>
        </message>
        <message>
            <source>{name}: version {before} då, {after} nu.</source>
            <translation>{name}: version {before} then, {after} now.</translation>
        </message>
        <message>
            <source>{name}: {total} bokningar inlästa, {by_status}.</source>
            <translation>{name}: {total} bookings read, {by_status}.</translation>
        </message>
        <message>
            <source>{name}: {word}. {why}</source>
            <translation>{name}: {word}. {why}</translation>
        </message>
        <message>
            <source>{number} av annat slag</source>
            <translation>{number} of other kinds</translation>
        </message>
        <message>
            <source>{number} av {found} åtkomster till patienters uppgifter är granskade.</source>
            <translation>{number} of {found} accesses to patients’ details have been reviewed.</translation>
        </message>
        <message>
            <source>{number} av {found} åtkomster, frö {seed}.</source>
            <translation>{number} of {found} accesses, seed {seed}.</translation>
        </message>
        <message>
            <source>{number} bokningar</source>
            <translation>{number} bookings</translation>
        </message>
        <message>
            <source>{number} brev</source>
            <translation>{number} letters</translation>
        </message>
        <message>
            <source>{number} brev eller meddelanden</source>
            <translation>{number} letters or messages</translation>
        </message>
        <message>
            <source>{number} brev kom fram.</source>
            <translation>{number} paper letters arrived.</translation>
        </message>
        <message>
            <source>{number} brev är utskrivna men inte räknade.</source>
            <translation>{number} letters are printed but not counted.</translation>
        </message>
        <message>
            <source>{number} brev är valda.</source>
            <translation>{number} paper letters are selected.</translation>
        </message>
        <message>
            <source>{number} brevtyper</source>
            <translation>{number} letter types</translation>
        </message>
        <message>
            <source>{number} enheter</source>
            <translation>{number} units</translation>
        </message>
        <message>
            <source>{number} kallelser</source>
            <translation>{number} appointment letters</translation>
        </message>
        <message>
            <source>{number} kallelser skulle gallras idag.</source>
            <translation>{number} appointment letters would be purged today.</translation>
        </message>
        <message>
            <source>{number} kallelser är sparade, med personuppgifter.</source>
            <translation>{number} appointment letters have been saved, with personal data.</translation>
        </message>
        <message>
            <source>{number} klara: {ways}</source>
            <translation>{number} ready: {ways}</translation>
        </message>
        <message>
            <source>{number} källor svarade inte ({shown})</source>
            <translation>{number} sources did not answer ({shown})</translation>
        </message>
        <message>
            <source>{number} olika fel, ett för varje meddelande.</source>
            <translation>{number} different faults, one for each message.</translation>
        </message>
        <message>
            <source>{number} perioder</source>
            <translation>{number} periods</translation>
        </message>
        <message>
            <source>{number} poster visas.</source>
            <translation>{number} entries are shown.</translation>
        </message>
        <message>
            <source>{number} poster.</source>
            <translation>{number} entries.</translation>
        </message>
        <message>
            <source>{number} rader lästa</source>
            <translation>{number} rows read</translation>
        </message>
        <message>
            <source>{number} redan skickade</source>
            <translation>{number} already sent</translation>
        </message>
        <message>
            <source>{number} togs inte emot. Se orsaken på raden.</source>
            <translation>{number} were not accepted. See the reason on the row.</translation>
        </message>
        <message>
            <source>{number} träffar</source>
            <translation>{number} hits</translation>
        </message>
        <message>
            <source>{number} träffar.</source>
            <translation>{number} hits.</translation>
        </message>
        <message>
            <source>{number} uppgifter behöver rättas innan bokningen kan sparas.</source>
            <translation>{number} details must be corrected before the booking can be saved.</translation>
        </message>
        <message>
            <source>{number} ändringar</source>
            <translation>{number} changes</translation>
        </message>
        <message>
            <source>{number} är oklara</source>
            <translation>{number} are unclear</translation>
        </message>
        <message>
            <source>{one} i {name} finns inte. Rätta namnet eller ta bort det.</source>
            <translation>There is no {one}, which stands in {name}. Correct the name or remove it.</translation>
        </message>
        <message>
            <source>{opened} av {groups} ändringar är öppnade. Öppna alla före publicering.</source>
            <translation>{opened} of {groups} changes have been opened. Open all of them before publishing.</translation>
        </message>
        <message>
            <source>{order}: {written} är {day} {month}</source>
            <translation>{order}: {written} is {day} {month}</translation>
        </message>
        <message>
            <source>{pages} sidor</source>
            <translation>{pages} pages</translation>
        </message>
        <message>
            <source>{parcels} gällde inte längre och skickades inte.</source>
            <translation>{parcels} no longer held and were not sent.</translation>
        </message>
        <message>
            <source>{parcels} har tagits på {who}. Kontrollera där att allt är skickat.</source>
            <translation>{parcels} have been taken on {who}. Check there that everything has been sent.</translation>
        </message>
        <message>
            <source>{parcels} väntar sedan tidigare. Inget skickas om av sig självt.</source>
            <translation>{parcels} waiting from before. Nothing is sent again by itself.</translation>
        </message>
        <message>
            <source>{parcels} väntar.</source>
            <translation>{parcels} waiting.</translation>
        </message>
        <message>
            <source>{passed} av {total} håller</source>
            <translation>{passed} of {total} hold</translation>
        </message>
        <message>
            <source>{pc} av {user}</source>
            <translation>{pc} by {user}</translation>
        </message>
        <message>
            <source>{period}, jämfört med {other}</source>
            <translation>{period}, compared with {other}</translation>
        </message>
        <message>
            <source>{proposal}. Alla brev görs sedan med den här versionen, på alla datorer som delar mallmappen.</source>
            <translation>{proposal}. All letters are then made with this version, on all computers that share the templates folder.</translation>
        </message>
        <message>
            <source>{review} av {total} behöver granskas innan de kan skickas: </source>
            <translation>{review} of {total} must be reviewed before they can be sent: </translation>
        </message>
        <message>
            <source>{role}: {holder}, giltigt till och med den {last_day}.</source>
            <translation>{role}: {holder}, valid through {last_day}.</translation>
        </message>
        <message>
            <source>{rows} rader</source>
            <translation>{rows} rows</translation>
        </message>
        <message>
            <source>{sentence} Rätta i vårdsystemet, ta ut filen igen och tryck F5, eller rätta här.</source>
            <translation>{sentence} Correct it in the care system, export the file again and press F5, or correct it here.</translation>
        </message>
        <message>
            <source>{share} % av meddelandena</source>
            <translation>{share} % of the messages</translation>
        </message>
        <message>
            <source>{share} % av meddelandena, {left} gånger till</source>
            <translation>{share} % of the messages, {left} more times</translation>
        </message>
        <message>
            <source>{shown} (U+{char:04X}) i {place} finns inte i brevets typsnitt.</source>
            <translation>{shown} (U+{char:04X}) in {place} is not in the letter's typeface.</translation>
        </message>
        <message>
            <source>{shown} och {left} till</source>
            <translation>{shown} and {left} more</translation>
        </message>
        <message>
            <source>{signal} i {number} av {size} brev</source>
            <translation>{signal} in {number} of {size} letters</translation>
        </message>
        <message>
            <source>{since} till {until}.</source>
            <translation>{since} to {until}.</translation>
        </message>
        <message>
            <source>{size} bokningar har samma fel</source>
            <translation>{size} bookings have the same fault</translation>
        </message>
        <message>
            <source>{size} bokningar har samma {number} ändringar</source>
            <translation>{size} bookings have the same {number} changes</translation>
        </message>
        <message>
            <source>{size} bokningar har samma ändring</source>
            <translation>{size} bookings have the same change</translation>
        </message>
        <message>
            <source>{size} bokningar har samma ändring utanför texten</source>
            <translation>{size} bookings have the same change outside the text</translation>
        </message>
        <message>
            <source>{step}: det hände inte på {patience_s:.0f} sekunder</source>
            <translation>{step}: it did not happen in {patience_s:.0f} seconds</translation>
        </message>
        <message>
            <source>{text} – summan stämmer inte</source>
            <translation>{text} – the sum is not right</translation>
        </message>
        <message>
            <source>{title}, måste finnas</source>
            <translation>{title}, must be there</translation>
        </message>
        <message>
            <source>{todo} Uppge korrelations-id {id}.</source>
            <translation>{todo} Give them the correlation id {id}.</translation>
        </message>
        <message>
            <source>{told}. Kallelsen får statusen {status}.</source>
            <translation>{told}. The appointment letter gets the status {status}.</translation>
        </message>
        <message>
            <source>{too_big} Ett ord är bredare än fönstret. Dela eller förkorta det.</source>
            <translation>{too_big} A word is wider than the window. Split or shorten it.</translation>
        </message>
        <message>
            <source>{too_big} {has} Slå ihop två rader.</source>
            <translation>{too_big} {has} Join two lines.</translation>
        </message>
        <message>
            <source>{too_big} {takes} Korta en rad.</source>
            <translation>{too_big} {takes} Shorten a line.</translation>
        </message>
        <message>
            <source>{total} bokningar är för andra enheter än {own}: {units}.</source>
            <translation>{total} bookings are for other units than {own}: {units}.</translation>
        </message>
        <message>
            <source>{total} bokningar är för en annan enhet än {own}: {units}.</source>
            <translation>{total} bookings are for another unit than {own}: {units}.</translation>
        </message>
        <message>
            <source>{tried} av {total} gjorda</source>
            <translation>{tried} of {total} made</translation>
        </message>
        <message>
            <source>{unclear} och står som Oklart tills någon avgör.</source>
            <translation>{unclear} and will stand as Unclear until somebody decides.</translation>
        </message>
        <message>
            <source>{unclear} sedan tidigare och väntar på att någon avgör.</source>
            <translation>{unclear} from before, waiting for somebody to decide.</translation>
        </message>
        <message>
            <source>{unknown} Dess HSA-id {flaw}.</source>
            <translation>{unknown} Its HSA-id {flaw}.</translation>
        </message>
        <message>
            <source>{unmade} går inte att göra i någon av dem.</source>
            <translation>{unmade} cannot be made in either of them.</translation>
        </message>
        <message>
            <source>{version}, {author} {day}: {note}</source>
            <translation>{version}, {author} on {day}: {note}</translation>
        </message>
        <message>
            <source>{waiting} väntar redan. Fortsätt skicka dem eller avbryt dem först.</source>
            <translation>{waiting} are waiting already. Go on sending them or cancel them first.</translation>
        </message>
        <message>
            <source>{wanted} skulle skickas, men {sent} är skickade</source>
            <translation>{wanted} were to be sent, but {sent} have been</translation>
        </message>
        <message>
            <source>{what} saknas.</source>
            <translation>{what} is missing.</translation>
        </message>
        <message>
            <source>{what} skickade.</source>
            <translation>{what} sent.</translation>
        </message>
        <message>
            <source>{what} skickas om {seconds} s.</source>
            <translation>{what} will be sent in {seconds} s.</translation>
        </message>
        <message>
            <source>{what} «{text}» går inte att tolka.</source>
            <translation>{what} “{text}” cannot be understood.</translation>
        </message>
        <message>
            <source>{what}, så det går inte att se om meddelandet kom fram.</source>
            <translation>{what}, so it is not possible to tell whether the message arrived.</translation>
        </message>
        <message>
            <source>{who} har lagt fram {number} kallelser för gallring. En annan person ska bekräfta.</source>
            <translation>{who} has put {number} appointment letters forward for purging. Another person is to confirm.</translation>
        </message>
        <message>
            <source>{who} visade {when} att nyckeln finns på papper.</source>
            <translation>{who} showed on {when} that the key is on paper.</translation>
        </message>
        <message>
            <source>{why} Det går inte att se om kallelsen kom fram.</source>
            <translation>{why} It is not possible to tell whether the appointment letter arrived.</translation>
        </message>
        <message>
            <source>{why} Kallelsen hade inte lämnats och väntar på att skickas.</source>
            <translation>{why} The appointment letter had not been handed over and is waiting to be sent.</translation>
        </message>
        <message>
            <source>{why} Kallelsen hade lämnats.</source>
            <translation>{why} The appointment letter had been handed over.</translation>
        </message>
        <message>
            <source>{words} ord</source>
            <translation>{words} words</translation>
        </message>
        <message>
            <source>{word}, {place}, rad {line}: {what}</source>
            <translation>{word}, {place}, line {line}: {what}</translation>
        </message>
        <message>
            <source>{written} är inte {sheets}. Räkna om, eller välj Räkna senare.</source>
            <translation>{written} is not {sheets}. Count again, or choose Count later.</translation>
        </message>
        <message>
            <source>{x} från vänster, {y} från överkant, {width} bred, {height} hög</source>
            <translation>{x} from the left, {y} from the top, {width} wide, {height} high</translation>
        </message>
        <message>
            <source>{} bokningar hoppas över. Ring patienterna.</source>
            <translation>{} bookings are skipped. Call the patients.</translation>
        </message>
        <message>
            <source>«{text}»</source>
            <translation>“{text}”</translation>
        </message>
        <message>
            <source>Äldst</source>
            <translation>Oldest</translation>
        </message>
        <message>
            <source>Ändra</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>Ändra det här</source>
            <translation>What to change</translation>
        </message>
        <message>
            <source>Ändra exportlayouten</source>
            <translation>Change the export layout</translation>
        </message>
        <message>
            <source>Ändra fritexten (Ctrl+E).</source>
            <translation>Change the free text (Ctrl+E).</translation>
        </message>
        <message>
            <source>Ändrad läsbarhet</source>
            <translation>Changed readability</translation>
        </message>
        <message>
            <source>Ändrad läsbarhet {number}</source>
            <translation>Changed readability {number}</translation>
        </message>
        <message>
            <source>Ändrad plats på sida {page}.</source>
            <translation>Moved on page {page}.</translation>
        </message>
        <message>
            <source>Ändrad sedan utskick</source>
            <translation>Changed since the mailing</translation>
        </message>
        <message>
            <source>Ändrade eller beslutade om kallelsen</source>
            <translation>Changed or decided about the appointment letter</translation>
        </message>
        <message>
            <source>Ändrade en spärr mot gallring</source>
            <translation>Changed a hold against purging</translation>
        </message>
        <message>
            <source>Ändrade filer</source>
            <translation>Changed files</translation>
        </message>
        <message>
            <source>Ändrade ord</source>
            <translation>Changed words</translation>
        </message>
        <message>
            <source>Ändrade uppgifter</source>
            <translation>Changed facts</translation>
        </message>
        <message>
            <source>Ändrade uppgifter {number}</source>
            <translation>Changed facts {number}</translation>
        </message>
        <message>
            <source>Ändrat från: {before} till: {after}</source>
            <translation>Changed from: {before} to: {after}</translation>
        </message>
        <message>
            <source>Ändrat utanför programmet: {names}.</source>
            <translation>Changed outside the program: {names}.</translation>
        </message>
        <message>
            <source>Ändrat utanför texten</source>
            <translation>Changed outside the text</translation>
        </message>
        <message>
            <source>Ändrat utanför texten: utseendet eller en länks adress</source>
            <translation>Changed outside the text: the look or a link's address</translation>
        </message>
        <message>
            <source>Ändra…</source>
            <translation>Change…</translation>
        </message>
        <message>
            <source>Ändring {number} av {count}</source>
            <translation>Change {number} of {count}</translation>
        </message>
        <message>
            <source>Ändringar</source>
            <translation>Changes</translation>
        </message>
        <message>
            <source>Ändringen är inte lämnad för godkännande.</source>
            <translation>The change has not been submitted for approval.</translation>
        </message>
        <message>
            <source>Ångra</source>
            <translation>Undo</translation>
        </message>
        <message>
            <source>Ångra  Ctrl+Z</source>
            <translation>Undo  Ctrl+Z</translation>
        </message>
        <message>
            <source>Ångra utskicket</source>
            <translation>Undo the mailing</translation>
        </message>
        <message>
            <source>Ångrad</source>
            <translation>Undone</translation>
        </message>
        <message>
            <source>Ångrat på rad {row}: {what}.</source>
            <translation>Undone on row {row}: {what}.</translation>
        </message>
        <message>
            <source>Ångrat på {number} bokningar: {what}.</source>
            <translation>Undone on {number} bookings: {what}.</translation>
        </message>
        <message>
            <source>Ångrat. Inget blev annorlunda.</source>
            <translation>Undone. Nothing became different.</translation>
        </message>
        <message>
            <source>År</source>
            <translation>Year</translation>
        </message>
        <message>
            <source>Återställ</source>
            <translation>Reset</translation>
        </message>
        <message>
            <source>Återställ från en kopia</source>
            <translation>Restore from a copy</translation>
        </message>
        <message>
            <source>Återställ från en kopia…</source>
            <translation>Restore from a copy…</translation>
        </message>
        <message>
            <source>Återställ historiken</source>
            <translation>Restore the history</translation>
        </message>
        <message>
            <source>Återställningsnyckel</source>
            <translation>Recovery key</translation>
        </message>
        <message>
            <source>Återställningsnyckel till historiken</source>
            <translation>Recovery key for the history</translation>
        </message>
        <message>
            <source>Återställningsnyckeln har {all} tecken.</source>
            <translation>The recovery key has {all} characters.</translation>
        </message>
        <message>
            <source>Återställningsnyckeln hör till en annan historik.</source>
            <translation>The recovery key belongs to another history.</translation>
        </message>
        <message>
            <source>Återställningsnyckeln är felskriven.</source>
            <translation>The recovery key is misspelt.</translation>
        </message>
        <message>
            <source>Återställningsnyckeln, fyra rader från papperet</source>
            <translation>The recovery key, four lines from the paper</translation>
        </message>
        <message>
            <source>Åtgärda</source>
            <translation>To fix</translation>
        </message>
        <message>
            <source>ÅÅÅÅ-MM-DD</source>
            <translation>YYYY-MM-DD</translation>
        </message>
        <message>
            <source>Öppen kallelse utan bokad tid: rad {rows}. Patienten väljer tid själv.</source>
            <translation>Open invitation without a booked time: row {rows}. The patient chooses the time.</translation>
        </message>
        <message>
            <source>Öppna bokningar</source>
            <translation>Open bookings</translation>
        </message>
        <message>
            <source>Öppna bokningar…</source>
            <translation>Open bookings…</translation>
        </message>
        <message>
            <source>Öppna dagens bokningar</source>
            <translation>Open today's bookings</translation>
        </message>
        <message>
            <source>Öppna dem var för sig.</source>
            <translation>Open them one at a time.</translation>
        </message>
        <message>
            <source>Öppna dem, och publicera sedan.</source>
            <translation>Open them, and then publish.</translation>
        </message>
        <message>
            <source>Öppna den i Excel, välj Spara som och filtypen Excel-arbetsbok (.xlsx), och öppna sedan den filen här.</source>
            <translation>Open it in Excel, choose Save As and the file type Excel Workbook (.xlsx), and then open that file here.</translation>
        </message>
        <message>
            <source>Öppna den inte. Meddela it-stödet varifrån den kommer.</source>
            <translation>Do not open it. Tell IT support where it comes from.</translation>
        </message>
        <message>
            <source>Öppna en annan fil…</source>
            <translation>Open another file…</translation>
        </message>
        <message>
            <source>Öppna en bokningsfil först</source>
            <translation>Open a file of bookings first</translation>
        </message>
        <message>
            <source>Öppna filen för att se vem och varför.</source>
            <translation>Open the file to see who and why.</translation>
        </message>
        <message>
            <source>Öppna kallelsen</source>
            <translation>Open the appointment letter</translation>
        </message>
        <message>
            <source>Öppna svaret på tjänsten GetSubjectOfCareSchedule eller GetBookingDetails, eller ta ut bokningarna ur vårdsystemet som CSV.</source>
            <translation>Open the answer of the service GetSubjectOfCareSchedule or GetBookingDetails, or export the bookings from the care system as CSV.</translation>
        </message>
        <message>
            <source>Öppnade en sökträff i historiken</source>
            <translation>Opened a search hit in history</translation>
        </message>
        <message>
            <source>Öppnade kallelsen i historiken</source>
            <translation>Opened the appointment letter in history</translation>
        </message>
        <message>
            <source>Öppna…  Ctrl+O</source>
            <translation>Open…  Ctrl+O</translation>
        </message>
        <message>
            <source>Överhoppade meddelanden: {number}. De gäller inte bokade tider ({kinds}).</source>
            <translation>Messages passed over: {number}. They are not about booked times ({kinds}).</translation>
        </message>
        <message>
            <source>Överhoppade meddelanden: {number}. {why}</source>
            <translation>Messages passed over: {number}. {why}</translation>
        </message>
        <message>
            <source>Överhoppade poster utan innehåll: {number}.</source>
            <translation>Entries without content passed over: {number}.</translation>
        </message>
        <message>
            <source>Överhoppade tomma rader: {number}.</source>
            <translation>Empty rows passed over: {number}.</translation>
        </message>
        <message>
            <source>Översta raden är dold</source>
            <translation>The top line is hidden</translation>
        </message>
        <message>
            <source>Övre marginal</source>
            <translation>Top margin</translation>
        </message>
        <message>
            <source>Övriga brevtyper</source>
            <translation>Other letter types</translation>
        </message>
        <message>
            <source>äldre Mac</source>
            <translation>older Mac</translation>
        </message>
        <message>
            <source>ändra adress</source>
            <translation>change address</translation>
        </message>
        <message>
            <source>ändra fritext</source>
            <translation>change free text</translation>
        </message>
        <message>
            <source>ändra inställningar</source>
            <translation>change settings</translation>
        </message>
        <message>
            <source>ändra mallar</source>
            <translation>change templates</translation>
        </message>
        <message>
            <source>ändra talen i programmet under Inställningar, Papper och kuvert, och gör ett nytt provark:</source>
            <translation>change the numbers in the program under Settings, Paper and envelope, and make a new proof sheet:</translation>
        </message>
        <message>
            <source>är längre än {longest} tecken</source>
            <translation>is longer than {longest} characters</translation>
        </message>
        <message>
            <source>är långt fram i tiden</source>
            <translation>far ahead</translation>
        </message>
        <message>
            <source>åt vänster, åt höger, uppåt och nedåt. I alla lägen ska hela adresszonen synas, och aldrig något utanför riskzonen.</source>
            <translation>to the left, to the right, up and down. In every position the whole address zone is to show, and never anything outside the risk zone.</translation>
        </message>
        <message>
            <source>övriga</source>
            <translation>others</translation>
        </message>
        <message>
            <source>– finns inte –</source>
            <translation>– not there –</translation>
        </message>
        <message>
            <source>– välj –</source>
            <translation>– choose –</translation>
        </message>
        <message>
            <source>”Kom inte fram” kan väljas från {opens}. Till dess kan den vara på väg.</source>
            <translation>“Did not arrive” can be chosen from {opens}. Until then it may be on its way.</translation>
        </message>
    </context>
</TS>