# What `fcsite publish` says. Reasons (`target-…`, `seen-…`) stand within the messages of FC0157 and FC0158.

progress-sending = Sending
publish-plan = { $target }: { $new ->
        [one] { $new } new page
       *[other] { $new } new pages
    }, { $changed } changed, { $gone } removed. { $files ->
        [one] { $files } file
       *[other] { $files } files
    } to send ({ $size }).
publish-new = { "  " }New: { $pages }{ $more ->
        [0] {""}
       *[other] {""} and { $more } more (-v shows all)
    }
publish-changed = { "  " }Changed: { $pages }{ $more ->
        [0] {""}
       *[other] {""} and { $more } more (-v shows all)
    }
publish-gone = { "  " }Removed: { $pages }{ $more ->
        [0] {""}
       *[other] {""} and { $more } more (-v shows all)
    }
publish-files = { "  " }Files that are removed: { $pages }{ $more ->
        [0] {""}
       *[other] {""} and { $more } more (-v shows all)
    }
publish-dry = Nothing was sent: --dry-run only says what would happen.
publish-nothing = Everything is published already. Nothing was sent.
publish-goes-on = The last publication was interrupted. This one resumes it.
publish-others = Somebody else has published since: { $by }, { $at }. What changes if you publish now is listed above.
publish-forgotten = The list of fcsite’s files there is gone or damaged. What this computer sent last is used instead, and everything is sent again.
publish-broken = A publication from { $by } began at { $at } and has not ended. If it is still under way, wait for it.
publish-loss = { $gone } of { $pages } pages are removed. Is that intended?
publish-strangers = { $count ->
        [one] A file there does not come from fcsite publish, and is replaced: { $files }
       *[other] { $count } files there do not come from fcsite publish, and are replaced: { $files }
    }
publish-ask = Publish? (y/n)
publish-new-key = The server { $host } is new to this computer. The fingerprint of its key (with FTPS: of its certificate) is { $print }. Ask those who run the server whether it is right.
publish-other-key = publish.yaml says that the key of { $host } (with FTPS: its certificate) is { $print }. This computer knows the server by another. It may have got a new one, or it is another server. Ask those who run the server which is right.
publish-ask-key = Is it right? (y/n)
publish-password = Password of { $user } on { $host }:
publish-key-words = Passphrase for your key:
publish-unanswered = Nothing was sent. Answer yes, or give --yes in a script.
publish-done = Published: { $new ->
        [one] { $new } new page
       *[other] { $new } new pages
    }, { $changed } changed, { $gone } removed. { $files ->
        [one] { $files } file
       *[other] { $files } files
    } sent ({ $size }).
publish-undone = Undone: the previous publication is back. { $new ->
        [one] { $new } page restored
       *[other] { $new } pages restored
    }, { $changed } changed, { $gone } removed. { $files ->
        [one] { $files } file
       *[other] { $files } files
    } sent ({ $size }).
publish-seen = Checked { $url }: { $count ->
        [one] { $count } page is as it was sent.
       *[other] { $count } pages are as they were sent.
    }

target-no-folder = there is no folder { $path }
target-own-folder = the folder { $path } is what the site is made from, or holds it
target-of-program = the folder { $path } belongs to a program, as .git does
target-link = { $path } is a link, and nothing is written through it
target-system = { $path }: { $said }
target-damaged = the file { $path } there is damaged, so nobody knows which files are fcsite's
target-bad-path = { $path } is not a valid name on every server
target-source-moved = { $path } changed while it was being sent
target-stopped = it was stopped. The next publication resumes it
target-taken-over = another computer took over this publication
target-short = { $path } arrived incomplete
target-no-server = no connection to { $host } ({ $said })
target-no-sftp = { $host } does not offer SFTP
target-not-let-in = { $host } rejected the login. Check the name of the account, and that the server has your key
target-not-let-in-ftps = { $host } rejected the login. Check the name of the account and the password
target-no-tls = { $host } does not offer FTPS, that is FTP with encryption. fcsite sends no password over plain FTP. Ask those who run the server for FTPS or SFTP
target-needs-keys = { $host } wants keys. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
target-keys-kept = { $host } stands in publish.yaml, but nobody here has published there, so the keys of AWS_ACCESS_KEY_ID were not used. If the server is yours, set FCSITE_SERVER to { $host } too
target-no-s3 = { $host } does not answer as an S3
target-without = this fcsite was built without { $kind }, so it cannot publish to { $host }
target-no-handshake = no encrypted connection to { $host } came about ({ $said })
target-slow = { $host } took too long, so the connection was closed
target-certificate-changed = { $host } shows another certificate than it should: { $print }. That may be another server. Ask those who run it. If the certificate is right, write it after certificate: in publish.yaml
target-wrong-words = the passphrase does not open the key file { $path }
target-bad-key = the key file { $path } cannot be used
target-dear-key = the key file { $path } is locked so hard that opening it takes too long. Lock it anew: ssh-keygen -p -a 100 -f { $path }
target-key-unknown = { $host } shows a certificate, and fcsite knows servers by their keys
target-key-changed = { $host } shows another key than it used to: { $print }. That may be another server. Ask those who run it. If the key is right, write it after host_key: in publish.yaml
target-new-key = { $host } is new to this computer, and nobody said that the fingerprint of its key or certificate, { $print }, is right
target-other-key = publish.yaml says that the key or certificate of { $host } is { $print }, this computer knows the server by another, and nobody said that the new one is right
target-needs-secret = { $host } asks for a password, and nobody is there to type one
target-not-met = { $host } stands in publish.yaml, but nobody here has published there, so the password of FCSITE_PASSWORD was not sent. If the server is yours, publish once from a terminal, or set FCSITE_SERVER to { $host } too
target-busy = another fcsite publish is under way from this folder
target-busy-elsewhere = a publication from { $by }, begun at { $at }, is under way there. Wait until it has ended
target-changed = somebody else has published while you answered
target-undo-damaged = what was there before the last publication is not whole on this computer any more
target-no-undo = this computer has not kept what was there before the last publication
seen-no-answer = no answer came ({ $said })
seen-status = the server answered { $status }
seen-within = the address leads to this computer or an internal network, so it was not asked. Look yourself, or add --look
seen-other = the server shows something else than what was sent

## The archive: what `fcsite archive` says. `archive-…` from -broken to -twice stand after a file's name in FC0330, the rest in FC0331.

archive-added = Archived in { $file }: { $new ->
        [one] 1 new file
       *[other] { $new } new files
    }, { $changed ->
        [one] 1 changed
       *[other] { $changed } changed
    }, { $gone ->
        [one] 1 removed
       *[other] { $gone } removed
    }. { $whole ->
        [one] 1 file was kept whole
       *[other] { $whole } files were kept whole
    }, { $revisits ->
        [one] 1 was there already
       *[other] { $revisits } were there already
    }.
archive-nothing = The archive has everything already. Nothing was added.
archive-shown = The website as it was on { $day } (published { $published }) is in { $folder }: { $files ->
        [one] 1 file
       *[other] { $files } files
    }.
archive-after = It was published, but not archived.
archive-broken = is cut short, or changed so that it cannot be read
archive-part = has a part that was changed: { $part }
archive-record = has a file that is not as it was: { $path }
archive-address = has an address that no website has: { $address }
archive-twice = has the same file twice: { $path }
archive-changed = is not as it was written: its checksum does not fit
archive-missing = is missing
archive-link = is a link, and fcsite follows none
archive-no-file = is no plain file
archive-unlisted = does not stand in SHA256SUMS
archive-foreign = { $path } holds something else than an archive ({ $name }). Choose an empty folder
archive-other-site = { $path } is the archive of { $archived }, and this site is { $site }. An archive is one site’s: choose another folder
archive-busy = somebody else is adding to { $path } just now
archive-later = it would be archived as { $day }, but the archive has { $last } already. An archive does not go back in time
archive-moved = { $path } changed while it was archived
archive-none = there is no archive in { $path }
archive-no-day = it has nothing of { $day } or before
archive-taken = { $path } is there already. Choose a new folder, or an empty one, with --output
archive-new = The archive that publish.yaml names, { $path }, lies outside the site’s folder, and nobody has added to it from here. Is it yours?
archive-unanswered = Nothing was archived. Write the folder after the command if it is yours: fcsite archive { $path }
archive-no-folder = Which folder the archive is in was not said. Write it after the command (fcsite archive ../archive), or as archive: in publish.yaml.
archive-no-site = site.yaml cannot be read
