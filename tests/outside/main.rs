//! `check --external`: links to other websites, tried against small servers of this computer that answer as servers do, and as none should.
#![expect(
    clippy::disallowed_methods,
    reason = "a test of what asks the network measures what was asked and when"
)]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed test says so by a panic")]

mod answers;
mod inward;
mod memory;
mod odd;
mod order;
mod program;
mod redirects;
mod server;
mod setting;
