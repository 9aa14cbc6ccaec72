//! The files of a search: JSON that the script of the search page reads.
//!
//! `ord.json` has what can be found and all words, sorted; of each word only what differs from the one before is written, after a digit for
//! how much does not. `index-0.json` and on say for each word, in that order, which entries have it, as differences in base 64 by weight.
//! Other forms of a word need no place in it: they begin with the same letters, so the script finds them beside it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use serde_json::{Map, Value, json};
use xxhash_rust::xxh3::xxh3_64;

use crate::base::{json, lowered, terms};
use crate::parse::digest::plain;
use crate::parse::markdown::Body;
use crate::plan::{SearchEntry, SearchFiles, SearchIndex, SearchText};

/// How many bytes of a text a result is cut from.
const LONGEST: usize = 8000;

/// The weights, the heaviest first, and the sign that each begins with; the body's, which are most, are first and have none.
const WEIGHTS: [(u8, &str); 5] = [(2, ""), (5, "!"), (4, "#"), (3, "$"), (1, "%")];

/// The files of an index, made once.
pub fn files(index: &SearchIndex) -> &SearchFiles {
    index.made.get_or_init(|| make(index))
}

fn make(index: &SearchIndex) -> SearchFiles {
    let own: Vec<[String; 3]> = index.entries.iter().map(own_words).collect();
    let stop = lowered(&index.stop);
    let mut words = Words::default();
    terms(&stop).for_each(|word| words.leave_out(word));
    for (place, (entry, [title, lead, also])) in index.entries.iter().zip(&own).enumerate() {
        let digest = entry.digest.as_deref();
        terms(title).for_each(|word| words.add(word, (place, 5)));
        digest.iter().for_each(|digest| words.add_all(&digest.headings, (place, 4)));
        terms(lead).for_each(|word| words.add(word, (place, 3)));
        digest.iter().for_each(|digest| words.add_all(&digest.body, (place, 2)));
        terms(also).for_each(|word| words.add(word, (place, 1)));
    }
    let (sorted, postings) = words.in_order();
    let (starts, pieces) = in_pieces(&sorted, &postings, index.pieces);
    SearchFiles { words: json::line(&about(index, &sorted, &starts)).into_bytes(), pieces }
}

/// The words of all entries, and where each of them stands. An index has a text's every word, and a build an index for each municipality and
/// language: so all places are one list, and a word's are put together at the end.
#[derive(Default)]
struct Words<'w> {
    /// Of each word its number.
    numbers: HashMap<&'w str, usize, BuildHasherDefault<Short>>,
    /// By number: the word, the entry that had it last and how often it stands somewhere.
    known: Vec<(&'w str, usize, usize)>,
    /// Number of a word, entry and weight, in the order of the entries.
    places: Vec<(usize, usize, u8)>,
    /// Words up to this number say nothing, and are found in titles alone.
    silent: usize,
}

impl<'w> Words<'w> {
    /// The number of a word.
    fn number(&mut self, word: &'w str) -> usize {
        let next = self.known.len();
        let number = *self.numbers.entry(word).or_insert(next);
        if number == next {
            self.known.push((word, usize::MAX, 0));
        }
        number
    }

    /// A word that says nothing.
    fn leave_out(&mut self, word: &'w str) {
        self.silent = self.silent.max(self.number(word) + 1);
    }

    /// An entry has a word; what is told first weighs most.
    fn add(&mut self, word: &'w str, (place, weight): (usize, u8)) {
        let number = self.number(word);
        let Some((_, last, times)) = self.known.get_mut(number) else { return };
        if *last != place && (weight == 5 || number >= self.silent) {
            *last = place;
            *times += 1;
            self.places.push((number, place, weight));
        }
    }

    /// Words with a blank between.
    fn add_all(&mut self, text: &'w str, at: (usize, u8)) {
        let mut rest = text;
        while !rest.is_empty() {
            let end = rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
            self.add(rest.get(..end).unwrap_or_default(), at);
            rest = rest.get(end + 1..).unwrap_or_default();
        }
    }

    /// The words in the order of the script, with their postings.
    fn in_order(self) -> (Vec<&'w str>, Vec<String>) {
        let mut starts = Vec::with_capacity(self.known.len());
        let mut end = 0;
        for (_, _, times) in &self.known {
            starts.push(end);
            end += times;
        }
        let mut all = vec![(0, 0); end];
        let mut next = starts.clone();
        for (number, place, weight) in self.places {
            if let Some(at) = next.get_mut(number) {
                all[*at] = (place, weight);
                *at += 1;
            }
        }
        let mut sorted: Vec<(&str, usize)> = self
            .known
            .iter()
            .enumerate()
            .filter(|(_, known)| known.2 > 0)
            .map(|(n, known)| (known.0, n))
            .collect();
        sorted.sort_unstable_by(|(one, _), (other, _)| in_script_order(one, other));
        let of = |(_, number): &(&str, usize)| {
            postings(all.get(starts[*number]..next[*number]).unwrap_or_default())
        };
        let postings = sorted.iter().map(of).collect();
        (sorted.into_iter().map(|(word, _)| word).collect(), postings)
    }
}

/// The fingerprints' hash, which costs a third of the standard one for a word. None of its order is shown.
#[derive(Default)]
struct Short(u64);

impl Hasher for Short {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = self.0.rotate_left(5) ^ xxh3_64(bytes);
    }

    fn write_u8(&mut self, _: u8) {}

    fn finish(&self) -> u64 {
        self.0
    }
}

/// What an entry says itself: title with its centre's name, ingress, and what else it is found by.
fn own_words(entry: &SearchEntry) -> [String; 3] {
    let title = format!("{} {}", entry.title.text, entry.named);
    [lowered(&title), lowered(&entry.lead), lowered(&entry.also)]
}

/// The order in which a script compares texts: by units of UTF-16.
fn in_script_order(one: &str, other: &str) -> std::cmp::Ordering {
    let is_far = |text: &str| text.bytes().any(|byte| byte >= 0xee);
    if is_far(one) || is_far(other) { one.encode_utf16().cmp(other.encode_utf16()) } else { one.cmp(other) }
}

fn about(index: &SearchIndex, sorted: &[&str], starts: &[usize]) -> Value {
    let synonyms = index.synonyms.split(';').map(|group| {
        let each = group.split(',').map(|phrase| Value::from(terms(&lowered(phrase)).collect::<Vec<_>>()));
        Value::from(each.collect::<Vec<_>>())
    });
    let said: Map<String, Value> =
        index.words.iter().map(|(name, text)| ((*name).to_string(), Value::from(text.as_str()))).collect();
    json!({
        "entries": index.entries.iter().map(entry).collect::<Vec<_>>(),
        "vocabulary": front_coded(sorted.iter().copied()),
        "starts": starts,
        "version": index.fingerprint().short(),
        "texts": index.texts.iter().map(|key| key.short()).collect::<Vec<_>>(),
        "stop": terms(&lowered(&index.stop)).collect::<Vec<_>>(),
        "synonyms": synonyms.collect::<Vec<_>>(),
        "words": said,
    })
}

/// An entry; what it has nothing of is left out.
fn entry(entry: &SearchEntry) -> Value {
    let mut map = Map::new();
    let mut put = |key: &str, value: Value| {
        map.insert(key.to_string(), value);
    };
    put("k", entry.kind.index().into());
    put("t", entry.title.text.as_str().into());
    put("u", entry.url.as_str().into());
    if let Some(lang) = &entry.title.lang {
        put("l", lang.as_str().into());
    }
    for (key, text) in [("p", &entry.place), ("s", &entry.state)] {
        if !text.is_empty() {
            put(key, text.as_str().into());
        }
    }
    if let Some(phone) = &entry.phone {
        put("n", phone.text.text.as_str().into());
        put("h", phone.href.as_str().into());
    }
    if !entry.times.is_empty() {
        put("w", entry.times.clone().into());
    }
    if let Some((file, place)) = entry.text {
        put("x", vec![file, place].into());
    } else if entry.kind == crate::plan::SearchKind::Activity && !entry.lead.is_empty() {
        put("d", entry.lead.as_str().into());
    }
    if entry.is_old {
        put("o", 1.into());
    }
    Value::Object(map)
}

/// Each word after a digit for how much of the one before it begins with.
fn front_coded<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let (mut out, mut before) = (String::new(), "");
    for word in words {
        let same = before.chars().zip(word.chars()).take_while(|(one, other)| one == other);
        // In units of UTF-16, as the script counts.
        let (mut units, mut bytes) = (0, 0);
        for (c, _) in same {
            if units + c.len_utf16() > 35 {
                break;
            }
            units += c.len_utf16();
            bytes += c.len_utf8();
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(u32::try_from(units).ok().and_then(|units| char::from_digit(units, 36)));
        out.push_str(word.get(bytes..).unwrap_or_default());
        before = word;
    }
    out
}

/// The entries of a word: by weight, each as the difference from the one before.
fn postings(places: &[(usize, u8)]) -> String {
    let mut out = String::new();
    for (weight, sign) in WEIGHTS {
        if !places.iter().any(|(_, own)| *own == weight) {
            continue;
        }
        let mut before = 0;
        let mut is_first = true;
        for (place, _) in places.iter().filter(|(_, own)| *own == weight) {
            if std::mem::take(&mut is_first) {
                out.push_str(sign);
            }
            number(place - before, &mut out);
            before = *place;
        }
    }
    out
}

/// A number in digits of five bits, the lowest first; one that is followed by another has the sixth bit.
fn number(mut value: usize, out: &mut String) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    loop {
        let more = usize::from(value > 31) * 32;
        out.push(char::from(DIGITS[value % 32 + more]));
        value /= 32;
        if more == 0 {
            return;
        }
    }
}

/// The postings as files, and the first word of each: about as long as each other, and where it can be, of whole letters.
fn in_pieces(sorted: &[&str], postings: &[String], wanted: usize) -> (Vec<usize>, Vec<Vec<u8>>) {
    let whole: usize = postings.iter().map(|one| one.len() + 1).sum();
    let most = whole / wanted.max(1) + 1;
    let mut starts = vec![0];
    let (mut length, mut letter) = (0, None);
    for (place, (word, one)) in sorted.iter().zip(postings).enumerate() {
        let first = word.chars().next();
        if letter.is_some() && letter != first && length >= most && starts.len() < wanted {
            starts.push(place);
            length = 0;
        }
        letter = first;
        length += one.len() + 1;
    }
    starts.resize(wanted.max(1), sorted.len());
    let ends = starts.iter().skip(1).copied().chain([postings.len()]);
    let piece = |(start, end): (&usize, usize)| {
        let words = postings.get(*start..end).unwrap_or_default().join(" ");
        json::line(&Value::from(words)).into_bytes()
    };
    let pieces = starts.iter().zip(ends).map(piece).collect();
    (starts, pieces)
}

/// Texts that results show a sentence of, as a list.
pub fn render_texts(texts: &[SearchText], bodies: &[&Body], out: &mut Vec<u8>) {
    let text = |(text, body): (&SearchText, &&Body)| {
        let own;
        let body = if text.fills.is_empty() {
            &body.plain
        } else {
            own = plain(body, &text.fills);
            &own
        };
        let mut whole = format!("{} {body}", text.lead).trim().to_string();
        let mut end = LONGEST.min(whole.len());
        while !whole.is_char_boundary(end) {
            end -= 1;
        }
        whole.truncate(end);
        Value::from(whole)
    };
    let list: Vec<Value> = texts.iter().zip(bodies).map(text).collect();
    out.extend_from_slice(json::line(&Value::from(list)).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words_are_written_as_the_script_reads_them() {
        let written = |value| {
            let mut out = String::new();
            number(value, &mut out);
            out
        };
        assert_eq!([0, 1, 31, 32, 1000].map(written), ["A", "B", "f", "gB", "of"].map(String::from));
        assert_eq!(
            front_coded(["barn", "barnen", "barns", "öppen", "öppet"].into_iter()),
            "0barn 4en 4s 0öppen 4t"
        );
        assert_eq!(postings(&[(0, 5), (3, 2), (4, 2)]), "DB!A");
    }
}
