# Redigeraren (fcsite edit): vad dess sidor säger.

edit-heading = Redigera webbplatsen
edit-skip = Hoppa till innehållet
edit-where = Var du är
edit-start = Start
edit-show-site = Visa webbplatsen
edit-undo = Ångra senaste sparningen
edit-undone = Den senaste sparningen är ångrad.
edit-not-undone = Det gick inte att ångra
edit-go-on = Gå vidare
edit-start-lead = Välj en kommun. Det du sparar ligger i filerna på den här datorn och syns för andra först när webbplatsen publiceras.
edit-nothing-to-do = Inget att åtgärda
edit-care = { $count ->
        [one] En sak att åtgärda
       *[other] { $count } saker att åtgärda
    }
edit-to-do = Att åtgärda
edit-shared = Gemensamt för alla kommuner
edit-centres = Familjecentraler
edit-news = Nyheter
edit-pages = Sidor
edit-municipality = Kommunens uppgifter
edit-facts = Uppgifter
edit-hours = Öppettider
edit-write-news = Skriv en nyhet
edit-write-page = Skriv en ny sida
edit-required = måste fyllas i
edit-not-said = Inget angivet
edit-true = Ja
edit-false = Nej
edit-week-help = Skriv till exempel 9–12 eller 9–12, 13–16. Skriv stängt, eller lämna tomt.
edit-lines-help = Skriv ett på varje rad, utan hakparenteser.
edit-copy-week = Samma tider måndag–fredag
edit-add = Lägg till
edit-not-saved = Det här behöver rättas. Inget är sparat än.
edit-parts = Delar
edit-unsaved = Du har inte sparat.
edit-body = Text
edit-body-help = Skriv som vanlig text med en tom rad mellan styckena. En rubrik börjar med ##, en punkt i en lista med ett streck.
edit-tools = Knappar för texten
edit-tool-heading = Rubrik
edit-tool-list = Lista
edit-tool-strong = Fetstil
edit-tool-link = Länk
edit-tool-fact = Faktaruta
edit-save = Spara
edit-save-anyway = Spara ändå
edit-saved = Sparat.
edit-remove = Ta bort
edit-cancel-day = Ställ in en dag
edit-conflict = Någon annan har ändrat filen
edit-conflict-lead = Filen har ändrats sedan du öppnade formuläret. Här står det som du har ändrat bredvid det som filen säger nu. Väljer du ditt ändras bara de här fälten, och resten av den andras ändringar är kvar.
edit-field = Fält
edit-theirs = I filen nu
edit-mine = Ditt
edit-keep-mine = Spara mitt
edit-take-theirs = Behåll det som står i filen
edit-new-title = Rubrik
edit-new-lead = Ingress
edit-new-lead-help = Det viktigaste i ett par meningar. Ingressen syns i listor och överst på sidan.
edit-new-draft = Utkast: publicera inte än
edit-no-title = Skriv en rubrik. Av den blir sidans adress.
edit-missing = Sidan finns inte
edit-missing-text = Det finns inget att redigera på den här adressen. Kanske har filen flyttats eller tagits bort.
edit-locked = Redigeraren är låst
edit-locked-text = Öppna adressen som fcsite edit visar i terminalen. Den gäller tills programmet avslutas; starta det igen om du har avslutat det.
edit-by-hand = Filen kan inte visas som formulär
edit-anchors = Filen använder ankare eller typer (& * !), som formuläret inte kan ändra utan att ändra mer. Ändra filen i en textredigerare.
edit-unreadable = Filen går inte att läsa. Rätta den i en textredigerare; formuläret skriver inte över den.
edit-unsure = Ändringen går inte att göra utan att något annat i filen ändras. Inget är sparat. Ändra filen i en textredigerare.
edit-kept = Du har text som inte sparades förra gången.
edit-fetch = Hämta tillbaka den
edit-forget = Kasta den
edit-fetched = Det här är hämtat tillbaka och är inte sparat än.

# Sidan bredvid formuläret.
edit-preview = Visa hur det blir
edit-preview-heading = Så här blir det
edit-preview-lead = Sidan visar det som står i formuläret. Inget är sparat.
edit-preview-frame = Sidan som den blir
edit-preview-open = Öppna sidan i en egen flik
edit-preview-width = Bredd
edit-preview-phone = Telefon
edit-preview-computer = Dator
edit-preview-show = Visa
edit-preview-form = Formuläret
edit-preview-page = Sidan
edit-preview-waiting = Webbplatsen byggs. Försök igen om en stund.
edit-preview-none = Det som står i formuläret har ingen egen sida att visa. Det syns på de sidor som använder det.
edit-preview-wrong = Sidan kan inte visas förrän det här är rättat

# Ta ner en sida.
edit-back = Tillbaka
edit-away = Ta ner sidan
edit-away-heading = Ta ner: { $name }
edit-away-lead = Filen tas bort från webbplatsens mapp, och sidan försvinner för läsarna när webbplatsen publiceras nästa gång. Bilder och dokument ligger kvar i sina mappar. Ångrar du dig väljer du Ångra senaste sparningen.
edit-away-news = Gäller nyheten bara inte längre? Skriv hellre den sista dagen i fältet Gäller till. Då ligger den kvar för den som har länken, men syns inte i listorna.
edit-away-page = Ska texten kanske tillbaka? Välj hellre Ja vid Utkast. Då försvinner sidan för läsarna, men filen ligger kvar.
edit-away-centre = Har familjecentralen stängt? Ändra hellre Status till stängd. Då säger sidan att den är stängd, och gamla länkar fungerar.
edit-away-files = Det här tas bort
edit-away-addresses = De här adresserna leds vidare
edit-away-target = Vart ska läsarna komma i stället?
edit-away-target-help = Den som har sparat en länk hit kommer till sidan som du väljer.
edit-away-choose = Välj en sida
edit-away-nowhere = Ingen sida: adresserna slutar att fungera
edit-away-archive = Det som kommunen har publicerat är en allmän handling. Se till att texten finns kvar någon annanstans innan du tar ner den.
edit-away-not = Det här behöver rättas först. Inget är borttaget.
edit-away-do = Ta ner
edit-away-done = Sidan är nertagen. För läsarna försvinner den när webbplatsen publiceras.
edit-away-unanswered = Välj vart läsarna ska komma i stället, eller att ingen sida ersätter den här.

# Publicera.
edit-tasks = Webbplatsen
edit-publish = Publicera
edit-publish-lead = Först ser du vad som ändras för läsarna. Inget skickas förrän du har sagt ja.
edit-publish-none = Det finns ingen plats att publicera till. Den som sköter webbplatsen skriver den en gång i filen publish.yaml. Hur det går till står i hjälpen om att publicera.
edit-publish-targets = Platser att publicera till
edit-publish-fix = Det här måste rättas innan webbplatsen kan publiceras
edit-publish-see = Se vad som ändras
edit-publish-look = Det här ändras för läsarna
edit-publish-done = Klart
edit-publish-failed = Publiceringen blev inte klar
edit-publish-new = Nya sidor
edit-publish-changed = Ändrade sidor
edit-publish-gone = Sidor som försvinner
edit-publish-more = och så många till:
edit-publish-yes = Ja, det är meningen
edit-publish-key-yes = Ja, nyckeln stämmer
edit-publish-secret-help = Det används nu och sparas ingenstans.
edit-publish-go-on = Fortsätt
edit-publish-send = Publicera nu
edit-publish-wait = Vänta …
edit-publish-unanswered = Inget är skickat. Svara på frågorna först.
edit-publish-other = Inget är skickat. Något har ändrats sedan du tittade. Så här är det nu:

# Startsidan: vad som behöver omsorg.
edit-care-mend = Fel som stoppar bygget
edit-care-ended = Det här har gått ut
edit-care-review = Dags att se över
edit-care-look = Att titta på
edit-care-none = Inget behöver åtgärdas just nu.
edit-care-more = { $count ->
        [one] och en sak till. Välj kommunen för att se den.
       *[other] och { $count } saker till. Välj kommunen för att se dem.
    }

# Bilder och dokument.
edit-upload = Lägg till en bild eller ett dokument
edit-upload-picture = En bild
edit-upload-document = Ett dokument
edit-upload-file = Fil
edit-upload-picture-help = JPEG, PNG, WebP eller GIF, högst 50 MB. Uppgifter om plats och kamera tas bort, och bilden vänds rätt.
edit-upload-alt = Alt-text
edit-upload-alt-help = Skriv vad bilden visar, för den som inte ser den. Till exempel: Två barn bygger ett torn av klossar.
edit-upload-decorative = Dekorativ: bilden är bara en utsmyckning och har ingen alt-text
edit-upload-place = Var ska bilden vara?
edit-upload-top = Överst på sidan
edit-upload-in-text = Sist i texten
edit-upload-add-picture = Lägg till bilden
edit-upload-document-help = PDF, ODT, DOCX, XLSX eller ICS, högst 25 MB. Oftast är texten lättare att läsa på en sida än i ett dokument.
edit-upload-text = Länkens text
edit-upload-text-help = Skriv vad dokumentet är. Till exempel: Vårens program.
edit-upload-add-document = Lägg till dokumentet
edit-upload-wait = Vänta …
edit-upload-none = Välj en fil.
edit-upload-alt-missing = Skriv vad bilden visar, eller kryssa i Dekorativ. Välj det ena.
edit-upload-text-missing = Skriv vad länken ska säga.
edit-upload-top-taken = Sidan har redan en bild överst. Ta bort den först, eller lägg den nya i texten.
edit-upload-done = Sparat. Det nya ligger sist i texten. Flytta raden dit du vill ha den.
