# Vad JSON-schemana säger i textredigeraren: om varje slags fil, och om varje fält vad det betyder, med ett exempel där det hjälper.
# schema-<Typ>-<fält>, eller -<värde> för ett av flera ord. Ren text: Markdown tolkas inte här.

## Filerna

schema-Site = Hela webbplatsen. Varje kommun har sin egen mapp bredvid den här filen.
    .title = Hela webbplatsen (site.yaml)
schema-Municipality = En kommun: namn, kommunkod och det som gäller alla kommunens sidor. Mappens namn blir adressen till sidorna.
    .title = En kommun (municipality.yaml)
schema-Centre = En familjecentral. Filens namn är familjecentralens id: ändra det inte, och använd det inte för någon annan familjecentral.
    .title = En familjecentral (centres/….yaml)
schema-News = Fälten överst i en nyhet. Själva texten börjar efter den andra raden med bindestreck.
    .title = En nyhet (news/….md)
schema-Page = Fälten överst på en sida. Själva texten börjar efter den andra raden med bindestreck.
    .title = En sida (pages/….md)

schema-PublishTargets = Vart webbplatsen publiceras: varje mål med ett eget namn, till exempel prov. Lösenord står aldrig här.
    .title = Mål att publicera till (publish.yaml)
schema-S3Target-bucket = Bucketens namn.
schema-S3Target-endpoint = Adressen till S3: https://…. Utelämnad: Amazons.
schema-S3Target-region = Regionen som bucketen ligger i. Utelämnad: eu-north-1 hos Amazon, annars us-east-1.
schema-S3Target-prefix = Det som alla filers namn börjar med, till exempel familj. Utelämnat: inget.
schema-PublishTargets-archive = Mappen med arkivet: det som publiceras läggs till där efteråt. Räknas från mappen som content/ ligger i.
schema-PublishTarget = Ett mål: en mapp eller en server.
schema-PublishTarget-folder = En mapp, också en delad, till exempel \\server\webb\familj
schema-PublishTarget-sftp = En mapp på en server som nås med SFTP: användare@server:mapp
schema-PublishTarget-host_key = Serverns nyckel, så som ssh-keygen -lf visar den: SHA256:…
schema-PublishTarget-key_file = Filen med din egen SSH-nyckel, när ingen agent har den.
schema-PublishTarget-ftps = En mapp på en server som nås med FTPS, alltså FTP med kryptering: användare@server/mapp
schema-PublishTarget-certificate = SHA-256-avtrycket av serverns certifikat, när det är egengjort: SHA256:AB:CD:…
schema-PublishTarget-s3 = En bucket i ett S3, alltså i en lagring i molnet.
schema-PublishTarget-base_url = Adressen som läsarna ser målet på. Utelämnad: den i site.yaml.

## site.yaml

schema-Site-title = Vad hela webbplatsen heter. Det står på startsidan och i sökresultat, till exempel: Familjecentraler i Stockholms län.
schema-Site-base_url = Adressen som webbplatsen publiceras på, till exempel https://familjecentraler.example. Den behövs för nyhetsflöden, sökmotorer och öppna data.
schema-Site-organisation = Vem som ansvarar för webbplatsen, till exempel Region Stockholm.
schema-Site-organisation_number = Organisationsnumret för den som ger ut öppna data, till exempel 232100-0016. En kommuns eget går före.
schema-Site-contact = Hur man når den som ger ut webbplatsen. Visas på regionens sidor och i förteckningen över öppna data.
schema-Site-data_licence = På vilka villkor andra får använda öppna data. Utan fältet blir det cc0.
schema-DataLicence-cc0 = Fritt, utan att fråga eller säga varifrån de kommer (CC0 1.0). Det som Sveriges dataportal rekommenderar.
schema-DataLicence-cc-by = Fritt, för den som säger varifrån de kommer (CC BY 4.0).
schema-Site-retention = Vad som ska hända med det som arkiveras, slag för slag, så som kommunen har beslutat. Det som inte står här bevaras.
schema-Retention-keep = Bevaras för alltid.
schema-Retention-discard = Får gallras enligt kommunens beslut. Det arkiveras ändå, och står i retention.csv.
schema-RetentionRules-news = Nyheter.
schema-RetentionRules-centres = Familjecentralernas sidor.
schema-RetentionRules-pages = Stående sidor.
schema-RetentionRules-lists = Startsidor, listor, flöden och sökningen: gjorda av det andra.
schema-RetentionRules-hours = Kalendrar, affischer, och tabeller över öppettider och aktiviteter.
schema-RetentionRules-documents = Dokument som texterna länkar till.
schema-RetentionRules-pictures = Bilder.
schema-RetentionRules-data = Öppna data.
schema-RetentionRules-design = Stilmallar, skript och typsnitt.
schema-Site-language = Språket som texterna är skrivna på när inget annat sägs. Utan fältet blir det sv (svenska).
schema-Site-languages = Språken som webbplatsen har sidor på, till exempel [sv, en]. Webbplatsens eget språk måste vara med.
schema-Site-theme = Temat som bestämmer hur webbplatsen ser ut: base, eller en mapp i themes/. Utan fältet blir det base.
schema-Site-accessibility_statement = Tillgänglighetsredogörelsen för de gemensamma sidorna (startsidan med alla kommuner). Kommunernas egna står i municipality.yaml.
schema-Site-checks = Varningar som du inte vill ha för någon del av webbplatsen.
schema-Checks-off = Varningarnas koder, till exempel [FC0082]. Bara varningar går att stänga av, inte fel.

## municipality.yaml

schema-Municipality-name = Kommunens namn, till exempel Botkyrka kommun.
schema-Municipality-code = Kommunkoden från SCB: fyra siffror inom raka citattecken, till exempel "0127".
schema-Municipality-organisation_number = Kommunens organisationsnummer, om den ger ut öppna data i eget namn. Utan fältet blir det webbplatsens.
schema-Municipality-data_issued = Dagen då kommunens öppna data först publicerades, till exempel 2026-12-01. Den står i förteckningen till dataportalen.
schema-Municipality-region = Regionen som driver mödrahälsovården och barnhälsovården här, till exempel Region Stockholm.
schema-Municipality-base_url = Var kommunens sidor publiceras, om de har en egen adress. Utan fältet blir det webbplatsens adress följd av mappens namn.
schema-Municipality-theme = Kommunens tema, om det inte är webbplatsens: en mapp i themes/.
schema-Municipality-languages = Språken som kommunen har sidor på, till exempel [sv, en, ar]. Utan fältet blir det webbplatsens språk.
schema-Municipality-contact = Hur familjer når kommunen. Det står längst ner på varje sida.
schema-Municipality-holidays = Vad som gäller på helgdagar för öppettider som inte säger något om dem.
schema-Municipality-allowed_hosts = Andra servrar som kommunens sidor får hämta något från, till exempel [kartor.example]. Var och en får veta vem som besöker sidorna, så håll listan kort.
schema-Municipality-synonyms = Ord som betyder samma sak för den som söker, utöver dem som alla webbplatser har: [[BVC, barnavårdscentral], [Gula huset, Fittja]]. Varje grupp är en lista med minst två.
schema-Municipality-navigation = Länkar i menyn på varje sida, i den här ordningen.
schema-Municipality-look = Kommunens egen färg, logotyp, bild och rubriktypsnitt. Ingen behöver göra ett tema.
schema-Municipality-notices = Meddelanden på kommunens startsida, till exempel att alla familjecentraler har stängt en dag.
schema-Municipality-accessibility_statement = Tillgänglighetsredogörelsen som lagen kräver (2018:1937, DOS-lagen). Den får en egen sida som alla sidor länkar till.
schema-Municipality-checks = Varningar som du inte vill ha för den här kommunen.
schema-Contact-phone = Kommunens telefonnummer, till exempel 08-530 610 00.
schema-Contact-email = Kommunens e-postadress. Ange en funktion, inte en person.
schema-Contact-url = Kommunens egen webbplats, till exempel https://www.botkyrka.example.
schema-Holidays-public = Helgdagar, till exempel juldagen. Utan fältet blir det closed (stängt).
schema-Holidays-eves = Aftnar och dagar före en helgdag, till exempel julafton. Utan fältet blir det warn (varna).
schema-HolidayRule-closed = Stängt, om inget annat står under exceptions.
schema-HolidayRule-open = Öppet som vanligt.
schema-HolidayRule-warn = Inte bestämt: sidan säger att man ska fråga innan man kommer, och du får en varning tills det står under exceptions vad som gäller.
schema-OwnLook-colour = Kommunens färg ur den grafiska profilen, till exempel "#9d0f3f" (med citattecken). fcsite gör resten av färgerna, ljusa och mörka, och ser till att texten går att läsa.
schema-OwnLook-logo = Logotypen, sedd från kommunens mapp, till exempel images/logotyp.svg. SVG, PNG, WebP eller JPEG.
schema-OwnLook-image = Bilden på kommunens startsida.
schema-OwnLook-font = Rubrikernas typsnitt.
schema-HeadingFont-sans = Utan seriffer: läsarens eget, som brödtexten.
schema-HeadingFont-serif = Med seriffer, som i en bok.
schema-HeadingFont-rounded = Med runda ändar.
schema-Navigation = En länk i menyn. Skriv page för en egen sida, centre för en familjecentral, eller url för en annan webbplats.
schema-Navigation-title = Orden i länken.
schema-Navigation-page = En sida i kommunen eller i _shared: filens namn utan .md, till exempel om-oss.
schema-Navigation-centre = En familjecentral i kommunen: filens namn utan .yaml, till exempel fittja.
schema-Navigation-weight = Länkens plats i menyn: ett lägre tal kommer först. Utan fältet blir det 0, och då gäller ordningen här.
schema-Navigation-url = Adressen till en sida på en annan webbplats.

## Meddelanden

schema-Notice = Ett meddelande som visas överst på sidan.
schema-Notice-title = Rubriken, till exempel: Färre platser just nu.
schema-Notice-body = Texten. Du kan skriva Markdown: **fetstil**, listor och länkar.
schema-Notice-from = Första dagen som meddelandet visas. Utan fältet visas det direkt.
schema-Notice-until = Sista dagen som meddelandet visas. Utan fältet visas det tills du tar bort det.
schema-Notice-links = Var man kan läsa mer.
schema-Link = En länk med sina ord.
schema-Link-title = Orden i länken. Skriv vart den leder, inte ”läs mer”.
schema-Link-url = Adressen som länken leder till.

## Tillgänglighetsredogörelsen

schema-Statement-status = Hur väl webbplatsen uppfyller lagen om tillgänglighet.
schema-Compliance-fully = Den uppfyller alla krav.
schema-Compliance-partially = Den uppfyller kraven, utom de brister som står under issues.
schema-Compliance-not_compliant = Den uppfyller inte kraven.
schema-Statement-assessed_on = Dagen då någon senast granskade hur tillgänglig webbplatsen är.
schema-Statement-updated_on = Dagen då redogörelsen senast ändrades. Gå igenom den minst en gång om året.
schema-Statement-method = Vem som gjorde granskningen.
schema-Method-self = Ni själva.
schema-Method-external = Någon utifrån, till exempel en konsult.
schema-Statement-issues = Allt som ni vet inte fungerar.
schema-Statement-disproportionate_burden = Brister som det vore oskäligt betungande att rätta till (12 § i lagen).
schema-Statement-out_of_scope = Innehåll som lagen inte gäller, till exempel kartor från en annan tjänst.
schema-Statement-feedback_url = Adressen till formuläret där besökare berättar vad som inte fungerar. Formuläret ska vara tillgängligt, och det ska gå att använda utan att uppge sitt namn. Det räcker inte med en e-postadress.
schema-Issue = Något som inte fungerar.
schema-Issue-what = Vad som inte fungerar, och för vem.
schema-Issue-reason = Varför det inte fungerar än.
schema-Issue-wcag = Kraven i WCAG som det inte uppfyller, inom raka citattecken, till exempel ["1.2.2"].
schema-Issue-alternative = Vad man kan göra i stället, till exempel vem man kan fråga.
schema-Issue-fix_by = Dagen då det ska vara åtgärdat.
schema-Burden = En brist som det vore oskäligt betungande att rätta till.
schema-Burden-what = Vad som inte fungerar.
schema-Burden-motivation = Varför det vore oskäligt betungande. Lagen kräver att ni säger det.
schema-Exemption = Innehåll som lagen inte gäller.
schema-Exemption-what = Vilket innehåll.
schema-Exemption-reason = Varför lagen inte gäller det.

## centres/<id>.yaml

schema-Centre-name = Vad familjecentralen heter, till exempel Familjecentralen i Fittja.
schema-Centre-status = Är familjecentralen öppen?
schema-Status-planned = Den har inte öppnat än. Skriv när under planerad öppning, om du vet.
schema-Status-open = Den är öppen.
schema-Status-temporarily_closed = Den är stängd en tid och öppnar igen.
schema-Status-closed = Den är stängd för gott. Sidan finns kvar och säger det.
schema-Centre-type = Vilket slags familjecentral det är. Utan fältet följer det av verksamheterna.
schema-CentreType-family_centre = Familjecentral: mödrahälsovård, barnhälsovård, öppen förskola och socialtjänst.
schema-CentreType-family_centre_like = Familjecentralsliknande verksamhet: barnhälsovård och minst en kommunal verksamhet, öppen förskola eller socialtjänst.
schema-Centre-planned_opening = När en planerad familjecentral ska öppna: "2027", "2027-05" eller "2027-05-13". Bara tillsammans med status: planerad.
schema-Centre-opened = Dagen då familjecentralen öppnade.
schema-Centre-address = Var familjecentralen ligger. Ta bort fältet om du inte vet. Gissa aldrig.
schema-Centre-geo = Familjecentralens plats på kartan (WGS 84), för länken till en karta och för öppna data.
schema-Centre-phone = Familjecentralens telefonnummer, till exempel 08-530 610 00.
schema-Centre-email = Familjecentralens e-postadress. Ange en funktion, inte en person.
schema-Centre-url = Familjecentralens egen sida på en annan webbplats, om den har någon.
schema-Centre-services = Vad som finns på familjecentralen. Minst en verksamhet.
schema-Centre-hours = När familjecentralen har öppet en vanlig vecka. De dagar som du inte nämner är det stängt.
schema-Centre-phone_hours = När någon svarar i telefonen, till exempel måndag–fredag: 8–9.
schema-Centre-seasons = Delar av året med en annan vecka, till exempel sommartider.
schema-Centre-exceptions = Dagar med andra öppettider än vanligt, till exempel sommarstängt.
schema-Centre-activities = Vad som händer, till exempel sångstund.
schema-Centre-notices = Meddelanden på familjecentralens sida, till exempel att det är färre platser just nu.
schema-Centre-spoken_languages = Språk som personalen talar, till exempel [sv, fi, ar].
schema-Centre-premises = Hur tillgänglig lokalen är, och vad som finns för den som kommer med små barn. Ta bara med det du vet.
schema-Centre-getting_there = Hur man tar sig dit.
schema-Centre-images = Bilder på familjecentralens sida.
schema-Centre-owner = Funktionen som ansvarar för uppgifterna, till exempel Socialförvaltningen. Aldrig en person.
schema-Centre-reviewed = Dagen då någon senast såg till att allt här stämmer. Efter sex månader får du en påminnelse.
schema-Centre-aliases = Gamla adresser som leder hit, till exempel [/fittja/familjecentral/].
schema-Centre-formerly = Vad filen har hetat förut, utan .yaml, det första namnet först: [fittja]. I öppna data heter familjecentralen alltid så som den hette först, och dess gamla sidor leder hit.
schema-Centre-checks = Varningar som du inte vill ha för den här familjecentralen.
schema-Address-street = Gata och nummer, till exempel Fittja Torg 19.
schema-Address-postal_code = Postnumret, till exempel 145 61.
schema-Address-city = Postorten, till exempel Norsborg.
schema-Address-entrance = Vilken ingång man ska ta, till exempel: från torget, bredvid biblioteket.
schema-Geo-lat = Latitud i grader, till exempel 59.2488.
schema-Geo-lon = Longitud i grader, till exempel 17.8603.

## Verksamheter

schema-Service = En verksamhet på familjecentralen.
schema-Service-kind = Vilken verksamhet det är.
schema-ServiceKind-maternal_health = Mödrahälsovård: barnmorskemottagningen.
schema-ServiceKind-child_health = Barnhälsovård: barnavårdscentralen (BVC).
schema-ServiceKind-open_preschool = Öppen förskola.
schema-ServiceKind-social_services = Socialtjänst, med förebyggande arbete.
schema-ServiceKind-breastfeeding = Amningsmottagning.
schema-ServiceKind-health_centre = Vårdcentral.
schema-ServiceKind-other = Något annat. Då måste name också stå.
schema-Service-name = Verksamhetens eget namn, till exempel Fittja BVC. Utan fältet visar sidan vad för slags verksamhet det är.
schema-Service-operator = Vem som driver verksamheten.
schema-Service-phone = Verksamhetens eget telefonnummer, till exempel 08-530 610 00.
schema-Service-url = Verksamhetens egen sida på en annan webbplats.
schema-Service-access = Behöver man boka?
schema-Access-drop_in = Utan bokning: det är bara att komma.
schema-Access-booking = Bara med bokad tid.
schema-Access-both = Både med och utan bokad tid.
schema-Service-hours = Verksamhetens egna tider, om de inte är familjecentralens.
schema-Service-phone_hours = När någon svarar i verksamhetens telefon, till exempel måndag–fredag: 8–9.
schema-Service-seasons = Delar av året då verksamheten har en annan vecka.
schema-ServiceSeasonFile = En del av året då verksamheten har en annan vecka.
schema-ServiceSeasonFile-title = Vad perioden heter, till exempel Sommartider.
schema-ServiceSeasonFile-from = Första dagen.
schema-ServiceSeasonFile-to = Sista dagen.
schema-ServiceSeasonFile-hours = Veckans tider. De dagar som du inte nämner är det stängt.
schema-Operator-type = Vilket slags organisation som driver verksamheten.
schema-Operator-name = Namnet, till exempel Botkyrka kommun.
schema-OperatorType-region = Regionen.
schema-OperatorType-municipality = Kommunen.
schema-OperatorType-private_for_region = Ett företag eller en förening, på uppdrag av regionen.
schema-OperatorType-other = Någon annan.

## Öppettider och aktiviteter

schema-HoursFile-monday = Tiderna på måndagar, till exempel 9.00–12.00, 13.00–16.00, eller closed (stängt). För flera dagar skriver du till exempel monday-thursday.
schema-HoursFile-tuesday = Tiderna på tisdagar, till exempel 9.00–12.00, 13.00–16.00, eller closed (stängt). För flera dagar skriver du till exempel tuesday-friday.
schema-HoursFile-wednesday = Tiderna på onsdagar, till exempel 9.00–12.00, 13.00–16.00, eller closed (stängt). För flera dagar skriver du till exempel wednesday-friday.
schema-HoursFile-thursday = Tiderna på torsdagar, till exempel 9.00–12.00, 13.00–16.00, eller closed (stängt). För flera dagar skriver du till exempel thursday-friday.
schema-HoursFile-friday = Tiderna på fredagar, till exempel 9.00–12.00, eller closed (stängt).
schema-HoursFile-saturday = Tiderna på lördagar, till exempel 10.00–13.00, eller closed (stängt). För hela helgen skriver du saturday-sunday.
schema-HoursFile-sunday = Tiderna på söndagar, till exempel 10.00–13.00, eller closed (stängt).
schema-SeasonFile = En del av året med en annan vecka.
schema-SeasonFile-title = Vad perioden heter, till exempel Sommartider.
schema-SeasonFile-from = Första dagen.
schema-SeasonFile-to = Sista dagen.
schema-SeasonFile-hours = Veckans tider. De dagar som du inte nämner är det stängt.
schema-SeasonFile-services = Vilka verksamheter det gäller, med slag eller namn. Utan fältet gäller det hela familjecentralen.
schema-ExceptionFile = Dagar då tiderna är andra än vanligt. Skriv stängt: ja, eller öppettider.
schema-ExceptionFile-from = Första dagen.
schema-ExceptionFile-to = Sista dagen. Utan fältet gäller det bara första dagen.
schema-ExceptionFile-weeks = Eller hela veckor, med år: v. 28–30 2026.
schema-ExceptionFile-dates = Eller några dagar för sig: [2026-09-14, 2026-11-02].
schema-ExceptionFile-closed = Skriv true om det är stängt de här dagarna.
schema-ExceptionFile-hours = Tiderna varje sådan dag, till exempel 9–12.
schema-ExceptionFile-reason = Varför, med ord till besökaren, till exempel: Sommarstängt.
schema-ExceptionFile-services = Vilka verksamheter det gäller, till exempel [open_preschool]. Utan fältet gäller det hela familjecentralen.
schema-Activity = Något som händer.
schema-Activity-id = Aktivitetens fasta namn, med a–z, 0–9 och bindestreck, till exempel sangstund. Ändra det inte, och använd det inte för någon annan aktivitet.
schema-Activity-title = Vad aktiviteten heter, till exempel Sångstund.
schema-Activity-day = Veckodagen.
schema-Activity-description = Mer om aktiviteten, i ett stycke utan formatering.
schema-Activity-days = Eller flera veckodagar, till exempel [måndag, onsdag].
schema-Activity-date = Eller dagen, om aktiviteten bara är en gång.
schema-Activity-dates = Eller dagarna, om aktiviteten är några gånger: [2026-10-12, 2026-11-09].
schema-Activity-repeat = I vilka veckor, om det inte är varje: jämna veckor, udda veckor, varannan vecka från 2026-09-01, första, första och tredje, sista.
schema-Activity-except = Dagar och veckor då aktiviteten inte är, till exempel [2026-11-03, v. 44 2026]. De visas inte alls.
schema-Activity-cancelled = Dagar som är inställda. De visas överstrukna, med orsaken.
schema-Activity-moved = Dagar som är flyttade till en annan dag eller tid.
schema-Activity-service = Vilken verksamhet aktiviteten hör till, med slag eller namn. När den är stängd är aktiviteten inte. Utan fältet är det öppna förskolan, om den finns.
schema-Activity-registration = Var och när man anmäler sig.
schema-Activity-cost = Vad det kostar, till exempel 20 kr eller gratis.
schema-Activity-place = Var i huset, till exempel Stora rummet.
schema-Activity-for = Vem aktiviteten är till för, utöver åldern, till exempel Pappor.
schema-Cancelled = En dag som är inställd.
schema-Cancelled-date = Dagen.
schema-Cancelled-reason = Varför, till exempel Sjukdom.
schema-MovedFile = En dag som är flyttad.
schema-MovedFile-date = Dagen då aktiviteten skulle ha varit.
schema-MovedFile-to = Dagen då den är i stället. Utan fältet är den samma dag.
schema-MovedFile-from = När den börjar då, till exempel 13.00. Utan fältet börjar den som vanligt.
schema-Registration-url = Ett formulär på webben.
schema-Registration-phone = Telefonnumret att ringa.
schema-Registration-email = E-postadressen att skriva till.
schema-Registration-opens = Första dagen man kan anmäla sig.
schema-Registration-closes = Sista dagen man kan anmäla sig.
schema-Registration-full = Skriv ja när alla platser är tagna.
schema-Weekday-monday = Måndag.
schema-Weekday-tuesday = Tisdag.
schema-Weekday-wednesday = Onsdag.
schema-Weekday-thursday = Torsdag.
schema-Weekday-friday = Fredag.
schema-Weekday-saturday = Lördag.
schema-Weekday-sunday = Söndag.
schema-Activity-from = När den börjar, till exempel 10.00.
schema-Activity-to = När den slutar, till exempel 10.30.
schema-Activity-age_months = Vilka åldrar den är för, i månader.
schema-Activity-access = Behöver man anmäla sig?
schema-Activity-language = Vilket språk aktiviteten är på, om det inte är webbplatsens, till exempel fi.
schema-Activity-valid_from = Första dagen för säsongen.
schema-Activity-valid_to = Sista dagen för säsongen. Efter den visas aktiviteten inte längre.
schema-Ages-min = Från hur många månader, till exempel 0.
schema-Ages-max = Till och med hur många månader, till exempel 12.

## Lokalen och vägen dit

schema-Premises-step_free = Kan man komma in utan trappsteg?
schema-Premises-lift = Finns det hiss?
schema-Premises-accessible_toilet = Finns det en tillgänglig toalett?
schema-Premises-changing_table = Finns det skötbord?
schema-Premises-hearing_loop = Finns det hörslinga?
schema-Premises-breastfeeding_place = Finns det en lugn plats att amma på?
schema-Premises-warm_food = Kan man värma mat, till exempel i en mikrovågsugn?
schema-Premises-fridge = Finns det kylskåp för den som har mat med sig?
schema-Premises-pram_room = Finns det ett rum för barnvagnar?
schema-Premises-cafe_cost = Vad fikat kostar, till exempel 20 kr. Skriv gratis om det inte kostar något.
schema-Premises-note = Något annat om lokalen, till exempel var man ringer på.
schema-GettingThere-transit = Med buss, tåg eller tunnelbana, till exempel: Bussen stannar utanför entrén.
schema-GettingThere-car = Med bil: var man parkerar.
schema-GettingThere-pram_parking = Var man ställer barnvagnen.

## Bilder

schema-ImageUse = En bild. Beskriv vad den visar i alt, eller skriv dekorativ: ja om den inte säger något.
schema-ImageUse-src = Filen, sedd från kommunens mapp, till exempel images/entre.jpg.
schema-ImageUse-alt = Vad bilden visar, för den som inte ser den: en mening, till exempel Två barn bygger ett torn av klossar.
schema-ImageUse-decorative = Skriv true om bilden bara är en utsmyckning. Då hoppar skärmläsare över den.
schema-ImageUse-credit = Vem som har gjort bilden, till exempel Foto: Botkyrka kommun.
schema-ImageUse-consent = Var samtycket från personerna på bilden är dokumenterat, till exempel ett diarienummer. Det visas inte för läsarna. Skriv inga namn.

## news/….md

schema-News-title = Nyhetens titel.
schema-News-date = Dagen då nyheten publiceras. Det är dagen i filens namn, så du behöver inte skriva det här.
schema-News-lead = Ingressen: det viktigaste, i ett stycke utan formatering.
schema-News-category = Vad nyheten handlar om, till exempel Information. Nyheter i samma kategori föreslås bredvid varandra.
schema-News-kind = En nyhet eller ett viktigt meddelande. Utan fältet blir det news.
schema-NewsKind-news = En nyhet: något har hänt eller ska hända.
schema-NewsKind-notice = Ett viktigt meddelande: något som besökare måste veta, ofta under en tid.
schema-News-centres = Familjecentraler som nyheten handlar om. De visas som rutor: skriv filernas namn utan .yaml, till exempel [fittja]. I _shared med kommunen före: [botkyrka/fittja].
schema-News-image = Bilden överst.
schema-News-published_by = Funktionen eller enheten som publicerar nyheten, till exempel Botkyrka kommun.
schema-News-author = Vem som har skrivit nyheten.
schema-News-updated = Dagen då nyheten senast ändrades.
schema-News-until = Den sista dagen som nyheten är med i listorna. Sidan finns kvar och säger att den är inaktuell.
schema-News-expires = Samma sak på ett annat sätt: från och med den här dagen finns nyheten inte i listorna. Skriv hellre until.
schema-News-draft = Skriv ja så länge du arbetar med texten. Ett utkast visas bara när du bygger med --drafts.
schema-News-related = Andra nyheter att läsa, med filernas namn utan .md, till exempel [2026-01-10-hej]. Utan fältet väljer fcsite åt dig.
schema-News-aliases = Gamla adresser som leder hit, till exempel [/nyheter/gammal/].
schema-News-checks = Varningar som du inte vill ha för den här nyheten.

## pages/….md

schema-Page-title = Sidans titel.
schema-Page-lead = Ingressen: det viktigaste, i ett stycke utan formatering.
schema-Page-updated = Dagen då sidan senast ändrades.
schema-Page-published_by = Funktionen eller enheten som publicerar sidan, till exempel Botkyrka kommun.
schema-Page-navigation = Skriv true om sidan ska finnas med i menyn.
schema-Page-weight = Sidans plats bland sidorna och i menyn: ett lägre tal kommer först. Utan fältet blir det 0.
schema-Page-until = Den sista dagen som sidan är med i menyn och i listor. Den finns kvar och säger att den är inaktuell.
schema-Page-draft = Skriv ja så länge du arbetar med texten. Ett utkast visas bara när du bygger med --drafts.
schema-Page-aliases = Gamla adresser som leder hit, till exempel [/gammal/sida/].
schema-Page-checks = Varningar som du inte vill ha för den här sidan.

## Vad en textredigerare säger när ett värde har fel form

schema-Weekdays = Skriv veckodagar, till exempel [måndag, onsdag].
schema-Dates = Skriv ett datum, till exempel 2026-10-12, eller flera: [2026-10-12, 2026-11-09].
schema-Weeks = Skriv veckor med år, till exempel v. 28–30 2026.
schema-OneOfWeeks = Skriv veckor med år, till exempel v. 28–30 2026.
schema-DatesAndWeeks = Skriv datum och veckor, till exempel [2026-11-03, v. 44 2026].
schema-DateOrWeeks = Skriv ett datum eller veckor med år, till exempel 2026-11-03 eller v. 44 2026.
schema-Services = Skriv verksamheternas slag eller namn, till exempel [öppen förskola].
schema-ServiceName = Skriv en verksamhets slag eller namn, till exempel öppen förskola.
schema-ExceptionHours = Skriv tiderna, till exempel 9–12, eller en hel vecka: måndag–torsdag: 9–12.
schema-Repeat = Skriv varje vecka, jämna veckor, udda veckor, varannan vecka från 2026-09-01, första, första och tredje eller sista.
schema-rule-moved = Skriv vart det är flyttat: till (en annan dag), från (en annan tid) eller båda.
schema-rule-one_when = Skriv när avvikelsen gäller på ett sätt: från (och till), veckor eller datum.
schema-rule-day_or_date = Skriv när aktiviteten är på ett sätt: dag, dagar eller datum. Upprepas hör ihop med dag.
schema-null = Samma sak som att ta bort fältet.
schema-Words = Skriv något här. En text med kolon i behöver raka citattecken runt sig: "Öppet: nu".
schema-Synonym = Skriv ett ord eller ett namn här: [[Gula huset, Fittja]].
schema-Text = Skriv en text, eller en för varje språk: sv: … och en: … på var sin rad.
schema-Date = Skriv ett datum som finns, så här: 2026-03-14.
schema-PartialDate = Skriv ett år, en månad eller ett datum: "2027", "2027-05" eller "2027-05-13".
schema-TimeOfDay = Skriv en tid som 9.00 eller 13.30.
schema-DayHours = Skriv tider som 9.00–12.00, 13.00–16.00, eller closed om det är stängt.
schema-HoursFile = Skriv dagarna, måndag till söndag, eller flera i följd som måndag–torsdag.
schema-Weekday = Skriv dagen, till exempel måndag.
schema-WeekdayOrMore = Skriv dagen, till exempel måndag, eller flera: [måndag, onsdag].
schema-PhoneNumber = Skriv ett svenskt telefonnummer som 08-123 456 78 eller 070-123 45 67.
schema-PostalCode = Skriv postnumret med mellanslag: 145 61.
schema-OrganisationNumber = Skriv ett organisationsnummer med tio siffror, till exempel 232100-0016.
schema-EmailAddress = Skriv en e-postadress som namn@kommunen.example.
schema-WebAddress = Skriv hela adressen, med https:// först.
schema-Colour = Skriv färgen med # och sex tecken inom raka citattecken, till exempel "#9d0f3f".
schema-Host = Skriv bara serverns namn, till exempel kartor.example: utan https:// och snedstreck.
schema-Language = Skriv en språkkod, till exempel sv, en eller ar.
schema-MunicipalityCode = Skriv SCB:s fyra siffror inom raka citattecken, till exempel "0127".
schema-Name = Skriv namnet med bara a–z, 0–9 och bindestreck, utan filens ändelse.
schema-FormerName = Skriv namnet med bara a–z, 0–9 och bindestreck, utan filens ändelse.
schema-CentreName = Skriv namnet på familjecentralens fil utan .yaml, till exempel fittja.
schema-Alias = Skriv en adress på webbplatsen som börjar med ett snedstreck, med a–z, 0–9 och bindestreck, till exempel /gammal/adress/.
schema-Criterion = Skriv numret på ett krav i WCAG inom raka citattecken, till exempel "1.2.2".
schema-Warning = Skriv koden för en varning, till exempel FC0082. Fel går inte att stänga av.
schema-Latitude = Skriv en latitud i Sverige, mellan 55 och 69.5, med punkt: 59.2488.
schema-Longitude = Skriv en longitud i Sverige, mellan 10.5 och 24.5, med punkt: 17.8603.

## Vad en textredigerare säger när fält inte går ihop

schema-rule-planned = planerad öppning hör bara ihop med status: planerad.
schema-rule-named = En verksamhet av slaget other måste ha ett namn (name).
schema-rule-closed_or_hours = Skriv antingen stängt: ja eller öppettider, och inte båda.
schema-rule-alt_or_decorative = Skriv antingen vad bilden visar (alt) eller dekorativ: ja, och inte båda.
schema-rule-one_target = Skriv en av page, centre och url, och bara en.
schema-rule-until_or_expires = Skriv until eller expires, och inte båda.
schema-rule-maternal_health = En familjecentral har barnmorska.
schema-rule-child_health = En familjecentral av den här typen har en verksamhet av slaget child_health.
schema-rule-open_preschool = En familjecentral har öppen förskola.
schema-rule-social_services = En familjecentral har socialtjänst.
schema-rule-municipal = En family_centre_like har en verksamhet av slaget open_preschool eller social_services.
