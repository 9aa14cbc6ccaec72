//! What a search knows of a body: its words, each once, and its text without markup.
//!
//! Words are taken out of a body when it is parsed, since a shared text is parsed once and searched in each municipality; and they are
//! kept with what the text refers to, so that an index is made anew without any text being read again.

use super::markdown::{Body, Piece};
use crate::base::{Fingerprint, WordList};

/// The words of a text.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct TextDigest {
    /// Those of its title, of its headings, of its ingress and of its body, whose headings are there once more.
    pub words: [WordList; 4],
    /// Are those of title and ingress here? Not where braces in them stand for what each municipality has of its own.
    pub has_title: bool,
    /// All of them.
    pub print: Fingerprint,
    /// The body's text, with the places of its holes: what a result shows a sentence of, however its file is written.
    pub text: Fingerprint,
}

impl TextDigest {
    /// The words of a text.
    pub fn of(body: &Body, title: &str, lead: &str) -> Self {
        let headings = body.headings.iter().map(|heading| heading.text.as_str());
        let headings = headings.collect::<Vec<_>>().join(" ");
        let has_title = !title.contains('{') && !lead.contains('{');
        let [title, lead] = [title, lead].map(|text| if has_title { text } else { "" });
        let words = [title, &headings, lead, &body.plain].map(WordList::of);
        let print = Fingerprint::of_value(&words);
        Self { words, has_title, print, text: text_print(body) }
    }

    /// How many bytes its words have.
    pub fn bytes(&self) -> usize {
        self.words.iter().map(WordList::bytes).sum()
    }
}

fn text_print(body: &Body) -> Fingerprint {
    if body.fills.is_empty() {
        return Fingerprint::of(body.plain.as_bytes());
    }
    // No text has this character, so a hole is none.
    let holes: Vec<String> = (0..body.fills.len()).map(|place| format!("\0{place}\0")).collect();
    Fingerprint::of(plain(body, &holes).as_bytes())
}

/// Elements that stand within a line: where one begins or ends no word does.
fn is_inline(element: &str) -> bool {
    matches!(
        element,
        "a" | "abbr" | "b" | "bdi" | "code" | "del" | "em" | "i" | "q" | "s" | "span" | "strong" | "wbr"
    )
}

/// A body's text without markup. Its holes for a centre's phone number and the like are filled with the text of `fills`.
pub fn plain(body: &Body, fills: &[String]) -> String {
    let mut reader = PlainReader { out: String::with_capacity(2048), tag: None };
    for piece in &body.pieces {
        match piece {
            Piece::Html(html) => reader.html(html),
            Piece::Fill(place) => fills.get(*place).into_iter().for_each(|html| reader.html(html)),
            // What a file is and how large, nobody looks for.
            Piece::FileNote(_) => {}
            // Inside a tag; a picture, a box or a table is a block of its own.
            Piece::Href(_) | Piece::Words(_) | Piece::Image(_) | Piece::Centre(_) | Piece::Contacts => {
                if reader.tag.is_none() {
                    reader.blank();
                }
            }
        }
    }
    reader.out.truncate(reader.out.trim_end().len());
    reader.out
}

/// Reads finished HTML, of which a tag may begin in one piece and end in another.
struct PlainReader {
    out: String,
    /// Is the tag that is open one within a line? An address stands within a tag.
    tag: Option<bool>,
}

impl PlainReader {
    fn html(&mut self, html: &str) {
        let mut rest = html;
        while !rest.is_empty() {
            let ends = if self.tag.is_some() { '>' } else { '<' };
            let Some(at) = rest.find(ends) else {
                if self.tag.is_none() {
                    self.text(rest);
                }
                return;
            };
            let (before, after) =
                (rest.get(..at).unwrap_or_default(), rest.get(at + 1..).unwrap_or_default());
            match self.tag.take() {
                Some(is_inline) => {
                    if !is_inline {
                        self.blank();
                    }
                }
                None => {
                    self.text(before);
                    let name = after.trim_start_matches('/');
                    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
                    self.tag = Some(is_inline(name.get(..end).unwrap_or_default()));
                }
            }
            rest = after;
        }
    }

    /// Text between tags: its few references are read, its line breaks are blanks.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = memchr::memchr2(b'&', b'\n', rest.as_bytes()) {
            self.out.push_str(rest.get(..at).unwrap_or_default());
            let tail = rest.get(at..).unwrap_or_default();
            let known = REFERENCES.iter().find(|(written, _)| tail.starts_with(written));
            let (written, meant) = known.map_or((1, "&"), |(written, meant)| (written.len(), *meant));
            if meant == " " {
                self.blank();
            } else {
                self.out.push_str(meant);
            }
            rest = tail.get(written..).unwrap_or_default();
        }
        self.out.push_str(rest);
    }

    fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with(' ') {
            self.out.push(' ');
        }
    }
}

/// How our writers write what markup has a meaning for.
const REFERENCES: [(&str, &str); 6] =
    [("\n", " "), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Report, SourcePath};
    use crate::parse::markdown::{Dialect, parse};

    fn body(text: &str) -> Body {
        let mut body =
            parse(text, 0, Dialect::Site, &mut Report::on(&SourcePath::new("content/a/pages/b.md")));
        body.plain = plain(&body, &[]);
        body
    }

    #[test]
    fn a_text_is_its_words_each_once_by_where_they_stand() {
        let body = body(
            "## Amning\n\nVi hjälper dig med **am**ningen.\nAmning tar tid, tid.\n\n- [Ring](https://a.example/hemligt)\n",
        );
        let words = |title, lead| {
            let said = |list: WordList| list.iter().map(|(word, _)| word.to_string()).collect::<Vec<_>>();
            TextDigest::of(&body, title, lead).words.map(|list| said(list).join(" "))
        };
        let text = "amning vi hjälper dig med amningen tar tid ring";
        assert_eq!(words("Att amma", "Det går bra."), ["att amma", "amning", "det går bra", text]);
        assert_eq!(words("Amma i {kommun}", "Det går bra."), ["", "amning", "", text]);
    }

    #[test]
    fn a_text_without_markup_has_its_signs_and_a_blank_between_blocks() {
        let text =
            plain(&body("# A & B\n\nEtt \\<b\\> \"ord\"\noch\n\n| x | y |\n|---|---|\n| 1 | 2 |\n"), &[]);
        assert!(text.contains("A & B Ett <b>"), "{text}");
        assert!(text.contains("x y 1 2"), "{text}");
    }
}
