//! What `archive` takes.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use super::{date, web_address};
use crate::base::AbsoluteUrl;

/// What `archive` takes: a folder to add to, or a day to show.
#[derive(Args, Debug)]
#[command(args_conflicts_with_subcommands = true)]
pub struct ArchiveArguments {
    #[command(subcommand)]
    pub command: Option<ArchiveCommand>,
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    #[arg(short = 'u', long, value_name = "URL", value_parser = web_address)]
    pub base_url: Option<AbsoluteUrl>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
    #[arg(long)]
    pub full: bool,
    #[arg(long)]
    pub strict: bool,
}

/// What an archive can be asked.
#[derive(Subcommand, Debug)]
pub enum ArchiveCommand {
    Show(ArchiveShowArguments),
}

/// What `archive show` takes.
#[derive(Args, Debug)]
pub struct ArchiveShowArguments {
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
    #[arg(value_name = "DATE", value_parser = date)]
    pub day: Date,
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
}
