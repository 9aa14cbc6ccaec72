# What fcsite says beside diagnostics: the report of a build, watching and serving.

severity-error = error
severity-warning = warning
label-help = help

report-done = { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }: { $new } new, { $changed } changed, { $removed } removed, { $unchanged } unchanged, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }, { $time } → { $output }
report-failed = { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    } and { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }. Nothing was published. The folder { $output } is as it was.
look-moved = { $name }: the colour { $colour } is kept on buttons, but is too hard to see as text. Links are { $link } on a light screen and { $dark_link } on a dark one, icons and lines { $line } and { $dark_line }.
look-moved-light = { $name }: the colour { $colour } is kept on buttons, but is too hard to see as text. Links are { $link }, icons and lines { $line }.
report-more = … and { $count } more in { $file }
report-gone = { $count ->
        [one] This address goes:
       *[other] { $count } addresses go:
    }
report-gone-more = … and { $count } more (-v shows all)
report-gone-help = Has the text a new name or a new place? Write the old address in the new file, and readers find their way. Add aliases: [{ $alias }]
report-gone-moved = Is the text of { $address } now in { $file }? Then write among the fields there: aliases: [{ $alias }]
report-gone-folder = All of { $folder } goes. From a whole folder fcsite cannot send readers on. If it has another name now, ask those who run the web server to do so.
report-gone-files = { $count ->
        [one] This file is removed. If you upload by hand, remove it on the web server as well:
       *[other] { $count } files are removed. If you upload by hand, remove them on the web server as well:
    }
report-withheld = { $count ->
        [one] This address is not shown any more, since its text is a draft or has a date that is still to come:
       *[other] { $count } addresses are not shown any more, since their texts are drafts or have dates that are still to come:
    }
report-drafts = { $count ->
        [one] { $count } draft is in what was built. Build without --drafts before { $output } is published.
       *[other] { $count } drafts are in what was built. Build without --drafts before { $output } is published.
    }
report-future = { $count ->
        [one] { $count } text whose date is still to come is in what was built. Build without --future before { $output } is published.
       *[other] { $count } texts whose dates are still to come are in what was built. Build without --future before { $output } is published.
    }
report-waiting = { $count ->
        [one] { $count } text is not shown before its day. See which: fcsite list future
       *[other] { $count } texts are not shown before their days. See which: fcsite list future
    }
report-waiting-drafts = { $count ->
        [one] { $count } draft is not shown. See which: fcsite list drafts
       *[other] { $count } drafts are not shown. See which: fcsite list drafts
    }
serve-network = Others in the same network see the site at { $urls }
serve-network-unknown = Others in the same network see the site at this computer's address, but fcsite cannot find which that is. Ask whoever looks after the network.
serve-network-drafts = Everybody who has the address also sees drafts and what is to be published later. With --published they see only what is published.
serve-password = The password is { $password }. The browser also asks for a name: it can be anything.
report-page = while making { $page }
watch-waiting = Waiting for changes in content/ and themes/. Stop with Ctrl-C.
serve-waiting = The site is at { $url }. Waiting for changes in content/ and themes/. Stop with Ctrl-C.
edit-waiting =
    Edit the site at
    { $url }
    The address is yours alone: do not share it. Stop with Ctrl-C.
serve-no-browser = The browser could not be opened: { $reason }
trouble-lost-events = The computer did not tell of every changed file. Everything is looked at again.
trouble-too-many-watches = The computer lets no more folders be watched for changes; other programs may be watching many.
trouble-cannot-watch = { $path ->
        [none] The source folder
       *[other] { $path }
    } cannot be watched for changes: { $reason }.
trouble-shared = The source folder is shared ({ $kind }): changes made on other computers raise no signal here.
trouble-polling = From now on every file is looked at again each { $milliseconds } ms.
trouble-source-gone = The source folder is gone. Waiting for it to come back.
trouble-source-back = The source folder is there again.
progress-links = trying the links
progress-rendering = making the pages

check-done = { $errors ->
        [0] { $warnings ->
            [0] Nothing was found
            [one] { $warnings } warning
           *[other] { $warnings } warnings
        }
        [one] { $errors } error and { $warnings ->
            [one] { $warnings } warning
           *[other] { $warnings } warnings
        }
       *[other] { $errors } errors and { $warnings ->
            [one] { $warnings } warning
           *[other] { $warnings } warnings
        }
    }. { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } looked at, { $time }. Nothing was written.
check-off = { $count ->
    [one] A warning is turned off: { $codes }.
   *[other] { $count } warnings are turned off: { $codes }.
} Where: fcsite list off
check-explain = Each code is explained at length: fcsite check --explain { $code }
check-readability = How hard the texts are to read (LIX: under 40 is easy, 40–50 medium, from 50 hard):
check-links = Links to other websites: { $asked } tried, { $remembered } worked already in the last days{ $left ->
        [0] {""}
       *[other] , { $left } not tried for lack of time
    }.
check-offline = None of the { $asked } links to other websites could be reached. Is this computer connected to the internet?{ $remembered ->
        [0] {""}
       *[other] {" "}{ $remembered } are known to work from the last days.
    }{ $left ->
        [0] {""}
       *[other] {" "}{ $left } were not tried.
    }
explain-wrong = Wrong:
explain-right = Right:

list-date = Date
list-municipality = Municipality
list-title = Title
list-category = Category
list-language = Language
list-file = File
list-until = Until
list-address = Address
list-menu = In the menu
list-draft = Draft
list-updated = Changed
list-translation = Translation
list-original = Original changed
list-centre = Centre
list-service = Service
list-stands = Stands as
list-line = Line
list-is-yes = yes
list-is-there = there
list-is-missing = missing
list-is-older = older than the original
list-is-draft = draft
list-is-contact = number
list-is-text = in a text
list-is-registration = in a sign-up
list-code = Code
list-no-off = No warnings are turned off.
list-name = Name
list-status = Status
list-street = Street
list-city = Town
list-phone = Phone
list-reviewed = Reviewed
list-owner = Owner
list-page = Page
list-days = Days
list-lix = LIX
list-sentence = Words per sentence
list-long-words = Long words, %
list-words = Words
list-nothing = –
list-is-planned = planned
list-is-open = open
list-is-temporarily_closed = temporarily closed
list-is-closed = closed
list-weekday = Weekday
list-from = From
list-to = To
list-place = Place
list-state = State
list-reason = Reason
list-is-on = as usual
list-is-cancelled = cancelled
list-is-moved = moved from here
list-is-instead = moved here
list-is-uncertain = not decided
list-is-monday = Monday
list-is-tuesday = Tuesday
list-is-wednesday = Wednesday
list-is-thursday = Thursday
list-is-friday = Friday
list-is-saturday = Saturday
list-is-sunday = Sunday
list-row = Row
list-day = Day
list-time = Time
list-first = From
list-last = Until
list-is-new = new
list-is-left = not carried over
list-no-news = There are no published news.
list-no-centres = There are no centres.
list-no-pages = There are no pages.
list-no-translations = There is nothing to translate: the site has one language, or no texts.
list-no-phones = There are no phone numbers.
list-no-activities = Nothing happens on those days.
list-no-drafts = There are no drafts.
list-no-future = There are no news whose date is still to come.
list-no-expired = There are no news or pages whose last day has passed.
list-no-review-due = Nothing is due for review.
list-broken = { $count ->
        [one] { $count } file has errors and is left out
       *[other] { $count } files have errors and are left out
    }. See: fcsite check
