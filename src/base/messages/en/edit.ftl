# The editor (fcsite edit): what its pages say.

edit-heading = Edit the site
edit-skip = Skip to the content
edit-where = Where you are
edit-start = Start
edit-show-site = Show the site
edit-undo = Undo last save
edit-undone = The last save was undone.
edit-not-undone = It could not be undone
edit-go-on = Continue
edit-start-lead = Choose a municipality. What you save lies in the files on this computer. Others see it when the site is published.
edit-nothing-to-do = Nothing to do
edit-care = { $count ->
        [one] One thing to do
       *[other] { $count } things to do
    }
edit-to-do = To do
edit-list-shown = Showing { $first }–{ $last } of { $count }.
edit-list-before = Previous
edit-list-behind = Next
edit-search = Search by title or name
edit-search-do = Search
edit-care-stops = Nothing on the site is built or published until this is corrected.
edit-shared = Shared by all municipalities
edit-centres = Family centres
edit-news = News
edit-pages = Pages
edit-municipality = About the municipality
edit-facts = Facts
edit-hours = Opening hours
edit-write-news = Write a news item
edit-write-page = Write a new page
edit-required = required
edit-not-said = Not set
edit-true = Yes
edit-false = No
edit-week-help = Write for example 9–12 or 9–12, 13–16. Write closed, or leave it empty.
edit-lines-help = Write one on each line.
edit-copy-week = Copy to more days
edit-add = Add
edit-not-saved = Please correct this. Nothing is saved yet.
edit-parts = Parts
edit-unsaved = You have not saved.
edit-body = Text
edit-body-help = Write plain text with an empty line between paragraphs. A heading begins with ##, a list item with a hyphen.
edit-tools = Buttons for the text
edit-tool-heading = Heading
edit-tool-list = List
edit-tool-strong = Bold
edit-tool-link = Link
edit-tool-fact = Fact box
edit-save = Save
edit-save-anyway = Save anyway
edit-saved = Saved.
edit-remove = Remove
edit-cancel-day = Cancel a day
edit-conflict = Somebody else has changed the file
edit-conflict-lead = The file has changed since you opened the form. What you have changed stands here beside what the file says now. If you choose yours, these fields alone change, and the rest of what the other person changed stays.
edit-field = Field
edit-theirs = In the file now
edit-mine = Yours
edit-keep-mine = Save mine
edit-take-theirs = Keep what the file says
edit-together = Combine both
edit-together-now = Both texts are in the field, theirs first. Edit and save. Nothing is saved yet.
edit-merged = Somebody else had changed the text, too. Both changes are in it.
edit-conflict-kept = What you do not choose is kept in a file of its own in the folder .fcsite/edit.
edit-kept-aside = What was not chosen is in { $path }.
edit-unkept = What you type cannot be kept right now. Save it, or copy the text before you leave the page.
edit-nothing-filled-in = Nothing is filled in, so there is nothing to add.
edit-gone = What you changed is no longer there
edit-gone-text = Somebody else has removed or changed “{ $name }” since you opened the form. Nothing is saved. What you typed is shown here, so that you can copy it.
edit-more = More
edit-new-title = Title
edit-new-lead = Lead
edit-new-lead-help = What matters most, in a sentence or two. The lead is shown in lists and at the top of the page.
edit-new-draft = Draft: do not publish yet
edit-no-title = Write a title. The page's address is made of it.
edit-missing = There is no such page
edit-missing-text = There is nothing to edit at this address. Perhaps the file was moved or removed.
edit-unseen = Something could not be looked at
edit-locked = The editor is locked
edit-locked-text = Open the address that fcsite edit shows in the terminal. It is valid until the program exits; start it again if you have closed it.
edit-locked-typed = What you typed is still on this page. Open the address that fcsite edit shows in the terminal in a new tab, come back here and choose Send again. Do not close this page before that.
edit-typed = What you typed
edit-send-again = Send again
edit-again = Send once more
edit-again-text = The program was restarted after you opened the form. Nothing is saved yet. Choose Send again to save what you typed.
edit-not-undone-next = The file is left as it is. Undo now takes back the save before it.
edit-by-hand = The file cannot be shown as a form
edit-anchors = The file uses anchors or types (& * !), which the form cannot change without changing more. Change the file in a text editor.
edit-unreadable = The file cannot be read. Correct it in a text editor; the form does not write over it.
edit-unsure = The change cannot be made without something else in the file changing. Nothing is saved. Change the file in a text editor.
edit-kept = You have text that was not saved last time.
edit-fetch = Restore
edit-forget = Discard
edit-fetched = This was restored and is not saved yet.

# The page beside the form.
edit-preview = Show how it will be
edit-preview-heading = How it will be
edit-preview-lead = The page shows what is in the form. Nothing is saved.
edit-preview-frame = The page as it will be
edit-preview-open = Open the page in a tab of its own
edit-preview-width = Width
edit-preview-phone = Phone
edit-preview-computer = Computer
edit-preview-show = Show
edit-preview-form = The form
edit-preview-page = The page
edit-preview-waiting = The site is being built. Try again in a moment.
edit-preview-none = What is in the form has no page of its own to show. It is seen on the pages that use it.
edit-preview-wrong = The page cannot be shown until this is corrected

# Taking a page down.
edit-back = Back
edit-away = Take the page down
edit-away-heading = Take down: { $name }
edit-away-lead = The file is removed from the folder of the site, and the page is gone for readers when the site is published the next time. Pictures and documents stay in their folders. If you change your mind, choose Undo last save.
edit-away-news = Is the news item only out of date? Rather write the last day in the field Valid until. It stays for whoever has the link, and is no longer in the lists.
edit-away-page = May the text come back? Rather choose Yes at Draft. The page is gone for readers, and the file stays.
edit-away-centre = Has the centre closed? Rather change its Status to closed. Its page then says that it is closed, and old links work.
edit-away-files = This is removed
edit-away-addresses = These addresses lead on
edit-away-target = Where should readers be sent instead?
edit-away-target-help = Whoever has kept a link to here comes to the page that you choose.
edit-away-choose = Choose a page
edit-away-nowhere = No page: the addresses stop working
edit-away-archive = What a municipality has published is a public record. See to it that the text is kept elsewhere before you take it down.
edit-away-not = This needs to be corrected first. Nothing is removed.
edit-away-do = Take down
edit-away-done = The page is taken down. For readers it is gone when the site is published.
edit-away-unanswered = Choose where readers shall come instead, or that no page takes the place of this one.

# Publishing.
edit-tasks = The site
edit-publish = Publish
edit-publish-lead = First you see what changes for readers. Nothing is sent until you have said yes.
edit-publish-none = There is no place to publish to yet.
edit-publish-targets = Places to publish to
edit-publish-fix = This must be corrected before the site can be published
edit-publish-see = See what changes
edit-publish-look = This changes for readers
edit-publish-done = Done
edit-publish-failed = The publication did not finish
edit-publish-new = New pages
edit-publish-changed = Changed pages
edit-publish-gone = Removed pages
edit-publish-files = Files that are removed
edit-publish-more = and so many more:
edit-publish-yes = Yes, this is intended
edit-publish-key-yes = Yes, the fingerprint is right
edit-publish-secret-help = It is used now and kept nowhere.
edit-publish-go-on = Continue
edit-publish-send = Publish now
edit-publish-wait = Wait …
edit-publish-unanswered = Nothing is sent. Answer the questions first.
edit-publish-moved = Nothing is sent, and nobody was given what you just typed. Where the site goes has changed since: now it is { $place }. Type it again only if that is right.
edit-publish-other = Nothing is sent. Something has changed since you looked. This is how it is now:

# The first page: what needs care.
edit-care-mend = Errors that stop the build
edit-care-ended = This has ended
edit-care-review = Time to look through
edit-care-look = To look at
edit-care-none = Nothing needs doing just now.
edit-care-more = { $count ->
        [one] and one thing more. Choose the municipality to see it.
       *[other] and { $count } things more. Choose the municipality to see them.
    }

# Pictures and documents.
edit-upload = Add a picture or a document
edit-upload-picture = A picture
edit-upload-document = A document
edit-upload-file = File
edit-upload-picture-help = JPEG, PNG, WebP or GIF, at most 50 MB. What it says of place and camera is removed, and the picture is turned.
edit-upload-alt = Alt text
edit-upload-alt-help = Write what the picture shows, for those who do not see it. For example: Two children build a tower of blocks.
edit-upload-decorative = Decorative: the picture only decorates and has no alt text
edit-upload-place = Where should the picture be?
edit-upload-top = At the top of the page
edit-upload-in-text = Last in the text
edit-upload-add-picture = Add the picture
edit-upload-document-help = PDF, ODT, DOCX, XLSX or ICS, at most 25 MB. Mostly a text is easier to read on a page than in a document.
edit-upload-text = Text of the link
edit-upload-text-help = Write what the document is. For example: The programme of the spring.
edit-upload-add-document = Add the document
edit-upload-wait = Wait …
edit-upload-none = Choose a file.
edit-upload-alt-missing = Write what the picture shows, or tick Decorative. Choose one of them.
edit-upload-text-missing = Write what the link shall say.
edit-upload-top-taken = The page has a picture at the top already. Remove it first, or put the new one in the text.
edit-upload-done = Saved. What is new lies last in the text. Move the line to where you want it.

# Fields whose words for files would mislead in a form.
form-label-Activity-dates = Dates (several times)
form-label-Activity-date = Date (once)
form-label-Activity-days = Days (several a week)
form-label-ExceptionFile-dates = Single days
form-help-Activity-id = The fixed name of the activity in addresses and calendars, with a–z, 0–9 and hyphens. Leave it empty in a new activity and it is made of the title. Do not change it later.
form-help-Activity-day = The weekday, if the activity is once a week.
form-help-Activity-days = Or the weekdays, if the activity is several times a week, for example monday and wednesday.
form-help-Activity-dates = Or the days, if the activity takes place a few times, for example 2026-10-12.
form-help-Activity-except = Days and weeks without the activity, for example 2026-11-03 or v. 44 2026. They are not shown at all.
form-help-Activity-service = The service that the activity belongs to. When it is closed, so is the activity. Leave it empty for the open preschool.
form-help-Centre-type = The kind of family centre. If it is not set, it follows from the services.
form-help-Centre-formerly = What the centre was called before in its address, the first name first, for example fittja. In open data it is always called what it was called first, and its old pages lead here.
form-help-Centre-planned_opening = When a planned family centre will open: 2027, 2027-05 or 2027-05-13. Fill it in only if Status is planned.
form-help-Centre-address = Where the family centre is. Leave it empty if you do not know. Never guess.
form-help-Centre-spoken_languages = Languages that the staff speak, by their codes, for example sv, fi and ar.
form-help-Centre-aliases = Old addresses that lead here, for example /fittja/familjecentral/.
form-help-Service-name = The name of the service, for example Fittja BVC. Leave it empty if it is only called by its kind.
form-help-Notice-from = The first day that the notice is shown. Leave it empty to show it at once.
form-help-Notice-until = The last day that the notice is shown. Leave it empty to show it until you remove it.
form-help-ExceptionFile-to = The last day. Leave it empty if it is the first day only.
form-help-ExceptionFile-dates = Or some single days, for example 2026-09-14.
form-help-ExceptionFile-closed = Choose Yes if it is closed on these days.
form-help-ExceptionFile-services = The services that it is about. Leave it empty for the whole family centre.
form-help-ImageUse-decorative = Choose Yes if the picture only decorates. Screen readers then skip it, and it has no alt text.
form-help-News-kind = A news item or an important message.
form-help-News-centres = Family centres that the news item is about. They are shown as boxes.
form-help-News-expires = The same as Until, but counted from the day after. Fill in only one of them.
form-help-News-draft = Choose Yes while you are working on the text. It is not published then.
form-help-News-related = Other news to read, by the names of their files, for example 2026-01-10-hej. Leave it empty to have them chosen for you.
form-help-News-aliases = Old addresses that lead here, for example /nyheter/gammal/.
form-help-Page-navigation = Choose Yes if the page should be in the menu.
form-help-Page-draft = Choose Yes while you are working on the text. It is not published then.
form-help-Page-weight = The place of the page among the pages and in the menu: a lower number comes first.
form-help-Page-aliases = Old addresses that lead here, for example /gammal/sida/.
form-help-Municipality-organisation_number = The municipality's organisation number, if it publishes open data in its own name. Otherwise leave it empty.
form-help-Municipality-base_url = Where the municipality's pages are published, if they have an address of their own. Otherwise leave it empty.
form-help-Municipality-languages = The languages that the municipality has pages in, by their codes, for example sv, en and ar. Leave it empty if they are the site's.
form-help-Municipality-allowed_hosts = Other servers that the municipality's pages may load from, for example kartor.example. Each of them learns who visits the pages, so keep the list short.
form-help-Holidays-public = Public holidays, for example Christmas Day. If it is not set, it is closed.
form-help-Holidays-eves = Eves and days before a holiday, for example Christmas Eve. If it is not set, the check warns.
form-help-Navigation-page = A page of the municipality, or one that all share.
form-help-Navigation-centre = A family centre of the municipality.
form-help-Navigation-weight = The place of the link in the menu: a lower number comes first. Leave it empty to keep the order here.
form-help-Issue-wcag = The requirements of WCAG that it does not meet, for example 1.2.2.
form-help-SeasonFile-services = The services that it is about. Leave it empty for the whole family centre.
form-help-MovedFile-to = The day that it takes place instead. Leave it empty if it is the same day.
form-help-MovedFile-from = When it begins then, for example 13.00. Leave it empty if it begins as usual.
form-help-Registration-full = Choose Yes when all places are taken.

edit-bring-rows = Bring in activities
edit-bring-news = Bring in news
edit-bring-pages = Bring in pages
edit-bring-rows-lead = Has somebody written the programme in Excel already? Choose the file here, and the activities are added. You first see what would be written.
edit-bring-texts-lead = Choose a text of Word, or an export of WordPress. You first see what would be written.
edit-bring-rows-help = A workbook of Excel (.xlsx) or a CSV file, 50 MB at most. At the top there must be a row of headings: at least Activity, Day and Time.
edit-bring-texts-help = A text of Word (.docx) or an export of WordPress (.xml), 50 MB at most with the pictures.
edit-bring-pictures = Pictures for an export of WordPress
edit-bring-pictures-help = Only needed for WordPress. Choose the pictures from the folder wp-content/uploads, several at once. The pictures in a text of Word come by themselves.
edit-bring-look = Show what would be written
edit-bring-dry = Nothing is written yet. Look through this, and choose Write when it looks right.
edit-bring-columns = Columns that are recognised
edit-bring-lines = Row by row
edit-bring-left = This is not carried over
edit-bring-file = The text will be this
edit-bring-text = The text becomes a draft.
edit-bring-write = Write
edit-bring-other-file = Choose another file
edit-bring-nothing = There is nothing new to write.
edit-bring-not = The file cannot be brought in
edit-bring-again = Look through it once more
edit-bring-other = The site has changed since this was shown, so what would be written is something else now. Nothing is written.
edit-bring-gone = The file is no longer in memory. Choose it once more.
edit-bring-done = Brought in. Read the texts before you publish.
edit-bring-done-rows = The activities are written. If something was not carried over, mend the cells in the file and bring it in again: what is written already is not taken twice.
edit-bring-is-text = It is a text of Word. It is brought in on the municipality’s page, under News or Pages.
edit-bring-is-export = It looks like an export of WordPress. It is brought in on the municipality’s page, under News or Pages.
edit-bring-is-sheet = It is a list. Activities are brought in to a centre, on the municipality’s page.
edit-bring-no-text = It is neither a text of Word (.docx) nor an export of WordPress (.xml).
edit-bring-no-posts = There are no posts in the export. The pages are brought in under Pages.
edit-bring-no-pages = There are no pages in the export. The posts are brought in under News.
edit-bring-not-in-order = Something is wrong in the centre’s facts already. Mend that first: it stands on the municipality’s page.
edit-bring-faults = The text would keep the site from being built. Change this in Word, and try again.
edit-bring-there = { $path } exists already, and nothing is written over. Give the text another title in Word, or remove the one that is there.

edit-translations = Translations
edit-translation-make = Make a translation
edit-translation-of = A translation of
edit-translation-made = The translation is a draft, with the original’s text to begin with. Remove “Translate:” as you translate, and choose No at Draft when it is done.
edit-translation-not = The translation cannot be made
edit-original = The original
edit-colours = How the colours will be
edit-colours-show = Show the colours
edit-colours-choose = Choose a colour
edit-colours-empty = Write a colour, for instance #9d0f3f, and what it becomes on the site is shown.
edit-colours-wrong = That is no colour. Write it as # and six signs, for instance #9d0f3f.
edit-colours-all = The colour can be used as it is everywhere.
edit-colours-some = The colour is kept on buttons. Where it would be seen too badly it is changed, so that everybody can read.
edit-colours-light = Light screen
edit-colours-dark = Dark screen
edit-colours-ratio = contrast { $ratio }:1
edit-colours-changed = Changed from { $given } so that it is seen.
edit-colours-button = Buttons
edit-colours-link = Links
edit-colours-sign = Icons and lines
edit-colours-accent = Coloured areas
edit-colours-text = Background
edit-colours-box = Boxes
edit-colours-tint = Tinted areas
edit-colours-footer = Footer

# The first page: common tasks.
edit-tasks-heading = What do you want to do?
edit-task-where = Choose where.
edit-task-oppettider = Change opening hours
edit-task-stangt = Close for some days
edit-task-nyhet = Write a news item
edit-task-stall-in = Cancel or move an activity
edit-task-aktivitet = Add an activity
edit-task-meddelande = Put up a notice
edit-task-telefon = Change a phone number or an address
edit-owners = Municipalities
edit-site = Name, address and languages of the site

# A new municipality and a new family centre.
edit-begin-municipality = Add a municipality
edit-begin-municipality-lead = Write the name of the municipality. The rest can be filled in later.
edit-begin-municipality-name-help = For example Botkyrka. The code of the municipality is filled in by itself.
edit-begin-municipality-done = The municipality is there now. Add its first family centre.
edit-begin-centre = Add a family centre
edit-begin-centre-lead = Write what you know. Everything can be changed and added to later.
edit-begin-centre-name-help = The whole name, for example Familjecentralen i Fittja.
edit-begin-centre-street-help = Street and number. Leave it empty if you do not know.
edit-begin-centre-postal-code-help = For example 145 50.
edit-begin-centre-city-help = For example Norsborg.
edit-begin-centre-phone-help = The number that visitors call.
edit-begin-centre-email-help = An address of the function, not of a person.
edit-begin-centre-done = The family centre is there now. Fill in the hours, or choose another part.
edit-begin-name = Name
edit-begin-street = Street
edit-begin-postal-code = Postal code
edit-begin-city = Town
edit-begin-phone = Phone
edit-begin-email = E-mail
edit-begin-services-help = Tick what there is in the house.
edit-begin-make = Add
edit-begin-no-name = Write a name.
edit-begin-near = There is no municipality in Sweden called “{ $name }”. Did you mean { $near }?
edit-begin-unknown = There is no municipality in Sweden called “{ $name }”. Write the name as it stands on the municipality’s own website.
edit-begin-there = { $name } is there already. Choose the municipality on the first page.
edit-example = This is the example that came with the new site. Remove it before you publish.
edit-example-remove = Remove the example
edit-example-not = The example cannot be removed
edit-example-gone = The example is removed.

# The first place to publish to.
edit-target-heading = Say where the site shall go
edit-target-lead = A folder on this computer, or a shared folder that the web server shows. You do this once. If the site goes to a server by SFTP or FTPS, or to cloud storage (S3), whoever looks after the server writes the file publish.yaml instead.
edit-target-folder = Folder
edit-target-folder-help = For example C:\web\family or \\server\web\family. The folder must exist.
edit-target-url = The address that readers see
edit-target-url-help = For example https://family.municipality.example. Leave it empty if it is the usual address of the site.
edit-target-save = Save the place
edit-target-no-folder = Write a folder.
edit-target-missing = The folder does not exist, or cannot be read. Make it first, and check the spelling.
edit-target-own = That is the folder of the site itself, with its texts. Choose another folder.
edit-target-made = The place is saved. See what will change, and publish.
edit-publish-back = Undo the last publication
edit-publish-back-send = Put back what was there before

# Two weeks ahead, of what stands in the form.
edit-days-heading = The next two weeks
edit-days-lead = So it will be with what stands in the form. Nothing is saved until you choose Save.
edit-days-day = Day
edit-days-hours = Open
edit-days-why = Why
edit-days-closed = closed
edit-days-booking = by appointment
edit-days-uncertain = uncertain
edit-days-exception = Exception
edit-days-status = Not open

# The list of activities.
edit-order-title = Activity
edit-order-day = When
edit-order-do = Do
edit-move-day = Move it once
edit-copy = Copy

# Links, pictures and boxes in the text.
edit-tool-picture = Picture
edit-tool-centre = Box about a family centre
edit-save-and-upload = Save and add a picture or a document
edit-upload-at-mark = In the text, where the mark stood
edit-upload-placed = Saved. What is new stands in the text where the mark stood.
edit-link-heading = Put in a link
edit-link-text = Words of the link
edit-link-text-help = Say where the link leads. Leave it empty and it is the name of the page.
edit-link-page = A page of the site
edit-link-none = None of them
edit-link-address = Or an address elsewhere
edit-link-address-help = For example https://www.1177.se.
edit-link-in = Put in the link
edit-link-not = Cancel
edit-box-centre = Family centre
edit-box-centre-help = The box shows name, address and hours, and is always up to date.
edit-box-in = Put in the box

# The accessibility statement as questions.
form-label-Statement-status = How well does the site meet the requirements of accessibility?
form-label-Statement-assessed_on = When was the site last examined?
form-label-Statement-updated_on = When was the statement last changed?
form-label-Statement-method = Who examined it?
form-label-Statement-issues = What does not work yet?
form-label-Statement-disproportionate_burden = What would be a disproportionate burden to mend?
form-label-Statement-out_of_scope = What on the site is the law not about?
form-label-Statement-feedback_url = Where can visitors tell what does not work?
form-label-Issue-what = What does not work, and for whom?
form-label-Issue-reason = Why does it not work yet?
form-label-Issue-wcag = Which requirements of WCAG is it about?
form-label-Issue-alternative = What can one do instead?
form-label-Issue-fix_by = When will it be mended?

# Copies that OneDrive and the like make when two people save at once.
edit-twin = Two versions of { $name }
edit-twin-lead = A program that keeps folders alike has made a copy, most likely since two people saved at once. On the left is the file that the site uses, on the right the copy. What differs is marked.
edit-twin-kept = The one that you do not choose is put aside in the folder .fcsite/edit. If you want something of both: keep the file, and write what is missing in its form.
edit-twin-leave = Keep the file, remove the copy
edit-twin-take = Take the copy instead
edit-twin-done = There is one version now. The other lies in the folder .fcsite/edit.
edit-twin-unkept = The other version could not be put aside. Nothing is changed.
edit-twins = Copies to compare
edit-twins-lead = Two people have saved the same file at once. Nothing of the copies is published.
edit-twin-compare = Compare
edit-open-elsewhere = The file is open in another program. Save and close it there first, so that you do not write over each other.

# A file that cannot be shown as a form, and what was not saved.
edit-broken-text = The text of the file
edit-broken-help = This is the file. The line at fault is marked. It is mended in a text editor, and then the form is here again.
edit-broken-here = The fault is here:
edit-kept-differs = Show the difference
edit-kept-typed = Not saved

# What the site is called.
form-label-Site-title = Name of the site
form-label-Site-languages = Languages that there are pages in
form-help-Site-languages = Write the codes of the languages: sv (Swedish), en (English), ar (Arabic), fa (Persian), so (Somali), ti (Tigrinya), uk (Ukrainian), fi (Finnish). The language of the site itself has to be among them.
form-help-Site-language = The language that texts are written in where nothing else is said. If nothing is chosen it is Swedish.
form-help-Site-theme = The theme that decides what the site looks like. Leave it empty for the usual one. Whoever looks after the site knows whether there are others.
form-help-Site-data_licence = On which terms others may use the open data. If nothing is chosen they are free (CC0).
form-help-Site-accessibility_statement = The accessibility statement of the common pages, if the site has several municipalities. Those of the municipalities are on their own pages.
edit-field-missing = { $field } has to be filled in.
edit-begin-no-service = Tick at least one service.
form-label-ImageUse-alt = Alternative text

# Advice for whom fills in forms, in the place of that which speaks of a file's lines.
edit-help-FC0086 = Answer the questions under Accessibility statement.
edit-help-FC0088 = Add the day under Exceptions. If the same holds for the whole municipality: choose it at Holidays in the facts of the municipality.

# What is not finished.
edit-save-draft = Save as a draft
edit-unfinished = This is a draft. Before it can be published:
edit-new-kept = What you have written is still on the page, and the editor keeps it for the next time you open the form.
edit-new-title-help = What readers see first. The page's address is made of it, too.
edit-preview-no-title = Write a title, and the page is shown here.
edit-preview-no-centre = Write a name and tick at least one service, and the page is shown here.
edit-copy-from = From
edit-copy-to = To
edit-copy-do = Copy the hours
edit-copy-done = The hours are copied. Nothing is saved yet.
edit-bring-copied = Pictures that come with it

# Reasons in the editor's words, where the usual ones speak of commands.
edit-said-FC0094 = { $kind ->
        [translate] This is to be translated: the text still begins with “Translate”.
        [place] This is not your place: it is an example.
       *[text] This is a text of an example, for you to replace.
    }
edit-help-FC0094 = { $kind ->
        [translate] Write the translation here. If it is not ready, choose Yes at Draft.
        [place] Write the latitude and longitude of your own address, or take them away.
       *[text] Write your own text here, or take it away. If the text is not ready, choose Yes at Draft.
    }
edit-help-FC0106 = Describe what the picture shows between the brackets before it. If it only decorates, write decorative there.
edit-help-FC0123 = Write an alt text, or choose Yes at Decorative if the picture only decorates.
edit-help-FC0157 = { $kind ->
        [begun] Readers still see whole pages. Mend the fault and publish again: it goes on where it ended.
       *[unbegun] Nothing is changed there. Mend the fault and publish again.
    }
edit-help-FC0161 = Open the one that is there and go on with it, or choose another name.
edit-why-seen-within = the address leads to this computer or an internal network, so the editor has not visited it. Open it yourself and see
edit-why-target-not-met = { $host } stands in publish.yaml, but nobody has published there from this computer, so the kept password was not sent. Ask whoever runs the server
edit-why-target-keys-kept = { $host } stands in publish.yaml, but nobody has published there from this computer, so the keys were not used. Ask whoever runs the server
edit-why-target-busy = somebody is publishing from this folder already. Wait until it is done

# Advice without the signs of a file.
form-help-Municipality-code = The municipality's code at Statistics Sweden (SCB): four digits, for example 0127 for Botkyrka.
form-help-OwnLook-colour = The municipality's colour from its graphic profile, for example #9d0f3f. All other colours, light and dark, are made of it, so that the text can be read.
edit-help-FC0053 = { $right ->
        [none] Look the municipality's code up at SCB, and write its four digits, for example 0127 for Botkyrka.
       *[other] Write SCB's four digits: { $right }
    }
edit-help-FC0057 = Write 2027, 2027-05 or 2027-05-13.
edit-help-FC0060 = Write its number alone, for example 1.2.2.
edit-help-FC0069 = Write the colour as your graphic profile has it, with # and six characters, for example #9d0f3f.
edit-said-FC0081 = { $kind ->
        [both] These days are closed and still have hours.
       *[none] Nothing says whether these days are closed, or which hours they have.
    }
edit-help-FC0081 = { $kind ->
        [both] Choose No at Closed, or take the hours away.
       *[none] Choose Yes at Closed, or write the hours of the days.
    }
edit-elsewhere = The number or address that you replaced is still in these texts. Open them and correct it:
