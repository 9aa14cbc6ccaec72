# Vad som kan vara fel. Ett meddelande för varje kod: vad som är fel, med vanliga ord, och under .help vad man skriver i stället.

FC0001 = Det finns ingen content/site.yaml här.
    .help = Kör fcsite i mappen där content/ ligger, eller ange den mappen med --source. En ny webbplats i en tom mapp gör du med: fcsite init
FC0002 = Det här går inte att läsa: { $reason }.
    .help = Kontrollera att filen finns och att du får läsa den.
FC0003 = { $encoding ->
        [office] Det här är en fil från Word, Excel eller liknande, vad namnet än slutar på.
        [UTF-16] Filen är sparad som UTF-16 (”Unicode”), och det kan fcsite inte läsa.
        [latin-1] Filen är sparad med en äldre teckenkodning (ANSI, Latin-1). Den första bokstaven som inte går att läsa står på rad { $line }.
       *[none] Filen är inte text i UTF-8{ $line ->
            [0] {""}
           *[other] {" "}(det första felaktiga tecknet står på rad { $line })
        }.
    }
    .help = { $encoding ->
        [office] Öppna den i sitt eget program, kopiera texten och spara den i en textredigerare som vanlig text i UTF-8.
        [none] Öppna filen i din textredigerare och spara den med teckenkodningen UTF-8. Är den ingen textfil, flytta ut den ur content/.
       *[other] Spara filen som UTF-8. I Anteckningar: Arkiv, Spara som, och välj UTF-8 vid Kodning. I Excel: Arkiv, Spara som, CSV UTF-8. I VS Code: klicka på teckenkodningen nere till höger, sedan Save with Encoding och UTF-8.
    }
FC0004 = Filen är { $size } MB. fcsite läser filer på högst { $limit } MB.
    .help = Gör filen mindre, eller dela upp den.
FC0005 = I mappen ”{ $folder }” saknas municipality.yaml.
    .help = Varje mapp i content/ är en kommun, utom _shared. Skriv { $folder }/municipality.yaml, eller flytta ut mappen ur content/.
FC0006 = Namnet ”{ $name }” kan inte ingå i en webbadress.
    .help = Använd bara a–z, 0–9 och bindestreck. Skriv i stället ”{ $proposal }”, eller ett annat namn om det redan finns.
FC0007 = fcsite läser inte den här filen, så den kommer inte med på webbplatsen.
    .help = Familjecentraler ska ligga i centres/ (.yaml), texter i news/ eller pages/ (.md) och bilder i images/. { $proposal ->
        [none] Flytta eller döp om filen, eller ta bort den.
       *[other] Menade du ”{ $proposal }”?
    }
FC0008 = Adressen { $url } används två gånger: här och i { $other }.
    .help = Byt namn på den ena, eller ta bort den som inte behövs.
FC0009 = Det här är en symbolisk länk (ett slags genväg), och fcsite följer inte sådana.
    .help = Lägg själva filen här i stället.
FC0010 = Det finns ingen kommun ”{ $name }”.
    .help = { $proposal ->
        [none] Skriv namnet på en mapp i content/.
       *[other] Menade du ”{ $proposal }”?
    }
FC0011 = På den här raden står ett tecken som inte hör hemma i en text (U+{ $character }).
    .help = Ta bort tecknet, också om det är skrivet med en kod (\x1b eller &#27;). Det kan ha följt med när texten kopierades.
FC0012 = fcsite använder själv namnet ”{ $name }” här.
    .help = { $kind ->
        [folder] Byt namn på mappen { $path }, till exempel till { $proposal }. Kommunens namn i municipality.yaml får vara kvar.
        [new-municipality] Välj en annan adress med --id. Kommunens namn får vara kvar. Exempel: --id { $proposal }
        [new-page] Välj en annan adress med --id. Titeln får vara kvar. Exempel: --id { $proposal }
       *[file] Byt namn på filen { $path }, till exempel till { $proposal }. Rubriken i filen får vara kvar.
    }
FC0013 = { $kind ->
        [folder] Mappen ser ut att vara en kopia av { $original }.
        [picture] Bilden ser ut att vara en kopia av { $original }, och ingen text visar den.
        [document] Dokumentet ser ut att vara en kopia av { $original }, och ingen text länkar till det.
       *[file] Filen ser ut att vara en kopia av { $original }.
    } Inget av den publiceras.
    .help = Jämför de två, se till att det som är rätt står i { $name }, och ta bort den här. Om det inte är en kopia, ge den ett annat namn.
FC0014 = { $why ->
        [device] Windows kan inte ha en fil eller mapp som heter ”{ $name }”: där är det namnet på en enhet.
        [end] Windows kan inte ha en fil eller mapp med ett namn som slutar på punkt eller mellanslag: ”{ $name }”.
       *[sign] Windows kan inte ha en fil eller mapp med ett sådant tecken i namnet: { $name }
    }
    .help = Kalla den ”{ $proposal }”, eller något annat, och ändra namnet där den används.
FC0015 = Namnet är för långt: { $length } tecken, och gränsen är { $limit }.
    .help = Kalla den ”{ $proposal }”, eller något annat. Titeln som läsarna ser får vara lika lång som förut.

FC0020 = Det här går inte att läsa: { $reason }.
    .help = { $advice ->
        [tab] Ta bort tabbtecknet och gör indraget med mellanslag, två för varje nivå. Många textredigerare kan göra det åt dig: leta efter ”mellanslag” eller ”spaces” i inställningarna.
        [colon] När det finns kolon och mellanslag i en text måste den stå inom citattecken. Skriv { $instead }
        [no-colon] Skriv fältets namn, ett kolon, ett mellanslag och sedan värdet, till exempel: status: öppen. Hör raden till texten ovanför skriver du allt på en rad.
        [no-space] Skriv { $instead }
        [dash] En punkt i en lista börjar med ett bindestreck och ett mellanslag. Skriv { $instead }
        [inner-quote] Samma tecken finns inne i texten. Skriv { $instead }
        [quote] Avsluta texten med samma citattecken som den börjar med.
        [after-quote] Sätt citattecknen runt hela texten. Finns det redan sådana inne i texten, sätt ' först och sist i stället.
        [escape] Mellan "…" har ett omvänt snedstreck (\) en egen betydelse. Sätt texten mellan '…' i stället.
        [indent-in] Börja den lika långt in som raden ovanför: ta bort mellanslagen som är för många.
        [indent-out] Börja den lika långt in som de andra i samma lista: lägg till mellanslagen som fattas.
        [indent] Fält i samma grupp ska börja lika långt in. Det som hör till ett fält börjar två mellanslag längre in. Titta också på raden ovanför.
        [reserved] Sätt värdet inom citattecken. Skriv { $instead }
        [bracket] En lista skrivs så här: [a, b, c]. Lägg till hakparentesen eller klammern som saknas, och komma mellan delarna.
        [documents] Ta bort raden. I en nyhet eller på en sida står --- en gång före fälten och en gång efter dem.
        [anchor] Ta bort tecknet * eller &, eller sätt texten inom citattecken.
       *[other] Titta på den här raden och på raden ovanför. Stämmer indraget, kolonet efter fältets namn och citattecknen?
    }
FC0021 = Det finns inget fält som heter ”{ $field }” här.
    .help = { $proposal ->
        [comma] Skriv punkt i stället för komma i ett tal: 59.2488
        [space] Skriv ett mellanslag efter fältets kolon, och sätt raka citattecken runt en text som själv innehåller kolon: rubrik: "Öppet: nu"
        [split] Inom {"{"}…{"}"} börjar ett nytt fält efter varje komma. Sätt raka citattecken runt en text med komma i: { $instead }
        [none] De fält som finns är { $fields }.
        [write] Skriv { $instead }
        [write-lines] Skriv två rader: { $instead } på den första och { $second } på den andra.
        [merge] Det hör till anmälan: som redan finns. Gör om den till { $instead }
        [times] När aktiviteten börjar och slutar står i två fält, till exempel från: 10.00 och till: 11.30
        [start] Klockslaget då den börjar heter från:, och den första dagen startar:
        [end] Klockslaget då den slutar heter till:, och den sista dagen slutar:
        [term] En aktivitet som är på en annan tid under en del av året skriver du som en aktivitet till, med startar: och slutar:
        [season] Tider för en del av året står under perioder:, till exempel perioder: [{"{"}rubrik: Sommartider, från: 2027-06-14, till: 2027-08-15, öppettider: {"{"}måndag–fredag: 9–11{"}"}{"}"}]
        [centre] Det hör till hela familjecentralen. Flytta det ut till vänsterkanten{ $instead ->
            [none] .
           *[other] , så här: { $instead }
        }
        [centre-service] Det hör till hela familjecentralen, och verksamheten nämns där. Ta bort raden här och skriv längst till vänster i filen: { $instead }
        [activity] Det hör till en aktivitet. Flytta in det under den, i aktiviteter:
        [municipality] Det hör till hela kommunen. Flytta det till municipality.yaml.
        [centres] Det hör till en familjecentral. Flytta det till hennes fil i centres/.
       *[other] Menade du ”{ $proposal }”?
    }
FC0022 = Fältet ”{ $field }” saknas.
    .help = Lägg till en rad som börjar med ”{ $field }:”.
FC0023 = Här ska det stå { $expected }, men det står { $found }.
    .help = { $advice ->
        [day] Skriv en veckodag, till exempel tisdag, eller flera inom hakparentes.
        [names] Skriv filernas namn utan ändelse, i en lista: { $field ->
            [centres] { $value ->
                [none] [fittja]
               *[other] [{ $value }]
            }
           *[related] { $value ->
                [none] [2026-01-27-sommarstangt]
               *[other] [{ $value }]
            }
        }
        [digits] Skriv ett tal, med siffror: 1
        [natural] Skriv ett heltal från 0 och uppåt, utan tecken framför och utan citattecken, till exempel { $field ->
            [min] från: 0
            [max] till: 12
           *[other] 6
        }. Finns det ingen gräns tar du bort fältet.
        [quotes] Sätt raka citattecken runt: "{ $value }".
        [unquoted] Skriv det utan citattecken: { $value }
        [list] Skriv en lista: [{ $value }].
        [write] Skriv { $value }
        [moved] Skriv { $value }, med den nya dagen efter till:. Är det bara en ny tid, skriv den efter från: i stället.
        [ages] Skriv { $value } om det är månader, eller { $other } om det är år.
        [signup] Skriv hur man anmäler sig, till exempel {"{"}telefon: 08-123 456 78{"}"}. Eller ta bort raden och skriv bara att man måste boka: { $value }
        [no-signup] Ta bort raden. Att man kommer som man är skriver du så här: { $value }
        [decimal] Skriv punkt i stället för komma: { $value }
        [boolean] Skriv { $value }
        [truth] Skriv { $expected }.
        [hours] Skriv en rad för varje dag, eller för flera dagar i rad, under fältet och två mellanslag längre in: måndag-torsdag: 9.00–12.00
        [items] Skriv en punkt för var och en under fältet, med bindestreck och egna fält, till exempel: { $field ->
            [services] - typ: bvc
            [images] - fil: images/x.jpg
            [exceptions] - från: 2026-12-24
            [activities] - id: sangstund
            [cancelled] - datum: 2026-12-01
            [moved] - datum: 2026-12-01, och under den till: 2026-12-02
            [issues] - vad: En film saknar undertexter. Finns det inga brister tar du bort fältet brister: och skriver status: helt.
           *[other] - rubrik: Något nytt
        }
        [group] Skriv fälten under, på varsin rad och två mellanslag längre in, till exempel: { $field ->
            [services] typ: bvc
            [notices] rubrik: Stängt på fredag
            [activities] id: sangstund
            [images] fil: images/x.jpg
            [exceptions] från: 2026-12-24
            [cancelled] datum: 2026-12-01
            [moved] datum: 2026-12-01, och under den till: 2026-12-02
            [registration] telefon: 08-530 610 00
            [navigation] rubrik: Hitta hit
            [issues] vad: En film saknar undertexter
            [age_months] från: 0
            [geo] lat: 59.2488
            [image] fil: images/x.jpg
            [address] gata: Fittja Torg 19
            [contact] telefon: 08-530 610 00
            [operator] typ: region
            [holidays] röda dagar: stängt
            [premises] utan trappsteg: ja
            [getting_there] buss och tåg: Bussen stannar vid entrén.
            [checks] av: [FC0202]
           *[other] namn: värde
        }
       *[other] Jämför med en annan fil av samma slag, eller med en som du skapar med fcsite new.
    }
FC0024 = ”{ $value }” går inte att välja i det här fältet.
    .help = { $proposal ->
        [none] Välj något av de här: { $values }.
       *[other] Menade du ”{ $proposal }”?
    }
FC0025 = { $first ->
    [none] Fältet ”{ $field }” står här två gånger.
   *[other] ”{ $first }” och ”{ $field }” är samma fält.
}
    .help = Behåll det ena och ta bort det andra.
FC0026 = Texten från ”#” och framåt räknas som en anteckning i YAML och visas inte.
    .help = Ska # vara med i texten? Sätt då hela texten inom raka citattecken: "…".
FC0027 = { $kind ->
        [dashes] Filen börjar med streck, men inte med precis tre bindestreck.
       *[none] Filen börjar inte med sina fält.
    }
    .help = { $kind ->
        [dashes] Skriv tre bindestreck på raden och inget annat: ---
       *[none] Börja filen med en rad --- , sedan rubrik: och de andra fälten, och sedan en rad --- igen.
    }
FC0028 = { $kind ->
        [dashes] Fälten överst i filen slutar med streck, men inte med precis tre bindestreck.
       *[none] Fälten överst i filen har inget slut.
    }
    .help = { $kind ->
        [dashes] Skriv tre bindestreck längst till vänster på raden, och inget annat: --- (en del program gör om dem till tankstreck)
       *[none] Skriv en rad med --- efter det sista fältet.
    }
FC0029 = Texten är tom.
    .help = Skriv något här. Om fältet inte måste finnas kan du ta bort raden i stället.
FC0030 = Fälten ligger i för många nivåer, eller upprepas för många gånger, och går inte att läsa.
    .help = Ta bort namn som börjar med & eller *, och håll dig till de fält som fcsite new skriver.
FC0031 = Filen är tom.
    .help = Fyll i den, eller ta bort den.

FC0032 = Citattecke{ $kind ->
        [curly] nen runt texten
       *[lone] t i slutet
    } syns på sidan.
    .help = { $kind ->
        [curly] I YAML räknas bara raka citattecken. Skriv { $instead } utan citattecken, eller med raka: "{ $instead }"
       *[lone] Ta bort det: { $instead }
    }
FC0033 = På raden finns { $sign } ({ $code }).
    .help = Det kan vara orsaken till felet på raden. Sådana tecken följer med när man kopierar. Skriv om raden för hand.

FC0040 = { $kind ->
        [day] Dagen ”{ $value }” finns inte.
        [week] ”{ $value }” är en vecka, och här ska det stå en dag.
        [two] ”{ $value }” kan vara två olika dagar.
        [year] ”{ $value }” säger inte vilket år.
        [holiday] ”{ $value }” är en helg, och här ska det stå dagar.
        [break] ”{ $value }” är ett lov, och här ska det stå dagar eller veckor.
       *[form] ”{ $value }” är inget datum.
    }
    .help = { $proposal ->
        [two] Skriv { $first } eller { $second }, den som du menar.
        [none] { $kind ->
            [day] Kontrollera månaden och dagen.
            [week] Skriv datumet för den första eller den sista dagen i veckan, till exempel 2026-03-14.
            [year] Skriv också året.
            [holiday] Skriv dagarna: { $first }. Är det stängt på helgen ställs aktiviteter in av sig själva. Det bestämmer röda dagar: och aftnar: under helgdagar: i municipality.yaml.
            [break] Loven är olika i olika kommuner. Skriv datumen eller veckan: v. 9 2027
           *[form] Skriv år-månad-dag, till exempel 2026-03-14.
        }
       *[other] Skriv { $proposal }{ $kind ->
            [week] {" "}om du menar den veckan.
            [year] {" "}om det är den dagen du menar.
           *[other] {""}
        }
    }
FC0041 = ”{ $value }” är inget klockslag.
    .help = { $proposal ->
        [none] Skriv tider så här: 9.00–12.00. Är det flera tider, sätt komma mellan dem. Är det stängt, skriv stängt. Det som behöver förklaras passar under meddelanden:.
       *[other] Skriv { $proposal }
    }
FC0042 = { $proposal ->
        [night] Tiden { $value } går över midnatt.
       *[other] Tiden { $value } slutar innan den börjar.
    }
    .help = { $proposal ->
        [night] Dela den på två dagar: skriv { $before } den första dagen, och { $after } dagen efter.
        [none] Skriv den tidigare tiden först. Klockan fyra på eftermiddagen skriver du som 16: 13.00–16.00.
       *[other] Menade du { $proposal }?
    }
FC0043 = Tiderna { $first } och { $second } går in i varandra.
    .help = Slå ihop dem till en, eller rätta tiderna.
FC0044 = { $proposal ->
        [backwards] ”{ $value }” går baklänges. Veckan börjar med måndag.
       *[other] ”{ $value }” är ingen veckodag.
    }
    .help = { $proposal ->
        [backwards] Skriv ”{ $over }” om raden går över helgen, annars ”{ $turned }”.
        [season] Tider för en del av året står under perioder:, till exempel perioder: [{"{"}rubrik: Sommartider, från: 2027-06-14, till: 2027-08-15, öppettider: {"{"}måndag–fredag: 9–11{"}"}{"}"}]
        [holiday] Vad som gäller på helgdagar står i municipality.yaml, till exempel helgdagar: {"{"}röda dagar: stängt, aftnar: stängt{"}"}. För enstaka dagar finns avvikelser:.
        [lunch] Skriv tiderna före och efter lunch på dagens rad: måndag–fredag: 8–12, 13–17
        [some-weeks] Öppettider är desamma varje vecka. Vad som gäller en del veckor står under avvikelser:, till exempel avvikelser: [{"{"}veckor: v. 2 2027, öppettider: 9–12{"}"}]
        [weeks] Skriv bara veckodagen ({ $days }), och i vilka veckor under upprepas:, till exempel upprepas: jämna veckor
        [none] Skriv måndag till söndag, eller flera i rad: måndag–torsdag.
       *[other] Menade du ”{ $proposal }”?
    }
FC0045 = Tiderna för { $day } står på två rader: { $first } och { $second }
    .help = { $proposal ->
        [none] Ta bort den som inte gäller. Gäller båda, skriv tiderna på en rad: { $both }
       *[other] Gäller den senare, gör om den första till { $proposal }. Gäller båda, skriv { $both } och ta bort dagen ur de andra raderna.
    }
FC0046 = ”{ $value }” är inget svenskt telefonnummer med riktnummer.
    .help = { $proposal ->
        [none] Skriv bara numret, 8–10 siffror med riktnumret: 08-123 456 78, 0123-456 78 eller 070-123 45 67. Korta nummer som 1177 skriver du i en text i stället.
       *[other] Skriv bara numret: { $proposal }
    }
FC0047 = ”{ $value }” är inget postnummer.
    .help = { $proposal ->
        [none] Skriv tre siffror, ett mellanslag och två siffror: 145 61.
       *[other] Skriv { $proposal }
    }
FC0048 = ”{ $value }” är ingen e-postadress.
    .help = { $proposal ->
        [none] Skriv så här: namn@kommunen.example.
       *[other] Skriv { $proposal }
    }
FC0049 = { $why ->
        [host] ”{ $value }” är inget namn på en server.
        [mail] ”{ $value }” är en e-postadress, och här hör en webbadress hemma.
       *[address] ”{ $value }” är ingen webbadress.
    }
    .help = { $proposal ->
        [none] { $why ->
            [host] Skriv enbart namnet, med små bokstäver och utan https://, till exempel kartor.example.
            [mail] { $field ->
                [feedback_url] Skriv adressen till ett formulär, med https:// först. Enligt lagen räcker det inte med en e-postadress.
               *[other] Skriv en adress som börjar med https://, eller ta bort fältet. En familjecentrals och en kommuns e-postadress har ett eget fält, e-post:. I en text blir den en länk av sig själv.
            }
           *[address] Skriv hela adressen, med https:// först: https://kommunen.example.
        }
       *[other] Skriv { $proposal }
    }
FC0050 = ”{ $value }” är en adress som inte får finnas på en sida.
    .help = Skriv en adress som börjar med https://. E-post och telefon har egna fält, e-post: och telefon:. I återkoppling: ska adressen leda till ett formulär.
FC0051 = Platsen { $lat }, { $lon } ligger utanför Sverige.
    .help = I Sverige är latituden mellan 55 och 69,5 och longituden mellan 10,5 och 24,5. I filen skriver du punkt och inte komma: 59.2488.
FC0052 = Latitud och longitud verkar ha bytt plats.
    .help = Skriv lat: { $lon }, lon: { $lat }.
FC0053 = ”{ $value }” är ingen kommunkod.
    .help = { $right ->
        [none] Slå upp kommunens kod hos SCB, och skriv de fyra siffrorna inom raka citattecken, till exempel "0127" för Botkyrka.
       *[other] Skriv SCB:s fyra siffror inom raka citattecken: "{ $right }"
    }
FC0054 = SCB har ingen kommun med koden { $value }.
    .help = Slå upp koden hos SCB. Så skrivs till exempel koden för { $name }: "{ $right }".
FC0055 = ”{ $value }” är ingen språkkod.
    .help = { $proposal ->
        [none] { $kind ->
            [file] Mellan punkterna i filens namn står en översättnings språk, som en kort kod med små bokstäver: sommar.en.md. Är det ingen översättning skriver du bindestreck i stället för punkten.
           *[value] Skriv en kort kod, till exempel sv, en, fi eller ar.
        }
       *[other] { $kind ->
            [file] Byt namn på filen till { $proposal }
           *[value] Skriv { $proposal }
        }
    }
FC0056 = Perioden slutar ({ $to }) innan den börjar ({ $from }).
    .help = { $proposal ->
        [none] Skriv det tidigare datumet först, eller rätta årtalet.
       *[other] Går perioden över nyår skriver du { $proposal }. Annars skriver du det tidigare datumet först.
    }
FC0057 = ”{ $value }” är varken ett år, en månad eller ett datum.
    .help = Skriv "2024", "2024-05" eller "2024-05-13", inom raka citattecken.
FC0058 = { $kind ->
        [server] Det går inte att göra en sida på den gamla adressen { $value }.
        [case] Den gamla adressen { $value } skiljer sig från { $proposal } bara i stora och små bokstäver, och alla diskar har inte plats för båda.
        [home] ”{ $value }” är startsidans adress och alltså ingen gammal.
        [long] Den gamla adressen är för lång för en fil: { $value }
        [shared] Den gamla adressen { $value } ligger i en kommuns mapp, men den här texten hör till alla kommuner.
        [absolute] { $proposal ->
            [none] ”{ $value }” är ingen gammal adress på den här webbplatsen.
           *[other] ”{ $value }” är en hel adress. Här står bara det som kommer efter webbplatsens namn.
        }
       *[other] ”{ $value }” är ingen adress på den här webbplatsen.
    }
    .help = { $kind ->
        [server] Ta bort den här, och be dem som sköter webbservern att skicka läsarna vidare från den. Här går bara mappar (/gammal/adress/) och filer som slutar på .html eller .htm.
        [case] Ta bort den här, och be dem som sköter webbservern att skicka läsarna vidare från den.
        [home] Ta bort den.
        [long] Ta bort den här, och be dem som sköter webbservern att skicka läsarna vidare från den.
        [shared] { $proposal ->
            [none] Ta bort den. Kommunen har redan en egen sida på den adressen.
           *[other] Skriv { $proposal }, så leder den hit i varje kommun.
        }
       *[other] { $proposal ->
            [none] Börja med / och skriv adressen utan webbplatsens namn, med a–z, 0–9, bindestreck och snedstreck: /gammal/adress/ eller /gammal/sida.html.
           *[other] Skriv { $proposal }
        }
    }
FC0059 = Den lägsta åldern ({ $min }) är högre än den högsta ({ $max }).
    .help = Skriv det lägre talet i från:, och det högre i till:.
FC0060 = ”{ $value }” är inget nummer på ett krav i WCAG.
    .help = Skriv bara kravets nummer, inom raka citattecken: "1.2.2".
FC0061 = Webbplatsens eget språk, { $language }, saknas bland språken.
    .help = Skriv språkversioner: [{ $language }, …].
FC0062 = ”{ $value }” står här två gånger.
    .help = { $kind ->
        [id] Ge den nya ett eget id, till exempel { $value }-2. Behåll id på den som fanns förut: dess adress i kalendrar hänger på det.
       *[value] Ta bort det ena.
    }
FC0063 = Listan ”{ $field-name }” måste innehålla minst en sak.
    .help = Skriv det som finns. Får fältet saknas kan du ta bort det.
FC0064 = Texten är på ett språk som webbplatsen inte har: { $language }.
    .help = Webbplatsens språk är { $languages }. Lägg till språket i municipality.yaml eller site.yaml, eller ta bort texten.

FC0065 = Det finns ingen kod ”{ $value }”.
    .help = { $proposal ->
        [none] En kod ser ut så här: FC0202. fcsite visar den inom hakparentes i varje meddelande.
       *[other] Menade du { $proposal }?
    }
FC0066 = { $value } är koden för ett fel, och fel går inte att stänga av.
    .help = Rätta felet och ta bort koden här. Det är bara varningar som går att stänga av.

FC0067 = Koden { $code } hör inte till { $name }, utan till { $owner }.
    .help = Skriv kod: "{ $right }", om namnet är rätt. Är det koden som är rätt, rätta namn:.
FC0068 = ”{ $value }” är inte ett organisationsnummer.
    .help = Skriv de tio siffrorna, till exempel 232100-0016. Någon av dem kan ha blivit fel: den sista räknas fram ur de andra. Numret står på organisationens fakturor och webbplats.

FC0069 = ”{ $value }” är ingen färg som fcsite känner igen.
    .help = Skriv färgen som den står i er grafiska profil, med # och sex tecken inom citattecken: färg: "#9d0f3f"

FC0070 = En { $type ->
        [family_centre] familjecentral
       *[other] familjecentralsliknande verksamhet
    } måste ha { $missing ->
        [municipal] öppen förskola eller socialtjänst
       *[other] { $missing-named }
    }.
    .help = { $type ->
        [family_centre] Lägg till det som saknas, eller skriv typ: familjecentralsliknande.
       *[other] Det som behövs är bvc och något som kommunen driver (öppen förskola eller socialtjänst).
    }
FC0071 = planerad öppning: hör ihop med status: planerad, men här är status { $status-named }.
    .help = Har familjecentralen öppnat, ta bort planerad öppning: och skriv öppnade: med datumet. Annars skriver du status: planerad.
FC0072 = Familjecentralen har inte verksamheten ”{ $service }”.
    .help = { $proposal ->
        [none] Den har { $services-named }.
       *[other] Menade du ”{ $proposal }”?
    }
FC0073 = Datumet { $date } är inte samma som i filnamnet, { $name }.
    .help = Byt namn på filen, eller ta bort fältet. Då hämtas datumet från filnamnet.
FC0074 = { $kind ->
        [day] Datumet i början av filnamnet finns inte.
       *[none] Filnamnet börjar inte med ett datum.
    }
    .help = { $date ->
        [none] Döp om filen till ÅÅÅÅ-MM-DD-{ $rest }, med publiceringsdagen först, till exempel 2026-03-14.
       *[other] Döp om filen till ”{ $date }-{ $rest }”, med publiceringsdagen först.
    }
FC0075 = Datumet i uppdaterad: ({ $updated }) är tidigare än det i datum: ({ $date }).
    .help = Skriv vilken dag texten senast ändrades, eller ta bort fältet.
FC0076 = { $kind ->
        [same] Den här texten finns bara på { $language }. { $original } har samma dagar, länkar, bilder och siffror: är det originalet, med ett nytt namn?
       *[name] Den här texten finns bara på { $language }. { $original } heter nästan likadant: är det originalet?
    }
    .help = { $kind ->
        [same] Ge i så fall den här filen namnet { $proposal }, så visas de som samma text på två språk. Är det två olika texter, stänger FC0076 under granskning: av: i filen av varningen.
       *[name] Ge i så fall den här filen namnet { $proposal }, så visas de som samma text på två språk. Är det två olika texter, så ge den här ett namn som skiljer sig mer.
    }
FC0077 = Det finns ingen familjecentral ”{ $centre }”{ $municipality ->
        [none] {""}
       *[other] {" "}i { $municipality }
    }.
    .help = { $proposal ->
        [none] { $municipality ->
            [none] Skriv kommunens mapp, ett snedstreck och namnet på en fil i centres/, utan .yaml: botkyrka/fittja
           *[other] Skriv namnet på en fil i centres/, utan .yaml.
        }
       *[other] Menade du ”{ $proposal }”?
    }
FC0078 = Det finns ingen sida ”{ $page }”.
    .help = { $proposal ->
        [made] Den sidan gör fcsite själv, och den finns redan i menyn. Ta bort raden här.
        [made-calendar] Kalendern gör fcsite själv, och den finns i menyn så snart det finns aktiviteter. Ta bort raden här.
        [made-foot] Den sidan gör fcsite själv, och länken dit finns längst ner på varje sida. Ta bort raden här.
        [none] Skriv namnet på en fil i pages/, utan .md.
       *[other] Menade du ”{ $proposal }”?
    }
FC0079 = Det finns ingen nyhet ”{ $news }”.
    .help = { $proposal ->
        [none] Skriv namnet på en fil i news/, utan .md.
       *[other] Menade du ”{ $proposal }”?
    }
FC0080 = Sidorna får inte hämta något från { $host }.
    .help = Spara filen i images/ och använd den därifrån. Måste sidorna hämta från den servern, och lagen tillåter det, så lägg till den under tillåtna värdar: i municipality.yaml.
FC0081 = { $kind ->
        [both] Dagen är stängd (stängt: ja) och har ändå tider (öppettider:).
       *[none] Det framgår inte vad som gäller de här dagarna.
    }
    .help = { $kind ->
        [both] Ta bort det ena.
       *[none] Skriv stängt: ja, eller öppettider: med tider, till exempel öppettider: 9–12
    }
FC0082 = { $reviewed ->
        [never] Det framgår inte när uppgifterna om { $name } senast kontrollerades.
       *[other] Uppgifterna om { $name } kontrollerades senast { $reviewed }. Det är mer än ett halvår sedan.
    }
    .help = Kontrollera att allt fortfarande stämmer, och skriv sedan kontrollerad: { $today }.
FC0083 = Tiden för den planerade öppningen ({ $planned }) har passerat.
    .help = Skriv status: öppen och öppnade: med datumet, eller ändra planerad öppning: till den nya tiden.
FC0084 = Meddelandet ”{ $title }” gällde till och med { $until } och visas inte längre.
    .help = Ta bort det, eller ge det ett senare datum.
FC0085 = { $name } har ingen adress.
    .help = Skriv adress: med gata:, så att föräldrarna hittar dit.
FC0086 = { $name } har ingen tillgänglighetsredogörelse. Lagen (2018:1937) kräver att den finns.
    .help = Fyll i tillgänglighetsredogörelse: i filen. Gjordes den med fcsite finns fälten redan: ta bort # och mellanslaget efter på raderna. Ett färdigt exempel visar fcsite check --explain FC0086
FC0087 = { $kind ->
        [many] Raden i menyn leder till mer än ett ställe. Den kan leda till en sida (sida:), en familjecentral (familjecentral:) eller en webbadress (länk:).
       *[none] Raden i menyn leder ingenstans.
    }
    .help = { $kind ->
        [many] Behåll en av dem, och ta bort resten.
       *[none] Skriv sida: med namnet på en fil i pages/, familjecentral: med namnet på en fil i centres/, eller länk: med hela adressen.
    }
FC0088 = Den { $day } är det { $holiday }, och det framgår inte om öppettiderna för { $name } gäller då.
    .help = Lägg till dagen under avvikelser: med från: { $date } och stängt: ja eller öppettider:. Gäller samma sak för hela kommunen, skriv det vid röda dagar eller aftnar under helgdagar: i municipality.yaml.
FC0089 = Datumet i öppnade: ({ $opened }) har inte kommit än.
    .help = Skriv status: planerad och planerad öppning: fram till dess.
FC0090 = { $field ->
        [expires] Från och med { $day } är nyheten inte med i listorna. Den publiceras { $date }, så den skulle aldrig vara med.
       *[until] Nyheten gäller till och med { $day }. Den publiceras { $date }, så den skulle aldrig vara med i listorna.
    }
    .help = { $field ->
        [expires] Skriv den sista dagen som den gäller i stället: gäller till: { $date } om den bara gäller samma dag, annars en senare dag. Eller ta bort fältet.
       *[until] Skriv gäller till: { $date } om den bara gäller samma dag, annars en senare dag. Eller ta bort fältet.
    }
FC0091 = Ett meddelande kan inte visa { $what }.
    .help = Ett meddelande är några rader text med länkar. Lägg bilder och rutor på en sida eller i en nyhet, och länka dit.
FC0092 = Datumet i { $field-name } ({ $date }) har inte kommit än.
    .help = Kontrollera årtalet.
FC0093 = Här står både gäller till: (den sista dagen) och går ut: (den första dagen utan).
    .help = Behåll gäller till: och ta bort går ut:.
FC0094 = { $kind ->
        [translate] Det här ska översättas: det är texten som fcsite new translation skrev.
        [place] Det här är inte er plats: det är platsen som fcsite new skrev som exempel.
       *[text] Det här är texten som fcsite skrev, och som du skulle ersätta.
    }
    .help = { $kind ->
        [translate] Skriv översättningen här. Är den inte klar, skriv utkast: ja bland fälten överst.
        [place] Skriv latitud och longitud för er egen adress, eller ta bort fältet.
       *[text] Skriv er egen text här, eller ta bort den. Är en nyhet eller sida inte klar, skriv utkast: ja bland fälten överst.
    }
FC0096 = { $what ->
        [both] Familjecentralen har samma namn och samma gata som en annan: { $other }
        [name] Familjecentralen har samma namn som en annan: { $other }
       *[street] Familjecentralen har samma gata som en annan: { $other }
    }
    .help = Om det är samma familjecentral, jämför filerna och ta bort den ena. Om det är två, { $what ->
        [street] kontrollera adressen. Två i samma hus kan få stå kvar: skriv granskning: {"{"}av: [FC0096]{"}"} i den här filen.
       *[other] ge dem var sitt namn, så att läsarna vet vilken som är vilken.
    }
FC0097 = Inget här kan vara från år { $year }.
    .help = { $proposal ->
        [none] Kontrollera årtalet i { $value }.
       *[other] { $kind ->
            [name] Menade du { $proposal }? Byt namn på filen.
           *[field] Menade du { $proposal }?
        }
    }
FC0098 = Årtalet { $year } är troligen felskrivet: { $date }
    .help = { $proposal ->
        [none] Kontrollera årtalet.
       *[other] { $kind ->
            [name] Menade du { $proposal }? Byt i så fall namn på filen.
           *[field] Menade du { $proposal }?
        }
    }
FC0099 = { $kind ->
        [order] Redogörelsen är ändrad { $updated }, före granskningen { $assessed } som den bygger på.
        [nothing] ”{ $text }” säger ingenting.
        [reason] Det framgår inte vad bristen beror på. Lagen kräver att redogörelsen säger det.
        [contrary] Webbplatsen sägs vara helt förenlig med lagen (status: helt), och ändå finns det brister under brister:.
       *[missing] Webbplatsen sägs ha brister (status: { $status-named }), men ingen av dem är beskriven.
    }
    .help = { $kind ->
        [order] Kontrollera båda datumen. uppdaterad: är dagen då redogörelsen senast ändrades, och det är efter granskningen.
        [nothing] Skriv med egna ord, till exempel: En film saknar undertexter. Läsarna ser det på sidan om tillgänglighet.
        [reason] Lägg till orsak: under bristen, till exempel: orsak: Filmen spelades in innan lagen gällde. Vi textar den i vår.
        [contrary] Skriv status: delvis. Är bristerna rättade tar du i stället bort dem under brister:.
       *[missing] Lägg till brister: med en punkt för varje brist, till exempel: - vad: En film saknar undertexter. Finns det inga brister skriver du status: helt.
    }

FC0100 = Sidans titel är rubriken på nivå 1, så rubrikerna i texten börjar på nivå 2.
    .help = Skriv ## i stället för #{ $underline ->
        [yes] {" "}(en rad med === under texten gör den till en rubrik på nivå 1)
       *[no] {""}
    }.
FC0101 = Det finns ingen ruta som heter ::: { $name }.
    .help = { $proposal ->
        [none] De rutor som finns är ::: fakta Rubrik, ::: mer Rubrik, ::: kontakter och ::: familjecentral namn.
       *[other] Menade du ::: { $proposal }?
    }
FC0102 = { $kind ->
        [centre] Rutan med familjecentralen har inget slut på raden under.
        [contacts] Tabellen med ::: { $written } har inget slut på raden under.
        [open] Rutan som börjar med ::: här har inget slut.
       *[end] Den här raden med ::: avslutar ingen ruta.
    }
    .help = { $kind ->
        [centre] Skriv ::: på raden direkt under. Rutan har ingen egen text: den fylls från familjecentralens fil.
        [contacts] Skriv ::: på raden direkt under. Tabellen har ingen egen text: den fylls från familjecentralernas filer.
        [open] Skriv en rad med ::: efter texten.
       *[end] Ta bort raden, eller skriv rutans första rad ovanför: ::: fakta Rubrik.
    }
FC0103 = { $name ->
        [contacts] Efter ::: { $written } ska inget stå.
        [more] Efter ::: { $written } ska en rubrik stå.
       *[centre] Efter ::: { $written } ska familjecentralens namn stå.
    }
    .help = { $name ->
        [contacts] Ta bort det. Tabellen har alltid kommunens alla familjecentraler.
        [more] Rubriken är det som syns när texten är hopfälld. Skriv till exempel ::: { $written } Så anmäler du dig
       *[centre] Skriv till exempel ::: { $written } fittja, med namnet på en fil i centres/ utan .yaml.
    }
FC0104 = { $why ->
        [empty] Länken leder ingenstans.
        [mail] Länken leder till { $target }, som är en e-postadress.
        [missing] Länken leder till { $target }, som inte finns.
        [file] Länken leder till { $target }, som inte finns.
        [heading] Länken leder till en rubrik i { $target }, men den rubriken finns inte där.
        [phone] Länken leder till { $target }, som är ett telefonnummer.
       *[other] Länken leder till { $target }, som inte är en sida.
    }
    .help = { $why ->
        [document] Lägg dokumentet i files/, bredvid news/ och pages/, och skriv vägen dit: ../files/namn.pdf. fcsite publicerar PDF, ODT, DOCX, XLSX och ICS.
        [file] { $proposal ->
            [none] Lägg dokumentet i files/, bredvid news/ och pages/, med just det namnet. fcsite publicerar PDF, ODT, DOCX, XLSX och ICS.
           *[other] Menade du { $proposal }?
        }
        [mail] Skriv mailto: före: mailto:{ $target }
        [heading] { $proposal ->
            [none] { $places ->
                [none] Där finns inga rubriker att länka till. Länka till sidan utan # och det som står efter.
               *[other] De här finns: { $places }
            }
           *[other] Menade du { $proposal }?
        }
        [phone] { $proposal ->
            [none] Skriv hela numret för sig i texten, utan länk, till exempel 060-19 20 30. Det blir en länk av sig själv.
           *[other] Skriv { $proposal }. Eller skriv numret för sig i texten, utan länk. Det blir en länk av sig själv.
        }
       *[other] { $proposal ->
            [none] Skriv vägen till en fil, sedd från den här filen: ../pages/namn.md, ../centres/namn.yaml, ../news/datum-namn.md.
           *[other] Menade du { $proposal }?
        }
    }
FC0105 = Det här är en adress som inte får finnas på en sida: { $target }
    .help = Börja med https:, mailto: eller tel:, eller länka till en fil: ../pages/namn.md.
FC0106 = Bilden { $image } har ingen alt-text.
    .help = Beskriv vad bilden visar, till exempel ![Ett barn i en gunga]({ $image }). Är den bara en utsmyckning, skriv ![dekorativ]({ $image }).
FC0107 = En rad som börjar med ”{ $start }” blev en punkt i en numrerad lista.
    .help = { $kind ->
        [date] Är det ett datum, skriv det utan punkt efter dagen: { $instead }. Annars kan du börja raden med ett annat ord, eller skriva { $escaped }
       *[other] Sätt ett omvänt snedstreck före punkten: { $instead }. Du kan också börja raden med ett annat ord.
    }
FC0108 = HTML visas som vanlig text på sidan.
    .help = { $kind ->
        [frame] En film, en karta eller ett formulär kan inte bäddas in. Länka dit i stället, och säg vad som finns där: { $target ->
            [none] [Se filmen om öppna förskolan](https://filmen.example)
           *[other] [Se filmen om öppna förskolan]({ $target })
        }
        [link] Skriv länken så här: { $target ->
            [none] [Läs om öppna förskolan](../pages/namn.md)
           *[other] [Läs om öppna förskolan]({ $target })
        }
        [image] Skriv bilden så här: ![Två barn vid ett bord](../images/namn.jpg)
        [bold] Skriv två stjärnor före och efter orden: **Obs!**
        [italic] Skriv en stjärna före och efter orden: *så här*
        [break] Ska raden brytas här, skriv ett omvänt snedstreck (\) sist på raden. Ska det bli ett nytt stycke, lämna en tom rad.
        [cell] I en tabell är en rad i filen en rad på sidan. Ta bort { $html } och skriv orden efter varandra med komma emellan: 9–12, 13–16. Eller gör en rad till i tabellen.
        [rule] Ska det bli en linje, skriv --- på en egen rad, med en tom rad före och efter.
        [heading] Skriv rubriken med ## och ett mellanslag före: ## Öppettider
        [list] Börja varje punkt med ett bindestreck och ett mellanslag, på en egen rad: - matsäck
        [table] Skriv tabellen med streck mellan kolumnerna: | Dag | Tid | på första raden, |---|---| på nästa, och sedan en rad för varje dag.
        [quotation] Är det något som någon säger, börja stycket med ett tankstreck och ett mellanslag: – Det känns bra.
        [fact] Skriv en faktaruta: en rad ::: fact Rubrik före texten, och en rad ::: efter.
        [script] Ta bort det. Sidorna kör inget program och ser ut som temat bestämmer.
       *[other] Ta bort tecknen, och skriv i Markdown det som ska synas på ett särskilt sätt. Ska koden synas som text, sätt tecknet ` före och efter: `{ $html }`
    }
FC0109 = Länken leder till en annan kommuns mapp: { $target }
    .help = En kommuns mapp ska fungera för sig, på en egen server. Länka till den andra kommunen med dess webbadress.
FC0110 = Länken leder till { $target }, som { $why ->
        [draft] bara är ett utkast
       *[other] inte är publicerad än
    }.
    .help = Ta bort länken så länge, eller publicera det som den leder till.
FC0111 = { $inside ->
        [fact] En faktaruta kan inte ligga inuti en annan.
        [more] ::: more kan inte ligga inuti en annan ruta.
        [shared] ::: contacts kan bara stå i en kommuns egna texter.
       *[list] ::: kan inte stå i en lista, ett citat eller en fotnot.
    }
    .help = { $inside ->
        [fact] Skriv en rad med ::: före, så att den första rutan slutar där.
        [more] Skriv en rad med ::: före, så att den första rutan slutar där.
        [shared] Ta bort rutan härifrån. Länka hellre till kommunens sida, eller skriv ::: contacts på en sida i kommunens mapp.
       *[list] Låt raden börja med :::, utan mellanslag före.
    }
FC0112 = Det finns ingen hänvisning till den här fotnoten, så den visas inte.
    .help = Skriv [^namn], med notens eget namn, på det ställe i texten där noten hör hemma. Annars kan du ta bort noten.

FC0113 = { $kind ->
        [image] Det här blir ingen bild: det finns ett mellanslag i { $target }.
       *[link] Det här blir ingen länk: det finns ett mellanslag i { $target }.
    }
    .help = { $kind ->
        [web] Skriv %20 i stället för mellanslaget: { $proposal }
       *[link] Ge filen ett namn utan mellanslag: { $proposal }
    }
FC0114 = { $word ->
        [none] Efter ordet i { $written } ska en familjecentral stå.
       *[other] ”{ $word }” i { $written } är inget ord som fylls i.
    }
    .help = { $proposal ->
        [none] Skriv telefon, adress, öppettider eller e-post och sedan namnet på en fil i centres/ utan .yaml, till exempel { $example }. Ska klamrarna synas skriver du \ före den första.
       *[other] Menade du { $proposal }? Ska klamrarna synas skriver du \ före den första.
    }
FC0115 = { $why ->
        [service] { $centre } har inte verksamheten ”{ $service }”.
        [several] { $centre } har flera verksamheter som heter eller är ”{ $service }”, och de skiljer sig åt.
       *[other] { $written } kan inte fyllas i: { $asked ->
            [phone] telefonnumret
            [address] adressen
            [email] e-postadressen
           *[hours] öppettiderna
        } står inte i filen för { $centre }{ $why ->
            [of-service] {" "}vid ”{ $service }”
           *[other] {""}
        }.
    }
    .help = { $why ->
        [service] { $proposal ->
            [none] Efter snedstrecket skriver du { $services }.
           *[other] Menade du ”{ $proposal }”?
        }
        [several] Skriv verksamhetens namn efter snedstrecket: { $services }.
        [of-service] Skriv in uppgiften vid verksamheten i familjecentralens fil, eller ta bort snedstrecket och det som följer så gäller den familjecentralens egen.
        [services] Uppgiften står vid verksamheterna, som kan ha olika. Skriv { $fills }{ $count ->
            [1] {""}
           *[other] {" "}om det är den du menar. Annars skriver du en av de här i stället: { $others }
        }
       *[other] Skriv in uppgiften i familjecentralens fil, eller ta bort orden i klamrar.
    }

FC0116 = Dokumentet { $document } går inte att publicera: { $reason }.
    .help = { $advice ->
        [kind] fcsite publicerar PDF, ODT, DOCX, XLSX och ICS. Spara dokumentet som PDF och länka till den, eller skriv det viktigaste på en sida.
        [macros] Spara det utan makron, helst som PDF. Ett program i ett dokument kan skada datorn hos den som öppnar det.
        [smaller] Gör det mindre. Ofta räcker det att spara som PDF på nytt och välja en liten fil. Skriv det viktigaste på en sida: den öppnas snabbt också i en mobil.
        [file] Lägg själva dokumentet i files/.
       *[again] Öppna det i programmet där det är gjort, spara det på nytt i rätt format och lägg det i stället för det här.
    }
FC0117 = Ingen text länkar till dokumentet, så det publiceras inte.
    .help = Länka till det där läsaren behöver det: [Broschyr](../files/{ $document }). Behövs det inte längre kan du ta bort det.
FC0118 = { $tags ->
        [yes] { $language ->
            [yes] PDF-filen säger inte vad den heter.
           *[no] { $title ->
                [yes] PDF-filen säger inte vilket språk den är på.
               *[no] PDF-filen säger inte vilket språk den är på eller vad den heter.
            }
        }
       *[no] { $language ->
            [unknown] PDF-filen går inte att läsa, så det är okänt om den går att få uppläst.
            [yes] { $title ->
                [yes] PDF-filen är inte taggad.
               *[no] PDF-filen är inte taggad och säger inte vad den heter.
            }
           *[no] { $title ->
                [yes] PDF-filen är inte taggad och säger inte vilket språk den är på.
               *[no] PDF-filen är inte taggad och säger varken vilket språk den är på eller vad den heter.
            }
        }
    }
    .help = { $language ->
        [unknown] Öppna den i programmet där den är gjord och spara den som PDF på nytt.
       *[other] Öppna originalet i Word eller LibreOffice. Ge det en titel i egenskaperna, ställ in språket, använd formatmallar för rubriker, och spara som PDF med taggar för tillgänglighet. Eller skriv innehållet på en sida i stället.
    }

FC0120 = Bilden { $image } finns inte.
    .help = { $proposal ->
        [none] Lägg bilden i images/. { $place ->
            [markdown] I den här filen skriver du sedan ../images/namn.jpg.
           *[yaml] Här skriver du sedan images/namn.jpg, räknat från kommunens mapp.
        }
       *[other] Menade du { $proposal }?
    }
FC0121 = Bilden { $image } går inte att använda: { $reason }.
    .help = { $advice ->
        [smaller] Gör den mindre i ett bildprogram: 2000 bildpunkter på långsidan räcker. Spara den med samma namn.
        [again] Hämta bilden på nytt från kameran, telefonen eller den som skickade den, och lägg den i stället för den här.
        [file] Lägg själva bilden i images/.
        [logo] Be den som har ritat logotypen om en enklare SVG, eller spara den som PNG.
       *[format] Spara den som JPEG, PNG eller WebP, och använd den filen i stället.
    }
FC0122 = Bilden ligger på en annan webbplats: { $image }
    .help = Spara den i images/ och använd den därifrån. Då får ingen annan veta vem som läser sidan, och bilden finns kvar även om den andra webbplatsen ändras.
FC0123 = En bild ska ha antingen en alt-text eller dekorativ: ja.
    .help = Skriv alt: med vad bilden visar. Är den bara en utsmyckning, skriv dekorativ: ja och ingen alt:.
FC0124 = Bilden { $image } är i själva verket en { $format }-fil, så ändelsen stämmer inte.
    .help = Döp om den till { $proposal }, och ändra namnet där bilden används.

FC0130 = Det finns inget tema ”{ $theme }”.
    .help = { $proposal ->
        [none] Ett tema är en mapp i themes/. Här finns { $themes }. Skriv ett av dem, eller ta bort tema:.
       *[other] Menade du ”{ $proposal }”?
    }
FC0131 = Temana { $ring } bygger på varandra i en ring.
    .help = Låt ett av dem bygga på base.
FC0132 = Den här mallen går inte att läsa: { $reason }
    .help = Mallarna skrivs i Tera 2. Läs mer i docs/themes.md.
FC0133 = Det blev fel i den här mallen: { $reason }
    .help = Det hände när { $page } skulle göras. I docs/themes.md står vad varje mall har att arbeta med.
FC0134 = I temat { $theme } saknas { $name }.
    .help = { $theme ->
        [base] Temat base finns redan i programmet, och den här mappen skymmer det. Ge mappen themes/base ett annat namn och skriv en theme.yaml i den med två rader: name: och ett namn, och extends: base. Eller ta bort mappen.
       *[other] Skriv det som saknas i temats mapp. Eller skriv extends: base i themes/{ $theme }/theme.yaml, så kommer allt som temat inte har från base.
    }
FC0135 = ”{ $value }” går inte att använda som värde för { $token }.
    .help = Skriv ett värde för CSS, till exempel "#0b5d4e" eller "1rem", utan ; { "{" } { "}" } och <.
FC0136 = Temat { $theme } saknar ord på språket { $language }.
    .help = { $theme ->
        [base] Menyer och rubriker på de här sidorna visas på språket { $fallback }. Era egna texter påverkas inte. Räcker det, skriv granskning: {"{"}av: [FC0136]{"}"} i { $file } (finns granskning: redan där, lägg till FC0136 i listan). Behövs inte språket, ta bort det ur språkversioner:. Egna ord går att skriva i ett eget tema. Hur det går till står i docs/themes.md.
       *[other] Skriv words/{ $language }.yaml i temat, med alla ord som finns i words/{ $fallback }.yaml. Så länge används orden på { $fallback }. Behövs inte språket, ta bort det ur språkversioner: i { $file }.
    }
FC0137 = Temats fil { $name } går inte att publicera: { $reason }.
    .help = Använd a–z, 0–9, punkter, bindestreck och understreck i namnet, och en av ändelserna css, svg, png, jpg, webp, woff2, ico, js och txt.
FC0138 = { $what } hämtar något från en annan server: { $host }
    .help = Sidorna hämtar ingenting utifrån, för då skulle den servern få veta vem som läser dem. Lägg filen i temats mapp assets/.
FC0139 = Med mallen { $template } blir sidan { $page } större än { $limit } MB.
    .help = En sådan sida kan ingen webbläsare visa. Leta i mallen efter en loop som håller på för länge, eller ett replace som lägger till mer än det tar bort.

FC0150 = Webbplatsen går inte att lägga där: { $reason }.
    .help = Välj en annan mapp med --output. fcsite skriver bara i nya eller tomma mappar och i sin egen.
FC0151 = Ett annat fcsite skriver just nu till { $output }.
    .help = Vänta tills det är klart, och försök igen.
FC0152 = Webbplatsen kunde inte sparas: { $reason }.
    .help = Det som redan var publicerat är orört. Kontrollera att det finns plats på disken och att du får skriva där.
FC0153 = Det som gjordes nu kunde inte sparas till nästa bygge: { $reason }.
    .help = Det går att bygga ändå, men nästa gång tar det längre tid. Kontrollera att du får skriva i { $folder }.
FC0154 = Medan webbplatsen byggdes dök det upp filer i mappen som fcsite inte har skrivit: { $files }.
    .help = De ligger kvar. Flytta dem någon annanstans, för nästa gång vägrar fcsite att bygga i en mapp med andras filer.
FC0155 = { $kind ->
        [no-file] Filen { $file } finns inte, så ingen vet vart webbplatsen ska.
        [several] Det finns flera mål i { $file }. Vilket menas?
        [no-target] Det finns inget mål i { $file }, bara ett arkiv.
       *[unknown] Det finns inget mål som heter { $name } i { $file }.
    }
    .help = { $kind ->
        [no-target] Skriv ett också, till exempel: prov: {"{"}mapp: /mnt/webb/familj{"}"}
        [no-file] Gör filen { $file } bredvid content/ med till exempel: prov: {"{"}mapp: /mnt/webb/familj{"}"}
       *[unknown] Välj något av de här: { $choices }.
    }
FC0156 = { $kind ->
        [name] Ett mål kan inte heta { $value }: små bokstäver, siffror och bindestreck går bra.
        [none] Målet { $value } har varken mapp:, sftp:, ftps: eller s3:.
        [both] Målet { $value } har mer än ett av mapp:, sftp:, ftps: och s3:.
        [only] { $value }: hör bara ihop med { $other }:.
        [password] Det står ett lösenord i adressen. Hemligheter hör inte hemma i den här filen.
        [host-key] { $value } är inte en servers nyckel.
        [certificate] { $value } är inte ett certifikats fingeravtryck.
        [bucket] { $value } kan inte vara namnet på en bucket eller en region.
        [endpoint] Det där är ingen adress till ett S3 med kryptering.
        [prefix] { $value } kan inte stå före filernas namn.
        [plain-ftp] Vanlig FTP skickar lösenordet och sidorna oskyddade, så den använder fcsite inte.
        [ftps] Det där är ingen adress för FTPS.
       *[sftp] Det där är ingen adress för SFTP.
    }
    .help = { $kind ->
        [name] { $proposal ->
            [none] Välj ett annat namn, till exempel prov.
           *[other] Skriv: { $proposal }
        }
        [none] Skriv mapp: med en mapp, sftp: med användare@server:mapp, ftps: med användare@server/mapp, eller s3: med en bucket.
        [both] Gör två mål av det, med varsitt namn.
        [only] Ta bort raden.
        [password] Ta bort det, och byt lösenordet. fcsite frågar efter det, eller tar det från FCSITE_PASSWORD.
        [host-key] Den börjar med SHA256: och visas av: ssh-keygen -lf
        [certificate] Det är SHA-256-avtrycket, 64 siffror och bokstäver, och visas av: openssl x509 -noout -fingerprint -sha256
        [bucket] Det har bokstäver utan å, ä och ö, siffror, bindestreck och punkter: skriv det som de som sköter lagringen gör.
        [endpoint] Skriv den med https://, till exempel https://s3.example.
        [prefix] Bokstäver utan å, ä och ö, siffror, bindestreck, punkter och snedstreck går bra, till exempel familj.
        [plain-ftp] De flesta servrar med FTP har också FTPS: skriv användare@server/mapp, till exempel webb@server.example/familj. Be annars dem som sköter servern om SFTP.
        [ftps] Skriv användare@server/mapp, till exempel webb@server.example/familj
       *[sftp] Skriv användare@server:mapp, till exempel webb@server.example:familj
    }
FC0157 = Publiceringen till { $target } blev inte klar: { $reason }.
    .help = { $kind ->
        [begun] Läsarna ser fortfarande hela sidor. Rätta felet och ge samma kommando igen: då fortsätter det där det slutade.
       *[unbegun] Ingenting är ändrat där. Rätta felet och ge samma kommando igen.
    }
FC0158 = Läsarna ser inte det som publicerades på { $url }: { $reason }.
    .help = Det kan ta en stund om servern sparar sidor en tid. Annars: är målet den mapp som den adressen visar?
FC0160 = Mappen { $folder } är inte tom.
    .help = Välj en ny eller tom mapp, till exempel: fcsite init { $proposal }
FC0161 = { $path } finns redan, och fcsite skriver aldrig över det som du har skrivit.
    .help = Öppna filen och fortsätt i den. Handlar det om något annat, ge den nya en egen adress med --id.
FC0162 = SCB har ingen kommun som heter ”{ $name }”.
    .help = { $proposal ->
        [none] Skriv namnet som kommunen själv gör, till exempel: fcsite new municipality Botkyrka
       *[other] Menade du { $proposal }? Skriv: fcsite new municipality "{ $proposal }"
    }
FC0163 = { $code } är inte koden för { $name }{ $owner ->
        [none] {""}
       *[other] , utan för { $owner }
    }.
    .help = { $right ->
        [none] SCB har ingen kommun som heter { $name }. Skriv kommunens eget namn, till exempel: fcsite new municipality Botkyrka
       *[other] Ta bort --code. fcsite vet redan att { $name } har { $right }.
    }
FC0164 = { $what ->
        [name] Namnet saknas.
        [title] Titeln saknas.
        [id] Det går inte att göra en webbadress av ”{ $example }”.
        [municipality] Det framgår inte vilken kommun det gäller.
        [answer] Frågorna blev inte besvarade, så ingenting är gjort.
        [original] Det framgår inte vad som ska översättas.
        [day] Veckodagen saknas.
        [from] Det framgår inte när den börjar.
        [to] Det framgår inte när den slutar.
        [centre] Det framgår inte vilken familjecentral det gäller.
        [import] Det framgår inte vart det ska.
        [language] Det framgår inte vilket språk det ska bli.
       *[other] { $what } saknas.
    }
    .help = { $what ->
        [id] Välj en själv, med bokstäverna a–z, siffror och bindestreck, och skriv den efter --id. Exempel: --id sommar
        [import] Lägg till --to och ett av de här: { $choices }.
        [centre] Lägg till --centre och en av de här: { $choices }.
        [language] Lägg till --language och ett av de här: { $choices }.
        [municipality] Lägg till --municipality och en av de här: { $choices }.
        [answer] Börja om när du vill. Det som du inte vet går att lämna tomt: tryck Enter.
       *[other] Skriv: { $example }
    }
FC0165 = { $kind ->
        [make] { $path } gick inte att skapa: { $reason }.
        [look] { $path } gick inte att titta på: { $reason }.
       *[other] { $path } gick inte att ändra: { $reason }.
    }
    .help = { $kind ->
        [overtaken] Se efter vad filen säger nu.
        [look] Kontrollera att du får läsa där, och försök igen.
       *[other] Kontrollera att mappen finns och att du får skriva i den.
    }
FC0166 = { $many ->
        [yes] Det finns flera texter som kan heta ”{ $name }”.
       *[no] Det finns ingen nyhet eller sida som heter ”{ $name }”.
    }
    .help = { $many ->
        [yes] Skriv hela filen: { $choices }
       *[no] { $proposal ->
            [none] Skriv filens namn, till exempel: fcsite new translation content/botkyrka/pages/om-oss.md --language en
           *[other] Menade du { $proposal }?
        }
    }
FC0167 = { $kind ->
        [same] { $file } är redan skriven på det språket ({ $language }).
        [there] { $file } finns redan, och är översättningen ({ $language }).
       *[unknown] Webbplatsen har inte språket { $language }.
    }
    .help = { $kind ->
        [same] Välj ett annat språk, till exempel: --language { $example }
        [there] Öppna filen och fortsätt i den.
       *[unknown] Lägg till det i content/site.yaml: språkversioner: [{ $languages }]
    }
FC0168 = Det är något fel i { $file }, så inget har lagts till i den.
    .help = Rätta felet som fcsite check visar, och försök igen.
FC0169 = Det gick inte att lägga till något i { $file } utan att ändra på annat, så ingenting är gjort.
    .help = Lägg till det här själv i { $file }, under aktiviteter: { $lines }
FC0173 = tillgänglighetsredogörelse: visas ingenstans: webbplatsen har bara en kommun, och då finns inga gemensamma sidor.
    .help = Flytta tillgänglighetsredogörelse: till { $file }.
FC0174 = Översättningen är äldre än originalet: { $original } ändrades { $changed }, den här senast { $date }.
    .help = Gå igenom översättningen och skriv sedan uppdaterad: med dagens datum. Under tiden står det på sidan att originalet är nyare.
FC0175 = ”{ $value }” är inte en adress som en dataportal kan läsa, så hela förteckningen över öppna data skulle bli nekad.
    .help = Adresserna till öppna data är webbadress: med filnamn efter, och kontakt: (e-post:, länk:). Kopiera dem från webbläsaren: där är mellanslag och tecken som {"{"} och | redan skrivna med %.

FC0176 = { $kind ->
        [own] ”{ $value }” är namnet som filen har nu.
        [taken] { $other } heter ”{ $value }”, eller har hetat så.
       *[form] En fil kan inte ha hetat ”{ $value }”.
    }
    .help = { $kind ->
        [own] Skriv här bara det som filen har hetat förut.
        [taken] Ett namn hör till en familjecentral för alltid. Ta bort det ur den ena av filerna.
       *[form] Skriv filens gamla namn utan .yaml: { $proposal }
    }
FC0177 = Familjecentralens fil har bytt namn. Förut hette den { $file }, och i öppna data som redan är publicerade heter familjecentralen { $old }.
    .help = Skriv i filen, före andra namn som redan står där: hette förut: [{ $old }]. Är det en annan familjecentral? Behåll då även filen { $file }, med status: stängd.

FC0199 = Något som aldrig borde hända gick fel: { $reason }
    .help = Rapportera det gärna, och skicka med filerna som det hände med.

FC0200 = { $other } har också titeln ”{ $title }”.
    .help = Ge varje text en egen titel, så att läsarna kan skilja dem åt i listor och sökresultat.
FC0201 = { $other } har samma ingress.
    .help = Berätta i ingressen vad som är nytt i just den här texten.
FC0202 = { $kind ->
        [empty] Länken till { $target } har ingen text.
       *[text] Länktexten ”{ $text }” säger inte vart länken leder.
    }
    .help = Skriv vad läsaren hittar där, till exempel [Läs mer om öppna förskolan]({ $target }). Den som får sidans länkar upplästa hör inget annat än länktexten.
FC0203 = { $kind ->
        [bare] En webbadress står i texten, utan ord om vad som finns där: { $text }
       *[text] Länken visas som en webbadress: { $text }
    }
    .help = Skriv vad läsaren hittar där, till exempel [Öppna förskolan i Fittja]({ $target }). En webbadress läses upp bokstav för bokstav.
FC0204 = Rubriken ”{ $heading }” är på nivå { $level }, men rubriken före den är på nivå { $before }.
    .help = Skriv { $right } och ett mellanslag före rubriken. Nivåerna visar vad som hör ihop med vad. Hur stor rubriken ser ut bestämmer temat.
FC0205 = { $why ->
        [word] Alt-texten ”{ $alt }” säger inte vad bilden visar.
       *[file] Alt-texten ”{ $alt }” är ett filnamn.
    }
    .help = { $place ->
        [yaml] Beskriv vad bilden visar, till exempel alt: Två barn vid ett bord. Är den bara en utsmyckning, skriv dekorativ: ja och ta bort alt:.
       *[markdown] Beskriv vad bilden visar, till exempel ![Två barn vid ett bord]({ $target }). Är den bara en utsmyckning, skriv ![dekorativ]({ $target }).
    }
FC0206 = Alt-texten är densamma som bildtexten: ”{ $alt }”.
    .help = Den som lyssnar hör samma sak två gånger. Låt alt-texten beskriva bilden, och bildtexten berätta det som inte syns.
FC0207 = En kolumn i tabellen saknar namn.
    .help = Skriv ett namn i varje ruta på tabellens första rad. Bara den första rutan får vara tom. Den som får tabellen uppläst hör namnet före varje värde.
FC0208 = { $kind ->
        [item] Det här ser ut som en punkt i en lista, men det saknas ett mellanslag efter bindestrecket.
        [dash] Det saknas ett mellanslag efter tankstrecket.
        [dashes] Det här ser ut som en lista, men raderna börjar med tankstreck. På sidan blir de något som någon säger.
       *[speech] Det här ser ut som något som någon säger, men raden börjar med ett bindestreck.
    }
    .help = { $kind ->
        [item] Skriv - { $words }
        [dash] Är det något som någon säger, skriv: – { $words }
        [dashes] Är det en lista, börja varje rad med ett bindestreck i stället: - { $words }
       *[speech] Är det en lista skriver du ett bindestreck och ett mellanslag. Är det något som någon säger börjar raden med ett tankstreck (eller två bindestreck) och ett mellanslag: – { $words }
    }
FC0209 = Datumet ”{ $date }” går att läsa på två sätt.
    .help = { $proposal ->
        [none] Skriv månaden med bokstäver, och ta alltid med året: 3 april 2026.
       *[other] Skriv { $proposal }, om det är den dagen du menar.
    }
FC0210 = Texten är svår att läsa: LIX { $lix }.
    .help = { $reason ->
        [sentences] Meningarna är långa: { $mean } ord i genomsnitt, och { $longest } i den längsta, som är markerad. Dela den i två.
        [words] Många ord är långa: { $share } % har fler än sex bokstäver, till exempel { $words }. Välj kortare ord där det går.
       *[both] Meningarna är långa ({ $mean } ord i genomsnitt, och { $longest } i den längsta, som är markerad). Många ord är också långa ({ $share } % har fler än sex bokstäver, till exempel { $words }).
    } Under 40 är lättläst, och 40–50 är medelsvårt. Det här är bara ett råd: läs texten högt, och lita på ditt öra.
FC0211 = Förkortningen ”{ $short }” är inte förklarad.
    .help = Skriv ut hela ordet första gången: { $long } ({ $short }).
FC0212 = Temats färger { $first } ({ $one }) och { $second } ({ $two }) har kontrasten { $ratio } till 1. Den ska vara minst { $least }.
    .help = Gör en av färgerna mörkare eller ljusare i theme.yaml. Lagen (2018:1937) kräver WCAG { $criterion }.
FC0213 = { $from ->
        [address] Adressen { $target } hör till er egen webbplats, men { $why ->
            [heading] det stället finns inte på sidan
            [withheld] sidan publiceras inte nu
           *[missing] den sidan finns inte
        }.
       *[other] Den färdiga sidan { $page } länkar till { $target }, men { $why ->
            [heading] det stället finns inte på sidan dit länken leder
           *[missing] den filen finns inte på webbplatsen
        }.
    }
    .help = { $proposal ->
        [none] { $places ->
            [none] { $from ->
                [text] { $why ->
                    [heading] Den sidan har inga ställen att länka till. Länka till den utan # och det som står efter.
                   *[missing] Rätta länken i den här filen.
                }
                [address] { $why ->
                    [withheld] Publicera sidan, eller ta bort länken.
                   *[other] Länka i texten till filen, sedd från den här filen, till exempel ../pages/namn.md. Då ser fcsite till att sidan finns. I menyn skriver du sida: eller familjecentral: och filens namn i stället för länk:. I ett annat fält skriver du sidans adress som webbläsaren visar den.
                }
               *[theme] Titta i temats mallar. Länken finns inte i någon av dina texter.
            }
           *[other] De här ställena finns: { $places }. Skriv ett av dem, eller länka till sidan utan # och det som står efter.
        }
       *[other] Menade du { $proposal }?
    }
FC0214 = Länken till { $target } på en annan webbplats fungerar inte: { $reason }.
    .help = Öppna den i en webbläsare. Om sidan är borta, länka till en annan sida eller ta bort länken.
FC0215 = Sidan { $target } på en annan webbplats har flyttat för gott, till { $new }.
    .help = Skriv den nya adressen.
FC0216 = Länken { $target } leder till den här datorn eller till ett internt nätverk.
    .help = Dit kommer inte läsarna. Länka till en adress som alla kan nå.
FC0217 = { $kind ->
        [municipality] Exempelkommunen är ett exempel, och den publiceras tillsammans med era egna kommuner.
        [name] { $value } är namnet i exemplet, inte ert.
        [code] { $value } är koden i exemplet, och ingen kommun har den.
        [phone] { $value } är ett påhittat telefonnummer. Det går inte till någon.
        [unfinished] ”{ $value }” är en anteckning till den som ska skriva vidare, och läsarna ser den.
       *[address] { $value } är en påhittad adress. Den leder ingenstans.
    }
    .help = { $kind ->
        [municipality] Ta bort mappen { $value } när ni inte behöver exemplet längre.
        [name] Skriv ert eget namn.
        [code] Skriv kommunens kod hos SCB, inom citattecken, och ta bort FC0054 ur granskning:.
        [base] Skriv adressen där webbplatsen ska finnas.
        [phone] Skriv det riktiga numret, eller ta bort det.
        [unfinished] Skriv det som läsarna ska veta, eller ta bort det. Så länge texten inte är klar kan utkast: ja högst upp i en nyhet eller sida hålla den opublicerad.
       *[address] Skriv den riktiga adressen, eller ta bort den.
    }
FC0218 = { $kind ->
        [heading] Det här blev ingen rubrik, så ”{ $marks }” syns på sidan.
        [box] Det här blev ingen faktaruta, så ”{ $marks }” syns på sidan.
        [bullet] Tecknet ”{ $marks }” gör ingen lista, så punkterna hamnar på samma rad.
        [number] Det saknas ett mellanslag efter numret, så det blir ingen lista.
        [row] Raden hör till en tabell, men en tom rad skiljer dem åt. På sidan blir den text: ”{ $marks }”
        [turned] ”{ $marks }” blir ingen länk. Tecknen runt orden och adressen är fel.
        [table] Raderna med | blev ingen tabell.
        [cells] Det finns tabbtecken i texten. På sidan blir de mellanslag, så en tabell går förlorad.
        [bold] Tecknen ** syns på sidan, för de blev ingen fetstil.
        [struck] Tecknen ~~ syns på sidan.
        [letters] Det blir ingen lista av a), b) och c), så punkterna hamnar på samma rad.
        [task] Rutan ”{ $marks }” syns på sidan som hakparenteser.
        [span] ”{ $marks }” syns på sidan. Det kommer från Word, genom ett annat program.
        [tag] ”{ $marks }” syns på sidan. Det är en kod från ett annat program, och den betyder ingenting här.
        [signs] ”{ $marks }” syns på sidan. Tecknen kommer från ett annat program, och betyder ingenting här.
        [look] ”{ $marks }” syns på sidan som det står. Här står ren text, som inte kan ha fetstil eller länkar.
        [emoji] ”{ $marks }” syns på sidan med sina bokstäver.
        [note] Fotnoten finns inte, så ”{ $marks }” syns på sidan.
        [fields] Här står fält som hör till filens början. På sidan blir de en rubrik.
        [indented] Texten är indragen fyra steg eller mer. På sidan visas den som programkod.
        [fill] ”{ $marks }” syns på sidan. Orden ska stå inom en klammer på var sida.
        [brackets] ”{ $marks }” syns på sidan som det står. Bara ord inom klamrar fylls i.
        [empty-note] Fotnoten { $marks } säger ingenting.
        [number-link] Det här blev ingen länk, så hakparenteserna syns på sidan. Ett telefonnummer behöver inga.
        [filled] Det här blev ingen länk, så hakparenteserna syns på sidan. En uppgift inom klammer kan inte vara adressen i en länk.
       *[reference] Det här blev ingen länk, så hakparenteserna syns på sidan.
    }
    .help = { $kind ->
        [heading] Skriv { $instead }
        [letters] Skriv siffror i stället: 1. för a), 2. för b) och så vidare.
        [task] Ta bort den: { $instead }
        [span] { $instead ->
            [none] Ta bort det.
           *[other] Skriv bara orden: { $instead }
        }
        [signs] { $instead ->
            [none] Ta bort det.
           *[other] Skriv bara orden: { $instead }
        }
        [look] { $instead ->
            [none] Ta bort det.
           *[other] Skriv bara orden: { $instead }
        }
        [tag] Ta bort den, och skriv det som läsaren ska se. En bild skrivs ![Två barn vid ett bord](../images/namn.jpg)
        [emoji] { $instead ->
            [none] Ta bort det.
           *[other] Ta bort det: { $instead } Är tecknet viktigt skriver du med ord vad det säger.
        }
        [box] Börja raden med tre kolon, ett mellanslag och fact: ::: fact Rubrik
        [bullet] Börja varje punkt med ett bindestreck och ett mellanslag, på en egen rad: { $instead }
        [number] Skriv ett mellanslag efter numret, och varje punkt på en egen rad: { $instead }
        [table] Skriv en rad med streck under tabellens rubriker: { $instead }
        [row] Ta bort den tomma raden ovanför, så att tabellens alla rader står direkt under varandra.
        [turned] Skriv orden inom hakparenteser och adressen direkt efter, inom vanliga: { $instead }
        [cells] Skriv tabellen med streck mellan kolumnerna: | Dag | Tid | på första raden, |---|---| på nästa, och sedan en rad för varje dag.
        [bold] Ta bort mellanslag innanför stjärnorna, och skriv två stjärnor både före och efter: **Obs!**
        [struck] Ta bort dem. Genomstruken text är svår att läsa, så skriv bara det som gäller.
        [note] Skriv fotnoten på en egen rad: { $marks }: Fotnotens text. Eller ta bort hänvisningen.
        [empty-note] Skriv texten efter kolonet, på samma rad: { $marks }: Fotnotens text. Eller ta bort båda, fotnoten och hänvisningen till den.
        [brackets] Skriv { $instead }
        [number-link] Skriv numret för sig i texten, utan hakparenteser om orden före. Det blir en länk av sig själv.
        [fields] Är det två nyheter, lägg dem i var sin fil.
        [indented] Ta bort mellanslagen eller tabbtecknet i början av raderna.
        [blank] Ta bort mellanslaget mellan ] och (.
        [fill] { $instead ->
            [none] Skriv en klammer på var sida: { $example }
           *[other] Skriv { $instead }
        }
        [filled] Skriv bara orden inom klammer, utan länk runt dem: { $example }. Numret blir en länk av sig självt.
       *[reference] Skriv länken så här: [texten](adressen)
    }
FC0219 = { $meant ->
        [none] Här finns tecknet �, som står i stället för en bokstav som har gått förlorad.
       *[other] Här står ”{ $signs }”, som ska vara ”{ $meant }”.
    }
    .help = { $meant ->
        [none] Skriv om ordet, och spara filen som UTF-8.
       *[other] Texten har kopierats eller sparats med fel teckenkodning. Skriv { $meant } i stället, eller kopiera texten på nytt, och spara filen som UTF-8.
    }
FC0225 = { $kind ->
        [bold] Den feta raden och texten under den hamnar på samma rad på sidan.
        [question] Frågan och svaret under den hamnar på samma rad på sidan.
       *[lines] De här raderna hamnar efter varandra på samma rad på sidan.
    }
    .help = { $kind ->
        [bold] Är den feta raden en rubrik, skriv { $line } utan stjärnor. Annars lämnar du en tom rad under den.
        [question] Skriv frågan som en rubrik, så hittar läsaren den: { $line }
        [plain] Här står ren text, som inte kan ha flera rader. Skriv dem som en mening: { $line }
        [field] Skriv { $field }: | och raderna var för sig under, indragna, med ett omvänt snedstreck sist på varje rad utom den sista: { $line }\
        [folded] Efter > blir raderna en enda. Skriv { $field }: | i stället, och ett omvänt snedstreck sist på varje rad utom den sista: { $line }\
       *[lines] Skriv ett omvänt snedstreck sist på varje rad utom den sista: { $line }\ Är det en lista börjar du varje rad med ett bindestreck och ett mellanslag.
    }
FC0226 = { $kind ->
        [empty] Rubriken är tom.
        [alone] Under rubriken ”{ $heading }” står ingenting.
        [twice] Rubriken ”{ $heading }” står två gånger.
        [attributes] Det som står inom klamrar efter rubriken betyder ingenting här.
       *[underline] Raden med --- gör texten ovanför till en rubrik.
    }
    .help = { $kind ->
        [alone] Skriv det som ska stå under den, eller ta bort rubriken. Är den en fråga väntar läsaren på svaret.
        [twice] Ta bort den ena, eller skriv vad som skiljer. Den som får sidans rubriker upplästa vet annars inte vilken som är vilken.
        [empty] Skriv rubrikens ord efter tecknen, eller ta bort raden. Den som får sidans rubriker upplästa möts annars av en som inte säger något.
        [attributes] Ta bort det. Vill du ge rubriken en egen adress, skriv den med små bokstäver, siffror och bindestreck: {"{"}#hitta-hit{"}"}
       *[underline] Menade du en linje, lämna en tom rad före ---. Menade du en rubrik, ta bort raden och skriv ## före texten.
    }
FC0227 = { $address } är en privat e-postadress.
    .help = Skriv verksamhetens egen adress, en som flera kan läsa. Det som skickas till en privat adress är svårt att diarieföra, och ingen svarar när den personen är ledig.
FC0228 = ”{ $name }” ser ut som namnet på en person.
    .help = { $field ->
        [consent] Skriv var samtycket finns, till exempel samtycke: Dnr 2026/123. Namnet står kvar i filen också när samtycket tas tillbaka.
       *[other] Skriv en funktion eller enhet, till exempel { $field-name }: Familjeenheten. Den gäller även när någon byter arbete.
    }
FC0229 = { $kind ->
        [late] Bristen skulle vara åtgärdad { $date }.
       *[old] Tillgänglighetsredogörelsen bygger på en granskning från { $date }. Det är mer än ett år sedan.
    }
    .help = { $kind ->
        [late] Är den åtgärdad tar du bort bristen. Annars skriver du ett nytt datum, och uppdaterad: { $today }.
       *[old] Granska webbplatsen på nytt, och skriv sedan bedömd: och uppdaterad: med dagens datum: { $today }
    }

FC0240 = Här finns { $name } ({ $code }).
    .help = { $kind ->
        [turns] Läsarna ser andra ord än dem som står i filen.
        [line] Läsarna kan få se en ruta, eller ord som sitter ihop.
       *[other] Det kommer ofta med när man kopierar text. Orden går inte att söka efter eller kopiera.
    } { $around ->
        [none] Ta bort det.
       *[other] { $kind ->
            [line] Skriv ett mellanslag eller en ny rad i stället för tecknet: { $around }
           *[other] Sudda ut stället och skriv det för hand: { $around }
        }
    }
FC0241 = { $kind ->
        [address] I adressen står HTML-koden ”{ $signs }”.
       *[other] Läsarna ser HTML-koden ”{ $signs }” som den står.
    }
    .help = { $kind ->
        [tag] Ta bort den. Här står ren text, som inte kan ha fetstil, länkar eller radbrytningar.
       *[other] { $meant ->
            [blank] Skriv ett vanligt mellanslag, eller ingenting, i stället.
            [none] Ta bort den.
           *[other] Skriv { $meant } i stället. Koden är till för HTML, och här står ren text.
        }
    }
FC0242 = Tabellens rad har fler celler än rubriker, så ”{ $cell }” syns inte på sidan.
    .help = Skriv en rubrik till på tabellens första rad, och ett streck till under den. Eller ta bort cellen. Ska tecknet | synas skriver du \|
FC0243 = { $kind ->
        [contacts] Alla telefonnummer och e-postadresser hos { $value } är desamma som hos { $name }: { $same }.
        [one] { $name } har också { $same }, men ligger på en annan adress. Stämmer det?
        [some] { $name } har också de här, men ligger på en annan adress: { $same }. Stämmer det?
        [place] { $value } ligger enligt läge: på precis samma plats som { $name }, men har en annan adress.
        [text] ”{ $same }” står ord för ord hos { $name } också.
       *[name] ”{ $value }” har en annan familjecentrals namn i sig: { $name }.
    }
    .help = { $kind ->
        [one] Är det kvar från { $other }, eller ett skrivfel, så skriv det som { $value } har. Är det den andra filen som är fel, rättar du där. Delar de det verkligen, stänger FC0243 under granskning: av: i filen av frågan.
        [some] Är de kvar från { $other }, så skriv dem som { $value } har. Är det den andra filen som är fel, rättar du där. Delar de dem verkligen, stänger FC0243 under granskning: av: i filen av frågan.
        [place] Är filen en kopia av { $other }, så skriv lat: och lon: för den här adressen. De går att kopiera från en karta. Är det samma hus, stänger FC0243 under granskning: av: i filen av varningen.
        [text] Är det kvar från { $other }, så skriv det som gäller här, eller ta bort det. Gäller samma sak på båda, stänger FC0243 under granskning: av: i filen av varningen.
        [contacts] Är filen en kopia av { $other }, så skriv den här familjecentralens egna nummer och adresser, och se över bokningslänkarna och verksamheternas namn. Har ni dem inte än, ta bort dem. Om båda verkligen delar dem, stänger FC0243 under granskning: av: i filen av varningen.
       *[name] Är det kvar från { $other }, så skriv det som gäller här, eller ta bort det. Är det rätt, stänger FC0243 under granskning: av: i filen av varningen.
    }
FC0244 = { $kind ->
        [mail] Länken går till { $target }, som inte är någon e-postadress.
        [typed] ”{ $target }” ser ut som en e-postadress men är ingen, så inga brev kommer fram.
        [twice] I länkens adress står https:// två gånger: { $target }
        [sign] I länkens adress står ett tecken som ingen webbplats har i sitt namn: { $target }
       *[dot] Länken går till { $target }, och en webbplats namn har en punkt i sig.
    }
    .help = { $kind ->
        [mail] Skriv hela adressen, till exempel namn@kommunen.se
        [typed] { $proposal ->
            [none] Skriv hela adressen med det som står efter punkten, till exempel namn@kommunen.se. Är det ingen adress stänger FC0244 under granskning: av: i filen av varningen.
           *[other] Skriv { $proposal }
        }
        [twice] Låt https:// stå en gång, först.
       *[other] Öppna sidan i webbläsaren och kopiera adressen därifrån.
    }
FC0245 = { $kind ->
        [many] Stämmer de { $count } numren, från { $number } till { $last }? Inget av dem finns i kommunernas filer.
        [field] Stämmer numret { $number } i anmälan? Det är inget av numren i kommunernas filer.
       *[one] Stämmer numret { $number }? Det är inget av numren i kommunernas filer.
    }
    .help = { $meant ->
        [none] { $kind ->
            [field] Kontrollera det. Är det rätt får det stå.
            [many] Kontrollera listan, och låt de nummer stå som stämmer. De visas som de är skrivna, och det går att trycka på dem. En familjecentrals eller en verksamhets nummer skriver du hellre som { $example }. Då följer det med när det ändras.
           *[one] Är det en annan myndighets nummer, så kontrollera det och låt det stå.{ $proposal ->
            [none] {""}
           *[other] {" "}{ $count ->
                [1] Är det familjecentralens, så skriv { $proposal }. Då följer det med när numret ändras i familjecentralens fil.
               *[other] Är det en familjecentrals nummer, så skriv det av dessa som är rätt: { $proposal }. Då följer det med när numret ändras i familjecentralens fil.
            }
            }
        } FC0245 under granskning: av: i filen stänger av frågan.
       *[other] { $kind ->
            [field] Är det familjecentralens eller verksamhetens, så är det nu { $meant }. Skriv det i så fall.{ $removable ->
                [yes] {" "}Eller ta bort telefon: här, så visar sidan numret själv.
               *[no] {""}
            }
           *[one] { $count ->
            [1] Menade du { $meant }? Skriv i så fall { $proposal }. Då följer det med när numret ändras i familjecentralens fil.
           *[other] Menade du något av dessa: { $meant }? Skriv i så fall det som är rätt av { $proposal }. Då följer det med när numret ändras i familjecentralens fil.
        }
        } Är det någon annans nummer och rätt, så stänger FC0245 under granskning: av: i filen av frågan.
    }
FC0246 = { $kind ->
        [weekday] ”{ $words }” stämmer inte. Den dagen är det { $day }.
        [day] Dagen ”{ $words }” finns inte.
        [week] Vecka { $words } finns inte.
        [reversed] ”{ $words }” slutar innan det börjar.
       *[time] Klockslaget ”{ $words }” finns inte.
    }
    .help = { $kind ->
        [weekday] { $proposal ->
            [none] Är det veckodagen som stämmer, så är det kanske { $other } som menas.
           *[other] Skriv { $proposal } om det är datumet som stämmer. Är det veckodagen, så är det kanske { $other } som menas.
        }
        [day] Kontrollera i en almanacka, och skriv dagen som du menar.
        [week] Ett år har 52 eller 53 veckor. Skriv veckan som du menar.
        [reversed] { $proposal ->
            [none] Skriv när det slutar.
           *[other] Skriv { $proposal } om tiderna har bytt plats, annars tiderna som du menar.
        }
       *[time] { $proposal ->
            [none] Skriv timmar från 0 till 24 och minuter från 00 till 59: 9.45
           *[other] Skriv { $proposal } om du menar en kvart i. Minuterna går från 00 till 59.
        }
    }
FC0247 = { $kind ->
        [paragraph] Det här stycket är inte översatt. Det står ord för ord i originalet: { $original }
        [text] Texten är inte översatt. Den står ord för ord i originalet: { $original }
        [title] Titeln är inte översatt. Den är densamma i originalet: { $original }
        [lead] Ingressen är inte översatt. Den är densamma i originalet: { $original }
       *[field] I originalet står något annat i { $field ->
            [until] gäller till
           *[other] { $field-name }
        }: { $original }
    }
    .help = { $kind ->
        [paragraph] Översätt stycket till språket i filnamnet, { $language }. Ska det stå så på båda språken, stänger FC0247 under granskning: av: i filen av varningen.
        [text] Översätt texten till språket i filnamnet, { $language }. Tills den är klar: skriv utkast: ja bland fälten, så visas originalet i stället.
        [title] Översätt titeln till språket i filnamnet, { $language }.
        [lead] Översätt ingressen till språket i filnamnet, { $language }.
       *[field] { $proposal ->
            [none] Där står { $theirs ->
                [none] ingenting
               *[other] { $theirs }
            }, och här { $ours ->
                [none] ingenting
               *[other] { $ours }
            }. Skriv samma sak i båda filerna.
           *[other] Skriv { $proposal } som i originalet, eller ändra där.
        }
    }
FC0248 = Aktiviteten ”{ $title }” finns redan, samma dag och tid.
    .help = { $kind ->
        [new] Inget har lagts till. Är det en annan aktivitet, så ge den en titel som säger vad som skiljer. Annars ändrar du den som finns: id { $id }
       *[other] Ta bort den ena, annars visas den två gånger. Den andra har id { $id }. Är det två olika, så ge dem titlar som säger vad som skiljer.
    }
FC0249 = { $kind ->
        [link] Länken ska ringa { $number }, som inte är ett telefonnummer.
       *[text] ”{ $number }” ser ut som ett telefonnummer men är inget, så det går inte att trycka på.
    }
    .help = Skriv numret som 0611-34 81 00: riktnummer, bindestreck och resten i grupper. Är det två nummer skriver du båda hela. Är det inget telefonnummer stänger FC0249 under granskning: av: i filen av frågan.
FC0250 = Familjecentralen ligger { $distance } km från den närmaste andra i kommunen.
    .help = Jämför lat: och lon: med en karta. Är en siffra fel, eller hör de till en annan plats? Den närmaste andra är { $other }. Är båda rätt, stänger FC0250 under granskning: av: i filen av varningen.
FC0251 = { $kind ->
        [season] Perioden har tider då det annars är stängt i verksamheter som den också gäller: { $services }.
       *[exception] Avvikelsen har tider då det annars är stängt i verksamheter som den också gäller: { $services }.
    }
    .help = { $kind ->
        [season] Har någon av dem egna tider under perioden ({ $services }), så skriv dem under perioder: vid verksamheten. Är det öppet så här, stänger FC0251 under granskning: av: i filen av varningen.
       *[exception] Har de andra tider de dagarna, så lägg en avvikelse till sist i listan, med samma dagar, stängt: ja eller öppettider:, och verksamheter: [{ $services }]. Är det öppet så här, stänger FC0251 under granskning: av: i filen av varningen.
    }
FC0252 = { $kind ->
        [seasons] { $count ->
            [one] En period har varit: nummer { $numbers }.
           *[other] { $count } perioder har varit: nummer { $numbers }.
        }
       *[exceptions] { $count ->
            [one] En avvikelse har varit: nummer { $numbers }.
           *[other] { $count } avvikelser har varit: nummer { $numbers }.
        }
    } Den här slutade { $last }.
    .help = Menade du ett annat år, så rätta datumet. Annars kan du ta bort det som har varit. Vill ni ha det kvar till nästa år, stänger FC0252 under granskning: av: i filen av varningen.
FC0253 = Adressen leder till en sida på er egen webbplats.
    .help = { $kind ->
        [made] Den sidan finns redan i menyn. Ta bort raden.
        [centre] Skriv familjecentral: { $name } i stället för länk:. Då följer länken med till alla språk, och fcsite ser till att sidan finns.
       *[page] Skriv sida: { $name } i stället för länk:. Då följer länken med till alla språk, och fcsite ser till att sidan finns.
    }
FC0254 = { $kind ->
    [items] Listan har { $number } poster. Här ryms { $most }.
    [text] Texten har { $number } tecken. Här ryms { $most }.
    [contacts] Texten har mer än en tabell med ::: contacts.
    [boxes] Texten har fler än { $most } rutor med familjecentraler.
    [menu] { $number } sidor vill stå i menyn. Där ryms { $most }.
    [address] Adressen har { $number } tecken. Här ryms { $most }.
    [host] Serverns namn har { $number } tecken. Ett sådant namn har högst { $most }.
    [mail] E-postadressen har { $number } tecken. En sådan adress har högst { $most }.
    [special] Avvikelserna ger { $number } rader på familjecentralens sida. Där ryms { $most }.
    [times] Aktiviteterna infaller { $number } gånger det närmaste året. Här ryms { $most }.
    [themes] Webbplatsen använder { $number } teman. Här ryms { $most }.
    [site] Sidorna blir mer än { $most } MB tillsammans, och det är långt mer än texten i content/ behöver.
    [assets] Temats filer är { $number } MB tillsammans. Här ryms { $most } MB.
    [centres] Kommunen har { $number } familjecentraler. Här ryms { $most }.
    [agenda] Alla aktiviteter i kommunen blir ungefär { $number } MB text på sidorna och i kalendrarna, på alla språk. Där ryms { $most } MB.
    [name] Ett namn har inga ord inom klamrar som ska fyllas i: det står i listor, vid tider och i kalendrar.
    [filled] Orden inom klamrar blir ungefär { $number } tecken tillsammans. I den här texten ryms { $most }.
    [plan] Sidorna blir mer än { $most } MB text tillsammans, på alla språk.
    [shared] Alla { $folders } kommuner delar { $number } filer, och var och en får en sida av varje text. Det är mer än en webbplats rymmer.
   *[fills] Texten har fler än { $most } ord inom klamrar som ska fyllas i.
}
    .help = { $kind ->
        [items] Ta bort det som inte gäller längre. Behövs allt, så dela upp det på flera filer.
        [menu] Ta bort i menyn: ja ur de sidor som inte behövs där, eller samla dem på en sida med länkar.
        [text] Korta texten. Är det en hel artikel hör den hemma på en sida eller i en nyhet.
        [address] Kopiera adressen en gång till ur webbläsarens adressfält, utan det som följer efter ett frågetecken.
        [host] Skriv bara namnet, till exempel kartor.example.
        [mail] Kopiera adressen en gång till, och inget annat med den.
        [special] Skriv en period i stället för dag för dag, och skriv det som gäller alla en gång, utan verksamheter:. Ta bort det som har varit.
        [themes] Låt flera kommuner ha samma tema.
        [site] Något upprepas väldigt många gånger. Leta efter texter, språk eller tider som kommer igen på alla sidor, och ta bort dem som inte behövs.
        [assets] Lägg stora filer någon annanstans, och gör bilderna mindre.
        [centres] Dela upp dem på flera kommuner, var och en i sin mapp.
        [agenda] Ta bort de aktiviteter som inte gäller, eller språk som ingen text finns på. Skriv kortare under plats:, kostnad:, för: och orsak:
        [times] Så många tider kan ingen hitta i. Ta bort de aktiviteter som inte gäller, och skriv färre dagar på dem som står dubbelt.
        [name] Skriv namnet utan klamrar. Nummer, adress och öppettider har egna fält.
        [filled] Skriv färre ord inom klamrar. En hel veckas öppettider står på familjecentralens sida, och det räcker med en länk dit.
        [plan] Ta bort säsonger, avvikelser och aktiviteter som inte gäller, eller språk som ingen text finns på.
        [contacts] Ta bort alla utom en. Tabellen är densamma varje gång.
        [shared] Ta bort delade texter som inte behövs, eller lägg dem i de kommuner som de gäller.
       *[other] Dela upp texten på flera sidor.
    }
FC0255 = { $count ->
        [one] Här står ett mobilnummer bredvid ett namn: { $number }.
       *[other] Här står { $count } mobilnummer bredvid namn, det första { $number }.
    }
    .help = Är det någons eget nummer, så skriv verksamhetens nummer i stället. Är det arbetsplatsens mobil, skriv vad den går till och inte vem som svarar. Är det rätt som det är, stänger FC0255 under granskning: av: i filen av frågan.
FC0256 = { $kind ->
        [passed] Meddelandet ”{ $title }” har ingen sista dag, och det talar om dagar som har varit: { $date }.
       *[old] Meddelandet ”{ $title }” har ingen sista dag, och har visats sedan { $date }.
    }
    .help = Ta bort det om det inte gäller längre. Annars skriver du till: med den sista dagen som det ska visas. Gäller det tills vidare passar det bättre på en sida.
FC0257 = { $kind ->
        [whole] Tiden { $value } är hela dygnet.
       *[night] Tiden { $value } är mitt i natten.
    }
    .help = { $kind ->
        [whole] Är det stängt den dagen, skriv stängt. Är det öppet, skriv när det öppnar och stänger: 9.00–16.00
       *[night] Menade du { $proposal }? Klockan ett på dagen skriver du som 13. Är det rätt, stänger FC0257 under granskning: av: i filen av varningen.
    }
FC0258 = { $field ->
    [city] Orten ”{ $value }” har siffror i sig, så postnumret visas på fel plats.
   *[street] I gatan står också ett postnummer: ”{ $value }”. På sidan visas det en gång till.
}
    .help = Skriv bara gatan och numret i gata:, postnumret i postnummer: och orten i ort:. Till exempel: gata: Storgatan 1
FC0259 = { $kind ->
    [below] Texten under tabellen blir en rad i den: ”{ $row }”
    [few] Tabellens rad har färre celler än tabellen har kolumner. Då hamnar ”{ $row }” kanske under fel rubrik.
    [halves] Raden ”{ $row }” har färre celler än tabellen har kolumner, och raden under har resten.
   *[within] ”{ $row }” blir en egen rad i tabellen, och orden hamnar i den första kolumnen.
}
    .help = { $kind ->
        [below] Lämna en tom rad mellan tabellen och texten. Hör orden till raden ovanför, så skriv allt på den: { $joined }
        [few] Ska en cell vara tom, så skriv den ändå, som ett mellanrum mellan två | på sin plats i raden. Är det den här som fattas, så skriv: { $joined }
       *[within] I filen måste varje rad i en tabell stå på en enda rad. Skriv allt på den: { $joined }
    }
FC0260 = { $kind ->
        [fill] { $number } är en uppgift om { $other }, men det här handlar om { $about }, och texten nämner inte { $other }.
       *[other] Numret { $number } är inte det som { $about } har. Det går till { $other }, som texten inte nämner.
    }
    .help = { $kind ->
        [field] { $proposal ->
            [none] Skriv det nummer som { $about } har nu.
           *[other] Skriv { $proposal } i stället.
        }{ $removable ->
            [yes] {" "}Eller ta bort telefon: här, så visar sidan det numret själv, också när det ändras.
           *[no] {""}
        } Är det rätt att ringa till { $other }, stänger FC0260 under granskning: av: i filen av frågan.
        [fill] { $proposal ->
            [none] Skriv det som gäller för { $about }.
           *[other] Skriv { $proposal } i stället.
        } Är det { $other } som menas, så nämn den också i texten.
       *[other] { $proposal ->
            [none] Skriv det nummer som { $about } har nu.
           *[other] Skriv { $proposal } i stället. Då står rätt nummer här, också när det ändras.
        } Ska numret gå till { $other }, så skriv det: Ring { $other } på { $number }.
    }
FC0261 = Texten är på { $seen ->
        [sv] svenska
       *[en] engelska
    }, men filen hör till språket { $language }.
    .help = { $proposal ->
        [none] Skriv texten på { $language }, eller lägg den i filen för rätt språk. Tills den är klar: skriv utkast: ja bland fälten.
       *[other] Ge filen namnet { $proposal }. Eller skriv texten på { $language }, och utkast: ja bland fälten tills den är klar.
    }
FC0262 = { $kind ->
        [place] Menyn leder till { $value } två gånger.
        [made] ”{ $title }” står redan i menyn: den sidan gör fcsite själv.
       *[title] ”{ $title }” står två gånger i menyn.
    }
    .help = { $kind ->
        [place] Ta bort den här raden. Den första är rad { $number } under meny:.
        [made] Ta bort raden om det är den sidan som menas. Annars ger du den en titel som säger vad som skiljer.
        [page] Ta bort i menyn: ja här, eller ge sidan en annan titel. Den andra kommer från { $other }.
       *[title] Leder de till samma sak, så ta bort den ena. Annars ger du den här en titel som säger vad som skiljer. Den första är rad { $number } under meny:.
    }
FC0263 = Texten hänvisar till något som ska stå under den (”{ $words }”), men där kommer ingenting.
    .help = Skriv in det som saknas, länka till det, eller ta bort hänvisningen: { $sentence }
FC0264 = Avvikelsen gäller i { $days } dagar, från { $from } till { $to }. Stämmer året?
    .help = Ska den sluta tidigare, så rätta till:.{ $proposal ->
        [none] {""}
       *[other] {" "}Menade du { $proposal }?
    } Ska den gälla så länge, stänger FC0264 under granskning: av: i filen av frågan.
FC0265 = { $number ->
        [one] En kommuns öppna data har ingen utgivare, så det blir ingen förteckning över dem till Sveriges dataportal.
       *[other] { $number } kommuners öppna data har ingen utgivare, så det blir ingen förteckning över dem till Sveriges dataportal.
    }
    .help = Skriv organisationsnummer: här, för hela webbplatsen, eller i kommunens egen municipality.yaml. Ska era data inte vara med på dataportal.se, skriv granskning: {"{"}av: [FC0265]{"}"}.

FC0270 = { $kind ->
        [year] ”{ $value }” säger inte vilket år.
       *[form] ”{ $value }” är inga veckor.
    }
    .help = { $kind ->
        [year] Skriv { $value } och efter det årtalet, det år då de veckorna infaller.
       *[form] Skriv veckorna och året då de infaller, till exempel v. 28–30 2027. Flera för sig: v. 44 2026, v. 8 2027. Över nyår: v. 52 2026–v. 1 2027
    }
FC0271 = { $year ->
        [none] Veckorna ”{ $value }” slutar innan de börjar.
       *[other] År { $year } har ingen vecka { $week }.
    }
    .help = { $year ->
        [none] { $proposal ->
            [none] Skriv den första veckan först.
           *[other] Menade du { $proposal }?
        }
       *[other] Året har { $last } veckor. Skriv en av dem, eller dagarna under från: och till:
    }
FC0272 = { $kind ->
        [date] I ”{ $value }” går det inte att läsa från vilken dag veckorna räknas.
       *[form] ”{ $value }” går inte att förstå.
    }
    .help = { $kind ->
        [date] Skriv dagen för det första tillfället: varannan vecka från 2026-09-01
       *[form] Skriv något av det här: varje vecka, jämna veckor, udda veckor, varannan vecka från 2026-09-01, första, första och tredje, sista. De sista gäller veckodagen i månaden.
    }
FC0273 = { $kind ->
        [many] Det står på flera sätt när avvikelsen gäller: { $fields-named }.
        [end] Fältet till: hör ihop med från:, som inte finns här.
       *[none] Det framgår inte när avvikelsen gäller.
    }
    .help = { $kind ->
        [many] Behåll ett av dem. Skriv en avvikelse till för resten.
        [end] Skriv från: med den första dagen, eller ta bort till:
       *[none] Skriv från: med dagen, och till: om det är flera. Eller veckor: v. 28–30 2026, eller datum: [2026-09-14, 2026-11-02]
    }
FC0274 = { $kind ->
        [many] Det står på flera sätt när aktiviteten är: { $fields-named }.
        [repeat] Fältet upprepas: hör ihop med dag:. Här står det vilka datum aktiviteten är.
       *[none] Det framgår inte när aktiviteten är.
    }
    .help = { $kind ->
        [many] Behåll ett av dem.
        [repeat] Ta bort upprepas:, eller skriv dag: i stället för datumen.
       *[none] Skriv dag: tisdag, dagar: [måndag, onsdag] eller datum: 2026-10-12
    }
FC0275 = Det framgår inte vart tillfället är flyttat.
    .help = Skriv till: med den nya dagen, från: med den nya tiden eller båda. Är det inställt hör det hemma under inställt:
FC0276 = Det här gäller aldrig: avvikelse { $later } längre ner gäller samma dagar.
    .help = Står två avvikelser för samma dag gäller den som står sist. Ta bort den här, eller flytta den längst ner om det är den som är rätt.
FC0277 = { $kind ->
        [within] Perioden ligger inom en annan, { $from } till { $to }.
       *[meet] Perioden går in i en annan, { $from } till { $to }.
    }
    .help = För dagar som finns i båda gäller den som står sist. Ändra dagarna, så att perioderna följer på varandra. Är det bara några dagar hör de hemma under avvikelser:
FC0278 = { $kind ->
        [closed] ”{ $title }” är på en dag ({ $weekday }) då det är stängt. Då visas den inte.
        [date] ”{ $title }” är den { $date }, då det är stängt. Då visas den inte.
       *[hours] ”{ $title }” är utanför öppettiderna{ $service ->
            [none] {""}
           *[other] { " " }för { $service }
        }: den { $date } är det öppet { $hours }.
    }
    .help = { $kind ->
        [date] Välj en annan dag. Är det öppet för just den här aktiviteten, så skriv dagens tider under avvikelser:
        [closed] Ändra dagen, eller öppettiderna. Är det öppet för just den här aktiviteten, så skriv dagens tider under avvikelser:. Hör aktiviteten till en annan verksamhet, så skriv vilken under verksamhet: (familjecentralen om den hör till hela huset).
       *[hours] Stämmer båda tiderna? Hör aktiviteten till en annan verksamhet, så skriv vilken under verksamhet:. Är allt rätt, stänger FC0278 under granskning: av: i filen av varningen.
    }
FC0279 = { $kind ->
        [over] ”{ $title }” är slut, så den visas inte längre.
        [closed] ”{ $title }” blir aldrig av: varje gång är det stängt.
       *[none] ”{ $title }” blir aldrig av: ingen dag passar.
    }
    .help = { $kind ->
        [over] Ta bort den, eller skriv den nya terminens dagar under startar: och slutar:
        [closed] Jämför dagen med öppettiderna och avvikelserna. Är det öppet för just den här aktiviteten, så skriv dagens tider under avvikelser:. Hör aktiviteten till en annan verksamhet, så skriv vilken under verksamhet: (familjecentralen om den hör till hela huset).
       *[none] Jämför dag:, upprepas:, startar:, slutar: och utom: med en kalender.
    }
FC0280 = Anmälan till ”{ $title }” stängde { $closes }, och det står på sidan nu.
    .help = Finns det platser kvar, så skriv en ny sista dag:, eller ta bort den. Är det rätt behöver du inte göra något: om två veckor påminner vi inte längre.
FC0281 = ”{ $title }” är inte { $kind ->
        [weeks] { $date }
       *[moved] den { $date }
    }, så det finns inget att { $kind ->
        [moved] flytta
        [cancelled] ställa in
       *[except] undanta
    }.
    .help = { $kind ->
        [weeks] Ta bort det ur utom:. Eller skriv veckor då aktiviteten skulle ha varit.
        [except] { $proposal ->
            [none] Ta bort dagen ur utom:. Eller skriv en dag då aktiviteten skulle ha varit.
           *[other] Ta bort dagen ur utom:. Eller skriv { $proposal } om det är den du menar.
        }
       *[other] { $proposal ->
            [none] Skriv en dag då aktiviteten skulle ha varit.
           *[other] Menade du { $proposal }?
        }
    }
FC0282 = ”{ $title }” är flyttad till den { $date }, då det är stängt. Då visas den som inställd.
    .help = Välj en annan dag. Är det öppet för just den här aktiviteten, så skriv dagens tider under avvikelser:
FC0283 = ”{ $title }” är { $kind ->
        [odd] udda
       *[even] jämna
    } veckor, men börjar { $date } i vecka { $week }.
    .help = { $kind ->
        [odd] Menade du jämna veckor? Annars är det första tillfället en vecka senare.
       *[even] Menade du udda veckor? Annars är det första tillfället en vecka senare.
    }
FC0284 = { $kind ->
        [day] I ”{ $value }” står en annan veckodag än under dag:.
       *[start] ”{ $value }” säger inte från vilken dag veckorna räknas.
    }
    .help = { $kind ->
        [day] Ta bort veckodagen ur upprepas:, eller skriv { $day-named } under dag:
       *[start] Skriv dagen för det första tillfället: varannan vecka från 2026-09-01. Eller skriv den under startar:
    }
FC0285 = { $kind ->
        [season] Efter den { $date } står det inga öppettider, och det är snart.
       *[activities] { $count ->
            [1] ”{ $title }” slutar den { $date }, och sedan händer inget mer.
           *[other] Den { $date } slutar terminen: ”{ $title }” och alla andra aktiviteter är slut då, och sedan händer inget mer.
        }
    }
    .help = { $kind ->
        [season] Skriv under öppettider: vad som gäller sedan, eller lägg till nästa period under perioder:
       *[activities] Skriv in nästa termins aktiviteter med startar:, eller ta bort slutar: om de fortsätter. Är det inte bestämt än, stänger FC0285 under granskning: av: i filen av påminnelsen.
    }
FC0286 = { $kind ->
        [holiday] ”{ $reason }” är den { $date }, och då är det stängt ändå: { $name }.
       *[usual] ”{ $reason }” är den { $date }, och då är det stängt ändå, som alltid på den veckodagen ({ $name }).
    }
    .help = Skriv den dag då ni är stängda för det. Är det rätt dag, så ta bort raden: ingen kommer då.
FC0287 = { $count ->
        [1] Aktiviteten { $titles } säger inte för vilken ålder eller för vem den är.
       *[other] { $count } aktiviteter säger inte för vilken ålder eller för vem de är: { $titles }{ $more ->
            [0] .
           *[other] { " " }och { $more } till.
        }
    }
    .help = Skriv åldern: ålder i månader: {"{"}från: 0, till: 12{"}"}. Är den för alla, så skriv det: för: Alla är välkomna
FC0288 = { $kind ->
        [moved] ”{ $title }” är flyttad från den { $date } till den { $other }. Det är långt ifrån varandra.
        [twice] ”{ $title }” står både under inställt: och under flyttat: den { $date }. Då visas den som inställd.
       *[closes] Sista dag att anmäla sig till ”{ $title }” är den { $date }, men den är slut den { $other }.
    }
    .help = { $kind ->
        [moved] Är det rätt år och rätt månad i båda?
        [twice] Behåll det ena.
       *[closes] Ändra sista dag:, eller när aktiviteten slutar.
    }
FC0289 = ”{ $title }” är utan anmälan (besök: drop-in), men det står också hur man anmäler sig. På sidan står båda.
    .help = Skriv besök: bokning om man ska anmäla sig. Annars tar du bort anmälan:
FC0290 = { $count ->
        [0] Den här gruppen av synonymer har inga ord.
       *[other] ”{ $word }” har inget annat ord som betyder samma sak.
    }
    .help = Skriv minst två i varje grupp: [[Gula huset, Fittja]]. Den som söker ett av dem hittar det som har ett annat.

FC0310 = { $file } gick inte att hämta in: { $reason }
    .help = Inget är skrivet. Det som går att hämta in är aktiviteter ur Excel (.xlsx) eller CSV, texter ur Word (.docx) och exporter från WordPress (.xml).
FC0320 = Kartan kan inte läsas: { $reason }.
    .help = Filen ska vara GeoJSON med gränser och vatten i WGS 84 (EPSG:4326). Spara den så ur kartprogrammet, eller ta bort filen: då visas ingen karta.
FC0321 = { $reason }
    .help = Skriv familjecentralernas läge i deras filer (läge: lat och lon), eller byt kartan { $file } mot en som når längre. Utan kartfil visas ingen karta, och listan säger samma sak.
FC0330 = Arkivet i { $folder } är skadat: { $file } { $what }.
    .help = Inget i arkivet är ändrat, och inget läggs till förrän det är helt. Ta tillbaka filen från en säkerhetskopia. Finns ingen, låt mappen vara som den är, fråga arkivarien, och börja ett nytt arkiv i en tom mapp.
FC0331 = Arkivet i { $folder }: { $reason }.
    .help = { $kind ->
        [show] Ingenting är skrivet. Skriv arkivets mapp och en dag: fcsite archive show { $folder } 2026-03-01
       *[add] Inget i arkivet är ändrat. Rätta det som hindrar, och skriv: fcsite archive { $folder }
    }
