# The command line: help texts, and what is wrong with a call. An id is “cli-” with the command's and the argument's names; an argument that
# several commands share has none of the command.

cli = A static site generator for the family-centre pages of Swedish municipalities.
cli-heading-usage = Usage:
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-global = Options of every command
cli-usage-options = OPTIONS
cli-usage-command = COMMAND
cli-help = Show this help
cli-version = Show the version
cli-source = The folder that holds content/ [default: here, or the nearest folder above with content/site.yaml]
cli-quiet = Say nothing but errors; check says only what it finds
cli-verbose = Show everything that is found, also where a file has more than 20
cli-color = When to use colours: auto, always or never
cli-json = Give what is found and the report as JSON lines on stdout
cli-lang = The language of messages and help: sv or en [default: the system's]
cli-limit = The most processor time that a run may take, in seconds; 0 for no limit [default: by how much there is to do]
cli-now = The day that is taken for today, such as 2026-03-14 [default: today in Sweden]
cli-only = Only these municipalities, by the names of their folders
cli-drafts = Show drafts
cli-future = Show items whose date is still to come

cli-init = Make a small site that builds at once
    .long = Makes a small site in a new or empty folder: a municipality, a centre, two news items, settings for your editor and a README. It builds at once, and you go on from there.
cli-init-folder = The new or empty folder [default: this one]

cli-new = Make a file in the right place, ready to fill in
    .long = Makes a commented file in the right place, ready to fill in. On a terminal it asks for what it needs; elsewhere it takes it from the options. It never writes over a file.
cli-new-municipality = A municipality's folder with its settings
cli-new-municipality-name = The municipality's name, such as Botkyrka
cli-new-municipality-code = SCB's four digits [default: known from the name]
cli-new-municipality-id = The folder's name, which is also the address [default: made of the name]
cli-new-municipality-phone = The phone number that visitors may call, such as "08-530 610 00"
cli-new-municipality-email = The e-mail address that visitors may write to
cli-new-centre = A family centre
cli-new-centre-name = The centre's name, such as "Familjecentralen i Fittja"
cli-new-centre-municipality = The municipality's folder [default: the only one]
cli-new-centre-id = The file's name, which is also the address and never changes [default: made of the name]
cli-new-centre-street = Street and number, such as "Fittja Torg 19"
cli-new-centre-postal-code = The postal code, such as "145 61"
cli-new-centre-city = The postal town, such as Norsborg
cli-new-centre-phone = The centre's phone number
cli-new-centre-planned = It has not opened yet
cli-new-centre-services = Its services: maternal_health, child_health, open_preschool, social_services, breastfeeding, health_centre [default: the first four]
cli-new-news = A news item, as a draft
cli-new-news-title = The title, such as "Sommarstängt i Fittja"
cli-new-news-municipality = The municipality's folder, or _shared for all of them [default: the only one]
cli-new-news-lead = The lead: what is new, in one or two sentences
cli-new-news-id = The end of the file's name and of the address [default: made of the title]
cli-new-news-publish = Publish it with the next build; else it is a draft
cli-new-news-now = The day of publication, such as 2026-03-14 [default: today in Sweden]
cli-new-page = A standing page, as a draft
cli-new-page-title = The title, such as "Frågor och svar"
cli-new-page-municipality = The municipality's folder, or _shared for all of them [default: the only one]
cli-new-page-lead = The lead: what the page is about, in one or two sentences
cli-new-page-id = The file's name, which is also the address [default: made of the title]
cli-new-page-navigation = Put the page in the menu
cli-new-page-publish = Publish it with the next build; else it is a draft
cli-new-activity = An activity of a centre, added to the centre's file
cli-new-activity-title = What it is called, such as "Sångstund"
cli-new-activity-municipality = The municipality's folder [default: the only one]
cli-new-activity-centre = The centre: its file's name without .yaml [default: the only one]
cli-new-activity-day = The weekday, such as tuesday
cli-new-activity-from = When it begins, such as 10.00
cli-new-activity-to = When it ends, such as 10.30
cli-new-activity-valid-from = The first day of the term
cli-new-activity-valid-to = The last day of the term
cli-new-activity-access = drop_in, booking or both
cli-new-activity-id = Its name in calendars, which never changes [default: made of the title]
cli-new-translation = A translation of a news item or page, as a draft
cli-new-translation-original = The original: its file, or the name of the news item or page
cli-new-translation-language = The language to translate to [default: the other one, where the site has two]
cli-new-translation-municipality = The municipality's folder, where more than one has a text of that name

cli-build = Build the site: content/ → public/
cli-build-output = Where the site goes [default: public/ in the source folder]
cli-build-base-url = An address in place of every base_url, to try the site out elsewhere
cli-build-precompress = Put packed files (.br and .gz) beside the texts, for servers that send them as they are
cli-build-only = Only these municipalities; the rest of the output stays as it is
cli-build-now = The day that the pages are made for, such as 2026-03-14 [default: today in Sweden]
cli-build-full = Forget what the last build remembered
cli-build-strict = Treat warnings as errors
cli-build-sync = Flush everything to the disk before it is published
cli-build-parts = Put the site together from outputs in this folder, each built with --only, and make only the region's own pages
cli-build-timings = Say how long each part of the work took

cli-watch = Build, then again at every change
cli-watch-poll = Look at every file again and again instead of waiting for signals, for network shares [default pause: 1000 ms]

cli-serve = Watch, and show the site in the browser with live reload
    .long = Builds at every change and shows the site in the browser, which follows along. Drafts and items whose date is still to come are shown, with a mark. The site goes to a folder of its own, not to public/.
cli-serve-output = Where the site that is shown goes [default: a folder of its own]
cli-serve-port = The port [default: the folder's own, the first is 1111]
cli-serve-bind = The address to listen at; 0.0.0.0 lets everyone in your network see the site [default: 127.0.0.1]
cli-serve-open = Open the browser
cli-serve-follow = Let the browser go to the page that was just edited
cli-serve-published = Show the site as visitors see it: no drafts, nothing whose date is still to come
cli-serve-password = Show the site to those alone who have a password. fcsite makes it and writes it in the terminal

cli-edit = Edit the site in the browser, with forms
    .long = Shows the site as serve does, and an editor beside it: family centres, opening hours, activities, notices, news and pages as forms. Saving changes only what you have changed in the files. The editor answers on this computer alone.
cli-edit-port = The port [default: the folder's own, the first is 2727]
cli-edit-no-open = Do not open the browser

cli-import = Bring in activities from Excel or CSV, a text from Word or posts from WordPress
    .long = Shows what would be written, and what is not carried over and why. Nothing is written until you say yes or add --write, and nothing that is there is written over. Activities are added to the centre's file, and a text becomes a draft of a news item or page, with its pictures. Of an export of WordPress the posts become news, with the pictures that lie beside the file. The exit code is 4 when something was not carried over.
cli-import-file = The file: a workbook (.xlsx), CSV, a text (.docx) or an export of WordPress (.xml)
cli-import-to = Where it goes: the municipality's folder and the centre, such as botkyrka/fittja, or for texts botkyrka/news or botkyrka/pages
cli-import-write = Write what is shown

cli-check = Check everything that can be checked, and write nothing
    .long = Finds all errors and warnings of the content, and more than a build looks for: links that lead nowhere, link texts that say nothing, headings that skip a level, texts that are hard to read, dates that can be misread, and so on. Nothing is written. The exit code is 4 when something was found, and when links to other websites should be tried and none could be.
cli-check-explain = Explain a code at length, such as FC0042, and do nothing else
cli-check-external = Try the links to other websites too, slowly and politely; what works is remembered for a week
cli-check-sarif = Give what is found as SARIF on stdout, for code review
cli-check-drafts = Check drafts as if they were published
cli-check-future = Check items whose date is still to come as if they were published

cli-list = List news, centres, activities, pages, translations, phone numbers, drafts, warnings that are turned off and what is due for review
cli-list-what = What to list: news, centres, activities, pages, translations, phones, off (warnings that are turned off), drafts, future, expired or review-due
cli-list-from = The first day, for activities [otherwise: today]
cli-list-to = The last day, for activities [otherwise: two weeks]
cli-list-csv = As CSV: sheet for a spreadsheet such as Excel, or plain for other programs [without a value: sheet]

cli-publish = Build, and send what changed to a server or a folder
    .long = Builds the site and sends what changed to a target of publish.yaml: a folder (also of a share) a server over SFTP or FTPS, or a bucket of an S3. Files go out in such an order that readers never meet a page whose files are missing. An interrupted publication resumes. A password is asked for, or taken from FCSITE_PASSWORD.
cli-publish-target = The target, by its name in publish.yaml [default: the only one]
cli-publish-dry-run = Only say what would happen
cli-publish-yes = Answer yes to every question but that for a server’s key, for scripts
cli-publish-undo = Put back what was there before the last publication
cli-publish-output = The folder that the site is built in [default: public]
cli-publish-full = Ignore what the last build remembered
cli-publish-strict = Treat warnings as errors
cli-publish-precompress = Also send compressed copies of texts (.br and .gz)
cli-publish-look = Check the published site even where its address is on this computer or an internal network
cli-publish-no-look = Skip the check of the published site
cli-archive = Build, and add what is published to the archive
    .long = Builds the site and adds it to the archive in a folder: each new and changed file whole, the others as references, in the formats that archives take (WARC and WACZ), with an inventory beside. Nothing is added that is there already. With archive: in publish.yaml it happens after each publication.
cli-archive-folder = The archive's folder [default: archive: of publish.yaml]
cli-archive-output = The folder that the site is built in [default: public]
cli-archive-base-url = The address that the site is published at [default: base_url of site.yaml]
cli-archive-full = Ignore what the last build remembered
cli-archive-strict = Treat warnings as errors
cli-archive-show = Write the site as it was on a day into a new folder
cli-archive-show-folder = The archive's folder
cli-archive-show-day = The day, such as 2026-03-01
cli-archive-show-output = A new or empty folder [default: site- and the day, where you are]
cli-server-config = Print how a web server is set up for the site
    .long = Print how a web server is set up for the site: the page that answers where an address does not exist, what browsers may keep, the types of the files, headers that protect readers, compression, and where old addresses lead. Give the result to whoever runs the server. Run the command again when old addresses were added.
cli-server-config-server = The server: nginx, apache, caddy, iis or netlify
cli-server-config-root = The folder on the server that the first slash of the address is [default: /var/www/html]
cli-server-config-base-url = The address of the site [default: base_url of site.yaml]
cli-server-config-only = Only this municipality's folder, on a server of its own
cli-server-config-precompress = Packed files lie beside the texts, as build --precompress makes them

cli-schema = Print JSON Schemas of the YAML files and the front matter, for editors
cli-schema-kind = The kind of file: site, municipality, centre, news, page or publish [default: all of them]

cli-completions = Print what your shell needs to complete commands
cli-completions-shell = The shell: bash, zsh, fish, elvish or powershell

cli-man = Print a manual page
cli-man-command = The command [default: fcsite itself]

cli-value-DIR = DIR
cli-value-WHEN = WHEN
cli-value-LANG = LANG
cli-value-NAME = NAME
cli-value-CODE = CODE
cli-value-ID = ID
cli-value-DATE = DATE
cli-value-MUNICIPALITY = MUNICIPALITY
cli-value-CENTRE = CENTRE
cli-value-DAY = DAY
cli-value-TIME = TIME
cli-value-ACCESS = ACCESS
cli-value-FILE = FILE
cli-value-LANGUAGE = LANGUAGE
cli-value-FORM = FORM
cli-value-STREET = STREET
cli-value-CITY = TOWN
cli-value-PHONE = PHONE
cli-value-EMAIL = E-MAIL
cli-value-SERVICE = SERVICE
cli-value-SERVER = SERVER
cli-value-TITLE = TITLE
cli-value-TEXT = TEXT
cli-value-URL = URL
cli-value-MS = MS
cli-value-SECONDS = SECONDS
cli-value-PORT = PORT
cli-value-ADDRESS = ADDRESS
cli-value-PLACE = PLACE
cli-value-TARGET = TARGET
cli-value-WHAT = WHAT
cli-value-KIND = KIND
cli-value-SHELL = SHELL
cli-value-COMMAND = COMMAND

usage-command = There is no command “{ $value }”.{ $proposal ->
        [none] {" "}{ $instead ->
            [search] Search the texts with your editor (Ctrl+Shift+F). What there is on the site shows fcsite list.
            [publish] Write: fcsite publish
            [remove] Remove the file in content/ and build again. Which addresses go shows fcsite check.
           *[none] Write one of { $choices }.
        }
       *[other] {" "}Did you mean “{ $proposal }”?
    }
usage-option = There is no option { $value } here.{ $proposal ->
        [none] {""}
       *[other] {" "}Did you mean { $proposal }?
    }
usage-language = { $kind ->
        [text] There is no { $value } here: a new text is first written in the site's own language. Then write fcsite new translation, the text's name and --language en. If the text is to be in another language only, put the language's code before .md in the file's name: name.en.md
        [translation] The language to translate to is written like this: --language en. (--lang is the language of what fcsite itself says.)
       *[messages] There is no { $value } here. The language of what fcsite says is --lang sv or --lang en. Which language a text is in stands in the file's name: name.en.md
    }
usage-argument = “{ $value }” is one word too many. Put a text of several words in straight quotation marks: "Upplands Väsby".
usage-no-value = { $option } needs a value.
usage-choice = { $option } cannot be “{ $value }”. Write one of { $choices }.{ $proposal ->
        [none] {""}
       *[other] {" "}Did you mean “{ $proposal }”?
    }
usage-value = { $option } cannot be “{ $value }”: { $reason }.
usage-missing = { $option } is missing.{ $choices ->
        [none] {""}
       *[other] {" "}Write one of { $choices }.
    }
usage-missing-command = Write what fcsite should do as well. Write one of { $choices }.
usage-conflict = { $option } and { $other } do not go together. Take one of them away.
usage-twice = { $option } is there twice. Take one of them away.
usage-count = { $option } has too many values, or too few.
usage-equals = Write { $option } and its value with = between them.
usage-not-text = There are characters in the command that are no text (no UTF-8).
usage-other = The command cannot be understood.
usage-more = For help: { $command } --help
usage-web-address = write a whole address, such as https://trial.example
usage-line = write a single line
usage-date = write a date that exists, such as 2026-03-14
usage-id = use only a–z, 0–9 and hyphens
usage-phone = write a Swedish phone number, such as 08-530 610 00
usage-email = write an address such as name@host.example
usage-postal-code = write three digits, a space and two digits, such as "145 61"
usage-day = write a weekday, such as tuesday
usage-time = write a time, such as 10.00
usage-later = write a time that is later than the one when it begins
usage-access = write one of drop_in, booking, both
usage-service = write one of maternal_health, child_health, open_preschool, social_services, breastfeeding, health_centre
usage-code = write a code that fcsite has shown, such as FC0042
usage-port = write a number from 0 to 65535
usage-address = write an address such as 127.0.0.1
usage-milliseconds = write a number of milliseconds, at least 10
usage-server-character = { $server } would read { $character } in it as something else
usage-no-folder = There is no folder { $path }.
usage-lost = The output could not be written. Is the disk full?
# A run was ended because it took far more than its input could.
usage-too-long = fcsite has ended itself: this took { $seconds } seconds of processor time, many times more than so much content should. A text, a theme or a file may be made to take for ever, or there is a fault in fcsite. Nothing half-finished is published. Look at what was changed last. If you trust the content and it is slow for a reason, allow more: --limit { $more }
usage-taking-long = This has taken { $seconds } seconds of processor time, many times more than so much content should, and goes on. Meanwhile the site is shown as it was. A text, a theme or a file may be made to take for ever, or there is a fault in fcsite. Look at what was changed last. Stop fcsite with Ctrl-C if it does not end.
usage-too-much-memory = fcsite has ended itself: this took { $megabytes } MB of memory, many times more than so much content should. A text, a theme or a file may be made to fill the memory, or there is a fault in fcsite. Nothing half-finished is published. Look at what was changed last. If you trust the content and it is large for a reason, take the limit away: --limit 0
