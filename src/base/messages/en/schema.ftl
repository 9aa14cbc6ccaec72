# What the JSON Schemas say, in the editor of the one who writes: of each kind of file, and of each field what it means, with an example where it helps.
# schema-<Type>-<field>, or -<value> for one of some words. Plain text: no Markdown is read here.

## The kinds of files

schema-Site = The whole site. Each municipality has a folder of its own beside this file.
    .title = The whole site (site.yaml)
schema-Municipality = A municipality: its name, its code and what applies to all its pages. The name of the folder becomes the address of its pages.
    .title = A municipality (municipality.yaml)
schema-Centre = A family centre. The file's name is the centre's id: do not change it, and do not use it for another centre.
    .title = A family centre (centres/….yaml)
schema-News = The fields at the top of a news item. The text itself begins after the second line of hyphens.
    .title = A news item (news/….md)
schema-Page = The fields at the top of a page. The text itself begins after the second line of hyphens.
    .title = A page (pages/….md)

schema-PublishTargets = Where the site is published to: each target by a name of its own, such as test. Passwords never stand here.
    .title = Targets to publish to (publish.yaml)
schema-S3Target-bucket = The bucket’s name.
schema-S3Target-endpoint = The address of the S3: https://…. Left out: Amazon’s.
schema-S3Target-region = The region that the bucket lies in. Left out: eu-north-1 at Amazon, else us-east-1.
schema-S3Target-prefix = What the names of all files begin with, such as familj. Left out: nothing.
schema-PublishTargets-archive = The folder of the archive: what is published is added there afterwards. From the folder that content/ lies in.
schema-PublishTarget = A target: a folder or a server.
schema-PublishTarget-folder = A folder, also one of a share, such as \\server\web\family
schema-PublishTarget-sftp = A folder on a server that is reached by SFTP: user@server:folder
schema-PublishTarget-host_key = The server’s key, as ssh-keygen -lf shows it: SHA256:…
schema-PublishTarget-key_file = The file with your own SSH key, when an agent does not have it.
schema-PublishTarget-ftps = A folder on a server that is reached by FTPS, that is FTP with encryption: user@server/folder
schema-PublishTarget-certificate = The SHA-256 fingerprint of the server’s certificate, when it is self-made: SHA256:AB:CD:…
schema-PublishTarget-s3 = A bucket of an S3, that is of a storage in the cloud.
schema-PublishTarget-base_url = The address that readers see this target at. Left out: that of site.yaml.

## site.yaml

schema-Site-title = What the whole site is called. It stands on the front page and in search results, for example: Family centres in Stockholm County.
schema-Site-base_url = The address that the site is published at, for example https://familjecentraler.example. Needed for news feeds, search engines and open data.
schema-Site-organisation = Who is responsible for the site, for example Region Stockholm.
schema-Site-organisation_number = The organisation number of the one who publishes the open data, for example 232100-0016. A municipality's own goes before it.
schema-Site-contact = How to reach those who publish the site. Shown on the region's pages and in the catalogue of open data.
schema-Site-data_licence = Under which terms others may use the open data. Left out, it is cc0.
schema-DataLicence-cc0 = Freely, without asking or saying where they come from (CC0 1.0). What the Swedish data portal recommends.
schema-DataLicence-cc-by = Freely, by whoever says where they come from (CC BY 4.0).
schema-Site-retention = What becomes of what is archived, by kind, as the municipality has decided. What is left out is kept.
schema-Retention-keep = Kept for good.
schema-Retention-discard = May be discarded by the municipality's decision. It is archived all the same, and stands in retention.csv.
schema-RetentionRules-news = News items.
schema-RetentionRules-centres = The pages of centres.
schema-RetentionRules-pages = Standing pages.
schema-RetentionRules-lists = Front pages, lists, feeds and the search: made of the others.
schema-RetentionRules-hours = Calendars, posters, and tables of hours and activities.
schema-RetentionRules-documents = Documents that texts link to.
schema-RetentionRules-pictures = Pictures.
schema-RetentionRules-data = Open data.
schema-RetentionRules-design = Style, scripts and fonts.
schema-Site-language = The language that the texts are written in when nothing else is said. Left out, it is sv (Swedish).
schema-Site-languages = The languages that the site has pages in, for example [sv, en]. The site's own language must be among them.
schema-Site-theme = The theme that says what the site looks like: base, or a folder in themes/. Left out, it is base.
schema-Site-accessibility_statement = The accessibility statement of the region's own pages (the front page with all municipalities). Those of the municipalities are in municipality.yaml.
schema-Site-checks = Warnings that you do not want for any part of the site.
schema-Checks-off = The codes of the warnings, for example [FC0082]. Only warnings can be turned off, not errors.

## municipality.yaml

schema-Municipality-name = The municipality's name, for example Botkyrka kommun.
schema-Municipality-code = The municipality's code at Statistics Sweden (SCB): four digits in straight quotes, for example "0127".
schema-Municipality-organisation_number = The municipality's organisation number, if it publishes its open data in its own name. Left out, it is the site's.
schema-Municipality-data_issued = The day on which the municipality's open data were first published, for example 2026-12-01. It stands in the catalogue for the data portal.
schema-Municipality-region = The region that runs maternal and child health care here, for example Region Stockholm.
schema-Municipality-base_url = Where the municipality's pages are published, if they have an address of their own. Left out, it is the site's address followed by the folder's name.
schema-Municipality-theme = The municipality's theme, if it is not the site's: a folder in themes/.
schema-Municipality-languages = The languages that the municipality has pages in, for example [sv, en, ar]. Left out, they are the site's.
schema-Municipality-contact = How families reach the municipality. It stands at the foot of every page.
schema-Municipality-holidays = What applies on holidays for opening hours that say nothing about them.
schema-Municipality-allowed_hosts = Other hosts that the municipality's pages may load something from, for example [kartor.example]. Each learns who visits the pages, so keep the list short.
schema-Municipality-synonyms = Words that mean the same to those who search, beside those that every site has: [[BVC, barnavårdscentral], [The yellow house, Fittja]]. Each group is a list of at least two.
schema-Municipality-navigation = Links in the menu of every page, in this order.
schema-Municipality-look = The municipality's own colour, logo, picture and heading font. Nobody needs to make a theme.
schema-Municipality-notices = Messages on the municipality's front page, for example that all the centres are closed on a day.
schema-Municipality-accessibility_statement = The accessibility statement that the law demands (2018:1937, the DOS act). It gets a page of its own, linked from every page.
schema-Municipality-checks = Warnings that you do not want for this municipality.
schema-Contact-phone = The municipality's phone number, for example 08-530 610 00.
schema-Contact-email = The municipality's e-mail address. Give a function, not a person.
schema-Contact-url = The municipality's own website, for example https://www.botkyrka.example.
schema-Holidays-public = Public holidays, such as Christmas Day. Left out, it is closed.
schema-Holidays-eves = Eves and days before a holiday, such as Christmas Eve. Left out, it is warn.
schema-HolidayRule-closed = Closed, unless an exception says otherwise.
schema-HolidayRule-open = Open as on any other day.
schema-HolidayRule-warn = Not decided: the page asks people to inquire before they come, and you get a warning until an exception says what applies.
schema-OwnLook-colour = The municipality's colour from its graphic profile, for example "#9d0f3f" (in quotes). fcsite makes all other colours of it, light and dark, and sees to it that the text can be read.
schema-OwnLook-logo = The logo, seen from the municipality's folder, for example images/logo.svg. SVG, PNG, WebP or JPEG.
schema-OwnLook-image = The picture on the municipality's front page.
schema-OwnLook-font = The face of the headings.
schema-HeadingFont-sans = Without serifs: the reader's own, as the text.
schema-HeadingFont-serif = With serifs, as in a book.
schema-HeadingFont-rounded = With round ends.
schema-Navigation = A link in the menu. Say page for one of your pages, centre for a family centre, or url for another website.
schema-Navigation-title = The words of the link.
schema-Navigation-page = A page of the municipality or of _shared: the name of its file without .md, for example om-oss.
schema-Navigation-centre = A family centre of the municipality: the name of its file without .yaml, for example fittja.
schema-Navigation-weight = The link's place in the menu: a lower number stands first. Left out, it is 0, and the order here counts.
schema-Navigation-url = The address of a page on another website.

## Notices

schema-Notice = A message, shown at the top of the page.
schema-Notice-title = The heading, for example: Fewer places just now.
schema-Notice-body = The text. You can write Markdown: **bold**, lists and links.
schema-Notice-from = The first day that the message is shown. Left out, it is shown at once.
schema-Notice-until = The last day that the message is shown. Left out, it stays until you take it away.
schema-Notice-links = Where to read more.
schema-Link = A link with its words.
schema-Link-title = The words of the link. Say where it leads, not “read more”.
schema-Link-url = The address that the link leads to.

## The accessibility statement

schema-Statement-status = How well the site meets the law on accessibility.
schema-Compliance-fully = It meets all the requirements.
schema-Compliance-partially = It meets the requirements, save for the shortcomings under issues.
schema-Compliance-not_compliant = It does not meet the requirements.
schema-Statement-assessed_on = The day when somebody last tested how accessible the site is.
schema-Statement-updated_on = The day when the statement was last changed. Go through it at least once a year.
schema-Statement-method = Who did the test.
schema-Method-self = You yourselves.
schema-Method-external = Somebody from outside, such as a consultant.
schema-Statement-issues = Everything that you know does not work.
schema-Statement-disproportionate_burden = Shortcomings that it would be a disproportionate burden to mend (section 12 of the act).
schema-Statement-out_of_scope = Content that the law does not cover, for example maps from another service.
schema-Statement-feedback_url = The address of the form where visitors tell you what does not work. The form must be accessible, and it must be possible to use it without giving a name. An e-mail address is not enough.
schema-Issue = Something that does not work.
schema-Issue-what = What does not work, and for whom.
schema-Issue-reason = Why it does not work yet.
schema-Issue-wcag = The success criteria of WCAG that it fails, in straight quotes, for example ["1.2.2"].
schema-Issue-alternative = What to do instead, for example whom to ask.
schema-Issue-fix_by = The day by which it will be mended.
schema-Burden = A shortcoming that it would be a disproportionate burden to mend.
schema-Burden-what = What does not work.
schema-Burden-motivation = Why it would be a disproportionate burden. The law demands that you say so.
schema-Exemption = Content that the law does not cover.
schema-Exemption-what = Which content.
schema-Exemption-reason = Why the law does not cover it.

## centres/<id>.yaml

schema-Centre-name = What the centre is called, for example Familjecentralen i Fittja.
schema-Centre-status = Is the centre open?
schema-Status-planned = It has not opened yet. Say when under planned_opening, if you know.
schema-Status-open = It is open.
schema-Status-temporarily_closed = It is closed for some time and will open again.
schema-Status-closed = It is closed for good. The page stays and says so.
schema-Centre-type = What kind of centre it is. Left out, it follows from the services.
schema-CentreType-family_centre = Family centre: maternal health, child health, open preschool and social services.
schema-CentreType-family_centre_like = Works like a family centre: child health and at least one municipal service, an open preschool or social services.
schema-Centre-planned_opening = When a planned centre is to open: "2027", "2027-05" or "2027-05-13". Only with status: planned.
schema-Centre-opened = The day when the centre opened.
schema-Centre-address = Where the centre is. Leave it out if you do not know; never guess.
schema-Centre-geo = The centre's place on the map (WGS 84), for the link to a map and for open data.
schema-Centre-phone = The centre's phone number, for example 08-530 610 00.
schema-Centre-email = The centre's e-mail address. Give a function, not a person.
schema-Centre-url = The centre's own page on another website, if it has one.
schema-Centre-services = What families find at the centre. At least one.
schema-Centre-hours = When the centre is open in an ordinary week. A day that you leave out is closed.
schema-Centre-phone_hours = When somebody answers the phone, for example monday-friday: 8–9.
schema-Centre-seasons = Times of the year with another week, for example summer hours.
schema-Centre-exceptions = Days with other hours than usual, for example a summer break.
schema-Centre-activities = What happens, for example singing with babies.
schema-Centre-notices = Messages on the centre's page, for example that there are fewer places just now.
schema-Centre-spoken_languages = Languages that the staff speak, for example [sv, fi, ar].
schema-Centre-premises = How accessible the premises are, and what there is for those who come with small children. Leave out what you do not know.
schema-Centre-getting_there = How to get there.
schema-Centre-images = Pictures on the centre's page.
schema-Centre-owner = The function that answers for these facts, for example Socialförvaltningen. Never a person.
schema-Centre-reviewed = The day when somebody last saw to it that everything here is right. After six months you get a reminder.
schema-Centre-aliases = Old addresses that lead here, for example [/fittja/familjecentral/].
schema-Centre-formerly = What the file was called before, without .yaml, the first name first: [fittja]. In open data the centre is always called what it was called first, and its old pages lead here.
schema-Centre-checks = Warnings that you do not want for this centre.
schema-Address-street = Street and number, for example Fittja Torg 19.
schema-Address-postal_code = The postal code, for example 145 61.
schema-Address-city = The postal town, for example Norsborg.
schema-Address-entrance = Which door to take, for example: on the square, beside the library.
schema-Geo-lat = Latitude in degrees, for example 59.2488.
schema-Geo-lon = Longitude in degrees, for example 17.8603.

## Services

schema-Service = A service at the centre.
schema-Service-kind = Which service it is.
schema-ServiceKind-maternal_health = Maternal health care: the midwife clinic.
schema-ServiceKind-child_health = Child health care (BVC).
schema-ServiceKind-open_preschool = Open preschool.
schema-ServiceKind-social_services = Social services, with preventive work.
schema-ServiceKind-breastfeeding = A breastfeeding clinic.
schema-ServiceKind-health_centre = A health centre.
schema-ServiceKind-other = Something else. It then needs a name.
schema-Service-name = The service's own name, for example Fittja BVC. Left out, the page says what kind it is.
schema-Service-operator = Who runs the service.
schema-Service-phone = The service's own phone number, for example 08-530 610 00.
schema-Service-url = The service's own page on another website.
schema-Service-access = Do visitors need to book?
schema-Access-drop_in = Drop-in: no need to book.
schema-Access-booking = By appointment only.
schema-Access-both = Both with and without an appointment.
schema-Service-hours = The service's own hours, if they are not the centre's.
schema-Service-phone_hours = When somebody answers the service's phone, for example monday-friday: 8–9.
schema-Service-seasons = Times of the year when the service has another week.
schema-ServiceSeasonFile = A time of the year when the service has another week.
schema-ServiceSeasonFile-title = What it is called, for example Summer hours.
schema-ServiceSeasonFile-from = The first day.
schema-ServiceSeasonFile-to = The last day.
schema-ServiceSeasonFile-hours = The hours of the week. A day that you leave out is closed.
schema-Operator-type = What kind of body runs the service.
schema-Operator-name = Its name, for example Botkyrka kommun.
schema-OperatorType-region = The region.
schema-OperatorType-municipality = The municipality.
schema-OperatorType-private_for_region = A company or association, on behalf of the region.
schema-OperatorType-other = Another.

## Hours and activities

schema-HoursFile-monday = The hours on Mondays, for example 9.00–12.00, 13.00–16.00, or closed. For several days, write for example monday-thursday.
schema-HoursFile-tuesday = The hours on Tuesdays, for example 9.00–12.00, 13.00–16.00, or closed. For several days, write for example tuesday-friday.
schema-HoursFile-wednesday = The hours on Wednesdays, for example 9.00–12.00, 13.00–16.00, or closed. For several days, write for example wednesday-friday.
schema-HoursFile-thursday = The hours on Thursdays, for example 9.00–12.00, 13.00–16.00, or closed. For several days, write for example thursday-friday.
schema-HoursFile-friday = The hours on Fridays, for example 9.00–12.00, or closed.
schema-HoursFile-saturday = The hours on Saturdays, for example 10.00–13.00, or closed. For both days of the weekend, write saturday-sunday.
schema-HoursFile-sunday = The hours on Sundays, for example 10.00–13.00, or closed.
schema-SeasonFile = A time of the year with another week.
schema-SeasonFile-title = What it is called, for example Summer hours.
schema-SeasonFile-from = The first day.
schema-SeasonFile-to = The last day.
schema-SeasonFile-hours = The hours of the week. A day that you leave out is closed.
schema-SeasonFile-services = Which services it applies to, by kind or name. Left out, it is the whole centre.
schema-ExceptionFile = Days when the hours are other than usual. Say closed: true, or hours.
schema-ExceptionFile-from = The first day.
schema-ExceptionFile-to = The last day. Left out, it is the first day alone.
schema-ExceptionFile-weeks = Or whole weeks, with their year: v. 28–30 2026.
schema-ExceptionFile-dates = Or some days: [2026-09-14, 2026-11-02].
schema-ExceptionFile-closed = Write true if it is closed on these days.
schema-ExceptionFile-hours = The hours on each of these days, for example 9–12.
schema-ExceptionFile-reason = Why, in words for the visitor, for example: Closed for the summer.
schema-ExceptionFile-services = Which services it applies to, for example [open_preschool]. Left out, it is the whole centre.
schema-Activity = Something that happens.
schema-Activity-id = A lasting name for the activity, with a–z, 0–9 and hyphens, for example sangstund. Do not change it, and do not use it for another activity.
schema-Activity-title = What the activity is called, for example Singing time.
schema-Activity-day = The weekday.
schema-Activity-description = More about it, in one paragraph of plain text.
schema-Activity-days = Or several weekdays, for example [monday, wednesday].
schema-Activity-date = Or the day, if it is once only.
schema-Activity-dates = Or the days, if it is some times: [2026-10-12, 2026-11-09].
schema-Activity-repeat = In which weeks, if not in every one: even weeks, odd weeks, every 2 weeks from 2026-09-01, first, first and third, last.
schema-Activity-except = Days and weeks when it is not, for example [2026-11-03, v. 44 2026]. They are not shown at all.
schema-Activity-cancelled = Days that are cancelled. They are shown struck through, with the reason.
schema-Activity-moved = Days that are moved to another day or time.
schema-Activity-service = Which service it belongs to, by kind or name. When that is closed it does not take place. Left out, it is the open preschool where there is one.
schema-Activity-registration = Where and when to sign up.
schema-Activity-cost = What it costs, for example 20 kr or free.
schema-Activity-place = Where in the house, for example the large room.
schema-Activity-for = Whom it is for, beside the age, for example Fathers.
schema-Cancelled = A day that is cancelled.
schema-Cancelled-date = The day.
schema-Cancelled-reason = Why, for example Illness.
schema-MovedFile = A day that is moved.
schema-MovedFile-date = The day on which it was to be.
schema-MovedFile-to = The day on which it is instead. Left out, it is the same day.
schema-MovedFile-from = When it begins then, for example 13.00. Left out, it begins as usual.
schema-Registration-url = A form on the web.
schema-Registration-phone = The phone number to ring.
schema-Registration-email = The address to write to.
schema-Registration-opens = The first day to sign up.
schema-Registration-closes = The last day to sign up.
schema-Registration-full = Write true when all places are taken.
schema-Weekday-monday = Monday.
schema-Weekday-tuesday = Tuesday.
schema-Weekday-wednesday = Wednesday.
schema-Weekday-thursday = Thursday.
schema-Weekday-friday = Friday.
schema-Weekday-saturday = Saturday.
schema-Weekday-sunday = Sunday.
schema-Activity-from = When it begins, for example 10.00.
schema-Activity-to = When it ends, for example 10.30.
schema-Activity-age_months = Which ages it is for, in months.
schema-Activity-access = Do visitors need to sign up?
schema-Activity-language = The language of the activity, if it is not the site's own, for example fi.
schema-Activity-valid_from = The first day of the season.
schema-Activity-valid_to = The last day of the season. After it the activity is no longer shown.
schema-Ages-min = From how many months, for example 0.
schema-Ages-max = Up to how many months, for example 12.

## Premises and the way there

schema-Premises-step_free = Can you get in without steps?
schema-Premises-lift = Is there a lift?
schema-Premises-accessible_toilet = Is there an accessible toilet?
schema-Premises-changing_table = Is there a changing table?
schema-Premises-hearing_loop = Is there a hearing loop?
schema-Premises-breastfeeding_place = Is there a quiet place to breastfeed?
schema-Premises-warm_food = Can one warm food, for example in a microwave oven?
schema-Premises-fridge = Is there a fridge for those who bring food?
schema-Premises-pram_room = Is there a room for prams?
schema-Premises-cafe_cost = What coffee and a snack cost, for example 20 kr. Write free if they cost nothing.
schema-Premises-note = Anything else about the premises, for example where to ring the bell.
schema-GettingThere-transit = By bus, train or underground, for example: The bus stops outside the entrance.
schema-GettingThere-car = By car: where to park.
schema-GettingThere-pram_parking = Where to leave the pram.

## Pictures

schema-ImageUse = A picture. Say what it shows in alt, or decorative: true if it says nothing.
schema-ImageUse-src = The file, seen from the municipality's folder, for example images/entre.jpg.
schema-ImageUse-alt = What the picture shows, for those who do not see it: a sentence, for example Two children build a tower of blocks.
schema-ImageUse-decorative = Write true if the picture only decorates. Screen readers then pass over it.
schema-ImageUse-credit = Who made the picture, for example Photo: Botkyrka kommun.
schema-ImageUse-consent = Where the consent of the people in the picture is recorded, for example a reference number. It is not shown to readers. Write no names.

## news/….md

schema-News-title = The title of the news item.
schema-News-date = The day of publication. It is the day in the file's name, so it can be left out.
schema-News-lead = The ingress: the most important, in one paragraph of plain text.
schema-News-category = What the item is about, for example Information. Items with the same category are proposed beside each other.
schema-News-kind = News, or an important notice. Left out, it is news.
schema-NewsKind-news = News: something has happened, or will.
schema-NewsKind-notice = An important notice: something that visitors must know, often for a time.
schema-News-centres = Centres that the item is about, shown as boxes: the names of their files without .yaml, for example [fittja]. In _shared with the municipality before it: [botkyrka/fittja].
schema-News-image = The picture at the top.
schema-News-published_by = The function or unit that publishes the item, for example Botkyrka kommun.
schema-News-author = Who wrote the item.
schema-News-updated = The day when the item was last changed.
schema-News-until = The last day that the item is listed. Its page stays, and says that it is out of date.
schema-News-expires = The same in another way: from this day on the item is not listed. Rather write until.
schema-News-draft = Write true while you are still writing. A draft is only shown when you build with --drafts.
schema-News-related = Other items to read, with the names of their files without .md, for example [2026-01-10-hej]. Left out, fcsite chooses them.
schema-News-aliases = Old addresses that lead here, for example [/nyheter/gammal/].
schema-News-checks = Warnings that you do not want for this item.

## pages/….md

schema-Page-title = The title of the page.
schema-Page-lead = The ingress: the most important, in one paragraph of plain text.
schema-Page-updated = The day when the page was last changed.
schema-Page-published_by = The function or unit that publishes the page, for example Botkyrka kommun.
schema-Page-navigation = Write true if the page is to stand in the menu.
schema-Page-weight = The page's place among the pages and in the menu: a lower number stands first. Left out, it is 0.
schema-Page-until = The last day that the page is in the menu and in lists. It stays, and says that it is out of date.
schema-Page-draft = Write true while you work on the text. A draft is only shown when you build with --drafts.
schema-Page-aliases = Old addresses that lead here, for example [/gammal/sida/].
schema-Page-checks = Warnings that you do not want for this page.

## What an editor says where a value is of another form

schema-Weekdays = Write weekdays, for example [monday, wednesday].
schema-Dates = Write a date, for example 2026-10-12, or several: [2026-10-12, 2026-11-09].
schema-Weeks = Write weeks with their year, for example v. 28–30 2026.
schema-OneOfWeeks = Write weeks with their year, for example v. 28–30 2026.
schema-DatesAndWeeks = Write dates and weeks, for example [2026-11-03, v. 44 2026].
schema-DateOrWeeks = Write a date, or weeks with their year, for example 2026-11-03 or v. 44 2026.
schema-Services = Write the kinds or names of services, for example [open_preschool].
schema-ServiceName = Write the kind or the name of a service, for example open_preschool.
schema-ExceptionHours = Write the hours, for example 9–12, or a whole week: monday-thursday: 9–12.
schema-Repeat = Write every week, even weeks, odd weeks, every 2 weeks from 2026-09-01, first, first and third or last.
schema-rule-moved = Say where it is moved: to (another day), from (another time), or both.
schema-rule-one_when = Say when the exception holds in one way: from (and to), weeks or dates.
schema-rule-day_or_date = Say when the activity is in one way: day, days or date. Repeat belongs to day.
schema-null = The same as leaving the field out.
schema-Words = Write something here. A text with a colon in it needs straight quotes around it: "Open: now".
schema-Synonym = Write a word or a name here: [[The yellow house, Fittja]].
schema-Text = Write a text, or one for each language, such as sv: … and en: … on lines of their own.
schema-Date = Write a date that exists as 2026-03-14.
schema-PartialDate = Write a year, a month or a date: "2027", "2027-05" or "2027-05-13".
schema-TimeOfDay = Write a time as 9.00 or 13.30.
schema-DayHours = Write hours as 9.00–12.00, 13.00–16.00, or closed.
schema-HoursFile = Write the days, monday to sunday, or as a range such as monday-thursday.
schema-Weekday = Write the day, for example monday.
schema-WeekdayOrMore = Write the day, for example monday, or several: [monday, wednesday].
schema-PhoneNumber = Write a Swedish phone number as 08-123 456 78 or 070-123 45 67.
schema-PostalCode = Write a postal code with its space: 145 61.
schema-OrganisationNumber = Write an organisation number of ten figures, for example 232100-0016.
schema-EmailAddress = Write an e-mail address as name@kommunen.example.
schema-WebAddress = Write the whole address, beginning with https://.
schema-Colour = Write the colour with # and six characters in straight quotes, for example "#9d0f3f".
schema-Host = Write the host alone, for example kartor.example: no https:// and no slashes.
schema-Language = Write a language code, for example sv, en or ar.
schema-MunicipalityCode = Write SCB's four digits in straight quotes, for example "0127".
schema-Name = Write the name with a–z, 0–9 and hyphens alone, without the file's ending.
schema-FormerName = Write the name with a–z, 0–9 and hyphens alone, without the file's ending.
schema-CentreName = Write the name of the centre's file without .yaml, for example fittja.
schema-Alias = Write an address within the site that begins with a slash, with a–z, 0–9 and hyphens, for example /gammal/adress/.
schema-Criterion = Write the number of a success criterion in straight quotes, for example "1.2.2".
schema-Warning = Write the code of a warning, for example FC0082. Errors cannot be turned off.
schema-Latitude = Write a latitude within Sweden, between 55 and 69.5, with a point: 59.2488.
schema-Longitude = Write a longitude within Sweden, between 10.5 and 24.5, with a point: 17.8603.

## What an editor says where fields do not go together

schema-rule-planned = planned_opening only goes with status: planned.
schema-rule-named = A service of the kind other needs a name.
schema-rule-closed_or_hours = Say either closed: true or hours, and not both.
schema-rule-alt_or_decorative = Say either what the picture shows (alt) or decorative: true, and not both.
schema-rule-one_target = Say one of page, centre and url, and no more.
schema-rule-until_or_expires = Say until or expires, and not both.
schema-rule-maternal_health = A family_centre has a service of the kind maternal_health.
schema-rule-child_health = A centre of this type has a service of the kind child_health.
schema-rule-open_preschool = A family_centre has a service of the kind open_preschool.
schema-rule-social_services = A family_centre has a service of the kind social_services.
schema-rule-municipal = A family_centre_like has a service of the kind open_preschool or social_services.
