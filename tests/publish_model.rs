//! Random builds, one after the other, against a map: the output is always what the model says.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a failed test says so by a panic")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use fcsite::base::Fingerprint;
use fcsite::host::publish::{MANIFEST, Options, open};
use proptest::prelude::*;

type Site = BTreeMap<String, u8>;

/// One thing that happens to the output.
#[derive(Clone, Debug)]
enum Step {
    /// A build, of all or of some folders.
    Build { site: Site, only: Option<Vec<String>>, in_place: bool, spare: bool, keep: bool },
    /// Someone overwrites a file.
    Edit(usize),
    /// Someone removes a file.
    Remove(usize),
    /// A build that comes to nothing.
    Dropped(Site),
}

fn path() -> impl Strategy<Value = String> {
    proptest::collection::vec(prop_oneof!["a", "b", "c", "å"], 1..4).prop_map(|parts| parts.join("/"))
}

/// A site without a path that is both a file and a folder.
fn site() -> impl Strategy<Value = Site> {
    proptest::collection::btree_map(path(), 0..4_u8, 0..12).prop_map(|site| {
        let mut whole = Site::new();
        for (path, content) in site {
            let clash = whole.keys().any(|other| path.starts_with(&format!("{other}/")));
            if !clash {
                whole.insert(path, content);
            }
        }
        whole
    })
}

fn step() -> impl Strategy<Value = Step> {
    let only = proptest::option::weighted(0.3, proptest::sample::subsequence(vec!["a", "b", "å"], 1..3));
    let build = (site(), only, any::<[bool; 3]>()).prop_map(|(mut site, only, [in_place, spare, keep])| {
        let only = only.map(|only| only.into_iter().map(str::to_owned).collect::<Vec<_>>());
        if let Some(only) = &only {
            site.retain(|path, _| only.iter().any(|top| path.split('/').next() == Some(top)));
        }
        Step::Build { site, only, in_place, spare, keep }
    });
    prop_oneof![
        6 => build,
        1 => any::<usize>().prop_map(Step::Edit),
        1 => any::<usize>().prop_map(Step::Remove),
        1 => site().prop_map(Step::Dropped),
    ]
}

fn bytes(content: u8) -> Vec<u8> {
    vec![content; usize::from(content % 3)]
}

type Real = BTreeMap<String, (Vec<u8>, SystemTime)>;

fn real(out: &Path) -> Real {
    let walk = walkdir::WalkDir::new(out).min_depth(1).into_iter().filter_map(Result::ok);
    walk.filter(|entry| entry.file_name() != MANIFEST)
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(out).unwrap().to_str().unwrap().to_owned();
            let time = entry.metadata().unwrap().modified().unwrap();
            if entry.file_type().is_dir() {
                let empty = fs::read_dir(entry.path()).unwrap().next().is_none();
                return empty.then_some((path + "/", (vec![], time)));
            }
            Some((path, (fs::read(entry.path()).unwrap(), time)))
        })
        .collect()
}

fn contents(real: &Real) -> BTreeMap<&str, &[u8]> {
    real.iter().map(|(path, (bytes, _))| (path.as_str(), bytes.as_slice())).collect()
}

/// What someone did by hand to the one file chosen.
fn by_hand(out: &Path, model: &mut Real, nth: usize, text: Option<&[u8]>) {
    let Some(path) = model.keys().nth(nth % model.len().max(1)).cloned() else { return };
    match text {
        Some(text) => {
            // Let the clock of the file system tick, so that the edit is newer than the manifest.
            std::thread::sleep(std::time::Duration::from_millis(12));
            fs::write(out.join(&path), text).unwrap();
        }
        None => {
            fs::remove_file(out.join(&path)).unwrap();
            let folders = Path::new(&path).ancestors().skip(1);
            // Who removes a page by hand removes its folder.
            folders
                .take_while(|folder| *folder != Path::new(""))
                .for_each(|folder| drop(fs::remove_dir(out.join(folder))));
        }
    }
    *model = real(out);
}

fn check(steps: Vec<Step>) -> Result<(), TestCaseError> {
    let dir = tempfile::TempDir::new().unwrap();
    let out = dir.path().canonicalize().unwrap().join("public");
    let mut model = Real::new();
    for step in steps {
        match step {
            Step::Edit(nth) => by_hand(&out, &mut model, nth, Some(b"\x01")),
            Step::Remove(nth) => by_hand(&out, &mut model, nth, None),
            Step::Dropped(site) => {
                let options = Options { spare: site.len() % 2 == 0, ..Options::default() };
                let stage = open(&out, &[], options).unwrap();
                site.iter().for_each(|(path, content)| stage.put(path, &bytes(*content)).unwrap());
            }
            Step::Build { site, only, in_place, spare, keep } => {
                let owned = |path: &str| {
                    only.as_ref()
                        .is_none_or(|only| only.iter().any(|top| path.split('/').next() == Some(top)))
                };
                let mut wanted: BTreeMap<String, Vec<u8>> =
                    site.iter().map(|(path, content)| (path.clone(), bytes(*content))).collect();
                let rest = model.iter().filter(|(path, _)| !owned(path));
                wanted.extend(rest.map(|(path, (bytes, _))| (path.clone(), bytes.clone())));
                let options = Options { only: only.clone(), in_place, spare, sync: false };
                let stage = open(&out, &[], options).unwrap();
                for (path, content) in &site {
                    let bytes = bytes(*content);
                    if !keep || !stage.keep(path, Fingerprint::of(&bytes)).unwrap() {
                        stage.put(path, &bytes).unwrap();
                    }
                }
                let published = stage.publish(&|_| false).unwrap();
                let now = real(&out);
                let expected: BTreeMap<&str, &[u8]> =
                    wanted.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
                prop_assert_eq!(contents(&now), expected);
                prop_assert_eq!(published.new + published.changed + published.unchanged, site.len());
                for (path, (bytes, time)) in &now {
                    if let Some((before, old)) = model.get(path).filter(|(before, _)| before == bytes) {
                        // A file put right by hand may be written once more; its own old bytes never are.
                        prop_assert!(
                            time == old || published.changed > 0,
                            "{path} was written again: {before:?}"
                        );
                    }
                }
                model = now;
            }
        }
        prop_assert!(fs::read_dir(dir.path()).unwrap().count() <= 2, "something was left beside");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_builds_in_any_order_give_what_the_last_ones_say(steps in proptest::collection::vec(step(), 1..12)) {
        check(steps)?;
    }
}
