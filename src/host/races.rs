//! A folder of the source folder that becomes a link after the look for links: what it leads to is not opened.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::ground::{Ground, after_the_look, is_link, is_within, link_of};
use super::publish::{PublishError, PublishOptions, SiteOutput, SiteParts};
use super::{archive, import};

/// A source folder with a folder `ut`, beside one that holds the person's own.
fn house() -> (TempDir, PathBuf) {
    let house = TempDir::new().unwrap();
    let source = house.path().join("site");
    fs::create_dir_all(source.join("ut/inre")).unwrap();
    fs::create_dir_all(house.path().join("mine/inre")).unwrap();
    fs::write(source.join("ut/list.csv"), "list").unwrap();
    fs::write(house.path().join("mine/list.csv"), "secret").unwrap();
    (house, source)
}

fn exchange(source: &Path) {
    fs::rename(source.join("ut"), source.join("bort")).unwrap();
    symlink("../mine", source.join("ut")).unwrap();
}

/// The next look for links sees a folder, and then it is none any more.
fn exchange_after_the_look(source: &Path) {
    let source = source.to_path_buf();
    after_the_look(move || exchange(&source));
}

#[test]
fn a_file_behind_it_is_not_brought_in() {
    let (_house, source) = house();
    assert_eq!(import::read(&source, &source.join("ut/list.csv")).unwrap(), b"list");
    exchange_after_the_look(&source);
    assert!(import::read(&source, &source.join("ut/list.csv")).is_err());
}

#[test]
fn pictures_behind_it_are_not_looked_for() {
    let (_house, source) = house();
    let picture = |folder: &Path| {
        fs::create_dir_all(folder.join("uploads")).unwrap();
        fs::write(folder.join("uploads/a.jpg"), "a").unwrap();
    };
    picture(&source.join("ut"));
    let names = || {
        let folder = import::ExportFolder::beside(&source, &source.join("ut/export.xml")).unwrap();
        folder.names().to_vec()
    };
    assert_eq!(names(), ["uploads/a.jpg"]);
    exchange(&source);
    picture(&source.join("../mine"));
    assert!(names().is_empty());
}

#[test]
fn an_archive_behind_it_is_not_shown() {
    let (_house, source) = house();
    exchange_after_the_look(&source);
    let day = jiff::civil::date(2026, 3, 1);
    let shown = archive::show(&source, &source.join("ut"), (day, &source.join("visad")));
    let told = shown.unwrap_err().diagnostic_of_show(&source);
    assert!(format!("{told:?}").contains("target-link"), "{told:?}");
}

#[test]
fn parts_behind_it_are_not_put_together() {
    let (_house, source) = house();
    exchange_after_the_look(&source);
    let opened = SiteParts::open(&source, &source.join("ut"));
    assert!(matches!(opened, Err(PublishError::Link { .. })), "{opened:?}");
}

#[test]
fn an_output_behind_it_is_not_written() {
    let (house, source) = house();
    exchange_after_the_look(&source);
    let sources = source.join("content");
    let opened = SiteOutput::open(&source.join("ut/www"), &[&sources], PublishOptions::default());
    assert!(opened.is_err(), "{opened:?}");
    assert_eq!(fs::read_dir(house.path().join("mine")).unwrap().count(), 2);
}

#[test]
fn no_link_of_the_source_folder_is_gone_through_however_the_way_is_written() {
    let (house, source) = house();
    symlink("site", house.path().join("own")).unwrap();
    let own = house.path().join("own");
    for way in
        [source.join("ut"), own.join("ut"), source.join("ut/../ut"), house.path().join("mine/../site/ut")]
    {
        assert!(Ground::open_from(&source, &way).is_ok() && is_within(&source, &way), "{way:?}");
    }
    exchange(&source);
    let before = fs::read_dir(house.path().join("mine")).unwrap().count();
    for way in ["ut", "ut/inre", "ut/ny/ner", "bort/../ut/ny"] {
        for source in [&source, &own] {
            let way = source.join(way);
            assert!(Ground::open_from(source, &way).is_err(), "{way:?}");
            assert!(Ground::make_from(source, &way).is_err_and(|error| is_link(&error)), "{way:?}");
            let file = Ground::file_from(source, &way.join("list.csv")).unwrap();
            assert!(file.read(100).is_err(), "{way:?}");
        }
    }
    assert_eq!(fs::read_dir(house.path().join("mine")).unwrap().count(), before);
    // Out of the source folder again: the link is not asked where `..` of it is.
    let out = Ground::make_from(&source, &source.join("ut/../../nytt/ner")).unwrap();
    assert!(house.path().join("nytt/ner").is_dir());
    out.1.unmake();
    assert!(!house.path().join("nytt").exists());
    // A link that lies elsewhere is the person's own, and what it leads to in the source folder is not.
    symlink("site/ut", house.path().join("through")).unwrap();
    for way in ["through", "through/inre", "own/ut"] {
        let way = house.path().join(way);
        assert!(is_within(&source, &way), "{way:?}");
        assert!(Ground::open_from(&source, &way).is_err(), "{way:?}");
        assert!(Ground::make_from(&source, &way.join("ny")).is_err_and(|error| is_link(&error)), "{way:?}");
        assert!(Ground::file_from(&source, &way.join("list.csv")).unwrap().read(100).is_err(), "{way:?}");
        assert!(link_of(&source, &way).unwrap().is_some(), "{way:?}");
    }
    symlink("circle", house.path().join("circle")).unwrap();
    assert!(Ground::open_from(&source, &house.path().join("circle/x")).is_err());
    symlink("mine", house.path().join("min")).unwrap();
    let file = Ground::file_from(&source, &house.path().join("min/list.csv")).unwrap();
    assert_eq!(file.read(100).unwrap(), b"secret");
    assert!(Ground::open_from(&source, &house.path().join("min")).is_ok());
    // What is made in vain is taken back.
    fs::write(source.join("fil"), "").unwrap();
    assert!(Ground::make_from(&source, &source.join("ny/ner/../../fil/x")).is_err());
    let (_, made) = Ground::make_from(&source, &source.join("ny/ner")).unwrap();
    made.unmake();
    assert!(!source.join("ny").exists());
}
