//! `fcsite watch` on real folders with real file events: whatever was edited, `public/` ends as a clean build makes it.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on says so by failing")]

mod ahead;
mod days;
mod given_up;
mod processes;
mod renamed;
mod saves;
mod scripts;
mod world;
