//! The arguments. Each command has a type of its own; what several share is flattened in.

mod new;

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use clap_complete::Shell;

use crate::base::{AbsoluteUrl, Code};
use crate::parse::values::parse_date;

pub use new::{
    NewActivity, NewArguments, NewCentre, NewCommand, NewMunicipality, NewNews, NewPage, NewTranslation,
    day_of, time_of,
};

/// The program's arguments. What the help says of each stands in the Fluent files, by the id that `words.rs` makes of its place.
#[derive(Parser, Debug)]
#[command(name = "fcsite", version, disable_help_subcommand = true)]
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
    /// The folder that holds content/; here, or the nearest folder above with content/site.yaml, when left out.
    #[arg(short, long, value_name = "DIR", global = true)]
    pub source: Option<PathBuf>,
    /// Say nothing but errors.
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Show every diagnostic, also where a file has more than 20.
    #[arg(short, long, global = true)]
    pub verbose: bool,
    /// Use colours.
    #[arg(long, value_name = "WHEN", global = true, default_value = "auto")]
    pub color: Colour,
    /// Give diagnostics and the report as JSON lines on stdout.
    #[arg(long, global = true)]
    pub json: bool,
    /// The language of messages, help and explanations; the system's when left out.
    #[arg(long, value_name = "LANG", global = true)]
    pub lang: Option<Language>,
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
    /// Makes a small site that builds at once.
    Init(InitArguments),
    /// Makes a commented file in the right place.
    New(NewArguments),
    /// Builds the site.
    Build(BuildArguments),
    /// Builds the site, then again at every change.
    Watch(WatchArguments),
    /// Watches, and shows the site in the browser with live reload.
    Serve(ServeArguments),
    /// Checks everything that can be checked, and writes nothing.
    Check(CheckArguments),
    /// Lists what there is.
    List(ListArguments),
    /// Prints how a web server is set up for the site.
    ServerConfig(ServerConfigArguments),
    /// Prints the JSON Schemas of the files.
    Schema(SchemaArguments),
    /// Prints what a shell needs to complete commands.
    Completions(CompletionsArguments),
    /// Prints a manual page.
    Man(ManArguments),
}

/// What `init` takes.
#[derive(Args, Debug)]
pub struct InitArguments {
    /// The new or empty folder; this one when left out.
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Today, for the dates in the files.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `check` takes.
#[derive(Args, Debug)]
pub struct CheckArguments {
    /// Explain a code at length, and do nothing else.
    #[arg(long, value_name = "CODE", value_parser = code)]
    pub explain: Option<Code>,
    /// Try the outside links too.
    #[arg(long)]
    pub external: bool,
    /// Give what was found as SARIF on stdout, for code review.
    #[arg(long)]
    pub sarif: bool,
    /// Only these municipalities.
    #[arg(long, value_name = "MUNICIPALITY", num_args = 1.., value_delimiter = ',')]
    pub only: Vec<String>,
    /// Check drafts too.
    #[arg(long)]
    pub drafts: bool,
    /// Check items whose date is still to come too.
    #[arg(long)]
    pub future: bool,
    /// The day that is taken for today.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `list` takes.
#[derive(Args, Debug)]
pub struct ListArguments {
    /// What to list.
    #[arg(value_name = "WHAT")]
    pub what: Listed,
    /// Only these municipalities.
    #[arg(long, value_name = "MUNICIPALITY", num_args = 1.., value_delimiter = ',')]
    pub only: Vec<String>,
    /// As CSV: for a spreadsheet, or plain for programs.
    #[arg(long, value_name = "FORM", num_args = 0..=1, require_equals = true, default_missing_value = "sheet")]
    pub csv: Option<CsvForm>,
    /// Of activities, the first day.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub from: Option<Date>,
    /// Of activities, the last day.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub to: Option<Date>,
    /// The day that is taken for today.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// For whom CSV is written.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum CsvForm {
    /// For a spreadsheet in the person's language.
    Sheet,
    /// For programs: commas, and always the same.
    Plain,
}

/// What to list.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Listed {
    /// News that are published.
    News,
    /// Family centres.
    Centres,
    /// What happens in the coming two weeks.
    Activities,
    /// Standing pages.
    Pages,
    /// Each text in each language.
    Translations,
    /// Phone numbers.
    Phones,
    /// Warnings that are turned off.
    Off,
    /// Drafts.
    Drafts,
    /// News whose date is still to come.
    Future,
    /// News and pages whose last day has passed.
    Expired,
    /// Centres whose facts somebody should look through.
    ReviewDue,
}

/// What `server-config` takes.
#[derive(Args, Debug)]
pub struct ServerConfigArguments {
    /// The server.
    #[arg(value_name = "SERVER")]
    pub server: ServerKind,
    /// The folder on the server that its first `/` is.
    #[arg(long, value_name = "DIR", default_value = "/var/www/html", value_parser = line)]
    pub root: String,
    /// The site's address, in place of base_url.
    #[arg(short = 'u', long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<AbsoluteUrl>,
    /// Only this municipality's folder, on a server of its own.
    #[arg(long, value_name = "MUNICIPALITY")]
    pub only: Option<String>,
    /// Packed files lie beside the texts, as `build --precompress` makes them.
    #[arg(long)]
    pub precompress: bool,
    /// The day that is taken for today.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// A web server.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum ServerKind {
    /// nginx.
    Nginx,
    /// Apache.
    Apache,
    /// Caddy.
    Caddy,
    /// IIS.
    Iis,
    /// Netlify.
    Netlify,
}

/// What `schema` takes.
#[derive(Args, Debug)]
pub struct SchemaArguments {
    /// The kind of file; all of them when left out.
    #[arg(value_name = "KIND")]
    pub kind: Option<SchemaKind>,
}

/// The kind of file that a schema describes.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum SchemaKind {
    /// `site.yaml`.
    Site,
    /// `municipality.yaml`.
    Municipality,
    /// `centres/<id>.yaml`.
    Centre,
    /// The front matter of news.
    News,
    /// The front matter of pages.
    Page,
}

/// What `completions` takes.
#[derive(Args, Debug)]
pub struct CompletionsArguments {
    /// The shell.
    #[arg(value_name = "SHELL")]
    pub shell: Shell,
}

/// What `man` takes.
#[derive(Args, Debug)]
pub struct ManArguments {
    /// The command; fcsite itself when left out.
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
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
    /// Put packed files beside the texts, for servers that send them as they are
    #[arg(long)]
    pub precompress: bool,
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
    #[arg(long, value_name = "MS", num_args = 0..=1, require_equals = true, default_missing_value = "1000", value_parser = milliseconds)]
    pub poll: Option<u64>,
}

/// What `serve` takes.
#[derive(Args, Debug)]
pub struct ServeArguments {
    /// What `watch` takes.
    #[command(flatten)]
    pub watch: WatchArguments,
    /// The port [default: 1111, or the next one that is free]
    #[arg(short, long, value_name = "PORT", value_parser = port)]
    pub port: Option<u16>,
    /// The address to listen at; 0.0.0.0 lets everyone in your network see the site
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", value_parser = address)]
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

// What is wrong with a value is said by `words.rs`, by the key that these give.

fn web_address(text: &str) -> Result<AbsoluteUrl, String> {
    AbsoluteUrl::parse(text).map_err(|_| "usage-web-address".to_string())
}

fn line(text: &str) -> Result<String, String> {
    let is_line = !text.is_empty() && !text.contains(char::is_control);
    is_line.then(|| text.to_string()).ok_or_else(|| "usage-line".to_string())
}

fn date(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| "usage-date".to_string())
}

fn code(text: &str) -> Result<Code, String> {
    Code::parse(&text.to_uppercase()).ok_or_else(|| "usage-code".to_string())
}

fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| "usage-port".to_string())
}

fn address(text: &str) -> Result<IpAddr, String> {
    text.parse().map_err(|_| "usage-address".to_string())
}

fn milliseconds(text: &str) -> Result<u64, String> {
    text.parse().ok().filter(|number| *number >= 10).ok_or_else(|| "usage-milliseconds".to_string())
}
