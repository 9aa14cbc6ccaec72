# Parts of messages: reasons and kinds of things. They stand within a sentence, so they have no full stop of their own.

said = { $words }
create-link = { $link } is a link to { $target }, and fcsite follows no links; write which folder you mean
system-missing = it does not exist
system-denied = you have no right to do that
system-read-only = the disk can only be read
system-full = the disk is full
system-cloud = the file is in the cloud alone, and cannot be fetched just now. Right-click the folder, choose Always keep on this device, and try again
system-exists = something of that name is there already
system-folder = a folder stands where a file should be, or the other way round
changed-meanwhile = somebody else has changed or removed it
file-changed = it changed while the site was being built
file-name-not-text = its name has characters that are no text (no UTF-8)
file-not-plain = it is neither a file nor a folder
file-is-folder = it is a folder, and its name is that of a text; give it another name, or take it away
file-not-a-file = it is not a file

another-page = another page
theme-component = the component { $name }
theme-template = { $name }

drawing-large = the drawing is larger than { $limit } kB, or has too many layers within each other
drawing-broken = it cannot be read as SVG
drawing-size = it does not say how wide and high it is (viewBox)
drawing-loads = it loads something from elsewhere, which it may not
drawing-picture = there is a photo or another picture within it
drawing-moves = it moves, which disturbs whoever reads
document-symlink = it is a symbolic link
document-folder = it is a folder
document-ending = files of this kind are not published
document-content = it is no { $kind } file, or a damaged one
document-macros = it carries a program (macros)
document-bytes = the file is { $size } MB, more than { $limit } MB
picture-symlink = it is a symbolic link
picture-folder = it is a folder
picture-large = the file is too large
picture-svg = it is an SVG, which can hold script
picture-unsupported = it is a picture in { $format }
picture-unknown = it is no picture that fcsite knows
picture-damaged = this { $format } picture is damaged or cut off
picture-bytes = the file is { $size } MB, more than { $limit } MB
picture-pixels = it is { $width } × { $height } pixels, more than { $limit } million
picture-side = it is { $width } × { $height } pixels, and no side may have more than { $limit }
picture-plain = it has { $width } × { $height } pixels and next to nothing in them, and there are many such pictures
picture-unreadable = it cannot be read ({ $said })
picture-unpackable = it cannot be made smaller ({ $said })
picture-no-version = it has no such version

asset-own-name = fcsite makes a file of this name itself
asset-name = its name cannot stand in an address
asset-kind = files of this kind are not published
asset-missing = there is no such file in the theme's assets

type-text = a text
type-texts = a text, or a text for each language
type-boolean = true or false
type-truth = ja (yes) or nej (no)
type-list = a list
type-group = a group of fields
type-hours = hours by weekday
type-name = the name of a field
type-natural = a whole number, 0 or higher
type-integer = a whole number
type-number = a number
type-word = one word
type-other = something else
found-list = a list
found-group = a group of fields
found-text = the text “{ $value }”
found-number = the number { $value }
found-boolean = { $value }
found-other = something else
found-nothing = nothing

yaml-tab = this line begins with a tab
yaml-colon = there is a second colon in the line
yaml-no-colon = the line has no colon after the field's name
yaml-no-space = there is no space after the colon
yaml-dash = there is no hyphen and space before the item
yaml-inner-quote = the text ends too soon
yaml-quote = a quotation mark is missing
yaml-after-quote = there is text after the closing quotation mark
yaml-indent-in = the line begins too far in
yaml-indent-out = the line begins too far out
yaml-indent = the line begins too far in or too far out
yaml-bracket = a bracket or a comma is missing
yaml-reserved = the value begins with a character that YAML uses itself
yaml-documents = a line --- begins a second part
yaml-anchor = the line refers to something that is not in the file
yaml-escape = a backslash in quotes begins something that does not exist
yaml-unclear = the line cannot be understood

publish-current-folder = { $path } is the folder you are in, or above it
publish-root = { $path } is the whole disk
publish-home = { $path } holds your own files
publish-source = { $path } and { $source }, which the site is made from, are the same folder, or one lies in the other
publish-link = { $path } is a link to { $target }; give that folder itself if you mean it
publish-link-inside = { $path } is a link, and fcsite never follows one in what it builds; remove it and build again
publish-not-ours = { $path } looks like what a build that was cut short has left, but it was not made on this computer; remove it and build again
publish-not-a-folder = { $path } is a file, not a folder
publish-foreign = { $path } holds files that fcsite did not write: { $files }{ $more ->
        [yes] {" "}and more
       *[no] {""}
    }
publish-damaged = the list of published files, { $path }, is damaged; empty the folder it lies in by hand and build again
publish-busy = another fcsite is publishing to { $path } right now
publish-in-the-way = { $path } is in the way and is not fcsite's; move it away and build again
publish-bad-path = { $path } is a name that cannot be published
publish-twice = two pages or files would be published as { $path }
publish-file-and-folder = { $path } would be published both as a file and as a folder
publish-not-owned = { $path } lies outside the folders that this build was asked to make
publish-unfinished = { $path } could not be written whole
publish-no-part = no folder in { $path } has { $name }; build it with --only and its own --output there
publish-two-parts = both { $path } and { $other } have { $name }; remove the one that is not meant
publish-torn-part = { $path } is not as it was when that part was built; build the part again
publish-full = the disk is full: { $path } could not be written
publish-denied = you may not write to { $path }
publish-read-only = the disk that { $path } is on can only be read
publish-system = { $path }: { $said }

serve-taken = port { $port } is used by another program, perhaps another fcsite serve; end that one, or choose another port
serve-all-taken = all ports from { $first } to { $last } are used by other programs; choose one with --port
serve-forbidden = this system does not let you use port { $port }; choose one from 1024 to 65535
serve-not-here = { $address } is not an address of this machine; leave --bind out to show the site on this machine alone
serve-system = nothing can be shown at { $address }: { $said }

link-address = it is not an address of the web
link-host = there is no server of that name
link-network = the network cannot be reached
link-unreachable = the server cannot be reached
link-refused = the server does not answer
link-time = the server did not answer in { $seconds } seconds
link-certificate = the secure connection cannot be trusted
link-gone = there is no such page (the server answers { $status })
link-status = the server answers { $status }
link-redirects = it leads on again and again
link-broken-answer = the server's answer cannot be understood

holiday-new-year = New Year's Day
holiday-twelfth-night = Twelfth Night
holiday-epiphany = Epiphany
holiday-maundy-thursday = Maundy Thursday
holiday-good-friday = Good Friday
holiday-easter-eve = Easter Eve
holiday-easter-day = Easter Day
holiday-easter-monday = Easter Monday
holiday-walpurgis-eve = Walpurgis Eve
holiday-may-day = May Day
holiday-ascension = Ascension Day
holiday-whit-sunday = Whit Sunday
holiday-national-day = Sweden's National Day
holiday-midsummer-eve = Midsummer Eve
holiday-midsummer-day = Midsummer Day
holiday-all-saints = All Saints' Day
holiday-christmas-eve = Christmas Eve
holiday-christmas-day = Christmas Day
holiday-boxing-day = Boxing Day
holiday-new-years-eve = New Year's Eve

date-1 = { $day } January { $year }
date-2 = { $day } February { $year }
date-3 = { $day } March { $year }
date-4 = { $day } April { $year }
date-5 = { $day } May { $year }
date-6 = { $day } June { $year }
date-7 = { $day } July { $year }
date-8 = { $day } August { $year }
date-9 = { $day } September { $year }
date-10 = { $day } October { $year }
date-11 = { $day } November { $year }
date-12 = { $day } December { $year }

hidden-blank = a no-break space
hidden-nothing = a sign that cannot be seen
hidden-hyphen = a sign that looks like a hyphen
hidden-colon = a sign that looks like a colon
hidden-letter = a letter of another alphabet, which looks like one of ours
hidden-accent = dots or an accent as a sign of their own

unseen-turns = a character that cannot be seen but turns the text round
unseen-mark = a character that cannot be seen and steers the direction of writing
unseen-line = a line end that cannot be seen
unseen-blank = a blank without width, which cannot be seen
unseen-joiner = a character that cannot be seen and joins letters
unseen-hyphen = a hyphen that cannot be seen, in the wrong place
unseen-lost = a sign for a picture, or something else, that did not come along when the text was copied
unseen-other = a character that cannot be seen

map-json = it is not rightly written JSON here
map-ends = it ends in the middle
map-type = something here is not GeoJSON
map-deep = lists or collections lie too deep in each other here
map-lists = the coordinates are not as GeoJSON has them here
map-many = it has more than a million points; simplify it in the map program
map-nothing = there are neither areas nor lines in it
map-metres = the coordinates are not degrees; perhaps they are metres in SWEREF 99
map-swapped = latitude and longitude have changed places; the longitude (about 18) comes first in GeoJSON
map-elsewhere = here is a place that is neither in Sweden nor near it
map-beyond = The centre's place lies outside the map, so it is missing there.
map-few = The map is not shown: { $number ->
        [0] no centre has its
       *[1] only one centre has its
    } place on it, and two are needed.
map-crowded = The map is not shown: { $number } centres are more than the { $most } that fit.
