//! What could not be looked at while an answer was made.
//!
//! Lists of what there is are asked for in many places, for a page or for a name that is free. A folder that the system refuses is not an empty
//! one: it is noted here, by the thread that makes the answer, and then no page is shown that leaves its texts out, and nothing is written that
//! was chosen by them.

use std::cell::RefCell;
use std::io;
use std::path::Path;

use crate::base::Diagnostic;
use crate::host::change;
use crate::host::ground::{is_absent, is_link};

thread_local!(static UNSEEN: RefCell<Option<Diagnostic>> = const { RefCell::new(None) });

/// An answer begins.
pub fn begin() {
    UNSEEN.set(None);
}

/// What was noted first since the answer began.
pub fn noted() -> Option<Diagnostic> {
    UNSEEN.with_borrow(Clone::clone)
}

/// Notes what could not be looked at.
pub fn note(found: Diagnostic) {
    UNSEEN.with_borrow_mut(|noted| {
        noted.get_or_insert(found);
    });
}

/// What was found at a path; none where nothing is, a link lies on the way, or the system refuses, which is noted.
pub fn found<T>(root: &Path, path: &str, result: io::Result<T>) -> Option<T> {
    result
        .inspect_err(|error| {
            // What is no file of ours (too large, no plain file) is told by the build.
            if error.raw_os_error().is_some() && !is_absent(error) && !is_link(error) {
                note(change::unseen(root, path, error));
            }
        })
        .ok()
}
