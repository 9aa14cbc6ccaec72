//! Publications that are killed, with a reader who is on the site all the while.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::project::Project;
use super::web::{Web, WebFolder};

/// The address that the site is made for.
const BASE: &str = "https://lan.example";

/// How many publications are killed; `KILLS` says another number.
pub fn kills(usual: u32) -> u32 {
    std::env::var("KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

/// Reads from the front page on, again and again, and notes what a reader should never meet.
pub fn read_all_the_while(web: &dyn Web, stop: &AtomicBool, pages: &AtomicUsize) -> Vec<String> {
    let mut wrong = Vec::new();
    while !stop.load(Ordering::Relaxed) {
        let (mut seen, mut open) = (BTreeSet::new(), vec![PathBuf::from("index.html")]);
        while let Some(path) = open.pop() {
            if !seen.insert(path.clone()) || stop.load(Ordering::Relaxed) {
                continue;
            }
            let Some(text) = web.text(&path) else { continue };
            pages.fetch_add(1, Ordering::Relaxed);
            if path.extension().is_some_and(|extension| extension == "html")
                && !text.trim_end().ends_with("</html>")
            {
                wrong.push(format!("{} is torn", path.display()));
            }
            for link in links(&path, &text) {
                if !web.has(&link) && is_missing(web, &path, &link) && is_led_to(web, &path) {
                    wrong.push(format!("{} leads to {}, which is not there", path.display(), link.display()));
                }
                if is_read(&link) {
                    open.push(link);
                }
            }
        }
    }
    wrong
}

/// Does a reader who begins now come to a page? One that is about to go may lead to another that went a moment before.
fn is_led_to(web: &dyn Web, page: &Path) -> bool {
    let (mut seen, mut open) = (BTreeSet::new(), vec![PathBuf::from("index.html")]);
    while let Some(path) = open.pop() {
        if path == page {
            return true;
        }
        if seen.insert(path.clone()) {
            let text = web.text(&path).unwrap_or_default();
            open.extend(links(&path, &text).into_iter().filter(|link| is_read(link)));
        }
    }
    false
}

/// Is it a file that leads to others?
fn is_read(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| ["html", "css", "xml", "json"].iter().any(|one| extension == *one))
}

/// Ends the reader, also when a test fails on the way.
struct Ending<'a>(&'a AtomicBool);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

/// A page that was read a moment ago may be another by now. Does the one that is there lead to what is not?
fn is_missing(web: &dyn Web, path: &Path, link: &Path) -> bool {
    (0..3).all(|_| {
        let leads = web.text(path).is_some_and(|text| links(path, &text).contains(link));
        leads && !web.has(link)
    })
}

/// The files of the site that a page, style, feed, sitemap or index leads to or shows.
fn links(path: &Path, text: &str) -> BTreeSet<PathBuf> {
    let after = |start: &'static str, ends: &'static [char]| {
        text.match_indices(start).map(move |(at, _)| text[at + start.len()..].split(ends).next().unwrap())
    };
    let wide = after("srcset=\"", &['"'])
        .flat_map(|set| set.split(','))
        .filter_map(|one| one.split_whitespace().next());
    let shown = after("url(", &[')']).map(|address| address.trim_matches(['"', '\'']));
    let near = after("href=\"", &['"']).chain(after("src=\"", &['"'])).chain(wide).chain(shown);
    let far = [
        after("content=\"", &['"']),
        after("<loc>", &['<']),
        after("<id>", &['<']),
        after("\"url\":\"", &['"']),
    ];
    let top = format!("{BASE}/");
    let far = far.into_iter().flatten().filter_map(|address| address.strip_prefix(&top));
    let folder = path.parent().unwrap();
    near.filter_map(|link| file_of(folder, link))
        .chain(far.filter_map(|link| file_of(Path::new(""), link)))
        .collect()
}

/// The file that a link from a folder leads to, if it is one of the site's.
fn file_of(folder: &Path, link: &str) -> Option<PathBuf> {
    let link = link.split(['#', '?']).next().unwrap();
    if link.is_empty() || link.contains(':') || link.starts_with('/') {
        return None;
    }
    let mut whole: Vec<&str> = folder.iter().map(|part| part.to_str().unwrap()).collect();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(whole.pop()),
            part => whole.push(part),
        }
    }
    let mut file: PathBuf = whole.iter().collect();
    if link.ends_with('/') || link.ends_with("..") || link == "." {
        file.push("index.html");
    }
    Some(file)
}

/// Makes the next site: other titles everywhere, one news item more or fewer, another colour.
pub fn change(project: &Project, round: u32) {
    project.write(
        "content/site.yaml",
        &format!("title: Länet {round}\nbase_url: {BASE}\norganisation: Länet\n"),
    );
    let colour = ["7a1f5c", "1f5c7a", "2d6a1f"][usize::try_from(round % 3).unwrap()];
    project.write(
        "content/alfa/municipality.yaml",
        &format!("name: Alfa {round}\ncode: \"0127\"\nlook: {{colour: '#{colour}'}}\n"),
    );
    for day in 13..=20 {
        let path = format!("content/alfa/news/2026-01-{day:02}-nyhet.md");
        if (round + day).is_multiple_of(3) && project.source().join(&path).exists() {
            project.remove(&path);
        } else {
            project.news(day, &format!("Varv {round}."));
        }
    }
}

/// Publishes again and again, and kills most of them at some moment. In the end the target is what the last build made.
pub fn kill_and_look(project: &Project, arguments: &[&str], kills: u32) {
    kill_and_look_at(project, &WebFolder(project.web()), arguments, kills);
}

/// The same, where the target is seen otherwise.
pub fn kill_and_look_at(project: &Project, web: &dyn Web, arguments: &[&str], kills: u32) {
    let (stop, pages) = (AtomicBool::new(false), AtomicUsize::new(0));
    project.publish(arguments, 0);
    change(project, 1);
    let began = Instant::now();
    project.publish(arguments, 0);
    let whole = began.elapsed();
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| read_all_the_while(web, &stop, &pages));
        let ending = Ending(&stop);
        let (mut killed, mut broken) = (0, 0);
        for round in 2..kills + 2 {
            change(project, round);
            let before = web.journal();
            let mut child = project.command(arguments).stderr(std::process::Stdio::null()).spawn().unwrap();
            // A number that has no order: how long after the first file is on its way, in thousandths of a second.
            let part = u64::from(round.wrapping_mul(2_654_435_761) >> 16) % 100;
            let began = Instant::now();
            // A fourth of them at any moment, the others once files are on their way, however long a busy machine takes until then.
            let is_near = || match round % 4 {
                0 => began.elapsed() >= whole * 3 / 4,
                _ => web.journal().is_some_and(|now| Some(now) != before),
            };
            while child.try_wait().unwrap().is_none() && !is_near() {
                std::thread::sleep(Duration::from_millis(1));
            }
            std::thread::sleep(Duration::from_millis(part));
            killed += u32::from(child.try_wait().unwrap().is_none());
            let _ = child.kill();
            child.wait().unwrap();
            broken += u32::from(web.journal().is_some_and(|now| Some(now) != before));
        }
        let said = project.publish(arguments, 0);
        drop(ending);
        let wrong = reader.join().unwrap();
        assert!(wrong.is_empty(), "{said}\n{}", wrong.join("\n"));
        assert!(killed * 4 > kills && broken > 0, "{killed} were killed, {broken} while files were sent");
    });
    assert!(pages.load(Ordering::Relaxed) > web.least_read(), "the reader read {pages:?} pages");
    // Style of the one before stays for one more, of a build as of a publication.
    let (mut built, mut there) = (project.built(), web.files());
    built.retain(|path, _| !path.contains("assets/"));
    there.retain(|path, _| !path.contains("assets/"));
    assert_eq!(there, built);
    assert_eq!(web.own(), [".fcsite-published"]);
}

#[test]
fn a_reader_of_a_folder_never_meets_a_page_whose_files_are_missing_whenever_publications_are_killed() {
    kill_and_look(&Project::new(), &[], kills(20));
}
