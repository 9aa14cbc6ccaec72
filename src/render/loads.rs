//! What a finished page would load from other hosts.
//!
//! Content cannot make a page load anything; a theme could. A page that asks another host for a font tells it who reads the page
//! (GDPR; and lag 2022:482 forbids what such a host then stores). So the finished bytes are looked at, whatever wrote them.

use std::collections::HashSet;

use memchr::{memmem, memrchr};

/// The other hosts that a page would load from, each once.
pub fn foreign_hosts(html: &[u8]) -> Vec<String> {
    let mut hosts: Vec<String> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    let mut place = Cursor::new(html);
    for at in memmem::find_iter(html, b"//") {
        let before = &html[..at];
        let scheme = before.strip_suffix(b"https:").or_else(|| before.strip_suffix(b"http:"));
        let start = scheme.unwrap_or(before);
        // Cheap looks first: a page has dozens of addresses, most of them in links, text and structured data.
        let plausible = match start {
            [.., before, b'"' | b'\''] => matches!(before, b'=' | b'(' | b' '),
            [.., b'(' | b',' | b' ' | b'=' | b'\n'] => true,
            _ => false,
        };
        if plausible && place.loads(start.len()) {
            let is_end = |byte: &u8| b"/?#\"' ),>&".contains(byte);
            let host = html[at + 2..].split(is_end).next().map(String::from_utf8_lossy).unwrap_or_default();
            let host = host.rsplit_once(':').map_or(&*host, |(name, _)| name).to_ascii_lowercase();
            if !host.is_empty() && known.insert(host.clone()) {
                hosts.push(host);
            }
        }
    }
    hosts
}

/// Attributes whose value is CSS, so that `url()` in it is loaded.
const STYLES: [&str; 11] = [
    "style",
    "fill",
    "stroke",
    "filter",
    "mask",
    "clip-path",
    "cursor",
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
];

/// A longer name is none that loads anything.
const LONGEST_NAME: usize = 32;

/// A place in a page that only moves on, so that a long text with many addresses is gone through once.
struct Cursor<'h> {
    html: &'h [u8],
    at: usize,
    /// Where the last tag begins, after its `<`.
    open: Option<usize>,
    /// Has that tag ended, so that what follows is text?
    is_text: bool,
    /// The quotation mark of the value that the place is in.
    quote: Option<u8>,
    /// The last sign between an attribute and its value.
    equals: Option<usize>,
}

impl<'h> Cursor<'h> {
    fn new(html: &'h [u8]) -> Self {
        Self { html, at: 0, open: None, is_text: true, quote: None, equals: None }
    }

    /// Would an address be loaded that begins here? It would in `src`, in `srcset`, in a link to a stylesheet, and in the `url()` of
    /// CSS; in what a reader sees it is a text like any other.
    fn loads(&mut self, at: usize) -> bool {
        self.move_to(at);
        let Some(open) = self.open else { return false };
        let name = self.html.get(open..at).unwrap_or_default();
        let end = name.iter().take(LONGEST_NAME).position(|byte| byte.is_ascii_whitespace() || *byte == b'>');
        let name = lower(name.get(..end.unwrap_or(LONGEST_NAME)).unwrap_or(name));
        if self.is_text {
            return name == "style" && (self.is_in_url() || self.is_after(b"@import"));
        }
        let attribute = self.attribute();
        match (name.as_str(), attribute.as_str()) {
            (_, "src" | "srcset" | "poster" | "background" | "imagesrcset") | ("object", "data") => true,
            ("image" | "use" | "feimage", "href" | "xlink:href") => true,
            ("link", "href") => {
                let tag = String::from_utf8_lossy(&self.html[open..at]);
                let rels = ["canonical", "alternate", "license", "me", "author"];
                !rels.iter().any(|rel| tag.contains(&format!("rel=\"{rel}\"")))
            }
            (_, attribute) => STYLES.contains(&attribute) && (self.is_in_url() || self.is_after(b"@import")),
        }
    }

    /// Moves on. Only the last tag before the place counts: what is written for readers has no `<`.
    fn move_to(&mut self, at: usize) {
        if let Some(open) = memrchr(b'<', &self.html[self.at..at]) {
            self.at += open + 1;
            (self.open, self.is_text) = (Some(self.at), false);
            (self.quote, self.equals) = (None, None);
        }
        if !self.is_text {
            for place in self.at..at {
                match (self.quote, self.html[place]) {
                    // A `>` outside quotes ends the tag.
                    (None, b'>') => {
                        self.is_text = true;
                        break;
                    }
                    (None, sign @ (b'"' | b'\'')) => self.quote = Some(sign),
                    (None, b'=') => self.equals = Some(place),
                    (Some(open), sign) if open == sign => self.quote = None,
                    _ => {}
                }
            }
        }
        self.at = at;
    }

    /// The name before the last `=`.
    fn attribute(&self) -> String {
        let before = self.equals.and_then(|equals| self.html.get(..equals)).unwrap_or_default();
        let near = &before[before.len().saturating_sub(LONGEST_NAME)..];
        let start = near.iter().rposition(u8::is_ascii_whitespace).map_or(0, |blank| blank + 1);
        lower(&near[start..])
    }

    fn is_in_url(&self) -> bool {
        self.before_quotes().ends_with(b"url(")
    }

    fn is_after(&self, word: &[u8]) -> bool {
        self.before_quotes().trim_ascii_end().ends_with(word)
    }

    /// What stands before the address and the quotation mark that it begins with.
    fn before_quotes(&self) -> &'h [u8] {
        let near = &self.html[self.at.saturating_sub(LONGEST_NAME)..self.at];
        let end = near.iter().rposition(|byte| !matches!(byte, b'"' | b'\'')).map_or(0, |at| at + 1);
        &near[..end]
    }
}

fn lower(name: &[u8]) -> String {
    String::from_utf8_lossy(name).to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_load_from_another_host_is_found_and_a_link_is_not() {
        for (html, hosts) in [
            ("<img src=\"https://a.example/x.png\">", vec!["a.example"]),
            ("<img srcset=\"x.png 1x, https://a.example/y.png 2x\">", vec!["a.example"]),
            ("<script src='//cdn.example/x.js'></script>", vec!["cdn.example"]),
            ("<link rel=\"stylesheet\" href=\"https://fonts.example:8443/css?x\">", vec!["fonts.example"]),
            ("<style>a{background:url(https://b.example/x)}</style>", vec!["b.example"]),
            ("<svg><use href=\"https://c.example/x#y\"/></svg>", vec!["c.example"]),
            ("<a href=\"https://a.example/\">https://b.example/</a>", vec![]),
            ("<link rel=\"canonical\" href=\"https://a.example/\">", vec![]),
            ("<p title=\"a > b\">se http://x.example</p>", vec![]),
            ("<img alt=\"https://a.example\" src=\"x.png\">", vec![]),
            ("<script type=\"application/ld+json\">{\"url\":\"https://a.example\"}</script>", vec![]),
            ("<title>url(https://a.example/x)</title><p>url(\"https://b.example/x\")</p>", vec![]),
            ("<meta name=\"description\" content=\"url(https://a.example/x)\">", vec![]),
            ("<img alt='url(//a.example)' src='x.png'>", vec![]),
            ("<p style=\"background: url(https://a.example/x)\">", vec!["a.example"]),
            ("<circle fill='url(//a.example/x.svg#y)'/>", vec!["a.example"]),
            (
                "<style>@import \"https://a.example/x.css\"; a { b: \"https://b.example\" }</style>",
                vec!["a.example"],
            ),
            ("<style>a{}</style><p>a url(https://a.example)</p>", vec![]),
            (
                "<img src=x.png alt=\"\" srcset=\"//a.example/1 1x, //b.example/2 2x\">",
                vec!["a.example", "b.example"],
            ),
            ("<a href=\"https://a.example/?x=//b.example\" title=\"src=//c.example\">x</a>", vec![]),
        ] {
            assert_eq!(foreign_hosts(html.as_bytes()), hosts, "{html}");
        }
    }
}
