//! The arguments. Each command has a type of its own; what several share is flattened in.

use std::net::IpAddr;
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
    /// Build the site, then again at every change
    Watch(WatchArguments),
    /// Watch, and show the site in the browser with live reload
    ///
    /// Drafts and items whose date is still to come are shown, with a mark. The site goes to a folder of its own, not to public/.
    Serve(ServeArguments),
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

/// What `watch` takes.
#[derive(Args, Debug)]
pub struct WatchArguments {
    /// What `build` takes.
    #[command(flatten)]
    pub build: BuildArguments,
    /// Look at every file again and again instead of waiting for signals, for network shares [default pause: 1000]
    #[arg(long, value_name = "MS", num_args = 0..=1, require_equals = true, default_missing_value = "1000", value_parser = clap::value_parser!(u64).range(10..))]
    pub poll: Option<u64>,
}

/// What `serve` takes.
#[derive(Args, Debug)]
pub struct ServeArguments {
    /// What `watch` takes.
    #[command(flatten)]
    pub watch: WatchArguments,
    /// The port [default: 1111, or the next one that is free]
    #[arg(short, long, value_name = "PORT")]
    pub port: Option<u16>,
    /// The address to listen at; 0.0.0.0 lets everyone in your network see the site
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub bind: IpAddr,
    /// Open the browser
    #[arg(long)]
    pub open: bool,
    /// Let the browser go to the page that was just edited
    #[arg(long)]
    pub follow: bool,
    /// Show the site as visitors see it: no drafts, nothing whose date is still to come
    #[arg(long, conflicts_with_all = ["drafts", "future"])]
    pub published: bool,
}

fn web_address(text: &str) -> Result<AbsoluteUrl, String> {
    AbsoluteUrl::parse(text).map_err(|_| "write a whole address, such as https://example.se/prov".to_string())
}

fn date(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "write a date such as 2026-03-14".to_string())
}
