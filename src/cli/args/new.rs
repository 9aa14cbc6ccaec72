//! What `fcsite new` takes.

use clap::{Args, Subcommand};
use jiff::civil::{Date, Weekday};

use super::date;
use crate::base::{Email, is_slug};
use crate::parse::files::{Access, ServiceKind};
use crate::parse::likely::{likely_days, likely_postal_code, likely_time};
use crate::parse::values::{Phone, Time, parse_postal_code, parse_weekday};

/// What `new` takes.
#[derive(Args, Debug)]
pub struct NewArguments {
    #[command(subcommand)]
    pub what: NewCommand,
}

/// What to make.
#[derive(Subcommand, Debug)]
pub enum NewCommand {
    Municipality(NewMunicipalityArgs),
    Centre(NewCentreArgs),
    News(NewNewsArgs),
    Page(NewPageArgs),
    Activity(NewActivityArgs),
    Translation(NewTranslationArgs),
}

/// What `new municipality` takes.
#[derive(Args, Debug)]
pub struct NewMunicipalityArgs {
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub code: Option<String>,
    #[arg(long, value_name = "ID", value_parser = slug)]
    pub id: Option<String>,
    #[arg(long, value_name = "PHONE", value_parser = phone)]
    pub phone: Option<String>,
    #[arg(long, value_name = "EMAIL", value_parser = email)]
    pub email: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `new centre` takes.
#[derive(Args, Debug)]
pub struct NewCentreArgs {
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(short, long, value_name = "MUNICIPALITY")]
    pub municipality: Option<String>,
    #[arg(long, value_name = "ID", value_parser = slug)]
    pub id: Option<String>,
    #[arg(long, value_name = "STREET")]
    pub street: Option<String>,
    #[arg(long, value_name = "CODE", value_parser = postal_code)]
    pub postal_code: Option<String>,
    #[arg(long, value_name = "CITY")]
    pub city: Option<String>,
    #[arg(long, value_name = "PHONE", value_parser = phone)]
    pub phone: Option<String>,
    #[arg(long)]
    pub planned: bool,
    #[arg(long, value_name = "SERVICE", value_delimiter = ',', num_args = 1.., value_parser = service)]
    pub services: Vec<ServiceKind>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `new news` takes.
#[derive(Args, Debug)]
pub struct NewNewsArgs {
    #[arg(value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(short, long, value_name = "MUNICIPALITY")]
    pub municipality: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub lead: Option<String>,
    #[arg(long, value_name = "ID", value_parser = slug)]
    pub id: Option<String>,
    #[arg(long)]
    pub publish: bool,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `new page` takes.
#[derive(Args, Debug)]
pub struct NewPageArgs {
    #[arg(value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(short, long, value_name = "MUNICIPALITY")]
    pub municipality: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub lead: Option<String>,
    #[arg(long, value_name = "ID", value_parser = slug)]
    pub id: Option<String>,
    #[arg(long)]
    pub navigation: bool,
    #[arg(long)]
    pub publish: bool,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `new activity` takes.
#[derive(Args, Debug)]
pub struct NewActivityArgs {
    #[arg(value_name = "TITLE")]
    pub title: Option<String>,
    #[arg(short, long, value_name = "MUNICIPALITY")]
    pub municipality: Option<String>,
    #[arg(short, long, value_name = "CENTRE")]
    pub centre: Option<String>,
    #[arg(long, value_name = "DAY", value_parser = weekday)]
    pub day: Option<Weekday>,
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub from: Option<Time>,
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub to: Option<Time>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub valid_from: Option<Date>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub valid_to: Option<Date>,
    #[arg(long, value_name = "ACCESS", value_parser = access)]
    pub access: Option<Access>,
    #[arg(long, value_name = "ID", value_parser = slug)]
    pub id: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `new translation` takes.
#[derive(Args, Debug)]
pub struct NewTranslationArgs {
    #[arg(value_name = "FILE")]
    pub original: Option<String>,
    #[arg(short, long, value_name = "LANGUAGE")]
    pub language: Option<String>,
    #[arg(short, long, value_name = "MUNICIPALITY")]
    pub municipality: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

// What is wrong with a value is said by `words.rs`, by the key that these give.

fn slug(text: &str) -> Result<String, &'static str> {
    if is_slug(text) { Ok(text.to_string()) } else { Err("usage-id") }
}

/// A phone number as people write it.
pub fn phone(text: &str) -> Result<String, &'static str> {
    Phone::parse(text).map(|phone| phone.shown()).ok_or("usage-phone")
}

/// A mail address.
pub fn email(text: &str) -> Result<String, &'static str> {
    Email::parse(text).map(|_| text.to_string()).ok_or("usage-email")
}

/// A postal code as people write it.
pub fn postal_code(text: &str) -> Result<String, &'static str> {
    let code = parse_postal_code(text).or_else(|| likely_postal_code(text));
    code.ok_or("usage-postal-code")
}

/// A weekday as people write it, in Swedish or English.
pub fn weekday(text: &str) -> Result<Weekday, &'static str> {
    let likely = || match likely_days(text).as_slice() {
        [one] => parse_weekday(one),
        _ => None,
    };
    parse_weekday(text).or_else(likely).ok_or("usage-day")
}

/// A time of the day as people write it.
pub fn time(text: &str) -> Result<Time, &'static str> {
    let text = text.trim();
    let text = text.strip_prefix("kl.").or_else(|| text.strip_prefix("kl")).unwrap_or(text).trim();
    Time::parse(text).or_else(|| Time::parse(&likely_time(text)?)).ok_or("usage-time")
}

fn access(text: &str) -> Result<Access, &'static str> {
    Access::meant(text).ok_or("usage-access")
}

fn service(text: &str) -> Result<ServiceKind, &'static str> {
    ServiceKind::meant(text).filter(|kind| *kind != ServiceKind::Other).ok_or("usage-service")
}
