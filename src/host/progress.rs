//! Who watches a build: a progress bar on a terminal, a clock for `--timings`.

use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use super::clock;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::base::characters::visible_line;
use crate::build::{Observer, Phase};

/// The stages that are timed, in the order of the report.
pub const STAGES: [Phase; 6] =
    [Phase::Parse, Phase::Model, Phase::Plan, Phase::Render, Phase::Images, Phase::Write];

/// Watches a build.
pub struct Watcher {
    bar: Option<ProgressBar>,
    timed: bool,
    spent: [AtomicU64; 6],
    is_awaited: Box<dyn Fn() -> bool + Send + Sync>,
}

thread_local! {
    /// What this thread has been doing since when.
    static NOW: Cell<Option<(Phase, Instant)>> = const { Cell::new(None) };
}

impl Watcher {
    /// A watcher with a bar on the terminal, or without; with a clock, or without.
    pub fn new(bar: Option<String>, timed: bool) -> Self {
        let bar = bar.map(|message| {
            let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            // The bar draws itself over what it drew; what it says goes by the same rule as all else that is printed.
            ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(10))
                .with_style(style)
                .with_message(visible_line(&message).into_owned())
        });
        Self { bar, timed, spent: Default::default(), is_awaited: Box::new(|| true) }
    }

    /// The same, of a build that is given up when nobody waits for it any more.
    pub fn while_awaited(self, is_awaited: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self { is_awaited: Box::new(is_awaited), ..self }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    /// How long all threads together spent on each stage.
    pub fn timings(&self) -> Vec<(Phase, Duration)> {
        let spent = self.spent.iter().map(|nanos| Duration::from_nanos(nanos.load(Ordering::Relaxed)));
        STAGES.into_iter().zip(spent).collect()
    }
}

impl Observer for Watcher {
    fn stage(&self, stage: Phase) {
        if !self.timed {
            return;
        }
        let now = clock::instant();
        let before = NOW.replace((stage != Phase::Idle).then_some((stage, now)));
        if let Some((stage, since)) = before
            && let Some(index) = STAGES.iter().position(|known| *known == stage)
        {
            let nanos = u64::try_from((now - since).as_nanos()).unwrap_or(u64::MAX);
            self.spent[index].fetch_add(nanos, Ordering::Relaxed);
        }
    }

    fn progress(&self, done: usize, total: usize) {
        if let Some(bar) = &self.bar {
            bar.set_length(total as u64);
            bar.set_position(done as u64);
        }
    }

    fn is_awaited(&self) -> bool {
        (self.is_awaited)()
    }
}
