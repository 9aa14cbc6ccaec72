//! HTML that somebody else wrote, as beginnings, ends and words, each with its line.
//!
//! What a browser would forgive is forgiven. The text is gone through once from its beginning to its end, whatever stands in it, and nothing
//! here calls itself: how deep elements lie in each other costs nothing.

/// The most attributes that are read of an element.
const MOST_ATTRIBUTES: usize = 40;

/// The longest value of an attribute that is read: an address, or what a picture shows.
const LONGEST_VALUE: usize = 2_000;

/// Elements whose contents are no words for a reader.
const RAW: [&str; 7] = ["script", "style", "noscript", "textarea", "template", "title", "svg"];

/// What stands for a character, where a text has not the character itself.
const NAMED: [(&str, char); 40] = [
    ("nbsp", '\u{a0}'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("bull", '•'),
    ("middot", '·'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("euro", '€'),
    ("deg", '°'),
    ("frac12", '½'),
    ("times", '×'),
    ("shy", '\u{ad}'),
    ("aring", 'å'),
    ("Aring", 'Å'),
    ("auml", 'ä'),
    ("Auml", 'Ä'),
    ("ouml", 'ö'),
    ("Ouml", 'Ö'),
    ("eacute", 'é'),
    ("Eacute", 'É'),
    ("egrave", 'è'),
    ("uuml", 'ü'),
    ("aelig", 'æ'),
    ("oslash", 'ø'),
    ("rarr", '→'),
];

/// What comes next in a text.
#[derive(Debug)]
pub enum HtmlPiece {
    /// An element begins.
    Open(HtmlTag),
    /// An element of this name ends.
    Close(String),
    /// Words.
    Words(String),
}

/// The beginning of an element.
#[derive(Debug)]
pub struct HtmlTag {
    /// Its name, in small letters.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl HtmlTag {
    /// What an attribute says; empty where it is not there.
    pub fn says(&self, name: &str) -> &str {
        self.attributes.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }
}

/// A text, piece by piece.
pub struct HtmlPieces<'a> {
    rest: &'a str,
    line: usize,
    /// An element began that never ends: what follows are words.
    is_cut: bool,
}

impl<'a> HtmlPieces<'a> {
    /// Those of a text whose first line has a number.
    pub fn of(text: &'a str, line: usize) -> Self {
        Self { rest: text, line, is_cut: false }
    }

    /// The number of the line that the next piece begins in.
    pub fn line(&self) -> usize {
        self.line
    }

    /// Goes on by so many bytes.
    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.line += taken.bytes().filter(|byte| *byte == b'\n').count();
        self.rest = rest;
        taken
    }

    /// The next piece; none at the end.
    pub fn next(&mut self) -> Option<HtmlPiece> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if !self.begins_tag() {
                // The sign itself is a word where no element begins with it.
                let from = usize::from(self.rest.starts_with('<'));
                let next = |text: &str| text.find('<').filter(|_| !self.is_cut);
                let end = self.rest.get(from..).and_then(next).map_or(self.rest.len(), |at| at + from);
                return Some(HtmlPiece::Words(decoded(self.take(end))));
            }
            if self.rest.starts_with("<!--") {
                let end = self.rest.find("-->").map_or(self.rest.len(), |at| at + 3);
                self.take(end);
                continue;
            }
            let Some(end) = end_of_tag(self.rest) else {
                self.is_cut = true;
                continue;
            };
            let tag = self.take(end);
            let inner = tag.trim_start_matches('<').trim_end_matches('>');
            if inner.starts_with(['!', '?']) {
                continue;
            }
            if let Some(name) = inner.strip_prefix('/') {
                return Some(HtmlPiece::Close(name_of(name).to_lowercase()));
            }
            let tag = tag_of(inner);
            if RAW.contains(&tag.name.as_str()) && !inner.ends_with('/') {
                self.skip(&tag.name);
            }
            return Some(HtmlPiece::Open(tag));
        }
    }

    fn begins_tag(&self) -> bool {
        let mut signs = self.rest.chars();
        let is_sign = signs.next() == Some('<');
        is_sign && !self.is_cut && signs.next().is_some_and(|c| c.is_ascii_alphabetic() || "/!?".contains(c))
    }

    /// Leaves out what stands up to the end of the element of a name.
    fn skip(&mut self, name: &str) {
        let bytes = self.rest.as_bytes();
        let is_end = |at: &usize| {
            let after = bytes.get(at + 2..at + 2 + name.len());
            bytes.get(at + 1) == Some(&b'/')
                && after.is_some_and(|after| after.eq_ignore_ascii_case(name.as_bytes()))
        };
        let end = self.rest.match_indices('<').map(|(at, _)| at).find(is_end);
        self.take(end.unwrap_or(self.rest.len()));
    }
}

/// How long the tag is that a text begins with; in quotes a sign of an end is none.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = b'<';
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            // A quote opens a value; within words it is one of them.
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (Some(open), byte) if byte == open => quote = None,
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    None
}

fn name_of(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn tag_of(inner: &str) -> HtmlTag {
    let name = name_of(inner);
    let mut rest = inner.get(name.len()..).unwrap_or_default();
    let mut attributes = Vec::new();
    while attributes.len() < MOST_ATTRIBUTES {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let Some((name, after)) = rest.split_at_checked(end.max(usize::from(rest.starts_with('=')))) else {
            break;
        };
        if name.is_empty() {
            break;
        }
        let (value, after) = value_of(after);
        rest = after;
        attributes.push((name.to_lowercase(), value));
    }
    HtmlTag { name: name.to_lowercase(), attributes }
}

/// The value that stands behind a name, and what follows it.
fn value_of(text: &str) -> (String, &str) {
    let Some(value) = text.trim_start().strip_prefix('=') else { return (String::new(), text) };
    let value = value.trim_start();
    let quoted = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (value, rest) = match quoted {
        Some(quote) => value.get(1..).and_then(|value| value.split_once(quote)).unwrap_or((value, "")),
        None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
    };
    let is_short = value.len() <= LONGEST_VALUE;
    (if is_short { decoded(value) } else { String::new() }, rest)
}

/// Words with the characters that stand coded in them.
pub fn decoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(10).position(|byte| byte == b';');
        let found = end.and_then(|end| Some((character(after.get(..end)?)?, after.get(end + 1..)?)));
        match found {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
    };
    let number = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(number).filter(|c| !c.is_control() || c.is_whitespace())
}

/// The words of a text alone, on one line.
pub fn words(text: &str) -> String {
    let mut pieces = HtmlPieces::of(text, 1);
    let mut out = String::new();
    while let Some(piece) = pieces.next() {
        match piece {
            HtmlPiece::Words(words) => out.push_str(&words),
            HtmlPiece::Open(tag) if matches!(tag.name.as_str(), "br" | "p" | "div") => out.push(' '),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let mut pieces = HtmlPieces::of(text, 7);
        let mut out = Vec::new();
        loop {
            let line = pieces.line();
            match pieces.next() {
                None => return out,
                Some(HtmlPiece::Open(tag)) => out.push(format!("{line}<{} {}", tag.name, tag.says("href"))),
                Some(HtmlPiece::Close(name)) => out.push(format!("{line}/{name}")),
                Some(HtmlPiece::Words(words)) => out.push(format!("{line}:{words}")),
            }
        }
    }

    #[test]
    fn elements_words_and_lines_are_told_and_what_a_browser_forgives_is_forgiven() {
        let text = "<P class=x>a &lt; b<!-- <p> -->\n<A HREF = 'x\">y' title=\"&aring;\">5 < 6 &okänd;</a\n>&#8211;<br/><script>if (a < b) '</p>'</script>z";
        let expected = [
            "7<p ",
            "7:a < b",
            "7:\n",
            "8<a x\">y",
            "8:5 ",
            "8:< 6 &okänd;",
            "8/a",
            "9:–",
            "9<br ",
            "9<script ",
            "9/script",
            "9:z",
        ];
        assert_eq!(told(text), expected);
        assert_eq!(told("a<p title=\"never"), ["7:a", "7:<p title=\"never"]);
        assert_eq!(told("<!-- never <p>"), Vec::<String>::new());
        assert_eq!(words("En<br>rad &amp; <b>två</b>"), "En rad & två");
    }
}
