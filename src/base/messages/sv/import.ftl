# Att hämta in (fcsite import): vad som sägs om filer från andra program.

import-broken = filen är skadad, eller inte det som den ser ut att vara. Öppna den i sitt program, spara den på nytt och försök igen.
import-deep = filen har delar inuti varandra i för många led.
import-parts = filen består av fler än { $most } delar.
import-unpacked = filen är större än { $most } MB när den packas upp.
import-pieces = filen består av fler än { $most } delar.
import-link = den är en länk i webbplatsens egen mapp, eller ligger bakom en, och sådana länkar följs inte. Skriv var filen själv ligger.
import-kind = det är varken en arbetsbok från Excel (.xlsx), en CSV-fil eller en text från Word (.docx).
import-old-office = den är sparad i ett äldre format (.xls eller .doc), eller har ett lösenord. Öppna den, ta bort lösenordet och spara den som .xlsx eller .docx.
import-is-text = det är en text från Word. Den blir en nyhet eller en sida: skriv --to och mappen, till exempel --to botkyrka/news.
import-is-export = det ser ut som en export från WordPress. Inläggen blir nyheter och sidorna sidor: skriv till exempel --to botkyrka/news.
import-is-sheet = det är en lista. Aktiviteter hämtas in till en familjecentral: skriv till exempel --to botkyrka/fittja.
import-there = { $path } finns redan, och inget skrivs över. Ge texten en annan titel i Word, eller flytta det som finns.
import-no-text = det är varken en text från Word (.docx) eller en export från WordPress (.xml). Listor med aktiviteter hämtas in till en familjecentral, till exempel med --to botkyrka/fittja.
import-long = texten har fler än { $most } stycken.
import-cells = tabellerna i texten har tillsammans fler än { $most } rutor.
import-no-title = den har ingen titel som går att göra en webbadress av. Ge den en rad med formatmallen Rubrik eller Rubrik 1.
import-faults = texten skulle hindra webbplatsen från att byggas. Ändra det som står här ovanför i Word, och försök igen.
import-word-notes = – Fotnoter: skriv in det viktiga i texten.
import-word-comments = – Kommentarer från granskning.
import-word-links = – Länkar som inte börjar med http, https eller mailto: orden är kvar, utan länk.
import-word-drawings = – Textrutor, diagram och inbäddade filer: skriv det viktiga i texten, eller lägg filen i files/ och länka till den.
import-word-pictures = – Bilder som webbläsare inte visar (WMF, EMF, TIFF, SVG), eller fler än 40. Spara dem som JPEG eller PNG.
import-word-alt = { $count ->
        [one] – En bild har ingen beskrivning. Skriv vad den visar där det står ”Skriv här vad bilden visar”.
       *[other] – { $count } bilder har ingen beskrivning. Skriv vad de visar där det står ”Skriv här vad bilden visar”.
    }
import-text-would = Det här blir { $files }:
import-text-done = Den är ett utkast. Läs igenom texten, se den med fcsite serve, och ta bort raden ”utkast: ja” när den är klar.
import-no-heading = ingen rad har rubriker som går att känna igen. Skriv en rad ovanför listan med minst Aktivitet, Dag och Tid.
import-not-in-order = det är något fel i { $file } redan. Rätta det som fcsite check visar, och försök igen.
import-unsure = raderna går inte att lägga till i { $file } utan att något annat i den ändras.
import-two-times = ”{ $value }” är mer än en tid. Skriv en rad för var och en.
import-twice = ”{ $value }” säger något annat än en annan kolumn om samma sak, och filen har plats för ett. Låt ett av dem stå kvar.
import-registration = ”{ $value }” säger inte hur man anmäler sig. Skriv ett telefonnummer, en e-postadress eller en webbadress som börjar med https://, eller ja eller nej.
import-left-heading = Det här följer inte med:
import-left-row = – Rad { $row }: { $what }
import-left-cell = – Rad { $row }, kolumn { $column } ({ $heading }): { $what }
import-left-column = – Kolumn { $column } ({ $heading }): det finns inget fält för den i filen. Står det något viktigt där, skriv det i kolumnen Beskrivning.
import-left-sheet = – Bladet ”{ $name }”: bara ett blad läses. Flytta det först i arbetsboken, eller spara det för sig.
import-left-rows = – Raderna efter den { $most }:e: så många läses inte.
import-found = { $new ->
        [0] Inga nya aktiviteter för { $file }
        [one] En ny aktivitet för { $file }
       *[other] { $new } nya aktiviteter för { $file }
    }{ $there ->
        [0] {""}
       *[other] , { $there } som redan finns
    }{ $left ->
        [0] {""}
        [one] , en rad som inte följer med
       *[other] , { $left } rader som inte följer med
    }.
import-dry = Inget är skrivet. Lägg till --write när det ser rätt ut.
import-ask = Ska det skrivas i { $file }? [j/N]
import-done = Skrivet. Se sidan med: fcsite serve --open
import-mend = Rätta cellerna i filen och hämta in den en gång till: de rader som redan är skrivna tas inte med två gånger.
import-no-export = det är ingen export från WordPress. Gör den i WordPress med Verktyg, Exportera, Allt innehåll: då blir det en fil som slutar på .xml.
import-export-broken = filen är inte hel från rad { $line }. Exportera den på nytt ur WordPress, eller rätta raden i en textredigerare, och försök igen.
import-no-posts = det finns inga inlägg i exporten. Sidor hämtas in med --to { $owner }/pages.
import-no-pages = det finns inga sidor i exporten. Inlägg hämtas in med --to { $owner }/news.
import-post-long = texten har fler än { $most } stycken, och resten är borta.
import-post-program = { $kind ->
        [iframe] en ram från en annan webbplats ({ $address })
        [video] en film ({ $address })
        [audio] ett ljud ({ $address })
        [form] ett formulär
       *[other] ett inbäddat program ({ $address })
    } har ingen plats i en text. Länka till det i stället.
import-post-code = kortkoden [{ $code }] är till för WordPress. Skriv in det som den visade.
import-post-picture = bilden { $address } är inte med. Lägg den i mappen uploads bredvid exporten, under samma mappar som i adressen (i redigeraren: välj den under Bilder) innan du skriver, eller lägg till den för hand.
import-post-alt = en bild har ingen beskrivning, så texten är ett utkast. Skriv vad den visar där det står ”Skriv här vad bilden visar”.
import-post-lead = ingen ingress går att göra av texten, så den är ett utkast. Skriv en.
import-post-link = länken till { $address } går inte att skriva. Orden är kvar.
import-post-own-link = länken leder till den gamla webbplatsen ({ $address }), och här finns ingen publicerad text för den. Orden är kvar.
import-post-category = ingen nyhet på webbplatsen har kategorin ”{ $category }”.
import-post-alias = den gamla adressen { $address } kan inte leda hit. Bara den som sköter webbservern kan ordna det.
import-post-trash = den låg i papperskorgen.
import-post-no-name = den har ingen titel, eller inget datum, att göra ett namn av.
import-post-too-long = texten är längre än en sida får vara.
import-left-post = – Rad { $line }, ”{ $title }”: { $what }
import-left-posts = – Det som kommer efter de { $most } första inläggen och sidorna: så många läses inte.
import-found-posts = { $new ->
        [0] Inga nya färdiga
        [one] En ny
       *[other] { $new } nya
    }{ $drafts ->
        [0] {""}
        [one] , ett utkast
       *[other] , { $drafts } utkast
    }{ $there ->
        [0] {""}
       *[other] , { $there } som redan finns
    }{ $left ->
        [0] {""}
       *[other] , { $left } som inte följer med
    }. Bilder: { $pictures }.
import-posts-pictures = De här bilderna följer med:
import-posts-done = Skrivet. Se sidorna med: fcsite serve --open
import-row-missing = { $what ->
        [to] Sluttiden saknas. Skriv när aktiviteten börjar och slutar i kolumnen för tid, till exempel 10–11.
        [from] Klockslaget saknas. Skriv när aktiviteten börjar och slutar i kolumnen för tid, till exempel 10–11.
        [title] Aktivitetens namn saknas. Skriv det i listan.
       *[other] { $field } saknas. Fyll i det i listan.
    }
