//! The one writer of XML: feeds, sitemaps, catalogues, and settings of a web server that people read.
//!
//! A reader of XML stops at the first slip, so that one title could silence the news of a whole region. Here elements end where they began,
//! texts and values are escaped, what XML may not hold is dropped ([`super::markup`]), and an address is a web address or is not
//! written: addresses of other municipalities come from what was remembered of them.

use super::AbsoluteUrl;
use super::characters::is_forbidden;
use super::markup::escape_into;

/// An XML document in the making.
pub struct Xml<'o> {
    out: &'o mut String,
    /// How many blocks what is written stands in.
    depth: usize,
}

/// An attribute: name and value.
pub type Attribute<'a> = (&'static str, &'a str);

impl<'o> Xml<'o> {
    /// Begins a document.
    pub fn begin(out: &'o mut String) -> Self {
        out.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        Self { out, depth: 0 }
    }

    /// An element with what `inner` writes in it.
    pub fn element(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        inner: impl FnOnce(&mut Xml<'_>),
    ) {
        self.open(name, attributes, value_into);
        self.out.push('>');
        inner(&mut Xml { out: self.out, depth: self.depth });
        self.close(name);
    }

    /// An element with a text in it.
    pub fn text(&mut self, name: &'static str, text: &str) {
        self.element(name, &[], |xml| escape_into(text, xml.out));
    }

    /// An element with attributes and a text in it.
    pub fn text_with(&mut self, name: &'static str, attributes: &[Attribute<'_>], text: &str) {
        self.element(name, attributes, |xml| escape_into(text, xml.out));
    }

    /// An element without anything in it.
    pub fn empty(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.open(name, attributes, value_into);
        self.out.push_str("/>");
    }

    /// An element of a file that people read: its beginning and end have a line each, and what `inner` writes stands further in.
    pub fn block(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        inner: impl FnOnce(&mut Xml<'_>),
    ) {
        self.indent();
        self.open(name, attributes, plain_value_into);
        self.out.push_str(">\n");
        inner(&mut Xml { out: self.out, depth: self.depth + 1 });
        self.indent();
        self.close(name);
        self.line();
    }

    /// An element without anything in it, on a line of its own.
    pub fn single(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.indent();
        self.open(name, attributes, plain_value_into);
        self.out.push_str(" />\n");
    }

    /// An explanation for people. No two hyphens stand side by side in one, and none at its end (XML 1.0, 2.5).
    pub fn comment(&mut self, text: &str) {
        self.out.push_str("  <!-- ");
        let mut last = ' ';
        for c in text.chars().filter(|c| !is_forbidden(*c)) {
            if last == '-' && c == '-' {
                self.out.push(' ');
            }
            self.out.push(c);
            last = c;
        }
        self.out.push_str(" -->\n");
    }

    /// Ends the line, for those who read the file.
    pub fn line(&mut self) {
        self.out.push('\n');
    }

    fn indent(&mut self) {
        (0..self.depth).for_each(|_| self.out.push_str("  "));
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn open(&mut self, name: &str, attributes: &[Attribute<'_>], value_into: fn(&str, &mut String)) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            value_into(value, self.out);
            self.out.push('"');
        }
    }
}

/// Writes an attribute's value. A reader makes a blank of a tab or a line end in one (XML 1.0, 3.3.3), unless it stands as a reference.
fn value_into(value: &str, out: &mut String) {
    let mut rest = value;
    while let Some(at) = rest.find(['\t', '\n', '\r']) {
        let (before, after) = rest.split_at(at);
        escape_into(before, out);
        out.push_str(match after.as_bytes().first() {
            Some(b'\t') => "&#9;",
            Some(b'\n') => "&#10;",
            _ => "&#13;",
        });
        rest = after.get(1..).unwrap_or_default();
    }
    escape_into(rest, out);
}

/// The same for people: an apostrophe means nothing between double quotes, and stays as it is.
fn plain_value_into(value: &str, out: &mut String) {
    let mut parts = value.split('\'');
    value_into(parts.next().unwrap_or_default(), out);
    for part in parts {
        out.push('\'');
        value_into(part, out);
    }
}

/// Is this an address that another program may be given to fetch?
pub fn is_web(address: &str) -> bool {
    AbsoluteUrl::parse(address).is_ok()
}
