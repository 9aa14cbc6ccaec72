# The editor (fcsite edit): what its pages say.

edit-heading = Edit the site
edit-skip = Skip to the content
edit-where = Where you are
edit-start = Start
edit-show-site = Show the site
edit-undo = Undo the last saving
edit-undone = The last saving is undone.
edit-not-undone = It could not be undone
edit-go-on = Go on
edit-start-lead = Choose a municipality. What you save lies in the files on this computer. Others see it when the site is published.
edit-nothing-to-do = Nothing to do
edit-care = { $count ->
        [one] One thing to do
       *[other] { $count } things to do
    }
edit-to-do = To do
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
edit-not-said = Nothing said
edit-true = Yes
edit-false = No
edit-week-help = Write for example 9–12 or 9–12, 13–16. Write closed, or leave it empty.
edit-lines-help = Write one on each line, without brackets.
edit-copy-week = The same hours Monday to Friday
edit-add = Add
edit-not-saved = This needs to be put right. Nothing is saved yet.
edit-parts = Parts
edit-unsaved = You have not saved.
edit-body = Text
edit-body-help = Write plain text with an empty line between paragraphs. A heading begins with ##, a point of a list with a hyphen.
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
edit-new-title = Title
edit-new-lead = Lead
edit-new-lead-help = What matters most, in a sentence or two. The lead is shown in lists and at the top of the page.
edit-new-draft = Draft: do not publish yet
edit-no-title = Write a title. The page's address is made of it.
edit-missing = There is no such page
edit-missing-text = There is nothing to edit at this address. Perhaps the file was moved or removed.
edit-locked = The editor is locked
edit-locked-text = Open the address that fcsite edit shows in the terminal. It holds until the program ends; start it again if you have ended it.
edit-by-hand = The file cannot be shown as a form
edit-anchors = The file uses anchors or types (& * !), which the form cannot change without changing more. Change the file in a text editor.
edit-unreadable = The file cannot be read. Put it right in a text editor; the form does not write over it.
edit-unsure = The change cannot be made without something else in the file changing. Nothing is saved. Change the file in a text editor.
edit-kept = You have text that was not saved last time.
edit-fetch = Fetch it back
edit-forget = Throw it away
edit-fetched = This was fetched back and is not saved yet.

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
edit-away-lead = The file is removed from the folder of the site, and the page is gone for readers when the site is published the next time. Pictures and documents stay in their folders. If you change your mind, choose Undo the last saving.
edit-away-news = Is the news item only out of date? Rather write the last day in the field Valid until. It stays for whoever has the link, and is no longer in the lists.
edit-away-page = May the text come back? Rather choose Yes at Draft. The page is gone for readers, and the file stays.
edit-away-centre = Has the centre closed? Rather change its Status to closed. Its page then says that it is closed, and old links work.
edit-away-files = This is removed
edit-away-addresses = These addresses lead on
edit-away-target = Where shall readers come instead?
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
edit-publish-none = There is no place to publish to. Whoever looks after the site writes it once in the file publish.yaml. The help on publishing says how.
edit-publish-targets = Places to publish to
edit-publish-fix = This must be corrected before the site can be published
edit-publish-see = See what changes
edit-publish-look = This changes for readers
edit-publish-done = Done
edit-publish-failed = The publication did not come to its end
edit-publish-new = New pages
edit-publish-changed = Changed pages
edit-publish-gone = Pages that go
edit-publish-more = and so many more:
edit-publish-yes = Yes, this is meant
edit-publish-key-yes = Yes, the key is right
edit-publish-secret-help = It is used now and kept nowhere.
edit-publish-go-on = Go on
edit-publish-send = Publish now
edit-publish-wait = Wait …
edit-publish-unanswered = Nothing is sent. Answer the questions first.
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
edit-upload-place = Where shall the picture be?
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
