# Bringing in (fcsite import): what is said of other programs' files.

import-broken = the file is damaged, or not what it seems to be. Open it in its program, save it anew and try again.
import-deep = the file has parts within each other, too many deep.
import-parts = the file consists of more than { $most } parts.
import-unpacked = the file is larger than { $most } MB when it is unpacked.
import-pieces = the file consists of more than { $most } pieces.
import-link = it is a link within the site’s own folder, or lies behind one, and such links are not followed. Name the file itself.
import-kind = it is no workbook of Excel (.xlsx), no CSV and no text of Word (.docx).
import-old-office = it is saved in an older format (.xls or .doc), or has a password. Open it, take the password away and save it as .xlsx or .docx.
import-is-text = it is a text of Word. It becomes a news item or a page: write --to and the folder, such as --to botkyrka/news.
import-is-export = it looks like an export of WordPress. Its posts become news and its pages pages: write for instance --to botkyrka/news.
import-is-sheet = it is a list. Activities are brought in to a centre: write for instance --to botkyrka/fittja.
import-there = { $path } is there already, and nothing is written over. Give the text another title in Word, or move what is there.
import-no-text = it is neither a text of Word (.docx) nor an export of WordPress (.xml). Lists of activities are brought in to a centre, for instance with --to botkyrka/fittja.
import-long = the text has more than { $most } paragraphs.
import-cells = the tables of the text have more than { $most } cells together.
import-no-title = it has no title that a web address can be made of. Give it a line in the style Title or Heading 1.
import-faults = the text would keep the site from being built. Change what stands above in Word, and try again.
import-word-notes = – Footnotes: write what matters into the text.
import-word-comments = – Comments of reviewers.
import-word-links = – Links that do not begin with http, https or mailto: the words stay, without a link.
import-word-drawings = – Text boxes, charts and embedded files: write what matters into the text, or put the file into files/ and link to it.
import-word-pictures = – Pictures that browsers do not show (WMF, EMF, TIFF, SVG), or more than 40. Save them as JPEG or PNG.
import-word-alt = { $count ->
        [one] – One picture has no description. Write what it shows where it says “Write here what the picture shows”.
       *[other] – { $count } pictures have no description. Write what they show where it says “Write here what the picture shows”.
    }
import-text-would = This becomes { $files }:
import-text-done = It is a draft. Read the text through, see it with fcsite serve, and remove the line “draft: true” when it is ready.
import-no-heading = no row has headings that are known. Write a row above the list with at least Activity, Day and Time.
import-not-in-order = something is wrong in { $file } already. Mend what fcsite check shows, and try again.
import-unsure = the rows cannot be added to { $file } without something else in it changing.
import-two-times = “{ $value }” is more than one time. Write a row for each of them.
import-twice = “{ $value }” says something else than another column about the same thing, and the file has room for one. Leave one of them.
import-registration = “{ $value }” does not say how to sign up. Write a phone number, an e-mail address or a web address that begins with https://, or yes or no.
import-left-heading = This is not carried over:
import-left-row = – Row { $row }: { $what }
import-left-cell = – Row { $row }, column { $column } ({ $heading }): { $what }
import-left-column = – Column { $column } ({ $heading }): the file has no field for it. If something in it matters, write it in the column Description.
import-left-sheet = – The sheet “{ $name }”: only one sheet is read. Move it to the front of the workbook, or save it by itself.
import-left-rows = – The rows after the first { $most }: so many are not read.
import-found = { $new ->
        [0] No new activities for { $file }
        [one] One new activity for { $file }
       *[other] { $new } new activities for { $file }
    }{ $there ->
        [0] {""}
       *[other] , { $there } that are there already
    }{ $left ->
        [0] {""}
        [one] , one row that is not carried over
       *[other] , { $left } rows that are not carried over
    }.
import-dry = Nothing is written. Add --write when it looks right.
import-ask = Write it in { $file }? [y/N]
import-done = Written. See the page with: fcsite serve --open
import-mend = Mend the cells in the file and bring it in once more: the rows that are written by then are not taken twice.
import-no-export = it is no export of WordPress. Make one in WordPress with Tools, Export, All content: that gives a file ending in .xml.
import-export-broken = the file is not whole from line { $line } on. Export it from WordPress once more, or mend the line in a text editor, and try again.
import-no-posts = there are no posts in the export. Pages are brought in with --to { $owner }/pages.
import-no-pages = there are no pages in the export. Posts are brought in with --to { $owner }/news.
import-post-long = the text has more than { $most } paragraphs, and the rest is gone.
import-post-program = { $kind ->
        [iframe] a frame of another website ({ $address })
        [video] a film ({ $address })
        [audio] a sound ({ $address })
        [form] a form
       *[other] an embedded program ({ $address })
    } has no place in a text. Link to it instead.
import-post-code = the short code [{ $code }] is for WordPress. Write what it showed.
import-post-picture = the picture { $address } is not there. Put it in the folder uploads beside the export, in the same folders as in the address (in the editor: choose it under Pictures) before you write, or add it by hand.
import-post-alt = a picture has no description, so the text is a draft. Write what it shows where it says “Write here what the picture shows”.
import-post-lead = no lead can be made of the text, so it is a draft. Write one.
import-post-link = the link to { $address } cannot be written. Its words are kept.
import-post-own-link = the link leads to the old website ({ $address }), and no published text is here for it. Its words are kept.
import-post-category = no news item of the site has the category “{ $category }”.
import-post-alias = the old address { $address } cannot lead here. Only whoever runs the web server can arrange that.
import-post-trash = it was in the bin.
import-post-no-name = it has no title, or no date, to make a name of.
import-post-too-long = the text is longer than a page may be.
import-left-post = – Line { $line }, “{ $title }”: { $what }
import-left-posts = – What comes after the first { $most } posts and pages: so many are not read.
import-found-posts = { $new ->
        [0] None that are new and ready
        [one] One new
       *[other] { $new } new
    }{ $drafts ->
        [0] {""}
        [one] , one draft
       *[other] , { $drafts } drafts
    }{ $there ->
        [0] {""}
       *[other] , { $there } already there
    }{ $left ->
        [0] {""}
       *[other] , { $left } not carried over
    }. Pictures: { $pictures }.
import-posts-pictures = These pictures come with them:
import-posts-done = Written. See the pages with: fcsite serve --open
import-row-missing = { $what ->
        [to] The time when it ends is missing. Write when the activity begins and ends in the column of times, for example 10–11.
        [from] The time is missing. Write when the activity begins and ends in the column of times, for example 10–11.
        [title] The name of the activity is missing. Write it in the list.
       *[other] { $field } is missing. Fill it in in the list.
    }
