//! Host: the only room that touches the disk, the clock and the terminal.
//!
//! It hands the core its inputs and takes its files; nothing here decides what a site looks like.
//!
//! Never here: what a page says.

pub(crate) mod archive;
pub(crate) mod change;
pub mod clock;
pub(crate) mod create;
pub mod edit;
pub mod examine;
pub(crate) mod fuse;
mod ground;
mod hands;
pub mod hidden;
pub(crate) mod import;
mod memory;
pub mod outside;
mod pictures;
pub mod preview;
pub(crate) mod progress;
pub mod publish;
#[cfg(all(test, unix))]
mod races;
pub(crate) mod remote;
pub(crate) mod renamed;
pub mod report;
pub mod run;
mod seal;
pub mod serve;
pub mod session;
pub mod source;
pub mod table;
pub mod watch;
