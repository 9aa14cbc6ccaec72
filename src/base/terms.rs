//! The words of a text as a search knows them: small letters, composed, nothing but letters and digits.
//!
//! The script of the search page takes its words apart by the same rule (`\p{Alphabetic}` and `\p{N}`), so that both see the same words. A
//! build goes through every text of a site once, so words of ASCII and Latin letters are found by their bytes; all others by their characters.

use unicode_normalization::UnicodeNormalization;

/// A word of more characters than this is nothing that somebody types.
const LONGEST: usize = 40;

/// Calls `each` for every word of a text, in their order. One letter alone is no word to look for.
pub fn each_term(text: &str, mut each: impl FnMut(&str)) {
    // Letters and marks that may be written apart begin with one of these bytes; other texts are composed already.
    let is_perhaps_apart = |byte: u8| matches!(byte, 0xcc | 0xcd | 0xd9..=0xe1 | 0xe3..);
    if text.bytes().any(is_perhaps_apart) {
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

/// Words in an order that is quick to find, each once: the same order as that of their bytes.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct WordList {
    text: Box<str>,
    lengths: Box<[u8]>,
}

impl WordList {
    /// The words of a text.
    pub fn of(text: &str) -> Self {
        let mut whole = String::with_capacity(text.len());
        let mut places: Vec<(u64, usize, usize)> = Vec::with_capacity(text.len() / 6);
        each_term(text, |word| {
            places.push((first_bytes(word), whole.len(), whole.len() + word.len()));
            whole.push_str(word);
        });
        let word = |(_, start, end): &(u64, usize, usize)| whole.get(*start..*end).unwrap_or_default();
        places.sort_unstable_by(|one, other| one.0.cmp(&other.0).then_with(|| word(one).cmp(word(other))));
        let mut list = String::with_capacity(whole.len());
        let mut lengths = Vec::with_capacity(places.len());
        let mut before = "";
        for place in &places {
            let word = word(place);
            if word != before {
                list.push_str(word);
                // No word has more than forty characters of four bytes.
                lengths.push(u8::try_from(word.len()).unwrap_or_default());
                before = word;
            }
        }
        Self { text: list.into_boxed_str(), lengths: lengths.into_boxed_slice() }
    }

    /// The words in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let mut start = 0;
        self.lengths.iter().map(move |length| {
            let end = start + usize::from(*length);
            let word = self.text.get(start..end).unwrap_or_default();
            start = end;
            word
        })
    }

    /// All of them one after another.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many bytes they have.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Is there none?
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }
}

/// What a word begins with, as a number: most words differ in it, and two numbers are compared at once.
pub fn first_bytes(word: &str) -> u64 {
    let mut first = [0; 8];
    first.iter_mut().zip(word.as_bytes()).for_each(|(to, from)| *to = *from);
    u64::from_be_bytes(first)
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
    fn a_list_has_each_word_once_in_order() {
        let list = WordList::of("Ö å bb aa Aa barnens barnet barnets barnen bb öa 12");
        let all: Vec<&str> = list.iter().collect();
        assert_eq!(all, ["12", "aa", "barnen", "barnens", "barnet", "barnets", "bb", "öa"]);
        assert_eq!(list.len(), 8);
    }
}
