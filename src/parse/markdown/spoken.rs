//! Spoken lines: paragraphs that begin with a dash, as Swedish writes what somebody says (Svenska skrivregler), and who says it.

/// After these, who says something may be called “a parent”.
const SAID: [&str; 9] = ["säger", "sa", "sade", "undrar", "tillägger", "påpekar", "menar", "says", "said"];

/// After these, what is told may follow as well as who tells it.
const TOLD: [&str; 8] =
    ["berättar", "förklarar", "tycker", "frågar", "svarar", "explains", "asks", "answers"];

/// Who says something, when it is no name.
const WHO: [&str; 12] = ["hon", "han", "hen", "de", "jag", "vi", "någon", "she", "he", "they", "i", "we"];

/// Does a paragraph that begins so hold what somebody says? `-- ` is a dash too.
pub fn is_spoken(text: &str) -> bool {
    let rest = ["–", "—", "---", "--"].iter().find_map(|dash| text.strip_prefix(dash));
    rest.is_some_and(|rest| rest.starts_with([' ', '\u{a0}']))
}

/// What is said from here on, up to the next line that somebody says.
pub fn utterance(text: &str) -> &str {
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        if end > 0 && is_spoken(line.trim_start_matches(' ')) {
            break;
        }
        end += line.len();
    }
    text.get(..end).unwrap_or(text)
}

/// Does it go “…, säger …”?
pub fn is_speech(text: &str) -> bool {
    speaker(text).is_some()
}

/// Who says it, where it goes “…, säger …”: the words after the verb, up to the next stop.
pub fn speaker(text: &str) -> Option<&str> {
    let words: Vec<(usize, &str)> = words(text).collect();
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphabetic()).to_string();
    words.windows(2).enumerate().find_map(|(at, pair)| {
        let ends = pair[0].1.trim_end_matches(['”', '"', '’', '\'']).ends_with([',', '?', '!']);
        let verb = bare(pair[1].1);
        let is_said = SAID.contains(&verb.as_str());
        if !ends || !is_said && !TOLD.contains(&verb.as_str()) {
            return None;
        }
        let who = words.get(at + 2).map(|(_, word)| bare(word));
        let is_who = who.is_none_or(|who| {
            who.starts_with(char::is_uppercase) || WHO.contains(&who.to_lowercase().as_str())
        });
        let rest = text.get(pair[1].0 + pair[1].1.len()..)?;
        let is_end = pair[1].1.ends_with(['.', ',', ':', '!', '?']);
        let end =
            if is_end { 0 } else { rest.find(['.', ',', ':', ';', '!', '?', '–']).unwrap_or(rest.len()) };
        (is_said || is_who).then(|| rest[..end].trim())
    })
}

/// Is it somebody else who speaks now than the one before? A pronoun goes on with the one before.
pub fn is_another(before: &str, now: &str) -> bool {
    let is_pronoun = |who: &str| {
        let first = who.split_whitespace().next().unwrap_or_default();
        first.is_empty() || WHO.contains(&first.to_lowercase().as_str())
    };
    if is_pronoun(now) {
        return false;
    }
    let names = |who: &str| -> Vec<String> {
        let words = who.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.starts_with(char::is_uppercase)).map(str::to_string).collect()
    };
    let (earlier, later) = (names(before), names(now));
    match earlier.is_empty() || later.is_empty() {
        true => before.to_lowercase() != now.to_lowercase(),
        false => !later.iter().any(|name| earlier.contains(name)),
    }
}

/// The words of a text, each with where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + (rest.len() - rest.trim_start().len());
        let word = text.get(start..)?.split(char::is_whitespace).next().filter(|word| !word.is_empty())?;
        at = start + word.len();
        Some((start, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_speaks_is_read_and_a_pronoun_goes_on_with_the_one_before() {
        assert_eq!(speaker("– Det känns bra, säger Anna Berg, barnmorska."), Some("Anna Berg"));
        assert_eq!(speaker("– Kommer ni? undrar en pappa."), Some("en pappa"));
        assert_eq!(speaker("– Ja, säger hon."), Some("hon"));
        assert_eq!(speaker("– Vi leker, berättar sagor och sjunger."), None);
        for (before, now, another) in [
            ("Anna Berg", "Bo Ek", true),
            ("Anna Berg", "Anna", false),
            ("Anna Berg", "hon", false),
            ("hon", "Bo Ek", true),
            ("en mamma", "en pappa", true),
            ("en mamma", "en mamma", false),
        ] {
            assert_eq!(is_another(before, now), another, "{before} {now}");
        }
        assert_eq!(utterance("– A\nmer\n– B\n"), "– A\nmer\n");
    }
}
