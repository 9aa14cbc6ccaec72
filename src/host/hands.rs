//! Work that is done side by side, mostly waiting for others.

use std::thread;

/// Does work in so many threads, this one among them: where the system gives fewer, it is done all the same.
pub fn side_by_side(most: usize, work: impl Fn() + Sync) {
    thread::scope(|scope| {
        for _ in 1..most {
            if thread::Builder::new().spawn_scoped(scope, &work).is_err() {
                break;
            }
        }
        work();
    });
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn work_is_done_by_as_many_as_are_asked_for_and_by_one_at_the_least() {
        for (most, hands) in [(0, 1), (1, 1), (5, 5)] {
            let done = AtomicUsize::new(0);
            side_by_side(most, || {
                done.fetch_add(1, Ordering::Relaxed);
            });
            assert_eq!(done.into_inner(), hands, "{most}");
        }
    }
}
