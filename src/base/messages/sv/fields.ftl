# Vad delarna i filernas listor och grupper heter, så att en plats i dem kan sägas som en människa skulle säga den: ”verksamhet 2, operatör”.
# $number är delens nummer i sin lista, eller ”none” när själva fältet menas.

field-services = { $number ->
        [none] verksamheter
       *[other] verksamhet { $number }
    }
field-exceptions = { $number ->
        [none] undantag
       *[other] undantag { $number }
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
field-accessibility_statement = tillgänglighetsredogörelse
field-contact = kontakt
field-address = adress
field-geo = plats på kartan
field-hours = öppettider
field-premises = lokalen
field-getting_there = hitta hit
field-holidays = helgdagar
field-checks = kontroller
field-image = bild
field-name = namn
field-title = titel
field-kind = slag
field-type = typ
field-operator = operatör
field-phone = telefon
field-email = e-post
field-url = webbadress
field-access = med eller utan bokning
field-street = gatuadress
field-postal_code = postnummer
field-city = postort
field-entrance = ingång
field-from = från
field-to = till
field-until = till och med
field-closed = stängt
field-reason = orsak
field-id = id
field-day = dag
field-age_months = ålder i månader
field-language = språk
field-valid_from = första dag
field-valid_to = sista dag
field-body = text
field-src = fil
field-alt = alt-text
field-credit = fotograf
field-consent = samtycke
field-what = vad det gäller
field-alternative = alternativ
field-fix_by = rättas senast
field-motivation = motivering
field-page = sida
field-monday = måndag
field-tuesday = tisdag
field-wednesday = onsdag
field-thursday = torsdag
field-friday = fredag
field-saturday = lördag
field-sunday = söndag
field-feedback_url = formulär för brister
field-lat = latitud
field-lon = longitud
field-min = lägsta ålder
field-max = högsta ålder
field-decorative = utsmyckning
field-step_free = utan trappsteg
field-lift = hiss
field-accessible_toilet = tillgänglig toalett
field-changing_table = skötbord
field-hearing_loop = hörslinga
field-note = annat om lokalen
field-transit = buss, tåg eller tunnelbana
field-car = bil
field-pram_parking = barnvagn
field-public = helgdagar
field-eves = aftnar
field-status = status
field-assessed_on = granskad den
field-updated_on = ändrad den
field-method = vem som granskade
field-date = datum
field-description = beskrivning
field-repeat = upprepas
field-service = verksamhet
field-registration = anmälan
field-opens = öppnar
field-closes = sista dag att anmäla sig
field-full = fullt
field-cost = kostnad
field-place = plats
field-for = för vem
field-phone_hours = telefontider
