# Kommandoraden: hjälptexterna, och vad som är fel med ett anrop. Ett id är ”cli-” med kommandots och argumentets namn; ett argument som
# flera kommandon delar har inget kommando i sitt id.

cli = Gör webbsidor för familjecentraler: från texter och YAML till en färdig webbplats.
cli-heading-usage = Så här skriver du:
cli-heading-commands = Kommandon
cli-heading-arguments = Argument
cli-heading-options = Flaggor
cli-heading-global = Flaggor som alla kommandon har
cli-usage-options = FLAGGOR
cli-usage-command = KOMMANDO
cli-help = Visa den här hjälpen
cli-version = Visa versionen
cli-source = Mappen som content/ ligger i [annars: den här, eller närmaste mapp ovanför med content/site.yaml]
cli-quiet = Säg inget annat än fel; check säger bara vad som hittas
cli-verbose = Visa allt som hittas, också där en fil har fler än 20
cli-color = När färger ska användas: auto, always (alltid) eller never (aldrig)
cli-json = Ge det som hittas och rapporten som JSON-rader på stdout
cli-lang = Språket i meddelanden och hjälp: sv eller en [annars: systemets]
cli-limit = Hur mycket processortid en körning får ta, i sekunder; 0 för ingen gräns [annars: efter hur mycket som ska göras]
cli-now = Dagen som räknas som i dag, till exempel 2026-03-14 [annars: i dag i Sverige]
cli-only = Bara de här kommunerna, med namnen på deras mappar
cli-drafts = Visa utkast
cli-future = Visa sådant vars datum inte har kommit än

cli-init = Gör en liten webbplats som går att bygga direkt
    .long = Gör en liten webbplats i en ny eller tom mapp: en kommun, en familjecentral, två nyheter, inställningar för din textredigerare och filen README.md, som berättar hur du gör. Den går att bygga direkt, och sedan fortsätter du därifrån.
cli-init-folder = Den nya eller tomma mappen [annars: den här]

cli-new = Gör en fil på rätt plats, färdig att fylla i
    .long = Gör en fil på rätt plats, med förklaringar, färdig att fylla i. I en terminal frågar kommandot efter det som behövs. Annars tar det uppgifterna från flaggorna. Det skriver aldrig över en fil.
cli-new-municipality = En kommuns mapp med inställningar
cli-new-municipality-name = Kommunens namn, till exempel Botkyrka
cli-new-municipality-code = SCB:s fyra siffror [annars: hämtas från namnet]
cli-new-municipality-id = Mappens namn, som också blir adressen [annars: görs av namnet]
cli-new-municipality-phone = Telefonnumret som besökare kan ringa, till exempel "08-530 610 00"
cli-new-municipality-email = E-postadressen som besökare kan skriva till
cli-new-centre = En familjecentral
cli-new-centre-name = Familjecentralens namn, till exempel "Familjecentralen i Fittja"
cli-new-centre-municipality = Kommunens mapp [annars: den enda som finns]
cli-new-centre-id = Filens namn, som också blir adressen och aldrig ändras [annars: görs av namnet]
cli-new-centre-street = Gata och nummer, till exempel "Fittja Torg 19"
cli-new-centre-postal-code = Postnumret, till exempel "145 61"
cli-new-centre-city = Postorten, till exempel Norsborg
cli-new-centre-phone = Familjecentralens telefonnummer
cli-new-centre-planned = Den har inte öppnat än
cli-new-centre-services = Verksamheterna: barnmorska, bvc, öppen förskola, socialtjänst, amning, vårdcentral [annars: de fyra första]
cli-new-news = En nyhet, som utkast
cli-new-news-title = Titeln, till exempel "Sommarstängt i Fittja"
cli-new-news-municipality = Kommunens mapp, eller _shared för alla kommuner [annars: den enda som finns]
cli-new-news-lead = Ingressen: vad som är nytt, i en eller två meningar
cli-new-news-id = Slutet på filens namn och på adressen [annars: görs av titeln]
cli-new-news-publish = Publicera den vid nästa bygge, annars blir den ett utkast
cli-new-news-now = Dagen då den publiceras, till exempel 2026-03-14 [annars: i dag i Sverige]
cli-new-page = En sida som står kvar, som utkast
cli-new-page-title = Titeln, till exempel "Frågor och svar"
cli-new-page-municipality = Kommunens mapp, eller _shared för alla kommuner [annars: den enda som finns]
cli-new-page-lead = Ingressen: vad sidan handlar om, i en eller två meningar
cli-new-page-id = Filens namn, som också blir adressen [annars: görs av titeln]
cli-new-page-navigation = Ta med sidan i menyn
cli-new-page-publish = Publicera den vid nästa bygge, annars blir den ett utkast
cli-new-activity = En aktivitet på en familjecentral, tillagd i familjecentralens fil
cli-new-activity-title = Vad den heter, till exempel "Sångstund"
cli-new-activity-municipality = Kommunens mapp [annars: den enda som finns]
cli-new-activity-centre = Familjecentralen: filens namn utan .yaml [annars: den enda som finns]
cli-new-activity-day = Veckodagen, till exempel tisdag
cli-new-activity-from = När den börjar, till exempel 10.00
cli-new-activity-to = När den slutar, till exempel 10.30
cli-new-activity-valid-from = Terminens första dag
cli-new-activity-valid-to = Terminens sista dag
cli-new-activity-access = drop-in (kom när du vill), bokning (boka först) eller båda
cli-new-activity-id = Namnet i kalendrar, som aldrig ändras [annars: görs av titeln]
cli-new-translation = En översättning av en nyhet eller sida, som utkast
cli-new-translation-original = Originalet: filen, eller nyhetens eller sidans namn
cli-new-translation-language = Språket att översätta till [annars: det andra, om webbplatsen har två]
cli-new-translation-municipality = Kommunens mapp, om flera har en text som heter så

cli-build = Bygg webbplatsen: content/ → public/
cli-build-output = Var webbplatsen ska läggas [annars: public/ i mappen med content/]
cli-build-base-url = En adress i stället för varje webbadress i filerna, för att prova webbplatsen på en annan plats
cli-build-precompress = Lägg packade filer (.br och .gz) bredvid texterna, för servrar som skickar dem som de är
cli-build-only = Bara de här kommunerna, resten av webbplatsen lämnas som den är
cli-build-now = Dagen som sidorna görs för, till exempel 2026-03-14 [annars: i dag i Sverige]
cli-build-full = Glöm det som förra bygget kom ihåg
cli-build-strict = Räkna varningar som fel
cli-build-sync = Se till att allt ligger säkert på disken innan det publiceras
cli-build-parts = Sätt ihop webbplatsen av det som ligger i den här mappen, byggt del för del med --only, och gör bara regionens egna sidor
cli-build-timings = Berätta hur lång tid varje del av arbetet tog

cli-watch = Bygg, och bygg igen vid varje ändring
cli-watch-poll = Titta på alla filer om och om igen i stället för att vänta på besked, för mappar i nätverket [paus om inget sägs: 1000 ms]

cli-serve = Visa webbplatsen i webbläsaren medan du skriver
    .long = Bygger vid varje ändring och visar webbplatsen i webbläsaren, som följer med. Utkast och sådant vars datum inte har kommit än visas, med ett märke. Webbplatsen läggs i en egen mapp, inte i public/.
cli-serve-output = Var webbplatsen som visas ska läggas [annars: i en egen mapp]
cli-serve-port = Porten [annars: mappens egen, den första är 1111]
cli-serve-bind = Adressen att lyssna på. Med 0.0.0.0 kan alla i ditt nätverk se webbplatsen [annars: 127.0.0.1]
cli-serve-open = Öppna webbläsaren
cli-serve-follow = Låt webbläsaren gå till sidan som du just har ändrat
cli-serve-published = Visa webbplatsen som besökare ser den: inga utkast, inget vars datum inte har kommit än
cli-serve-password = Visa webbplatsen bara för den som har ett lösenord. fcsite hittar på det och skriver det i terminalen

cli-edit = Redigera webbplatsen i webbläsaren, med formulär
    .long = Visar webbplatsen som serve, och bredvid den en redigerare: familjecentraler, öppettider, aktiviteter, meddelanden, nyheter och sidor som formulär. Det som sparas ändrar bara det du har ändrat i filerna. Redigeraren svarar bara på den här datorn.
cli-edit-port = Porten [annars: mappens egen, den första är 2727]
cli-edit-no-open = Öppna inte webbläsaren

cli-import = Hämta in aktiviteter ur Excel eller CSV, en text ur Word eller inlägg ur WordPress
    .long = Visar vad som skulle skrivas, och vad som inte följer med och varför. Inget skrivs förrän du säger ja eller lägger till --write, och inget som finns skrivs över. Aktiviteter läggs till i familjecentralens fil, och en text blir ett utkast till en nyhet eller sida, med sina bilder. Ur en export från WordPress blir inläggen nyheter, med de bilder som ligger bredvid filen. Slutkoden är 4 när något inte följde med.
cli-import-file = Filen: en arbetsbok (.xlsx), CSV, en text (.docx) eller en export från WordPress (.xml)
cli-import-to = Vart det ska: kommunens mapp och familjecentralen, till exempel botkyrka/fittja, eller för texter botkyrka/news eller botkyrka/pages
cli-import-write = Skriv det som visas

cli-check = Granska allt som går att granska, utan att skriva något
    .long = Hittar alla fel och varningar i innehållet, och letar efter mer än ett bygge gör: länkar som inte leder någonstans, länktexter som inget säger, rubriker som hoppar över en nivå, texter som är svåra att läsa, datum som kan läsas fel med mera. Inget skrivs. Slutkoden är 4 när något hittades, och när länkar till andra webbplatser skulle provas men ingen gick att prova.
cli-check-explain = Förklara en kod utförligt, till exempel FC0042, och gör inget annat
cli-check-external = Prova länkarna till andra webbplatser också, sakta och hänsynsfullt. Det som fungerar kommer fcsite ihåg i en vecka
cli-check-sarif = Ge det som hittas som SARIF på stdout, för granskning av kod
cli-check-drafts = Granska utkast som om de vore publicerade
cli-check-future = Granska sådant vars datum inte har kommit än som om det vore publicerat

cli-list = Lista nyheter, familjecentraler, aktiviteter, sidor, översättningar, telefonnummer, utkast, avstängda varningar och det som behöver ses över
cli-list-what = Vad som ska listas: news (nyheter), centres (familjecentraler), activities (det som händer), pages (sidor), translations (översättningar), phones (telefonnummer), off (avstängda varningar), drafts (utkast), future (kommande), expired (utgångna) eller review-due (att se över)
cli-list-from = Första dagen, för activities [annars: i dag]
cli-list-to = Sista dagen, för activities [annars: två veckor]
cli-list-csv = Som CSV: sheet för ett kalkylprogram, till exempel Excel, eller plain för andra program [utan värde: sheet]

cli-publish = Bygg, och skicka det som är ändrat till en server eller mapp
    .long = Bygger webbplatsen och skickar det som är ändrat till ett mål i publish.yaml: en mapp (också en delad) en server över SFTP eller FTPS, eller en bucket i ett S3. Filerna skickas i en sådan ordning att läsarna aldrig möter en sida vars filer saknas. Det som avbröts fortsätter där det slutade. Lösenord frågas det efter, eller tas från FCSITE_PASSWORD.
cli-publish-target = Målet, med sitt namn i publish.yaml [annars: det enda]
cli-publish-dry-run = Säg bara vad som skulle hända
cli-publish-yes = Svara ja på alla frågor utom den om en servers nyckel, för skript
cli-publish-undo = Lägg tillbaka det som låg där före den senaste publiceringen
cli-publish-output = Mappen som webbplatsen byggs i [annars: public]
cli-publish-full = Glöm det som förra bygget kom ihåg
cli-publish-strict = Ta varningar för fel
cli-publish-precompress = Skicka texter packade också (.br och .gz)
cli-publish-look = Titta på webbplatsen efteråt också där dess adress leder till den egna datorn eller ett inre nät
cli-publish-no-look = Titta inte på webbplatsen efteråt
cli-archive = Bygg, och lägg det som är publicerat till arkivet
    .long = Bygger webbplatsen och lägger den till arkivet i en mapp: varje ny och ändrad fil hel, och de oförändrade som hänvisningar, i de format som e-arkiv tar emot (WARC och WACZ), med en förteckning bredvid. Finns den redan läggs inget till. Med arkiv: i publish.yaml görs det efter varje publicering.
cli-archive-folder = Arkivets mapp [annars: arkiv: i publish.yaml]
cli-archive-output = Mappen som webbplatsen byggs i [annars: public]
cli-archive-base-url = Adressen som webbplatsen är publicerad på [annars: webbadress i site.yaml]
cli-archive-full = Glöm det som förra bygget kom ihåg
cli-archive-strict = Ta varningar för fel
cli-archive-show = Skriv webbplatsen som den var en dag till en ny mapp
cli-archive-show-folder = Arkivets mapp
cli-archive-show-day = Dagen, till exempel 2026-03-01
cli-archive-show-output = En ny eller tom mapp [annars: site- och dagen, där du står]
cli-server-config = Skriv ut hur en webbserver ställs in för webbplatsen
    .long = Skriv ut hur en webbserver ställs in för webbplatsen: vilken sida som svarar när en adress inte finns, vad webbläsaren får spara, filernas typer, rubriker som skyddar läsarna, komprimering, och vart gamla adresser leder. Ge resultatet till den som sköter servern. Kör kommandot igen när gamla adresser har kommit till.
cli-server-config-server = Servern: nginx, apache, caddy, iis eller netlify
cli-server-config-root = Mappen på servern som adressens första snedstreck är [annars: /var/www/html]
cli-server-config-base-url = Webbplatsens adress [annars: webbadress i site.yaml]
cli-server-config-only = Bara den här kommunens mapp, på en egen server
cli-server-config-precompress = Packade filer ligger bredvid texterna, så som build --precompress gör dem

cli-schema = Skriv ut JSON-scheman för YAML-filerna och fälten i texterna, för textredigerare
cli-schema-kind = Vilken sorts fil: site, municipality, centre, news, page eller publish [annars: alla]

cli-completions = Skriv ut det som ditt skal behöver för att fylla i kommandon
cli-completions-shell = Skalet: bash, zsh, fish, elvish eller powershell

cli-man = Skriv ut en manualsida
cli-man-command = Kommandot [annars: fcsite självt]

cli-value-DIR = MAPP
cli-value-WHEN = NÄR
cli-value-LANG = SPRÅK
cli-value-NAME = NAMN
cli-value-CODE = KOD
cli-value-ID = ID
cli-value-DATE = DATUM
cli-value-MUNICIPALITY = KOMMUN
cli-value-CENTRE = FAMILJECENTRAL
cli-value-DAY = DAG
cli-value-TIME = TID
cli-value-ACCESS = TILLTRÄDE
cli-value-FILE = FIL
cli-value-LANGUAGE = SPRÅK
cli-value-FORM = FORM
cli-value-STREET = GATA
cli-value-CITY = ORT
cli-value-PHONE = TELEFON
cli-value-EMAIL = E-POST
cli-value-SERVICE = VERKSAMHET
cli-value-SERVER = SERVER
cli-value-TITLE = TITEL
cli-value-TEXT = TEXT
cli-value-URL = ADRESS
cli-value-MS = MS
cli-value-SECONDS = SEKUNDER
cli-value-PORT = PORT
cli-value-ADDRESS = ADRESS
cli-value-PLACE = PLATS
cli-value-TARGET = MÅL
cli-value-WHAT = VAD
cli-value-KIND = SORT
cli-value-SHELL = SKAL
cli-value-COMMAND = KOMMANDO

usage-command = Det finns inget kommando ”{ $value }”.{ $proposal ->
        [none] {" "}{ $instead ->
            [search] Sök i texterna med redigeraren (Ctrl+Skift+F). Vad som finns på webbplatsen visar fcsite list.
            [publish] Skriv: fcsite publish
            [remove] Ta bort filen i content/ och bygg igen. Vilka adresser som försvinner visar fcsite check.
           *[none] Välj något av de här: { $choices }.
        }
       *[other] {" "}Menade du ”{ $proposal }”?
    }
usage-option = Flaggan { $value } finns inte här.{ $proposal ->
        [none] {""}
       *[other] {" "}Menade du { $proposal }?
    }
usage-language = { $kind ->
        [text] { $value } finns inte här: en ny text skrivs först på webbplatsens språk. Skriv sedan fcsite new translation, textens namn och --language en. Ska texten bara finnas på ett annat språk, ge filen språkets kod före .md: namn.en.md
        [translation] Språket att översätta till skrivs så här: --language en. (--lang är språket för det som fcsite själv säger.)
       *[messages] { $value } finns inte här. Språket för det som fcsite säger väljer du med --lang sv eller --lang en. Vilket språk en text är på står i filens namn: namn.en.md
    }
usage-argument = ”{ $value }” är ett ord för mycket. Sätt raka citattecken runt en text med flera ord: "Upplands Väsby".
usage-no-value = { $option } behöver ett värde.
usage-choice = { $option } kan inte vara ”{ $value }”. Välj något av de här: { $choices }.{ $proposal ->
        [none] {""}
       *[other] {" "}Menade du ”{ $proposal }”?
    }
usage-value = { $option } kan inte vara ”{ $value }”: { $reason }.
usage-missing = { $option } saknas.{ $choices ->
        [none] {""}
       *[other] {" "}Välj något av de här: { $choices }.
    }
usage-missing-command = Skriv också vad fcsite ska göra. Välj något av de här: { $choices }.
usage-conflict = { $option } och { $other } går inte ihop. Ta bort den ena.
usage-twice = { $option } står två gånger. Ta bort den ena.
usage-count = { $option } har för många eller för få värden.
usage-equals = Skriv { $option } och värdet med = emellan.
usage-not-text = I kommandot finns tecken som inte är text (inte UTF-8).
usage-other = Kommandot går inte att förstå.
usage-more = Hjälp får du med: { $command } --help
usage-web-address = skriv en hel adress, till exempel https://prov.example
usage-line = skriv på en enda rad
usage-date = skriv ett datum som finns, till exempel 2026-03-14
usage-id = använd bara a–z, 0–9 och bindestreck
usage-phone = skriv ett svenskt telefonnummer, till exempel 08-530 610 00
usage-email = skriv en adress som namn@kommunen.example
usage-postal-code = skriv tre siffror, mellanslag och två siffror, till exempel "145 61"
usage-day = skriv en veckodag, till exempel tisdag
usage-time = skriv en tid, till exempel 10.00
usage-later = skriv en tid som är senare än den då det börjar
usage-access = skriv något av drop-in (kom när du vill), bokning (boka först) eller båda
usage-service = skriv något av barnmorska, bvc, öppen förskola, socialtjänst, amning eller vårdcentral
usage-code = skriv en kod som fcsite har visat, till exempel FC0042
usage-port = skriv ett tal från 0 till 65535
usage-address = skriv en adress som 127.0.0.1
usage-milliseconds = skriv ett antal millisekunder, minst 10
usage-server-character = { $server } skulle läsa { $character } i den som något annat
usage-no-folder = Mappen { $path } finns inte.
usage-lost = Resultatet gick inte att skriva. Är disken full?
# En körning avslutades för att den tog långt mer än innehållet kan behöva.
usage-too-long = fcsite har avslutat sig självt: det här tog { $seconds } sekunder av processorns tid, många gånger mer än så mycket innehåll borde ta. En text, ett tema eller en fil kan vara gjord för att aldrig bli klar, eller så är det fel i fcsite. Inget halvfärdigt är publicerat. Titta på det som ändrades senast. Om du litar på innehållet och det finns skäl till att det tar tid, tillåt mer: --limit { $more }
usage-taking-long = Det här har tagit { $seconds } sekunder av processorns tid, många gånger mer än så mycket innehåll borde ta, och det fortsätter. Så länge visas webbplatsen som den var. En text, ett tema eller en fil kan vara gjord för att aldrig bli klar, eller så är det fel i fcsite. Titta på det som ändrades senast. Avsluta fcsite med Ctrl-C om det inte blir klart.
usage-too-much-memory = fcsite har avslutat sig självt: det här tog { $megabytes } MB minne, många gånger mer än så mycket innehåll borde ta. En text, ett tema eller en fil kan vara gjord för att fylla minnet, eller så är det fel i fcsite. Inget halvfärdigt är publicerat. Titta på det som ändrades senast. Om du litar på innehållet och det finns skäl till att det är stort, ta bort gränsen: --limit 0
