//! The files of a search: JSON that the script of the search page reads.
//!
//! `ord.json` has what can be found and all words, sorted; of each word only what differs from the one before is written, after a digit for
//! how much does not. `postings` says for each word, in that order, which entries have it, as differences in base 64 by weight; where there
//! are many, they lie in `index-0.json` and on. Other forms of a word need no place in it: they begin with the same letters, so the script
//! finds them beside it.
//!
//! A build makes an index for each municipality and language, of texts that most of them share. So a text's words are taken out when it is
//! parsed, the different ones are put in order at once here, and everything is written straight to bytes.

mod about;

use std::ops::Range;

use crate::base::{Gathering, Spot, WordList, WordPrint, WordSpots, each_term, is_far, json};
use crate::plan::{Coded, SearchEntry, SearchFiles, SearchIndex, Shelved};
use about::about;
pub use about::render_texts;

/// The weights, by what a word stands in: title, headings, ingress and body, as a digest has them, and what else an entry is found by. The first
/// that has a word counts.
type Weight = u8;
const TITLE: Weight = 0;
const HEADING: Weight = 1;
const LEAD: Weight = 2;
const BODY: Weight = 3;
const ALSO: Weight = 4;

/// In which order a word's entries are written, and the sign that each weight begins with: most are of texts, which are first and have none.
const WRITTEN: [(Weight, &str); 5] = [(BODY, ""), (TITLE, "!"), (HEADING, "#"), (LEAD, "$"), (ALSO, "%")];

/// The files of an index, made once.
pub fn files(index: &SearchIndex) -> &SearchFiles {
    index.made.get_or_init(|| make(index))
}

fn make(index: &SearchIndex) -> SearchFiles {
    let own = OwnWords::of(index);
    let found = found(index, &own);
    let lists =
        index.entries.iter().filter_map(|entry| entry.digest.as_deref()).flat_map(|digest| &digest.words);
    let has_far = is_far(&own.text) || lists.into_iter().any(WordList::is_far);
    let writer = if has_far || index.pieces > 1 { whole(index, &found) } else { spliced(index, &found) };
    writer.finish(index)
}

/// All words one by one, for what is in pieces or has words in an order of their own.
fn whole<'w>(index: &'w SearchIndex, found: &'w WordSpots<'w>) -> IndexWriter<'w> {
    let mut words = merged(index, found);
    // So many places are in a piece, and where it can be whole letters.
    let places: usize = words.iter().map(|word| word.own.len() + word.shared.len()).sum();
    let most = places / index.pieces.max(1) + 1;
    if words.iter().any(|word| is_far(word.text)) {
        words.sort_by(|one, other| one.text.encode_utf16().cmp(other.text.encode_utf16()));
    }
    let mut writer = IndexWriter::default();
    for word in &words {
        writer.word(word, (most, index.pieces));
    }
    writer
}

/// The words of the shelf as they are written for all that have it, and between them those that only this index has, or has in more places.
fn spliced<'w>(index: &'w SearchIndex, found: &'w WordSpots<'w>) -> IndexWriter<'w> {
    let shelf = index.shelf.words();
    let coded = index.shelf.coded.get_or_init(|| code(shelf));
    let mut writer = IndexWriter {
        vocabulary: String::with_capacity(coded.vocabulary.len() + found.len() * 8),
        postings: String::with_capacity(coded.postings.len() + found.len() * 3),
        ..IndexWriter::default()
    };
    let mut stop = index.shelf.stop.iter().map(|(word, _)| word).peekable();
    let mut done = 0;
    for (text, own) in found.iter() {
        while stop.next_if(|stop| *stop < text).is_some() {}
        let is_silent = stop.peek() == Some(&text);
        if is_silent && !own.iter().any(|(_, weight)| *weight == TITLE) {
            continue;
        }
        let at = shelf.find(done, text);
        writer.run((shelf, coded), done..at);
        let is_both = shelf.word(at) == text;
        let shared = if is_both { shelf.spots(at) } else { &[] };
        writer.word(&IndexWord { text, own, shared, is_silent }, (usize::MAX, 1));
        done = at + usize::from(is_both);
    }
    writer.run((shelf, coded), done..shelf.len());
    writer
}

/// The words of a shelf as an index has them whose first entries are its texts.
fn code(shelf: &Shelved) -> Coded {
    let mut coded = Coded::default();
    let mut writer = IndexWriter::default();
    for at in 0..shelf.len() {
        writer.word(
            &IndexWord { text: shelf.word(at), own: &[], shared: shelf.spots(at), is_silent: false },
            (usize::MAX, 1),
        );
        coded.ends.push((writer.vocabulary.len(), writer.postings.len()));
    }
    (coded.vocabulary, coded.postings) = (writer.vocabulary, writer.postings);
    coded
}

/// A word, and where it stands.
struct IndexWord<'w> {
    text: &'w str,
    /// Entries of this index, with their weights.
    own: &'w [Spot],
    /// The same of texts on the shelf, whose numbers are those of their entries.
    shared: &'w [Spot],
    /// It says nothing, and is found in titles alone.
    is_silent: bool,
}

/// All words in the order of their bytes, in which they come.
fn merged<'w>(index: &'w SearchIndex, found: &'w WordSpots<'w>) -> Vec<IndexWord<'w>> {
    let shelf = index.shelf.words();
    let mut words = Vec::with_capacity(found.len() + shelf.len());
    let mut own = found.iter().peekable();
    let mut on_shelf = (0..shelf.len()).map(|at| (shelf.word(at), shelf.spots(at))).peekable();
    let mut stop = index.shelf.stop.iter().map(|(word, _)| word).peekable();
    loop {
        let next_own = own.peek().map(|(word, _)| *word);
        let next_shared = on_shelf.peek().map(|(word, _)| *word);
        let text = match (next_own, next_shared) {
            (Some(one), Some(other)) => one.min(other),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => return words,
        };
        let own = if next_own == Some(text) { own.next() } else { None };
        let shared = if next_shared == Some(text) { on_shelf.next() } else { None };
        while stop.next_if(|stop| *stop < text).is_some() {}
        words.push(IndexWord {
            text,
            own: own.map_or(&[], |(_, spots)| spots),
            shared: shared.map_or(&[], |(_, spots)| spots),
            is_silent: stop.peek() == Some(&text),
        });
    }
}

/// The words that entries have beside their texts'.
struct OwnWords {
    text: String,
    /// Entry and weight of each word, and where it ends.
    words: Vec<(u32, Weight, usize)>,
}

impl OwnWords {
    fn of(index: &SearchIndex) -> Self {
        let mut own = Self { text: String::with_capacity(index.entries.len() * 64), words: Vec::new() };
        for (entry, number) in index.entries.iter().zip(0..) {
            let has_title = entry.digest.as_deref().is_some_and(|digest| digest.has_title);
            let [title, lead] =
                [&entry.title.text, &entry.lead].map(|text| if has_title { "" } else { text });
            for (weight, text) in [(TITLE, title), (TITLE, &entry.named), (LEAD, lead), (ALSO, &entry.also)] {
                each_term(text, |word| {
                    own.text.push_str(word);
                    own.words.push((number, weight, own.text.len()));
                });
            }
        }
        own
    }
}

fn found<'w>(index: &'w SearchIndex, own: &'w OwnWords) -> WordSpots<'w> {
    let lists = |entry: &'w SearchEntry| {
        let digest = entry.digest.as_deref().filter(|_| !entry.is_shared);
        digest.into_iter().flat_map(|digest| (TITLE..).zip(&digest.words))
    };
    let number = index.entries.iter().flat_map(lists).map(|(_, list)| list.len()).sum::<usize>();
    let mut found = Gathering::with_capacity(own.words.len() + number);
    let mut start = 0;
    for (entry, weight, end) in &own.words {
        let word = own.text.get(start..*end).unwrap_or_default();
        found.add((word, WordPrint::of(word)), (*entry, *weight));
        start = *end;
    }
    for (entry, number) in index.entries.iter().zip(0..) {
        for (weight, list) in lists(entry) {
            list.iter().for_each(|word| found.add(word, (number, weight)));
        }
    }
    found.finish()
}

/// Writes words in their order, each with its entries.
#[derive(Default)]
struct IndexWriter<'w> {
    vocabulary: String,
    before: &'w str,
    /// The number of words.
    number: usize,
    postings: String,
    /// How many places the piece has.
    places: usize,
    /// The first word of each piece but the first.
    starts: Vec<usize>,
    /// What was written of each piece that is done.
    pieces: Vec<String>,
    /// The entries of a word with their weights.
    found: Vec<Spot>,
}

impl<'w> IndexWriter<'w> {
    /// Words of a shelf, of which only the first is written anew: what stands before it here is another word.
    fn run(&mut self, (shelf, coded): (&'w Shelved, &Coded), words: Range<usize>) {
        let Some(last) = words.end.checked_sub(1).filter(|_| !words.is_empty()) else { return };
        let end = |at: usize| coded.ends.get(at).copied().unwrap_or_default();
        let (first, from, to) = (shelf.word(words.start), end(words.start), end(last));
        let before = words.start.checked_sub(1).map(end).unwrap_or_default();
        front_coded(self.before, first, &mut self.vocabulary);
        self.vocabulary.push_str(coded.vocabulary.get(from.0..to.0).unwrap_or_default());
        let postings = coded.postings.get(before.1..to.1).unwrap_or_default().trim_start();
        self.separate();
        self.postings.push_str(postings);
        self.number += words.len();
        self.before = shelf.word(last);
    }

    fn separate(&mut self) {
        if !self.postings.is_empty() {
            self.postings.push(' ');
        }
    }

    /// A word with all its places, of which each entry counts once: by the heaviest.
    fn word(&mut self, word: &IndexWord<'w>, (most, pieces): (usize, usize)) {
        self.found.clear();
        let told = |spot: &&Spot| !word.is_silent || spot.1 == TITLE;
        self.found.extend(word.own.iter().chain(word.shared).filter(told));
        if self.found.is_empty() {
            return;
        }
        if !word.own.is_empty() && !word.shared.is_empty() {
            self.found.sort_unstable();
        }
        self.found.dedup_by_key(|(entry, _)| *entry);
        let (places, word) = (self.found.len(), word.text);
        let is_full = self.places >= most && self.pieces.len() + 1 < pieces;
        if is_full && word.chars().next() != self.before.chars().next() {
            self.pieces.push(std::mem::take(&mut self.postings));
            self.starts.push(self.number);
            self.places = 0;
        }
        self.places += places;
        self.number += 1;
        front_coded(self.before, word, &mut self.vocabulary);
        self.before = word;
        self.separate();
        postings(&self.found, &mut self.postings);
    }

    fn finish(mut self, index: &SearchIndex) -> SearchFiles {
        self.pieces.push(self.postings);
        self.starts.insert(0, 0);
        self.starts.resize(index.pieces.max(1), self.number);
        self.pieces.resize(index.pieces.max(1), String::new());
        let whole = |piece: &String| {
            let mut out = Vec::with_capacity(piece.len() + 2);
            json::write_string(piece, &mut out);
            out
        };
        let mut words = Vec::with_capacity(self.vocabulary.len() + index.entries.len() * 160 + 4096);
        let within = if index.pieces > 1 { None } else { self.pieces.first().map(String::as_str) };
        about(index, (&self.vocabulary, &self.starts, within), &mut words);
        let pieces = if index.pieces > 1 { self.pieces.iter().map(whole).collect() } else { Vec::new() };
        SearchFiles { words, pieces }
    }
}

/// A word after a digit for how much of the one before it begins with, in units of UTF-16 as the script counts.
fn front_coded(before: &str, word: &str, out: &mut String) {
    let mut same = before.bytes().zip(word.bytes()).take_while(|(one, other)| one == other).count();
    while !word.is_char_boundary(same) {
        same -= 1;
    }
    let shared = word.get(..same).unwrap_or_default();
    let (units, bytes) = if shared.is_ascii() { (same.min(35), same.min(35)) } else { in_units(shared) };
    if !out.is_empty() {
        out.push(' ');
    }
    out.extend(u32::try_from(units).ok().and_then(|units| char::from_digit(units, 36)));
    out.push_str(word.get(bytes..).unwrap_or_default());
}

/// How many units of UTF-16, and how many bytes, a text's beginning has that a digit can tell.
fn in_units(text: &str) -> (usize, usize) {
    let (mut units, mut bytes) = (0, 0);
    for c in text.chars() {
        if units + c.len_utf16() > 35 {
            break;
        }
        units += c.len_utf16();
        bytes += c.len_utf8();
    }
    (units, bytes)
}

/// The entries of a word: by weight, each as the difference from the one before.
fn postings(found: &[Spot], out: &mut String) {
    let weights = found.iter().fold(0, |weights, (_, weight)| weights | 1 << weight);
    for (weight, sign) in WRITTEN.iter().filter(|(weight, _)| weights & 1 << weight != 0) {
        out.push_str(sign);
        let mut before = 0;
        for (entry, _) in found.iter().filter(|(_, own)| own == weight) {
            number(entry - before, out);
            before = *entry;
        }
    }
}

/// A number in digits of five bits, the lowest first; one that is followed by another has the sixth bit.
fn number(mut value: u32, out: &mut String) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    loop {
        let more = u32::from(value > 31) * 32;
        out.push(char::from(DIGITS[(value % 32 + more) as usize]));
        value /= 32;
        if more == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, OnceLock};

    use super::*;
    use crate::base::Fingerprint;
    use crate::parse::digest::TextDigest;
    use crate::plan::{SearchKind, Shelves, TextView};

    #[test]
    fn numbers_and_words_are_written_as_the_script_reads_them() {
        let written = |value| {
            let mut out = String::new();
            number(value, &mut out);
            out
        };
        assert_eq!([0, 1, 31, 32, 1000].map(written), ["A", "B", "f", "gB", "of"].map(String::from));
        let mut coded = String::new();
        let words = ["", "barn", "barnen", "barns", "öppen", "öppet", "öå"];
        words.windows(2).for_each(|pair| front_coded(pair[0], pair[1], &mut coded));
        assert_eq!(coded, "0barn 4en 4s 0öppen 4t 1å");
        let mut out = String::new();
        postings(&[(0, TITLE), (3, BODY), (4, BODY)], &mut out);
        assert_eq!(out, "DB!A");
    }

    /// Words by chance, of which each begins as others do.
    fn words(seed: &mut u32, number: u32) -> String {
        let mut next = |most: u32| {
            *seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (*seed >> 16) % most
        };
        let ends = ["", "en", "ens", "hälsa", "ö", "öar"];
        let starts = ["barn", "bar", "och", "å", "öppen", "12", "zoo"];
        let word = |_| format!("{}{} ", starts[next(7) as usize], ends[next(6) as usize]);
        (0..number).map(word).collect()
    }

    #[test]
    fn words_of_the_shelf_are_written_as_if_each_were_written_anew() {
        for mut seed in 0..200 {
            let digest = |seed: &mut u32| {
                let words = [2, 1, 3, 9].map(|most| WordList::of(&words(seed, most)));
                Arc::new(TextDigest {
                    words,
                    has_title: true,
                    print: Fingerprint::default(),
                    text: Fingerprint::default(),
                })
            };
            let shared: Vec<_> = (0..seed % 4).map(|_| digest(&mut seed)).collect();
            let entry = |digest, is_shared, also| SearchEntry {
                kind: SearchKind::Page,
                title: TextView::default(),
                url: String::new(),
                place: String::new(),
                state: String::new(),
                phone: None,
                times: Vec::new(),
                named: String::new(),
                lead: String::new(),
                also,
                digest,
                is_shared,
                text: None,
                is_old: false,
            };
            let mut entries: Vec<_> =
                shared.iter().map(|digest| entry(Some(digest.clone()), true, words(&mut seed, 1))).collect();
            entries.extend((0..seed % 3).map(|_| entry(Some(digest(&mut seed)), false, words(&mut seed, 2))));
            entries.push(entry(None, false, words(&mut seed, 4)));
            let stop = "och baren";
            let index = SearchIndex {
                entries,
                shelf: Shelves::default().of(Fingerprint::default(), shared, stop),
                texts: Vec::new(),
                words: Vec::new(),
                stop: stop.to_string(),
                synonyms: String::new(),
                pieces: 1,
                fingerprint: Fingerprint::default(),
                made: OnceLock::new(),
            };
            let own = OwnWords::of(&index);
            let found = found(&index, &own);
            let (one, other) = (spliced(&index, &found), whole(&index, &found));
            assert_eq!(
                (&one.vocabulary, &one.postings, one.number),
                (&other.vocabulary, &other.postings, other.number)
            );
            // A word that says nothing is found where it is in a title.
            let digests = index.entries.iter().filter_map(|entry| entry.digest.as_deref());
            let is_titled = digests.flat_map(|digest| digest.words[0].iter()).any(|(word, _)| word == "och");
            assert!(is_titled || !one.vocabulary.contains(" 0och "));
        }
    }
}
