//! `fcsite import`: lists of activities that libraries of others wrote, brought in with the real program, and files that mean harm.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]

mod activities;
mod hostile;
mod posts;
mod site;
mod texts;
