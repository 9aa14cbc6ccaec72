//! Random builds, one after the other, against a map: the output is always what the model says.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a failed test says so by a panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use fcsite::base::Fingerprint;
use fcsite::host::hidden::Hidden;
use fcsite::host::publish::{MANIFEST, PublishError, PublishOptions, Published, SiteOutput, open};
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
    /// An edit of a watch, which is begun if there is none.
    Edited { site: Site, only: Option<Vec<String>>, how: How },
    /// The watch ends, or is killed with an edit under way.
    Ended(Option<Site>),
    /// Someone removes the output, or what it holds.
    Emptied(Emptying),
}

/// What an edit of a watch tells of each file.
#[derive(Clone, Copy, Debug)]
enum How {
    Put,
    Keep,
    KeepFolders,
}

#[derive(Clone, Copy, Debug)]
enum Emptying {
    Output,
    Inside,
    ButHidden,
    TheList,
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
    let only = || {
        let some = proptest::sample::subsequence(vec!["a", "b", "å"], 1..3);
        proptest::option::weighted(0.3, some)
            .prop_map(|only| only.map(|only| only.into_iter().map(str::to_owned).collect::<Vec<_>>()))
    };
    let build = (site(), only(), any::<[bool; 3]>()).prop_map(|(mut site, only, [in_place, spare, keep])| {
        site.retain(|path, _| owns(only.as_deref(), path));
        Step::Build { site, only, in_place, spare, keep }
    });
    let how = prop_oneof![1 => Just(How::Put), 1 => Just(How::Keep), 3 => Just(How::KeepFolders)];
    let edited = (site(), only(), how).prop_map(|(site, only, how)| Step::Edited { site, only, how });
    let emptying = prop_oneof![
        Just(Emptying::Output),
        Just(Emptying::Inside),
        Just(Emptying::ButHidden),
        Just(Emptying::TheList)
    ];
    prop_oneof![
        6 => build,
        8 => edited,
        2 => proptest::option::of(site()).prop_map(Step::Ended),
        1 => emptying.prop_map(Step::Emptied),
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
    walk.filter(|entry| !entry.path().strip_prefix(out).unwrap().to_str().unwrap().starts_with(".fcsite-"))
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

fn owns(only: Option<&[String]>, path: &str) -> bool {
    only.is_none_or(|only| only.iter().any(|top| path.split('/').next() == Some(top)))
}

/// The output, and what is known of it.
struct World {
    dir: tempfile::TempDir,
    kept: tempfile::TempDir,
    out: PathBuf,
    model: Real,
    live: Option<(SiteOutput, Option<Vec<String>>)>,
    /// What was changed by hand under a watch, which need not see it.
    by_hand: BTreeSet<String>,
    /// What was changed by hand at any time.
    ever_by_hand: BTreeSet<String>,
    /// A watch was killed, so what it had published since its list cannot be told from what others wrote.
    was_killed: bool,
}

impl World {
    fn new() -> Self {
        let dir = tempfile::TempDir::new().unwrap();
        let out = dir.path().canonicalize().unwrap().join("public");
        let kept = tempfile::TempDir::new().unwrap();
        let model = Real::new();
        let (by_hand, ever_by_hand) = (BTreeSet::new(), BTreeSet::new());
        Self { dir, kept, out, model, live: None, by_hand, ever_by_hand, was_killed: false }
    }

    /// Where it is kept which lists are ours.
    fn hidden(&self) -> Hidden {
        Hidden::of(self.kept.path())
    }

    fn shelf(&self, spare: bool) -> Option<PathBuf> {
        spare.then(|| self.dir.path().join("shelf"))
    }

    fn take(&mut self, step: Step) -> Result<(), TestCaseError> {
        match step {
            Step::Edit(nth) => self.hand(nth, Some(b"\x01")),
            Step::Remove(nth) => self.hand(nth, None),
            Step::Emptied(what) => self.empty(what),
            Step::Ended(killed) => self.end(killed)?,
            Step::Edited { site, only, how } => self.edit(site, only, how)?,
            Step::Dropped(site) => {
                self.end(None)?;
                let options =
                    PublishOptions { spare: self.shelf(site.len() % 2 == 0), ..PublishOptions::default() };
                let stage = open(&self.out, &[], options).unwrap();
                site.iter().for_each(|(path, content)| stage.put(path, &bytes(*content)).unwrap());
            }
            Step::Build { site, only, in_place, spare, keep } => {
                self.end(if spare { None } else { Some(Site::new()) })?;
                let spare = self.shelf(spare);
                let hidden = Some(self.hidden());
                self.build(&site, PublishOptions { only, in_place, spare, sync: false, hidden }, keep)?;
            }
        }
        let left = fs::read_dir(self.dir.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let left: Vec<String> = left.filter(|name| !["public", "shelf"].contains(&name.as_str())).collect();
        let lock = [".public.fcsite-lock"].into_iter().filter(|_| self.live.is_some());
        prop_assert_eq!(left, lock.collect::<Vec<_>>(), "something was left beside");
        Ok(())
    }

    fn hand(&mut self, nth: usize, text: Option<&[u8]>) {
        let before = self.model.clone();
        by_hand(&self.out, &mut self.model, nth, text);
        let is_as_it_was = |path: &&String| self.model.get(*path) == before.get(*path);
        let changed: Vec<String> = before.keys().filter(|path| !is_as_it_was(path)).cloned().collect();
        if self.live.is_some() {
            self.by_hand.extend(changed.iter().cloned());
        }
        self.ever_by_hand.extend(changed);
    }

    fn empty(&mut self, what: Emptying) {
        if !self.out.exists() || self.live.is_none() && matches!(what, Emptying::TheList) {
            return;
        }
        // Let the clock of the file system tick.
        std::thread::sleep(std::time::Duration::from_millis(12));
        match what {
            Emptying::Output => fs::remove_dir_all(&self.out).unwrap(),
            Emptying::Inside => {
                fs::read_dir(&self.out).unwrap().for_each(|entry| remove(&entry.unwrap().path()))
            }
            Emptying::ButHidden => {
                let entries = fs::read_dir(&self.out).unwrap().map(|entry| entry.unwrap().path());
                entries
                    .filter(|path| !path.to_str().unwrap().contains("/.fcsite"))
                    .for_each(|path| remove(&path));
            }
            // A file that was edited by hand could not be told from another's then.
            Emptying::TheList if !self.by_hand.is_empty() => return,
            Emptying::TheList => {
                [MANIFEST, ".fcsite-journal"]
                    .iter()
                    .for_each(|name| drop(fs::remove_file(self.out.join(name))));
                // Nobody else can know the files now.
                let site = self.model.keys().map(|path| (path.clone(), 0)).collect();
                let only = self.live.as_ref().and_then(|(_, only)| only.clone());
                return self.edit(site, only, How::Put).unwrap();
            }
        }
        self.by_hand.clear();
        self.model = if self.out.exists() { real(&self.out) } else { Real::new() };
    }

    /// The watch ends, or is killed with this put and not published.
    fn end(&mut self, killed: Option<Site>) -> Result<(), TestCaseError> {
        let Some((mut live, only)) = self.live.take() else { return Ok(()) };
        if let Some(site) = killed {
            self.was_killed = true;
            // A watch that is killed while it starts to look for what happened is no other case.
            if let Ok(edit) = live.begin() {
                let own = site.iter().filter(|(path, _)| owns(only.as_deref(), path));
                own.for_each(|(path, content)| edit.put(path, &bytes(*content)).unwrap());
                std::mem::forget(edit);
            }
            std::mem::forget(live);
            fs::remove_file(self.dir.path().join(".public.fcsite-lock")).unwrap();
            drop(open(&self.out, &[], PublishOptions::default()).unwrap());
        } else {
            drop(live);
        }
        if !self.out.exists() {
            self.by_hand.clear();
            return Ok(());
        }
        prop_assert!(!self.out.join(".fcsite-journal").exists());
        if std::mem::take(&mut self.by_hand).is_empty() && self.out.join(MANIFEST).exists() && only.is_none()
        {
            // The manifest is that of a whole build of the same site.
            let other = World::new();
            let stage = open(&other.out, &[], PublishOptions::default()).unwrap();
            self.model.iter().for_each(|(path, (bytes, _))| stage.put(path, bytes).unwrap());
            stage.publish(Some(&|_| false)).unwrap();
            let text = |out: &Path| fs::read_to_string(out.join(MANIFEST)).ok();
            let wanted = text(&other.out);
            prop_assert!(wanted.is_none() || text(&self.out) == wanted, "another manifest");
        }
        Ok(())
    }

    fn edit(&mut self, mut site: Site, only: Option<Vec<String>>, how: How) -> Result<(), TestCaseError> {
        if self.live.is_none() {
            let (spare, hidden) = (self.shelf(true), Some(self.hidden()));
            let options = PublishOptions { in_place: true, only: only.clone(), spare, sync: false, hidden };
            self.live = Some((SiteOutput::open(&self.out, &[], options).unwrap(), only));
        }
        let Some((live, only)) = &mut self.live else { return Ok(()) };
        site.retain(|path, _| owns(only.as_deref(), path));
        let is_as_it_was = |top: &str| {
            let in_top = |path: &str| path.split('/').next() == Some(top);
            let now: Vec<_> = self.model.iter().filter(|(path, _)| in_top(path)).collect();
            let next: Vec<_> = site.iter().filter(|(path, _)| in_top(path)).collect();
            let same = |(path, content): &(&String, &u8)| {
                now.iter().any(|(old, (old_bytes, _))| old == path && *old_bytes == bytes(**content))
            };
            now.len() == next.len() && next.iter().all(same)
        };
        let edit = live.begin().unwrap();
        let tops: BTreeSet<&str> =
            site.keys().filter(|path| path.contains('/')).filter_map(|path| path.split('/').next()).collect();
        let whole: Vec<&str> =
            tops.into_iter().filter(|top| matches!(how, How::KeepFolders) && is_as_it_was(top)).collect();
        let whole: Vec<&str> =
            whole.into_iter().filter(|top| edit.keep_folder(top, edit.print(top)).unwrap()).collect();
        for (path, content) in &site {
            let bytes = bytes(*content);
            let done = path.split('/').next().is_some_and(|top| whole.contains(&top))
                || !matches!(how, How::Put) && edit.keep(path, Fingerprint::of(&bytes)).unwrap();
            if !done {
                edit.put(path, &bytes).unwrap();
            }
        }
        let published = edit.publish(None);
        let only = only.clone();
        let Some(published) = self.taken_away(published) else { return self.edit(site, only, how) };
        self.compare(&site, only.as_deref())?;
        if self.by_hand.is_empty() {
            prop_assert_eq!(published.new + published.changed + published.unchanged, site.len());
        }
        Ok(())
    }

    /// Is the output what was built, with what is not the build's as it was?
    fn compare(&mut self, site: &Site, only: Option<&[String]>) -> Result<Real, TestCaseError> {
        let mut wanted: BTreeMap<&str, Vec<u8>> =
            site.iter().map(|(path, content)| (path.as_str(), bytes(*content))).collect();
        let rest = self.model.iter().filter(|(path, _)| !owns(only, path));
        wanted.extend(rest.map(|(path, (bytes, _))| (path.as_str(), bytes.clone())));
        let now = if self.out.exists() { real(&self.out) } else { Real::new() };
        let is_certain = |path: &&str| !self.by_hand.contains(*path);
        let expected: BTreeMap<&str, &[u8]> = wanted
            .iter()
            .filter(|(path, _)| is_certain(path))
            .map(|(path, bytes)| (*path, bytes.as_slice()))
            .collect();
        let mut real = contents(&now);
        real.retain(|path, _| is_certain(path));
        prop_assert_eq!(real, expected);
        Ok(std::mem::replace(&mut self.model, now))
    }

    /// What was published. None: a file was refused that only a person can know, and that person has taken it away since.
    fn taken_away(&mut self, published: Result<Published, PublishError>) -> Option<Published> {
        let files = match published {
            Err(PublishError::Foreign { files, .. }) if self.was_killed => files,
            published => return Some(published.unwrap()),
        };
        assert!(files.iter().all(|file| self.ever_by_hand.contains(file)), "{files:?} were ours");
        for file in &files {
            fs::remove_file(self.out.join(file)).unwrap();
            self.by_hand.remove(file);
        }
        self.model = real(&self.out);
        None
    }

    fn build(&mut self, site: &Site, options: PublishOptions, keep: bool) -> Result<(), TestCaseError> {
        let only = options.only.clone();
        let again = options.clone();
        let stage = open(&self.out, &[], options).unwrap();
        for (path, content) in site {
            let bytes = bytes(*content);
            if !keep || !stage.keep(path, Fingerprint::of(&bytes)).unwrap() {
                stage.put(path, &bytes).unwrap();
            }
        }
        let published = stage.publish(Some(&|_| false));
        let Some(published) = self.taken_away(published) else { return self.build(site, again, keep) };
        let before = self.compare(site, only.as_deref())?;
        prop_assert_eq!(published.new + published.changed + published.unchanged, site.len());
        for (path, (bytes, time)) in &self.model {
            if let Some((_, old)) = before.get(path).filter(|(before, _)| before == bytes) {
                // A file put right by hand may be written once more; its own old bytes never are.
                prop_assert!(time == old || published.changed > 0, "{path} was written again");
            }
        }
        Ok(())
    }
}

fn remove(path: &Path) {
    if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
}

/// As many as the clock allows; PROPTEST_CASES asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(150)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_builds_in_any_order_give_what_the_last_ones_say(steps in proptest::collection::vec(step(), 1..12)) {
        let mut world = World::new();
        steps.into_iter().try_for_each(|step| world.take(step))?;
        world.end(None)?;
    }
}
