# Det som `fcsite check --explain` säger om koderna från FC0070 och framåt, på svenska: innehållets regler, Markdown, bilder, teman,
# publicering, nya filer och det som `fcsite check` letar efter. Under .wrong och .right står det som folk skriver; testerna provar det.

## 70–99: innehållets regler

explain-FC0070 = En familjecentral saknar verksamheter som dess typ kräver
    .why =
        Namnet är ett löfte till föräldrarna. På en familjecentral finns fyra verksamheter under samma tak: barnmorska, barnhälsovård (bvc), öppen förskola och socialtjänst. I en familjecentralsliknande verksamhet finns barnhälsovård och minst en av kommunens verksamheter.

        Om verksamheten finns där men ingen har skrivit in den, lägg till den. Om den inte finns, skriv typ: familjecentralsliknande eller ta bort fältet type. Då räknar fcsite själv ut typen av verksamheterna.
    .wrong =
        typ: familjecentral
        verksamheter:
          - typ: bvc
          - typ: öppen förskola
    .right =
        typ: familjecentral
        verksamheter:
          - typ: barnmorska
          - typ: bvc
          - typ: öppen förskola
          - typ: socialtjänst

explain-FC0071 = En planerad öppning på en familjecentral som inte är planerad
    .why = Fältet planerad öppning: berättar för föräldrar när en ny familjecentral väntas öppna. Det hör därför bara ihop med status: planerad. En sida som säger både ”öppen” och ”öppnar senare” gör läsaren osäker på om det är någon idé att gå dit. Om familjecentralen har öppnat, ta bort planned_opening och skriv öppnade: med datumet. Annars skriver du status: planerad.
    .wrong =
        status: öppen
        planerad öppning: "2026-11"
    .right =
        status: öppen
        öppnade: 2026-11-02

explain-FC0072 = En verksamhet som familjecentralen inte har
    .why =
        Andra öppettider kan gälla bara en del av verksamheterna. Öppna förskolan kan vara stängd medan BVC har öppet som vanligt. Varje verksamhet som du nämner måste då finnas under verksamheter: i samma fil, annars skulle ingen få se att det är stängt.

        Har det blivit ett skrivfel, eller saknas verksamheten i listan? Familjecentralen i exemplet har BVC och öppen förskola, så det är öppna förskolan som har stängt.
    .wrong =
        avvikelser:
          - från: 2026-12-21
            till: 2026-12-23
            stängt: ja
            verksamheter:
              - socialtjänst
    .right =
        avvikelser:
          - från: 2026-12-21
            till: 2026-12-23
            stängt: ja
            verksamheter:
              - öppen förskola

explain-FC0073 = Datumet är ett annat än det i filens namn
    .why =
        En nyhets filnamn börjar med dagen då den publiceras. Den dagen avgör nyhetens webbadress och var i listan den hamnar. Står det en annan dag under datum: får läsaren två olika svar på samma fråga.

        Om datumet är rätt, byt namn på filen. Om namnet är rätt, ta bort fältet, för det behövs inte. I exemplet heter filen 2026-01-10-hej.md.
    .wrong =
        datum: 2026-01-11
    .right =
        datum: 2026-01-10

explain-FC0074 = En nyhet utan datum i filnamnet
    .why =
        Varje nyhet har en dag då den publiceras, och fcsite hämtar den från början av filnamnet: år, månad och dag, ett bindestreck och sedan ett kort namn, till exempel 2026-01-10-oppet-hus.md. Namnet blir nyhetens webbadress och ger den rätt plats i listan. Utan datum kan ingen skilja nytt från gammalt.

        Byt namn på filen så som fcsite föreslår. Förslaget börjar med ÅÅÅÅ-MM-DD, som du byter ut mot dagen då nyheten publicerades eller ska publiceras. Om det går att se vilket datum du menade står det där i stället. Byt gärna namn innan andra har länkat till nyheten, för adressen ändras också.

explain-FC0075 = Uppdaterad innan den publicerades
    .why =
        Fältet updated säger när texten senast ändrades, och läsaren ser det bredvid dagen då nyheten publicerades. Inget kan ändras innan det är publicerat, så ett av datumen är fel. Ofta är det förra årets årtal som har slunkit med.

        Skriv dagen för den senaste ändringen, eller ta bort fältet om inget har ändrats. Nyheten i exemplet är från den 10 januari 2026.
    .wrong =
        uppdaterad: 2025-02-03
    .right =
        uppdaterad: 2026-02-03

explain-FC0076 = En text på ett enda språk, som kanske är en översättning
    .why =
        En text får finnas på ett enda språk: 2026-11-27-oppet.ar.md utan någon 2026-11-27-oppet.md visas bara på de arabiska sidorna. Men en översättning ska ha samma namn som originalet, med språket före filändelsen: 2026-01-10-hej.en.md hör ihop med 2026-01-10-hej.md. Så vet fcsite att det är samma nyhet, och kan ge läsaren en länk från det ena språket till det andra.

        Här finns en text på webbplatsens eget språk vars namn skiljer sig på någon enstaka bokstav eller dag, och som saknar en översättning till just det här språket. Oftast är det en felskrivning. Är det två olika texter kan du byta namn på den ena, eller skriva granskning: {"{"}av: [FC0076]{"}"} i filen.

explain-FC0077 = En familjecentral som inte finns
    .why =
        När en text nämner en familjecentral får läsaren en ruta med adress och öppettider, alltid desamma som på familjecentralens egen sida.

        Skriv filens namn i centres/ utan .yaml: fittja för centres/fittja.yaml. Det är alltså inte det namn som läsaren ser. I en text i _shared, som alla kommuner visar, skriver du kommunen först: botkyrka/fittja.

        Om familjecentralen har stängt för gott, låt filen vara kvar och skriv status: stängd i den. Då fungerar gamla nyheter som förut.
    .wrong =
        familjecentraler:
          - fitja
    .right =
        familjecentraler:
          - fittja

explain-FC0078 = En sida som inte finns
    .why = Menyn leder till en sida som fcsite inte hittar, och en meny som inte leder någonstans är det första som besökaren möter. Skriv filens namn i pages/ utan .md: om för pages/om.md. Leta efter ett skrivfel, eller efter en sida som har bytt namn eller tagits bort. Ska länken gå till en annan webbplats skriver du länk: i stället för sida:.
    .wrong =
        meny:
          - rubrik: Om oss
            sida: om-oss
    .right =
        meny:
          - rubrik: Om oss
            sida: om

explain-FC0079 = En nyhet under related som inte finns
    .why =
        Under varje nyhet står det några andra som läsaren kan vara intresserad av. Du väljer dem under läs också: genom att skriva filens namn i news/ utan .md. Datumet i början av namnet får du utelämna.

        Leta efter ett skrivfel, eller efter en nyhet som har bytt namn. Om du inte vill välja själv, ta bort fältet. Då visar fcsite de nyaste i samma kategori.
    .wrong =
        läs också:
          - 2026-01-10-hejsan
    .right =
        läs också:
          - 2026-01-10-hej

explain-FC0080 = En sida hämtar något från en server som inte är tillåten
    .why =
        När en sida hämtar ett typsnitt, ett skript eller en bild från någon annans server får den servern veta vem som läser sidan. Handlar sidan om graviditet eller föräldrastöd säger det en hel del om besökaren. Enligt dataskyddsförordningen (GDPR) behövs en rättslig grund för det, och det som servern sparar i besökarens mobil eller dator kräver samtycke (LEK, lag 2022:482, 9 kap. 28 §).

        Kommunen har redan tillåtit några servrar under tillåtna värdar:, men inte den här. Nästan alltid är det bäst att spara filen i temats assets/ eller i images/ och använda den därifrån. Lägg till servern under tillåtna värdar: i municipality.yaml bara om ert dataskyddsombud håller med om att den behövs och att lagen tillåter den.

explain-FC0081 = Andra öppettider som varken säger stängt eller tider, eller båda
    .why = En dag med andra öppettider är antingen en dag då det är stängt (stängt: ja) eller en dag med egna tider (öppettider:). Står inget av dem får föräldrarna bara veta att något är annorlunda. Står båda säger sidan emot sig själv. Skriv det ena. Orsaken under reason är till för läsaren och bestämmer inte tiderna.
    .wrong =
        avvikelser:
          - från: 2026-12-23
            orsak: Dag före julafton
    .right =
        avvikelser:
          - från: 2026-12-23
            öppettider: 9–12
            orsak: Dag före julafton

explain-FC0082 = Uppgifterna har inte kontrollerats på över sex månader
    .why =
        Öppettider, telefonnummer och personal ändras utan att någon tänker på webbplatsen. Den som står med barnvagnen framför en låst dörr litar sedan inte på något annat på sidan heller. Därför har varje öppen familjecentral ett datum, reviewed, som säger när någon senast såg till att allt stämmer. Läsaren ser det också.

        Gå igenom filen tillsammans med familjecentralen, rätta det som har ändrats och skriv dagens datum. Ändra inte datumet utan att ha tittat. Webbplatsen publiceras ändå, om du inte bygger med --strict.
    .wrong =
        kontrollerad: 2026-03-02
    .right =
        kontrollerad: 2026-11-16

explain-FC0083 = En planerad öppning som har passerat
    .why =
        Enligt filen ska familjecentralen öppna vid en tid som redan har varit. Antingen har den öppnat, och familjer som kunde gå dit vet inte om det, eller så har planerna ändrats.

        Fråga dem som driver den. Har den öppnat skriver du status: öppen och öppnade: med datumet. Är den försenad skriver du den nya planen. Det räcker med ett årtal när ingen vet mer. Sidan visar inte den gamla planen längre, så du hinner ta reda på vad som gäller.
    .wrong =
        status: planerad
        planerad öppning: "2024"
    .right =
        status: öppen
        öppnade: 2024-09-02

explain-FC0084 = Ett meddelande som har slutat gälla
    .why =
        Meddelandet har en sista dag, och den har passerat. Därför visas det inte längre. Det här är bara en påminnelse om att städa. Gamla meddelanden gör filen svår att överblicka, och en dag kopierar någon fel.

        Ta bort meddelandet, eller ge det ett senare datum om det fortfarande gäller. Du kan låta det stå om ni använder samma meddelande varje år.
    .wrong =
        meddelanden:
          - rubrik: Färre platser just nu
            till: 2026-10-31
    .right =
        meddelanden:
          - rubrik: Färre platser just nu
            till: 2026-12-01

explain-FC0085 = En öppen familjecentral utan adress
    .why =
        Var ligger den? Det är det första som de flesta vill veta. Utan adress blir det ingen länk till en karta, och den som inte har varit där förut får leta.

        Skriv åtminstone gata och nummer. Postnummer, ort och ingång hjälper också. Om du inte känner till adressen, ta bort fältet och låt varningen stå. Då berättar sidan att uppgiften saknas. Gissa aldrig en adress.
    .wrong =
        adress:
    .right =
        adress:
          gata: Fittja Torg 19
          postnummer: 145 61
          ort: Norsborg

explain-FC0086 = En kommun utan tillgänglighetsredogörelse
    .why =
        Lagen om tillgänglighet till digital offentlig service (DOS-lagen, 2018:1937) kräver en redogörelse på varje offentlig webbplats. Den berättar hur väl webbplatsen följer kraven, vilka brister ni känner till, hur ni har granskat den och hur man rapporterar det som inte fungerar. fcsite gör sidan och länkar till den från alla andra sidor. Du fyller i uppgifterna.

        Någon behöver granska webbplatsen innan du kan skriva redogörelsen. Var ärlig: delvis med en lista över brister är mycket bättre än helt utan granskning. Adressen under återkoppling: ska gå till ett tillgängligt formulär, för det räcker inte med e-post eller telefon.

        Gå igenom redogörelsen minst en gång om året. Tills den finns säger sidan att webbplatsen inte är granskad, och med --strict publiceras ingenting.
    .wrong =
        tillgänglighetsredogörelse:
    .right =
        tillgänglighetsredogörelse:
          status: delvis
          bedömd: 2026-11-09
          uppdaterad: 2026-11-09
          metod: egen
          brister:
            - vad: Två filmer saknar undertexter.
              orsak: Filmerna är från före lagen.
              orsak: Vi har inte hunnit texta dem.
              wcag:
                - "1.2.2"
              åtgärdas: 2027-03-31
          återkoppling: https://synpunkter.example/tillganglighet

explain-FC0087 = En länk i menyn som går till två ställen, eller till inget
    .why = Varje rad i menyn är en länk. Den går till en egen sida (sida:), till en familjecentral (familjecentral:) eller till en annan webbplats (länk:). Står flera av dem, eller ingen, kan fcsite inte veta vilken du menar. Behåll den som besökaren behöver. En egen sida skriver du som filens namn utan .md, en familjecentral som filens namn utan .yaml, och en annan webbplats med hela adressen.
    .wrong =
        meny:
          - rubrik: Om oss
            sida: om
            länk: https://www.botkyrka.example/familjecentraler
    .right =
        meny:
          - rubrik: Om oss
            sida: om

explain-FC0088 = Öppettider på en helgdag eller afton, och ingen har sagt om de gäller
    .why =
        De vanliga öppettiderna infaller på en afton eller helgdag inom två månader. Helgdagarna bestäms av lagen (1989:253), och då räknar fcsite med att det är stängt. Julafton, midsommarafton och de andra aftnarna är inte helgdagar i lagens mening, och en del har öppet fram till lunch. Därför frågar fcsite hellre än gissar.

        Tills du har svarat säger sidan att tiderna inte är bestämda och att man ska fråga innan man kommer.

        Fråga familjecentralen och lägg till dagen under avvikelser: med stängt: ja eller öppettider:. Gäller samma sak för alla familjecentraler kan du i stället skriva helgdagar: i municipality.yaml. Du kan låta varningen stå tills personalen har bestämt sig.
    .wrong =
        öppettider:
          torsdag: 9–12
    .right =
        öppettider:
          torsdag: 9–12
        avvikelser:
          - från: 2026-12-24
            till: 2026-12-31
            stängt: ja
            orsak: Jul- och nyårsstängt

explain-FC0089 = En öppningsdag som inte har kommit än
    .why = Familjecentralen har status: öppen, men dagen då den öppnar har inte kommit. Föräldrar som läser ”öppen” kan gå dit i onödan. Om den öppnar senare, skriv status: planerad och planerad öppning: med dagen, och ändra till öppen när den dagen kommer. Om den redan är öppen är det datumet under opened som är fel.
    .wrong =
        status: öppen
        öppnade: 2027-01-11
    .right =
        status: planerad
        planerad öppning: "2027-01-11"

explain-FC0090 = En nyhet som slutar gälla innan den publiceras
    .why =
        Med gäller till: står den sista dagen som en nyhet är med i listorna, och med går ut: den första dagen som den inte är det. Här ligger den dagen så att nyheten aldrig skulle vara med: den slutar gälla innan den publiceras. Ofta är det förra årets årtal som har slunkit med, eller så är det går ut: där det skulle vara till:.

        Skriv en senare dag med gäller till:, eller ta bort fältet om nyheten inte blir gammal. Själva sidan finns kvar i alla fall, för det som en myndighet har publicerat är en allmän handling. Nyheten i exemplet är från den 10 januari 2026.
    .wrong =
        gäller till: 2025-12-31
    .right =
        till: 2026-12-31

explain-FC0091 = En bild eller ruta i ett meddelande
    .why =
        Ett meddelande är några rader högst upp på sidan som man ska förstå med en blick, ofta i mobilen. Bilder och rutor trycker ner allt annat, och det finns ingen plats för dem där.

        Lägg dem i en nyhet eller på en sida och länka dit från meddelandet. I ett meddelande utgår länkarna från kommunens mapp: pages/om.md, utan ../ före.
    .wrong =
        meddelanden:
          - rubrik: Nya lokaler
            text: "![Den nya entrén](images/lek.png)"
    .right =
        meddelanden:
          - rubrik: Nya lokaler
            text: Se [hur den nya entrén ser ut](pages/om.md).

## 100–119: Markdown

explain-FC0092 = Ett datum som inte har kommit än
    .why =
        I reviewed står dagen då någon kontrollerade uppgifterna, och i updated dagen då texten ändrades. Ingen av dem kan ligga i framtiden. Ofta är det årtalet som har blivit fel: 2062 i stället för 2026. Då påminner fcsite inte om att uppgifterna behöver ses över, och läsaren tror att de är färska.

        Skriv det rätta datumet.
    .wrong =
        kontrollerad: 2062-11-09
    .right =
        kontrollerad: 2026-11-09

explain-FC0093 = En nyhet som slutar två gånger
    .why =
        Både until och expires säger när en nyhet slutar vara med i listorna: until är den sista dagen som den är med, och expires den första dagen som den inte är det. Står båda kan de säga olika saker, och fcsite kan inte veta vilken du menar.

        Behåll gäller till:, som betyder samma sak i meddelanden och på sidor.
    .wrong =
        till: 2026-12-31
        går ut: 2027-01-01
    .right =
        till: 2026-12-31

explain-FC0094 = En exempeltext står kvar
    .why =
        I en ny fil skriver fcsite en text på de ställen där du ska skriva. En sådan står kvar i något som ska publiceras. Läsaren skulle mötas av en uppmaning som var till för dig, och inte få veta det som skulle ha stått där. Därför publiceras inget förrän den är borta.

        Skriv det som hör dit, eller ta bort fältet. Om du inte hinner nu skriver du utkast: ja bland nyhetens eller sidans fält. Då är den ett utkast, som inte publiceras förrän du tar bort raden, och där får exempeltexten stå.

        I en översättning börjar det som ska översättas med ”Översätt:”. Under läge: står en plats i skogen, tills du skriver er egen.
    .wrong =
        ingress: Skriv här vad som är nytt, i en eller två meningar.
    .right =
        ingress: Öppna förskolan har öppet hela sommaren, och du behöver inte boka.

explain-FC0096 = Två familjecentraler som verkar vara samma
    .why =
        Två filer i kommunen handlar om en familjecentral med samma namn, eller på samma gata. Ofta är den ena en kopia: någon har sparat den med ett annat namn, eller så har en synkroniserad mapp lagt den där. Läsarna skulle se familjecentralen två gånger, och med två telefonnummer så snart någon ändrar i den ena filen.

        Jämför filerna och ta bort den ena. Om det verkligen är två behöver de var sitt namn. En familjecentral som har stängt för gott räknas inte.

explain-FC0097 = Ett årtal som inget datum här kan ha
    .why =
        Ett datum bland fälten, i en familjecentrals fil eller i en fils namn har ett årtal före 1900 eller efter 2099. Fingret kom fel på tangenterna: 0226 för 2026. Med ett sådant datum skulle nyheten stå sist i alla listor, och nyhetsflöden och sökmotorer skulle få veta årtalet.

        Rätta årtalet. I meddelandet står vad som troligen menades.
    .wrong =
        datum: 0226-01-10
    .right =
        datum: 2026-01-10

explain-FC0098 = Ett årtal som troligen är felskrivet
    .why =
        Årtalet är möjligt, men ingen menar det: en nyhet från före 1990, eller en som ska komma ut om mer än två år. En avvikelse för 2062 i stället för 2026 syns aldrig, och en nyhet med ett sådant datum publiceras aldrig. Slutet på något, och en planerad öppning, får ligga tio år bort.

        Kontrollera årtalet. Om det är rätt, skriv granskning: {"{"}av: [FC0098]{"}"} i filen.
    .wrong =
        avvikelser:
          - {"{"}från: 2062-12-24, stängt: ja{"}"}
    .right =
        avvikelser:
          - {"{"}från: 2026-12-24, stängt: ja{"}"}

explain-FC0099 = Redogörelsens status stämmer inte med bristerna
    .why =
        Tillgänglighetsredogörelsen säger att webbplatsen har brister, men beskriver inga. Eller tvärtom: den säger att allt uppfyller lagen, och räknar ändå upp brister. Läsaren får veta att bristerna beskrivs längre ner på sidan, och där står ingenting.

        Lagen (2018:1937) kräver att bristerna beskrivs, så att den som möter dem vet varför och vad den kan göra i stället. Lägg till en punkt för varje brist, eller ändra status:.
    .wrong =
        tillgänglighetsredogörelse:
          status: delvis
          bedömd: 2026-05-04
          uppdaterad: 2026-05-04
          metod: egen
          återkoppling: https://kommunen.example/tillganglighet
    .right =
        tillgänglighetsredogörelse:
          status: delvis
          bedömd: 2026-05-04
          uppdaterad: 2026-05-04
          metod: egen
          brister:
            - vad: Två filmer saknar undertexter.
              orsak: Filmerna är från före lagen.
          återkoppling: https://kommunen.example/tillganglighet

explain-FC0100 = En rubrik på nivå 1 inne i texten
    .why = Varje sida har en enda rubrik på nivå 1, och det är titeln som du skriver överst i filen. Den som använder skärmläsare hoppar från rubrik till rubrik, och två huvudrubriker på samma sida är som en bok med två titlar (WCAG 1.3.1). Börja med ## för textens delar och fortsätt med ### för delar av dem.
    .wrong =
        # Öppettider

        Vi har öppet på vardagar.
    .right =
        ## Öppettider

        Vi har öppet på vardagar.

explain-FC0101 = En ruta som fcsite inte känner till
    .why = En rad som börjar med tre kolon gör en ruta. Det finns fyra sorter: ::: fakta och en rubrik ger en faktaruta, ::: mer och en rubrik ger en text som är hopfälld tills läsaren öppnar den, ::: familjecentral och ett namn ger en ruta med en familjecentrals adress och öppettider, och ::: kontakter ger en tabell med telefonnumren till kommunens alla familjecentraler. Orden får också vara engelska: fact, more, centre och contacts. Rätta ordet, eller skriv en vanlig rubrik om du inte ville ha någon ruta.
    .wrong =
        ::: faktor Bra att ta med
        Blöjor och ombyte.
        :::
    .right =
        ::: fakta Bra att ta med
        Blöjor och ombyte.
        :::

explain-FC0102 = En ruta utan slut, eller ett slut utan ruta
    .why =
        En ruta börjar med en rad som ::: fact Bra att ta med och slutar med en rad där det bara står tre kolon. Utan slutet skulle resten av sidan hamna i rutan. Ett slut utan början är oftast ett för mycket.

        Skriv raden som saknas, eller ta bort den som är över. Rutan för en familjecentral behöver också sitt slut.
    .wrong =
        ::: fact Bra att ta med

        - blöjor
        - ombyte
    .right =
        ::: fact Bra att ta med

        - blöjor
        - ombyte

        :::

explain-FC0103 = En ruta utan det som ska stå efter dess namn
    .why = Rutan visar en familjecentrals adress, telefon och öppettider, direkt från dess fil, så att du slipper skriva dem på två ställen. fcsite måste få veta vilken. Skriv namnet på filen i centres/, utan .yaml, efter ::: centre. I en text i _shared skriver du kommunen först: botkyrka/fittja. En hopfälld text, ::: more, behöver en rubrik, annars vet läsaren inte vad som finns i den. Efter ::: contacts ska däremot inget stå.
    .wrong =
        ::: centre
        :::
    .right =
        ::: centre fittja
        :::

explain-FC0104 = En länk som inte leder någonstans
    .why =
        En länk till era egna sidor skriver du som vägen till en fil, sedd från den fil du skriver i: ../pages/om.md, ../centres/fittja.yaml, ../news/2026-01-10-hej.md. De två punkterna betyder ”en mapp upp”. fcsite gör om vägen till rätt webbadress och säger till när filen inte finns. På så vis möter ingen läsare en död länk.

        Leta efter ett skrivfel i namnet, eller efter en sida som har bytt namn eller tagits bort. Efter ett #-tecken står en rubrik på den sidan, skriven som i sidans adress: med a–z och bindestreck. En adress som börjar med / fungerar inte, eftersom kommunens mapp kan flyttas till en annan server.
    .wrong =
        Läs mer på sidan [Om oss](../pages/om-oss.md).
    .right =
        Läs mer på sidan [Om oss](../pages/om.md).

explain-FC0105 = En länk med en adress som inte får stå på en sida
    .why =
        En sida får länka till webbadresser (https: eller http:), e-postadresser (mailto:) och telefonnummer (tel:). Adresser som börjar med file: går till din egen dator eller en gemensam mapp på jobbet, och dit kommer ingen besökare. Vissa andra adresser kan köra kod i besökarens webbläsare.

        Publicera dokumentet där alla kan läsa det och länka dit, eller skriv texten på sidan. Till era egna sidor skriver du vägen till filen: ../pages/om.md.
    .wrong =
        Fyll i [blanketten](file:///G:/Blanketter/anmalan.pdf) och lämna den till oss.
    .right =
        Fyll i [blanketten](https://www.botkyrka.example/anmalan.pdf) och lämna den till oss.

explain-FC0106 = En bild utan alt-text
    .why =
        Den som inte ser bilden får i stället alt-texten, uppläst av en skärmläsare eller visad när bilden inte laddas. Utan alt-text vet man inte ens vad man går miste om. Lagen kräver att bilder har ett textalternativ (DOS-lagen 2018:1937, WCAG 1.1.1).

        Skriv mellan hakparenteserna vad bilden visar och vill berätta, i en mening eller så, som när du beskriver den för någon i telefon. ”Bild på” behövs inte. Om bilden bara är en utsmyckning och inte säger något som inte står i texten skriver du ordet dekorativ där.
    .wrong =
        ![](../images/lek.png)
    .right =
        ![Två barn bygger ett torn av träklossar](../images/lek.png)

explain-FC0107 = Ett datum i början av en rad blev en numrerad lista
    .why =
        I Markdown blir en siffra med punkt i början av en rad till en numrerad lista. Ett datum som ”14. mars” blir då punkt 14 i en lista och ser konstigt ut på sidan.

        Skriv datumet utan punkt, som man brukar på svenska, eller börja raden med ett annat ord. Vill du ha det precis som det står sätter du ett omvänt snedstreck före punkten: 14\. mars. Menade du verkligen en lista kan du låta den vara.
    .wrong =
        14. mars är första dagen efter lovet.
    .right =
        14 mars är första dagen efter lovet.

explain-FC0108 = HTML-kod i en text
    .why =
        Texterna skrivs i Markdown, och HTML-kod släpps inte igenom. Den syns på sidan precis som du skrev den, med vinkelparenteser och allt. Så kan ingen text förstöra sidan, hämta något utifrån eller stänga ute den som använder hjälpmedel.

        Skriv samma sak i Markdown: två stjärnor för fetstil, en för kursiv, en tom rad för nytt stycke.

        Anteckningar till dig själv (<!-- … -->) visas inte och gör ingen skada. Är det koden som läsaren ska se sätter du tecknet ` före och efter den. Då får du ingen varning.
    .wrong =
        Vi har <b>stängt</b> på fredag.
    .right =
        Vi har **stängt** på fredag.

explain-FC0109 = En länk till en annan kommuns mapp
    .why =
        Varje kommuns mapp ska fungera för sig. Den kan ligga på en egen server, där de andra inte finns, och då slutar en länk rakt in i en annan mapp att fungera.

        Länka till den andra kommunens sida med hela webbadressen, som till vilken webbplats som helst. Det som alla kommuner ska visa hör hemma i content/_shared, och till de texterna länkar du som om de vore era egna.
    .wrong =
        Det finns [en familjecentral i Salem](../../salem/centres/salem.yaml) också.
    .right =
        Det finns [en familjecentral i Salem](https://salem.example/familjecentraler/salem/) också.

explain-FC0110 = En länk till något som inte är publicerat
    .why =
        Länken, eller raden i menyn, går till ett utkast, eller till en nyhet vars dag inte har kommit. Den som följer länken skulle mötas av ett felmeddelande, så inget publiceras förrän du har ändrat det ena eller det andra.

        Ta bort länken så länge, eller publicera den andra texten: ta bort utkast: ja eller ge den ett datum som har varit. Med fcsite serve ser du utkast och kommande nyheter, så där fungerar länken. Men besökaren ser dem inte.

explain-FC0111 = En ruta där ingen ruta kan stå
    .why = En faktaruta står för sig själv i texten. Den kan inte stå i en annan faktaruta, i en lista, i ett citat eller i en fotnot, för då går det inte att se eller höra vad som hör ihop. Avsluta den första rutan med en rad med tre kolon innan nästa börjar. Efter en lista skriver du raden med ::: längst till vänster.
    .wrong =
        ::: fact Bra att veta
        Vi har öppet hela sommaren.
        ::: fakta Bra att ta med
        Blöjor och ombyte.
        :::
        :::
    .right =
        ::: fact Bra att veta
        Vi har öppet hela sommaren.
        :::

        ::: fakta Bra att ta med
        Blöjor och ombyte.
        :::

explain-FC0112 = En fotnot som inget i texten hänvisar till
    .why = En fotnot har två delar: hänvisningen i texten och själva noten. Här är noten skriven men hänvisningen saknas, så noten visas inte. Skriv hänvisningen där noten hör hemma, stavad på samma sätt. Behövs noten inte längre tar du bort den. Det stör ingen om den står kvar, men läsaren får aldrig se vad som står i den.
    .wrong =
        Det finns 246 familjecentraler i Sverige.

        {"["}^1]: Nationell kartläggning för 2023.
    .right =
        Det finns 246 familjecentraler i Sverige.[^1]

        {"["}^1]: Nationell kartläggning för 2023.

explain-FC0113 = En länk med mellanslag i adressen
    .why =
        I Markdown slutar en adress vid det första mellanslaget. Därför blir det här varken en länk eller en bild. Läsaren ser hakparenteserna och adressen mitt i texten, och kommer ingenstans.

        Byt namn på filen, så att det bara har a–z, 0–9 och bindestreck, och skriv det nya namnet i länken. Går länken till en annan webbplats kopierar du adressen ur webbläsarens adressfält. Där står %20 i stället för varje mellanslag, och det fungerar. Låt den stå bara om texten ska visa hur Markdown ser ut.
    .wrong =
        Läs mer på sidan [Om oss](../pages/min sida.md).
    .right =
        Läs mer på sidan [Om oss](../pages/om.md).

## 120–129: bilder

explain-FC0114 = Ord i klamrar som inte kan fyllas i
    .why =
        {"{"}telefon fittja{"}"} i en text blir familjecentralens telefonnummer, {"{"}adress fittja{"}"} adressen, {"{"}öppettider fittja{"}"} tiderna och {"{"}e-post fittja{"}"} e-postadressen. Efter ett snedstreck kan en verksamhet stå: {"{"}telefon fittja/bvc{"}"}. Uppgiften skrivs på ett ställe, i familjecentralens fil, och ändras den där så ändras alla texter.

        Här liknar orden en sådan uppgift, men det första ordet är inget av dem, eller så saknas familjecentralen. Annars hade läsaren sett klamrarna.
    .wrong =
        Ring {"{"}telfon fittja{"}"}.
    .right =
        Kom när du vill.

explain-FC0115 = En uppgift som inte finns att fylla i
    .why =
        Orden i klamrar frågar efter något som familjecentralens fil inte säger: filen har inget telefonnummer, eller ingen sådan verksamhet. Då skulle läsaren få en text utan nummer.

        Skriv in uppgiften i familjecentralens fil. Då fylls den i överallt.
    .wrong =
        Ring {"{"}telefon fittja/vårdcentral{"}"}.
    .right =
        Kom när du vill.

explain-FC0116 = Ett dokument som inte går att publicera
    .why =
        Filen finns, men fcsite publicerar den inte. Det som publiceras är PDF, ODT, DOCX, XLSX och ICS, högst 25 MB och utan makron. De öppnas på alla mobiler och datorer. Filens innehåll måste vara det som ändelsen säger: en Word-fil som har döpts om till .pdf är fortfarande en Word-fil.

        Spara dokumentet på nytt från programmet där det är gjort. Fundera först på om det behövs: en sida är lättare att läsa i en mobil, att få uppläst, att översätta och att ändra.

explain-FC0117 = Ett dokument som ingen text länkar till
    .why =
        Ett dokument i files/ publiceras först när en text länkar till det. Det gör att inget kommer ut på webben av misstag, och att ett dokument försvinner därifrån när den sista länken tas bort.

        Länka till dokumentet, eller ta bort det ur mappen om det inte behövs. Låt meddelandet stå om du tänker länka till det senare.

explain-FC0118 = En PDF som inte går att få uppläst som den ska
    .why =
        Lagen om tillgänglighet till digital offentlig service (2018:1937) gäller också dokument på webbplatsen. I en taggad PDF vet ett hjälpmedel vad som är rubrik, lista och tabell. Språket avgör vilken röst som läser upp den, och titeln är det första som lyssnaren hör. En inskannad PDF är bara en bild av text.

        I Word: Arkiv, Info, Egenskaper, Titel. Välj sedan Spara som, PDF, Alternativ, och kryssa för Dokumentstrukturtaggar för tillgänglighet. I LibreOffice: Arkiv, Egenskaper, Beskrivning, Titel. Välj sedan Exportera som PDF och kryssa för Taggad PDF. Språket tas från texten.

        Dokument från före den 23 september 2018 som inte behövs i ett pågående ärende omfattas inte av lagen. Då kan du låta meddelandet stå, och nämna dokumentet i tillgänglighetsredogörelsen.

explain-FC0120 = En bild som inte finns
    .why =
        Texten visar en bild som fcsite inte hittar, och läsaren skulle bara se en tom plats. Bilderna ligger i kommunens mapp images/. I en text utgår vägen från filen själv: ../images/lek.png. I YAML-filerna, och mellan raderna med --- överst i en text, utgår den från kommunens mapp: images/lek.png.

        Leta efter ett skrivfel, en annan ändelse (.jpg eller .png) och stora bokstäver. Lek.png och lek.png är två olika namn.
    .wrong =
        ![Barn som leker](../images/lekar.png)
    .right =
        ![Barn som leker](../images/lek.png)

explain-FC0121 = En bild som inte går att använda
    .why =
        Filen finns, men fcsite kan inte göra en bild för webben av den. Den kan vara skadad, större än 50 MB eller av ett slag som inte alla webbläsare visar, till exempel HEIC från en mobil. SVG-filer tas inte emot i innehållet, eftersom de kan bära kod som körs i besökarens webbläsare.

        Öppna bilden i ett bildprogram, spara den som JPEG (foton) eller PNG (teckningar) och använd den filen. Du behöver inte göra den mindre. Det gör fcsite.

explain-FC0122 = En bild på någon annans webbplats
    .why =
        Om en sida hämtar en bild från en annan server får den servern veta vilka som läser sidan. Dataskyddsförordningen (GDPR) låter inte en myndighet lämna ut det utan rättslig grund. Bilden kan också bytas ut eller försvinna utan att du märker det.

        Spara den i images/ och använd den därifrån. Se först till att ni får: ni behöver tillåtelse av den som har gjort bilden, och samtycke från dem som går att känna igen på den.
    .wrong =
        ![Barn som leker](https://bilder.example/lek.jpg)
    .right =
        ![Barn som leker](../images/lek.png)

explain-FC0123 = En bild med varken alt-text eller decorative, eller med båda
    .why = En bild berättar antingen något eller är bara en utsmyckning. Den som berättar något behöver alt:, en mening om vad den visar, för den som inte ser bilden (WCAG 1.1.1, som DOS-lagen 2018:1937 kräver). Den som bara smyckar ut har dekorativ: ja, och då hoppar skärmläsaren över den. Välj det ena. Om du är osäker, beskriv bilden. Det är aldrig fel.
    .wrong =
        bilder:
          - fil: images/lek.png
    .right =
        bilder:
          - fil: images/lek.png
            alt: Två barn bygger ett torn av träklossar

explain-FC0124 = En bild vars ändelse inte stämmer med innehållet
    .why = Filens ändelse säger en sak, men filen är något annat. En bild som heter lek.png kan i själva verket vara en JPEG-bild. Det händer ofta när någon byter namn på en fil i stället för att spara om den. Webbservrar går efter ändelsen, och en del webbläsare visar då inte bilden. Byt till det namn som fcsite föreslår, och ändra namnet även där bilden används.

## 130–149: teman

explain-FC0130 = Ett tema som inte finns
    .why = Temat bestämmer hur sidorna ser ut. Dess namn är namnet på en mapp i themes/, stavat på samma sätt. Temat base finns alltid, även utan mapp. Leta efter ett skrivfel, eller fråga den som gör era teman om mappen har bytt namn. Tar du bort fältet i municipality.yaml får kommunen samma tema som hela webbplatsen.
    .wrong =
        tema: bas
    .right =
        tema: base

explain-FC0131 = Teman som bygger på varandra i en ring
    .why = Ett tema kan bygga på ett annat. Det som temat inte har självt hämtas då därifrån. Bygger det andra i sin tur på det första, eller bygger ett tema på sig självt som här, tar det aldrig slut. Låt ett av temana bygga på base, som inte bygger på något. Temat i exemplet heter prov.
    .wrong =
        extends: prov
    .right =
        extends: base

explain-FC0132 = En mall som inte går att läsa
    .why =
        En mall är en fil i temat som säger hur ett slags sida är uppbyggd. Något i den följer inte reglerna för mallspråket, som heter Tera 2. Ofta saknas en parentes eller ett ”end”. Felet ligger alltså inte i dina texter.

        Skicka meddelandet till den som gör temat. Där står fil, rad och kolumn, och i docs/themes.md står hur mallar skrivs. Tills felet är rättat publiceras inget, och den gamla webbplatsen är kvar som den var.

explain-FC0133 = En mall som inte fungerade för en sida
    .why =
        Mallen gick att läsa, men inte att använda för en av sidorna. Oftast frågar den efter något som just den sidan saknar, till exempel telefonnumret till en familjecentral som inte har något. Det ska ett tema klara, så felet ligger inte i dina texter.

        Skicka meddelandet till den som gör temat, med namnet på sidan. I docs/themes.md står vad varje mall får och vad som kan saknas. Har du bråttom kan du fylla i det som saknas, eller ångra den senaste ändringen i temat.

explain-FC0134 = Ett tema saknar något som fcsite behöver
    .why = Ett tema måste ha en mall för varje slags sida och några delar som fcsite använder självt. Annars får de hämtas från ett tema som det bygger på. Nästan alltid är det extends: som saknas eller är tomt. Med extends: base kommer allt som temat inte har självt från temat som finns inne i fcsite. Om namnet på en fil i templates/ är felstavat, rätta det.
    .wrong =
        extends:
    .right =
        extends: base

explain-FC0135 = Ett temavärde som inte är ett CSS-värde
    .why =
        Under tokens står temats färger, mått och typsnitt, och de går rakt in i stilmallen (CSS). Därför måste värdet vara ett som CSS förstår, och bara det. Semikolon, klamrar, vinkelparenteser och url(…) går inte, för med dem kan man ändra mycket mer än en färg.

        Namnet får bara ha a–z, 0–9 och bindestreck. En färg behöver citattecken runt sig, eftersom YAML ser det som följer efter ett #-tecken som en anteckning.
    .wrong =
        tokens:
          color-primary: "#0b5d4e;"
    .right =
        tokens:
          color-primary: "#0b5d4e"

explain-FC0136 = Ett språk som temat inte har några ord för
    .why =
        Menyer, knappar och rubriker som ”Öppettider” kommer från temat, med en fil för varje språk. Kommunen har ett språk som temat saknar. Därför visas de orden på webbplatsens eget språk, märkta så att en skärmläsare uttalar dem rätt (WCAG 3.1.2).

        Du kan låta varningen stå, eller stänga av den. En text på turkiska med svenska menyer hjälper mer än ingen text alls. Om ni inte behöver språket, ta bort det. Temat base, som finns i programmet, har svenska, engelska, finska, arabiska, somaliska, ukrainska, tigrinja och persiska. Ord på andra språk skriver ni i ett eget tema, med hjälp av någon som kan språket väl. Hur det går till står i docs/themes.md.
    .wrong =
        språkversioner:
          - sv
          - tr
    .right =
        språkversioner:
          - sv
          - en

explain-FC0137 = En fil i temat som inte går att publicera
    .why =
        Filerna i temats assets/ publiceras tillsammans med sidorna. Namnet får bara ha a–z, 0–9, punkt, bindestreck och understreck, och ändelsen ska vara en som webbplatser behöver: css, svg, png, jpg, webp, woff2, ico, js eller txt. Då publiceras inget av misstag, till exempel ett utkast i Word. Namnet site.css använder fcsite självt.

        Meddelandet kommer också när en stilmall nämner en fil som inte finns i assets/. Byt namn på filen, flytta ut den ur assets/ eller rätta namnet i stilmallen.

explain-FC0138 = En sida eller ett tema hämtar något utifrån
    .why =
        Sidorna hämtar ingenting utifrån: inga typsnitt, kartor, statistikverktyg eller skript. Varje sådan hämtning berättar för en utomstående vem som läser om graviditet, föräldraskap eller stöd, och dataskyddsförordningen (GDPR) sätter gränser för det. Det som den utomstående sparar i besökarens mobil eller dator kräver samtycke enligt lag (LEK, lag 2022:482, 9 kap. 28 §). Sidorna hämtar inget och sparar inget, och därför behöver webbplatsen ingen kakruta.

        Spara filen i temats assets/ och använd den därifrån. En karta kan vara en länk, eller en bild i images/. Dina texter kan inte orsaka det här, bara ett tema kan det, så skicka meddelandet till den som gör temat. Behövs den andra servern verkligen, och håller ert dataskyddsombud med, skriver du den under tillåtna värdar: i municipality.yaml.

explain-FC0139 = En sida blir större än någon kan läsa
    .why =
        En sida får ha 16 MB, och det är mer än en hel bokhylla. Blir den större beror det på ett fel i en mall: en loop i en loop över alla nyheter, eller en text som läggs in i sig själv med replace. Den skulle fylla datorns minne, och ingen webbläsare skulle kunna visa den.

        Dina texter kan inte orsaka det här, bara ett tema kan det, så skicka meddelandet till den som gör temat. I docs/themes.md står vad varje mall har att arbeta med.

## 150–169: publicering och nya filer

explain-FC0150 = Mappen som webbplatsen ska skrivas till går inte att använda
    .why =
        När webbplatsen byggs tas gamla filer bort ur mappen, så fcsite är noga med vilken mapp det är. fcsite skriver bara till en mapp som är ny, tom eller dess egen sedan tidigare. Det skriver aldrig till en mapp med andras filer, till din hemmapp, till mappen där innehållet ligger eller genom en genväg till en annan mapp.

        Välj en annan mapp med --output, eller flytta undan de andra filerna. Ofta är mappens namn bara felskrivet. Dina filer är orörda.

explain-FC0151 = Ett annat fcsite skriver till samma mapp
    .why = Om två byggen skriver till samma mapp samtidigt blandas deras sidor. Därför stannar det andra innan det har skrivit något. Kanske är ett fönster med fcsite watch öppet, eller så publicerar en kollega till samma gemensamma mapp just nu. Vänta en stund och försök igen. Går det inte över letar du upp det andra fönstret och stoppar det med Ctrl-C.

explain-FC0152 = Webbplatsen gick inte att skriva
    .why =
        Dina texter är det inget fel på, men disken tog inte emot sidorna. Den kan vara full, en nätverksdisk kan vara borta, eller så får du inte skriva där. Det som var publicerat är kvar som det var, och det som blev halvfärdigt rättar nästa bygge till.

        Gör plats på disken, eller fråga den som sköter servern, och bygg sedan igen. Ett program som håller en fil i mappen öppen kan också vara i vägen, särskilt i Windows.

explain-FC0153 = Det går inte att spara till nästa bygge
    .why =
        I mappen .fcsite sparar fcsite förminskade bilder och anteckningar om vad det har läst, så att nästa bygge går fortare. Den här gången gick det inte att skriva där. Webbplatsen är hel och publicerad ändå. Det är bara nästa bygge som tar längre tid.

        Se efter om disken har plats och om du får skriva i mappen. Du får ta bort .fcsite när du vill, och du kan låta varningen stå om byggena går fort nog.

explain-FC0154 = Andra filer dök upp i mappen medan webbplatsen byggdes
    .why = Medan webbplatsen byggdes lade någon eller något filer i dess mapp. fcsite tar aldrig bort filer som det inte har gjort, så de är kvar. Nästa bygge kommer att säga nej till mappen, för den får bara innehålla fcsites egna filer. Flytta dem någon annanstans. Är det en bild till webbplatsen lägger du den i images/ och visar den i en text.

explain-FC0155 = Ett mål som inte finns i publish.yaml
    .why = fcsite publish skickar webbplatsen till ett mål: en mapp eller en server. Målen står med sina namn i publish.yaml, bredvid mappen content/. Finns det bara ett behöver det inte nämnas.

explain-FC0156 = Ett mål som inte går att använda
    .why = Ett mål i publish.yaml har ett namn med små bokstäver, och ett av mapp: (en mapp, också en delad), sftp: (användare@server:mapp), ftps: (användare@server/mapp) och s3: (en bucket). Vanlig FTP, utan kryptering, används inte: vem som helst på vägen kan läsa lösenordet. Lösenord står aldrig i filen, som andra kan läsa: fcsite frågar efter dem, eller tar dem från miljön eller en SSH-agent.

explain-FC0157 = En publicering som inte blev klar
    .why = Förbindelsen bröts, disken var full, mappen fanns inte: det står i meddelandet. fcsite skickar filerna i en sådan ordning att ingen sida leder till något som inte finns där än, och varje fil hel. Därför märker läsarna ingenting, och nästa publicering fortsätter där den här slutade.

explain-FC0158 = Läsarna ser något annat än det som publicerades
    .why = Efter en publicering hämtar fcsite den första sidan och några ändrade sidor från webbplatsens adress, så som en läsare gör, och jämför dem med det som skickades. Ett annat svar kan betyda att servern sparar sidor en stund, att målet inte är den mapp som adressen visar, eller att servern ändrar sidorna på vägen.

explain-FC0173 = En redogörelse för sidor som inte finns
    .why =
        tillgänglighetsredogörelse: i site.yaml är redogörelsen för de gemensamma sidorna: startsidan med alla kommuner, och de nyheter och sidor som alla har. En webbplats med en enda kommun har inga sådana sidor. Där leder startsidan direkt till kommunen, och kommunens egen redogörelse gäller allt. Den står i municipality.yaml.

        Flytta alltså fältet till municipality.yaml om det inte redan finns en redogörelse där. Räknar du med fler kommuner kan du låta det stå och stänga av varningen så länge.

explain-FC0174 = En översättning som är äldre än sitt original
    .why =
        Originalet har ändrats sedan översättningen skrevs. Då kan det stå gamla tider eller fel adress på det andra språket, och den som läser det vet inte om det. Därför visar sidan en rad, på sitt eget språk, som säger att originalet är nyare, med en länk dit.

        Läs igenom översättningen, ändra det som behövs, och skriv uppdaterad: med dagens datum. Gällde ändringen inget som står i översättningen räcker det att skriva datumet. Då försvinner raden.

explain-FC0175 = En adress som en dataportal inte läser
    .why =
        datasets/dcat räknar upp era öppna data för Sveriges dataportal (dataportal.se). Portalen läser listan varje natt och prövar varje adress mot en standard (RFC 3987). Är en adress fel kastar den allt som kommunen ger ut, inte bara den här listan. Då är det bättre att fcsite säger stopp.

        Felet är nästan alltid ett tecken som webbläsare låter passera: ett mellanslag, en klammerparentes, ett lodrätt streck, eller ett % utan två siffror efter.

explain-FC0176 = Ett tidigare namn som filen inte kan ha haft
    .why =
        Under ”hette förut” står det som familjecentralens fil har hetat, utan .yaml. Det första namnet är det som öppna data alltid använder, så det får inte vara en annan familjecentrals.
    .wrong =
        hette förut: [Fittja familjecentral]
    .right =
        hette förut: [fittja-familjecentral]

explain-FC0177 = En familjecentral som har bytt namn i öppna data
    .why =
        Den som använder era öppna data känner igen en familjecentral på dess id, som är filens namn. Byter filen namn tror en karta eller en app att familjecentralen har försvunnit och att en annan har kommit till. Därför jämför fcsite med det som senast publicerades.

        Skriv det gamla namnet under ”hette förut”. Då behåller familjecentralen sitt id i data, och dess gamla sidor leder till de nya.

explain-FC0199 = Något gick fel som aldrig ska kunna gå fel
    .why =
        Det här är ett fel i själva fcsite, och du har inte gjort något fel. Inget har publicerats, och den gamla webbplatsen är kvar som den var.

        Rapportera gärna felet, med hela meddelandet och om du kan även filerna som fick det att hända. Då kan vi rätta det för alla. Under tiden kan du ångra din senaste ändring och bygga igen, eller bygga med --full. Då glömmer fcsite det som det mindes från förra gången.

explain-FC0160 = init behöver en tom mapp
    .why =
        Kommandot fcsite init gör en liten webbplats att börja med. Det går bara i en ny eller tom mapp, så att filerna aldrig blandas med dina och inget av ditt skrivs över.

        Ange namnet på en ny mapp, till exempel fcsite init vara-familjecentraler, eller töm mappen först om du är säker. En mapp där det bara finns dolda filer och mappar som datorn och programmen själva lägger dit (.git, .DS_Store, .fcsite) räknas som tom.

        Finns det redan en webbplats i mappen behöver du inte init. Använd fcsite new för fler kommuner, familjecentraler och nyheter.

explain-FC0161 = Det finns redan en fil med det namnet
    .why = Kommandot fcsite new skriver aldrig över en fil som finns, så inget som du eller en kollega har skrivit går förlorat. Öppna filen som finns. Kanske är det den du är ute efter. Annars ger du den nya ett annat namn. Namnet på en familjecentrals fil gäller för alltid och används aldrig igen för en annan, eftersom länkar och öppna data bygger på det.

explain-FC0162 = Det finns ingen kommun med det namnet
    .why = Kommandot fcsite new municipality letar upp namnet bland Sveriges 290 kommuner i listan från Statistiska centralbyrån (SCB), så att namn och kod stämmer från början. Namnet som du angav finns inte där. Leta efter ett skrivfel och glöm inte å, ä och ö: Järfälla, inte Jarfalla. En stadsdel eller en tätort är ingen kommun. Fittja ligger i Botkyrka.

explain-FC0163 = Koden hör till en annan kommun
    .why =
        Varje kommun har en kod med fyra siffror från Statistiska centralbyrån (SCB). Botkyrka har 0127. Med koden lägger andra ihop era öppna data med sina egna, så en fel kod placerar era familjecentraler i fel kommun. Koden och namnet som du angav hör inte ihop.

        Ta reda på vilket av dem som är fel, hos SCB om du är osäker, och kör kommandot igen. Den första siffran kan vara en nolla, och den måste vara med.

explain-FC0164 = En uppgift saknas, och det finns ingen att fråga
    .why = När du kör ett kommando i ett terminalfönster frågar fcsite efter det som behövs. Här körs det på annat sätt, till exempel i ett skript eller enligt ett schema, och då skulle ingen svara på frågan. Skriv uppgiften direkt i kommandot. Lägg till --help efter kommandot, så ser du vad det tar emot och i vilken ordning.

explain-FC0165 = En fil eller mapp gick inte att skapa
    .why = Datorn lät inte fcsite skapa det som du bad om. Oftast får du inte skriva i mappen, eller så är disken full eller en nätverksdisk borta. Se efter att du är i rätt mapp, och försök skapa en fil där själv. Om det inte heller går, fråga den som sköter datorn eller servern. Filer som redan fanns är orörda.

explain-FC0166 = En text att översätta som inte finns
    .why =
        fcsite new translation gör en översättning bredvid en nyhet eller sida som redan finns. Den hittade ingen som heter som du skrev, eller flera. Skriv filens namn, som det står i svaret när nyheten gjordes, till exempel content/botkyrka/news/2026-11-26-sangstund.md. Det går också bra med bara sangstund, om det finns en enda text som heter så. Flera kommuner skiljer du åt med -m.

explain-FC0167 = Ett språk att översätta till som inte går
    .why =
        En översättning är till ett språk som webbplatsen har. Språken står under språkversioner: i site.yaml, eller i municipality.yaml för en enda kommun. Lägg till språket där först, så får varje sida en länk till det. Eller så är texten redan skriven på det språk du valde.

explain-FC0168 = En fil som inte går att lägga till något i
    .why =
        fcsite new activity lägger till några rader i familjecentralens fil, och new translation läser originalet. Det är något fel i filen redan, så fcsite vet inte säkert vad som står där. Rätta det som fcsite check säger om filen, och försök igen. Inget i filen är ändrat.

explain-FC0169 = Något som måste läggas till för hand
    .why =
        Innan fcsite ändrar i en fil prövar det att allt annat i den betyder samma sak efteråt. Det gjorde det inte den här gången, så filen är orörd. Det kan hända när listan är skriven på ett ovanligt sätt. Lägg till raden som står i rådet själv, sist i listan under aktiviteter:.

## 200–217: det som bara `fcsite check` letar efter

explain-FC0200 = Två texter har samma titel
    .why =
        I listor, sökresultat och webbläsarens flikar ser läsaren bara titeln. Är två lika kan ingen veta vilken som är vilken, och en del öppnar fel. Varje sida ska ha en titel som säger vad den handlar om (WCAG 2.4.2).

        Skriv det som skiljer texten från den andra: familjecentralen, ämnet eller året. Du kan låta två vara lika när läsaren aldrig väljer mellan dem, till exempel en nyhet som kommer varje år och där den gamla har slutat gälla. I exemplet finns redan en sida som heter Om oss.
    .wrong =
        rubrik: Om oss
    .right =
        rubrik: Familjecentralen i Fittja byter namn

explain-FC0201 = Två texter har samma ingress
    .why =
        Ingressen står under titeln i listorna, och ofta i sökresultat också. Är två ordagrant lika har någon förmodligen kopierat den ena och glömt att ändra, och läsaren tror sig ha läst den redan.

        Skriv i en eller två meningar vad som är nytt i just den här texten: vad, var, när och för vem. Du kan låta två vara lika när texterna verkligen säger samma sak, till exempel en nyhet som kommer tillbaka varje år.

explain-FC0202 = En länktext som inte säger något
    .why =
        Många ögnar igenom en sida efter länkarna, och med en skärmläsare kan man få dem upplästa en efter en. En lista med ”läs mer”, ”läs mer”, ”här” hjälper ingen. Länken ska säga vart den leder, av sig själv eller med meningen runt omkring (WCAG 2.4.4, som DOS-lagen 2018:1937 kräver).

        Gör orden som berättar vad sidan handlar om till länk: ”Läs mer om vilka vi är”. Det är nästan aldrig rätt att låta länken stå som den är. Samma ord och några till får nästan alltid plats.

        En länk helt utan text, som [](../pages/om.md), syns inte alls på sidan. Är en bild länken är bildens alt-text det som läses upp.
    .wrong =
        Vill du veta mer om oss? [Läs mer](../pages/om.md).
    .right =
        Läs mer om [vilka vi är och vad vi gör](../pages/om.md).

explain-FC0203 = En webbadress som länktext
    .why =
        En webbadress är gjord för datorer. En skärmläsare läser upp den tecken för tecken, i mobilen spräcker den raden, och den säger sällan vad sidan handlar om (WCAG 2.4.4).

        Skriv vad läsaren får veta, och gör de orden till länk. Du kan låta en kort adress stå om läsaren ska minnas den eller skriva in den själv, till exempel på en sida som ska skrivas ut.

        Namnet på en server räknas också som en webbadress: familj.se säger inget till den som inte redan känner till webbplatsen. Några tjänster heter som sin adress, till exempel 1177.se och Krisinformation.se. De namnen får stå, när länken leder till tjänstens startsida.

        En adress som står i texten blir en länk på sidan, men länken säger fortfarande inte vad som finns där.
    .wrong =
        Läs om öppna förskolan på <https://www.botkyrka.example/oppna-forskolan>.
    .right =
        Läs om [öppna förskolan](https://www.botkyrka.example/oppna-forskolan).

explain-FC0204 = En rubrik som hoppar över en nivå
    .why =
        Rubrikerna är sidans innehållsförteckning: ## för delarna, ### för delar av dem, och så vidare. Saknas en nivå tror den som går från rubrik till rubrik med en skärmläsare lätt att något har försvunnit på vägen (WCAG 1.3.1).

        Välj nivå efter vad som hör under vad, aldrig efter hur stor texten ser ut. Utseendet sköter temat. Att gå tillbaka uppåt, från #### till ##, går utmärkt.
    .wrong =
        ## Öppettider

        #### Helgdagar

        På helgdagar har vi stängt.
    .right =
        ## Öppettider

        ### Helgdagar

        På helgdagar har vi stängt.

explain-FC0205 = En alt-text som inget säger
    .why =
        Vissa program fyller i filens namn som alt-text. Den som lyssnar på sidan får då höra ”IMG 1234 J P G”, och bilden kunde lika gärna ha saknats (WCAG 1.1.1, som DOS-lagen 2018:1937 kräver). Ett enda kort ord, som ”lek” eller ”bild”, säger inte mer.

        Skriv vad bilden visar, som när du beskriver den för någon i telefon. Är den bara en utsmyckning skriver du ordet dekorativ mellan hakparenteserna. Det finns ingen god anledning att låta filnamnet stå.
    .wrong =
        ![IMG_1234.jpg](../images/lek.png)
    .right =
        ![Två barn bygger ett torn av träklossar](../images/lek.png)

explain-FC0206 = En alt-text som upprepar bildtexten
    .why =
        Bildtexten är till för alla, och alt-texten för dem som inte ser bilden. Är de lika säger skärmläsaren samma sak två gånger, och ingen får veta hur bilden ser ut (WCAG 1.1.1).

        Låt alt-texten beskriva det som syns, och bildtexten berätta vad det handlar om: vem, var och när. Du kan låta dem vara lika när det inte finns mer att se än det som bildtexten säger, till exempel en skylt som den citerar.
    .wrong =
        ![Barn leker](../images/lek.png "Barn leker")
    .right =
        ![Två barn bygger ett torn av träklossar](../images/lek.png "Klossarna är en favorit på öppna förskolan")

explain-FC0207 = En tabell med en tom rubrik
    .why =
        En skärmläsare säger kolumnens rubrik före varje ruta: ”Öppet, 9 till 12”. Är rubriken tom måste den som lyssnar minnas hur kolumnerna ligger (WCAG 1.3.1).

        Ge varje kolumn ett ord eller två. Bara den första rutan på rubrikraden får vara tom, när raderna har egna rubriker. Är hela raden tom kan du fundera på om det alls är en tabell. En lista fungerar ofta bättre, särskilt i mobilen.
    .wrong =
        | Dag | |
        | --- | --- |
        | Måndag | 9.00–12.00 |
        | Tisdag | 13.00–16.00 |
    .right =
        | Dag | Öppet |
        | --- | --- |
        | Måndag | 9.00–12.00 |
        | Tisdag | 13.00–16.00 |

explain-FC0208 = En replik som börjar med bindestreck
    .why =
        På svenska börjar det som någon säger med ett tankstreck och ett mellanslag. En sådan rad gör fcsite till ett citat. Med bindestreck blir det inte så: utan mellanslag blir raden ett vanligt stycke, och med mellanslag blir den en lista med en enda punkt.

        Skriv – (Alt+bindestreck på en Mac, Alt+0150 på siffertangenterna i Windows) eller två bindestreck, och sedan ett mellanslag. Menar du verkligen en lista med en punkt kan du låta den stå, eller göra den till en vanlig mening.
    .wrong =
        -Här känner vi oss hemma, säger en förälder.
    .right =
        – Här känner vi oss hemma, säger en förälder.

explain-FC0209 = Ett datum i siffror som går att missförstå
    .why =
        Är 3/4 den tredje april eller den fjärde mars? Svaret beror på vilket land man kommer från, och många som besöker en familjecentral har vuxit upp med en annan ordning än du. För somliga är det ett bråk.

        Skriv månaden som ord och året med fyra siffror: 3 april 2026. Det går inte att missförstå, och en skärmläsare säger det rätt. Du kan låta det stå om det inte är något datum, till exempel ett bråk eller ett husnummer.
    .wrong =
        Öppna förskolan öppnar igen 03/04/2026.
    .right =
        Öppna förskolan öppnar igen den 3 april 2026.

explain-FC0210 = En text som är svår att läsa
    .why =
        LIX, läsbarhetsindex, är ett mått på hur svår en svensk text är. Det lägger ihop två tal: hur många ord det i genomsnitt är i en mening, och hur många ord av hundra som har fler än sex bokstäver.

        En text på 120 ord i 6 meningar har 20 ord per mening. Är 36 av de 120 orden långa blir det 30 av hundra, och LIX blir 20 + 30 = 50. Under 30 är mycket lätt, 30–40 lätt och 40–50 medelsvårt. 50–60 är svårt, som byråkratsvenska, och över 60 mycket svårt. fcsite varnar från 50. Rubriker och listor räknas inte, och texter under 100 ord mäts inte.

        I en lång mening måste läsaren minnas början ända tills slutet kommer. Långa ord tar längre tid att läsa, särskilt för den som håller på att lära sig svenska, är trött eller har ett barn på armen. Enligt språklagen, 11 §, ska offentligt språk vara vårdat, enkelt och begripligt.

        Gör två meningar av en lång, och säg det viktigaste först. Byt substantiv mot verb: inte ”genomförande av anmälan sker” utan ”du anmäler dig”. Skriv ”du” och ”vi”. Gör en uppräkning inne i en mening till en lista med punkter. Välj det korta ordet när det finns två, och förklara det långa när det bara finns ett.

        LIX räknar, men läser inte. Ord som familjecentral och barnavårdscentral är långa och ändå rätt, och korta ord i en enda röra kan vara värre. Därför är det här ett tips och aldrig ett fel. Om du har läst texten högt och den flyter bra, låt den vara.

explain-FC0211 = En förkortning som inte är förklarad
    .why =
        BVC, MVC och BUP är vardagsord för den som arbetar där. För den som just har flyttat hit eller väntar sitt första barn är de gåtor.

        Skriv ut hela ordet första gången, med förkortningen inom parentes. Sedan räcker det med förkortningen. Att man ska kunna få veta vad förkortningar betyder står i WCAG (3.1.4, nivå AAA: god sed, men inget lagkrav), och språklagen, 11 §, kräver ett begripligt språk.

        Du kan låta förkortningen stå när alla läsare kan ordet, eller när den är en del av ett namn som du förklarar någon annanstans på sidan. Bara texter på svenska granskas.
    .wrong =
        Välkommen till BVC med ditt barn.
    .right =
        Välkommen till barnavårdscentralen (BVC) med ditt barn.

explain-FC0212 = Två färger med för liten kontrast
    .why =
        Blek text på blek botten, eller vitt på gult, är svårt att läsa för den som ser dåligt, och för alla som är ute i solen med barnvagnen. Lagen kräver tillräcklig kontrast (DOS-lagen 2018:1937): minst 4,5:1 mellan text och bakgrund (WCAG 1.4.3), och 3:1 för linjer och tecken som måste synas (WCAG 1.4.11).

        Gör en av de två färgerna mörkare eller ljusare tills kontrasten räcker. Ofta behövs det bara lite, och kulören kan vara kvar. Namnen visar vilka som hör ihop: color-on-accent är texten på color-accent.

        Är kommunens färg för ljus för text kan du ha den som bakgrund med mörk text på. Bara ren utsmyckning får ha mindre kontrast. Text får det inte, så rätta det innan du publicerar.
    .wrong =
        tokens:
          color-accent: "#ffc95c"
          color-on-accent: "#ffffff"
    .right =
        tokens:
          color-accent: "#ffc95c"
          color-on-accent: "#2a1d00"

explain-FC0213 = En färdig sida länkar till något som inte finns på webbplatsen
    .why =
        fcsite har gått igenom de färdiga sidorna och hittat en länk till en sida, eller till en rubrik på en sida, som inte finns. Länkarna i dina texter kontrolleras redan när webbplatsen byggs (FC0104). Här gäller det antingen ett ställe på en sida som inte är en text, till exempel en familjecentral, eller en länk i temat. Eller så har någon skrivit en sida på er egen webbplats med hela adressen, från https:// och framåt. Finns länken i en text visas stället.

        I en text tar du bort tecknet # och det som står efter det i adressen. Då leder länken till sidans början. Gäller det temat skickar du meddelandet till den som gör det. Du kan låta länken vara bara om du vet att sidan finns på samma server men kommer någon annanstans ifrån.

explain-FC0214 = En länk till en annan webbplats som inte fungerar
    .why =
        Med check --external provar fcsite länkarna till andra webbplatser. Den här gav ingen sida. Sidan kan vara borttagen, ha bytt adress eller ligga nere för tillfället.

        Prova själv i en webbläsare. Är den borta letar du upp den nya adressen på den andra webbplatsen, eller tar bort länken. En död länk till vård eller stöd kan lämna en familj utan hjälp.

        Du kan låta länken vara om sidan öppnas i din webbläsare: vissa webbplatser släpper inte in program, och en del är tillfälligt stängda. Prova då igen om några dagar. Om en server som ber fcsite att vänta sägs inget.

explain-FC0215 = En länk till en annan webbplats som har flyttat för gott
    .why =
        Länken leder fortfarande rätt, men den andra webbplatsen säger att sidan har flyttat till en ny adress för gott. Läsaren märker inget i dag, men förr eller senare tas gamla adresser bort.

        Öppna den nya adressen, se efter att sidan fortfarande är den som din text handlar om, och ändra länken. Det kan vänta tills du ändå ändrar i texten. Är den nya adressen bara en startsida eller en inloggning finns själva sidan nog inte kvar. Leta då upp en bättre.

explain-FC0216 = En länk som bara fungerar på ert eget nätverk
    .why =
        Adressen går till kommunens intranät eller till din egen dator. För dig fungerar den, men besökaren får ett felmeddelande. Den slinker ofta med när man kopierar adressen från sin egen webbläsare.

        Länka till den öppna sidan i stället, publicera dokumentet på webbplatsen, eller skriv det som läsaren behöver veta direkt i texten. Låt den stå bara om sidan är till för kollegor, och fundera då på om den hör hemma på en öppen webbplats.

explain-FC0217 = Något påhittat står kvar
    .why =
        När fcsite gör en ny webbplats hittar det på en kommun, en adress och några uppgifter, så att det finns något att titta på. Sådana adresser slutar på .example, som ingen kan äga, och telefonnumren är sådana som Post- och telestyrelsen har avsatt för filmer och böcker. Här står något av det kvar på en webbplats som har en egen kommun. Läsaren skulle ringa eller skriva till ingen.

        Skriv det riktiga, eller ta bort fältet. Mappen content/exempel tar du bort när du inte behöver exemplet längre. Provar du bara, och ska adressen vara påhittad, kan du stänga av varningen i site.yaml.
    .wrong =
        namn: Exempelkommunen
    .right =
        namn: Botkyrka kommun

explain-FC0218 = Tecken som syns på sidan
    .why =
        Rubriker, listor, tabeller och länkar skrivs med tecken som inte ska synas: # före en rubrik, - före en punkt, | mellan kolumner. Blir det ett mellanslag för mycket eller för lite, eller klistras texten in från ett annat program, visas tecknen för läsaren i stället.

        Se på sidan med fcsite serve och jämför med exemplet här. Text från Word och Excel behöver ofta skrivas om: punkter, tabeller och fetstil följer inte med. Text som är indragen fyra steg eller mer tas för programkod och radbryts inte på en telefon.
    .wrong =
        ##Det här behöver du

        • kläder för alla väder
    .right =
        ## Det här behöver du

        - kläder för alla väder

explain-FC0219 = Bokstäver som har gått sönder
    .why =
        Ord som Ã¶ppet och fÃ¶rskola uppstår när en fil sparas med en teckenkodning och läses med en annan. Ingen maskin ser att något är fel, men läsaren gör det, och en skärmläsare läser upp tecknen ett och ett.

        Kopiera texten på nytt från originalet, eller skriv rätt bokstäver. Spara sedan filen som UTF-8. I Anteckningar väljer du det vid Kodning när du sparar.
    .wrong =
        Förskolan är Ã¶ppen på måndag.
    .right =
        Förskolan är öppen på måndag.

explain-FC0225 = Rader som hamnar efter varandra
    .why =
        En radbrytning i filen blir bara ett mellanslag på sidan. Skriver du Plats: på en rad och Tid: på nästa står de därför efter varandra i samma rad, och är svåra att hitta. Detsamma gäller en fet rad som skulle vara en rubrik.

        Ska raderna brytas skriver du ett omvänt snedstreck sist på varje rad utom den sista. En lista är ofta ännu bättre, och en rubrik skrivs med ## så att den också hörs som rubrik. Är det löpande text som råkar ha korta rader kan du låta den vara.
    .wrong =
        Plats: Fittja torg
        Tid: 10.00–11.00
    .right =
        - Plats: Fittja torg
        - Tid: 10.00–11.00

explain-FC0226 = En rubrik som inte blev som du tänkte
    .why =
        En rad med --- direkt under en text gör texten till en rubrik. Ska det bli en linje behövs en tom rad emellan. En rubrik utan ord syns inte, men den som får sidans rubriker upplästa möter en som är tom. Klamrar efter en rubrik kommer ofta från ett annat program.

        Lämna en tom rad före ---, skriv rubrikens ord eller ta bort raden, och ta bort klamrarna. Det enda som betyder något där är en egen adress för rubriken, till exempel {"{"}#hitta-hit{"}"}.
    .wrong =
        Öppet måndag till fredag
        ---
    .right =
        Öppet måndag till fredag

        ---

explain-FC0227 = En privat e-postadress
    .why =
        Adressen går till en privat brevlåda hos till exempel Gmail eller Hotmail. Det som föräldrar skriver till en kommun eller region är ofta allmän handling och kan vara känsligt. Det hör inte hemma i någons privata brevlåda, och den som slutar tar den med sig.

        Skriv verksamhetens egen adress, helst en som flera läser. Har ni ingen skriver du kommunens kontaktcenter. Ett privat företag kan ha en sådan adress, och då kan du stänga av varningen i filen.
    .wrong =
        e-post: fittja@gmail.com
    .right =
        e-post: fittja@kommunen.example

explain-FC0228 = Namnet på en person där en funktion hör hemma
    .why =
        Fältet säger vem som ansvarar för uppgifterna. En person byter arbete, är ledig eller vill inte stå på webben, och då vet ingen vem som ska svara. Ett namn är också en personuppgift.

        Skriv en enhet eller en funktion i stället, till exempel Familjeenheten. Vem som har skrivit en nyhet kan du ange i författare:. Är det ingen person kan du låta det stå.
    .wrong =
        ansvarig: Anna Andersson
    .right =
        ansvarig: Familjeenheten

explain-FC0229 = Tillgänglighetsredogörelsen är för gammal
    .why =
        Redogörelsen ska stämma med webbplatsen som den är nu. Myndigheten för digital förvaltning räknar med att den ses över minst en gång om året. Här har det gått längre tid, eller så har den dag passerat då en brist skulle vara åtgärdad.

        Gå igenom webbplatsen på nytt, och skriv sedan de nya datumen. Skriv inte bara ett nytt datum: lagen kräver att det som står är sant.
    .wrong =
        tillgänglighetsredogörelse:
          status: helt
          bedömd: 2024-05-04
          uppdaterad: 2024-05-04
          metod: egen
          återkoppling: https://kommunen.example/tillganglighet
    .right =
        tillgänglighetsredogörelse:
          status: helt
          bedömd: 2026-05-04
          uppdaterad: 2026-05-04
          metod: egen
          återkoppling: https://kommunen.example/tillganglighet

explain-FC0240 = Ett tecken som inte syns
    .why =
        Texten har ett tecken som ingen ser. Sådana kommer med när man kopierar ur Word, InDesign, en pdf eller en telefonbok. En del vänder på texten, så att läsaren ser ”ochny rad” där det står något annat. Andra delar ett ord så att det varken går att söka efter eller kopiera, eller syns som en ruta i vissa webbläsare.

        Sudda från bokstaven före stället till den efter, och skriv de orden för hand. I meddelandet visas tecknet som sin kod, till exempel \u{"{"}200b{"}"}.

        Tecken som en text behöver varnar fcsite inte för: de som persiska och emojier sätts ihop med, dolda bindestreck mitt i långa ord, och skrivriktning i arabiska texter.
    .wrong =
        Vår barn&ZeroWidthSpace;morska svarar på måndagar.
    .right =
        Vår barnmorska svarar på måndagar.

explain-FC0241 = HTML-kod i ren text
    .why =
        I en webbsidas källkod skrivs & som &amp; och Å ibland som &Aring;. Följer koderna med när du kopierar därifrån, ser läsarna dem: ”Mat &amp; lek”. Titlar och andra fält är ren text, och där står varje tecken för sig självt. Taggar som <b> och <br> syns också som de står.

        Skriv tecknet som du vill att läsarna ska se. I texten under titeln gör du fetstil med två stjärnor: **så här**.
    .wrong =
        rubrik: "Mat &amp; lek"
    .right =
        rubrik: Mat & lek

explain-FC0242 = Celler som ingen ser
    .why =
        En tabell har så många kolumner som rubrikerna på första raden. Har en rad fler celler än så visas de sista inte, och den som läser vet inte att något saknas. Ofta är det en rubrik som fattas.
    .wrong =
        | Namn | Telefon |
        |---|---|
        | Receptionen | Måndag 9–12 | 1177 |
    .right =
        | Namn | Tid | Telefon |
        |---|---|---|
        | Receptionen | Måndag 9–12 | 1177 |

explain-FC0243 = En familjecentral med en annans uppgifter
    .why =
        Den som gör en fil för en ny familjecentral kopierar gärna en annans. Det som inte ändras följer med ut. Då ringer föräldrarna till den gamla, skriver dit och bokar tider där. Filen är rätt i sig, så det märks först när man jämför.

        Varningen kommer när en familjecentral har minst två nummer eller e-postadresser och alla är en annan familjecentrals, och när en verksamhet, en e-postadress eller en länk har en annan familjecentrals namn i sig. En växel för sig och kommunens eget nummer får många dela.

explain-FC0244 = En adress som inte kan stämma
    .why =
        En webbplats namn har minst en punkt och inga kommatecken, en e-postadress har ett @ och ett namn med punkt efter det, och https:// står en gång. Annars kommer ingen fram som trycker på länken.

        Detsamma gäller det som skulle vara en e-postadress i en text: ett komma i stället för punkten, ett mellanslag vid @, eller (at) i dess ställe.
    .wrong =
        Läs om [föräldrapenning](https://https://www.forsakringskassan.se).
    .right =
        Läs om [föräldrapenning](https://www.forsakringskassan.se).

explain-FC0245 = Ett telefonnummer som inte står i någon fil
    .why =
        När en familjecentral byter nummer ändras det i dess fil, men det gamla numret står kvar i de texter där någon har skrivit det. Ingen ser det förrän en förälder ringer och inte kommer fram.

        Skriv {"{"}telefon fittja{"}"} i texten i stället för numret. Då står alltid det rätta. Nummer till andra myndigheter finns inte i filerna, så det här är en fråga och inget fel: kontrollera numret och låt det stå. Om 112, 1177 och nummer som börjar på 020 eller 077 frågar fcsite inte. Har en text fler än fyra sådana nummer, som en personallista har, kommer en enda fråga om alla.
    .wrong =
        Ring oss på 08-123 45 00.
    .right =
        Ring oss på {"{"}telefon fittja{"}"}.

explain-FC0246 = En dag eller tid som inte stämmer
    .why =
        En familj som litar på ”onsdagen den 8 december 2026” kommer fel dag, för den dagen är en tisdag. Felen kommer oftast när man återanvänder förra årets text. fcsite jämför veckodagen med datumet, och ser om dagen, veckan eller klockslaget finns och om en tid slutar innan den börjar.

        Står det inget år räknar fcsite med den närmaste dagen från textens datum, och säger bara till när inget år i närheten passar. Skriv gärna året: då går det inte att missförstå.
    .wrong =
        Välkommen onsdagen den 8 december 2026.
    .right =
        Välkommen tisdagen den 8 december 2026.

explain-FC0247 = En översättning som inte stämmer med originalet
    .why =
        En sida som heter engelska men är på svenska hjälper ingen: den som behöver engelskan kan inte läsa den, och en skärmläsare läser upp svenskan med engelskt uttal. Det händer när fcsite new translation har gjort filen och bara märkena har tagits bort.

        Sista dag, familjecentraler och datum är desamma på alla språk. Ändras de i originalet måste de ändras i översättningen, annars får läsarna olika besked.

explain-FC0248 = En aktivitet som finns två gånger
    .why =
        Samma aktivitet med samma titel, samma dag och samma tid visas två gånger på sidan. Besökaren undrar om det är två grupper. Det händer när man kör fcsite new activity en gång till, eller kopierar i filen.

        Är det två grupper som träffas samtidigt, låt titlarna säga vad som skiljer: Sångstund för bebisar och Sångstund för ettåringar. Samma aktivitet under olika perioder, med startar: och slutar:, är ingen dubblett.
    .wrong =
        aktiviteter:
          - id: sang
            rubrik: Sångstund
            dag: måndag
            från: "10.00"
            till: "10.30"
          - id: sang-2
            rubrik: Sångstund
            dag: måndag
            från: "10.00"
            till: "10.30"
    .right =
        aktiviteter:
          - id: sang
            rubrik: Sångstund
            dag: måndag
            från: "10.00"
            till: "10.30"

explain-FC0249 = Ett telefonnummer som inte går att ringa
    .why =
        Det som ser ut som ett telefonnummer men har en siffra för lite eller för mycket, ett bindestreck på fel plats eller bokstaven O i stället för en nolla går inte att trycka på. Det finns inte heller i fcsite list phones, så det blir kvar när numret ändras.
    .wrong =
        Ring oss på 06118-34 81 000.
    .right =
        Ring 1177 om du är orolig.

explain-FC0250 = En familjecentral som ligger långt bort på kartan
    .why =
        Kartan visar det som lat: och lon: säger. Med en siffra fel, eller när de har följt med från en annan familjecentrals fil, åker familjen till fel plats. Därför säger fcsite till om en familjecentral som ligger mer än 50 km från alla andra i kommunen. Av två är det den vars fil kommer senare.

        Sök upp adressen på en karta och kopiera siffrorna därifrån. I en stor kommun kan båda vara rätt. Stäng då av varningen i filen.

explain-FC0251 = Tider för hela huset, där en verksamhet har egna
    .why =
        En period eller avvikelse utan verksamheter: gäller familjecentralen och alla verksamheter, också dem som har egna öppettider. Skriver du att huset har öppet 9–11 hela sommaren står det så hos barnmorskan också, även om hon bara är där på måndagar. Då kommer någon till en stängd dörr.

        Skriv verksamhetens egna tider för de dagarna. Är det verkligen öppet så, stäng av varningen i filen.
    .wrong =
        verksamheter:
          - typ: bvc
            öppettider: {"{"}måndag: 13–16{"}"}
          - typ: öppen förskola
        perioder:
          - {"{"}rubrik: Jultider, från: 2026-12-14, till: 2027-01-03, öppettider: {"{"}måndag–fredag: 9–11{"}"}{"}"}
    .right =
        verksamheter:
          - typ: bvc
            öppettider: {"{"}måndag: 13–16{"}"}
            perioder:
              - {"{"}rubrik: Jultider, från: 2026-12-14, till: 2027-01-03, öppettider: {"{"}måndag: 13–15{"}"}{"}"}
          - typ: öppen förskola
        perioder:
          - {"{"}rubrik: Jultider, från: 2026-12-14, till: 2027-01-03, öppettider: {"{"}måndag–fredag: 9–11{"}"}{"}"}

explain-FC0252 = Avvikelser och perioder som har varit
    .why =
        Alla dagarna har passerat, så det som står visas inte längre. Ofta är det bara gammalt. Men ett fel årtal ser likadant ut: den som i december skriver 2026-01-05 menar januari nästa år, och då syns det stängda inte för någon.

        Det som har varit i högst två veckor nämns inte.
    .wrong =
        avvikelser:
          - {"{"}datum: 2026-01-05, stängt: ja, orsak: Planeringsdag{"}"}
    .right =
        avvikelser:
          - {"{"}datum: 2027-01-05, stängt: ja, orsak: Planeringsdag{"}"}

explain-FC0253 = En hel adress i menyn till en egen sida
    .why =
        En adress som är kopierad från webbläsaren går att använda, men den leder alltid till samma språk, ser ut som en länk till en annan webbplats och följer inte med om webbplatsen flyttar. Med sida: eller familjecentral: vet fcsite vad den leder till.
    .wrong =
        meny:
          - {"{"}rubrik: Om oss, länk: https://prov.example/botkyrka/om/{"}"}
    .right =
        meny:
          - {"{"}rubrik: Om oss, sida: om{"}"}

explain-FC0254 = För mycket på ett ställe
    .why =
        Det som står i en familjecentrals fil visas på många sidor: namnet och telefonnumret i varje text som frågar efter dem, avvikelserna i öppettiderna vid varje verksamhet. Därför finns det ett tak för hur långa fälten och listorna får vara, långt över vad någon brukar behöva. Utan taket skulle några få rader kunna göra sidor som ingen telefon orkar visa.

        Oftast är det något som har klistrats in på fel ställe. Ta bort det, eller dela upp texten på flera filer.

explain-FC0255 = Mobilnummer bredvid namn
    .why =
        En lista över personalen med allas mobiler är praktisk, men det som står på en webbplats sprids och går inte att ta tillbaka. Är numret någons eget är det en personuppgift, och när någon slutar ringer föräldrarna fel. Skriv numret till verksamheten och vad man kan fråga om.

        Nummer som står i familjecentralens eller kommunens egen fil räknas som verksamhetens. Frågan ställs en gång för varje fil.
    .wrong =
        Ring Anna Andersson på 070-174 06 05.
    .right =
        Ring öppna förskolan på 070-174 06 05.

explain-FC0256 = Ett meddelande utan slut, om något som har varit
    .why =
        Ett meddelande utan till: visas tills någon tar bort det. Talar det om dagar som alla har varit för mer än en vecka sedan, eller har det stått i ett halvår, är det troligen glömt. Besökaren litar då inte på resten heller.
    .wrong =
        meddelanden:
          - rubrik: Stängt den 2 november 2026
    .right =
        meddelanden:
          - rubrik: Stängt den 2 december 2026
            till: 2026-12-02

explain-FC0257 = En tid mitt i natten
    .why =
        Ingen familjecentral öppnar före klockan sex på morgonen. Oftast är tiden skriven så som vi säger den: ett till fyra på eftermiddagen är 13–16. På sidan stod det annars 01.00–04.00.
    .wrong =
        öppettider:
          onsdag: 1–4
    .right =
        öppettider:
          onsdag: 13–16

explain-FC0258 = Gata, postnummer och ort i samma fält
    .why =
        Gatan, postnumret och orten har ett fält var, för att sidan, kartan och de öppna uppgifterna ska kunna visa dem var för sig. Står allt i samma fält kommer postnumret två gånger på sidan, och kartan hittar inte fram.
    .wrong =
        adress:
          gata: Fittja Torg 19, 145 61 Norsborg
          postnummer: 145 61
          ort: Norsborg
    .right =
        adress:
          gata: Fittja Torg 19
          postnummer: 145 61
          ort: Norsborg

explain-FC0259 = En tabellrad som har gått sönder
    .why =
        I filen är varje rad i en tabell en enda rad, hur lång den än blir. Fortsätter den på nästa rad, eller står en text direkt under tabellen, blir det en rad till i tabellen, och orden hamnar i den första kolumnen. Den som läser tabellen med skärmläsare hör dem under fel rubrik.
    .wrong =
        | Dag | Tid |
        |---|---|
        | Måndag | 9–12
        och 13–16 |
        | Tisdag | 10–12 |
    .right =
        | Dag | Tid |
        |---|---|
        | Måndag | 9–12 och 13–16 |
        | Tisdag | 10–12 |

explain-FC0260 = En annan familjecentrals telefonnummer
    .why =
        När en familjecentral får ett nytt nummer blir det gamla lätt kvar i texterna. Har en annan familjecentral samma nummer finns det fortfarande på webbplatsen, men den som ringer hamnar fel.

        fcsite jämför bara där texten säger vilken familjecentral den handlar om: i familjecentraler:, med en länk, en ruta eller ord inom klamrar, eller för att det är familjecentralens egen fil. Nämns den andra familjecentralen i texten hör numret till den. Kommunens eget nummer får stå överallt.

explain-FC0261 = En text på ett annat språk än filens
    .why =
        Sidans språk kommer från filens namn: nyhet.md är på webbplatsens språk, nyhet.en.md på engelska. En skärmläsare läser upp texten med det språkets uttal, och den som har valt språket kan inte läsa texten (WCAG 3.1.1). Det händer när man glömmer språket i filnamnet, eller sparar över fel fil.

        fcsite känner igen svenska och engelska på de små orden, och säger bara till om texten är minst trettio ord lång och det inte råder någon tvekan.

explain-FC0262 = Samma sak två gånger i menyn
    .why =
        Menyn står på varje sida. Leder två rader till samma ställe, eller heter två ställen likadant, vet läsaren inte vilken hen ska välja, och den som lyssnar hör båda på varje sida.
    .wrong =
        meny:
          - rubrik: Om oss
            sida: om
          - rubrik: Vilka vi är
            sida: om
    .right =
        meny:
          - rubrik: Om oss
            sida: om

explain-FC0263 = En hänvisning till något som inte finns
    .why =
        ”Se tiderna nedan” längst ner på en sida får läsaren att leta efter något som inte finns. Oftast har det flyttats eller tagits bort. En nyhet om familjecentraler visar dem under texten, och där säger fcsite ingenting.
    .wrong =
        Välkommen till oss. Anmäl dig i formuläret nedan.
    .right =
        Välkommen till oss. Anmäl dig hos personalen.

explain-FC0264 = En avvikelse som gäller länge
    .why =
        En avvikelse är några dagar när det inte är som vanligt: en röd dag, en planeringsdag, några veckor på sommaren. Blir årtalet fel i till: gäller den i stället i över ett år, och så länge visar sidan fel tider. fcsite frågar när en avvikelse är längre än 120 dagar.
    .wrong =
        avvikelser:
          - från: 2027-06-21
            till: 2028-08-13
            stängt: ja
    .right =
        avvikelser:
          - från: 2027-06-21
            till: 2027-08-13
            stängt: ja

explain-FC0265 = Öppna data utan utgivare
    .why =
        fcsite gör filer av uppgifterna på era sidor (data/), och en förteckning över dem för Sveriges dataportal (datasets/dcat). Portalen tar inte emot en förteckning utan att veta vem som ger ut den, och den känner organisationer på deras nummer. Utan nummer blir det därför filer men ingen förteckning.

        Skriv organisationsnummer: i site.yaml, eller i municipality.yaml för en kommun som ger ut i eget namn. Be sedan dem som sköter er organisations data på dataportal.se att lägga till förteckningens adress. Hur står i docs/sv/oppna-data.md.

        Det här sägs bara om en webbplats som har en egen adress.

explain-FC0270 = Det är inga veckor
    .why =
        Veckor skrivs med nummer och år, så som de står i almanackan: v. 28–30 2026. Året behövs, för filen finns kvar nästa sommar också, och då vore det en annan vecka. De räknas från måndag till söndag.
    .wrong =
        avvikelser:
          - veckor: v. 28–30
            stängt: ja
    .right =
        avvikelser:
          - veckor: v. 28–30 2026
            stängt: ja

explain-FC0271 = En vecka som inte finns
    .why =
        De flesta år har 52 veckor, några har 53: 2026 har det, 2027 har det inte. Över nyår har varje vecka sitt eget år.
    .wrong =
        avvikelser:
          - veckor: v. 53 2027
            stängt: ja
    .right =
        avvikelser:
          - veckor: v. 53 2026
            stängt: ja

explain-FC0272 = Hur ofta en aktivitet är går inte att förstå
    .why =
        fcsite räknar själv ut varje dag, och måste därför förstå utan att gissa. ”Varannan vecka” kan vara två olika rader i kalendern, så det behöver sägas från vilken dag. Jämna och udda veckor är numren i almanackan. Efter ett år med 53 veckor följer två udda veckor på varandra.
    .wrong =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            upprepas: ibland
            från: 10.00
            till: 10.30
    .right =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            upprepas: jämna veckor
            från: 10.00
            till: 10.30

explain-FC0273 = Det framgår inte när en avvikelse gäller
    .why =
        En avvikelse gäller en dag eller en period (från: och till:), hela veckor (veckor:) eller några dagar för sig (datum:). Står inget av dem, eller flera, går det inte att veta vilka dagar som menas.
    .wrong =
        avvikelser:
          - stängt: ja
            orsak: Planeringsdag
    .right =
        avvikelser:
          - datum:
              - 2026-12-14
              - 2027-01-25
            stängt: ja
            orsak: Planeringsdag

explain-FC0274 = Det framgår inte när en aktivitet är
    .why =
        En aktivitet är på en veckodag (dag:), flera (dagar:) eller ett eller flera datum (datum:). Med ett datum är den bara då, så upprepas: hör inte dit.
    .wrong =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            från: 10.00
            till: 10.30
    .right =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30

explain-FC0275 = Flyttat till ingenstans
    .why =
        Den som läser vill veta när aktiviteten är i stället: en ny dag, en ny tid eller båda. Är den inte alls, så är den inställd.
    .wrong =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30
            flyttat:
              - datum: 2026-12-08
    .right =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30
            flyttat:
              - datum: 2026-12-08
                till: 2026-12-09

explain-FC0276 = En avvikelse som aldrig gäller
    .why =
        Står flera avvikelser för samma dag gäller den som står sist i filen. Så går det att stänga tre veckor och ändå ha öppet en dag i dem: skriv dagen efter veckorna. Men täcker den senare alla dagar i den tidigare, så syns den tidigare aldrig.
    .wrong =
        avvikelser:
          - från: 2026-12-14
            öppettider: 9–12
          - från: 2026-12-10
            till: 2026-12-20
            stängt: ja
    .right =
        avvikelser:
          - från: 2026-12-10
            till: 2026-12-20
            stängt: ja
          - från: 2026-12-14
            öppettider: 9–12

explain-FC0277 = Perioder som går in i varandra
    .why =
        En period är en annan vecka än den vanliga: sommartider, till exempel. Finns en dag i två perioder gäller den som står sist. Oftast är det en slutdag som har blivit fel.
    .wrong =
        perioder:
          - rubrik: Sommartider
            från: 2027-06-15
            till: 2027-08-16
            öppettider:
              måndag–fredag: 9–11
          - rubrik: Hösttider
            från: 2027-08-10
            till: 2027-12-15
            öppettider:
              måndag–fredag: 9–12
    .right =
        perioder:
          - rubrik: Sommartider
            från: 2027-06-15
            till: 2027-08-09
            öppettider:
              måndag–fredag: 9–11
          - rubrik: Hösttider
            från: 2027-08-10
            till: 2027-12-15
            öppettider:
              måndag–fredag: 9–12

explain-FC0278 = En aktivitet utanför öppettiderna
    .why =
        En aktivitet hör till en verksamhet, oftast den öppna förskolan. Den visas inte de dagar då verksamheten är stängd, och den som kommer efter stängningsdags möter en låst dörr. Ofta är det en tid som har blivit fel, eller en verksamhet som inte är angiven.
    .wrong =
        öppettider:
          måndag–fredag: 9–12
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 13.00
            till: 13.30
    .right =
        öppettider:
          måndag–fredag: 9–12
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30

explain-FC0279 = En aktivitet som aldrig blir av
    .why =
        Terminen är slut, alla dagar är stängda eller så finns det ingen dag som passar: en tisdag mellan onsdag och fredag, till exempel. Aktiviteten finns i filen men ingen kan komma på den.
    .wrong =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30
            startar: 2027-02-03
            slutar: 2027-02-05
    .right =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30
            startar: 2027-02-02
            slutar: 2027-05-25

explain-FC0280 = En anmälan som har stängt
    .why =
        På sidan står det att anmälan har stängt. Det är rätt för en grupp som är full. Men finns det plats, eller går det att ringa, så vill en familj veta det.
    .wrong =
        aktiviteter:
          - id: babymassage
            rubrik: Babymassage
            dag: tisdag
            från: 10.00
            till: 10.30
            anmälan:
              telefon: 08-465 004 04
              sista dag: 2026-11-10
    .right =
        aktiviteter:
          - id: babymassage
            rubrik: Babymassage
            dag: tisdag
            från: 10.00
            till: 10.30
            anmälan:
              telefon: 08-465 004 04

explain-FC0281 = Inget skulle vara den dagen
    .why =
        En dag som ställs in, flyttas eller tas undan ska vara en dag då aktiviteten annars hade varit. Oftast är det ett datum som hör till en annan veckodag, och då visas den rätta dagen som vanligt.
    .wrong =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30
            inställt:
              - datum: 2027-02-03
                orsak: Sjukdom
    .right =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30
            inställt:
              - datum: 2027-02-02
                orsak: Sjukdom

explain-FC0282 = Flyttad till en dag då det är stängt
    .why =
        En aktivitet är inte av en dag då dess verksamhet är stängd: inte heller när den har flyttats dit. Då visas den som inställd.
    .wrong =
        öppettider:
          måndag–fredag: 9–12
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30
            flyttat:
              - datum: 2027-02-02
                till: 2027-02-06
    .right =
        öppettider:
          måndag–fredag: 9–12
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30
            flyttat:
              - datum: 2027-02-02
                till: 2027-02-05

explain-FC0283 = Jämna eller udda veckor som inte går ihop med första dagen
    .why =
        Den första dagen är en av aktivitetens veckodagar, men i en vecka av det andra slaget. Då börjar den en vecka senare än någon har tänkt, eller så ska det vara de andra veckorna.
    .wrong =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            upprepas: jämna veckor
            från: 10.00
            till: 10.30
            startar: 2027-02-02
    .right =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            upprepas: udda veckor
            från: 10.00
            till: 10.30
            startar: 2027-02-02

explain-FC0284 = Det går inte att veta i vilka veckor, eller på vilken dag
    .why =
        ”Varannan vecka” kan vara två olika rader i kalendern, så det behöver sägas från vilken dag: under upprepas: eller under startar:. Och säger upprepas: vilken veckodag det är, så måste det vara samma som under dag:.
    .wrong =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            upprepas: varannan vecka
            från: 10.00
            till: 10.30
    .right =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            upprepas: varannan vecka från 2026-12-01
            från: 10.00
            till: 10.30

explain-FC0285 = Terminen slutar snart, och inget kommer efter den
    .why =
        När den sista aktiviteten är slut är sidan tom, och den som tittar tror att familjecentralen har lagt ner sin verksamhet. Granskningen påminner två veckor före, om inget står efteråt för samma verksamhet. Den påminner också när en period med egna tider är slut och det inte finns några vanliga öppettider.
    .wrong =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30
            slutar: 2026-11-24
    .right =
        aktiviteter:
          - id: sangstund
            rubrik: Sångstund
            dag: tisdag
            från: 10.00
            till: 10.30
            slutar: 2026-11-24
          - id: sangstund-var
            rubrik: Sångstund
            dag: onsdag
            från: 10.00
            till: 10.30
            startar: 2027-01-13

explain-FC0286 = En planeringsdag när det är stängt ändå
    .why =
        En planeringsdag eller utbildningsdag är en arbetsdag då ni inte tar emot besök. Står den på en röd dag, eller på en veckodag då det alltid är stängt, är ett datum nog fel, och den rätta dagen står som öppen.
    .wrong =
        öppettider:
          måndag–fredag: 9–12
        avvikelser:
          - från: 2027-01-06
            stängt: ja
            orsak: Planeringsdag
    .right =
        öppettider:
          måndag–fredag: 9–12
        avvikelser:
          - från: 2027-01-07
            stängt: ja
            orsak: Planeringsdag

explain-FC0287 = Aktiviteter utan ålder
    .why =
        Det första en förälder frågar är om aktiviteten är för hennes barn. Den som söker på ålder på sidan Det här händer ser alla aktiviteter utan ålder, också dem som inte passar. Skriv åldern i månader, eller vem aktiviteten är för. Du får den här raden en gång för varje fil, när det finns flera aktiviteter att välja bland.
    .wrong =
        aktiviteter:
          - id: babycafe
            rubrik: Babycafé
            dag: tisdag
            från: 10.00
            till: 11.00
          - id: sangstund
            rubrik: Sångstund
            dag: torsdag
            från: 10.00
            till: 10.30
            ålder i månader: {"{"}från: 0, till: 36{"}"}
    .right =
        aktiviteter:
          - id: babycafe
            rubrik: Babycafé
            dag: tisdag
            från: 10.00
            till: 11.00
            ålder i månader: {"{"}från: 0, till: 12{"}"}
          - id: sangstund
            rubrik: Sångstund
            dag: torsdag
            från: 10.00
            till: 10.30
            ålder i månader: {"{"}från: 0, till: 36{"}"}

explain-FC0288 = Datum för en aktivitet som inte går ihop
    .why =
        Vart och ett av datumen är riktigt, men ihop kan de inte vara menade: en dag som är flyttad flera månader, en som är både inställd och flyttad, en sista dag att anmäla sig när allt är slut. Oftast är det fel år eller fel månad.
    .wrong =
        aktiviteter:
          - id: babymassage
            rubrik: Babymassage
            dag: tisdag
            från: 10.00
            till: 10.30
            slutar: 2027-03-30
            flyttat:
              - {"{"}datum: 2026-12-08, till: 2027-12-09{"}"}
    .right =
        aktiviteter:
          - id: babymassage
            rubrik: Babymassage
            dag: tisdag
            från: 10.00
            till: 10.30
            slutar: 2027-03-30
            flyttat:
              - {"{"}datum: 2026-12-08, till: 2026-12-09{"}"}

explain-FC0289 = Drop-in som man anmäler sig till
    .why =
        Den som läser båda vet inte om det går att komma. Drop-in betyder att ingen anmäler sig.
    .wrong =
        aktiviteter:
          - id: babymassage
            rubrik: Babymassage
            dag: tisdag
            från: 10.00
            till: 10.30
            besök: drop-in
            anmälan:
              epost: namn@example.se
    .right =
        aktiviteter:
          - id: babymassage
            rubrik: Babymassage
            dag: tisdag
            från: 10.00
            till: 10.30
            besök: bokning
            anmälan:
              epost: namn@example.se
explain-FC0290 = En synonym utan något annat ord
    .why =
        En grupp av synonymer är ord som betyder samma sak för den som söker. Den som skriver ett av dem hittar det som har ett annat. Därför har en grupp minst två: ett namn som folk använder, och det som står på sidorna. Stora bokstäver och skiljetecken spelar ingen roll.
    .wrong =
        synonymer:
          - [Gula huset]
    .right =
        synonymer:
          - [Gula huset, Fittja]

explain-FC0310 = En fil som inte går att hämta in
    .why =
        fcsite import läser aktiviteter ur arbetsböcker från Excel (.xlsx) och ur CSV, texter från Word (.docx) och exporter från WordPress (.xml). Vad filen är avgörs av vad som står i den, inte av vad den heter. Är den sparad i ett äldre format (.xls, .doc), öppna den och spara den i det nya. En lista med aktiviteter behöver en rad med rubriker, till exempel Aktivitet, Dag och Tid.

explain-FC0320 = En karta som inte kan läsas
    .why =
        På kartfilen map.geojson ritas en karta på framsidan. Den behöver ytor eller linjer med longitud och latitud i grader. Allt annat som står i filen, som namn och nummer, läses inte och publiceras inte.

        Kartprogram sparar ofta i SWEREF 99, där koordinaterna är meter. Välj WGS 84 (EPSG:4326) när du exporterar.

explain-FC0321 = En karta som inte visar allt
    .why =
        En karta med en enda punkt säger inget, och med för många punkter går de inte att trycka på. En familjecentral utanför kartans kanter kan inte ritas. Den som tittar på kartan tror lätt att den visar allt.

explain-FC0330 = Ett arkiv som är skadat
    .why =
        Arkivet har en lista, SHA256SUMS, med en kontrollsumma för varje fil. Inför varje tillägg räknas summorna om, och när en dag ska visas jämförs också varje del av årets fil med sin egen summa. Stämmer en av dem inte har filen ändrats sedan den skrevs: av en trasig disk, en avbruten kopiering eller av någon som sparat om den.

        fcsite skriver aldrig över ett skadat arkiv, för det som är kvar kan vara det enda som finns. Ta tillbaka filen från en säkerhetskopia. Utan kopia: låt mappen vara, säg till arkivarien, och låt nästa publicering börja ett nytt arkiv i en tom mapp.

explain-FC0331 = Något som inte kunde arkiveras eller visas
    .why = Arkivet ligger i en egen mapp, där inget annat än arkivet finns. Det som publiceras läggs till där efteråt. Går det inte (disken är full, mappen går inte att nå, någon annan håller på) är arkivet som det var, och webbplatsen är publicerad ändå. Kommandot fcsite archive gör om försöket, och lägger inte till något som redan finns.
