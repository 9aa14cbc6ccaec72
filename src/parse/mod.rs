//! Parse: one file → one [`Document`], knowing no other file and no date.
//!
//! Everything that can be said of a file by itself is said here, with its place. What needs other files (does the centre
//! exist?) or the date (is the review due?) is the model's.
//!
//! Never here: a look at another file, at a date or at the disk.

pub mod activity;
pub(crate) mod aliases;
pub(crate) mod article;
pub mod attachment;
pub(crate) mod bounds;
pub mod centre;
pub(crate) mod check;
pub(crate) mod colour;
pub(crate) mod contacts;
pub(crate) mod digest;
pub(crate) mod drawing;
mod encoding;
pub mod files;
pub(crate) mod fills;
pub mod hours;
pub mod language;
pub(crate) mod likely;
pub(crate) mod look;
pub mod map;
pub mod markdown;
pub(crate) mod municipality;
pub(crate) mod organisation;
pub mod picture;
pub(crate) mod record;
pub mod repeat;
pub mod scb;
pub(crate) mod season;
pub(crate) mod service;
pub mod special;
pub(crate) mod targets;
pub(crate) mod trail;
pub(crate) mod unwritten;
pub mod values;
pub mod weeks;
pub(crate) mod yaml;

mod hidden;
mod role;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use encoding::decode;
pub use role::Role;
pub(crate) use role::SHARED;

use crate::base::{
    At, Code, Diagnostic, Fingerprint, LinePlace, Lines, Report, Seg, Severity, SourcePath, byte_order_mark,
};
use crate::input::Inputs;
use article::{News, Page, Refs};
use centre::Centre;
use map::MapGround;
use markdown::{Body, Dialect, FileLink};
use municipality::{Municipality, Site};
use record::Checked;
use trail::Trail;

/// The largest text file that is read: a long book has a million letters.
pub(crate) const MAX_TEXT_BYTES: u64 = 2 * 1024 * 1024;

/// A file of content, understood by itself. Bodies are not kept here: they are read again when a page is made.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Document {
    /// The file.
    pub path: SourcePath,
    /// Its bytes.
    pub fingerprint: Fingerprint,
    /// What it says.
    pub content: Content,
}

/// What a file says.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Content {
    /// `site.yaml`.
    Site(Arc<Site>),
    /// `municipality.yaml`.
    Municipality(Arc<Municipality>),
    /// `centres/<id>.yaml`.
    Centre(Arc<Centre>),
    /// `news/….md`.
    News(Arc<News>),
    /// `pages/….md`.
    Page(Arc<Page>),
    /// `map.geojson`.
    Map(Arc<MapGround>),
}

impl Content {
    /// The warnings that the file turns off.
    pub fn off(&self) -> &[Code] {
        match self {
            Self::Site(site) => &site.off,
            Self::Municipality(config) => &config.off,
            Self::Centre(centre) => &centre.off,
            Self::News(news) => &news.off,
            Self::Page(page) => &page.off,
            Self::Map(_) => &[],
        }
    }

    /// May texts of a template stand in it? In a draft, which nobody publishes, and in the example of a new site.
    fn may_be_unwritten(&self) -> bool {
        match self {
            Self::Site(_) | Self::Centre(_) | Self::Map(_) => false,
            Self::Municipality(config) => config.is_example(),
            Self::News(news) => news.draft,
            Self::Page(page) => page.draft,
        }
    }

    /// Is it said of a draft that it lacks what a published text must have? Nobody publishes a draft, so that keeps no site from being
    /// built: a lead that is not written yet, or what a picture shows.
    fn is_yet_to_come(&self, found: &Diagnostic) -> bool {
        let is_draft = match self {
            Self::News(news) => news.draft,
            Self::Page(page) => page.draft,
            _ => false,
        };
        let is_at = |way: &[&str]| {
            let is_step = |(step, name): (&Seg, &&str)| step.key() == Some(name);
            let at = found.at.path().unwrap_or_default();
            at.len() == way.len() && at.iter().zip(way).all(is_step)
        };
        is_draft
            && match found.code {
                Code::MissingField | Code::EmptyText => is_at(&["lead"]),
                Code::AltOrDecorative => is_at(&["image", "alt"]),
                Code::ImageWithoutAlt => true,
                _ => false,
            }
    }
}

/// What came of reading a file.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The file's bytes.
    pub fingerprint: Fingerprint,
    /// The document; none when nothing usable is left.
    pub document: Option<Document>,
    /// The body of news and pages.
    pub body: Option<Body>,
    /// What is wrong, with places.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a file of content.
pub fn parse(path: &SourcePath, role: &Role, bytes: &[u8]) -> Parsed {
    if matches!(role, Role::Map { .. }) {
        return map::parse(path, bytes);
    }
    let fingerprint = Fingerprint::of(bytes);
    let mut report = Report::on(path);
    let text = decode(bytes, &mut report);
    let (content, body) = text.map_or((None, None), |text| parse_content(path, role, text, &mut report));
    let content = content.or_else(|| stand_in(path, role, &mut report));
    let mut diagnostics = report.into_diagnostics();
    if let Some(content) = &content {
        let may_be_unwritten = content.may_be_unwritten();
        let is_let_be = |found: &Diagnostic| may_be_unwritten && found.code == Code::TemplateText;
        diagnostics.retain(|found| !found.is_turned_off(content.off()) && !is_let_be(found));
        for found in diagnostics.iter_mut().filter(|found| content.is_yet_to_come(found)) {
            found.severity = Severity::Warning;
        }
    }
    let places = Places::of(text.unwrap_or_default(), path);
    for diagnostic in diagnostics.iter_mut().filter(|_| text.is_some()) {
        diagnostic.place = places.find(&diagnostic.at);
    }
    if let Some(text) = text.filter(|_| diagnostics.iter().any(Diagnostic::is_error)) {
        let hidden = hidden::find(text, path, &diagnostics);
        diagnostics
            .extend(hidden.into_iter().map(|found| Diagnostic { place: places.find(&found.at), ..found }));
    }
    let document = content.map(|content| Document { path: path.clone(), fingerprint, content });
    Parsed { fingerprint, document, body, diagnostics }
}

/// What is known of a file that could not be read, for the reason that the diagnostic gives.
pub(crate) fn unread(path: &SourcePath, role: &Role, why: Diagnostic) -> Parsed {
    let fingerprint = Fingerprint::default();
    let mut report = Report::on(path);
    report.extend(vec![why]);
    let content = stand_in(path, role, &mut report);
    let document = content.map(|content| Document { path: path.clone(), fingerprint, content });
    Parsed { fingerprint, document, body: None, diagnostics: report.into_diagnostics() }
}

/// The body of a news item or page alone; empty for other files. What is wrong with it was said when it was parsed.
pub(crate) fn parse_body(path: &SourcePath, bytes: &[u8]) -> Body {
    let mut report = Report::on(path);
    let text = decode(bytes, &mut report).unwrap_or_default();
    let mut body = match front_matter(text) {
        Ok(range) => {
            let start = range.body;
            markdown::parse(text.get(start..).unwrap_or_default(), start, Dialect::Site, &mut report)
        }
        Err(_) => markdown::parse("", 0, Dialect::Site, &mut report),
    };
    body.plain = digest::plain(&body, &[]);
    body
}

/// Where the Markdown of a news item or page begins in its file; none when it has no front matter.
pub(crate) fn body_start(text: &str) -> Option<usize> {
    front_matter(text).ok().map(|parts| parts.body)
}

/// Where the YAML of a file is: all of it, or the front matter of a text without the lines of hyphens around it.
pub(crate) fn yaml_of(text: &str, has_body: bool) -> Range<usize> {
    if has_body {
        return front_matter(text).map_or(0..0, |parts| parts.yaml);
    }
    byte_order_mark(text)..text.len()
}

/// Markdown that stands in a field of YAML. What is wrong with it was said when the field was checked.
pub(crate) fn parse_fragment(text: &str) -> Body {
    let body = markdown::parse(text, 0, Dialect::Site, &mut Report::on(&SourcePath::new("")));
    Body { links: body.links.into_iter().map(FileLink::from_yaml).collect(), ..body }
}

/// Finds the places that diagnostics still lack; each file is read once.
pub(crate) fn find_places(found: &mut [Diagnostic], inputs: &dyn Inputs) {
    let mut unplaced: BTreeMap<SourcePath, Vec<&mut Diagnostic>> = BTreeMap::new();
    for diagnostic in found {
        if let (Some(path), None) = (&diagnostic.file, &diagnostic.place)
            && diagnostic.at != At::File
        {
            unplaced.entry(path.clone()).or_default().push(diagnostic);
        }
    }
    for (path, found) in unplaced {
        let Ok(bytes) = inputs.read(&path) else { continue };
        let text = String::from_utf8_lossy(&bytes);
        let places = Places::of(&text, &path);
        for diagnostic in found {
            diagnostic.place = places.find(&diagnostic.at);
        }
    }
}

/// The places of a file's diagnostics: its lines are found and its YAML is read once for all of them.
pub(crate) struct Places<'a> {
    text: &'a str,
    lines: Lines<'a>,
    fields: yaml::Fields<'a>,
    offset: usize,
}

impl<'a> Places<'a> {
    /// The places of a file's text.
    pub fn of(text: &'a str, path: &SourcePath) -> Self {
        let yaml = match path.extension() {
            "md" => front_matter(text).map_or(0..0, |parts| parts.yaml),
            "geojson" => 0..0,
            _ => byte_order_mark(text)..text.len(),
        };
        Self {
            text,
            lines: Lines::of(text),
            fields: yaml::Fields::of(text.get(yaml.clone()).unwrap_or_default()),
            offset: yaml.start,
        }
    }

    /// A place as people see it; none where the file as such is meant.
    pub fn find(&self, at: &At) -> Option<LinePlace> {
        self.range(at).map(|range| self.lines.place(range))
    }

    /// A place as bytes of the file; none where the file as such is meant.
    pub fn range(&self, at: &At) -> Option<Range<usize>> {
        let text = self.text;
        match at {
            At::File => None,
            At::Span(span) => Some(span.clone()),
            At::LineColumn(line, column) => {
                let start =
                    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
                let rest = text.get(start..).unwrap_or_default();
                let within = rest.char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at);
                Some(start + within..start + within + 1)
            }
            At::Value(steps) => Some(self.field(steps, false)),
            At::Key(steps) => Some(self.field(steps, true)),
            At::Part { path, in_key, words, from } => Some(self.part(path, *in_key, (words, *from))),
        }
    }

    /// The words in a field; where a line ends within them, the first of them; and the whole field where it holds them in another form.
    fn part(&self, steps: &[Seg], key: bool, (words, from): (&str, Option<usize>)) -> Range<usize> {
        let whole = self.field(steps, key);
        if let Some(written) = from.and_then(|from| self.fields.find_words(steps, words, from)) {
            return whole.start + written.start..whole.start + written.end;
        }
        let text = self.text.get(whole.clone()).unwrap_or_default();
        let find = |words: &str| {
            let at = whole.start + text.find(words)?;
            Some(at..at + words.len())
        };
        let first = words.split_whitespace().next();
        first.and_then(|first| find(words).or_else(|| find(first))).unwrap_or(whole)
    }

    fn field(&self, steps: &[Seg], key: bool) -> Range<usize> {
        let span = self.fields.locate(steps, key);
        self.offset + span.start..self.offset + span.end
    }
}

/// A file's text with what is wrong in it mended as the help of a diagnostic says; none where it leaves that to the writer.
pub fn mended(text: &str, path: &SourcePath, found: &Diagnostic) -> Option<String> {
    let mend = found.mend.as_ref()?;
    let range = Places::of(text, path).range(&mend.at)?;
    Some(format!("{}{}{}", text.get(..range.start)?, mend.text, text.get(range.end..)?))
}

/// What stands in for a file that cannot be read, so that what refers to it is not at fault as well. Nothing is published then.
/// What is wrong with its name is told.
fn stand_in(path: &SourcePath, role: &Role, report: &mut Report) -> Option<Content> {
    parse_content(path, role, least(role)?, report).0
}

/// The least that is a file of its kind.
fn least(role: &Role) -> Option<&'static str> {
    match role {
        Role::Site => {
            Some("{title: '-', base_url: 'https://site.invalid', organisation: '-', languages: [sv, en]}")
        }
        Role::Municipality { .. } => Some(
            "{name: '-', code: '0127', accessibility_statement: {status: fully, assessed_on: 2026-01-01, updated_on: 2026-01-01, \
             method: self, feedback_url: 'https://site.invalid'}}",
        ),
        Role::Centre { .. } => Some("{name: '-', status: closed, services: [{kind: other, name: '-'}]}"),
        Role::News { .. } => Some("---\n{title: '-', lead: '-'}\n---\n"),
        Role::Page { .. } => Some("---\ntitle: '-'\n---\n"),
        Role::Image { .. }
        | Role::Attachment { .. }
        | Role::Map { .. }
        | Role::Theme { .. }
        | Role::Stray { .. } => None,
    }
}

fn parse_content(
    path: &SourcePath,
    role: &Role,
    text: &str,
    report: &mut Report,
) -> (Option<Content>, Option<Body>) {
    let bom = byte_order_mark(text);
    let yaml = text.get(bom..).unwrap_or_default();
    match role {
        Role::Site => {
            let file = yaml::read(yaml, bom, report);
            let site = file.and_then(|file| Site::check(file, &Trail::TOP, report));
            (site.map(|site| Content::Site(Arc::new(site))), None)
        }
        Role::Municipality { .. } => {
            let file = yaml::read(yaml, bom, report);
            let config = file.and_then(|file| Municipality::check(file, &Trail::TOP, report));
            // The last, when all lists were read.
            let config = config.map(|config| Municipality { gaps: report.gaps(), ..config });
            (config.map(|config| Content::Municipality(Arc::new(config))), None)
        }
        Role::Centre { id, .. } => {
            let file = yaml::read(yaml, bom, report);
            let centre = file.and_then(|file| Centre::check(file, &Trail::TOP, report));
            let centre = centre.map(|centre| Centre { id: id.clone(), gaps: report.gaps(), ..centre });
            (centre.map(|centre| Content::Centre(Arc::new(centre))), None)
        }
        Role::News { .. } | Role::Page { .. } => parse_article(path, role, text, report),
        Role::Image { .. }
        | Role::Attachment { .. }
        | Role::Map { .. }
        | Role::Theme { .. }
        | Role::Stray { .. } => (None, None),
    }
}

fn parse_article(
    path: &SourcePath,
    role: &Role,
    text: &str,
    report: &mut Report,
) -> (Option<Content>, Option<Body>) {
    let parts = match front_matter(text) {
        Ok(parts) => parts,
        Err((code, meant)) => {
            let kind = if meant.is_some() { "dashes" } else { "none" };
            let instead = meant.as_ref().map(|_| "---");
            let span = meant.unwrap_or(0..text.find('\n').unwrap_or(text.len()));
            report.add(code, At::Span(span)).with("kind", kind).instead(instead);
            return (None, None);
        }
    };
    let yaml = text.get(parts.yaml.clone()).unwrap_or_default();
    // Front matter without a field is no empty file: it lacks what is required.
    let yaml = if yaml.trim().is_empty() { "{}" } else { yaml };
    let mut body =
        markdown::parse(text.get(parts.body..).unwrap_or_default(), parts.body, Dialect::Site, report);
    body.plain = digest::plain(&body, &[]);
    unwritten::check_body(text.get(parts.body..).unwrap_or_default(), parts.body, report);
    let content = if matches!(role, Role::News { .. }) {
        let file = yaml::read(yaml, parts.yaml.start, report).or_else(|| read_stand_in(role));
        let news = file.and_then(|file| article::check_news(path, file, report));
        news.map(|news| {
            let refs = Refs::of(&body, &news.title, &news.lead);
            Content::News(Arc::new(News { refs, ..news }))
        })
    } else {
        let file = yaml::read(yaml, parts.yaml.start, report).or_else(|| read_stand_in(role));
        let page = file.and_then(|file| article::check_page(path, file, report));
        page.map(|page| {
            let refs = Refs::of(&body, &page.title, page.lead.as_deref().unwrap_or_default());
            Content::Page(Arc::new(Page { refs, ..page }))
        })
    };
    (content, Some(body))
}

/// Front matter that cannot be read leaves the body, whose references are looked at all the same.
fn read_stand_in<T: serde::de::DeserializeOwned>(role: &Role) -> Option<T> {
    let text = least(role)?;
    let yaml = front_matter(text).ok()?.yaml;
    yaml::read(text.get(yaml)?, 0, &mut Report::on(&SourcePath::new("")))
}

/// Where front matter and body lie in a file.
struct Parts {
    yaml: Range<usize>,
    body: usize,
}

/// Why a file has no front matter, and the line that was meant to begin or end it, if there is one.
type Unframed = (Code, Option<Range<usize>>);

/// Finds the lines `---` around the front matter.
fn front_matter(text: &str) -> Result<Parts, Unframed> {
    let bom = byte_order_mark(text);
    // Empty lines before it mean nothing.
    let lines = text.get(bom..).unwrap_or_default().split_inclusive('\n');
    let bom = bom + lines.take_while(|line| line.trim().is_empty()).map(str::len).sum::<usize>();
    let rest = text.get(bom..).unwrap_or_default();
    let first = rest.split_inclusive('\n').next().unwrap_or_default();
    if first.trim_end() != "---" {
        let meant = is_dashes(first).then(|| bom..bom + first.trim_end().len());
        return Err((Code::NoFrontMatter, meant));
    }
    let start = bom + first.len();
    let mut at = start;
    let mut indented = None;
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Ok(Parts { yaml: start..at, body: at + line.len() });
        }
        if is_dashes(line) {
            let meant = at..at + line.trim_end().len();
            // At a line's beginning it is nothing that YAML knows, whatever follows.
            if !line.starts_with(char::is_whitespace) {
                return Err((Code::OpenFrontMatter, Some(meant)));
            }
            indented.get_or_insert(meant);
        }
        at += line.len();
    }
    Err((Code::OpenFrontMatter, indented))
}

/// Is a line what word processors and hands make of `---`?
fn is_dashes(line: &str) -> bool {
    let line = line.trim();
    let is_dash = |c: char| matches!(c, '-' | '–' | '—' | '‐' | '‑' | '−');
    !line.is_empty() && line != "-" && line.chars().all(is_dash) && line.len() <= 30
}
