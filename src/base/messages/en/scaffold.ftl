# Remarks in new files, and what is said when files are made.

scaffold-site =
    The whole site. A line that begins with # is a remark, or a field that you can begin to use: take away the # and the space after it.
    The title of the site, shown on its front page.
scaffold-base-url = The address that the site will have. Feeds, sitemaps and shared links use it; everything else works anywhere.
scaffold-organisation = Who is responsible for the site.
scaffold-language = The language that most texts are written in.
scaffold-languages = All languages of the site. A text in another language lies beside its original: news.md and news.en.md.
scaffold-theme = What the pages look like.
scaffold-site-statement =
    The accessibility statement of the pages that the municipalities share, when the site has several. With one municipality there are
    no such pages: then the statement in municipality.yaml is enough.
scaffold-retention = What becomes of what is archived, by kind, as the municipality has decided: keep or discard. What is left out is kept.
scaffold-checks = Warnings that you want nowhere on the site, by their codes. fcsite check --explain FC0211 says what a code means.
scaffold-municipality =
    A line that begins with # is a remark, or a field that you can begin to use: take away the # and the space after it.
    The name of the municipality, as readers see it.
scaffold-code = SCB's code of the municipality: four digits, in quotation marks.
scaffold-example-code = The example has a code that no municipality has, and a statement that is made up. Take this away when you write of your own municipality.
scaffold-region = The region that runs maternal and child health here.
scaffold-contact = How visitors reach the municipality.
scaffold-holidays = What holidays (public) and eves do to opening hours: closed, open (as usual), or warn (the page says that the hours are not decided).
scaffold-navigation = Links at the top of each page. A page of your own is named with page: and its file's name without .md.
scaffold-municipality-look = The municipality's own colour (from its graphic profile) and heading font. A logo and a picture can be given too.
scaffold-municipality-notices = Notices at the top of the municipality's front page. One whose until: has passed is no longer shown.
scaffold-municipality-theme = What the municipality's pages look like, if not like the rest of the site.
scaffold-municipality-base-url = The address, if this municipality's pages lie on a server of their own.
scaffold-statement =
    The accessibility statement that the law (2018:1937) demands. It becomes a page of its own, linked from every page.
    Review it once a year.
scaffold-statement-status = fully, partially or not_compliant.
scaffold-statement-dates = The day when somebody assessed the site, and the day when this text was last changed. Put the real ones here.
scaffold-statement-method = self, or external when somebody else assessed it.
scaffold-statement-issues = Each shortcoming that you know of, and why it is there.
scaffold-statement-feedback = An accessible form for reports. An e-mail address alone is not enough.
scaffold-centre =
    The file's name is the centre's address on the web. It never changes, even if the name does.
    A line that begins with # is a remark, or a field that you can begin to use: take away the # and the space after it.
scaffold-status = planned, open, temporarily_closed or closed.
scaffold-planned = When it is planned to open (a year, a month or a day, in quotation marks), or when it opened.
scaffold-address = Leave out what you do not know.
scaffold-geo = The place on the map: latitude and longitude, as map services show them.
scaffold-phone = A Swedish phone number.
scaffold-email = An address that a function reads, not a person's own.
scaffold-services =
    What there is: maternal_health (midwife), child_health, open_preschool, social_services, breastfeeding, health_centre or other.
    Each may have name:, phone:, url:, access: (drop_in, booking or both) and hours: of its own.
scaffold-hours = When it is open. A day or a range of days; closed where it is closed.
scaffold-phone-hours = When somebody answers the phone. Each service may have phone_hours: of its own.
scaffold-seasons = Times of the year with another week. A service may have seasons: of its own.
scaffold-exceptions = Days that are not as usual: closed: true, or hours: with other times. In place of from: and to: there may be weeks: v. 28–30 and the year, or dates: with several days.
scaffold-activities =
    What happens. Write a short id that never changes. Once only: date: in place of day:. Not each week: repeat: even weeks, every 2 weeks from a date, or first (of the month).
    A time that is cancelled goes under cancelled:, one that is moved under moved:.
scaffold-centre-notices = Something that visitors should know right now. One whose until: has passed is no longer shown.
scaffold-spoken = Languages that the staff speak.
scaffold-premises = How accessible the premises are. Write false for what is not there, and leave out what you do not know.
scaffold-getting-there = The way there.
scaffold-owner = The function that answers for these facts. Never a person's name.
scaffold-reviewed = When somebody last saw to it that all of this is right. After six months fcsite reminds you.
scaffold-news-title = The title. Put it in quotation marks if it contains a colon or a number sign.
scaffold-news-lead = The lead: what is new, in one or two sentences. It is shown in lists.
scaffold-news-draft = A draft is never published. Take this line away when the text is ready.
scaffold-news-category = What it is about.
scaffold-news-centres = Centres that are shown in a box below the text, by their files' names.
scaffold-news-image = The picture at the top. It lies in images/. alt: says what it shows, for those who do not see it.
scaffold-news-published-by = The function that publishes it.
scaffold-news-until = The last day that the item is listed. Its page stays, and says that it is out of date.
scaffold-page-title = The title. Put quotation marks around it when it has a colon or a number sign.
scaffold-page-lead = The lead: what the page is about, in one or two sentences. It may be taken away.
scaffold-page-navigation = Is the page in the menu?
scaffold-page-weight = The place among the pages and in the menu: a lower number stands first.
scaffold-page-published-by = The function that publishes the page.
scaffold-page-until = The last day that the page is in the menu. It stays, and says that it is out of date.
scaffold-translation-title =
    A translation. Translate what begins with “Translate:”, and take that word away.
    The title.
scaffold-translation-lead = The lead.

init-done = A small site lies in { $folder }. What to do next:
init-done-here = A small site lies in this folder. What to do next:
init-next-folder = – Go to the folder: cd { $folder }
init-next-edit = – Write in forms in the browser: fcsite edit
init-next-serve = – See the site while you write: fcsite serve --open
init-next-municipality = – Make your own municipality: fcsite new municipality Botkyrka
init-next-readme = – Read on in { $readme } (in Swedish). Take content/exempel away when you need the example no longer.
init-kept = { $name } was there already and is left as it is. Add two lines to it: /public/ and /.fcsite/
new-municipality-done = { $name } has the code { $code }. Next: fcsite new centre "Familjecentralen i …" -m { $id }
new-centre-done = Open the file and fill in what you know. See the page with: fcsite serve --open
new-news-draft = It is a draft. Write the lead and the text, see it with fcsite serve, and take the line “draft: true” away when it is ready.
new-news-done = It is published with the next fcsite build. Write the text first.
new-news-later = It is published with the first fcsite build on { $date } or later. Write the text first.
new-page-draft = It is a draft. Write the text, see it with fcsite serve, and take the line “draft: true” away when it is ready.
new-page-done = It is published with the next fcsite build. Write the text first.
new-activity-done = The activity stands last in the list. See the page with: fcsite serve --open
new-translation-done = It is a draft. Translate what begins with “Translate:” and the text, see it with fcsite serve, and take the line “draft: true” away when it is ready.
ask-empty = (press Enter to leave it out)
ask-municipality-name = What is the municipality called?
ask-municipality-unknown = SCB has no municipality of the name “{ $name }”{ $nearest ->
        [none] {""}
       *[other] {" "}(did you mean { $nearest }?)
    }
ask-municipality-code = Which code does SCB give it (four digits)?
ask-municipality-phone = Which phone number may visitors call?
ask-municipality-email = Which e-mail address may visitors write to?
ask-centre-name = What is the family centre called?
ask-centre-municipality = Which municipality does it belong to? ({ $choices })
ask-centre-street = Which street and number?
ask-centre-postal-code = Which postal code?
ask-centre-city = Which postal town?
ask-centre-phone = Which phone number?
ask-news-title = What is the title?
ask-news-municipality = Which municipality is it for? ({ $choices })
ask-news-lead = What is new, in one or two sentences?
ask-page-title = What is the title?
ask-page-municipality = Which municipality is it for? ({ $choices })
ask-page-lead = What is the page about, in one or two sentences?
ask-activity-title = What is the activity called?
ask-activity-municipality = Which municipality is it in? ({ $choices })
ask-activity-centre = Which centre is it at? ({ $choices })
ask-activity-day = Which weekday?
ask-activity-from = When does it begin, such as 10.00?
ask-activity-to = When does it end?
ask-translation-original = What is to be translated? Write the name of the file.
ask-translation-language = Into which language? ({ $choices })
ask-again = That does not work: { $reason }.
ask-choice = write one of { $choices }
ask-need = something must be written here
ask-slug = a web address cannot be made of it; use letters or digits
usage-four-digits = write four digits, such as 0127
