# Det som `fcsite publish` säger. Orsakerna (`target-…`, `seen-…`) står inne i meddelandena FC0157 och FC0158.

progress-sending = Skickar
publish-plan = { $target }: { $new ->
        [one] { $new } ny sida
       *[other] { $new } nya sidor
    }, { $changed ->
        [one] { $changed } ändrad
       *[other] { $changed } ändrade
    }, { $gone } försvinner. { $files ->
        [one] { $files } fil skickas
       *[other] { $files } filer skickas
    } ({ $size }).
publish-new = { "  " }Nya: { $pages }{ $more ->
        [0] {""}
       *[other] {""} och { $more } till (-v visar alla)
    }
publish-changed = { "  " }Ändrade: { $pages }{ $more ->
        [0] {""}
       *[other] {""} och { $more } till (-v visar alla)
    }
publish-gone = { "  " }Försvinner: { $pages }{ $more ->
        [0] {""}
       *[other] {""} och { $more } till (-v visar alla)
    }
publish-files = { "  " }Filer som tas bort: { $pages }{ $more ->
        [0] {""}
       *[other] {""} och { $more } till (-v visar alla)
    }
publish-dry = Ingenting är skickat: --dry-run säger bara vad som skulle hända.
publish-nothing = Allt är redan publicerat. Ingenting behövde skickas.
publish-goes-on = Den förra publiceringen avbröts. Den här fortsätter där den slutade.
publish-others = Någon annan har publicerat sedan sist: { $by }, { $at }. Ovanför står vad som ändras om du publicerar nu.
publish-forgotten = Listan över fcsites filer är borta eller skadad där. Det som den här datorn senast skickade får gälla i stället, och allt skickas igen.
publish-broken = En publicering från { $by } började { $at } och är inte klar. Pågår den fortfarande, så vänta på den.
publish-loss = { $gone } av { $pages } sidor försvinner. Är det meningen?
publish-strangers = { $count ->
        [one] Där ligger en fil som inte kommer från fcsite publish, och den ersätts: { $files }
       *[other] Där ligger { $count } filer som inte kommer från fcsite publish, och de ersätts: { $files }
    }
publish-ask = Publicera? (j/n)
publish-new-key = Servern { $host } är ny för den här datorn. Fingeravtrycket av dess nyckel (med FTPS: av dess certifikat) är { $print }. Fråga dem som sköter servern om det stämmer.
publish-other-key = I publish.yaml står att { $host } har nyckeln (med FTPS: certifikatet) { $print }, men den här datorn känner igen servern på en annan. Servern kan ha fått en ny, eller så är det en annan server. Fråga dem som sköter servern vilken som stämmer.
publish-ask-key = Stämmer det? (j/n)
publish-password = Lösenord för { $user } på { $host }:
publish-key-words = Orden som din nyckel är låst med:
publish-unanswered = Ingenting är skickat. Svara ja, eller skriv --yes i ett skript.
publish-done = Publicerat: { $new ->
        [one] { $new } ny sida
       *[other] { $new } nya sidor
    }, { $changed ->
        [one] { $changed } ändrad
       *[other] { $changed } ändrade
    }, { $gone ->
        [one] { $gone } borttagen
       *[other] { $gone } borttagna
    }. { $files ->
        [one] { $files } fil
       *[other] { $files } filer
    } skickades ({ $size }).
publish-undone = Ångrat: den förra publiceringen är tillbaka. { $new ->
        [one] { $new } sida kom tillbaka
       *[other] { $new } sidor kom tillbaka
    }, { $changed ->
        [one] { $changed } ändrades
       *[other] { $changed } ändrades
    }, { $gone ->
        [one] { $gone } togs bort
       *[other] { $gone } togs bort
    }. { $files ->
        [one] { $files } fil
       *[other] { $files } filer
    } skickades ({ $size }).
publish-seen = Tittade på { $url }: { $count ->
        [one] { $count } sida är som den skickades.
       *[other] { $count } sidor är som de skickades.
    }

target-no-folder = mappen { $path } finns inte
target-own-folder = i mappen { $path } ligger det som webbplatsen görs av
target-of-program = mappen { $path } hör till ett program, som .git gör
target-link = { $path } är en länk, och fcsite skriver aldrig genom en sådan
target-system = { $path }: { $said }
target-damaged = filen { $path } där är skadad, så ingen vet vilka filer som är fcsites
target-bad-path = { $path } är inte ett namn som alla servrar kan ha
target-source-moved = { $path } ändrades medan den skickades
target-stopped = den avbröts. Nästa publicering fortsätter där den slutade
target-taken-over = en annan dator har under tiden fortsatt med samma publicering
target-short = { $path } kom inte fram hel
target-no-server = det gick inte att nå { $host } ({ $said })
target-no-sftp = { $host } har inte SFTP
target-not-let-in = { $host } släppte inte in dig. Kontrollera kontots namn, och att servern har din nyckel
target-not-let-in-ftps = { $host } släppte inte in dig. Kontrollera kontots namn och lösenordet
target-no-tls = { $host } har inte FTPS, alltså FTP med kryptering. fcsite skickar inget lösenord över vanlig FTP. Be dem som sköter servern om FTPS eller SFTP
target-needs-keys = { $host } vill ha nycklar. Sätt AWS_ACCESS_KEY_ID och AWS_SECRET_ACCESS_KEY
target-keys-kept = { $host } står i publish.yaml, men ingen har publicerat dit från den här datorn, så nycklarna i AWS_ACCESS_KEY_ID användes inte. Är servern er, sätt också FCSITE_SERVER till { $host }
target-no-s3 = { $host } svarar inte som ett S3
target-without = det här fcsite är byggt utan { $kind }, och kan inte publicera till { $host }
target-no-handshake = det blev ingen krypterad förbindelse till { $host } ({ $said })
target-slow = { $host } tog för lång tid på sig, så förbindelsen stängdes
target-certificate-changed = { $host } visar ett annat certifikat än det ska: { $print }. Det kan vara en annan server. Fråga dem som sköter den. Är certifikatet rätt, skriv det efter certifikat: i publish.yaml
target-wrong-words = orden låser inte upp nyckelfilen { $path }
target-bad-key = nyckelfilen { $path } går inte att använda
target-dear-key = nyckelfilen { $path } är låst så hårt att det tar för lång tid att låsa upp den. Lås den på nytt: ssh-keygen -p -a 100 -f { $path }
target-key-unknown = { $host } visar ett certifikat, och fcsite känner igen servrar på deras nycklar
target-key-changed = { $host } visar en annan nyckel än förut: { $print }. Det kan vara en annan server. Fråga dem som sköter den. Är nyckeln rätt, skriv den efter host_key: i publish.yaml
target-new-key = { $host } är ny för den här datorn, och ingen har sagt att fingeravtrycket av dess nyckel eller certifikat, { $print }, stämmer
target-other-key = enligt publish.yaml har { $host } nyckeln eller certifikatet { $print }, men den här datorn känner igen servern på en annan, och ingen har sagt att den nya stämmer
target-needs-secret = { $host } vill ha ett lösenord, och det finns ingen här som kan skriva det
target-not-met = { $host } står i publish.yaml, men ingen har publicerat dit från den här datorn, så lösenordet i FCSITE_PASSWORD skickades inte. Är servern er, publicera en gång från en terminal, eller sätt också FCSITE_SERVER till { $host }
target-busy = en annan fcsite publish pågår redan från den här mappen
target-busy-elsewhere = en publicering från { $by }, som började { $at }, pågår där. Vänta tills den är klar
target-changed = någon annan har publicerat medan du svarade
target-undo-damaged = det som låg där före den senaste publiceringen är inte kvar helt på den här datorn
target-no-undo = den här datorn har inte kvar det som låg där före den senaste publiceringen
seen-no-answer = det kom inget svar ({ $said })
seen-status = servern svarade { $status }
seen-within = adressen leder till den egna datorn eller ett inre nät, så den besöktes inte. Titta själv, eller skriv --look
seen-other = servern visar något annat än det som skickades

## Arkivet: vad `fcsite archive` säger. `archive-…` från -broken till -twice står efter ett filnamn i FC0330, resten i FC0331.

archive-added = Arkiverat i { $file }: { $new ->
        [one] 1 ny fil
       *[other] { $new } nya filer
    }, { $changed ->
        [one] 1 ändrad
       *[other] { $changed } ändrade
    }, { $gone ->
        [one] 1 borttagen
       *[other] { $gone } borttagna
    }. { $whole ->
        [one] 1 fil sparades hel
       *[other] { $whole } filer sparades hela
    }, { $revisits ->
        [one] 1 fanns redan
       *[other] { $revisits } fanns redan
    }.
archive-nothing = Arkivet har redan allt. Inget lades till.
archive-shown = Webbplatsen som den var { $day } (publicerad { $published }) ligger i { $folder }: { $files ->
        [one] 1 fil
       *[other] { $files } filer
    }.
archive-after = Publiceringen är klar, men arkiveringen blev det inte.
archive-broken = är avklippt, eller ändrad så att den inte går att läsa
archive-part = har en del som är ändrad: { $part }
archive-record = har en fil som inte är som den var: { $path }
archive-address = har en adress som ingen webbplats har: { $address }
archive-twice = har samma fil två gånger: { $path }
archive-changed = är inte som den var när den skrevs: kontrollsumman stämmer inte
archive-missing = saknas
archive-link = är en länk, och fcsite följer ingen sådan
archive-no-file = är ingen vanlig fil
archive-unlisted = står inte i SHA256SUMS
archive-foreign = i { $path } finns något annat än ett arkiv ({ $name }). Välj en tom mapp
archive-other-site = { $path } är arkivet för { $archived }, men den här webbplatsen är { $site }. Ett arkiv är för en enda webbplats: välj en annan mapp
archive-busy = någon annan lägger till i { $path } just nu
archive-later = det ska arkiveras som { $day }, men arkivet har redan { $last }. Ett arkiv går inte bakåt i tiden
archive-moved = { $path } ändrades medan det arkiverades
archive-none = i { $path } finns inget arkiv
archive-no-day = det har inget från { $day } eller tidigare
archive-taken = { $path } finns redan. Välj en ny mapp, eller en tom, med --output
archive-new = Arkivet som står i publish.yaml, { $path }, ligger utanför webbplatsens mapp, och ingen har lagt till i det härifrån. Är det ert?
archive-unanswered = Ingenting är arkiverat. Skriv mappen efter kommandot om den är er: fcsite archive { $path }
archive-no-folder = Vilken mapp arkivet ligger i är inte sagt. Skriv den efter kommandot (fcsite archive ../arkiv), eller som arkiv: i publish.yaml.
archive-no-site = site.yaml kan inte läsas
