//! The benchmark of an edit: from just before a file is saved until a page asked for over HTTP shows the new words, in `fcsite serve` and in
//! `hugo server` on the same site, in turns. That is what a person waits for, the quiet window after the save included. Beside it stands
//! what a server costs that has nothing to do, how long it takes to start, and what a build costs in a new process.
//!
//! `cargo bench --bench edits -- --help` says how. The report is Markdown on stdout, progress is on stderr.

#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the disk, the clock and the environment; the core may not"
)]

mod args;
mod builds;
#[path = "../common/mod.rs"]
mod common;
mod contest;
mod edits;
mod http;
mod load;
mod report;
mod server;

use std::error::Error;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("edits: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Result<(), Box<dyn Error>> {
    if let Some((first, rest)) = words.split_first()
        && first == "measure"
    {
        return common::measure::run(rest);
    }
    let Some(options) = args::Options::parse(words)? else { return Ok(()) };
    for size in &options.sizes {
        println!("{}", contest::run(&options, *size)?);
    }
    Ok(())
}
