//! How much a browser has to draw of a drawing, whose parts may show each other: twelve that show the next one four times are sixteen millions.

use std::collections::HashMap;

use crate::base::characters::beginning;

/// The most parts that are drawn, each as often as it is shown. A logo has a hundredth of that.
const MOST: u64 = 20_000;

/// What only colours others: it is made once, however many it colours.
const COLOURS: [&str; 2] = ["linearGradient", "radialGradient"];

/// The longest name of a part. Each part that a rule is about keeps the names that it shows.
const LONGEST_NAME: usize = 200;

/// How many parts may show each other in a row.
const DEEPEST: usize = 200;

/// The parts of a drawing, and which of them each shows.
#[derive(Default)]
pub struct DrawingWeight {
    parts: Vec<DrawnPart>,
    named: HashMap<String, usize>,
    /// Those that are open.
    open: Vec<usize>,
    /// The rules of all styles.
    rules: String,
    /// A name was longer than any has.
    is_long: bool,
}

#[derive(Default)]
struct DrawnPart {
    inner: Vec<usize>,
    shows: Vec<String>,
    /// How a rule names it: `path`, `.a`, `#b`.
    words: Vec<String>,
    /// It is being counted.
    is_open: bool,
    /// What is drawn of it, once that was counted.
    weight: Option<u64>,
}

impl DrawingWeight {
    /// A part begins: its name, and its attributes by theirs.
    pub fn begin<'a>(&mut self, name: &str, attributes: impl Iterator<Item = (&'a str, &'a str)>) {
        let at = self.parts.len();
        let mut part = DrawnPart { words: vec![name.to_string()], ..DrawnPart::default() };
        for (name, value) in attributes {
            match name {
                // The first of a name is the one that browsers take.
                "id" => {
                    part.words.push(format!("#{value}"));
                    self.named.entry(value.to_string()).or_insert(at);
                }
                "class" => part.words.extend(value.split_whitespace().map(|class| format!(".{class}"))),
                "href" => part.shows.extend(value.trim().strip_prefix('#').map(str::to_string)),
                _ => match within(value) {
                    Some(names) => part.shows.extend(names),
                    None => self.is_long = true,
                },
            }
        }
        if let Some(outer) = self.open.last().and_then(|outer| self.parts.get_mut(*outer)) {
            outer.inner.push(at);
        }
        self.parts.push(part);
        self.open.push(at);
    }

    /// The last part that began ends.
    pub fn end(&mut self) {
        self.open.pop();
    }

    /// Rules of a style.
    pub fn styled(&mut self, rules: &str) {
        self.rules.push_str(rules);
    }

    /// Is more drawn than of any logo, or does a part show itself?
    pub fn overweight(mut self) -> bool {
        self.is_long
            || self.follow_rules().is_none_or(|()| self.weight(0, 0).is_none_or(|weight| weight > MOST))
    }

    /// Takes note of what the rules have each part show; none where that is too much.
    fn follow_rules(&mut self) -> Option<()> {
        let rules = std::mem::take(&mut self.rules);
        let mut named: Vec<Vec<String>> = Vec::new();
        let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for rule in rules.split('}') {
            let (selector, values) = rule.rsplit_once('{').unwrap_or((rule, ""));
            let names = within(values)?;
            if names.is_empty() {
                continue;
            }
            // What is not a plain name may mean each part.
            let all = selector.contains(['*', '[', ':']).then_some("*");
            words_of(selector)
                .into_iter()
                .chain(all)
                .for_each(|word| by_word.entry(word).or_default().push(named.len()));
            named.push(names);
        }
        let mut left = usize::try_from(MOST).unwrap_or_default();
        for part in &mut self.parts {
            let words = part.words.iter().map(String::as_str).chain(["*"]);
            for names in
                words.filter_map(|word| by_word.get(word)).flatten().filter_map(|rule| named.get(*rule))
            {
                left = left.checked_sub(names.len())?;
                part.shows.extend(names.iter().cloned());
            }
        }
        Some(())
    }

    /// How much is drawn of a part; none where that is too much.
    fn weight(&mut self, at: usize, depth: usize) -> Option<u64> {
        if depth > DEEPEST {
            return None;
        }
        let Some(part) = self.parts.get_mut(at) else { return Some(0) };
        if part.words.first().is_some_and(|name| COLOURS.contains(&name.as_str())) {
            return Some(1);
        }
        if let Some(weight) = part.weight {
            return Some(weight);
        }
        // It shows itself.
        if std::mem::replace(&mut part.is_open, true) {
            return None;
        }
        let (inner, shows) = (std::mem::take(&mut part.inner), std::mem::take(&mut part.shows));
        let mut weight = 1_u64;
        for next in inner {
            weight = weight.saturating_add(self.weight(next, depth + 1)?);
        }
        for name in shows {
            if let Some(next) = self.named.get(&name).copied() {
                weight = weight.saturating_add(self.weight(next, depth + 1)?);
            }
        }
        self.parts.get_mut(at)?.weight = Some(weight);
        (weight <= MOST).then_some(weight)
    }
}

/// The names, classes and ids of a selector, each with its sign.
fn words_of(selector: &str) -> Vec<&str> {
    let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut words = Vec::new();
    let mut rest = selector;
    while let Some(start) = rest.find(|c: char| is_inner(c) || matches!(c, '.' | '#')) {
        rest = rest.get(start..).unwrap_or_default();
        let from = usize::from(rest.starts_with(['.', '#']));
        let end = rest
            .get(from..)
            .and_then(|inner| inner.find(|c| !is_inner(c)))
            .map_or(rest.len(), |end| end + from);
        words.extend(rest.get(..end));
        rest = rest.get(end..).unwrap_or_default();
    }
    words
}

/// The parts that a value names: `url(#a)`, with quotes or without. None where a name is longer than any has.
fn within(value: &str) -> Option<Vec<String>> {
    let lower = value.to_ascii_lowercase();
    let mut names = Vec::new();
    for (at, found) in lower.match_indices("url(") {
        let rest = value.get(at + found.len()..).unwrap_or_default();
        let Some(target) = rest.trim_start_matches([' ', '"', '\'']).strip_prefix('#') else { continue };
        let near = beginning(target, LONGEST_NAME + 1);
        let end = near.find([')', '"', '\'', ' ']).unwrap_or(near.len());
        let name = near.get(..end).filter(|name| name.chars().count() <= LONGEST_NAME)?;
        names.push(name.to_string());
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_longer_than_any_is_refused_and_kept_by_no_part() {
        assert_eq!(
            within("url(#a) URL( '#b') url(x#c) url(#"),
            Some(vec!["a".into(), "b".into(), String::new()])
        );
        assert_eq!(within(&format!("url(#{})", "ö".repeat(LONGEST_NAME))).map(|names| names.len()), Some(1));
        assert_eq!(within(&format!("url(#{})", "ö".repeat(LONGEST_NAME + 1))), None);
        assert_eq!(within(&"url(#".repeat(1_000)), None);
        let weight = |begins: &dyn Fn(&mut DrawingWeight)| {
            let mut weight = DrawingWeight::default();
            weight.begin("svg", std::iter::empty());
            begins(&mut weight);
            weight.overweight()
        };
        let long = format!("url(#{})", "a".repeat(500));
        assert!(weight(&|weight| weight.begin("g", [("fill", &*long)].into_iter())));
        assert!(weight(&|weight| weight.styled(&format!("*{{fill:{long}}}"))));
        assert!(!weight(&|weight| weight.begin("g", [("fill", "url(#a)")].into_iter())));
    }
}
