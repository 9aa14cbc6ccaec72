# What the items of lists and groups in the files are called, so that a place in them can be named as a person would: “service 2, operator”.
# $number is the item's number in its list, or “none” where the field itself is meant.

field-services = { $number ->
        [none] services
       *[other] service { $number }
    }
field-exceptions = { $number ->
        [none] exceptions
       *[other] exception { $number }
    }
field-seasons = { $number ->
        [none] seasons
       *[other] season { $number }
    }
field-weeks = { $number ->
        [none] weeks
       *[other] weeks { $number }
    }
field-dates = { $number ->
        [none] dates
       *[other] date { $number }
    }
field-days = { $number ->
        [none] days
       *[other] day { $number }
    }
field-except = { $number ->
        [none] except
       *[other] except { $number }
    }
field-cancelled = { $number ->
        [none] cancelled days
       *[other] cancelled day { $number }
    }
field-moved = { $number ->
        [none] moved days
       *[other] moved day { $number }
    }
field-activities = { $number ->
        [none] activities
       *[other] activity { $number }
    }
field-notices = { $number ->
        [none] notices
       *[other] notice { $number }
    }
field-links = { $number ->
        [none] links
       *[other] link { $number }
    }
field-images = { $number ->
        [none] pictures
       *[other] picture { $number }
    }
field-navigation = { $number ->
        [none] navigation
       *[other] navigation entry { $number }
    }
field-issues = { $number ->
        [none] shortcomings
       *[other] shortcoming { $number }
    }
field-disproportionate_burden = { $number ->
        [none] disproportionate burden
       *[other] disproportionate burden { $number }
    }
field-out_of_scope = { $number ->
        [none] out of scope
       *[other] out of scope { $number }
    }
field-wcag = { $number ->
        [none] success criteria
       *[other] success criterion { $number }
    }
field-languages = { $number ->
        [none] languages
       *[other] language { $number }
    }
field-spoken_languages = { $number ->
        [none] spoken languages
       *[other] spoken language { $number }
    }
field-aliases = { $number ->
        [none] old addresses
       *[other] old address { $number }
    }
field-allowed_hosts = { $number ->
        [none] allowed hosts
       *[other] allowed host { $number }
    }
field-centres = { $number ->
        [none] centres
       *[other] centre { $number }
    }
field-related = { $number ->
        [none] related news
       *[other] related news { $number }
    }
field-off = { $number ->
        [none] codes turned off
       *[other] code { $number }
    }
field-accessibility_statement = accessibility statement
field-contact = contact
field-address = address
field-geo = position
field-hours = opening hours
field-premises = premises
field-getting_there = getting there
field-holidays = holidays
field-checks = checks
field-image = picture
field-name = name
field-title = title
field-kind = kind
field-type = type
field-operator = operator
field-phone = phone
field-email = e-mail
field-url = web address
field-access = drop-in or booking
field-street = street
field-postal_code = postal code
field-city = town
field-entrance = entrance
field-from = from
field-to = to
field-until = until
field-closed = closed
field-reason = reason
field-id = id
field-day = day
field-age_months = age in months
field-language = language
field-valid_from = first day
field-valid_to = last day
field-body = text
field-src = file
field-alt = alt text
field-credit = photographer
field-consent = consent
field-what = what
field-alternative = alternative
field-fix_by = mended by
field-motivation = motivation
field-page = page
field-monday = Monday
field-tuesday = Tuesday
field-wednesday = Wednesday
field-thursday = Thursday
field-friday = Friday
field-saturday = Saturday
field-sunday = Sunday
field-feedback_url = form for reports
field-lat = latitude
field-lon = longitude
field-min = lowest age
field-max = highest age
field-decorative = decorative
field-step_free = step-free
field-lift = lift
field-accessible_toilet = accessible toilet
field-changing_table = changing table
field-hearing_loop = hearing loop
field-note = note
field-transit = transit
field-car = car
field-pram_parking = pram parking
field-public = public holidays
field-eves = eves
field-status = status
field-assessed_on = assessed on
field-updated_on = updated on
field-method = who assessed it
field-date = date
field-description = description
field-repeat = repeat
field-service = service
field-registration = sign-up
field-opens = opens
field-closes = last day to sign up
field-full = full
field-cost = cost
field-place = place
field-for = for whom
field-phone_hours = phone hours
