//! From the path of a request to the path of a file: decoded once, strictly, and nothing guessed.
//!
//! What a file's name cannot be is refused here with all its spellings (`..`, `%2e%2e`, `%2f`, `%5c`, a NUL, bytes that are no
//! text), though a lookup in the site's list of files would not find it either: two locks.

/// No folder of a site is deeper.
const DEPTH: usize = 32;

/// A path within the site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RequestTarget {
    segments: Vec<String>,
    folder: bool,
}

impl RequestTarget {
    /// Reads the path of a request, such as `/botkyrka/nyheter/`.
    pub fn parse(path: &str) -> Option<Self> {
        let inner = path.strip_prefix('/')?;
        let (inner, folder) = match inner.strip_suffix('/') {
            Some(inner) => (inner, true),
            None => (inner, inner.is_empty()),
        };
        if path == "/" {
            return Some(Self { segments: Vec::new(), folder });
        }
        let segments: Option<Vec<String>> = inner.split('/').map(segment).collect();
        // The server's own addresses, and the manifest of the output.
        let own = |first: &String| {
            first.as_bytes().get(..7).is_some_and(|head| head.eq_ignore_ascii_case(b".fcsite"))
        };
        segments
            .filter(|segments| !segments.first().is_some_and(own))
            .map(|segments| Self { segments, folder })
    }

    /// Does it end in a slash?
    pub fn is_folder(&self) -> bool {
        self.folder
    }

    /// The path of the file, or of the folder without its slash.
    pub fn path(&self) -> String {
        self.segments.join("/")
    }

    /// The path of the file that is shown: a folder's is its `index.html`.
    pub fn file(&self) -> String {
        if self.folder { self.beside("index.html", self.segments.len()) } else { self.path() }
    }

    /// Where a page for what is missing may be, the nearest first.
    pub fn not_found_pages(&self) -> impl Iterator<Item = String> {
        (0..=self.segments.len().min(DEPTH)).rev().map(|depth| self.beside("404.html", depth))
    }

    /// The address of the folder, for a redirect.
    pub fn folder_address(&self) -> String {
        let mut address = String::from("/");
        for segment in &self.segments {
            for byte in segment.bytes() {
                let plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
                if plain {
                    address.push(char::from(byte));
                } else {
                    address.push_str(&format!("%{byte:02X}"));
                }
            }
            address.push('/');
        }
        address
    }

    fn beside(&self, name: &str, depth: usize) -> String {
        let mut path = String::new();
        for segment in self.segments.iter().take(depth) {
            path.push_str(segment);
            path.push('/');
        }
        path + name
    }
}

fn segment(raw: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let (high, low) = (digit(rest.next()?)?, digit(rest.next()?)?);
                high * 16 + low
            }
            byte => byte,
        });
    }
    let text = String::from_utf8(bytes).ok()?;
    let bad = matches!(text.as_str(), "" | "." | "..")
        || text.contains(|c: char| "/\\".contains(c) || c.is_control());
    (!bad).then_some(text)
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_decoded_once() {
        let file = |path| RequestTarget::parse(path).map(|target| target.file());
        assert_eq!(file("/").unwrap(), "index.html");
        assert_eq!(file("/botkyrka/").unwrap(), "botkyrka/index.html");
        assert_eq!(file("/botkyrka/feed.xml").unwrap(), "botkyrka/feed.xml");
        assert_eq!(file("/b%C3%A5t%20%25.png").unwrap(), "båt %.png");
        assert_eq!(file("/%252e%252e").unwrap(), "%2e%2e");
        let redirect = RequestTarget::parse("/b%c3%a5t%20%25%3f").unwrap().folder_address();
        assert_eq!(redirect, "/b%C3%A5t%20%25%3F/");
    }

    #[test]
    fn what_no_file_is_named_is_refused_in_every_spelling() {
        let bad = [
            "",
            "*",
            "x",
            "//",
            "//evil.example",
            "///",
            "/a//b",
            "/a//",
            "/.",
            "/..",
            "/./",
            "/../x",
            "/a/..",
            "/%2e",
            "/%2E%2e/x",
            "/.%2e/x",
            "/a%2fb",
            "/a%5cb",
            "/a\\b",
            "/%00",
            "/a%0ab",
            "/%7f",
            "/%c2%85",
            "/%",
            "/%4",
            "/%zz",
            "/%+1",
            "/%ff",
            "/%c0%ae%c0%ae/",
            "/.fcsite",
            "/.FCSITE/x",
            "/.fcsite-manifest",
            "/%2efcsite/events",
        ];
        assert_eq!(bad.into_iter().find(|path| RequestTarget::parse(path).is_some()), None);
    }

    #[test]
    fn the_nearest_page_for_what_is_missing_comes_first() {
        let pages: Vec<_> = RequestTarget::parse("/botkyrka/x").unwrap().not_found_pages().collect();
        assert_eq!(pages, ["botkyrka/x/404.html", "botkyrka/404.html", "404.html"]);
    }
}
