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
edit-list-shown = Visar { $first }–{ $last } av { $count }.
edit-list-before = Föregående
edit-list-behind = Nästa
edit-search = Sök på rubrik eller namn
edit-search-do = Sök
edit-care-stops = Inget på webbplatsen byggs eller publiceras förrän det är rättat.
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
edit-lines-help = Skriv ett på varje rad.
edit-copy-week = Kopiera till fler dagar
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
edit-together = Sätt ihop båda
edit-together-now = Båda texterna står i fältet, den andras först. Rätta och spara. Inget är sparat än.
edit-merged = Någon annan hade också ändrat texten. Bådas ändringar är med.
edit-conflict-kept = Det som du inte väljer läggs undan i en egen fil i mappen .fcsite/edit.
edit-kept-aside = Det som inte valdes ligger i { $path }.
edit-unkept = Det du skriver kan inte läggas undan just nu. Spara, eller kopiera texten innan du lämnar sidan.
edit-nothing-filled-in = Inget är ifyllt, så det finns inget att lägga till.
edit-gone = Det du ändrade finns inte kvar
edit-gone-text = Någon annan har tagit bort eller ändrat ”{ $name }” sedan du öppnade formuläret. Inget är sparat. Det du skrev står här, så att du kan kopiera det.
edit-more = Fler uppgifter
edit-new-title = Rubrik
edit-new-lead = Ingress
edit-new-lead-help = Det viktigaste i ett par meningar. Ingressen syns i listor och överst på sidan.
edit-new-draft = Utkast: publicera inte än
edit-no-title = Skriv en rubrik. Av den blir sidans adress.
edit-missing = Sidan finns inte
edit-missing-text = Det finns inget att redigera på den här adressen. Kanske har filen flyttats eller tagits bort.
edit-unseen = Något gick inte att läsa
edit-locked = Redigeraren är låst
edit-locked-text = Öppna adressen som fcsite edit visar i terminalen. Den gäller tills programmet avslutas; starta det igen om du har avslutat det.
edit-locked-typed = Det du skrev finns kvar på den här sidan. Öppna adressen som fcsite edit visar i terminalen i en ny flik, kom tillbaka hit och välj Skicka igen. Stäng inte den här sidan innan dess.
edit-typed = Det du skrev
edit-send-again = Skicka igen
edit-again = Skicka en gång till
edit-again-text = Programmet har startats om sedan du öppnade formuläret. Inget är sparat än. Välj Skicka igen för att spara det du skrev.
edit-not-undone-next = Filen är som den är. Med Ångra tar du nu tillbaka sparningen före den.
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
edit-publish-none = Det finns ingen plats att publicera till än.
edit-publish-targets = Platser att publicera till
edit-publish-fix = Det här måste rättas innan webbplatsen kan publiceras
edit-publish-see = Se vad som ändras
edit-publish-look = Det här ändras för läsarna
edit-publish-done = Klart
edit-publish-failed = Publiceringen blev inte klar
edit-publish-new = Nya sidor
edit-publish-changed = Ändrade sidor
edit-publish-gone = Sidor som försvinner
edit-publish-files = Filer som tas bort
edit-publish-more = och så många till:
edit-publish-yes = Ja, det är meningen
edit-publish-key-yes = Ja, fingeravtrycket stämmer
edit-publish-secret-help = Det används nu och sparas ingenstans.
edit-publish-go-on = Fortsätt
edit-publish-send = Publicera nu
edit-publish-wait = Vänta …
edit-publish-unanswered = Inget är skickat. Svara på frågorna först.
edit-publish-moved = Inget är skickat, och ingen har fått det du nyss skrev. Platsen som webbplatsen skickas till har ändrats sedan dess: nu är det { $place }. Skriv det igen bara om det stämmer.
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

# Fält vars ord för filer skulle vilseleda i ett formulär.
form-label-Activity-dates = Datum (flera gånger)
form-label-Activity-date = Datum (en gång)
form-label-Activity-days = Dagar (flera i veckan)
form-label-ExceptionFile-dates = Enstaka dagar
form-help-Activity-id = Aktivitetens fasta namn i adresser och kalendrar, med a–z, 0–9 och bindestreck. Lämna tomt i en ny aktivitet, så görs det av rubriken. Ändra det inte sedan.
form-help-Activity-day = Veckodagen, om aktiviteten är en gång i veckan.
form-help-Activity-days = Eller veckodagarna, om aktiviteten är flera gånger i veckan, till exempel måndag och onsdag.
form-help-Activity-dates = Eller dagarna, om aktiviteten är några gånger, till exempel 2026-10-12.
form-help-Activity-except = Dagar och veckor då aktiviteten inte är, till exempel 2026-11-03 eller v. 44 2026. De visas inte alls.
form-help-Activity-service = Vilken verksamhet aktiviteten hör till. När den är stängd är aktiviteten inte. Lämna tomt för den öppna förskolan.
form-help-Centre-type = Vilket slags familjecentral det är. Om inget är angivet följer det av verksamheterna.
form-help-Centre-formerly = Vad familjecentralen har hetat förut i adressen, det första namnet först, till exempel fittja. I öppna data heter den alltid så som den hette först, och dess gamla sidor leder hit.
form-help-Centre-planned_opening = När en planerad familjecentral ska öppna: 2027, 2027-05 eller 2027-05-13. Fyll bara i det om Status är planerad.
form-help-Centre-address = Var familjecentralen ligger. Lämna tomt om du inte vet. Gissa aldrig.
form-help-Centre-spoken_languages = Språk som personalen talar, med språkens koder, till exempel sv, fi och ar.
form-help-Centre-aliases = Gamla adresser som leder hit, till exempel /fittja/familjecentral/.
form-help-Service-name = Verksamhetens eget namn, till exempel Fittja BVC. Lämna tomt om den bara kallas vid sitt slag.
form-help-Notice-from = Första dagen som meddelandet visas. Lämna tomt om det ska visas direkt.
form-help-Notice-until = Sista dagen som meddelandet visas. Lämna tomt om det ska visas tills du tar bort det.
form-help-ExceptionFile-to = Sista dagen. Lämna tomt om det bara gäller första dagen.
form-help-ExceptionFile-dates = Eller några dagar för sig, till exempel 2026-09-14.
form-help-ExceptionFile-closed = Välj Ja om det är stängt de här dagarna.
form-help-ExceptionFile-services = Vilka verksamheter det gäller. Lämna tomt om det gäller hela familjecentralen.
form-help-ImageUse-decorative = Välj Ja om bilden bara är en utsmyckning. Då hoppar skärmläsare över den, och den har ingen alt-text.
form-help-News-kind = En nyhet eller ett viktigt meddelande.
form-help-News-centres = Familjecentraler som nyheten handlar om. De visas som rutor.
form-help-News-expires = Samma sak som Gäller till, men räknat från dagen efter. Fyll bara i det ena.
form-help-News-draft = Välj Ja så länge du arbetar med texten. Då publiceras den inte.
form-help-News-related = Andra nyheter att läsa, med filernas namn, till exempel 2026-01-10-hej. Lämna tomt, så väljs de åt dig.
form-help-News-aliases = Gamla adresser som leder hit, till exempel /nyheter/gammal/.
form-help-Page-navigation = Välj Ja om sidan ska finnas med i menyn.
form-help-Page-draft = Välj Ja så länge du arbetar med texten. Då publiceras den inte.
form-help-Page-weight = Sidans plats bland sidorna och i menyn: ett lägre tal kommer först.
form-help-Page-aliases = Gamla adresser som leder hit, till exempel /gammal/sida/.
form-help-Municipality-organisation_number = Kommunens organisationsnummer, om den ger ut öppna data i eget namn. Lämna annars tomt.
form-help-Municipality-base_url = Var kommunens sidor publiceras, om de har en egen adress. Lämna annars tomt.
form-help-Municipality-languages = Språken som kommunen har sidor på, med språkens koder, till exempel sv, en och ar. Lämna tomt om de är webbplatsens.
form-help-Municipality-allowed_hosts = Andra servrar som kommunens sidor får hämta något från, till exempel kartor.example. Var och en får veta vem som besöker sidorna, så håll listan kort.
form-help-Holidays-public = Helgdagar, till exempel juldagen. Om inget är angivet är det stängt.
form-help-Holidays-eves = Aftnar och dagar före en helgdag, till exempel julafton. Om inget är angivet varnar granskningen.
form-help-Navigation-page = En sida i kommunen eller bland det gemensamma.
form-help-Navigation-centre = En familjecentral i kommunen.
form-help-Navigation-weight = Länkens plats i menyn: ett lägre tal kommer först. Lämna tomt om ordningen här ska gälla.
form-help-Issue-wcag = Kraven i WCAG som det inte uppfyller, till exempel 1.2.2.
form-help-SeasonFile-services = Vilka verksamheter det gäller. Lämna tomt om det gäller hela familjecentralen.
form-help-MovedFile-to = Dagen då den är i stället. Lämna tomt om den är samma dag.
form-help-MovedFile-from = När den börjar då, till exempel 13.00. Lämna tomt om den börjar som vanligt.
form-help-Registration-full = Välj Ja när alla platser är tagna.

edit-bring-rows = Hämta in aktiviteter
edit-bring-news = Hämta in nyheter
edit-bring-pages = Hämta in sidor
edit-bring-rows-lead = Har någon redan skrivit programmet i Excel? Välj filen här, så läggs aktiviteterna till. Du ser först vad som skulle skrivas.
edit-bring-texts-lead = Välj en text från Word, eller en export från WordPress. Du ser först vad som skulle skrivas.
edit-bring-rows-help = En arbetsbok från Excel (.xlsx) eller en CSV-fil, högst 50 MB. Överst ska det stå en rad med rubriker: minst Aktivitet, Dag och Tid.
edit-bring-texts-help = En text från Word (.docx) eller en export från WordPress (.xml), högst 50 MB med bilderna.
edit-bring-pictures = Bilder till en export från WordPress
edit-bring-pictures-help = Behövs bara för WordPress. Välj bilderna ur mappen wp-content/uploads, flera på en gång. Bilderna i en text från Word följer med av sig själva.
edit-bring-look = Visa vad som skulle skrivas
edit-bring-dry = Inget är skrivet än. Se igenom det här, och välj Skriv när det ser rätt ut.
edit-bring-columns = Kolumner som känns igen
edit-bring-lines = Rad för rad
edit-bring-left = Det här följer inte med
edit-bring-file = Så blir texten
edit-bring-text = Texten blir ett utkast.
edit-bring-write = Skriv
edit-bring-other-file = Välj en annan fil
edit-bring-nothing = Det finns inget nytt att skriva.
edit-bring-not = Filen går inte att hämta in
edit-bring-again = Se igenom det en gång till
edit-bring-other = Webbplatsen har ändrats sedan det här visades, så det som skulle skrivas är ett annat nu. Inget är skrivet.
edit-bring-gone = Filen är inte kvar i minnet. Välj den en gång till.
edit-bring-done = Hämtat. Läs igenom texterna innan du publicerar.
edit-bring-done-rows = Aktiviteterna är skrivna. Följde något inte med kan du rätta cellerna i filen och hämta in den igen: det som redan är skrivet tas inte med två gånger.
edit-bring-is-text = Det är en text från Word. Den hämtas in på kommunens sida, under Nyheter eller Sidor.
edit-bring-is-export = Det ser ut som en export från WordPress. Den hämtas in på kommunens sida, under Nyheter eller Sidor.
edit-bring-is-sheet = Det är en lista. Aktiviteter hämtas in till en familjecentral, på kommunens sida.
edit-bring-no-text = Det är varken en text från Word (.docx) eller en export från WordPress (.xml).
edit-bring-no-posts = Det finns inga inlägg i exporten. Sidorna hämtar du in under Sidor.
edit-bring-no-pages = Det finns inga sidor i exporten. Inläggen hämtar du in under Nyheter.
edit-bring-not-in-order = Det är redan något fel i familjecentralens uppgifter. Rätta det först: det står på kommunens sida.
edit-bring-faults = Texten skulle hindra webbplatsen från att byggas. Ändra det här i Word, och försök igen.
edit-bring-there = { $path } finns redan, och inget skrivs över. Ge texten en annan titel i Word, eller ta bort den som finns.

edit-translations = Översättningar
edit-translation-make = Skapa översättning
edit-translation-of = Översättning av
edit-translation-made = Översättningen är ett utkast, med originalets text att utgå från. Ta bort ”Översätt:” vartefter du översätter, och välj Nej vid Utkast när den är klar.
edit-translation-not = Översättningen går inte att skapa
edit-original = Originalet
edit-colours = Så blir färgerna
edit-colours-show = Visa färgerna
edit-colours-choose = Välj färg
edit-colours-empty = Skriv en färg, till exempel #9d0f3f, så visas vad den blir på webbplatsen.
edit-colours-wrong = Det är ingen färg. Skriv den som # och sex tecken, till exempel #9d0f3f.
edit-colours-all = Färgen går att använda som den är överallt.
edit-colours-some = Färgen är kvar på knapparna. Där den skulle synas för dåligt är den ändrad, så att alla kan läsa.
edit-colours-light = Ljus skärm
edit-colours-dark = Mörk skärm
edit-colours-ratio = kontrast { $ratio }:1
edit-colours-changed = Ändrad från { $given } för att synas.
edit-colours-button = Knappar
edit-colours-link = Länkar
edit-colours-sign = Ikoner och linjer
edit-colours-accent = Färgade ytor
edit-colours-text = Bakgrund
edit-colours-box = Rutor
edit-colours-tint = Tonade ytor
edit-colours-footer = Sidfot

# Startsidan: vanliga uppgifter.
edit-tasks-heading = Vad vill du göra?
edit-task-where = Välj var.
edit-task-oppettider = Ändra öppettider
edit-task-stangt = Stäng några dagar
edit-task-nyhet = Skriv en nyhet
edit-task-stall-in = Ställ in eller flytta en aktivitet
edit-task-aktivitet = Lägg till en aktivitet
edit-task-meddelande = Sätt upp ett meddelande
edit-task-telefon = Ändra telefon eller adress
edit-owners = Kommuner
edit-site = Webbplatsens namn, adress och språk

# En ny kommun och en ny familjecentral.
edit-begin-municipality = Lägg till en kommun
edit-begin-municipality-lead = Skriv kommunens namn. Resten kan du fylla i sedan.
edit-begin-municipality-name-help = Till exempel Botkyrka. Kommunkoden fylls i av sig själv.
edit-begin-municipality-done = Kommunen finns nu. Lägg till den första familjecentralen.
edit-begin-centre = Lägg till en familjecentral
edit-begin-centre-lead = Skriv det som du vet. Allt går att ändra och lägga till sedan.
edit-begin-centre-name-help = Hela namnet, till exempel Familjecentralen i Fittja.
edit-begin-centre-street-help = Gata och nummer. Lämna tomt om du inte vet.
edit-begin-centre-postal-code-help = Till exempel 145 50.
edit-begin-centre-city-help = Till exempel Norsborg.
edit-begin-centre-phone-help = Numret som besökare ringer.
edit-begin-centre-email-help = En adress till funktionen, inte till en person.
edit-begin-centre-done = Familjecentralen finns nu. Fyll i öppettiderna, eller välj en annan del.
edit-begin-name = Namn
edit-begin-street = Gatuadress
edit-begin-postal-code = Postnummer
edit-begin-city = Postort
edit-begin-phone = Telefon
edit-begin-email = E-post
edit-begin-services-help = Kryssa i det som finns i huset.
edit-begin-make = Lägg till
edit-begin-no-name = Skriv ett namn.
edit-begin-near = Det finns ingen kommun i Sverige som heter ”{ $name }”. Menade du { $near }?
edit-begin-unknown = Det finns ingen kommun i Sverige som heter ”{ $name }”. Skriv namnet som det står på kommunens egen webbplats.
edit-begin-there = { $name } finns redan. Välj kommunen på startsidan.
edit-example = Det här är exemplet som följde med den nya webbplatsen. Ta bort det innan du publicerar.
edit-example-remove = Ta bort exemplet
edit-example-not = Exemplet går inte att ta bort
edit-example-gone = Exemplet är borttaget.

# Den första platsen att publicera till.
edit-target-heading = Säg vart webbplatsen ska
edit-target-lead = En mapp på den här datorn, eller en delad mapp som webbservern visar. Du gör det här en gång. Ska webbplatsen till en server med SFTP eller FTPS, eller till en molnlagring (S3), skriver den som sköter servern filen publish.yaml i stället.
edit-target-folder = Mapp
edit-target-folder-help = Till exempel C:\webb\familj eller \\server\webb\familj. Mappen måste finnas.
edit-target-url = Adressen som läsarna ser
edit-target-url-help = Till exempel https://familj.kommunen.example. Lämna tomt om det är webbplatsens vanliga adress.
edit-target-save = Spara platsen
edit-target-no-folder = Skriv en mapp.
edit-target-missing = Mappen finns inte, eller går inte att läsa. Skapa den först, och kontrollera stavningen.
edit-target-own = Det är webbplatsens egen mapp, med texterna i. Välj en annan mapp.
edit-target-made = Platsen är sparad. Se vad som ändras, och publicera.
edit-publish-back = Ångra senaste publiceringen
edit-publish-back-send = Lägg tillbaka det som låg där förut

# Två veckor framåt, av det som står i formuläret.
edit-days-heading = De närmaste två veckorna
edit-days-lead = Så blir det med det som står i formuläret. Inget är sparat förrän du väljer Spara.
edit-days-day = Dag
edit-days-hours = Öppet
edit-days-why = Varför
edit-days-closed = stängt
edit-days-booking = bokning
edit-days-uncertain = osäkert
edit-days-exception = Avvikelse
edit-days-status = Inte öppen

# Listan med aktiviteter.
edit-order-title = Aktivitet
edit-order-day = När
edit-order-do = Gör
edit-move-day = Flytta en gång
edit-copy = Kopiera

# Länkar, bilder och rutor i texten.
edit-tool-picture = Bild
edit-tool-centre = Ruta om en familjecentral
edit-save-and-upload = Spara och lägg till en bild eller ett dokument
edit-upload-at-mark = I texten, där markören stod
edit-upload-placed = Sparat. Det nya ligger i texten där markören stod.
edit-link-heading = Lägg in en länk
edit-link-text = Länkens ord
edit-link-text-help = Säg vart länken leder. Lämna tomt, så blir det sidans namn.
edit-link-page = En sida på webbplatsen
edit-link-none = Ingen av dem
edit-link-address = Eller en adress någon annanstans
edit-link-address-help = Till exempel https://www.1177.se.
edit-link-in = Lägg in länken
edit-link-not = Avbryt
edit-box-centre = Familjecentral
edit-box-centre-help = Rutan visar namn, adress och öppettider, och är alltid aktuell.
edit-box-in = Lägg in rutan

# Tillgänglighetsredogörelsen som frågor.
form-label-Statement-status = Hur väl uppfyller webbplatsen kraven på tillgänglighet?
form-label-Statement-assessed_on = När granskades webbplatsen senast?
form-label-Statement-updated_on = När ändrades redogörelsen senast?
form-label-Statement-method = Vem gjorde granskningen?
form-label-Statement-issues = Vad fungerar inte än?
form-label-Statement-disproportionate_burden = Vad vore oskäligt betungande att rätta till?
form-label-Statement-out_of_scope = Vad på webbplatsen gäller lagen inte för?
form-label-Statement-feedback_url = Var kan besökare berätta vad som inte fungerar?
form-label-Issue-what = Vad är det som inte fungerar, och för vem?
form-label-Issue-reason = Varför fungerar det inte än?
form-label-Issue-wcag = Vilka krav i WCAG gäller det?
form-label-Issue-alternative = Vad kan man göra i stället?
form-label-Issue-fix_by = När ska det vara åtgärdat?

# Kopior som OneDrive och liknande gör när två sparar samtidigt.
edit-twin = Två versioner av { $name }
edit-twin-lead = Ett program som håller mappar lika har gjort en kopia, troligen för att två sparade samtidigt. Till vänster är filen som webbplatsen använder, till höger kopian. Det som skiljer är markerat.
edit-twin-kept = Den som du inte väljer läggs undan i mappen .fcsite/edit. Vill du ha något från båda: behåll filen, och skriv in det som fattas i formuläret.
edit-twin-leave = Behåll filen, ta bort kopian
edit-twin-take = Ta kopian i stället
edit-twin-done = Nu finns det bara en version. Den andra ligger i mappen .fcsite/edit.
edit-twin-unkept = Den andra versionen gick inte att lägga undan. Inget är ändrat.
edit-twins = Kopior att jämföra
edit-twins-lead = Två har sparat samma fil samtidigt. Inget av kopiorna publiceras.
edit-twin-compare = Jämför
edit-open-elsewhere = Filen är öppen i ett annat program. Spara och stäng den där först, så att ni inte skriver över varandra.

# En fil som inte kan visas som formulär, och det som inte sparades.
edit-broken-text = Filens text
edit-broken-help = Så här ser filen ut. Raden med felet är markerad. Den rättas i en textredigerare, och sedan finns formuläret här igen.
edit-broken-here = Felet är här:
edit-kept-differs = Visa skillnaden
edit-kept-typed = Inte sparat

# Webbplatsens egna uppgifter.
form-label-Site-title = Webbplatsens namn
form-label-Site-languages = Språk som det finns sidor på
form-help-Site-languages = Skriv språkens koder: sv (svenska), en (engelska), ar (arabiska), fa (persiska), so (somaliska), ti (tigrinska), uk (ukrainska), fi (finska). Webbplatsens eget språk ska vara med.
form-help-Site-language = Språket som texterna är skrivna på när inget annat sägs. Om inget är angivet är det svenska.
form-help-Site-theme = Temat som bestämmer hur webbplatsen ser ut. Lämna tomt för det vanliga. Den som sköter webbplatsen vet om det finns andra.
form-help-Site-data_licence = På vilka villkor andra får använda öppna data. Om inget är angivet är det fritt (CC0).
form-help-Site-accessibility_statement = Tillgänglighetsredogörelsen för de gemensamma sidorna, om webbplatsen har flera kommuner. Kommunernas egna finns på kommunernas sidor.
edit-field-missing = { $field } måste fyllas i.
edit-begin-no-service = Kryssa i minst en verksamhet.
form-label-ImageUse-alt = Alt-text

# Råd för den som fyller i formulär, i stället för dem som talar om filens rader.
edit-help-FC0086 = Svara på frågorna under Tillgänglighetsredogörelse.
edit-help-FC0088 = Lägg till dagen under Avvikelser. Gäller samma sak för hela kommunen: välj det vid Helgdagar i kommunens uppgifter.

# Det som inte är färdigt.
edit-save-draft = Spara som utkast
edit-unfinished = Det här är ett utkast. Innan det kan publiceras:
edit-new-kept = Det du har skrivit är kvar på sidan, och redigeraren har lagt undan det till nästa gång du öppnar formuläret.
edit-new-title-help = Det som läsaren ser först. Av den blir också sidans adress.
edit-preview-no-title = Skriv en rubrik, så visas sidan här.
edit-preview-no-centre = Skriv ett namn och kryssa i minst en verksamhet, så visas sidan här.
edit-copy-from = Från
edit-copy-to = Till
edit-copy-do = Kopiera tiderna
edit-copy-done = Tiderna är kopierade. Inget är sparat än.
edit-bring-copied = Bilder som följer med

# Skäl i redigerarens ord, där de vanliga talar om kommandon.
edit-said-FC0094 = { $kind ->
        [translate] Det här ska översättas: texten börjar fortfarande med ”Översätt”.
        [place] Det här är inte er plats: det är ett exempel.
       *[text] Det här är en exempeltext, som du skulle ersätta.
    }
edit-help-FC0094 = { $kind ->
        [translate] Skriv översättningen här. Är den inte klar, välj Ja vid Utkast.
        [place] Skriv latitud och longitud för er egen adress, eller ta bort dem.
       *[text] Skriv er egen text här, eller ta bort den. Är texten inte klar, välj Ja vid Utkast.
    }
edit-help-FC0106 = Beskriv vad bilden visar mellan hakparenteserna framför den. Är den bara en utsmyckning, skriv dekorativ där.
edit-help-FC0123 = Skriv en alt-text, eller välj Ja vid Dekorativ om bilden bara är en utsmyckning.
edit-help-FC0157 = { $kind ->
        [begun] Läsarna ser fortfarande hela sidor. Rätta felet och publicera igen: då fortsätter det där det slutade.
       *[unbegun] Ingenting är ändrat där. Rätta felet och publicera igen.
    }
edit-help-FC0161 = Öppna den som finns och fortsätt i den, eller välj ett annat namn.
edit-why-seen-within = adressen leder till den egna datorn eller ett inre nät, så redigeraren har inte besökt den. Öppna den själv och se efter
edit-why-target-not-met = { $host } står i publish.yaml, men ingen har publicerat dit från den här datorn, så det sparade lösenordet skickades inte. Fråga den som sköter servern
edit-why-target-keys-kept = { $host } står i publish.yaml, men ingen har publicerat dit från den här datorn, så nycklarna användes inte. Fråga den som sköter servern
edit-why-target-busy = någon publicerar redan från den här mappen. Vänta tills det är klart

# Råd utan filens tecken.
form-help-Municipality-code = Kommunkoden från SCB: fyra siffror, till exempel 0127 för Botkyrka.
form-help-OwnLook-colour = Kommunens färg ur den grafiska profilen, till exempel #9d0f3f. Resten av färgerna, ljusa och mörka, görs av den, så att texten går att läsa.
edit-help-FC0053 = { $right ->
        [none] Slå upp kommunens kod hos SCB, och skriv de fyra siffrorna, till exempel 0127 för Botkyrka.
       *[other] Skriv SCB:s fyra siffror: { $right }
    }
edit-help-FC0057 = Skriv 2027, 2027-05 eller 2027-05-13.
edit-help-FC0060 = Skriv bara kravets nummer, till exempel 1.2.2.
edit-help-FC0069 = Skriv färgen som den står i er grafiska profil, med # och sex tecken, till exempel #9d0f3f.
edit-said-FC0081 = { $kind ->
        [both] Det är stängt de här dagarna, och ändå står det tider.
       *[none] Det framgår inte om det är stängt de här dagarna, eller vilka tider som gäller.
    }
edit-help-FC0081 = { $kind ->
        [both] Välj Nej vid Stängt, eller ta bort tiderna.
       *[none] Välj Ja vid Stängt, eller skriv dagarnas tider.
    }
edit-elsewhere = Det nummer eller den adress som du bytte ut står kvar i de här texterna. Öppna dem och rätta:
