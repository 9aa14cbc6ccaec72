//! What words in braces stand for: `{telefon fittja}` is what the file of the centre says.
//!
//! Texts of the municipality name its own centres, and shared texts name the municipality too. One that cannot be filled in is an error
//! at its place: a page that shows the words themselves, or an old number, would go out wrong without a word.

use super::references::no_such_centre;
use super::{Named, Section, Sourced};
use crate::base::{At, Code, Diagnostic, Seg, SourcePath, nearest, slug_of};
use crate::parse::centre::{Address, Centre, Service};
use crate::parse::check::{ImageUse, Notice, Trail, Week};
use crate::parse::fills::{self, Asked, Fill, service_kind, service_word};
use crate::parse::files::Status;
use crate::parse::municipality::MunicipalityConfig;
use crate::parse::values::{Phone, Text};
use crate::parse::{self, SHARED};
use crate::base::Email;

/// What is filled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Filled<'a> {
    /// A phone number.
    Phone(&'a Phone),
    /// A mail address.
    Email(&'a Email),
    /// An address.
    Address(&'a Address),
    /// The hours of a usual week.
    Hours(&'a Week),
    /// There are no hours, since the centre is not open.
    NotOpen(Status),
}

/// Why nothing can be filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault<'a> {
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
    pub fn fill(&self, fill: &Fill, is_shared: bool) -> Result<Filled<'_>, Fault<'_>> {
        let Some(asked) = fill.asked else {
            let names_centre = self.named_by(fill, is_shared).is_ok();
            return Err(if names_centre || fill.meant().is_some() { Fault::Word } else { Fault::Text });
        };
        let (centre, service) = self.named_by(fill, is_shared)?;
        let Some(name) = service else { return value(centre, None, asked) };
        let services = services_of(centre, name);
        if services.is_empty() {
            return Err(Fault::Service(centre));
        }
        let mut values = services.iter().map(|service| value(centre, Some(service), asked));
        let first = values.next().unwrap_or(Err(Fault::Service(centre)));
        if values.all(|other| other == first) { first } else { Err(Fault::Several(centre)) }
    }

    /// The centre and the service that are named.
    fn named_by<'f>(
        &self,
        fill: &'f Fill,
        is_shared: bool,
    ) -> Result<(&Centre, Option<&'f str>), Fault<'_>> {
        let own = |id: &str| self.centre(id).filter(|_| !is_shared).map(|centre| &*centre.value);
        let whole = |municipality: &str, id: &str| {
            let name = format!("{municipality}/{id}");
            match self.find_centre(&name) {
                Some(Named::Own(centre)) => Ok(&*centre.value),
                Some(Named::Guest(guest)) => Ok(&*guest.centre.value),
                None => Err(Fault::Centre(name)),
            }
        };
        match fill.names.as_slice() {
            [] => Err(Fault::NoTarget),
            [id] => own(id).map(|centre| (centre, None)).ok_or_else(|| Fault::Centre(id.clone())),
            [first, second] => match own(first) {
                Some(centre) if !services_of(centre, second).is_empty() => Ok((centre, Some(second))),
                Some(centre) => Ok(whole(first, second).map_or((centre, Some(second.as_str())), |found| (found, None))),
                // Of a service it is the centre that is wrong.
                None if !is_shared && service_kind(second).is_some() && whole(first, second).is_err() => {
                    Err(Fault::Centre(first.clone()))
                }
                None => Ok((whole(first, second)?, None)),
            },
            [municipality, id, service, ..] => Ok((whole(municipality, id)?, Some(service))),
        }
    }
}

/// The services of a name: by their kind, or by a name of their own.
fn services_of<'a>(centre: &'a Centre, name: &str) -> Vec<&'a Service> {
    let is_named = |service: &&Service| {
        service.name.iter().flat_map(Text::each).any(|(_, own)| slug_of(own) == name)
    };
    let named: Vec<&Service> = centre.services.iter().filter(is_named).collect();
    let kind = service_kind(name);
    match kind {
        Some(kind) if named.is_empty() => centre.services.iter().filter(|service| service.kind == kind).collect(),
        _ => named,
    }
}

fn value<'a>(
    centre: &'a Centre,
    service: Option<&'a Service>,
    asked: Asked,
) -> Result<Filled<'a>, Fault<'a>> {
    let nothing = Fault::Nothing(centre, service);
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

/// What is wrong with words in braces, if anything is.
pub fn check(section: &Section, fill: &Fill, path: &SourcePath, at: At) -> Option<Diagnostic> {
    let fault = section.fill(fill, is_shared(path)).err()?;
    let new = |code| Diagnostic::new(code, path, at.clone()).with("written", &fill.written);
    let asked = fill.asked.map_or("none", Asked::key);
    let nothing = |why: &str, centre: &Centre| {
        let own = section.own();
        let name = centre.name.in_language(own, own).0;
        let words = new(Code::NothingToFill).with("why", why).with("asked", asked).with("centre", name);
        let names: Vec<String> = centre.services.iter().map(|service| name_of(service, centre, own)).collect();
        let service = fill.names.last().map_or("", String::as_str);
        let proposal = nearest(service, names.iter().map(String::as_str)).unwrap_or("none").to_string();
        words.with("service", service).with("services", names.join(", ")).with("proposal", proposal)
    };
    Some(match fault {
        Fault::Text => return None,
        Fault::Word => {
            let proposal = fill.meant().map_or_else(
                || "none".to_string(),
                |word| format!("{{{word} {}}}", fill.names.join("/")),
            );
            new(Code::UnknownFill).with("word", &fill.word).with("proposal", proposal)
        }
        Fault::NoTarget => new(Code::UnknownFill).with("word", "none").with("proposal", "none"),
        Fault::Centre(name) => no_such_centre(section, &name, path, at),
        Fault::Service(centre) => nothing("service", centre),
        Fault::Several(centre) => nothing("several", centre),
        Fault::Nothing(centre, None) => nothing("centre", centre),
        Fault::Nothing(centre, Some(_)) => nothing("of-service", centre),
    })
}

/// What a service is called after the slash: by its kind, or by its name where others are of that kind.
fn name_of(service: &Service, centre: &Centre, own: &str) -> String {
    let of_kind = centre.services.iter().filter(|other| other.kind == service.kind).count();
    match &service.name {
        Some(name) if of_kind > 1 || service_word(service.kind) == "annat" => slug_of(name.in_language(own, own).0),
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
        let fills = fills::find(text).into_iter().map(|(_, fill)| fill);
        check_each(section, fills, path, at, found);
    }
}

/// Looks at the fills of a field, each at its own words.
fn check_each(
    section: &Section,
    fills: impl Iterator<Item = Fill>,
    path: &SourcePath,
    at: &dyn Fn() -> At,
    found: &mut Vec<Diagnostic>,
) {
    let mut seen: Vec<String> = Vec::new();
    for fill in fills {
        let nth = seen.iter().filter(|words| **words == fill.written).count();
        let at = match at() {
            At::Value(way) => At::Part { path: way, in_key: false, words: fill.written.clone(), nth },
            at => at,
        };
        found.extend(check(section, &fill, path, at));
        seen.push(fill.written);
    }
}

/// Looks at the texts of `municipality.yaml` and of the centres.
pub fn check_fields(section: &Section, config: &Sourced<MunicipalityConfig>, found: &mut Vec<Diagnostic>) {
    let top = Trail::TOP;
    let mut fields = Fields { section, path: &config.path, found };
    fields.config(&config.value, &top);
    for centre in &section.centres {
        fields.path = &centre.path;
        fields.centre(&centre.value, &top);
    }
}

struct Fields<'a, 'f> {
    section: &'a Section,
    path: &'a SourcePath,
    found: &'f mut Vec<Diagnostic>,
}

impl Fields<'_, '_> {
    fn text(&mut self, text: &Text, at: &Trail<'_>) {
        for (lang, text) in text.each().filter(|(_, text)| text.contains('{')) {
            let here = || lang.map_or_else(|| at.value(), |lang| at.key(lang).value());
            check_plain(self.section, text, self.path, &here, self.found);
        }
    }

    fn optional(&mut self, text: Option<&Text>, at: &Trail<'_>) {
        if let Some(text) = text {
            self.text(text, at);
        }
    }

    fn config(&mut self, config: &MunicipalityConfig, top: &Trail<'_>) {
        let list = top.key("navigation");
        for (index, entry) in config.navigation.iter().enumerate() {
            self.text(&entry.title, &list.index(index).key("title"));
        }
        self.notices(&config.notices, top);
        let Some(statement) = &config.statement else { return };
        let at = top.key("accessibility_statement");
        let (issues, burdens, outside) = (at.key("issues"), at.key("disproportionate_burden"), at.key("out_of_scope"));
        for (index, issue) in statement.issues.iter().enumerate() {
            let at = issues.index(index);
            self.text(&issue.what, &at.key("what"));
            self.optional(issue.reason.as_ref(), &at.key("reason"));
            self.optional(issue.alternative.as_ref(), &at.key("alternative"));
        }
        for (index, (what, why)) in statement.disproportionate_burden.iter().enumerate() {
            self.text(what, &burdens.index(index).key("what"));
            self.text(why, &burdens.index(index).key("motivation"));
        }
        for (index, (what, why)) in statement.out_of_scope.iter().enumerate() {
            self.text(what, &outside.index(index).key("what"));
            self.optional(why.as_ref(), &outside.index(index).key("reason"));
        }
    }

    fn centre(&mut self, centre: &Centre, top: &Trail<'_>) {
        if let Some(entrance) = centre.address.as_ref().and_then(|address| address.entrance.as_ref()) {
            self.text(entrance, &top.key("address").key("entrance"));
        }
        let list = top.key("services");
        for (index, service) in centre.services.iter().enumerate() {
            self.optional(service.name.as_ref(), &list.index(index).key("name"));
        }
        let list = top.key("exceptions");
        for (index, exception) in centre.exceptions.iter().enumerate() {
            self.optional(exception.reason.as_ref(), &list.index(index).key("reason"));
        }
        let list = top.key("activities");
        for (index, activity) in centre.activities.iter().enumerate() {
            self.text(&activity.title, &list.index(index).key("title"));
        }
        self.notices(&centre.notices, top);
        self.optional(centre.premises_note.as_ref(), &top.key("premises").key("note"));
        let there = top.key("getting_there");
        for (name, text) in
            [("transit", &centre.transit), ("car", &centre.car), ("pram_parking", &centre.pram_parking)]
        {
            self.optional(text.as_ref(), &there.key(name));
        }
        let list = top.key("images");
        for (index, image) in centre.images.iter().enumerate() {
            self.image(image, &list.index(index));
        }
        self.optional(centre.owner.as_ref(), &top.key("owner"));
    }

    fn image(&mut self, image: &ImageUse, at: &Trail<'_>) {
        self.optional(image.alt.as_ref(), &at.key("alt"));
        self.optional(image.credit.as_ref(), &at.key("credit"));
        self.optional(image.consent.as_ref(), &at.key("consent"));
    }

    fn notices(&mut self, notices: &[Notice], top: &Trail<'_>) {
        let list = top.key("notices");
        for (index, notice) in notices.iter().enumerate() {
            let at = list.index(index);
            self.text(&notice.title, &at.key("title"));
            let links = at.key("links");
            for (place, link) in notice.links.iter().enumerate() {
                self.text(&link.title, &links.index(place).key("title"));
            }
            for (lang, body) in notice.body.iter().flat_map(Text::each).filter(|(_, body)| body.contains('{')) {
                let at = at.key("body");
                let here = || lang.map_or_else(|| at.value(), |lang| at.key(lang).value());
                let fills = parse::parse_fragment(body).fills.into_iter().map(|found| found.fill);
                check_each(self.section, fills, self.path, &here, self.found);
            }
        }
    }
}

/// The place of a field at a file's top.
pub fn field(name: &str) -> At {
    At::Value(vec![Seg::Key(name.to_string())])
}
