//! A long build is given up for what is saved while it is under way, and nothing of it is on the site or remembered.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use fcsite::host::session::Session;
use fcsite::host::watch::{Watch, WatchLook};

use super::world::{DAY, DEADLINE, SITE, clean, files, job, news, saved, site, write};

const LAYOUT: &str = "themes/egen/templates/layout.html";

fn layout(head: &str) -> String {
    format!("{{% extends \"base/layout.html\" %}}{{% block header %}}<p>{head}</p>{{% endblock %}}\n")
}

#[test]
fn a_long_build_is_given_up_for_a_newer_save_a_few_times_and_leaves_the_site_as_it_was() {
    let dir = site();
    let (source, output) = (dir.path(), dir.path().join("public"));
    write(source, "themes/egen/theme.yaml", "name: Egen\nextends: base\n");
    write(source, LAYOUT, layout("Ett"));
    write(source, "content/site.yaml", format!("{SITE}theme: egen\n"));
    let mut session = Session::new(job(source, &output));
    assert!(session.build().outcome.published);
    let before = files(&output);
    saved(&mut session, source, LAYOUT, &layout("Två"));
    for time in 1..=5 {
        assert!(session.build_unless(Duration::ZERO, || true).is_none(), "{time}");
        assert!(files(&output) == before, "{time}: nothing of it is on the site");
    }
    // However often somebody saves, the site is made in the end.
    let rebuilt = session.build_unless(Duration::ZERO, || true).unwrap();
    assert!(rebuilt.outcome.published && files(&output) == clean(source, DAY).unwrap());
    assert!(files(&output) != before);
    // And nothing of what was given up is remembered: what is saved next is seen beside it.
    saved(&mut session, source, LAYOUT, &layout("Tre"));
    assert!(session.build_unless(Duration::ZERO, || true).is_none());
    let item = "content/alfa/news/2026-01-02-nyhet.md";
    saved(&mut session, source, item, &news("Nyhet", "En ny text."));
    let rebuilt = session.build_unless(Duration::ZERO, || false).unwrap();
    assert!(rebuilt.outcome.published && files(&output) == clean(source, DAY).unwrap());
}

#[test]
fn a_build_that_is_given_up_halfway_forgets_nothing_that_was_saved() {
    let dir = site();
    let (source, output) = (dir.path(), dir.path().join("public"));
    let mut session = Session::new(job(source, &output));
    assert!(session.build().outcome.published);
    let item = "content/beta/news/2026-01-02-nyhet.md";
    saved(&mut session, source, item, &news("Nyhet", "En ny text."));
    // One municipality is made, the other is not.
    let asked = AtomicUsize::new(0);
    let is_outdated = move || asked.fetch_add(1, Ordering::Relaxed) == 1;
    let given_up = session.build_unless(Duration::ZERO, is_outdated);
    assert!(given_up.is_none());
    let rebuilt = session.build_unless(Duration::ZERO, || false).unwrap();
    assert!(rebuilt.outcome.published && files(&output) == clean(source, DAY).unwrap());
    assert!(rebuilt.edited.is_some());
}

#[test]
fn a_build_that_is_soon_done_is_not_given_up() {
    let dir = site();
    let mut session = Session::new(job(dir.path(), &dir.path().join("public")));
    assert!(session.build_unless(DEADLINE, || true).is_some());
}

#[test]
fn what_was_saved_and_not_told_yet_is_known_to_who_listens() {
    let dir = site();
    let source = dir.path().canonicalize().unwrap();
    let mut watch = Watch::start(&source, None, |_| ());
    let has_news = watch.listener();
    let next = |watch: &mut Watch| watch.next(Some(Instant::now() + Duration::from_millis(300)));
    while next(&mut watch) != WatchLook::Nothing {}
    assert!(!has_news());
    write(&source, "public/index.html", "Detta är inte källan.");
    write(&source, "content/alfa/news/2026-01-02-nyhet.md", news("Nyhet", "Ny text."));
    let began = Instant::now();
    while !has_news() {
        assert!(began.elapsed() < DEADLINE, "nothing was heard");
        std::thread::sleep(Duration::from_millis(1));
    }
    assert!(
        matches!(next(&mut watch), WatchLook::Paths(paths) if paths.iter().all(|path| path.starts_with("content")))
    );
    while next(&mut watch) != WatchLook::Nothing {}
    assert!(!has_news());
}
