//! Trying again what another program holds for a moment, on Windows: virus scanners, OneDrive and the file manager open each new file.
//!
//! No loop is for ever, and a disk on which nothing can be written is not waited for again and again: after some tries that were in vain the
//! next are short, until one succeeds.

use std::io;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

/// What is wished for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    /// To look or to read.
    Read,
    /// To make, to rename, to remove.
    Write,
}

/// The pauses between two tries, in milliseconds: two and a half seconds in all.
const PAUSES: [u64; 9] = [2, 5, 10, 25, 50, 100, 300, 800, 1200];
/// So many of them after tries in vain.
const FEW: usize = 4;
/// So many in vain are waited for.
const PATIENT: u32 = 8;

/// How many were tried in vain since one succeeded.
static IN_VAIN: AtomicU32 = AtomicU32::new(0);

/// Does something, again and again for a while where another program is in the way.
pub fn patiently<T>(wish: Wish, act: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    try_again(&IN_VAIN, &|error| is_in_use(wish, error), act)
}

fn try_again<T>(
    in_vain: &AtomicU32,
    may_pass: &dyn Fn(&io::Error) -> bool,
    mut act: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    let mut done = act();
    if !done.as_ref().is_err_and(may_pass) {
        return done;
    }
    let tries = if in_vain.load(Ordering::Relaxed) < PATIENT { PAUSES.len() } else { FEW };
    for pause in PAUSES.into_iter().take(tries) {
        std::thread::sleep(Duration::from_millis(pause));
        done = act();
        if !done.as_ref().is_err_and(may_pass) {
            in_vain.store(0, Ordering::Relaxed);
            return done;
        }
    }
    in_vain.fetch_add(1, Ordering::Relaxed);
    done
}

/// Does the system say so? “Access denied” is also said of what is never allowed, and of a file that is being removed.
fn is_in_use(wish: Wish, error: &io::Error) -> bool {
    const ACCESS_DENIED: i32 = 5;
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    const DELETE_PENDING: i32 = 303;
    const USER_MAPPED_FILE: i32 = 1224;
    let code = error.raw_os_error().filter(|_| cfg!(windows));
    match code {
        Some(SHARING_VIOLATION | LOCK_VIOLATION | DELETE_PENDING | USER_MAPPED_FILE) => true,
        Some(ACCESS_DENIED) => wish == Wish::Write,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn busy() -> io::Error {
        io::ErrorKind::ResourceBusy.into()
    }

    fn is_busy(error: &io::Error) -> bool {
        error.kind() == io::ErrorKind::ResourceBusy
    }

    #[test]
    fn what_is_held_for_a_moment_is_done_when_it_is_free() {
        let (in_vain, mut tries) = (AtomicU32::new(3), 0);
        let done = try_again(&in_vain, &is_busy, || {
            tries += 1;
            if tries < 4 { Err(busy()) } else { Ok(tries) }
        });
        assert_eq!(done.unwrap(), 4);
        assert_eq!(in_vain.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn another_error_is_said_at_once_and_what_stays_held_after_a_bounded_time() {
        let (in_vain, mut tries) = (AtomicU32::new(PATIENT), 0);
        let mut act = |error: io::Error| {
            try_again(&in_vain, &is_busy, || {
                tries += 1;
                Err::<(), _>(io::Error::from(error.kind()))
            })
        };
        assert!(act(io::ErrorKind::NotFound.into()).is_err());
        assert!(act(busy()).is_err_and(|error| is_busy(&error)));
        assert_eq!(tries, 1 + 1 + FEW);
        assert_eq!(in_vain.load(Ordering::Relaxed), PATIENT + 1);
    }
}
