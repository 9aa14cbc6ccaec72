//! News and pages: front matter and Markdown, checked by themselves.

use std::collections::HashSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::aliases::aliases;
use super::bounds;
use super::check::{self, ImageUse, off};
use super::digest::TextDigest;
use super::files::{Checks, NewsKind, forms, rules};
use super::language;
use super::likely::{likely_date, likely_language};
use super::markdown::{Body, CentreRef, FileLink, FillRef, ImageRef};
use super::record::{As, Checked, record};
use super::trail::Trail;
use super::unwritten;
use super::values::{Lang, Text, parse_date};
use crate::base::{At, Code, Report, SourcePath, is_slug, proposed_name, slug_of, without_copy_mark};

record! {
    /// A news item without its body: `news/YYYY-MM-DD-slug.md`.
    pub struct News [schemars(transform = rules::until_or_expires), schemars(transform = rules::lead_or_draft)] {
        /// Its title.
        title: String as forms::Words,
    }
    read {
        date: Option<As<forms::Date>>
    }
    then {
        /// The ingress: one paragraph of plain text. Empty in a draft that has none yet.
        lead: String as forms::Words,
        /// What it is about.
        category: Option<String> as Option<forms::Words>,
        /// News or notice.
        kind: NewsKind as Option<NewsKind> => kind,
        /// Centres that are shown as boxes, as written: `fittja` or `botkyrka/fittja`.
        centres: Vec<String> as Vec<String> => unique
            [serde(default), schemars(with = "Vec<forms::CentreName>", extend("uniqueItems" = true))],
        /// The lead image.
        image: Option<ImageUse>,
        /// A function or unit.
        published_by: Option<String> as Option<forms::Words>,
        /// Who wrote it.
        author: Option<String> as Option<forms::Words>,
        /// The latest change.
        updated: Option<Date>,
        /// The last day that it is listed.
        until: Option<Date>,
        /// The day after, where the file says that in its place.
        expires: Option<Date>,
        /// Only with `--drafts`.
        draft: bool [serde(default)],
        /// Other news to read; chosen when left out.
        related: Option<Vec<String>> as Option<Vec<String>> => related
            [schemars(with = "Option<Vec<forms::Name>>", extend("uniqueItems" = true))],
        /// Old addresses that lead here.
        aliases: Vec<String> as Vec<String> => aliases [serde(default), schemars(with = "Vec<forms::Alias>")],
        /// Which warnings are not told.
        off "checks": Vec<Code> as Option<Checks> => off,
    }
    added {
        /// Its name in URLs: `2021-01-27-slug`. A translation has the same as its original.
        name: String,
        /// The language that its file name gives; none for the site's own.
        lang: Option<Lang>,
        /// The day of publication: the file name's.
        date: Date,
        /// What its body refers to.
        refs: Refs
    }
}

record! {
    /// A standing page without its body: `pages/slug.md`.
    pub struct Page {
        /// Its title.
        title: String as forms::Words,
        /// The ingress.
        lead: Option<String> as Option<forms::Words>,
        /// The latest change.
        updated: Option<Date>,
        /// A function or unit.
        published_by: Option<String> as Option<forms::Words>,
        /// Does it stand in the navigation?
        navigation: bool [serde(default)],
        /// Its place among the pages: lower first.
        weight: i32 [serde(default), schemars(range(min = i32::MIN, max = i32::MAX))],
        /// The last day that it is in the navigation and in lists.
        until: Option<Date>,
        /// Only with `--drafts`.
        draft: bool [serde(default)],
        /// Old addresses that lead here.
        aliases: Vec<String> as Vec<String> => aliases [serde(default), schemars(with = "Vec<forms::Alias>")],
        /// Which warnings are not told.
        off "checks": Vec<Code> as Option<Checks> => off,
    }
    added {
        /// Its name in URLs.
        name: String,
        /// The language that its file name gives; none for the site's own.
        lang: Option<Lang>,
        /// What its body refers to.
        refs: Refs
    }
}

impl News {
    /// Is it listed on this day, and not marked as outdated?
    pub fn is_current(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

impl Page {
    /// Is it in the navigation and in lists on this day, and not marked as outdated?
    pub fn is_current(&self, day: Date) -> bool {
        self.until.is_none_or(|until| day <= until)
    }
}

/// What a news item and a page have alike, for who looks at texts of both kinds.
#[derive(Clone, Copy, Debug)]
pub struct ArticleHead<'a> {
    /// Its name in URLs. A translation has the same as its original.
    pub name: &'a str,
    /// The language that its file name gives; none for the site's own.
    pub lang: Option<&'a str>,
    /// Its title.
    pub title: &'a str,
    /// The ingress.
    pub lead: Option<&'a str>,
    /// The day of publication; a page has none.
    pub date: Option<Date>,
    /// The latest change after that.
    pub updated: Option<Date>,
    /// The last day that it is listed.
    pub until: Option<Date>,
    /// A function or unit.
    pub published_by: Option<&'a str>,
    /// Only with `--drafts`.
    pub draft: bool,
    /// What its body refers to.
    pub refs: &'a Refs,
}

/// A text that has such a head.
pub trait Headed {
    /// What it has alike with texts of the other kind.
    fn head(&self) -> ArticleHead<'_>;
}

impl Headed for News {
    fn head(&self) -> ArticleHead<'_> {
        let Self { name, title, updated, until, draft, refs, .. } = self;
        let (lang, published_by) = (self.lang.as_deref(), self.published_by.as_deref());
        // That of a draft may be still to come.
        let (lead, date) = (Some(self.lead.as_str()).filter(|lead| !lead.is_empty()), Some(self.date));
        let (updated, until, draft) = (*updated, *until, *draft);
        ArticleHead { name, lang, title, lead, date, updated, until, published_by, draft, refs }
    }
}

impl Headed for Page {
    fn head(&self) -> ArticleHead<'_> {
        let Self { name, title, updated, until, draft, refs, .. } = self;
        let (lang, published_by) = (self.lang.as_deref(), self.published_by.as_deref());
        let (lead, date) = (self.lead.as_deref(), None);
        let (updated, until, draft) = (*updated, *until, *draft);
        ArticleHead { name, lang, title, lead, date, updated, until, published_by, draft, refs }
    }
}

impl ArticleHead<'_> {
    /// The day of its latest change; none where nothing says it.
    pub fn latest(&self) -> Option<Date> {
        self.updated.or(self.date)
    }
}

/// What a body refers to, and what can be referred to in it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Refs {
    /// Links to files.
    pub links: Vec<FileLink>,
    /// Images.
    pub images: Vec<ImageRef>,
    /// Centre boxes.
    pub centres: Vec<CentreRef>,
    /// Has it the table of whom to ring?
    pub contacts: bool,
    /// Words in braces that stand for what a centre's file says.
    pub fills: Vec<FillRef>,
    /// The ids of its headings.
    pub headings: Vec<String>,
    /// Its words, for the search.
    pub digest: Arc<TextDigest>,
}

impl Refs {
    /// The references of a body, and the words of the text that it is of.
    pub fn of(body: &Body, title: &str, lead: &str) -> Self {
        Self {
            links: body.links.clone(),
            images: body.images.clone(),
            centres: body.centres.clone(),
            contacts: body.contacts,
            fills: body.fills.clone(),
            headings: body.headings.iter().map(|heading| heading.id.clone()).collect(),
            digest: Arc::new(TextDigest::of(body, title, lead)),
        }
    }
}

/// A file name, taken apart: `2021-01-27-slug.en.md` → `2021-01-27-slug` and `en`.
/// What is wrong with the letters is told unless something else will be told that says the right name.
pub fn split_name(path: &SourcePath, is_told: bool, report: &mut Report) -> (String, Option<Lang>) {
    let stem = path.stem();
    // A copy without its original has a mark that is no language: sync-conflict-20261120-101010-ABCDEFG.
    let is_copy = without_copy_mark(path.name()).is_some();
    let (name, lang) = match stem.rsplit_once('.') {
        Some((name, lang)) if language::is_known(lang) => (name, Some(lang.to_string())),
        Some((name, lang)) if is_slug(name) && !is_copy => {
            // In capitals it is plain which is meant, and the text is one in that language.
            let meant = Some(lang.to_lowercase()).filter(|lang| language::is_known(lang));
            let likely = meant.as_deref().or_else(|| likely_language(lang));
            let proposal = likely.map_or_else(|| "none".to_string(), |lang| file_name(name, Some(lang)));
            let words = report.add(Code::BadLanguage, At::File).with("kind", "file").with("value", lang);
            words.with("proposal", proposal);
            (name, meant)
        }
        _ => (stem, None),
    };
    if !is_slug(name) && is_told {
        let proposal = proposed_file(path, name, lang.as_deref());
        report.add(Code::BadName, At::File).with("name", path.name()).with("proposal", proposal);
    }
    (name.to_string(), lang)
}

/// Languages whose codes stand at the end of a name for nothing else.
const TAGS: [&str; 9] = ["en", "ar", "fi", "so", "fa", "ti", "uk", "ckb", "kmr"];

/// A name for a file that is not called as it should: without the marks of a copy, else as its letters are written in addresses.
fn proposed_file(path: &SourcePath, name: &str, lang: Option<&str>) -> String {
    // `film (en)`, `film_en`: the language stands at the end, but not as one.
    let whole = name.trim_end_matches([')', ']', ' ']);
    if let Some((name, tag)) = whole.rsplit_once(['_', '(', '[', ' '])
        && lang.is_none()
        && TAGS.contains(&tag)
    {
        return file_name(&proposed_name(name.trim_end_matches(['_', '(', '[', ' ', '-'])), Some(tag));
    }
    let bare = without_copy_mark(path.name());
    let Some(bare) = bare.as_deref().and_then(|bare| bare.strip_suffix(".md")) else {
        return file_name(&proposed_name(name), lang);
    };
    let (name, lang) = bare
        .rsplit_once('.')
        .filter(|(_, lang)| language::is_known(lang))
        .map_or((bare, None), |(name, lang)| (name, Some(lang)));
    file_name(&proposed_name(name), lang)
}

/// The other way round: `2021-01-27-slug` and `en` → `2021-01-27-slug.en.md`.
fn file_name(name: &str, lang: Option<&str>) -> String {
    lang.map_or_else(|| format!("{name}.md"), |lang| format!("{name}.{lang}.md"))
}

/// Checks a news item.
pub fn check_news(path: &SourcePath, file: <News as Checked>::Written, report: &mut Report) -> Option<News> {
    let top = Trail::TOP;
    let has_date = path.stem().get(..10).and_then(parse_date).is_some();
    let (name, lang) = split_name(path, has_date, report);
    let date = check_news_date((&name, lang.as_deref()), file.date.as_ref().map(|date| &*date.0), report);
    let says_both = file.until.is_some() && file.expires.is_some();
    if lang.is_some() {
        let alt = file.image.as_ref().and_then(|image| image.alt.as_ref());
        let heads = [("title", Some(&file.title)), ("lead", Some(&file.lead))];
        let rest = [("category", file.category.as_ref()), ("published_by", file.published_by.as_ref())];
        check_translated(heads.into_iter().chain(rest), report);
        for (_, alt) in alt.into_iter().flat_map(Text::each) {
            unwritten::check_translation(alt, &top.key("image").key("alt"), report);
        }
    }
    let mut news = News { name, lang, date, ..News::check(file, &top, report)? };
    if let Some(updated) = news.updated.filter(|updated| *updated < date) {
        report
            .add(Code::UpdatedBeforeDate, top.key("updated").value())
            .with("updated", updated)
            .with("date", date);
    }
    if says_both {
        report.add(Code::UntilAndExpires, top.key("expires").name());
        news.expires = None;
    } else {
        check_last_day(&mut news, report);
    }
    Some(news)
}

/// What is said in a translation was said anew.
fn check_translated<'a>(
    fields: impl Iterator<Item = (&'a str, Option<&'a As<forms::Words>>)>,
    report: &mut Report,
) {
    let top = Trail::TOP;
    for (name, value) in fields.filter_map(|(name, value)| Some((name, value?))) {
        unwritten::check_translation(&value.0, &top.key(name), report);
    }
}

/// The last day that an item is listed: `until`, or the day before `expires`. An item that is never listed is a slip.
fn check_last_day(news: &mut News, report: &mut Report) {
    let (top, given) = (Trail::TOP, news.expires.or(news.until));
    news.until = news.expires.map(|expires| expires.yesterday().unwrap_or(expires)).or(news.until);
    if let (Some(last), Some(given)) = (news.until, given)
        && last < news.date
    {
        let field = if news.expires.is_some() { "expires" } else { "until" };
        let words = report.add(Code::EndsBeforeDate, top.key(field).value()).with("field", field);
        words.with("day", given).with("date", news.date);
    }
}

/// The date that the beginning of a name most likely means, what follows it, and whether it is a day that does not exist.
fn date_in_name(name: &str) -> (Option<Date>, &str, &'static str) {
    let digits = name
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'_' | b' ' | b'.'))
        .count();
    let (date, rest) = name.split_at(digits);
    let rest = if rest.is_empty() { "nyhet" } else { rest };
    let date = date.trim_matches(['-', '_', ' ', '.']);
    let is_shaped = date.len() == 10 && date.bytes().filter(|byte| *byte == b'-').count() == 2;
    match likely_date(date) {
        Some(date) => (Some(date), rest, "none"),
        None if is_shaped => (None, rest, "day"),
        None => (None, rest, "none"),
    }
}

/// The date stands in the file's name; another one in the front matter is a slip. Without any, the item is as old as can be,
/// so that nothing else seems to be wrong.
fn check_news_date((name, lang): (&str, Option<&str>), given: Option<&str>, report: &mut Report) -> Date {
    let top = Trail::TOP;
    let given = check::date(given, &top.key("date"), report);
    let in_name = name
        .get(..10)
        .and_then(parse_date)
        // Of a name that is no slug all has been said: its date counts.
        .filter(|_| !is_slug(name) || name.as_bytes().get(10) == Some(&b'-') && name.len() > 11);
    if let Some(date) = in_name.filter(|date| !check::YEARS.contains(&date.year())) {
        let words = report.add(Code::ImpossibleYear, At::File).with("value", date).with("year", date.year());
        let likely = check::with_likely_year(date.year(), &file_name(name, lang));
        words.with("proposal", likely.unwrap_or_else(|| "none".to_string())).with("kind", "name");
    }
    match (in_name, given) {
        (Some(in_name), Some(given)) if in_name != given => {
            report
                .add(Code::DateNotFileName, top.key("date").value())
                .with("date", given)
                .with("name", in_name);
            in_name
        }
        (Some(in_name), _) => in_name,
        (None, given) => {
            let (date, rest, kind) = date_in_name(name);
            let date = given.or(date).map_or_else(|| "none".to_string(), |date| date.to_string());
            let words = report.add(Code::NoDateInName, At::File).with("kind", kind).with("date", date);
            words.with("rest", file_name(&slug_of(rest), lang));
            given.unwrap_or(Date::MIN)
        }
    }
}

fn kind(given: Option<NewsKind>, _: &Trail, _: &mut Report) -> Option<NewsKind> {
    given.or(Some(NewsKind::News))
}

#[expect(clippy::option_option, reason = "a field that may be left out")]
fn related(values: Option<Vec<String>>, at: &Trail, report: &mut Report) -> Option<Option<Vec<String>>> {
    Some(values.and_then(|values| unique(values, at, report)))
}

fn unique(values: Vec<String>, at: &Trail, report: &mut Report) -> Option<Vec<String>> {
    let mut known: HashSet<String> = HashSet::new();
    let mut kept: Vec<String> = Vec::new();
    for (index, value) in bounds::within(values, at, report).into_iter().enumerate() {
        if known.insert(value.clone()) {
            kept.push(value);
        } else {
            report
                .add(Code::ListedTwice, at.index(index).value())
                .with("value", &value)
                .with("kind", "value");
        }
    }
    Some(kept)
}

/// Checks a page.
pub fn check_page(path: &SourcePath, file: <Page as Checked>::Written, report: &mut Report) -> Option<Page> {
    let (name, lang) = split_name(path, true, report);
    if lang.is_some() {
        let heads = [("title", Some(&file.title)), ("lead", file.lead.as_ref())];
        check_translated(heads.into_iter().chain([("published_by", file.published_by.as_ref())]), report);
    }
    Some(Page { name, lang, ..Page::check(file, &Trail::TOP, report)? })
}
