//! The last bound of what a run may cost: one that takes many times what its input could honestly take is ended, and says so.
//!
//! What is published is exchanged whole, and what is saved is renamed into place, so a process may end at any moment: it leaves what a killed one
//! leaves, and the next run brings that to an end.

use std::mem::{Discriminant, discriminant};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use crate::base::allowance;

/// How often it is looked what a run has taken.
const EVERY: Duration = Duration::from_millis(50);

/// By so much is a program slower that was compiled for tests.
const SLOWER: u32 = if cfg!(debug_assertions) { 6 } else { 1 };

const MEGABYTE: u64 = 1_000_000;

/// Each thread works at a page, a picture or what is packed for servers: a machine of many holds more at a moment.
const MEMORY_OF_THREAD: u64 = 48 * MEGABYTE;

/// What a run took too much of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Overrun {
    /// Processor time, in seconds.
    Time(u64),
    /// Memory, in megabytes.
    Memory(u64),
}

/// What bounds the runs of this process.
struct Fuse {
    /// Seconds that the person allows, whatever there is to do.
    allowed: Option<u64>,
    end: Box<dyn Fn(Overrun) + Send + Sync>,
}

static FUSE: OnceLock<Fuse> = OnceLock::new();

/// Bounds the runs of this process from now on: by `allowed` seconds of processor time, or by what there is to do. Zero bounds nothing. Where a
/// run takes more, `end` is called, which ends the process. If it returns, the run goes on, and what it took too much of is not told again.
pub fn set(allowed: Option<u64>, end: impl Fn(Overrun) + Send + Sync + 'static) {
    if allowed != Some(0) {
        let _ = FUSE.set(Fuse { allowed, end: Box::new(end) });
    }
}

/// A run that is bounded, until this is dropped.
#[derive(Debug)]
pub struct BoundedRun(Arc<(Mutex<bool>, Condvar)>);

impl Drop for BoundedRun {
    fn drop(&mut self) {
        let (is_over, told) = &*self.0;
        *locked(is_over) = true;
        told.notify_all();
    }
}

/// A run begins. None where nothing bounds it: the system does not say what it takes, or lets no thread look.
pub fn arm() -> Option<BoundedRun> {
    let fuse = FUSE.get()?;
    let before = Usage::now()?;
    let state = Arc::new((Mutex::new(false), Condvar::new()));
    let run = BoundedRun(state.clone());
    let look = move || {
        let (is_over, told) = &*state;
        let mut held = locked(is_over);
        let mut known: Vec<Discriminant<Overrun>> = Vec::new();
        while !*held {
            held = told.wait_timeout(held, EVERY).unwrap_or_else(PoisonError::into_inner).0;
            let Some(usage) = Usage::now().filter(|_| !*held) else { continue };
            let overruns = fuse.overruns(before, usage);
            for overrun in overruns.into_iter().flatten() {
                if !known.contains(&discriminant(&overrun)) {
                    known.push(discriminant(&overrun));
                    (fuse.end)(overrun);
                }
            }
        }
    };
    thread::Builder::new().name("fuse".to_string()).spawn(look).ok().map(|_| run)
}

fn locked(is_over: &Mutex<bool>) -> MutexGuard<'_, bool> {
    is_over.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Fuse {
    fn overruns(&self, before: Usage, now: Usage) -> [Option<Overrun>; 2] {
        let earned = allowance::so_far();
        let most = self.allowed.map_or(earned.time * SLOWER, Duration::from_secs);
        let taken = now.time.saturating_sub(before.time);
        // What was held before the run began was not held for it: a system may count what its parent had, too.
        let room = earned.memory.saturating_add(MEMORY_OF_THREAD * rayon::current_num_threads() as u64);
        let is_full = now.memory > room && now.memory > before.memory;
        [
            is_full.then_some(Overrun::Memory(now.memory / MEGABYTE)),
            (taken > most).then_some(Overrun::Time(taken.as_secs())),
        ]
    }
}

/// What this process has taken.
#[derive(Clone, Copy, Debug)]
struct Usage {
    /// Of all processors, for the program and for what the system does for it.
    time: Duration,
    /// The most that it ever held, in bytes.
    memory: u64,
}

impl Usage {
    #[cfg(unix)]
    fn now() -> Option<Self> {
        use nix::sys::resource::{UsageWho, getrusage};
        use nix::sys::time::{TimeVal, TimeValLike as _};

        /// In kilobytes on Linux and the BSDs, in bytes on Apple's systems (getrusage(2)).
        const UNIT: u64 = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
        let usage = getrusage(UsageWho::RUSAGE_SELF).ok()?;
        let micros = |time: TimeVal| u64::try_from(time.num_microseconds()).unwrap_or_default();
        let time = Duration::from_micros(micros(usage.user_time()) + micros(usage.system_time()));
        Some(Self { time, memory: u64::try_from(usage.max_rss()).unwrap_or_default() * UNIT })
    }

    #[cfg(windows)]
    fn now() -> Option<Self> {
        let time = cpu_time::ProcessTime::try_now().ok()?.as_duration();
        let memory = memory_stats::memory_stats().map_or(0, |stats| stats.physical_mem as u64);
        Some(Self { time, memory })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn usage(seconds: u64, megabytes: u64) -> Usage {
        Usage { time: Duration::from_secs(seconds), memory: megabytes * MEGABYTE }
    }

    fn overruns(allowed: Option<u64>, before: Usage, now: Usage) -> Vec<Overrun> {
        let fuse = Fuse { allowed, end: Box::new(|_| ()) };
        fuse.overruns(before, now).into_iter().flatten().collect()
    }

    fn usual() -> u64 {
        (allowance::so_far().time * SLOWER).as_secs()
    }

    #[test]
    fn a_run_ends_when_it_takes_more_time_or_memory_than_it_earned() {
        let before = usage(7, 90);
        assert_eq!(overruns(None, before, usage(7 + usual(), 900)), []);
        assert_eq!(overruns(None, before, usage(9 + usual(), 900)), [Overrun::Time(2 + usual())]);
        assert_eq!(overruns(None, before, usage(8, 98_000)), [Overrun::Memory(98_000)]);
    }

    #[test]
    fn what_was_held_before_a_run_is_not_counted_as_its_own() {
        assert_eq!(overruns(None, usage(0, 99_000), usage(1, 99_000)), []);
        assert_eq!(overruns(None, usage(0, 99_000), usage(1, 99_001)), [Overrun::Memory(99_001)]);
    }

    #[test]
    fn the_person_may_allow_more_or_less_than_what_is_earned() {
        assert_eq!(overruns(Some(usual() * 2), usage(0, 0), usage(usual() + 9, 0)), []);
        assert_eq!(overruns(Some(1), usage(0, 0), usage(3, 0)), [Overrun::Time(3)]);
    }

    #[test]
    fn a_run_that_is_over_is_looked_after_no_longer_and_one_that_goes_on_is_ended() {
        set(Some(0), |_| ());
        assert!(arm().is_none(), "zero bounds nothing");
        let (tell, told) = mpsc::channel();
        set(Some(1), move |overrun| tell.send(overrun).unwrap_or_default());
        drop(arm().unwrap());
        let run = arm().unwrap();
        let overrun = loop {
            // It works until it is ended.
            std::hint::black_box((0..100_000_u64).map(std::hint::black_box).sum::<u64>());
            if let Ok(overrun) = told.try_recv() {
                break overrun;
            }
        };
        drop(run);
        assert_eq!(overrun, Overrun::Time(1));
    }
}
