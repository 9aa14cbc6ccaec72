//! What `fcsite new` takes.

use clap::{Args, Subcommand};
use jiff::civil::{Date, Weekday};

use super::date;
use crate::base::{Email, is_slug, names};
use crate::parse::files::{Access, ServiceKind};
use crate::parse::likely::{likely_days, likely_postal_code, likely_time};
use crate::parse::values::{Phone, Time, parse_postal_code, parse_weekday};

/// What `new` takes.
#[derive(Args, Debug)]
pub struct NewArguments {
    /// What to make.
    #[command(subcommand)]
    pub what: NewCommand,
}

/// What to make.
#[derive(Subcommand, Debug)]
pub enum NewCommand {
    /// A municipality's folder and its settings.
    Municipality(NewMunicipality),
    /// A family centre.
    Centre(NewCentre),
    /// A news item.
    News(NewNews),
    /// A standing page.
    Page(NewPage),
    /// An activity of a centre.
    Activity(NewActivity),
    /// A translation of a news item or page.
    Translation(NewTranslation),
}

/// What `new municipality` takes.
#[derive(Args, Debug)]
pub struct NewMunicipality {
    /// Its name, such as Botkyrka.
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// SCB's code; known from the name when left out.
    #[arg(long, value_name = "CODE")]
    pub code: Option<String>,
    /// The folder's name and the address; made of the name when left out.
    #[arg(long, value_name = "ID", value_parser = slug)]
    pub id: Option<String>,
    /// A Swedish phone number.
    #[arg(long, value_name = "PHONE", value_parser = phone)]
    pub phone: Option<String>,
    /// An e-mail address.
    #[arg(long, value_name = "EMAIL", value_parser = email)]
    pub email: Option<String>,
    /// Today, for the dates in the file.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `new centre` takes.
#[derive(Args, Debug)]
pub struct NewCentre {
    /// Its name, such as "Familjecentralen i Fittja".
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    /// The municipality's folder; the only one when left out.
    #[arg(short, long, value_name = "MUNICIPALITY")]
    pub municipality: Option<String>,
    /// The file's name and the address; made of the name when left out.
    #[arg(long, value_name = "ID", value_parser = slug)]
    pub id: Option<String>,
    /// Street and number.
    #[arg(long, value_name = "STREET")]
    pub street: Option<String>,
    /// The postal code.
    #[arg(long, value_name = "CODE", value_parser = postal_code)]
    pub postal_code: Option<String>,
    /// The postal town.
    #[arg(long, value_name = "CITY")]
    pub city: Option<String>,
    /// A Swedish phone number.
    #[arg(long, value_name = "PHONE", value_parser = phone)]
    pub phone: Option<String>,
    /// It is planned, not open.
    #[arg(long)]
    pub planned: bool,
    /// The services; all four of a family centre when left out.
    #[arg(long, value_name = "SERVICE", value_delimiter = ',', num_args = 1.., value_parser = service)]
    pub services: Vec<ServiceKind>,
    /// Today, for the dates in the file.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `new news` takes.
#[derive(Args, Debug)]
pub struct NewNews {
    /// Its title.
    #[arg(value_name = "TITLE")]
    pub title: Option<String>,
    /// The municipality's folder, or _shared for all of them; the only one when left out.
    #[arg(short, long, value_name = "MUNICIPALITY")]
    pub municipality: Option<String>,
    /// The lead: what is new, in one or two sentences.
    #[arg(long, value_name = "TEXT")]
    pub lead: Option<String>,
    /// The end of the file's name and of the address; made of the title when left out.
    #[arg(long, value_name = "ID", value_parser = slug)]
    pub id: Option<String>,
    /// It is to be published; else it is a draft.
    #[arg(long)]
    pub publish: bool,
    /// The day of publication; today when left out.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `new page` takes.
#[derive(Args, Debug)]
pub struct NewPage {
    /// Its title.
    #[arg(value_name = "TITLE")]
    pub title: Option<String>,
    /// The municipality's folder, or _shared for all of them; the only one when left out.
    #[arg(short, long, value_name = "MUNICIPALITY")]
    pub municipality: Option<String>,
    /// The lead: what the page is about, in one or two sentences.
    #[arg(long, value_name = "TEXT")]
    pub lead: Option<String>,
    /// The file's name and the address; made of the title when left out.
    #[arg(long, value_name = "ID", value_parser = slug)]
    pub id: Option<String>,
    /// It is in the navigation.
    #[arg(long)]
    pub navigation: bool,
    /// It is to be published; else it is a draft.
    #[arg(long)]
    pub publish: bool,
    /// Today, for the dates in the file.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `new activity` takes.
#[derive(Args, Debug)]
pub struct NewActivity {
    /// What it is called.
    #[arg(value_name = "TITLE")]
    pub title: Option<String>,
    /// The municipality's folder; the only one when left out.
    #[arg(short, long, value_name = "MUNICIPALITY")]
    pub municipality: Option<String>,
    /// The centre; the only one when left out.
    #[arg(short, long, value_name = "CENTRE")]
    pub centre: Option<String>,
    /// The weekday.
    #[arg(long, value_name = "DAY", value_parser = weekday)]
    pub day: Option<Weekday>,
    /// When it begins.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub from: Option<Time>,
    /// When it ends.
    #[arg(long, value_name = "TIME", value_parser = time)]
    pub to: Option<Time>,
    /// The first day; today's term goes on when left out.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub valid_from: Option<Date>,
    /// The last day.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub valid_to: Option<Date>,
    /// Does one need to book?
    #[arg(long, value_name = "ACCESS", value_parser = access)]
    pub access: Option<Access>,
    /// Its id, in calendars; made of the title when left out.
    #[arg(long, value_name = "ID", value_parser = slug)]
    pub id: Option<String>,
    /// Today.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

/// What `new translation` takes.
#[derive(Args, Debug)]
pub struct NewTranslation {
    /// The original: its file, or the name of the news item or page.
    #[arg(value_name = "FILE")]
    pub original: Option<String>,
    /// The language to translate to; the other one where the site has two.
    #[arg(short, long, value_name = "LANGUAGE")]
    pub language: Option<String>,
    /// The municipality's folder, where more than one has a text of the name.
    #[arg(short, long, value_name = "MUNICIPALITY")]
    pub municipality: Option<String>,
    /// Today, for the dates in the file.
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub now: Option<Date>,
}

// What is wrong with a value is said by `words.rs`, by the key that these give.

fn slug(text: &str) -> Result<String, String> {
    if is_slug(text) { Ok(text.to_string()) } else { Err("usage-id".to_string()) }
}

fn phone(text: &str) -> Result<String, String> {
    Phone::parse(text).map(|phone| phone.shown()).ok_or_else(|| "usage-phone".to_string())
}

fn email(text: &str) -> Result<String, String> {
    Email::parse(text).map(|_| text.to_string()).ok_or_else(|| "usage-email".to_string())
}

fn postal_code(text: &str) -> Result<String, String> {
    let code = parse_postal_code(text).or_else(|| likely_postal_code(text));
    code.ok_or_else(|| "usage-postal-code".to_string())
}

fn weekday(text: &str) -> Result<Weekday, String> {
    day_of(text).ok_or_else(|| "usage-day".to_string())
}

/// A weekday as people write it, in Swedish or English.
pub fn day_of(text: &str) -> Option<Weekday> {
    let likely = || match likely_days(text).as_slice() {
        [one] => parse_weekday(one),
        _ => None,
    };
    parse_weekday(text).or_else(likely)
}

fn time(text: &str) -> Result<Time, String> {
    time_of(text).ok_or_else(|| "usage-time".to_string())
}

/// A time of the day as people write it.
pub fn time_of(text: &str) -> Option<Time> {
    let text = text.trim();
    let text = text.strip_prefix("kl.").or_else(|| text.strip_prefix("kl")).unwrap_or(text).trim();
    Time::parse(text).or_else(|| Time::parse(&likely_time(text)?))
}

fn access(text: &str) -> Result<Access, String> {
    const WORDS: &[&str] = &["drop_in", "booking", "both"];
    let word = names::value("Access", WORDS, text);
    let known = [Access::DropIn, Access::Booking, Access::Both];
    known.into_iter().find(|access| Some(access.key()) == word).ok_or_else(|| "usage-access".to_string())
}

fn service(text: &str) -> Result<ServiceKind, String> {
    ServiceKind::meant(text)
        .filter(|kind| *kind != ServiceKind::Other)
        .ok_or_else(|| "usage-service".to_string())
}
