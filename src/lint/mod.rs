//! Lint: what `check` looks for beyond a build. Nothing here stops a page from being made; all of it makes a page better for who reads.
//!
//! A build must be fast and says what is wrong. This room takes its time and says what could be clearer: the texts are read once more,
//! as a reader meets them ([`prose`]), and each rule looks at that. Most rules have their source in WCAG 2.2 or in språklagen
//! (2009:600) 11 §; `fcsite check --explain` says which.
//!
//! Never here: anything on the way of a build.

mod abbreviations;
mod activities;
mod below;
mod copied;
mod data;
mod dates;
mod days;
mod documents;
mod entities;
mod examples;
mod far;
mod fields;
mod fills;
mod garbled;
mod joined;
mod leftovers;
mod links;
mod mails;
mod menu;
mod notices;
mod numbers;
mod odd;
mod outside;
mod past;
mod people;
mod phones;
mod pictures;
mod plain;
mod programme;
mod prose;
mod readability;
mod renamed;
mod shape;
mod spoken;
mod statement;
mod strangers;
mod subjects;
mod tables;
mod tongue;
mod translations;
mod twins;
mod unfinished;
mod unseen;

use std::ops::Range;

use jiff::civil::Date;

pub use copied::Centres;
pub use documents::LinkedDocuments;
pub(crate) use examples::stage;
pub(crate) use fields::{What, fields, way_in};
pub use outside::OutsideLink;
pub use phones::PhoneBook;
pub(crate) use phones::PhoneUse;

use crate::base::characters::shortened;
use crate::base::{At, Code, Diagnostic, Seg, SourcePath};
use crate::input::Inputs;
use crate::model::{Folder, Sourced};
use crate::parse;
use crate::parse::article::{ArticleHead, Headed as _};
use crate::parse::municipality::{Municipality, Site};
use prose::{Prose, Run, RunKind};

/// How far a site has come, on its way from the example that `init` makes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SiteStage {
    /// It is nothing but the example.
    Example,
    /// It has a municipality of its own, and an address that is made up.
    Tried,
    /// It is meant for readers.
    Real,
}

/// What the rules stand on.
#[derive(Clone, Copy)]
pub struct LintGround<'a> {
    /// The files.
    pub inputs: &'a dyn Inputs,
    /// The site's own language.
    pub own: &'a str,
    /// The day that is taken for today.
    pub now: Date,
    /// Are drafts looked at?
    pub drafts: bool,
    /// Are items looked at whose date is still to come?
    pub future: bool,
    /// How far the site has come.
    pub stage: SiteStage,
    /// Is there one municipality, or none?
    pub alone: bool,
    /// How many municipalities have no organisation number of their own.
    pub nameless: usize,
    /// The phone numbers that the site's files have.
    pub phones: &'a PhoneBook,
    /// What the site's centres are known by.
    pub centres: &'a Centres,
    /// The documents that the site's texts link to.
    pub linked: &'a LinkedDocuments,
}

impl LintGround<'_> {
    /// Is a text looked at?
    fn shows(&self, text: &ArticleHead<'_>) -> bool {
        (self.drafts || !text.draft) && (self.future || text.date.is_none_or(|date| date <= self.now))
    }
}

/// What was seen in a folder.
#[derive(Debug, Default)]
pub struct Seen {
    /// What could be better.
    pub found: Vec<Diagnostic>,
    /// How hard its texts are to read.
    pub readings: Vec<Reading>,
    /// Its links with a whole address: to other websites, and to the site's own.
    pub outside: Vec<OutsideLink>,
}

/// How hard a text is to read, for a list of all texts.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The file.
    pub path: SourcePath,
    /// Its LIX, rounded.
    pub lix: u32,
    /// How many words of running text.
    pub words: usize,
    /// How many words a sentence has on average, rounded.
    pub mean: u32,
    /// How many words of a hundred have more than six letters, rounded.
    pub share: u32,
}

/// A news item or page with its text.
struct ItemText<'a> {
    path: &'a SourcePath,
    lang: &'a str,
    title: &'a str,
    lead: Option<&'a str>,
    date: Option<Date>,
    /// Its title and lead, as runs.
    heads: Vec<Run>,
    prose: Prose,
    /// What is told of its file's signs, whatever they say.
    signs: Vec<Diagnostic>,
    /// Does its page show something of its own below it: centres, other news?
    shows_more: bool,
}

impl ItemText<'_> {
    /// All that is read: title, lead and text.
    fn runs(&self) -> impl Iterator<Item = &Run> {
        self.heads.iter().chain(&self.prose.runs)
    }
}

/// Gathers what is found in a text.
struct TextFindings<'a> {
    path: &'a SourcePath,
    found: Vec<Diagnostic>,
}

impl TextFindings<'_> {
    /// Something at a place of the text.
    fn at(&self, code: Code, span: Range<usize>) -> Diagnostic {
        Diagnostic::new(code, self.path, At::Span(span))
    }
}

/// The phone numbers that somebody typed in the texts of a folder, drafts and all.
pub(crate) fn phone_uses(folder: &Folder, (inputs, own): (&dyn Inputs, &str)) -> Vec<PhoneUse> {
    phones::uses(folder, &texts(folder, (inputs, own), |_| true))
}

/// Looks at the file of the whole site.
pub fn lint_site(site: Option<&Site>, ground: LintGround<'_>) -> Seen {
    let path = SourcePath::new("content/site.yaml");
    let mut found = lint_file(&path, ground);
    let statement = site.and_then(|site| site.statement.as_ref());
    found.extend(statement::lint(statement, &path, ground));
    let links = outside::links_of_site(statement, &path);
    found.extend(site.and_then(|site| data::lint(site, &path, ground)));
    found.extend(site.iter().flat_map(|site| examples::lint_site(site, &links, ground)));
    found.extend(outside::lint(&links));
    show_example(&mut found, &ground.phones.example(&Folder::default()));
    Seen { found, readings: Vec::new(), outside: links }
}

/// Looks at all texts and centres of a folder.
pub fn lint_folder(folder: &Folder, ground: LintGround<'_>) -> Seen {
    let texts = texts(folder, (ground.inputs, ground.own), |text| ground.shows(text));
    let mut found = twins::lint(&texts);
    let mut readings = Vec::new();
    for text in &texts {
        found.extend(lint_text(text, (ground, &mut readings)));
    }
    found.extend(lint_yaml(folder, ground));
    found.extend(unseen::lint_names(folder, ground));
    let statement = |config: &Sourced<Municipality>| {
        statement::lint(config.value.statement.as_ref(), &config.path, ground)
    };
    found.extend(folder.config.iter().flat_map(statement));
    found.extend(people::lint(folder));
    found.extend(people::lint_mobiles(&texts, ground.phones));
    found.extend(notices::lint(folder, ground));
    found.extend(days::lint_fields(folder, ground));
    found.extend(activities::lint(folder, ground));
    found.extend(programme::lint(folder, ground));
    found.extend(past::lint(folder, ground));
    found.extend(copied::lint(folder, ground.centres));
    found.extend(far::lint(folder));
    found.extend(odd::lint(folder, ground.now));
    found.extend(fills::lint(folder, &texts));
    found.extend(mails::lint_fields(folder));
    found.extend(unfinished::lint(folder, &texts, ground));
    let unlike = translations::lint(folder, &texts, ground.own);
    found.extend(tongue::lint(folder, &texts, ground.own, &unlike));
    found.extend(unlike);
    found.extend(renamed::lint(folder, &texts, ground.own));
    found.extend(menu::lint(folder, ground));
    found.extend(links::lint_fields(folder));
    found.extend(numbers::lint_fields(folder));
    found.extend(pictures::lint_fields(folder));
    found.extend(documents::lint(folder, ground.linked, ground));
    let uses = phones::uses(folder, &texts);
    found.extend(phones::lint(folder, &uses, ground.phones));
    found.extend(strangers::lint(folder, &texts, &uses, ground));
    let mut links = outside::outside_links(folder, &texts);
    found.extend(outside::lint(&links));
    found.extend(examples::lint(folder, &links, ground));
    show_example(&mut found, &ground.phones.example(folder));
    folder.right_places(&mut found);
    links.iter_mut().for_each(|link| folder.right_place(&link.path, &mut link.at));
    folder.silence(&mut found);
    Seen { found, readings, outside: links }
}

/// Looks at a text by itself.
fn lint_text(
    text: &ItemText<'_>,
    (ground, readings): (LintGround<'_>, &mut Vec<Reading>),
) -> Vec<Diagnostic> {
    let mut findings = TextFindings { path: text.path, found: Vec::new() };
    shape::lint(&text.prose, text.shows_more, &mut findings);
    links::lint(&text.prose, &mut findings);
    numbers::lint(text, &mut findings);
    pictures::lint(&text.prose, &mut findings);
    spoken::lint(&text.prose, &mut findings);
    let written = text.date.unwrap_or(ground.now);
    dates::lint(text.runs(), text.lang, written, text.path, &mut findings.found);
    let looked = days::Looked { path: text.path, lang: text.lang, written };
    days::lint(text.runs(), looked, &mut findings.found);
    leftovers::lint(&text.prose, &mut findings);
    tables::lint(&text.prose, &mut findings);
    leftovers::lint_indented(&text.prose, &mut findings);
    leftovers::lint_notes(&text.prose, &mut findings);
    joined::lint(&text.prose, &mut findings);
    let below = below::find(&text.prose, text.lang, text.path);
    findings.found.extend(below.filter(|_| !text.shows_more));
    people::lint_text(text, &mut findings);
    mails::lint(text, &mut findings);
    // What LIX and these abbreviations mean is known of Swedish alone.
    if text.lang == "sv" {
        abbreviations::lint(&text.heads, &text.prose.runs, &mut findings);
        readings.extend(lint_reading(text, &mut findings));
    }
    findings.found.extend(entities::lint(text.path, text.prose.runs.iter()));
    findings.found.extend(text.signs.iter().cloned());
    findings.found
}

/// Shows words in braces that can be filled in here, where they are proposed: with a name that there is, so that they can be copied.
fn show_example(found: &mut [Diagnostic], example: &str) {
    for diagnostic in
        found.iter_mut().filter(|found| matches!(found.code, Code::MarksShown | Code::UnknownPhone))
    {
        *diagnostic = diagnostic.clone().with("example", example);
    }
}

/// Looks at the signs of the YAML files of a folder.
fn lint_yaml(folder: &Folder, ground: LintGround<'_>) -> Vec<Diagnostic> {
    let config = folder.config.iter().map(|config| &config.path);
    let centres = folder.centres.iter().map(|centre| &centre.path);
    config.chain(centres).flat_map(|path| lint_file(path, ground)).collect()
}

fn lint_file(path: &SourcePath, ground: LintGround<'_>) -> Vec<Diagnostic> {
    let bytes = ground.inputs.read(path).unwrap_or_default();
    // One in another encoding was told of as such.
    std::str::from_utf8(&bytes).map(|text| signs(path, text, None, None)).unwrap_or_default()
}

/// What is told of a file's signs, whatever they say: letters that were lost, what nobody sees, the codes of HTML. A text with front
/// matter has a body, and is in a language.
fn signs(path: &SourcePath, text: &str, body: Option<usize>, lang: Option<&str>) -> Vec<Diagnostic> {
    let mut found = garbled::find(path, text);
    found.extend(unseen::find(path, text, body, lang));
    let yaml = text.get(parse::yaml_of(text, body.is_some())).unwrap_or_default();
    found.extend(entities::find(path, yaml));
    found.extend(plain::find(path, yaml));
    found
}

fn texts<'a>(
    folder: &'a Folder,
    (inputs, own): (&'a dyn Inputs, &'a str),
    is_shown: impl Fn(&ArticleHead<'_>) -> bool,
) -> Vec<ItemText<'a>> {
    let news = folder.news.iter().map(|Sourced { path, value, .. }| {
        (path, value.head(), !value.centres.is_empty() || value.related.is_some())
    });
    let pages = folder.pages.iter().map(|page| (&page.path, page.value.head(), false));
    let shown = news.chain(pages).filter(|(_, head, _)| is_shown(head));
    let read =
        |(path, head, shows_more)| Some(ItemText { shows_more, ..read_text(path, head, (inputs, own))? });
    shown.filter_map(read).collect()
}

/// Reads a text as a reader meets it. None of a file that cannot be read, which the build tells.
fn read_text<'a>(
    path: &'a SourcePath,
    head: ArticleHead<'a>,
    (inputs, own): (&'a dyn Inputs, &'a str),
) -> Option<ItemText<'a>> {
    let ArticleHead { title, lead, .. } = head;
    let bytes = inputs.read(path).ok()?;
    let whole = std::str::from_utf8(&bytes).ok()?;
    let start = parse::body_start(whole)?;
    let prose = prose::read(whole.get(start..)?, start);
    let field = |name: &str| vec![Seg::Key(name.to_string())];
    let title_run = Run::of_field(RunKind::Heading(1), title, field("title"));
    let lead_run = lead.map(|lead| Run::of_field(RunKind::Paragraph, lead, field("lead")));
    let heads = std::iter::once(title_run).chain(lead_run).collect();
    let lang = head.lang.unwrap_or(own);
    // A news item is from its day, whatever was changed later.
    let date = head.date.or(head.updated);
    let signs = signs(path, whole, Some(start), Some(lang));
    Some(ItemText { path, lang, title, lead, date, heads, prose, signs, shows_more: false })
}

fn lint_reading(text: &ItemText<'_>, findings: &mut TextFindings<'_>) -> Option<Reading> {
    let found = readability::measure(&text.prose.runs, text.lead.unwrap_or_default())?;
    let rounded = |number: f64| number.round() as u32;
    let reading = Reading {
        path: text.path.clone(),
        lix: rounded(found.lix),
        words: found.words,
        mean: rounded(found.mean()),
        share: rounded(found.share()),
    };
    if found.lix >= readability::HARD {
        let (longest, place) = found.longest.clone();
        let diagnostic = findings.at(Code::HardToRead, place);
        let diagnostic = diagnostic.with("lix", reading.lix).with("reason", found.reason());
        let diagnostic = diagnostic.with("mean", reading.mean).with("longest", longest);
        let words = found.examples.join(", ");
        findings.found.push(diagnostic.with("share", reading.share).with("words", words));
    }
    Some(reading)
}
