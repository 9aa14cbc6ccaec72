//! The arguments. Each command has a type of its own; what several share is flattened in.

mod archive;
mod new;

use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use crate::base::{AbsoluteUrl, Code};
use crate::host::table::Csv;
use crate::list::Listing;
use crate::parse::values::parse_date;
use crate::schema::Kind;
use crate::servers::Server;

pub use archive::{ArchiveArguments, ArchiveCommand, ArchiveShowArguments};
pub use new::{
    NewActivityArgs, NewArguments, NewCentreArgs, NewCommand, NewMunicipalityArgs, NewNewsArgs, NewPageArgs,
    NewTranslationArgs, email, phone, postal_code, time, weekday,
};

/// The program's arguments. What the help says of each stands in the Fluent files, by the id that `words.rs` makes of its place.
#[derive(Parser, Debug)]
#[command(name = "fcsite", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Args, Debug)]
pub struct Global {
    #[arg(short, long, value_name = "DIR", global = true)]
    pub source: Option<PathBuf>,
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    #[arg(short, long, global = true)]
    pub verbose: bool,
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: ColourWhen,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, value_name = "LANG", global = true)]
    pub lang: Option<Language>,
    #[arg(long, value_name = "SECONDS", global = true)]
    pub limit: Option<u64>,
}

/// The language of messages.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Language {
    /// Swedish.
    Sv,
    /// English.
    En,
}

/// When to use colours.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColourWhen {
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
    Init(InitArguments),
    New(NewArguments),
    Build(BuildOnceArguments),
    Watch(WatchArguments),
    Serve(ServeArguments),
    Edit(EditArguments),
    Import(ImportArguments),
    Check(CheckArguments),
    List(ListArguments),
    Publish(PublishArguments),
    Archive(ArchiveArguments),
    ServerConfig(ServerConfigArguments),
    Schema(SchemaArguments),
    Completions(CompletionsArguments),
    Man(ManArguments),
}

/// What `init` takes.
#[derive(Args, Debug)]
pub struct InitArguments {
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `import` takes.
#[derive(Args, Debug)]
pub struct ImportArguments {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "PLACE")]
    pub to: Option<String>,
    #[arg(long)]
    pub write: bool,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `check` takes.
#[derive(Args, Debug)]
pub struct CheckArguments {
    #[arg(long, value_name = "CODE", value_parser = code)]
    pub explain: Option<Code>,
    #[arg(long)]
    pub external: bool,
    #[arg(long)]
    pub sarif: bool,
    #[arg(long, value_name = "MUNICIPALITY", num_args = 1.., value_delimiter = ',')]
    pub only: Vec<String>,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long)]
    pub future: bool,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `list` takes.
#[derive(Args, Debug)]
pub struct ListArguments {
    #[arg(value_name = "WHAT")]
    pub what: Listing,
    #[arg(long, value_name = "MUNICIPALITY", num_args = 1.., value_delimiter = ',')]
    pub only: Vec<String>,
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "sheet")]
    pub csv: Option<Csv>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub from: Option<Date>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub to: Option<Date>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `publish` takes.
#[derive(Args, Debug)]
pub struct PublishArguments {
    #[arg(value_name = "TARGET")]
    pub target: Option<String>,
    #[arg(long)]
    pub dry_run: bool,
    #[arg(long)]
    pub yes: bool,
    #[arg(long)]
    pub undo: bool,
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
    #[arg(long)]
    pub full: bool,
    #[arg(long)]
    pub strict: bool,
    #[arg(long)]
    pub precompress: bool,
    #[arg(long, conflicts_with = "no_look")]
    pub look: bool,
    #[arg(long)]
    pub no_look: bool,
}

/// What `server-config` takes.
#[derive(Args, Debug)]
pub struct ServerConfigArguments {
    #[arg(value_name = "SERVER")]
    pub server: Server,
    #[arg(long, value_name = "DIR", default_value = "/var/www/html", value_parser = line)]
    pub root: String,
    #[arg(short = 'u', long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<AbsoluteUrl>,
    #[arg(long, value_name = "MUNICIPALITY")]
    pub only: Option<String>,
    #[arg(long)]
    pub precompress: bool,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `schema` takes.
#[derive(Args, Debug)]
pub struct SchemaArguments {
    #[arg(value_name = "KIND")]
    pub kind: Option<Kind>,
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()))
    }
}

/// What `completions` takes.
#[derive(Args, Debug)]
pub struct CompletionsArguments {
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// What `man` takes.
#[derive(Args, Debug)]
pub struct ManArguments {
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
}

/// What `build` takes.
#[derive(Args, Default, Debug)]
pub struct BuildArguments {
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    #[arg(short = 'u', long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<AbsoluteUrl>,
    #[arg(long, value_name = "MUNICIPALITY", num_args = 1.., value_delimiter = ',')]
    pub only: Vec<String>,
    #[arg(long)]
    pub drafts: bool,
    #[arg(long)]
    pub future: bool,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
    #[arg(long)]
    pub full: bool,
    #[arg(long)]
    pub strict: bool,
    #[arg(long)]
    pub precompress: bool,
    #[arg(long)]
    pub sync: bool,
    #[arg(long)]
    pub timings: bool,
}

/// What `build` takes.
#[derive(Args, Debug)]
pub struct BuildOnceArguments {
    #[command(flatten)]
    pub build: BuildArguments,
    #[arg(long, value_name = "DIR", conflicts_with_all = ["only", "full"])]
    pub parts: Option<PathBuf>,
}

/// What `watch` takes.
#[derive(Args, Default, Debug)]
pub struct WatchArguments {
    #[command(flatten)]
    pub build: BuildArguments,
    #[arg(long, value_name = "MS", num_args = 0..=1, require_equals = true, default_missing_value = "1000", value_parser = milliseconds)]
    pub poll: Option<u64>,
}

/// What `serve` takes.
#[derive(Args, Debug)]
pub struct ServeArguments {
    #[command(flatten)]
    pub watch: WatchArguments,
    #[arg(short, long, value_name = "PORT", value_parser = port)]
    pub port: Option<u16>,
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", value_parser = address)]
    pub bind: IpAddr,
    #[arg(long)]
    pub open: bool,
    #[arg(long)]
    pub follow: bool,
    #[arg(long, conflicts_with_all = ["drafts", "future"])]
    pub published: bool,
    #[arg(long)]
    pub password: bool,
}

/// What `edit` takes.
#[derive(Args, Debug)]
pub struct EditArguments {
    #[arg(short, long, value_name = "PORT", value_parser = port)]
    pub port: Option<u16>,
    #[arg(long)]
    pub no_open: bool,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

// What is wrong with a value is said by `words.rs`, by the key that these give.

fn web_address(text: &str) -> Result<AbsoluteUrl, &'static str> {
    AbsoluteUrl::parse(text).map_err(|_| "usage-web-address")
}

fn line(text: &str) -> Result<String, &'static str> {
    let is_line = !text.is_empty() && !text.contains(char::is_control);
    is_line.then(|| text.to_string()).ok_or("usage-line")
}

fn date(text: &str) -> Result<Date, &'static str> {
    parse_date(text).ok_or("usage-date")
}

fn code(text: &str) -> Result<Code, &'static str> {
    Code::parse(&text.to_uppercase()).ok_or("usage-code")
}

fn port(text: &str) -> Result<u16, &'static str> {
    text.parse().map_err(|_| "usage-port")
}

fn address(text: &str) -> Result<IpAddr, &'static str> {
    text.parse().map_err(|_| "usage-address")
}

fn milliseconds(text: &str) -> Result<u64, &'static str> {
    text.parse().ok().filter(|number| *number >= 10).ok_or("usage-milliseconds")
}
