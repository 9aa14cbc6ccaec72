//! One publication at a time to a target, from whatever computer: a lock that lies on it, and tells by a number that grows that its holder lives.
//!
//! ```text
//! fcsite-lock 1
//! home <of the source folder>
//! by <machine>
//! at <time>
//! token <of this publication>
//! beat <a number that grows>
//! ```
//!
//! A lock whose number stands still was left by a publication that was killed, and is taken over; so is at once one of the same source folder,
//! since no two publications run from one.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use super::far::{Far, FarError};
use super::journal::Author;
use super::list;
use super::look::own;
use super::path::FarPath;
use crate::base::Phrase;

/// A number that grows until this is dropped, also by a panic: the scope waits for its thread.
struct Beats<'a> {
    is_over: &'a AtomicBool,
    thread: thread::Thread,
}

impl Drop for Beats<'_> {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Release);
        self.thread.unpark();
    }
}

/// The name of a lock on a target is made of this.
const NAME: &str = "publish-lock";

const HEADER: &str = "fcsite-lock 1";

/// No lock is longer.
const MOST: u64 = 4096;

/// How often the number grows.
const BEAT: Duration = Duration::from_secs(10);

/// How often is looked whether it grows, and how long apart: three beats in all.
const LOOKS: u32 = 30;
const LOOKS_AT_TORN: u32 = 5;
const APART: Duration = Duration::from_secs(1);

/// How often it is tried to take a lock that goes, or that stands still.
const MOST_TRIES: u32 = 4;

/// A lock that is held.
pub struct FarLock<'a> {
    far: &'a dyn Far,
    author: &'a Author,
    home: &'a str,
    path: FarPath,
    is_lost: AtomicBool,
}

impl<'a> FarLock<'a> {
    /// Takes the lock of a target, or says who has it. `home` is the name of the source folder that publishes.
    pub fn take(far: &'a dyn Far, author: &'a Author, home: &'a str) -> Result<Self, FarError> {
        let lock = Self { far, author, home, path: own(NAME)?, is_lost: AtomicBool::new(false) };
        for _ in 0..MOST_TRIES {
            if far.create(&lock.path, lock.text(0).as_bytes())? {
                return Ok(lock);
            }
            // It may have gone a moment ago.
            let Some(held) = lock.read()? else { continue };
            // Somebody else may have seen that it stands still too, and be quicker.
            if (lock.is_from_here(&held) || lock.stands_still(&held)?) && lock.read()?.as_ref() == Some(&held)
            {
                far.remove(&lock.path)?;
            }
        }
        Err(busy(&lock.read()?.unwrap_or_default()))
    }

    /// Does something while the number grows.
    pub fn hold<T>(&self, act: impl FnOnce() -> Result<T, FarError>) -> Result<T, FarError> {
        let is_over = AtomicBool::new(false);
        let result = thread::scope(|scope| {
            let beat = || self.beat(&is_over);
            let beating = thread::Builder::new().spawn_scoped(scope, beat);
            // Without a beat others would take it for one that was left.
            let beating = beating.map_err(|error| FarError::of_system(&error, self.path.as_str()))?;
            let _beats = Beats { is_over: &is_over, thread: beating.thread().clone() };
            act()
        });
        if self.is_ours().is_ok_and(|is_ours| is_ours) {
            let _ = self.far.remove(&self.path);
        }
        result
    }

    /// An error where somebody else has taken it, by what lies on the target.
    pub fn check(&self) -> Result<(), FarError> {
        self.check_here()?;
        if self.is_ours()? { Ok(()) } else { Err(taken_over()) }
    }

    /// The same by what was last seen: a computer that slept finds out when it wakes.
    pub fn check_here(&self) -> Result<(), FarError> {
        if self.is_lost.load(Ordering::Acquire) { Err(taken_over()) } else { Ok(()) }
    }

    fn beat(&self, is_over: &AtomicBool) {
        let mut number = 0_u64;
        loop {
            thread::park_timeout(BEAT);
            if is_over.load(Ordering::Acquire) {
                return;
            }
            number += 1;
            match self.is_ours() {
                Ok(true) => drop(self.far.put(&self.path, self.text(number).as_bytes())),
                Ok(false) => return self.is_lost.store(true, Ordering::Release),
                // A connection that is broken for a moment: the next beat tells more.
                Err(_) => {}
            }
        }
    }

    fn is_ours(&self) -> Result<bool, FarError> {
        Ok(self.read()?.is_some_and(|held| field(&held, "token") == self.author.token))
    }

    /// Waits whether the number grows. An error where it does; false where the lock goes meanwhile, or is written to its end. One that is torn was
    /// left so by a publication that was killed, if it is not being written.
    fn stands_still(&self, held: &str) -> Result<bool, FarError> {
        let is_torn = field(held, "beat").is_empty();
        for _ in 0..if is_torn { LOOKS_AT_TORN } else { LOOKS } {
            match self.read()? {
                Some(now) if now == held => thread::sleep(APART),
                Some(now) if !is_torn => return Err(busy(&now)),
                _ => return Ok(false),
            }
        }
        Ok(true)
    }

    fn is_from_here(&self, held: &str) -> bool {
        !self.home.is_empty() && field(held, "home") == self.home
    }

    fn read(&self) -> Result<Option<String>, FarError> {
        let bytes = self.far.read(&self.path, MOST)?;
        Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    fn text(&self, number: u64) -> String {
        let Author { by, at, token } = self.author;
        let (by, at, home) = (list::word(by), list::word(at), self.home);
        format!("{HEADER}\nhome {home}\nby {by}\nat {at}\ntoken {token}\nbeat {number}\n")
    }
}

fn taken_over() -> FarError {
    FarError::lasting(Phrase::new("target-taken-over"))
}

fn busy(held: &str) -> FarError {
    let word = |name: &str| list::word(field(held, name));
    FarError::lasting(Phrase::new("target-busy-elsewhere").with("by", word("by")).with("at", word("at")))
}

fn field<'a>(text: &'a str, name: &str) -> &'a str {
    let mut lines = text.lines().filter_map(|line| line.split_once(' '));
    lines.find(|(field, _)| *field == name).map_or("", |(_, value)| value)
}
