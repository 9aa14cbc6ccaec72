# Vad fcsite check --explain säger om FC0001 till FC0069, på svenska: en rubrik, varför det spelar roll, och ett exempel fel och rätt.
# Exemplen provas: tests/content/explained/files.txt säger i vilken fil.

### Filer och mappar

explain-FC0001 = Filen content/site.yaml saknas
    .why =
        fcsite letar efter content/site.yaml i mappen där du är, och sedan i mapparna ovanför. I den filen står hela webbplatsens titel, adress och språk. Utan den finns det inget att bygga.

        Oftast är du bara i fel mapp: gå till den där content/ ligger, eller ange den med --source. Om du börjar på en ny webbplats, kör fcsite init. Då får du en liten webbplats att fortsätta på, där filen redan finns.

explain-FC0002 = En fil eller mapp går inte att läsa
    .why =
        Datorn låter inte fcsite läsa filen eller mappen. Skälet står i meddelandet. Inget publiceras förrän det går att läsa, för annars kunde en sida saknas eller vara gammal utan att någon märkte det.

        Kontrollera att nätverksmappen är ansluten och att filen finns kvar. Om det står att du inte har rätt att göra det, be it-supporten ge ditt konto rätt att läsa filen. En fil som inte behövs längre kan du flytta ut ur content/.

explain-FC0003 = Filen är inte sparad som UTF-8
    .why =
        UTF-8 är det sätt att spara text som har plats för å, ä och ö lika väl som för arabiska och tigrinja. Den här filen är sparad på ett annat sätt, och fcsite gissar inte vilka bokstäver som menas. Med en felaktig gissning skulle föräldrar få läsa ”?ppet” i stället för ”öppet”.

        Öppna filen i din textredigerare och kontrollera att alla bokstäver ser rätt ut. Välj sedan Spara som, och UTF-8 där programmet frågar efter teckenkodning. Ett Worddokument är inte ren text: kopiera orden därifrån till en fil som är det.

explain-FC0004 = Filen är för stor
    .why =
        En textfil får vara 2 MB, och det är mer än en tjock roman. En större fil är nästan alltid något annat som har hamnat fel: en bild som har klistrats in i texten som långa rader av bokstäver, eller ett dokument med fel filändelse.

        Ta bort det som inte hör dit, och lägg bilder i images/. Om det verkligen är så mycket text, dela upp den på flera sidor. Det tackar läsarna dig för.

explain-FC0005 = En mapp i content/ är ingen kommun
    .why =
        Varje mapp i content/ är en kommun, och mappens namn blir början på adressen till kommunens sidor. Enda undantaget är _shared, med det som alla kommuner visar. Kommunens namn, kommunkod och tillgänglighetsredogörelse står i municipality.yaml. Utan den filen finns det inget att skriva överst på sidorna.

        Om mappen är en ny kommun skriver du municipality.yaml med åtminstone namn: och kod:. Om den innehåller anteckningar, utkast eller gamla bilder flyttar du ut den ur content/. Är den tom kan du ta bort den.

explain-FC0006 = Ett namn går inte att ha i en webbadress
    .why =
        Namnen på filer och mappar blir webbadresser, och en aktivitets id är dess fasta namn. Mellanslag, stora bokstäver och å, ä och ö i en adress ställer lätt till det när någon kopierar den till ett sms eller läser upp den i telefon. Använd därför bara a–z, 0–9 och bindestreck. I meddelandet får du ett förslag, med a för å och ä och o för ö.

        Det gäller bara adressen. Titeln som läsarna ser får du skriva precis som du vill.
    .wrong =
        aktiviteter:
          - id: Sångstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30
    .right =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30

explain-FC0007 = En fil som inte används
    .why =
        fcsite läser site.yaml, municipality.yaml och det som ligger i centres/, news/, pages/ och images/. Den här filen ligger någon annanstans eller har en annan ändelse, till exempel .yml för .yaml eller .txt för .md. Inget av det som står i den kommer ut på webbplatsen, och kanske tror någon att det är publicerat.

        Om filen hör till webbplatsen, flytta den eller ge den rätt ändelse. Om den inte gör det ligger den bäst utanför content/. Den kan också få ligga kvar, för den publiceras aldrig. Skriv då granskning: {"{"}av: [FC0007]{"}"} i municipality.yaml, eller i site.yaml om filen ligger i _shared eller direkt i content/.

explain-FC0008 = Två filer vill ha samma adress
    .why =
        En adress kan bara leda till en sida. Här vill två filer ha samma, och den som blev utan skulle ingen hitta.

        Ofta är det en egen text med samma namn som en i _shared, samma sida både som om.md och om.sv.md, eller en gammal adress under gamla adresser: som en annan sida har nu. Bestäm vilken som ska behålla adressen, helst den som andra redan länkar till, och ge den andra ett nytt namn.
    .wrong =
        gamla adresser:
          - /om/  # den adressen har pages/om.md
    .right =
        gamla adresser:
          - /om-oss/

explain-FC0009 = En symbolisk länk i stället för en fil
    .why =
        En symbolisk länk är en sorts genväg: den ser ut som en fil men pekar bara på en fil någon annanstans i datorn. fcsite följer inte sådana länkar, för de kan leda ut ur webbplatsens mapp till något som aldrig var tänkt att bli offentligt. De slutar också att fungera när mappen kopieras till en annan dator.

        Lägg själva filen här. Om flera kommuner behöver den, lägg den i _shared, som alla kommuner visar.

explain-FC0010 = Kommunen efter --only eller -m finns inte
    .why =
        Med --only bygger du bara några kommuner och lämnar resten av webbplatsen som den är. Med fcsite new … -m säger du vilken kommun en ny familjecentral eller nyhet hör till. I båda fallen skriver du namnet på kommunens mapp i content/: upplands-vasby, inte Upplands Väsby. Det finns ingen mapp med namnet som du skrev.

        Kontrollera stavningen, eller se i content/ vad mappen heter. Om du vill bygga allt, ta bort --only. Om kommunen är ny, gör den först med fcsite new municipality.

explain-FC0011 = Ett tecken som inte hör hemma i text
    .why =
        På raden finns ett osynligt tecken som varken är bokstav, mellanslag eller radbrytning. Sådana följer ibland med när man kopierar text ur en pdf eller ett gammalt program. Nyhetsflödet klarar dem inte, och läsarna kan få se en tom ruta.

        Gå till stället som meddelandet visar. Sudda från den sista bokstaven före tecknet till den första efter, och skriv de bokstäverna på nytt. Tecknet kan också vara skrivet med en kod, som \x10 inom citattecken eller &#16; i löpande text. Ta då bort koden.
    .wrong =
        rubrik: "Kaffe\x10te"
    .right =
        rubrik: Kaffe och te

explain-FC0012 = Ett namn som fcsite själv använder
    .why =
        Några adresser hör till sidor och filer som fcsite gör: nyheter, familjecentraler, tillganglighet, sok, filer, assets, api, data och datasets, i kommunerna också kalender, affisch och sida, överst också cname, och överallt webbplatsens språk, till exempel sv och en. En sida eller kommun med samma namn skulle ligga i vägen. På adressen tillganglighet finns till exempel tillgänglighetsredogörelsen, som DOS-lagen (2018:1937) kräver.

        Ge filen eller mappen ett annat namn, till exempel om-nyheterna. Titeln som läsarna ser väljer du fortfarande själv.

explain-FC0013 = En kopia bredvid originalet
    .why =
        När två sparar samtidigt behåller en synkroniserad mapp båda: OneDrive, Dropbox, Nextcloud, Syncthing och iCloud lägger en fil bredvid den första, med en dators namn, ett datum, (1) eller ”konfliktkopia” i namnet. En fil som kopieras bredvid sig själv får också ett sådant namn. Om båda publicerades skulle samma sak stå där två gånger, och ingen skulle veta vilken som är rätt.

        Därför gäller originalet, och inget av kopian publiceras. Men i kopian kan det stå något som någon nyss har skrivit: öppna båda, flytta det som är rätt till originalet och ta bort kopian. En bild med ett namn som liknar en kopias gäller ändå om en text visar den.

explain-FC0014 = Ett namn som Windows inte kan ha
    .why =
        Namnen con, prn, aux, nul, com0 till com9 och lpt0 till lpt9 hör till enheter i Windows, med filändelse eller utan. Ett namn får inte heller sluta med punkt eller mellanslag där, och inte innehålla något av < > : " | ? * \. På andra datorer går det bra, och det är det som är problemet: kollegan med Windows kan varken hämta webbplatsen eller öppna mappen, och en server med Windows kan inte ta emot sidan.

        Ge filen eller mappen ett annat namn. Titeln som läsarna ser väljer du fortfarande själv.

explain-FC0015 = Ett namn som är för långt
    .why =
        Filens namn blir sidans adress. De flesta diskar har plats för 255 tecken i ett namn, och Windows för 260 i hela vägen till en fil, med mapparna före. Ett långt namn fungerar på en dator och går inte att kopiera till nästa. Det får inte heller plats i ett sms.

        Några ord räcker, och det behöver inte vara titelns. Bilders namn får vara längre, för de kortas när de publiceras.

### Fälten som sådana

explain-FC0020 = Fälten går inte att läsa
    .why =
        Fälten skrivs på ett sätt som kallas YAML: ett namn, ett kolon, ett mellanslag och ett värde. Mellanslag och skiljetecken styr, så ett enda tecken på fel plats gör det oklart vad som hör till vad.

        Det här är de vanligaste misstagen: en text med kolon och mellanslag i, som då behöver raka citattecken runt sig ("…"); ett citattecken eller en hakparentes som saknas; en tabb i stället för mellanslag; ett fält som står längre in eller ut än de andra i gruppen; ett värde som börjar med @, % eller *. Om raden ser rätt ut, titta på den ovanför.
    .wrong =
        rubrik: Öppet hus: alla är välkomna
    .right =
        rubrik: "Öppet hus: alla är välkomna"

explain-FC0021 = Fältet finns inte
    .why =
        Varje slags fil har sina egna fält, och det här är inte namnet på något av dem. fcsite hoppar inte över det som är okänt. Då skulle adressen saknas på sidan, och ingen skulle märka det förrän en förälder stod på fel torg.

        Ofta är det ett skrivfel. Fälten får skrivas på svenska eller engelska: adress: och address: är samma fält. Om namnet är rätt, titta på mellanslagen före det: ett fält som står för långt in eller ut hamnar i en annan grupp. De flesta fälten står, med en förklaring, i filerna som fcsite new skriver. fcsite schema skriver ut allihop.
    .wrong =
        adres:
          gata: Fittja Torg 19
    .right =
        adress:
          gata: Fittja Torg 19

explain-FC0022 = Ett fält som måste finnas saknas
    .why =
        En del fält måste finnas för att sidan ska bli begriplig: en familjecentral har ett namn, en adress har en gata. I tillgänglighetsredogörelsen finns de för att DOS-lagen (2018:1937) kräver just de uppgifterna.

        Skriv fältet som meddelandet nämner. Hitta inte på något om du inte vet svaret än. Ta hellre bort hela gruppen, till exempel adress:. fcsite påminner dig om den behövs.

        En nyhet utan ingress är ett fel, men i ett utkast (utkast: ja) är det en varning: ingressen kan komma senare, och inget utkast publiceras.
    .wrong =
        adress:
          postnummer: 145 61
          ort: Norsborg
    .right =
        adress:
          gata: Fittja Torg 19
          postnummer: 145 61
          ort: Norsborg

explain-FC0023 = Värdet är av fel slag
    .why =
        Några fält innehåller text, andra ett tal, en lista, en grupp av fält, eller ja eller nej. Meddelandet säger vilket slag som menas. Bara då kan sidan säga det på varje läsares språk: ja blir yes på den engelska sidan.

        Ja och nej får också skrivas true och false, men utan citattecken. Tal skrivs med punkt och inte med komma: 59.2488. En lista har en rad för varje sak, med ett bindestreck först. En text som ser ut som något annat, till exempel "true", ska ha raka citattecken runt sig.
    .wrong =
        lokalen:
          utan trappsteg: "true"
    .right =
        lokalen:
          utan trappsteg: true

explain-FC0024 = Ett värde som inte går att välja
    .why =
        I det här fältet väljer du mellan några bestämda ord. Sidan visar dem på läsarens eget språk, och de som använder webbplatsens öppna data räknar med just de valen. Därför går det inte att skriva egna.

        I meddelandet står vilka ord du kan välja mellan. Om inget av dem passar in på en verksamhet, skriv typ: annat och säg med namn: vad det är.
    .wrong =
        status: öppnad
    .right =
        status: öppen

explain-FC0025 = Samma fält två gånger
    .why =
        Fältet står på två ställen i samma grupp. Bara det ena kan gälla, och fcsite gissar inte vilket.

        Behåll det som är rätt och ta bort det andra. Två öppettider samma dag skriver du på en rad, med komma mellan.
    .wrong =
        öppettider:
          måndag: 9–12
          måndag: 13–16
    .right =
        öppettider:
          måndag: 9–12, 13–16

explain-FC0026 = Texten efter # visas inte
    .why =
        Ett mellanslag följt av # börjar en anteckning till dig själv, som läsarna aldrig ser. Här kommer texten direkt efter #, så det ser ut som ett nummer eller en hashtagg som var tänkt att läsas.

        Om läsarna ska se det, sätt raka citattecken runt hela texten. Om det är en anteckning är allt som det ska. Skriv ett mellanslag efter # också, så försvinner varningen.
    .wrong =
        rubrik: Följ oss på #familjecentral
    .right =
        rubrik: "Följ oss på #familjecentral"

explain-FC0027 = Filen börjar inte med sina fält
    .why =
        Nyheter och sidor börjar med en rad med tre bindestreck, sedan fälten, och sedan tre bindestreck igen. Där står rubrik: och, i nyheter, ingress:. Utan titel har sidan inget namn i listor, sökresultat och webbläsarens flikar, och det måste en sida ha enligt WCAG 2.4.2.

        Inget får komma före den första raden, inte ens en tom rad. Se upp med program som själva gör om tre bindestreck till ett långt streck.

explain-FC0028 = Fälten överst i filen har inget slut
    .why =
        Filen börjar med tre bindestreck som den ska, men efter fälten finns ingen andra rad med tre bindestreck. Därför vet fcsite inte var fälten slutar och var din text börjar.

        Skriv raden efter det sista fältet. På den ska det stå tre bindestreck längst till vänster och inget annat: inga mellanslag före, och inget långt streck i stället.

explain-FC0029 = Texten är tom
    .why =
        Fältet finns, men det står inget i det. På sidan skulle det bli en lucka: en rubrik utan ord, eller en länk som en skärmläsare inte kan läsa upp. En sida utan titel uppfyller inte WCAG 2.4.2.

        Skriv det som hör dit. Om du inte har något att säga, och fältet inte måste finnas, ta bort hela raden. Fyll inte luckan med ett streck, för av det får läsaren inte veta något.
    .wrong =
        ingress:
    .right =
        ingress: Öppna förskolan har öppet hela sommaren, och du behöver inte boka.

explain-FC0030 = Fält i orimligt många nivåer
    .why =
        Här ligger listor och grupper inuti varandra i mer än 32 nivåer, eller så finns det långt fler värden än någon familjecentral har. Allt som du behöver säga ryms i fem nivåer. fcsite stannar, för en kort text kan vara skriven så att den fyller hela datorns minne.

        Oftast har text klistrats in på fel ställe, eller så kommer filen från ett annat program. Ta bort det som inte hör dit, framför allt namn som börjar med & eller *, och håll dig till de fält som fcsite new skriver.

explain-FC0031 = Filen är tom
    .why =
        Filen har rätt namn och ligger på rätt plats, men det står inget i den. En familjecentral skulle få en sida utan ens ett namn.

        Kanske var det tänkt att den skulle fyllas i senare. Kanske gick något fel när den sparades; leta då efter en tidigare kopia. Fyll i den, eller ta bort den tills du vet vad som ska stå där.

explain-FC0032 = Citattecken som kommer att synas på sidan
    .why =
        Word och många andra program gör om raka citattecken ("…") till böjda (”…”). YAML, som fälten skrivs i, känner bara till de raka. De böjda blir en del av texten, så läsarna ser dem på sidan, i listor och i sökresultat. Detsamma gäller ett rakt citattecken som står ensamt sist i texten, för då saknas det första.

        Ta bort citattecknen. De flesta texter behöver inga. Om det finns ett kolon i texten behövs de, och då skriver du raka på båda sidor: "Öppet hus: alla är välkomna".

        Om läsarna ska se dem, till exempel för att hela titeln är ett citat, är allt som det ska. Skriv då granskning: {"{"}av: [FC0032]{"}"} bland filens fält.
    .wrong =
        rubrik: ”Öppet hus”
    .right =
        rubrik: Öppet hus

### Värden

explain-FC0033 = Ett tecken som inte syns, på en rad med fel
    .why =
        Text som kopieras från Word, mejl eller webbsidor kan innehålla tecken som inte syns eller som liknar andra: hårda mellanslag, osynliga tecken, långa bindestreck, bokstäver ur andra alfabet. För datorn är ”open” med ett sådant tecken ett annat ord än ”open”, fast du inte ser någon skillnad.

        fcsite nämner tecknet bara på en rad där något annat redan är fel, för där kan det vara orsaken. Radera raden och skriv den igen för hand, så försvinner det.

explain-FC0040 = Det är inget datum
    .why =
        Datum skrivs med år, månad och dag, helst som 2026-03-14. Också 14 mars 2026 går bra. Saknas året, eller kan siffrorna betyda två olika dagar (05/03/24), vet fcsite inte vilken dag du menar, och en familj som kommer på fel dag möts av en stängd dörr. På sidan står datumet så som vi läser det, till exempel 14 mars 2026.

        Dagen måste också finnas: det finns ingen 30 februari. Om du inte vet exakt vilken dag, ta bort fältet. Bara planerad öppning: får vara ett år eller en månad.
    .wrong =
        öppnade: 27 januari
    .right =
        öppnade: 2021-01-27

explain-FC0041 = Det är ingen tid på dagen
    .why =
        Skriv klockslag som 9, 9.00 eller 09:00, med ett streck mellan start och slut. Flera tider samma dag skiljer du åt med komma, och en dag utan öppettid är stängt. Av det här gör fcsite tabellen med öppettider, kalendern och de uppgifter som sökmotorer visar. Det går inte med ord som ”förmiddagar”.

        Det som behöver förklaras passar bättre som ett meddelande under meddelanden: eller som en egen aktivitet.
    .wrong =
        öppettider:
          måndag: 9.75–12
          tisdag: stängt
    .right =
        öppettider:
          måndag: 9–12
          tisdag: stängt

explain-FC0042 = Tiden slutar innan den börjar
    .why =
        Öppettider går från en tidigare tid till en senare samma dag. Föräldrar planerar sin dag efter dem, så fcsite gissar inte vilken av de två tiderna som är fel.

        Ofta har någon skrivit en eftermiddagstid så som vi säger den: klockan fyra på eftermiddagen är 16.
    .wrong =
        öppettider:
          onsdag: 13–4
    .right =
        öppettider:
          onsdag: 13–16

explain-FC0043 = Två tider samma dag går in i varandra
    .why =
        Två öppettider samma dag överlappar, så det är oklart vad som gäller däremellan. Kanske är en av tiderna fel, kanske ska de vara en enda.

        Om de hör till olika verksamheter, till exempel BVC på förmiddagen och öppna förskolan till klockan tre, ge varje verksamhet egna öppettider: under verksamheter:. Då ser läsaren vilka tider som hör till vad.
    .wrong =
        öppettider:
          måndag: 9–12, 11–15
    .right =
        öppettider:
          måndag: 9–15

explain-FC0044 = Det är ingen veckodag
    .why =
        Dagarna är måndag till söndag. De får förkortas (mån, tors) och skrivas på engelska. På sidan visas de på läsarens eget språk.

        Dagar med samma tider kan stå på samma rad: måndag–torsdag. De räknas framåt i veckan, så i stället för fredag till måndag skriver du fredag–söndag och måndag.
    .wrong =
        öppettider:
          mondag: 9–12
    .right =
        öppettider:
          måndag: 9–12

explain-FC0045 = En veckodag har tider två gånger
    .why =
        Samma dag har tider på två rader, ofta för att den ena raden gäller flera dagar, till exempel monday-friday. Bara en rad kan gälla, och fcsite gissar inte vilken.

        Låt varje dag stå på en rad. Om en dag skiljer sig från de andra, låt raden med flera dagar sluta före den.
    .wrong =
        öppettider:
          måndag-fredag: 9–16
          fredag: 9–13
    .right =
        öppettider:
          måndag-torsdag: 9–16
          fredag: 9–13

explain-FC0046 = Det är inget svenskt telefonnummer
    .why =
        Skriv numret med riktnummer, sammanlagt 8 till 10 siffror, till exempel 08-530 610 00. Det går också bra med +46 först. Läsarna ringer genom att trycka på numret på sidan. Utan riktnummer kommer de inte fram, eller så kommer de till någon annan.

        I ett telefonfält ska det bara stå ett nummer; vad det är till för skriver du i en text. Om du inte vet numret, ta bort fältet.
    .wrong =
        telefon: 530 610 00
    .right =
        telefon: 08-530 610 00

explain-FC0047 = Det är inget postnummer
    .why =
        Ett svenskt postnummer är tre siffror, ett mellanslag och två siffror, och det börjar aldrig med 0. Så är det lätt att läsa, och det ser likadant ut på alla sidor och i webbplatsens öppna data.

        Om du inte vet postnumret, ta bort fältet. Gatan är det som familjerna behöver mest.
    .wrong =
        adress:
          gata: Fittja Torg 19
          postnummer: 1456
    .right =
        adress:
          gata: Fittja Torg 19
          postnummer: 145 61

explain-FC0048 = Det är ingen e-postadress
    .why =
        På sidan blir adressen en länk som öppnar ett nytt mejl. Är den fel kommer en förälders fråga aldrig fram, och ingen får veta det.

        Skriv en enda adress, med @ och utan mellanslag, så som du skriver den i ditt e-postprogram. Välj helst en adress till en funktion eller enhet och inte till en person. Människor byter jobb, och en adress med ett namn i är en personuppgift (GDPR).
    .wrong =
        e-post: fittja(at)botkyrka.example
    .right =
        e-post: fittja@botkyrka.example

explain-FC0049 = Det är ingen webbadress
    .why =
        Skriv hela adressen, med https:// först. Annars letar webbläsaren efter sidan på den här webbplatsen och säger att den inte finns. Säkrast är att kopiera adressen från webbläsarens adressfält.

        Där får inte finnas några mellanslag, inget användarnamn och inget lösenord. Bara i tillåtna värdar: är det tvärtom: där skriver du enbart namnet på webbplatsen, till exempel kartor.example, utan https://.
    .wrong =
        länk: www.botkyrka.example/fittja
    .right =
        länk: https://www.botkyrka.example/fittja

explain-FC0050 = En adress som inte får stå på en sida
    .why =
        Det som står före det första kolonet avgör vad som händer när läsaren trycker på länken. En adress som börjar med file: leder till din egen dator eller ert eget nätverk, dit ingen läsare kommer. javascript: och data: kan köra programkod i läsarens webbläsare.

        Skriv en adress som börjar med https:// i det här fältet. E-post och telefon har egna fält, e-post: och telefon:. I tillgänglighetsredogörelsen ska återkoppling: leda till ett formulär, för enligt DOS-lagen (2018:1937) räcker det inte med en e-postadress.
    .wrong =
        länk: file://server/familj/fittja.html
    .right =
        länk: https://www.botkyrka.example/fittja

explain-FC0051 = Platsen ligger utanför Sverige
    .why =
        Platsen anges med latitud (lat) och longitud (lon) i grader, i det system som heter WGS 84. I Sverige är lat mellan 55 och 69,5 och lon mellan 10,5 och 24,5. En enda tappad siffra flyttar familjecentralen till Norge, och kartor och appar som använder webbplatsens öppna data skickar familjerna dit.

        Leta upp entrén i en karttjänst och kopiera båda talen, med punkt och inte komma. Mycket stora tal, till exempel 6574000, är i SWEREF 99: be om WGS 84 i stället.
    .wrong =
        läge:
          lat: 59.2488
          lon: 7.8603
    .right =
        läge:
          lat: 59.2488
          lon: 17.8603

explain-FC0052 = Latitud och longitud är förväxlade
    .why =
        Platsen skulle ligga i Sverige om de två talen bytte plats. Några karttjänster skriver longituden först, så det händer lätt när man kopierar. Får det stå så hamnar familjecentralen i Arabiska havet.

        I Sverige är latituden (lat) alltid det större talet, mellan 55 och 70.
    .wrong =
        läge:
          lat: 17.8603
          lon: 59.2488
    .right =
        läge:
          lat: 59.2488
          lon: 17.8603

explain-FC0053 = Det är ingen kommunkod
    .why =
        SCB har en kod med fyra siffror för varje kommun: två för länet och två för kommunen. I webbplatsens öppna data visar den vilken kommun familjecentralerna hör till, för ett namn kan stavas på flera sätt.

        Skriv alla fyra siffrorna inom raka citattecken, så att en nolla i början finns kvar. Koden hittar du hos SCB, i listan ”Län och kommuner i kodnummerordning”.
    .wrong =
        kod: "127"
    .right =
        kod: "0127"

explain-FC0054 = SCB har ingen kommun med den koden
    .why =
        Koden har fyra siffror som den ska, men ingen av Sveriges 290 kommuner har den. Oftast har två siffror bytt plats. Webbplatsen publiceras ändå, men de som använder webbplatsens öppna data kan inte se vilken kommun det gäller.

        Leta upp koden hos SCB, i listan ”Län och kommuner i kodnummerordning”. Om SCB just har gett kommunen en ny kod kan det hända att fcsite inte känner till den än. Låt den då stå, och skriv granskning: {"{"}av: [FC0054]{"}"} i municipality.yaml.
    .wrong =
        kod: "0172"
    .right =
        kod: "0127"

explain-FC0055 = Det är ingen språkkod
    .why =
        Språk skrivs med korta koder: sv (svenska), en (engelska), fi (finska), ar (arabiska), so (somaliska), ti (tigrinja), fa (persiska), uk (ukrainska), ckb och kmr (kurdiska). Sidan talar om för läsarens dator eller telefon vilket språk en text är på, så att en skärmläsare uttalar den rätt. Det kräver WCAG 3.1.1 och 3.1.2. Läsarna ser inte koden, utan språkets eget namn.

        Samma koder står i filernas namn: om.en.md är den engelska versionen av om.md.
    .wrong =
        språk vi talar:
          - sv
          - fin
    .right =
        språk vi talar:
          - sv
          - fi

explain-FC0056 = Perioden slutar innan den börjar
    .why =
        Den sista dagen kommer före den första. Då skulle inget visas, och familjerna skulle inte få veta att ni har stängt.

        Ofta är det årtalet som är fel: en period som börjar i december slutar nästa år. Skriv det tidigare datumet först.
    .wrong =
        avvikelser:
          - från: 2026-12-21
            till: 2026-01-06
            stängt: ja
            orsak: Julstängt
    .right =
        avvikelser:
          - från: 2026-12-21
            till: 2027-01-06
            stängt: ja
            orsak: Julstängt

explain-FC0057 = Det är varken år, månad eller datum
    .why =
        En planerad öppning är ett år ("2027"), en månad ("2027-04") eller en dag ("2027-04-12"), inom raka citattecken. Då kan fcsite visa den på alla språk, och påminna dig när tiden har gått och sidan behöver nya uppgifter.

        Skriv inte mer exakt än du vet. Om det blir till våren, skriv året och berätta om våren i ett meddelande eller en nyhet.
    .wrong =
        status: planerad
        planerad öppning: våren 2027
    .right =
        status: planerad
        planerad öppning: "2027"

explain-FC0058 = Den gamla adressen går inte att ha
    .why =
        Under gamla adresser: skriver du sidans gamla adresser, så att sparade länkar och sökträffar fortfarande leder hit: fcsite gör en sida på var och en som skickar läsarna vidare. En sådan adress börjar med ett snedstreck och räknas från kommunens egen mapp, utan webbplatsens namn. Mappen ska ju fungera på vilken adress som helst. Om du kopierar adressen ur webbläsaren, med kommunens mapp först, så förstås det också.

        Adresser från det förra systemet går att ha som de var, med stora bokstäver, understreck och .html eller .htm på slutet: /Gammal-Sida/, /om_oss/, /4.6a52b0f.html. Andra kan ingen fil stå för: de som slutar på .aspx eller .php, de som innehåller ?, % eller å, ä och ö, och de som skiljer sig från någon av webbplatsens egna bara i stora och små bokstäver. Be dem som sköter webbservern att skicka läsarna vidare från dem. I Apache är det en rad som Redirect 301 /gammal/sida.aspx /om/, i nginx location = /gammal/sida.aspx {"{"} return 301 /om/; {"}"}.
    .wrong =
        gamla adresser:
          - https://www.botkyrka.example/fittja/
    .right =
        gamla adresser:
          - /fittja/

explain-FC0059 = Åldrarna står i fel ordning
    .why =
        Den lägsta åldern (min) är högre än den högsta (max), så aktiviteten skulle inte passa något barn.

        Båda räknas i månader. Kanske är en av dem i år: ett barn på ett år är 12 månader.
    .wrong =
        aktiviteter:
          - id: babysang
            rubrik: Babysång
            dag: tisdag
            från: 10.00
            till: 10.30
            ålder i månader:
              från: 6
              till: 1
    .right =
        aktiviteter:
          - id: babysang
            rubrik: Babysång
            dag: tisdag
            från: 10.00
            till: 10.30
            ålder i månader:
              från: 6
              till: 12

explain-FC0060 = Det är inget nummer på ett krav i WCAG
    .why =
        Under wcag: säger du vilket krav en brist gäller. Skriv bara kravets nummer, i tre delar: "1.2.2" är textning av film. DOS-lagen (2018:1937) kräver att tillgänglighetsredogörelsen berättar om alla kända brister, och med numret kan vem som helst slå upp vad det handlar om.

        Numret står i rapporten från granskningen. Om du inte vet det, ta bort wcag: och beskriv bristen med vanliga ord. Det är det som läsarna behöver mest.
    .wrong =
        tillgänglighetsredogörelse:
          status: delvis
          bedömd: 2026-05-04
          uppdaterad: 2026-05-04
          metod: egen
          återkoppling: https://www.botkyrka.example/tillganglighet
          brister:
            - vad: Filmen om öppna förskolan saknar textning.
              wcag:
                - WCAG 1.2.2
    .right =
        tillgänglighetsredogörelse:
          status: delvis
          bedömd: 2026-05-04
          uppdaterad: 2026-05-04
          metod: egen
          återkoppling: https://www.botkyrka.example/tillganglighet
          brister:
            - vad: Filmen om öppna förskolan saknar textning.
              wcag:
                - "1.2.2"

explain-FC0061 = Webbplatsens eget språk saknas bland språken
    .why =
        Texterna skrivs på webbplatsens eget språk, som är svenska om inget annat står i språk:. De andra språken är översättningar. Där en översättning saknas visar sidan originalet, och därför måste det egna språket alltid vara med.

        Lägg till det i listan. Var i listan det står spelar ingen roll, för fcsite sätter det först.
    .wrong =
        språkversioner:
          - en
    .right =
        språkversioner:
          - sv
          - en

explain-FC0062 = Samma sak två gånger i en lista
    .why =
        Samma sak står två gånger i listan. Läsarna skulle se den två gånger och undra om något annat var tänkt, och kanske har de rätt. Tänk efter om en av dem skulle ha varit en annan.

        Rätta den i så fall, annars ta bort den ena. Varje aktivitet på en familjecentral behöver också ett eget id.
    .wrong =
        språk vi talar:
          - sv
          - fi
          - fi
    .right =
        språk vi talar:
          - sv
          - fi

explain-FC0063 = En lista som inte får vara tom
    .why =
        Här behövs minst en sak i listan. En familjecentral utan en enda verksamhet säger inget om varför en familj ska komma. Det är också på verksamheterna som fcsite ser om det är en familjecentral eller en familjecentralsliknande verksamhet.

        Skriv det som finns. Om familjecentralen inte har öppnat än, skriv det som är planerat. Om inget är bestämt, vänta med filen tills något är det.
    .wrong =
        verksamheter: []
    .right =
        verksamheter:
          - typ: bvc
          - typ: öppen förskola

explain-FC0064 = En text på ett språk som webbplatsen inte har
    .why =
        Slutet på filens namn säger vilket språk den är på: om.fi.md är på finska. Men språket finns inte bland kommunens eller webbplatsens språk. Därför publiceras texten inte, och de som den översattes för kan inte läsa den.

        Lägg till språket under språkversioner: i municipality.yaml eller site.yaml. Temat behöver då också ord för menyer och rubriker på det språket; fcsite säger till om de saknas. Om du väntar på fler översättningar går det bra att låta filen ligga: skriv granskning: {"{"}av: [FC0064]{"}"} bland filens fält, och ta bort det när språket kommer.

explain-FC0065 = Koden finns inte
    .why =
        Under granskning: och av: räknar du upp de varningar som du inte vill se. Den här koden finns inte. Ingen varning skulle alltså stängas av, men du skulle kunna tro det.

        En kod är FC och fyra siffror. Den står först i varje varning, inom hakparenteser: kopiera den därifrån. Om raden inte behövs längre, ta bort den.
    .wrong =
        granskning:
          av:
            - FC9999
    .right =
        granskning:
          av:
            - FC0088

explain-FC0066 = Ett fel går inte att stänga av
    .why =
        Under granskning: och av: kan du stänga av varningar, som är råd. Den här koden hör till ett fel, alltså något som gör att sidan blir felaktig eller osäker, eller inte går att göra alls. Inget publiceras förrän det är rättat, och därför går det inte att stänga av.

        Ta bort koden ur listan. För att se hur du rättar felet, skriv fcsite check --explain och koden efter. Om du är säker på att inget är fel, då är det fcsite som har fel. Berätta det för oss.
    .wrong =
        granskning:
          av:
            - FC0021
    .right =
        granskning:
          av:
            - FC0088

explain-FC0067 = Koden hör till en annan kommun än namnet
    .why =
        SCB har en kod för varje kommun. Den här koden finns, men det är inte koden för kommunen som står under namn:. I exemplet har Nacka fått Huddinges kod. Läsarna ser namnet, men de som använder webbplatsens öppna data går efter koden, och för dem ligger familjecentralerna i fel kommun.

        Ofta har filen kopierats från en annan kommun. Rätta det av de två som är fel. Koden hittar du hos SCB, i listan ”Län och kommuner i kodnummerordning”. Om båda är rätt, till exempel för att kommunen just har bytt namn, låt dem stå och skriv granskning: {"{"}av: [FC0067]{"}"} i municipality.yaml.
    .wrong =
        namn: Nacka kommun
        kod: "0126"
    .right =
        namn: Nacka kommun
        kod: "0182"

explain-FC0068 = Det är inget organisationsnummer
    .why =
        Numret säger vem som ger ut era öppna data. Sveriges dataportal (dataportal.se) samlar allt som en organisation ger ut med hjälp av det. Är numret fel hamnar era data hos någon annan, eller ingenstans.

        Det har tio siffror, och den sista räknas fram ur de andra. Därför ser fcsite om en siffra har blivit fel. Den tredje är aldrig lägre än 2, och det skiljer numret från en persons.
    .wrong =
        organisationsnummer: 232100-0017
    .right =
        organisationsnummer: 232100-0016

explain-FC0069 = Färgen går inte att läsa
    .why =
        Under utseende: skriver du kommunens färg, och fcsite gör alla andra färger av den. Då måste det vara en färg som datorer känner igen: # följt av sex tecken (siffror och a–f), som den står i er grafiska profil under ”webb”, ”hex” eller ”RGB”.

        Sätt citattecken runt den. Utan dem tror YAML att # börjar en anmärkning, och då finns det ingen färg alls. En färg som är delvis genomskinlig går inte heller: då vet ingen vilken kontrast den får. Står det bara ett namn eller ett PMS-nummer i profilen, fråga den som har hand om den efter webbfärgen.
    .wrong =
        utseende:
          färg: "#9d0f3"
    .right =
        utseende:
          färg: "#9d0f3f"
