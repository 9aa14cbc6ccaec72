//! The arguments. Each command has a type of its own; what several share is flattened in.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::base::AbsoluteUrl;
use crate::parse::values::parse_date;

/// A static site generator for the family-centre pages of Swedish municipalities.
#[derive(Parser, Debug)]
#[command(name = "fcsite", version, about, disable_help_subcommand = true)]
pub struct Arguments {
    /// What every command takes.
    #[command(flatten)]
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Args, Debug)]
pub struct Global {
    /// The folder that holds content/ [default: here, or the nearest folder above with content/site.yaml]
    #[arg(short, long, value_name = "DIR", global = true)]
    pub source: Option<PathBuf>,
    /// Say nothing but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Show every diagnostic, also where a file has more than 20
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Use colours
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: Colour,
    /// Give diagnostics and the report as JSON lines on stdout
    #[arg(long, global = true)]
    pub json: bool,
}

/// When to use colours.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Build the site: content/ → public/
    Build(BuildArguments),
}

/// What `build` takes.
#[derive(Args, Debug)]
pub struct BuildArguments {
    /// Where the site goes [default: public/ in the source folder]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// An address in place of every base_url, to try the site out elsewhere
    #[arg(short = 'u', long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<AbsoluteUrl>,
    /// Only these municipalities; the rest of the output stays as it is
    #[arg(long, value_name = "MUNICIPALITY", num_args = 1.., value_delimiter = ',')]
    pub only: Vec<String>,
    /// Show drafts
    #[arg(long)]
    pub drafts: bool,
    /// Show items whose date is still to come
    #[arg(long)]
    pub future: bool,
    /// The day that the pages are made for, such as 2026-03-14 [default: today in Sweden]
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
    /// Forget what the last build remembered
    #[arg(long)]
    pub full: bool,
    /// Treat warnings as errors
    #[arg(long)]
    pub strict: bool,
    /// Flush everything to the disk before it is published
    #[arg(long)]
    pub sync: bool,
    /// Say how long each part of the work took
    #[arg(long)]
    pub timings: bool,
}

fn web_address(text: &str) -> Result<AbsoluteUrl, String> {
    AbsoluteUrl::parse(text).map_err(|_| "write a whole address, such as https://example.se/prov".to_string())
}

fn date(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "write a date such as 2026-03-14".to_string())
}
