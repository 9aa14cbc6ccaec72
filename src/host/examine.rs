//! Runs a check on this machine: reads the source, and writes nothing of it.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::hidden::Hidden;
use super::outside::{self, Policy, Tried};
use super::pictures::PictureStore;
use super::progress::Watcher;
use super::publish;
use super::report::changes::Changes;
use super::source::Source;
use crate::build::{Options, Pictures};
use crate::check::{self, Ask, Findings};

/// What to check.
#[derive(Clone, Debug)]
pub struct Task {
    /// The source folder.
    pub source: PathBuf,
    /// What decides what is on the pages.
    pub options: Options,
    /// How outside links are tried, if they are.
    pub external: Option<Policy>,
    /// The message of a progress bar, where there is one.
    pub bar: Option<String>,
    /// The same while outside links are tried.
    pub link_bar: Option<String>,
}

/// What a build would change for readers, where there is a published site and a build would publish.
pub(crate) fn changes(task: &Task, findings: &Findings) -> Option<Changes> {
    let old = publish::listed(&task.source.join("public"))?;
    let changes = Changes::between(&old, findings.files.as_ref()?, task.options.only.as_deref());
    let mut changes = Changes {
        withheld: findings.withheld.iter().map(ToString::to_string).collect(),
        municipalities: findings.municipalities.iter().cloned().collect(),
        ..changes
    };
    changes.find_sources(&findings.shown);
    Some(changes)
}

/// Checks everything.
pub fn examine(task: &Task) -> (Findings, Option<Tried>) {
    let watcher = Watcher::new(task.bar.clone(), false);
    let source = Source::scan(&task.source, &super::source::KnownSourceFiles::default());
    let pictures = Unkept { made: PictureStore::of(&Hidden::of(&task.source)), seen: Mutex::default() };
    let (options, outside) = (&task.options, task.external.is_some());
    let ask = Ask { inputs: &source, pictures: &pictures, observer: &watcher, options, outside };
    let mut findings = check::check(ask);
    watcher.finish();
    let tried = task.external.as_ref().map(|policy| {
        let today = task.options.settings.now;
        let watcher = Watcher::new(task.link_bar.clone(), false);
        let where_and_when = (task.source.as_path(), today);
        let mut tried = outside::try_and_show(&findings.outside, policy, where_and_when, &watcher);
        watcher.finish();
        findings.diagnostics.append(&mut tried.diagnostics);
        crate::build::conclude(&source, &findings.off, &mut findings.diagnostics);
        tried
    });
    (findings, tried)
}

/// Images are looked at and not made. Those that a build made are known to be well; of others it is remembered that they are.
struct Unkept {
    made: PictureStore,
    seen: Mutex<HashSet<String>>,
}

impl Pictures for Unkept {
    fn get(&self, key: &str) -> Option<Vec<u8>> {
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner).contains(key);
        if seen { Some(Vec::new()) } else { self.made.get(key) }
    }

    fn put(&self, key: &str, _bytes: &[u8]) {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_string());
    }

    fn are_wanted(&self) -> bool {
        false
    }
}
