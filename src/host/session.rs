//! A site that is built again and again: `watch`, and `serve` with a folder of its own.
//!
//! The build is the same function as ever, called with its memory. What is special is around it: the source folder is
//! looked at again only where something may have happened, files are published one by one in place, and whatever goes wrong is told
//! and waited out: a watch never ends because of content.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::clock::{self, Clock};
use super::fuse;
use super::ground;
use super::hidden::Hidden;
use super::memory::MemoryPlace;
use super::pictures::PictureStore;
use super::preview::PreviewBench;
use super::progress::Watcher;
use super::publish::{Files, OutputDraft, PublishError, SiteOutput};
use super::renamed::{PublicSite, Renamed};
use super::run::{self, BuildJob, Drafted, Nowhere, Outcome};
use super::source::Source;
use super::watch::{Watch, WatchLook};
use crate::base::{OutputPath, SourcePath};
use crate::build::{BuildReport, Output};
use crate::cache::Memory;

/// After how long without an edit what is remembered is kept for the next process.
const IDLE: Duration = Duration::from_secs(5);

/// How long a build that is under way is waited for when the person stops the program.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often a build is begun anew because files change while they are read, before the next event is waited for.
const MOST_TRIES: u32 = 5;

/// A build that takes longer than this is given up for what was saved after it began.
const LONG: Duration = Duration::from_millis(500);

/// How many builds in a row are given up at most: the site is made in the end, however often somebody saves.
const MOST_GIVEN_UP: u32 = 5;

/// What came of a build.
#[derive(Debug)]
pub struct Rebuilt {
    /// What a single build would tell.
    pub outcome: Outcome,
    /// The files that were made.
    pub made: Vec<OutputPath>,
    /// The page of the file that was edited, where it was one.
    pub edited: Option<OutputPath>,
}

/// What is told of a session.
#[derive(Debug)]
pub enum SessionMoment<'a> {
    /// What all pages are made of has changed, and the build of them begins.
    Ahead,
    /// The site was built.
    Built(&'a Rebuilt),
}

/// A site that is built again and again.
#[derive(Debug)]
pub struct Session {
    job: BuildJob,
    source: Source,
    memory: Memory,
    pictures: PictureStore,
    hidden: Hidden,
    place: MemoryPlace,
    live: Arc<Mutex<Option<SiteOutput>>>,
    /// The files and folders that were looked at since the last build.
    looked: BTreeSet<SourcePath>,
    /// Was it told what is in the site that is not meant for everybody yet?
    looked_ahead: bool,
    /// When to keep what is remembered, where the disk does not know it yet.
    save_at: Option<Instant>,
    /// How many builds in a row were given up.
    given_up: u32,
}

impl Session {
    /// Looks at the source folder and at what was remembered of it.
    pub fn new(job: BuildJob) -> Self {
        let _bounded = fuse::arm();
        let hidden = Hidden::of(&job.source);
        let place = MemoryPlace::of(&hidden, &job.output);
        let (memory, known) = if job.full { None } else { place.load() }.unwrap_or_default();
        Self {
            source: Source::scan(&job.source, &known),
            memory,
            pictures: PictureStore::of(&hidden),
            hidden,
            place,
            live: Arc::default(),
            looked: BTreeSet::new(),
            looked_ahead: false,
            save_at: None,
            given_up: 0,
            job,
        }
    }

    /// What the output holds, for a server; none before the output could be opened.
    pub fn files(&self) -> Option<Files> {
        self.lock().as_ref().map(|live| live.files().clone())
    }

    /// What is known after the last build, held still for previews of pages.
    pub fn bench(&self) -> PreviewBench {
        PreviewBench::new(&self.source, &self.memory, &self.job.options, &self.hidden)
    }

    /// Lets go of the output, from any thread. A build that is under way is waited for, but not for long: what a process leaves that
    /// ends in the middle, the next build mends. Afterwards nothing more is published.
    pub fn closer(&self) -> impl FnOnce() + Send + 'static {
        let live = self.live.clone();
        move || {
            let began = clock::instant();
            while began.elapsed() < PATIENCE {
                if let Ok(mut live) = live.try_lock() {
                    drop(live.take());
                    // Held for ever: the process ends now.
                    std::mem::forget(live);
                    return;
                }
                std::thread::sleep(Duration::from_millis(5));
            }
        }
    }

    /// Looks again. Has anything changed?
    pub fn look(&mut self, look: &WatchLook) -> bool {
        let changed = match look {
            WatchLook::Paths(paths) => {
                self.looked.extend(paths.iter().filter_map(|path| self.source.within(path)));
                self.source.look_at(paths)
            }
            WatchLook::Everything => self.source.look(),
            WatchLook::Nothing => false,
        };
        self.source.settle() || changed
    }

    /// Was something looked at that pages of all municipalities are made of?
    fn touches_all(&self) -> bool {
        let is_of_all = |path: &SourcePath| {
            let path = path.as_str();
            path == "content/site.yaml"
                || ["content/_shared/", "themes/"].iter().any(|of| path.starts_with(of))
        };
        self.looked.iter().any(is_of_all)
    }

    /// Builds what is known of the source folder, and publishes it if nothing is wrong.
    pub fn build(&mut self) -> Rebuilt {
        let watcher = Watcher::new(self.job.bar.take(), self.job.timed);
        self.build_watched(&watcher).0
    }

    /// The same, but a build that takes longer than this is given up for what is saved while it is under way: what somebody looks at is then made
    /// anew at once, instead of after thousands of pages of before. `None`: it was given up, and the output is as it was.
    pub fn build_unless(
        &mut self,
        long: Duration,
        is_outdated: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Option<Rebuilt> {
        let began = clock::instant();
        let may_give_up = self.given_up < MOST_GIVEN_UP;
        let is_awaited = move || !(may_give_up && began.elapsed() > long && is_outdated());
        let watcher = Watcher::new(self.job.bar.take(), self.job.timed).while_awaited(is_awaited);
        let (rebuilt, is_given_up) = self.build_watched(&watcher);
        self.given_up = if is_given_up { self.given_up + 1 } else { 0 };
        (!is_given_up).then_some(rebuilt)
    }

    /// Builds. Was it given up?
    fn build_watched(&mut self, watcher: &Watcher) -> (Rebuilt, bool) {
        let _bounded = fuse::arm();
        let began = clock::instant();
        let before = self.memory.clone();
        let (mut outcome, report) = run::until_still(MOST_TRIES, |is_last| {
            let built = self.build_once(watcher);
            // A file that was saved while it was read: what was built of it is not what is remembered.
            let has_moved = self.source.has_moved();
            if has_moved {
                self.memory.clone_from(&before);
            }
            if has_moved && !is_last {
                self.source.settle();
            }
            let is_given_up = built.1.is_given_up;
            (built, has_moved && !is_given_up)
        });
        watcher.finish();
        if report.is_given_up {
            // What was looked at has not been shown yet.
            return (Rebuilt { outcome, made: Vec::new(), edited: None }, true);
        }
        if outcome.published {
            // Told once: a look at all texts at every save would cost more than the save.
            if !std::mem::replace(&mut self.looked_ahead, true) {
                outcome.counts.look_ahead(&self.job, &self.source);
            }
            self.save_at = Some(clock::instant() + IDLE);
        }
        run::finish(&self.job, &mut outcome, began.elapsed());
        let edited = self.edited(&report);
        self.looked.clear();
        (Rebuilt { outcome, made: report.made, edited }, false)
    }

    fn build_once(&mut self, watcher: &Watcher) -> (Outcome, BuildReport) {
        let live = self.live.clone();
        let mut live = live.lock().unwrap_or_else(PoisonError::into_inner);
        // Nothing is made in a folder that is gone: it may be put back any moment.
        let is_there = ground::is_folder(&self.job.source);
        if is_there && live.is_none() {
            let folders = self.job.folders();
            let sources: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
            let (source, pictures) = (&self.source, &self.pictures);
            let at_hand = run::AtHand { source, pictures, observer: watcher, output: &Nowhere };
            if let Some(outcome) =
                run::first_look(&self.job, &sources, || run::make(&self.job, &at_hand, None).0)
            {
                return (outcome, BuildReport::default());
            }
        }
        let draft = is_there.then(|| self.begin(&mut live));
        match draft {
            Some(Ok(draft)) => self.build_into(draft, watcher),
            Some(Err(error)) => {
                // The content is checked all the same.
                let (mut outcome, report) = self.make(&Nowhere, watcher);
                outcome.diagnostics.insert(0, run::refused(&error, &self.job.output));
                (outcome, report)
            }
            None => self.make(&Nowhere, watcher),
        }
    }

    fn begin<'l>(
        &self,
        live: &'l mut Option<SiteOutput>,
    ) -> Result<OutputDraft<&'l mut SiteOutput>, PublishError> {
        let live = match live {
            Some(live) => live,
            none => none.insert(self.open()?),
        };
        live.begin()
    }

    fn open(&self) -> Result<SiteOutput, PublishError> {
        let folders = self.job.folders();
        let sources: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
        SiteOutput::open(&self.job.output, &sources, self.job.publishing(self.hidden.clone(), true))
    }

    fn build_into(
        &mut self,
        draft: OutputDraft<&mut SiteOutput>,
        watcher: &Watcher,
    ) -> (Outcome, BuildReport) {
        let renamed = Renamed::default();
        let public = self.job.private.then(|| PublicSite::of(&self.job.source));
        let drafted = Drafted { draft: &draft, renamed: &renamed, public: public.as_ref() };
        let (mut outcome, report) = self.make(&drafted, watcher);
        outcome.diagnostics.extend(renamed.found());
        if !report.is_given_up && !outcome.has_errors() && !self.source.has_moved() {
            run::land(&self.job, draft, None, (&report, &mut outcome));
        }
        (outcome, report)
    }

    fn make(&mut self, output: &dyn Output, watcher: &Watcher) -> (Outcome, BuildReport) {
        let at_hand =
            run::AtHand { source: &self.source, pictures: &self.pictures, observer: watcher, output };
        run::make(&self.job, &at_hand, Some(&mut self.memory))
    }

    /// The page to show: that of the one file that was edited.
    fn edited(&self, report: &BuildReport) -> Option<OutputPath> {
        let mut shown = report.shown.iter().filter(|(source, _)| self.looked.contains(source));
        // A shared text has a page in each municipality's folder; its own is the region's, at the shortest path.
        let (source, page) = shown.next()?;
        let (others, same): (Vec<_>, Vec<_>) = shown.partition(|(other, _)| other != source);
        let pages = same.into_iter().map(|(_, page)| page).chain(Some(page));
        if others.is_empty() { pages.min_by_key(|page| page.as_str().len()).cloned() } else { None }
    }

    /// Keeps what is remembered for the next process. What cannot be kept costs that process time, no more.
    fn save(&mut self) {
        self.save_at = None;
        let _ = self.place.save(&self.memory, &self.source);
    }

    fn lock(&self) -> MutexGuard<'_, Option<SiteOutput>> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Builds, and builds again whenever something has changed or a new day has begun, until `tell` breaks it off.
pub fn keep_up(
    session: &mut Session,
    watch: &mut Watch,
    clock: &dyn Clock,
    tell: &mut dyn FnMut(&Session, SessionMoment<'_>) -> ControlFlow<()>,
) {
    loop {
        session.job.options.settings.now = clock.today();
        if session.touches_all() && tell(session, SessionMoment::Ahead).is_break() {
            return;
        }
        let Some(rebuilt) = session.build_unless(LONG, watch.listener()) else {
            // Something was saved, so this does not wait; and there is reason to build whatever it was.
            has_news(session, watch, clock);
            continue;
        };
        let told = {
            let _bounded = fuse::arm();
            tell(session, SessionMoment::Built(&rebuilt))
        };
        if told.is_break() {
            return;
        }
        while !has_news(session, watch, clock) {}
    }
}

/// Waits for the next look. Is there reason to build?
fn has_news(session: &mut Session, watch: &mut Watch, clock: &dyn Clock) -> bool {
    let until = [clock.ask_again(), session.save_at].into_iter().flatten().min();
    let look = watch.next(until);
    let changed = session.look(&look);
    if !changed && session.save_at.is_some_and(|at| at <= clock::instant()) {
        session.save();
    }
    changed || session.job.options.settings.now != clock.today()
}
