# Förklaringar i nya filer, och det som sägs när filer görs.

scaffold-site =
    Hela webbplatsen. En rad som börjar med # är en förklaring, eller ett fält som du kan börja använda: ta bort # och mellanslaget efter.
    Webbplatsens titel, som visas på startsidan.
scaffold-base-url = Adressen som webbplatsen ska ha. Flöden, webbplatskartor och delade länkar använder den. Allt annat fungerar var som helst.
scaffold-organisation = Vem som ansvarar för webbplatsen.
scaffold-language = Språket som de flesta texter är skrivna på.
scaffold-languages = Webbplatsens alla språk. En text på ett annat språk läggs bredvid originalet: nyhet.md och nyhet.en.md.
scaffold-theme = Hur sidorna ser ut.
scaffold-site-statement =
    Tillgänglighetsredogörelsen för de gemensamma sidorna, när webbplatsen har flera kommuner. Med en enda kommun finns inga
    gemensamma sidor: då räcker redogörelsen i municipality.yaml.
scaffold-retention = Vad som ska hända med det som arkiveras, slag för slag, så som kommunen har beslutat: bevara eller gallra. Det som inte står här bevaras.
scaffold-checks = Varningar som du inte vill ha någonstans på webbplatsen, med deras koder. fcsite check --explain FC0211 berättar vad en kod betyder.
scaffold-municipality =
    En rad som börjar med # är en förklaring, eller ett fält som du kan börja använda: ta bort # och mellanslaget efter.
    Kommunens namn, som läsarna ser det.
scaffold-code = SCB:s kod för kommunen: fyra siffror inom citattecken.
scaffold-example-code = Exemplet har en kod som ingen kommun har, och en påhittad redogörelse. Ta bort det här när du skriver om din egen kommun.
scaffold-region = Regionen som driver barnmorskemottagning och barnhälsovård här.
scaffold-contact = Hur besökare når kommunen.
scaffold-holidays = Vad röda dagar och aftnar betyder för öppettiderna: stängt, öppet (som vanligt) eller varna (sidan säger att tiderna inte är bestämda).
scaffold-navigation = Länkar överst på varje sida. En egen sida anges med sida: och filens namn utan .md.
scaffold-municipality-look = Kommunens egen färg (ur den grafiska profilen) och rubriktypsnitt. Logotyp och bild går också.
scaffold-municipality-notices = Meddelanden överst på kommunens startsida. Ett meddelande vars till: har passerat visas inte längre.
scaffold-municipality-theme = Hur kommunens sidor ser ut, om inte som resten av webbplatsen.
scaffold-municipality-base-url = Adressen, om kommunens sidor ligger på en egen server.
scaffold-statement =
    Tillgänglighetsredogörelsen som lagen (2018:1937) kräver. Den blir en egen sida, med länk från alla sidor.
    Se över den en gång om året.
scaffold-statement-status = helt (förenlig med lagen), delvis eller inte.
scaffold-statement-dates = Dagen då någon granskade webbplatsen, och dagen då den här texten senast ändrades. Byt ut dem mot de riktiga.
scaffold-statement-method = egen, eller extern om någon annan har granskat.
scaffold-statement-issues = Varje brist som ni känner till, och varför den finns.
scaffold-statement-feedback = Ett tillgängligt formulär för att rapportera brister. Det räcker inte med en e-postadress.
scaffold-centre =
    Filens namn blir familjecentralens adress på webben. Det ändras aldrig, inte ens om namnet gör det.
    En rad som börjar med # är en förklaring, eller ett fält som du kan börja använda: ta bort # och mellanslaget efter.
scaffold-status = planerad, öppen, tillfälligt stängd eller stängd.
scaffold-planned = När den ska öppna (ett år, en månad eller en dag, inom citattecken), eller när den öppnade.
scaffold-address = Utelämna det du inte vet.
scaffold-geo = Platsen på kartan: latitud och longitud, som karttjänster visar dem.
scaffold-phone = Ett svenskt telefonnummer.
scaffold-email = En adress som en funktion läser, inte en enskild persons.
scaffold-services =
    Det som finns: barnmorska, bvc, öppen förskola, socialtjänst, amning, vårdcentral eller annat.
    Varje verksamhet kan ha egna namn:, telefon:, länk:, besök: (drop-in, bokning eller båda) och öppettider:.
scaffold-hours = När det är öppet. En dag eller flera i rad: måndag–torsdag. Skriv stängt när det är stängt.
scaffold-phone-hours = När någon svarar i telefonen. Varje verksamhet kan ha egna telefontider:.
scaffold-seasons = Delar av året med en annan vecka. En verksamhet kan ha egna perioder:.
scaffold-exceptions = Dagar som inte är som vanligt: stängt: ja, eller öppettider: med andra tider. I stället för från: och till: kan det stå veckor: v. 28–30 och året, eller datum: med flera dagar.
scaffold-activities =
    Det som händer. Skriv ett kort id som aldrig ändras. En enda gång: datum: i stället för dag:. Inte varje vecka: upprepas: jämna veckor, varannan vecka från ett datum, eller första (i månaden).
    Ett tillfälle som blir inställt skriver du under inställt:, ett som flyttas under flyttat:.
scaffold-centre-notices = Något som besökare behöver veta just nu. Ett meddelande vars till: har passerat visas inte längre.
scaffold-spoken = Språk som personalen talar.
scaffold-premises = Hur tillgängliga lokalerna är. Skriv nej för det som inte finns, och utelämna det du inte vet.
scaffold-getting-there = Vägen dit.
scaffold-owner = Funktionen som ansvarar för uppgifterna. Aldrig en persons namn.
scaffold-reviewed = När någon senast såg till att allt stämmer. Efter sex månader påminner fcsite.
scaffold-news-title = Titeln. Sätt citattecken runt den om den innehåller ett kolon eller ett nummertecken.
scaffold-news-lead = Ingressen: vad som är nytt, i en eller två meningar. Den visas i listor.
scaffold-news-draft = Ett utkast publiceras aldrig. Ta bort den här raden när texten är klar.
scaffold-news-category = Vad den handlar om.
scaffold-news-centres = Familjecentraler som visas i en ruta under texten, med filernas namn.
scaffold-news-image = Bilden överst. Den ligger i images/. alt: säger vad den visar, för den som inte ser den.
scaffold-news-published-by = Funktionen som publicerar den.
scaffold-news-until = Den sista dagen som nyheten finns i listorna. Sidan finns kvar, och säger att den inte längre är aktuell.
scaffold-page-title = Titeln. Sätt citattecken runt den om den innehåller ett kolon eller ett nummertecken.
scaffold-page-lead = Ingressen: vad sidan handlar om, i en eller två meningar. Den går att ta bort.
scaffold-page-navigation = Ska sidan finnas i menyn?
scaffold-page-weight = Platsen bland sidorna och i menyn: ett lägre tal kommer först.
scaffold-page-published-by = Funktionen som publicerar sidan.
scaffold-page-until = Den sista dagen som sidan finns i menyn. Den finns kvar, och säger att den inte längre är aktuell.
scaffold-translation-title =
    En översättning. Översätt det som börjar med ”Översätt:”, och ta bort det ordet.
    Titeln.
scaffold-translation-lead = Ingressen.

init-done = Nu finns en liten webbplats i { $folder }. Gör så här:
init-done-here = Nu finns en liten webbplats i den här mappen. Gör så här:
init-next-folder = – Gå till mappen: cd { $folder }
init-next-edit = – Skriv i formulär i webbläsaren: fcsite edit
init-next-serve = – Se webbplatsen medan du skriver: fcsite serve --open
init-next-municipality = – Lägg till din egen kommun: fcsite new municipality Botkyrka
init-next-readme = – Läs vidare i { $readme }. Ta bort content/exempel när du inte behöver exemplet längre.
init-kept = { $name } fanns redan och är orörd. Lägg till två rader i den: /public/ och /.fcsite/
new-municipality-done = { $name } har koden { $code }. Nästa steg: fcsite new centre "Familjecentralen i …" -m { $id }
new-centre-done = Öppna filen och fyll i det du vet. Se sidan med: fcsite serve --open
new-news-draft = Den är ett utkast. Skriv ingressen och texten, se den med fcsite serve, och ta bort raden ”utkast: ja” när den är klar.
new-news-done = Den publiceras vid nästa fcsite build. Skriv texten först.
new-news-later = Den publiceras vid första fcsite build den { $date } eller senare. Skriv texten först.
new-page-draft = Den är ett utkast. Skriv texten, se den med fcsite serve, och ta bort raden ”utkast: ja” när den är klar.
new-page-done = Den publiceras vid nästa fcsite build. Skriv texten först.
new-activity-done = Aktiviteten är tillagd sist i listan. Se sidan med: fcsite serve --open
new-translation-done = Den är ett utkast. Översätt det som börjar med ”Översätt:” och texten, se den med fcsite serve, och ta bort raden ”utkast: ja” när den är klar.
ask-empty = (tryck Enter om du inte vet)
ask-municipality-name = Vad heter kommunen?
ask-municipality-unknown = SCB har ingen kommun som heter ”{ $name }”{ $nearest ->
        [none] {""}
       *[other] {" "}(menade du { $nearest }?)
    }
ask-municipality-code = Vilken kod har kommunen hos SCB (fyra siffror)?
ask-municipality-phone = Vilket telefonnummer kan besökare ringa?
ask-municipality-email = Vilken e-postadress kan besökare skriva till?
ask-centre-name = Vad heter familjecentralen?
ask-centre-municipality = Vilken kommun hör den till? ({ $choices })
ask-centre-street = Vilken gata och vilket nummer?
ask-centre-postal-code = Vilket postnummer?
ask-centre-city = Vilken postort?
ask-centre-phone = Vilket telefonnummer?
ask-news-title = Vad ska nyheten heta (titeln)?
ask-news-municipality = Vilken kommun gäller den? ({ $choices })
ask-news-lead = Vad är nytt, i en eller två meningar?
ask-page-title = Vad ska sidan heta (titeln)?
ask-page-municipality = Vilken kommun gäller den? ({ $choices })
ask-page-lead = Vad handlar sidan om, i en eller två meningar?
ask-activity-title = Vad heter aktiviteten?
ask-activity-municipality = Vilken kommun gäller det? ({ $choices })
ask-activity-centre = Vilken familjecentral är den på? ({ $choices })
ask-activity-day = Vilken veckodag?
ask-activity-from = När börjar den, till exempel 10.00?
ask-activity-to = När slutar den?
ask-translation-original = Vad ska översättas? Skriv filens namn.
ask-translation-language = Till vilket språk? ({ $choices })
ask-again = Det går inte: { $reason }.
ask-choice = välj något av { $choices }
ask-need = här behöver något stå
ask-slug = det blir ingen webbadress av det, så använd bokstäver eller siffror
usage-four-digits = skriv fyra siffror, till exempel 0127
