# What `fcsite check --explain` says of the codes from FC0070 on, in English: the rules of the content, Markdown, images, themes,
# publishing, new files, and what `fcsite check` looks for. Under .wrong and .right stands what people write; tests try it.

## 70–99: rules of the content

explain-FC0070 = A centre lacks services that its type needs
    .why =
        What a centre is called is a promise to parents. A family centre has four services under the same roof: midwife (maternal_health), child health (child_health), open preschool (open_preschool) and social services (social_services). A centre like a family centre (family_centre_like) has child health and at least one of the municipality's services.

        If the service is there but nobody has written it down, add it. If it is not there, write type: family_centre_like, or take the field type away: fcsite then works the type out from the services.
    .wrong =
        type: family_centre
        services:
          - kind: child_health
          - kind: open_preschool
    .right =
        type: family_centre
        services:
          - kind: maternal_health
          - kind: child_health
          - kind: open_preschool
          - kind: social_services

explain-FC0071 = A planned opening on a centre that is not planned
    .why = The field planned_opening tells parents when a new centre is expected to open, so it belongs with status: planned and nothing else. A page that says both “open” and “opens later” leaves people unsure whether to go there. If the centre has opened, take planned_opening away and write opened: with the date. If it has not, write status: planned.
    .wrong =
        status: open
        planned_opening: "2026-11"
    .right =
        status: open
        opened: 2026-11-02

explain-FC0072 = A service that the centre does not have
    .why =
        Other hours can be for some of the services only: the open preschool may be closed while child health is open as usual. Each service that you name must then be one of those under services: in the same file, for otherwise nobody would see the notice.

        Is it a slip, or is the service missing from the list? The centre in the example has child health and an open preschool, so it is the open preschool that is closed.
    .wrong =
        exceptions:
          - from: 2026-12-21
            to: 2026-12-23
            closed: true
            services:
              - social_services
    .right =
        exceptions:
          - from: 2026-12-21
            to: 2026-12-23
            closed: true
            services:
              - open_preschool

explain-FC0073 = The date is not that of the file's name
    .why =
        The name of a news file begins with the day of publication, and that day decides the item's address and its place in the list. A different day under date: would give readers two answers to the same question.

        Rename the file if the date is right. If the name is right, take the field away: it is not needed. In the example the file is called 2026-01-10-hej.md.
    .wrong =
        date: 2026-01-11
    .right =
        date: 2026-01-10

explain-FC0074 = A news file without a date in its name
    .why =
        Every news item has a day of publication, and fcsite takes it from the beginning of the file's name: year, month and day, a hyphen, and then a short name, such as 2026-01-10-open-house.md. The name becomes the item's web address and puts it in its place in the list. Without a date nobody could tell old news from new.

        Rename the file as fcsite proposes. The proposal begins with YYYY-MM-DD, for you to replace with the day that the item was or will be published. If fcsite can tell which date was meant, that date is there already. Rename it before others link to it, since the address changes too.

explain-FC0075 = Updated before it was published
    .why =
        The field updated says when the text was last changed, and readers see it beside the date of publication. Nothing can be changed before it is published, so one of the dates is wrong; most often it is last year's number.

        Write the day of the latest change, or take the field away if nothing has changed. The item in the example is from 10 January 2026.
    .wrong =
        updated: 2025-02-03
    .right =
        updated: 2026-02-03

explain-FC0076 = A text in one language that may be a translation
    .why =
        A text may be in one language only: 2026-11-27-oppet.ar.md without a 2026-11-27-oppet.md is shown on the Arabic pages alone. But a translation has the same name as its original, with the language before the ending: 2026-01-10-hej.en.md belongs to 2026-01-10-hej.md. That is how fcsite knows that they are the same item, and can give readers a link from one language to the other.

        Here is a text in the site's own language whose name differs by a letter or a day, and that has no translation into this language. Mostly that is a slip. If they are two texts, rename one of them, or write checks: {"{"}off: [FC0076]{"}"} in the file.

explain-FC0077 = A centre that does not exist
    .why =
        A text names a centre so that readers get a box with its address and hours, always the same as on the centre's own page.

        The name is that of the file in centres/, without .yaml: fittja for centres/fittja.yaml. It is not the name that readers see. In a text in _shared, which all municipalities show, write the municipality first: botkyrka/fittja.

        If the centre has closed for good, write status: closed in its file rather than take the file away; then old news still works.
    .wrong =
        centres:
          - fitja
    .right =
        centres:
          - fittja

explain-FC0078 = A page that does not exist
    .why = The menu leads to a page that fcsite cannot find, and a menu that leads nowhere is the first thing that visitors meet. The name is that of the file in pages/, without .md: om for pages/om.md. Look for a slip, or for a page that has been renamed or removed. If it should lead to another website, write url: in place of page:.
    .wrong =
        navigation:
          - title: About us
            page: om-oss
    .right =
        navigation:
          - title: About us
            page: om

explain-FC0079 = A related news item that does not exist
    .why =
        Below each news item stand others that may be of interest, and you can choose them under related:. The name is that of the file in news/, without .md; the date at its beginning may be left out.

        Look for a slip, or for an item that has been renamed. If you would rather not choose, take the field away: fcsite then shows the newest of the same category.
    .wrong =
        related:
          - 2026-01-10-hejsan
    .right =
        related:
          - 2026-01-10-hej

explain-FC0080 = A page loads from a host that is not allowed
    .why =
        When a page fetches a font, a script or a picture from somebody else's server, that server learns who reads the page. On a page about pregnancy or support for parents, that says a good deal about the visitor. Under the GDPR it needs a legal basis, and whatever such a server stores on the visitor's device needs consent (LEK, lag 2022:482, 9:28).

        The municipality's allowed_hosts already names some hosts, but not this one. The best way is almost always to save the file in the theme's assets/ or in images/ and use it from there. Only when your data protection officer agrees that the host is needed and that the law allows it, add it to allowed_hosts in municipality.yaml.

explain-FC0081 = An exception that says neither closed nor hours, or both
    .why = A day with other hours is either a day when the centre is closed (closed: true) or a day with hours of its own (hours:). If neither is there, parents learn only that something is different; if both are, the page contradicts itself. Write one of them. The reason is for readers to see and does not decide the hours.
    .wrong =
        exceptions:
          - from: 2026-12-23
            reason: The day before Christmas Eve
    .right =
        exceptions:
          - from: 2026-12-23
            hours: 9–12
            reason: The day before Christmas Eve

explain-FC0082 = A centre that has not been reviewed for over six months
    .why =
        Hours, phone numbers and staff change without anybody thinking of the website. A parent who stands at a locked door with a pram loses trust in everything else on the page. So each open centre has a date, reviewed, that says when somebody last saw to it that all is right, and readers see it.

        Go through the file with the centre, mend what has changed, and write today's date. Do not change the date without looking. The site is published all the same, unless you build with --strict.
    .wrong =
        reviewed: 2026-03-02
    .right =
        reviewed: 2026-11-16

explain-FC0083 = A planned opening that has passed
    .why =
        The page says that the centre will open at a time that has already been. Either it has opened, and families who could go there do not know, or the plans have changed.

        Ask those who run it. If it has opened, write status: open and opened: with the date. If it is late, write the new plan; a year is enough when nobody knows more. Until then the page leaves the old plan out, so you may take a day or two to find out.
    .wrong =
        status: planned
        planned_opening: "2024"
    .right =
        status: open
        opened: 2024-09-02

explain-FC0084 = A notice that has ended
    .why =
        The notice has a last day, and that day has passed, so it is no longer shown. This is only a reminder to tidy up: old notices make the file hard to read, and one day somebody copies the wrong one.

        Take it away, or give it a later date if it still holds. It is all right to leave it if you use the same notice every year.
    .wrong =
        notices:
          - title: Fewer places than usual
            until: 2026-10-31
    .right =
        notices:
          - title: Fewer places than usual
            until: 2026-12-01

explain-FC0085 = An open centre without an address
    .why =
        Where is it? That is what most visitors want to know first. Without an address there is no link to a map, and the centre is hard to find for anyone who has not been there.

        Write at least the street and number; the postal code, town and entrance help too. If the address is not known, leave the field out and let the warning stand: the page then tells readers that it is missing. Never guess an address.
    .wrong =
        address:
    .right =
        address:
          street: Fittja Torg 19
          postal_code: 145 61
          city: Norsborg

explain-FC0086 = A municipality without an accessibility statement
    .why =
        The law on accessibility to digital public services (DOS-lagen, 2018:1937) demands a statement on every public website. It says how far the site meets the requirements, which shortcomings you know of, how you assessed it, and how people report what does not work for them. fcsite makes the page and links to it from every other page; you supply the facts.

        Somebody has to assess the site before you can write it. Be honest: partially with a list of shortcomings is far better than fully without an assessment. The address under feedback_url must lead to an accessible form, since mail or phone alone is not enough.

        Go through the statement at least once a year. Until it is there, the page says that the site has not been assessed, and with --strict nothing is published.
    .wrong =
        accessibility_statement:
    .right =
        accessibility_statement:
          status: partially
          assessed_on: 2026-11-09
          updated_on: 2026-11-09
          method: self
          issues:
            - what: Two films have no captions.
              reason: The films are older than the law.
              reason: We have not had time to caption them.
              wcag:
                - "1.2.2"
              fix_by: 2027-03-31
          feedback_url: https://synpunkter.example/tillganglighet

explain-FC0087 = A menu entry that leads to two places, or to none
    .why = Each entry of the menu is one link. It leads to a page of your own (page:), to a family centre (centre:) or to another website (url:), and fcsite cannot know which you mean when more than one or none of them is there. Keep the one that visitors need. A page of your own is given by its file's name without .md, a centre by its file's name without .yaml, an outside one by its whole address.
    .wrong =
        navigation:
          - title: About us
            page: om
            url: https://www.botkyrka.example/familjecentraler
    .right =
        navigation:
          - title: About us
            page: om

explain-FC0088 = Hours that meet a holiday, and nobody has said whether they hold
    .why =
        The usual hours fall on an eve or a holiday within two months. Public holidays are set by law (1989:253), and fcsite takes it that centres are closed on them. Christmas Eve, Midsummer Eve and the other eves are no public holidays, and some places are open until noon, so fcsite asks in place of guessing.

        Until you answer, the page tells parents that the hours are not settled and that they should ask before they come.

        Ask the centre, and add an exception with closed: true or with hours:. If the same holds for all centres, write holidays: in municipality.yaml instead. It is all right to leave the warning until the staff have decided.
    .wrong =
        hours:
          thursday: 9–12
    .right =
        hours:
          thursday: 9–12
        exceptions:
          - from: 2026-12-24
            to: 2026-12-31
            closed: true
            reason: Christmas and New Year

explain-FC0089 = Opened on a day that is still to come
    .why = The centre has status: open, but its opening day has not come. Parents who read “open” may go there and find it closed. If it opens later, write status: planned and planned_opening: with the day; change it to open on the day itself. If it is already open, the date under opened is wrong.
    .wrong =
        status: open
        opened: 2027-01-11
    .right =
        status: planned
        planned_opening: "2027-01-11"

explain-FC0090 = News that expires before it is published
    .why =
        until is the last day that a news item is listed, and expires the first day that it is not. Here that day is such that the item would never be listed: it ends before it is published. It is often last year's number, or expires: where until: was meant.

        Write a later day with until:, or take the field away if the item does not grow old. The page itself stays anyway, since what an authority has published is a public document. The item in the example is of 10 January 2026.
    .wrong =
        until: 2025-12-31
    .right =
        until: 2026-12-31

explain-FC0091 = A picture or box in a notice
    .why =
        A notice is a few lines at the top of a page that people should grasp at a glance, often on a phone. Pictures and boxes push everything else down, and there is no room for them there.

        Put them in a news item or on a page, and let the notice link to it. Links in a notice are seen from the municipality's folder: pages/om.md, without ../ before it.
    .wrong =
        notices:
          - title: New premises
            body: "![The new entrance](images/lek.png)"
    .right =
        notices:
          - title: New premises
            body: See [what the new entrance looks like](pages/om.md).

## 100–119: Markdown

explain-FC0092 = A date that has not come yet
    .why =
        In reviewed stands the day when somebody checked the facts, and in updated the day when the text was changed. Neither can lie in the future. Often it is the year that went wrong: 2062 for 2026. Then fcsite does not remind anybody that the facts are due for review, and readers think that they are fresh.

        Write the right date.
    .wrong =
        reviewed: 2062-11-09
    .right =
        reviewed: 2026-11-09

explain-FC0093 = News that ends twice
    .why =
        Both until and expires say when a news item stops being listed: until is the last day that it is, and expires the first day that it is not. If both are there they may say different things, and fcsite cannot know which you mean.

        Keep until:, which means the same in notices and on pages.
    .wrong =
        until: 2026-12-31
        expires: 2027-01-01
    .right =
        until: 2026-12-31

explain-FC0094 = A sample text is still there
    .why =
        In a new file, fcsite writes a text in the places where you are to write. One of them is still there in something that is to be published. Readers would meet an instruction that was meant for you, and not learn what should have stood there. So nothing is published until it is gone.

        Write what belongs there, or take the field away. If you have no time now, write draft: true among the fields of the news item or page: then it is a draft, is not published until you take that line away, and may keep the sample text.

        In a translation, what is to be translated begins with “Translate:”. Under geo: stands a place in a forest, until you write your own.
    .wrong =
        lead: Write here what is new, in one or two sentences.
    .right =
        lead: The open preschool is open all summer, and you do not need to book.

explain-FC0096 = Two centres that seem to be one
    .why =
        Two files of the municipality tell of a centre with the same name, or in the same street. Often one of them is a copy: somebody has saved it under another name, or a synchronised folder has put it there. Readers would see the centre twice, with two phone numbers as soon as one of the files is changed.

        Compare the files and take one away. If there really are two, each needs a name of its own. A centre that has closed for good does not count.

explain-FC0097 = A year that no date here can have
    .why =
        A date in front matter, in a centre's file or in a file's name has a year before 1900 or after 2099. A finger came upon the wrong key: 0226 for 2026. With such a date an item would stand last in every list, and feeds and search engines would be told the year.

        Correct the year. The message says what was most likely meant.
    .wrong =
        date: 0226-01-10
    .right =
        date: 2026-01-10

explain-FC0098 = A year that is most likely a slip
    .why =
        The year is possible, but nobody means it: an item from before 1990, or one that is to come out in more than two years. An exception for 2062 instead of 2026 is never seen, and an item dated so is never published. The end of something, and a planned opening, may be ten years away.

        Check the year. If it is right, write checks: {"{"}off: [FC0098]{"}"} in the file.
    .wrong =
        exceptions:
          - {"{"}from: 2062-12-24, closed: true{"}"}
    .right =
        exceptions:
          - {"{"}from: 2026-12-24, closed: true{"}"}

explain-FC0099 = The status of the statement does not go with its shortcomings
    .why =
        The accessibility statement says that the site has shortcomings, but describes none. Or the other way round: it says that all meets the law, and lists shortcomings. The reader is told that they are described further down, and nothing is there.

        The law (2018:1937) demands that shortcomings are described, so that who meets them knows why and what to do instead. Add an item for each, or change status:.
    .wrong =
        accessibility_statement:
          status: partially
          assessed_on: 2026-05-04
          updated_on: 2026-05-04
          method: self
          feedback_url: https://kommunen.example/tillganglighet
    .right =
        accessibility_statement:
          status: partially
          assessed_on: 2026-05-04
          updated_on: 2026-05-04
          method: self
          issues:
            - what: Two films have no captions.
              reason: The films are older than the law.
          feedback_url: https://kommunen.example/tillganglighet

explain-FC0100 = A heading of level 1 in a text
    .why = Each page has one heading of level 1, and it is the title that you write at the top of the file. People who use a screen reader move from heading to heading, and two main headings on the same page are like a book with two titles (WCAG 1.3.1). Begin with ## for the parts of the text, and go on with ### for parts of these.
    .wrong =
        # Opening hours

        We are open on weekdays.
    .right =
        ## Opening hours

        We are open on weekdays.

explain-FC0101 = A box that fcsite does not know
    .why = A line that begins with three colons makes a box. There are four: ::: fact and a heading for a fact box, ::: more and a heading for a text that is folded until the reader opens it, ::: centre and a name for a box with a centre's address and hours, and ::: contacts for a table with the phones of all the municipality's centres. The words may be in Swedish too, whatever language the text is in: fakta, mer, familjecentral and kontakter. Correct the word, or write an ordinary heading if you did not want a box.
    .wrong =
        ::: facts Good to bring
        Nappies and a change of clothes.
        :::
    .right =
        ::: fact Good to bring
        Nappies and a change of clothes.
        :::

explain-FC0102 = A box without an end, or an end without a box
    .why =
        A box begins with a line such as ::: fact Good to bring, and ends with a line of three colons and nothing else. Without the end, the rest of the page would land in the box; an end without a beginning is most often one too many.

        Write the line that is missing, or take away the one too many. The line of a centre's box needs its end as well.
    .wrong =
        ::: fact Good to bring

        - nappies
        - a change of clothes
    .right =
        ::: fact Good to bring

        - nappies
        - a change of clothes

        :::

explain-FC0103 = A box without what must follow its name
    .why = The box shows a centre's address, phone and hours, straight from its file, so that you need not write them twice. fcsite must know which centre: write the name of its file in centres/, without .yaml, after ::: centre. In a text in _shared, write the municipality first: botkyrka/fittja. A folded text, ::: more, needs a heading, or nobody knows what is in it. After ::: contacts nothing stands.
    .wrong =
        ::: centre
        :::
    .right =
        ::: centre fittja
        :::

explain-FC0104 = A link that leads nowhere
    .why =
        A link to your own pages is written as the way to a file, seen from the file that you write in: ../pages/om.md, ../centres/fittja.yaml, ../news/2026-01-10-hej.md. The two dots mean “one folder up”. fcsite turns it into the right web address, and tells you when the file is not there, so that no reader ever meets a dead link.

        Look for a slip in the name, or for a page that has been renamed or removed. After a # stands a heading of that page; it must be written as in the page's address, with a–z and hyphens. An address that begins with / does not work, since a municipality's folder may be moved to another server.
    .wrong =
        Read more on the page [About us](../pages/om-oss.md).
    .right =
        Read more on the page [About us](../pages/om.md).

explain-FC0105 = A link with an address that a page must not carry
    .why =
        A page may link to web addresses (https: or http:), mail addresses (mailto:) and phone numbers (tel:). Addresses that begin with file: lead to your own computer or to a shared drive that no visitor can reach, and some others can run code in the visitor's browser.

        Publish the document where everyone can read it and link to that, or write the text on the page itself. To link to your own pages, write the way to the file: ../pages/om.md.
    .wrong =
        Fill in [the form](file:///G:/Forms/application.pdf) and hand it in to us.
    .right =
        Fill in [the form](https://www.botkyrka.example/application.pdf) and hand it in to us.

explain-FC0106 = An image without an alt text
    .why =
        People who do not see the picture get its alt text instead, read aloud by a screen reader or in place of a picture that did not load. Without it they do not know what they miss. The law demands a text alternative (DOS-lagen 2018:1937; WCAG 1.1.1).

        Write between the brackets what the picture shows and what it is there for, in a sentence or so, as you would describe it over the phone. “Picture of” is not needed. If the picture only decorates and says nothing that the text does not, write the word decorative there.
    .wrong =
        ![](../images/lek.png)
    .right =
        ![Two children build a tower of wooden blocks](../images/lek.png)

explain-FC0107 = A date at the beginning of a line became a numbered list
    .why =
        In Markdown, a number and a full stop at the beginning of a line make a numbered list. A date such as “14. March” then turns into point 14 of a list, and looks odd on the page.

        Write the date without the full stop, or let the line begin with another word. If you do want it as it is, put a backslash before the full stop: 14\. March. If you really meant a list, you may leave it.
    .wrong =
        14. March is the first day after the break.
    .right =
        14 March is the first day after the break.

explain-FC0108 = HTML in a text
    .why =
        Texts are written in Markdown, and HTML is not let through: it is shown on the page just as you wrote it, with angle brackets and all. That way no text can break the page, load from elsewhere or shut out people who use aids.

        Write the same thing in Markdown: two asterisks for bold, one for italics, a blank line for a new paragraph.

        Remarks to yourself (<!-- … -->) are left out and do no harm. If readers should see the code, put it between backquotes; then there is no warning.
    .wrong =
        We are <b>closed</b> on Friday.
    .right =
        We are **closed** on Friday.

explain-FC0109 = A link to another municipality's folder
    .why =
        Each municipality's folder must work by itself: it may be put on a server of its own, where the others are not there. A link straight into another folder would then break.

        Link to the other municipality's page by its whole web address, as to any other website. What all municipalities should show belongs in content/_shared, and to those texts you can link as if they were your own.
    .wrong =
        There is [a family centre in Salem](../../salem/centres/salem.yaml) too.
    .right =
        There is [a family centre in Salem](https://salem.example/familjecentraler/salem/) too.

explain-FC0110 = A link to something that is not published
    .why =
        The link, or the menu entry, leads to a draft, or to a news item whose day has not come. Visitors who follow it would meet an error page, so nothing is published until one of the two is changed.

        Take the link away for now, or publish the other text: take away draft: true, or give it a date that has come. With fcsite serve you see drafts and coming items too, so the link works there; but visitors do not see them.

explain-FC0111 = A box where no box can stand
    .why = A fact box stands by itself in the text. It cannot stand inside another fact box, in a list, in a quotation or in a footnote, for then neither readers nor screen readers can tell what belongs together. End the first box with a line of three colons before the next begins. In a list, let the line with ::: begin at the left margin, after the list.
    .wrong =
        ::: fact Good to know
        We are open all summer.
        ::: fact Good to bring
        Nappies and a change of clothes.
        :::
        :::
    .right =
        ::: fact Good to know
        We are open all summer.
        :::

        ::: fact Good to bring
        Nappies and a change of clothes.
        :::

explain-FC0112 = A footnote that nothing refers to
    .why = A footnote has two parts: the mark in the text, and the note itself. Here the note is written but its mark is not in the text, so the note is not shown. Put the mark where the note belongs, spelt in the same way. If the note is no longer needed, take it away. Leaving it does no harm to readers, but they miss what it says.
    .wrong =
        There are 246 family centres in Sweden.

        {"["}^1]: National survey for 2023.
    .right =
        There are 246 family centres in Sweden.[^1]

        {"["}^1]: National survey for 2023.

explain-FC0113 = A link with a blank in its address
    .why =
        In Markdown an address ends at the first blank, so this becomes neither a link nor a picture. Readers see the brackets and the address in the middle of the text, and it takes them nowhere.

        Rename the file so that its name has only a–z, 0–9 and hyphens, and write the new name in the link. If the link leads to another website, copy the address from the browser's address bar: there each blank is written %20, and that works. Leave it only if the text is meant to show what Markdown looks like.
    .wrong =
        Read more on the page [About us](../pages/min sida.md).
    .right =
        Read more on the page [About us](../pages/om.md).

## 120–129: images

explain-FC0114 = Words in braces that cannot be filled in
    .why =
        {"{"}telefon fittja{"}"} in a text becomes the centre's phone number, {"{"}adress fittja{"}"} its address, {"{"}öppettider fittja{"}"} its hours and {"{"}e-post fittja{"}"} its mail address. English words do as well: phone, address, hours, email. After a slash a service may stand: {"{"}telefon fittja/bvc{"}"}. So it is written in one place, the centre's file, and when it is changed there all texts change.

        Here the words look like that, but the first of them is none of these, or the centre is missing. Readers would have seen the braces.
    .wrong =
        Ring {"{"}telfon fittja{"}"}.
    .right =
        Kom när du vill.

explain-FC0115 = Nothing there to fill in
    .why =
        The words in braces ask for what the centre's file does not say: it has no phone number, or no such service. The reader would get a text without a number.

        Write it in the centre's file. Then it is filled in everywhere.
    .wrong =
        Ring {"{"}telefon fittja/vårdcentral{"}"}.
    .right =
        Kom när du vill.

explain-FC0116 = A document that cannot be published
    .why =
        The file is there, but fcsite does not publish it. What is published is PDF, ODT, DOCX, XLSX and ICS, 25 MB at the most and without macros. Those open on every phone and computer. A file must be what its ending says: a Word file that was renamed to .pdf is still a Word file.

        Save the document anew from the program that it was made in. Ask yourself first whether it is needed: a page is easier to read on a phone, to have read aloud, to translate and to change.

explain-FC0117 = A document that no text links to
    .why =
        A document in files/ is published once a text links to it. So nothing gets onto the web by mistake, and a document is gone from there when the last link to it is taken away.

        Link to the document, or take it out of the folder if it is not needed. Leave the message if you mean to link to it later.

explain-FC0118 = A PDF that cannot be read aloud as it should
    .why =
        The Swedish act on accessibility of digital public services (2018:1937) holds for documents on the website too. In a tagged PDF, assistive technology knows what is a heading, a list and a table. The language decides which voice reads it, and the title is the first that a listener hears. A scanned PDF is but a picture of text.

        In Word: File, Info, Properties, Title. Then choose Save as, PDF, Options, and tick Document structure tags for accessibility. In LibreOffice: File, Properties, Description, Title. Then choose Export as PDF and tick Tagged PDF. The language is taken from the text.

        Documents from before 23 September 2018 that no ongoing case needs are not covered by the act. Then leave the message, and name the document in the accessibility statement.

explain-FC0120 = An image that does not exist
    .why =
        The text names a picture that fcsite cannot find, and readers would see an empty frame. Pictures lie in the municipality's folder images/. In a text the way there is seen from the file: ../images/lek.png. In the YAML files, and between the lines --- at the top of a text, it is seen from the municipality's folder: images/lek.png.

        Look for a slip, another ending (.jpg or .png) and capitals: Lek.png and lek.png are two different names.
    .wrong =
        ![Children at play](../images/lekar.png)
    .right =
        ![Children at play](../images/lek.png)

explain-FC0121 = An image that cannot be used
    .why =
        The file is there, but fcsite cannot make a picture for the web of it. It may be damaged, be larger than 50 MB, or be of a kind that not all browsers show, such as HEIC from a phone. SVG is refused in content because it can carry code that runs in the visitor's browser.

        Open the picture in an image program, save it as JPEG (photographs) or PNG (drawings), and use that file. fcsite makes it smaller for phones, so you need not.

explain-FC0122 = An image on somebody else's website
    .why =
        If a page fetches a picture from another server, that server learns which visitors read the page, and the GDPR does not let an authority pass that on without a legal basis. The picture may also change or vanish without your knowing.

        Save it in images/ and use it from there. Make sure first that you may: you need permission from whoever made the picture, and the consent of people who can be recognised in it.
    .wrong =
        ![Children at play](https://bilder.example/lek.jpg)
    .right =
        ![Children at play](../images/lek.png)

explain-FC0123 = An image with neither an alt text nor decorative, or with both
    .why = Each picture either tells something or only decorates. One that tells something needs alt:, a sentence about what it shows, for people who do not see it (WCAG 1.1.1, which DOS-lagen 2018:1937 demands). One that only decorates has decorative: true, and screen readers skip it. Choose one of them. If you are unsure, describe it: that is never wrong.
    .wrong =
        images:
          - src: images/lek.png
    .right =
        images:
          - src: images/lek.png
            alt: Two children build a tower of wooden blocks

explain-FC0124 = An image whose ending is not that of its format
    .why = The ending of the name says one thing, but the file is another: a picture called lek.png may really be a JPEG. It often happens when a file is renamed in place of being saved anew. Web servers go by the ending, and some browsers then refuse to show the picture. Rename the file as fcsite proposes, and change the name where the picture is used too.

## 130–149: themes

explain-FC0130 = A theme that does not exist
    .why = A theme decides how the pages look. Its name is that of a folder in themes/, spelt in the same way; base is always there, even without a folder. Look for a slip, or ask whoever makes your themes whether the folder has been renamed. If you take the field away in municipality.yaml, the municipality gets the theme of the whole site.
    .wrong =
        theme: bas
    .right =
        theme: base

explain-FC0131 = Themes that extend each other in a ring
    .why = A theme can extend another: what it does not have itself is taken from that one. If the other extends the first in turn, or if a theme extends itself as here, there is no end to it. Let one of the themes extend base, which extends nothing. The theme in the example is called prov.
    .wrong =
        extends: prov
    .right =
        extends: base

explain-FC0132 = A template that cannot be read
    .why =
        A template is a file in the theme that says how a kind of page is put together. Something in it does not follow the rules of the template language, Tera 2: often a bracket or an “end” is missing. This is not a fault in your texts.

        Pass the message on to whoever makes the theme; the file, line and column are there, and docs/themes.md says how templates are written. Until it is mended, nothing is published and the old site stays as it was.

explain-FC0133 = A template that failed on a page
    .why =
        The template could be read, but could not be used for one of the pages. Most often it asks for something that this page does not have, such as the phone number of a centre without one. Themes should take such things in their stride, so this is not a fault in your texts.

        Pass the message on to whoever makes the theme, with the name of the page. In docs/themes.md stands what each template is given and what may be missing. If you are in a hurry, fill in what is missing, or undo the latest change to the theme.

explain-FC0134 = A theme lacks something that fcsite needs
    .why = A theme must have a template for each kind of page and a few parts that fcsite uses itself, or else take them from a theme that it extends. Nearly always it is extends: that is missing or empty. With extends: base, everything that the theme does not have itself comes from the theme inside fcsite. If the name of a file in templates/ is misspelt, rename it.
    .wrong =
        extends:
    .right =
        extends: base

explain-FC0135 = A token that is no CSS value
    .why =
        The tokens of a theme are its colours, sizes and fonts, and each goes straight into the stylesheet. So the value must be one that CSS knows, and only that: no semicolon, braces, angle brackets or url(…), since these could change far more than a colour.

        The name of a token has only a–z, 0–9 and hyphens. A colour needs quotes, because YAML takes what follows a # for a remark.
    .wrong =
        tokens:
          color-primary: "#0b5d4e;"
    .right =
        tokens:
          color-primary: "#0b5d4e"

explain-FC0136 = A language that the theme has no words for
    .why =
        Menus, buttons and headings such as “Opening hours” come from the theme, in a file for each language. The municipality has a language that the theme lacks, so those words are shown in the site's own language, marked so that a screen reader pronounces them rightly (WCAG 3.1.2).

        You may leave the warning, or turn it off: a text in Turkish in a Swedish frame helps more than none. If you do not need the language, take it away. The theme base, which is in the program, has Swedish, English, Finnish, Arabic, Somali, Ukrainian, Tigrinya and Persian. Words in other languages are written in a theme of your own, by somebody who knows the language well; docs/themes.md says how.
    .wrong =
        languages:
          - sv
          - tr
    .right =
        languages:
          - sv
          - en

explain-FC0137 = A file of the theme that cannot be published
    .why =
        The files in a theme's assets/ are published beside the pages. The name may have only a–z, 0–9, dots, hyphens and underscores, and the ending must be one that websites need: css, svg, png, jpg, webp, woff2, ico, js or txt. That way nothing is published by mistake, such as a draft in Word. The name site.css is fcsite's own.

        The message also comes when a stylesheet names a file that is not in assets/. Rename the file, move it out of assets/, or mend the name in the stylesheet.

explain-FC0138 = A page or theme loads from another host
    .why =
        The pages load nothing from elsewhere: no fonts, maps, statistics or scripts. Every such request tells a stranger who reads about pregnancy, parenthood or support, and the GDPR sets limits to that. What the stranger stores on the visitor's device needs consent by law (LEK, lag 2022:482, 9:28). Because the pages load nothing and store nothing, the site needs no cookie banner.

        Save the file in the theme's assets/ and use it from there. A map can be a link, or a picture in images/. Texts cannot cause this, only a theme can, so pass the message on to whoever makes it. If the host really is needed, and your data protection officer agrees, write it under allowed_hosts in municipality.yaml.

explain-FC0139 = A page grows larger than anybody can read
    .why =
        A page may have 16 MB, which is more than a shelf of books. What is larger than that comes of a mistake in a template: a loop within a loop over all news, or a text that is put into itself with replace. It would fill the computer's memory, and no browser could show it.

        Texts cannot cause this, only a theme can, so pass the message on to whoever makes it. docs/themes.md says what each template is given.

## 150–169: publishing, and new files

explain-FC0150 = The output folder cannot be used
    .why =
        A build takes away old files in its output folder, so fcsite is careful about which folder that is. It writes only to a folder that is new, empty or its own from before, and never to one that holds other people's files, to your home folder, to the folder that the content lies in, or through a link.

        Choose another folder with --output, or move the other files away. The name of the folder is often simply misspelt. Your files are untouched.

explain-FC0151 = Another fcsite is writing to the same folder
    .why = Two builds that write to the same folder at once would mix their pages, so the second one stops before it has written anything. Perhaps a window with fcsite watch is open, or a colleague is publishing to the same shared folder right now. Wait a moment and try again. If it does not pass, look for the other window and stop it with Ctrl-C.

explain-FC0152 = The site could not be written
    .why =
        Your texts are well, but the disk would not take the pages: it may be full, a network drive may be gone, or you may not be allowed to write there. What was published before is left as it was, and what is half done is put right by the next build.

        Make room on the disk, or ask whoever looks after the server, and build again. Programs that keep a file in the folder open can also be in the way, above all on Windows.

explain-FC0153 = What was made cannot be kept for the next build
    .why =
        fcsite keeps small versions of pictures and notes on what it has read in the folder .fcsite, so that the next build goes faster. It could not write there this time. The site is whole and published all the same; only the next build takes longer.

        Check that the disk has room and that you may write in the folder. You may remove .fcsite at any time, and you can leave the warning if builds are fast enough.

explain-FC0154 = Other files turned up in the output folder during the build
    .why = While the site was being built, somebody or something put files in its folder. fcsite never removes files that it has not made, so they are still there. The next build will refuse the folder, since it must hold only fcsite's own files. Move them elsewhere. If it is a picture for the website, put it in images/ and show it in a text.

explain-FC0155 = A target that publish.yaml does not have
    .why = fcsite publish sends the website to a target: a folder or a server. The targets stand by name in publish.yaml, beside the folder content/. Where there is one alone, its name may be left out.

explain-FC0156 = A target that cannot be used
    .why = A target in publish.yaml has a name of small letters, and says one of folder: (a folder, also one of a share), sftp: (user@server:folder), ftps: (user@server/folder) and s3: (a bucket). Plain FTP, without encryption, is not used: anybody on the way could read the password. Passwords never stand in the file, which others may read: fcsite asks for them, or takes them from the environment or from an SSH agent.

explain-FC0157 = A publication that did not finish
    .why = The connection broke, the disk was full, the folder was not there: the message says which. fcsite sends files in such an order that no page leads to something that is not there yet, and each file whole. So readers notice nothing, and the next publication resumes where this one stopped.

explain-FC0158 = Readers see something else than what was published
    .why = After a publication fcsite fetches the front page and some changed pages from the website’s address, as a reader does, and compares them with what it sent. Another answer can mean that the server keeps pages for a while, that the target is not the folder which the address shows, or that the server changes pages on their way.

explain-FC0173 = A statement for pages that are not there
    .why =
        accessibility_statement: in site.yaml is the statement of the region's own pages: the front page with all municipalities, and the news and pages that all share. A site of one municipality has no such pages. There the front page leads straight to the municipality, and the municipality's own statement covers everything. It stands in municipality.yaml.

        So move the field to municipality.yaml, unless there is a statement already. If more municipalities are to come you can leave it where it is, and turn the warning off for the time being.

explain-FC0174 = A translation that is older than its original
    .why =
        The original has changed since the translation was written. So the other language may show old hours or a wrong address, and whoever reads it cannot know. That is why the page shows a line, in its own language, that says that the original is newer, with a link to it.

        Go through the translation, change what is needed, and write updated: with today's date. If the change was about nothing that the translation says, the date is enough. Then the line goes away.

explain-FC0175 = An address that a data portal does not read
    .why =
        datasets/dcat lists the open data for the Swedish data portal (dataportal.se). The portal reads it each night, and holds every address against a standard (RFC 3987). Where one is wrong, it throws away all that the municipality publishes, and not just this list. So fcsite would rather stop.

        What is wrong is nearly always a sign that browsers let pass: a blank, a curly bracket, a vertical bar, or a % without two figures after it.

explain-FC0176 = A former name that the file cannot have had
    .why =
        Under formerly stands what the centre's file was called, without .yaml. The first name is the one that open data always use, so it must not be another centre's.
    .wrong =
        formerly: [Fittja familjecentral]
    .right =
        formerly: [fittja-familjecentral]

explain-FC0177 = A centre that would have another name in open data
    .why =
        Who uses your open data knows a centre by its id, which is the name of its file. When the file is renamed, a map or an app believes that the centre is gone and that another has come. So fcsite compares with what was published last.

        Write the old name under formerly. Then the centre keeps its id in the data, and its old pages lead to the new ones.

explain-FC0199 = Something went wrong that never should
    .why =
        This is a fault in fcsite itself, and you have done nothing wrong. Nothing has been published, and the old site is as it was.

        Please report it, with the whole message and, if you can, the files that made it happen; that helps us to mend it for everyone. Until then, try to undo your latest change and build again, or build with --full, which forgets what was remembered from before.

explain-FC0160 = init needs an empty folder
    .why =
        The command fcsite init makes a small site to begin with. It does so only in a new or empty folder, so that its files are never mixed with yours and nothing of yours is overwritten.

        Give the name of a new folder, such as fcsite init our-centres, or empty the folder first if you are sure. A folder with nothing but hidden files and folders that the computer and its programs put there (.git, .DS_Store, .fcsite) counts as empty.

        If the folder already holds a site, you do not need init: use fcsite new for more municipalities, centres and news.

explain-FC0161 = There is already a file of that name
    .why = The command fcsite new never writes over a file that exists, so nothing that you or a colleague has written is lost. Open the file that is there: perhaps it is the one you want. Otherwise give the new one another name. The name of a centre's file stays for ever and is never used again for another centre, since links and open data rely on it.

explain-FC0162 = No municipality has that name
    .why = The command fcsite new municipality looks the name up in the list of Sweden's 290 municipalities from Statistics Sweden (SCB), so that name and code agree from the start. The name you gave is not there. Look for a slip, and remember å, ä and ö: Järfälla, not Jarfalla. A part of town or a village is not a municipality: Fittja lies in Botkyrka.

explain-FC0163 = The code belongs to another municipality
    .why =
        Each municipality has a code of four digits from Statistics Sweden (SCB): Botkyrka has 0127. Others use it to put your open data together with their own, so a wrong code puts your centres in the wrong municipality. The code and the name that you gave do not belong together.

        Check which of them is wrong, at SCB if you are not sure, and run the command again. The first digit may be a zero and must be there.

explain-FC0164 = A value is missing, and there is nobody to ask
    .why = When you run a command in a terminal, fcsite asks for what it needs to know. Here it runs without one, for instance in a script or as a scheduled task, so a question would never be answered. Write the value on the command line. Add --help to the command to see what it takes and in which order.

explain-FC0165 = A file or folder could not be created
    .why = The computer would not let fcsite create what you asked for. Most often you may not write in that folder, the disk is full, or a network drive is gone. Check that you are in the right folder, and try to create a file there yourself. If you cannot either, ask whoever looks after the computer or the server. Files that already existed have not been touched.

explain-FC0166 = A text to translate that does not exist
    .why =
        fcsite new translation makes a translation beside a news item or page that is there already. It found none of the name that you wrote, or more than one. Write the name of the file, as the answer had it when the item was made, such as content/botkyrka/news/2026-11-26-sangstund.md. Just sangstund is enough, where only one text has that name. Add -m where several municipalities have one.

explain-FC0167 = A language that cannot be translated to
    .why =
        A translation is into a language that the site has. They are listed under languages: in site.yaml, or in municipality.yaml for one municipality. Add the language there first, and each page gets a link to it. Or the text is already written in the language that you chose.

explain-FC0168 = A file that nothing can be added to
    .why =
        fcsite new activity adds a few lines to the centre's file, and new translation reads the original. Something is wrong in the file already, so fcsite does not know for sure what it says. Mend what fcsite check says of the file, and try again. Nothing in the file has been changed.

explain-FC0169 = Something that has to be added by hand
    .why =
        Before fcsite changes a file it tries whether all else in it means the same afterwards. This time it did not, so the file is as it was. That may happen when the list is written in an unusual way. Add the line in the advice yourself, last in the list under activities:.

## 200–217: what only `fcsite check` looks for

explain-FC0200 = Two texts have the same title
    .why =
        In lists, search results and browser tabs, readers see nothing but the title. If two are alike, nobody can tell which is which, and some open the wrong one. Every page should have a title that says what it is about (WCAG 2.4.2).

        Say what sets the text apart: the centre, the subject or the year. It is all right to leave two alike when readers never choose between them, such as a yearly item where the old one has expired. In the example there is already a page called Om oss.
    .wrong =
        title: Om oss
    .right =
        title: New name for the family centre in Fittja

explain-FC0201 = Two texts have the same lead
    .why =
        The lead stands below the title in lists, and often in search results too. When two are word for word the same, one of them was most likely copied and forgotten, and readers think that they have read it already.

        Write in one or two sentences what is new in just this text: what, where, when and for whom. It is all right to leave two alike when the texts really say the same, such as a notice that comes back each year.

explain-FC0202 = A link text that says nothing
    .why =
        Many people skim a page for its links, and with a screen reader you can have them listed one by one. A list of “read more”, “read more”, “here” is no help. A link should say where it leads, by itself or with the sentence around it (WCAG 2.4.4, which DOS-lagen 2018:1937 demands).

        Let the link be the words that name the page: “Read more about who we are”. It is hardly ever right to leave it; the same words with a few more nearly always fit.

        A link without any text, such as [](../pages/om.md), is not seen on the page at all. Where a picture is the link, its alt text is what is read out.
    .wrong =
        Want to know more about us? [Read more](../pages/om.md).
    .right =
        Read more about [who we are and what we do](../pages/om.md).

explain-FC0203 = A web address as link text
    .why =
        A web address is made for computers. A screen reader reads it aloud sign by sign, on a phone it breaks the line, and it rarely says what the page is about (WCAG 2.4.4).

        Write what readers will find, and let those words be the link. It is all right to leave a short address that people should remember or type themselves, for instance on a page that will be printed.

        The name of a server is an address too: familj.se says nothing to somebody who does not know the website already. Some services are called by their address, such as 1177.se and Krisinformation.se. These names may stand, where the link leads to the front page of the service.

        An address that stands in the text becomes a link on the page, but one that still does not say what is there.
    .wrong =
        Read about the open preschool at <https://www.botkyrka.example/open-preschool>.
    .right =
        Read about [the open preschool](https://www.botkyrka.example/open-preschool).

explain-FC0204 = A heading that skips a level
    .why =
        Headings are the table of contents of a page: ## for its parts, ### for parts of these, and so on. Somebody who moves by headings with a screen reader takes a missing level for something that they have overlooked (WCAG 1.3.1).

        Choose the level by what belongs under what, never by how large the text looks; the theme decides that. Going back up, from #### to ##, is quite all right.
    .wrong =
        ## Opening hours

        #### Holidays

        We are closed on public holidays.
    .right =
        ## Opening hours

        ### Holidays

        We are closed on public holidays.

explain-FC0205 = An alt text that says nothing
    .why =
        Some programs fill the alt text in with the name of the file. To somebody who hears the page, “IMG 1234 J P G” says nothing, and the picture may as well not be there (WCAG 1.1.1, which DOS-lagen 2018:1937 demands). A single short word, such as “play” or “picture”, says no more.

        Write what the picture shows, as you would describe it over the phone. If it only decorates, write the word decorative between the brackets. There is no good reason to leave it.
    .wrong =
        ![IMG_1234.jpg](../images/lek.png)
    .right =
        ![Two children build a tower of wooden blocks](../images/lek.png)

explain-FC0206 = An alt text that repeats the caption
    .why =
        The caption below a picture is for everyone; the alt text is for those who do not see the picture. If they are the same, a screen reader says it twice, and nobody learns what the picture looks like (WCAG 1.1.1).

        Let the alt text describe what is seen, and the caption tell what it is about: who, where, when. It is all right to leave it when there is no more to see than the caption says, such as a sign whose words it quotes.
    .wrong =
        ![Children at play](../images/lek.png "Children at play")
    .right =
        ![Two children build a tower of wooden blocks](../images/lek.png "The blocks are a favourite at the open preschool")

explain-FC0207 = A table with an empty heading
    .why =
        A screen reader says the heading of the column before each cell: “Open, 9 to 12”. If the heading is empty, the listener must remember how the columns were laid out (WCAG 1.3.1).

        Give each column a word or two. Only the first cell of the heading row may be empty, where the rows have headings of their own. If the whole row is empty, ask yourself whether it is a table at all: a list often works better, above all on a phone.
    .wrong =
        | Day | |
        | --- | --- |
        | Monday | 9.00–12.00 |
        | Tuesday | 13.00–16.00 |
    .right =
        | Day | Open |
        | --- | --- |
        | Monday | 9.00–12.00 |
        | Tuesday | 13.00–16.00 |

explain-FC0208 = A spoken line that begins with a hyphen
    .why =
        In Swedish, what somebody says begins with a dash and a space. fcsite makes a quotation of such a line. With a hyphen it does not: without a space the line becomes an ordinary paragraph, and with a space a list with a single point.

        Write – (Alt and the hyphen key on a Mac, Alt+0150 on the number keys on Windows) or two hyphens, and then a space. If it is meant as a list of one point, leave it, or write it as an ordinary sentence.
    .wrong =
        -We feel at home here, says one of the parents.
    .right =
        – We feel at home here, says one of the parents.

explain-FC0209 = A date in numbers that can be misread
    .why =
        Is 3/4 the third of April or the fourth of March? People from different countries read it differently, and many of the visitors of a family centre have grown up with another order than yours. To some it is a fraction.

        Write the month as a word and the year in full: 3 April 2026. It cannot be misread, and a screen reader says it rightly. It is all right to leave what is no date, such as a fraction or a house number.
    .wrong =
        The open preschool opens again on 03/04/2026.
    .right =
        The open preschool opens again on 3 April 2026.

explain-FC0210 = A text that is hard to read
    .why =
        LIX is a measure of how hard a Swedish text is. It adds two numbers: how many words a sentence has on average, and how many words in a hundred are longer than six letters.

        A text of 120 words in 6 sentences has 20 words in each. If 36 of the 120 words are long, that is 30 in a hundred, and LIX is 20 + 30 = 50. Under 30 is very easy, 30–40 easy, 40–50 medium; 50–60 is as hard as officialese, and over 60 very hard. fcsite warns from 50 on. Headings and lists are left out, and texts under 100 words are not measured.

        Long sentences ask the reader to remember the beginning until the end comes. Long words take longer to spell out, above all for those who are learning Swedish, are tired, or have a child on their arm. Language in public services must be cultivated, simple and easy to understand (språklagen, 11 §).

        Make one long sentence into two, and put the most important thing first. Change nouns back into verbs: not “the implementation of registration takes place” but “you register”. Say “you” and “we”. Turn lists within a sentence into lists with points. Choose the short word where there are two, and explain the long one where there is none.

        LIX counts; it does not read. Words such as familjecentral and barnavårdscentral are long and still the right ones, and short words in a muddle can be worse. So this is a hint and never an error. If you have read the text aloud and it flows, leave it.

explain-FC0211 = An abbreviation that is not explained
    .why =
        BVC, MVC and BUP are everyday words to those who work there. To somebody who has just moved here or is expecting a first child they are riddles.

        Write the whole word the first time and the abbreviation in brackets after it; from then on the abbreviation will do. Being able to find out what abbreviations mean is part of WCAG (3.1.4, level AAA: good practice, not demanded by law), and plain language is demanded by språklagen, 11 §.

        It is all right to leave it where every reader knows the word, or where it is part of a name that you explain elsewhere on the page. Only texts in Swedish are looked at.
    .wrong =
        Välkommen till BVC med ditt barn.
    .right =
        Välkommen till barnavårdscentralen (BVC) med ditt barn.

explain-FC0212 = Two colours with too little contrast
    .why =
        Pale text on a pale ground, or white on yellow, is hard to read for people with poor sight, and for everybody in the sun with a pram. The law demands enough contrast (DOS-lagen 2018:1937): at least 4.5:1 between text and its ground (WCAG 1.4.3), and 3:1 for lines and signs that must be seen (WCAG 1.4.11).

        Make one of the two colours darker or lighter until the number is high enough; a small step often does it, and the hue can stay. The tokens that belong together have names that say so: color-on-accent is the text on color-accent.

        If the municipality's colour is too pale for text, use it as a ground with dark text on it. Only pure decoration may have less; text may not, so mend it before you publish.
    .wrong =
        tokens:
          color-accent: "#ffc95c"
          color-on-accent: "#ffffff"
    .right =
        tokens:
          color-accent: "#ffc95c"
          color-on-accent: "#2a1d00"

explain-FC0213 = A finished page links to something that is not in the site
    .why =
        fcsite has gone through the finished pages and found a link to a page, or a heading on a page, that does not exist. The links in your texts are checked already when the site is built (FC0104), so this one leads to a place on a page that is no text, such as a centre, or it comes from the theme. Or somebody wrote a page of your own site with its whole address, beginning with https://. If it is in a text, its place is shown.

        In a text, take away the sign # and what follows it in the address: the link then leads to the beginning of the page. In a theme, pass the message on to whoever makes it. It is all right to leave it only when you know that the page comes from elsewhere on the same server.

explain-FC0214 = An outside link that does not work
    .why =
        With check --external, fcsite tries the links to other websites. This one gave no page: it may be gone, have changed its address, or be out of order for the moment.

        Try it yourself in a browser. If it is gone, look for the new address on the other website, or take the link away; a dead link to care or support can leave a family without help.

        It is all right to leave it when the page opens in your browser: some websites turn programs away, and some are down for maintenance. Then try again in a few days. Nothing is told of a server that asks fcsite to wait.

explain-FC0215 = An outside link that has moved for good
    .why =
        The page still comes up, but the other website says that it has moved to a new address for good. Readers notice nothing now, but old addresses are taken away sooner or later.

        Open the new address, see that it is still what your text is about, and change the link. It may wait until you edit the text anyway. If the new address is only a start page or a login, the page itself is probably gone: look for a better one.

explain-FC0216 = An outside link that only works on your own network
    .why =
        The address leads to the municipality's intranet or to your own computer. It works for you, but visitors get an error. It often slips in when you copy the address from your own browser.

        Link to the public page in its place, publish the document on the website, or write what people need to know in the text itself. Leave it only if the page is for colleagues alone, and then ask yourself whether it belongs on a public website.

explain-FC0217 = Something made up is still there
    .why =
        When fcsite makes a new site it makes up a municipality, an address and some facts, so that there is something to look at. Such addresses end with .example, which nobody can own, and the phone numbers are those that the Swedish Post and Telecom Authority keeps for films and books. Some of it is still there on a site that has a municipality of its own. Readers would call or write to nobody.

        Write the real thing, or take the field away. Remove the folder content/exempel when you do not need the example any more. If you are only trying things out, and the address is to be made up, you can turn the warning off in site.yaml.
    .wrong =
        name: Exempelkommunen
    .right =
        name: Botkyrka kommun

explain-FC0218 = Marks that are shown on the page
    .why =
        Headings, lists, tables and links are written with marks that are not to be seen: # before a heading, - before an item, | between columns. With a blank too many or too few, or when a text is pasted from another program, the reader sees the marks instead.

        Look at the page with fcsite serve, and compare with the example here. Text from Word and Excel often has to be written again: items, tables and bold do not come along. Text that is indented by four or more is taken for code, whose lines do not break on a phone.
    .wrong =
        ##What you need

        • clothes for all weathers
    .right =
        ## What you need

        - clothes for all weathers

explain-FC0219 = Letters that are broken
    .why =
        Words such as Ã¶ppet and fÃ¶rskola arise when a file is saved in one encoding and read in another. No machine sees that anything is wrong, but the reader does, and a screen reader reads the signs one by one.

        Copy the text again from where it came, or write the right letters. Then save the file as UTF-8. In Notepad you choose that at Encoding when you save.
    .wrong =
        Förskolan är Ã¶ppen på måndag.
    .right =
        Förskolan är öppen på måndag.

explain-FC0225 = Lines that run together
    .why =
        A line break in the file is but a blank on the page. So “Place:” in one line and “Time:” in the next stand after each other, and are hard to find. The same holds for a bold line that was to be a heading.

        If the lines should end where they do, write a backslash at the end of each but the last. A list is often better still, and a heading is written with ##, so that it is heard as one too. Running text that happens to have short lines can stay.
    .wrong =
        Place: Fittja torg
        Time: 10.00–11.00
    .right =
        - Place: Fittja torg
        - Time: 10.00–11.00

explain-FC0226 = A heading that is not what was meant
    .why =
        A line --- just below a text makes a heading of it. For a ruled line there must be an empty line between. A heading without words cannot be seen, but who listens to the page's headings meets one that is empty. Braces after a heading often come from another program.

        Leave an empty line before ---, write the heading's words or take the line away, and take the braces away. The one thing that means something there is an address of the heading's own, such as {"{"}#hitta-hit{"}"}.
    .wrong =
        Open Monday to Friday
        ---
    .right =
        Open Monday to Friday

        ---

explain-FC0227 = A private mail address
    .why =
        The address leads to a private mailbox at Gmail, Hotmail or the like. What parents write to a municipality or region is often a public record, and may be sensitive. It does not belong in somebody's private mailbox, and who leaves takes it along.

        Write the organisation's own address, one that several people read. If there is none, write the municipality's contact centre. A private company may have such an address; then turn the warning off in the file.
    .wrong =
        email: fittja@gmail.com
    .right =
        email: fittja@kommunen.example

explain-FC0228 = The name of a person where a function belongs
    .why =
        The field says who answers for what is told. A person leaves, is away or does not want to stand on the web, and then nobody knows who answers. A name is personal data, too.

        Write a unit or a function, such as Familjeenheten. Who wrote a news item goes in author:. If it is no person, it can stay.
    .wrong =
        owner: Anna Andersson
    .right =
        owner: Familjeenheten

explain-FC0229 = The accessibility statement is too old
    .why =
        The statement should go with the site as it is now. The Swedish agency for digital government asks for a look at least once a year. It has been longer here, or the day has passed by which a shortcoming was to be mended.

        Go through the site again, and then write the new dates. Do not just write another date: the law demands that what it says is true.
    .wrong =
        accessibility_statement:
          status: fully
          assessed_on: 2024-05-04
          updated_on: 2024-05-04
          method: self
          feedback_url: https://kommunen.example/tillganglighet
    .right =
        accessibility_statement:
          status: fully
          assessed_on: 2026-05-04
          updated_on: 2026-05-04
          method: self
          feedback_url: https://kommunen.example/tillganglighet

explain-FC0240 = A character that cannot be seen
    .why =
        The text has a character that nobody sees. They come along when text is copied from Word, InDesign, a PDF or a phone book. Some turn the text round, so that the reader sees “ochny rad” where something else stands. Others divide a word, so that it can be neither found nor copied, or show as a box in some browsers.

        Rub out from the letter before the place to the one after it, and write those words by hand. In the message the character is shown as its code, such as \u{"{"}200b{"}"}.

        fcsite does not warn of what a text needs: what Persian and emoji are joined with, hidden hyphens within long words, and the direction of writing in Arabic texts.
    .wrong =
        Vår barn&ZeroWidthSpace;morska svarar på måndagar.
    .right =
        Vår barnmorska svarar på måndagar.

explain-FC0241 = HTML code in plain text
    .why =
        In the source of a web page & is written &amp;, and Å sometimes &Aring;. If the codes come along when you copy from there, readers see them: “Mat &amp; lek”. Titles and other fields are plain text, in which each character stands for itself. Tags such as <b> and <br> are seen as they stand too.

        Write the character that readers are to see. In the text below the title, two asterisks make words bold: **like this**.
    .wrong =
        title: "Mat &amp; lek"
    .right =
        title: Mat & lek

explain-FC0242 = Cells that nobody sees
    .why =
        A table has as many columns as there are headings in its first row. If a row has more cells, the last ones are not shown, and nobody who reads knows that something is missing. Often a heading was forgotten.
    .wrong =
        | Namn | Telefon |
        |---|---|
        | Receptionen | Måndag 9–12 | 1177 |
    .right =
        | Namn | Tid | Telefon |
        |---|---|---|
        | Receptionen | Måndag 9–12 | 1177 |

explain-FC0243 = A centre with another one's contacts
    .why =
        Whoever makes a file for a new centre copies the file of another. What is not changed goes out as it is: parents of the new centre call the old one, write to it and book times there. The file is right in itself, so only a comparison shows it.

        A warning comes when a centre has at least two numbers or mail addresses and all of them are another centre's, and when a service, a mail address or a link has another centre's name in it. A switchboard alone, and the municipality's own number, may be shared by many.

explain-FC0244 = An address that cannot be right
    .why =
        The name of a website has a dot and no commas, an e-mail address has an @ and a name with a dot after it, and https:// stands once. Otherwise nobody who taps the link gets anywhere.

        The same is told of what was meant for a mail address in a text: a comma for the dot, a blank beside the @, or (at) in its place.
    .wrong =
        Läs om [föräldrapenning](https://https://www.forsakringskassan.se).
    .right =
        Läs om [föräldrapenning](https://www.forsakringskassan.se).

explain-FC0245 = A phone number that is in no file
    .why =
        When a centre gets another number it is changed in its file, but the old one stays in the texts where somebody typed it. Nobody sees that until a parent calls in vain.

        Write {"{"}telefon fittja{"}"} in the text instead of the number: then the right one is always there. The numbers of other authorities are in no file, so this is a question and no fault: check the number and let it stand. Of 112, 1177 and numbers that begin with 020 or 077 nothing is asked. Where a text has more than four such numbers, as a list of staff has, they are asked about all at once.
    .wrong =
        Ring oss på 08-123 45 00.
    .right =
        Ring oss på {"{"}telefon fittja{"}"}.

explain-FC0246 = A day or time that cannot be right
    .why =
        A family that trusts “onsdagen den 8 december 2026” comes on the wrong day, since that day is a Tuesday. Mostly last year's text was used again. fcsite compares the weekday with the date, and sees whether a day, a week or a time exists and whether hours end before they begin.

        Without a year the nearest day from the text's date is meant, and only what no year around fits is told. Do write the year: then nobody can misread it.
    .wrong =
        Välkommen onsdagen den 8 december 2026.
    .right =
        Välkommen tisdagen den 8 december 2026.

explain-FC0247 = A translation that does not go with its original
    .why =
        A page that is called English and is in Swedish helps nobody: who needs the English cannot read it, and a screen reader says the Swedish words as if they were English. It happens when fcsite new translation made the file and only the marks were taken away.

        The last day, the centres and the dates are the same in every language. What is changed in the original must be changed in the translation, or readers are told different things.

explain-FC0248 = An activity that is there twice
    .why =
        An activity with the same title, day and time is shown twice on the page, and visitors wonder whether there are two groups. It happens when fcsite new activity is run again, or when lines are copied in the file.

        If two groups meet at the same time, let the titles say what differs: songs for babies, songs for toddlers. One activity in different periods, with valid_from: and valid_to:, is not there twice.
    .wrong =
        activities:
          - id: sang
            title: Sångstund
            day: monday
            from: "10.00"
            to: "10.30"
          - id: sang-2
            title: Sångstund
            day: monday
            from: "10.00"
            to: "10.30"
    .right =
        activities:
          - id: sang
            title: Sångstund
            day: monday
            from: "10.00"
            to: "10.30"

explain-FC0249 = A phone number that cannot be called
    .why =
        What looks like a phone number but has a digit too few or too many, a hyphen in the wrong place or the letter O for a nought cannot be tapped. Nor is it in fcsite list phones, so that it stays behind when the number is changed.
    .wrong =
        Ring oss på 06118-34 81 000.
    .right =
        Ring 1177 om du är orolig.

explain-FC0250 = A centre far away on the map
    .why =
        The map shows where lat: and lon: say. With a wrong digit, or when they came along from another centre's file, a family goes to the wrong place. So fcsite tells of a centre that lies more than 50 km from all others of its municipality. Of two centres it is the one whose file comes later.

        Look the address up on a map and copy the numbers from there. In a large municipality both may be right: then turn the warning off in the file.

explain-FC0251 = Hours for the whole house, where a service has its own
    .why =
        A season or exception without services: holds for the centre and all its services, those with hours of their own too. Writing that the house is open 9–11 all summer says so of the midwife as well, even if she is there on Mondays alone. Somebody will come to a closed door.

        Write the service's own hours for those days. If it is open like that, turn the warning off in the file.
    .wrong =
        services:
          - kind: child_health
            hours: {"{"}monday: 13–16{"}"}
          - kind: open_preschool
        seasons:
          - {"{"}title: Christmas hours, from: 2026-12-14, to: 2027-01-03, hours: {"{"}monday-friday: 9–11{"}"}{"}"}
    .right =
        services:
          - kind: child_health
            hours: {"{"}monday: 13–16{"}"}
            seasons:
              - {"{"}title: Christmas hours, from: 2026-12-14, to: 2027-01-03, hours: {"{"}monday: 13–15{"}"}{"}"}
          - kind: open_preschool
        seasons:
          - {"{"}title: Christmas hours, from: 2026-12-14, to: 2027-01-03, hours: {"{"}monday-friday: 9–11{"}"}{"}"}

explain-FC0252 = Exceptions and seasons that are over
    .why =
        All their days have passed, so they are shown no longer. Most often they are only old. But a wrong year looks the same: who writes 2026-01-05 in December means January next year, and nobody sees that it is closed then.

        What has been over for two weeks at the most is not told.
    .wrong =
        exceptions:
          - {"{"}dates: 2026-01-05, closed: true, reason: Planning day{"}"}
    .right =
        exceptions:
          - {"{"}dates: 2027-01-05, closed: true, reason: Planning day{"}"}

explain-FC0253 = A whole address in the menu that leads to a page of one's own
    .why =
        An address that was copied from the browser works, but it always leads to the same language, looks like a link to another website and does not follow when the website moves. With page: or centre: fcsite knows where it leads.
    .wrong =
        navigation:
          - {"{"}title: About us, url: https://prov.example/botkyrka/om/{"}"}
    .right =
        navigation:
          - {"{"}title: About us, page: om{"}"}

explain-FC0254 = Too much in one place
    .why =
        What stands in a family centre's file is shown on many pages: its name and phone number in each text that asks for them, its exceptions with each service. So there is a limit to how long fields and lists may be, far beyond what anybody needs. Without it a few lines could make pages that no phone can show.

        Most often something was pasted in the wrong place. Take it out, or divide the text among several files.

explain-FC0255 = Mobile numbers beside names
    .why =
        A list of the staff with everybody's mobile is handy, but what stands on a website spreads and cannot be taken back. If the number is somebody's own it is personal data, and when somebody leaves parents call the wrong one. Write the service's number, and what one can ask about.

        Numbers in the centre's or the municipality's own file count as the service's. The question is asked once for each file.
    .wrong =
        Ring Anna Andersson på 070-174 06 05.
    .right =
        Ring öppna förskolan på 070-174 06 05.

explain-FC0256 = A notice without an end, about what has passed
    .why =
        A notice without until: is shown until somebody takes it away. If all days that it speaks of passed more than a week ago, or it has stood for half a year, it is most likely forgotten. Visitors then do not trust the rest either.
    .wrong =
        notices:
          - title: Stängt den 2 november 2026
    .right =
        notices:
          - title: Stängt den 2 december 2026
            until: 2026-12-02

explain-FC0257 = Hours in the middle of the night
    .why =
        No family centre opens before six in the morning. Most often the hours are written as we say them: one to four in the afternoon is 13–16. Else the page would say 01.00–04.00.
    .wrong =
        hours:
          wednesday: 1–4
    .right =
        hours:
          wednesday: 13–16

explain-FC0258 = Street, postal code and town in one field
    .why =
        The street, the postal code and the town have a field each, so that the page, the map and the open data can show each by itself. With all of it in one field the page shows the postal code twice, and the map does not find the place.
    .wrong =
        address:
          street: Fittja Torg 19, 145 61 Norsborg
          postal_code: 145 61
          city: Norsborg
    .right =
        address:
          street: Fittja Torg 19
          postal_code: 145 61
          city: Norsborg

explain-FC0259 = A row of a table that broke
    .why =
        In the file each row of a table is one line, however long. What goes on on the next line, and a text right below the table, becomes one more row, with its words in the first column. Who reads the table with a screen reader hears them below the wrong heading.
    .wrong =
        | Day | Time |
        |---|---|
        | Monday | 9–12
        and 13–16 |
        | Tuesday | 10–12 |
    .right =
        | Day | Time |
        |---|---|
        | Monday | 9–12 and 13–16 |
        | Tuesday | 10–12 |

explain-FC0260 = The phone number of another centre
    .why =
        When a centre gets a new number the old one easily stays in the texts. Where another centre has that number it still is one of the site, but who calls it reaches the wrong house.

        fcsite compares only where the text says which centre it is about: by centres:, a link, a box or words in braces, or since it is the centre's own file. Where the other centre is named in the text the number belongs there. The municipality's own number may stand everywhere.

explain-FC0261 = A text in another language than its file's
    .why =
        A page's language comes from the name of its file: news.md is in the site's own, news.en.md in English. A screen reader reads the text aloud with the sounds of that language, and who chose the language cannot read the text (WCAG 3.1.1). It happens when the language is forgotten in the name, or the wrong file is saved over.

        fcsite knows Swedish and English by their small words, and speaks only where the text has at least thirty words and there is no doubt.

explain-FC0262 = The same in the menu twice
    .why =
        The menu stands on every page. Where two entries lead to the same place, or two places have the same name, readers do not know which to choose, and who listens hears both on every page.
    .wrong =
        navigation:
          - title: About us
            page: om
          - title: Who we are
            page: om
    .right =
        navigation:
          - title: About us
            page: om

explain-FC0263 = A text that points at what is not there
    .why =
        “Se tiderna nedan” at the end of a page lets readers look for what is not there. Most often it was moved or taken away. A news item about centres shows them below its text, and nothing is said there.
    .wrong =
        Välkommen till oss. Anmäl dig i formuläret nedan.
    .right =
        Välkommen till oss. Anmäl dig hos personalen.

explain-FC0264 = An exception that lasts long
    .why =
        An exception is a few days that are not as usual: a holiday, a planning day, some weeks of the summer. With a wrong year in to: it holds for more than a year, and the page shows wrong hours as long. fcsite asks where an exception is longer than 120 days.
    .wrong =
        exceptions:
          - from: 2027-06-21
            to: 2028-08-13
            closed: true
    .right =
        exceptions:
          - from: 2027-06-21
            to: 2027-08-13
            closed: true

explain-FC0265 = Open data without a publisher
    .why =
        fcsite makes files of the facts on your pages (data/), and a list of them for the Swedish data portal (datasets/dcat). The portal takes no list without knowing who publishes it, and knows organisations by their numbers. So without one there are files, but no list.

        Write organisation_number: in site.yaml, or in municipality.yaml for a municipality that publishes in its own name. Then ask those who have your organisation's data on dataportal.se to add the address of the list. How is said in docs/sv/oppna-data.md.

        This is only told of a site that has an address of its own.

explain-FC0270 = Not weeks
    .why =
        Weeks are written with their numbers and their year, as a Swedish calendar has them: v. 28–30 2026. The year is needed, since the file is still there next summer, and the week would then be another. They go from Monday to Sunday.
    .wrong =
        exceptions:
          - weeks: v. 28–30
            closed: true
    .right =
        exceptions:
          - weeks: v. 28–30 2026
            closed: true

explain-FC0271 = A week that does not exist
    .why =
        Most years have 52 weeks, some have 53: 2026 does, 2027 does not. Over New Year each week has a year of its own.
    .wrong =
        exceptions:
          - weeks: v. 53 2027
            closed: true
    .right =
        exceptions:
          - weeks: v. 53 2026
            closed: true

explain-FC0272 = How often an activity is, is not understood
    .why =
        fcsite works out each day, so it must understand without guessing. “Every other week” may be either of two rows of the calendar, so it must be said from which day. Even and odd weeks go by the numbers of the calendar. After a year with 53 weeks two odd weeks follow each other.
    .wrong =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            repeat: sometimes
            from: 10.00
            to: 10.30
    .right =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            repeat: even weeks
            from: 10.00
            to: 10.30

explain-FC0273 = Nothing says when an exception holds
    .why =
        An exception holds for a day or period (from: and to:), for whole weeks (weeks:) or for some days (dates:). With none of them, or with several, nobody knows which days are meant.
    .wrong =
        exceptions:
          - closed: true
            reason: Planning day
    .right =
        exceptions:
          - dates:
              - 2026-12-14
              - 2027-01-25
            closed: true
            reason: Planning day

explain-FC0274 = Nothing says when an activity is
    .why =
        An activity is on a weekday (day:), on several (days:), or on one or more dates (date: or dates:). On a date it is then alone, so repeat: does not belong there.
    .wrong =
        activities:
          - id: sangstund
            title: Singing time
            from: 10.00
            to: 10.30
    .right =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30

explain-FC0275 = Moved to nowhere
    .why =
        Readers want to know when it is instead: a new day, a new time, or both. If it is not at all, it is cancelled.
    .wrong =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30
            moved:
              - date: 2026-12-08
    .right =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30
            moved:
              - date: 2026-12-08
                to: 2026-12-09

explain-FC0276 = An exception that never holds
    .why =
        Of several exceptions for a day the last one in the file holds. So a centre can be closed for three weeks and still be open on a day in them: write the day after the weeks. But if the later one covers all days of the earlier one, the earlier one is never seen.
    .wrong =
        exceptions:
          - from: 2026-12-14
            hours: 9–12
          - from: 2026-12-10
            to: 2026-12-20
            closed: true
    .right =
        exceptions:
          - from: 2026-12-10
            to: 2026-12-20
            closed: true
          - from: 2026-12-14
            hours: 9–12

explain-FC0277 = Seasons that run into each other
    .why =
        A season is another week than the usual one, such as summer hours. For a day that is in two of them the later one in the file holds. Most often it is a last day that went wrong.
    .wrong =
        seasons:
          - title: Summer hours
            from: 2027-06-15
            to: 2027-08-16
            hours:
              monday-friday: 9–11
          - title: Autumn hours
            from: 2027-08-10
            to: 2027-12-15
            hours:
              monday-friday: 9–12
    .right =
        seasons:
          - title: Summer hours
            from: 2027-06-15
            to: 2027-08-09
            hours:
              monday-friday: 9–11
          - title: Autumn hours
            from: 2027-08-10
            to: 2027-12-15
            hours:
              monday-friday: 9–12

explain-FC0278 = An activity outside the opening hours
    .why =
        An activity belongs to a service, mostly the open preschool. It is not shown on days when that service is closed, and whoever comes after closing time meets a locked door. Often a time went wrong, or the service is not named.
    .wrong =
        hours:
          monday-friday: 9–12
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 13.00
            to: 13.30
    .right =
        hours:
          monday-friday: 9–12
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30

explain-FC0279 = An activity that never takes place
    .why =
        The term is over, each day is closed, or no day fits: a Tuesday between Wednesday and Friday. The activity stands in the file, but nobody can come to it.
    .wrong =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30
            valid_from: 2027-02-03
            valid_to: 2027-02-05
    .right =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30
            valid_from: 2027-02-02
            valid_to: 2027-05-25

explain-FC0280 = A sign-up that has closed
    .why =
        The page says that the sign-up has closed. That is right for a group that is full. But if there is room, or one can ring, a family wants to know.
    .wrong =
        activities:
          - id: babymassage
            title: Baby massage
            day: tuesday
            from: 10.00
            to: 10.30
            registration:
              phone: 08-465 004 04
              closes: 2026-11-10
    .right =
        activities:
          - id: babymassage
            title: Baby massage
            day: tuesday
            from: 10.00
            to: 10.30
            registration:
              phone: 08-465 004 04

explain-FC0281 = Nothing was to be on that day
    .why =
        A day that is cancelled, moved or left out should be one on which the activity was to be. Most often the date is of another weekday, and then the right day is shown as usual.
    .wrong =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30
            cancelled:
              - date: 2027-02-03
                reason: Illness
    .right =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30
            cancelled:
              - date: 2027-02-02
                reason: Illness

explain-FC0282 = Moved to a day when it is closed
    .why =
        An activity does not take place on a day when its service is closed, not even when it was moved there. It is shown as cancelled.
    .wrong =
        hours:
          monday-friday: 9–12
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30
            moved:
              - date: 2027-02-02
                to: 2027-02-06
    .right =
        hours:
          monday-friday: 9–12
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30
            moved:
              - date: 2027-02-02
                to: 2027-02-05

explain-FC0283 = Even or odd weeks that do not go with the first day
    .why =
        The first day is one of the weekdays of the activity, but in a week of the other kind. Then it begins a week later than somebody thinks, or it should be the other weeks.
    .wrong =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            repeat: even weeks
            from: 10.00
            to: 10.30
            valid_from: 2027-02-02
    .right =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            repeat: odd weeks
            from: 10.00
            to: 10.30
            valid_from: 2027-02-02

explain-FC0284 = In which weeks, or on which day, cannot be known
    .why =
        “Every other week” may be either of two rows of the calendar, so it must be said from which day: under repeat: or under valid_from:. And if repeat: names a weekday, it must be the one under day:.
    .wrong =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            repeat: every 2 weeks
            from: 10.00
            to: 10.30
    .right =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            repeat: every 2 weeks from 2026-12-01
            from: 10.00
            to: 10.30

explain-FC0285 = The term ends soon, and nothing comes after it
    .why =
        When the last activity is over the page is empty, and whoever looks believes that the family centre has stopped. The check reminds you two weeks before, if nothing comes afterwards of the same service. It also does so when a season ends and there are no usual hours.
    .wrong =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30
            valid_to: 2026-11-24
    .right =
        activities:
          - id: sangstund
            title: Singing time
            day: tuesday
            from: 10.00
            to: 10.30
            valid_to: 2026-11-24
          - id: sangstund-var
            title: Singing time
            day: wednesday
            from: 10.00
            to: 10.30
            valid_from: 2027-01-13

explain-FC0286 = A planning day when it is closed anyway
    .why =
        A planning day or a day of training is a working day on which nobody may visit. If it is on a public holiday, or on a weekday when it is always closed, one date is most likely wrong, and the right day is shown as open.
    .wrong =
        hours:
          monday-friday: 9–12
        exceptions:
          - from: 2027-01-06
            closed: true
            reason: Planning day
    .right =
        hours:
          monday-friday: 9–12
        exceptions:
          - from: 2027-01-07
            closed: true
            reason: Planning day

explain-FC0287 = Activities without an age
    .why =
        The first thing that a parent asks is whether the activity is for her child. Who chooses an age on the page What’s on sees all activities without one, also those that do not fit. Write the age in months, or whom the activity is for. This is told once for each file that has several activities to choose among.
    .wrong =
        activities:
          - id: babycafe
            title: Baby café
            day: tuesday
            from: 10.00
            to: 11.00
          - id: sangstund
            title: Singing time
            day: thursday
            from: 10.00
            to: 10.30
            age_months: {"{"}min: 0, max: 36{"}"}
    .right =
        activities:
          - id: babycafe
            title: Baby café
            day: tuesday
            from: 10.00
            to: 11.00
            age_months: {"{"}min: 0, max: 12{"}"}
          - id: sangstund
            title: Singing time
            day: thursday
            from: 10.00
            to: 10.30
            age_months: {"{"}min: 0, max: 36{"}"}

explain-FC0288 = Dates of an activity that do not fit together
    .why =
        Each date is right by itself, but together they cannot be meant: a day that is moved by months, one that is both cancelled and moved, a last day to sign up when all is over. Most often a year or a month is wrong.
    .wrong =
        activities:
          - id: babymassage
            title: Baby massage
            day: tuesday
            from: 10.00
            to: 10.30
            valid_to: 2027-03-30
            moved:
              - {"{"}date: 2026-12-08, to: 2027-12-09{"}"}
    .right =
        activities:
          - id: babymassage
            title: Baby massage
            day: tuesday
            from: 10.00
            to: 10.30
            valid_to: 2027-03-30
            moved:
              - {"{"}date: 2026-12-08, to: 2026-12-09{"}"}

explain-FC0289 = A drop-in that one signs up for
    .why =
        Whoever reads both does not know whether to come. Drop-in means that nobody signs up.
    .wrong =
        activities:
          - id: babymassage
            title: Baby massage
            day: tuesday
            from: 10.00
            to: 10.30
            access: drop_in
            registration:
              email: namn@example.se
    .right =
        activities:
          - id: babymassage
            title: Baby massage
            day: tuesday
            from: 10.00
            to: 10.30
            access: booking
            registration:
              email: namn@example.se
explain-FC0290 = A synonym without another word
    .why =
        A group of synonyms is words that mean the same to those who search. Whoever types one of them finds what has another. So a group has at least two: a name that people use, and the one that stands on the pages. Capitals and signs make no difference.
    .wrong =
        synonyms:
          - [The yellow house]
    .right =
        synonyms:
          - [The yellow house, Fittja]

explain-FC0310 = A file that cannot be brought in
    .why =
        fcsite import reads activities from workbooks of Excel (.xlsx) and from CSV, texts of Word (.docx) and exports of WordPress (.xml). What a file is its content says, and not its name. One that was saved in an older format (.xls, .doc) has to be opened and saved in the new one. A list of activities needs a row of headings, such as Activity, Day and Time.

explain-FC0320 = A map that cannot be read
    .why =
        A map is drawn on the front page from the file map.geojson. It needs areas or lines with longitude and latitude in degrees. Everything else in the file, such as names and numbers, is not read and not published.

        Map programs often save in SWEREF 99, whose coordinates are metres. Choose WGS 84 (EPSG:4326) when you export.

explain-FC0321 = A map that does not show everything
    .why =
        A map with a single point says nothing, and with too many points they cannot be pressed. A centre beyond the map's edges cannot be drawn. Whoever looks at the map easily thinks that it shows everything.

explain-FC0330 = An archive that is damaged
    .why =
        The archive has a list, SHA256SUMS, with a checksum of each file. Before anything is added the sums are computed again, and when a day is shown each part of the year's file is compared with its own sum. Where one does not fit, the file has changed since it was written: by a broken disk, an interrupted copy, or somebody who saved it again.

        fcsite never writes over a damaged archive, since what is left may be all there is. Restore the file from a backup. Without one: leave the folder, tell the archivist, and let the next publication begin a new archive in an empty folder.

explain-FC0331 = Something that could not be archived or shown
    .why = The archive lies in a folder of its own, with nothing else in it. What is published is added there afterwards. Where that fails (the disk is full, the folder cannot be reached, somebody else is at it) the archive is as it was, and the website is published all the same. The command fcsite archive tries again, and adds nothing that is there already.
