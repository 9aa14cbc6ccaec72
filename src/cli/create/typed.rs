//! The command as it was typed, and what was missing from it: an advice that keeps what somebody wrote.

/// A command as it was typed, word by word.
pub struct Typed(Vec<String>);

impl Typed {
    /// The words after the program's name.
    pub fn of(words: impl Iterator<Item = String>) -> Self {
        Self(words.collect())
    }

    /// The command with a name behind what is to be made, and with options at its end.
    pub fn with(&self, name: Option<&str>, options: &[(&str, String)]) -> String {
        let mut words = self.0.clone();
        if let Some(name) = name {
            // An empty name is none: "".
            let is_empty = |at: usize| {
                let is_value = at.checked_sub(1).is_some_and(|before| words[before].starts_with('-'));
                words[at].trim().is_empty() && !is_value
            };
            let empty = (0..words.len()).find(|at| is_empty(*at));
            match empty {
                Some(at) => words[at] = name.to_string(),
                None => {
                    let new = words.iter().position(|word| word == "new").map_or(0, |new| new + 2);
                    words.insert(new.min(words.len()), name.to_string());
                }
            }
        }
        // Behind two hyphens there are no options.
        let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
        let more = options.iter().flat_map(|(flag, value)| [(*flag).to_string(), value.clone()]);
        words.splice(end..end, more);
        let typed: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        format!("fcsite {}", typed.join(" "))
    }
}

/// A word as a terminal takes it for one.
fn quoted(word: &str) -> String {
    let is_plain =
        |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | ':' | ',' | '=' | '@' | '+');
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_string()
    } else if word.contains(['"', '\\', '$', '`', '!']) {
        format!("'{}'", word.replace('\'', r"'\''"))
    } else {
        format!("\"{word}\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_stays_and_what_was_missing_is_added() {
        let typed = |line: &[&str]| Typed::of(line.iter().map(|word| (*word).to_string()));
        let activity = ["new", "activity", "Öppet hus", "-c", "skonsberg", "--day", "lördag", "--from", "13"];
        let more = [("--to", "14.00".to_string())];
        assert_eq!(
            typed(&activity).with(None, &more),
            "fcsite new activity \"Öppet hus\" -c skonsberg --day lördag --from 13 --to 14.00"
        );
        assert_eq!(
            typed(&["--lang", "sv", "new", "news", "-m", "_shared"]).with(Some("Hej du"), &[]),
            "fcsite --lang sv new news \"Hej du\" -m _shared"
        );
        assert_eq!(
            typed(&["new", "page", "", "--lead", ""]).with(Some("Hej"), &[]),
            "fcsite new page Hej --lead \"\""
        );
        assert_eq!(
            typed(&["new", "activity", "--", "-Kostar $5"]).with(None, &more),
            "fcsite new activity --to 14.00 -- '-Kostar $5'"
        );
    }
}
