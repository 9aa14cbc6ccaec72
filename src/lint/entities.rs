//! HTML's codes and tags in fields of plain text: `Mat &amp; lek`, copied from the source of another website. Whoever reads sees the code.
//!
//! In Markdown a code is read as the sign that it stands for, so there only one that was coded twice (`&amp;amp;`) is seen. Which codes
//! there are the Markdown parser knows: it is asked for each that may be one.

use std::ops::Range;

use super::plain;
use super::prose::{self, Run};
use crate::base::{At, Code, Diagnostic, SourcePath};
use crate::parse::{markdown, yaml};

/// Tags that are seen in texts from other websites. Others may be names in angle brackets.
const TAGS: [&str; 36] = [
    "a",
    "abbr",
    "b",
    "blockquote",
    "br",
    "center",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "iframe",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "script",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "u",
    "ul",
];

/// How long the longest name of a code is.
const LONGEST: usize = 33;

/// How much of a tag is quoted.
const QUOTED: usize = 40;

/// Looks at the values of a YAML text.
pub fn find(path: &SourcePath, yaml: &str) -> Vec<Diagnostic> {
    if !yaml.contains(['&', '<']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    yaml::each_scalar(yaml, |scalar| {
        if scalar.is_name || !scalar.text.contains(['&', '<']) {
            return;
        }
        if plain::is_markdown(&scalar.way) {
            let prose = prose::read_field(scalar.text, &scalar.way);
            found.extend(prose.runs.iter().flat_map(|run| in_run(path, run)));
            return;
        }
        let at = |part: Range<usize>| {
            let words = scalar.text.get(part.clone()).unwrap_or_default().to_string();
            At::Part { path: scalar.way.clone(), in_key: false, words, from: Some(part.start) }
        };
        let is_address = scalar.text.contains("://");
        let code = codes(scalar.text).next();
        found.extend(code.map(|(part, meant)| {
            let kind = if is_address { "address" } else { "code" };
            tell(path, at(part.clone()), kind, &scalar.text[part], &meant)
        }));
        found.extend(
            tag(scalar.text).map(|part| tell(path, at(part.clone()), "tag", &scalar.text[part], "none")),
        );
    });
    found
}

/// Looks at the runs of a body: the first code of each.
pub fn lint<'r>(path: &SourcePath, runs: impl Iterator<Item = &'r Run>) -> Vec<Diagnostic> {
    runs.flat_map(|run| in_run(path, run)).collect()
}

fn in_run(path: &SourcePath, run: &Run) -> Option<Diagnostic> {
    let (part, meant) = codes(&run.text).next()?;
    Some(tell(path, run.at(&part), "code", &run.text[part.clone()], &meant))
}

fn tell(path: &SourcePath, at: At, kind: &str, signs: &str, meant: &str) -> Diagnostic {
    let signs = super::shortened(signs, QUOTED);
    let diagnostic = Diagnostic::new(Code::HtmlShown, path, at);
    diagnostic.with("kind", kind).with("signs", signs).with("meant", meant)
}

/// The codes in a text, each with the sign that it stands for: `blank` for one that is not seen, `none` where there is no such sign.
fn codes(text: &str) -> impl Iterator<Item = (Range<usize>, String)> + '_ {
    text.match_indices('&').filter_map(|(start, _)| {
        let inner = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'#';
        let rest = text.as_bytes().get(start + 1..)?;
        let length = rest.iter().take(LONGEST).take_while(|byte| inner(byte)).count();
        let end = start + 1 + length;
        if length == 0 || text.as_bytes().get(end) != Some(&b';') {
            return None;
        }
        let meant = markdown::decoded(&text[start..=end])?;
        let is_seen = meant
            .chars()
            .any(|c| !c.is_whitespace() && !c.is_control() && !crate::base::characters::is_unseen(c));
        let meant = match meant.as_str() {
            "\u{fffd}" => "none".to_string(),
            _ if is_seen => meant,
            _ => "blank".to_string(),
        };
        Some((start..end + 1, meant))
    })
}

/// The first tag in a text.
fn tag(text: &str) -> Option<Range<usize>> {
    text.match_indices('<').find_map(|(start, _)| {
        let rest = text.get(start + 1..)?;
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        let length = rest.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count();
        let name = rest.get(..length)?.to_ascii_lowercase();
        let is_tag = TAGS.contains(&name.as_str()) && rest[length..].starts_with([' ', '/', '>']);
        // A tag has an end, and not so far away: the bound keeps the cost linear.
        let end = rest.bytes().take(300).position(|byte| byte == b'>')?;
        is_tag.then(|| start..text.len() - rest.len() + end + 1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_tags_are_known_from_other_signs() {
        let first = |text: &str| codes(text).next().map(|(part, meant)| (text[part].to_string(), meant));
        let some = |code: &str, meant: &str| Some((code.to_string(), meant.to_string()));
        assert_eq!(first("Mat &amp; lek"), some("&amp;", "&"));
        assert_eq!(first("i &Aring;kersberga"), some("&Aring;", "Å"));
        assert_eq!(first("å&#246;"), some("&#246;", "ö"));
        assert_eq!(first("a&nbsp;b"), some("&nbsp;", "blank"));
        assert_eq!(first("a&shy;b &#x200B;"), some("&shy;", "blank"));
        assert_eq!(first("a&#0;"), some("&#0;", "none"));
        for text in ["R&D;", "AT&T; & Co", "?a=1&copy=2", "&;", "& amp;", "&okänd;"] {
            assert_eq!(first(text), None, "{text}");
        }
        let tag = |text: &str| tag(text).map(|part| text[part].to_string());
        assert_eq!(tag("Mat <b>och</b> lek"), Some("<b>".into()));
        assert_eq!(tag("a</P>"), Some("</P>".into()));
        assert_eq!(tag("a < b <br/>"), Some("<br/>".into()));
        assert_eq!(tag("<a href='x'>"), Some("<a href='x'>".into()));
        for text in ["a < b > c", "<3", "<Fittja>", "<b", "<bil>"] {
            assert_eq!(tag(text), None, "{text}");
        }
    }
}
