//! Host: the only room that touches the disk, the clock and the terminal.
//!
//! It hands the core its inputs and takes its files; nothing here decides what a site looks like.
#![expect(clippy::disallowed_methods, reason = "this is the room that those methods are for")]

pub mod clock;
pub mod create;
pub mod examine;
mod memory;
pub mod outside;
mod pictures;
mod progress;
pub mod publish;
pub mod report;
pub mod run;
pub mod serve;
pub mod session;
pub mod source;
pub mod table;
pub mod watch;

pub use source::Source;
