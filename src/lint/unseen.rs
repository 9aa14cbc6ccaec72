//! Characters that nobody sees, and those that turn the text round: they follow along from Word, InDesign, the web and phone books. Whoever
//! reads meets other words than those that stand in the file, cannot find them and cannot copy them.
//!
//! Some texts need some of them: Persian its joiners, a family of emoji, a number in the middle of Arabic, a long word that may be divided.
//! So each is held against what stands around it, within its paragraph or its value, and only what does nothing there is told.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use pulldown_cmark::Event;

use super::LintGround;
use crate::base::characters::{code_of, is_unseen};
use crate::base::{At, Code, Diagnostic, Phrase, Seg, SourcePath};
use crate::model::Folder;
use crate::parse::{self, Role, language, markdown, yaml};

/// A character and its place in the file.
type Sign = (char, Range<usize>);

/// How much of the words around a character is quoted.
const AROUND: usize = 30;

/// Looks at the names of a folder's pictures.
pub fn lint_names(folder: &Folder, ground: LintGround<'_>) -> Vec<Diagnostic> {
    let files = ground.inputs.folder(&format!("content/{}", folder.id));
    let pictures = files
        .iter()
        .flat_map(|files| files.paths.iter())
        .filter(|path| matches!(Role::of(path), Some(Role::Image { .. } | Role::Attachment { .. })));
    let mut found = Vec::new();
    for path in pictures {
        let name: Vec<Sign> = path.name().chars().map(|c| (c, 0..0)).collect();
        found.extend(strange(&name, false).into_iter().map(|told| tell(&told, &name, path, At::File)));
    }
    found
}

/// Looks at a YAML file, or at a text with front matter whose body begins at `body`; a text is in a language.
pub fn find(path: &SourcePath, text: &str, body: Option<usize>, lang: Option<&str>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let is_written_left = lang.is_some_and(is_right_to_left);
    let range = parse::yaml_of(text, body.is_some());
    let (start, yaml) = (range.start, text.get(range).unwrap_or_default());
    if may_hold(yaml) {
        yaml::each_scalar(yaml, |scalar| {
            let in_language = |seg: &Seg| seg.key().is_some_and(is_right_to_left);
            let signs: Vec<Sign> =
                scalar.characters(yaml).map(|(c, at)| (c, start + at.start..start + at.end)).collect();
            let is_written_left = is_written_left || scalar.way.iter().any(in_language);
            add(path, &signs, is_written_left, &mut found);
        });
    }
    if let Some(body) = body
        && let Some(inner) = text.get(body..).filter(|inner| may_hold(inner))
    {
        for signs in paragraphs(inner, body) {
            add(path, &signs, is_written_left, &mut found);
        }
    }
    found
}

/// Most texts hold no such character, and no way to write one.
fn may_hold(text: &str) -> bool {
    text.contains(|c| {
        matches!(c, '\\' | '&' | '\u{200c}' | '\u{200d}' | '\u{fffc}') || is_unseen(c) || is_selector(c)
    })
}

fn is_right_to_left(lang: &str) -> bool {
    language::direction(lang) == "rtl"
}

/// The characters of a body as a reader meets them, by paragraphs: what is written as `&shy;` is one of them.
fn paragraphs(text: &str, offset: usize) -> Vec<Vec<Sign>> {
    let mut references: HashMap<usize, (char, usize)> = HashMap::new();
    markdown::walk(text, |event, range| {
        if let Event::Text(shown) = event
            && text.as_bytes().get(range.start) == Some(&b'&')
            && let Some(c) = shown.chars().next().filter(|c| c.len_utf8() == shown.len() && *c != '&')
        {
            references.insert(range.start, (c, range.len()));
        }
    });
    let (mut all, mut signs) = (Vec::new(), Vec::new());
    let mut skip = 0;
    for line in line_ranges(text) {
        if text.get(line.clone()).is_some_and(|line| line.trim().is_empty()) {
            all.push(std::mem::take(&mut signs));
            continue;
        }
        for (at, c) in text.get(line.clone()).unwrap_or_default().char_indices() {
            let at = line.start + at;
            if at < skip {
                continue;
            }
            let (c, length) = references.get(&at).copied().unwrap_or((c, c.len_utf8()));
            skip = at + length;
            signs.push((c, offset + at..offset + at + length));
        }
    }
    all.push(signs);
    all
}

fn line_ranges(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        start += line.len();
        start - line.len()..start
    })
}

fn add(path: &SourcePath, signs: &[Sign], is_written_left: bool, found: &mut Vec<Diagnostic>) {
    for told in strange(signs, is_written_left) {
        let at = signs.get(told.index).map_or(0..0, |(_, at)| at.clone());
        found.push(tell(&told, signs, path, At::Span(at)));
    }
}

/// Something to be told: which character, and what it is called.
struct Told {
    index: usize,
    kind: &'static str,
}

fn tell(told: &Told, signs: &[Sign], path: &SourcePath, at: At) -> Diagnostic {
    let c = signs.get(told.index).map_or(' ', |(c, _)| *c);
    let is_word = |(c, _): &&Sign| !c.is_whitespace() && *c != '"';
    let is_seen = |(c, _): &Sign| Some(*c).filter(|c| !is_unseen(*c) && !is_selector(*c) && *c != '\u{fffc}');
    let (before, after) = signs.split_at(told.index);
    let mut around: Vec<char> =
        before.iter().rev().take_while(is_word).take(AROUND).filter_map(is_seen).collect();
    around.reverse();
    // It stood where a line ended: without it two words would become one.
    let ends_line = told.kind == "line" && !around.is_empty();
    let mut rest = after.iter().skip(1).take_while(is_word).take(AROUND).filter_map(is_seen).peekable();
    around.extend((ends_line && rest.peek().is_some()).then_some(' '));
    around.extend(rest);
    let around = if around.is_empty() { "none".to_string() } else { around.into_iter().collect() };
    let phrase = Phrase::new(format!("unseen-{}", told.kind));
    let diagnostic = Diagnostic::new(Code::UnseenCharacter, path, at).saying("name", phrase);
    diagnostic.with("code", code_of(c)).with("kind", told.kind).with("around", around)
}

/// The characters of a paragraph or value that do nothing but harm where they stand, the first of each kind.
fn strange(signs: &[Sign], is_written_left: bool) -> Vec<Told> {
    let is_suspect =
        |c: char| is_unseen(c) || is_selector(c) || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fffc}');
    if !signs.iter().any(|(c, _)| is_suspect(*c)) {
        return Vec::new();
    }
    let context = CharacterContext {
        signs,
        is_written_left: is_written_left || signs.iter().any(|(c, _)| is_of_right_to_left(*c)),
        open: unmatched(signs),
        flags: flags(signs),
    };
    let mut told: Vec<Told> = Vec::new();
    for (index, (c, _)) in signs.iter().enumerate().filter(|(_, (c, _))| is_suspect(*c)) {
        // The end of what turns the text round goes with its beginning.
        let is_told = |kind| told.iter().any(|told| told.kind == kind);
        if let Some(kind) = context.kind(index, *c)
            && !is_told(kind)
            && !(*c == '\u{202c}' && is_told("turns"))
        {
            told.push(Told { index, kind });
        }
    }
    told
}

/// What a paragraph says of each of its characters.
struct CharacterContext<'a> {
    signs: &'a [Sign],
    /// Is any of it written from right to left?
    is_written_left: bool,
    /// Marks of direction that have no other half.
    open: HashSet<usize>,
    /// Those that make a flag of the letters before them.
    flags: HashSet<usize>,
}

impl CharacterContext<'_> {
    fn before(&self, index: usize) -> Option<char> {
        index.checked_sub(1).and_then(|index| self.signs.get(index)).map(|(c, _)| *c)
    }

    /// The character that a joiner stands after: what colours it or chooses its form is a part of it.
    fn joined(&self, index: usize) -> Option<char> {
        let forms = |c: &char| is_selector(*c) || matches!(c, '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}');
        // An emoji has two of them at most.
        self.signs.get(..index)?.iter().rev().map(|(c, _)| *c).take(3).find(|c| !forms(c))
    }

    fn after(&self, index: usize) -> Option<char> {
        self.signs.get(index + 1).map(|(c, _)| *c)
    }

    /// What a character is called that does nothing but harm; none where it is at home.
    fn kind(&self, index: usize, c: char) -> Option<&'static str> {
        let (before, after) = (self.before(index), self.after(index));
        let beside = |is: fn(char) -> bool| before.is_some_and(is) || after.is_some_and(is);
        let between = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
        let is_open = self.open.contains(&index);
        let (is_home, kind) = match c {
            '\u{202d}' | '\u{202e}' => (false, "turns"),
            '\u{202a}' | '\u{202b}' | '\u{2066}'..='\u{2068}' if is_open => (false, "turns"),
            '\u{2066}'..='\u{2069}' => (!is_open, "mark"),
            '\u{202a}'..='\u{202c}' => (!is_open && self.is_written_left, "mark"),
            '\u{200e}' | '\u{200f}' | '\u{61c}' => (self.is_written_left, "mark"),
            '\u{2028}' | '\u{2029}' => (false, "line"),
            '\u{200b}' => (beside(is_without_blanks), "blank"),
            '\u{180e}' => (beside(|c| matches!(c, '\u{1800}'..='\u{18af}')), "blank"),
            '\u{2060}' => {
                let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
                (!between(char::is_alphabetic) && !is_blank(before) && !is_blank(after), "blank")
            }
            '\u{feff}' | '\u{2061}'..='\u{2064}' => (false, "blank"),
            '\u{ad}' => (between(char::is_alphabetic), "hyphen"),
            '\u{200c}' => (self.joined(index).is_some_and(joins), "joiner"),
            '\u{200d}' => {
                let emoji =
                    |c: char| !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() && !is_unseen(c);
                let is_emoji = self.joined(index).is_some_and(emoji) && after.is_some_and(emoji);
                (is_emoji || self.joined(index).is_some_and(joins), "joiner")
            }
            '\u{fffc}' => (false, "lost"),
            '\u{e0000}'..='\u{e007f}' => (self.flags.contains(&index), "other"),
            '\u{e0100}'..='\u{e01ef}' => {
                (before.is_some_and(|c| c >= '\u{2e80}' && !is_selector(c)), "other")
            }
            c if is_selector(c) => (before.is_some_and(|c| !c.is_whitespace() && !is_selector(c)), "other"),
            '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' => (beside(is_hangul), "other"),
            _ => (false, "other"),
        };
        (!is_home).then_some(kind)
    }
}

/// Chooses the form of the sign before it.
fn is_selector(c: char) -> bool {
    matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// A letter of those scripts whose letters change with their neighbours; in those of India the sign for no vowel too, which is none.
fn joins(c: char) -> bool {
    c >= '\u{590}' && (c.is_alphabetic() || matches!(c, '\u{900}'..='\u{dff}'))
}

/// Scripts that have no blanks between words: Thai, Lao, Burmese, Khmer and their neighbours.
fn is_without_blanks(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{1aad}'
        | '\u{a9e0}'..='\u{a9ff}' | '\u{aa60}'..='\u{aadf}')
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7ff}') && !is_unseen(c)
}

/// A letter that is written from right to left.
fn is_of_right_to_left(c: char) -> bool {
    let is_in = matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}');
    is_in && c.is_alphabetic()
}

/// Beginnings of another direction that have no end in their paragraph, and ends without a beginning.
fn unmatched(signs: &[Sign]) -> HashSet<usize> {
    let (mut open, mut alone): (Vec<(usize, bool)>, HashSet<usize>) = (Vec::new(), HashSet::new());
    let mut isolates = 0_usize;
    for (index, (c, _)) in signs.iter().enumerate() {
        match c {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push((index, false)),
            '\u{2066}'..='\u{2068}' => {
                open.push((index, true));
                isolates += 1;
            }
            '\u{202c}' => {
                let ended = open.pop_if(|(_, is_isolate)| !*is_isolate);
                alone.extend(ended.is_none().then_some(index));
            }
            '\u{2069}' if isolates > 0 => {
                isolates -= 1;
                // It ends what began within the isolate too.
                while let Some((inner, false)) = open.pop() {
                    alone.insert(inner);
                }
            }
            '\u{2069}' => {
                alone.insert(index);
            }
            _ => {}
        }
    }
    alone.extend(open.into_iter().map(|(index, _)| index));
    alone
}

/// The signs that make a flag: a black flag, letters that nobody sees, and their end.
fn flags(signs: &[Sign]) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut run: Option<Vec<usize>> = None;
    for (index, (c, _)) in signs.iter().enumerate() {
        match c {
            '\u{1f3f4}' => run = Some(Vec::new()),
            '\u{e0020}'..='\u{e007e}' => {
                // A flag has six at most.
                run = run.filter(|run| run.len() < 8).map(|mut run| {
                    run.push(index);
                    run
                });
            }
            '\u{e007f}' => {
                found.extend(run.take().filter(|run| !run.is_empty()).into_iter().flatten().chain([index]));
            }
            _ => run = None,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<&'static str> {
        let signs: Vec<Sign> = text.char_indices().map(|(at, c)| (c, at..at + c.len_utf8())).collect();
        strange(&signs, false).into_iter().map(|told| told.kind).collect()
    }

    #[test]
    fn what_a_text_needs_is_left_in_peace() {
        for text in [
            "می\u{200c}خواهم کتاب\u{200c}ها",
            "ه\u{200d} 👨\u{200d}👩\u{200d}👧 👩🏽\u{200d}🦰 ❤\u{fe0f}\u{200d}🔥 🏳\u{fe0f}\u{200d}🌈 1\u{fe0f}\u{20e3}",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "familje\u{ad}central",
            "اتصل \u{200e}0611-34 81 00\u{200e} \u{202a}08-1\u{202c}",
            "Ring \u{2068}0611-34 81 00\u{2069} \u{2066}a \u{2067}b\u{2069}\u{2069}",
            "ไทย\u{200b}ไทย",
            "9\u{2060}–\u{2060}12",
            "क\u{200d}ष क\u{94d}\u{200d}ष",
            "葛\u{e0100}",
            "Öppet – ”nu”\u{a0}9",
        ] {
            assert_eq!(kinds(text), [] as [&str; 0], "{text:?}");
        }
    }

    #[test]
    fn what_nobody_sees_and_nothing_needs_is_told() {
        for (text, kind) in [
            ("\u{202e}dar ynhco\u{202c}", "turns"),
            ("a\u{202d}b", "turns"),
            ("a \u{2067}b", "turns"),
            ("a \u{202b}b", "turns"),
            ("a\u{2069}", "mark"),
            ("\u{202a}08-1\u{202c}", "mark"),
            ("\u{200e}0611-34 81 00", "mark"),
            ("rad\u{2028}rad", "line"),
            ("rad\u{2029}rad", "line"),
            ("barn\u{200b}morska", "blank"),
            ("barn\u{2060}morska", "blank"),
            ("a \u{2060}b", "blank"),
            ("barn\u{feff}morska", "blank"),
            ("barn\u{200c}morska", "joiner"),
            ("barn\u{200d}", "joiner"),
            ("\u{ad}barn", "hyphen"),
            ("barn\u{ad} morska", "hyphen"),
            ("bild \u{fffc}", "lost"),
            ("a\u{e0061}\u{e0062}", "other"),
            ("🏴\u{e0067}\u{e0062} ", "other"),
            ("a\u{fe00}\u{fe01}", "other"),
            (" \u{fe0f}", "other"),
            ("a\u{3164}", "other"),
            ("a\u{e0101}", "other"),
        ] {
            assert_eq!(kinds(text), [kind], "{text:?}");
        }
    }
}
