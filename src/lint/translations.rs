//! Translations that do not go with their originals: the same words in the file of another language, or other days and centres. What a
//! translation leaves out of the day is not known; what is the same in all languages is.

use std::collections::{HashMap, HashSet};

use super::ItemText;
use super::prose::Run;
use crate::base::characters::one_line;
use crate::base::{At, Code, Diagnostic, SourcePath};
use crate::model::{Folder, Sourced};
use crate::parse::article::Headed;

/// How many words a title, a lead or a line has at the least for it to be a text, and no name.
const WORDS: usize = 4;
/// How many words of text must be the original's.
const MANY: usize = 8;
/// How many words a paragraph has at the least for it to be no name and no address.
const PARAGRAPH: usize = 7;
/// How many paragraphs are told of in a text.
const TOLD: usize = 5;

/// Looks at the translations of a folder.
pub fn lint(folder: &Folder, texts: &[ItemText<'_>], own: &str) -> Vec<Diagnostic> {
    let by_path: HashMap<&SourcePath, &ItemText<'_>> = texts.iter().map(|text| (text.path, text)).collect();
    let (news, pages) = (pairs(&folder.news, own), pairs(&folder.pages, own));
    let mut found = Vec::new();
    for (original, item) in &news {
        let (theirs, ours) = (&original.value, &item.value);
        let fields = FieldPair { original: &original.path, path: &item.path };
        let is_listed = by_path.contains_key(&item.path);
        if is_listed {
            // `until` is the day before `expires`, where the file has that in its place.
            let (name, theirs_day) = match ours.expires {
                Some(_) => ("expires", theirs.until.and_then(|until| until.tomorrow().ok())),
                None => ("until", theirs.until),
            };
            let day = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
            found.extend(fields.differ(name, day(theirs_day), day(ours.expires.or(ours.until)), true));
            let last = |name: &String| name.rsplit('/').next().unwrap_or_default().to_string();
            let centres = |names: &[String]| names.iter().map(last).collect::<HashSet<_>>();
            if centres(&theirs.centres) != centres(&ours.centres) {
                let said = |names: &[String]| (!names.is_empty()).then(|| names.join(", "));
                found.extend(fields.differ("centres", said(&theirs.centres), said(&ours.centres), false));
            }
        }
        found.extend(untranslated(by_path.get(&original.path), by_path.get(&item.path)));
    }
    for (original, page) in &pages {
        if by_path.contains_key(&page.path) {
            let fields = FieldPair { original: &original.path, path: &page.path };
            let day = |date: Option<jiff::civil::Date>| date.map(|date| date.to_string());
            found.extend(fields.differ("until", day(original.value.until), day(page.value.until), true));
        }
        found.extend(untranslated(by_path.get(&original.path), by_path.get(&page.path)));
    }
    found
}

/// Each translation with its original.
fn pairs<'a, T: Headed>(all: &'a [Sourced<T>], own: &str) -> Vec<(&'a Sourced<T>, &'a Sourced<T>)> {
    let is_original = |text: &&Sourced<T>| text.value.head().lang.is_none_or(|lang| lang == own);
    let (originals, others): (Vec<_>, Vec<_>) = all.iter().partition(is_original);
    let originals: HashMap<&str, &Sourced<T>> =
        originals.into_iter().map(|text| (text.value.head().name, text)).collect();
    let pair = |text: &'a Sourced<T>| Some((*originals.get(text.value.head().name)?, text));
    others.into_iter().filter_map(pair).collect()
}

/// Two files whose fields are compared.
struct FieldPair<'a> {
    original: &'a SourcePath,
    path: &'a SourcePath,
}

impl FieldPair<'_> {
    /// A field that says something else; where the translation has it, the original's value can be written there.
    fn differ(
        &self,
        name: &'static str,
        theirs: Option<String>,
        ours: Option<String>,
        is_single: bool,
    ) -> Option<Diagnostic> {
        if theirs == ours {
            return None;
        }
        let at = if ours.is_some() { At::field(name) } else { At::File };
        let proposal = theirs.clone().filter(|_| is_single && ours.is_some());
        let said = |value: Option<String>| value.unwrap_or_else(|| "none".to_string());
        let diagnostic = told("field", self.path, at, self.original).with("field", name);
        let diagnostic =
            diagnostic.with("theirs", said(theirs)).with("ours", said(ours)).with("language", "");
        Some(diagnostic.proposing(proposal.as_deref()))
    }
}

fn told(kind: &'static str, path: &SourcePath, at: At, original: &SourcePath) -> Diagnostic {
    Diagnostic::new(Code::TranslationUnlike, path, at).with("kind", kind).with("original", original)
}

/// What of a translation are the words of its original.
fn untranslated(original: Option<&&ItemText<'_>>, text: Option<&&ItemText<'_>>) -> Vec<Diagnostic> {
    let (Some(original), Some(text)) = (original, text) else { return Vec::new() };
    let of = |kind, at| {
        let diagnostic = told(kind, text.path, at, original.path).with("language", text.lang);
        let diagnostic = diagnostic.with("field", kind).with("theirs", "none").with("ours", "none");
        diagnostic.with("proposal", "none")
    };
    let is_same = |ours: &str, theirs: &str| words(ours) >= WORDS && plain(ours) == plain(theirs);
    let mut found = Vec::new();
    if is_same(text.title, original.title) {
        found.push(of("title", At::field("title")));
    }
    if let (Some(ours), Some(theirs)) = (text.lead, original.lead)
        && is_same(ours, theirs)
    {
        found.push(of("lead", At::field("lead")));
    }
    let theirs: HashSet<String> = original.prose.lines().map(|(_, line)| plain(line)).collect();
    let (mut all, mut same, mut first) = (0, 0, None);
    for (place, line) in text.prose.lines() {
        let count = words(line);
        if count < WORDS {
            continue;
        }
        all += count;
        if theirs.contains(&plain(line)) {
            same += count;
            first.get_or_insert(place);
        }
    }
    match first.filter(|_| same >= MANY && same * 2 > all) {
        Some(place) => found.push(of("text", At::Span(place))),
        None => found.extend(paragraphs(original, text).map(|at| of("paragraph", at))),
    }
    found
}

/// Paragraphs, headings, items and cells of a translation that say what the original says, word for word.
fn paragraphs<'t>(original: &ItemText<'_>, text: &'t ItemText<'_>) -> impl Iterator<Item = At> + 't {
    let is_text = |words: &str| self::words(words) >= PARAGRAPH;
    let theirs = original.prose.runs.iter().map(|run| run.text.as_str()).filter(|words| is_text(words));
    let theirs: HashSet<String> = theirs.map(plain).collect();
    let is_same = move |run: &&Run| is_text(&run.text) && theirs.contains(&plain(&run.text));
    let first = |run: &Run| run.at(&(0..run.text.lines().next().unwrap_or_default().trim_end().len()));
    text.prose.runs.iter().filter(is_same).map(first).take(TOLD)
}

/// A text without differences that nobody reads.
fn plain(text: &str) -> String {
    one_line(text).to_lowercase()
}

/// How many words of letters it has; an address or a path is none.
fn words(text: &str) -> usize {
    let is_word = |word: &&str| word.chars().any(char::is_alphabetic) && !word.contains(['/', '@', '{', '}']);
    text.split_whitespace().filter(is_word).count()
}
