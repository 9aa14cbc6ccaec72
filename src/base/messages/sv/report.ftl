# Vad fcsite säger utöver fel och varningar: sammanfattningen av ett bygge, och medan fcsite bevakar eller visar webbplatsen.

severity-error = fel
severity-warning = varning
label-help = råd

report-done = { $pages ->
        [one] { $pages } sida
       *[other] { $pages } sidor
    }: { $new ->
        [one] { $new } ny
       *[other] { $new } nya
    }, { $changed ->
        [one] { $changed } ändrad
       *[other] { $changed } ändrade
    }, { $removed ->
        [one] { $removed } borttagen
       *[other] { $removed } borttagna
    }, { $unchanged ->
        [one] { $unchanged } oförändrad
       *[other] { $unchanged } oförändrade
    }, { $warnings ->
        [one] { $warnings } varning
       *[other] { $warnings } varningar
    }, { $time } → { $output }
report-failed = { $errors ->
        [one] { $errors } fel
       *[other] { $errors } fel
    } och { $warnings ->
        [one] { $warnings } varning
       *[other] { $warnings } varningar
    }. Inget publicerades. Mappen { $output } är som förut.
look-moved = { $name }: färgen { $colour } är kvar på knapparna, men syns för dåligt som text. Länkar är { $link } på ljus skärm och { $dark_link } på mörk, ikoner och linjer { $line } och { $dark_line }.
look-moved-light = { $name }: färgen { $colour } är kvar på knapparna, men syns för dåligt som text. Länkar är { $link }, ikoner och linjer { $line }.
report-more = … och { $count } till i { $file }
report-gone = { $count ->
        [one] Den här adressen försvinner:
       *[other] { $count } adresser försvinner:
    }
report-gone-more = … och { $count } till (-v visar alla)
report-gone-help = Har texten ett nytt namn eller en ny plats? Skriv den gamla adressen i den nya filen, så kommer läsarna rätt. Lägg till gamla adresser: [{ $alias }]
report-gone-moved = Finns texten från { $address } nu i { $file }? Skriv i så fall bland fälten där: gamla adresser: [{ $alias }]
report-gone-folder = Allt i { $folder } försvinner. Från en hel mapp kan fcsite inte skicka läsarna vidare. Har den bytt namn, be dem som sköter webbservern att göra det.
report-gone-files = { $count ->
        [one] Den här filen är borttagen. Laddar du upp för hand, ta bort den på webbservern också:
       *[other] { $count } filer är borttagna. Laddar du upp för hand, ta bort dem på webbservern också:
    }
report-withheld = { $count ->
        [one] Den här adressen visas inte längre, för texten är ett utkast eller har ett datum som inte har kommit:
       *[other] { $count } adresser visas inte längre, för texterna är utkast eller har datum som inte har kommit:
    }
report-drafts = { $count ->
        [one] { $count } utkast är med i det som byggdes. Bygg utan --drafts innan { $output } publiceras.
       *[other] { $count } utkast är med i det som byggdes. Bygg utan --drafts innan { $output } publiceras.
    }
report-future = { $count ->
        [one] { $count } text vars datum inte har kommit är med i det som byggdes. Bygg utan --future innan { $output } publiceras.
       *[other] { $count } texter vars datum inte har kommit är med i det som byggdes. Bygg utan --future innan { $output } publiceras.
    }
report-waiting = { $count ->
        [one] { $count } text visas inte förrän dess dag kommer. Se vilken: fcsite list future
       *[other] { $count } texter visas inte förrän deras dag kommer. Se vilka: fcsite list future
    }
report-waiting-drafts = { $count ->
        [one] { $count } utkast visas inte. Se vilket: fcsite list drafts
       *[other] { $count } utkast visas inte. Se vilka: fcsite list drafts
    }
serve-network = Andra i samma nätverk ser webbplatsen på { $urls }
serve-network-unknown = Andra i samma nätverk ser webbplatsen på den här datorns adress, men fcsite hittar inte vilken den är. Fråga den som sköter nätverket.
serve-network-drafts = Alla som har adressen ser också utkast och det som ska publiceras senare. Med --published ser de bara det som är publicerat.
serve-password = Lösenordet är { $password }. Webbläsaren frågar också efter ett namn: det kan vara vad som helst.
report-page = när { $page } skulle göras
watch-waiting = Väntar på ändringar i content/ och themes/. Avsluta med Ctrl-C.
serve-waiting = Webbplatsen visas på { $url }. Väntar på ändringar i content/ och themes/. Avsluta med Ctrl-C.
edit-waiting =
    Redigera webbplatsen på
    { $url }
    Adressen är bara din: dela den inte. Avsluta med Ctrl-C.
serve-no-browser = Webbläsaren gick inte att öppna: { $reason }
trouble-lost-events = Datorn berättade inte om alla filer som ändrades. fcsite går igenom allt igen.
trouble-too-many-watches = Datorn kan inte bevaka fler mappar. Kanske bevakar andra program många.
trouble-cannot-watch = { $path ->
        [none] Mappen med innehållet
       *[other] { $path }
    } går inte att bevaka: { $reason }.
trouble-shared = Mappen med innehållet är delad ({ $kind }). Ändringar som görs på andra datorer märks inte här.
trouble-polling = Från och med nu går fcsite igenom alla filer med { $milliseconds } ms mellanrum.
trouble-source-gone = Mappen med innehållet är borta. Väntar på att den ska komma tillbaka.
trouble-source-back = Mappen med innehållet är tillbaka.
progress-links = provar länkarna
progress-rendering = gör sidorna

check-done = { $errors ->
        [0] { $warnings ->
            [0] Inget hittades
            [one] { $warnings } varning
           *[other] { $warnings } varningar
        }
        [one] { $errors } fel och { $warnings ->
            [one] { $warnings } varning
           *[other] { $warnings } varningar
        }
       *[other] { $errors } fel och { $warnings ->
            [one] { $warnings } varning
           *[other] { $warnings } varningar
        }
    }. { $pages ->
        [one] { $pages } sida
       *[other] { $pages } sidor
    } granskades på { $time }. Inget skrevs.
check-off = { $count ->
    [one] En varning är avstängd: { $codes }.
   *[other] { $count } varningar är avstängda: { $codes }.
} Var: fcsite list off
check-explain = Varje kod har en utförlig förklaring: fcsite check --explain { $code }
check-readability = Hur svåra texterna är att läsa (LIX: under 40 är lätt, 40–50 medelsvårt, från 50 svårt):
check-links = Länkar till andra webbplatser: { $asked } har provats, { $remembered } fungerade redan de senaste dagarna{ $left ->
        [0] {""}
       *[other] , { $left } hann inte provas
    }.
check-offline = Ingen av de { $asked } länkarna till andra webbplatser gick att nå. Är datorn ansluten till internet?{ $remembered ->
        [0] {""}
       *[other] {" "}{ $remembered } fungerade de senaste dagarna.
    }{ $left ->
        [0] {""}
       *[other] {" "}{ $left } provades inte.
    }
explain-wrong = Fel:
explain-right = Rätt:

list-date = Datum
list-municipality = Kommun
list-title = Titel
list-category = Kategori
list-language = Språk
list-file = Fil
list-until = Gäller till
list-address = Adress
list-menu = I menyn
list-draft = Utkast
list-updated = Ändrad
list-translation = Översättning
list-original = Originalet ändrat
list-centre = Familjecentral
list-service = Verksamhet
list-stands = Står som
list-line = Rad
list-is-yes = ja
list-is-there = finns
list-is-missing = saknas
list-is-older = äldre än originalet
list-is-draft = utkast
list-is-contact = nummer
list-is-text = i text
list-is-registration = i anmälan
list-code = Kod
list-no-off = Inga varningar är avstängda.
list-name = Namn
list-status = Status
list-street = Gata
list-city = Ort
list-phone = Telefon
list-reviewed = Sågs över
list-owner = Ansvarig
list-page = Sida
list-days = Dagar
list-lix = LIX
list-sentence = Ord per mening
list-long-words = Långa ord, %
list-words = Ord
list-nothing = –
list-is-planned = planerad
list-is-open = öppen
list-is-temporarily_closed = tillfälligt stängd
list-is-closed = stängd
list-weekday = Veckodag
list-from = Från
list-to = Till
list-place = Plats
list-state = Läge
list-reason = Orsak
list-is-on = som vanligt
list-is-cancelled = inställt
list-is-moved = flyttad härifrån
list-is-instead = flyttad hit
list-is-uncertain = inte bestämt
list-is-monday = måndag
list-is-tuesday = tisdag
list-is-wednesday = onsdag
list-is-thursday = torsdag
list-is-friday = fredag
list-is-saturday = lördag
list-is-sunday = söndag
list-row = Rad
list-day = Dag
list-time = Tid
list-first = Från och med
list-last = Till och med
list-is-new = ny
list-is-left = följer inte med
list-no-news = Det finns inga publicerade nyheter.
list-no-centres = Det finns inga familjecentraler.
list-no-pages = Det finns inga sidor.
list-no-translations = Det finns inget att översätta: webbplatsen har ett språk, eller inga texter.
list-no-phones = Det finns inga telefonnummer.
list-no-activities = Inget händer de dagarna.
list-no-drafts = Det finns inga utkast.
list-no-future = Det finns inga nyheter vars datum inte har kommit än.
list-no-expired = Det finns inga nyheter eller sidor som har slutat gälla.
list-no-review-due = Ingenting behöver ses över.
list-broken = { $count ->
        [one] { $count } fil har fel och är inte med
       *[other] { $count } filer har fel och är inte med
    }. Se: fcsite check
