//! The words of a text as a search knows them: small letters, composed, nothing but letters and digits.
//!
//! The script of the search page takes its words apart by the same rule (`\p{Alphabetic}` and `\p{N}`), so that both see the same words. A
//! build goes through every text of a site once, so words of ASCII and Latin letters are found by their bytes; all others by their characters.

use std::hash::{Hash, Hasher};

use unicode_normalization::UnicodeNormalization;

use super::spots::{WordPrint, WordTable};

/// A word of more characters than this is nothing that somebody types.
const LONGEST: usize = 40;

/// Calls `each` for every word of a text, in their order. One letter alone is no word to look for.
pub fn each_term(text: &str, mut each: impl FnMut(&str)) {
    // Letters and marks that may be written apart begin with one of these bytes; other texts are composed already.
    let is_perhaps_apart = |byte: u8| matches!(byte, 0xcc | 0xcd | 0xd9..=0xe1 | 0xe3..);
    // To the end, whatever comes: so many bytes are looked at at a time.
    if text.bytes().fold(false, |apart, byte| apart | is_perhaps_apart(byte)) {
        walk(&text.nfc().collect::<String>(), &mut each);
    } else {
        walk(text, &mut each);
    }
}

fn walk(text: &str, each: &mut impl FnMut(&str)) {
    let bytes = text.as_bytes();
    let mut lower = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let mut seen = 0;
        let mut class = 0;
        while let Some(byte) = bytes.get(at) {
            class = CLASS[usize::from(*byte)];
            if class & PART == 0 {
                break;
            }
            seen |= class;
            at += 1;
        }
        let is_simple = at == bytes.len() || class & FAR == 0;
        match text.get(start..at) {
            Some(word) if is_simple && seen & (CAPITAL | SIGN) == 0 => told(word, each),
            Some(word) if is_simple && seen & (FAR_CAPITAL | SIGN) == 0 => {
                lower.clear();
                lower.push_str(word);
                lower.make_ascii_lowercase();
                told(&lower, each);
            }
            _ => at = start + far(text.get(start..).unwrap_or_default(), each),
        }
        // What ended the word, unless it is the beginning of a character that is more than a byte.
        at += bytes.get(at).map_or(1, |byte| usize::from(CLASS[usize::from(*byte)] == 0));
    }
}

/// Tells of the word that a text begins with, whatever its letters; says where the next may begin.
fn far(text: &str, each: &mut impl FnMut(&str)) -> usize {
    let is_part = |c: char| c.is_alphanumeric() || c == SOFT_HYPHEN;
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let lower = text.get(..end).unwrap_or_default().replace(SOFT_HYPHEN, "").to_lowercase();
    // A small letter may be two signs of which one is none: İ.
    lower.split(|c: char| !c.is_alphanumeric()).for_each(|word| told(word, each));
    let next = text.get(end..).and_then(|rest| rest.chars().next());
    end + next.map_or(0, char::len_utf8)
}

fn told(word: &str, each: &mut impl FnMut(&str)) {
    let is_short = word.len() <= LONGEST || word.chars().nth(LONGEST).is_none();
    if is_short && (word.len() > 4 || word.chars().nth(1).is_some()) {
        each(word);
    }
}

/// A sign that only says where a word may be divided.
const SOFT_HYPHEN: char = '\u{ad}';

/// A byte of a word of ASCII and Latin letters.
const PART: u8 = 1;
/// A capital.
const CAPITAL: u8 = 2;
/// A capital that is not ASCII; such a byte is one of `CAPITAL` too.
const FAR_CAPITAL: u8 = 4;
/// The second byte of × and ÷, which are no letters.
const SIGN: u8 = 8;
/// A byte of any other character.
const FAR: u8 = 16;

static CLASS: [u8; 256] = {
    let mut table = [FAR; 256];
    let mut at = 0;
    while at < 0x80 {
        let byte = at as u8;
        let is_part = byte.is_ascii_alphanumeric();
        table[at] = if byte.is_ascii_uppercase() { PART | CAPITAL } else { is_part as u8 * PART };
        at += 1;
    }
    // In a word the only bytes that are not ASCII are À to ÿ: 0xc3 and one of these.
    while at < 0xc0 {
        table[at] = if at < 0x9f { PART | CAPITAL | FAR_CAPITAL } else { PART };
        at += 1;
    }
    table[0xc3] = PART;
    table[0x97] = PART | SIGN;
    table[0xb7] = PART | SIGN;
    table
};

/// The words of a text, each once, in the order in which they come.
///
/// Nothing is sorted here: an index puts the words of a thousand texts in order at once, and looks each up by its print, which is made only here.
#[derive(Clone, Debug, Default)]
pub struct WordList {
    text: Box<str>,
    lengths: Box<[u8]>,
    prints: Box<[WordPrint]>,
    is_far: bool,
}

impl WordList {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let mut known = WordTable::with_capacity(text.len() / 10);
        let mut list = String::with_capacity(text.len());
        let (mut lengths, mut prints) = (Vec::with_capacity(text.len() / 10), Vec::new());
        let mut starts: Vec<u32> = Vec::with_capacity(text.len() / 10);
        each_term(text, |word| {
            let print = WordPrint::of(word);
            let is_this = |at: usize| {
                let start = starts.get(at).map_or(0, |start| *start as usize);
                list.get(start..).is_some_and(|rest| rest.starts_with(word))
                    && lengths.get(at).is_some_and(|length| usize::from(*length) == word.len())
            };
            if known.find_or_add(print, is_this).is_ok() {
                return;
            }
            // No file has as many bytes as that.
            starts.push(u32::try_from(list.len()).unwrap_or(u32::MAX));
            list.push_str(word);
            // No word has more than forty characters of four bytes.
            lengths.push(u8::try_from(word.len()).unwrap_or_default());
            prints.push(print);
        });
        Self {
            is_far: is_far(&list),
            text: list.into_boxed_str(),
            lengths: lengths.into_boxed_slice(),
            prints: prints.into_boxed_slice(),
        }
    }

    /// The words of a text in the order of their bytes.
    pub fn sorted(text: &str) -> Self {
        let unsorted = Self::of(text);
        let mut words: Vec<_> = unsorted.iter().collect();
        words.sort_unstable();
        let length = |(word, _): &(&str, WordPrint)| u8::try_from(word.len()).unwrap_or_default();
        Self {
            text: words.iter().map(|(word, _)| *word).collect(),
            lengths: words.iter().map(length).collect(),
            prints: words.iter().map(|(_, print)| *print).collect(),
            is_far: unsorted.is_far,
        }
    }

    /// The words with their prints.
    pub fn iter(&self) -> impl Iterator<Item = (&str, WordPrint)> {
        let mut start = 0;
        self.lengths.iter().zip(&self.prints).map(move |(length, print)| {
            let end = start + usize::from(*length);
            let word = self.text.get(start..end).unwrap_or_default();
            start = end;
            (word, *print)
        })
    }

    /// Has one of them a letter that a script puts elsewhere than its bytes say?
    pub fn is_far(&self) -> bool {
        self.is_far
    }

    /// How many bytes they have.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }
}

impl PartialEq for WordList {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, &self.lengths) == (&other.text, &other.lengths)
    }
}

impl Eq for WordList {}

impl Hash for WordList {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // A print is another in each process.
        (&self.text, &self.lengths).hash(state);
    }
}

/// A script compares texts by units of UTF-16, which is the order of bytes but for what lies beyond these.
pub fn is_far(text: &str) -> bool {
    text.bytes().fold(0, u8::max) >= 0xee
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut words = Vec::new();
        each_term(text, |word| words.push(word.to_string()));
        words
    }

    #[test]
    fn words_are_letters_and_digits_in_small_letters_and_composed() {
        assert_eq!(words("Öppna förskolan, kl. 9–12 (BVC)!"), ["öppna", "förskolan", "kl", "12", "bvc"]);
        assert_eq!(words("familje\u{ad}central o\u{308}ppen"), ["familjecentral", "öppen"]);
        assert_eq!(words("e-post à Å 1–6 år ÅR"), ["post", "år", "år"]);
        assert_eq!(words("Добро العربية 你好"), ["добро", "العربية", "你好"]);
        assert_eq!(words("3×4 ab×cd ÷ef ½l m²"), ["ab", "cd", "ef", "½l", "m²"]);
        assert_eq!(words("éÉn straße–ÿx"), ["één", "straße", "ÿx"]);
        assert_eq!(words(&"x".repeat(41)), [""; 0]);
        assert_eq!(words(&"å".repeat(40)), ["å".repeat(40)]);
        assert_eq!(words(""), [""; 0]);
    }

    /// What the words of a text are, said in one line.
    fn said(text: &str) -> Vec<String> {
        let lower = text.nfc().collect::<String>().replace(SOFT_HYPHEN, "").to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric());
        let is_word = |word: &&str| (2..=LONGEST).contains(&word.chars().count());
        words.filter(is_word).map(str::to_string).collect()
    }

    #[test]
    fn every_character_within_before_and_after_a_word_is_read_as_the_rule_says() {
        for c in '\0'..=char::MAX {
            let text = format!("ab{c}cd {c}Ef gH{c} {c}{c}");
            let as_one = said(&text);
            assert_eq!(words(&text), as_one, "{c:?} {:x}", u32::from(c));
        }
    }

    #[test]
    fn a_list_has_each_word_once() {
        let text = "Ö å bb aa Aa barnens barnet barnets barnen bb öa 12 familjecentralen familjecentraler";
        let words = |list: &WordList| list.iter().map(|(word, _)| word.to_string()).collect::<Vec<_>>();
        let as_they_come = [
            "bb",
            "aa",
            "barnens",
            "barnet",
            "barnets",
            "barnen",
            "öa",
            "12",
            "familjecentralen",
            "familjecentraler",
        ];
        assert_eq!(words(&WordList::of(text)), as_they_come);
        let mut in_order = as_they_come;
        in_order.sort_unstable();
        assert_eq!(words(&WordList::sorted(text)), in_order);
        assert_eq!(WordList::of(text).len(), 10);
        // More than a table is made for at first.
        let many: String = (0..5000).chain(0..5000).map(|number| format!("ord{number} ")).collect();
        assert_eq!(words(&WordList::of(&many)), many.split(' ').take(5000).collect::<Vec<_>>());
    }
}
