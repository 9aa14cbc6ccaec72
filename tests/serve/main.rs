//! The server of `fcsite serve`, over real sockets.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed test says so by a panic")]

mod bounds;
mod client;
mod events;
mod hostile;
mod hosts;
mod pages;
mod ports;
