//! Words within a paragraph: what is stressed, what is a link, and the orders to WordPress that stand among them.

use super::super::markdown::{before_link, escaped};
use super::{ArticlePart, ArticleReader, LinkFate};
use crate::base::Phrase;

/// The longest short code.
const LONGEST_CODE: usize = 500;

/// Short codes that only say how something looks: the words between them are the text.
const LOOKS: [&str; 6] = ["caption", "wp_caption", "embed", "vc_", "et_pb_", "fusion_"];

/// Short codes that are known without a value.
const CODES: [&str; 8] =
    ["gallery", "audio", "video", "playlist", "contact-form", "contact-form-7", "events", "nextpage"];

impl ArticleReader<'_> {
    pub(super) fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }

    pub(super) fn line_break(&mut self) {
        let end = self.text.trim_end_matches(' ').len();
        if end > 0 && self.stressed.iter().all(|(_, start)| *start <= end) {
            self.text.truncate(end);
            self.text.push('\n');
        }
    }

    pub(super) fn words(&mut self, words: &str, line: usize) {
        let (mut rest, mut line) = (words, line);
        while let Some(at) = rest.find('[') {
            let (before, after) = rest.split_at(at);
            self.plain_words(before);
            line += before.matches('\n').count();
            match code_of(after) {
                Some((name, length)) => {
                    let is_look = LOOKS.iter().any(|look| name.starts_with(look));
                    if !is_look && !after.starts_with("[/") {
                        self.leave(line, Phrase::new("import-post-code").with("code", name));
                    }
                    if is_look && !self.is_within() {
                        self.flush();
                    }
                    rest = after.get(length..).unwrap_or_default();
                }
                None => {
                    self.plain_words("[");
                    rest = after.get(1..).unwrap_or_default();
                }
            }
        }
        self.plain_words(rest);
    }

    /// Words without orders. What is blank is one blank; where lines count, a line's end is a break and an empty line ends the paragraph.
    pub(super) fn plain_words(&mut self, words: &str) {
        let counts = self.is_by_lines && !self.is_within() && self.part == ArticlePart::Paragraph;
        for (number, line) in words.split('\n').enumerate() {
            if number > 0 {
                match counts {
                    true if self.text.ends_with('\n') => self.flush(),
                    true => self.line_break(),
                    false => self.space(),
                }
            }
            if line.starts_with(char::is_whitespace) {
                self.space();
            }
            let inner = line.split_whitespace().collect::<Vec<_>>().join(" ");
            if inner.is_empty() {
                continue;
            }
            if self.needs_gap && inner.starts_with(char::is_alphanumeric) {
                self.space();
            }
            self.needs_gap = false;
            self.text.push_str(&escaped(&inner));
            if line.ends_with(char::is_whitespace) {
                self.space();
            }
        }
    }

    pub(super) fn stress(&mut self, sign: &'static str) {
        let is_heading = matches!(self.part, ArticlePart::Heading(_));
        if !is_heading && self.stressed.iter().all(|(known, _)| *known != sign) {
            self.stressed.push((sign, self.text.len()));
        }
    }

    /// The words since a sign was opened are stressed.
    pub(super) fn unstress(&mut self, sign: &str) {
        while let Some((known, start)) = self.stressed.pop() {
            let Some(inner) = self.text.get(start..).map(str::to_string) else { continue };
            let words = inner.trim();
            // Around nothing, and over the end of a line, signs would be shown as signs.
            if !words.is_empty() && !words.contains('\n') && !words.starts_with('*') {
                self.text.truncate(start);
                let is_stuck =
                    self.text.ends_with(char::is_alphanumeric) && !words.starts_with(char::is_alphanumeric);
                if inner.starts_with(' ') || is_stuck {
                    self.space();
                }
                self.text.push_str(&[known, words, known].concat());
                self.needs_gap = !words.ends_with(char::is_alphanumeric);
                if inner.ends_with(' ') {
                    self.space();
                }
            }
            if known == sign {
                break;
            }
        }
    }

    /// The words since a link began become the link.
    pub(super) fn end_link(&mut self) {
        let Some((start, address, line)) = self.link.take() else { return };
        let Some(inner) = self.text.get(start..).map(str::to_string) else { return };
        let words = inner.trim().replace('\n', " ");
        if words.is_empty() || address.is_empty() {
            return;
        }
        match (self.link_fate)(&address) {
            LinkFate::Words => {}
            LinkFate::Left(why) => self.leave(line, why),
            LinkFate::To(way) => {
                self.text.truncate(start);
                if inner.starts_with(' ') {
                    self.space();
                }
                let before = self.text.len();
                let more = usize::from(before_link(&mut self.text));
                // What began to be stressed right before the link still does.
                self.stressed.iter_mut().filter(|(_, at)| *at == before).for_each(|(_, at)| *at += more);
                self.text.push_str(&format!("[{words}]({way})"));
                if inner.ends_with(' ') {
                    self.space();
                }
                self.has_link = true;
                // What was stressed within the link is part of its words.
                self.stressed.retain(|(_, at)| *at <= start + more);
            }
        }
    }
}

/// The short code that a text begins with, `[gallery ids="1"]` or `[/caption]`, and how long it is. What a person put in brackets is none.
fn code_of(text: &str) -> Option<(&str, usize)> {
    let inner = text.get(1..)?;
    let (inner, is_end) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let length = inner.find(|c: char| !(c.is_ascii_alphanumeric() || "_-".contains(c)))?;
    let (name, rest) = inner.split_at_checked(length)?;
    // Most brackets are no code, and that is seen at once.
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) || !rest.starts_with([' ', '\n', '\t', '/', ']']) {
        return None;
    }
    let end = rest.bytes().take(LONGEST_CODE).position(|byte| byte == b']')?;
    let values = rest.get(..end)?;
    let is_known = CODES.contains(&name) || LOOKS.iter().any(|look| name.starts_with(look));
    let is_code =
        values.contains('=') || ((is_known || is_end) && values.trim_matches([' ', '/']).is_empty());
    is_code.then_some((name, 1 + usize::from(is_end) + length + end + 1))
}
