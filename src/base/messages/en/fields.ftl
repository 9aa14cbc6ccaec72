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
field-formerly = { $number ->
        [none] formerly
       *[other] former name { $number }
    }
field-synonyms = { $number ->
        [none] synonyms
       *[other] group of synonyms { $number }
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
field-look = look
field-colour = colour
field-logo = logo
field-font = font
field-geo = position
field-hours = opening hours
field-image = picture
field-email = e-mail
field-url = web address
field-access = drop-in or booking
field-city = town
field-age_months = age in months
field-valid_from = first day
field-valid_to = last day
field-body = text
field-src = file
field-alt = alt text
field-credit = photographer
field-fix_by = mended by
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
field-step_free = step-free
field-public = public holidays
field-method = who assessed it
field-registration = sign-up
field-closes = last day to sign up
field-for = for whom
