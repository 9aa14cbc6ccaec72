//! `fcsite publish`, the program itself: to a folder and to real servers of SSH, FTPS and S3, with people who publish from two places, processes that are killed,
//! and a reader who is on the site all the while.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on says so by failing"
)]
#![cfg(unix)]

mod answers;
mod bucket;
#[path = "../attack/door.rs"]
mod door;
mod edited;
mod folder;
mod ftps;
mod killed;
mod project;
mod server;
mod settings;
mod several;
mod web;
