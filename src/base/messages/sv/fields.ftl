# Vad delarna i filernas listor och grupper heter, så att en plats i dem kan sägas som en människa skulle säga den: ”verksamhet 2, drivs av”.
# $number är delens nummer i sin lista, eller ”none” när själva fältet menas.

field-services = { $number ->
        [none] verksamheter
       *[other] verksamhet { $number }
    }
field-exceptions = { $number ->
        [none] avvikelser
       *[other] avvikelse { $number }
    }
field-seasons = { $number ->
        [none] perioder
       *[other] period { $number }
    }
field-weeks = { $number ->
        [none] veckor
       *[other] veckor { $number }
    }
field-dates = { $number ->
        [none] datum
       *[other] datum { $number }
    }
field-days = { $number ->
        [none] dagar
       *[other] dag { $number }
    }
field-except = { $number ->
        [none] utom
       *[other] utom { $number }
    }
field-cancelled = { $number ->
        [none] inställda dagar
       *[other] inställd dag { $number }
    }
field-moved = { $number ->
        [none] flyttade dagar
       *[other] flyttad dag { $number }
    }
field-activities = { $number ->
        [none] aktiviteter
       *[other] aktivitet { $number }
    }
field-notices = { $number ->
        [none] meddelanden
       *[other] meddelande { $number }
    }
field-links = { $number ->
        [none] länkar
       *[other] länk { $number }
    }
field-images = { $number ->
        [none] bilder
       *[other] bild { $number }
    }
field-navigation = { $number ->
        [none] meny
       *[other] menyrad { $number }
    }
field-issues = { $number ->
        [none] brister
       *[other] brist { $number }
    }
field-disproportionate_burden = { $number ->
        [none] oskäligt betungande anpassning
       *[other] oskäligt betungande anpassning { $number }
    }
field-out_of_scope = { $number ->
        [none] innehåll som lagen inte gäller
       *[other] innehåll som lagen inte gäller { $number }
    }
field-wcag = { $number ->
        [none] krav i WCAG
       *[other] krav { $number } i WCAG
    }
field-languages = { $number ->
        [none] språk
       *[other] språk { $number }
    }
field-spoken_languages = { $number ->
        [none] talade språk
       *[other] talat språk { $number }
    }
field-aliases = { $number ->
        [none] gamla adresser
       *[other] gammal adress { $number }
    }
field-formerly = { $number ->
        [none] hette förut
       *[other] tidigare namn { $number }
    }
field-synonyms = { $number ->
        [none] synonymer
       *[other] grupp { $number } av synonymer
    }
field-allowed_hosts = { $number ->
        [none] tillåtna servrar
       *[other] tillåten server { $number }
    }
field-centres = { $number ->
        [none] familjecentraler
       *[other] familjecentral { $number }
    }
field-related = { $number ->
        [none] relaterade nyheter
       *[other] relaterad nyhet { $number }
    }
field-off = { $number ->
        [none] avstängda koder
       *[other] kod { $number }
    }
field-look = utseende
field-colour = färg
field-logo = logotyp
field-font = typsnitt
field-geo = läge
field-hours = öppettider
field-image = bild
field-email = e-post
field-url = länk
field-access = besök
field-city = ort
field-age_months = ålder i månader
field-valid_from = startar
field-valid_to = slutar
field-body = text
field-src = fil
field-alt = alt
field-credit = foto
field-fix_by = åtgärdas
field-monday = måndag
field-tuesday = tisdag
field-wednesday = onsdag
field-thursday = torsdag
field-friday = fredag
field-saturday = lördag
field-sunday = söndag
field-feedback_url = återkoppling
field-lat = lat
field-lon = lon
field-min = från
field-max = till
field-step_free = utan trappsteg
field-public = röda dagar
field-method = metod
field-registration = anmälan
field-closes = sista dag
field-for = för
