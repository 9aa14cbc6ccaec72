//! fcsite: a static site generator for the family-centre pages of Swedish municipalities.
//!
//! A build is a pure function from what lies on disk to what shall lie in `public/`: [`build::build`]. What touches the disk,
//! the clock and the terminal is in [`host`] and [`cli`]. `ARCHITECTURE.md` has the map.
//!
//! What is public here is what the program, its tests and its benchmarks call; the rest is the crate's own, so that the compiler tells
//! what nobody needs any more.
#![cfg_attr(
    not(feature = "host"),
    expect(
        dead_code,
        unused_imports,
        reason = "the core alone has nobody who asks for lists, new files and what is remembered"
    )
)]

pub(crate) mod archive;
pub mod base;
pub mod build;
pub mod cache;
pub mod check;
#[cfg(feature = "host")]
pub mod cli;
pub mod edit;
#[cfg(feature = "host")]
pub mod host;
pub mod import;
pub mod input;
pub mod lint;
pub mod list;
pub mod model;
pub mod parse;
pub mod plan;
pub mod render;
pub mod scaffold;
pub mod schema;
pub(crate) mod servers;
pub mod survey;
pub mod theme;
