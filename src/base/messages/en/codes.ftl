# What can be wrong. One message a code: what is wrong in plain words, and under .help what to write instead.

FC0001 = There is no content/site.yaml here.
    .help = Run fcsite in the folder that holds content/, or name that folder with --source. To begin a new site in an empty folder: fcsite init
FC0002 = This cannot be read: { $reason }.
    .help = Check that the file exists and that you may read it.
FC0003 = { $encoding ->
        [office] This is a file of Word, Excel or the like, whatever its name ends with.
        [UTF-16] This file is saved as UTF-16 (“Unicode”), which fcsite cannot read.
        [latin-1] This file is saved in an older encoding (ANSI, Latin-1): the first letter that cannot be read is on line { $line }.
       *[none] This file is not UTF-8 text{ $line ->
            [0] {""}
           *[other] {" "}(the first bad character is on line { $line })
        }.
    }
    .help = { $encoding ->
        [office] Open it in its own program, copy the text, and save it in a text editor as plain text in UTF-8.
        [none] Open it in your editor and save it with the encoding UTF-8. If it is no text at all, move it out of content/.
       *[other] Save it as UTF-8. In Notepad: File, Save as, and choose UTF-8 beside Encoding. In Excel: File, Save as, CSV UTF-8. In VS Code: click the encoding in the lower right corner, Save with encoding, UTF-8.
    }
FC0004 = This file is { $size } MB; fcsite reads at most { $limit } MB.
    .help = Make it smaller, or split it.
FC0005 = The folder “{ $folder }” has no municipality.yaml.
    .help = Each folder in content/ is a municipality, but for _shared. Write { $folder }/municipality.yaml, or move the folder out of content/.
FC0006 = The name “{ $name }” cannot stand in an address.
    .help = Use only a–z, 0–9 and hyphens. Call it “{ $proposal }”, or something else if that is taken.
FC0007 = Nothing reads this file.
    .help = Content lies in centres/, news/, pages/ and images/. { $proposal ->
        [none] Move the file there, or take it away.
       *[other] Did you mean “{ $proposal }”?
    }
FC0008 = Two sources give the same address, { $url }: this one and { $other }.
    .help = Give one of them another name, or take the one away that is not needed.
FC0009 = This is a symbolic link, and fcsite does not follow links.
    .help = Put the file itself here.
FC0010 = There is no municipality “{ $name }”.
    .help = { $proposal ->
        [none] Name a folder in content/.
       *[other] Did you mean “{ $proposal }”?
    }
FC0011 = This line has a character that no text has (U+{ $character }).
    .help = Take it away, also where it is written as a code (\x1b or &#27;). It may have come along when the text was copied.
FC0012 = The name “{ $name }” is used by fcsite itself at this place.
    .help = { $kind ->
        [folder] Rename the folder { $path }, for example to { $proposal }. The municipality's name in municipality.yaml stays as it is.
        [new-municipality] Choose another address with --id. The municipality's name stays as it is. Example: --id { $proposal }
        [new-page] Choose another address with --id. The title stays as it is. Example: --id { $proposal }
       *[file] Rename the file { $path }, for example to { $proposal }. The title in the file stays as it is.
    }
FC0013 = { $kind ->
        [folder] This folder seems to be a copy of { $original }.
        [picture] This picture seems to be a copy of { $original }, and no text shows it.
        [document] This document seems to be a copy of { $original }, and no text links to it.
       *[file] This file seems to be a copy of { $original }.
    } Nothing of it is published.
    .help = Compare the two, keep what is right in { $name }, and take this one away. If it is no copy, give it another name.
FC0014 = { $why ->
        [device] Windows cannot have a file or folder called “{ $name }”: it is the name of a device there.
        [end] Windows cannot have a file or folder whose name ends with a dot or a blank: “{ $name }”.
       *[sign] Windows cannot have a file or folder with one of these in its name: { $name }
    }
    .help = Call it “{ $proposal }”, or something else, and change the name where it is used.
FC0015 = The name is too long: { $length } letters, and the limit is { $limit }.
    .help = Call it “{ $proposal }”, or something else. The title that readers see may be as long as before.

FC0020 = This cannot be read: { $reason }.
    .help = { $advice ->
        [tab] Take the tab away and indent with spaces instead, two for each level. Many editors can do so by themselves: look for “spaces” in their settings.
        [colon] A text with a colon and a space in it needs quotation marks around it. Write { $instead }
        [no-colon] Each line is a field's name, a colon, a space and the value, such as: status: open. If the line belongs to the text above, write all of it on one line.
        [no-space] Write { $instead }
        [dash] An item of a list begins with a hyphen and a space. Write { $instead }
        [inner-quote] There is the same sign within the text. Write { $instead }
        [quote] Write the same quotation mark at the end of the text as at its beginning.
        [after-quote] Put the quotation marks around all of the text. If there are such marks within it, use ' at its ends.
        [escape] In "…" a backslash has a meaning of its own. Put the text in '…' instead.
        [indent-in] Begin it as far in as the line above: take away the spaces that are too many.
        [indent-out] Begin it as far in as the others of the same list: add the spaces that are missing.
        [indent] Fields of the same group begin equally far in; what belongs to a field begins two spaces further in. Look at the line above too.
        [reserved] Put the value in quotation marks. Write { $instead }
        [bracket] A list is written [a, b, c]. Write the bracket that is missing, and a comma between the items.
        [documents] Take the line away. In a news item or a page, --- stands once before the fields and once after them.
        [anchor] Take the sign * or & away, or put the text in quotation marks.
       *[other] Look at this line and the one above: the indentation, the colon after the field's name, and the quotation marks.
    }
FC0021 = There is no field “{ $field }” here.
    .help = { $proposal ->
        [comma] Write a point for the comma in a number: 59.2488
        [space] Write a space after the field's colon, and straight quotes around a text that holds a colon itself: title: "Open: now"
        [split] Within {"{"}…{"}"} each comma begins a new field. Put straight quotes around a text with a comma in it: { $instead }
        [none] The fields are { $fields }.
        [write] Write { $instead }
        [write-lines] Write two lines: { $instead } in the first and { $second } in the second.
        [merge] It belongs to registration:, which is there already. Make that { $instead }
        [times] When the activity begins and ends is in two fields, such as from: 10.00 and to: 11.30
        [start] The time when it begins is from:, and the first day valid_from:
        [end] The time when it ends is to:, and the last day valid_to:
        [term] An activity that is at another time for a part of the year is an activity more, with valid_from: and valid_to:
        [season] Hours for a part of the year are under seasons:, such as seasons: [{"{"}title: Summer hours, from: 2027-06-14, to: 2027-08-15, hours: {"{"}monday-friday: 9–11{"}"}{"}"}]
        [centre] It belongs to the family centre as a whole. Move it out to the left margin{ $instead ->
            [none] .
           *[other] , as: { $instead }
        }
        [centre-service] It belongs to the family centre as a whole, and the service is named there. Take the line away here, and write at the left margin of the file: { $instead }
        [activity] It belongs to an activity. Move it below that one, in activities:
        [municipality] It belongs to the municipality as a whole. Move it to municipality.yaml.
        [centres] It belongs to a family centre. Move it to that centre's file in centres/.
       *[other] Did you mean “{ $proposal }”?
    }
FC0022 = The field “{ $field }” is missing.
    .help = Write a line that begins with “{ $field }:”.
FC0023 = This should be { $expected }, but it is { $found }.
    .help = { $advice ->
        [day] Write a weekday such as tuesday, or several in brackets.
        [names] Write the names of the files without their endings, in a list: { $field ->
            [centres] { $value ->
                [none] [fittja]
               *[other] [{ $value }]
            }
           *[related] { $value ->
                [none] [2026-01-27-sommarstangt]
               *[other] [{ $value }]
            }
        }
        [digits] Write a number, in digits: 1
        [natural] Write a whole number from 0 up, without a sign and without quotes, such as { $field ->
            [min] min: 0
            [max] max: 12
           *[other] 6
        }. If there is no limit, take the field away.
        [quotes] Put it in quotes: "{ $value }".
        [unquoted] Write it without quotes: { $value }
        [list] Write a list: [{ $value }].
        [write] Write { $value }
        [moved] Write { $value }, with the new day after to:. If only the time is new, write it after from: instead.
        [ages] Write { $value } if these are months, or { $other } if they are years.
        [signup] Write how one signs up, such as {"{"}phone: 08-123 456 78{"}"}. Or take the line away and write only that one needs to book: { $value }
        [no-signup] Take the line away. That one may simply come is written: { $value }
        [decimal] Write a point for the comma: { $value }
        [boolean] Write { $value }
        [truth] Write { $expected }.
        [hours] Write a line for each day or range of days below, two spaces further in, such as: monday-thursday: 9.00–12.00
        [items] Write an item for each below, with a hyphen and its fields, such as: { $field ->
            [services] - kind: child_health
            [images] - src: images/x.jpg
            [exceptions] - from: 2026-12-24
            [activities] - id: sangstund
            [cancelled] - date: 2026-12-01
            [moved] - date: 2026-12-01, and below it to: 2026-12-02
            [issues] - what: A film has no captions. If there are none, take the field issues: away and write status: fully.
           *[other] - title: Something new
        }
        [group] Write its fields below, each on a line of its own and two spaces further in, such as: { $field ->
            [services] kind: child_health
            [notices] title: Closed on Friday
            [activities] id: sangstund
            [images] src: images/x.jpg
            [exceptions] from: 2026-12-24
            [cancelled] date: 2026-12-01
            [moved] date: 2026-12-01, and below it to: 2026-12-02
            [registration] phone: 08-530 610 00
            [navigation] title: Find us
            [issues] what: A film has no captions
            [age_months] min: 0
            [geo] lat: 59.2488
            [image] src: images/x.jpg
            [address] street: Fittja Torg 19
            [contact] phone: 08-530 610 00
            [operator] type: region
            [holidays] public: closed
            [premises] step_free: true
            [getting_there] transit: The bus stops at the door.
            [checks] off: [FC0202]
           *[other] name: value
        }
       *[other] Compare with another file of the same kind, or with what fcsite new writes.
    }
FC0024 = “{ $value }” is not one of the values that this field can have.
    .help = { $proposal ->
        [none] Write one of { $values }.
       *[other] Did you mean “{ $proposal }”?
    }
FC0025 = { $first ->
    [none] The field “{ $field }” stands here twice.
   *[other] “{ $first }” and “{ $field }” are the same field.
}
    .help = Keep one and take the other out.
FC0026 = The text from “#” on is a comment in YAML and is not shown.
    .help = Put the whole text in quotes if # belongs to it: "…".
FC0027 = { $kind ->
        [dashes] This file begins with dashes, but not with three hyphens alone.
       *[none] This file does not begin with front matter.
    }
    .help = { $kind ->
        [dashes] Write three hyphens in the line and nothing else: ---
       *[none] Begin it with a line --- , then title: and the other fields, then a line --- again.
    }
FC0028 = { $kind ->
        [dashes] The front matter ends with dashes, but not with three hyphens alone.
       *[none] The front matter has no end.
    }
    .help = { $kind ->
        [dashes] Write three hyphens at the beginning of the line and nothing else: --- (some programs make dashes of them)
       *[none] Write a line --- after the fields.
    }
FC0029 = This text is empty.
    .help = Write something here, or take the line away if the field need not be there.
FC0030 = This YAML is nested or repeated too deeply to be read.
    .help = Take away anchors (&) and aliases (*), and keep to the fields that fcsite new writes.
FC0031 = This file is empty.
    .help = Fill it in, or take it away.

FC0032 = The quotation mark{ $kind ->
        [curly] s around the text are
       *[lone] at the end is
    } seen on the page.
    .help = { $kind ->
        [curly] YAML knows only straight quotation marks. Write { $instead } without any, or with straight ones: "{ $instead }"
       *[lone] Take it away: { $instead }
    }
FC0033 = On this line there is { $sign } ({ $code }).
    .help = That may be the reason for the error on the line. Such signs come along when one copies. Write the line again by hand.

FC0040 = { $kind ->
        [day] There is no day “{ $value }”.
        [week] “{ $value }” is a week, and a day belongs here.
        [two] “{ $value }” may be two different days.
        [year] “{ $value }” does not say which year.
        [holiday] “{ $value }” is a holiday, and days belong here.
        [break] “{ $value }” is a school holiday, and days or weeks belong here.
       *[form] “{ $value }” is not a date.
    }
    .help = { $proposal ->
        [two] Write { $first } or { $second }, whichever you mean.
        [none] { $kind ->
            [day] Look at the month and the day.
            [week] Write the date of its first or its last day, such as 2026-03-14.
            [year] Write the year too.
            [holiday] Write the days: { $first }. If it is closed then, activities are cancelled by themselves. public: and eves: under holidays: in municipality.yaml say so.
            [break] School holidays differ between municipalities. Write the dates or the week: v. 9 2027
           *[form] Write year-month-day, such as 2026-03-14.
        }
       *[other] Write { $proposal }{ $kind ->
            [week] {" "}if that is the week you mean.
            [year] {" "}if that is the day you mean.
           *[other] {""}
        }
    }
FC0041 = “{ $value }” is not a time of the day.
    .help = { $proposal ->
        [none] Write times such as 9.00–12.00, several with commas between, or closed. What needs explaining fits under notices:.
       *[other] Write { $proposal }
    }
FC0042 = { $proposal ->
        [night] { $value } goes on after midnight.
       *[other] { $value } ends before it begins.
    }
    .help = { $proposal ->
        [night] Divide it between two days: write { $before } for the first day, and { $after } for the next.
        [none] Write the earlier time first. Four in the afternoon is 16: 13.00–16.00.
       *[other] Did you mean { $proposal }?
    }
FC0043 = { $first } and { $second } cross each other.
    .help = Make one interval of them, or mend the times.
FC0044 = { $proposal ->
        [backwards] “{ $value }” goes backwards. The week begins with Monday.
       *[other] “{ $value }” is not a weekday.
    }
    .help = { $proposal ->
        [backwards] Write “{ $over }” if it goes on over the weekend, else “{ $turned }”.
        [season] Hours for a part of the year are under seasons:, such as seasons: [{"{"}title: Summer hours, from: 2027-06-14, to: 2027-08-15, hours: {"{"}monday-friday: 9–11{"}"}{"}"}]
        [holiday] What holds on holidays is in municipality.yaml, such as holidays: {"{"}public: closed, eves: closed{"}"}. For single days there is exceptions:.
        [lunch] Write the hours before and after lunch in the day's line: monday-friday: 8–12, 13–17
        [some-weeks] Hours are the same each week. What holds in some weeks is under exceptions:, such as exceptions: [{"{"}weeks: v. 2 2027, hours: 9–12{"}"}]
        [weeks] Write the weekday alone ({ $days }), and in which weeks under repeat:, such as repeat: even weeks
        [none] Write monday … sunday, or a range such as monday-thursday.
       *[other] Did you mean “{ $proposal }”?
    }
FC0045 = { $day } has hours in two lines: { $first } and { $second }
    .help = { $proposal ->
        [none] Take away the one that does not hold. If both do, write the hours in one line: { $both }
       *[other] If the later one holds, make the first { $proposal }. If both do, write { $both } and take the day out of the other lines.
    }
FC0046 = “{ $value }” is not a Swedish phone number with an area code.
    .help = { $proposal ->
        [none] Write the number alone, 8 to 10 digits with the area code: 08-123 456 78, 0123-456 78 or 070-123 45 67. Short numbers such as 1177 go in a text instead.
       *[other] Write the number alone: { $proposal }
    }
FC0047 = “{ $value }” is not a postal code.
    .help = { $proposal ->
        [none] Write three digits, a space and two digits: 145 61.
       *[other] Write { $proposal }
    }
FC0048 = “{ $value }” is not an e-mail address.
    .help = { $proposal ->
        [none] Write name@host.example.
       *[other] Write { $proposal }
    }
FC0049 = { $why ->
        [host] “{ $value }” is not the name of a host.
        [mail] “{ $value }” is a mail address, and here belongs a web address.
       *[address] “{ $value }” is not a web address.
    }
    .help = { $proposal ->
        [none] { $why ->
            [host] Write the name alone, in small letters and without https://, such as kartor.example.
            [mail] { $field ->
                [feedback_url] Write the address of a form, beginning with https://. By law a mail address is not enough.
               *[other] Write an address that begins with https://, or take the field away. A centre's and a municipality's mail address has a field of its own, email:. In a text it becomes a link by itself.
            }
           *[address] Write the whole address, beginning with https://, such as https://kommunen.example.
        }
       *[other] Write { $proposal }
    }
FC0050 = “{ $value }” is an address that a page must not carry.
    .help = Write an address that begins with https://. E-mail and phone have fields of their own, email: and phone:. In feedback_url: the address leads to a form.
FC0051 = The place { $lat }, { $lon } is outside Sweden.
    .help = In Sweden latitude is between 55 and 69.5, and longitude between 10.5 and 24.5. Use a decimal point: 59.2488.
FC0052 = Latitude and longitude seem to be swapped.
    .help = Write lat: { $lon }, lon: { $lat }.
FC0053 = “{ $value }” is not a municipality code.
    .help = { $right ->
        [none] Look the municipality's code up at SCB, and write its four digits in quotes, such as "0127" for Botkyrka.
       *[other] Write SCB's four digits in quotes: "{ $right }"
    }
FC0054 = SCB has no municipality with the code { $value }.
    .help = Look the code up at SCB. That of { $name }, for example, is written "{ $right }".
FC0055 = “{ $value }” is not a language code.
    .help = { $proposal ->
        [none] { $kind ->
            [file] Between the dots of the file's name stands the language of a translation, as a short code in small letters: sommar.en.md. If it is no translation, write a hyphen for the dot.
           *[value] Write a short code such as sv, en, fi or ar.
        }
       *[other] { $kind ->
            [file] Rename the file to { $proposal }
           *[value] Write { $proposal }
        }
    }
FC0056 = The period ends ({ $to }) before it begins ({ $from }).
    .help = { $proposal ->
        [none] Write the earlier date first, or correct the year.
       *[other] If the period goes over New Year, write { $proposal }. Else write the earlier date first.
    }
FC0057 = “{ $value }” is not a year, a month or a date.
    .help = Write "2024", "2024-05" or "2024-05-13", in quotes.
FC0058 = { $kind ->
        [server] No page can be made at the old address { $value }.
        [case] The old address { $value } differs from { $proposal } in upper and lower case alone, and some disks have room for one of them only.
        [home] “{ $value }” is the address of the front page, so it is no old one.
        [long] The old address is too long for a file: { $value }
        [shared] The old address { $value } lies in a municipality's folder, but this text belongs to all municipalities.
        [absolute] { $proposal ->
            [none] “{ $value }” is no old address of this site.
           *[other] “{ $value }” is a whole address. Only what comes after the site's name stands here.
        }
       *[other] “{ $value }” is not an address within this site.
    }
    .help = { $kind ->
        [server] Take it away here, and ask those who look after the web server to send readers on from it. Here only folders (/gammal/adress/) and files that end with .html or .htm are possible.
        [case] Take it away here, and ask those who look after the web server to send readers on from it.
        [home] Take it away.
        [long] Take it away here, and ask those who look after the web server to send readers on from it.
        [shared] { $proposal ->
            [none] Take it away. The municipality has a page of its own at that address already.
           *[other] Write { $proposal }, and it leads here in each municipality.
        }
       *[other] { $proposal ->
            [none] Begin with / and write the address without the site's name, with a–z, 0–9, hyphens and slashes: /gammal/adress/ or /gammal/sida.html.
           *[other] Write { $proposal }
        }
    }
FC0059 = The youngest age ({ $min }) is higher than the oldest ({ $max }).
    .help = Write the lower number as min.
FC0060 = “{ $value }” is not a WCAG success criterion.
    .help = Write its number in quotes: "1.2.2".
FC0061 = The languages leave out { $language }, the site's own.
    .help = Write languages: [{ $language }, …].
FC0062 = “{ $value }” is here twice.
    .help = { $kind ->
        [id] Give the new one an id of its own, such as { $value }-2. Keep the id of the one that was here before: its address in calendars depends on it.
       *[value] Keep one of them.
    }
FC0063 = “{ $field-name }” needs at least one item.
    .help = Write what there is, or take the field away if it may be missing.
FC0064 = This text is in a language that the site does not have: { $language }.
    .help = The site's languages are { $languages }. Add the language in municipality.yaml or site.yaml, or take the text away.

FC0065 = There is no code “{ $value }”.
    .help = { $proposal ->
        [none] A code looks like FC0202. fcsite shows it in brackets with each message.
       *[other] Did you mean { $proposal }?
    }
FC0066 = { $value } is the code of an error, and errors cannot be turned off.
    .help = Mend the error, and take the code away here. Only warnings can be turned off.

FC0067 = The code { $code } is not that of { $name }, but of { $owner }.
    .help = Write code: "{ $right }", if the name is right. If it is the code that is right, correct name:.
FC0068 = “{ $value }” is not an organisation number.
    .help = Write its ten figures, such as 232100-0016. One of them may have slipped: the last one is counted from the others. The number is on the organisation's invoices and website.

FC0069 = “{ $value }” is no colour that fcsite knows.
    .help = Write the colour as your graphic profile has it, with # and six characters in quotes: colour: "#9d0f3f"

FC0070 = A { $type ->
        [family_centre] family centre
       *[other] centre like a family centre
    } needs { $missing ->
        [municipal] open_preschool or social_services
       *[other] { $missing-named }
    }.
    .help = { $type ->
        [family_centre] Add the service, or write type: family_centre_like.
       *[other] It needs child_health and a municipal service (open_preschool or social_services).
    }
FC0071 = planned_opening goes with status: planned, but the status is { $status-named }.
    .help = If the centre has opened, take planned_opening away and write opened: with the date. Else write status: planned.
FC0072 = The centre has no service “{ $service }”.
    .help = { $proposal ->
        [none] Its services are { $services-named }.
       *[other] Did you mean “{ $proposal }”?
    }
FC0073 = The date { $date } is not that of the file's name, { $name }.
    .help = Rename the file, or take the field away: the date comes from the name.
FC0074 = { $kind ->
        [day] The date at the beginning of the file's name does not exist.
       *[none] The file's name does not begin with a date.
    }
    .help = { $date ->
        [none] Call it YYYY-MM-DD-{ $rest }, with the day of publication first, such as 2026-03-14.
       *[other] Call it “{ $date }-{ $rest }”, with the day of publication first.
    }
FC0075 = updated ({ $updated }) is before date ({ $date }).
    .help = Write the day of the latest change, or take the field away.
FC0076 = { $kind ->
        [same] This text is in { $language } only. { $original } has the same days, links, pictures and numbers: is that the original, with a new name?
       *[name] This text is in { $language } only. { $original } has nearly the same name: is that the original?
    }
    .help = { $kind ->
        [same] Then name this file { $proposal }, and they are shown as one text in two languages. If they are two texts, FC0076 under checks: off: in the file turns the warning off.
       *[name] If so, name this file { $proposal }: then they are shown as one text in two languages. If they are two texts, give this one a name that differs more.
    }
FC0077 = There is no centre “{ $centre }”{ $municipality ->
        [none] {""}
       *[other] {" "}in { $municipality }
    }.
    .help = { $proposal ->
        [none] { $municipality ->
            [none] Write the municipality's folder, a slash and the name of a file in centres/, without .yaml: botkyrka/fittja
           *[other] Write the name of a file in centres/, without .yaml.
        }
       *[other] Did you mean “{ $proposal }”?
    }
FC0078 = There is no page “{ $page }”.
    .help = { $proposal ->
        [made] fcsite makes that page itself, and it is in the menu already. Take the entry away.
        [made-calendar] fcsite makes the calendar itself, and it is in the menu as soon as there are activities. Take the entry away.
        [made-foot] fcsite makes that page itself, and the link to it is at the foot of every page. Take the entry away.
        [none] The name is that of a file in pages/, without .md.
       *[other] Did you mean “{ $proposal }”?
    }
FC0079 = There is no news item “{ $news }”.
    .help = { $proposal ->
        [none] The name is that of a file in news/, without .md.
       *[other] Did you mean “{ $proposal }”?
    }
FC0080 = Pages may not load from { $host }.
    .help = Save the file in images/ and use that. If the host is needed and the law allows it, add it to allowed_hosts in municipality.yaml.
FC0081 = { $kind ->
        [both] The day is closed (closed: true) and still has hours.
       *[none] Nothing says what holds on these days.
    }
    .help = { $kind ->
        [both] Take one of them away.
       *[none] Write closed: true, or hours: with times, such as hours: 9–12
    }
FC0082 = { $reviewed ->
        [never] Nobody has said when { $name } was last reviewed.
       *[other] { $name } was last reviewed on { $reviewed }, which is over six months ago.
    }
    .help = Check that everything is still right, then write reviewed: { $today }.
FC0083 = The planned opening ({ $planned }) has passed.
    .help = Write status: open and opened: with the date, or the new plan.
FC0084 = The notice “{ $title }” ended on { $until } and is not shown.
    .help = Take it away, or give it a later date.
FC0085 = { $name } has no address.
    .help = Write address: with street:, so that parents find the way.
FC0086 = { $name } has no accessibility statement. The law (2018:1937) demands one.
    .help = Fill in accessibility_statement: in the file. If fcsite made it, the fields are there: take the # and the blank after it away on their lines. A whole example: fcsite check --explain FC0086
FC0087 = { $kind ->
        [many] This navigation entry leads to more than one place. It can lead to a page (page:), a centre (centre:) or an address (url:).
       *[none] This navigation entry leads nowhere.
    }
    .help = { $kind ->
        [many] Keep one of them, and take the rest away.
       *[none] Write page: with the name of a file in pages/, centre: with the name of a file in centres/, or url: with the whole address.
    }
FC0088 = The hours of { $name } on { $day } meet { $holiday }, and nothing says whether they hold.
    .help = Add an exception with from: { $date } and closed: true or hours:. If the same holds for the whole municipality, say so for holidays (public) or eves under holidays: in municipality.yaml.
FC0089 = opened ({ $opened }) is in the future.
    .help = Write status: planned and planned_opening: until then.
FC0090 = { $field ->
        [expires] From { $day } on the item is not listed. It is published on { $date }, so it would never be listed.
       *[until] The item is listed until { $day }. It is published on { $date }, so it would never be listed.
    }
    .help = { $field ->
        [expires] Write the last day in its place: until: { $date } if it is for that day alone, else a later one. Or take the field away.
       *[until] Write until: { $date } if it is for that day alone, else a later one. Or take the field away.
    }
FC0091 = A notice cannot show { $what }.
    .help = A notice is a few lines of text with links. Put pictures and boxes on a page or in news, and link to it.
FC0092 = The date in { $field-name } ({ $date }) is in the future.
    .help = Check the year.
FC0093 = There is both until (the last day) and expires (the first day without).
    .help = Keep until: and take expires: away.
FC0094 = { $kind ->
        [translate] This is to be translated: it is what fcsite new translation wrote.
        [place] This is not your place: it is the one that fcsite new wrote as an example.
       *[text] This text is what fcsite wrote for you to replace.
    }
    .help = { $kind ->
        [translate] Write the translation here. If it is not done, write draft: true among the fields at the top.
        [place] Write the latitude and longitude of your own address, or take the field away.
       *[text] Write your own text here, or take it away. If a news item or page is not done, write draft: true among the fields at the top.
    }
FC0096 = { $what ->
        [both] This centre has the same name and the same street as another one: { $other }
        [name] This centre has the same name as another one: { $other }
       *[street] This centre has the same street as another one: { $other }
    }
    .help = If they are the same centre, compare the files and take one away. If they are two, { $what ->
        [street] check the address. Two in one house can stay as they are: write checks: {"{"}off: [FC0096]{"}"} in this file.
       *[other] give each a name of its own, so that readers know which is which.
    }
FC0097 = Nothing here can be from the year { $year }.
    .help = { $proposal ->
        [none] Check the year in { $value }.
       *[other] { $kind ->
            [name] Did you mean { $proposal }? Rename the file.
           *[field] Did you mean { $proposal }?
        }
    }
FC0098 = The year { $year } is most likely a slip: { $date }
    .help = { $proposal ->
        [none] Check the year.
       *[other] { $kind ->
            [name] Did you mean { $proposal }? Then rename the file.
           *[field] Did you mean { $proposal }?
        }
    }
FC0099 = { $kind ->
        [order] The statement was changed on { $updated }, before the assessment of { $assessed } that it tells of.
        [nothing] “{ $text }” says nothing.
        [reason] It does not say why there is this shortcoming. The law asks for it.
        [contrary] The site is said to meet the law in full (status: fully), and yet there are shortcomings under issues:.
       *[missing] The site is said to have shortcomings (status: { $status-named }), but none is described.
    }
    .help = { $kind ->
        [order] Check both dates. updated_on: is the day on which the statement was last changed, which is after the assessment.
        [nothing] Write it in words, such as: A film has no captions. Readers see it on the accessibility page.
        [reason] Add reason: below the shortcoming, such as: reason: The film was made before the law. It gets captions this spring.
        [contrary] Write status: partially. If the shortcomings are mended, take them away under issues:.
       *[missing] Add issues: with an item for each, such as: - what: A film has no captions. If there are none, write status: fully.
    }

FC0100 = Headings in a text begin at level 2; the page's title is the first.
    .help = Write ## instead of #{ $underline ->
        [yes] {" "}(a line of === below makes a heading of level 1)
       *[no] {""}
    }.
FC0101 = There is no directive “{ $name }”.
    .help = { $proposal ->
        [none] There are ::: fact Heading, ::: more Heading, ::: contacts and ::: centre name.
       *[other] Did you mean ::: { $proposal }?
    }
FC0102 = { $kind ->
        [centre] The box of the centre has no end on the line below.
        [contacts] The table of ::: { $written } has no end on the next line.
        [open] This ::: has no end.
       *[end] This ::: ends nothing.
    }
    .help = { $kind ->
        [centre] Write ::: on the line right below. The box has no text of its own: it is filled from the centre's file.
        [contacts] Write ::: on the next line. The table has no text of its own: it is filled from the centres' files.
        [open] Write a line with ::: after the text.
       *[end] Take it away, or write what it should end: ::: fact Heading.
    }
FC0103 = { $name ->
        [contacts] Nothing stands after ::: { $written }.
        [more] ::: { $written } needs a heading.
       *[centre] ::: { $written } needs the centre's name.
    }
    .help = { $name ->
        [contacts] Take it away. The table always has all family centres of the municipality.
        [more] The heading is what is seen while the text is folded. Write, for example, ::: { $written } How to sign up
       *[centre] Write ::: { $written } fittja, the name of a file in centres/ without .yaml.
    }
FC0104 = { $why ->
        [empty] This link leads nowhere.
        [mail] This link leads to { $target }, which is an e-mail address.
        [missing] This link leads to { $target }, which does not exist.
        [file] This link leads to { $target }, which does not exist.
        [heading] This link leads to { $target }, which has no such heading.
        [phone] This link leads to { $target }, which is a phone number.
       *[other] This link leads to { $target }, which is no page.
    }
    .help = { $why ->
        [document] Put the document into files/, beside news/ and pages/, and write the way to it: ../files/name.pdf. fcsite publishes PDF, ODT, DOCX, XLSX and ICS.
        [file] { $proposal ->
            [none] Put the document into files/, beside news/ and pages/, under just that name. fcsite publishes PDF, ODT, DOCX, XLSX and ICS.
           *[other] Did you mean { $proposal }?
        }
        [mail] Write mailto: before it: mailto:{ $target }
        [heading] { $proposal ->
            [none] { $places ->
                [none] There are no headings to lead to. Link to the page without # and what follows.
               *[other] These are there: { $places }
            }
           *[other] Did you mean { $proposal }?
        }
        [phone] { $proposal ->
            [none] Write the whole number alone in the text, without a link, such as 060-19 20 30. It becomes a link by itself.
           *[other] Write { $proposal }. Or write the number alone in the text, without a link: it becomes a link by itself.
        }
       *[other] { $proposal ->
            [none] Link to a file, seen from this one: ../pages/name.md, ../centres/name.yaml, ../news/date-name.md.
           *[other] Did you mean { $proposal }?
        }
    }
FC0105 = This link has an address that a page must not carry: { $target }
    .help = Use https:, mailto: or tel:, or a file: ../pages/name.md.
FC0106 = The image { $image } has no alt text.
    .help = Describe what it shows, for example ![A child in a swing]({ $image }). If it only decorates, write ![decorative]({ $image }).
FC0107 = A line that begins with “{ $start }” became an item of a list with numbers.
    .help = { $kind ->
        [date] If it is a date, write no full stop after the day: { $instead }. Else let the line begin with another word, or write { $escaped }
       *[other] Put a backslash before the full stop: { $instead }. Or let the line begin with another word.
    }
FC0108 = HTML is shown as text on the page.
    .help = { $kind ->
        [frame] A film, a map or a form cannot be put into a page. Link to it, and say what is there: { $target ->
            [none] [See the film about the open preschool](https://filmen.example)
           *[other] [See the film about the open preschool]({ $target })
        }
        [link] Write the link so: { $target ->
            [none] [Read about the open preschool](../pages/name.md)
           *[other] [Read about the open preschool]({ $target })
        }
        [image] Write the image so: ![Two children at a table](../images/name.jpg)
        [bold] Write two asterisks before and after the words: **Note!**
        [italic] Write an asterisk before and after the words: *like this*
        [break] If the line should end here, write a backslash (\) at its end. For a new paragraph, leave an empty line.
        [cell] In a table a line of the file is a row of the page. Take { $html } away and write the words after each other with a comma between: 9–12, 13–16. Or add a row to the table.
        [rule] For a ruled line write --- on a line of its own, with an empty line before and after.
        [heading] Write the heading with ## and a space before it: ## Opening hours
        [list] Begin each item with a hyphen and a space, on a line of its own: - packed lunch
        [table] Write the table with lines between the columns: | Day | Time | first, |---|---| next, and then a line for each day.
        [quotation] What somebody says begins with a dash and a space: – It feels good.
        [fact] Write a fact box: a line ::: fact Title before the text, and a line ::: after it.
        [script] Take it away. The pages run no program, and look as the theme has it.
       *[other] Take the signs away, and write in Markdown what should look otherwise. If the code should be seen as text, put the sign ` before and after it: `{ $html }`
    }
FC0109 = This link leads to another municipality's folder: { $target }
    .help = A municipality's folder must work alone on another server. Link to the other one by its web address.
FC0110 = This link leads to { $target }, which is not published { $why ->
        [draft] (a draft)
       *[other] yet
    }.
    .help = Take the link away until then, or publish the other one.
FC0111 = { $inside ->
        [fact] A fact box cannot stand inside another one.
        [more] ::: more cannot stand inside another box.
        [shared] ::: contacts can only stand in a municipality's own texts.
       *[list] ::: cannot stand inside a list, a quotation or a footnote.
    }
    .help = { $inside ->
        [fact] Write a line with ::: before it, so that the first one ends there.
        [more] Write a line with ::: before it, so that the first box ends there.
        [shared] Take it away here. Link to the municipality's page instead, or write ::: contacts on a page in the municipality's folder.
       *[list] Let the line begin with :::, without spaces before it.
    }
FC0112 = Nothing refers to this footnote, so it is not shown.
    .help = Write [^name] where the note belongs, with the note's own name, or take it away.

FC0113 = { $kind ->
        [image] This becomes no image, since there is a blank in { $target }.
       *[link] This becomes no link, since there is a blank in { $target }.
    }
    .help = { $kind ->
        [web] Write %20 for the blank: { $proposal }
       *[link] Give the file a name without blanks: { $proposal }
    }
FC0114 = { $word ->
        [none] After the word in { $written } a family centre must stand.
       *[other] “{ $word }” in { $written } is no word that is filled in.
    }
    .help = { $proposal ->
        [none] Write telefon, adress, öppettider or e-post (phone, address, hours, email) and then the name of a file in centres/ without .yaml, for example { $example }. If the braces are to be seen, write \ before the first.
       *[other] Did you mean { $proposal }? If the braces are to be seen, write \ before the first.
    }
FC0115 = { $why ->
        [service] { $centre } has no service “{ $service }”.
        [several] { $centre } has several services that are “{ $service }”, and they differ.
       *[other] { $written } cannot be filled in: { $asked ->
            [phone] the phone number is
            [address] the address is
            [email] the mail address is
           *[hours] the hours are
        } not in the file of { $centre }{ $why ->
            [of-service] {" "}at “{ $service }”
           *[other] {""}
        }.
    }
    .help = { $why ->
        [service] { $proposal ->
            [none] After the slash write { $services }.
           *[other] Did you mean “{ $proposal }”?
        }
        [several] Write the name of the service after the slash: { $services }.
        [of-service] Write it at the service in the centre's file, or take away the slash and what follows it for the centre's own.
        [services] That stands in the services, which may differ. Write { $fills }{ $count ->
            [1] {""}
           *[other] {" "}if that is the one you mean. Otherwise write one of these instead: { $others }
        }
       *[other] Write it in the centre's file, or take away the words in braces.
    }

FC0116 = The document { $document } cannot be published: { $reason }.
    .help = { $advice ->
        [kind] fcsite publishes PDF, ODT, DOCX, XLSX and ICS. Save the document as a PDF and link to that, or write what matters on a page.
        [macros] Save it without macros, best as a PDF. A program in a document can harm the computer of whoever opens it.
        [smaller] Make it smaller. Often it is enough to save it as a PDF anew and choose a small file. Write what matters on a page: that opens fast on a phone too.
        [file] Put the document itself into files/.
       *[again] Open it in the program that it was made in, save it anew in the right format and put it in the place of this one.
    }
FC0117 = No text links to this document, so it is not published.
    .help = Link to it where readers need it: [Brochure](../files/{ $document }). If nobody needs it any more, take it away.
FC0118 = { $tags ->
        [yes] { $language ->
            [yes] This PDF does not say what it is called.
           *[no] { $title ->
                [yes] This PDF does not say which language it is in.
               *[no] This PDF says neither which language it is in nor what it is called.
            }
        }
       *[no] { $language ->
            [unknown] This PDF cannot be read, so nobody knows whether it can be read aloud.
            [yes] { $title ->
                [yes] This PDF is not tagged.
               *[no] This PDF is not tagged and does not say what it is called.
            }
           *[no] { $title ->
                [yes] This PDF is not tagged and does not say which language it is in.
               *[no] This PDF is not tagged, and says neither which language it is in nor what it is called.
            }
        }
    }
    .help = { $language ->
        [unknown] Open it in the program that it was made in and save it as a PDF anew.
       *[other] Open the original in Word or LibreOffice. Give it a title in its properties, set its language, use styles for headings, and save it as a PDF with tags for accessibility. Or write what it says on a page instead.
    }

FC0120 = There is no image { $image }.
    .help = { $proposal ->
        [none] Put it in images/. { $place ->
            [markdown] Its path is seen from this file: ../images/name.jpg.
           *[yaml] Its path begins at the municipality's folder: images/name.jpg.
        }
       *[other] Did you mean { $proposal }?
    }
FC0121 = The image { $image } cannot be used: { $reason }.
    .help = { $advice ->
        [smaller] Make it smaller in a picture editor: 2000 pixels on the long side is enough. Save it under the same name.
        [again] Fetch the picture anew from the camera, the phone or whoever sent it, and put it in the place of this one.
        [file] Put the picture itself in images/.
        [logo] Ask whoever drew the logo for a plainer SVG, or save it as PNG.
       *[format] Save it as JPEG, PNG or WebP and use that.
    }
FC0122 = This image lies on another host: { $image }
    .help = Save it in images/ and use that: readers' addresses must not be sent elsewhere, and the picture stays when the other site changes.
FC0123 = An image has either an alt text or decorative: true.
    .help = Write alt: with what the picture shows. If it only decorates, write decorative: true and no alt.
FC0124 = The image { $image } is in truth a { $format } file, so its ending is wrong.
    .help = Rename it to { $proposal }, and change the name where the image is used.

FC0130 = There is no theme “{ $theme }”.
    .help = { $proposal ->
        [none] A theme is a folder in themes/; there is { $themes }. Write one of these, or take theme: away.
       *[other] Did you mean “{ $proposal }”?
    }
FC0131 = The themes { $ring } extend each other in a ring.
    .help = Let one of them extend base.
FC0132 = This template cannot be read: { $reason }
    .help = The templates are Tera 2. See docs/themes.md.
FC0133 = This template failed: { $reason }
    .help = It happened while { $page } was being made. What each template is given stands in docs/themes.md.
FC0134 = The theme { $theme } lacks { $name }.
    .help = { $theme ->
        [base] The theme base is in the program already, and this folder hides it. Give the folder themes/base another name, and write a theme.yaml in it with two lines: name: and a name, and extends: base. Or take the folder away.
       *[other] Write what is missing in the theme's folder. Or write extends: base in themes/{ $theme }/theme.yaml, and all that the theme does not have comes from base.
    }
FC0135 = “{ $value }” is not a value for the token { $token }.
    .help = Write a CSS value such as "#0b5d4e" or "1rem", without ; { "{" } { "}" } and <.
FC0136 = The theme { $theme } has no words for { $language }.
    .help = { $theme ->
        [base] The menus and headings on these pages are shown in the language { $fallback }; your own texts are not affected. If that will do, write checks: {"{"}off: [FC0136]{"}"} in { $file } (where checks: is there already, add FC0136 to its list). If the language is not needed, take it out of languages:. Words of its own can be had with a theme of your own, which docs/themes.md tells of.
       *[other] Write words/{ $language }.yaml in the theme, with every word that words/{ $fallback }.yaml has. Until then the words of { $fallback } are used. If the language is not needed, take it out of languages: in { $file }.
    }
FC0137 = The theme's file { $name } cannot be published: { $reason }.
    .help = Use a–z, 0–9, dots, hyphens and underscores in the name, and one of css, svg, png, jpg, webp, woff2, ico, js, txt.
FC0138 = { $what } loads from another host: { $host }
    .help = Pages load nothing from elsewhere: it would tell that host who reads them. Put the file in the theme's assets/.
FC0139 = With the template { $template } the page { $page } grows larger than { $limit } MB.
    .help = No browser shows such a page. Look in the template for a loop that goes on for too long, or for a replace that puts in more than it takes out.

FC0150 = The site cannot be put there: { $reason }.
    .help = Choose another folder with --output. fcsite only writes to a folder that is new, empty, or its own.
FC0151 = Another fcsite is writing to { $output } right now.
    .help = Wait until it is done, and try again.
FC0152 = The site could not be written: { $reason }.
    .help = What was published before is as it was. Check the space on the disk and that you may write there.
FC0153 = What was made cannot be kept for the next build: { $reason }.
    .help = The build works without, but the next one takes longer. Check that you may write to { $folder }.
FC0154 = Files that are not fcsite's turned up in the output while it was being built: { $files }.
    .help = They are still there. Move them elsewhere: the next build refuses a folder that holds others' files.
FC0155 = { $kind ->
        [no-file] There is no { $file }, so nobody knows where to publish.
        [several] { $file } has several targets. Which one?
        [no-target] { $file } has no target, only an archive.
       *[unknown] { $file } has no target { $name }.
    }
    .help = { $kind ->
        [no-target] Write one too, for example: test: {"{"}folder: /mnt/web/family{"}"}
        [no-file] Make the file { $file } beside content/ with, for example: test: {"{"}folder: /mnt/web/family{"}"}
       *[unknown] Choose one of these: { $choices }.
    }
FC0156 = { $kind ->
        [name] The name { $value } cannot be a target’s: small letters, digits and hyphens are allowed.
        [none] The target { $value } says neither folder:, sftp:, ftps: nor s3:.
        [both] The target { $value } says more than one of folder:, sftp:, ftps: and s3:.
        [only] { $value }: goes with { $other }: alone.
        [password] A password stands in the address. Secrets do not belong in this file.
        [host-key] { $value } is no server’s key.
        [certificate] { $value } is no fingerprint of a certificate.
        [bucket] { $value } cannot be the name of a bucket or of a region.
        [endpoint] That is no address of an S3 with encryption.
        [prefix] { $value } cannot stand before the names of files.
        [plain-ftp] Plain FTP sends the password and the pages without protection, so fcsite does not use it.
        [ftps] That is no address for FTPS.
       *[sftp] That is no address for SFTP.
    }
    .help = { $kind ->
        [name] { $proposal ->
            [none] Choose another name, such as test.
           *[other] Write: { $proposal }
        }
        [none] Write folder: with a folder, sftp: with user@server:folder, ftps: with user@server/folder, or s3: with a bucket.
        [both] Make two targets of it, each with a name of its own.
        [only] Remove the line.
        [password] Remove it, and change the password. fcsite asks for it, or takes it from FCSITE_PASSWORD.
        [host-key] It begins with SHA256: and is shown by: ssh-keygen -lf
        [certificate] It is the SHA-256 fingerprint, 64 digits and letters, and is shown by: openssl x509 -noout -fingerprint -sha256
        [bucket] It has letters, digits, hyphens and dots: write it as those who run the S3 do.
        [endpoint] Write it with https://, such as https://s3.example.
        [prefix] Letters, digits, hyphens, dots and slashes are allowed, such as familj.
        [plain-ftp] Most servers with FTP have FTPS too: write user@server/folder, such as webb@server.example/familj. Otherwise ask those who run the server for SFTP.
        [ftps] Write user@server/folder, such as webb@server.example/familj
       *[sftp] Write user@server:folder, such as webb@server.example:familj
    }
FC0157 = The publication to { $target } did not finish: { $reason }.
    .help = { $kind ->
        [begun] Readers still see whole pages. Fix the problem and run the same command again: it resumes where it stopped.
       *[unbegun] Nothing was changed there. Fix the problem and run the same command again.
    }
FC0158 = Readers do not see what was published at { $url }: { $reason }.
    .help = It may take a while where the server keeps pages for some time. Else: is the target the folder that this address shows?
FC0160 = The folder { $folder } is not empty.
    .help = Choose a new or empty folder, such as: fcsite init { $proposal }
FC0161 = { $path } is there already, and fcsite never writes over what you have written.
    .help = Open it and go on with it. If it is about something else, give the new one an address of its own with --id.
FC0162 = SCB has no municipality “{ $name }”.
    .help = { $proposal ->
        [none] Write the name as the municipality does, such as: fcsite new municipality Botkyrka
       *[other] Did you mean { $proposal }? Write: fcsite new municipality "{ $proposal }"
    }
FC0163 = { $code } is not the code of { $name }{ $owner ->
        [none] {""}
       *[other] , but of { $owner }
    }.
    .help = { $right ->
        [none] SCB has no municipality { $name }. Write the municipality's own name, such as: fcsite new municipality Botkyrka
       *[other] Leave --code out: fcsite knows that { $name } has { $right }.
    }
FC0164 = { $what ->
        [name] The name is missing.
        [title] The title is missing.
        [municipality] It is not said which municipality it is for.
        [id] No web address can be made of “{ $example }”.
        [answer] The questions were not answered, so nothing was made.
        [original] It is not said what to translate.
        [day] The weekday is missing.
        [from] It is not said when it begins.
        [to] It is not said when it ends.
        [centre] It is not said which centre it is for.
        [import] It is not said where it is to go.
        [language] It is not said into which language.
       *[other] { $what } is missing.
    }
    .help = { $what ->
        [import] Add --to with one of { $choices }.
        [centre] Add --centre with one of { $choices }.
        [language] Add --language with one of { $choices }.
        [municipality] Add --municipality with one of { $choices }.
        [id] Choose one yourself, of letters a–z, digits and hyphens: add for instance --id sommar
        [answer] Begin again whenever you like. What you do not know may be left empty: press Enter.
       *[other] Write: { $example }
    }
FC0165 = { $kind ->
        [make] { $path } could not be created: { $reason }.
        [look] { $path } could not be looked at: { $reason }.
       *[other] { $path } could not be changed: { $reason }.
    }
    .help = { $kind ->
        [overtaken] Check what the file says now.
        [look] Check that you may read it, and try again.
       *[other] Check that the folder exists and that you may write there.
    }
FC0166 = { $many ->
        [yes] There is more than one text that “{ $name }” can mean.
       *[no] There is no news item or page “{ $name }”.
    }
    .help = { $many ->
        [yes] Write the whole file: { $choices }
       *[no] { $proposal ->
            [none] Write the name of its file, for example: fcsite new translation content/botkyrka/pages/om-oss.md --language en
           *[other] Did you mean { $proposal }?
        }
    }
FC0167 = { $kind ->
        [same] { $file } is already in that language ({ $language }).
        [there] { $file } is there already, and is the translation ({ $language }).
       *[unknown] The site does not have the language { $language }.
    }
    .help = { $kind ->
        [same] Choose another language, for example: --language { $example }
        [there] Open the file and go on in it.
       *[unknown] Add it in content/site.yaml: languages: [{ $languages }]
    }
FC0168 = Something is wrong in { $file }, so nothing was added to it.
    .help = Mend what fcsite check shows, and try again.
FC0169 = Nothing could be added to { $file } without changing something else, so nothing was done.
    .help = Add this yourself to { $file }, under activities: { $lines }
FC0173 = accessibility_statement: is shown nowhere: the site has one municipality, so there are no pages of a region.
    .help = Move accessibility_statement: to { $file }.
FC0174 = The translation is older than its original: { $original } was changed on { $changed }, this one last on { $date }.
    .help = Go through the translation, then write updated: with today's date. Meanwhile the page says that the original is newer.
FC0175 = “{ $value }” is not an address that a data portal can read, so the whole catalogue of open data would be refused.
    .help = Addresses of open data are base_url: with file names after it, and contact: (email:, url:). Copy them from the browser: there, blanks and signs such as {"{"} or | are written with % already.

FC0176 = { $kind ->
        [own] “{ $value }” is the name that the file has now.
        [taken] { $other } is called “{ $value }”, or was.
       *[form] No file can have been called “{ $value }”.
    }
    .help = { $kind ->
        [own] Write only what the file was called before.
        [taken] A name belongs to one centre for ever. Take it out of one of the files.
       *[form] Write the file's old name without .yaml: { $proposal }
    }
FC0177 = The centre's file has another name now. It was { $file }, and open data that are published already call the centre { $old }.
    .help = Write in the file, before other names that are there: formerly: [{ $old }]. Is it another centre? Then keep the file { $file } too, with status: closed.

FC0199 = Something went wrong that never should: { $reason }
    .help = Please report this, with the files that made it happen.

FC0200 = “{ $title }” is the title of { $other } too.
    .help = Give each text a title of its own, so that readers can tell them apart in lists and in search results.
FC0201 = This lead is that of { $other } too.
    .help = Say in the lead what is new in just this text.
FC0202 = { $kind ->
        [empty] The link to { $target } has no text.
       *[text] The link text “{ $text }” does not say where the link leads.
    }
    .help = Write what the reader finds there, such as [Läs mer om öppna förskolan]({ $target }). Who listens to a list of links hears nothing else.
FC0203 = { $kind ->
        [bare] An address stands in the text, without words about what is there: { $text }
       *[text] This link is shown as an address: { $text }
    }
    .help = Write what the reader finds there, for example [Öppna förskolan i Fittja]({ $target }). An address is read out letter by letter.
FC0204 = The heading “{ $heading }” has level { $level }, but the one before it has level { $before }.
    .help = Write { $right } and a space before it. Levels show what belongs to what; how large it looks is the theme's matter.
FC0205 = { $why ->
        [word] The alt text “{ $alt }” does not say what the picture shows.
       *[file] The alt text “{ $alt }” is a file name.
    }
    .help = { $place ->
        [yaml] Describe what the picture shows, for example alt: Two children at a table. If it only decorates, write decorative: true and take alt: away.
       *[markdown] Describe what the picture shows, for example ![Two children at a table]({ $target }). If it only decorates, write ![decorative]({ $target }).
    }
FC0206 = The alt text says the same as the caption: “{ $alt }”.
    .help = Who listens hears it twice. Let the alt text describe the picture, and the caption say what cannot be seen.
FC0207 = A column of this table has no name.
    .help = Write a name in each cell of the table's first line, but perhaps the first. Who listens to the table hears it before each value.
FC0208 = { $kind ->
        [item] This looks like an item of a list, but there is no space after the hyphen.
        [dash] There is no space after the dash.
        [dashes] This looks like a list, but its lines begin with dashes. On the page they become something that somebody says.
       *[speech] This looks like something that somebody says, but it begins with a hyphen.
    }
    .help = { $kind ->
        [item] Write - { $words }
        [dash] If somebody says it, write: – { $words }
        [dashes] For a list begin each line with a hyphen: - { $words }
       *[speech] For a list write a hyphen and a space. What somebody says begins with a dash (or two hyphens) and a space: – { $words }
    }
FC0209 = The date “{ $date }” can be read in two ways.
    .help = { $proposal ->
        [none] Write the month as a word and always the year: 3 april 2026.
       *[other] Write { $proposal }, if that is the day you mean.
    }
FC0210 = This text is hard to read: LIX { $lix }.
    .help = { $reason ->
        [sentences] The sentences are long: { $mean } words on average, and { $longest } in the longest, which is marked. Make two of it.
        [words] Many words are long: { $share } % have more than six letters, such as { $words }. Choose shorter ones where you can.
       *[both] The sentences are long ({ $mean } words on average, { $longest } in the longest, which is marked), and so are many words ({ $share } % have more than six letters, such as { $words }).
    } Under 40 is easy, 40 to 50 medium. It is a hint: read the text aloud, and trust your ear.
FC0211 = “{ $short }” is not explained.
    .help = Write the whole word the first time: { $long } ({ $short }).
FC0212 = The theme's colours { $first } ({ $one }) and { $second } ({ $two }) have a contrast of { $ratio } to 1; it should be at least { $least }.
    .help = Make one of them darker or lighter in theme.yaml. The law (2018:1937) demands WCAG { $criterion }.
FC0213 = { $from ->
        [address] The address { $target } is one of your own site, and { $why ->
            [heading] that page has no such place
            [withheld] the page there is not published now
           *[missing] there is no such page in it
        }.
       *[other] The finished page { $page } links to { $target }, and { $why ->
            [heading] that page has no such place
           *[missing] there is no such file in the site
        }.
    }
    .help = { $proposal ->
        [none] { $places ->
            [none] { $from ->
                [text] { $why ->
                    [heading] That page has no places to lead to. Link to it without # and what follows.
                   *[missing] Mend the link in this file.
                }
                [address] { $why ->
                    [withheld] Publish the page, or take the link away.
                   *[other] Link to the file in the text, seen from this one, such as ../pages/name.md: then fcsite sees to it that the page is there. In the menu, write page: or centre: and the name of the file instead of url:. In another field, write the address of a page as the browser shows it.
                }
               *[theme] Look at the theme's templates: no text of yours has this link.
            }
           *[other] These places are there: { $places }. Write one of them, or link to the page without # and what follows.
        }
       *[other] Did you mean { $proposal }?
    }
FC0214 = The outside link { $target } does not work: { $reason }.
    .help = Open it in a browser. If the page is gone, link to another one or take the link away.
FC0215 = The outside link { $target } has moved for good, to { $new }.
    .help = Write the new address.
FC0216 = The outside link { $target } leads to this computer or to an internal network.
    .help = Readers cannot go there. Link to a public address.
FC0217 = { $kind ->
        [municipality] Exempelkommunen is an example, and it is published together with your own municipalities.
        [name] { $value } is the name in the example, not yours.
        [code] { $value } is the code of the example, and no municipality has it.
        [phone] { $value } is a made-up phone number. It reaches nobody.
        [unfinished] “{ $value }” is a note to whoever writes on, and readers see it.
       *[address] { $value } is a made-up address. It leads nowhere.
    }
    .help = { $kind ->
        [municipality] Remove the folder { $value } when you do not need the example any more.
        [name] Write your own name.
        [code] Write the code that SCB has given the municipality, within quotation marks, and take FC0054 out of checks:.
        [base] Write the address where the site will be.
        [phone] Write the real number, or take it away.
        [unfinished] Write what readers should know, or take it away. As long as the text is not ready, draft: true at the top of a news item or page keeps it from being published.
       *[address] Write the real address, or take it away.
    }
FC0218 = { $kind ->
        [heading] This did not become a heading, so “{ $marks }” is shown on the page.
        [box] This did not become a fact box, so “{ $marks }” is shown on the page.
        [bullet] The sign “{ $marks }” makes no list, so the items run together.
        [number] There is no space after the number, so this makes no list.
        [row] The row belongs to a table, but an empty line parts them. On the page it is a text: “{ $marks }”
        [turned] “{ $marks }” makes no link. The brackets around the words and the address are wrong.
        [table] The rows with | did not become a table.
        [cells] There are tabs in the text. On the page they become blanks, and a table is lost.
        [bold] The signs ** are shown on the page, for they did not become bold.
        [struck] The signs ~~ are shown on the page.
        [letters] a), b) and c) make no list, so the items run together.
        [task] The box “{ $marks }” is shown on the page as brackets.
        [span] “{ $marks }” is shown on the page. It comes from Word, through another program.
        [tag] “{ $marks }” is shown on the page. It is a code of another program, and means nothing here.
        [signs] “{ $marks }” is shown on the page. The signs come from another program, and mean nothing here.
        [look] “{ $marks }” is shown on the page as it stands. This is plain text, which can have no bold and no links.
        [emoji] “{ $marks }” is shown on the page with its letters.
        [note] There is no such footnote, so “{ $marks }” is shown on the page.
        [fields] Here stand fields that belong at the beginning of the file. On the page they become a heading.
        [indented] The text is indented by four or more. On the page it is shown as code.
        [fill] “{ $marks }” is shown on the page. The words stand in one brace on each side.
        [brackets] “{ $marks }” is shown on the page as it is. Only words in braces are filled in.
        [empty-note] The footnote { $marks } says nothing.
        [number-link] This did not become a link, so the brackets are shown on the page. A phone number needs none.
        [filled] This did not become a link, so the brackets are shown on the page. What stands in braces cannot be the address of a link.
       *[reference] This did not become a link, so the brackets are shown on the page.
    }
    .help = { $kind ->
        [heading] Write { $instead }
        [letters] Write digits: 1. for a), 2. for b) and so on.
        [task] Take it away: { $instead }
        [span] { $instead ->
            [none] Take it away.
           *[other] Write the words alone: { $instead }
        }
        [signs] { $instead ->
            [none] Take it away.
           *[other] Write the words alone: { $instead }
        }
        [look] { $instead ->
            [none] Take it away.
           *[other] Write the words alone: { $instead }
        }
        [tag] Take it away, and write what the reader should see. An image is written ![Two children at a table](../images/name.jpg)
        [emoji] { $instead ->
            [none] Take it away.
           *[other] Take it away: { $instead } If the sign matters, write in words what it says.
        }
        [box] Begin the line with three colons, a space and fact: ::: fact Title
        [bullet] Begin each item with a hyphen and a space, on a line of its own: { $instead }
        [number] Write a space after the number, and each item on a line of its own: { $instead }
        [table] Write a line of dashes below the heads of the table: { $instead }
        [row] Take away the empty line above, so that all rows of the table stand right below each other.
        [turned] Write the words in square brackets and the address right after them, in round ones: { $instead }
        [cells] Write the table with lines between the columns: | Day | Time | first, |---|---| next, and then a line for each day.
        [bold] Take away blanks within the asterisks, and write two both before and after: **Note!**
        [struck] Take them away. Struck text is hard to read: write only what holds.
        [note] Write the footnote on a line of its own: { $marks }: Its text. Or take the reference away.
        [empty-note] Write its text after the colon, on the same line: { $marks }: Its text. Or take both away, the footnote and the reference to it.
        [brackets] Write { $instead }
        [number-link] Write the number alone in the text, without brackets around the words before it: it becomes a link by itself.
        [fields] If these are two news items, put each in a file of its own.
        [indented] Take the blanks or tabs at the beginning of the lines away.
        [blank] Take away the blank between ] and (.
        [fill] { $instead ->
            [none] Write one brace on each side: { $example }
           *[other] Write { $instead }
        }
        [filled] Write the words in braces alone, without a link around them: { $example }. The number becomes a link by itself.
       *[reference] Write the link like this: [the text](the address)
    }
FC0219 = { $meant ->
        [none] Here is the sign �, which stands for a letter that was lost.
       *[other] Here is “{ $signs }”, which should be “{ $meant }”.
    }
    .help = { $meant ->
        [none] Write the word again, and save the file as UTF-8.
       *[other] The text was copied or saved in the wrong encoding. Write { $meant } instead, or copy the text again, and save the file as UTF-8.
    }
FC0225 = { $kind ->
        [bold] The bold line and the text below it run together on the page.
        [question] The question and the answer below it run together on the page.
       *[lines] These lines run together on the page.
    }
    .help = { $kind ->
        [bold] If the bold line is a heading, write { $line } without asterisks. Else leave an empty line below it.
        [question] Write the question as a heading, so that readers find it: { $line }
        [plain] This is plain text, which cannot have several lines. Write them as one sentence: { $line }
        [field] Write { $field }: | and the lines one by one below it, indented, with a backslash at the end of each but the last: { $line }\
        [folded] After > the lines become one. Write { $field }: | instead, and a backslash at the end of each line but the last: { $line }\
       *[lines] Write a backslash at the end of each line but the last: { $line }\ For a list, begin each line with a hyphen and a space.
    }
FC0226 = { $kind ->
        [empty] This heading is empty.
        [alone] Nothing stands below the heading “{ $heading }”.
        [twice] The heading “{ $heading }” stands twice.
        [attributes] What stands in braces after the heading means nothing here.
       *[underline] The line --- makes a heading of the text above it.
    }
    .help = { $kind ->
        [alone] Write what belongs below it, or take the heading away. If it is a question, readers wait for the answer.
        [twice] Take one away, or write what differs. Who listens to the page's headings cannot tell them apart.
        [empty] Write its words after the signs, or take the line away. Who listens to the page's headings meets one that says nothing.
        [attributes] Take it away. If the heading should have an address of its own, write it with small letters, digits and hyphens: {"{"}#hitta-hit{"}"}
       *[underline] For a ruled line leave an empty line before ---. For a heading take the line away and write ## before the text.
    }
FC0227 = { $address } is a private mail address.
    .help = Write the organisation's own address, one that several people read. What is sent to a private one is hard to register, and nobody answers when that person is away.
FC0228 = “{ $name }” looks like the name of a person.
    .help = { $field ->
        [consent] Write where the consent is kept, such as consent: Dnr 2026/123. The name stays in the file when the consent is taken back.
       *[other] Write a function or unit, such as { $field-name }: Familjeenheten. It holds when somebody leaves, too.
    }
FC0229 = { $kind ->
        [late] This shortcoming was to be mended by { $date }.
       *[old] The accessibility statement rests on an assessment of { $date }. That is more than a year ago.
    }
    .help = { $kind ->
        [late] If it is mended, take it away. Else write a new date, and updated_on: { $today }.
       *[old] Assess the site again, and then write assessed_on: and updated_on: with today's date: { $today }
    }

FC0240 = Here is { $name } ({ $code }).
    .help = { $kind ->
        [turns] Readers see other words than those that stand in the file.
        [line] Readers may see a box, or words that run together.
       *[other] It often comes along when text is copied. The words can be neither found nor copied.
    } { $around ->
        [none] Delete it.
       *[other] { $kind ->
            [line] Write a blank or a new line in its place: { $around }
           *[other] Rub the place out and write it by hand: { $around }
        }
    }
FC0241 = { $kind ->
        [address] The address holds the HTML code “{ $signs }”.
       *[other] Readers see the HTML code “{ $signs }” as it stands.
    }
    .help = { $kind ->
        [tag] Delete it. This is plain text, which cannot have bold words, links or line breaks.
       *[other] { $meant ->
            [blank] Write an ordinary blank, or nothing, instead.
            [none] Delete it.
           *[other] Write { $meant } instead. The code is for HTML, and this is plain text.
        }
    }
FC0242 = The row of the table has more cells than there are headings, so “{ $cell }” is not shown on the page.
    .help = Write one more heading in the first row of the table, and one more dash below it. Or take the cell away. If the sign | is to be shown, write \|
FC0243 = { $kind ->
        [contacts] All phone numbers and mail addresses of { $value } are those of { $name } too: { $same }.
        [one] { $name } has { $same } too, but lies at another address. Is that right?
        [some] { $name } has these too, but lies at another address: { $same }. Is that right?
        [place] By geo: { $value } lies in the very place of { $name }, but it has another address.
        [text] “{ $same }” stands word for word with { $name } too.
       *[name] “{ $value }” has the name of another centre in it: { $name }.
    }
    .help = { $kind ->
        [one] If it is left from { $other }, or a slip, write what { $value } has. If the other file is the wrong one, mend it there. If the two really share it, FC0243 under checks: off: in the file turns the question off.
        [some] If they are left from { $other }, write those that { $value } has. If the other file is the wrong one, mend it there. If the two really share them, FC0243 under checks: off: in the file turns the question off.
        [place] If this file is a copy of { $other }, write lat: and lon: of this address; they can be copied from a map. If it is the same house, FC0243 under checks: off: in the file turns the warning off.
        [text] If it is left from { $other }, write what is right for this centre, or take it away. If the same holds for both, FC0243 under checks: off: in the file turns the warning off.
        [contacts] If this file is a copy of { $other }, write this centre's own numbers and addresses, and look at the booking links and the names of the services too. If you do not have them yet, take them away. If the two really share them, FC0243 under checks: off: in the file turns the warning off.
       *[name] If it is left from { $other }, write what is right for this centre, or take it away. If it is right, FC0243 under checks: off: in the file turns the warning off.
    }
FC0244 = { $kind ->
        [mail] The link leads to { $target }, which is no e-mail address.
        [typed] “{ $target }” looks like an e-mail address but is none, so that no mail gets there.
        [twice] In the link's address https:// stands twice: { $target }
        [sign] In the link's address stands a sign that no website has in its name: { $target }
       *[dot] The link leads to { $target }, and the name of a website has a dot in it.
    }
    .help = { $kind ->
        [mail] Write the whole address, for example name@kommunen.se
        [typed] { $proposal ->
            [none] Write the whole address with what stands after the dot, for example name@kommunen.se. If it is no address, FC0244 under checks: off: in the file turns the warning off.
           *[other] Write { $proposal }
        }
        [twice] Let https:// stand once, at the beginning.
       *[other] Open the page in a browser and copy the address from there.
    }
FC0245 = { $kind ->
        [many] Are these { $count } numbers right, from { $number } to { $last }? None of them is in the municipalities' files.
        [field] Is the number { $number } for signing up right? It is none of the numbers in the municipalities' files.
       *[one] Is the number { $number } right? It is none of the numbers in the municipalities' files.
    }
    .help = { $meant ->
        [none] { $kind ->
            [field] Check it. If it is right, it may stand.
            [many] Check the list, and let the numbers stand that are right: they are shown as they are written, and can be tapped. A number of a centre or a service is better written like { $example }, so that it follows when it is changed.
           *[one] If it is another authority's number, check it and let it stand.{ $proposal ->
            [none] {""}
           *[other] {" "}{ $count ->
                [1] If it is the centre's, write { $proposal }: then it follows when the number is changed in the centre's file.
               *[other] If it is a centre's, write the right one of these: { $proposal }. Then it follows when the number is changed in the centre's file.
            }
            }
        } FC0245 under checks: off: in the file turns the question off.
       *[other] { $kind ->
            [field] If it is the centre's or the service's, that is now { $meant }. Write it if so.{ $removable ->
                [yes] {" "}Or take phone: away here: then the page shows the number by itself.
               *[no] {""}
            }
           *[one] { $count ->
            [1] Did you mean { $meant }? If so, write { $proposal }, which follows when the number is changed in the centre's file.
           *[other] Did you mean one of these: { $meant }? If so, write the right one of { $proposal }. It follows when the number is changed in the centre's file.
        }
        } If it is another's number and right, FC0245 under checks: off: in the file turns the question off.
    }
FC0246 = { $kind ->
        [weekday] “{ $words }” cannot be right. That day is a { $day }.
        [day] There is no such day as “{ $words }”.
        [week] There is no week { $words }.
        [reversed] “{ $words }” ends before it begins.
       *[time] There is no such time as “{ $words }”.
    }
    .help = { $kind ->
        [weekday] { $proposal ->
            [none] If the weekday is right, { $other } may be meant.
           *[other] Write { $proposal } if the date is right. If the weekday is, { $other } may be meant.
        }
        [day] Look in a calendar, and write the day that you mean.
        [week] A year has 52 or 53 weeks. Write the week that you mean.
        [reversed] { $proposal ->
            [none] Write when it ends.
           *[other] Write { $proposal } if the times have changed places, else the times that you mean.
        }
       *[time] { $proposal ->
            [none] Write hours from 0 to 24 and minutes from 00 to 59: 9.45
           *[other] Write { $proposal } if you mean a quarter to. Minutes go from 00 to 59.
        }
    }
FC0247 = { $kind ->
        [paragraph] This paragraph is not translated. It stands word for word in the original: { $original }
        [text] The text is not translated. It stands word for word in the original: { $original }
        [title] The title is not translated. It is the same in the original: { $original }
        [lead] The lead is not translated. It is the same in the original: { $original }
       *[field] The original has something else in { $field ->
            [until] until
           *[other] { $field-name }
        }: { $original }
    }
    .help = { $kind ->
        [paragraph] Translate the paragraph into the language of the file's name, { $language }. If it is to be the same in both, FC0247 under checks: off: in the file turns the warning off.
        [text] Translate the text into the language of the file's name, { $language }. Until it is done: write draft: true among the fields, and the original is shown instead.
        [title] Translate the title into the language of the file's name, { $language }.
        [lead] Translate the lead into the language of the file's name, { $language }.
       *[field] { $proposal ->
            [none] It says { $theirs ->
                [none] nothing
               *[other] { $theirs }
            } there, and { $ours ->
                [none] nothing
               *[other] { $ours }
            } here. Write the same in both files.
           *[other] Write { $proposal } as in the original, or change it there.
        }
    }
FC0248 = There is an activity “{ $title }” already, on the same day and at the same time.
    .help = { $kind ->
        [new] Nothing was added. If it is another activity, give it a title that says what differs. Else change the one there is: id { $id }
       *[other] Take one of them away, or it is shown twice. The other has the id { $id }. If they are two, give them titles that say what differs.
    }
FC0249 = { $kind ->
        [link] The link is to call { $number }, which is no phone number.
       *[text] “{ $number }” looks like a phone number but is none, so that nobody can tap it.
    }
    .help = Write the number like 0611-34 81 00: the area, a hyphen and the rest in groups. If they are two numbers, write both whole. If it is no phone number, FC0249 under checks: off: in the file turns the question off.
FC0250 = The centre lies { $distance } km from the nearest other one of the municipality.
    .help = Compare lat: and lon: with a map: is a digit wrong, or are they those of another place? The nearest other centre is { $other }. If both are right, FC0250 under checks: off: in the file turns the warning off.
FC0251 = { $kind ->
        [season] The season holds for { $services } too, and has hours when it is closed there otherwise.
       *[exception] The exception holds for { $services } too, and has hours when it is closed there otherwise.
    }
    .help = { $kind ->
        [season] If { $services } has hours of its own in the season, write them under seasons: of the service. If it is open like this, FC0251 under checks: off: in the file turns the warning off.
       *[exception] If { $services } has other hours on those days, add an exception at the end of the list, with the same days, closed: true or hours:, and services: [{ $services }]. If it is open like this, FC0251 under checks: off: in the file turns the warning off.
    }
FC0252 = { $kind ->
        [seasons] { $count ->
            [one] A season is over: number { $numbers }.
           *[other] { $count } seasons are over: number { $numbers }.
        }
       *[exceptions] { $count ->
            [one] An exception is over: number { $numbers }.
           *[other] { $count } exceptions are over: number { $numbers }.
        }
    } This one ended on { $last }.
    .help = If you meant another year, mend the date. Otherwise what is over can be taken away. To keep it for next year, FC0252 under checks: off: in the file turns the warning off.
FC0253 = The address leads to a page of your own website.
    .help = { $kind ->
        [made] That page is in the menu already. Take the entry away.
        [centre] Write centre: { $name } in the place of url:. The link then follows to all languages, and fcsite sees to it that the page exists.
       *[page] Write page: { $name } in the place of url:. The link then follows to all languages, and fcsite sees to it that the page exists.
    }
FC0254 = { $kind ->
    [items] The list has { $number } entries; { $most } fit here.
    [text] The text has { $number } characters; { $most } fit here.
    [contacts] The text has more than one table with ::: contacts.
    [boxes] The text has more than { $most } boxes of family centres.
    [menu] { $number } pages ask for a place in the menu; it has room for { $most }.
    [address] The address has { $number } characters; { $most } fit here.
    [host] The server's name has { $number } characters; such a name has { $most } at most.
    [mail] The mail address has { $number } characters; such an address has { $most } at most.
    [special] The exceptions make { $number } rows on the centre's page; { $most } fit there.
    [times] The activities take place { $number } times in the coming year; { $most } fit here.
    [themes] The site uses { $number } themes; { $most } fit here.
    [site] The pages become more than { $most } MB together, far more than the text in content/ needs.
    [assets] The theme's files have { $number } MB together; { $most } MB fit here.
    [centres] The municipality has { $number } centres; { $most } fit here.
    [agenda] All activities of the municipality make some { $number } MB of text on pages and in calendars, in all languages; { $most } MB fit there.
    [name] A name has no words in braces that are to be filled in: it stands in lists, beside times and in calendars.
    [filled] The words in braces become some { $number } characters together; { $most } fit in this text.
    [plan] The pages become more than { $most } MB of text together, in all languages.
    [shared] All { $folders } municipalities share { $number } files, and each has a page of each text: more than a site has room for.
   *[fills] The text has more than { $most } words in braces that are to be filled in.
}
    .help = { $kind ->
        [items] Take out what does not hold any more. If all of it is needed, divide it among several files.
        [menu] Take navigation: true out of the pages that need not be there, or gather them on a page with links.
        [text] Shorten the text. A whole article belongs on a page or in a news item.
        [address] Copy the address once more from the browser, without what follows a question mark.
        [host] Write the name alone, such as kartor.example.
        [mail] Copy the address once more, and nothing else with it.
        [special] Write a period instead of day for day, and what holds for all once, without services:. Take out what is over.
        [themes] Let several municipalities have the same theme.
        [site] Something is repeated very many times. Look for texts, languages or times that come again on all pages, and take out those that are not needed.
        [assets] Put large files elsewhere, and make pictures smaller.
        [centres] Divide them among several municipalities, each in a folder of its own.
        [agenda] Take out the activities that do not hold, or languages that no text is in. Write less under place:, cost:, for: and reason:
        [times] Nobody finds anything among so many times. Take out the activities that do not hold, and write fewer days for those that stand there twice.
        [name] Write the name without braces. A number, an address or hours have fields of their own.
        [filled] Write fewer words in braces. The hours of a whole week stand on the family centre's page, and a link to it is enough.
        [plan] Take out seasons, exceptions and activities that do not hold, or languages that no text is in.
        [contacts] Take away all but one. The table is the same each time.
        [shared] Take out shared texts that are not needed, or put them in the municipalities that they are for.
       *[other] Divide the text among several pages.
    }
FC0255 = { $count ->
        [one] A mobile number stands beside a name: { $number }.
       *[other] { $count } mobile numbers stand beside names, the first is { $number }.
    }
    .help = If it is somebody's own number, write the service's number instead. If it is the workplace's mobile, write what it is for and not who answers. If it is right as it is, FC0255 under checks: off: in the file turns the question off.
FC0256 = { $kind ->
        [passed] The notice “{ $title }” has no last day, and it speaks of days that have passed: { $date }.
       *[old] The notice “{ $title }” has no last day, and has been shown since { $date }.
    }
    .help = Take it away if it holds no longer. Otherwise write until: with the last day on which it is to be shown. What holds for good is better on a page.
FC0257 = { $kind ->
        [whole] { $value } is all day and night.
       *[night] { $value } is in the middle of the night.
    }
    .help = { $kind ->
        [whole] If it is closed that day, write closed. If it is open, write when it opens and closes: 9.00–16.00
       *[night] Did you mean { $proposal }? One in the afternoon is 13. If it is right, FC0257 under checks: off: in the file turns the warning off.
    }
FC0258 = { $field ->
    [city] The town “{ $value }” has digits in it, so the postal code is shown in the wrong place.
   *[street] The street holds a postal code too: “{ $value }”. The page shows it once more.
}
    .help = Write only the street and its number in street:, the postal code in postal_code: and the town in city:. For example: street: Storgatan 1
FC0259 = { $kind ->
    [below] The text below the table becomes a row of it: “{ $row }”
    [few] The row of the table has fewer cells than the table has columns. “{ $row }” may stand below the wrong heading.
    [halves] The row “{ $row }” has fewer cells than the table has columns, and the row below has the rest.
   *[within] “{ $row }” becomes a row of its own in the table, and the words land in its first column.
}
    .help = { $kind ->
        [below] Leave an empty line between the table and the text. If the words belong to the row above, write all of it there: { $joined }
        [few] A cell that is to be empty is written too, as a blank between two | in its place of the row. If this is the one that is missing, write: { $joined }
       *[within] In the file each row of a table must be one line. Write all of it there: { $joined }
    }
FC0260 = { $kind ->
        [fill] { $number } is about { $other }, but this is about { $about }, and the text does not name { $other }.
       *[other] The number { $number } is not that of { $about }. It is that of { $other }, which the text does not name.
    }
    .help = { $kind ->
        [field] { $proposal ->
            [none] Write the number that { $about } has now.
           *[other] Write { $proposal } instead.
        }{ $removable ->
            [yes] {" "}Or take phone: away here: then the page shows that number by itself, also when it is changed.
           *[no] {""}
        } If { $other } is the right one to call, FC0260 under checks: off: in the file turns the question off.
        [fill] { $proposal ->
            [none] Write what holds for { $about }.
           *[other] Write { $proposal } instead.
        } If { $other } is meant, name it in the text too.
       *[other] { $proposal ->
            [none] Write the number that { $about } has now.
           *[other] Write { $proposal } instead. Then the right number stands here, also when it is changed.
        } If the number is to lead to { $other }, say so: Call { $other }, { $number }.
    }
FC0261 = The text is in { $seen ->
        [sv] Swedish
       *[en] English
    }, but the file belongs to the language { $language }.
    .help = { $proposal ->
        [none] Write the text in { $language }, or put it into the file of its language. Until it is done: write draft: true among the fields.
       *[other] Name the file { $proposal }. Or write the text in { $language }, and draft: true among the fields until it is done.
    }
FC0262 = { $kind ->
        [place] The menu leads to { $value } twice.
        [made] “{ $title }” stands in the menu already: fcsite makes that page itself.
       *[title] “{ $title }” stands in the menu twice.
    }
    .help = { $kind ->
        [place] Take this entry away. The first is number { $number } under navigation:.
        [made] Take the entry away if that page is meant. Else give it a title that says what differs.
        [page] Take navigation: true away here, or give the page another title. The other one comes from { $other }.
       *[title] If they lead to the same, take one away. Else give this one a title that says what differs. The first is number { $number } under navigation:.
    }
FC0263 = The text points at something below it (“{ $words }”), but nothing comes there.
    .help = Write what is missing, link to it, or take the words away: { $sentence }
FC0264 = The exception holds for { $days } days, from { $from } to { $to }. Is the year right?
    .help = If it ends earlier, mend to:.{ $proposal ->
        [none] {""}
       *[other] {" "}Did you mean { $proposal }?
    } If it is to hold so long, FC0264 under checks: off: in the file turns the question off.
FC0265 = { $number ->
        [one] The open data of a municipality have no publisher, so there is no catalogue of them for the Swedish data portal.
       *[other] The open data of { $number } municipalities have no publisher, so there is no catalogue of them for the Swedish data portal.
    }
    .help = Write organisation_number: here, for the site, or in the municipality's own municipality.yaml. If your data are not to be on dataportal.se, write checks: {"{"}off: [FC0265]{"}"}.

FC0270 = { $kind ->
        [year] “{ $value }” does not say which year.
       *[form] “{ $value }” is no week or weeks.
    }
    .help = { $kind ->
        [year] Write { $value } and, after it, the year that those weeks are in.
       *[form] Write the weeks and the year that they are in, such as v. 28–30 2027. Several: v. 44 2026, v. 8 2027. Over New Year: v. 52 2026–v. 1 2027
    }
FC0271 = { $year ->
        [none] The weeks “{ $value }” end before they begin.
       *[other] The year { $year } has no week { $week }.
    }
    .help = { $year ->
        [none] { $proposal ->
            [none] Write the first week first.
           *[other] Did you mean { $proposal }?
        }
       *[other] It has { $last } weeks. Write one of them, or the days under from: and to:
    }
FC0272 = { $kind ->
        [date] The day from which the weeks are counted in “{ $value }” cannot be read.
       *[form] “{ $value }” is not understood.
    }
    .help = { $kind ->
        [date] Write the day of the first time: every 2 weeks from 2026-09-01
       *[form] Write one of these: every week, even weeks, odd weeks, every 2 weeks from 2026-09-01, first, first and third, last. The last ones are of the weekday in the month.
    }
FC0273 = { $kind ->
        [many] When the exception holds is said in several ways: { $fields-named }.
        [end] The field to: belongs to from:, which is not here.
       *[none] Nothing says when the exception holds.
    }
    .help = { $kind ->
        [many] Keep one of them. Make another exception for the rest.
        [end] Write from: with the first day, or take to: away.
       *[none] Write from: with the day, and to: if there are several. Or weeks: v. 28–30 2026, or dates: [2026-09-14, 2026-11-02]
    }
FC0274 = { $kind ->
        [many] When the activity is is said in several ways: { $fields-named }.
        [repeat] The field repeat: belongs to day:. Here the dates of the activity are given.
       *[none] Nothing says when the activity is.
    }
    .help = { $kind ->
        [many] Keep one of them.
        [repeat] Take repeat: away, or write day: in place of the dates.
       *[none] Write day: tuesday, days: [monday, wednesday] or date: 2026-10-12
    }
FC0275 = Nothing says when it is instead.
    .help = Write to: with the new day, from: with the new time, or both. If it is cancelled, it belongs under cancelled:
FC0276 = This never holds: exception { $later } further down is for the same days.
    .help = Of two exceptions for a day the later one in the file holds. Take this one away, or move it to the end if it is the right one.
FC0277 = { $kind ->
        [within] The season lies within another one, { $from } to { $to }.
       *[meet] The season runs into another one, { $from } to { $to }.
    }
    .help = On days that are in both the later one in the file holds. Change the days, so that one follows the other. If it is a few days only, they belong under exceptions:
FC0278 = { $kind ->
        [closed] “{ $title }” is on a day ({ $weekday }) when it is closed. It is not shown then.
        [date] “{ $title }” is on { $date }, when it is closed. It is not shown then.
       *[hours] “{ $title }” is outside the opening hours{ $service ->
            [none] {""}
           *[other] { " " }of { $service }
        }: on { $date } they are { $hours }.
    }
    .help = { $kind ->
        [date] Choose another day. If it is open for this activity alone, write the day's hours under exceptions:
        [closed] Change the day, or the hours. If it is open for this activity alone, write the day's hours under exceptions:. If the activity belongs to another service, say which under service: (centre if it is the whole house's).
       *[hours] Are both times right? If the activity belongs to another service, say which under service:. If all is right, FC0278 under checks: off: in the file turns this off.
    }
FC0279 = { $kind ->
        [over] “{ $title }” is over, so it is not shown any more.
        [closed] “{ $title }” never takes place: it is closed each time.
       *[none] “{ $title }” never takes place: no day fits.
    }
    .help = { $kind ->
        [over] Take it away, or write the new term's days under valid_from: and valid_to:
        [closed] Compare the day with the hours and the exceptions. If it is open for this activity alone, write the day's hours under exceptions:. If the activity belongs to another service, say which under service: (centre if it is the whole house's).
       *[none] Compare day:, repeat:, valid_from:, valid_to: and except: with a calendar.
    }
FC0280 = The sign-up for “{ $title }” closed on { $closes }, and the page says so now.
    .help = If there is room left, write a new day under closes:, or take it away. If it is right there is nothing to do: in two weeks you are not reminded any more.
FC0281 = “{ $title }” is not { $kind ->
        [weeks] in { $date }
       *[moved] on { $date }
    }, so there is nothing to { $kind ->
        [moved] move
        [cancelled] cancel
       *[except] leave out
    }.
    .help = { $kind ->
        [weeks] Take it out of except:. Or write weeks in which the activity was to be.
        [except] { $proposal ->
            [none] Take the day out of except:. Or write a day on which the activity was to be.
           *[other] Take the day out of except:. Or write { $proposal } if that is the one you mean.
        }
       *[other] { $proposal ->
            [none] Write a day on which it was to be.
           *[other] Did you mean { $proposal }?
        }
    }
FC0282 = “{ $title }” is moved to { $date }, when it is closed. It is shown as cancelled.
    .help = Choose another day. If it is open for this activity, write that day's hours under exceptions:
FC0283 = “{ $title }” is in { $kind ->
        [odd] odd
       *[even] even
    } weeks, but begins on { $date } in week { $week }.
    .help = { $kind ->
        [odd] Did you mean even weeks? Else the first time is a week later.
       *[even] Did you mean odd weeks? Else the first time is a week later.
    }
FC0284 = { $kind ->
        [day] “{ $value }” names another weekday than day:.
       *[start] “{ $value }” does not say from which day the weeks are counted.
    }
    .help = { $kind ->
        [day] Take the weekday out of repeat:, or write { $day-named } under day:
       *[start] Write the day of the first time: every 2 weeks from 2026-09-01. Or write it under valid_from:
    }
FC0285 = { $kind ->
        [season] After { $date } no hours are said, and that is soon.
       *[activities] { $count ->
            [1] “{ $title }” ends on { $date }, and nothing is on after it.
           *[other] The term ends on { $date }: “{ $title }” and all other activities are over then, and nothing is on after them.
        }
    }
    .help = { $kind ->
        [season] Say under hours: what holds then, or add the next season under seasons:
       *[activities] Add the next term’s activities with valid_from:, or take valid_to: away if they go on. If that is not decided yet, FC0285 under checks: off: in the file turns this off.
    }
FC0286 = { $kind ->
        [holiday] “{ $reason }” is on { $date }, when it is closed anyway: { $name }.
       *[usual] “{ $reason }” is on { $date }, when it is closed anyway, as always on that weekday ({ $name }).
    }
    .help = Write the day on which you are closed for it. If the day is right, take the line away: nobody comes then.
FC0287 = { $count ->
        [1] The activity { $titles } does not say for which age or for whom it is.
       *[other] { $count } activities do not say for which age or for whom they are: { $titles }{ $more ->
            [0] .
           *[other] { " " }and { $more } more.
        }
    }
    .help = Write the age: age_months: {"{"}min: 0, max: 12{"}"}. If it is for everyone, say so: for: Everyone is welcome
FC0288 = { $kind ->
        [moved] “{ $title }” is moved from { $date } to { $other }. That is far apart.
        [twice] “{ $title }” stands both under cancelled: and under moved: on { $date }. It is shown as cancelled.
       *[closes] The last day to sign up for “{ $title }” is { $date }, but it is over on { $other }.
    }
    .help = { $kind ->
        [moved] Are year and month right in both?
        [twice] Keep one of them.
       *[closes] Change closes:, or when the activity ends.
    }
FC0289 = “{ $title }” is without sign-up (access: drop_in), but it also says how to sign up. The page shows both.
    .help = Write access: booking if one is to sign up. Else take registration: away.
FC0290 = { $count ->
        [0] This group of synonyms has no words.
       *[other] “{ $word }” has no other word that means the same.
    }
    .help = Write at least two in each group: [[The yellow house, Fittja]]. All who search for one of them find what has another.

FC0310 = { $file } cannot be brought in: { $reason }
    .help = Nothing is written. What can be brought in are activities from Excel (.xlsx) or CSV, texts from Word (.docx) and exports of WordPress (.xml).
FC0320 = The map cannot be read: { $reason }.
    .help = The file has to be GeoJSON with borders and water in WGS 84 (EPSG:4326). Save it so from the map program, or remove the file: then there is no map.
FC0321 = { $reason }
    .help = Write the centres' places in their files (geo: lat and lon), or replace the map { $file } with one that reaches further. Without a map file there is no map, and the list says the same.
FC0330 = The archive in { $folder } is damaged: { $file } { $what }.
    .help = Nothing in the archive was changed, and nothing is added before it is whole. Restore the file from a backup. Without one, leave the folder as it is, ask the archivist, and begin a new archive in an empty folder.
FC0331 = The archive in { $folder }: { $reason }.
    .help = { $kind ->
        [show] Nothing was written. Write the archive's folder and a day: fcsite archive show { $folder } 2026-03-01
       *[add] Nothing in the archive was changed. Mend what is in the way, and run: fcsite archive { $folder }
    }
