//! What words in braces stand for: `{telefon fittja}` is what the file of the centre says.
//!
//! Texts of the municipality name its own centres, and shared texts name the municipality too. One that cannot be filled in is an error
//! at its place: a page that shows the words themselves, or an old number, would go out wrong without a word.

use super::texts::{self, Form};
use super::{NamedCentre, PROPOSED, Section, Sourced};
use crate::base::characters::shortened;
use crate::base::{At, Code, Diagnostic, Email, SourcePath, is_slug_of, nearest, slug_of};
use crate::parse::centre::{Address, Centre, Service};
use crate::parse::check::Week;
use crate::parse::files::Status;
use crate::parse::fills::{self, Asked, Fill, service_kind, service_word};
use crate::parse::municipality::Municipality;
use crate::parse::trail::Trail;
use crate::parse::values::{Phone, Text};
use crate::parse::{self, SHARED};

/// What is filled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Filled<'a> {
    /// A phone number.
    Phone(&'a Phone),
    /// A mail address.
    Email(&'a Email),
    Address(&'a Address),
    /// The hours of a usual week.
    Hours(&'a Week),
    /// There are no hours, since the centre is not open.
    NotOpen(Status),
}

/// How many bytes words in braces may become together in a text without Markdown. A number has twenty, the hours of a whole week seldom
/// two hundred; the text itself may stand on many pages in many languages.
const MOST_FILLED: usize = 2000;

impl Filled<'_> {
    /// About how many bytes it becomes, in the language that needs the most.
    fn length(&self) -> usize {
        const WORDS: usize = 30;
        match self {
            Self::Phone(_) | Self::NotOpen(_) => WORDS,
            Self::Email(email) => email.as_str().len(),
            Self::Address(address) => {
                WORDS + address.street.len() + address.city.as_ref().map_or(0, String::len)
            }
            Self::Hours(week) => week.iter().map(|day| WORDS * (1 + day.intervals().len())).sum(),
        }
    }
}

/// Why nothing can be filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FillFault<'a> {
    /// The words are a text like any other.
    Text,
    /// The first word is none of those that are known.
    Word,
    /// No centre is named.
    NoTarget,
    /// There is no such centre.
    Centre(String),
    /// The centre has no such service.
    Service(&'a Centre),
    /// More than one service is meant, and they differ.
    Several(&'a Centre),
    /// The centre's file does not say it.
    Nothing(&'a Centre, Option<&'a Service>),
}

impl Section {
    /// What words in braces stand for, in a text of the municipality or in one that all share.
    pub fn fill(&self, fill: &Fill, is_shared: bool) -> Result<Filled<'_>, FillFault<'_>> {
        let Some(asked) = fill.asked else {
            let names_centre = self.named_by(fill, is_shared).is_ok();
            return Err(if names_centre || fill.meant().is_some() {
                FillFault::Word
            } else {
                FillFault::Text
            });
        };
        let (centre, service) = self.named_by(fill, is_shared)?;
        let Some(name) = service else { return value(centre, None, asked) };
        let services = services_of(centre, name);
        if services.is_empty() {
            return Err(FillFault::Service(centre));
        }
        let mut values = services.iter().map(|service| value(centre, Some(service), asked));
        let first = values.next().unwrap_or(Err(FillFault::Service(centre)));
        if values.all(|other| other == first) { first } else { Err(FillFault::Several(centre)) }
    }

    /// The centre and the service that are named.
    fn named_by<'f>(
        &self,
        fill: &'f Fill,
        is_shared: bool,
    ) -> Result<(&Centre, Option<&'f str>), FillFault<'_>> {
        let own = |id: &str| self.centre(id).filter(|_| !is_shared).map(|centre| &*centre.value);
        let whole = |municipality: &str, id: &str| {
            let name = format!("{municipality}/{id}");
            match self.find_centre(&name) {
                Some(NamedCentre::Own(centre)) => Ok(&*centre.value),
                Some(NamedCentre::Guest(guest)) => Ok(&*guest.centre.value),
                None => Err(FillFault::Centre(name)),
            }
        };
        match fill.names.as_slice() {
            [] => Err(FillFault::NoTarget),
            [id] => own(id).map(|centre| (centre, None)).ok_or_else(|| FillFault::Centre(id.clone())),
            [first, second] => match own(first) {
                Some(centre) if !services_of(centre, second).is_empty() => Ok((centre, Some(second))),
                Some(centre) => {
                    Ok(whole(first, second).map_or((centre, Some(second.as_str())), |found| (found, None)))
                }
                // Of a service it is the centre that is wrong.
                None if !is_shared && service_kind(second).is_some() && whole(first, second).is_err() => {
                    Err(FillFault::Centre(first.clone()))
                }
                None => Ok((whole(first, second)?, None)),
            },
            [municipality, id, service, ..] => Ok((whole(municipality, id)?, Some(service))),
        }
    }
}

/// The services of a name: by their kind, or by a name of their own.
fn services_of<'a>(centre: &'a Centre, name: &str) -> Vec<&'a Service> {
    let is_named =
        |service: &&Service| service.name.iter().flat_map(Text::each).any(|(_, own)| is_slug_of(name, own));
    let named: Vec<&Service> = centre.services.iter().filter(is_named).collect();
    let kind = service_kind(name);
    match kind {
        Some(kind) if named.is_empty() => {
            centre.services.iter().filter(|service| service.kind == kind).collect()
        }
        _ => named,
    }
}

fn value<'a>(
    centre: &'a Centre,
    service: Option<&'a Service>,
    asked: Asked,
) -> Result<Filled<'a>, FillFault<'a>> {
    let nothing = FillFault::Nothing(centre, service);
    match asked {
        Asked::Phone => {
            let phone = match service {
                Some(service) => service.phone.as_ref(),
                None => centre.phone.as_ref(),
            };
            phone.map(Filled::Phone).ok_or(nothing)
        }
        // What is done at a centre is done where it lies.
        Asked::Address => centre.address.as_ref().map(Filled::Address).ok_or(nothing),
        Asked::Email => centre.email.as_ref().filter(|_| service.is_none()).map(Filled::Email).ok_or(nothing),
        Asked::Hours if centre.status != Status::Open => Ok(Filled::NotOpen(centre.status)),
        Asked::Hours => {
            let week = match service {
                Some(service) => service.hours.as_ref(),
                None => centre.hours.as_ref(),
            };
            week.map(Filled::Hours).ok_or(nothing)
        }
    }
}

/// What is wrong with words in braces, if anything is. What was probably meant is said where it is to be `proposed`.
pub fn check(
    section: &Section,
    fill: &Fill,
    path: &SourcePath,
    (at, proposed): (At, bool),
) -> Option<Diagnostic> {
    let fault = section.fill(fill, is_shared(path)).err()?;
    let new = |code| Diagnostic::new(code, path, at.clone()).with("written", &fill.written);
    let asked = fill.asked.map_or("none", Asked::key);
    let nothing = |why: &str, centre: &Centre| {
        let own = section.own();
        let name = centre.name.in_language(own, own).0;
        // Where many are wrong nobody reads what each of them might have been.
        let services = centre.services.iter().filter(|_| proposed);
        let names: Vec<String> = services.map(|service| name_of(service, centre, own)).collect();
        // Where only services have it, they are named: written for the centre it would be said of all of them.
        let having = centre.services.iter().zip(&names);
        let having = having.filter(|(service, _)| {
            fill.asked.is_some_and(|asked| value(centre, Some(service), asked).is_ok())
        });
        let target = fill.names.join("/");
        let fills: Vec<String> = match why {
            "centre" => having.map(|(_, name)| format!("{{{} {target}/{name}}}", fill.word)).collect(),
            _ => Vec::new(),
        };
        let why = if fills.is_empty() { why } else { "services" };
        let words = new(Code::NothingToFill)
            .with("why", why)
            .with("fills", fills.first().map_or_else(|| "none".to_string(), |fill| shortened(fill, 80)))
            .with("others", some_of(fills.get(1..).unwrap_or_default()))
            .with("count", fills.len())
            .with("asked", asked)
            .with("centre", name);
        let service = fill.names.last().map_or("", String::as_str);
        let proposal = nearest(service, names.iter().map(String::as_str)).unwrap_or("none").to_string();
        words.with("service", service).with("services", some_of(&names)).with("proposal", proposal)
    };
    Some(match fault {
        FillFault::Text => return None,
        FillFault::Word => {
            let proposal = fill
                .meant()
                .map_or_else(|| "none".to_string(), |word| format!("{{{word} {}}}", fill.names.join("/")));
            let unknown = new(Code::UnknownFill).with("word", &fill.word).with("proposal", proposal);
            unknown.with("example", example(section, fill, path))
        }
        FillFault::NoTarget => {
            let unknown = new(Code::UnknownFill).with("word", "none").with("proposal", "none");
            unknown.with("example", example(section, fill, path))
        }
        FillFault::Centre(name) => match divided(section, fill, path) {
            // A blank or a hyphen where the slash before a service should stand.
            Some(meant) => {
                let municipality = section.id.as_deref().unwrap_or("none");
                let diagnostic = Diagnostic::new(Code::NoSuchCentre, path, at).with("centre", &name);
                diagnostic.with("municipality", municipality).with("proposal", meant)
            }
            None => no_such_centre(section, (&name, proposed), path, at),
        },
        FillFault::Service(centre) => nothing("service", centre),
        FillFault::Several(centre) => nothing("several", centre),
        FillFault::Nothing(centre, None) => nothing("centre", centre),
        FillFault::Nothing(centre, Some(_)) => nothing("of-service", centre),
    })
}

/// Words in braces that can be filled in in this text, to be copied: what is asked for, of a centre that there is and that has it.
fn example(section: &Section, fill: &Fill, path: &SourcePath) -> String {
    let asked = fill.asked.unwrap_or(Asked::Phone);
    let own = section.centres.iter().map(|centre| (centre.value.id.clone(), &*centre.value));
    let whole =
        own.clone().filter_map(|(id, centre)| Some((format!("{}/{id}", section.id.as_deref()?), centre)));
    let guests = section.guests.iter().map(|(name, guest)| (name.clone(), &*guest.centre.value));
    let known: Vec<(String, &Centre)> =
        if is_shared(path) { whole.chain(guests).collect() } else { own.collect() };
    let having = known.iter().find(|(_, centre)| value(centre, None, asked).is_ok());
    let name = having.or(known.first()).map_or("fittja", |(name, _)| name.as_str());
    format!("{{{} {name}}}", asked.word())
}

/// A centre and its service that were written as one name: `storgatan bvc`.
fn divided(section: &Section, fill: &Fill, path: &SourcePath) -> Option<String> {
    let [name] = fill.names.as_slice() else { return None };
    let mut cuts = name.match_indices('-').take(8).filter(|_| !is_shared(path));
    cuts.find_map(|(at, _)| {
        let (id, service) = (&name[..at], &name[at + 1..]);
        let centre = section.centre(id)?;
        (!services_of(&centre.value, service).is_empty()).then(|| format!("{id}/{service}"))
    })
}

/// The first of some names, shortened: each fault holds its own, and there may be many of both.
fn some_of(names: &[String]) -> String {
    const MOST: usize = 10;
    const LONGEST: usize = 80;
    let more = (names.len() > MOST).then(|| "…".to_string());
    names.iter().take(MOST).map(|name| shortened(name, LONGEST)).chain(more).collect::<Vec<_>>().join(", ")
}

/// What a service is called after the slash: by its kind, or by its name where others are of that kind.
pub fn name_of(service: &Service, centre: &Centre, own: &str) -> String {
    let of_kind = centre.services.iter().filter(|other| other.kind == service.kind).count();
    match &service.name {
        Some(name) if of_kind > 1 || service_word(service.kind) == "annat" => {
            slug_of(name.in_language(own, own).0)
        }
        _ => service_word(service.kind).to_string(),
    }
}

/// Does a text lie in the folder that all share?
pub fn is_shared(path: &SourcePath) -> bool {
    path.as_str().strip_prefix("content/").is_some_and(|rest| rest.starts_with(SHARED))
}

/// Looks at a text without Markdown.
pub fn check_plain(
    section: &Section,
    text: &str,
    path: &SourcePath,
    at: &dyn Fn() -> At,
    found: &mut Vec<Diagnostic>,
) {
    if text.contains('{') {
        let fills = fills::find(text);
        if fills.len() > fills::MOST_PLAIN {
            let words = Diagnostic::new(Code::TooMuch, path, at()).with("kind", "fills");
            found.push(words.with("most", fills::MOST_PLAIN).with("number", fills.len()));
        }
        let fills = || fills.iter().take(fills::MOST_PLAIN);
        let lengths = fills().filter_map(|(_, fill)| section.fill(fill, is_shared(path)).ok());
        let number: usize = lengths.map(|filled| filled.length()).sum();
        if number > MOST_FILLED {
            let words = Diagnostic::new(Code::TooMuch, path, at()).with("kind", "filled");
            found.push(words.with("most", MOST_FILLED).with("number", number));
        }
        let fills = fills().map(|(range, fill)| (Some(range.start), fill.clone()));
        check_each(section, fills, path, at, found);
    }
}

/// Says that a name is written out, where it has words in braces: it stands in each list, beside each time and in each calendar.
fn check_name(name: &Text, path: &SourcePath, at: &Trail<'_>, found: &mut Vec<Diagnostic>) {
    let has_fills = |text: &str| fills::find(text).iter().any(|(_, fill)| fill.asked.is_some());
    for (lang, _) in name.each().filter(|(_, text)| text.contains('{') && has_fills(text)) {
        let at = lang.map_or_else(|| at.value(), |lang| at.key(lang).value());
        let words = Diagnostic::new(Code::TooMuch, path, at).with("kind", "name");
        found.push(words.with("most", 0).with("number", 1));
    }
}

/// Looks at the fills of a field, each at its own words.
fn check_each(
    section: &Section,
    fills: impl Iterator<Item = (Option<usize>, Fill)>,
    path: &SourcePath,
    at: &dyn Fn() -> At,
    found: &mut Vec<Diagnostic>,
) {
    for (from, fill) in fills {
        let at = match at() {
            At::Value(way) => At::Part { path: way, in_key: false, words: fill.written.clone(), from },
            at => at,
        };
        let proposed = found.len() < PROPOSED;
        found.extend(check(section, &fill, path, (at, proposed)));
    }
}

/// Looks at the texts of `municipality.yaml` and of the centres.
pub fn check_fields(section: &Section, config: &Sourced<Municipality>, found: &mut Vec<Diagnostic>) {
    let mut look = |path: &SourcePath, text: &Text, at: &Trail<'_>, form: Form| {
        // Names hold none, which is told below.
        if at.field() == "name" {
            return;
        }
        for (lang, text) in text.each().filter(|(_, text)| text.contains('{')) {
            let here = || lang.map_or_else(|| at.value(), |lang| at.key(lang).value());
            match form {
                Form::Plain => check_plain(section, text, path, &here, found),
                Form::Markdown => {
                    let fills = parse::parse_fragment(text).fills.into_iter();
                    let fills = fills.map(|asked| (Some(asked.span.start), asked.fill));
                    check_each(section, fills, path, &here, found);
                }
            }
        }
    };
    texts::of_config(&config.value, &mut |text, at, form| look(&config.path, text, at, form));
    for centre in &section.centres {
        texts::of_centre(&centre.value, &mut |text, at, form| look(&centre.path, text, at, form));
    }
    check_name(&config.value.name, &config.path, &Trail::TOP.key("name"), found);
    for centre in &section.centres {
        texts::names_of_centre(&centre.value, &mut |name, at| check_name(name, &centre.path, at, found));
    }
}

/// Tells that there is no such centre.
pub fn no_such_centre(
    section: &Section,
    (name, proposed): (&str, bool),
    path: &SourcePath,
    at: At,
) -> Diagnostic {
    let known: Vec<&str> = match section.id {
        _ if !proposed => Vec::new(),
        Some(_) => section.centres.iter().map(|centre| centre.value.id.as_str()).collect(),
        None => section.guests.keys().map(String::as_str).collect(),
    };
    // A centre's own name is most often given whole, and nearest to nothing.
    let wanted = slug_of(name);
    let mut called = section.centres.iter().filter(|centre| {
        proposed
            && section.id.is_some()
            && centre.value.name.each().any(|(_, name)| is_slug_of(&wanted, name))
    });
    let near = nearest(name, known.iter().copied());
    let near = near.or_else(|| called.next().map(|centre| centre.value.id.as_str()));
    let municipality = section.id.as_deref().unwrap_or("none");
    let diagnostic = Diagnostic::new(Code::NoSuchCentre, path, at);
    diagnostic.with("centre", name).with("municipality", municipality).proposing(near)
}
