# What fcsite check --explain says of FC0001 to FC0069, in English: a title, why it matters, and an example wrong and right.
# The examples are tried: tests/content/explained/files.txt says in which file.

### Files and folders

explain-FC0001 = There is no content/site.yaml
    .why =
        fcsite looks for content/site.yaml in the folder where you are, and then in the folders above it. That file holds the title, the address and the languages of the whole site, so without it there is nothing to build.

        Most often you are simply in another folder: go to the one that holds content/, or name it with --source. If you are beginning a new site, run fcsite init: it makes a small site for you to go on from, and this file is in it.

explain-FC0002 = A file or folder cannot be read
    .why =
        The computer will not let fcsite read this; the message gives the reason. Nothing is published until it can be read, because a page could otherwise be missing or out of date without anybody noticing.

        Check that the network drive is connected and that the file is still there. If the reason mentions permission, ask your IT support to let your account read it. A file that is no longer needed can be moved out of content/.

explain-FC0003 = The file is not saved as UTF-8
    .why =
        UTF-8 is the way to store text that has room for å, ä and ö as well as for Arabic and Tigrinya. This file is stored in another way, and fcsite does not guess what the letters are: parents might read “?ppet” instead of “öppet”.

        Open the file in your text editor and see that every letter looks right. Then choose Save as, and UTF-8 where it asks for the encoding. A Word document is not plain text: copy its words into a file that is.

explain-FC0004 = The file is too large
    .why =
        A file of text may be 2 MB, which is more than a thick novel. A larger one is nearly always something else by mistake: a picture pasted into the text as long rows of letters, say, or a document with the wrong ending.

        Take out what does not belong there, and put pictures in images/. If it really is that much text, make several pages of it; readers will thank you.

explain-FC0005 = A folder in content/ is not a municipality
    .why =
        Each folder in content/ is a municipality, and its name is the beginning of the addresses of its pages. The only exception is _shared, which holds what all municipalities show. The municipality's name, code and accessibility statement are in municipality.yaml; without that file there is nothing to put at the top of each page.

        If the folder is a new municipality, write municipality.yaml with at least name: and code:. If it holds notes, drafts or old pictures, move it out of content/. If it is empty, take it away.

explain-FC0006 = A name cannot be part of a web address
    .why =
        The names of files and folders become web addresses, and the id of an activity is its lasting name. Spaces, capitals and å, ä and ö in an address break easily when it is copied into a text message or read out over the phone. So use only a–z, 0–9 and hyphens; the message proposes a name, with a for å and ä, and o for ö.

        This is only about the address. The title that readers see may be written just as you like.
    .wrong =
        activities:
          - id: Sångstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30
    .right =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30

explain-FC0007 = A file lies where nothing reads it
    .why =
        fcsite reads site.yaml, municipality.yaml and what lies in centres/, news/, pages/ and images/. This file lies somewhere else or has another ending, such as .yml instead of .yaml or .txt instead of .md, so nothing in it comes onto the site. Somebody may well believe that it is published.

        If it belongs on the site, move it or give it the right ending. If it does not, the best place for it is outside content/. It may also stay, since it is never published: then write checks: {"{"}off: [FC0007]{"}"} in municipality.yaml, or in site.yaml for files in _shared or directly in content/.

explain-FC0008 = Two sources for one address
    .why =
        An address can lead to one page only. Here two files want the same, and whichever lost would never be found by anyone.

        It is often a text of your own with the same name as one in _shared, the same page as both om.md and om.sv.md, or an old address under aliases: that is in use again. Decide which of them keeps the address, preferably the one that others already link to, and give the other a new name.
    .wrong =
        aliases:
          - /om/  # this is the address of pages/om.md
    .right =
        aliases:
          - /om-oss/

explain-FC0009 = A symbolic link instead of a file
    .why =
        A symbolic link is a kind of shortcut: it looks like a file but only points to one somewhere else on the computer. fcsite does not follow links, since they can lead out of the site's folder to something that was never meant to be public. They also break when the folder is copied to another computer.

        Put the file itself here. If several municipalities need it, put it in _shared, which all of them show.

explain-FC0010 = The municipality after --only or -m does not exist
    .why =
        With --only you build some municipalities and leave the rest of the site as it is. With fcsite new … -m you say which municipality a new centre or news item belongs to. In both, write the name of the municipality's folder in content/: upplands-vasby, not Upplands Väsby. There is no folder with the name that you wrote.

        Check the spelling, or look in content/ to see what the folder is called. Leave --only out if you want to build everything. If the municipality is new, make it first with fcsite new municipality.

explain-FC0011 = A character that no text has
    .why =
        On this line there is an invisible character that is neither a letter, a space nor a line break. Such characters come along when text is copied from a PDF or an old program. The news feed cannot carry them, and readers may see an empty box instead.

        Go to the place that the message shows, delete from the last letter before it to the first one after, and type those again. The character may also be written as a code, such as \x10 within quotation marks or &#16; in running text. Then delete the code.
    .wrong =
        title: "Kaffe\x10te"
    .right =
        title: Kaffe och te

explain-FC0012 = A name that fcsite uses itself
    .why =
        Some addresses belong to pages and files that fcsite makes: nyheter, familjecentraler, tillganglighet, sok, filer, assets, api, data and datasets, in municipalities kalender, affisch and sida too, at the top cname too, and everywhere the languages of the site, such as en. A page or municipality of the same name would get in their way. One of them, tillganglighet, is the accessibility statement that DOS-lagen (2018:1937) demands.

        Choose another name for the file or folder, such as om-nyheterna. The title that readers see is still yours to choose.

explain-FC0013 = A copy beside its original
    .why =
        When two people save at the same time, a synchronised folder keeps both: OneDrive, Dropbox, Nextcloud, Syncthing and iCloud each put a file beside the first one, with a computer's name, a date, (1) or “conflicted copy” in its name. A file that is copied beside itself gets a name of that kind too. If both were published, the same item would be there twice, and nobody would know which is right.

        So the original counts, and nothing of the copy is published. It may still hold what somebody has just written: open both, move what is right into the original, and take the copy away. A picture whose name looks like a copy's counts all the same where a text shows it.

explain-FC0014 = A name that Windows cannot have
    .why =
        The names con, prn, aux, nul, com0 to com9 and lpt0 to lpt9 belong to devices in Windows, with an ending or without; a name must not end with a dot or a blank there, nor hold any of < > : " | ? * \. On other computers they work, and that is the trouble: the colleague with Windows can neither fetch the site nor open the folder, and a server with Windows cannot take the page.

        Give the file or folder another name. The title that readers see is still yours to choose.

explain-FC0015 = A name that is too long
    .why =
        The name of the file becomes the page's address. Most disks have room for 255 letters in a name, and Windows for 260 in all of the way to a file, with the folders before it. A long name works on one computer and cannot be copied to the next; nor does it fit into a text message.

        A few words are enough, and they need not be those of the title. Names of pictures may be longer, since they are cut when they are published.

### Fields as such

explain-FC0020 = The fields cannot be read
    .why =
        The fields are written in a format called YAML: a name, a colon, a space and a value. It depends on spaces and punctuation, so a single character out of place makes it unclear what belongs where.

        The usual slips: a text with a colon and a space in it, which then needs straight quotes around it ("…"); a quotation mark or bracket that is missing; a tab instead of spaces; a field further in or out than the others of its group; a value that begins with @, % or *. If the line shown looks right, look at the one above.
    .wrong =
        title: Open house: everyone is welcome
    .right =
        title: "Open house: everyone is welcome"

explain-FC0021 = There is no such field
    .why =
        Each kind of file has its own fields, and this is not one of them. fcsite does not skip what it does not know: then the address would be missing from the page, and nobody would notice until a parent stood in the wrong square.

        It is often a slip of the hand. Fields may be written in English or Swedish: address: and adress: are the same field. If the name is right, look at the spaces before it: a field too far in or out ends up in another group. Most fields stand, with a word about each, in the files that fcsite new writes; fcsite schema prints them all.
    .wrong =
        adres:
          street: Fittja Torg 19
    .right =
        address:
          street: Fittja Torg 19

explain-FC0022 = A required field is missing
    .why =
        Some fields must be there for the page to make sense: a centre has a name, an address has a street. In the accessibility statement they are there because DOS-lagen (2018:1937) asks for just those facts.

        Write the field that the message names. If you do not know the answer yet, do not make one up: leave out the whole group, such as address:, and fcsite reminds you of it if it is needed.

        A news item without a lead is an error, but in a draft (draft: true) it is a warning: the lead may come later, and no draft is published.
    .wrong =
        address:
          postal_code: 145 61
          city: Norsborg
    .right =
        address:
          street: Fittja Torg 19
          postal_code: 145 61
          city: Norsborg

explain-FC0023 = A value of the wrong kind
    .why =
        Some fields hold a text, others a number, a list, a group of fields, or yes or no. The message says which kind is meant. Only then can the page say it in each reader's language: true becomes ja on the Swedish page and yes on the English one.

        Yes and no may be written true and false too, but not in quotes. A number has a decimal point: 59.2488. A list has one line for each item, with a hyphen first. A text that looks like something else, such as "true", stands in straight quotes.
    .wrong =
        premises:
          step_free: "true"
    .right =
        premises:
          step_free: true

explain-FC0024 = A value that is not one of those allowed
    .why =
        For this field there is a fixed choice of words. The page shows each of them in the reader's own language, and those who use the open data rely on them, so there is no room for words of your own.

        The message lists the words that you can choose from. If a service fits none of them, write kind: other and say what it is with name:.
    .wrong =
        status: opend
    .right =
        status: open

explain-FC0025 = The same field twice
    .why =
        The field stands in two places in the same group. Only one of them could count, and fcsite does not guess which is right.

        Keep the right one and take the other away. Two opening times on the same day go on one line, with a comma between.
    .wrong =
        hours:
          monday: 9–12
          monday: 13–16
    .right =
        hours:
          monday: 9–12, 13–16

explain-FC0026 = The text after # is not shown
    .why =
        A space followed by # begins a note to yourself, which readers never see. Here there is text right after the #, so it looks like a number or a hashtag that was meant to be read.

        If readers should see it, put the whole text in straight quotes. If it is a note, it is all right as it is: write a space after the # as well, and the warning goes away.
    .wrong =
        title: Follow us at #familjecentral
    .right =
        title: "Follow us at #familjecentral"

explain-FC0027 = The file does not begin with its fields
    .why =
        News and pages begin with a line of three hyphens, then the fields, then three hyphens again. Among the fields are title: and, in news, lead:. Without a title the page has no name in lists, search results and browser tabs, and a page must have one by WCAG 2.4.2.

        Nothing may come before the first line, not even an empty line. Look out for programs that turn three hyphens into a long dash on their own.

explain-FC0028 = The fields at the top have no end
    .why =
        The file begins with three hyphens, as it should, but there is no second line of three hyphens after the fields. So fcsite cannot tell where the fields end and your text begins.

        Write the line after the last field. It holds three hyphens at the very left and nothing else: no space before them, and no long dash instead of them.

explain-FC0029 = The text is empty
    .why =
        The field is there, but nothing is written in it. On the page it would be a gap: a heading without words, or a link that a screen reader cannot name. A page without a title does not meet WCAG 2.4.2.

        Write what belongs there. If you have nothing to say and the field is optional, take the whole line away. Do not fill the gap with a dash; it tells readers nothing.
    .wrong =
        lead:
    .right =
        lead: The open preschool is open all summer, and you do not need to book.

explain-FC0030 = Fields nested or repeated beyond all use
    .why =
        There are lists and groups inside one another here, more than 32 levels deep, or far more values than any centre has. All that you need to say fits in five levels. fcsite stops because a short text can be written so that it fills the whole memory of the computer.

        It has usually happened when text was pasted in the wrong place, or the file comes from another program. Take away what does not belong there, above all names that begin with & or *, and keep to the fields that fcsite new writes.

explain-FC0031 = The file is empty
    .why =
        The file has the right name in the right place, but it holds nothing. A centre would get a page without even a name.

        Perhaps it was made to be filled in later, or something went wrong when it was saved; then look for an earlier copy. Fill it in, or take it away until you know what it should say.

explain-FC0032 = Quotation marks that will be seen on the page
    .why =
        Word and many other programs turn straight quotes ("…") into curly ones (”…”). YAML, which the fields are written in, only knows the straight ones. Curly quotes become part of the text, so readers see them on the page, in lists and in search results. The same goes for a straight quote alone at the end of a text: the first one is missing.

        Take the quotes away; most texts need none. A text with a colon in it does, and then they are straight at both ends: "Open house: everyone is welcome".

        If readers should see them, say because the whole title is something that somebody said, it is all right as it is. Then write checks: {"{"}off: [FC0032]{"}"} among the fields of the file.
    .wrong =
        title: ”Öppet hus”
    .right =
        title: Öppet hus

### Values

explain-FC0033 = A sign that cannot be seen, on a line with an error
    .why =
        Text that is copied from Word, mail or web pages can hold signs that cannot be seen or that look like others: no-break spaces, signs of no width, long hyphens, letters of other alphabets. To the computer “open” with such a sign is another word than “open”, though you see no difference.

        fcsite mentions the sign only on a line where something else is wrong already, since it may be the reason there. Delete the line and type it again, and the sign is gone.

explain-FC0040 = Not a date
    .why =
        Dates have a year, a month and a day, best written as 2026-03-14; 14 March 2026 is taken too. Where the year is missing, or the numbers can mean two days (05/03/24), fcsite does not know which one you mean, and a family that comes on the wrong day meets a closed door. On the page the date is shown as people read it, in the page's own language.

        The day must also exist: there is no 30 February. If you do not know the exact day, leave the field out; only planned_opening: can be a year or a month.
    .wrong =
        opened: 27 January
    .right =
        opened: 2021-01-27

explain-FC0041 = Not a time of the day
    .why =
        Write times by the 24-hour clock, such as 9, 9.00 or 09:00, with a dash from one to the other. Several on the same day have a comma between, and a day without hours is closed. From this fcsite makes the table of opening hours, the calendar, and the facts that search engines show; it can do none of that with words such as “mornings”.

        What needs explaining fits better in a notice under notices:, or as an activity of its own.
    .wrong =
        hours:
          monday: 9.75–12
          tuesday: closed
    .right =
        hours:
          monday: 9–12
          tuesday: closed

explain-FC0042 = An interval ends before it begins
    .why =
        Opening hours run from an earlier time to a later one on the same day. Parents plan their day by them, so fcsite does not guess which of the two times is wrong.

        Often an afternoon time has been written by the 12-hour clock: four in the afternoon is 16.
    .wrong =
        hours:
          wednesday: 13–4
    .right =
        hours:
          wednesday: 13–16

explain-FC0043 = Two intervals of a day cross
    .why =
        Two opening times on the same day overlap, so it is unclear what holds in between. Perhaps one of the times is wrong; perhaps they should be one.

        If they belong to different services, say that the clinic is open in the mornings and the open preschool until three, give each service its own hours: under services:. Then the page shows whose they are.
    .wrong =
        hours:
          monday: 9–12, 11–15
    .right =
        hours:
          monday: 9–15

explain-FC0044 = Not a weekday
    .why =
        The days are monday to sunday. They may be shortened (mon, thurs) and written in Swedish. On the page they are shown in the reader's own language.

        Days with the same hours can share a line: monday-thursday. A range goes forward within the week; for friday to monday, write friday-sunday and monday.
    .wrong =
        hours:
          mondag: 9–12
    .right =
        hours:
          monday: 9–12

explain-FC0045 = A weekday is given twice
    .why =
        The same day has hours on two lines, often because one of the lines is for several days, such as monday-friday. Only one line could count, and fcsite does not guess which.

        Let each day be on one line. If one day differs from the rest, end the range before it.
    .wrong =
        hours:
          monday-friday: 9–16
          friday: 9–13
    .right =
        hours:
          monday-thursday: 9–16
          friday: 9–13

explain-FC0046 = Not a Swedish phone number
    .why =
        Write the number with its area code, 8 to 10 digits in all, such as 08-530 610 00; +46 first is fine too. Readers call by pressing the number on the page, and without the area code they reach nobody, or somebody else.

        A field for a phone number holds nothing else: write what it is for in a text. If you do not know the number, take the field away.
    .wrong =
        phone: 530 610 00
    .right =
        phone: 08-530 610 00

explain-FC0047 = Not a postal code
    .why =
        A Swedish postal code has three digits, a space and two digits, and never begins with 0. In that form it is easy to read, and it looks the same on all pages and in the open data.

        If you do not know it, leave the field out. The street is what families need most.
    .wrong =
        address:
          street: Fittja Torg 19
          postal_code: 1456
    .right =
        address:
          street: Fittja Torg 19
          postal_code: 145 61

explain-FC0048 = Not an e-mail address
    .why =
        On the page the address becomes a link that opens a new message. If it is wrong, a question from a parent goes nowhere, and nobody finds out.

        Write one address, with @ and no spaces, as you would write it in your mail program. Choose the address of a function or a unit rather than a person's: people change jobs, and an address with a name in it is personal data (GDPR).
    .wrong =
        email: fittja(at)botkyrka.example
    .right =
        email: fittja@botkyrka.example

explain-FC0049 = Not a web address
    .why =
        Write the whole address, beginning with https://. Without that, a browser would look for the page within this site and say that it does not exist. The surest way is to copy it from the browser's address bar.

        There must be no spaces in it, and no user name or password. Only allowed_hosts: is the other way round: there you write the host alone, such as kartor.example, without https://.
    .wrong =
        url: www.botkyrka.example/fittja
    .right =
        url: https://www.botkyrka.example/fittja

explain-FC0050 = An address that a page must not carry
    .why =
        What stands before the first colon decides what happens when a reader presses the link. An address that begins with file: leads to your own computer or network, where no reader can follow, and javascript: or data: can run program code in the reader's browser.

        In this field write an address that begins with https://. Mail addresses and phone numbers have fields of their own, email: and phone:. In the accessibility statement, feedback_url: leads to a form, since DOS-lagen (2018:1937) asks for more than a mail address.
    .wrong =
        url: file://server/familj/fittja.html
    .right =
        url: https://www.botkyrka.example/fittja

explain-FC0051 = The place is outside Sweden
    .why =
        The place is given as latitude (lat) and longitude (lon) in degrees, the system called WGS 84. In Sweden lat is between 55 and 69.5 and lon between 10.5 and 24.5. A single lost digit moves the centre to Norway, and maps and apps that use the open data send families there.

        Find the entrance in a map service and copy both numbers, with a decimal point. Very large numbers, such as 6574000, are in SWEREF 99: ask for WGS 84 instead.
    .wrong =
        geo:
          lat: 59.2488
          lon: 7.8603
    .right =
        geo:
          lat: 59.2488
          lon: 17.8603

explain-FC0052 = Latitude and longitude are swapped
    .why =
        The place would be in Sweden if the two numbers changed places. Some services give longitude first, so this easily happens when you copy them. Left like this, the centre lands in the Arabian Sea.

        In Sweden the latitude (lat) is always the larger number, between 55 and 70.
    .wrong =
        geo:
          lat: 17.8603
          lon: 59.2488
    .right =
        geo:
          lat: 59.2488
          lon: 17.8603

explain-FC0053 = Not a municipality code
    .why =
        Statistics Sweden (SCB) has a code of four digits for each municipality: two for the county and two for the municipality. The open data use it to say whose centres these are, since a name can be spelled in more than one way.

        Write all four digits in straight quotes, so that a 0 at the beginning is kept. You find the code at SCB, in the list “Län och kommuner i kodnummerordning”.
    .wrong =
        code: "127"
    .right =
        code: "0127"

explain-FC0054 = SCB has no municipality with this code
    .why =
        The code has four digits, as it should, but none of Sweden's 290 municipalities has it. Usually two digits have changed places. The site is published all the same, but those who use the open data cannot tell which municipality it is.

        Look the code up at SCB, in the list “Län och kommuner i kodnummerordning”. If SCB has just given the municipality a new code, fcsite may not know it yet: then leave it, and write checks: {"{"}off: [FC0054]{"}"} in municipality.yaml.
    .wrong =
        code: "0172"
    .right =
        code: "0127"

explain-FC0055 = Not a language code
    .why =
        Languages are written with short codes: sv Swedish, en English, fi Finnish, ar Arabic, so Somali, ti Tigrinya, fa Persian, uk Ukrainian, ckb and kmr for Kurdish. The page tells the reader's device which language a text is in, so that a screen reader pronounces it rightly; WCAG 3.1.1 and 3.1.2 demand that. Readers see each language under its own name, not the code.

        The same codes stand in the names of files: om.en.md is the English version of om.md.
    .wrong =
        spoken_languages:
          - sv
          - fin
    .right =
        spoken_languages:
          - sv
          - fi

explain-FC0056 = A period ends before it begins
    .why =
        The last day comes before the first, so nothing would ever be shown, and families would not be told that you are closed.

        Often the year is the cause: a period that begins in December ends in the next year. Write the earlier date first.
    .wrong =
        exceptions:
          - from: 2026-12-21
            to: 2026-01-06
            closed: true
            reason: Closed for Christmas
    .right =
        exceptions:
          - from: 2026-12-21
            to: 2027-01-06
            closed: true
            reason: Closed for Christmas

explain-FC0057 = Not a year, a month or a date
    .why =
        A planned opening is a year ("2027"), a month ("2027-04") or a day ("2027-04-12"), in straight quotes. Then fcsite can show it in every language, and remind you when the time has passed and the page needs new facts.

        Be only as exact as you know. If it is to be in the spring, write the year, and mention the spring in a notice or in news.
    .wrong =
        status: planned
        planned_opening: spring 2027
    .right =
        status: planned
        planned_opening: "2027"

explain-FC0058 = The old address cannot be one of this site
    .why =
        Under aliases: you write the page's old addresses, so that saved links and search results still lead here: fcsite makes a page at each that sends readers on. Such an address begins with a slash and is counted from the municipality's own folder, without the site's name, since the folder has to work at any address. If you copy it from the browser with the municipality's folder first, that is understood as well.

        Addresses of the system before can be taken as they were, with capital letters, underscores and .html or .htm at the end: /Gammal-Sida/, /om_oss/, /4.6a52b0f.html. Others no file can stand for: those that end with .aspx or .php, that have ?, % or å, ä and ö in them, or that differ from one of this site's in upper and lower case alone. Ask those who look after the web server to send readers on from these. In Apache that is a line such as Redirect 301 /gammal/sida.aspx /om/, in nginx location = /gammal/sida.aspx {"{"} return 301 /om/; {"}"}.
    .wrong =
        aliases:
          - https://www.botkyrka.example/fittja/
    .right =
        aliases:
          - /fittja/

explain-FC0059 = The ages are in the wrong order
    .why =
        The youngest age (min) is higher than the oldest (max), so the activity would be for nobody.

        Both are counted in months. Perhaps one of them is in years: a child of one year is 12 months old.
    .wrong =
        activities:
          - id: babysang
            title: Baby singing
            day: tuesday
            from: 10.00
            to: 10.30
            age_months:
              min: 6
              max: 1
    .right =
        activities:
          - id: babysang
            title: Baby singing
            day: tuesday
            from: 10.00
            to: 10.30
            age_months:
              min: 6
              max: 12

explain-FC0060 = Not a WCAG success criterion
    .why =
        Under wcag: you say which requirement a shortcoming fails, by its number alone, in three parts: "1.2.2" is captions for films. DOS-lagen (2018:1937) demands that the accessibility statement lists every known shortcoming, and with the number anyone can look up what it is about.

        The number is in the report from your accessibility test. If you do not know it, leave wcag: out and describe the shortcoming in plain words; that is what readers need most.
    .wrong =
        accessibility_statement:
          status: partially
          assessed_on: 2026-05-04
          updated_on: 2026-05-04
          method: self
          feedback_url: https://www.botkyrka.example/tillganglighet
          issues:
            - what: The film about the open preschool has no captions.
              wcag:
                - WCAG 1.2.2
    .right =
        accessibility_statement:
          status: partially
          assessed_on: 2026-05-04
          updated_on: 2026-05-04
          method: self
          feedback_url: https://www.botkyrka.example/tillganglighet
          issues:
            - what: The film about the open preschool has no captions.
              wcag:
                - "1.2.2"

explain-FC0061 = The site's own language is left out
    .why =
        The texts are written in the site's own language, Swedish unless language: says otherwise, and the other languages are translations of them. Where a translation is missing, the page shows the original; so the site's own language must always be among them.

        Add it to the list. Its place there does not matter: fcsite puts it first.
    .wrong =
        languages:
          - en
    .right =
        languages:
          - sv
          - en

explain-FC0062 = The same item twice in a list
    .why =
        The same thing stands twice in the list. Readers would see it twice and wonder if something else was meant, and they may be right: check whether one of the two should have been another.

        Correct it, or keep one of them. An activity's id may also be used only once in a centre; give the second one a name of its own.
    .wrong =
        spoken_languages:
          - sv
          - fi
          - fi
    .right =
        spoken_languages:
          - sv
          - fi

explain-FC0063 = A list that needs at least one item
    .why =
        This list must not be empty. A centre without a single service tells a family nothing about why they should come, and it is from the services that fcsite can tell a family centre from one that is like a family centre.

        Write what there is. If the centre is not open yet, write what is planned. If nothing is known yet, hold the file back until it is.
    .wrong =
        services: []
    .right =
        services:
          - kind: child_health
          - kind: open_preschool

explain-FC0064 = A text in a language that the site does not have
    .why =
        The end of the file's name says which language it is in: om.fi.md is in Finnish. But the language is not among those of the municipality or the site, so the text is published nowhere, and those whom it was translated for cannot read it.

        Add the language to languages: in municipality.yaml or site.yaml. The theme then needs words for its menus and headings in that language; fcsite tells you if they are missing. If you are waiting for more translations first, it is all right to leave as it is: write checks: {"{"}off: [FC0064]{"}"} among the fields of the file, and take it away when the language comes.

explain-FC0065 = There is no such code
    .why =
        Under checks: and off: you list the warnings that you do not want to see. This code does not exist, so no warning would be turned off, and you might believe that one was.

        A code is FC and four digits. It is at the beginning of each warning, in square brackets: copy it from there. If the line is no longer needed, take it away.
    .wrong =
        checks:
          off:
            - FC9999
    .right =
        checks:
          off:
            - FC0088

explain-FC0066 = An error cannot be turned off
    .why =
        Under checks: and off: you can turn off warnings, which are advice. This is the code of an error: something that would make the page wrong, unsafe or impossible to make. So nothing is published until it is mended, and it cannot be turned off.

        Take the code away from the list. To see how to mend what it is about, run fcsite check --explain with the code after it. If you are sure that nothing is wrong, the fault is in fcsite: please report it.
    .wrong =
        checks:
          off:
            - FC0021
    .right =
        checks:
          off:
            - FC0088

explain-FC0067 = The code is another municipality's than the name
    .why =
        Statistics Sweden (SCB) has a code for each municipality. This code exists, but it is not that of the municipality under name:. In the example Nacka has been given the code of Huddinge. Readers see the name, but those who use the open data go by the code, and to them the centres are in the wrong municipality.

        Often the file was copied from another municipality. Correct whichever of the two is wrong. You find the code at SCB, in the list “Län och kommuner i kodnummerordning”. If both are right, say because the municipality has just changed its name, leave them and write checks: {"{"}off: [FC0067]{"}"} in municipality.yaml.
    .wrong =
        name: Nacka kommun
        code: "0126"
    .right =
        name: Nacka kommun
        code: "0182"

explain-FC0068 = This is not an organisation number
    .why =
        The number says who publishes the open data. The Swedish data portal (dataportal.se) puts together all that an organisation publishes by it, so with a wrong one your data end up with somebody else, or nowhere.

        It has ten figures, and the last one is counted from the others: so fcsite sees a slip of one figure. The third is never lower than 2, which tells the number from a person's.
    .wrong =
        organisation_number: 232100-0017
    .right =
        organisation_number: 232100-0016

explain-FC0069 = A colour that cannot be read
    .why =
        Under look: you write the municipality's colour, and fcsite makes all other colours of it. So it must be one that computers know: # and six characters (digits and a–f), as your graphic profile has it under “web”, “hex” or “RGB”.

        Put quotes around it. Without them YAML takes # for the beginning of a remark, and then there is no colour at all. A colour that lets what is behind it through will not do either: nobody knows what contrast it gets. If the profile has a name or a PMS number alone, ask whoever keeps it for the colour for the web.
    .wrong =
        look:
          colour: "#9d0f3"
    .right =
        look:
          colour: "#9d0f3f"
