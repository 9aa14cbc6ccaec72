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
    }. Nothing was published; { $output } is as it was.
report-more = … and { $count } more in { $file }
report-page = while making { $page }
watch-waiting = Waiting for changes in content/ and themes/. Stop with Ctrl-C.
serve-waiting = The site is at { $url }. Waiting for changes in content/ and themes/. Stop with Ctrl-C.
serve-failed = { $reason }
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
progress-rendering = making the pages
