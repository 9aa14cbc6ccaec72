//! Benchmarks of whole builds: fcsite, Hugo, blades and the floor (a program that only reads the inputs and writes the same bytes) on the same
//! site, as whole processes, interleaved, each into a fresh folder. Whole processes, because that is what people wait for; medians,
//! because a shared machine has bad moments; and ratios to the floor, because seconds say as much of the disk as of the program.
//!
//! `cargo bench --bench sites -- --help` says how. The report is Markdown on stdout, progress is on stderr.

#![expect(
    clippy::disallowed_methods,
    reason = "a benchmark reads the disk, the clock and the environment; the core may not"
)]

mod args;
mod bench;
#[path = "../common/blades_dialect.rs"]
mod blades_dialect;
mod census;
#[path = "../common/mod.rs"]
mod common;
mod floor;
mod report;

use std::error::Error;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sites: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> Result<(), Box<dyn Error>> {
    match words.split_first() {
        Some((first, rest)) if first == "floor" => return floor::run(rest),
        Some((first, rest)) if first == "measure" => return common::measure::run(rest),
        _ => {}
    }
    let Some(options) = args::parse(words)? else { return Ok(()) };
    for size in &options.sizes {
        println!("{}", bench::run(&options, *size)?);
    }
    Ok(())
}
