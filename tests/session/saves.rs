//! Every way that editors save is seen once and only once; every way that folders come and go is seen.

use std::fs;
use std::time::Duration;

use super::world::{DAY, Kept, SITE, centre, clean, files, news, site, write};

const NEWS: &str = "content/alfa/news/2026-01-02-nyhet.md";
const PAGE: &str = "alfa/nyheter/2026-01-02-nyhet/index.html";

fn shows(kept: &Kept, page: &str, text: &str) -> bool {
    fs::read_to_string(kept.output.join(page)).is_ok_and(|page| page.contains(text))
}

#[test]
fn each_way_of_saving_is_one_build_or_two_where_a_busy_machine_parts_it() {
    let dir = site();
    let kept = Kept::up(dir.path(), None);
    let file = kept.source.join(NEWS);
    let beside = |name: &str| file.with_file_name(name);
    type Save<'a> = (&'a str, &'a dyn Fn(&str));
    let ways: [Save<'_>; 5] = [
        ("in place", &|text| fs::write(&file, text).unwrap()),
        ("a file beside, renamed over it", &|text| {
            fs::write(beside(".2026.md.tmp"), text).unwrap();
            fs::rename(beside(".2026.md.tmp"), &file).unwrap();
        }),
        ("removed and made", &|text| {
            fs::remove_file(&file).unwrap();
            fs::write(&file, text).unwrap();
        }),
        ("a backup as vim makes it", &|text| {
            fs::rename(&file, beside(".2026.md~")).unwrap();
            fs::write(&file, text).unwrap();
            fs::remove_file(beside(".2026.md~")).unwrap();
        }),
        ("in two writes", &|text| {
            fs::write(&file, &text[..20]).unwrap();
            fs::write(&file, text).unwrap();
        }),
    ];
    for (number, (way, save)) in ways.into_iter().enumerate() {
        let before = kept.builds().len();
        save(&news("Nyhet 2", &format!("Sparad på sätt {number}.")));
        kept.wait(way, || shows(&kept, PAGE, &format!("Sparad på sätt {number}.")));
        // What is saved after it is one build more, and by then all that the save led to has been.
        let after = format!("Efter sätt {number}.");
        kept.write("content/beta/news/2026-01-02-nyhet.md", news("Nyhet 2", &after));
        kept.wait("what was saved after it", || shows(&kept, &PAGE.replace("alfa", "beta"), &after));
        kept.wait("both builds are told", || kept.builds().len() >= before + 2);
        // What is on the disk is told a moment later, so a build that was parted from the way before may be among them.
        let builds = kept.builds().len() - before;
        assert!(builds <= 4, "{way}: {builds} builds");
    }
    kept.wait_until_clean("after all ways");
}

#[test]
fn the_region_comes_with_the_second_municipality_and_goes_with_it() {
    let dir = site();
    let kept = Kept::up(dir.path(), None);
    let front = "index.html";
    let (beta, away) = (kept.source.join("content/beta"), dir.path().join("away"));
    for round in 0..2 {
        assert!(shows(&kept, front, "site-region"), "round {round}");
        fs::rename(&beta, &away).unwrap();
        kept.wait("the region's end", || shows(&kept, front, "url=alfa/"));
        kept.wait_until_clean("with one municipality");
        // An edit of the only municipality, and one that its own 404 page shows.
        kept.write(NEWS, news("Nyhet 2", &format!("Ensam {round}.")));
        kept.wait("an edit", || shows(&kept, PAGE, &format!("Ensam {round}.")));
        let config = format!("name: Alfa {round}\ncode: \"0127\"\n");
        kept.write("content/alfa/municipality.yaml", config);
        kept.wait("a new name", || shows(&kept, "404.html", &format!("Alfa {round}")));
        kept.wait_until_clean("after edits");
        fs::rename(&away, &beta).unwrap();
        kept.wait("the region", || shows(&kept, front, "site-region"));
        kept.wait_until_clean("with two municipalities");
    }
}

#[test]
fn a_touch_without_a_change_builds_nothing() {
    let dir = site();
    let kept = Kept::up(dir.path(), None);
    let before = kept.builds().len();
    let text = fs::read(kept.source.join(NEWS)).unwrap();
    fs::write(kept.source.join(NEWS), &text).unwrap();
    let file = fs::File::options().write(true).open(kept.source.join(NEWS)).unwrap();
    file.set_modified(std::time::SystemTime::now() + Duration::from_secs(5)).unwrap();
    // A file that did change is looked at after it; had the touch been one, there would be a build more.
    let beside = dir.path().join("efter.md");
    fs::write(&beside, news("Efter", "Text.")).unwrap();
    fs::rename(&beside, kept.source.join("content/alfa/news/2026-01-09-efter.md")).unwrap();
    kept.wait("the edit after it", || kept.builds().len() > before);
    kept.wait_until_clean("after both");
    assert_eq!(kept.builds().len(), before + 1);
}

#[test]
fn a_checkout_of_two_thousand_files_is_few_builds_and_whole() {
    let dir = site();
    let kept = Kept::up(dir.path(), None);
    let before = kept.builds().len();
    for number in 0..2000 {
        let name = format!(
            "content/gamma{}/news/2025-{:02}-{:02}-nr-{number}.md",
            number % 2,
            number % 12 + 1,
            number % 28 + 1
        );
        kept.write(&name, news(&format!("Nummer {number}"), "Text."));
    }
    for id in ["gamma0", "gamma1"] {
        kept.write(&format!("content/{id}/municipality.yaml"), format!("name: {id}\ncode: \"0180\"\n"));
    }
    kept.wait_until_clean("after the checkout");
    let builds = kept.builds().len() - before;
    assert!(builds <= 40, "{builds} builds for 2,000 files");
}

#[test]
fn folders_that_are_moved_in_and_out_and_a_new_municipality_are_seen() {
    let dir = site();
    let away = tempfile::TempDir::new_in(dir.path().parent().unwrap()).unwrap();
    let kept = Kept::up(dir.path(), None);
    write(away.path(), "gamma/municipality.yaml", "name: Gamma\ncode: \"0180\"\n");
    write(away.path(), "gamma/centres/nya.yaml", centre("Nya"));
    fs::rename(away.path().join("gamma"), kept.source.join("content/gamma")).unwrap();
    kept.wait_until_clean("a municipality moved in");
    assert!(kept.output.join("gamma/familjecentraler/nya/index.html").exists());
    kept.write("content/gamma/news/2026-02-01-efter.md", news("Efter", "Efter flytten."));
    kept.wait_until_clean("a file in the folder that was moved in");
    fs::rename(kept.source.join("content/gamma"), away.path().join("gamma")).unwrap();
    kept.wait_until_clean("a municipality moved out");
    kept.wait("the folder is gone too", || !kept.output.join("gamma").exists());
    fs::rename(kept.source.join("content/beta"), kept.source.join("content/delta")).unwrap();
    kept.wait_until_clean("a municipality renamed");
}

#[test]
fn names_that_differ_in_case_alone_are_followed() {
    let dir = site();
    let kept = Kept::up(dir.path(), None);
    let (small, large) = (kept.source.join(NEWS), kept.source.join(NEWS.replace("nyhet", "NYHET")));
    fs::rename(&small, &large).unwrap();
    kept.wait("the build after the first rename", || kept.builds().len() > 1);
    fs::rename(&large, &small).unwrap();
    kept.write(NEWS, news("Nyhet 2", "Efter namnbytet."));
    kept.wait_until_clean("after both renames");
}

#[test]
fn a_theme_that_is_added_changed_and_taken_away_is_seen() {
    let dir = site();
    let kept = Kept::up(dir.path(), None);
    kept.write("themes/egen/theme.yaml", "name: Egen\nextends: base\n");
    kept.write("themes/egen/words/sv.yaml", "nav_home: Hem ljuva hem\n");
    kept.write("content/site.yaml", format!("{SITE}theme: egen\n"));
    kept.wait_until_clean("a theme made while watching");
    kept.write("themes/egen/words/sv.yaml", "nav_home: Början\n");
    kept.wait_until_clean("a word changed");
    kept.write("content/site.yaml", SITE);
    fs::rename(kept.source.join("themes"), kept.source.join("gamla")).unwrap();
    kept.wait_until_clean("the themes moved away");
}

#[test]
fn a_mistake_keeps_the_last_good_site_and_the_program_goes_on() {
    let dir = site();
    let kept = Kept::up(dir.path(), None);
    let good = files(&kept.output);
    for (path, wrong) in [
        (NEWS, "---\ntittel: Fel\n---\n"),
        ("content/site.yaml", "title: [\n"),
        ("content/alfa/municipality.yaml", "\t"),
        ("content/alfa/centres/torget.yaml", "name: \"\n"),
        ("themes/base/templates/news.html", "{% if %}"),
    ] {
        let before = kept.builds().len();
        let text = fs::read(kept.source.join(path)).ok();
        kept.write(path, wrong);
        kept.wait(path, || kept.builds().len() > before);
        assert_eq!(kept.builds().last(), Some(&false), "{path}");
        assert_eq!(files(&kept.output), good, "{path}");
        match text {
            Some(text) => kept.write(path, text),
            None => fs::remove_dir_all(kept.source.join("themes")).unwrap(),
        }
        kept.wait("the mended build", || kept.builds().last() == Some(&true));
        assert_eq!(files(&kept.output), good, "{path}");
    }
}

#[test]
fn the_source_folder_may_go_and_come_back() {
    let dir = site();
    let source = dir.path().join("källa");
    fs::create_dir(&source).unwrap();
    fs::rename(dir.path().join("content"), source.join("content")).unwrap();
    let kept = Kept::up(&source, None);
    let away = dir.path().join("borta");
    fs::rename(&kept.source, &away).unwrap();
    write(&away, NEWS, news("Nyhet 2", "Ändrad på annan plats."));
    kept.wait("the build without a source", || kept.builds().last() == Some(&false));
    assert!(!kept.source.exists(), "nothing is made where the source folder was");
    fs::rename(&away, &kept.source).unwrap();
    kept.wait_until_clean("the source folder came back");
    kept.write(NEWS, news("Nyhet 2", "Efter återkomsten."));
    kept.wait_until_clean("an edit after it came back");
}

#[test]
fn an_output_that_is_emptied_or_edited_at_its_top_is_made_whole_by_the_next_edit() {
    let dir = site();
    let kept = Kept::up(dir.path(), None);
    fs::remove_dir_all(&kept.output).unwrap();
    kept.write(NEWS, news("Nyhet 2", "Efter tömningen."));
    kept.wait_until_clean("the output was removed");
}

#[test]
fn polling_sees_what_events_would_tell() {
    let dir = site();
    let kept = Kept::up(dir.path(), Some(Duration::from_millis(20)));
    for number in 0..5 {
        kept.write(NEWS, news("Nyhet 2", &format!("Läst i omgång {number}.")));
        kept.wait_until_clean("an edit while polling");
    }
    fs::remove_file(kept.source.join(NEWS)).unwrap();
    kept.wait_until_clean("a file removed while polling");
    assert_eq!(clean(&kept.source, DAY).unwrap(), files(&kept.output));
}
